//! Reading again: what it changed, and where edits are now that were made before.

use super::{ArticleKey, ReportKey, Session};
use crate::model::{ReadArticle, Report, ReportAnchor, Span, text_hash};
use crate::tr;

/// What changed when articles were read again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// A line for each article of which something changed.
    articles: Vec<String>,
    /// A line for each edit whose words mean no report any more.
    pub lost: Vec<String>,
}

impl Differences {
    /// Compares two readings of an article by their reports.
    pub fn add(&mut self, old: &ReadArticle, new: &ReadArticle) {
        let find = |all: &[Report], trigger: Span| {
            all.iter().find(|report| report.trigger == trigger).cloned()
        };
        let (old, new, id) = (&old.reading.reports, &new.reading.reports, &new.article.id);
        let found = new.iter().filter(|report| find(old, report.trigger).is_none()).count();
        let gone = old.iter().filter(|report| find(new, report.trigger).is_none()).count();
        let other = new
            .iter()
            .filter(|report| find(old, report.trigger).is_some_and(|old| old != **report));
        let other = other.count();
        let parts = [
            (found, tr!("notice-reports-more", n = found)),
            (gone, tr!("notice-reports-fewer", n = gone)),
            (other, tr!("notice-reports-other", n = other)),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        if !parts.is_empty() {
            let changes = parts.join(", ");
            self.articles.push(tr!("notice-reports-changed", article = id, changes = changes));
        }
    }

    /// A notice and its lines.
    pub fn told(self) -> (String, Vec<String>) {
        let (changed, lost) = (self.articles.len(), self.lost.len());
        let message = tr!("notice-read-again", changed = changed, lost = lost);
        (message, [self.lost, self.articles].concat())
    }
}

impl Session {
    /// Where the report of an edit is by now: with the same trigger, or after another
    /// reading with one that shares words with it. `None` where there is none; the edit
    /// waits for it.
    pub(super) fn now_at(&self, key: ReportKey) -> Option<ReportKey> {
        let read = self.opened.get(key.article.0)?;
        let reports = &read.reading.reports;
        let is_there = reports.iter().any(|report| report.trigger == key.trigger)
            || self.edits.added.contains_key(&key);
        // With another day of publication it was read in another way, where the edit belongs.
        if is_there || self.edits.published.contains_key(&key.article) {
            return Some(key);
        }
        let anchor = ReportAnchor {
            article: String::new(),
            text_hash: 0,
            trigger: key.trigger,
            words: String::new(),
        };
        let report = anchor.among(reports)?;
        Some(ReportKey { article: key.article, trigger: reports.get(report)?.trigger })
    }

    /// A line for each edit whose words mean no report any more.
    pub(super) fn lost_anchors(&self) -> Vec<String> {
        let keys = self.edits.rejected.iter().map(|key| (tr!("step-not-an-event"), key));
        let types = self.edits.types.keys().map(|key| (tr!("step-change-type"), key));
        let lost = keys.chain(types).filter(|(_, key)| self.now_at(**key).is_none());
        let mut lines: Vec<String> = lost
            .filter_map(|(step, key)| {
                let article = &self.opened.get(key.article.0)?.article;
                let words = key.trigger.of(&article.text);
                let article = &article.id;
                Some(tr!("notice-edit-lost", article = article, words = words, step = step))
            })
            .collect();
        let pairs = self.edits.joins.together.iter().chain(&self.edits.joins.apart);
        let anchors = pairs.flat_map(|(a, b)| [a, b]).filter(|anchor| !self.has(anchor));
        lines.extend(anchors.map(|anchor| {
            tr!("notice-join-lost", article = &anchor.article, words = &anchor.words)
        }));
        lines.sort();
        lines.dedup();
        lines
    }

    /// Whether an anchor holds; also where its article is not open.
    fn has(&self, anchor: &ReportAnchor) -> bool {
        let is_its = |read: &&ReadArticle| {
            read.article.id == anchor.article && text_hash(&read.article.text) == anchor.text_hash
        };
        let mut articles = self.opened.iter().filter(is_its).peekable();
        articles.peek().is_none()
            || articles.any(|read| anchor.among(&read.reading.reports).is_some())
    }

    /// The words of the reports that a step names.
    pub(super) fn words_of(&self, keys: impl Iterator<Item = ReportKey>) -> Option<String> {
        let words = |key: ReportKey| {
            let ArticleKey(article) = key.article;
            Some(key.trigger.of(&self.opened.get(article)?.article.text).to_owned())
        };
        let words: Vec<String> = keys.filter_map(words).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}
