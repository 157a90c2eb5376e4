//! Tiles of servers on the disk, so that none is asked for twice.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use super::TileKey;

/// All tiles together may take so many bytes.
pub const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// After so many days a tile is asked for again.
const FRESH: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// After so many new tiles the oldest are looked for.
const BETWEEN_SWEEPS: usize = 200;

/// A folder of tiles, a folder in it for each source.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    most_bytes: u64,
    written: AtomicUsize,
}

/// A tile that was there.
#[derive(Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is new enough to be used without asking again.
    pub fresh: bool,
}

impl Cache {
    /// The folder of the program within the user's folder for what can be made again;
    /// `None` where the system names none.
    pub fn of_user() -> Option<Self> {
        let of = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let base = if cfg!(windows) {
            of("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            of("HOME").map(|home| home.join("Library/Caches"))
        } else {
            of("XDG_CACHE_HOME").or_else(|| of("HOME").map(|home| home.join(".cache")))
        };
        Some(Self::new(base?.join("dateline").join("tiles"), MOST_BYTES))
    }

    /// In this folder, which need not be there yet.
    pub fn new(folder: PathBuf, most_bytes: u64) -> Self {
        // The first tile of each start looks for old ones.
        Self { folder, most_bytes, written: AtomicUsize::new(BETWEEN_SWEEPS - 1) }
    }

    /// A tile, if it is there.
    pub fn get(&self, source: &str, key: TileKey) -> Option<Kept> {
        let path = self.path(source, key);
        let age = fs::metadata(&path).ok()?.modified().ok()?.elapsed().unwrap_or_default();
        Some(Kept { bytes: fs::read(path).ok()?, fresh: age < FRESH })
    }

    /// Keeps a tile.
    ///
    /// # Errors
    /// When the disk is full or the folder must not be written to.
    pub fn put(&self, source: &str, key: TileKey, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(source, key);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        // Whole or not at all: another window may be reading it.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        io::Write::write_all(&mut file, bytes)?;
        file.persist(&path).map_err(|error| error.error)?;
        if self.written.fetch_add(1, Ordering::Relaxed) % BETWEEN_SWEEPS == BETWEEN_SWEEPS - 1 {
            self.sweep();
        }
        Ok(())
    }

    /// How many bytes all tiles take.
    pub fn size(&self) -> u64 {
        self.files().iter().map(|file| file.bytes).sum()
    }

    /// Removes all tiles.
    ///
    /// # Errors
    /// When files cannot be removed.
    pub fn clear(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes the oldest tiles until a tenth of the space is free.
    fn sweep(&self) {
        let mut files = self.files();
        let mut size: u64 = files.iter().map(|file| file.bytes).sum();
        if size <= self.most_bytes {
            return;
        }
        files.sort_by_key(|file| file.modified);
        for file in files {
            if size <= self.most_bytes / 10 * 9 {
                break;
            }
            // One that cannot be removed stays.
            if fs::remove_file(&file.path).is_ok() {
                size -= file.bytes;
            }
        }
    }

    fn files(&self) -> Vec<CachedFile> {
        let entries = walkdir::WalkDir::new(&self.folder).into_iter().filter_map(Result::ok);
        let files = entries.filter(|entry| entry.file_type().is_file());
        files
            .filter_map(|entry| {
                let about = entry.metadata().ok()?;
                let modified = about.modified().ok()?;
                Some(CachedFile { path: entry.into_path(), bytes: about.len(), modified })
            })
            .collect()
    }

    fn path(&self, source: &str, key: TileKey) -> PathBuf {
        let folder = self.folder.join(format!("{:016x}", hash(source)));
        folder.join(format!("{}-{}-{}", key.zoom, key.x, key.y))
    }
}

struct CachedFile {
    path: PathBuf,
    bytes: u64,
    modified: SystemTime,
}

/// FNV-1a: the same for ever, unlike that of the standard library.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn key(x: u32) -> TileKey {
        TileKey { zoom: 5, x, y: 1 }
    }

    #[test]
    fn tiles_are_kept_apart_by_source_until_they_are_cleared() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().join("tiles"), 1000);
        assert_eq!((cache.get("a", key(1)), cache.size()), (None, 0));
        cache.put("a", key(1), b"one").unwrap();
        assert_eq!(cache.get("a", key(1)).unwrap(), Kept { bytes: b"one".to_vec(), fresh: true });
        assert_eq!((cache.get("b", key(1)), cache.size()), (None, 3));
        cache.clear().unwrap();
        cache.clear().unwrap();
        assert_eq!(cache.get("a", key(1)), None);
    }

    #[test]
    fn the_oldest_tiles_go_when_there_are_too_many() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(folder.path().to_owned(), 1000);
        for x in 0..=BETWEEN_SWEEPS as u32 {
            cache.put("a", key(x), &[0; 10]).unwrap();
        }
        assert!(cache.size() <= 1000, "{}", cache.size());
        assert!(cache.get("a", key(BETWEEN_SWEEPS as u32)).is_some());
    }
}
