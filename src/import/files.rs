//! Files and folders.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::archive::{self, MOST_LEVELS};
use super::ids::Ids;
use super::{
    At, ImportError, MAX_BYTES, Notice, Outcome, decode, feed, html, json, lines, mail, office,
    pdf, warc,
};
use crate::model::Article;

/// The extensions that are read in folders, in lower case.
pub const KINDS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "docx",
    "odt", "pdf", "eml", "mbox", "rss", "atom", "xml", "warc", "gz", "zip",
];

/// A larger archive is not looked into.
const MAX_ARCHIVE_BYTES: usize = 1_000_000_000;

/// How a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Html,
    Json,
    Lines,
    Office,
    Pdf,
    Mail,
    Mailbox,
    Feed,
    Warc,
    Zip,
}

/// Reads files and folders in the order given, folders with all below them in the
/// order of the names, and calls `each` with every article as soon as it is there,
/// or with the reason why a file or line gave none, until it breaks off. Ids that
/// come twice get a number behind them.
///
/// Hidden files and files of other kinds in folders are left out; a file that is
/// named itself is read whatever its extension.
pub fn read(paths: &[PathBuf], each: &mut dyn FnMut(Outcome) -> ControlFlow<()>) -> Vec<Notice> {
    let mut reader =
        Reader { each, ids: Ids::default(), notices: Vec::new(), left_out: BTreeMap::new() };
    let _stopped_or_done = paths.iter().try_for_each(|path| reader.path(path));
    reader.into_notices()
}

struct Reader<'e> {
    each: &'e mut dyn FnMut(Outcome) -> ControlFlow<()>,
    ids: Ids,
    notices: Vec<Notice>,
    left_out: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn path(&mut self, path: &Path) -> ControlFlow<()> {
        match std::fs::metadata(path) {
            Ok(about) if about.is_dir() => self.folder(path),
            Ok(_) => self.file(path, kind_of(path).unwrap_or(Kind::Text)),
            Err(source) => self.emit(Err(unreadable(path, source))),
        }
    }

    fn folder(&mut self, path: &Path) -> ControlFlow<()> {
        let mut has_article = false;
        let entries = WalkDir::new(path)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry));
        for entry in entries {
            match entry {
                Ok(entry) if !entry.file_type().is_file() => {}
                Ok(entry) => match kind_of(entry.path()) {
                    Some(kind) => {
                        has_article = true;
                        self.file(entry.path(), kind)?;
                    }
                    None => *self.left_out.entry(extension(entry.path())).or_default() += 1,
                },
                Err(error) => {
                    let at = error.path().unwrap_or(path).to_owned();
                    self.emit(Err(ImportError::Unlisted { path: at, source: error }))?;
                }
            }
        }
        if has_article {
            return ControlFlow::Continue(());
        }
        self.emit(Err(ImportError::NothingInFolder { path: path.to_owned() }))
    }

    fn file(&mut self, path: &Path, kind: Kind) -> ControlFlow<()> {
        match kind {
            Kind::Lines => return self.lines(path),
            Kind::Zip => return self.archive_file(path),
            Kind::Warc => return self.web_archive_file(path),
            _ => {}
        }
        match self.document(path, kind) {
            Ok(outcomes) => outcomes.into_iter().try_for_each(|outcome| self.emit(outcome)),
            Err(error) => self.emit(Err(error)),
        }
    }

    /// The articles of a file that is read as a whole.
    fn document(&mut self, path: &Path, kind: Kind) -> Result<Vec<Outcome>, ImportError> {
        self.document_of(bytes_of(path)?, path, kind)
    }

    /// The same of its bytes.
    fn document_of(
        &mut self,
        bytes: Vec<u8>,
        path: &Path,
        kind: Kind,
    ) -> Result<Vec<Outcome>, ImportError> {
        if let Kind::Office | Kind::Pdf = kind {
            let (text, about) = match kind {
                Kind::Pdf => pdf::read(&bytes, path)?,
                _ => office::read(&bytes, path)?,
            };
            let mut article = Article::new(stem(path), text);
            (article.path, article.given) = (Some(path.to_owned()), about);
            return Ok(vec![Ok(article)]);
        }
        if let Kind::Mail | Kind::Mailbox = kind {
            let (id, notices) = (stem(path), &mut self.notices);
            return Ok(match kind {
                Kind::Mail => vec![mail::message(&bytes, &id, path, At::File, notices)],
                _ => mail::mailbox(&bytes, &id, path, notices),
            });
        }
        let declared = if kind == Kind::Html { html::declared_encoding(&bytes) } else { None };
        let decoded = decode::decode(bytes, declared, path)?;
        if let Some(encoding) = decoded.guessed {
            self.notices.push(Notice::GuessedEncoding { encoding, path: path.to_owned() });
        }
        let mut article = Article::new(stem(path), decoded.text);
        article.path = Some(path.to_owned());
        match kind {
            Kind::Json => return Ok(json::file(&article.text, path)),
            Kind::Html => (article.text, article.given) = html::read(&article.text, path)?,
            Kind::Feed => return Ok(feed::read(&article.text, &article.id, path)),
            _ => {}
        }
        if article.text.trim().is_empty() {
            return Err(ImportError::Empty { at: At::File, path: path.to_owned() });
        }
        Ok(vec![Ok(article)])
    }

    fn web_archive_file(&mut self, path: &Path) -> ControlFlow<()> {
        match File::open(path) {
            Ok(file) => self.web_archive(file, path),
            Err(source) => self.emit(Err(unreadable(path, source))),
        }
    }

    /// The pages of a web archive.
    fn web_archive(&mut self, file: impl Read, path: &Path) -> ControlFlow<()> {
        let mut others: BTreeMap<String, usize> = BTreeMap::new();
        let mut flow = ControlFlow::Continue(());
        let id = stem(path).trim_end_matches(".warc").to_owned();
        let end = warc::read(file, &id, path, &mut |record| {
            match record {
                warc::Record::Article(article) => flow = self.emit(Ok(*article)),
                warc::Record::Other(kind) => *others.entry(kind).or_default() += 1,
            }
            flow
        });
        flow?;
        for (kind, count) in others {
            *self.left_out.entry(kind).or_default() += count;
        }
        match end {
            Ok(()) => ControlFlow::Continue(()),
            Err(reason) => self.emit(Err(ImportError::Archive { reason, path: path.to_owned() })),
        }
    }

    fn archive_file(&mut self, path: &Path) -> ControlFlow<()> {
        match bytes_up_to(path, MAX_ARCHIVE_BYTES) {
            Ok(Some(bytes)) => self.archive(&bytes, path, 1, &mut 0),
            Ok(None) => {
                let reason = "more than 1 GB".to_owned();
                self.emit(Err(ImportError::Archive { reason, path: path.to_owned() }))
            }
            Err(error) => self.emit(Err(error)),
        }
    }

    /// The articles of an archive, which may lie within another.
    fn archive(
        &mut self,
        bytes: &[u8],
        path: &Path,
        level: usize,
        unpacked: &mut u64,
    ) -> ControlFlow<()> {
        let Self { notices, left_out, .. } = self;
        let mut wanted = |name: &str| {
            let inner = Path::new(name);
            let is_hidden = inner.iter().any(|part| {
                let part = part.to_string_lossy();
                part.starts_with('.') || part == "__MACOSX"
            });
            let is_known = kind_of(inner).is_some();
            if !is_hidden && !is_known {
                *left_out.entry(extension(inner)).or_default() += 1;
            }
            is_known && !is_hidden
        };
        let entries = match archive::read(bytes, path, unpacked, &mut wanted, notices) {
            Ok(entries) => entries,
            Err(error) => return self.emit(Err(error)),
        };
        if entries.is_empty() {
            return self.emit(Err(ImportError::NothingInFolder { path: path.to_owned() }));
        }
        entries.into_iter().try_for_each(|entry| {
            let inner = path.join(&entry.name);
            match kind_of(&inner) {
                Some(Kind::Zip) if level >= MOST_LEVELS => {
                    let reason = format!("archives within archives are read {MOST_LEVELS} deep");
                    self.emit(Err(ImportError::Archive { reason, path: inner }))
                }
                Some(Kind::Zip) => self.archive(&entry.bytes, &inner, level + 1, unpacked),
                Some(Kind::Warc) => self.web_archive(entry.bytes.as_slice(), &inner),
                Some(Kind::Lines) => {
                    let mut input = BufReader::new(entry.bytes.as_slice());
                    lines::read(&mut input, &inner, true, &mut |outcome| self.emit(outcome))
                }
                kind => match self.document_of(entry.bytes, &inner, kind.unwrap_or(Kind::Text)) {
                    Ok(outcomes) => outcomes.into_iter().try_for_each(|o| self.emit(o)),
                    Err(error) => self.emit(Err(error)),
                },
            }
        })
    }

    fn lines(&mut self, path: &Path) -> ControlFlow<()> {
        let opened = File::open(path).and_then(|file| {
            let mut input = BufReader::with_capacity(64 * 1024, file);
            let kind = decode::binary(input.fill_buf()?);
            Ok((input, kind))
        });
        match opened {
            Err(source) => self.emit(Err(unreadable(path, source))),
            Ok((_, Some(kind))) => {
                self.emit(Err(ImportError::Binary { kind, path: path.to_owned() }))
            }
            Ok((mut input, None)) => {
                lines::read(&mut input, path, true, &mut |outcome| self.emit(outcome))
            }
        }
    }

    /// Hands out an article, or an error, with an id that no other article has.
    fn emit(&mut self, outcome: Outcome) -> ControlFlow<()> {
        let outcome = outcome.map(|mut article| {
            article.id = self.ids.unique(article.id);
            article
        });
        (self.each)(outcome)
    }

    fn into_notices(mut self) -> Vec<Notice> {
        if !self.left_out.is_empty() {
            self.notices.push(Notice::LeftOut { counts: self.left_out });
        }
        self.notices
    }
}

/// How a file of this name is read, if it is a kind that is.
fn kind_of(path: &Path) -> Option<Kind> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    if name.ends_with(".warc.gz") {
        return Some(Kind::Warc);
    }
    match extension(path).as_str() {
        ".txt" | ".text" | ".md" | ".markdown" => Some(Kind::Text),
        ".html" | ".htm" | ".xhtml" => Some(Kind::Html),
        ".json" => Some(Kind::Json),
        ".jsonl" | ".ndjson" => Some(Kind::Lines),
        ".docx" | ".odt" => Some(Kind::Office),
        ".pdf" => Some(Kind::Pdf),
        ".eml" => Some(Kind::Mail),
        ".mbox" => Some(Kind::Mailbox),
        ".rss" | ".atom" | ".xml" => Some(Kind::Feed),
        ".warc" => Some(Kind::Warc),
        ".zip" => Some(Kind::Zip),
        _ => None,
    }
}

/// The extension in lower case with its full stop; "" where there is none.
fn extension(path: &Path) -> String {
    let extension = path.extension().map(OsStr::to_string_lossy).unwrap_or_default();
    if extension.is_empty() { String::new() } else { format!(".{}", extension.to_lowercase()) }
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "article".to_owned(), |s| s.to_string_lossy().into_owned())
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// All of a file that holds an article.
fn bytes_of(path: &Path) -> Result<Vec<u8>, ImportError> {
    let bytes = bytes_up_to(path, MAX_BYTES)?;
    bytes.ok_or_else(|| ImportError::TooLarge { at: At::File, path: path.to_owned() })
}

/// All of a file; `None` if it has more than `limit` bytes. Never reads more than it
/// may, since what a system calls a file may have no end.
pub fn bytes_up_to(path: &Path, limit: usize) -> Result<Option<Vec<u8>>, ImportError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(limit as u64 + 1).read_to_end(&mut bytes))
        .map_err(|source| unreadable(path, source))?;
    Ok((bytes.len() <= limit).then_some(bytes))
}

fn unreadable(path: &Path, source: io::Error) -> ImportError {
    let path = path.to_owned();
    match source.kind() {
        io::ErrorKind::NotFound => ImportError::Missing { path },
        _ => ImportError::Unreadable { path, source },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;
    use crate::import::office::tests::zipped;

    /// Reads a folder with these files; gives "id: text" or the message, its path
    /// cut to what lies in the folder, and the notices at the end.
    fn check(files: &[(&str, &[u8])], wanted: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let mut seen = Vec::new();
        let notices = read(&[folder.path().to_owned()], &mut |outcome| {
            seen.push(match outcome {
                Ok(article) => format!("{}: {}", article.id, article.text),
                Err(error) => error.to_string(),
            });
            ControlFlow::Continue(())
        });
        seen.extend(notices.iter().map(Notice::to_string));
        let root = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
        let seen: Vec<String> = seen.iter().map(|line| line.replace(&root, "")).collect();
        assert_eq!(seen, wanted);
    }

    #[test]
    fn folders_are_read_in_the_order_of_names_with_all_below() {
        check(
            &[
                ("b.txt", b"Sotk"),
                ("a/x.md", b"**Goris**\r\n"),
                (".hidden/c.txt", b"no"),
                (".d.txt", b"no"),
                ("table.csv", b"no"),
            ],
            &["x: **Goris**\r\n", "b: Sotk", "1 file was left out because of the kind: 1 .csv"],
        );
    }

    #[test]
    fn ids_that_come_twice_get_a_number() {
        check(
            &[("a/x.txt", b"1"), ("b/x.txt", b"2"), ("c.jsonl", b"{\"id\":\"x\",\"text\":\"3\"}")],
            &["x: 1", "x-2: 2", "x-3: 3"],
        );
    }

    #[test]
    fn each_bad_file_has_its_line_and_the_others_are_read() {
        check(
            &[
                ("1.txt", b""),
                ("2.txt", b"%PDF-1.4"),
                ("3.txt", b"\xe2\x80\x9cGoris\xe2\x80\x9d \xff"),
                ("4.jsonl", b"\n{\"text\":1}\n"),
                ("5.jsonl", b" \n"),
                ("6.html", b"<p> </p>"),
                ("7.txt", b"Goris"),
            ],
            &[
                "no text to read: 1.txt",
                "not text but a PDF, give it its ending back, .pdf: 2.txt",
                "not valid UTF-8 (byte 0xFF in line 1), save it as UTF-8: 3.txt",
                "not a JSON article in line 2 (invalid type: integer `1`, expected a string, \
                 column 9), correct it or take it out: 4.jsonl",
                "no text to read: 5.jsonl",
                "no text to read: 6.html",
                "7: Goris",
            ],
        );
    }

    #[test]
    fn an_archive_is_read_with_what_lies_in_it() {
        let inner = zipped(&[("deep.txt", b"Sotk")]);
        let deepest = zipped(&[("x.zip", &zipped(&[("y.txt", b"no")]))]);
        let page = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 57\r\n\r\n\
            HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nShells fell.\r\n\r\n";
        let archive = zipped(&[
            ("b/two.md", b"Jermuk"),
            ("a.txt", b"Goris"),
            ("table.csv", b"no"),
            ("inner.zip", &inner),
            ("nested.zip", &deepest),
            ("pages.warc", page),
            ("__MACOSX/a.txt", b"no"),
        ]);
        check(
            &[("all.zip", &archive)],
            &[
                "a: Goris",
                "two: Jermuk",
                "deep: Sotk",
                "not an archive that can be read (archives within archives are read 2 deep), \
                 unpack it and open its files: all.zip/nested.zip/x.zip",
                "pages-1: Shells fell.",
                "1 file was left out because of the kind: 1 .csv",
            ],
        );
    }

    #[test]
    fn what_climbs_out_of_an_archive_or_explodes_is_refused() {
        let zeros = vec![b' '; 15_000_000];
        let archive = zipped(&[("../up.txt", b"no"), ("bomb.txt", &zeros), ("a.txt", b"Goris")]);
        check(
            &[("all.zip", &archive), ("broken.zip", &archive[..archive.len() / 2])],
            &[
                "a: Goris",
                "not an archive that can be read (invalid Zip archive: Could not find EOCD), \
                 unpack it and open its files: broken.zip",
                "not read from the archive all.zip: ../up.txt, it points out of the archive",
                "not read from the archive all.zip: bomb.txt, it unpacks to more than 200 times \
                 its size",
            ],
        );
    }

    #[test]
    fn a_file_that_is_too_large_is_refused() {
        let large = vec![b'x'; MAX_BYTES + 1];
        let line = "more than 20 MB, split it, or use .jsonl with an article a line: 1.txt";
        check(&[("1.txt", &large), ("2.txt", b"Goris")], &[line, "2: Goris"]);
    }

    #[test]
    fn an_empty_folder_and_a_missing_file_are_errors() {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().to_owned(), folder.path().join("none.txt")];
        let mut seen = Vec::new();
        read(&paths, &mut |outcome| {
            seen.push(outcome.err().unwrap());
            ControlFlow::Continue(())
        });
        assert!(matches!(seen[0], ImportError::NothingInFolder { .. }));
        assert!(matches!(seen[1], ImportError::Missing { .. }));
    }

    #[test]
    fn a_file_that_is_named_is_read_whatever_its_extension() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes");
        fs::write(&path, "Goris").unwrap();
        let mut seen = Vec::new();
        read(&[path], &mut |outcome| {
            seen.push(outcome.unwrap().id);
            ControlFlow::Continue(())
        });
        assert_eq!(seen, ["notes"]);
    }
}
