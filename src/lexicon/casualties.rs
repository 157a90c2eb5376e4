//! How the dead and the hurt are counted, read from `assets/words/casualties.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use crate::model::Fate;

/// Words that count people and tell what became of them, in lower case.
#[derive(Default)]
pub struct CasualtyWords {
    /// Verbs and nouns in their dictionary form, and what they tell.
    pub fates: HashMap<String, Vec<FateWord>>,
    /// Adjectives and participles as written: "dead".
    pub states: HashMap<String, Fate>,
    /// Turns of phrase.
    pub frames: Frames,
    /// Words for an unknown number and the least that they mean.
    pub vague: BTreeMap<String, u32>,
    /// Words that are a number: "couple".
    pub sized: BTreeMap<String, u32>,
    /// What stands around numbers.
    pub numbers: NumberWords,
    /// Words for people.
    pub people: PeopleWords,
}

/// What a word tells of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FateWord {
    /// What became of them.
    pub fate: Fate,
    /// How they stand to the word.
    pub frame: Frame,
}

/// How people stand to the word that tells what became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// They are the object, or the subject in the passive.
    Done,
    /// They are the subject.
    Suffered,
    /// As `Done`, where "to death" follows.
    ToDeath,
    /// They follow with "of", or stand before as possessor.
    Noun,
    /// Their number stands before the noun itself.
    Counted,
}

/// Turns of phrase, described in the file.
#[derive(Default, Deserialize)]
#[allow(missing_docs, reason = "each list is described in the file")]
pub struct Frames {
    pub dead_with: HashMap<String, Vec<String>>,
    pub tells_state: HashSet<String>,
    pub takes_lives: HashSet<String>,
    pub loses: HashSet<String>,
    pub prisoner: HashSet<String>,
    pub takes_prisoner: HashSet<String>,
    pub bodies: HashSet<String>,
    pub finds: HashSet<String>,
    pub tolls: HashSet<String>,
    pub number_of: HashSet<String>,
    pub toll_rises: HashSet<String>,
    pub casualties: HashSet<String>,
    pub unreal: HashSet<String>,
    pub modals: HashSet<String>,
    pub parts: HashSet<String>,
    pub further: HashSet<String>,
    pub along: HashSet<String>,
    pub sure: HashSet<String>,
    pub sustains: HashSet<String>,
    pub injuries: HashSet<String>,
    pub hospitalizes: HashSet<String>,
    pub fatally: HashSet<String>,
    pub earlier: HashSet<String>,
    pub groups: HashSet<String>,
}

/// What stands around numbers, described in the file.
#[derive(Default, Deserialize)]
#[allow(missing_docs, reason = "each list is described in the file")]
pub struct NumberWords {
    pub at_least: Vec<String>,
    pub at_most: Vec<String>,
    pub below: Vec<String>,
    pub about: Vec<String>,
    pub or_more: Vec<String>,
    pub units: HashSet<String>,
    pub before: HashSet<String>,
    pub glued: HashSet<String>,
}

/// Words for people.
#[derive(Default, Deserialize)]
pub struct PeopleWords {
    /// What verbs of killing take as well, and is nobody.
    pub things: HashSet<String>,
    /// People who can be counted, singular and plural.
    pub persons: HashSet<String>,
    /// Those of them who fight.
    pub military: HashSet<String>,
    /// Those of them who do not.
    pub civilian: HashSet<String>,
    /// Those who attack.
    pub attackers: HashSet<String>,
}

#[derive(Default, Deserialize)]
struct File {
    fates: HashMap<Fate, RawFate>,
    frames: Frames,
    vague: BTreeMap<String, u32>,
    sized: BTreeMap<String, u32>,
    numbers: NumberWords,
    people: PeopleWords,
}

#[derive(Deserialize)]
struct RawFate {
    done: Vec<String>,
    suffered: Vec<String>,
    to_death: Vec<String>,
    nouns: Vec<String>,
    counted: Vec<String>,
    states: Vec<String>,
}

/// The file as it is written.
pub const FILE: &str = include_str!("../../assets/words/casualties.toml");

impl CasualtyWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        let mut words = Self {
            frames: file.frames,
            vague: file.vague,
            sized: file.sized,
            numbers: file.numbers,
            people: file.people,
            ..Self::default()
        };
        for fate in Fate::ALL {
            if let Some(raw) = file.fates.get(&fate) {
                words.learn(fate, raw);
            }
        }
        words
    }

    fn learn(&mut self, fate: Fate, raw: &RawFate) {
        let lists = [
            (Frame::Done, &raw.done),
            (Frame::Suffered, &raw.suffered),
            (Frame::ToDeath, &raw.to_death),
            (Frame::Noun, &raw.nouns),
            (Frame::Counted, &raw.counted),
        ];
        for (frame, list) in lists {
            for word in list {
                self.fates.entry(word.clone()).or_default().push(FateWord { fate, frame });
            }
        }
        self.states.extend(raw.states.iter().map(|word| (word.clone(), fate)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_casualty_words_can_be_read() {
        let words = CasualtyWords::bundled();
        let told = FateWord { fate: Fate::Killed, frame: Frame::Done };
        assert_eq!(words.fates.get("kill"), Some(&vec![told]));
        assert_eq!(words.states.get("injured"), Some(&Fate::Wounded));
    }
}
