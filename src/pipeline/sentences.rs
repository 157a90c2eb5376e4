//! Sentences of a text that was cut into tokens.

use std::ops::Range;

use super::plain::{Block, Plain};
use super::tokens::{Token, TokenKind};
use crate::lexicon::Lexicon;
use crate::model::Span;

/// A sentence, or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// In the plain text.
    pub span: Span,
    /// Its tokens, by their place in the list of all tokens.
    pub tokens: Range<usize>,
    /// The number of its block.
    pub block: usize,
    /// Whether its block is a heading.
    pub heading: bool,
}

/// Cuts the text into sentences, in text order.
pub fn find(plain: &Plain, tokens: &[Token], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut next = 0;
    for (number, block) in plain.blocks.iter().enumerate() {
        let first = next + tokens[next..].partition_point(|t| t.span.start < block.span.start);
        let last = first + tokens[first..].partition_point(|t| t.span.start < block.span.end);
        split(plain, &tokens[first..last], first, (number, *block), lexicon, &mut sentences);
        next = last;
    }
    sentences
}

fn split(
    plain: &Plain,
    tokens: &[Token],
    first: usize,
    (number, block): (usize, Block),
    lexicon: &Lexicon,
    sentences: &mut Vec<Sentence>,
) {
    let mut start = 0;
    for end in 1..=tokens.len() {
        let at_end = end == tokens.len();
        if !at_end && !ends_before(&plain.text, tokens, end, lexicon) {
            continue;
        }
        let span = tokens[start].span.join(tokens[end - 1].span);
        sentences.push(Sentence {
            span,
            tokens: first + start..first + end,
            block: number,
            heading: block.heading,
        });
        start = end;
    }
}

/// Whether a sentence ends before token `next`.
fn ends_before(text: &str, tokens: &[Token], next: usize, lexicon: &Lexicon) -> bool {
    let word = |n: usize| tokens[n].of(text);
    let closes =
        |n: usize| matches!(word(n), "\"" | "'" | ")" | "]" | "”" | "»") && !tokens[n].spaced;
    if !tokens[next].spaced || !starts_a_sentence(text, &tokens[next]) {
        return false;
    }
    let mut last = next - 1;
    while last > 0 && closes(last) {
        last -= 1;
    }
    match word(last) {
        "!" | "?" | "…" => true,
        "." => {
            let before = last.checked_sub(1).map(|n| tokens[n]);
            before.is_none_or(|before| !is_abbreviation(text, before, tokens[last], lexicon))
        }
        // "in the U.S. The": the point belongs to the word.
        dotted if dotted.ends_with('.') => lexicon.starts_sentences(word(next)),
        _ => false,
    }
}

fn starts_a_sentence(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    let opens = matches!(word, "\"" | "'" | "(" | "[" | "“" | "«" | "—" | "-" | "@");
    opens || token.kind == TokenKind::Number || !word.starts_with(char::is_lowercase)
}

/// Whether the full stop after `before` belongs to it: "Gen.", "J."
fn is_abbreviation(text: &str, before: Token, stop: Token, lexicon: &Lexicon) -> bool {
    let word = before.of(text);
    let initial = word.chars().count() == 1 && before.is_capitalised(text);
    !stop.spaced && before.kind == TokenKind::Word && (initial || lexicon.is_abbreviation(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::tokens;

    fn check(text: &str, sentences: &[&str]) {
        let plain = Plain::new(text);
        let tokens = tokens::find(&plain.text);
        let found = find(&plain, &tokens, Lexicon::bundled());
        let found: Vec<&str> = found.iter().map(|s| s.span.of(&plain.text)).collect();
        assert_eq!(found, sentences);
    }

    #[test]
    fn a_full_stop_ends_a_sentence() {
        check("It fell. Then it rose.", &["It fell.", "Then it rose."]);
    }

    #[test]
    fn the_point_of_a_rank_or_month_does_not() {
        check(
            "Gen. Ivanov left on Sept. 13 for Goris.",
            &["Gen. Ivanov left on Sept. 13 for Goris."],
        );
    }

    #[test]
    fn a_country_with_points_may_end_one() {
        check(
            "It came from the U.S. The plan failed.",
            &["It came from the U.S.", "The plan failed."],
        );
        check("It met U.S. President Biden.", &["It met U.S. President Biden."]);
    }

    #[test]
    fn quotes_stay_with_their_sentence() {
        check("\"We left.\" He wept.", &["\"We left.\"", "He wept."]);
    }
}
