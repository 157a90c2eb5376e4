//! What says that something happened, and what says that it did not.
//!
//! The formats are described in `assets/rules/events/README.md`.

use regex::Regex;
use serde::Deserialize;

use crate::model::{EventType, RemarkKind};

/// A pattern that tells of an event.
pub struct EventRule {
    /// What happened.
    pub event_type: EventType,
    /// How much it tells by itself.
    pub strength: Strength,
    /// Over a sentence without its markup.
    pub pattern: Regex,
}

/// How much a pattern tells by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Counts only where no other pattern finds an event in the sentence.
    Casualty,
    /// Needs a date, a number of dead or hurt, or a place in the same sentence.
    Weak,
    /// Tells of an event by itself.
    Strong,
}

/// A pattern that makes a trigger no event, or not yet one.
pub struct ContextRule {
    /// What sort of remark it leaves.
    pub kind: RemarkKind,
    /// Where the pattern is matched.
    pub context: Context,
    /// The reason to show.
    pub message: String,
    pattern: Regex,
}

/// Where a context pattern is matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Against the words up to the trigger.
    Before,
    /// Against the words behind the trigger.
    After,
    /// Anywhere in the sentence.
    Sentence,
}

impl ContextRule {
    /// Whether the rule fits a trigger at these bytes of the sentence.
    pub fn fits(&self, sentence: &str, start: usize, end: usize) -> bool {
        let (first, last) = (near(sentence, start, false), near(sentence, end, true));
        let words = match self.context {
            Context::Before => sentence.get(first..start),
            Context::After => sentence.get(end..last),
            Context::Sentence => sentence.get(first..last),
        };
        words.is_some_and(|words| self.pattern.is_match(words))
    }
}

/// A byte some way before or after another, on a character boundary: as far as the words
/// around a trigger may matter. A sentence without an end is not read again and again.
fn near(sentence: &str, at: usize, ahead: bool) -> usize {
    const REACH: usize = 600;
    let mut found = if ahead { at + REACH } else { at.saturating_sub(REACH) };
    while found < sentence.len() && !sentence.is_char_boundary(found) {
        found += 1;
    }
    found.min(sentence.len())
}

#[derive(Deserialize)]
struct EventFile {
    #[serde(rename = "type")]
    event_type: EventType,
    rule: Vec<RawEventRule>,
}

#[derive(Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
struct RawEventRule {
    #[serde(rename = "match")]
    pattern: String,
    strength: Strength,
    finds: Vec<(String, String)>,
    #[serde(default)]
    misses: Vec<String>,
}

const EVENT_FILES: [&str; 13] = [
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
];

const CONTEXT_FILE: &str = include_str!("../../assets/rules/not_events.toml");

/// The rules of `assets/rules/events/`, in the order of the types.
pub fn bundled() -> Vec<EventRule> {
    let files = EVENT_FILES.iter().filter_map(|text| toml::from_str::<EventFile>(text).ok());
    files
        .flat_map(|file| {
            let event_type = file.event_type;
            file.rule.into_iter().filter_map(move |raw| {
                let strength = raw.strength;
                let pattern = compile(&raw.pattern)?;
                Some(EventRule { event_type, strength, pattern })
            })
        })
        .collect()
}

fn compile(pattern: &str) -> Option<Regex> {
    let ascii_words = pattern.replace(r"\w", "[A-Za-z0-9]");
    Regex::new(&format!(r"(?i)(?-u:\b{{start-half}})(?:{ascii_words})(?-u:\b{{end-half}})")).ok()
}

#[derive(Deserialize, Default)]
struct ContextFile {
    rule: Vec<RawContextRule>,
}

#[derive(Deserialize)]
struct RawContextRule {
    kind: RemarkKind,
    before: Option<String>,
    after: Option<String>,
    sentence: Option<String>,
    message: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    finds: Vec<String>,
}

/// The rules of `assets/rules/not_events.toml`, in the order of the file.
pub fn bundled_contexts() -> Vec<ContextRule> {
    let file: ContextFile = toml::from_str(CONTEXT_FILE).unwrap_or_default();
    file.rule.into_iter().filter_map(context_rule).collect()
}

fn context_rule(raw: RawContextRule) -> Option<ContextRule> {
    let (context, pattern) = match (raw.before, raw.after, raw.sentence) {
        (Some(pattern), _, _) => (Context::Before, pattern),
        (_, Some(pattern), _) => (Context::After, pattern),
        (_, _, pattern) => (Context::Sentence, pattern?),
    };
    let pattern = Regex::new(&format!("(?i){pattern}")).ok()?;
    Some(ContextRule { kind: raw.kind, context, message: raw.message, pattern })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn files() -> Vec<EventFile> {
        EVENT_FILES.iter().map(|text| toml::from_str(text).expect("a rules file")).collect()
    }

    #[test]
    fn every_rule_of_every_file_compiles() {
        let written: usize = files().iter().map(|file| file.rule.len()).sum();
        assert_eq!(bundled().len(), written);
        let contexts: ContextFile = toml::from_str(CONTEXT_FILE).expect("the contexts file");
        assert_eq!(bundled_contexts().len(), contexts.rule.len());
    }

    #[test]
    fn every_rule_finds_its_examples() {
        let mut wrong = Vec::new();
        for rule in files().into_iter().flat_map(|file| file.rule) {
            let pattern = compile(&rule.pattern).expect("a pattern");
            for (text, trigger) in &rule.finds {
                let found = pattern.find(text).map(|m| m.as_str().trim());
                if found != Some(trigger.as_str()) {
                    wrong.push(format!("{text:?} gives {found:?}"));
                }
            }
            for text in &rule.misses {
                if let Some(found) = pattern.find(text) {
                    wrong.push(format!("{text:?} gives {:?}", found.as_str()));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn every_context_rule_finds_its_examples() {
        let raw: ContextFile = toml::from_str(CONTEXT_FILE).expect("the contexts file");
        let trigger = Regex::new("shell(?:ed|ing)?").expect("a pattern");
        for rule in raw.rule {
            let examples = rule.finds.clone();
            let rule = context_rule(rule).expect("a rule");
            for text in examples {
                let last = trigger.find_iter(&text).last().expect("a trigger");
                assert!(rule.fits(&text, last.start(), last.end()), "in {text:?}");
            }
        }
    }
}
