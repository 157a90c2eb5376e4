//! Which project is open, and how another takes its place.

use std::path::{Path, PathBuf};

use super::{Command, Session};
use crate::import;
use crate::storage::{Folder, Mappings, Project, StorageError};
use crate::tr;

/// The user's projects. Without a folder, new ones are kept nowhere.
#[derive(Clone, Debug)]
pub struct Projects {
    folder: Option<Folder>,
    /// The version of the program, as it is written into projects.
    program: &'static str,
}

/// Whether a file is a project by its name, and no layer of another program.
pub fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("gpkg"))
        && !import::is_event_table(path)
}

impl Projects {
    /// Those whose list, and those without a name of their own, are in `folder`; `program` is
    /// the version of the program.
    pub fn new(folder: Option<Folder>, program: &'static str) -> Self {
        Self { folder, program }
    }

    /// What is open at the start: the project among `paths`, else the last one, else a new
    /// one with the sample; and the articles of all other `paths`, which begin a project of
    /// their own. `places` are files of the user's own places.
    pub fn start(&self, paths: Vec<PathBuf>, places: Vec<PathBuf>) -> Session {
        let (projects, articles): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| is_project(path));
        let opened = match projects.first() {
            Some(path) => Some(self.open(path)),
            None if articles.is_empty() => self.recent().first().map(|path| self.open(path)),
            None => None,
        };
        let is_new = opened.is_none();
        let mut session = match opened {
            Some(Ok(session)) => session,
            Some(Err(error)) => {
                let mut session = self.begin();
                session.warn(tr!("notice-project-not-opened"), vec![error.to_string()]);
                session
            }
            None => self.begin(),
        };
        if !places.is_empty() {
            session.apply(Command::AddPlaces(places));
        }
        if !articles.is_empty() {
            session.apply(Command::Open(articles));
        } else if is_new {
            session.apply(Command::OpenSample);
        }
        session
    }

    /// A session with nothing in it. It is kept from the start, though it has no name yet;
    /// where it cannot be, it says so.
    pub fn begin(&self) -> Session {
        let mut session = Session::default();
        let Some(folder) = &self.folder else { return session };
        session.use_mappings(Mappings::of(folder));
        let kept = folder
            .new_project()
            .and_then(|path| Project::create(&path, self.program))
            .and_then(|project| session.keep_in(project));
        match kept {
            Ok(()) => self.remember(&session),
            Err(error) => {
                session.warn(tr!("notice-project-not-kept"), vec![error.to_string()]);
            }
        }
        session
    }

    /// A session with this project open.
    ///
    /// # Errors
    /// As for [`Project::open`].
    pub fn open(&self, path: &Path) -> Result<Session, StorageError> {
        let opened = Session::open_project(path, self.program)?;
        let mut session = opened.session;
        if let Some(folder) = &self.folder {
            session.use_mappings(Mappings::of(folder));
        }
        if let Some(program) = opened.other_program {
            session.inform(tr!("notice-project-of-other-version", version = program));
        }
        self.remember(&session);
        Ok(session)
    }

    /// Goes on under a name. A project without one is moved there, any other copied.
    ///
    /// # Errors
    /// Where the file cannot be written; then all stays as it was.
    pub fn save_as(&self, session: &mut Session, path: &Path) -> Result<(), StorageError> {
        let before = session.project_path().map(Path::to_owned);
        session.save_as(path, self.program)?;
        self.remember(session);
        let unnamed = before.filter(|before| self.is_unnamed(before) && before != path);
        if let Some(unnamed) = unnamed {
            // All of it is in the new file; should it stay, it is only one file too many.
            let _ = std::fs::remove_file(unnamed);
        }
        Ok(())
    }

    /// The projects that were open last, the newest first.
    pub fn recent(&self) -> Vec<PathBuf> {
        self.folder.as_ref().map(Folder::recent).unwrap_or_default()
    }

    /// Whether new projects are kept.
    pub fn are_kept(&self) -> bool {
        self.folder.is_some()
    }

    fn is_unnamed(&self, path: &Path) -> bool {
        self.folder.as_ref().is_some_and(|folder| folder.is_unnamed(path))
    }

    /// A list that cannot be written is no reason to stop.
    fn remember(&self, session: &Session) {
        if let (Some(folder), Some(path)) = (&self.folder, session.project_path()) {
            let _ = folder.remember(path);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn projects(folder: &tempfile::TempDir) -> Projects {
        Projects::new(Some(Folder::at(folder.path())), "1.0.0")
    }

    fn first_event(session: &Session) -> crate::model::EventId {
        session.filtered()[0]
    }

    #[test]
    fn a_project_without_a_name_comes_back_at_the_next_start_with_its_edits() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = projects(&folder).start(Vec::new(), Vec::new());
        let events = session.dataset().events.len();
        session.apply(Command::Reject(first_event(&session)));
        drop(session);
        let mut again = projects(&folder).start(Vec::new(), Vec::new());
        assert_eq!(again.dataset().events.len(), events - 1);
        again.apply(Command::Undo);
        assert_eq!(again.dataset().events.len(), events);
    }

    #[test]
    fn a_project_that_is_given_a_name_is_no_longer_among_those_without() {
        let folder = tempfile::tempdir().unwrap();
        let projects = projects(&folder);
        let mut session = projects.start(Vec::new(), Vec::new());
        let unnamed = session.project_path().unwrap().to_owned();
        let named = folder.path().join("Syunik.gpkg");
        projects.save_as(&mut session, &named).unwrap();
        assert_eq!(session.project_path(), Some(named.as_path()));
        assert!(!unnamed.exists());
        assert_eq!(projects.recent(), [named]);
    }

    #[test]
    fn a_project_that_another_window_has_open_does_not_stop_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let projects = projects(&folder);
        let first = projects.start(Vec::new(), Vec::new());
        let second = projects.start(Vec::new(), Vec::new());
        assert!(!second.notices().is_empty());
        assert!(first.project_path().is_some());
    }

    #[test]
    fn a_new_project_leaves_the_one_before_in_the_list() {
        let folder = tempfile::tempdir().unwrap();
        let projects = projects(&folder);
        let first = projects.begin().project_path().unwrap().to_owned();
        let second = projects.begin().project_path().unwrap().to_owned();
        assert_eq!(projects.recent(), [second, first]);
    }
}
