//! Writes a gazetteer file. Only the build of the data and the tests need it.

use std::collections::{BTreeMap, HashMap};

use crate::model::{CountryCode, Kind, LonLat, PlaceId};

use super::file::{CHECKED_FROM, GazetteerError, HEADER_BYTES, MAGIC, SECTIONS, VERSION, checksum};
use super::keys::{BLOCK, spelling_hash};
use super::row::{ADMIN_SEAT, CAPITAL, NO_DIVISION, PAST, QUARTER};
use super::{Border, NameUse, fold};

/// What goes into a file.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Places in the order of their ids: countries, divisions, then those with a population
    /// or a number in GeoNames, then the rest, or the file grows needlessly.
    pub places: Vec<NewPlace>,
    /// Words and the country that each names.
    pub demonyms: Vec<(String, CountryCode)>,
    /// Borders, the codes of each in order.
    pub borders: Vec<(CountryCode, CountryCode, Border)>,
}

/// A place to write.
#[derive(Clone, Debug)]
pub struct NewPlace {
    /// The main name.
    pub name: String,
    /// All other names.
    pub names: Vec<(NameUse, String)>,
    /// The centre, or a point inside.
    pub position: LonLat,
    /// What it is.
    pub kind: Kind,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// The first-level division it lies in.
    pub admin1: Option<PlaceId>,
    /// Inhabitants; 0 where unknown.
    pub population: u32,
    /// How far it reaches.
    pub radius_km: f64,
    /// The number in GeoNames; 0 where unknown.
    pub geonameid: u32,
    /// Whether it is the capital of `country`.
    pub is_capital: bool,
    /// Whether it is the seat of a division.
    pub is_admin_seat: bool,
    /// Whether it is a quarter of a larger city or a district around a town of its name.
    pub is_quarter: bool,
    /// Whether it is no more.
    pub is_past: bool,
}

/// The bytes of a file. The same contents always give the same bytes.
///
/// # Errors
/// When there are more names or divisions than the format can count.
pub fn pack(contents: &Contents) -> Result<Vec<u8>, GazetteerError> {
    let mut names = 0_u64;
    let [rows, details, text] = places(&contents.places)?;
    let (key_starts, keys) = blocks(name_keys(&contents.places, &mut names)?)?;
    let demonyms = contents
        .demonyms
        .iter()
        .map(|(word, code)| (fold(word), code.as_str().as_bytes().to_vec()))
        .collect();
    let (demonym_starts, demonyms) = blocks(demonyms)?;
    let countries = countries(&contents.places)?;
    let borders = borders(&contents.borders);
    let sections =
        [rows, details, text, key_starts, keys, countries, demonym_starts, demonyms, borders];
    Ok(file(&sections, names))
}

fn file(sections: &[Vec<u8>; SECTIONS.len()], names: u64) -> Vec<u8> {
    let mut checked = names.to_le_bytes().to_vec();
    let mut start = HEADER_BYTES as u64;
    for section in sections {
        checked.extend(start.to_le_bytes());
        checked.extend((section.len() as u64).to_le_bytes());
        start += section.len() as u64;
    }
    for section in sections {
        checked.extend(section);
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((SECTIONS.len() as u32).to_le_bytes());
    bytes.extend(checksum(&checked).to_le_bytes());
    debug_assert_eq!(bytes.len(), CHECKED_FROM);
    bytes.extend(checked);
    bytes
}

/// The sections of rows, details and main names.
fn places(places: &[NewPlace]) -> Result<[Vec<u8>; 3], GazetteerError> {
    let (mut rows, mut details, mut text) = (Vec::new(), Vec::new(), Vec::new());
    let mut offsets = HashMap::new();
    let has_details = |place: &NewPlace| place.population != 0 || place.geonameid != 0;
    let detailed = places.iter().rposition(has_details).map_or(0, |last| last + 1);
    for (number, place) in places.iter().enumerate() {
        let offset = match offsets.get(place.name.as_str()) {
            Some(offset) => *offset,
            None => {
                let offset = size(text.len(), "main names")?;
                push_bytes(&mut text, place.name.as_bytes())?;
                offsets.insert(place.name.as_str(), offset);
                offset
            }
        };
        push_position(&mut rows, place.position);
        rows.extend(offset.to_le_bytes());
        rows.extend(
            ((place.radius_km * 10.0).round().clamp(0.0, f64::from(u16::MAX)) as u16).to_le_bytes(),
        );
        rows.extend(division(place)?.to_le_bytes());
        rows.extend(place.country.map_or([0; 2], code_bytes));
        rows.push(place.kind as u8);
        rows.push(flags(place));
        if number < detailed {
            details.extend(place.population.to_le_bytes());
            details.extend(place.geonameid.to_le_bytes());
        }
    }
    Ok([rows, details, text])
}

fn division(place: &NewPlace) -> Result<u16, GazetteerError> {
    let Some(PlaceId(id)) = place.admin1 else { return Ok(NO_DIVISION) };
    u16::try_from(id)
        .ok()
        .filter(|id| *id != NO_DIVISION)
        .ok_or(GazetteerError::TooLarge { what: "divisions" })
}

fn flags(place: &NewPlace) -> u8 {
    let flags = [
        (place.is_capital, CAPITAL),
        (place.is_admin_seat, ADMIN_SEAT),
        (place.is_quarter, QUARTER),
        (place.is_past, PAST),
    ];
    flags.iter().filter(|(set, _)| *set).map(|(_, bit)| bit).sum()
}

/// Folded names with the places that bear them.
fn name_keys(
    places: &[NewPlace],
    count: &mut u64,
) -> Result<BTreeMap<String, Vec<u8>>, GazetteerError> {
    // By key and place the first use in the order of `rank`, and its spelling.
    let mut uses: BTreeMap<(String, u32), (NameUse, &str)> = BTreeMap::new();
    for (number, place) in places.iter().enumerate() {
        let id = size(number, "places")?;
        let main = (NameUse::Main, place.name.as_str());
        let others = place.names.iter().map(|(name_use, name)| (*name_use, name.as_str()));
        for (name_use, name) in std::iter::once(main).chain(others) {
            let key = fold(name);
            if key.is_empty() {
                continue;
            }
            let kept = uses.entry((key, id)).or_insert((name_use, name));
            if rank(name_use) < rank(kept.0) {
                *kept = (name_use, name);
            }
        }
    }
    *count = uses.len() as u64;
    let mut keys: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for ((key, id), (name_use, name)) in uses {
        let postings = keys.entry(key).or_default();
        push_number(postings, id);
        postings.push(use_code(name_use));
        postings.extend(spelling_hash(name).to_le_bytes());
        if let NameUse::Metonym(code) = name_use {
            postings.extend(code_bytes(code));
        }
    }
    Ok(keys)
}

/// Which use counts where a place bears a name twice: what says most about it.
fn rank(name_use: NameUse) -> u8 {
    match name_use {
        NameUse::Metonym(_) => 0,
        NameUse::Abbreviation => 1,
        NameUse::Main => 2,
        NameUse::Former => 3,
        NameUse::Alternate => 4,
    }
}

fn use_code(name_use: NameUse) -> u8 {
    match name_use {
        NameUse::Main => 0,
        NameUse::Alternate => 1,
        NameUse::Abbreviation => 2,
        NameUse::Former => 3,
        NameUse::Metonym(_) => 4,
    }
}

/// The sections of starts and of keys.
fn blocks(keys: BTreeMap<String, Vec<u8>>) -> Result<(Vec<u8>, Vec<u8>), GazetteerError> {
    let (mut starts, mut data) = (Vec::new(), Vec::new());
    let mut before = String::new();
    for (number, (key, value)) in keys.into_iter().enumerate() {
        let mut shared = 0;
        if number % BLOCK == 0 {
            starts.extend(size(data.len(), "names")?.to_le_bytes());
        } else {
            shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        }
        push_number(&mut data, size(shared, "letters")?);
        push_bytes(&mut data, key.as_bytes().get(shared..).unwrap_or(&[]))?;
        push_bytes(&mut data, &value)?;
        before = key;
    }
    Ok((starts, data))
}

fn countries(places: &[NewPlace]) -> Result<Vec<u8>, GazetteerError> {
    let mut codes = BTreeMap::new();
    for (number, place) in places.iter().enumerate() {
        if let (Kind::Country, Some(code)) = (place.kind, place.country) {
            codes.entry(code).or_insert(size(number, "places")?);
        }
    }
    Ok(codes
        .into_iter()
        .flat_map(|(code, id)| code_bytes(code).into_iter().chain(id.to_le_bytes()))
        .collect())
}

fn borders(borders: &[(CountryCode, CountryCode, Border)]) -> Vec<u8> {
    let mut sorted: Vec<_> = borders.iter().collect();
    sorted.sort_by_key(|(a, b, _)| (*a, *b));
    let mut bytes = Vec::new();
    for (a, b, border) in sorted {
        bytes.extend(code_bytes(*a));
        bytes.extend(code_bytes(*b));
        push_position(&mut bytes, border.middle);
        bytes.extend(((border.radius_km * 10.0).round() as u32).to_le_bytes());
    }
    bytes
}

fn code_bytes(code: CountryCode) -> [u8; 2] {
    match *code.as_str().as_bytes() {
        [a, b] => [a, b],
        _ => [0; 2],
    }
}

/// Latitude, then longitude, in hundred-thousandths of a degree, which is a metre.
fn push_position(bytes: &mut Vec<u8>, position: LonLat) {
    for degrees in [position.lat, position.lon] {
        bytes.extend(((degrees * 1e5).round() as i32).to_le_bytes());
    }
}

fn push_bytes(to: &mut Vec<u8>, bytes: &[u8]) -> Result<(), GazetteerError> {
    push_number(to, size(bytes.len(), "letters")?);
    to.extend(bytes);
    Ok(())
}

fn push_number(to: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn size(size: usize, what: &'static str) -> Result<u32, GazetteerError> {
    u32::try_from(size).map_err(|_| GazetteerError::TooLarge { what })
}
