//! Takes out of a damaged project what can still be read.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::articles::sha256;
use super::project::connect;
use super::{Project, StorageError};

/// What cannot be made from the rest. Events, mentions and reports can.
const TABLES: &[&str] = &[
    "articles",
    "readings",
    "places",
    "event_tables",
    "event_table_rows",
    "edits",
    "filters",
    "bookmarks",
    "stories",
    "own_places",
    "settings",
];

/// Of the numbers between the rows that can be read from either end, at most so many are
/// tried one by one.
const MOST_TRIED: i64 = 1_000_000;

/// What came of a rescue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescued {
    /// A line for each table: how many rows were saved.
    pub saved: Vec<String>,
    /// A line for each loss; empty where nothing was lost.
    pub lost: Vec<String>,
}

/// Writes what can be read of a damaged project into a new one. Events are made anew
/// when that is opened.
///
/// # Errors
/// Where nothing at all can be read, or the new file cannot be written.
pub fn rescue(path: &Path, to: &Path, program: &str) -> Result<Rescued, StorageError> {
    let from = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    // The root pages of the tables stand in the first page: without it all is lost.
    from.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))
        .map_err(|error| StorageError::of(error, path))?;
    drop(Project::create(to, program)?);
    let new = connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let fail = |error| StorageError::of(error, to);
    new.execute_batch("BEGIN").map_err(fail)?;
    let mut rescued = Rescued::default();
    for table in TABLES {
        copy_table(&from, &new, table, &mut rescued).map_err(fail)?;
    }
    // Not equal, so that the events are made anew.
    new.execute_batch(
        "UPDATE settings SET value = '-1' WHERE key = 'events_of_revision';
         DELETE FROM readings WHERE article NOT IN (SELECT fid FROM articles)",
    )
    .map_err(fail)?;
    look_for_broken_texts(&new, &mut rescued).map_err(fail)?;
    new.execute_batch("COMMIT").map_err(fail)?;
    Ok(rescued)
}

fn copy_table(
    from: &Connection,
    to: &Connection,
    table: &str,
    rescued: &mut Rescued,
) -> rusqlite::Result<()> {
    let columns = columns(to, table)?;
    let mut seen = BTreeSet::new();
    let mut broken = false;
    for order in ["ASC", "DESC"] {
        if order == "DESC" && !broken {
            break;
        }
        let rows =
            each_row(from, table, &columns, &format!("ORDER BY rowid {order}"), |id, row| {
                // From the other end, up to what is known.
                if !seen.insert(id) {
                    return Ok(false);
                }
                insert(to, table, &columns, &row)?;
                Ok(true)
            });
        broken |= rows.is_err();
    }
    let mut lost = 0;
    if broken {
        let gap = gap_in(&seen);
        let tried = gap.end.saturating_sub(gap.start).clamp(0, MOST_TRIED);
        for id in gap.start..gap.start + tried {
            let found =
                each_row(from, table, &columns, &format!("WHERE rowid = {id}"), |id, row| {
                    if seen.insert(id) {
                        insert(to, table, &columns, &row)?;
                    }
                    Ok(false)
                });
            lost += i64::from(found.is_err());
        }
    }
    rescued.saved.push(format!("{table}: {} rows", seen.len()));
    if broken {
        let how_many = if lost == 0 { "perhaps some".to_owned() } else { lost.to_string() };
        rescued.lost.push(format!("{table}: {how_many} rows could not be read"));
    }
    Ok(())
}

/// The widest stretch of numbers between rows that were read.
fn gap_in(seen: &BTreeSet<i64>) -> std::ops::Range<i64> {
    let gaps = seen.iter().zip(seen.iter().skip(1)).map(|(a, b)| *a + 1..*b);
    gaps.max_by_key(|gap| gap.end - gap.start).unwrap_or(0..0)
}

fn columns(of: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut select = of.prepare("SELECT name FROM pragma_table_info(?)")?;
    select.query_map([table], |row| row.get(0))?.collect()
}

/// Reads rows until `each` has enough or one cannot be read.
fn each_row(
    from: &Connection,
    table: &str,
    columns: &[String],
    rest: &str,
    mut each: impl FnMut(i64, Vec<Value>) -> rusqlite::Result<bool>,
) -> rusqlite::Result<()> {
    let mut select =
        from.prepare(&format!("SELECT rowid, \"{}\" FROM {table} {rest}", columns.join("\", \"")))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let values: Vec<Value> =
            (1..=columns.len()).map(|at| row.get(at)).collect::<Result<_, _>>()?;
        if !each(row.get(0)?, values)? {
            break;
        }
    }
    Ok(())
}

fn insert(to: &Connection, table: &str, columns: &[String], row: &[Value]) -> rusqlite::Result<()> {
    let marks = vec!["?"; columns.len()].join(", ");
    let columns = columns.join("\", \"");
    to.prepare_cached(&format!("INSERT OR REPLACE INTO {table} (\"{columns}\") VALUES ({marks})"))?
        .execute(params_from_iter(row))?;
    Ok(())
}

fn look_for_broken_texts(of: &Connection, rescued: &mut Rescued) -> rusqlite::Result<()> {
    let mut select = of.prepare("SELECT fid, id, text, sha256 FROM articles ORDER BY fid")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        if sha256(row.get_ref(2)?.as_str()?) != row.get_ref(3)?.as_str()? {
            let (fid, id): (i64, String) = (row.get(0)?, row.get(1)?);
            rescued.lost.push(format!("part of the text of article {fid} ({id})"));
        }
    }
    Ok(())
}
