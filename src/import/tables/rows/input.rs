//! The bytes of a table, in a file of its own or unpacked from an archive.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use super::TableError;
use crate::import::decode;

/// So much of a file tells how it is written.
pub const HEAD_BYTES: usize = 256 * 1024;

/// A file of another encoding than UTF-8 is turned into it as a whole.
const MAX_OTHER_BYTES: u64 = 1_000_000_000;

/// What is read.
#[derive(Clone)]
pub struct Input {
    path: PathBuf,
    /// Its bytes, where it was unpacked.
    bytes: Option<Arc<[u8]>>,
}

/// Reads from anywhere in a file.
pub trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

/// A text in UTF-8.
pub struct Text {
    /// All of it, without its mark.
    pub reader: Box<dyn Read + Send>,
    /// Its beginning.
    pub head: Vec<u8>,
    /// Whether that is all.
    pub is_whole: bool,
    /// What was found out, in words.
    pub notes: Vec<String>,
}

impl Input {
    pub fn of_file(path: &Path) -> Self {
        Self { path: path.to_owned(), bytes: None }
    }

    /// A file of this name in an archive.
    pub fn unpacked(archive: &Path, name: &str, bytes: Vec<u8>) -> Self {
        Self { path: archive.join(name), bytes: Some(bytes.into()) }
    }

    /// Where it is; of a file in an archive, the archive's path and its name there.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its ending without the full stop, in lower case.
    pub fn extension(&self) -> String {
        self.path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
    }

    /// Whether it came out of an archive.
    pub fn is_unpacked(&self) -> bool {
        self.bytes.is_some()
    }

    /// Opens it at its beginning.
    pub fn open(&self) -> Result<Box<dyn ReadSeek>, TableError> {
        match &self.bytes {
            Some(bytes) => Ok(Box::new(Cursor::new(Arc::clone(bytes)))),
            None => Ok(Box::new(BufReader::with_capacity(1 << 20, self.file()?))),
        }
    }

    /// The file itself, which must not be one of an archive.
    pub fn file(&self) -> Result<File, TableError> {
        File::open(&self.path).map_err(|error| self.refuse(&error))
    }

    /// Its first bytes.
    pub fn head(&self, length: usize) -> Result<Vec<u8>, TableError> {
        let mut head = Vec::with_capacity(length);
        let read = self.open()?.take(length as u64).read_to_end(&mut head);
        read.map_err(|error| self.refuse(&error))?;
        Ok(head)
    }

    pub fn refuse(&self, reason: &dyn std::fmt::Display) -> TableError {
        TableError::unreadable(&self.path, reason)
    }

    /// That it is not what its ending says.
    pub fn is_no(&self, what: &'static str) -> TableError {
        TableError::WrongEnding { what, path: self.path.clone() }
    }

    /// The text in it, whatever its encoding: what its mark says, or UTF-8, or what it says
    /// itself (`declared`), or a guess.
    pub fn text(&self, declared: Option<&'static Encoding>) -> Result<Text, TableError> {
        let refuse = |error: io::Error| self.refuse(&error);
        let mut file = self.open()?;
        let mut head = Vec::with_capacity(HEAD_BYTES);
        file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(refuse)?;
        let is_whole = head.len() < HEAD_BYTES;
        let marked = Encoding::for_bom(&head);
        if marked.is_none()
            && let Some(kind) = decode::binary(&head)
        {
            return Err(TableError::Binary { kind, path: self.path.clone() });
        }
        let (encoding, mark) =
            marked.unwrap_or_else(|| (encoding_of(&head, is_whole, declared), 0));
        if encoding == UTF_8 {
            head.drain(..mark);
            let start = Cursor::new(head.clone());
            return Ok(Text {
                reader: Box::new(start.chain(file)),
                head,
                is_whole,
                notes: Vec::new(),
            });
        }
        let mut bytes = head;
        file.take(MAX_OTHER_BYTES).read_to_end(&mut bytes).map_err(refuse)?;
        let how = if marked.is_some() || declared == Some(encoding) {
            "as it says"
        } else {
            "which was guessed"
        };
        let notes = vec![format!("read as {}, {how}", encoding.name())];
        let text = encoding.decode(&bytes).0.into_owned();
        let head = text.as_bytes()[..text.floor_char_boundary(HEAD_BYTES)].to_vec();
        let is_whole = head.len() == text.len();
        Ok(Text { reader: Box::new(Cursor::new(text.into_bytes())), head, is_whole, notes })
    }
}

fn encoding_of(
    head: &[u8],
    is_whole: bool,
    declared: Option<&'static Encoding>,
) -> &'static Encoding {
    match std::str::from_utf8(head) {
        Ok(_) => UTF_8,
        Err(error) if !is_whole && error.error_len().is_none() => UTF_8,
        Err(_) => declared.unwrap_or_else(|| {
            let mut detector = chardetng::EncodingDetector::new();
            detector.feed(head, is_whole);
            detector.guess(None, false)
        }),
    }
}
