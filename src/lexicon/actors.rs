//! Alliances, armed groups and other actors that are not countries.

use std::collections::HashMap;

use serde::Deserialize;

use crate::model::CountryCode;

/// Actors by name.
pub struct Actors {
    entries: Vec<ActorEntry>,
    /// The names by their first word in lower case: entry, then name, the longest first.
    by_first_word: HashMap<String, Vec<(usize, usize)>>,
}

/// An actor and its names.
#[derive(Clone, Debug, Deserialize)]
pub struct ActorEntry {
    /// As they are written; the first is the one to show.
    pub names: Vec<String>,
    /// The country it belongs to, where it belongs to one.
    pub country: Option<CountryCode>,
    /// What sort of actor.
    pub kind: ActorKind,
    /// Those of the names that mean other things as well.
    #[serde(default)]
    pub unsure: Vec<String>,
}

/// What sort of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// An alliance, a mission, a body of several states.
    International,
    /// Forces of a state.
    State,
    /// An armed group against a state.
    Rebel,
    /// An armed group beside a state, of a people or a village.
    Militia,
    /// A gang, a cartel.
    Criminal,
    /// A party.
    Political,
}

/// An actor whose name was found.
#[derive(Clone, Copy, Debug)]
pub struct ActorMatch<'a> {
    /// Who.
    pub entry: &'a ActorEntry,
    /// The bytes of the name.
    pub length: usize,
    /// Whether the name means other things as well.
    pub unsure: bool,
}

#[derive(Deserialize, Default)]
struct File {
    actor: Vec<ActorEntry>,
}

/// The file as it is written.
pub const FILE: &str = include_str!("../../assets/words/actors.toml");

impl Actors {
    /// The actors of `assets/words/actors.toml`.
    pub fn bundled() -> Self {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        let entries = file.actor;
        let mut by_first_word: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            for (name, words) in entry.names.iter().enumerate() {
                by_first_word.entry(first_word(words)).or_default().push((number, name));
            }
        }
        for names in by_first_word.values_mut() {
            names.sort_by_key(|&(entry, name)| std::cmp::Reverse(entries[entry].names[name].len()));
        }
        Self { entries, by_first_word }
    }

    /// The actor whose name stands at the start of `text`, in whole words. The longest
    /// name wins. The case of names of several words does not matter.
    pub fn at<'a>(&'a self, text: &str) -> Option<ActorMatch<'a>> {
        self.all_at(text).next()
    }

    /// All actors with this name: several only where the name is unsure.
    pub fn all_at<'a>(&'a self, text: &str) -> impl Iterator<Item = ActorMatch<'a>> {
        let names = self.by_first_word.get(&first_word(text)).map_or(&[][..], Vec::as_slice);
        let fits =
            |&&(entry, name): &&(usize, usize)| stands_at(&self.entries[entry].names[name], text);
        let length =
            names.iter().find(fits).map(|&(entry, name)| self.entries[entry].names[name].len());
        let same = names.iter().filter(fits).filter_map(move |&(entry, name)| {
            let entry = &self.entries[entry];
            let name = &entry.names[name];
            (Some(name.len()) == length).then(|| ActorMatch {
                entry,
                length: name.len(),
                unsure: entry.unsure.contains(name),
            })
        });
        same.collect::<Vec<_>>().into_iter()
    }
}

fn stands_at(name: &str, text: &str) -> bool {
    let Some((head, rest)) = text.split_at_checked(name.len()) else { return false };
    let same = head == name
        || name.contains(' ')
            && head.starts_with(char::is_uppercase)
            && head.eq_ignore_ascii_case(name);
    same && !rest.starts_with(char::is_alphanumeric)
}

/// The letters and digits at the start, in lower case.
fn first_word(text: &str) -> String {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text[..end].to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_actors_can_be_read() {
        let read: Result<File, _> = toml::from_str(FILE);
        assert!(read.is_ok_and(|file| !file.actor.is_empty()));
    }

    #[test]
    fn an_alias_leads_to_the_name_to_show() {
        let actors = Actors::bundled();
        let found = actors.at("Rapid Support Forces fighters");
        assert_eq!(found.map(|m| (m.entry.names[0].as_str(), m.length)), Some(("RSF", 20)));
    }

    #[test]
    fn short_names_with_other_meanings_are_unsure() {
        let actors = Actors::bundled();
        assert_eq!(actors.at("ETA 14:30").map(|m| m.unsure), Some(true));
        assert_eq!(actors.at("Hamas said").map(|m| m.unsure), Some(false));
    }

    #[test]
    fn a_name_of_two_actors_is_unsure_for_both() {
        let actors = Actors::bundled();
        let mut seen: HashMap<String, (&str, bool)> = HashMap::new();
        for entry in &actors.entries {
            for name in &entry.names {
                let key = if name.contains(' ') { name.to_lowercase() } else { name.clone() };
                let own = (entry.names[0].as_str(), entry.unsure.contains(name));
                let known = *seen.entry(key).or_insert(own);
                assert!(known.0 == own.0 || known.1 && own.1, "{name}: {} and {}", known.0, own.0);
            }
            assert!(
                entry.unsure.iter().all(|name| entry.names.contains(name)),
                "{:?}",
                entry.names
            );
        }
    }
}
