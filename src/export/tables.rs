//! The tables beside that of events: a row for each report, and for each source.

use std::borrow::Cow;

use super::columns::{Cell, Sort};
use super::options::Export;
use super::row::{Bounds, Row, RowReport};

/// Headings of the table of reports.
pub const REPORTS: [(&str, Sort); 20] = [
    ("event", Sort::Whole),
    ("article", Sort::Text),
    ("title", Sort::Text),
    ("source", Sort::Text),
    ("url", Sort::Text),
    ("published", Sort::Day),
    ("quote", Sort::Text),
    ("quote_start", Sort::Whole),
    ("quote_end", Sort::Whole),
    ("claimed_by", Sort::Text),
    ("claim_verb", Sort::Text),
    ("date_start", Sort::Day),
    ("date_end", Sort::Day),
    ("killed_low", Sort::Whole),
    ("killed_high", Sort::Whole),
    ("wounded_low", Sort::Whole),
    ("wounded_high", Sort::Whole),
    ("captured_low", Sort::Whole),
    ("captured_high", Sort::Whole),
    ("sha256", Sort::Text),
];

/// Headings of the table of sources.
pub const SOURCES: [(&str, Sort); 8] = [
    ("article", Sort::Text),
    ("title", Sort::Text),
    ("source", Sort::Text),
    ("url", Sort::Text),
    ("published", Sort::Day),
    ("characters", Sort::Whole),
    ("sha256", Sort::Text),
    ("file", Sort::Text),
];

/// The reports of an event.
pub fn reports(row: &Row) -> Vec<Vec<Cell>> {
    row.reports.iter().map(|report| cells(row, report)).collect()
}

fn cells(row: &Row, report: &RowReport) -> Vec<Cell> {
    let low = |bounds: Bounds| bounds.low.map_or(Cell::Empty, |n| Cell::Whole(n.into()));
    let high = |bounds: Bounds| bounds.high.map_or(Cell::Empty, |n| Cell::Whole(n.into()));
    let claim = report.claim.as_ref();
    vec![
        whole(row.event),
        Cell::Text(report.article.clone()),
        text(report.title.as_ref()),
        text(report.source.as_ref()),
        text(report.url.as_ref()),
        report.published.map_or(Cell::Empty, Cell::Day),
        Cell::Text(report.quote.clone()),
        report.quote_span.map_or(Cell::Empty, |(start, _)| whole(start)),
        report.quote_span.map_or(Cell::Empty, |(_, end)| whole(end)),
        text(claim.map(|claim| &claim.by)),
        text(claim.map(|claim| &claim.verb)),
        report.date.map_or(Cell::Empty, |range| Cell::Day(range.first())),
        report.date.map_or(Cell::Empty, |range| Cell::Day(range.last())),
        low(report.killed),
        high(report.killed),
        low(report.wounded),
        high(report.wounded),
        low(report.captured),
        high(report.captured),
        Cell::Text(report.sha256.clone()),
    ]
}

/// The articles that tell of the events.
pub fn sources<'e>(export: &'e Export<'_>) -> impl Iterator<Item = Vec<Cell>> + 'e {
    let text = |value: Option<Cow<'_, str>>| {
        value.map_or(Cell::Empty, |value| Cell::Text(value.into_owned()))
    };
    super::sources::sources(export).map(move |source| {
        vec![
            text(Some(source.id)),
            text(source.title),
            text(source.source),
            text(source.url),
            source.published.map_or(Cell::Empty, Cell::Day),
            source.characters.map_or(Cell::Empty, whole),
            text(Some(source.sha256)),
            source.file.map_or(Cell::Empty, Cell::Text),
        ]
    })
}

fn text(value: Option<&String>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Text(value.clone()))
}

fn whole(number: usize) -> Cell {
    Cell::Whole(number.try_into().unwrap_or(i64::MAX))
}
