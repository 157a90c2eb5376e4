//! The grammar of an article: who does what to whom, by heads and relations.

use std::borrow::Cow;
use std::ops::Range;

use super::plain::Plain;
use crate::english::ruler::Pos;
use crate::english::{Analysis, English, Entity, Wanted};
use crate::model::Span;

/// The analysis of a plain text, with the ways down and up its trees. Its words are
/// numbered from 0 and are not the tokens of [`super::tokens`]; bytes of the text lead
/// from one to the other. Empty where the model cannot be read.
pub struct Syntax<'a> {
    analysis: Option<Analysis<'a>>,
    /// Of each word, where its dependents begin in `dependents`; one more at the end.
    first: Vec<u32>,
    /// The dependents of all words, in text order for each.
    dependents: Vec<u32>,
}

#[allow(dead_code, reason = "not every stage asks for the grammar yet")]
impl<'a> Syntax<'a> {
    /// Analyses a text.
    #[cfg(test)]
    pub fn of(text: &'a str) -> Self {
        let english = English::bundled().ok();
        Self::with(english.map(|english| english.analyse(text, Wanted::All)))
    }

    /// Analyses an article. No sentence goes on from one block into the next.
    pub fn of_plain(plain: &'a Plain) -> Self {
        let text = plain.text.as_str();
        let analyse = |english: &'static English| match plain.with_full_stops() {
            Some(read) => english.analyse_as(text, read, Wanted::All),
            None => english.analyse(text, Wanted::All),
        };
        Self::with(English::bundled().ok().map(analyse))
    }

    fn with(analysis: Option<Analysis<'a>>) -> Self {
        let count = analysis.as_ref().map_or(0, |analysis| analysis.tokens().len());
        let head =
            |word: usize| analysis.as_ref().and_then(|a| a.head(word)).filter(|&head| head != word);
        let mut first = vec![0_u32; count + 1];
        for head in (0..count).filter_map(head) {
            first[head + 1] += 1;
        }
        for word in 0..count {
            first[word + 1] += first[word];
        }
        let mut next = first.clone();
        let mut dependents = vec![0_u32; first[count] as usize];
        for (word, head) in (0..count).filter_map(|word| Some((word, head(word)?))) {
            dependents[next[head] as usize] = word as u32;
            next[head] += 1;
        }
        Self { analysis, first, dependents }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.first.len() - 1
    }

    /// The bytes of a word in the plain text.
    pub fn span(&self, word: usize) -> Span {
        let token = self.analysis.as_ref().and_then(|a| a.tokens().get(word));
        token.map_or(Span::new(0, 0), |t| Span::new(t.start as usize, t.end as usize))
    }

    /// The word at a byte, or the first one behind it.
    pub fn at(&self, byte: usize) -> usize {
        let tokens = self.analysis.as_ref().map_or(&[][..], |a| a.tokens());
        tokens.partition_point(|token| token.end as usize <= byte)
    }

    /// The words that a span touches.
    pub fn within(&self, span: Span) -> Range<usize> {
        let tokens = self.analysis.as_ref().map_or(&[][..], |a| a.tokens());
        let end = tokens.partition_point(|token| (token.start as usize) < span.end);
        self.at(span.start).min(end)..end
    }

    /// The highest word of a span in the tree: the first whose head lies outside.
    pub fn top(&self, span: Span) -> Option<usize> {
        let words = self.within(span);
        words.clone().find(|&word| self.head(word).is_none_or(|head| !words.contains(&head)))
    }

    /// As written.
    pub fn word(&self, word: usize) -> &'a str {
        self.analysis.as_ref().map_or("", |a| a.word(word))
    }

    /// The word in a dictionary: "go" of "went".
    pub fn lemma(&self, word: usize) -> Cow<'_, str> {
        self.analysis.as_ref().map_or(Cow::Borrowed(""), |a| a.lemma(word))
    }

    /// The fine part of speech, of the Penn Treebank: "VBD".
    pub fn tag(&self, word: usize) -> &'a str {
        self.analysis.as_ref().map_or("", |a| a.tag(word))
    }

    /// The coarse part of speech.
    pub fn pos(&self, word: usize) -> Pos {
        self.analysis.as_ref().map_or(Pos::X, |a| a.pos(word))
    }

    /// The relation to the head: "nsubj", "dobj", "pobj"; "ROOT" where there is none.
    pub fn relation(&self, word: usize) -> &'a str {
        self.analysis.as_ref().map_or("", |a| a.relation(word))
    }

    /// The word on which this one depends; `None` for the root of a sentence.
    pub fn head(&self, word: usize) -> Option<usize> {
        self.analysis.as_ref().and_then(|a| a.head(word)).filter(|&head| head != word)
    }

    /// The heads above a word, the nearest first.
    pub fn heads(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(word), |&head| self.head(head))
    }

    /// The words that depend on this one, in text order.
    pub fn dependents(&self, word: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let bounds = self.first.get(word).zip(self.first.get(word + 1));
        let range = bounds.map_or(0..0, |(from, to)| *from as usize..*to as usize);
        self.dependents[range].iter().map(|&word| word as usize)
    }

    /// The first dependent in one of these relations.
    pub fn dependent(&self, word: usize, relations: &[&str]) -> Option<usize> {
        self.dependents(word).find(|&dependent| relations.contains(&self.relation(dependent)))
    }

    /// The words from the first to the last under this one, itself among them. Trees
    /// almost never cross, so that this is the whole phrase.
    pub fn phrase(&self, word: usize) -> Range<usize> {
        let (mut first, mut last) = (word, word);
        while let Some(next) = self.dependents(first).next().filter(|&next| next < first) {
            first = next;
        }
        while let Some(next) = self.dependents(last).next_back().filter(|&next| next > last) {
            last = next;
        }
        first..last + 1
    }

    /// The bytes of a phrase, as of [`Self::phrase`].
    pub fn phrase_span(&self, word: usize) -> Span {
        let words = self.phrase(word);
        self.span(words.start).join(self.span(words.end - 1))
    }

    /// Names and numbers, in text order.
    pub fn entities(&self) -> &[Entity] {
        self.analysis.as_ref().map_or(&[], |a| a.entities())
    }

    /// The bytes of a name or number.
    pub fn entity_span(&self, entity: &Entity) -> Span {
        let range = self.analysis.as_ref().map_or(0..0, |a| a.span(entity));
        Span::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Rebels in Goris shelled the old town on Monday.";

    #[test]
    fn the_subject_and_the_object_of_a_verb_are_its_dependents() {
        let syntax = Syntax::of(TEXT);
        let verb = syntax.top(Span::new(0, TEXT.len())).unwrap_or(0);
        assert_eq!(syntax.word(verb), "shelled");
        let phrase = |relation| {
            syntax.dependent(verb, &[relation]).map(|word| syntax.phrase_span(word).of(TEXT))
        };
        assert_eq!(phrase("nsubj"), Some("Rebels in Goris"));
        assert_eq!(phrase("dobj"), Some("the old town"));
        assert_eq!(phrase("iobj"), None);
    }

    #[test]
    fn the_heads_of_a_word_lead_to_the_root() {
        let syntax = Syntax::of(TEXT);
        let goris = syntax.at(TEXT.find("Goris").unwrap_or(0));
        let heads: Vec<&str> = syntax.heads(goris).map(|word| syntax.word(word)).collect();
        assert_eq!(heads, ["in", "Rebels", "shelled"]);
    }

    #[test]
    fn an_empty_text_has_no_words() {
        let syntax = Syntax::of("");
        assert_eq!((syntax.len(), syntax.at(0), syntax.within(Span::new(0, 0))), (0, 0, 0..0));
    }
}
