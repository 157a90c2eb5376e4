//! How tables were read, so that others with the same headings are read alike: one small file
//! in the user's folder, of which nothing in a project knows.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Folder, StorageError};
use crate::model::TableOptions;

const FILE: &str = "mappings.json";

/// How a table was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedMapping {
    /// The name of its file.
    pub name: String,
    /// What a person said of it.
    pub options: TableOptions,
}

/// How tables were read, by what tells their headings from others.
#[derive(Clone, Debug, Default)]
pub struct Mappings {
    /// Where they are kept; nowhere without a folder.
    path: Option<PathBuf>,
    all: BTreeMap<String, SavedMapping>,
}

impl Mappings {
    /// Those of a folder. A file that is not there or not understood has none.
    pub fn of(folder: &Folder) -> Self {
        let path = folder.file(FILE);
        let text = fs::read_to_string(&path).unwrap_or_default();
        Self { all: serde_json::from_str(&text).unwrap_or_default(), path: Some(path) }
    }

    /// How a table with these headings was read.
    pub fn get(&self, key: &str) -> Option<&SavedMapping> {
        self.all.get(key)
    }

    /// Keeps how a table was read, in place of what was kept for its headings.
    ///
    /// # Errors
    /// Where the file cannot be written; until the program ends it counts nevertheless.
    pub fn insert(&mut self, key: String, saved: SavedMapping) -> Result<(), StorageError> {
        self.all.insert(key, saved);
        self.write()
    }

    /// Forgets how tables with these headings are read.
    ///
    /// # Errors
    /// As for [`Mappings::insert`].
    pub fn remove(&mut self, key: &str) -> Result<(), StorageError> {
        self.all.remove(key);
        self.write()
    }

    fn write(&self) -> Result<(), StorageError> {
        let Some(path) = &self.path else { return Ok(()) };
        let fail = |error| StorageError::file(error, path);
        let folder = path.parent().unwrap_or(path);
        fs::create_dir_all(folder).map_err(fail)?;
        let part = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
        serde_json::to_writer_pretty(part.as_file(), &self.all)
            .map_err(|error| fail(error.into()))?;
        part.persist(path).map_err(|error| fail(error.error))?;
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_there_at_the_next_start_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::at(folder.path().join("new"));
        let mut mappings = Mappings::of(&folder);
        let options = TableOptions { day_first: Some(false), ..TableOptions::default() };
        let saved = SavedMapping { name: "own.csv".to_owned(), options };
        mappings.insert("a".to_owned(), saved.clone()).unwrap();
        let mut again = Mappings::of(&folder);
        assert_eq!(again.get("a"), Some(&saved));
        again.remove("a").unwrap();
        assert_eq!(Mappings::of(&folder).get("a"), None);
    }
}
