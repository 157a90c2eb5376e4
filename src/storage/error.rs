use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why a project could not be opened or kept. Nothing was changed in the file.
#[derive(Debug, Error)]
pub enum StorageError {
    /// Something else than a project.
    #[error("this is no project of Dateline, or its beginning is damaged: {}", .0.display())]
    NotAProject(PathBuf),
    /// Made by a newer program.
    #[error("made by the newer Dateline {program}, get that version to open it: {}", path.display())]
    Newer {
        /// The version of that program.
        program: String,
        /// The file.
        path: PathBuf,
    },
    /// Bytes of the file are not what was written.
    #[error("the file is damaged ({why}), `dateline project check FILE --rescue NEW` saves what it can: {}", path.display())]
    Damaged {
        /// What was found.
        why: String,
        /// The file.
        path: PathBuf,
    },
    /// Open elsewhere.
    #[error("the project is open in another window ({who}), close it there first: {}", path.display())]
    InUse {
        /// The process and the computer.
        who: String,
        /// The file.
        path: PathBuf,
    },
    /// Another program writes just now.
    #[error("another program holds the file, try again when it is done: {}", .0.display())]
    Busy(PathBuf),
    /// It may only be read.
    #[error("the file may only be read, save the project under another name: {}", .0.display())]
    ReadOnly(PathBuf),
    /// No space.
    #[error("the disk is full, make room and try again; nothing that was kept before is lost: {}", .0.display())]
    Full(PathBuf),
    /// It was there before.
    #[error("the file is gone (moved, deleted, or its drive was taken out), bring it back or save the project under another name: {}", .0.display())]
    Vanished(PathBuf),
    /// Something is there already.
    #[error("there is a file of this name already, choose another: {}", .0.display())]
    Exists(PathBuf),
    /// Any other trouble with the file.
    #[error("cannot use the file ({source}), check the folder and its permissions: {}", path.display())]
    File {
        /// What the system says.
        source: io::Error,
        /// The file.
        path: PathBuf,
    },
    /// Any other trouble of the database.
    #[error("the project could not be used ({source}): {}", path.display())]
    Database {
        /// What SQLite says.
        source: rusqlite::Error,
        /// The file.
        path: PathBuf,
    },
}

impl StorageError {
    pub(super) fn of(source: rusqlite::Error, path: &Path) -> Self {
        let file = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full(file),
            Some(ErrorCode::ReadOnly) if !path.exists() => Self::Vanished(file),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(file),
            Some(ErrorCode::NotADatabase) => Self::NotAProject(file),
            Some(ErrorCode::DatabaseCorrupt) => {
                Self::Damaged { why: source.to_string(), path: file }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(file),
            Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) if !path.exists() => {
                Self::Vanished(file)
            }
            _ => Self::Database { source, path: file },
        }
    }

    pub(super) fn file(source: io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists(path),
            io::ErrorKind::StorageFull => Self::Full(path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly(path)
            }
            _ => Self::File { source, path },
        }
    }
}
