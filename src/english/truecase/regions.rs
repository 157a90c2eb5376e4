//! Which parts of a text are in capitals.

use std::ops::Range;

use super::tables::Tables;

/// For each small letter, so many capitals make a part "in capitals" (`McDONALD'S`).
const CAPITALS_PER_SMALL: usize = 12;

/// Parts of `text` in capitals that are prose, in order: the whole text, or else blocks of
/// lines, or else sentences within a line. Names alone (`KABUL`, `NATO, FBI`) are none.
pub(super) fn find(text: &str, tables: &Tables) -> Vec<Range<usize>> {
    let mut regions = Vec::new();
    let mut block = 0..0;
    if Letters::of(text).are_capitals() {
        block = 0..text.len();
        close(text, &mut block, tables, &mut regions);
        return regions;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let letters = Letters::of(line);
        if letters.are_capitals() {
            block =
                if block.end == start && !block.is_empty() { block.start..end } else { start..end };
        } else {
            close(text, &mut block, tables, &mut regions);
            if letters.capitals > 0 {
                sentences(text, start..end, tables, &mut regions);
            }
        }
        start = end;
    }
    close(text, &mut block, tables, &mut regions);
    regions
}

fn close(text: &str, block: &mut Range<usize>, tables: &Tables, regions: &mut Vec<Range<usize>>) {
    let block = std::mem::replace(block, 0..0);
    if is_prose(&text[block.clone()], tables) {
        regions.push(block);
    }
}

/// Sentences in capitals within a line of mixed letters.
fn sentences(text: &str, line: Range<usize>, tables: &Tables, regions: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    let mut after_stop = false;
    for (at, char) in text[line.clone()].char_indices() {
        if after_stop && char.is_whitespace() {
            let sentence = start..line.start + at;
            start = sentence.end;
            push_sentence(text, sentence, tables, regions);
        }
        after_stop = matches!(char, '.' | '?' | '!' | ':')
            || after_stop && matches!(char, '"' | '\'' | '”' | '’' | ')');
    }
    push_sentence(text, start..line.end, tables, regions);
}

fn push_sentence(
    text: &str,
    sentence: Range<usize>,
    tables: &Tables,
    regions: &mut Vec<Range<usize>>,
) {
    let words = &text[sentence.clone()];
    if Letters::of(words).are_capitals() && is_prose(words, tables) {
        regions.push(sentence);
    }
}

/// Whether at least three words stand here, a quarter of them ordinary ones.
fn is_prose(text: &str, tables: &Tables) -> bool {
    let (mut all, mut ordinary) = (0, 0);
    for word in text.split(|char: char| !char.is_alphabetic()).filter(|word| word.len() > 1) {
        all += 1;
        let row = tables.word(&word.to_lowercase());
        ordinary += usize::from(row.is_some_and(|row| row.code.is_ordinary()));
    }
    all >= 3 && ordinary * 4 >= all
}

/// How many letters are small and how many are capitals.
struct Letters {
    small: usize,
    capitals: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self { small: 0, capitals: 0 };
        for char in text.chars() {
            letters.small += usize::from(char.is_lowercase());
            letters.capitals += usize::from(char.is_uppercase());
        }
        letters
    }

    fn are_capitals(&self) -> bool {
        self.capitals > 0 && self.small * CAPITALS_PER_SMALL <= self.capitals
    }
}
