//! Words of a text in capitals, and which of them begin a sentence.

use std::ops::Range;

use super::tables::{Code, Tables};

/// Longest text before the dash of a dateline, in bytes.
const LONGEST_DATELINE: usize = 110;
/// Without a comma or bracket, a dateline is no longer.
const LONGEST_PLAIN_DATELINE: usize = 30;

/// What `ends` a number: 20TH, 1980S, 5KM, 3PM.
const NUMBER_ENDINGS: &[&str] =
    &["s", "'s", "st", "nd", "rd", "th", "km", "kg", "mm", "cm", "m", "am", "pm"];

/// How a word is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case<'t> {
    /// all small
    Small,
    /// With a Capital
    Capital,
    /// ALL CAPITALS
    Capitals,
    /// As given: McDonald
    Inside(&'t str),
}

impl Case<'_> {
    pub(super) fn is_small(self) -> bool {
        self == Self::Small
    }
}

/// A word, or a number with letters.
#[derive(Debug, Clone)]
pub(super) struct Word<'t> {
    /// Bytes in the region.
    pub(super) span: Range<usize>,
    /// In lower case, without an ending such as 's.
    pub(super) stem: String,
    /// Bytes of the region's text that are the stem.
    pub(super) stem_end: usize,
    pub(super) code: Code,
    pub(super) is_given_name: bool,
    pub(super) case: Case<'t>,
    /// Whether the neighbours have nothing to say.
    pub(super) is_fixed: bool,
    pub(super) starts_sentence: bool,
}

/// The words of `text`, each written as it is by itself.
pub(super) fn find<'t>(text: &str, tables: &'t Tables) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let length = initials(&text[at..]).max(word_length(&text[at..]));
        if length == 0 {
            at += first.len_utf8();
            continue;
        }
        words.push(read(text, at..at + length, tables));
        at += length;
    }
    words
}

/// Length of letters with a full stop each (U.S.), at least two; or 0.
fn initials(text: &str) -> usize {
    let mut chars = text.chars();
    let (mut length, mut count) = (0, 0);
    while let (Some(letter), Some('.')) = (chars.next(), chars.next()) {
        if !letter.is_alphabetic() {
            break;
        }
        length += letter.len_utf8() + 1;
        count += 1;
    }
    if count > 1 { length } else { 0 }
}

/// Length of letters and digits, then letters after apostrophes; or 0.
fn word_length(text: &str) -> usize {
    let run = |text: &str, is_part: fn(char) -> bool| {
        text.find(|char| !is_part(char)).unwrap_or(text.len())
    };
    let mut length = run(text, char::is_alphanumeric);
    while length > 0 {
        let Some(rest) = text[length..].strip_prefix(['\'', '’']) else { break };
        let more = run(rest, char::is_alphabetic);
        if more == 0 {
            break;
        }
        length = text.len() - rest.len() + more;
    }
    length
}

fn read<'t>(text: &str, span: Range<usize>, tables: &'t Tables) -> Word<'t> {
    let lower = text[span.clone()].to_lowercase().replace('’', "'");
    let mut word = Word {
        stem_end: span.end,
        span,
        stem: lower,
        code: Code::CAPITALS,
        is_given_name: false,
        case: Case::Capitals,
        is_fixed: true,
        starts_sentence: false,
    };
    if word.stem.contains(['.']) {
        if matches!(word.stem.as_str(), "a.m." | "p.m.") {
            word.case = Case::Small;
        }
    } else if word.stem.contains(|char: char| char.is_numeric()) {
        let digits = word.stem.trim_end_matches(|char: char| !char.is_numeric()).len();
        if NUMBER_ENDINGS.contains(&&word.stem[digits..])
            && !word.stem.starts_with(char::is_alphabetic)
        {
            word.case = Case::Small;
        }
    } else if word.stem.chars().count() == 1 {
        if word.stem == "a" {
            (word.code, word.case) = (Code::SMALL, Case::Small);
        }
    } else {
        look_up(text, &mut word, tables);
    }
    word
}

fn look_up<'t>(text: &str, word: &mut Word<'t>, tables: &'t Tables) {
    if word.stem.ends_with("n't") {
        (word.code, word.case) = (Code::SMALL, Case::Small);
        return;
    }
    cut_ending(text, word, tables);
    if word.stem.chars().count() == 1 {
        return; // I'M
    }
    if let Some(spelling) = tables.inside(&word.stem) {
        word.case = Case::Inside(spelling);
        return;
    }
    let row = tables.word(&word.stem);
    word.is_given_name = row.is_some_and(|row| row.is_given_name);
    word.code = match row {
        Some(row) => row.code,
        None if has_common_ending(&word.stem) => Code::MOSTLY_SMALL,
        None => Code::UNKNOWN,
    };
    word.is_fixed = word.code.is_sure();
    word.case = match word.code {
        Code::CAPITALS => Case::Capitals,
        Code::UNKNOWN if is_unspeakable(&word.stem) => Case::Capitals,
        code if code.is_name() => Case::Capital,
        _ => Case::Small,
    };
}

/// Takes `'s` and the like off the stem.
fn cut_ending(text: &str, word: &mut Word, tables: &Tables) {
    let Some((stem, ending)) = word.stem.rsplit_once('\'') else { return };
    let apostrophe = text[word.span.clone()].rfind(['\'', '’']);
    if let (true, Some(at)) = (tables.endings.contains(ending) && !stem.is_empty(), apostrophe) {
        word.stem_end = word.span.start + at;
        word.stem.truncate(stem.len());
    }
}

/// Whether an unknown word is built like an ordinary one.
fn has_common_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "ness", "tion", "tions", "ment", "ments", "able", "ible", "ism", "isms",
        "ist", "ists", "less", "ful",
    ];
    let stem = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    stem.into_iter().any(|stem| stem.chars().count() >= 3)
}

/// Whether an unknown word can only be read letter by letter (FMLN).
fn is_unspeakable(word: &str) -> bool {
    word.len() <= 5 && word.is_ascii() && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// What stands between word `at` and the one before it.
pub(super) fn gap<'a>(text: &'a str, words: &[Word], at: usize) -> &'a str {
    let start = at.checked_sub(1).map_or(0, |before| words[before].span.end);
    &text[start..words[at].span.start]
}

/// Whether a gap holds an empty line.
fn is_blank_line(gap: &str) -> bool {
    gap.split('\n').skip(1).any(|line| line.trim().is_empty()) && gap.matches('\n').count() > 1
}

/// Marks the words that begin a sentence, after a dateline too.
pub(super) fn mark_sentence_starts(text: &str, words: &mut [Word], tables: &Tables) {
    let mut paragraph = Paragraph { start: 0, sentences: 0 };
    let mut bracket_starts = false;
    for at in 0..words.len() {
        let gap = gap(text, words, at);
        let starts = if at == 0 || is_blank_line(gap) {
            paragraph = Paragraph { start: words[at].span.start, sentences: 0 };
            true
        } else if gap.starts_with(']') && !gap.contains('.') {
            bracket_starts
        } else {
            after_stop(gap, &words[at - 1], &words[at], tables)
                || after_quote(gap)
                || paragraph.is_dateline(gap, text, words[at - 1].span.end)
        };
        if gap.ends_with('[') {
            bracket_starts = starts;
        }
        paragraph.sentences += usize::from(starts);
        words[at].starts_sentence = starts;
    }
}

struct Paragraph {
    start: usize,
    sentences: usize,
}

impl Paragraph {
    /// Whether the first sentence ends here with the dash of a dateline:
    /// `BOGOTA, 16 SEP 89 (RADIO) --`.
    fn is_dateline(&self, gap: &str, text: &str, end: usize) -> bool {
        let is_dash = gap.contains("--")
            || gap.contains(['—', '–'])
            || matches!(gap.trim(), "-" | "_") && gap.len() > 1;
        let head = &text[self.start..end];
        is_dash
            && self.sentences <= 1
            && head.len() < LONGEST_DATELINE
            && (head.len() < LONGEST_PLAIN_DATELINE || head.contains(['(', ',']))
    }
}

/// Whether a sentence has ended with a full stop, a question or a cry.
fn after_stop(gap: &str, previous: &Word, word: &Word, tables: &Tables) -> bool {
    let has_space = gap.contains(char::is_whitespace);
    let may_start = tables.starters.contains(word.stem.as_str());
    if previous.stem.contains('.') {
        return has_space && may_start && !gap.trim_start().starts_with([',', ';']);
    }
    if !gap.trim_start_matches([')', ']', '"', '\'', '”', '’']).starts_with(['.', '?', '!']) {
        return false;
    }
    let stem = previous.stem.as_str();
    let is_other = tables.other_abbreviations.contains(stem);
    let is_abbreviation = gap.starts_with('.')
        && (is_other || tables.abbreviations.contains(stem) || stem.chars().count() == 1);
    has_space && (!is_abbreviation || is_other && may_start)
}

/// Whether speech begins: `SAID: "`.
fn after_quote(gap: &str) -> bool {
    gap.starts_with([',', ':'])
        && gap.contains(char::is_whitespace)
        && gap.ends_with(['"', '“', '`'])
}
