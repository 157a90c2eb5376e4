//! Who takes part, and who asserts it.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::sentences::Sentence;
use super::tokens::{Token, TokenKind};
use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::model::{Actor, Claimant, CountryCode, Kind, Role, Span, Toponym, Usage};

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

/// People of the article and the countries they stand for, by surname.
pub type People = BTreeMap<String, (String, CountryCode)>;

/// The actors of all sentences, in text order: countries that act or are spoken of as
/// a side, peoples with their forces, armed groups, and persons tied to a country.
pub fn find(source: &Source<'_>) -> Vec<Actor> {
    let people = people(source);
    let mut actors = Vec::new();
    for sentence in source.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match actor_at(source, &people, sentence, at) {
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
    sentence: &Sentence,
    at: usize,
) -> Option<(Actor, usize)> {
    let token = source.tokens[at];
    if token.kind != TokenKind::Word {
        return None;
    }
    let start = token.span.start;
    let rest = source.text.get(start..sentence.span.end)?;
    if let Some((entry, length)) = source.lexicon.actors.at(rest) {
        let span = Span::new(start, start + length);
        let next = at + source.tokens[at..].partition_point(|t| t.span.start < span.end);
        let name = entry.names.first()?.clone();
        return Some((Actor { name, span, country: entry.country, role: Role::default() }, next));
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
        return (plural || is_state_word(&source.word(at + 1)))
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

fn is_state_word(word: &str) -> bool {
    #[derive(Deserialize, Default)]
    struct File {
        state: HashSet<String>,
    }
    static WORDS: LazyLock<File> = LazyLock::new(|| {
        toml::from_str(include_str!("../../assets/words/actor_words.toml")).unwrap_or_default()
    });
    WORDS.state.contains(word)
}

/// "Armenian Prime Minister Nikol Pashinyan" ties Pashinyan to Armenia.
fn people(source: &Source<'_>) -> People {
    let mut people = People::new();
    for sentence in source.sentences {
        for at in sentence.tokens.clone() {
            let Some(country) = country_of_word(source, at) else { continue };
            let Some((first, last)) = titled_name(source, sentence, at + 1) else { continue };
            let span = source.tokens[first].span.join(source.tokens[last].span);
            let surname = source.tokens[last].of(source.text).to_owned();
            people.entry(surname).or_insert_with(|| (span.of(source.text).to_owned(), country));
        }
    }
    people
}

fn country_of_word(source: &Source<'_>, at: usize) -> Option<CountryCode> {
    let token = source.tokens[at];
    let word = token.of(source.text);
    if !token.is_capitalised(source.text) {
        return None;
    }
    source.gazetteer.demonym(word).or_else(|| {
        let toponym = source.toponym_at(token.span.start).filter(|t| t.span == token.span)?;
        let place = toponym.place.as_ref()?;
        (place.kind == Kind::Country || place.kind == Kind::Other).then_some(place.country)?
    })
}

/// A title, then two or three capitalised words: the first and last of them.
fn titled_name(source: &Source<'_>, sentence: &Sentence, from: usize) -> Option<(usize, usize)> {
    let end = sentence.tokens.end;
    let from = if source.word(from) == "'s" { from + 1 } else { from };
    for first in from + 1..(from + 7).min(end) {
        let span = source.tokens[from].span.join(source.tokens[first - 1].span);
        if span.of(source.text).contains([',', '.', ';']) {
            return None;
        }
        let name = |at: usize| {
            at < end
                && source.tokens[at].is_capitalised(source.text)
                && !source.lexicon.ends_in_title(source.tokens[at].of(source.text))
        };
        if name(first) && name(first + 1) && source.lexicon.ends_in_title(span.of(source.text)) {
            let last = if name(first + 2) { first + 2 } else { first + 1 };
            return Some((first, last));
        }
    }
    None
}

/// Who asserts what a sentence says: the words before a verb of speech, or after
/// "according to".
pub fn claimant(source: &Source<'_>, sentence: &Sentence) -> Option<Claimant> {
    according_to(source, sentence)
        .or_else(|| sentence.tokens.clone().find_map(|at| speaker(source, sentence, at)))
}

fn according_to(source: &Source<'_>, sentence: &Sentence) -> Option<Claimant> {
    let at = sentence
        .tokens
        .clone()
        .find(|&at| source.word(at) == "according" && source.word(at + 1) == "to")?;
    let words = at + 2..sentence.tokens.end;
    let end = words.clone().find(|&n| {
        matches!(source.word(n).as_str(), "," | "." | ";" | "\"" | "that" | "and" | "who")
    });
    let span = trimmed(source, at + 2, end.unwrap_or(sentence.tokens.end))?;
    Some(Claimant { name: span.of(source.text).to_owned(), span, verb: "according to".to_owned() })
}

fn speaker(source: &Source<'_>, sentence: &Sentence, at: usize) -> Option<Claimant> {
    let verb = source.tokens[at].of(source.text);
    let before = at.checked_sub(1).map_or(String::new(), |n| source.word(n));
    let passive =
        matches!(before.as_str(), "was" | "were" | "been" | "is" | "are" | "'s" | "being" | "it's");
    // "claimed 6,500 lives" asserts nothing.
    let takes_lives =
        verb.starts_with("claim") && (at + 1..at + 7).any(|n| source.word(n) == "lives");
    if !source.lexicon.is_speech_verb(verb) || passive || takes_lives {
        return None;
    }
    let before = subject_before(source, sentence, at);
    let span = before.or_else(|| subject_after(source, sentence, at))?;
    Some(Claimant { name: span.of(source.text).to_owned(), span, verb: verb.to_lowercase() })
}

/// The words up to a verb, back to a comma, a quote or a conjunction.
fn subject_before(source: &Source<'_>, sentence: &Sentence, verb: usize) -> Option<Span> {
    const LONGEST: usize = 12;
    let from = sentence.tokens.start.max(verb.saturating_sub(LONGEST));
    let bound = (from..verb).rev().find(|&n| {
        matches!(
            source.word(n).as_str(),
            "," | "\""
                | ";"
                | ":"
                | "—"
                | "–"
                | "that"
                | "which"
                | "but"
                | "while"
                | "after"
                | "as"
                | ")"
        )
    });
    let start = bound.map_or(from, |n| n + 1);
    if bound.is_none() && from > sentence.tokens.start {
        return None;
    }
    // "The ministry released a statement saying": the name ends before its first verb.
    let end = (start + 1..verb)
        .find(|&n| {
            let word = source.tokens[n].of(source.text);
            word.starts_with(char::is_lowercase)
                && (word.ends_with("ed")
                    || source.lexicon.places.is_act(word)
                    || source.lexicon.is_speech_verb(word))
        })
        .unwrap_or(verb);
    named(source, trimmed(source, start, end)?)
}

/// '"…," said Anna': the words after the verb, where a quote stands before it.
fn subject_after(source: &Source<'_>, sentence: &Sentence, verb: usize) -> Option<Span> {
    let quoted = verb.checked_sub(1).is_some_and(|n| matches!(source.word(n).as_str(), "\"" | ","));
    if !quoted {
        return None;
    }
    let end = (verb + 1..sentence.tokens.end).find(|&n| {
        matches!(source.word(n).as_str(), "," | "." | "\"" | "who" | "on" | "in" | ":")
    })?;
    named(source, trimmed(source, verb + 1, end)?)
}

/// A claimant has a name or an office, not just "he".
fn named(source: &Source<'_>, span: Span) -> Option<Span> {
    const OFFICES: [&str; 10] = [
        "ministry",
        "officials",
        "official",
        "spokesman",
        "spokeswoman",
        "authorities",
        "police",
        "army",
        "government",
        "military",
    ];
    const PREPOSITIONS: [&str; 12] = [
        "with", "in", "after", "before", "for", "during", "at", "by", "from", "because",
        "although", "if",
    ];
    let words = span.of(source.text);
    let first = words.split(' ').next().unwrap_or("").to_lowercase();
    if PREPOSITIONS.contains(&first.as_str()) {
        return None;
    }
    let capital = words.split(' ').any(|w| {
        w.starts_with(char::is_uppercase)
            && !matches!(w, "He" | "She" | "It" | "They" | "The" | "We" | "I" | "A" | "In" | "But")
    });
    let office = words.split(' ').any(|w| OFFICES.contains(&w.to_lowercase().as_str()));
    ((capital || office) && words.len() < 90).then_some(span)
}

/// The span of tokens without adverbs and helping verbs at its edges.
fn trimmed(source: &Source<'_>, first: usize, end: usize) -> Option<Span> {
    const EDGES: [&str; 14] = [
        "had",
        "has",
        "have",
        "also",
        "later",
        "earlier",
        "the",
        "on",
        "and",
        "but",
        "then",
        "meanwhile",
        "however",
        "reportedly",
    ];
    const DAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let edge = |n: usize| {
        let word = source.word(n);
        EDGES.contains(&word.as_str()) || DAYS.contains(&word.as_str())
    };
    let mut first = first;
    let mut last = end.checked_sub(1)?;
    while first < last && edge(first) {
        first += 1;
    }
    while last > first && edge(last) {
        last -= 1;
    }
    (first <= last && end > first).then(|| source.tokens[first].span.join(source.tokens[last].span))
}
