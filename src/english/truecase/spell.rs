//! Writing a word in the case decided for it.

use super::words::{Case, Word};

/// Fewest letters after Mc and O' that make it a name.
const SHORTEST_REST: usize = 3;

/// Appends `word` of `text`, each letter as long as before.
pub(super) fn push(word: &Word, text: &str, restored: &mut String) {
    let stem = &text[word.span.start..word.stem_end];
    let ending = &text[word.stem_end..word.span.end];
    match word.case {
        Case::Small => push_with(stem, restored, |at| at == 0 && word.starts_sentence),
        Case::Capital => {
            let second = second_capital(&word.stem);
            push_with(stem, restored, |at| at == 0 || Some(at) == second);
        }
        Case::Capitals => push_with(stem, restored, |_| true),
        Case::Inside(spelling) => {
            let mut letters = spelling.chars().map(char::is_uppercase);
            push_with(stem, restored, |_| letters.next().unwrap_or(false));
        }
    }
    push_with(ending, restored, |_| false);
}

/// The letter of McDonald or O'Brien that has a capital besides the first, from 0.
fn second_capital(stem: &str) -> Option<usize> {
    let prefixes = ["mc", "o'", "d'", "l'"];
    let rest = prefixes.iter().find_map(|prefix| stem.strip_prefix(prefix))?;
    (rest.chars().count() >= SHORTEST_REST).then_some(2)
}

/// Appends `part`, with a capital where `is_capital` says so of a letter's number.
fn push_with(part: &str, restored: &mut String, mut is_capital: impl FnMut(usize) -> bool) {
    let letters = part.chars().enumerate();
    restored
        .extend(letters.map(|(at, char)| if is_capital(at) { upper(char) } else { lower(char) }));
}

/// The capital, if there is a single one of the same length in UTF-8.
fn upper(char: char) -> char {
    same_length(char, char.to_uppercase())
}

/// The small letter, if there is a single one of the same length in UTF-8.
fn lower(char: char) -> char {
    same_length(char, char.to_lowercase())
}

fn same_length(char: char, mut other: impl Iterator<Item = char>) -> char {
    match (other.next(), other.next()) {
        (Some(one), None) if one.len_utf8() == char.len_utf8() => one,
        _ => char,
    }
}
