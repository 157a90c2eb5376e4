//! How a name of a place is used: the place itself, its government, or part of a
//! description. Read from the grammar: whose subject, whose object, behind which preposition.

use super::{Mention, Source};
use crate::gazetteer::{NameUse, Row};
use crate::model::{Kind, PlaceId, Usage};

/// Names joined or explained are used alike: "Goris, Sotk and Jermuk", "the capital, Yerevan".
const JOINS: [&str; 2] = ["conj", "appos"];

/// How the mention is used, given the place that it stands for.
pub fn of(source: &Source<'_>, mention: &Mention, place: PlaceId, row: &Row) -> Usage {
    let sentence = &source.sentences[mention.sentence];
    let before = source.before(sentence, mention.first);
    let next = source.word(mention.last + 1);
    let glued = |at: usize| source.tokens.get(at).is_some_and(|t| !t.spaced);
    let metonym_name = mention
        .candidates
        .iter()
        .any(|c| c.place == place && matches!(c.name_use, NameUse::Metonym(_)));
    let speaks = row.kind == Kind::Country || row.is_capital || metonym_name;
    let hyphen = next == "-" && glued(mention.last + 1);
    if hyphen && source.lexicon.places.is_modifier(source.word(mention.last + 2)) {
        return Usage::Modifier;
    }
    let grammar = Grammar { source, speaks };
    if before.ends_with('-') || hyphen && glued(mention.last + 2) {
        return if grammar.describes_ground(mention) { Usage::Literal } else { Usage::Modifier };
    }
    if speaks && source.lexicon.places.ends_addressed(before) {
        return Usage::Metonym;
    }
    let dateline = matches!(next, "," | "(" | "—" | "–") && before.is_empty();
    if metonym_name && !source.lexicon.places.ends_locative(before) {
        return Usage::Metonym;
    }
    if dateline {
        return Usage::Literal;
    }
    grammar.usage(mention)
}

struct Grammar<'a> {
    source: &'a Source<'a>,
    /// Whether the name may stand for a government.
    speaks: bool,
}

impl Grammar<'_> {
    fn usage(&self, mention: &Mention) -> Usage {
        let syntax = self.source.syntax;
        let words = &self.source.lexicon.places;
        let Some(mut word) = syntax.top(mention.span) else { return Usage::Literal };
        const LONGEST_CHAIN: usize = 6;
        for _ in 0..LONGEST_CHAIN {
            match self.same_as(word) {
                Some(other) => word = other,
                None => break,
            }
        }
        let Some(head) = syntax.head(word) else { return Usage::Literal };
        let lemma = syntax.lemma(head).to_lowercase();
        let spoken = if self.speaks { Usage::Metonym } else { Usage::Literal };
        match syntax.relation(word) {
            "nsubj" if words.is_at_rest(&lemma) => Usage::Literal,
            "nsubj" => spoken,
            "nsubjpass" | "dobj" if words.is_done_to_places(&lemma) => Usage::Literal,
            "nsubjpass" | "dobj" | "dative" => spoken,
            "poss" if self.is_ground(head) => Usage::Literal,
            "poss" => Usage::Modifier,
            "compound" | "amod" | "nmod" if self.is_ground(head) => Usage::Literal,
            "compound" | "amod" | "nmod" if self.speaks => Usage::Modifier,
            "pobj" => self.behind_preposition(head),
            _ => Usage::Literal,
        }
    }

    /// The word that is used in the same way: of "Sotk" in "Goris and Sotk" the first one, of
    /// "Armenia" in "the state of Armenia" the state.
    fn same_as(&self, word: usize) -> Option<usize> {
        let syntax = self.source.syntax;
        let head = syntax.head(word)?;
        if JOINS.contains(&syntax.relation(word)) {
            return Some(head);
        }
        let of = syntax.relation(word) == "pobj" && syntax.word(head) == "of";
        let whole = syntax.head(head).filter(|_| of)?;
        self.source.lexicon.places.is_division(&syntax.lemma(whole)).then_some(whole)
    }

    /// "in Armenia", "war with Armenia", "the border with Armenia".
    fn behind_preposition(&self, preposition: usize) -> Usage {
        let syntax = self.source.syntax;
        let words = &self.source.lexicon.places;
        let spoken = if self.speaks { Usage::Metonym } else { Usage::Literal };
        let said = syntax.word(preposition).to_lowercase();
        if words.is_strictly_locative(&said) {
            return Usage::Literal;
        }
        let Some(head) = syntax.head(preposition) else { return spoken };
        let lemma = syntax.lemma(head).to_lowercase();
        let is_verb = syntax.tag(head).starts_with('V');
        // "crossed the border with Armenia" may be read as crossing with Armenia.
        let noun_before = preposition.checked_sub(1).is_some_and(|word| self.is_ground(word));
        if noun_before || self.is_ground(head) {
            return Usage::Literal;
        }
        match said.as_str() {
            "to" | "from" | "for" | "toward" | "towards" if words.is_motion(&lemma) => {
                Usage::Literal
            }
            "between" if words.is_motion(&lemma) => Usage::Literal,
            "from" if is_verb => Usage::Literal,
            "of" | "on" | "against" if words.is_done_to_places(&lemma) => Usage::Literal,
            _ => spoken,
        }
    }

    /// Whether a word is one for a part of the earth, or a place itself: "border", "province".
    fn is_ground(&self, word: usize) -> bool {
        let syntax = self.source.syntax;
        let lemma = syntax.lemma(word).to_lowercase();
        let words = &self.source.lexicon.places;
        words.is_ground(&lemma) || words.is_division(&lemma) || words.is_settlement(&lemma)
    }

    /// "the Armenia-Azerbaijan border".
    fn describes_ground(&self, mention: &Mention) -> bool {
        let syntax = self.source.syntax;
        let heads = syntax.top(mention.span).into_iter().flat_map(|word| syntax.heads(word));
        heads.take(2).any(|head| self.is_ground(head))
    }
}
