//! Tables: the names of the columns in the first line, then a place a row.

use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use super::columns::Column;
use super::{OwnPlacesError, Record, Row};

/// The rows of a table. Rows that are all blank are passed over.
pub fn rows(text: &str, path: &Path) -> Result<Vec<Row>, OwnPlacesError> {
    let delimiter = delimiter(text.lines().next().unwrap_or_default());
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    // The text is UTF-8 by now, and rows may be of any length: reading cannot fail.
    let headings = reader.headers().cloned().unwrap_or_default();
    let columns = Column::ALL.map(|column| column.find(headings.iter()));
    for (column, at) in Column::ALL.iter().zip(columns) {
        if at.is_none() && Column::NEEDED.contains(column) {
            return Err(OwnPlacesError::Column {
                what: column.label(),
                names: column.choice(),
                path: path.to_owned(),
            });
        }
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        match row {
            Ok(row) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(row) => {
                let line = row.position().map_or(0, csv::Position::line);
                rows.push((format!("line {line}"), Ok(record(&row, &columns, delimiter))));
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                rows.push((format!("line {line}"), Err(error.to_string())));
            }
        }
    }
    Ok(rows)
}

fn record(row: &StringRecord, columns: &[Option<usize>; 8], delimiter: u8) -> Record {
    let mut record = Record::default();
    for (column, at) in Column::ALL.into_iter().zip(columns) {
        let cell = at.and_then(|at| row.get(at)).map(str::trim).unwrap_or_default();
        if !cell.is_empty() {
            record.set(column, &with_point(cell, column, delimiter));
        }
    }
    record
}

/// Where commas do not part the columns, one in a number is its decimal point.
fn with_point(cell: &str, column: Column, delimiter: u8) -> String {
    let number = matches!(column, Column::Latitude | Column::Longitude | Column::RadiusKm);
    if number && delimiter != b',' { cell.replace(',', ".") } else { cell.to_owned() }
}

/// What parts the headings most often: a comma, a semicolon or a tab.
fn delimiter(headings: &str) -> u8 {
    let count = |mark: u8| headings.bytes().filter(|byte| *byte == mark).count();
    // Of equals the last is taken: the comma.
    [b'\t', b';', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}
