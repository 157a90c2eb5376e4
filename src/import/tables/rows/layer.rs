//! Layers of a GeoPackage of others.

use std::ops::ControlFlow;

use csv::ByteRecord;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Row};

use super::features::Layout;
use super::input::Input;
use super::shape::Shape;
use super::{Bad, Each, HEAD_ROWS, Rows, Source, TableError, TableFacts, Unit};
use crate::geopackage;
use crate::import::tables::{missing, plan};
use crate::model::TableOptions;

/// A layer, or a table without shapes.
#[derive(Clone)]
struct Layer {
    name: String,
    columns: Vec<String>,
    /// The column of shapes, and the reference system of these.
    geometry: Option<(String, i64)>,
}

struct Table {
    input: Input,
    layer: Layer,
    layout: Layout,
}

pub fn open(input: &Input, options: &TableOptions) -> Result<Rows, TableError> {
    let refuse = |error: rusqlite::Error| input.refuse(&error);
    let connection = connect(input)?;
    let path = || input.path().to_owned();
    if geopackage::is_project(&connection).map_err(refuse)? {
        return Err(TableError::Project { path: path() });
    }
    let has_contents = "SELECT 1 FROM sqlite_schema WHERE name = 'gpkg_contents'";
    if connection.query_row(has_contents, [], |_| Ok(())).is_err() {
        return Err(input.is_no("GeoPackage"));
    }
    let layers = layers(&connection).map_err(refuse)?;
    let sheets: Vec<String> = layers.iter().map(|layer| layer.name.clone()).collect();
    if let Some(name) = options.sheet.as_ref().filter(|name| !sheets.contains(name)) {
        return Err(TableError::no_sheet(name, &sheets, input.path()));
    }
    let mut best: Option<(usize, Rows)> = None;
    let mut other_system = None;
    let asked = |layer: &&Layer| options.sheet.as_ref().is_none_or(|name| *name == layer.name);
    for layer in layers.iter().filter(asked) {
        if let Some((_, srs)) = &layer.geometry
            && let Some(name) = self::other_system(&connection, *srs).map_err(refuse)?
        {
            other_system = other_system.or(Some(name));
            continue;
        }
        let Ok(rows) = rows(input, layer) else { continue };
        // One that has all that events need, and the most rows.
        let (preset, mapping) = plan(&rows);
        let rating =
            rows.head.len() + if missing(&preset, &mapping).is_none() { HEAD_ROWS + 1 } else { 0 };
        if best.as_ref().is_none_or(|(other, _)| rating > *other) {
            let (sheet, sheets) = (Some(layer.name.clone()), sheets.clone());
            let facts = TableFacts { sheet, sheets, ..TableFacts::default() };
            let notes = vec![format!("layer \"{}\"", layer.name)];
            best = Some((rating, Rows { notes, facts, ..rows }));
        }
    }
    match (best, other_system) {
        (Some((_, rows)), _) => Ok(rows),
        (None, Some(srs)) => Err(TableError::Srs { srs, path: path() }),
        (None, None) => Err(TableError::NoRows { path: path() }),
    }
}

fn rows(input: &Input, layer: &Layer) -> Result<Rows, TableError> {
    let layout = Layout::of_columns(layer.columns.clone(), layer.geometry.is_some());
    let source = || {
        let (input, layer, layout) = (input.clone(), layer.clone(), layout.clone());
        Box::new(Table { input, layer, layout })
    };
    Ok(Rows {
        head: super::head_of(source(), input.path())?,
        columns: layout.columns(),
        notes: Vec::new(),
        unit: Unit::Row,
        given: layout.given(),
        tagged: Vec::new(),
        facts: TableFacts::default(),
        has_short_names: false,
        has_shapes: layout.has_shapes(),
        may_be_articles: false,
        source: source(),
    })
}

/// Opens it for reading alone; nothing that stands in it is run.
fn connect(input: &Input) -> Result<Connection, TableError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(input.path(), flags);
    let connection = connection.map_err(|error| input.refuse(&error))?;
    let set = connection.pragma_update(None, "trusted_schema", false);
    set.map_err(|error| input.refuse(&error))?;
    Ok(connection)
}

/// The layers, then the tables without shapes, in the order of their names. Views are left
/// out: they are programs, and may run for ever.
fn layers(connection: &Connection) -> rusqlite::Result<Vec<Layer>> {
    let mut select = connection.prepare(
        "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c
         JOIN sqlite_schema s ON s.name = c.table_name AND s.type = 'table'
              AND s.sql NOT LIKE 'CREATE VIRTUAL%'
         LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
         WHERE c.data_type IN ('features', 'attributes', 'aspatial')
         ORDER BY g.column_name IS NULL, c.table_name",
    )?;
    let found = select.query_map([], |row| {
        let column: Option<String> = row.get(1)?;
        let srs: Option<i64> = row.get(2)?;
        Ok(Layer { name: row.get(0)?, columns: Vec::new(), geometry: column.zip(srs) })
    })?;
    let mut layers: Vec<Layer> = found.collect::<rusqlite::Result<_>>()?;
    for layer in &mut layers {
        let mut select = connection.prepare("SELECT name FROM pragma_table_info(?)")?;
        let names = select.query_map([&layer.name], |row| row.get(0))?;
        layer.columns = names.collect::<rusqlite::Result<_>>()?;
        let geometry = layer.geometry.as_ref().map(|(column, _)| column.clone());
        layer.columns.retain(|column| Some(column) != geometry.as_ref());
    }
    Ok(layers)
}

/// The name of a reference system that is not longitude and latitude on WGS 84.
fn other_system(connection: &Connection, srs: i64) -> rusqlite::Result<Option<String>> {
    let mut select = connection.prepare(
        "SELECT organization || ':' || organization_coordsys_id FROM gpkg_spatial_ref_sys
         WHERE srs_id = ?",
    )?;
    let name = select.query_row([srs], |row| row.get::<_, String>(0));
    let name = name.unwrap_or_else(|_| format!("number {srs}"));
    let known = ["EPSG:4326", "OGC:CRS84"].iter().any(|known| name.eq_ignore_ascii_case(known));
    Ok((!known).then_some(name))
}

impl Source for Table {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        let refuse = |error: rusqlite::Error| self.input.refuse(&error);
        let connection = connect(&self.input)?;
        let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
        let geometry = self.layer.geometry.as_ref().map(|(column, _)| column);
        let columns: Vec<String> =
            self.layer.columns.iter().chain(geometry).map(|name| quoted(name)).collect();
        let sql = format!("SELECT {} FROM {}", columns.join(", "), quoted(&self.layer.name));
        let mut select = connection.prepare(&sql).map_err(refuse)?;
        let mut rows = select.query([]).map_err(refuse)?;
        let mut number = 0;
        while let Some(row) = rows.next().map_err(refuse)? {
            number += 1;
            let flow = match self.cells(row).map_err(refuse)? {
                Ok(mut cells) => each(number, Ok(&mut cells)),
                Err(bad) => each(number, Err(bad)),
            };
            if flow == ControlFlow::Break(()) {
                break;
            }
        }
        Ok(())
    }
}

impl Table {
    fn cells(&self, row: &Row<'_>) -> rusqlite::Result<Result<ByteRecord, Bad>> {
        let width = self.layer.columns.len();
        let cells = (0..width).map(|at| Ok(words(row.get_ref(at)?)));
        let cells: Vec<String> = cells.collect::<rusqlite::Result<_>>()?;
        let mut shape = None;
        if self.layer.geometry.is_some()
            && let ValueRef::Blob(blob) = row.get_ref(width)?
        {
            let Some((positions, is_points)) = geopackage::positions_of_blob(blob) else {
                let reason = "its shape cannot be read, correct it".to_owned();
                return Ok(Err(Bad { reason, cells }));
            };
            shape = Shape::new(positions, is_points);
        }
        let mut record = ByteRecord::from(cells);
        self.layout.push_shape(&mut record, shape.as_ref());
        Ok(Ok(record))
    }
}

/// A value as it would stand in a table.
fn words(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null | ValueRef::Blob(_) => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
    }
}
