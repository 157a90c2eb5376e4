//! How a name of a place is used: the place itself, its government, or part of a
//! description.

use super::{Mention, Source};
use crate::gazetteer::{NameUse, Row};
use crate::model::{Kind, PlaceId, Usage};

/// How the mention is used, given the place that it stands for.
pub fn of(source: &Source<'_>, mention: &Mention, place: PlaceId, row: &Row) -> Usage {
    let sentence = &source.sentences[mention.sentence];
    let before = source.before(sentence, mention.first);
    let next = source.word(mention.last + 1);
    let glued = |at: usize| source.tokens.get(at).is_some_and(|t| !t.spaced);

    if next == "-"
        && glued(mention.last + 1)
        && source.lexicon.places.is_modifier(source.word(mention.last + 2))
    {
        return Usage::Modifier;
    }
    if before.ends_with('-') || next == "-" && glued(mention.last + 1) && glued(mention.last + 2) {
        return Usage::Modifier;
    }
    let speaks = row.kind == Kind::Country || row.is_capital;
    let metonym_name = mention
        .candidates
        .iter()
        .any(|c| c.place == place && matches!(c.name_use, NameUse::Metonym(_)));
    if speaks && source.lexicon.places.ends_addressed(before) {
        return Usage::Metonym;
    }
    let inside = before.trim_end().ends_with(" in");
    if next == "'s" && !inside {
        return Usage::Modifier;
    }
    if source.lexicon.places.ends_locative(before) {
        return Usage::Literal;
    }
    if metonym_name {
        return Usage::Metonym;
    }
    let dateline = matches!(next, "," | "(" | "—" | "–") && before.is_empty();
    if speaks && !dateline { Usage::Metonym } else { Usage::Literal }
}
