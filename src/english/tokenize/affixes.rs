//! The rules for marks at the beginning, at the end and inside of a chunk.

use std::collections::HashSet;
use std::ops::Range;

use crate::english::chars::{Chars, Class};
use crate::english::section::{Damaged, Reader};

/// Marks of more than one character; those of one are a [`Class`].
#[derive(Debug)]
pub(super) struct Affixes {
    prefixes: Vec<Box<str>>,
    suffixes: Vec<Box<str>>,
    /// Units and currencies, which are split off after a digit.
    after_digit: HashSet<Box<str>>,
    longest_after_digit: usize,
}

impl Affixes {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let boxed = |texts: Vec<&str>| texts.into_iter().map(Box::from).collect();
        let prefixes = boxed(reader.strings()?);
        let suffixes = boxed(reader.strings()?);
        let after_digit: HashSet<Box<str>> = reader.strings()?.into_iter().map(Box::from).collect();
        Ok(Self {
            longest_after_digit: after_digit.iter().map(|unit| unit.len()).max().unwrap_or(0),
            prefixes,
            suffixes,
            after_digit,
        })
    }

    /// Length in bytes of the mark that `chunk` begins with, or 0.
    pub(super) fn prefix(&self, chars: &Chars, chunk: &str) -> usize {
        let mut rest = chunk.chars();
        let Some(first) = rest.next() else { return 0 };
        if chars.is(first, Class::PREFIX) {
            return first.len_utf8();
        }
        match first {
            '+' if !rest.next().is_some_and(|next| next.is_ascii_digit()) => 1,
            '.' => ellipsis(chunk.bytes()),
            _ => {
                let found = self.prefixes.iter().find(|mark| chunk.starts_with(&***mark));
                found.map_or(0, |mark| mark.len())
            }
        }
    }

    /// Length in bytes of the longest mark that `chunk` ends with, or 0.
    pub(super) fn suffix(&self, chars: &Chars, chunk: &str) -> usize {
        let Some(last) = chunk.chars().next_back() else { return 0 };
        let dots = ellipsis(chunk.bytes().rev());
        if dots > 0 {
            return dots;
        }
        let alone = chars.is(last, Class::SUFFIX) || (last == '.' && is_full_stop(chars, chunk));
        let single = if alone { last.len_utf8() } else { 0 };
        let marks = self.suffixes.iter().filter(|mark| chunk.ends_with(&***mark));
        marks.map(|mark| mark.len()).chain([single, self.after_digit(chunk)]).max().unwrap_or(0)
    }

    /// Length of the unit after the last digit, if that is all there is after it.
    fn after_digit(&self, chunk: &str) -> usize {
        let from = chunk.len().saturating_sub(self.longest_after_digit + 1);
        let tail = &chunk.as_bytes()[from..];
        let Some(digit) = tail.iter().rposition(u8::is_ascii_digit) else { return 0 };
        let unit = &chunk[from + digit + 1..];
        if self.after_digit.contains(unit) { unit.len() } else { 0 }
    }

    /// The marks inside `chunk` at which it is cut, in order.
    pub(super) fn infixes(&self, chars: &Chars, chunk: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut before = None;
        let mut at = 0;
        while let Some(char) = chunk[at..].chars().next() {
            let length = infix(chars, before, &chunk[at..]);
            if length > 0 {
                found.push(at..at + length);
            }
            let end = at + length.max(char.len_utf8());
            before = chunk[at..end].chars().next_back();
            at = end;
        }
        found
    }
}

/// Number of dots that come first, if there are two or more.
fn ellipsis(bytes: impl Iterator<Item = u8>) -> usize {
    let dots = bytes.take_while(|byte| *byte == b'.').count();
    if dots >= 2 { dots } else { 0 }
}

/// Whether the "." at the end of `chunk` ends a sentence, and is not that of "U." or "3.".
fn is_full_stop(chars: &Chars, chunk: &str) -> bool {
    let mut back = chunk.chars().rev().skip(1);
    let (before, second) = (back.next(), back.next());
    let after_degree = second == Some('°') && before.is_some_and(|c| "FfCcKk".contains(c));
    let after_capitals = chars.is_some(before, Class::UPPER) && chars.is_some(second, Class::UPPER);
    chars.is_some(before, Class::BEFORE_STOP) || after_degree || after_capitals
}

/// Length in bytes of the mark that `rest` begins with, or 0 if there is none to cut at.
fn infix(chars: &Chars, before: Option<char>, rest: &str) -> usize {
    let Some(first) = rest.chars().next() else { return 0 };
    if first == '…' || chars.is(first, Class::ICON) {
        return first.len_utf8();
    }
    let after = |mark: &str| rest[mark.len()..].chars().next();
    let letter_after =
        |mark: &str| rest.starts_with(mark) && chars.is_some(after(mark), Class::LETTER);
    let digit_before = before.is_some_and(|c| c.is_ascii_digit());
    let letter_before = chars.is_some(before, Class::LETTER);
    match first {
        '.' => stop(chars, before, rest),
        '+' | '-' | '*' | '^'
            if digit_before && after("+").is_some_and(|c| c.is_ascii_digit() || c == '-') =>
        {
            1
        }
        ',' => usize::from(letter_before && letter_after(",")),
        '-' | '–' | '—' | '~' if letter_before || digit_before => {
            let hyphens = ["-", "–", "—", "--", "---", "——", "~"];
            let found = hyphens.iter().find(|mark| letter_after(mark));
            found.map_or(0, |mark| mark.len())
        }
        ':' | '<' | '>' | '=' | '/' => {
            let letter = chars.is_some(after(":"), Class::LETTER);
            usize::from((letter_before || digit_before) && letter)
        }
        _ => 0,
    }
}

/// Dots in a row, or one between a small and a capital letter ("end.Next").
fn stop(chars: &Chars, before: Option<char>, rest: &str) -> usize {
    let dots = ellipsis(rest.bytes());
    if dots > 0 {
        return dots;
    }
    let after = rest[1..].chars().next();
    let between = chars.is_some(before, Class::LOWER.or(Class::QUOTE))
        && chars.is_some(after, Class::UPPER.or(Class::QUOTE));
    usize::from(between)
}
