//! What the recogniser of English says of the names of an article: a second opinion.

use std::collections::HashMap;

use super::Source;
use crate::english::EntityLabel;
use crate::gazetteer::fold;
use crate::model::Span;

/// The names of an article by what they name. The model errs often on single mentions,
/// so that a form is judged by all of them.
pub struct Opinion {
    /// In text order, without overlaps.
    names: Vec<(Span, EntityLabel)>,
    votes: HashMap<String, Votes>,
}

/// How often a form, folded, names what.
#[derive(Clone, Copy, Default)]
struct Votes {
    places: u32,
    /// As a part of a person's name of several words.
    persons: u32,
    /// As the whole name of a person or an organisation.
    others: u32,
}

/// A form that is called a person or an organisation so often and never a place is none.
const ENOUGH_VOTES: u32 = 2;

/// How a name stands to the one that the recogniser found there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// What the recogniser's name is one of.
    pub label: EntityLabel,
    /// Whether both are the same words; otherwise more words belong to it.
    pub whole: bool,
}

impl Opinion {
    /// Counts the names of the article.
    pub fn of(source: &Source<'_>) -> Self {
        let mut opinion = Self { names: Vec::new(), votes: HashMap::new() };
        for entity in source.syntax.entities() {
            let span = bare(source.text, source.syntax.entity_span(entity));
            opinion.count(span.of(source.text), entity.label);
            opinion.names.push((span, entity.label));
        }
        opinion
    }

    fn count(&mut self, name: &str, label: EntityLabel) {
        if is_place(label) {
            self.votes.entry(fold(name)).or_default().places += 1;
        }
        if matches!(label, EntityLabel::Person | EntityLabel::Org) {
            self.votes.entry(fold(name)).or_default().others += 1;
        }
        if label == EntityLabel::Person && name.contains(char::is_whitespace) {
            for part in name.split_whitespace().filter(|part| part.starts_with(char::is_uppercase))
            {
                self.votes.entry(fold(part)).or_default().persons += 1;
            }
        }
    }

    /// The names that the recogniser takes for places, in text order.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        self.names.iter().filter(|(_, label)| is_place(*label)).map(|(span, _)| *span)
    }

    /// What the recogniser found where a mention is; `None` if nothing.
    pub fn at(&self, mention: Span) -> Option<Verdict> {
        let next = self.names.partition_point(|(span, _)| span.end <= mention.start);
        let (span, label) = *self.names.get(next).filter(|(span, _)| span.start < mention.end)?;
        Some(Verdict { label, whole: !span.contains(mention) || span == mention })
    }

    /// Whether the recogniser takes these words, as a whole, for the name of a place.
    pub fn is_place(&self, mention: Span) -> bool {
        self.at(mention).is_some_and(|verdict| verdict.whole && is_place(verdict.label))
    }

    /// Whether the article often names a person or an organisation so, and never a place.
    pub fn is_always_another_thing(&self, mention: Span, text: &str) -> bool {
        let other = self
            .at(mention)
            .is_some_and(|verdict| matches!(verdict.label, EntityLabel::Person | EntityLabel::Org));
        let votes = self.votes.get(&fold(text)).copied().unwrap_or_default();
        other && votes.places == 0 && votes.others >= ENOUGH_VOTES
    }

    /// Whether the article names a person so, and not rather a place: "Chen" beside
    /// "Roger Chen".
    pub fn is_person(&self, mention: Span, text: &str) -> bool {
        let verdict = self.at(mention);
        if verdict.is_some_and(|verdict| verdict.whole && is_place(verdict.label)) {
            return false;
        }
        let votes = self.votes.get(&fold(text)).copied().unwrap_or_default();
        let inside =
            verdict.is_some_and(|verdict| !verdict.whole && verdict.label == EntityLabel::Person);
        (inside || votes.persons > 0) && votes.persons >= votes.places
    }
}

fn is_place(label: EntityLabel) -> bool {
    matches!(label, EntityLabel::Gpe | EntityLabel::Loc | EntityLabel::Fac)
}

/// Without an article before and the ending of a genitive.
fn bare(text: &str, span: Span) -> Span {
    let name = span.of(text);
    let end = ["'s", "’s"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let start =
        ["the ", "The "].iter().find_map(|article| end.strip_prefix(article)).unwrap_or(end);
    let from = span.start + (end.len() - start.len());
    Span::new(from, from + start.len())
}
