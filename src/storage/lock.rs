//! One window for one project: a file beside it, locked for as long as it is open. The
//! system gives the lock back when the process ends, however it ends, so that none is stale.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::StorageError;

/// Held while a project is open for writing.
pub struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// # Errors
    /// [`StorageError::InUse`] where another window holds it.
    pub fn take(project: &Path) -> Result<Self, StorageError> {
        let path = beside(project);
        let fail = |error| StorageError::file(error, project);
        loop {
            let mut options = OpenOptions::new();
            let mut file = options
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                .map_err(fail)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let mut who = String::new();
                    // Where even reading is locked, the process stays unnamed.
                    let _ = file.read_to_string(&mut who);
                    let who = if who.is_empty() { "another process".to_owned() } else { who };
                    return Err(StorageError::InUse { who, path: project.to_owned() });
                }
                Err(TryLockError::Error(error)) => return Err(fail(error)),
            }
            // Between opening and locking, the one before may have put the file away.
            if !is_the_file_at(&file, &path) {
                continue;
            }
            file.set_len(0).and_then(|()| file.rewind()).map_err(fail)?;
            // Only for a message: the lock holds without it.
            let _ = write!(file, "process {} on {}", std::process::id(), host());
            return Ok(Self { path, _file: file });
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Left behind it does no harm.
        let _ = fs::remove_file(&self.path);
    }
}

/// `.~NAME.lock` in the same folder.
fn beside(project: &Path) -> PathBuf {
    let name = project.file_name().unwrap_or_default().to_string_lossy();
    project.with_file_name(format!(".~{name}.lock"))
}

fn host() -> String {
    let named = std::env::var("HOSTNAME").or_else(|_| std::env::var("COMPUTERNAME"));
    let host = named.or_else(|_| fs::read_to_string("/etc/hostname"));
    host.map_or_else(|_| "this computer".to_owned(), |name| name.trim().to_owned())
}

#[cfg(unix)]
fn is_the_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let there = fs::metadata(path).ok().map(|about| (about.dev(), about.ino()));
    there.is_some() && there == file.metadata().ok().map(|about| (about.dev(), about.ino()))
}

/// Where an open file cannot be deleted, it is still there.
#[cfg(not(unix))]
fn is_the_file_at(_: &File, _: &Path) -> bool {
    true
}
