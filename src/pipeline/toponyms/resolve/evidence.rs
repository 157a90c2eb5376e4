//! Which countries and divisions an article names.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Mention, Source};
use super::Names;
use crate::gazetteer::{Candidate, Row};
use crate::model::{CountryCode, Kind, PlaceId};

/// How much a town that is the only one of its name counts for its country.
const CLEAR: f32 = 0.2;
/// How much a people counts for its country.
const PEOPLE: f32 = 0.7;

/// What the article says about where it is.
#[derive(Default)]
pub struct Evidence {
    /// How often each country is named, by itself, its people or its capital.
    countries: BTreeMap<CountryCode, f32>,
    /// How often each people is named.
    people: BTreeMap<CountryCode, f32>,
    /// What each name itself added to a country.
    own: BTreeMap<String, (CountryCode, f32)>,
    /// First-level divisions that are named, each with the names that name it.
    divisions: BTreeMap<PlaceId, BTreeSet<String>>,
}

impl Evidence {
    /// Counts what is named without doubt.
    pub fn gather(source: &Source<'_>, groups: &Names<'_>) -> Self {
        let mut evidence = Self::default();
        for token in source.tokens {
            if token.is_capitalised(source.text)
                && let Some(country) = source.gazetteer.demonym(token.of(source.text))
            {
                *evidence.countries.entry(country).or_default() += PEOPLE;
                *evidence.people.entry(country).or_default() += PEOPLE;
            }
        }
        for ((key, _), group) in groups {
            let Some(mention) = group.first() else { continue };
            let Some(best) = mention.candidates.first() else { continue };
            let Some(row) = source.gazetteer.row(best.place) else { continue };
            let weight = match row.kind {
                Kind::Country => 1.0,
                Kind::Region => 0.8,
                _ if row.is_capital => 0.7,
                Kind::Admin1 => 0.4,
                _ if is_clear(source, mention, &row) => CLEAR,
                _ => 0.0,
            };
            if let Some(country) = row.country.filter(|_| weight > 0.0) {
                let weight = weight * group.len() as f32;
                *evidence.countries.entry(country).or_default() += weight;
                evidence.own.insert(key.clone(), (country, weight));
            }
            let division = mention.candidates.iter().find(|c| {
                source.gazetteer.row(c.place).is_some_and(|row| row.kind == Kind::Admin1)
            });
            let around = source.gazetteer.admin1_of(best.place).filter(|_| weight == CLEAR);
            if let Some(division) = division.map(|division| division.place).or(around) {
                evidence.divisions.entry(division).or_default().insert(key.clone());
            }
        }
        evidence
    }

    /// Whether another name than this one names the first-level division.
    pub fn names_division(&self, division: PlaceId, key: &str) -> bool {
        self.divisions.get(&division).is_some_and(|keys| keys.iter().any(|k| k != key))
    }

    /// Whether other names than this one, or peoples, speak of any country.
    pub fn names_a_country(&self, key: &str) -> bool {
        let own = self.own.get(key);
        self.countries.iter().any(|(country, weight)| {
            own.is_none_or(|(named, own)| named != country || weight > own)
        })
    }

    /// How often each people is named, by country.
    pub fn people(&self) -> Vec<(CountryCode, f32)> {
        self.people.iter().map(|(country, weight)| (*country, *weight)).collect()
    }

    /// The countries named most, the first one first.
    pub fn most_named(&self, count: usize) -> Vec<CountryCode> {
        let mut named: Vec<(f32, CountryCode)> =
            self.countries.iter().map(|(country, weight)| (*weight, *country)).collect();
        named.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        named.into_iter().take(count).map(|(_, country)| country).collect()
    }

    /// 0 for a country that no name but this one names, 1 for the one that the other names
    /// name most.
    pub fn share(&self, country: Option<CountryCode>, key: &str) -> f32 {
        let own = self.own.get(key).copied();
        let by_others = |country: CountryCode, weight: f32| {
            let own = own.filter(|(named, _)| *named == country).map_or(0.0, |(_, own)| own);
            (weight - own).max(0.0)
        };
        let most = self.countries.iter().map(|(c, w)| by_others(*c, *w)).fold(0.0, f32::max);
        let weight = country.and_then(|c| Some(by_others(c, *self.countries.get(&c)?)));
        if most > 0.0 { (weight.unwrap_or(0.0) / most).sqrt() } else { 0.0 }
    }
}

/// Whether there is but one town of the name, and not one of which nothing is known: it
/// says where the article is.
fn is_clear(source: &Source<'_>, mention: &Mention, row: &Row) -> bool {
    let division = |c: &Candidate| source.gazetteer.admin1_of(c.place);
    let first = mention.candidates.first().and_then(division);
    row.population.is_some()
        && first.is_some()
        && mention.candidates.iter().all(|candidate| division(candidate) == first)
}
