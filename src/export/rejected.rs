//! Rows of event tables that could not be used, as a table to correct and read again.

use std::path::Path;

use super::{ExportError, write_atomically};
use crate::model::EventTable;

/// Writes the rejected rows with file, line and reason before their cells, under the headings
/// of each table.
///
/// # Errors
/// If the file cannot be written.
pub fn write_rejected<'t>(
    path: &Path,
    tables: impl IntoIterator<Item = &'t EventTable>,
) -> Result<(), ExportError> {
    write_atomically(path, |out| {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(out);
        for table in tables {
            let columns = table.columns.iter().map(String::as_str);
            writer.write_record(["file", "line", "reason"].into_iter().chain(columns))?;
            for row in &table.rejected {
                let line = row.line.to_string();
                let told = [table.name.as_str(), line.as_str(), row.reason.as_str()];
                writer
                    .write_record(told.into_iter().chain(row.cells.iter().map(String::as_str)))?;
            }
        }
        writer.flush()
    })
}
