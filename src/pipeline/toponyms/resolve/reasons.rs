//! Why a place was chosen, in words.

use super::super::Source;
use super::features::Feature;
use super::vote::{Ballot, Choice};
use super::{UNSURE, lies_in};
use crate::gazetteer::Matched;
use crate::model::Kind;

/// So near is worth telling, in kilometres.
const NEAR_KM: f32 = 100.0;
/// So much must a country be named to be worth telling.
const NAMED: f32 = 0.3;

/// What else it could be, where that is nearly as likely and another spot.
pub fn doubt(source: &Source<'_>, ballot: &Ballot) -> Option<String> {
    const SAME_SPOT_KM: f64 = 40.0;
    let best = ballot.options.first()?;
    let second = ballot.options.get(1).filter(|second| second.probability > UNSURE)?;
    let near = best.row.position.distance_km(second.row.position) < SAME_SPOT_KM;
    let around = source.gazetteer.admin1_of(best.candidate.place) == Some(second.candidate.place);
    (!near && !around).then(|| {
        let place = source.gazetteer.place(second.candidate.place);
        let inside = place.and_then(|place| match (place.admin1, place.country) {
            (Some(division), Some(country)) => Some(format!(" in {division}, {country}")),
            (_, country) => country.map(|country| format!(" in {country}")),
        });
        format!(
            "could also be the {}{}",
            kind_in_words(second.row.kind),
            inside.unwrap_or_default()
        )
    })
}

/// "in Syunik, which the article names; 12 km from Goris; 2 other places of the name".
pub fn why(source: &Source<'_>, ballot: &Ballot) -> String {
    let Some(best) = ballot.options.first() else { return String::new() };
    let mut reasons = reasons(source, best);
    if reasons.is_empty() {
        reasons.push("the best-known place of the name".to_owned());
    }
    match ballot.options.len() - 1 {
        0 => {}
        1 => reasons.push("1 other place of the name".to_owned()),
        others => reasons.push(format!("{others} other places of the name")),
    }
    heard_as(source, best) + &reasons.join("; ")
}

fn reasons(source: &Source<'_>, best: &Choice) -> Vec<String> {
    let of = |feature: Feature| best.features[feature as usize];
    let mut reasons = Vec::new();
    if let Some(file) = source.gazetteer.own_file(best.candidate.place) {
        reasons.push(format!("one of your own places, from {file}"));
    }
    if of(Feature::Whole) > 0.0 {
        reasons.push("named with the country or province it lies in".to_owned());
    }
    let division = source.gazetteer.admin1_of(best.candidate.place);
    if of(Feature::DivisionNamed) > 0.0 {
        let name = division.and_then(|division| source.gazetteer.name_of(division));
        let name = name.map_or("a province".into(), |name| name.into_owned());
        reasons.push(format!("in {name}, which the article names"));
    } else if of(Feature::CountryNamed) > NAMED && best.row.kind != Kind::Country {
        reasons.extend(
            best.row.country.map(|country| format!("in {country}, which the article names")),
        );
    }
    if let Some((place, distance)) = best.beside.filter(|(_, distance)| *distance < NEAR_KM)
        && let Some(row) = source.gazetteer.row(place)
        && !lies_in(source, place, &row, best.candidate.place)
        && let Some(name) = source.gazetteer.name_of(place)
        && best.row.kind != Kind::Country
    {
        reasons.push(format!("{distance:.0} km from {name}"));
    }
    reasons
}

fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Admin1 => "province",
        Kind::Admin2 => "district",
        other => other.key(),
    }
}

/// Says so where the gazetteer has the name in another romanisation.
fn heard_as(source: &Source<'_>, best: &Choice) -> String {
    match (best.candidate.matched, source.gazetteer.matched_name(&best.candidate)) {
        (Matched::Loose | Matched::Misspelt, Some(name)) => {
            format!("sounds like {name} in the gazetteer; ")
        }
        _ => String::new(),
    }
}
