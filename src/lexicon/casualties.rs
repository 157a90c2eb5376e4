//! Words that count the dead and the hurt, read from `assets/words/casualties.toml`.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

/// Words that count the dead and the hurt, in lower case.
#[derive(Default, Deserialize)]
pub struct CasualtyWords {
    /// "killed", "dead".
    pub killed: HashSet<String>,
    /// "wounded", "injured".
    pub wounded: HashSet<String>,
    /// Those of both after which a number may follow.
    pub looks_ahead: HashSet<String>,
    /// People who can be counted.
    pub people: HashSet<String>,
    /// Those of them who fight.
    pub military: HashSet<String>,
    /// Before a number that names only some of those counted already.
    pub parts: HashSet<String>,
    /// Phrases that make a number a lower limit.
    pub at_least: Vec<String>,
    /// Phrases that make a number an upper limit.
    pub at_most: Vec<String>,
    /// Words for an unknown number and the least that they mean.
    pub vague: BTreeMap<String, u32>,
}

impl CasualtyWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        toml::from_str(include_str!("../../assets/words/casualties.toml")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_casualty_words_can_be_read() {
        assert!(CasualtyWords::bundled().killed.contains("killed"));
    }
}
