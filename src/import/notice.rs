use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// Something that a person should know about what was read; no error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file is not UTF-8, and its encoding was guessed.
    GuessedEncoding {
        /// "windows-1251".
        encoding: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// A file in an archive that was not read.
    Refused {
        /// The file.
        name: String,
        /// Why.
        why: String,
        /// The archive.
        path: PathBuf,
    },
    /// What hangs on a mail is not read.
    Attachments {
        /// How many.
        count: usize,
        /// The file.
        path: PathBuf,
    },
    /// Files in folders that were left out because of their kind.
    LeftOut {
        /// How many of each extension, with its full stop; "" where there is none.
        counts: BTreeMap<String, usize>,
    },
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::GuessedEncoding { encoding, path } => {
                write!(f, "not UTF-8, read as {encoding}: {}", path.display())
            }
            Notice::Refused { name, why, path } => {
                write!(f, "not read from the archive {}: {name}, {why}", path.display())
            }
            Notice::Attachments { count, path } => {
                let files = if *count == 1 { "attachment is" } else { "attachments are" };
                write!(f, "{count} {files} not read, save them as files: {}", path.display())
            }
            Notice::LeftOut { counts } => {
                let files: usize = counts.values().sum();
                let were = if files == 1 { "file was" } else { "files were" };
                write!(f, "{files} {were} left out because of the kind: {}", most(counts))
            }
        }
    }
}

/// The commonest kinds with their numbers; a folder of anything may have hundreds.
fn most(counts: &BTreeMap<String, usize>) -> String {
    const NAMED: usize = 8;
    let mut kinds: Vec<(&String, &usize)> = counts.iter().collect();
    kinds.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
    let mut words: Vec<String> =
        kinds.iter().take(NAMED).map(|(kind, n)| format!("{n} {}", named(kind))).collect();
    if kinds.len() > NAMED {
        words.push(format!(
            "{} of other kinds",
            kinds[NAMED..].iter().map(|(_, n)| **n).sum::<usize>()
        ));
    }
    words.join(", ")
}

/// The extension, or words for none.
fn named(kind: &str) -> &str {
    if kind.is_empty() { "without extension" } else { kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_out_files_are_counted_by_kind_the_commonest_first() {
        let counts = BTreeMap::from([(".pdf".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(
            Notice::LeftOut { counts }.to_string(),
            "3 files were left out because of the kind: 2 .pdf, 1 without extension"
        );
    }

    #[test]
    fn rare_kinds_are_counted_together() {
        let counts = (1..=10).map(|n| (format!(".{n}"), n)).collect();
        let line = Notice::LeftOut { counts }.to_string();
        assert!(line.ends_with("4 .4, 3 .3, 3 of other kinds"), "{line}");
    }
}
