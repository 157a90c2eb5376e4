//! What tells of an event of a row of ours, and the words behind its fields.

use jiff::civil::Date;

use super::lists::{changed, parts, plain};
use super::{Seen, days};
use crate::row::{Bounds, Row, RowReport, RowSaid};

/// A value of a report that has a column: the column, what it is, and how it is set.
type Value = (&'static str, fn(&RowReport) -> Option<String>, fn(&mut RowReport, Option<String>));

const VALUES: [Value; 8] = [
    ("articles", |r| Some(r.article.clone()), |r, value| r.article = value.unwrap_or_default()),
    ("sources", |r| r.source.clone(), |r, value| r.source = value),
    ("titles", |r| r.title.clone(), |r, value| r.title = value),
    ("urls", |r| r.url.clone(), |r, value| r.url = value),
    (
        "published",
        |r| r.published.map(|day| day.to_string()),
        |r, value| r.published = value.and_then(|day| read_day(&day)),
    ),
    (
        "quotes",
        |r| Some(r.quote.clone()),
        |r, value| {
            r.quote = value.unwrap_or_default();
            r.quote_span = None;
        },
    ),
    ("article_hashes", |r| Some(r.sha256.clone()), |r, value| r.sha256 = value.unwrap_or_default()),
    (
        "claimed_by",
        |r| r.claim.as_ref().map(|claim| claim.by.clone()),
        |r, value| {
            let verb = r.claim.take().map(|claim| claim.verb).unwrap_or_default();
            r.claim = value.map(|by| RowSaid { by, verb });
        },
    ),
];

impl Seen<'_> {
    /// Takes over what somebody changed of the reports.
    pub fn reports(&self, row: &mut Row) -> Result<(), String> {
        if self.before.reports.is_empty() {
            self.reports_anew(row);
            return Ok(());
        }
        for (name, get, set) in VALUES {
            let Some(cell) = self.changed(name) else { continue };
            let mut old: Vec<String> = Vec::new();
            for value in row.reports.iter().filter_map(get).filter(|value| !value.is_empty()) {
                if !old.contains(&value) {
                    old.push(value);
                }
            }
            let told = parts(cell, &old);
            let of_place = told.len() == old.len();
            for report in &mut row.reports {
                let Some(at) = get(report).and_then(|v| old.iter().position(|o| *o == v)) else {
                    continue;
                };
                if of_place {
                    set(report, Some(told[at].clone()).filter(|value| !value.is_empty()));
                } else if !told.contains(&old[at]) {
                    set(report, None);
                }
            }
            if !of_place {
                let new =
                    told.into_iter().filter(|value| !value.is_empty() && !old.contains(value));
                for value in new {
                    let is_free =
                        |report: &&mut RowReport| get(report).is_none_or(|value| value.is_empty());
                    if !row.reports.iter_mut().any(|report| is_free(&report)) {
                        row.reports.push(blank());
                    }
                    if let Some(free) = row.reports.iter_mut().find(is_free) {
                        set(free, Some(value));
                    }
                }
            }
        }
        Ok(())
    }

    /// Without details, the cells have the values of all reports, each once: where these are
    /// as many as there are articles, each is of one; a single one is of all. More than that
    /// are no list, but a text with semicolons in it.
    fn reports_anew(&self, row: &mut Row) {
        let cell = |name: &str| self.cell(name).map_or("", |(_, cell)| cell);
        let told = VALUES.map(|(name, _, set)| (cell(name), parts(cell(name), &[]), set));
        if told.iter().all(|(cell, ..)| cell.is_empty()) {
            return;
        }
        let length = told[0].1.len().max(1);
        row.reports = vec![blank(); length];
        for (cell, values, set) in told {
            for (at, report) in row.reports.iter_mut().enumerate() {
                let value = match values.len() {
                    1 => values.first().cloned(),
                    many if many > length => (at == 0).then(|| plain(cell).to_owned()),
                    _ => values.get(at).cloned(),
                };
                set(report, value.filter(|value| !value.is_empty()));
            }
        }
        if let [only] = row.reports.as_mut_slice() {
            only.date = row.date;
            (only.killed, only.wounded, only.captured) = (row.killed, row.wounded, row.captured);
        }
    }

    /// Takes over what somebody changed of the words behind the fields.
    pub fn words(&self, row: &mut Row) {
        let words = &mut row.words;
        for (list, name) in [
            (&mut words.event_type, "type_words"),
            (&mut words.date, "date_words"),
            (&mut words.place, "place_words"),
            (&mut words.killed, "killed_words"),
            (&mut words.wounded, "wounded_words"),
            (&mut words.captured, "captured_words"),
            (&mut words.actor, "actor_words"),
            (&mut words.claim, "claim_words"),
            (&mut row.why_joined, "why_joined"),
            (&mut row.changed, "changed"),
        ] {
            if let Some(cell) = self.changed(name) {
                // Texts are taken as they are.
                let told = changed(cell, list, String::clone, |part| Ok(part.to_owned()));
                *list = told.unwrap_or_default();
            }
        }
    }
}

fn read_day(day: &str) -> Option<Date> {
    days(day, true).map(|range| range.first())
}

fn blank() -> RowReport {
    RowReport {
        article: String::new(),
        title: None,
        source: None,
        url: None,
        published: None,
        sha256: String::new(),
        quote: String::new(),
        quote_span: None,
        claim: None,
        date: None,
        killed: Bounds::default(),
        wounded: Bounds::default(),
        captured: Bounds::default(),
    }
}
