//! Words for the people and things of a country: kept apart from names of places.

use super::Source;
use crate::model::{Demonym, Span, Toponym};

/// The longest one has so many tokens: "Sao Tomean".
const LONGEST: usize = 3;

/// Finds them, in text order, outside the names of places.
pub fn find(source: &Source<'_>, toponyms: &[Toponym]) -> Vec<Demonym> {
    let mut found: Vec<Demonym> = Vec::new();
    for (first, token) in source.tokens.iter().enumerate() {
        let free = found.last().is_none_or(|last| last.span.end <= token.span.start);
        if !free || !token.is_capitalised(source.text) {
            continue;
        }
        let capitals = source.tokens[first..].iter().take(LONGEST);
        let capitals = capitals.take_while(|token| token.is_capitalised(source.text)).count();
        let longest = (first..first + capitals).rev().find_map(|last| {
            let span = Span::new(token.span.start, source.tokens[last].span.end);
            Some(Demonym { span, country: source.gazetteer.demonym(span.of(source.text))? })
        });
        found.extend(longest.filter(|demonym| {
            let next = toponyms.partition_point(|t| t.span.end <= demonym.span.start);
            toponyms.get(next).is_none_or(|t| t.span.start >= demonym.span.end)
        }));
    }
    found
}
