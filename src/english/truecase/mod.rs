//! Gives text in capitals (wire copy, headlines) its small letters back, so that what
//! was learned from ordinary text can analyse it.
//!
//! ```text
//! text ─ regions ─→ lines and sentences in capitals ─ words ─→ words with a code each
//!                                                               │
//!        a letter's other case, in its place ←─ spell ←─ decide ┘
//! ```
//!
//! How a word is written by itself comes from a table of frequencies; where that leaves
//! it open, a linear model looks at the neighbours; what is neither is taken for a name.
//! All sums are of whole numbers, and so the same everywhere.

mod decide;
mod regions;
mod spell;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use self::tables::Tables;
use super::section::Damaged;

/// Writes text in capitals as a newspaper would.
#[derive(Debug, Clone)]
pub struct TrueCaser {
    tables: Tables,
}

impl TrueCaser {
    /// Reads the section `truecase`.
    ///
    /// # Errors
    /// If the section is not as `assets/english/build/truecase.py` writes it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        Ok(Self { tables: Tables::from_bytes(bytes)? })
    }

    /// `text` with small letters in those lines and sentences that are in capitals;
    /// `None` if there are none. Every character stays at its byte offset: a letter
    /// whose other case has another length in UTF-8 is left as it is.
    pub fn restore(&self, text: &str) -> Option<String> {
        let regions = regions::find(text, &self.tables);
        if regions.is_empty() {
            return None;
        }
        let mut restored = String::with_capacity(text.len());
        let mut done = 0;
        for Range { start, end } in regions {
            restored.push_str(&text[done..start]);
            self.restore_region(&text[start..end], &mut restored);
            done = end;
        }
        restored.push_str(&text[done..]);
        Some(restored)
    }

    fn restore_region(&self, text: &str, restored: &mut String) {
        let mut words = words::find(text, &self.tables);
        words::mark_sentence_starts(text, &mut words, &self.tables);
        decide::cases(text, &mut words, &self.tables);
        let mut done = 0;
        for word in &words {
            restored.push_str(&text[done..word.span.start]);
            spell::push(word, text, restored);
            done = word.span.end;
        }
        restored.push_str(&text[done..]);
    }
}
