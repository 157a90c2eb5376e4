//! Verbs of speech and words for those who speak, read from `assets/words/claims.toml`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use crate::model::{SourceKind, Stance};

/// Words by which claims are known. Verbs are lemmas, all is in lower case.
#[derive(Default)]
pub struct ClaimWords {
    verbs: HashMap<String, Stance>,
    of_things: HashSet<String>,
    sources: HashMap<String, SourceKind>,
    /// "Responsibility", "credit".
    pub owns: HashSet<String>,
    /// What takes these: "claim", "take".
    pub takes_on: HashSet<String>,
    /// What a denial is of, where it does not name the deed.
    pub charge: HashSet<String>,
    /// "Was quoted as saying".
    pub quotes: HashSet<String>,
    /// Nouns that hold what is said: "statement".
    pub statements: HashSet<String>,
}

/// A verb by which somebody says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechVerb {
    /// How the speaker stands to what is said.
    pub stance: Stance,
    /// Whether things that happened are its object as well: "confirmed the attack".
    pub of_things: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    verbs: HashMap<Stance, Vec<String>>,
    of_things: HashSet<String>,
    owns: HashSet<String>,
    takes_on: HashSet<String>,
    charge: HashSet<String>,
    quotes: HashSet<String>,
    statements: HashSet<String>,
    sources: HashMap<SourceKind, Vec<String>>,
}

/// The file as it is written.
pub const FILE: &str = include_str!("../../assets/words/claims.toml");

impl ClaimWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        Self {
            verbs: turned(file.verbs),
            of_things: file.of_things,
            sources: turned(file.sources),
            owns: file.owns,
            takes_on: file.takes_on,
            charge: file.charge,
            quotes: file.quotes,
            statements: file.statements,
        }
    }

    /// How somebody speaks by this verb, if it is one of speech.
    pub fn verb(&self, lemma: &str) -> Option<SpeechVerb> {
        let stance = *self.verbs.get(lemma)?;
        Some(SpeechVerb { stance, of_things: self.of_things.contains(lemma) })
    }

    /// What sort of source a word in lower case names.
    pub fn source(&self, word: &str) -> Option<SourceKind> {
        self.sources.get(word).copied()
    }
}

/// From words by class to classes by word.
fn turned<C: Copy>(classes: HashMap<C, Vec<String>>) -> HashMap<String, C> {
    let of_class = |(class, words): (C, Vec<String>)| words.into_iter().map(move |w| (w, class));
    classes.into_iter().flat_map(of_class).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_claims_can_be_read() {
        assert!(toml::from_str::<File>(FILE).is_ok(), "{:?}", toml::from_str::<File>(FILE).err());
        let words = ClaimWords::bundled();
        assert_eq!(words.verb("deny").map(|verb| verb.stance), Some(Stance::Denies));
        assert_eq!(words.source("ministry"), Some(SourceKind::Office));
    }

    #[test]
    fn no_word_is_in_two_lists() {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        let all = file.verbs.values().flatten().count();
        assert_eq!(ClaimWords::bundled().verbs.len(), all, "verbs");
        let all = file.sources.values().flatten().count();
        assert_eq!(ClaimWords::bundled().sources.len(), all, "sources");
    }
}
