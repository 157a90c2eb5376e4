//! Which of the listed names an article means: "SLA" is an army of Sudan or of Sri Lanka.

use std::collections::{BTreeSet, HashSet};

use super::Source;
use crate::lexicon::ActorMatch;
use crate::model::CountryCode;

/// What an article tells of the actors that it names.
pub struct Named {
    /// Those that it names beyond doubt, by the name to show.
    sure: HashSet<String>,
    /// The countries that it names, or names places of.
    countries: BTreeSet<CountryCode>,
}

impl Named {
    /// Looks through the whole article.
    pub fn of(source: &Source<'_>) -> Self {
        let places = source.toponyms.iter().filter_map(|t| t.place.as_ref());
        let mut countries: BTreeSet<CountryCode> =
            places.filter_map(|place| place.country).collect();
        let mut sure = HashSet::new();
        for token in source.tokens {
            let word = token.of(source.text);
            if token.is_capitalised(source.text) {
                countries.extend(source.gazetteer.demonym(word));
            }
            let rest = source.text.get(token.span.start..).unwrap_or("");
            let found = source.lexicon.actors.at(rest).filter(|found| !found.unsure);
            sure.extend(found.and_then(|found| found.entry.names.first().cloned()));
        }
        Self { sure, countries }
    }

    /// The actor whose name stands at the start of `rest`. A name that means other things
    /// as well counts where the article has another name of the actor, names its country,
    /// or speaks of its fighters.
    pub fn at<'a>(&self, source: &Source<'a>, rest: &str) -> Option<ActorMatch<'a>> {
        source.lexicon.actors.all_at(rest).find(|found| {
            let show = found.entry.names.first();
            !found.unsure
                || show.is_some_and(|name| self.sure.contains(name))
                || found.entry.country.is_some_and(|country| self.countries.contains(&country))
                || is_armed(source, rest.get(found.length..).unwrap_or(""))
        })
    }
}

/// Whether a word for fighters follows: "MLC rebels".
fn is_armed(source: &Source<'_>, behind: &str) -> bool {
    let next = behind.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    source.lexicon.actor_words.is_armed(&next.to_lowercase())
}
