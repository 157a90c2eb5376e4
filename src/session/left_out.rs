//! What is not on the map, each with its reason: nothing is silently missing.

use super::{ArticleKey, Edits, ReportKey};
use crate::model::{Dataset, EventId, RecordRef, RemarkKind, Span};

/// Why something is not on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A person said that it is not an event.
    Rejected,
    /// A row of a table of which no event could be made.
    BadRow,
    /// The reading left it out or could not place or date it.
    Remark(RemarkKind),
}

/// What something that is not on the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// Words of an article.
    Words {
        /// The article's place in the dataset.
        article: usize,
        /// The words.
        span: Span,
    },
    /// A row of a table of which an event was made.
    Row(RecordRef),
    /// A row that was not taken: table, and place among those rejected.
    BadRow(usize, usize),
}

/// What brings something back that a person rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restore {
    /// A report.
    Report(ReportKey),
    /// A row of a table.
    Row(RecordRef),
}

/// Something that is not on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// What the reading says of it, a sentence without its full stop; may be empty.
    pub message: String,
    /// What it is.
    pub about: About,
    /// The event, where there is one that merely lacks a place or day.
    pub event: Option<EventId>,
    /// What to restore, where a person rejected it.
    pub restore: Option<Restore>,
}

/// Gathers everything that is not on the map: of articles in the order of the text, then
/// rows of tables. `keys` are those of the dataset's articles.
pub(super) fn gather(dataset: &Dataset, keys: &[ArticleKey], edits: &Edits) -> Vec<LeftOut> {
    let mut found = events_without_place_or_day(dataset);
    let mut told = spans_by_article(dataset.articles.len(), &found);
    for (article, read) in dataset.articles.iter().enumerate() {
        let told = told.get_mut(article).map(std::mem::take).unwrap_or_default();
        for remark in &read.reading.remarks {
            let told_by_event = matches!(remark.kind, RemarkKind::Unplaced | RemarkKind::Undated)
                && told.iter().any(|span| span.overlaps(remark.span));
            if remark.kind.is_about_an_event() && !told_by_event {
                found.push(LeftOut {
                    reason: Reason::Remark(remark.kind),
                    message: remark.message.clone(),
                    about: About::Words { article, span: remark.span },
                    event: None,
                    restore: None,
                });
            }
        }
    }
    found.extend(rejected_reports(keys, edits));
    found.extend(rejected_rows(dataset, edits));
    found.extend(bad_rows(dataset, edits));
    found.sort_by_key(|left| (left.about, left.reason));
    found
}

fn spans_by_article(articles: usize, found: &[LeftOut]) -> Vec<Vec<Span>> {
    let mut spans = vec![Vec::new(); articles];
    for left in found {
        if let About::Words { article, span } = left.about {
            spans[article].push(span);
        }
    }
    spans
}

fn events_without_place_or_day(dataset: &Dataset) -> Vec<LeftOut> {
    let mut found = Vec::new();
    for (number, event) in dataset.events.iter().enumerate() {
        let kind = match (event.locations.is_empty(), event.date.is_none()) {
            (false, false) => continue,
            (true, _) => RemarkKind::Unplaced,
            (false, true) => RemarkKind::Undated,
        };
        let words = dataset
            .reports_of(event)
            .next()
            .map(|(at, _, report)| About::Words { article: at.article, span: report.quote });
        let Some(about) = words.or(event.record.map(About::Row)) else { continue };
        found.push(LeftOut {
            reason: Reason::Remark(kind),
            message: String::new(),
            about,
            event: Some(EventId(number)),
            restore: None,
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
        let about = About::Words { article, span: key.trigger };
        Some(rejected(about, Restore::Report(*key)))
    })
}

fn rejected_rows<'e>(dataset: &'e Dataset, edits: &'e Edits) -> impl Iterator<Item = LeftOut> + 'e {
    let is_open = |at: &&RecordRef| {
        (at.table as usize) < dataset.tables.len() && !edits.closed_tables.contains(&at.table)
    };
    let rows = edits.rejected_records.iter().filter(is_open);
    rows.map(|at| rejected(About::Row(*at), Restore::Row(*at)))
}

fn rejected(about: About, restore: Restore) -> LeftOut {
    LeftOut {
        reason: Reason::Rejected,
        message: String::new(),
        about,
        event: None,
        restore: Some(restore),
    }
}

fn bad_rows<'e>(dataset: &'e Dataset, edits: &'e Edits) -> impl Iterator<Item = LeftOut> + 'e {
    let is_open = |number: usize| {
        u32::try_from(number).is_ok_and(|number| !edits.closed_tables.contains(&number))
    };
    let tables = dataset.tables.iter().enumerate().filter(move |(number, _)| is_open(*number));
    tables.flat_map(|(number, table)| {
        table.rejected.iter().enumerate().map(move |(at, row)| LeftOut {
            reason: Reason::BadRow,
            message: row.reason.clone(),
            about: About::BadRow(number, at),
            event: None,
            restore: None,
        })
    })
}
