//! Names of places that the gazetteer does not have: streets and buildings, and villages
//! that the text calls so.

use super::opinion::Opinion;
use super::{Source, last_words};
use crate::model::{Remark, RemarkKind, Span, Toponym, Usage};

/// How sure it is that the words name a place, 0 to 1, measured on LGL and GeoWebNews.
const CONFIDENCE: f32 = 0.5;

/// Adds the names that the recogniser takes for places, where words beside or in them say
/// of what kind, in text order among those already found. A settlement leaves a remark.
pub fn add(source: &Source<'_>, opinion: &Opinion, toponyms: &mut Vec<Toponym>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut added = Vec::new();
    for span in opinion.places() {
        let next = toponyms.partition_point(|toponym| toponym.span.end <= span.start);
        if toponyms.get(next).is_some_and(|toponym| toponym.span.start < span.end) {
            continue;
        }
        let why = if is_facility(source, span) {
            "a street, a building or the like, which no gazetteer has"
        } else if is_settlement(source, span) {
            let message = "not in the gazetteer; add it to your own places to show it".to_owned();
            remarks.push(Remark { span, kind: RemarkKind::UnknownPlace, message });
            "called a place here, but not in the gazetteer"
        } else {
            continue;
        };
        added.push(Toponym {
            span,
            place: None,
            usage: Usage::Literal,
            confidence: CONFIDENCE,
            candidates: 0,
            others: Vec::new(),
            why: why.to_owned(),
        });
    }
    toponyms.extend(added);
    toponyms.sort_by_key(|toponym| toponym.span);
    remarks
}

/// "Kingsley Road", "Windsor Castle": capitals, and the last word says what it is.
fn is_facility(source: &Source<'_>, span: Span) -> bool {
    let words: Vec<&str> = span.of(source.text).split_whitespace().collect();
    let capitals = words.iter().all(|word| !word.starts_with(char::is_lowercase));
    let last = words.last().map(|word| word.trim_end_matches('.').to_lowercase());
    words.len() > 1 && capitals && last.is_some_and(|w| source.lexicon.places.is_facility(&w))
}

/// "the village of Torkula", "Torkula village".
fn is_settlement(source: &Source<'_>, span: Span) -> bool {
    let places = &source.lexicon.places;
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let name = span.of(source.text);
    let named = |word: &str| places.is_settlement(word) || places.is_division(word);
    let proper = name.starts_with(char::is_uppercase);
    let inside = name.split_whitespace().skip(1).last().is_some_and(|last| named(&word(last)));
    let mut before = last_words(source.text, span.start).split_whitespace().rev();
    let of = before.next() == Some("of") && before.next().is_some_and(|kind| named(&word(kind)));
    let after = source.text.get(span.end..).and_then(|rest| rest.strip_prefix(' '));
    let behind = after
        .and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next())
        .is_some_and(|kind| !kind.starts_with(char::is_uppercase) && named(kind));
    proper && (inside || of || behind)
}
