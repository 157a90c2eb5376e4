//! How tables are read, by the flags and files of `dateline events`.

use std::fs;
use std::path::Path;

use super::args::{DateOrder, Decimal, Events};
use super::{CliError, say};
use crate::export::write_atomically;
use crate::import::{TableOptions, column_name};
use crate::model::EventTable;

/// What the file of `--map-file` says, and in place of that what the flags say.
pub fn of(args: &Events) -> Result<TableOptions, CliError> {
    let mut options = match &args.map_file {
        Some(path) => of_file(path)?,
        None => TableOptions::default(),
    };
    for (field, _) in &args.map {
        options.mapping.retain(|(of, _)| of != field);
    }
    options.mapping.extend(args.map.iter().cloned());
    put(&mut options.types, &args.types);
    put(&mut options.precisions, &args.precisions);
    put(&mut options.stretches, &args.stretches);
    let decimal_comma = args.decimal.map(|decimal| decimal == Decimal::Comma);
    let day_first = args.date_order.map(|order| order == DateOrder::DayFirst);
    let headings = args.no_headings.then_some(false);
    Ok(TableOptions {
        encoding: args.encoding.clone().or(options.encoding),
        delimiter: args.delimiter.or(options.delimiter),
        headings: headings.or(options.headings),
        sheet: args.sheet.clone().or(options.sheet),
        day_first: day_first.or(options.day_first),
        decimal_comma: decimal_comma.or(options.decimal_comma),
        ..options
    })
}

/// Keeps how a table was read, with all its columns, for another time.
pub fn save(path: &Path, table: &EventTable) -> Result<(), CliError> {
    let columns = &table.columns;
    let mapping =
        table.mapping.iter().map(|(field, at)| (*field, column_name(columns, *at))).collect();
    let options = TableOptions { mapping, only_mapped: true, ..table.options.clone() };
    write_atomically(path, |out| {
        serde_json::to_writer_pretty(&mut *out, &options)?;
        writeln!(out)
    })?;
    say(&format!("{}: how {} was read", path.display(), table.name));
    Ok(())
}

fn of_file(path: &Path) -> Result<TableOptions, CliError> {
    let wrong = |reason: String| CliError::Mapping { reason, path: path.to_owned() };
    let text = fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))
}

/// What is said later counts.
fn put<T: Clone>(all: &mut Vec<(String, T)>, others: &[(String, T)]) {
    all.retain(|(value, _)| !others.iter().any(|(other, _)| other == value));
    all.extend_from_slice(others);
}
