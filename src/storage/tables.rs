//! Event tables in a project: what each is, and its rows in blocks as they came.

use rusqlite::{Connection, Result, Transaction, params};

use super::articles::json;
use crate::model::EventTable;

/// A table and its number in the order of opening.
pub struct TableRow<'a> {
    /// The number, from 0.
    pub number: usize,
    /// The table.
    pub table: &'a EventTable,
}

pub fn write(to: &Transaction<'_>, row: &TableRow<'_>) -> Result<()> {
    let table = row.table;
    to.execute(
        "INSERT INTO event_tables (fid, name, path, format, rows, rejected, header)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![
            row.number + 1,
            table.name,
            table.path.as_ref().map(|path| path.to_string_lossy()),
            table.format,
            table.len(),
            table.rejected.len(),
            json(table)?,
        ],
    )?;
    let mut insert =
        to.prepare("INSERT INTO event_table_rows (event_table, block, rows) VALUES (?, ?, ?)")?;
    for (block, bytes) in table.blocks().enumerate() {
        insert.execute(params![row.number + 1, block, bytes])?;
    }
    Ok(())
}

/// All tables in the order of opening. What cannot be understood of one is left empty, so
/// that the numbers of the others stay.
pub fn read(from: &Connection) -> Result<Vec<EventTable>> {
    let mut select = from.prepare("SELECT fid, header FROM event_tables ORDER BY fid")?;
    let mut blocks =
        from.prepare("SELECT rows FROM event_table_rows WHERE event_table = ? ORDER BY block")?;
    let mut tables = Vec::new();
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        let mut table: EventTable =
            serde_json::from_str(row.get_ref(1)?.as_str()?).unwrap_or_default();
        let mut of_table = blocks.query([number])?;
        while let Some(block) = of_table.next()? {
            // A damaged block ends the table: what comes before has the right numbers.
            if !table.push_block(block.get_ref(0)?.as_blob()?) {
                break;
            }
        }
        tables.push(table);
    }
    Ok(tables)
}
