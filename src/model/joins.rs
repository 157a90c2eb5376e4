use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ReportAnchor;

/// What a person said about which reports tell of one happening. It beats what the
/// program finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joins {
    /// Pairs of reports of one happening, the lesser anchor first.
    pub together: BTreeSet<(ReportAnchor, ReportAnchor)>,
    /// Pairs of reports of two happenings, the lesser anchor first.
    pub apart: BTreeSet<(ReportAnchor, ReportAnchor)>,
}

impl Joins {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.together.is_empty() && self.apart.is_empty()
    }

    /// These reports tell of one happening, whatever was said of them before.
    pub fn join(&mut self, reports: &[ReportAnchor]) {
        for (n, one) in reports.iter().enumerate() {
            for other in &reports[n + 1..] {
                self.apart.remove(&pair(one, other));
            }
        }
        let Some(first) = reports.iter().min() else { return };
        self.together
            .extend(reports.iter().filter(|other| *other != first).map(|other| pair(first, other)));
    }

    /// This report is not of the happening that the others tell of.
    pub fn part(&mut self, report: &ReportAnchor, others: &[ReportAnchor]) {
        // Others that were joined through this report stay joined.
        let joined: Vec<ReportAnchor> =
            others.iter().filter(|o| self.together.contains(&pair(report, o))).cloned().collect();
        for other in others.iter().filter(|other| *other != report) {
            self.together.remove(&pair(report, other));
            self.apart.insert(pair(report, other));
        }
        self.join(&joined);
    }
}

fn pair(a: &ReportAnchor, b: &ReportAnchor) -> (ReportAnchor, ReportAnchor) {
    if a <= b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) }
}
