//! `dateline places`: what a name may mean, and why in this order.

use std::collections::HashSet;

use serde::Serialize;

use super::args::{Places, PlacesFormat};
use super::{Answer, CliError, own, print, say, terminal};
use crate::gazetteer::{Candidate, Gazetteer, Matched, NameUse};
use crate::model::{CountryCode, LonLat};

/// At this distance from `--near`, a place counts half as much.
const HALF_KM: f64 = 50.0;
/// Names that are suggested where nothing was found.
const SUGGESTIONS: usize = 5;

pub fn run(args: &Places) -> Result<Answer, CliError> {
    let (gazetteer, own) = own::gazetteer(&args.gazetteer);
    let found = find(&gazetteer, args);
    if found.is_empty() {
        say(&nothing(&gazetteer, args));
        if args.format == PlacesFormat::Json {
            print("[]")?;
        }
        return Ok(Answer::Incomplete);
    }
    let shown = &found[..found.len().min(args.limit)];
    match args.format {
        PlacesFormat::Json => print(&json(&gazetteer, shown, namesakes(&found))?)?,
        PlacesFormat::Table => print(&table(&gazetteer, shown, found.len(), args))?,
    }
    Ok(own)
}

/// A place that the name may mean.
struct Place {
    candidate: Candidate,
    /// The likelihood without context, and with `--near` less the farther the place is.
    score: f32,
    /// From `--near`.
    distance_km: Option<f64>,
}

/// The places that bear the name, and after them those whose names sound alike; with
/// `--near`, both by distance too. Where there is neither, those it may be a slip for.
fn find(gazetteer: &Gazetteer, args: &Places) -> Vec<Place> {
    let mut candidates = match args.country {
        Some(country) => gazetteer.look_up_in(&args.name, country),
        None => gazetteer.look_up(&args.name),
    };
    candidates.extend(gazetteer.look_up_loose(&args.name, args.country));
    if candidates.is_empty() {
        candidates = gazetteer.look_up_misspelt(&args.name, args.country);
    }
    let mut seen = HashSet::new();
    candidates.retain(|candidate| seen.insert(candidate.place));
    let by_distance = args.near.is_some();
    let mut places: Vec<Place> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let position = gazetteer.row(candidate.place)?.position;
            let distance_km = args.near.map(|near| near.distance_km(position));
            let nearness = distance_km.map_or(1.0, |km| HALF_KM / (HALF_KM + km));
            let score = candidate.prior * nearness as f32;
            Some(Place { candidate, score, distance_km })
        })
        .collect();
    places.sort_by(|a, b| {
        let loose = |place: &Place| place.candidate.matched >= Matched::Loose && !by_distance;
        loose(a)
            .cmp(&loose(b))
            .then(b.score.total_cmp(&a.score))
            .then(a.candidate.place.cmp(&b.candidate.place))
    });
    places
}

/// How many bear the very name.
fn namesakes(places: &[Place]) -> usize {
    places.iter().filter(|place| place.candidate.matched < Matched::Loose).count()
}

fn nothing(gazetteer: &Gazetteer, args: &Places) -> String {
    let within = args.country.map(|country| format!(" in {country}")).unwrap_or_default();
    let mut words = format!("no place of the name {:?}{within} in the gazetteer", args.name);
    if let Some(country) = args.country {
        let elsewhere = gazetteer.look_up(&args.name).len();
        if gazetteer.country(country).is_none() {
            words += &format!("; {country} is no country code, write two letters as in AM");
        } else if elsewhere > 0 {
            words += &format!("; without --country there are {elsewhere}");
        }
        return words;
    }
    let suggestions = suggestions(gazetteer, &args.name);
    if !suggestions.is_empty() {
        words += &format!("; did you mean {}?", suggestions.join(", "));
    }
    words
}

/// Names that begin as this one does, as much of it as any name does.
fn suggestions(gazetteer: &Gazetteer, name: &str) -> Vec<String> {
    const FEWEST_LETTERS: usize = 3;
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let starts = (FEWEST_LETTERS..=letters.len()).rev();
    let starts = starts.map(|n| letters.get(n).map_or(name, |(end, _)| &name[..*end]));
    let found = starts.map(|start| gazetteer.prefix_search(start, SUGGESTIONS));
    let found = found.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for candidate in found {
        let name = gazetteer.matched_name(&candidate).unwrap_or_default().into_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A candidate as JSON; what is not known is null.
#[derive(Serialize)]
struct Out {
    name: String,
    matched: String,
    how: &'static str,
    r#use: &'static str,
    kind: &'static str,
    lat: f64,
    lon: f64,
    grain_m: u16,
    country: Option<CountryCode>,
    admin1: Option<String>,
    admin2: Option<String>,
    population: Option<u32>,
    geonameid: Option<u32>,
    distance_km: Option<f64>,
    own_file: Option<String>,
    score: f64,
    why: String,
}

fn json(gazetteer: &Gazetteer, places: &[Place], found: usize) -> Result<String, std::io::Error> {
    let all: Vec<Out> = places.iter().filter_map(|place| out(gazetteer, place, found)).collect();
    Ok(serde_json::to_string_pretty(&all)?)
}

fn out(gazetteer: &Gazetteer, place: &Place, found: usize) -> Option<Out> {
    let candidate = &place.candidate;
    let row = gazetteer.row(candidate.place)?;
    let name = |id| gazetteer.name_of(id).map(std::borrow::Cow::into_owned);
    let round = |value: f64, digits: i32| {
        let scale = 10_f64.powi(digits);
        (value * scale).round() / scale
    };
    Some(Out {
        name: name(candidate.place)?,
        matched: gazetteer.matched_name(candidate)?.into_owned(),
        how: candidate.matched.key(),
        r#use: candidate.name_use.key(),
        kind: row.kind.key(),
        lat: round(row.position.lat, 5),
        lon: round(row.position.lon, 5),
        grain_m: row.grain_m,
        country: row.country,
        admin1: row.admin1.and_then(name),
        admin2: row.admin2.and_then(name),
        population: row.population,
        geonameid: row.geonameid,
        distance_km: place.distance_km.map(|km| round(km, 1)),
        own_file: gazetteer.own_file(candidate.place).map(str::to_owned),
        score: round(f64::from(place.score), 4),
        why: gazetteer.explain(candidate, found),
    })
}

/// Columns of the narrow table; a wide terminal also has those of `WIDE`.
const WIDE: u16 = 110;

fn table(gazetteer: &Gazetteer, places: &[Place], all: usize, args: &Places) -> String {
    let wide = terminal::width() >= WIDE;
    let mut headings = vec!["Name", "Kind", "In", "Lat, lon"];
    if args.near.is_some() {
        headings.push("km");
    }
    if wide {
        headings.push("People");
    }
    headings.push("Match");
    let rows = places.iter().filter_map(|place| cells(gazetteer, place, wide));
    let mut text = terminal::table(&headings, rows);
    if places.len() < all {
        text += &format!("\n{} more, see them with --limit {all}", all - places.len());
    }
    text
}

fn cells(gazetteer: &Gazetteer, place: &Place, wide: bool) -> Option<Vec<String>> {
    let out = out(gazetteer, place, 0)?;
    let country = out.country.map(|country| country.to_string());
    let divisions = if wide { [out.admin2, out.admin1] } else { [None, out.admin1] };
    let within: Vec<String> = divisions.into_iter().flatten().chain(country).collect();
    let mut cells = vec![out.name.clone(), out.kind.to_owned(), within.join(", ")];
    cells.push(format!("{:.4}, {:.4}", out.lat, out.lon));
    cells.extend(place.distance_km.map(|km| format!("{km:.0}")));
    if wide {
        cells.push(out.population.map(|people| people.to_string()).unwrap_or_default());
    }
    let mut how = out.how.to_owned();
    if out.matched != out.name {
        how += &format!(": {}", out.matched);
    }
    if !matches!(place.candidate.name_use, NameUse::Main | NameUse::Alternate) {
        how += &format!(" ({})", out.r#use);
    }
    if let Some(file) = out.own_file {
        how += &format!(", from {file}");
    }
    cells.push(how);
    Some(cells)
}

/// "40.2,45.9": latitude first, as maps give it.
pub fn lat_lon(text: &str) -> Result<LonLat, String> {
    let refused = || format!("{text:?} is no position, write latitude and longitude as 39.5,46.3");
    let (lat, lon) = text.split_once(',').ok_or_else(refused)?;
    let degrees = |text: &str, most: f64| {
        let number: Option<f64> = text.trim().parse().ok();
        number.filter(|number| number.abs() <= most).ok_or_else(refused)
    };
    Ok(LonLat::new(degrees(lon, 180.0)?, degrees(lat, 90.0)?))
}
