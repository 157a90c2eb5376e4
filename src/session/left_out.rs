//! What is not on the map, each with its reason: nothing is silently missing.

use super::{ArticleKey, Edits, ReportKey};
use crate::model::{Dataset, EventId, RemarkKind, Span};

/// Why something is not on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A person said that it is not an event.
    Rejected,
    /// The reading left it out or could not place or date it.
    Remark(RemarkKind),
}

/// Something that is not on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// What the reading says of it, a sentence without its full stop; may be empty.
    pub message: String,
    /// The article's place in the dataset.
    pub article: usize,
    /// The words it is about.
    pub span: Span,
    /// The event, where there is one that merely lacks a place or day.
    pub event: Option<EventId>,
    /// What to restore, where a person rejected it.
    pub rejected: Option<ReportKey>,
}

/// Gathers everything that is not on the map, by article, then in text order.
/// `keys` are those of the dataset's articles; `rejected` comes with the words
/// of the report that was taken out of the dataset.
pub(super) fn gather(dataset: &Dataset, keys: &[ArticleKey], edits: &Edits) -> Vec<LeftOut> {
    let mut found = events_without_place_or_day(dataset);
    for (article, read) in dataset.articles.iter().enumerate() {
        for remark in &read.reading.remarks {
            let reason = Reason::Remark(remark.kind);
            let told_by_event = found.iter().any(|other| {
                other.article == article
                    && other.event.is_some()
                    && other.span.overlaps(remark.span)
                    && matches!(remark.kind, RemarkKind::Unplaced | RemarkKind::Undated)
            });
            if remark.kind.is_about_an_event() && !told_by_event {
                found.push(LeftOut {
                    reason,
                    message: remark.message.clone(),
                    article,
                    span: remark.span,
                    event: None,
                    rejected: None,
                });
            }
        }
    }
    found.extend(rejected_reports(keys, edits));
    found.sort_by_key(|left| (left.article, left.span, left.reason));
    found
}

fn events_without_place_or_day(dataset: &Dataset) -> Vec<LeftOut> {
    let mut found = Vec::new();
    for (number, event) in dataset.events.iter().enumerate() {
        let kind = match (event.locations.is_empty(), event.date.is_none()) {
            (false, false) => continue,
            (true, _) => RemarkKind::Unplaced,
            (false, true) => RemarkKind::Undated,
        };
        let Some((at, _, report)) = dataset.reports_of(event).next() else { continue };
        found.push(LeftOut {
            reason: Reason::Remark(kind),
            message: String::new(),
            article: at.article,
            span: report.quote,
            event: Some(EventId(number)),
            rejected: None,
        });
    }
    found
}

fn rejected_reports<'e>(
    keys: &'e [ArticleKey],
    edits: &'e Edits,
) -> impl Iterator<Item = LeftOut> + 'e {
    edits.rejected.iter().filter_map(|key| {
        let article = keys.iter().position(|other| *other == key.article)?;
        Some(LeftOut {
            reason: Reason::Rejected,
            message: String::new(),
            article,
            span: key.trigger,
            event: None,
            rejected: Some(*key),
        })
    })
}
