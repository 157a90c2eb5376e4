//! To which side people belong, and whether they fight.

use super::Reader;
use super::people::Group;
use crate::model::{CountryCode, Standing};

/// What a phrase tells of the people it names.
pub struct Side {
    /// The country or group, as it is shown.
    pub name: Option<String>,
    /// Its country.
    pub country: Option<CountryCode>,
    /// Whether they fight.
    pub standing: Standing,
    /// Whether they are those who attacked.
    pub attackers: bool,
}

impl Reader<'_> {
    /// The side of the people that a phrase names.
    pub fn side(&self, group: &Group) -> Side {
        let reach = group.first..=group.last.max(group.head) + 1;
        let people = &self.words().people;
        let has = |list: &std::collections::HashSet<String>| {
            reach.clone().any(|word| list.contains(self.word(word)))
        };
        let (civilian, military) = (has(&people.civilian), has(&people.military));
        let standing = match (military, civilian) {
            (true, false) => Standing::Military,
            (false, true) => Standing::Civilian,
            _ => Standing::Unknown,
        };
        let last = group.last.max(group.head);
        let attackers = people.attackers.contains(self.word(last));
        let (name, country) = self.named_side(group).unwrap_or((None, None));
        Side { name, country, standing, attackers }
    }

    fn named_side(&self, group: &Group) -> Option<(Option<String>, Option<CountryCode>)> {
        let syntax = self.syntax();
        let reach = group.first..=group.last.max(group.head);
        reach.clone().find_map(|word| {
            let form = syntax.word(word);
            if !form.starts_with(char::is_uppercase) {
                return None;
            }
            let start = syntax.span(word).start;
            let rest = self.source.text.get(start..)?;
            if let Some(found) = self.source.lexicon.actors.at(rest) {
                return Some((found.entry.names.first().cloned(), found.entry.country));
            }
            let country = self.source.gazetteer.demonym(form)?;
            let place = self.source.gazetteer.country(country);
            let place = place.and_then(|id| self.source.gazetteer.place(id));
            Some((place.map(|place| place.name), Some(country)))
        })
    }
}
