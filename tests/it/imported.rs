//! Tables that are read within the tests.

use std::ops::ControlFlow;
use std::sync::Arc;

use dateline::export::{Row, Rows};
use dateline::import::{ImportedTable, TableError, TableOptions, event_table};
use dateline::model::{Dataset, Event};

/// Reads a table written for the test.
pub fn read(name: &str, text: impl AsRef<[u8]>) -> Result<ImportedTable, TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    event_table(&path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()))
}

/// A table and its events.
pub fn dataset(imported: ImportedTable) -> Dataset {
    let (events, tables) = (imported.events, vec![Arc::new(imported.table)]);
    Dataset { events, tables, ..Dataset::default() }
}

/// The rows of a dataset as they go out.
pub fn rows_of(dataset: &Dataset) -> Vec<Row> {
    let rows = Rows::new(dataset);
    dataset.events.iter().zip(1..).map(|(event, number)| rows.row(number, event)).collect()
}

/// The rows of a table, all of which are good.
pub fn rows(name: &str, text: &str) -> Vec<Row> {
    let imported = read(name, text).unwrap();
    assert_eq!(imported.table.rejected, []);
    rows_of(&dataset(imported))
}

/// "battle 2022-09-13..2022-09-13 39.84,45.67 exact 0 Jermuk killed 3–5".
pub fn line(event: &Event) -> String {
    let days = event.date.map(|d| format!(" {}..{}", d.first(), d.last())).unwrap_or_default();
    let place = event.locations.first().map(|place| {
        let (at, radius) = (place.position, place.radius_km);
        format!(" {},{} {} {radius} {}", at.lat, at.lon, place.precision.key(), place.name)
    });
    let killed = event.killed.map(|count| format!(" killed {}", count.label()));
    let (place, killed) = (place.unwrap_or_default(), killed.unwrap_or_default());
    format!("{}{days}{place}{killed}", event.event_type.key())
}

/// The first event of a table.
pub fn told(imported: &ImportedTable) -> String {
    line(&imported.events[0])
}
