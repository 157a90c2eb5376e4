//! Event tables of others in: a row an event. Tables are recognised by their columns
//! (`assets/presets/tables.toml`), others are mapped by a guess or as a person says. A row
//! that cannot be used is kept with its line and the reason: rows taken and rows rejected
//! always add up to the rows of the file.

mod convert;
mod days;
mod error;
mod facts;
mod mentions;
mod numbers;
mod ours;
mod people;
mod positions;
mod presets;
mod preview;
mod rows;
mod start;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::model::{Event, EventTable, OURS, RecordField, TableOptions};
use convert::Converter;
pub use days::days as days_of_cell;
pub use error::TableError;
pub use facts::{How, TableFacts};
pub use mentions::{Added, Mentions, has_mentions, is_mentions};
use presets::{Preset, Presets};
pub use preview::{CodeColumn, CodeValue, Doubt, PreviewRow, TablePreview, glance, preview};
use rows::{Look, MOST_CELL_BYTES, Rows};
pub use start::column_name;
use start::start;

/// Files that may be event tables, in lower case.
pub const EVENT_TABLE_KINDS: &[&str] = &[
    "csv",
    "tsv",
    "tab",
    "txt",
    "xlsx",
    "xlsm",
    "ods",
    "geojson",
    "json",
    "jsonl",
    "ndjson",
    "kml",
    "kmz",
    "parquet",
    "geoparquet",
    "gpkg",
    "shp",
    "zip",
];

/// Those of them that are nothing else, whatever stands in them.
const TABLES_ONLY: &[&str] = &["xlsx", "xlsm", "ods", "kml", "kmz", "parquet", "geoparquet", "shp"];

/// A table and its events, in the order of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedTable {
    /// The rows, and what its columns are.
    pub table: EventTable,
    /// An event for each row, with table 0 as the table of its record.
    pub events: Vec<Event>,
}

/// Whether a file is an event table rather than an article, a list of places or a project: by
/// its ending, and by columns that tell when and where. A GeoPackage is one unless it is a
/// project, and so is all that can be nothing else; what it lacks is told by [`event_table`].
pub fn is_event_table(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !EVENT_TABLE_KINDS.contains(&extension.as_str()) {
        return false;
    }
    if TABLES_ONLY.contains(&extension.as_str()) {
        return true;
    }
    match Rows::open(path, &TableOptions::default(), Look::Head) {
        Ok(_) if extension == "gpkg" => true,
        // Alone they are no table, which is told by [`event_table`].
        Ok(rows) if mentions::is_preset(&rows.columns) => true,
        Ok(rows) => {
            let (preset, mapping) = plan(&rows);
            let is_known = !preset.key.is_empty();
            // A text may hold commas by chance.
            missing(&preset, &mapping).is_none() && (is_known || !rows.may_be_articles)
        }
        // One that cannot be read may have been a project.
        Err(TableError::NoRows { .. }) => extension == "gpkg",
        Err(error) => error.is_of_a_map(),
    }
}

/// Whether a file is a table, though a person may have to say how it is read: by its ending,
/// else by what [`is_event_table`] finds.
pub fn is_table(path: &Path) -> bool {
    const ENDINGS: [&str; 4] = ["csv", "tsv", "tab", "geojson"];
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    (path.is_file() && ENDINGS.contains(&extension.as_str())) || is_event_table(path)
}

/// Reads a table and makes events of its rows, telling `progress` the number of rows now
/// and then until it breaks off.
///
/// # Errors
/// If the file cannot be read, its columns tell neither when nor where, no row of it can
/// be used, or `progress` breaks off.
pub fn event_table(
    path: &Path,
    options: &TableOptions,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<ImportedTable, TableError> {
    event_table_with(path, options, None, progress)
}

/// The same with mentions, which tables of events of GDELT get.
///
/// # Errors
/// As [`event_table`].
pub fn event_table_with(
    path: &Path,
    options: &TableOptions,
    mentions: Option<&Arc<Mentions>>,
    progress: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<ImportedTable, TableError> {
    let mut rows = Rows::open(path, options, Look::Whole)?;
    if mentions::is_preset(&rows.columns) {
        return Err(TableError::Mentions { path: path.to_owned() });
    }
    let (table, preset) = start(path, &mut rows, options)?;
    if let Some((what, example)) = missing(&preset, &table.mapping) {
        return Err(TableError::not_events(what, example, &rows.columns, path));
    }
    let mut converter = Converter::new(table, &preset);
    if preset.key == OURS {
        converter.is_ours(&rows.given, rows.has_short_names);
    }
    if let Some(mentions) = mentions {
        converter.add_mentions(Arc::clone(mentions));
    }
    let (mut count, mut bytes, mut end) = (0_usize, 0_u64, None);
    let unit = rows.unit;
    rows.each_ahead(&mut |line, row| {
        match row {
            Ok(cells) => {
                bytes += cells.as_slice().len() as u64;
                converter.row(line, cells);
            }
            Err(bad) => converter.bad(line, bad.reason, bad.cells),
        }
        count += 1;
        if bytes > MOST_CELL_BYTES {
            let path = path.to_owned();
            end = Some(TableError::TooLarge { at: unit.at(line), path });
        } else if count.is_multiple_of(10_000) && progress(count).is_break() {
            end = Some(TableError::Stopped);
        }
        if end.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    if let Some(error) = end {
        return Err(error);
    }
    let imported = converter.finish();
    if imported.events.is_empty() {
        let path = path.to_owned();
        return Err(match imported.table.rejected.into_iter().next() {
            Some(first) => {
                TableError::Nothing { at: unit.at(first.line), reason: first.reason, path }
            }
            None => TableError::NoRows { path },
        });
    }
    Ok(imported)
}

/// The events of a table's rows once more, in the order of the rows, with table 0 as the
/// table of their records.
pub fn events_of(table: &EventTable) -> Vec<Event> {
    const ROWS_AT_ONCE: usize = 16_384;
    let starts: Vec<usize> = (0..table.len()).step_by(ROWS_AT_ONCE).collect();
    let preset = Presets::bundled().by_key(&table.preset);
    let part = |start: &usize| {
        let mut converter = Converter::new(table.without_rows(), &preset);
        let rows = *start..table.len().min(start + ROWS_AT_ONCE);
        let mut events = Vec::with_capacity(rows.len());
        let rows = rows.filter_map(|row| u32::try_from(row).ok());
        events.extend(rows.filter_map(|row| converter.again(table, row)));
        events
    };
    let parts: Vec<Vec<Event>> = starts.par_iter().map(part).collect();
    let mut events = Vec::with_capacity(table.len());
    parts.into_iter().for_each(|part| events.extend(part));
    events
}

/// The event of one row.
pub fn event_of(table: &EventTable, row: u32) -> Option<Event> {
    let preset = Presets::bundled().by_key(&table.preset);
    Converter::new(table.without_rows(), &preset).again(table, row)
}

/// What sort of table it is, and which columns tell what.
fn plan(rows: &Rows) -> (Preset, Vec<(RecordField, usize)>) {
    use RecordField::{FirstDay, LastDay, Latitude, Longitude};
    let presets = Presets::bundled();
    let known = presets.by_columns(&rows.columns, rows.has_shapes, rows.has_short_names);
    let (preset, mut mapping) = match known {
        Some(preset) => {
            let mut mapping = preset.mapping(&rows.columns, rows.has_short_names);
            let types = preset.type_columns(&rows.columns, rows.has_short_names);
            mapping.extend(types.into_iter().map(|column| (RecordField::Type, column)));
            (preset, mapping)
        }
        None => {
            let mut mapping = guess(&rows.columns, &rows.head);
            // What tags say is no guess.
            mapping.retain(|(field, _)| !rows.tagged.iter().any(|(of, _)| of == field));
            mapping.extend(&rows.tagged);
            (Preset::default(), mapping)
        }
    };
    if preset.key == OURS {
        return (preset, mapping);
    }
    let tells_days = mapping.iter().any(|(field, _)| *field == FirstDay);
    let has_days = rows.given.iter().any(|(field, _)| *field == FirstDay);
    if has_days && preset.key.is_empty() {
        // What a file has for days of its own is meant by them; a column may be.
        mapping.retain(|(field, _)| !matches!(field, FirstDay | LastDay));
    }
    mapping.retain(|pair| !rows.given.contains(pair));
    for &given in rows.given.iter().rev() {
        match given.0 {
            Latitude | Longitude => mapping.insert(0, given),
            FirstDay | LastDay if tells_days && !preset.key.is_empty() => {}
            _ => mapping.push(given),
        }
    }
    (preset, mapping)
}

/// The same of columns that nothing else is known of.
fn plan_of(columns: &[String], head: &[Vec<String>]) -> (Preset, Vec<(RecordField, usize)>) {
    match Presets::bundled().by_columns(columns, false, false) {
        Some(preset) => {
            let mapping = preset.mapping(columns, false);
            (preset, mapping)
        }
        None => (Preset::default(), guess(columns, head)),
    }
}

/// Which columns of a table of no known sort tell what, by their names and values.
fn guess(columns: &[String], head: &[Vec<String>]) -> Vec<(RecordField, usize)> {
    use RecordField::{Latitude, Longitude};
    let mut mapping = Presets::bundled().guess(columns);
    let mostly = |column: usize, is_such: &dyn Fn(&str) -> bool| {
        let cells = head.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim());
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        !cells.is_empty() && cells.iter().filter(|c| is_such(c)).count() * 10 >= cells.len() * 8
    };
    // A column may be called "geometry" and hold something else, or the other way round.
    let is_position = |cell: &str| {
        positions::position(cell).is_some() && (cell.contains('(') || cell.matches('.').count() > 1)
    };
    let at = |field| mapping.iter().find(|(of, _)| *of == field).map(|(_, at)| *at);
    let (lat, lon) = (at(Latitude), at(Longitude));
    if lat == lon {
        let holds_any = |column: &usize| {
            let mut cells = head.iter().filter_map(|row| row.get(*column));
            cells.any(|cell| positions::position(cell).is_some())
        };
        let by_name = lat.filter(holds_any);
        // Without headings, nothing tells what the other columns are.
        let is_named = columns.iter().any(|column| column.parse::<usize>().is_err());
        let by_cells = || (0..columns.len()).find(|at| is_named && mostly(*at, &is_position));
        let found = by_name.or_else(by_cells);
        mapping.retain(|(field, at)| !matches!(field, Latitude | Longitude) && found != Some(*at));
        mapping.extend(found.into_iter().flat_map(|at| [(Latitude, at), (Longitude, at)]));
        mapping.sort_by_key(|(field, _)| *field);
    }
    let tells = |field| mapping.iter().any(|(of, _)| *of == field);
    if !tells(RecordField::FirstDay) {
        // By its values: the first column most of which are days, not mere numbers.
        let is_day = |cell: &str| {
            cell.parse::<f64>().is_err()
                && days::days(cell, true).or(days::days(cell, false)).is_some()
        };
        let free = |column: &usize| !mapping.iter().any(|(_, at)| at == column);
        let found = (0..columns.len()).filter(free).find(|column| mostly(*column, &is_day));
        mapping.extend(found.map(|column| (RecordField::FirstDay, column)));
    }
    mapping
}

/// What a mapping lacks to make events: what, and how to name it.
fn missing(
    preset: &Preset,
    mapping: &[(RecordField, usize)],
) -> Option<(&'static str, &'static str)> {
    if preset.key == OURS {
        return None;
    }
    let tells = |field| mapping.iter().any(|(of, _)| *of == field);
    if !tells(RecordField::FirstDay) && !tells(RecordField::Year) {
        return Some(("when", "first_day=COLUMN"));
    }
    let position = tells(RecordField::Latitude) && tells(RecordField::Longitude);
    (!position && !tells(RecordField::Place))
        .then_some(("where", "latitude=COLUMN and longitude=COLUMN"))
}

#[cfg(test)]
mod tests;
