//! Numbers of people among the words of a sentence.

use std::ops::Range;

use super::Source;
use crate::lexicon::number_word;
use crate::model::{Span, Timex};
use crate::pipeline::syntax::Syntax;

/// A number, where it stands, and how exact it is. Words are numbered as in the syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// At least so many.
    pub low: u32,
    /// At most so many; `None` where the text sets no limit.
    pub high: Option<u32>,
    /// The first word, with "at least" and the like.
    pub start: usize,
    /// The first word of the number itself.
    pub first: usize,
    /// The last word.
    pub last: usize,
}

impl Number {
    /// Whether the word is one of it.
    pub fn covers(&self, word: usize) -> bool {
        (self.first..=self.last).contains(&word)
    }
}

/// The numbers that may count people, in text order: no ages, years, times, distances,
/// money and shares.
pub fn find(source: &Source<'_>, lower: &[String], range: &Range<usize>) -> Vec<Number> {
    let reader = Reader { source, lower, range: range.clone() };
    let mut found: Vec<Number> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match reader.read(at) {
            Some((number, end)) => {
                found.extend(number);
                at = end + 1;
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    source: &'a Source<'a>,
    lower: &'a [String],
    range: Range<usize>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        at.checked_sub(self.range.start).and_then(|n| self.lower.get(n)).map_or("", |w| w)
    }

    fn syntax(&self) -> &Syntax<'_> {
        self.source.syntax
    }

    /// A number that starts at this word and its last word; no number where it counts
    /// something else.
    fn read(&self, at: usize) -> Option<(Option<Number>, usize)> {
        let words = &self.source.lexicon.casualties;
        let (value, last, open) = match words.vague.get(self.word(at)) {
            Some(&least) => (least, self.vague_end(at), true),
            None => {
                let (value, last) = self.value(at)?;
                (value, last, false)
            }
        };
        let (high, last) = match self.range_end(at, last, value) {
            Some((high, end)) => (high, end),
            None => (value, last),
        };
        if self.is_no_count(at, last) {
            return Some((None, last));
        }
        let (low, high, start) = self.hedged(at, value, high, open);
        let (high, last) = self.open_end(high, last);
        Some((Some(Number { low, high, start, first: at, last }), last))
    }

    /// "dozens", "scores of", "tens of thousands".
    fn vague_end(&self, at: usize) -> usize {
        let words = &self.source.lexicon.casualties;
        let scaled = self.word(at + 1) == "of" && words.vague.contains_key(self.word(at + 2));
        if scaled { at + 2 } else { at }
    }

    /// The value of a number and its last word: "two hundred and five", "12,000".
    fn value(&self, at: usize) -> Option<(u32, usize)> {
        let first = self.word(at);
        let article = matches!(first, "a" | "an" | "half")
            && matches!(self.word(at + 1), "dozen" | "hundred" | "thousand" | "a" | "score");
        if !article && !is_numeric(first) {
            return None;
        }
        let mut last = if article { at + 1 } else { at };
        if matches!(self.word(last), "a") {
            last += 1;
        }
        loop {
            let next = self.word(last + 1);
            if matches!(next, "hundred" | "thousand" | "million" | "dozen") {
                last += 1;
            } else if next == "-"
                && is_letters(self.word(last))
                && is_letters_number(self.word(last + 2))
                || next == "and"
                    && matches!(self.word(last), "hundred" | "thousand")
                    && is_numeric(self.word(last + 2))
            {
                last += 2;
            } else if is_letters_number(self.word(last)) && is_letters_number(next) {
                last += 1;
            } else {
                break;
            }
        }
        let value = self.number_value(at, last)?;
        ((0.0..=20_000_000.0).contains(&value) && value.fract() == 0.0)
            .then_some((value as u32, last))
    }

    fn number_value(&self, first: usize, last: usize) -> Option<f64> {
        let mut words: Vec<&str> =
            (first..=last).map(|n| self.word(n)).filter(|w| *w != "-").collect();
        if words.first() == Some(&"half") {
            return Some(6.0);
        }
        let dozen = words.last() == Some(&"dozen");
        if dozen {
            words.pop();
        }
        let value = match words.as_slice() {
            ["a" | "an"] => Some(1.0),
            ["a" | "an", rest @ ..] if !rest.is_empty() => number_word(&rest.join(" ")),
            [] => Some(1.0),
            words => number_word(&words.join(" ")),
        }?;
        Some(if dozen { value * 12.0 } else { value })
    }

    /// "10 to 15", "10-15", "10 or 11", "between 10 and 15": the upper end.
    fn range_end(&self, first: usize, last: usize, low: u32) -> Option<(u32, usize)> {
        let before = first.checked_sub(1).map_or("", |n| self.word(n));
        let joint = self.word(last + 1);
        let joins = matches!(joint, "to" | "-" | "–" | "or")
            || joint == "and" && matches!(before, "between");
        let (high, end) = if joins { self.value(last + 2)? } else { return None };
        (high > low && u64::from(high) <= u64::from(low) * 10 + 10).then_some((high, end))
    }

    fn is_no_count(&self, first: usize, last: usize) -> bool {
        let words = &self.source.lexicon.casualties.numbers;
        let span = self.syntax().span(first).join(self.syntax().span(last));
        let before = first.checked_sub(1).map_or("", |n| self.word(n));
        let next = self.word(last + 1);
        let glued = next == "-" && words.glued.contains(self.word(last + 2))
            || next.strip_prefix('-').is_some_and(|unit| words.glued.contains(unit));
        let of_day = matches!(before, "rd" | "th" | "st");
        let alone = first == last && self.word(first) == "one";
        let somebody = alone && matches!(before, "no" | "every" | "any" | "some" | "this" | "that");
        somebody
            || glued
            || of_day
            || words.before.contains(before) && !alone
            || words.units.contains(next)
            || before == "-" && first.checked_sub(2).is_some_and(|n| !is_numeric(self.word(n)))
            || self.is_aside(first, last)
            || overlaps(self.source.timexes, span) && !self.counts_people_anyway(last)
    }

    /// ", 34, ": the age behind a name.
    fn is_aside(&self, first: usize, last: usize) -> bool {
        let before = first.checked_sub(1).map_or("", |n| self.word(n));
        let name = first.checked_sub(2).is_some_and(|n| self.syntax().tag(n).starts_with("NNP"));
        let after = matches!(self.word(last + 1), "," | ")" | "." | ";" | "");
        name && matches!(before, "," | "(") && after
    }

    /// "5 people" is no year and no hour, whatever the dates say.
    fn counts_people_anyway(&self, last: usize) -> bool {
        self.source.lexicon.casualties.people.persons.contains(self.word(last + 1))
    }

    /// "at least 12", "up to 12", "about 12": the bounds and the first word.
    fn hedged(&self, first: usize, low: u32, high: u32, open: bool) -> (u32, Option<u32>, usize) {
        let words = &self.source.lexicon.casualties.numbers;
        let high = (!open).then_some(high);
        let start = |list: &[String]| self.phrase_before(first, list);
        let starts = [start(&words.at_most), start(&words.below), start(&words.at_least)];
        // "No fewer than" is more than "fewer than".
        let longest = starts.iter().flatten().min().copied();
        if let Some(at) = longest {
            return match starts.iter().rposition(|start| *start == longest) {
                Some(2) => (low, None, at),
                Some(1) => (1.min(low), high.map(|high| high.saturating_sub(1).max(1)), at),
                _ => (1.min(low), high, at),
            };
        }
        let mut at = start(&words.about).unwrap_or(first);
        if let Some(further) = self.phrase_before(at, &words.at_least) {
            return (low, None, further);
        }
        if at > self.range.start && self.word(at - 1) == "between" {
            at -= 1;
        }
        (low, high, at)
    }

    /// The first word of one of these phrases that ends before a word.
    fn phrase_before(&self, end: usize, phrases: &[String]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.starts_before(end, phrase)).min()
    }

    fn starts_before(&self, end: usize, phrase: &str) -> Option<usize> {
        let mut at = end;
        for word in phrase.rsplit(' ') {
            at = at.checked_sub(1).filter(|&at| at >= self.range.start)?;
            if self.word(at) != word {
                return None;
            }
        }
        Some(at)
    }

    /// "20 or more", "12-plus".
    fn open_end(&self, high: Option<u32>, last: usize) -> (Option<u32>, usize) {
        if self.word(last + 1) == "or" && self.word(last + 2) == "more" {
            return (None, last + 2);
        }
        let plus = matches!(self.word(last + 1), "+" | "plus");
        if plus { (None, last + 1) } else { (high, last) }
    }
}

fn is_numeric(word: &str) -> bool {
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    if digits {
        return word.bytes().all(|b| b.is_ascii_digit() || b == b',');
    }
    is_letters_number(word)
}

fn is_letters(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
}

fn is_letters_number(word: &str) -> bool {
    is_letters(word) && !matches!(word, "a" | "an") && number_word(word).is_some()
}

fn overlaps(timexes: &[Timex], span: Span) -> bool {
    timexes.iter().any(|t| t.span.overlaps(span))
}
