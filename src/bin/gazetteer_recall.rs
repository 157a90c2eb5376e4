//! Prints how many place names of `tests/recall` the gazetteer finds, the country known.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin gazetteer_recall -- [--misses]
//! ```
//!
//! A name counts as found if a place that it may mean lies within 10 km of the point in the list,
//! by exact, folded or loose look-up, or where these find nothing by one for misspellings; `strict` counts only this. An area (river, lake, mountain,
//! region, district) counts as well where the point lies within its radius. `--misses` lists
//! what was missed in the part `dev`; the part `test` is only counted.

use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

use dateline::gazetteer::{Candidate, Gazetteer, Matched};
use dateline::model::{CountryCode, Kind, LonLat};

const NEAR_KM: f64 = 10.0;

fn main() -> Result<(), Box<dyn Error>> {
    let misses = env::args().any(|argument| argument == "--misses");
    for file in ["names.tsv", "misspellings.tsv"] {
        let path = format!("{}/tests/recall/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let mut tally: BTreeMap<String, Tally> = BTreeMap::new();
        for (number, line) in text.lines().enumerate().skip(1) {
            let name = Name::parse(line).ok_or(format!("{path} line {}: bad row", number + 1))?;
            let (how, strict) = name.found();
            tally.entry(name.part.clone()).or_default().add(how, strict);
            if misses && name.part == "dev" && how.is_none() {
                println!("  missed: {} {}", name.name, name.country);
            }
        }
        for (part, tally) in &tally {
            println!("{file} {part}: {tally}");
        }
    }
    Ok(())
}

struct Name {
    name: String,
    country: CountryCode,
    position: LonLat,
    part: String,
}

impl Name {
    fn parse(line: &str) -> Option<Name> {
        let mut columns = line.split('\t');
        let name = columns.next()?.to_owned();
        let country = CountryCode::new(columns.next()?)?;
        let lat = columns.next()?.parse().ok()?;
        let position = LonLat::new(columns.next()?.parse().ok()?, lat);
        Some(Name { name, country, position, part: columns.next_back()?.to_owned() })
    }

    /// By which look-up it is found, and whether a point is within 10 km.
    fn found(&self) -> (Option<Matched>, bool) {
        let gazetteer = Gazetteer::bundled();
        let mut candidates = gazetteer.look_up(&self.name);
        candidates.extend(gazetteer.look_up_in(&self.name, self.country));
        candidates.extend(gazetteer.look_up_loose(&self.name, Some(self.country)));
        if candidates.is_empty() {
            candidates.extend(gazetteer.look_up_misspelt(&self.name, Some(self.country)));
        }
        let away = |candidate: &Candidate| {
            let row = gazetteer.row(candidate.place)?;
            let is_area = matches!(
                row.kind,
                Kind::River | Kind::Lake | Kind::Mountain | Kind::Region | Kind::Admin2 | Kind::Sea
            );
            let away = row.position.distance_km(self.position);
            let within = away - if is_area { row.radius_km } else { 0.0 };
            (within <= NEAR_KM).then_some((candidate.matched, away <= NEAR_KM))
        };
        let hits: Vec<(Matched, bool)> = candidates.iter().filter_map(away).collect();
        let strict = hits.iter().any(|(_, strict)| *strict);
        (hits.into_iter().map(|(matched, _)| matched).min(), strict)
    }
}

#[derive(Default)]
struct Tally {
    all: usize,
    strict: usize,
    by: BTreeMap<Matched, usize>,
}

impl Tally {
    fn add(&mut self, how: Option<Matched>, strict: bool) {
        self.all += 1;
        self.strict += usize::from(strict);
        if let Some(matched) = how {
            *self.by.entry(matched).or_default() += 1;
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |count: usize| 100.0 * count as f64 / self.all.max(1) as f64;
        let found: usize = self.by.values().sum();
        let by = |matched| self.by.get(&matched).copied().unwrap_or(0);
        write!(
            f,
            "{found} of {} found ({:.1} %): {} exact, {} folded, {} loose, {} misspelt; strict {} ({:.1} %)",
            self.all,
            share(found),
            by(Matched::Exact),
            by(Matched::Folded),
            by(Matched::Loose),
            by(Matched::Misspelt),
            self.strict,
            share(self.strict)
        )
    }
}
