//! Tokens and the numbers by which the networks know them.

use std::ops::Range;

/// A piece of a text: a word, a part of a word, a mark or white space.
///
/// The numbers are those of spaCy's string store: a hash of the UTF-8, except for the
/// names of its attributes and labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
    /// What depends on the form alone.
    pub lexeme: Lexeme,
    /// Whether a space follows, which is no part of any token.
    pub spaced: bool,
}

impl Token {
    /// The bytes of the text, end-exclusive.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The token's own text; empty if `text` is not the text that was tokenized.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.span()).unwrap_or("")
    }
}

/// What the networks ask about a word form.
///
/// Two tokens with the same `orth` and `norm` have the same lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// Number of the form as written.
    pub orth: u64,
    /// Number of the normal form: "is" of "'s", "favorite" of "Favourite".
    pub norm: u64,
    /// Number of the first character.
    pub prefix: u64,
    /// Number of the last three characters.
    pub suffix: u64,
    /// Number of the shape: "Xxxxx" of "Geneva", "dd:dd" of "18:30".
    pub shape: u64,
    /// Whether it is white space only.
    pub is_space: bool,
    /// Whether an exception of several tokens may begin here.
    pub(super) opens_phrase: bool,
}
