//! Words around those who take part, read from `assets/words/actor_words.toml`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

/// Words by which those who take part are known.
#[derive(Default)]
pub struct ActorWords {
    state: HashSet<String>,
    /// How they stand to what happens.
    pub grammar: ActorGrammar,
    classes: Vec<PeopleClass>,
    /// The class of a word, by its place in the list.
    by_word: HashMap<String, usize>,
}

/// Words of grammar, all lemmas; each list is described in the file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each list is described in the file")]
pub struct ActorGrammar {
    pub does: HashSet<String>,
    pub undergoes: HashSet<String>,
    pub defends: HashSet<String>,
    pub shoots_down: HashSet<String>,
    pub destroys_fired: HashSet<String>,
    pub fired: HashSet<String>,
    pub suffers: HashSet<String>,
    pub harms: HashSet<String>,
    pub acts: HashSet<String>,
    pub mutual_verbs: HashSet<String>,
    pub mutual_nouns: HashSet<String>,
    pub owner_suffers: HashSet<String>,
    pub laid: HashSet<String>,
    pub holders: HashSet<String>,
}

/// People without a name of their own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeopleClass {
    /// The name to show: "gunmen".
    pub name: String,
    /// What they are to a country.
    pub side: PeopleSide,
    words: Vec<String>,
}

/// What people are to the country whose name stands before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeopleSide {
    /// They act for it: "Turkish troops".
    State,
    /// They fight, for themselves or others: "Syrian rebels".
    Armed,
    /// They do not fight.
    Civilian,
}

#[derive(Default, Deserialize)]
struct File {
    state: HashSet<String>,
    grammar: ActorGrammar,
    class: Vec<PeopleClass>,
}

/// The file as it is written.
pub const FILE: &str = include_str!("../../assets/words/actor_words.toml");

impl ActorWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        let mut by_word = HashMap::new();
        for (number, class) in file.class.iter().enumerate() {
            for word in &class.words {
                by_word.entry(word.clone()).or_insert(number);
            }
        }
        Self { state: file.state, grammar: file.grammar, classes: file.class, by_word }
    }

    /// Whether a people's name before this word, in lower case, stands for its side.
    pub fn is_of_state(&self, word: &str) -> bool {
        self.state.contains(word)
    }

    /// The class of people that a word in lower case names.
    pub fn class(&self, word: &str) -> Option<&PeopleClass> {
        self.by_word.get(word).and_then(|&number| self.classes.get(number))
    }

    /// Whether the word, in lower case, is for people who fight.
    pub fn is_armed(&self, word: &str) -> bool {
        self.class(word).is_some_and(|class| class.side != PeopleSide::Civilian)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_words_for_actors_can_be_read() {
        assert!(toml::from_str::<File>(FILE).is_ok(), "{:?}", toml::from_str::<File>(FILE).err());
        let words = ActorWords::bundled();
        assert_eq!(words.class("gunman").map(|class| class.name.as_str()), Some("gunmen"));
    }
}
