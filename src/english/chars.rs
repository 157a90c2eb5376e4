//! Properties of characters, as Python and the rules of the tokenizer see them.

use super::section::{Damaged, Reader};

/// A set of properties of a character, one bit each, in the order of `char_tests`
/// in `assets/english/build/tables.py`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Class(u16);

impl Class {
    /// Python's `isspace`; also `\s`.
    pub(super) const SPACE: Self = Self(1);
    /// Python's `isalpha`.
    pub(super) const ALPHABETIC: Self = Self(1 << 1);
    /// Python's `isupper`.
    pub(super) const UPPERCASE: Self = Self(1 << 2);
    /// Python's `isdigit`, superscripts included.
    pub(super) const DIGIT: Self = Self(1 << 3);
    /// `\d`.
    pub(super) const DECIMAL: Self = Self(1 << 4);
    /// `\w`.
    pub(super) const WORD: Self = Self(1 << 5);
    /// A letter of the scripts that the tokenizer knows.
    pub(super) const LETTER: Self = Self(1 << 6);
    /// Such a letter that is lower case or has no case.
    pub(super) const LOWER: Self = Self(1 << 7);
    /// Such a letter that is upper case or has no case.
    pub(super) const UPPER: Self = Self(1 << 8);
    /// A quotation mark or bracket of some script.
    pub(super) const QUOTE: Self = Self(1 << 9);
    /// An emoji or another symbol.
    pub(super) const ICON: Self = Self(1 << 10);
    /// Split off at the beginning of a chunk.
    pub(super) const PREFIX: Self = Self(1 << 11);
    /// Split off at the end of a chunk.
    pub(super) const SUFFIX: Self = Self(1 << 12);
    /// A full stop after it is split off at the end.
    pub(super) const BEFORE_STOP: Self = Self(1 << 13);

    /// Both sets together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The properties of all characters.
#[derive(Debug, Clone)]
pub(super) struct Chars {
    ascii: [u16; 128],
    /// First characters of the runs with the same properties; ascending from 0.
    starts: Vec<u32>,
    classes: Vec<u16>,
}

impl Chars {
    /// Reads the section `chars`.
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new("chars", bytes);
        let count = reader.u32()?;
        let starts: Vec<u32> = (0..count).map(|_| reader.u32()).collect::<Result<_, _>>()?;
        let classes = (0..count).map(|_| reader.u16()).collect::<Result<_, _>>()?;
        if starts.first() != Some(&0) || !starts.is_sorted() {
            return Err(reader.damaged("the characters are out of order"));
        }
        reader.finish()?;
        let mut chars = Self { ascii: [0; 128], starts, classes };
        chars.ascii = std::array::from_fn(|code| chars.search(code as u32));
        Ok(chars)
    }

    /// Whether `char` has one of the properties of `class`.
    pub(super) fn is(&self, char: char, class: Class) -> bool {
        let code = char as u32;
        let found = match self.ascii.get(code as usize) {
            Some(found) => *found,
            None => self.search(code),
        };
        found & class.0 != 0
    }

    /// The same for a character that may not be there.
    pub(super) fn is_some(&self, char: Option<char>, class: Class) -> bool {
        char.is_some_and(|char| self.is(char, class))
    }

    fn search(&self, code: u32) -> u16 {
        let after = self.starts.partition_point(|start| *start <= code);
        self.classes.get(after.wrapping_sub(1)).copied().unwrap_or(0)
    }
}
