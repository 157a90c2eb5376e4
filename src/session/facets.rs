//! Facets: who took part, who says so, which outlet, which country, which place. Their
//! values are gathered when they are first asked for, since a million rows take a moment.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::sides::Speaker;
use crate::model::{Dataset, Event, EventTable, RecordField as F, Stance};

/// What events can be sorted into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Who took part.
    Actor,
    /// Who says so.
    Claimant,
    /// The country or group for which they say so.
    Side,
    /// The outlet that reports it.
    Outlet,
    /// The country it lies in.
    Country,
    /// The place.
    Place,
}

impl Facet {
    /// All of them, in the order of the screen.
    pub const ALL: [Facet; 6] =
        [Facet::Actor, Facet::Claimant, Facet::Side, Facet::Outlet, Facet::Country, Facet::Place];

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Actor => "actor",
            Facet::Claimant => "claimant",
            Facet::Side => "side",
            Facet::Outlet => "outlet",
            Facet::Country => "country",
            Facet::Place => "place",
        }
    }
}

/// The values of all events in one facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// The names, in the order in which they are met.
    pub names: Vec<String>,
    /// Where the values of each event end in `of_events`.
    ends: Vec<u32>,
    /// Numbers of names, event by event.
    of_events: Vec<u32>,
}

impl Values {
    /// The numbers of the names of an event.
    pub fn of(&self, event: usize) -> &[u32] {
        let end = self.ends.get(event).map_or(0, |end| *end as usize);
        let start = event.checked_sub(1).and_then(|before| self.ends.get(before));
        self.of_events.get(start.map_or(0, |start| *start as usize)..end).unwrap_or_default()
    }

    /// Which of the names these are.
    pub fn marked<'n>(&self, chosen: impl Iterator<Item = &'n String>) -> Vec<bool> {
        let chosen: std::collections::BTreeSet<&String> = chosen.collect();
        self.names.iter().map(|name| chosen.contains(name)).collect()
    }
}

/// The values of all facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets(BTreeMap<Facet, Values>);

impl Facets {
    /// Of the events of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        const AT_ONCE: usize = 16_384;
        let starts: Vec<usize> = (0..dataset.events.len()).step_by(AT_ONCE).collect();
        let part = |start: &usize| {
            let end = dataset.events.len().min(start + AT_ONCE);
            let mut part = Part::default();
            for event in &dataset.events[*start..end] {
                part.add(dataset, event);
            }
            part
        };
        let parts: Vec<Part> = starts.par_iter().map(part).collect();
        Self(Facet::ALL.into_iter().map(|facet| (facet, joined(&parts, facet))).collect())
    }

    /// The values of one facet.
    pub fn values(&self, facet: Facet) -> Option<&Values> {
        self.0.get(&facet)
    }
}

/// The values of some events.
#[derive(Default)]
struct Part {
    facets: [PartValues; Facet::ALL.len()],
}

#[derive(Default)]
struct PartValues {
    numbers: HashMap<String, u32>,
    values: Values,
    /// The number of the name met last: rows that follow each other often have the same.
    last: u32,
}

impl PartValues {
    fn add(&mut self, name: &str, from: usize) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        let is_last = self.values.names.get(self.last as usize).is_some_and(|last| last == name);
        let number = if is_last { self.last } else { self.number_of(name) };
        self.last = number;
        if !self.values.of_events[from..].contains(&number) {
            self.values.of_events.push(number);
        }
    }

    fn number_of(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.values.names.len()).unwrap_or(u32::MAX);
        self.values.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

impl Part {
    fn add(&mut self, dataset: &Dataset, event: &Event) {
        let starts = self.facets.each_ref().map(|facet| facet.values.of_events.len());
        let mut add = |facet: Facet, name: &str| {
            self.facets[facet as usize].add(name, starts[facet as usize]);
        };
        let person = event.person.as_deref();
        let actors = person.and_then(|person| person.actors.as_ref());
        let claimant = person.and_then(|person| person.claimant.as_ref());
        for actor in actors.into_iter().flatten() {
            add(Facet::Actor, &actor.name);
        }
        if let Some(claimant) = claimant {
            add(Facet::Claimant, claimant);
        }
        for (_, read, report) in dataset.reports_of(event) {
            if actors.is_none() {
                report.actors.iter().for_each(|actor| add(Facet::Actor, &actor.name));
            }
            if claimant.is_none() {
                report.claimed_by.iter().for_each(|by| add(Facet::Claimant, &by.name));
                let says = report.claims.iter();
                says.filter(|claim| !matches!(claim.stance, Stance::Denies | Stance::Doubts))
                    .for_each(|claim| add(Facet::Claimant, &claim.claimant.name));
            }
            let sides = report.claims.iter().filter_map(Speaker::of);
            sides.for_each(|side| add(Facet::Side, side.key()));
            if let Some(source) = &read.reading.metadata.source {
                add(Facet::Outlet, &source.value);
            }
        }
        if let Some((table, record)) = dataset.record_of(event) {
            let country = event.locations.first().is_none_or(|best| best.country.is_none());
            let count = columns_of(table).map(|(_, column)| column + 1).max().unwrap_or(0);
            let cells: Vec<&str> = record.cells().take(count).collect();
            for (facet, column) in columns_of(table) {
                let cell = cells.get(column).copied().unwrap_or_default();
                if facet != Facet::Country || country {
                    cell.split(';').for_each(|name| add(facet, name));
                }
            }
        }
        for (number, location) in event.locations.iter().enumerate() {
            if let Some(country) = &location.country {
                add(Facet::Country, country.as_str());
            }
            if number == 0 {
                add(Facet::Place, &location.name);
            }
        }
        for facet in &mut self.facets {
            let end = u32::try_from(facet.values.of_events.len()).unwrap_or(u32::MAX);
            facet.values.ends.push(end);
        }
    }
}

/// The columns of a table that tell a facet.
fn columns_of(table: &EventTable) -> impl Iterator<Item = (Facet, usize)> {
    table.mapping.iter().filter_map(|(field, column)| {
        let facet = match field {
            F::Actor | F::Perpetrator | F::Victim => Facet::Actor,
            F::Source => Facet::Outlet,
            F::Country => Facet::Country,
            _ => return None,
        };
        Some((facet, *column))
    })
}

/// The values of all parts with one set of numbers.
fn joined(parts: &[Part], facet: Facet) -> Values {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut all = Values::default();
    for part in parts {
        let part = &part.facets[facet as usize].values;
        let now: Vec<u32> = part
            .names
            .iter()
            .map(|name| {
                *numbers.entry(name).or_insert_with(|| {
                    all.names.push(name.clone());
                    u32::try_from(all.names.len() - 1).unwrap_or(u32::MAX)
                })
            })
            .collect();
        let before = all.ends.last().copied().unwrap_or(0);
        all.ends.extend(part.ends.iter().map(|end| end + before));
        all.of_events.extend(part.of_events.iter().map(|number| now[*number as usize]));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::fixture;

    #[test]
    fn values_of_events_are_names_met_once() {
        let session = fixture::session();
        let facets = Facets::of(session.dataset());
        let places = facets.values(Facet::Place).map(|values| {
            let mut names: Vec<&str> = (0..session.dataset().events.len())
                .flat_map(|event| values.of(event))
                .map(|number| values.names[*number as usize].as_str())
                .collect();
            names.sort_unstable();
            names
        });
        assert_eq!(places, Some(vec!["Goris", "Kelbajar", "Sotk", "Syunik"]));
    }
}
