//! Splits a text into tokens exactly as spaCy 3.8 does for English.
//!
//! A text is cut at white space into chunks. A chunk is an exception ("don't"), or
//! loses marks at its beginning and end until nothing changes; what is left is an
//! exception, a web address, or is cut at marks inside it ("north-east"). At last,
//! exceptions that this has taken apart (":-)") are put together again.
//!
//! Time is linear in the length of the text: the longest exception bounds what is
//! looked up, and every rule looks at a bounded number of characters or at each
//! character once.

mod affixes;
mod exceptions;
mod urls;

use std::collections::HashMap;
use std::ops::Range;

use super::chars::{Chars, Class};
use super::names::Names;
use super::section::{Damaged, Reader, u64_at};
use super::token::{Lexeme, Token};
use affixes::Affixes;
use exceptions::Exceptions;

/// A shape of this many characters or more is just "LONG".
const LONG: usize = 100;
/// Of equal characters in a row, a shape keeps this many.
const SHAPE_RUN: usize = 4;
/// Chunks that a [`Scratch`] remembers, and the bytes of the longest of them.
const CHUNKS: usize = 1 << 15;
const CHUNK_BYTES: usize = 48;

/// Splits texts into tokens. Can be shared between threads; what it remembers of a
/// text is in a [`Scratch`] of the caller.
#[derive(Debug)]
pub struct Tokenizer {
    chars: Chars,
    names: Names,
    affixes: Affixes,
    exceptions: Exceptions,
    norms: Norms,
}

/// Chunks seen before, with their tokens. It only saves time: the same text gives
/// the same tokens whatever a scratch has seen. Bounded in size.
#[derive(Debug, Default)]
pub struct Scratch {
    known: HashMap<Box<str>, Range<u32>>,
    pieces: Vec<Piece>,
    fresh: Vec<Piece>,
}

/// A token that does not know yet where it is.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Its length in bytes.
    length: u32,
    lexeme: Lexeme,
}

impl Tokenizer {
    /// Reads the sections `tokenizer`, `chars` and `norms`; the last is used in place.
    ///
    /// # Errors
    /// If a section is not as expected.
    pub fn from_bytes(
        tokenizer: &[u8],
        chars: &[u8],
        norms: &'static [u8],
    ) -> Result<Self, Damaged> {
        let mut reader = Reader::new("tokenizer", tokenizer);
        let affixes = Affixes::read(&mut reader)?;
        let names = (0..reader.u16()?)
            .map(|_| Ok((reader.string()?.into(), reader.u16()?.into())))
            .collect::<Result<_, _>>()?;
        let mut tokenizer = Self {
            chars: Chars::from_bytes(chars)?,
            names: Names::new(names),
            affixes,
            exceptions: Exceptions::default(),
            norms: Norms::from_bytes(norms)?,
        };
        tokenizer.exceptions = Exceptions::read(&mut reader, &tokenizer)?;
        reader.finish()?;
        Ok(tokenizer)
    }

    /// The tokens of `text` in order. Each character except single spaces between
    /// other tokens is in one of them.
    ///
    /// Of a text of more than 4 GiB, the rest is left out.
    #[must_use]
    pub fn tokenize(&self, text: &str) -> Vec<Token> {
        self.tokenize_with(&mut Scratch::default(), text)
    }

    /// The same with a `scratch`, which saves time when there are many texts.
    #[must_use]
    pub fn tokenize_with(&self, scratch: &mut Scratch, text: &str) -> Vec<Token> {
        let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
        let mut tokens = Vec::with_capacity(text.len() / 4);
        let mut in_space = text.starts_with(|first| self.is_space(first));
        let mut start = 0;
        for (at, char) in text.char_indices() {
            if self.is_space(char) == in_space {
                continue;
            }
            if start < at {
                self.add_chunk(scratch, &text[start..at], start, &mut tokens);
            }
            start = at;
            if char == ' ' {
                start += 1;
                if let Some(last) = tokens.last_mut() {
                    last.spaced = true;
                }
            }
            in_space = !in_space;
        }
        if start < text.len() {
            self.add_chunk(scratch, &text[start..], start, &mut tokens);
        }
        self.exceptions.join(text, tokens)
    }

    fn is_space(&self, char: char) -> bool {
        self.chars.is(char, Class::SPACE)
    }

    fn add_chunk(&self, scratch: &mut Scratch, chunk: &str, start: usize, out: &mut Vec<Token>) {
        if let Some(pieces) = self.exceptions.get(chunk) {
            place(pieces, start, out);
        } else if let Some(range) = scratch.known.get(chunk) {
            let range = range.start as usize..range.end as usize;
            place(&scratch.pieces[range], start, out);
        } else {
            scratch.fresh.clear();
            self.split(chunk, &mut scratch.fresh);
            place(&scratch.fresh, start, out);
            scratch.remember(chunk);
        }
    }

    /// Takes marks off both ends of `chunk` and cuts the rest.
    fn split<'a>(&self, chunk: &'a str, out: &mut Vec<Piece>) {
        let mut rest = chunk;
        let mut suffixes: Vec<&'a str> = Vec::new();
        while !rest.is_empty() && self.exceptions.get(rest).is_none() {
            let (prefix, without_prefix) = rest.split_at(self.affixes.prefix(&self.chars, rest));
            if self.exceptions.get(without_prefix).is_some() {
                out.push(self.piece(prefix));
                rest = without_prefix;
                break;
            }
            let suffix_length = self.affixes.suffix(&self.chars, without_prefix);
            let (without_suffix, suffix) = rest.split_at(rest.len() - suffix_length);
            if suffix_length > 0 && self.exceptions.get(without_suffix).is_some() {
                suffixes.push(suffix);
                rest = without_suffix;
                break;
            }
            if prefix.is_empty() && suffix.is_empty() {
                break;
            }
            if !prefix.is_empty() {
                out.push(self.piece(prefix));
            }
            if !suffix.is_empty() {
                suffixes.push(suffix);
            }
            rest = &rest[prefix.len()..rest.len() - suffix_length];
        }
        self.split_inside(rest, out);
        out.extend(suffixes.iter().rev().map(|suffix| self.piece(suffix)));
    }

    fn split_inside(&self, rest: &str, out: &mut Vec<Piece>) {
        if let Some(pieces) = self.exceptions.get(rest) {
            out.extend_from_slice(pieces);
            return;
        }
        if urls::is_url(&self.chars, rest) {
            out.push(self.piece(rest));
            return;
        }
        let mut start = 0;
        for infix in self.affixes.infixes(&self.chars, rest) {
            if infix.start == 0 {
                continue;
            }
            if start < infix.start {
                out.push(self.piece(&rest[start..infix.start]));
            }
            start = infix.end;
            out.push(self.piece(&rest[infix]));
        }
        if start < rest.len() {
            out.push(self.piece(&rest[start..]));
        }
    }

    fn piece(&self, form: &str) -> Piece {
        Piece { length: form.len() as u32, lexeme: self.lexeme(form) }
    }

    /// What the networks ask about a word form outside the exceptions.
    #[must_use]
    pub fn lexeme(&self, form: &str) -> Lexeme {
        let orth = self.names.id(form);
        let norm = self.norms.get(orth);
        let first = form.chars().next().map_or(0, char::len_utf8);
        let third_last = form.char_indices().rev().take(3).last();
        Lexeme {
            orth,
            norm: norm.unwrap_or_else(|| self.names.id(&form.to_lowercase())),
            prefix: self.names.id(&form[..first]),
            suffix: self.names.id(&form[third_last.map_or(0, |(at, _)| at)..]),
            shape: self.names.id(&self.shape(form)),
            is_space: !form.is_empty() && form.chars().all(|char| self.is_space(char)),
            opens_phrase: self.exceptions.opens_phrase(orth),
        }
    }

    /// Letters as X and x, digits as d; equal ones in a row are kept four times.
    fn shape(&self, form: &str) -> String {
        if form.len() >= LONG && form.chars().count() >= LONG {
            return "LONG".to_owned();
        }
        let mut shape = String::with_capacity(form.len());
        let mut last = None;
        let mut run = 0;
        for char in form.chars() {
            let kind = self.kind(char);
            run = if last == Some(kind) { run + 1 } else { 1 };
            last = Some(kind);
            if run <= SHAPE_RUN {
                shape.push(kind);
            }
        }
        shape
    }

    fn kind(&self, char: char) -> char {
        if self.chars.is(char, Class::ALPHABETIC) {
            if self.chars.is(char, Class::UPPERCASE) { 'X' } else { 'x' }
        } else if self.chars.is(char, Class::DIGIT) {
            'd'
        } else {
            char
        }
    }
}

impl Scratch {
    /// Keeps the fresh pieces of `chunk`, unless there are enough or it is long.
    fn remember(&mut self, chunk: &str) {
        if self.known.len() >= CHUNKS || chunk.len() > CHUNK_BYTES {
            return;
        }
        let start = self.pieces.len() as u32;
        self.pieces.extend_from_slice(&self.fresh);
        let range = start..self.pieces.len() as u32;
        self.known.insert(chunk.into(), range);
    }
}

/// Appends `pieces` as tokens, one right after the other from `start`.
fn place(pieces: &[Piece], start: usize, out: &mut Vec<Token>) {
    let mut start = start as u32;
    out.extend(pieces.iter().map(|piece| {
        let end = start + piece.length;
        let token = Token { start, end, lexeme: piece.lexeme, spaced: false };
        start = end;
        token
    }));
}

/// Words with a norm that is not just their lower case. Used in place.
#[derive(Debug)]
struct Norms {
    words: &'static [u8],
    norms: &'static [u8],
    count: usize,
}

impl Norms {
    fn from_bytes(bytes: &'static [u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new("norms", bytes);
        let count = reader.u32()? as usize;
        let words = reader.take(count.saturating_mul(8))?;
        let norms = reader.take(count.saturating_mul(8))?;
        reader.finish()?;
        Ok(Self { words, norms, count })
    }

    fn get(&self, word: u64) -> Option<u64> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = (low + high) / 2;
            match u64_at(self.words, middle).cmp(&word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(u64_at(self.norms, middle)),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::english::test_section;

    fn tokenizer() -> Tokenizer {
        let [tokenizer, chars, norms] = ["tokenizer", "chars", "norms"].map(test_section);
        Tokenizer::from_bytes(tokenizer, chars, norms).unwrap()
    }

    /// `expected` has the tokens with "|" between them.
    fn check(text: &str, expected: &str) {
        let tokenizer = tokenizer();
        let tokens = tokenizer.tokenize(text);
        let forms: Vec<&str> = tokens.iter().map(|token| token.of(text)).collect();
        assert_eq!(forms.join("|"), expected);
    }

    fn check_lexeme(form: &str, of: impl Fn(&Lexeme) -> u64, expected: &str) {
        let tokenizer = tokenizer();
        let token = tokenizer.tokenize(form)[0];
        assert_eq!(of(&token.lexeme), tokenizer.names.id(expected));
    }

    #[test]
    fn marks_are_split_off_at_both_ends() {
        check("(“Gori fell,” he said.)", "(|“|Gori|fell|,|”|he|said|.|)");
    }

    #[test]
    fn an_initial_keeps_its_full_stop_but_capitals_in_a_row_lose_it() {
        check("J. Smith left the OSCE.", "J.|Smith|left|the|OSCE|.");
    }

    #[test]
    fn an_exception_has_tokens_of_its_own() {
        check("They can't reach the U.S. at 6 p.m.", "They|ca|n't|reach|the|U.S.|at|6|p.m.");
    }

    #[test]
    fn an_exception_that_the_rules_take_apart_is_put_together_again() {
        check("Quiet night :-) again", "Quiet|night|:-)|again");
    }

    #[test]
    fn a_hyphen_between_letters_cuts_but_one_before_a_digit_does_not() {
        check("north-east of T-72 lines", "north|-|east|of|T-72|lines");
    }

    #[test]
    fn a_unit_is_split_off_after_a_digit_only() {
        check("12km east, €5m lost in Shkm", "12|km|east|,|€|5|m|lost|in|Shkm");
    }

    #[test]
    fn an_address_is_one_token() {
        check(
            "see www.example.org/a-b?c=1, or x-y@example.org.",
            "see|www.example.org/a-b?c=1|,|or|x-y@example.org|.",
        );
    }

    #[test]
    fn more_space_than_one_is_a_token() {
        check("Two  men\n\nfled ", "Two| |men|\n\n|fled");
    }

    #[test]
    fn only_a_single_space_after_a_token_is_noted() {
        let tokenizer = tokenizer();
        let tokens = tokenizer.tokenize("gone north.\nStill");
        let spaced: Vec<bool> = tokens.iter().map(|token| token.spaced).collect();
        assert_eq!(spaced, [true, false, false, false, false]);
    }

    #[test]
    fn a_british_spelling_has_an_american_norm() {
        check_lexeme("favourite", |lexeme| lexeme.norm, "favorite");
    }

    #[test]
    fn equal_characters_in_a_row_are_four_in_a_shape() {
        check_lexeme("Brigade-12345", |lexeme| lexeme.shape, "Xxxxx-dddd");
    }

    #[test]
    fn a_scratch_changes_nothing() {
        let tokenizer = tokenizer();
        let mut scratch = Scratch::default();
        for text in ["he's (here)", "(here) he's he's", "(here), :-)"] {
            let tokens = tokenizer.tokenize_with(&mut scratch, text);
            assert_eq!(tokens, tokenizer.tokenize(text));
        }
    }

    #[test]
    fn a_megabyte_without_a_space_takes_linear_time() {
        let tokenizer = tokenizer();
        for odd in ["(", "a-", "x@y.", "😀", ":-)"] {
            let text = odd.repeat(100_000);
            let tokens = tokenizer.tokenize(&text);
            assert_eq!(tokens.last().map(|token| token.end), Some(text.len() as u32));
        }
    }
}
