//! Persons and the countries they stand for, by what the article says of them.

use std::collections::BTreeMap;

use super::Source;
use crate::model::{CountryCode, Kind};
use crate::pipeline::sentences::Sentence;

/// People of the article and the countries they stand for, by surname.
pub type People = BTreeMap<String, (String, CountryCode)>;

/// "Armenian Prime Minister Nikol Pashinyan" ties Pashinyan to Armenia.
pub fn find(source: &Source<'_>) -> People {
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
