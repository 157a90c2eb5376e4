//! Alliances, armed groups and other actors that are not countries.

use serde::Deserialize;

use crate::model::CountryCode;

/// Actors by name.
pub struct Actors {
    entries: Vec<ActorEntry>,
}

/// An actor and its names.
#[derive(Clone, Debug, Deserialize)]
pub struct ActorEntry {
    /// As they are written; the first is the one to show.
    pub names: Vec<String>,
    /// The country it belongs to, where it belongs to one.
    pub country: Option<CountryCode>,
}

#[derive(Deserialize, Default)]
struct File {
    actor: Vec<ActorEntry>,
}

impl Actors {
    /// The actors of `assets/words/actors.toml`.
    pub fn bundled() -> Self {
        let file: File =
            toml::from_str(include_str!("../../assets/words/actors.toml")).unwrap_or_default();
        Self { entries: file.actor }
    }

    /// The actor whose name stands at the start of `text`, in whole words, and the
    /// length of the name in bytes. The longest name wins.
    pub fn at<'a>(&'a self, text: &str) -> Option<(&'a ActorEntry, usize)> {
        let names = self.entries.iter().flat_map(|e| e.names.iter().map(move |name| (e, name)));
        names
            .filter(|(_, name)| {
                text.strip_prefix(name.as_str())
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
            .max_by_key(|(_, name)| name.len())
            .map(|(entry, name)| (entry, name.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_actors_can_be_read() {
        let read: Result<File, _> = toml::from_str(include_str!("../../assets/words/actors.toml"));
        assert!(read.is_ok_and(|file| !file.actor.is_empty()));
    }

    #[test]
    fn an_alias_leads_to_the_name_to_show() {
        let actors = Actors::bundled();
        let found = actors.at("Rapid Support Forces fighters");
        assert_eq!(found.map(|(e, n)| (e.names[0].as_str(), n)), Some(("RSF", 20)));
    }
}
