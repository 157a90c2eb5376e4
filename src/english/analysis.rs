use std::borrow::Cow;
use std::ops::Range;

use super::English;
use super::entities::Entity;
use super::parse::Parse;
use super::ruler::{Attributes, Pos};
use super::token::Token;

/// What was found in a text, which it borrows.
///
/// Tokens are numbered from 0. What was not asked for is empty: without syntax there are
/// no tags, heads and sentences.
#[derive(Debug, Clone)]
pub struct Analysis<'a> {
    pub(super) english: &'a English,
    pub(super) text: &'a str,
    /// The text as it was read: in ordinary case where it is in capitals.
    pub(super) read: Cow<'a, str>,
    pub(super) tokens: Vec<Token>,
    pub(super) tags: Vec<u8>,
    pub(super) parse: Parse,
    pub(super) attributes: Vec<Attributes<'a>>,
    pub(super) entities: Vec<Entity>,
}

impl<'a> Analysis<'a> {
    /// The text that was analysed.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// All tokens in order. Their spans are bytes of the text.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The words of a token.
    #[must_use]
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.of(self.text))
    }

    /// The words of a token in ordinary case, where the text is in capitals.
    #[must_use]
    pub fn word_in_case(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.of(&self.read))
    }

    /// The fine part of speech of a token, a tag of the Penn Treebank with the
    /// additions of OntoNotes, as in "NNP"; empty without syntax.
    #[must_use]
    pub fn tag(&self, token: usize) -> &'a str {
        let ruled = self.attributes.get(token).and_then(|attributes| attributes.tag);
        ruled.or(self.tags.get(token).copied()).map_or("", |tag| self.english.tag_name(tag))
    }

    /// The coarse part of speech of a token; `X` without syntax.
    #[must_use]
    pub fn pos(&self, token: usize) -> Pos {
        self.attributes.get(token).map_or(Pos::X, |attributes| attributes.pos)
    }

    /// The word in a dictionary: "go" of "went"; the token itself without syntax.
    #[must_use]
    pub fn lemma(&self, token: usize) -> Cow<'_, str> {
        let Some(attributes) = self.attributes.get(token) else {
            return Cow::Borrowed(self.word_in_case(token));
        };
        match attributes.lemma {
            Some(lemma) => Cow::Borrowed(lemma),
            None => self.english.lemmatizer.lemma(
                self.word(token),
                attributes.pos,
                attributes.is_base_form,
            ),
        }
    }

    /// The token on which a token depends, itself for a root; `None` without syntax.
    #[must_use]
    pub fn head(&self, token: usize) -> Option<usize> {
        self.parse.heads.get(token).map(|&head| head as usize)
    }

    /// The relation of a token to its head, as in "nsubj"; empty without syntax.
    #[must_use]
    pub fn relation(&self, token: usize) -> &'a str {
        let ruled = self.attributes.get(token).and_then(|attributes| attributes.relation);
        let relation = ruled.or(self.parse.relations.get(token).copied());
        relation.map_or("", |relation| self.english.relation_name(relation))
    }

    /// The sentences in order, as tokens, end-exclusive.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let starts = &self.parse.starts;
        let mut start = 0;
        std::iter::from_fn(move || {
            if start == starts.len() {
                return None;
            }
            let next = starts[start + 1..].iter().position(|starts| *starts);
            let sentence = start..next.map_or(starts.len(), |next| start + 1 + next);
            start = sentence.end;
            Some(sentence)
        })
    }

    /// Names and numbers in order.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The bytes of an entity in the text.
    #[must_use]
    pub fn span(&self, entity: &Entity) -> Range<usize> {
        let first = self.tokens.get(entity.first as usize);
        let last = (entity.end as usize).checked_sub(1).and_then(|last| self.tokens.get(last));
        match (first, last) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }
}
