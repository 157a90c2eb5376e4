//! Who is named: countries as sides, armed groups, persons of a country.

mod named;
mod people;

use self::named::Named;
use self::people::People;
use super::sentences::Sentence;
use super::tokens::{Token, TokenKind};
use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::model::{Actor, CountryCode, Kind, Role, Span, Toponym, Usage};

/// What this stage reads.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// All its tokens.
    pub tokens: &'a [Token],
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// The places found in it.
    pub toponyms: &'a [Toponym],
    /// Names of places and peoples.
    pub gazetteer: &'a Gazetteer,
    /// Words and rules.
    pub lexicon: &'a Lexicon,
}

/// The actors of all sentences, in text order: countries that act or are spoken of as
/// a side, peoples with their forces, armed groups, and persons tied to a country.
pub fn find(source: &Source<'_>) -> Vec<Actor> {
    let people = people::find(source);
    let named = Named::of(source);
    let mut actors = Vec::new();
    for sentence in source.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match actor_at(source, &people, &named, sentence, at) {
                Some((actor, next)) => {
                    actors.push(actor);
                    at = next.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
    actors
}

fn actor_at(
    source: &Source<'_>,
    people: &People,
    named: &Named,
    sentence: &Sentence,
    at: usize,
) -> Option<(Actor, usize)> {
    let token = source.tokens[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    let start = token.span.start;
    let rest = source.text.get(start..sentence.span.end)?;
    if let Some(found) = named.at(source, rest) {
        let span = Span::new(start, start + found.length);
        let next = at + source.tokens[at..].partition_point(|t| t.span.start < span.end);
        let name = found.entry.names.first()?.clone();
        let country = found.entry.country;
        return Some((Actor { name, span, country, role: Role::default() }, next));
    }
    if let Some(toponym) = source.toponym_at(start) {
        return side_of(source, toponym).map(|actor| {
            let next =
                at + source.tokens[at..].partition_point(|t| t.span.start < toponym.span.end);
            (actor, next)
        });
    }
    if !token.is_capitalised(source.text) {
        return None;
    }
    if let Some(country) = source.gazetteer.demonym(token.of(source.text)) {
        let plural = token.of(source.text).ends_with('s');
        return (plural || source.lexicon.actor_words.is_of_state(&source.word(at + 1)))
            .then(|| country_actor(source, country, token.span).map(|actor| (actor, at + 1)))?;
    }
    let (name, country) = people.get(token.of(source.text))?;
    let actor = Actor {
        name: name.clone(),
        span: token.span,
        country: Some(*country),
        role: Role::default(),
    };
    Some((actor, at + 1))
}

impl<'a> Source<'a> {
    fn toponym_at(&self, start: usize) -> Option<&'a Toponym> {
        let at = self.toponyms.binary_search_by_key(&start, |t| t.span.start).ok()?;
        self.toponyms.get(at)
    }

    fn word(&self, at: usize) -> String {
        self.tokens.get(at).map_or(String::new(), |t| t.of(self.text).to_lowercase())
    }
}

/// A country, capital or seat of government that is used for its side.
fn side_of(source: &Source<'_>, toponym: &Toponym) -> Option<Actor> {
    let place = toponym.place.as_ref()?;
    let capital = source.gazetteer.country_by_capital(place.id).is_some();
    let speaks = place.kind == Kind::Country || capital || place.kind == Kind::Other;
    if !speaks || toponym.usage == Usage::Literal {
        return None;
    }
    country_actor(source, place.country?, toponym.span)
}

fn country_actor(source: &Source<'_>, country: CountryCode, span: Span) -> Option<Actor> {
    let row = source.gazetteer.country(country).and_then(|id| source.gazetteer.place(id));
    let name = row.map_or_else(|| country.as_str().to_owned(), |place| place.name);
    Some(Actor { name, span, country: Some(country), role: Role::default() })
}
