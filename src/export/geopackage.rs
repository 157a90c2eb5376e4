//! Events as a GeoPackage for other programs: a layer of points, one of areas, and tables of
//! reports, sources and of what the file is. It is no project: nothing can be read again
//! from it.

use std::io::{self, Write};

use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, params_from_iter};

use super::columns::{COLUMNS, Cell, Sort, is_of_our_era};
use super::one_line::printable;
use super::options::Export;
use super::row::{Row, RowPlace};
use super::tables;
use crate::geopackage;

/// A day of our own choice, so that the same input gives the same bytes.
const LAST_CHANGE: &str = "2000-01-01T00:00:00.000Z";

/// Columns of the layer of areas beside the event's number.
const AREAS: [(&str, Sort); 9] = [
    ("event", Sort::Whole),
    ("place", Sort::Text),
    ("precision", Sort::Text),
    ("radius_km", Sort::Number),
    ("latitude", Sort::Number),
    ("longitude", Sort::Number),
    ("kind", Sort::Text),
    ("country", Sort::Text),
    ("admin1", Sort::Text),
];

pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("events.gpkg");
    let mut connection = Connection::open(&path).map_err(io::Error::other)?;
    fill(&mut connection, export).map_err(io::Error::other)?;
    connection.close().map_err(|(_, error)| io::Error::other(error))?;
    io::copy(&mut std::fs::File::open(&path)?, out)?;
    Ok(())
}

fn fill(connection: &mut Connection, export: &Export<'_>) -> rusqlite::Result<()> {
    // Nobody sees the file before it is whole.
    connection.pragma_update(None, "journal_mode", "OFF")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    geopackage::install(connection)?;
    let transaction = connection.transaction()?;
    geopackage::begin(&transaction)?;
    let said = export.outcome.to_string();
    let columns: Vec<(&str, Sort)> = COLUMNS.iter().map(|c| (c.name, c.sort)).collect();
    let events = Table::new(&transaction, "events", Some("POINT"), &columns, &said)?;
    let areas = Table::new(&transaction, "event_areas", Some("POLYGON"), &AREAS, &said)?;
    let reports = Table::new(&transaction, "reports", None, &tables::REPORTS, &said)?;
    let sources = Table::new(&transaction, "sources", None, &tables::SOURCES, &said)?;
    for row in export.rows() {
        let point = row.best().map(|(_, at)| geopackage::point(at));
        events.insert(point, COLUMNS.iter().map(|column| column.cell(&row)))?;
        for place in &row.places {
            areas.insert(area(place), area_cells(&row, place))?;
        }
        for report in tables::reports(&row) {
            reports.insert(None, report)?;
        }
    }
    for source in tables::sources(export) {
        sources.insert(None, source)?;
    }
    let columns = [("name", Sort::Text), ("value", Sort::Text)];
    let about = Table::new(&transaction, "about", None, &columns, "What this file is")?;
    for (name, value) in export.about() {
        about.insert(None, [Cell::Text(name), Cell::Text(value)])?;
    }
    for layer in ["events", "event_areas"] {
        set_extent(&transaction, layer)?;
    }
    transaction.commit()
}

/// The box around a layer; none where nothing in it has a position.
fn set_extent(to: &Transaction<'_>, layer: &str) -> rusqlite::Result<()> {
    let bounds =
        format!("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_{layer}_geom");
    to.execute(
        &format!("UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = ({bounds}) WHERE table_name = ?"),
        [layer],
    )?;
    Ok(())
}

/// A table that rows are put into.
struct Table<'t> {
    to: &'t Transaction<'t>,
    insert: String,
    has_geometry: bool,
}

impl<'t> Table<'t> {
    fn new(
        to: &'t Transaction<'t>,
        name: &str,
        geometry: Option<&str>,
        columns: &[(&str, Sort)],
        description: &str,
    ) -> rusqlite::Result<Self> {
        let geom = geometry.map(|geometry| format!(", geom {geometry}")).unwrap_or_default();
        let typed: String = columns
            .iter()
            .map(|(column, sort)| format!(", \"{column}\" {}", sql_type(*sort)))
            .collect();
        to.execute_batch(&format!(
            "CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{geom}{typed})"
        ))?;
        let sort = if geometry.is_some() { "features" } else { "attributes" };
        let srs = geometry.map(|_| 4326);
        to.execute(
            "INSERT INTO gpkg_contents
                 (table_name, data_type, identifier, description, last_change, srs_id)
             VALUES (?1, ?2, ?1, ?3, ?4, ?5)",
            rusqlite::params![name, sort, description, LAST_CHANGE, srs],
        )?;
        if let Some(geometry) = geometry {
            to.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
                [name, geometry],
            )?;
            geopackage::index(to, name)?;
        }
        let seats = columns.len() + usize::from(geometry.is_some());
        let names: Vec<String> = geometry
            .iter()
            .map(|_| "geom".to_owned())
            .chain(columns.iter().map(|(column, _)| format!("\"{column}\"")))
            .collect();
        let insert = format!(
            "INSERT INTO {name} ({}) VALUES ({})",
            names.join(", "),
            vec!["?"; seats].join(", ")
        );
        Ok(Self { to, insert, has_geometry: geometry.is_some() })
    }

    fn insert(
        &self,
        geometry: Option<Vec<u8>>,
        cells: impl IntoIterator<Item = Cell>,
    ) -> rusqlite::Result<()> {
        let geometry = geometry.map_or(Value::Null, Value::Blob);
        let geometry = self.has_geometry.then_some(geometry);
        let values = geometry.into_iter().chain(cells.into_iter().map(value));
        self.to.prepare_cached(&self.insert)?.execute(params_from_iter(values))?;
        Ok(())
    }
}

fn sql_type(sort: Sort) -> &'static str {
    match sort {
        Sort::Text => "TEXT",
        Sort::Whole => "INTEGER",
        Sort::Number => "REAL",
        Sort::Flag => "BOOLEAN",
        Sort::Day => "DATE",
    }
}

fn value(cell: Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Day(day) if !is_of_our_era(day) => Value::Null,
        Cell::Whole(number) => Value::Integer(number),
        Cell::Number(number) => Value::Real(number),
        Cell::Flag(flag) => Value::Integer(flag.into()),
        Cell::Text(text) => Value::Text(printable(&text)),
        text => Value::Text(text.into_text()),
    }
}

fn area(place: &RowPlace) -> Option<Vec<u8>> {
    geopackage::circle(place.position?, place.radius_km)
}

fn area_cells(row: &Row, place: &RowPlace) -> Vec<Cell> {
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    vec![
        Cell::Whole(row.event.try_into().unwrap_or(i64::MAX)),
        Cell::Text(place.name.clone()),
        Cell::Text(place.precision.key().to_owned()),
        Cell::Number(place.radius_km),
        place.position.map_or(Cell::Empty, |at| Cell::Number(at.lat)),
        place.position.map_or(Cell::Empty, |at| Cell::Number(at.lon)),
        Cell::Text(place.kind.key().to_owned()),
        text(place.country.map(|country| country.to_string())),
        text(place.admin1.clone()),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    #[test]
    fn layers_and_tables_are_there_and_indexed() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        let mut again = Vec::new();
        write(&mut again, &Export::new(&dataset, &options)).unwrap();
        assert_eq!(out, again);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.gpkg");
        std::fs::write(&path, out).unwrap();
        let file = Connection::open(&path).unwrap();
        let one = |sql: &str| file.query_row(sql, [], |row| row.get::<_, Value>(0)).unwrap();
        assert_eq!(one("PRAGMA integrity_check"), Value::Text("ok".to_owned()));
        assert_eq!(one("SELECT killed_low FROM events"), Value::Integer(49));
        assert_eq!(one("SELECT date_start FROM events"), Value::Text("2022-09-13".to_owned()));
        assert_eq!(one("SELECT latitude FROM events"), Value::Real(39.50797));
        assert_eq!(one("SELECT count(*) FROM events WHERE geom IS NULL"), Value::Integer(1));
        assert_eq!(one("SELECT count(*) FROM rtree_events_geom"), Value::Integer(1));
        assert_eq!(one("SELECT count(*) FROM rtree_event_areas_geom"), Value::Integer(2));
        assert_eq!(one("SELECT published FROM sources"), Value::Text("2022-09-13".to_owned()));
        assert_eq!(one("SELECT article FROM reports"), Value::Text("border".to_owned()));
    }
}
