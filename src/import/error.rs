use std::fmt;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a file, or an article in it, was not read. Says what is wrong, where, and
/// what to do, the path last.
#[derive(Debug, Error)]
pub enum ImportError {
    /// There is nothing of the name.
    #[error("no such file or folder, check the name: {}", path.display())]
    Missing {
        /// The name.
        path: PathBuf,
    },
    /// The system refuses.
    #[error("cannot read the file ({source}), check its permissions: {}", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Not text.
    #[error("{kind}, {}: {}", kind.hint(), path.display())]
    Binary {
        /// What it is instead.
        kind: Binary,
        /// The file.
        path: PathBuf,
    },
    /// A document of a word processor that is broken.
    #[error("not a document that can be read ({reason}), save its text as .txt or .html: {}", path.display())]
    Office {
        /// What does not fit.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// An archive that is broken, or too large to be one of articles.
    #[error("not an archive that can be read ({reason}), unpack it and open its files: {}", path.display())]
    Archive {
        /// What does not fit.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// Not a mail.
    #[error("no mail{}, save it as .eml or .mbox again: {}", at.in_file(), path.display())]
    Mail {
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// Not a feed.
    #[error("not a feed that can be read ({reason}), save it as .rss or .atom again: {}", path.display())]
    Feed {
        /// What does not fit.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// A PDF that is broken or locked.
    #[error("not a PDF that can be read ({reason}), save its text as .txt or .html: {}", path.display())]
    Pdf {
        /// What does not fit.
        reason: String,
        /// The file.
        path: PathBuf,
    },
    /// A PDF of pictures.
    #[error("no text to read{}, only pictures: have its text recognised (OCR) first: {}", at.in_file(), path.display())]
    Scanned {
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// No words in it.
    #[error("no text to read{}: {}", at.in_file(), path.display())]
    Empty {
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// Over `MAX_BYTES`.
    #[error("more than 20 MB{}, split it, or use .jsonl with an article a line: {}", at.in_file(), path.display())]
    TooLarge {
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// Neither UTF-8 nor any encoding that fits.
    #[error("not valid {encoding}{} ({reason}), save it as UTF-8: {}", at.in_file(), path.display())]
    Encoding {
        /// The encoding that it seems to have.
        encoding: &'static str,
        /// What does not fit.
        reason: String,
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// Not JSON, or not of the shape that is wanted.
    #[error("not a JSON article{} ({}), correct it or take it out: {}", at.in_file(), reason(source), path.display())]
    Json {
        /// Where in the file.
        at: At,
        /// What does not fit.
        source: serde_json::Error,
        /// The file.
        path: PathBuf,
    },
    /// JSON without its text.
    #[error("no field \"text\"{}, put the article's text there: {}", at.in_file(), path.display())]
    TextMissing {
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// The day of publication is not a day.
    #[error("publication date not understood{} ({value:?}), write it as 2022-09-13: {}", at.in_file(), path.display())]
    Published {
        /// What is there.
        value: String,
        /// Where in the file.
        at: At,
        /// The file.
        path: PathBuf,
    },
    /// A folder without articles.
    #[error("no article in the folder (.txt, .md, .html, .json, .jsonl, .docx, .odt, .pdf, .eml, .mbox, .rss, .atom, .zip): {}", path.display())]
    NothingInFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A folder within itself, or one that cannot be listed.
    #[error("cannot list the folder ({}), its other files are read: {}", source, path.display())]
    Unlisted {
        /// The folder, or the link to it.
        path: PathBuf,
        /// What the system says.
        source: walkdir::Error,
    },
}

/// What does not fit, without the line, which counts from the start of the object.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    if error.column() > 0 {
        format!("{reason}, column {}", error.column())
    } else {
        reason.to_owned()
    }
}

/// Where in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The whole file.
    File,
    /// A line, from 1.
    Line(usize),
    /// An object of a list, from 1.
    Object(usize),
    /// A message of a mailbox, from 1.
    Message(usize),
    /// An entry of a feed, from 1.
    Entry(usize),
}

impl At {
    /// " in line 7", for the middle of a sentence; nothing for the whole file.
    fn in_file(self) -> String {
        match self {
            At::File => String::new(),
            _ => format!(" in {self}"),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::File => f.write_str("the file"),
            At::Line(line) => write!(f, "line {line}"),
            At::Object(number) => write!(f, "object {number}"),
            At::Message(number) => write!(f, "message {number}"),
            At::Entry(number) => write!(f, "entry {number}"),
        }
    }
}

/// What a file is that is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// Portable Document Format.
    Pdf,
    /// A zip archive, which .docx, .odt and .epub are too.
    Zip,
    /// Other archives.
    Archive,
    /// A picture.
    Picture,
    /// A text with the marks of a word processor: RTF, the old .doc.
    Office,
    /// UTF-16 or UTF-32 that does not say so.
    UnmarkedUtf16,
    /// Anything else with zero bytes in it.
    Other,
}

impl Binary {
    /// What to do about it.
    fn hint(self) -> &'static str {
        match self {
            Binary::Pdf => "give it its ending back, .pdf",
            Binary::Zip => "give it its ending back: .docx, .odt or .zip",
            Binary::Archive => "unpack it first",
            Binary::Picture => "type its text into a .txt file",
            Binary::Office => "save its text as .txt or .html",
            Binary::UnmarkedUtf16 => "save it as UTF-8",
            Binary::Other => "only text can be read",
        }
    }
}

impl fmt::Display for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Binary::Pdf => "not text but a PDF",
            Binary::Zip => "not text but a zip archive or an office document",
            Binary::Archive => "not text but an archive",
            Binary::Picture => "not text but a picture",
            Binary::Office => "not text but a word processor's document",
            Binary::UnmarkedUtf16 => "UTF-16 text without a byte order mark",
            Binary::Other => "not text, it has zero bytes",
        })
    }
}
