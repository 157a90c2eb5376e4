//! Looks a project through: the file, the texts, and what stands in the tables.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::articles::sha256;
use super::project::{connect, number};
use super::{StorageError, migrate};
use crate::model::Reading;

/// Something that is not as it should be, in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding(pub String);

/// Everything that is wrong with a project; nothing if it is sound. Reads all of it, and
/// changes nothing.
///
/// # Errors
/// Where it cannot be opened at all.
pub fn check(path: &Path) -> Result<Vec<Finding>, StorageError> {
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    migrate::bring_up_to_date(&mut connection, path, false)?;
    let mut found = Vec::new();
    for part in [integrity, articles, readings, edits, derived] {
        match part(&connection) {
            Ok(findings) => found.extend(findings.into_iter().map(Finding)),
            Err(error) => found.push(Finding(format!("cannot be read on: {error}"))),
        }
    }
    Ok(found)
}

type Findings = rusqlite::Result<Vec<String>>;

fn integrity(from: &Connection) -> Findings {
    let mut select = from.prepare("PRAGMA integrity_check(20)")?;
    let lines: Vec<String> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

fn articles(from: &Connection) -> Findings {
    let mut select = from.prepare("SELECT fid, id, text, sha256 FROM articles ORDER BY fid")?;
    let mut rows = select.query([])?;
    let (mut found, mut next) = (Vec::new(), 1);
    while let Some(row) = rows.next()? {
        let (fid, id): (i64, String) = (row.get(0)?, row.get(1)?);
        if fid != next {
            found.push(format!("articles {next} to {} are missing", fid - 1));
        }
        next = fid + 1;
        if sha256(row.get_ref(2)?.as_str()?) != row.get_ref(3)?.as_str()? {
            found.push(format!("the text of article {fid} ({id}) is not the one that was kept"));
        }
    }
    Ok(found)
}

fn readings(from: &Connection) -> Findings {
    let mut select = from.prepare(
        "SELECT articles.fid, reading, text FROM articles
         LEFT JOIN readings ON readings.article = articles.fid ORDER BY articles.fid",
    )?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (fid, text): (i64, String) = (row.get(0)?, row.get(2)?);
        let Some(json) = row.get_ref(1)?.as_str_or_null()? else {
            found.push(format!("article {fid} has no reading; it is read again when opened"));
            continue;
        };
        match serde_json::from_str::<Reading>(json) {
            Err(error) => found.push(format!("the reading of article {fid} is broken ({error})")),
            Ok(reading) => {
                let outside = reading
                    .reports
                    .iter()
                    .filter(|r| text.get(r.trigger.start..r.trigger.end).is_none());
                found.extend(
                    outside.map(|_| format!("a report of article {fid} lies outside its text")),
                );
            }
        }
    }
    Ok(found)
}

fn edits(from: &Connection) -> Findings {
    let mut select = from.prepare("SELECT fid, command, before, after FROM edits ORDER BY fid")?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        for column in 1..4 {
            let json = row.get_ref(column)?.as_str()?;
            if let Err(error) = serde_json::from_str::<serde_json::Value>(json) {
                found.push(format!("edit {} is broken ({error})", row.get::<_, i64>(0)?));
            }
        }
    }
    Ok(found)
}

/// What is made of the rest fits it.
fn derived(from: &Connection) -> Findings {
    let lost = |table: &str, column: &str, of: &str| {
        format!("SELECT count(*) FROM {table} WHERE {column} NOT IN (SELECT fid FROM {of})")
    };
    let mut found = Vec::new();
    for (table, column, of) in [
        ("event_areas", "event", "events"),
        ("event_reports", "event", "events"),
        ("mentions", "article", "articles"),
        ("reports", "article", "articles"),
        ("readings", "article", "articles"),
    ] {
        let count: i64 = from.query_row(&lost(table, column, of), [], |row| row.get(0))?;
        if count > 0 {
            found.push(format!("{count} rows of {table} belong to no row of {of}"));
        }
    }
    if number(from, "revision")? != number(from, "events_of_revision")? {
        found.push("the events are older than the edits; they are made anew when opened".into());
    }
    Ok(found)
}
