//! What says that something happened, and what says that it did not.
//!
//! The formats are described in `assets/rules/events/README.md`.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use crate::model::{EventType, RemarkKind};

/// The words that tell of events, what must stand around them, and what takes it back.
#[derive(Default)]
pub struct EventRules {
    frames: Vec<Frame>,
    verbs: Index,
    nouns: Index,
    classes: HashMap<String, Classes>,
    names: Vec<String>,
    /// What makes a trigger no event, or not yet one; the first that fits counts.
    pub vetoes: Vec<Veto>,
    /// Words of grammar that the reading of events asks for.
    pub grammar: Grammar,
}

/// Triggers by the lemma of their head.
type Index = HashMap<String, Vec<Trigger>>;

/// One way to say that something happened: a head and the words that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The frame it needs, by number.
    frame: usize,
    /// The lemmas beside the head, in the order they are written: "under", "fire".
    pub rest: Vec<String>,
}

/// What must stand around a trigger, and what it then tells.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What happened.
    pub event_type: EventType,
    /// How much it tells by itself.
    pub strength: Strength,
    /// One of these must do it; empty for anyone, also nobody.
    pub subject: Classes,
    /// To one of these it must be done; empty for anything, also nothing.
    pub object: Classes,
    /// One of these must be among all that takes part.
    pub any: Classes,
    /// None of these may take part.
    pub unless: Classes,
    /// To none of these it may be done.
    pub unless_object: Classes,
    /// The sub-event type of ACLED.
    pub acled: String,
    /// The event and mode of PLOVER, as in "ASSAULT/aerial".
    pub plover: String,
}

/// Classes of words: a set of at most 64.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Frame {
    /// How many conditions it has: of two that fit, the narrower one tells more.
    pub fn narrowness(&self) -> usize {
        [self.subject, self.object, self.any].iter().filter(|set| !set.is_empty()).count()
    }
}

impl Classes {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the two have one in common.
    pub fn meets(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Those of both.
    pub fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// How much a trigger tells by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Goes on for long: needs a date of its own, or a number of dead or hurt.
    Lasting,
    /// Tells of deaths, and needs their number, a place or a day; how they came about,
    /// other words of the sentence say.
    Casualty,
    /// Needs a date, a number of dead or hurt, or a place in the same sentence.
    Weak,
    /// Tells of an event by itself.
    Strong,
}

/// Words that make a trigger no event, or not yet one. All are lemmas.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// What sort of remark it leaves.
    pub kind: RemarkKind,
    /// The reason to show.
    pub message: String,
    /// The trigger is what they are about: "deny", "threaten".
    #[serde(default)]
    pub verbs: HashSet<String>,
    /// The trigger is what they are about: "threat", "plan".
    #[serde(default)]
    pub nouns: HashSet<String>,
    /// Helping verbs: "could".
    #[serde(default)]
    pub helpers: HashSet<String>,
    /// Words that open a clause: "if".
    #[serde(default)]
    pub openers: HashSet<String>,
    /// Words that stand with the trigger: "no", "possible".
    #[serde(default)]
    pub beside: HashSet<String>,
    /// Prepositions before the trigger: "without".
    #[serde(default)]
    pub prepositions: HashSet<String>,
    /// Anywhere in the sentence: "tournament".
    #[serde(default)]
    pub anywhere: HashSet<String>,
    /// Types that it does not take back: who will ask for help asks for it.
    #[serde(default)]
    pub spares: HashSet<EventType>,
    /// Examples with the trigger "shell", for the tests.
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    finds: Vec<String>,
}

/// Words of grammar that the reading of events asks for. All are lemmas.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Verbs that say that their subject happens: "take", "erupt".
    pub occur: HashSet<String>,
    /// Verbs that say that their object is done: "launch".
    pub carry_out: HashSet<String>,
    /// Verbs after which "to do" is done: "begin", "manage".
    pub done: HashSet<String>,
    /// Nouns before which a trigger is more than a description: "campaign".
    pub happening: HashSet<String>,
    /// Verbs that, in the passive, tell what happened with care: "feared dead", "believed to be".
    pub reported: HashSet<String>,
    /// Words for deaths and injuries that need not be of violence: "die".
    pub peaceful: HashSet<String>,
    /// Words that tell a thing from those told before: "another", "also".
    pub further: HashSet<String>,
    /// Helping verbs of past and passive, which change nothing: "be", "have".
    pub plain_helpers: HashSet<String>,
}

impl EventRules {
    /// The rules that are part of the program. Files are tested; one that cannot be read
    /// is left out.
    pub fn bundled() -> Self {
        let words: WordFile = toml::from_str(WORDS).unwrap_or_default();
        let mut rules = Self { grammar: words.grammar, ..Self::default() };
        rules.add_classes(words.classes);
        for text in EVENT_FILES {
            if let Ok(file) = toml::from_str::<EventFile>(text) {
                rules.add_file(file);
            }
        }
        let vetoes: VetoFile = toml::from_str(VETOES).unwrap_or_default();
        rules.vetoes = vetoes.rule;
        rules
    }

    fn add_classes(&mut self, classes: BTreeMap<String, Vec<String>>) {
        self.names = GRAMMATICAL_CLASSES.map(str::to_owned).to_vec();
        for (name, lemmas) in classes {
            let bit = self.bit(&name).unwrap_or_else(|| {
                self.names.push(name);
                self.names.len() - 1
            });
            for lemma in lemmas {
                let entry = self.classes.entry(lemma).or_default();
                *entry = entry.with(Classes(1 << bit));
            }
        }
    }

    fn bit(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name).filter(|bit| *bit < 64)
    }

    fn add_file(&mut self, file: EventFile) {
        for raw in file.class {
            let number = self.frames.len();
            for phrase in &raw.verbs {
                add(&mut self.verbs, phrase, number, 0);
            }
            for phrase in &raw.nouns {
                add(&mut self.nouns, phrase, number, head_of_noun_phrase(phrase));
            }
            self.frames.push(Frame {
                event_type: file.event_type,
                strength: raw.strength,
                subject: self.set(&raw.subject),
                object: self.set(&raw.object),
                any: self.set(&raw.any),
                unless: self.set(&raw.unless),
                unless_object: self.set(&raw.unless_object),
                acled: raw.acled,
                plover: raw.plover,
            });
        }
    }

    /// The classes of these names; unknown names are left out.
    pub fn set<S: AsRef<str>>(&self, names: &[S]) -> Classes {
        let bits = names.iter().filter_map(|name| self.bit(name.as_ref()));
        Classes(bits.fold(0, |set, bit| set | 1 << bit))
    }

    /// The classes of a lemma in lower case.
    pub fn classes(&self, lemma: &str) -> Classes {
        self.classes.get(lemma).copied().unwrap_or_default()
    }

    /// The triggers with this head, a verb.
    pub fn verbs(&self, lemma: &str) -> &[Trigger] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// The triggers with this head, a noun.
    pub fn nouns(&self, lemma: &str) -> &[Trigger] {
        self.nouns.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// What a trigger needs and tells.
    pub fn frame(&self, trigger: &Trigger) -> &Frame {
        &self.frames[trigger.frame]
    }
}

fn add(index: &mut Index, phrase: &str, frame: usize, head: usize) {
    let mut rest: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
    if head < rest.len() {
        let lemma = rest.remove(head);
        index.entry(lemma).or_default().push(Trigger { frame, rest });
    }
}

/// "air strike" is a strike, "exchange of fire" an exchange.
fn head_of_noun_phrase(phrase: &str) -> usize {
    let words: Vec<&str> = phrase.split(' ').collect();
    let link = words.iter().position(|word| matches!(*word, "of" | "for" | "on" | "to" | "in"));
    link.unwrap_or(words.len()).saturating_sub(1)
}

/// Classes that the grammar gives, not a list of words: names of places and of persons,
/// other names, numbers.
const GRAMMATICAL_CLASSES: [&str; 4] = ["place", "person", "side", "number"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventFile {
    #[serde(rename = "type")]
    event_type: EventType,
    class: Vec<RawFrame>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
struct RawFrame {
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    strength: Strength,
    #[serde(default)]
    subject: Vec<String>,
    #[serde(default)]
    object: Vec<String>,
    #[serde(default)]
    any: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    unless_object: Vec<String>,
    acled: String,
    plover: String,
    finds: Vec<(String, String)>,
    #[serde(default)]
    misses: Vec<String>,
}

const EVENT_FILES: [&str; 14] = [
    include_str!("../../assets/rules/events/battle.toml"),
    include_str!("../../assets/rules/events/shelling_missile.toml"),
    include_str!("../../assets/rules/events/air_drone_strike.toml"),
    include_str!("../../assets/rules/events/ied_mine_suicide.toml"),
    include_str!("../../assets/rules/events/attack_on_civilians.toml"),
    include_str!("../../assets/rules/events/abduction_arrest.toml"),
    include_str!("../../assets/rules/events/territory_taken.toml"),
    include_str!("../../assets/rules/events/troop_deployment_movement.toml"),
    include_str!("../../assets/rules/events/ceasefire_agreement.toml"),
    include_str!("../../assets/rules/events/talks_diplomacy.toml"),
    include_str!("../../assets/rules/events/appeal_request.toml"),
    include_str!("../../assets/rules/events/protest_riot.toml"),
    include_str!("../../assets/rules/events/aid_humanitarian.toml"),
    include_str!("../../assets/rules/events/other.toml"),
];

const WORDS: &str = include_str!("../../assets/words/event_words.toml");

const VETOES: &str = include_str!("../../assets/rules/not_events.toml");

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordFile {
    grammar: Grammar,
    classes: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct VetoFile {
    rule: Vec<Veto>,
}

/// The examples of the rules' files, for tests that have the grammar.
#[cfg(test)]
pub mod examples {
    use super::*;

    /// A sentence and what must, or must not, be found in it.
    pub struct Example {
        /// The words.
        pub sentence: String,
        /// What they tell of, or do not.
        pub event_type: EventType,
        /// The words of the trigger; `None` where nothing of the type may be found.
        pub trigger: Option<String>,
    }

    /// All examples and counter-examples of `assets/rules/events/`.
    pub fn of_events() -> Vec<Example> {
        let mut examples = Vec::new();
        for text in EVENT_FILES {
            let Ok(file) = toml::from_str::<EventFile>(text) else { continue };
            let event_type = file.event_type;
            for raw in file.class {
                let finds = raw.finds.into_iter().map(|(text, trigger)| (text, Some(trigger)));
                let misses = raw.misses.into_iter().map(|text| (text, None));
                let all = finds.chain(misses);
                examples.extend(all.map(|(sentence, trigger)| Example {
                    sentence,
                    event_type,
                    trigger,
                }));
            }
        }
        examples
    }

    /// All examples of `assets/rules/not_events.toml`, with the sort of their remark.
    pub fn of_vetoes() -> Vec<(String, RemarkKind)> {
        let file: VetoFile = toml::from_str(VETOES).unwrap_or_default();
        let all = file.rule.into_iter().flat_map(|veto| {
            let kind = veto.kind;
            veto.finds.into_iter().map(move |text| (text, kind))
        });
        all.collect()
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_rules_can_be_read() {
        for text in EVENT_FILES {
            toml::from_str::<EventFile>(text).expect("a rules file");
        }
        toml::from_str::<WordFile>(WORDS).expect("the word classes");
        toml::from_str::<VetoFile>(VETOES).expect("the vetoes");
    }

    #[test]
    fn every_class_that_a_rule_names_exists() {
        let rules = EventRules::bundled();
        assert!(rules.names.len() <= 64, "at most 64 classes");
        let raw = EVENT_FILES
            .iter()
            .flat_map(|text| toml::from_str::<EventFile>(text).expect("a rules file").class);
        let unknown: Vec<String> = raw
            .flat_map(|raw| {
                [raw.subject, raw.object, raw.any, raw.unless, raw.unless_object].concat()
            })
            .filter(|name| rules.bit(name).is_none())
            .collect();
        assert_eq!(unknown, Vec::<String>::new());
    }

    #[test]
    fn there_are_at_least_six_hundred_triggers() {
        let rules = EventRules::bundled();
        let mut ways = std::collections::BTreeSet::new();
        for (part, index) in [("verb", &rules.verbs), ("noun", &rules.nouns)] {
            for (head, triggers) in index {
                ways.extend(triggers.iter().map(|t| (part, head, &t.rest)));
            }
        }
        assert!(ways.len() >= 600, "only {}", ways.len());
    }

    #[test]
    fn codes_are_those_of_the_two_schemes() {
        const ACLED: [&str; 25] = [
            "Armed clash",
            "Government regains territory",
            "Non-state actor overtakes territory",
            "Chemical weapon",
            "Air/drone strike",
            "Suicide bomb",
            "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED",
            "Grenade",
            "Sexual violence",
            "Attack",
            "Abduction/forced disappearance",
            "Peaceful protest",
            "Protest with intervention",
            "Excessive force against protesters",
            "Violent demonstration",
            "Mob violence",
            "Agreement",
            "Arrests",
            "Change to group/activity",
            "Disrupted weapons use",
            "Headquarters or base established",
            "Looting/property destruction",
            "Non-violent transfer of territory",
            "Other",
        ];
        const PLOVER: [&str; 16] = [
            "AGREE",
            "CONSULT",
            "SUPPORT",
            "CONCEDE",
            "COOPERATE",
            "AID",
            "RETREAT",
            "REQUEST",
            "ACCUSE",
            "REJECT",
            "THREATEN",
            "PROTEST",
            "SANCTION",
            "MOBILIZE",
            "COERCE",
            "ASSAULT",
        ];
        for frame in EventRules::bundled().frames {
            assert!(ACLED.contains(&frame.acled.as_str()), "{}", frame.acled);
            let event = frame.plover.split('/').next().unwrap_or_default();
            assert!(PLOVER.contains(&event), "{}", frame.plover);
        }
    }
}
