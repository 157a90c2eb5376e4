//! Why a file gave no events.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::import::Binary;

/// Why a file gave no events at all.
#[derive(Debug, Error)]
pub enum TableError {
    /// It could not be read.
    #[error("cannot read the table ({reason}), save it again, or as .csv in UTF-8: {}", path.display())]
    Unreadable {
        /// What does not fit.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// It is not what its name says.
    #[error("no {what} in it, give the file the ending of what it is, or save it again: {}", path.display())]
    WrongEnding {
        /// What its ending stands for.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// It is no table at all.
    #[error("{kind}, save the table as .csv or .xlsx: {}", path.display())]
    Binary {
        /// What it is instead.
        kind: Binary,
        /// The file.
        path: PathBuf,
    },
    /// It is no JSON.
    #[error("not JSON ({source}), correct it there: {}", path.display())]
    NotJson {
        /// What does not fit, with its line.
        source: serde_json::Error,
        /// The file.
        path: PathBuf,
    },
    /// It has nothing that could be an event.
    #[error("no features in it, save the events as a FeatureCollection or as placemarks: {}", path.display())]
    NoFeatures {
        /// The file.
        path: PathBuf,
    },
    /// Positions in another system than ours.
    #[error("positions in {srs}, save the layer in longitude and latitude on WGS 84 (EPSG:4326): {}", path.display())]
    Srs {
        /// Its name there.
        srs: String,
        /// The file.
        path: PathBuf,
    },
    /// Shapes without their table.
    #[error("the .dbf of the Shapefile is missing, put it beside it: {}", path.display())]
    NoDbf {
        /// The file of the shapes.
        path: PathBuf,
    },
    /// Mentions of events that are not here.
    #[error("mentions of GDELT, which know their events by number only: read the table of these events (.export.CSV) together with them: {}", path.display())]
    Mentions {
        /// The file.
        path: PathBuf,
    },
    /// A project of this program.
    #[error("a project, not a layer: open it, or write it with `dateline project export`: {}", path.display())]
    Project {
        /// The file.
        path: PathBuf,
    },
    /// Nothing in it.
    #[error("no rows in the table: {}", path.display())]
    NoRows {
        /// The file.
        path: PathBuf,
    },
    /// More than can be held.
    #[error("more than 4 GB of cells up to {at}, split the table: {}", path.display())]
    TooLarge {
        /// Where: "line 7".
        at: String,
        /// The file.
        path: PathBuf,
    },
    /// There is no such encoding.
    #[error("no encoding \"{name}\", choose for example utf-8, windows-1252 or windows-1251: {}", path.display())]
    NoEncoding {
        /// The name.
        name: String,
        /// The file.
        path: PathBuf,
    },
    /// A sheet or layer was named that is not there.
    #[error("no sheet \"{name}\", choose among {there}: {}", path.display())]
    NoSheet {
        /// The name.
        name: String,
        /// All there are.
        there: String,
        /// The file.
        path: PathBuf,
    },
    /// A column was named that is not there.
    #[error("no column \"{name}\", choose among {there}: {}", path.display())]
    NoColumn {
        /// The name.
        name: String,
        /// The headings.
        there: String,
        /// The file.
        path: PathBuf,
    },
    /// Nothing tells when or where.
    #[error("no column tells {what}, name one as {example}; there are {there}: {}", path.display())]
    NotEvents {
        /// "when", "where".
        what: &'static str,
        /// "first_day=COLUMN".
        example: &'static str,
        /// The headings.
        there: String,
        /// The file.
        path: PathBuf,
    },
    /// Not one good row.
    #[error("no row could be used ({at}: {reason}): {}", path.display())]
    Nothing {
        /// The first bad one: "line 7".
        at: String,
        /// What is wrong with it.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
}

/// A cell as it stands in a message: not too long, and without what a terminal would obey.
pub fn shown(cell: &str) -> String {
    const MOST_LETTERS: usize = 60;
    let mut letters = cell.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let begin: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() { begin + "…" } else { begin }
}

/// The first headings of a table, for a message.
fn named(columns: &[String]) -> String {
    const MOST: usize = 40;
    let first: Vec<String> = columns.iter().take(MOST).map(|column| shown(column)).collect();
    let more = columns.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    first.join(", ") + &more
}

impl TableError {
    pub(super) fn unreadable(path: &Path, reason: &dyn std::fmt::Display) -> Self {
        Self::Unreadable { reason: reason.to_string(), path: path.to_owned() }
    }

    pub(super) fn not_events(
        what: &'static str,
        example: &'static str,
        columns: &[String],
        path: &Path,
    ) -> Self {
        Self::NotEvents { what, example, there: named(columns), path: path.to_owned() }
    }

    pub(super) fn no_column(name: &str, columns: &[String], path: &Path) -> Self {
        Self::NoColumn { name: shown(name), there: named(columns), path: path.to_owned() }
    }

    pub(super) fn no_sheet(name: &str, all: &[String], path: &Path) -> Self {
        Self::NoSheet { name: name.to_owned(), there: all.join(", "), path: path.to_owned() }
    }

    /// Whether it is about something that only maps have, so that the file is surely one.
    pub(super) fn is_of_a_map(&self) -> bool {
        matches!(self, Self::Srs { .. } | Self::NoDbf { .. })
    }
}
