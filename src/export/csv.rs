//! Events as a table: a row each, the words behind each field in columns of their
//! own. Several values in one cell are joined by "; ".

use std::io::{self, Write};

use super::columns::{COLUMNS, Cell};
use super::options::{Export, Options};
use crate::model::Dataset;

/// Writes all events of a dataset, in its order, under a row of headings.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, dataset: &Dataset) -> io::Result<()> {
    write_export(out, &Export::new(dataset, &Options::default()))
}

/// Writes the rows of an export under a row of headings.
pub(super) fn write_export(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let headings = COLUMNS.iter().map(|column| column.name);
    let rows = export.rows().map(|row| COLUMNS.iter().map(|c| c.cell(&row)).collect());
    write_table(out, headings, rows)
}

/// Writes any table; no cell is one that a spreadsheet would run.
pub(super) fn write_table<'h>(
    out: &mut dyn Write,
    headings: impl Iterator<Item = &'h str>,
    rows: impl Iterator<Item = Vec<Cell>>,
) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(headings)?;
    for row in rows {
        table.write_record(row.into_iter().map(Cell::into_harmless_text))?;
    }
    table.flush()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::row::Row;
    use super::*;

    /// The cells of the first event under these headings.
    fn check(wanted: &[(&str, &str)]) {
        for (heading, cell) in wanted {
            assert_eq!(value(heading), *cell, "{heading}");
        }
    }

    fn value(heading: &str) -> String {
        let mut out = Vec::new();
        write(&mut out, &fixture::dataset()).unwrap();
        let mut table = csv::Reader::from_reader(out.as_slice());
        let headings = table.headers().unwrap().clone();
        let row = table.records().next().unwrap().unwrap();
        let column = headings.iter().position(|h| h == heading).unwrap();
        row[column].to_owned()
    }

    #[test]
    fn several_places_share_a_cell_and_ranges_have_two() {
        check(&[
            ("event", "1"),
            ("date_start", "2022-09-13"),
            ("places", "Goris; Sotk"),
            ("latitudes", "39.50797; 40.2"),
            ("latitude", "39.50797"),
            ("country", "Armenia"),
            ("killed_low", "49"),
            ("killed_high", ""),
            ("wounded_low", ""),
            ("claimed_by", "Armenia’s ministry"),
            ("victims", "Armenia"),
            ("killed_words", "at least 49"),
            ("quotes", "Goris came under fire, killing at least 49."),
            ("plover", "ASSAULT/heavy-weapons"),
        ]);
    }

    #[test]
    fn the_last_column_has_all_of_the_row() {
        let dataset = fixture::dataset();
        let export = Export::new(&dataset, &Options::default()).rows().next().unwrap();
        assert_eq!(serde_json::from_str::<Row>(&value("details")).unwrap(), export);
    }
}
