//! Finds the longest names of the gazetteer in the text.

use super::{Mention, Source};
use crate::gazetteer::{fold, likeness};
use crate::model::{Span, Timex, TimexType};
use crate::pipeline::sentences::Sentence;
use crate::pipeline::tokens::TokenKind;

/// The longest name has so many tokens, hyphens included.
const LONGEST_NAME: usize = 9;

/// A name that is only heard has at most so many tokens,
const LONGEST_LOOSE_NAME: usize = 5;
/// at least so many bytes, or any surname would sound like a village,
const LEAST_LOOSE_BYTES: usize = 5;
/// and must look like the name in the gazetteer, 1 being the same.
const LEAST_LIKENESS: f64 = 0.7;

/// An abbreviation has at most so many tokens: "W. Va.".
const LONGEST_ABBREVIATION: usize = 4;

/// All names, in text order, without overlaps; the longest at each word wins.
pub fn find(source: &Source<'_>, timexes: &[Timex]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (number, sentence) in source.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let found = abbreviation_at(source, sentence, number, at);
            match found.or_else(|| longest_at(source, sentence, number, at)) {
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

/// A state or province written for short: "S.C.", and after a comma "Pa." and "SC".
fn abbreviation_at(
    source: &Source<'_>,
    sentence: &Sentence,
    number: usize,
    first: usize,
) -> Option<Mention> {
    let start = source.tokens[first].span.start;
    let after_comma = first > sentence.tokens.start + 1
        && first.checked_sub(1).is_some_and(|at| matches!(source.word(at), "," | "("));
    let end = sentence.tokens.end.min(first + LONGEST_ABBREVIATION);
    (first..end).rev().find_map(|last| {
        let span = Span::new(start, source.tokens[last].span.end);
        let name = span.of(source.text);
        source.lexicon.places.abbreviated(name)?;
        let pointed = name.len() > 3 && name.chars().all(|c| c == '.' || c.is_uppercase());
        let candidates = source.look_up(name);
        let is_meant = (after_comma || pointed) && !candidates.is_empty();
        let supported = true;
        is_meant.then_some(Mention { span, first, last, sentence: number, candidates, supported })
    })
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
        let span = Span::new(start, source.tokens[last].span.end);
        let key = fold(span.of(source.text));
        // The user knows what is a name: "Height 1203" is one if it is in their list.
        if last > first && !may_go_on(source, last) && !source.gazetteer.own_has_prefix(&key) {
            break;
        }
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
    longest.or_else(|| sounding_at(source, sentence, number, first))
}

/// A name that the gazetteer only has in another romanisation, where the words before say
/// that a place follows: "in Karabilah". Candidates that hardly look like it are left out.
fn sounding_at(
    source: &Source<'_>,
    sentence: &Sentence,
    number: usize,
    first: usize,
) -> Option<Mention> {
    let start = source.tokens[first].span.start;
    let names = |at: &usize| {
        let token = source.tokens[*at];
        let joined = !token.spaced && matches!(token.of(source.text), "-" | "'" | "’" | "`");
        joined
            || token.kind == TokenKind::Word && (!token.spaced || token.is_capitalised(source.text))
    };
    let last = (first..sentence.tokens.end).take_while(names).last()?;
    let text = Span::new(start, source.tokens[last].span.end).of(source.text);
    let lexicon = source.lexicon;
    let is_name = text.len() >= LEAST_LOOSE_BYTES
        && text.chars().any(char::is_lowercase)
        && last - first < LONGEST_LOOSE_NAME
        && !(first..=last).any(|at| {
            let word = source.word(at);
            lexicon.is_ordinary_word(word)
                || lexicon.is_given_name(word)
                || lexicon.is_organisation_head(word)
                || source.gazetteer.demonym(word).is_some()
        });
    if !is_name || !lexicon.places.ends_locative(source.before(sentence, first)) {
        return None;
    }
    let candidates: Vec<_> = source
        .gazetteer
        .look_up_loose(text, None)
        .into_iter()
        .filter(|candidate| {
            let name = source.gazetteer.matched_name(candidate);
            name.is_some_and(|name| likeness(text, &name) >= LEAST_LIKENESS)
        })
        .collect();
    let span = Span::new(start, source.tokens[last].span.end);
    (!candidates.is_empty()).then_some(Mention {
        span,
        first,
        last,
        sentence: number,
        candidates,
        supported: true,
    })
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

/// "Al-Nao", "El-Geneina": what is glued on with a hyphen is the name.
fn is_article_of_a_name(source: &Source<'_>, at: usize) -> bool {
    const LONGEST: usize = 3;
    let glued = |n: usize| source.tokens.get(n).is_some_and(|token| !token.spaced);
    let token = source.tokens[at];
    token.span.len() <= LONGEST
        && !token.is_upper(source.text)
        && source.word(at + 1) == "-"
        && glued(at + 1)
        && glued(at + 2)
        && source.tokens.get(at + 2).is_some_and(|next| next.is_capitalised(source.text))
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
            let begins_more = last == first && is_article_of_a_name(source, first);
            let capital = token.is_capitalised(source.text) && !begins_more;
            capital || tail || (last > first && !token.spaced)
        }
        TokenKind::Number => last > first,
        // "Ain 'Isa'" may end in an apostrophe; "Goris-" may not.
        TokenKind::Mark => last > first && matches!(word, "`" | "’") && !glued_on,
        TokenKind::Address => false,
    }
}
