//! What a table is taken for before its rows are read: by its columns, its first rows, and
//! what a person says.

use std::path::Path;

use super::presets::{Preset, plain};
use super::rows::Rows;
use super::{How, TableError, days, numbers, plan};
use crate::model::{EventTable, OURS, RecordField as F, TableOptions};

/// Fields whose cells are numbers, but for degrees.
const NUMBERS: [F; 7] =
    [F::Radius, F::Killed, F::KilledLow, F::KilledHigh, F::Wounded, F::WoundedLow, F::WoundedHigh];

/// The table without its rows, and the preset that its columns follow. What is found out by
/// its cells goes into the facts of `rows`.
///
/// # Errors
/// If a column is named that is not there.
pub fn start(
    path: &Path,
    rows: &mut Rows,
    options: &TableOptions,
) -> Result<(EventTable, Preset), TableError> {
    let (mut preset, found) = plan(rows);
    let mapping = mapping_of(path, &rows.columns, &found, options)?;
    if options.only_mapped && preset.key == OURS && !is_same(&mapping, &found) {
        // What a person says of the columns counts, not what is in the details.
        preset = Preset::default();
    }
    let format = if preset.label.is_empty() { "table" } else { &preset.label };
    let mut table = EventTable::new(path, format, rows.columns.clone(), mapping);
    table.preset.clone_from(&preset.key);
    table.unit = rows.unit;
    table.options = options.clone();
    rows.facts.day_first = order_of_days(&table, &rows.head, options.day_first);
    rows.facts.decimal_comma = decimal_comma(&table, &rows.head, options.decimal_comma);
    table.day_first = rows.facts.day_first.or(asked(options.day_first)).is_none_or(|(it, _)| it);
    let comma = rows.facts.decimal_comma.or(asked(options.decimal_comma));
    table.decimal_comma = comma.filter(|(_, how)| *how != How::Guessed).map(|(it, _)| it);
    table.notes.clone_from(&rows.notes);
    table.notes.extend(rows.facts.day_first.map(|(order, how)| note_on_days(order, how)));
    let tells = |field: F| table.mapping.iter().any(|(of, _)| *of == field);
    if preset.key != OURS && tells(F::Place) && !(tells(F::Latitude) && tells(F::Longitude)) {
        table.notes.push(
            "places by name only, which are not looked up: no event of it is on the map".to_owned(),
        );
    }
    if cells(&table, &rows.head, &[F::FirstDay]).any(days::is_serial) {
        table.notes.push("days as a spreadsheet counts them: 44817 is 2022-09-13".to_owned());
    }
    Ok((table, preset))
}

/// What is found, with what a person says in its place, in the order of the fields.
fn mapping_of(
    path: &Path,
    columns: &[String],
    found: &[(F, usize)],
    options: &TableOptions,
) -> Result<Vec<(F, usize)>, TableError> {
    let is_named = |field: &F| options.mapping.iter().any(|(of, _)| of == field);
    let mut mapping: Vec<(F, usize)> =
        found.iter().filter(|(of, _)| !options.only_mapped && !is_named(of)).copied().collect();
    for (field, name) in &options.mapping {
        let no_column = || TableError::no_column(name, columns, path);
        mapping.push((*field, column_of(columns, name).ok_or_else(no_column)?));
    }
    mapping.sort_by_key(|(field, _)| *field);
    Ok(mapping)
}

fn is_same(mapping: &[(F, usize)], found: &[(F, usize)]) -> bool {
    mapping.len() == found.len() && mapping.iter().all(|pair| found.contains(pair))
}

/// The name by which options mean this column: its heading, or "#3" where others have the
/// same.
pub fn column_name(columns: &[String], at: usize) -> String {
    let heading = columns.get(at).cloned().unwrap_or_default();
    if column_of(columns, &heading) == Some(at) { heading } else { format!("#{}", at + 1) }
}

/// The column of this name.
fn column_of(columns: &[String], name: &str) -> Option<usize> {
    let exact = columns.iter().position(|column| column == name && !name.is_empty());
    let alike = || {
        let wanted = plain(name);
        columns.iter().position(|column| plain(column) == wanted && !wanted.is_empty())
    };
    let numbered = || {
        let number: usize = name.strip_prefix('#')?.parse().ok()?;
        number.checked_sub(1).filter(|at| *at < columns.len())
    };
    exact.or_else(numbered).or_else(alike)
}

fn asked(value: Option<bool>) -> Option<(bool, How)> {
    value.map(|value| (value, How::Asked))
}

/// The cells of the first rows that tell one of these fields.
fn cells<'r>(
    table: &EventTable,
    head: &'r [Vec<String>],
    fields: &[F],
) -> impl Iterator<Item = &'r str> + Clone {
    let of_field = table.mapping.iter().filter(|(field, _)| fields.contains(field));
    let columns: Vec<usize> = of_field.map(|(_, column)| *column).collect();
    head.iter().flat_map(move |row| {
        let cells: Vec<&str> =
            columns.iter().filter_map(|at| row.get(*at)).map(|cell| cell.trim()).collect();
        cells
    })
}

/// Whether days come first, where any cell leaves that open.
fn order_of_days(
    table: &EventTable,
    head: &[Vec<String>],
    order: Option<bool>,
) -> Option<(bool, How)> {
    let cells = cells(table, head, &[F::FirstDay, F::LastDay]);
    let is_open = |cell: &str| {
        let parts: Vec<&str> = days::without_weekday(cell).split(['/', '.', '-']).collect();
        matches!(parts.as_slice(), [a, b, _] if a.len() <= 2 && b.parse::<u8>().is_ok())
    };
    if !cells.clone().any(is_open) {
        return None;
    }
    let found = || days::day_first(cells).map(|first| (first, How::Told));
    Some(asked(order).or_else(found).unwrap_or((true, How::Guessed)))
}

fn note_on_days(day_first: bool, how: How) -> String {
    let order = if day_first { "day before month" } else { "month before day" };
    let why = match how {
        How::Asked => "as asked for",
        How::Told => "as its days after the twelfth tell",
        How::Guessed => "since nothing tells otherwise: check it",
    };
    format!("dates with the {order}, {why}")
}

/// Whether a comma is the decimal sign, where any cell has one or the other.
fn decimal_comma(
    table: &EventTable,
    head: &[Vec<String>],
    comma: Option<bool>,
) -> Option<(bool, How)> {
    let degrees = cells(table, head, &[F::Latitude, F::Longitude]);
    let others = cells(table, head, &NUMBERS);
    let has_sign = degrees.clone().chain(others.clone()).any(numbers::has_sign);
    let found = || numbers::decimal_comma(degrees, others).map(|comma| (comma, How::Told));
    has_sign.then(|| asked(comma).or_else(found).unwrap_or((false, How::Guessed)))
}
