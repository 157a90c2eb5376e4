//! Single stages of reading, to measure them and to learn weights from.

use super::dates;
use super::plain::Plain;
use super::sentences::{self, Sentence};
use super::syntax::Syntax;
use super::tokens::{self, Token};
use super::toponyms::{self, Weighed, Weights};
use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::model::{Article, Timex, Toponym};

/// An article that was cut into words and sentences and whose grammar was analysed.
pub struct Analysed<'a> {
    article: &'a Article,
    plain: &'a Plain,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    syntax: Syntax<'a>,
}

impl Analysed<'_> {
    /// Analyses an article and hands it on.
    pub fn with<R>(article: &Article, hand: impl FnOnce(&Analysed<'_>) -> R) -> R {
        let plain = &Plain::new(&article.text);
        let tokens = tokens::find(&plain.text);
        let sentences = sentences::find(plain, &tokens, Lexicon::bundled());
        let syntax = Syntax::of_plain(plain);
        hand(&Analysed { article, plain, tokens, sentences, syntax })
    }

    /// Its expressions of time, seen from the day of publication that was given. Spans are
    /// in the plain text.
    pub fn dates(&self) -> Vec<Timex> {
        let published = self.article.given.published.as_ref().map(|found| found.value);
        dates::find(&self.plain.text, &self.sentences, published).0
    }

    /// Its names of places. Spans are in the plain text.
    pub fn places(&self, gazetteer: &Gazetteer, timexes: &[Timex]) -> Vec<Toponym> {
        toponyms::find(&self.source(gazetteer), timexes).0
    }

    /// What the places of each name were weighed by. Spans are in the text of the article.
    pub fn weigh(&self, gazetteer: &Gazetteer, weights: &Weights) -> Vec<Weighed> {
        let mut weighed = toponyms::weigh(&self.source(gazetteer), &self.dates(), weights);
        for (span, _) in weighed.iter_mut().flat_map(|name| &mut name.mentions) {
            *span = self.plain.to_original(*span);
        }
        weighed
    }

    fn source<'s>(&'s self, gazetteer: &'s Gazetteer) -> toponyms::Source<'s> {
        toponyms::Source {
            text: &self.plain.text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            syntax: &self.syntax,
            gazetteer,
            lexicon: Lexicon::bundled(),
        }
    }
}
