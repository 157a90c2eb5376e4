//! The two sides of what is told: who says of which events that they happened.

use std::collections::{BTreeMap, BTreeSet};

use super::Session;
use crate::model::{Claim, CountryCode, EventId, SourceKind, Stance};

/// A country, or an armed group that speaks for none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// "Armenia".
    pub name: String,
    /// The country.
    pub country: Option<CountryCode>,
}

/// The sides that say the most of the events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// Two at most, the one that speaks of more events first.
    names: Vec<Side>,
    /// Of which events only one of the two speaks: its place in `names`.
    alone: BTreeMap<EventId, u8>,
}

impl Sides {
    /// Two at most, the one that speaks of more events first.
    pub fn names(&self) -> &[Side] {
        &self.names
    }

    /// Which of the two says that the event happened, 0 or 1; `None` where both do, or neither.
    pub fn of(&self, event: EventId) -> Option<u8> {
        self.alone.get(&event).copied()
    }
}

impl Side {
    /// Its name in the facet of sides: of a country, its two letters.
    pub fn key(&self) -> &str {
        self.country.as_ref().map_or(&self.name, CountryCode::as_str)
    }
}

impl Session {
    /// The two countries or groups that say of the most events that they happened.
    pub fn sides(&self) -> &Sides {
        self.sides.get_or_init(|| self.find_sides())
    }

    /// Which of the two sides says that the event happened, 0 or 1; `None` where both do, or
    /// neither.
    pub fn side_of(&self, event: EventId) -> Option<u8> {
        self.sides().of(event)
    }

    fn find_sides(&self) -> Sides {
        let mut told: BTreeMap<Speaker, BTreeSet<EventId>> = BTreeMap::new();
        let read = self.dataset.events.iter().enumerate().filter(|(_, e)| !e.reports.is_empty());
        for (number, event) in read {
            let claims = self.dataset.reports_of(event).flat_map(|(_, _, report)| &report.claims);
            for speaker in claims.filter_map(Speaker::of) {
                told.entry(speaker).or_default().insert(EventId(number));
            }
        }
        let mut told: Vec<(Speaker, BTreeSet<EventId>)> = told.into_iter().collect();
        // Stable: of equals the first by country and name.
        told.sort_by_key(|(_, events)| std::cmp::Reverse(events.len()));
        told.truncate(2);
        let events = |side: usize| told.get(side).map(|(_, events)| events.clone());
        let [first, second] = [0, 1].map(|side| events(side).unwrap_or_default());
        let only_first = first.difference(&second).map(|event| (*event, 0));
        let only_second = second.difference(&first).map(|event| (*event, 1));
        Sides {
            alone: only_first.chain(only_second).collect(),
            names: told.into_iter().map(|(speaker, _)| self.side(speaker)).collect(),
        }
    }

    fn side(&self, speaker: Speaker) -> Side {
        match speaker {
            Speaker::Country(country) => {
                let place = self.gazetteer.country(country);
                let name = place.and_then(|place| self.gazetteer.name_of(place));
                let name = name.map_or_else(|| country.to_string(), |name| name.into_owned());
                Side { name, country: Some(country) }
            }
            Speaker::Group(name) => Side { name, country: None },
        }
    }
}

/// For whom somebody speaks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Speaker {
    Country(CountryCode),
    Group(String),
}

impl Speaker {
    /// `None` for who speaks for no side, and for who does not say that it happened.
    pub(super) fn of(claim: &Claim) -> Option<Self> {
        let denies = matches!(claim.stance, Stance::Denies | Stance::Doubts);
        let of_a_side =
            matches!(claim.source, SourceKind::Person | SourceKind::Office | SourceKind::Side);
        if denies || !of_a_side {
            return None;
        }
        let group = || {
            let is_group = claim.source == SourceKind::Side;
            is_group.then(|| Speaker::Group(claim.claimant.name.clone()))
        };
        claim.country.map(Speaker::Country).or_else(group)
    }

    /// As [`Side::key`].
    pub(super) fn key(&self) -> &str {
        match self {
            Speaker::Country(country) => country.as_str(),
            Speaker::Group(name) => name,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{
        model::{Claimant, Span},
        session::{Command, Facet, fixture},
    };

    fn claim(country: &str, stance: Stance) -> Claim {
        let span = Span::new(0, 1);
        Claim {
            claimant: Claimant { name: "ministry".into(), span, verb: "said".into() },
            source: SourceKind::Office,
            country: CountryCode::new(country),
            stance,
            verb: span,
            fields: Vec::new(),
        }
    }

    #[test]
    fn the_two_that_say_the_most_are_the_sides_and_a_denial_is_no_word_for_it() {
        let mut articles = fixture::session().dataset().articles.clone();
        let (says, denies) = (Stance::Asserts, Stance::Denies);
        let reports = &mut articles[0].reading.reports;
        reports[0].claims = vec![claim("AM", says), claim("AZ", denies)];
        reports[1].claims = vec![claim("AM", says), claim("AZ", says)];
        reports[2].claims = vec![claim("FR", says)];
        articles[1].reading.reports[0].claims = vec![claim("AZ", Stance::Accuses)];
        let mut session = Session { merge: fixture::one_event_per_report, ..Session::default() };
        session.add(articles);
        let names: Vec<&str> = session.sides().names().iter().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["Armenia", "Azerbaijan"]);
        let side = |place: &str| {
            let events = session.dataset().events.iter();
            let mut found = events.enumerate().filter(|(_, event)| {
                event.locations.first().map_or("", |location| &location.name) == place
            });
            session.side_of(EventId(found.next().unwrap().0))
        };
        assert_eq!([side("Goris"), side("Sotk"), side("Syunik")], [Some(0), None, None]);
        assert_eq!(side(""), Some(1), "the talks have no place");
        let said: Vec<(&str, usize)> =
            session.facet(Facet::Side).iter().map(|v| (v.name.as_str(), v.count)).collect();
        assert_eq!(said, [("AM", 2), ("AZ", 1)], "the talks are on no map, the rest is history");
        session.apply(Command::ToggleFacet(Facet::Side, "AZ".to_owned()));
        let shown: Vec<&str> = session
            .shown()
            .iter()
            .map(|id| session.event(*id).unwrap().locations[0].name.as_str())
            .collect();
        assert_eq!(shown, ["Sotk"]);
    }
}
