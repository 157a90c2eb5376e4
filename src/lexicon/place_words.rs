//! Words around names of places, read from `assets/words/place_words.toml` and
//! `place_abbreviations.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use crate::model::CountryCode;

/// Words around names of places, in lower case.
#[derive(Default, Deserialize)]
pub struct PlaceWords {
    inside: HashSet<String>,
    tails: HashSet<String>,
    locative: HashSet<String>,
    acts: HashSet<String>,
    modifiers: HashSet<String>,
    outward: HashSet<String>,
    addressed: HashSet<String>,
    seats: HashSet<String>,
    divisions: HashSet<String>,
    listed_divisions: HashSet<String>,
    settlements: HashSet<String>,
    inhabitants: HashSet<String>,
    facilities: HashSet<String>,
    strictly_locative: HashSet<String>,
    ground: HashSet<String>,
    motion: HashSet<String>,
    done_to_places: HashSet<String>,
    at_rest: HashSet<String>,
    /// Full names and countries by their short forms.
    #[serde(skip)]
    abbreviations: HashMap<String, (String, CountryCode)>,
}

impl PlaceWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        let words = toml::from_str(include_str!("../../assets/words/place_words.toml"));
        let mut words: Self = words.unwrap_or_default();
        let countries: BTreeMap<String, BTreeMap<String, Vec<String>>> =
            toml::from_str(include_str!("../../assets/words/place_abbreviations.toml"))
                .unwrap_or_default();
        for (country, divisions) in countries {
            let Some(country) = CountryCode::new(&country) else { continue };
            for (full, short) in divisions {
                let meant = short.into_iter().map(|short| (short, (full.clone(), country)));
                words.abbreviations.extend(meant);
            }
        }
        words
    }

    /// The state or province that is written so for short, and its country: "South Carolina"
    /// of "S.C.".
    pub fn abbreviated(&self, short: &str) -> Option<(&str, CountryCode)> {
        self.abbreviations.get(short).map(|(full, country)| (full.as_str(), *country))
    }

    /// Whether the lower-case word may stand inside a name.
    pub fn is_inside(&self, word: &str) -> bool {
        self.inside.contains(word)
    }

    /// Whether the lower-case word may end a name.
    pub fn is_tail(&self, word: &str) -> bool {
        self.tails.contains(word)
    }

    /// Whether the lower-case word makes a division of the name beside it.
    pub fn is_division(&self, word: &str) -> bool {
        self.divisions.contains(word)
    }

    /// Whether the word makes divisions of a list of names before it: "counties".
    pub fn are_divisions(&self, word: &str) -> bool {
        self.listed_divisions.contains(word)
    }

    /// Whether the lower-case preposition is always one of place: "in", "near".
    pub fn is_strictly_locative(&self, word: &str) -> bool {
        self.strictly_locative.contains(word)
    }

    /// Whether the lemma is one for a part of the earth: "border", "coast".
    pub fn is_ground(&self, lemma: &str) -> bool {
        self.ground.contains(lemma)
    }

    /// Whether the lemma is one of going somewhere: "flee", "visit".
    pub fn is_motion(&self, lemma: &str) -> bool {
        self.motion.contains(lemma)
    }

    /// Whether the lemma is one of what happens to places: "shell", "invasion".
    pub fn is_done_to_places(&self, lemma: &str) -> bool {
        self.done_to_places.contains(lemma)
    }

    /// Whether a place, not a government, is the subject of the lemma: "lie", "border".
    pub fn is_at_rest(&self, lemma: &str) -> bool {
        self.at_rest.contains(lemma)
    }

    /// Whether the lower-case word ends the name of a street, a building or a park.
    pub fn is_facility(&self, word: &str) -> bool {
        self.facilities.contains(word)
    }

    /// Whether the lower-case word is one for people or offices of the place named before it.
    pub fn is_inhabitant(&self, word: &str) -> bool {
        self.inhabitants.contains(word)
    }

    /// Whether the lower-case word makes a town or village of the name behind it.
    pub fn is_settlement(&self, word: &str) -> bool {
        self.settlements.contains(word)
    }

    /// Whether the words before a name make it a place itself.
    pub fn ends_locative(&self, before: &str) -> bool {
        let low = before.trim_end().to_lowercase();
        let mut words = low.rsplit([' ', '(', '"']);
        let mut last = words.next().unwrap_or("");
        if matches!(last, "the" | "nearby" | "neighbouring" | "neighboring") {
            last = words.next().unwrap_or("");
        }
        let pair = words.next().map(|word| format!("{word} {last}"));
        self.locative.contains(last) || pair.is_some_and(|pair| self.locative.contains(&pair))
    }

    /// Whether the words before a country's name speak to or of its government:
    /// "appealed to".
    pub fn ends_addressed(&self, before: &str) -> bool {
        let low = before.trim_end().to_lowercase();
        let mut words = low.rsplit(' ');
        let preposition = words.next().unwrap_or("");
        let spoken = words.next().unwrap_or("").trim_matches([',', '"']);
        matches!(preposition, "to" | "from" | "on" | "by" | "with" | "against" | "for" | "over")
            && self.addressed.contains(spoken)
            || preposition == "in" && self.seats.contains(spoken)
    }

    /// Whether the verb after a name makes it a government or a people.
    pub fn is_act(&self, word: &str) -> bool {
        self.acts.contains(&word.to_lowercase())
    }

    /// Whether the word after a name and a hyphen makes it part of a description.
    pub fn is_modifier(&self, word: &str) -> bool {
        self.modifiers.contains(&word.to_lowercase())
    }

    /// Whether a capitalised word beside a name still belongs to a place.
    pub fn is_outward(&self, word: &str) -> bool {
        self.outward.contains(&word.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_place_words_can_be_read() {
        assert!(PlaceWords::bundled().is_tail("province"));
    }

    #[test]
    fn an_article_may_stand_between_preposition_and_name() {
        let words = PlaceWords::bundled();
        assert!(words.ends_locative("It fell in the "));
        assert!(words.ends_locative("on the outskirts of "));
        assert!(!words.ends_locative("It said that "));
    }
}
