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
            Notice::LeftOut { counts } => {
                let files: usize = counts.values().sum();
                let kinds: Vec<String> =
                    counts.iter().map(|(kind, n)| format!("{n} {}", named(kind))).collect();
                let were = if files == 1 { "file was" } else { "files were" };
                write!(f, "{files} {were} left out because of the kind: {}", kinds.join(", "))
            }
        }
    }
}

/// The extension, or words for none.
fn named(kind: &str) -> &str {
    if kind.is_empty() { "without extension" } else { kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_out_files_are_counted_by_kind() {
        let counts = BTreeMap::from([(".pdf".to_owned(), 2), (String::new(), 1)]);
        assert_eq!(
            Notice::LeftOut { counts }.to_string(),
            "3 files were left out because of the kind: 1 without extension, 2 .pdf"
        );
    }
}
