//! What has a name: filters, bookmarks and stories, for other programs to read. The edits
//! hold all of it; these tables are made of them.

use rusqlite::{Result, Transaction, params};

use super::articles::fid;
use crate::model::Span;

/// All filters, bookmarks and stories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptRows {
    /// Filters: name and definition in JSON.
    pub filters: Vec<(String, String)>,
    /// Bookmarks.
    pub bookmarks: Vec<BookmarkRow>,
    /// Stories: name and steps in JSON.
    pub stories: Vec<(String, String)>,
}

/// A bookmark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookmarkRow {
    /// Its name.
    pub name: String,
    /// The number of the article and the trigger of the report that it is of.
    pub report: Option<(usize, Span)>,
    /// Words of a person.
    pub note: String,
    /// All of it, as JSON.
    pub definition: String,
}

pub fn write(to: &Transaction<'_>, kept: &KeptRows) -> Result<()> {
    to.execute_batch("DELETE FROM filters; DELETE FROM bookmarks; DELETE FROM stories")?;
    for (name, definition) in &kept.filters {
        to.prepare_cached("INSERT INTO filters (name, definition) VALUES (?, ?)")?
            .execute([name, definition])?;
    }
    for row in &kept.bookmarks {
        let (article, trigger) = row.report.unzip();
        to.prepare_cached(
            "INSERT INTO bookmarks (name, article, trigger_start, trigger_end, note, definition)
             VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            row.name,
            article.map(fid),
            trigger.map(|span| span.start),
            trigger.map(|span| span.end),
            row.note,
            row.definition,
        ])?;
    }
    for (name, steps) in &kept.stories {
        to.prepare_cached("INSERT INTO stories (name, steps) VALUES (?, ?)")?
            .execute([name, steps])?;
    }
    Ok(())
}
