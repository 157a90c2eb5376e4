//! Events as a table: a row each, the words behind each field in columns of their
//! own. Several values in one cell are joined by "; ".

use std::io::{self, Write};

use super::number;
use super::summary::{self, Summary, high, low, on_one_line};
use crate::model::{Dataset, Location, Report};

/// A column: its heading, and the cell of an event.
type Column = (&'static str, fn(&Summary<'_>) -> String);

/// In the order in which they are written. New columns go to the end, so that
/// what reads the table by position goes on working.
const COLUMNS: &[Column] = &[
    ("event", |s| s.number.to_string()),
    ("type", |s| s.event.event_type.key().to_owned()),
    ("label", |s| text(&s.label())),
    ("date_start", |s| s.event.date.map(|d| d.first().to_string()).unwrap_or_default()),
    ("date_end", |s| s.event.date.map(|d| d.last().to_string()).unwrap_or_default()),
    ("places", |s| of_places(s, |l| l.name.clone())),
    ("latitudes", |s| of_places(s, |l| number::degrees(l.position.lat).to_string())),
    ("longitudes", |s| of_places(s, |l| number::degrees(l.position.lon).to_string())),
    ("radii_km", |s| of_places(s, |l| number::km(l.radius_km).to_string())),
    ("precisions", |s| of_places(s, |l| l.precision.key().to_owned())),
    ("countries", |s| of_places(s, |l| l.country.map(|c| c.to_string()).unwrap_or_default())),
    ("admin1", |s| of_places(s, |l| l.admin1.clone().unwrap_or_default())),
    ("killed_low", |s| cell(low(s.event.killed.as_ref()))),
    ("killed_high", |s| cell(high(s.event.killed.as_ref()))),
    ("wounded_low", |s| cell(low(s.event.wounded.as_ref()))),
    ("wounded_high", |s| cell(high(s.event.wounded.as_ref()))),
    ("actors", |s| joined(&s.actors())),
    ("claimed_by", |s| joined(&s.claimants())),
    ("disputed", |s| s.event.is_disputed().to_string()),
    ("background", |s| s.event.background.to_string()),
    ("confidence", |s| number::confidence(s.event.confidence).to_string()),
    ("articles", |s| joined(&s.articles())),
    ("sources", |s| joined(&s.sources())),
    ("quotes", |s| joined(&s.quotes(|r| vec![r.quote]))),
    ("type_words", |s| joined(&s.quotes(|r| vec![r.trigger]))),
    ("date_words", |s| joined(&s.quotes(|r| r.date.iter().filter_map(|d| d.evidence).collect()))),
    ("place_words", |s| joined(&s.quotes(place_words))),
    ("killed_words", |s| joined(&s.quotes(|r| r.killed.iter().map(|c| c.evidence).collect()))),
    ("wounded_words", |s| joined(&s.quotes(|r| r.wounded.iter().map(|c| c.evidence).collect()))),
    ("actor_words", |s| joined(&s.quotes(|r| r.actors.iter().map(|a| a.span).collect()))),
    ("claim_words", |s| joined(&s.quotes(|r| r.claimed_by.iter().map(|c| c.span).collect()))),
    ("captured_low", |s| cell(low(s.event.captured.as_ref()))),
    ("captured_high", |s| cell(high(s.event.captured.as_ref()))),
    ("disputes", |s| lines(s.event.disputes.iter().map(|dispute| dispute.message.as_str()))),
    ("why_joined", |s| lines(s.event.joins.iter().map(|join| join.why.as_str()))),
];

/// Writes all events of a dataset, in its order, under a row of headings.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, dataset: &Dataset) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS.iter().map(|(heading, _)| heading))?;
    for event in summary::events(dataset) {
        table.write_record(COLUMNS.iter().map(|(_, cell)| cell(&event)))?;
    }
    table.flush()
}

fn place_words(report: &Report) -> Vec<crate::model::Span> {
    report.locations.iter().map(|location| location.evidence).collect()
}

/// A value of each place. Empty values keep their seat, so that the columns fit
/// each other; where all are empty, so is the cell.
fn of_places(summary: &Summary<'_>, value: fn(&Location) -> String) -> String {
    let values: Vec<String> = summary.event.locations.iter().map(value).collect();
    if values.iter().all(String::is_empty) { String::new() } else { text(&values.join("; ")) }
}

fn cell(value: Option<u32>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn lines<'v>(values: impl Iterator<Item = &'v str>) -> String {
    joined(&values.collect::<Vec<_>>())
}

fn joined(values: &[&str]) -> String {
    text(&values.join("; "))
}

/// Text on one line that no spreadsheet takes for a formula: an article must not
/// be able to run one in the program that opens the table. Numbers stay numbers.
fn text(value: &str) -> String {
    let line = on_one_line(value);
    let is_formula = line.starts_with(['=', '+', '-', '@']) && line.parse::<f64>().is_err();
    let is_coordinates = line.split("; ").all(|part| part.parse::<f64>().is_ok());
    if is_formula && !is_coordinates { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::*;

    /// The cells of the first event under these headings.
    fn check(wanted: &[(&str, &str)]) {
        let mut out = Vec::new();
        write(&mut out, &fixture::dataset()).unwrap();
        let mut table = csv::Reader::from_reader(out.as_slice());
        let headings = table.headers().unwrap().clone();
        let row = table.records().next().unwrap().unwrap();
        for (heading, cell) in wanted {
            let column = headings.iter().position(|h| h == *heading).unwrap();
            assert_eq!(&row[column], *cell, "{heading}");
        }
    }

    #[test]
    fn several_places_share_a_cell_and_ranges_have_two() {
        check(&[
            ("event", "1"),
            ("date_start", "2022-09-13"),
            ("places", "Goris; Sotk"),
            ("latitudes", "39.50797; 40.2"),
            ("killed_low", "49"),
            ("killed_high", ""),
            ("wounded_low", ""),
            ("claimed_by", "Armenia’s ministry"),
            ("killed_words", "at least 49"),
            ("quotes", "Goris came under fire, killing at least 49."),
        ]);
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        assert_eq!(text("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(text("-12.5; -3"), "-12.5; -3");
        assert_eq!(text("-12.5"), "-12.5");
        assert_eq!(text("a\n\n b"), "a b");
    }
}
