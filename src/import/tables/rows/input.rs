//! The bytes of a table, in a file of its own or unpacked from an archive.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::TableError;
use crate::import::tables::How;
use crate::import::{Binary, decode};
use crate::model::TableOptions;

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
    /// The encoding, where a person said which.
    encoding: Option<&'static Encoding>,
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
    /// The encoding it had.
    pub encoding: &'static Encoding,
    /// Whence that is known.
    pub how: How,
    /// What was found out, in words.
    pub notes: Vec<String>,
}

impl Input {
    pub fn of_file(path: &Path) -> Self {
        Self { path: path.to_owned(), bytes: None, encoding: None }
    }

    /// A file with the encoding that is asked for.
    ///
    /// # Errors
    /// If there is no such encoding.
    pub fn asked(path: &Path, options: &TableOptions) -> Result<Self, TableError> {
        let encoding = options.encoding.as_ref().map(|name| {
            let path = || path.to_owned();
            let known = Encoding::for_label(name.as_bytes());
            known.ok_or_else(|| TableError::NoEncoding { name: name.clone(), path: path() })
        });
        Ok(Self { encoding: encoding.transpose()?, ..Self::of_file(path) })
    }

    /// A file of this name in it, where it is an archive.
    pub fn unpacked(&self, name: &str, bytes: Vec<u8>) -> Self {
        let (path, encoding) = (self.path.join(name), self.encoding);
        Self { path, bytes: Some(bytes.into()), encoding }
    }

    /// Where it is; of a file in an archive, the archive's path and its name there.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its ending without the full stop, in lower case.
    pub fn extension(&self) -> String {
        self.path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
    }

    /// The encoding that is asked for.
    pub fn encoding(&self) -> Option<&'static Encoding> {
        self.encoding
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
        let mut wide = None;
        if marked.is_none() && self.encoding.is_none() {
            match decode::binary(&head) {
                Some(Binary::UnmarkedUtf16) => wide = Some(wide_encoding(&head)),
                Some(kind) => return Err(TableError::Binary { kind, path: self.path.clone() }),
                None => {}
            }
        }
        let (encoding, mark, how) = match (self.encoding, marked) {
            (Some(asked), _) => {
                let mark = marked.filter(|(encoding, _)| *encoding == asked);
                (asked, mark.map_or(0, |(_, mark)| mark), How::Asked)
            }
            (None, Some((encoding, mark))) => (encoding, mark, How::Told),
            (None, None) => {
                let found = wide.unwrap_or_else(|| encoding_of(&head, is_whole, declared));
                let is_sure = found == UTF_8 || declared == Some(found);
                (found, 0, if is_sure { How::Told } else { How::Guessed })
            }
        };
        if encoding == UTF_8 {
            head.drain(..mark);
            let start = Cursor::new(head.clone());
            return Ok(Text {
                reader: Box::new(start.chain(file)),
                head,
                is_whole,
                encoding,
                how,
                notes: Vec::new(),
            });
        }
        let mut bytes = head;
        file.take(MAX_OTHER_BYTES).read_to_end(&mut bytes).map_err(refuse)?;
        let why = match how {
            How::Asked => "as asked for",
            How::Told => "as it says",
            How::Guessed => "which was guessed",
        };
        let notes = vec![format!("read as {}, {why}", encoding.name())];
        let text = encoding.decode_with_bom_removal(&bytes).0.into_owned();
        let head = text.as_bytes()[..text.floor_char_boundary(HEAD_BYTES)].to_vec();
        let is_whole = head.len() == text.len();
        let reader = Box::new(Cursor::new(text.into_bytes()));
        Ok(Text { reader, head, is_whole, encoding, how, notes })
    }
}

/// Which of the two sorts of UTF-16 it is, by where most of the zeros are.
fn wide_encoding(head: &[u8]) -> &'static Encoding {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    if zeros(0) > zeros(1) { UTF_16BE } else { UTF_16LE }
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
