//! Older projects are brought up to date step by step, newer ones are refused.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _};

use super::StorageError;
use super::project::{copy, number};
use crate::geopackage;

/// The version of the tables that this program writes.
pub const VERSION: i64 = STEPS.len() as i64 + 1;

/// What makes version 2 of version 1, and so on. A step never changes once it was released.
pub(super) const STEPS: &[&str] = &[include_str!("to_2.sql"), include_str!("to_3.sql")];

/// Checks that it is a project, and brings an older one up to date: the copy that was made
/// of it before, where there was something to do.
///
/// # Errors
/// Where it is none, made by a newer program, or cannot be changed or copied.
pub fn bring_up_to_date(
    connection: &mut Connection,
    path: &Path,
    writable: bool,
) -> Result<Option<PathBuf>, StorageError> {
    run(connection, path, writable, STEPS)
}

pub(super) fn run(
    connection: &mut Connection,
    path: &Path,
    writable: bool,
    steps: &[&str],
) -> Result<Option<PathBuf>, StorageError> {
    let fail = |error| StorageError::of(error, path);
    let newest = i64::try_from(steps.len()).unwrap_or(0) + 1;
    let version = version(connection).map_err(fail)?;
    let Some(version) = version else {
        return Err(StorageError::NotAProject(path.to_owned()));
    };
    if version > newest {
        let program = connection
            .query_row("SELECT value FROM settings WHERE key = 'program'", [], |row| row.get(0))
            .map_err(fail)?;
        return Err(StorageError::Newer { program, path: path.to_owned() });
    }
    if version == newest {
        return Ok(None);
    }
    if !writable {
        return Err(StorageError::ReadOnly(path.to_owned()));
    }
    let backup = backup_name(path, version);
    copy(connection, path, &backup)?;
    let transaction = connection.transaction().map_err(fail)?;
    let done = usize::try_from(version - 1).unwrap_or(0);
    for step in steps.iter().skip(done) {
        transaction.execute_batch(step).map_err(fail)?;
    }
    transaction
        .execute("UPDATE settings SET value = ? WHERE key = 'schema_version'", [newest.to_string()])
        .map_err(fail)?;
    transaction.commit().map_err(fail)?;
    Ok(Some(backup))
}

/// The version of the tables; none where it is no project.
fn version(connection: &Connection) -> rusqlite::Result<Option<i64>> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let settings: Option<i64> = connection
        .query_row("SELECT 1 FROM sqlite_schema WHERE name = 'settings'", [], |row| row.get(0))
        .optional()?;
    if id != geopackage::APPLICATION_ID || settings.is_none() {
        return Ok(None);
    }
    Ok(Some(number(connection, "schema_version")?).filter(|version| *version > 0))
}

/// "NAME (before format 2).gpkg" beside the file, with a number where there is one already.
fn backup_name(path: &Path, version: i64) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = |n: u32| {
        let again = if n == 0 { String::new() } else { format!(", {n}") };
        path.with_file_name(format!("{stem} (format {version}{again}).gpkg"))
    };
    (0..).map(name).find(|name| !name.exists()).unwrap_or_else(|| name(0))
}
