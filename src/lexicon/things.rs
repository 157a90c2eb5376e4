//! Words for weapons and for what is damaged, by class.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

/// Names of things of one or more words, each with its class.
#[derive(Default)]
pub struct Things {
    /// By the last word: the words before it, and the class; the longest first.
    by_last: HashMap<String, Vec<(Vec<String>, String)>>,
}

impl Things {
    fn new(classes: BTreeMap<String, Vec<String>>) -> Self {
        let mut by_last: HashMap<String, Vec<(Vec<String>, String)>> = HashMap::new();
        for (class, names) in classes {
            for name in names {
                let mut words: Vec<String> = name.split(' ').map(str::to_owned).collect();
                let Some(last) = words.pop() else { continue };
                by_last.entry(last).or_default().push((words, class.clone()));
            }
        }
        for names in by_last.values_mut() {
            names.sort_by_key(|(before, _)| std::cmp::Reverse(before.len()));
        }
        Self { by_last }
    }

    /// The class of the thing whose name ends in the lemma `last`, and how many words
    /// before it belong to the name. `before` gives the word so many words before, in
    /// lower case.
    pub fn class<W: AsRef<str>>(
        &self,
        last: &str,
        before: impl Fn(usize) -> W,
    ) -> Option<(&str, usize)> {
        let names = self.by_last.get(last)?;
        names.iter().find_map(|(words, class)| {
            let fits = words.iter().rev().enumerate().all(|(n, w)| before(n + 1).as_ref() == w);
            fits.then_some((class.as_str(), words.len()))
        })
    }
}

/// Weapons and the grammar around them.
#[derive(Default)]
pub struct WeaponWords {
    /// Nouns by class.
    pub nouns: Things,
    /// Verbs, lemmas, that tell of a weapon by themselves: "shell".
    pub verbs: HashMap<String, String>,
    /// Verbs, lemmas, whose object is the weapon: "fire".
    pub fires: HashSet<String>,
    /// Nouns, lemmas, of which a weapon before them is the means: "attack", "fire".
    pub carriers: HashSet<String>,
}

/// What is damaged and the grammar around it. Verbs and nouns are lemmas.
#[derive(Default)]
pub struct DamageWords {
    /// Nouns by class.
    pub nouns: Things,
    /// Verbs whose object is hit.
    pub damages: HashSet<String>,
    /// Verbs whose object is no more.
    pub destroys: HashSet<String>,
    /// Verbs whose subject is damaged: "collapse".
    pub suffers: HashSet<String>,
    /// Nouns with "of" or "to": "damage to a school".
    pub of: HashSet<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WeaponFile {
    verbs: BTreeMap<String, Vec<String>>,
    fires: HashSet<String>,
    carriers: HashSet<String>,
    classes: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DamageFile {
    damages: HashSet<String>,
    destroys: HashSet<String>,
    suffers: HashSet<String>,
    of: HashSet<String>,
    classes: BTreeMap<String, Vec<String>>,
}

/// The file of weapons as it is written.
pub const WEAPON_FILE: &str = include_str!("../../assets/words/weapons.toml");
/// The file of what is damaged as it is written.
pub const DAMAGE_FILE: &str = include_str!("../../assets/words/damage.toml");

impl WeaponWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        let file: WeaponFile = toml::from_str(WEAPON_FILE).unwrap_or_default();
        let verbs = file
            .verbs
            .into_iter()
            .flat_map(|(class, verbs)| verbs.into_iter().map(move |verb| (verb, class.clone())));
        Self {
            verbs: verbs.collect(),
            nouns: Things::new(file.classes),
            fires: file.fires,
            carriers: file.carriers,
        }
    }
}

impl DamageWords {
    /// The bundled words.
    pub fn bundled() -> Self {
        let file: DamageFile = toml::from_str(DAMAGE_FILE).unwrap_or_default();
        Self {
            nouns: Things::new(file.classes),
            damages: file.damages,
            destroys: file.destroys,
            suffers: file.suffers,
            of: file.of,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_tells_the_class() {
        let weapons = WeaponWords::bundled();
        let before = |word: &'static str| move |n: usize| if n == 1 { word } else { "" };
        assert_eq!(weapons.nouns.class("bomb", before("car")), Some(("car_bomb", 1)));
        assert_eq!(weapons.nouns.class("bomb", before("a")), Some(("bomb", 0)));
    }

    #[test]
    fn the_file_of_damage_can_be_read() {
        let damage = DamageWords::bundled();
        assert_eq!(damage.nouns.class("house", |_| ""), Some(("homes", 0)));
    }
}
