//! What speaks for and against two reports being of one happening, read from
//! `assets/rules/merging.toml`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use crate::model::EventType;

const FILE: &str = include_str!("../../assets/rules/merging.toml");

/// Points for evidence, roughly logarithms of odds. What each is for is told in the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the file says what each is for")]
pub struct MergePoints {
    pub base: f32,
    pub same_day: f32,
    pub days_overlap: f32,
    pub days_overlap_by_publication: f32,
    pub weeks_overlap: f32,
    pub months_overlap: f32,
    pub next_day: f32,
    pub next_day_at_night: f32,
    pub next_day_by_publication: f32,
    pub two_days_by_publication: f32,
    pub same_hours: f32,
    pub other_hours: f32,
    pub same_small_spot: f32,
    pub same_town: f32,
    pub spots_close: f32,
    pub spots_near: f32,
    pub spot_named_too: f32,
    pub spot_apart_but_named: f32,
    pub spot_missing: f32,
    pub spot_in_district: f32,
    pub spot_in_province: f32,
    pub spot_in_country: f32,
    pub same_area: f32,
    pub same_country: f32,
    pub place_untold: f32,
    pub same_type: f32,
    pub same_weapon: f32,
    pub other_weapon: f32,
    pub same_target: f32,
    pub other_target: f32,
    pub same_toll: f32,
    pub same_toll_for_each_log: f32,
    pub toll_compatible: f32,
    pub toll_higher_before: f32,
    pub toll_apart: f32,
    pub wounded_share: f32,
    pub shared_actor: f32,
    pub no_shared_actor: f32,
    pub shared_name: f32,
    pub shared_words: f32,
    pub shared_title: f32,
    pub context_in_one: f32,
    pub talks_with_others: f32,
    pub talks_of_the_same: f32,
}

/// What an event's confidence is made of, for the logistic function.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the parts are told in the model")]
pub struct ConfidenceWeights {
    pub base: f32,
    pub detection: f32,
    pub date: f32,
    pub place: f32,
    pub corroboration: f32,
}

/// Hours of the day, from and to, 0 to 24; past midnight where the first is the greater.
pub type Hours = (f32, f32);

/// What speaks for and against two reports being of one happening.
pub struct MergeRules {
    /// From so many points on, two reports belong together.
    pub threshold: f32,
    /// Points for evidence.
    pub points: MergePoints,
    /// Points for pairs of types that may be two words for one thing, lesser type first.
    kin: HashMap<(EventType, EventType), f32>,
    targets: WordClasses,
    no_targets: Vec<String>,
    /// Beginnings of words and the class of weapons that they belong to.
    pub weapons: WordClasses,
    /// Phrases and the hours that they mean, the longest first.
    pub hours: Vec<(String, Hours)>,
    /// Weights of the parts of an event's confidence.
    pub confidence: ConfidenceWeights,
    rising: Vec<String>,
    plain: HashSet<String>,
}

impl MergeRules {
    /// The rules that are part of the program.
    pub fn bundled() -> Self {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        let mut hours: Vec<_> = file.hours.into_iter().collect();
        hours.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        Self {
            threshold: file.threshold,
            points: file.points,
            kin: file.kin.into_iter().map(|k| (sorted(k.types), k.points)).collect(),
            targets: WordClasses::new(file.targets),
            weapons: WordClasses::new(file.weapons),
            hours,
            confidence: file.confidence,
            rising: file.words.rising,
            no_targets: file.words.no_targets,
            plain: file.words.plain.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Points for two types; `None` where they exclude each other.
    pub fn kinship(&self, a: EventType, b: EventType) -> Option<f32> {
        if a == b {
            return Some(self.points.same_type);
        }
        self.kin.get(&sorted((a, b))).copied()
    }

    /// A bit for each class of things hit that a text in small letters names.
    pub fn targets_of(&self, text: &str) -> u32 {
        let others = |text: String, phrase: &String| text.replace(phrase.as_str(), "_");
        self.targets.of(&self.no_targets.iter().fold(text.to_owned(), others))
    }

    /// The words for classes of things hit.
    pub fn target_names(&self, bits: u32) -> Vec<&str> {
        self.targets.names(bits)
    }

    /// Whether a sentence in small letters says that its number is the latest of several.
    pub fn tells_a_rise(&self, sentence: &str) -> bool {
        self.rising.iter().any(|phrase| sentence.contains(phrase.as_str()))
    }

    /// Whether a word in small letters says nothing on which happening is meant, or is
    /// weighed as a thing hit or a weapon.
    pub fn is_plain(&self, word: &str) -> bool {
        self.plain.contains(word) || self.targets.has_word(word) || self.weapons.has_word(word)
    }
}

fn sorted((a, b): (EventType, EventType)) -> (EventType, EventType) {
    (a.min(b), a.max(b))
}

/// Classes of words, told by their beginnings; a phrase is told by its words.
pub struct WordClasses {
    /// The names of the classes, by the bit that stands for each.
    names: Vec<String>,
    /// Beginnings and phrases, each with its class.
    beginnings: Vec<(String, usize)>,
}

impl WordClasses {
    fn new(classes: BTreeMap<String, Vec<String>>) -> Self {
        let mut names = Vec::new();
        let mut beginnings = Vec::new();
        for (class, (name, words)) in classes.into_iter().take(32).enumerate() {
            names.push(name);
            beginnings.extend(words.into_iter().map(|word| (word, class)));
        }
        Self { names, beginnings }
    }

    /// A bit for each class of which the text, in small letters, has a word.
    pub fn of(&self, text: &str) -> u32 {
        let begins = |word: &str| {
            text.match_indices(word).any(|(at, _)| {
                let letter_before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
                let rest = &text[at + word.len()..];
                let rest = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
                // Short words must end there: "ied" is not in "died", nor "mine" in "mined".
                let ends = if word.len() <= 4 { matches!(rest, "" | "s") } else { rest.len() <= 6 };
                !letter_before && ends
            })
        };
        let found = self.beginnings.iter().filter(|(word, _)| begins(word));
        found.fold(0, |bits, (_, class)| bits | 1 << class)
    }

    /// Whether a single word in small letters belongs to a class.
    pub fn has_word(&self, word: &str) -> bool {
        let ends = |beginning: &str, rest: &str| match beginning.len() {
            0..=4 => matches!(rest, "" | "s"),
            _ => rest.len() <= 6,
        };
        self.beginnings
            .iter()
            .any(|(b, _)| word.strip_prefix(b.as_str()).is_some_and(|r| ends(b, r)))
    }

    /// The names of the classes whose bits are set.
    pub fn names(&self, bits: u32) -> Vec<&str> {
        let named = self.names.iter().enumerate().filter(|(class, _)| bits & (1 << class) != 0);
        named.map(|(_, name)| name.as_str()).collect()
    }
}

#[derive(Default, Deserialize)]
struct File {
    threshold: f32,
    points: MergePoints,
    kin: Vec<Kin>,
    targets: BTreeMap<String, Vec<String>>,
    weapons: BTreeMap<String, Vec<String>>,
    hours: BTreeMap<String, Hours>,
    confidence: ConfidenceWeights,
    words: Words,
    #[serde(default)]
    example: Vec<MergeExample>,
}

#[derive(Deserialize)]
struct Kin {
    types: (EventType, EventType),
    points: f32,
}

#[derive(Default, Deserialize)]
struct Words {
    rising: Vec<String>,
    no_targets: Vec<String>,
    plain: String,
}

/// Two articles of one report each, and whether they tell of one happening.
#[derive(Clone, Debug, Deserialize)]
pub struct MergeExample {
    /// What it is an example of.
    pub what: String,
    /// Day of publication and text.
    pub a: (String, String),
    /// Day of publication and text.
    pub b: (String, String),
    /// Whether they tell of one happening.
    pub same: bool,
}

/// The examples in the file, for tests.
pub fn merge_examples() -> Vec<MergeExample> {
    toml::from_str::<File>(FILE).unwrap_or_default().example
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn the_file_on_merging_can_be_read() {
        toml::from_str::<File>(FILE).expect("the file on merging");
    }

    #[test]
    fn classes_are_told_by_whole_beginnings_of_words() {
        let weapons = MergeRules::bundled().weapons;
        assert_eq!(weapons.names(weapons.of("he died in the blast of a car bomb")), ["explosive"]);
        assert_eq!(weapons.names(weapons.of("mortars and drones")), ["artillery", "drone"]);
        assert_eq!(weapons.names(weapons.of("a determined miner in a mineshaft")), [""; 0]);
    }
}
