//! All names of an article choose their places together: each candidate is weighed alone,
//! then beside the likely places of the other names, until little changes.
//!
//! Near places speak for each other, as in the spatial minimality of Leidner (2007) and the
//! collective resolution of Lieberman and Samet (2012); the choice is a conditional logit.

use crate::gazetteer::{Candidate, Row};
use crate::model::{CountryCode, Kind, PlaceId};

use super::features::{Feature, Features, Weights, score};

/// How often candidates are weighed beside each other.
const ROUNDS: usize = 3;
/// A place this far away says half as much as one on the spot, in kilometres.
const NEAR_KM: f32 = 60.0;
/// Beyond this, places say nothing to each other, in kilometres.
const FAR_KM: f32 = 400.0;
/// Of a long article so many names before and behind are asked.
const NEIGHBOURS: usize = 40;
/// Candidates less likely say nothing.
const LEAST_LIKELY: f32 = 0.03;

/// A name, and the places that it may mean.
pub struct Ballot {
    /// How often the article has the name.
    pub mentions: usize,
    /// Of these, how many are called places by the recogniser and by the words around.
    pub clear: usize,
    /// How many other names the article has.
    pub others: usize,
    /// The places, at first in the order of the gazetteer.
    pub options: Vec<Choice>,
}

/// One place that a name may mean.
#[derive(Clone)]
pub struct Choice {
    /// As looked up.
    pub candidate: Candidate,
    /// What the gazetteer says of it.
    pub row: Row,
    /// What speaks for it.
    pub features: Features,
    /// That it is the one, 0 to 1; all of a name are 1 together.
    pub probability: f32,
    /// What it is near to, and how far in kilometres.
    pub beside: Option<(PlaceId, f32)>,
    /// The direction from the centre of the earth.
    unit: [f32; 3],
}

impl Choice {
    /// A place with what speaks for it alone.
    pub fn new(candidate: Candidate, row: Row, features: Features) -> Self {
        let (lat, lon) = (row.position.lat.to_radians(), row.position.lon.to_radians());
        let unit = [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()].map(|x| x as f32);
        Self { candidate, row, features, probability: 0.0, beside: None, unit }
    }

    /// Whether its position says where it is, to other places.
    fn is_spot(&self) -> bool {
        !matches!(self.row.kind, Kind::Country | Kind::Region | Kind::Sea)
    }
}

/// Gives every option its probability; `people` says how often each country's people are
/// named. Options end in order, the likeliest first.
pub fn vote(ballots: &mut [Ballot], people: &[(CountryCode, f32)], weights: &Weights) {
    for ballot in ballots.iter_mut() {
        share_out(&mut ballot.options, &weights.alone);
    }
    for _ in 0..ROUNDS {
        let heard: Vec<Vec<Heard>> = ballots.iter().map(Heard::of).collect();
        for (number, ballot) in ballots.iter_mut().enumerate() {
            listen(number, ballot, &heard, people);
        }
        for ballot in ballots.iter_mut() {
            share_out(&mut ballot.options, &weights.beside);
        }
    }
    for ballot in ballots {
        ballot.options.sort_by(|a, b| {
            b.probability.total_cmp(&a.probability).then(a.candidate.place.cmp(&b.candidate.place))
        });
    }
}

/// The softmax of the scores.
fn share_out(options: &mut [Choice], weights: &Features) {
    let scores: Vec<f32> = options.iter().map(|option| score(&option.features, weights)).collect();
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    for (option, score) in options.iter_mut().zip(scores) {
        option.probability = (score - most).exp() / sum;
    }
}

/// What the others hear of a likely option.
struct Heard {
    place: PlaceId,
    weight: f32,
    unit: [f32; 3],
    country: Option<CountryCode>,
    /// The first-level division that it is or lies in.
    division: Option<PlaceId>,
    is_spot: bool,
    is_division: bool,
}

impl Heard {
    fn of(ballot: &Ballot) -> Vec<Self> {
        let loudness = (ballot.mentions.min(4) as f32).sqrt();
        let likely = ballot.options.iter().filter(|option| option.probability > LEAST_LIKELY);
        let mut heard: Vec<Self> = likely
            .map(|option| {
                let is_division = option.row.kind == Kind::Admin1;
                Self {
                    place: option.candidate.place,
                    weight: option.probability * loudness,
                    unit: option.unit,
                    country: option.row.country,
                    division: if is_division {
                        Some(option.candidate.place)
                    } else {
                        option.row.admin1
                    },
                    is_spot: option.is_spot() && !is_division,
                    is_division,
                }
            })
            .collect();
        // In one order, whatever the options' order: sums of floats depend on it.
        heard.sort_by_key(|heard| heard.place);
        heard
    }
}

/// Sets what the other names say of each option.
fn listen(number: usize, ballot: &mut Ballot, heard: &[Vec<Heard>], people: &[(CountryCode, f32)]) {
    let from = number.saturating_sub(NEIGHBOURS);
    let others = || {
        let near = heard.iter().enumerate().skip(from).take(2 * NEIGHBOURS + 1);
        near.filter(move |(other, _)| *other != number).map(|(_, heard)| heard)
    };
    let of_people: f32 = people.iter().map(|(_, weight)| weight).sum();
    let all: f32 = others().flatten().map(|heard| heard.weight).sum();
    for option in &mut ballot.options {
        let own_division = match option.row.kind {
            Kind::Admin1 => Some(option.candidate.place),
            _ => option.row.admin1,
        };
        let (mut country, mut division, mut around) = (0.0_f32, 0.0_f32, 0.0_f32);
        let mut nearest = (0.0_f32, None);
        for other in others() {
            let mut said = 0.0_f32;
            for heard in other {
                let same_country = heard.country.is_some() && heard.country == option.row.country;
                country += if same_country { heard.weight } else { 0.0 };
                let same_division = heard.division.is_some() && heard.division == own_division;
                division += if same_division { heard.weight } else { 0.0 };
                if heard.is_division && same_division || !heard.is_spot || !option.is_spot() {
                    continue;
                }
                let Some(distance) = near_km(heard.unit, option.unit) else { continue };
                let nearness = (-distance / NEAR_KM * std::f32::consts::LN_2).exp();
                said = said.max(heard.weight * nearness);
                if nearness * heard.weight.min(1.0) > nearest.0 {
                    nearest = (nearness * heard.weight.min(1.0), Some((heard.place, distance)));
                }
            }
            around += said;
        }
        let by_people = people.iter().find(|(code, _)| Some(*code) == option.row.country);
        country += by_people.map_or(0.0, |(_, weight)| *weight);
        let mut set = |feature: Feature, value: f32| option.features[feature as usize] = value;
        set(Feature::CountryShare, country / (all + of_people + 0.5));
        set(Feature::DivisionShare, division / (all + 0.5));
        set(Feature::Nearest, nearest.0);
        set(Feature::Around, around.ln_1p());
        option.beside = nearest.1;
    }
}

/// The way along the great circle; `None` beyond [`FAR_KM`]. Most pairs are far apart, which
/// the chord tells at once.
fn near_km(a: [f32; 3], b: [f32; 3]) -> Option<f32> {
    const EARTH_RADIUS_KM: f32 = 6371.0;
    const FARTHEST: f32 = FAR_KM / EARTH_RADIUS_KM;
    let square: f32 = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum();
    // An angle below 0.07 and its chord differ by less than a part in 4,000.
    (square <= FARTHEST * FARTHEST).then(|| square.sqrt() * EARTH_RADIUS_KM)
}
