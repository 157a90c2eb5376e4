//! The user's folders: projects without a name yet, which were open last, and settings.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::AppStrategy as _;
use serde::Serialize;

use super::StorageError;

/// How many projects are remembered.
const MOST_RECENT: usize = 12;

/// A folder for projects that have no name yet, and for the list of recent ones; and one
/// for settings, which may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    settings: PathBuf,
}

impl Folder {
    /// That of the user: `~/.local/share/dateline` on Linux, `~/Library/Application
    /// Support/…` on a Mac, `AppData\Roaming\…` on Windows; settings are in
    /// `~/.config/dateline` on Linux. `None` where there is no home.
    pub fn of_user() -> Option<Self> {
        let app = etcetera::AppStrategyArgs {
            top_level_domain: String::new(),
            author: "Dateline".to_owned(),
            app_name: "Dateline".to_owned(),
        };
        let strategy = etcetera::app_strategy::choose_native_strategy(app).ok()?;
        Some(Self { path: strategy.data_dir(), settings: strategy.config_dir() })
    }

    /// Any folder, for all of it; it is made when it is needed.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Self { settings: path.clone(), path }
    }

    /// A file of this name in it.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// A name for a new project that nothing has yet.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn new_project(&self) -> Result<PathBuf, StorageError> {
        let folder = self.path.join("projects");
        fs::create_dir_all(&folder).map_err(|error| StorageError::file(error, &folder))?;
        let name = |n: u32| folder.join(format!("Unnamed {n}.gpkg"));
        Ok((1..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(0)))
    }

    /// Whether a project has no name of a person's choice yet.
    pub fn is_unnamed(&self, project: &Path) -> bool {
        project.parent() == Some(&self.path.join("projects"))
    }

    /// The projects that were open last and are still there, the newest first.
    pub fn recent(&self) -> Vec<PathBuf> {
        self.listed().into_iter().filter(|path| path.is_file()).collect()
    }

    /// Puts a project at the head of the list.
    ///
    /// # Errors
    /// Where the list cannot be written.
    pub fn remember(&self, project: &Path) -> Result<(), StorageError> {
        let project = std::path::absolute(project).unwrap_or_else(|_| project.to_owned());
        let mut list = self.listed();
        list.retain(|path| *path != project);
        list.insert(0, project);
        list.truncate(MOST_RECENT);
        self.write(&self.list(), &list)
    }

    pub(super) fn settings_file(&self) -> PathBuf {
        self.settings.join("settings.json")
    }

    fn list(&self) -> PathBuf {
        self.path.join("recent.json")
    }

    /// A list that is not there or not understood is empty.
    fn listed(&self) -> Vec<PathBuf> {
        let text = fs::read_to_string(self.list()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Writes a file as JSON, the whole of it or nothing.
    pub(super) fn write(&self, file: &Path, what: &impl Serialize) -> Result<(), StorageError> {
        let fail = |error| StorageError::file(error, file);
        let folder = file.parent().unwrap_or(&self.path);
        fs::create_dir_all(folder).map_err(fail)?;
        let part = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
        serde_json::to_writer_pretty(part.as_file(), what).map_err(|error| fail(error.into()))?;
        part.persist(file).map_err(|error| fail(error.error))?;
        Ok(())
    }
}
