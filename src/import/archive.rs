//! ZIP archives of articles. Nothing is unpacked to the disk; what explodes, nests too deep
//! or climbs out of its folder is refused.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::ZipArchive;
use zip::read::ZipFile;

use super::{ImportError, MAX_BYTES, Notice};

/// Archives within an archive are opened so deep.
pub const MOST_LEVELS: usize = 2;
/// More files than this in an archive are too many.
pub const MOST_FILES: usize = 10_000;
/// All files of an archive together may unpack to so many bytes.
pub const MOST_BYTES: u64 = 1_000_000_000;
/// A file may unpack to so many times its packed size.
pub const MOST_RATIO: u64 = 200;
/// Smaller files may be packed as tightly as they like.
const SMALL: u64 = 1_000_000;

/// A file in an archive.
pub struct Entry {
    /// Its name, with its folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The files of an archive that `wanted` says yes to, in the order of their names; leaves a
/// notice for each that is refused. `unpacked` counts bytes over all levels.
///
/// # Errors
/// Where it is no archive, or a larger one than is read.
pub fn read(
    bytes: &[u8],
    path: &Path,
    unpacked: &mut u64,
    wanted: &mut dyn FnMut(&str) -> bool,
    notices: &mut Vec<Notice>,
) -> Result<Vec<Entry>, ImportError> {
    let broken = |reason: String| ImportError::Archive { reason, path: path.to_owned() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    if archive.len() > MOST_FILES {
        return Err(broken(format!("{} files, at most {MOST_FILES} are read", archive.len())));
    }
    let mut entries = Vec::new();
    for index in 0..archive.len() {
        let mut refuse = |name: &str, why: String| {
            notices.push(Notice::Refused { name: name.to_owned(), why, path: path.to_owned() });
        };
        let mut file = match archive.by_index(index) {
            Ok(file) => file,
            Err(error) => {
                refuse(&format!("file {}", index + 1), error.to_string());
                continue;
            }
        };
        let name = match file.name() {
            Ok(name) => name.into_owned(),
            Err(error) => {
                refuse(&format!("file {}", index + 1), error.to_string());
                continue;
            }
        };
        if file.is_dir() {
            continue;
        }
        if file.enclosed_name().is_none() || file.is_symlink() {
            refuse(&name, "it points out of the archive".to_owned());
            continue;
        }
        if !wanted(&name) {
            continue;
        }
        let packed = file.compressed_size().max(1);
        let mut bytes = Vec::new();
        // What the archive says of sizes may be wrong: what comes out counts.
        if let Err(error) = (&mut file).take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes) {
            refuse(&name, error.to_string());
            continue;
        }
        let size = bytes.len() as u64;
        *unpacked += size;
        if *unpacked > MOST_BYTES {
            return Err(broken("more than 1 GB when unpacked".to_owned()));
        }
        if size > MAX_BYTES as u64 {
            refuse(&name, "more than 20 MB".to_owned());
        } else if size > SMALL && size / packed > MOST_RATIO {
            refuse(&name, format!("it unpacks to more than {MOST_RATIO} times its size"));
        } else {
            entries.push(Entry { name, bytes });
        }
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

/// Unpacks a file, and gives its size; or what is wrong with it, or too much. What the archive
/// says of sizes may be wrong: what comes out counts.
pub fn unpack_into<R: Read>(
    mut file: ZipFile<'_, R>,
    out: &mut dyn Write,
    most_bytes: u64,
) -> Result<u64, String> {
    let packed = file.compressed_size().max(1);
    let (mut size, mut piece) = (0, vec![0; 64 * 1024]);
    loop {
        let read = file.read(&mut piece).map_err(|error| error.to_string())?;
        if read == 0 {
            return Ok(size);
        }
        size += read as u64;
        if size > most_bytes {
            return Err("more than 1 GB when unpacked".to_owned());
        }
        if size > SMALL && size / packed > MOST_RATIO {
            return Err(format!("it unpacks to more than {MOST_RATIO} times its size"));
        }
        out.write_all(&piece[..read]).map_err(|error| error.to_string())?;
    }
}
