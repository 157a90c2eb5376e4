use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Transaction, params};

use super::articles::{self, ArticleRow, StoredArticle, StoredPlace};
use super::events::{self, Events, Written};
use super::kept::{self, KeptRows};
use super::lock::Lock;
use super::tables::{self, TableRow};
use super::{StorageError, migrate};
use crate::geopackage;
use crate::model::{Event, EventTable, ReadArticle};

const SCHEMA: &str = include_str!("schema.sql");

/// An open project. Each [`Change`] is kept as a whole or not at all, and is on the disk
/// when [`Project::commit`] returns.
pub struct Project {
    connection: Connection,
    path: PathBuf,
    /// None if the file may only be read.
    lock: Option<Lock>,
    identity: Option<Identity>,
    written: Option<Written>,
    /// The version of the program that writes.
    program: String,
    migrated: Option<PathBuf>,
}

/// What happened at once and is kept at once.
#[derive(Default)]
pub struct Change<'a> {
    /// Articles that are new or were read again.
    pub articles: Vec<ArticleRow<'a>>,
    /// Event tables that are new.
    pub tables: Vec<TableRow<'a>>,
    /// Steps that a person took, in their order.
    pub edits: &'a [LoggedEdit],
    /// Settings, each in place of the one of its key.
    pub settings: &'a [(&'a str, String)],
    /// All files of the user's own places, where they changed.
    pub own_places: Option<&'a [OwnPlacesRow]>,
    /// What has a name, where it changed.
    pub kept: Option<KeptRows>,
    /// The events, where they are those of all articles and edits.
    pub events: Option<Events<'a>>,
}

/// A file of the user's own places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPlacesRow {
    /// The file.
    pub path: PathBuf,
    /// The places, as JSON.
    pub places: String,
}

/// A step that a person took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEdit {
    /// What sort of step.
    pub kind: StepKind,
    /// The words for it in the menu.
    pub label: String,
    /// The words of the articles that it is about, for people to read.
    pub words: Option<String>,
    /// The command, as JSON.
    pub command: String,
    /// What was changed, as it was before, as JSON.
    pub before: String,
    /// The same as it is now.
    pub after: String,
    /// How many steps can be undone now.
    pub undo_position: usize,
    /// Who took it, and when (UTC); without it, this user and now.
    pub by: Option<(String, String)>,
}

/// What sort of step a person took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// Something was changed.
    Edit,
    /// The last change was taken back.
    Undo,
    /// What was taken back was done again.
    Redo,
}

impl StepKind {
    /// All sorts.
    pub const ALL: [StepKind; 3] = [StepKind::Edit, StepKind::Undo, StepKind::Redo];

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            StepKind::Edit => "edit",
            StepKind::Undo => "undo",
            StepKind::Redo => "redo",
        }
    }
}

/// All that is in a project but the events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The articles, by number, none left out.
    pub articles: Vec<StoredArticle>,
    /// The places that readings name.
    pub places: Vec<StoredPlace>,
    /// The event tables, in the order of opening.
    pub tables: Vec<EventTable>,
    /// What people did, the oldest first.
    pub edits: Vec<LoggedEdit>,
    /// Files of the user's own places.
    pub own_places: Vec<OwnPlacesRow>,
    /// Settings by key.
    pub settings: BTreeMap<String, String>,
}

/// How much there is in a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the tables")]
pub struct Counts {
    pub articles: u64,
    pub tables: u64,
    pub reports: u64,
    pub events: u64,
    pub edits: u64,
}

impl Project {
    /// Makes a new file.
    ///
    /// # Errors
    /// [`StorageError::Exists`] where there is one, and those of the disk.
    pub fn create(path: &Path, program: &str) -> Result<Self, StorageError> {
        let lock = Lock::take(path)?;
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|error| StorageError::file(error, path))?;
        let fail = |error| StorageError::of(error, path);
        let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        write_schema(&mut connection, program).map_err(fail)?;
        let identity = Identity::of(path);
        let program = program.to_owned();
        let path = path.to_owned();
        Ok(Self {
            connection,
            path,
            lock: Some(lock),
            identity,
            written: None,
            program,
            migrated: None,
        })
    }

    /// Opens a file; one that may only be read, for reading only. An older one is brought
    /// up to date, after a copy was made.
    ///
    /// # Errors
    /// Where it is no project, of a newer program, damaged, or open elsewhere.
    pub fn open(path: &Path, program: &str) -> Result<Self, StorageError> {
        let about = fs::metadata(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => StorageError::Vanished(path.to_owned()),
            _ => StorageError::file(error, path),
        })?;
        if !about.is_file() {
            return Err(StorageError::NotAProject(path.to_owned()));
        }
        let lock = match (is_writable(path), Lock::take(path)) {
            (true, Ok(lock)) => Some(lock),
            (_, Err(in_use @ StorageError::InUse { .. })) => return Err(in_use),
            // A folder that may not be written to has no room for SQLite's journal either.
            _ => None,
        };
        Self::open_with(path, program, lock)
    }

    /// Opens a file for reading only, whoever else has it open.
    ///
    /// # Errors
    /// As for [`Project::open`].
    pub fn open_to_read(path: &Path, program: &str) -> Result<Self, StorageError> {
        if !path.is_file() {
            return Err(StorageError::Vanished(path.to_owned()));
        }
        Self::open_with(path, program, None)
    }

    fn open_with(path: &Path, program: &str, lock: Option<Lock>) -> Result<Self, StorageError> {
        let flags = match lock {
            Some(_) => OpenFlags::SQLITE_OPEN_READ_WRITE,
            None => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut connection = connect(path, flags)?;
        let migrated = migrate::bring_up_to_date(&mut connection, path, lock.is_some())?;
        let program = program.to_owned();
        let identity = Identity::of(path);
        let path = path.to_owned();
        Ok(Self { connection, path, lock, identity, written: None, program, migrated })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing can be kept in it.
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// The copy that was made of an older file before it was brought up to date.
    pub fn backup(&self) -> Option<&Path> {
        self.migrated.as_deref()
    }

    /// Keeps a change: all of it, or in case of an error nothing.
    ///
    /// # Errors
    /// Those of the disk: it is full, the file is gone or may only be read.
    pub fn commit(&mut self, change: &Change<'_>) -> Result<(), StorageError> {
        if self.is_read_only() {
            return Err(StorageError::ReadOnly(self.path.clone()));
        }
        // A file that was deleted or replaced can be written to on, and all of it is lost.
        if self.identity.is_none() || Identity::of(&self.path) != self.identity {
            return Err(StorageError::Vanished(self.path.clone()));
        }
        match self.write(change) {
            Ok(Some(written)) => {
                self.written = Some(written);
                Ok(())
            }
            Ok(None) => Ok(()),
            Err(error) => Err(StorageError::of(error, &self.path)),
        }
    }

    fn write(&mut self, change: &Change<'_>) -> rusqlite::Result<Option<Written>> {
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        for row in &change.articles {
            articles::write(&transaction, row, &self.program)?;
        }
        for row in &change.tables {
            tables::write(&transaction, row)?;
        }
        for edit in change.edits {
            write_edit(&transaction, edit)?;
        }
        for (key, value) in change.settings {
            set(&transaction, key, value)?;
        }
        if let Some(files) = change.own_places {
            transaction.execute("DELETE FROM own_places", [])?;
            for file in files {
                transaction.execute(
                    "INSERT INTO own_places (path, places) VALUES (?, ?)",
                    params![file.path.to_string_lossy(), file.places],
                )?;
            }
        }
        if let Some(rows) = &change.kept {
            kept::write(&transaction, rows)?;
        }
        if !change.articles.is_empty() || !change.edits.is_empty() {
            let revision = number(&transaction, "revision")? + 1;
            set(&transaction, "revision", &revision.to_string())?;
            set(&transaction, "program", &self.program)?;
        }
        let mut written = None;
        if let Some(events) = &change.events {
            let before = match self.written.take() {
                Some(before) => before,
                None => Written::read(&transaction)?,
            };
            // Taken, so that after an error it is read from the file again.
            written = Some(before.update(&transaction, events)?);
            let revision = number(&transaction, "revision")?;
            set(&transaction, "events_of_revision", &revision.to_string())?;
        }
        transaction.commit()?;
        Ok(written)
    }

    /// All that is in it but the events.
    ///
    /// # Errors
    /// Where the file is damaged or gone.
    pub fn contents(&self) -> Result<Contents, StorageError> {
        self.read(|from| {
            Ok(Contents {
                articles: articles::read(from)?,
                places: articles::places(from)?,
                tables: tables::read(from)?,
                edits: edits(from)?,
                own_places: own_places(from)?,
                settings: settings(from)?,
            })
        })
    }

    /// The events, for these articles with all edits, the number of each in `numbers`.
    /// `None` where they are stale and must be made anew.
    ///
    /// # Errors
    /// Where the file is damaged or gone.
    pub fn events(
        &self,
        articles: &[ReadArticle],
        numbers: &[usize],
    ) -> Result<Option<Vec<Event>>, StorageError> {
        self.read(|from| {
            if number(from, "revision")? != number(from, "events_of_revision")? {
                return Ok(None);
            }
            events::read(from, articles, numbers)
        })
    }

    /// How much there is.
    ///
    /// # Errors
    /// Where the file is damaged or gone.
    pub fn counts(&self) -> Result<Counts, StorageError> {
        let count = |table: &str| {
            self.read(|from| {
                from.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            })
        };
        Ok(Counts {
            articles: count("articles")?,
            tables: count("event_tables")?,
            reports: count("reports")?,
            events: count("events")?,
            edits: count("edits")?,
        })
    }

    /// Writes a copy, as a whole or not at all, in place of what may be there.
    ///
    /// # Errors
    /// Those of either file.
    pub fn copy_to(&self, path: &Path) -> Result<(), StorageError> {
        copy(&self.connection, &self.path, path)
    }

    /// Gives back the room of what was deleted: bytes before and after.
    ///
    /// # Errors
    /// Those of the disk; it needs room for a copy meanwhile.
    pub fn compact(&mut self) -> Result<(u64, u64), StorageError> {
        let size = || fs::metadata(&self.path).map_or(0, |about| about.len());
        let before = size();
        self.read(|file| file.execute_batch("VACUUM"))?;
        Ok((before, size()))
    }

    /// As on a disk with no room left.
    #[cfg(test)]
    pub(super) fn limit_pages_for_test(&self) {
        let pages: i64 =
            self.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap_or(1);
        let limited = self.connection.query_row(
            &format!("PRAGMA max_page_count = {}", pages + 2),
            [],
            |row| row.get::<_, i64>(0),
        );
        assert!(limited.is_ok());
    }

    fn read<T>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StorageError> {
        query(&self.connection).map_err(|error| StorageError::of(error, &self.path))
    }
}

/// A copy under another name in the same folder takes the place of `to` at the end.
pub(super) fn copy(from: &Connection, path: &Path, to: &Path) -> Result<(), StorageError> {
    let fail = |error| StorageError::file(error, to);
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let part = tempfile::Builder::new().prefix(".dateline-").tempfile_in(folder).map_err(fail)?;
    from.execute("VACUUM INTO ?", [part.path().to_string_lossy()])
        .map_err(|error| StorageError::of(error, path))?;
    part.as_file().sync_all().map_err(fail)?;
    part.persist(to).map_err(|error| fail(error.error))?;
    Ok(())
}

/// Rolls back what a process that was killed left half done, which opening for reading
/// cannot. What another process is doing just now is left alone by SQLite.
fn roll_back(path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    if Path::new(&journal).exists()
        && let Ok(file) = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
    {
        // Where it cannot be done, opening for reading tells why.
        let _ = file.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    }
}

pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StorageError> {
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_ONLY) {
        roll_back(path);
    }
    let open = || {
        let connection =
            Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(Duration::from_secs(2))?;
        // A rollback journal, since a project is one file that people copy, mail and keep on
        // drives of the network, where a write-ahead log would stand beside it or not work.
        // With EXTRA, the folder too is on the disk when a transaction is through.
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        // Projects come from other people: nothing in them may call what could do harm, and
        // damage is to be found.
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "cell_size_check", true)?;
        connection.pragma_update(None, "cache_size", -65_536)?;
        connection.set_prepared_statement_cache_capacity(64);
        geopackage::install(&connection)?;
        Ok(connection)
    };
    open().map_err(|error| StorageError::of(error, path))
}

fn write_schema(connection: &mut Connection, program: &str) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    let transaction = connection.transaction()?;
    geopackage::begin(&transaction)?;
    transaction.execute_batch(SCHEMA)?;
    for layer in ["events", "event_areas"] {
        geopackage::index(&transaction, layer)?;
    }
    for (key, value) in [
        ("schema_version", migrate::VERSION.to_string().as_str()),
        ("created_by", program),
        ("program", program),
        ("revision", "0"),
        ("events_of_revision", "0"),
    ] {
        set(&transaction, key, value)?;
    }
    transaction.commit()
}

fn set(to: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    to.prepare_cached("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)")?
        .execute([key, value])?;
    Ok(())
}

/// A number among the settings; 0 where there is none.
pub(super) fn number(from: &Connection, key: &str) -> rusqlite::Result<i64> {
    let text: Option<String> = from
        .query_row("SELECT value FROM settings WHERE key = ?", [key], |row| row.get(0))
        .optional()?;
    Ok(text.and_then(|text| text.parse().ok()).unwrap_or(0))
}

pub(super) fn settings(from: &Connection) -> rusqlite::Result<BTreeMap<String, String>> {
    let mut select = from.prepare("SELECT key, value FROM settings")?;
    select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn write_edit(to: &Transaction<'_>, edit: &LoggedEdit) -> rusqlite::Result<()> {
    to.prepare_cached(
        "INSERT INTO edits (who, done, step, label, words, command, before, after, undo_position)
         VALUES (?, coalesce(?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        edit.by.as_ref().map_or_else(who, |(who, _)| who.clone()),
        edit.by.as_ref().map(|(_, done)| done),
        edit.kind.key(),
        edit.label,
        edit.words,
        edit.command,
        edit.before,
        edit.after,
        edit.undo_position,
    ])?;
    Ok(())
}

/// The user's name on this computer.
pub fn who() -> String {
    let name = std::env::var("USER").or_else(|_| std::env::var("USERNAME"));
    name.unwrap_or_else(|_| "unknown".to_owned())
}

fn edits(from: &Connection) -> rusqlite::Result<Vec<LoggedEdit>> {
    let mut select = from.prepare(
        "SELECT step, label, words, command, before, after, undo_position, who, done FROM edits
         ORDER BY fid",
    )?;
    let rows = select.query_map([], |row| {
        let step = row.get_ref(0)?.as_str()?;
        let kind = StepKind::ALL.into_iter().find(|kind| kind.key() == step);
        Ok(LoggedEdit {
            kind: kind.unwrap_or(StepKind::Edit),
            label: row.get(1)?,
            words: row.get(2)?,
            command: row.get(3)?,
            before: row.get(4)?,
            after: row.get(5)?,
            undo_position: row.get(6)?,
            by: Some((row.get(7)?, row.get(8)?)),
        })
    })?;
    rows.collect()
}

fn own_places(from: &Connection) -> rusqlite::Result<Vec<OwnPlacesRow>> {
    let mut select = from.prepare("SELECT path, places FROM own_places ORDER BY fid")?;
    let rows = select.query_map([], |row| {
        let path: String = row.get(0)?;
        Ok(OwnPlacesRow { path: path.into(), places: row.get(1)? })
    })?;
    rows.collect()
}

/// Asked before the database is opened: closing a second handle would give up its locks.
fn is_writable(path: &Path) -> bool {
    fs::OpenOptions::new().write(true).open(path).is_ok()
}

/// Which file it is, whatever its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Identity(u64, u64);

impl Identity {
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        fs::metadata(path).ok().map(|about| Self(about.dev(), about.ino()))
    }

    /// An open file cannot be replaced there, but its drive may go.
    #[cfg(not(unix))]
    fn of(path: &Path) -> Option<Self> {
        path.is_file().then_some(Self(0, 0))
    }
}
