//! What others call our types, actors and countries: ACLED, UCDP, PLOVER, ISO 3166-1.
//! From `assets/export`, and the list of actors in `assets/words`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::Row;
use crate::model::{CountryCode, EventType, Role};

/// What others call a type of event.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Type {
    acled: String,
    #[serde(default)]
    weapon: BTreeMap<String, String>,
    #[serde(default)]
    by: BTreeMap<String, String>,
    ucdp: Option<Ucdp>,
    /// Nothing for what PLOVER has no word for.
    #[serde(default)]
    plover: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Ucdp {
    OneSided,
    Sides,
}

#[derive(Default, Deserialize)]
struct File {
    acled: BTreeMap<String, (String, String)>,
    inter: BTreeMap<String, (String, u8)>,
    #[serde(flatten)]
    types: BTreeMap<String, Type>,
}

const TYPES: &str = include_str!("../../assets/export/event_types.toml");
const COUNTRIES: &str = include_str!("../../assets/export/countries.tsv");
const ACTORS: &str = include_str!("../../assets/words/actors.toml");

static FILE: LazyLock<File> = LazyLock::new(|| toml::from_str(TYPES).unwrap_or_default());

/// Sub-event type, event type and disorder type of ACLED.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acled {
    /// As in "Armed clash".
    pub sub_event: &'static str,
    /// As in "Battles".
    pub event: &'static str,
    /// As in "Political violence".
    pub disorder: &'static str,
}

/// What ACLED calls an event, by its type, its weapons and who did it.
pub fn acled(row: &Row) -> Acled {
    let Some(of) = FILE.types.get(row.event_type.key()) else { return Acled::default() };
    let by_weapon = row.weapons.iter().find_map(|weapon| of.weapon.get(&weapon.class));
    let did_it = row.actors.iter().filter(|actor| actor.role == Role::Perpetrator);
    let by_actor =
        || did_it.filter_map(|actor| inter_key(&actor.name)).find_map(|kind| of.by.get(kind));
    let sub_event = by_weapon.or_else(by_actor).unwrap_or(&of.acled);
    let (event, disorder) =
        FILE.acled.get(sub_event).map_or(("", ""), |(event, disorder)| (event, disorder));
    Acled { sub_event, event, disorder }
}

/// The type of violence in UCDP: 1 state-based, 2 non-state, 3 one-sided. `None` for what
/// is no organised violence.
pub fn ucdp(row: &Row) -> Option<u8> {
    let is_state = |name: &str| inter_key(name) == Some("state");
    match FILE.types.get(row.event_type.key())?.ucdp? {
        Ucdp::OneSided => Some(3),
        // Where nobody is known, most fighting that is told of has a state in it.
        Ucdp::Sides => {
            let names = row.actor_names();
            let no_state = !names.is_empty() && !names.into_iter().any(is_state);
            Some(if no_state { 2 } else { 1 })
        }
    }
}

/// Whether UCDP counts events of a type at all.
pub fn is_in_ucdp(event_type: EventType) -> bool {
    FILE.types.get(event_type.key()).is_some_and(|of| of.ucdp.is_some())
}

/// The event and mode in PLOVER, as in "ASSAULT/aerial".
pub fn plover(event_type: EventType) -> &'static str {
    FILE.types.get(event_type.key()).map_or("", |of| &of.plover)
}

/// What ACLED calls the sort of an actor, and its number there: "Rebel groups", 2.
pub fn inter(name: &str) -> Option<(&'static str, u8)> {
    let (words, number) = FILE.inter.get(inter_key(name)?)?;
    Some((words, *number))
}

fn inter_key(name: &str) -> Option<&'static str> {
    match actor_kind(name) {
        Some(kind) => Some(kind),
        None if is_country(name) => Some("state"),
        None => ["civilians", "protesters"].into_iter().find(|class| *class == name),
    }
}

/// What sort of actor, where it is one of the list: "rebel".
pub fn actor_kind(name: &str) -> Option<&'static str> {
    #[derive(Default, Deserialize)]
    struct Actors {
        actor: Vec<Actor>,
    }
    #[derive(Deserialize)]
    struct Actor {
        names: Vec<String>,
        kind: String,
    }
    static KINDS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let all: Actors = toml::from_str(ACTORS).unwrap_or_default();
        let kinds = all.actor.into_iter().flat_map(|actor| {
            let kind = actor.kind;
            actor.names.into_iter().map(move |name| (name, kind.clone()))
        });
        kinds.collect()
    });
    KINDS.get(name).map(String::as_str)
}

/// A country of ISO 3166-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// The number, with leading zeros; empty for Kosovo.
    pub number: &'static str,
    /// The name in English.
    pub name: &'static str,
}

static BY_CODE: LazyLock<HashMap<CountryCode, Country>> = LazyLock::new(|| {
    let rows = COUNTRIES.lines().filter(|line| !line.starts_with('#'));
    let countries = rows.filter_map(|line| {
        let mut cells = line.split('\t');
        let code = CountryCode::new(cells.next()?)?;
        let (number, name) = (cells.nth(1)?, cells.next()?);
        Some((code, Country { number, name }))
    });
    countries.collect()
});

/// The country of a code.
pub fn country(code: CountryCode) -> Option<Country> {
    BY_CODE.get(&code).copied()
}

/// The name of a country in English; nothing for a code that is none.
pub fn country_name(code: CountryCode) -> &'static str {
    country(code).map_or("", |country| country.name)
}

/// Whether this is the name of a country.
pub fn is_country(name: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> =
        LazyLock::new(|| BY_CODE.values().map(|country| country.name).collect());
    NAMES.contains(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{RowActor, RowWeapon};
    use super::*;

    #[test]
    fn every_type_has_a_name_in_each_scheme() {
        let file: File = toml::from_str(TYPES).unwrap();
        let wanted: Vec<&str> = EventType::ALL.iter().map(|t| t.key()).collect();
        assert!(wanted.iter().all(|key| file.types.contains_key(*key)));
        assert_eq!(file.types.len(), wanted.len());
        for (key, of) in &file.types {
            for sub_event in [&of.acled].into_iter().chain(of.weapon.values()).chain(of.by.values())
            {
                assert!(file.acled.contains_key(sub_event), "{sub_event}");
            }
            assert_eq!(of.plover.is_empty(), key == "other");
        }
    }

    #[test]
    fn weapons_and_actors_tell_more_than_the_type() {
        let mut row = Row::bare(1);
        row.event_type = EventType::ShellingMissile;
        assert_eq!(acled(&row).sub_event, "Shelling/artillery/missile attack");
        row.weapons = vec![RowWeapon { class: "grenade".to_owned(), words: String::new() }];
        assert_eq!(
            acled(&row),
            Acled {
                sub_event: "Grenade",
                event: "Explosions/Remote violence",
                disorder: "Political violence"
            }
        );
        let actor =
            |name: &str| RowActor { name: name.to_owned(), role: Role::Perpetrator, country: None };
        row.event_type = EventType::TerritoryTaken;
        row.actors = vec![actor("Taliban")];
        assert_eq!(acled(&row).sub_event, "Non-state actor overtakes territory");
        row.event_type = EventType::Battle;
        assert_eq!((ucdp(&row), inter("Taliban")), (Some(2), Some(("Rebel groups", 2))));
        row.actors.push(actor("Armenia"));
        assert_eq!((ucdp(&row), inter("Armenia")), (Some(1), Some(("State forces", 1))));
    }

    #[test]
    fn countries_have_numbers_and_names() {
        let armenia = country(CountryCode::new("AM").unwrap()).unwrap();
        assert_eq!((armenia.number, armenia.name), ("051", "Armenia"));
        assert!(is_country("Sudan") && !is_country("Goris"));
    }
}
