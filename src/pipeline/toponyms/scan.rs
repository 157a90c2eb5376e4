//! Finds the longest names of the gazetteer in the text.

use super::{Mention, Source};
use crate::gazetteer::fold;
use crate::model::{Span, Timex, TimexType};
use crate::pipeline::sentences::Sentence;
use crate::pipeline::tokens::TokenKind;

/// The longest name has so many tokens, hyphens included.
const LONGEST_NAME: usize = 9;

/// All names, in text order, without overlaps; the longest at each word wins.
pub fn find(source: &Source<'_>, timexes: &[Timex]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (number, sentence) in source.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match longest_at(source, sentence, number, at) {
                Some(mention) if !is_time(timexes, mention.span) => {
                    at = mention.last + 1;
                    mentions.push(mention);
                }
                _ => at += 1,
            }
        }
    }
    mentions
}

/// Whether a date was read in these words: "March", "Sun."
fn is_time(timexes: &[Timex], span: Span) -> bool {
    let next = timexes.partition_point(|t| t.span.end < span.end);
    timexes.get(next).is_some_and(|t| t.span.contains(span) && t.timex_type != TimexType::Duration)
}

fn longest_at(
    source: &Source<'_>,
    sentence: &Sentence,
    number: usize,
    first: usize,
) -> Option<Mention> {
    if !may_begin(source, first) {
        return None;
    }
    let start = source.tokens[first].span.start;
    let mut longest = None;
    for last in first..sentence.tokens.end.min(first + LONGEST_NAME) {
        if last > first && !may_go_on(source, last) {
            break;
        }
        let span = Span::new(start, source.tokens[last].span.end);
        let key = fold(span.of(source.text));
        if may_end(source, first, last) {
            let candidates = source.gazetteer.look_up(span.of(source.text));
            if !candidates.is_empty() {
                let supported = false;
                longest =
                    Some(Mention { span, first, last, sentence: number, candidates, supported });
            }
        }
        if !source.gazetteer.has_prefix(&key) {
            break;
        }
    }
    longest
}

fn may_begin(source: &Source<'_>, at: usize) -> bool {
    let token = source.tokens[at];
    let word = token.of(source.text);
    // "al-Hol", "el-Fasher": the article is written small before a capital.
    let article = matches!(word, "al" | "el" | "as" | "ash" | "az" | "ad" | "an" | "ar")
        && source.word(at + 1) == "-"
        && source.tokens.get(at + 2).is_some_and(|t| t.is_capitalised(source.text));
    token.is_capitalised(source.text) || article
}

fn may_go_on(source: &Source<'_>, at: usize) -> bool {
    let token = source.tokens[at];
    let word = token.of(source.text);
    match token.kind {
        TokenKind::Word => {
            let low_word =
                source.lexicon.places.is_inside(word) || source.lexicon.places.is_tail(word);
            token.is_capitalised(source.text) || !token.spaced || low_word
        }
        TokenKind::Mark => matches!(word, "-" | "'" | "’" | "`" | "." | "'s" | "/"),
        TokenKind::Number => !token.spaced || word.len() < 4,
        TokenKind::Address => false,
    }
}

fn may_end(source: &Source<'_>, first: usize, last: usize) -> bool {
    let token = source.tokens[last];
    let word = token.of(source.text);
    let glued_on = source.tokens.get(last + 1).is_some_and(|next| {
        !next.spaced && next.kind == TokenKind::Word && token.kind == TokenKind::Mark
    });
    match token.kind {
        TokenKind::Word => {
            let tail = last > first && source.lexicon.places.is_tail(word);
            token.is_capitalised(source.text) || tail || (last > first && !token.spaced)
        }
        TokenKind::Number => last > first,
        // "Ain 'Isa'" may end in an apostrophe; "Goris-" may not.
        TokenKind::Mark => last > first && matches!(word, "`" | "’") && !glued_on,
        TokenKind::Address => false,
    }
}
