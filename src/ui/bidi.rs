//! Text with words of right-to-left scripts. The window's text engine shapes the letters of
//! such a word rightly but puts words from left to right: here is the order of words, after
//! the Unicode Bidirectional Algorithm, and the drawing of paragraphs word by word.

mod paragraph;

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

pub use paragraph::{Look, Paragraph};

/// What is drawn as one: a word, a space, or a sign beside a right-to-left word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Where it is in the text, in bytes.
    pub span: Range<usize>,
    /// Whether it is space, at which a line may end.
    pub space: bool,
    level: Level,
}

/// A paragraph in chunks, in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunks {
    /// The chunks.
    pub all: Vec<Chunk>,
    base: Level,
}

/// Whether a text has letters of a right-to-left script.
pub fn has_rtl(text: &str) -> bool {
    // Nearly all texts have none, which bytes tell: such letters begin with these.
    text.bytes().any(|byte| matches!(byte, 0xd6..=0xdf | 0xe0 | 0xe2 | 0xef | 0xf0))
        && text.chars().any(is_rtl)
}

fn is_rtl(letter: char) -> bool {
    matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
}

impl Chunks {
    /// Cuts a text without line breaks.
    pub fn of(text: &str) -> Self {
        let info = BidiInfo::new(text, None);
        let base = info.paragraphs.first().map_or(Level::ltr(), |paragraph| paragraph.level);
        let mut all: Vec<Chunk> = Vec::new();
        let mut alone = true;
        for (start, letter) in text.char_indices() {
            let span = start..start + letter.len_utf8();
            let level = info.levels.get(start).copied().unwrap_or(base);
            let space = letter.is_whitespace();
            // A sign within right-to-left words would take its place as if it were Latin.
            let is_sign = level.is_rtl() && !space && !joins(letter);
            let last = all
                .last_mut()
                .filter(|last| !(is_sign || alone || last.level != level || last.space != space));
            match last {
                Some(last) => last.span.end = span.end,
                None => all.push(Chunk { span, space, level }),
            }
            alone = is_sign;
        }
        Self { all, base }
    }

    /// Whether it begins at the right.
    pub fn is_rtl(&self) -> bool {
        self.base.is_rtl()
    }

    /// The order from left to right in which chunks stand that share a line.
    pub fn visual(&self, line: Range<usize>) -> Vec<usize> {
        let chunks = self.all.get(line.clone()).unwrap_or_default();
        let mut levels: Vec<Level> = chunks.iter().map(|chunk| chunk.level).collect();
        // Space at the end of a line belongs to its end.
        for (level, _) in levels.iter_mut().zip(chunks).rev().take_while(|(_, chunk)| chunk.space) {
            *level = self.base;
        }
        BidiInfo::reorder_visual(&levels).into_iter().map(|at| line.start + at).collect()
    }
}

/// Whether a letter is part of a right-to-left word.
fn joins(letter: char) -> bool {
    matches!(bidi_class(letter), BidiClass::R | BidiClass::AL | BidiClass::NSM | BidiClass::BN)
}

impl Chunk {
    /// As it is drawn: without marks that only tell the direction, and with brackets that open
    /// towards the words they enclose.
    pub fn drawn<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let words = text.get(self.span.clone()).unwrap_or_default();
        if words.chars().any(tells_direction) {
            return words.chars().filter(|letter| !tells_direction(*letter)).collect();
        }
        let mirrored = self.level.is_rtl().then(|| mirror(words)).flatten();
        mirrored.map_or(Cow::Borrowed(words), Cow::Borrowed)
    }
}

fn tells_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn mirror(sign: &str) -> Option<&'static str> {
    const PAIRS: [[&str; 2]; 7] =
        [["(", ")"], ["[", "]"], ["{", "}"], ["<", ">"], ["«", "»"], ["‹", "›"], ["≤", "≥"]];
    PAIRS.into_iter().find_map(|[open, close]| match sign {
        _ if sign == open => Some(close),
        _ if sign == close => Some(open),
        _ => None,
    })
}

/// A text of one line in the order in which it is seen; for labels. The fonts of the window
/// begin with a Latin one, which spaces are taken from, so that each word is shaped by itself
/// and stays where this puts it.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !has_rtl(text) {
        return Cow::Borrowed(text);
    }
    let line = text.replace(['\n', '\r'], " ");
    let chunks = Chunks::of(&line);
    let order = chunks.visual(0..chunks.all.len());
    let drawn = |at: usize| chunks.all.get(at).map(|chunk| chunk.drawn(&line).into_owned());
    Cow::Owned(order.into_iter().filter_map(drawn).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text as they stand from left to right.
    fn check(text: &str, wanted: &[&str]) {
        let chunks = Chunks::of(text);
        let order = chunks.visual(0..chunks.all.len());
        let seen: Vec<String> = order
            .into_iter()
            .filter(|at| !chunks.all[*at].space)
            .map(|at| chunks.all[at].drawn(text).into_owned())
            .collect();
        assert_eq!(seen, wanted);
    }

    #[test]
    fn latin_words_stay_as_they_are() {
        check("Shells hit Goris.", &["Shells", "hit", "Goris."]);
        assert!(!has_rtl("Gəncə, Սյունիք, Тбилиси — “quoted”…"));
    }

    #[test]
    fn arabic_words_go_from_right_to_left_and_numbers_do_not() {
        check("قتل 12 جنديا", &["جنديا", "12", "قتل"]);
        assert!(Chunks::of("قتل 12 جنديا").is_rtl());
    }

    #[test]
    fn a_hebrew_name_in_an_english_sentence_turns_by_itself() {
        check("In ירושלים החדשה today", &["In", "החדשה", "ירושלים", "today"]);
        assert!(!Chunks::of("In ירושלים today").is_rtl());
    }

    #[test]
    fn an_english_name_in_a_persian_sentence_keeps_its_order() {
        check("گزارش New York Times امروز", &["امروز", "New", "York", "Times", "گزارش"]);
    }

    #[test]
    fn brackets_and_stops_stand_on_the_side_where_they_belong() {
        check("שלום (עולם).", &[".", "(", "עולם", ")", "שלום"]);
    }

    #[test]
    fn marks_that_tell_the_direction_are_not_drawn() {
        check("a \u{200f}ב\u{200f} c", &["a", "ב", "c"]);
    }

    #[test]
    fn a_label_of_one_line_is_in_the_order_in_which_it_is_seen() {
        assert_eq!(one_line("שלום עולם"), "עולם שלום");
        assert_eq!(one_line("Goris"), "Goris");
    }
}
