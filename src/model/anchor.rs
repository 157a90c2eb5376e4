use serde::{Deserialize, Serialize};

use super::{Article, Report, Span};

/// A report wherever it ends up: by its article and the words that say that something
/// happened, not by positions in a dataset. Survives reading the article again, opening
/// it among others and saving.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportAnchor {
    /// The article's id.
    pub article: String,
    /// [`text_hash`] of the article's text.
    pub text_hash: u64,
    /// The trigger of the report.
    pub trigger: Span,
    /// The words of the trigger, for a person to read.
    pub words: String,
}

impl ReportAnchor {
    /// The anchor of a report of the article.
    pub fn new(article: &Article, report: &Report) -> Self {
        Self {
            article: article.id.clone(),
            text_hash: text_hash(&article.text),
            trigger: report.trigger,
            words: report.trigger.of(&article.text).to_owned(),
        }
    }

    /// The one of an article's reports that is meant, by its place among them: that with
    /// the very trigger, else one whose trigger shares words with it, else the first whose
    /// sentences hold it. `None` where a second reading found nothing there.
    pub fn among(&self, reports: &[Report]) -> Option<usize> {
        let holds = |report: &Report| {
            report.quote.contains(self.trigger)
                || report.also.iter().any(|span| span.contains(self.trigger))
        };
        let find = |fits: &dyn Fn(&Report) -> bool| reports.iter().position(fits);
        find(&|report| report.trigger == self.trigger)
            .or_else(|| find(&|report| report.trigger.overlaps(self.trigger)))
            .or_else(|| find(&holds))
    }
}

/// FNV-1a, 64 bits, of the text in UTF-8: the same in every version of the program.
pub fn text_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
