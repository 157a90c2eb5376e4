//! Writes a gazetteer file. Only the build of the data and the tests need it.

use std::collections::{BTreeMap, HashMap};

use crate::model::{CountryCode, Kind, LonLat};

use super::file::{CHECKED_FROM, GazetteerError, HEADER_BYTES, MAGIC, SECTIONS, VERSION, checksum};
use super::keys::{BLOCK, head_of, push_lengths, push_number};
use super::names::{MANY, MOST_SPELLINGS, ONE_ALTERNATE, ONE_SPELT, Use, kept, title_case};
use super::row::{
    ADMIN_SEAT, CAPITAL, GRAINS_M, Head, NO_DIVISION, PAST, QUARTER, cell_of, usual_radius_km,
};
use super::{Border, NameUse, fold, loose, prior};

/// What goes into a file.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Places in any order; a division is named by its number in this list.
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
    /// How exact the position is, in metres; the next coarser of those the format knows is kept.
    pub grain_m: u16,
    /// What it is.
    pub kind: Kind,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// The first-level division it lies in, by its number among the places.
    pub admin1: Option<usize>,
    /// The second-level division it lies in, by its number among the places.
    pub admin2: Option<usize>,
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

impl NewPlace {
    fn head(&self) -> Head {
        let flags = [
            (self.is_capital, CAPITAL),
            (self.is_admin_seat, ADMIN_SEAT),
            (self.is_quarter, QUARTER),
            (self.is_past, PAST),
        ];
        Head {
            kind: self.kind,
            grain_m: self.grain_m,
            population: Some(self.population).filter(|population| *population != 0),
            geonameid: Some(self.geonameid).filter(|number| *number != 0),
            radius_km: self.radius_km,
            flags: flags.iter().filter(|(set, _)| *set).map(|(_, bit)| bit).sum(),
        }
    }

    /// In which part of the file it stands: divisions first, since few bytes name them,
    /// then what needs details, then the villages, of which there is nothing to say.
    fn part(&self) -> u8 {
        let head = self.head();
        let usual = (self.radius_km - usual_radius_km(self.kind)).abs() < 0.05;
        match self.kind {
            Kind::Country | Kind::Admin1 => 0,
            Kind::Admin2 => 1,
            _ if head.population.is_some() || head.geonameid.is_some() => 2,
            _ if head.flags != 0 || !usual => 2,
            _ => 3,
        }
    }
}

/// The bytes of a file. The same contents always give the same bytes.
///
/// # Errors
/// When there are more places, names or divisions than the format can count.
pub fn pack(contents: &Contents) -> Result<Vec<u8>, GazetteerError> {
    let rows = Rows::sort(&contents.places);
    let names = Names::gather(&contents.places, &rows)?;
    let [key_heads, key_starts, keys] = names.section()?;
    let [loose_starts, loose] = names.loose()?;
    let [row_bytes, details] = rows.section(&names.main_keys)?;
    let demonyms = contents
        .demonyms
        .iter()
        .map(|(word, code)| (fold(word), code_bytes(*code).to_vec()))
        .collect();
    let [demonym_heads, demonym_starts, demonyms] = blocks(demonyms)?;
    let sections = [
        row_bytes,
        details,
        rows.groups()?,
        key_heads,
        key_starts,
        keys,
        loose_starts,
        loose,
        metonyms(&rows)?,
        countries(&rows)?,
        demonym_heads,
        demonym_starts,
        demonyms,
        borders(&contents.borders),
    ];
    Ok(file(&sections, names.count, rows.first_admin2))
}

fn file(sections: &[Vec<u8>; SECTIONS.len()], names: u64, first_admin2: u32) -> Vec<u8> {
    let mut checked = names.to_le_bytes().to_vec();
    checked.extend(u64::from(first_admin2).to_le_bytes());
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

/// Places in the order of the file.
struct Rows<'a> {
    places: Vec<&'a NewPlace>,
    /// The row of a place by its number in the contents.
    row_of: Vec<u32>,
    first_admin2: u32,
}

/// What all rows of a group share.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Shared {
    country: Option<CountryCode>,
    admin1: Option<usize>,
    admin2: Option<usize>,
    cell: [u16; 2],
}

impl Shared {
    fn of(place: &NewPlace) -> Self {
        let cell = cell_of(place.position).0;
        Self { country: place.country, admin1: place.admin1, admin2: place.admin2, cell }
    }
}

impl<'a> Rows<'a> {
    fn sort(places: &'a [NewPlace]) -> Self {
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_cached_key(|&number| {
            let place = &places[number];
            let most_people = u32::MAX - place.population;
            (place.part(), place.kind == Kind::Admin1, Shared::of(place), most_people, number)
        });
        let mut row_of = vec![0; places.len()];
        for (row, &number) in (0..).zip(&order) {
            row_of[number] = row;
        }
        let first_admin2 = order.iter().take_while(|&&number| places[number].part() == 0).count();
        Self {
            places: order.into_iter().map(|number| &places[number]).collect(),
            row_of,
            first_admin2: first_admin2 as u32,
        }
    }

    /// The sections of rows and of details.
    fn section(&self, main_keys: &[u32]) -> Result<[Vec<u8>; 2], GazetteerError> {
        let (mut rows, mut details) = (Vec::new(), Vec::new());
        for (place, key) in self.places.iter().zip(main_keys) {
            let (_, [north, east]) = cell_of(place.position);
            rows.extend(north.to_le_bytes());
            rows.extend(east.to_le_bytes());
            push_u24(&mut rows, *key, "names")?;
            rows.push(place.kind as u8 | grain_code(place.grain_m) << 4);
            if place.part() < 3 {
                details.extend(place.population.to_le_bytes());
                details.extend(place.geonameid.to_le_bytes());
                let radius = (place.radius_km * 10.0).round().clamp(0.0, f64::from(u16::MAX));
                details.extend((radius as u16).to_le_bytes());
                details.push(place.head().flags);
            }
        }
        Ok([rows, details])
    }

    fn groups(&self) -> Result<Vec<u8>, GazetteerError> {
        let mut bytes = Vec::new();
        let mut before = None;
        for (row, place) in (0_u32..).zip(&self.places) {
            let shared = Shared::of(place);
            if before.replace(shared) == Some(shared) {
                continue;
            }
            bytes.extend(row.to_le_bytes());
            bytes.extend(shared.cell.into_iter().flat_map(u16::to_le_bytes));
            bytes.extend(place.country.map_or([0; 2], code_bytes));
            bytes.extend(self.division(place.admin1, 0)?.to_le_bytes());
            bytes.extend(self.division(place.admin2, self.first_admin2)?.to_le_bytes());
        }
        Ok(bytes)
    }

    fn division(&self, number: Option<usize>, first: u32) -> Result<u16, GazetteerError> {
        let Some(number) = number else { return Ok(NO_DIVISION) };
        let row = self.row_of.get(number).and_then(|row| row.checked_sub(first));
        row.and_then(|row| u16::try_from(row).ok())
            .filter(|row| *row != NO_DIVISION)
            .ok_or(GazetteerError::TooLarge { what: "divisions" })
    }
}

fn grain_code(grain_m: u16) -> u8 {
    let code = GRAINS_M.iter().position(|known| *known >= grain_m);
    code.unwrap_or(GRAINS_M.len() - 1) as u8
}

/// Folded names with the places that bear them.
struct Names {
    /// In the order of the file.
    keys: Vec<(String, Vec<Bearing>)>,
    /// Number of the key of the main name, by row.
    main_keys: Vec<u32>,
    /// Pairs of name and place.
    count: u64,
}

/// That a place bears a name.
struct Bearing {
    row: u32,
    name_use: Use,
    prior: f32,
    spelling: String,
}

impl Names {
    fn gather(places: &[NewPlace], rows: &Rows<'_>) -> Result<Self, GazetteerError> {
        let mut keys: BTreeMap<String, Vec<Bearing>> = BTreeMap::new();
        let mut mains = vec![String::new(); places.len()];
        let mut count = 0;
        for (row, place) in (0_u32..).zip(&rows.places) {
            let head = place.head();
            for (key, (name_use, spelling)) in names_of(place) {
                count += 1;
                let prior = prior::of(&head, name_use);
                let spelling = spelling.to_owned();
                keys.entry(key).or_default().push(Bearing { row, name_use, prior, spelling });
            }
            mains[row as usize] = fold(&place.name);
        }
        let mut numbers = HashMap::new();
        for (number, (key, bearings)) in (0_u32..).zip(&mut keys) {
            bearings.sort_by(|a, b| b.prior.total_cmp(&a.prior).then(a.row.cmp(&b.row)));
            numbers.insert(key.clone(), number);
        }
        let main_keys = mains.iter().map(|key| numbers.get(key).copied());
        let main_keys = main_keys.collect::<Option<_>>();
        Ok(Self {
            main_keys: main_keys
                .ok_or(GazetteerError::TooLarge { what: "places without a name" })?,
            keys: keys.into_iter().collect(),
            count,
        })
    }

    /// Heads, starts and blocks.
    fn section(&self) -> Result<[Vec<u8>; 3], GazetteerError> {
        let keys = self.keys.iter().map(|(key, bearings)| Ok((key.clone(), value(key, bearings)?)));
        blocks(keys.collect::<Result<_, GazetteerError>>()?)
    }

    /// Starts of the buckets, and the numbers of keys in each.
    fn loose(&self) -> Result<[Vec<u8>; 2], GazetteerError> {
        let mut buckets: Vec<Vec<(f32, u32)>> =
            vec![Vec::new(); self.keys.len() / loose::BUCKET + 1];
        let count = buckets.len();
        for (number, (key, bearings)) in (0_u32..).zip(&self.keys) {
            if let Some(sound) = loose::sound(key) {
                let prior = bearings.first().map_or(0.0, |bearing| bearing.prior);
                buckets[loose::bucket_of(&sound, count)].push((prior, number));
            }
        }
        let (mut starts, mut records, mut total) = (Vec::new(), Vec::new(), 0);
        for bucket in &mut buckets {
            bucket.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            starts.extend(size(total, "names")?.to_le_bytes());
            total += bucket.len();
            for (_, number) in bucket {
                push_u24(&mut records, *number, "names")?;
            }
        }
        starts.extend(size(total, "names")?.to_le_bytes());
        Ok([starts, records])
    }
}

/// The folded names of a place, each with its use and spelling.
fn names_of(place: &NewPlace) -> BTreeMap<String, (Use, &str)> {
    let main = (NameUse::Main, place.name.as_str());
    let others = place.names.iter().map(|(name_use, name)| (*name_use, name.as_str()));
    let mut names: BTreeMap<String, (Use, &str)> = BTreeMap::new();
    for (name_use, name) in std::iter::once(main).chain(others) {
        let key = fold(name);
        if key.is_empty() {
            continue;
        }
        let name_use = stored(name_use);
        // The first spelling stays, which is that of the main name where there is one.
        let kept = names.entry(key).or_insert((name_use, name));
        if rank(name_use) < rank(kept.0) {
            kept.0 = name_use;
        }
    }
    names
}

/// Which use counts where a place bears a name twice: what says most about it.
fn rank(name_use: Use) -> u8 {
    match name_use {
        Use::Metonym => 0,
        Use::Abbreviation => 1,
        Use::Main => 2,
        Use::Former => 3,
        Use::Alternate => 4,
    }
}

fn stored(name_use: NameUse) -> Use {
    match name_use {
        NameUse::Main => Use::Main,
        NameUse::Alternate => Use::Alternate,
        NameUse::Abbreviation => Use::Abbreviation,
        NameUse::Former => Use::Former,
        NameUse::Metonym(_) => Use::Metonym,
    }
}

/// The value of a key, as [`super::names::Bearers`] reads it.
fn value(key: &str, bearings: &[Bearing]) -> Result<Vec<u8>, GazetteerError> {
    let mut spellings: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    for bearing in bearings {
        let spelling = bearing.spelling.as_str();
        let number = spellings.iter().position(|known| *known == spelling).unwrap_or_else(|| {
            spellings.push(spelling);
            spellings.len() - 1
        });
        push_u24(&mut entries, bearing.row, "places")?;
        entries.push(bearing.name_use as u8 | (number.min(MOST_SPELLINGS) as u8) << 3);
    }
    let plain = spellings == [title_case(key).as_str()];
    spellings.truncate(MOST_SPELLINGS);
    let mut bytes = Vec::new();
    match bearings {
        [Bearing { row, name_use: name_use @ (Use::Main | Use::Alternate), .. }] => {
            let alternate = if *name_use == Use::Alternate { ONE_ALTERNATE } else { 0 };
            push_number(&mut bytes, alternate + if plain { 0 } else { ONE_SPELT });
            push_u24(&mut bytes, *row, "places")?;
        }
        _ => {
            push_number(&mut bytes, MANY + size(bearings.len() * 2, "places")? + u32::from(!plain));
            bytes.extend(entries);
            if !plain {
                push_number(&mut bytes, size(spellings.len(), "spellings")?);
            }
        }
    }
    for spelling in spellings.into_iter().filter(|_| !plain) {
        push_bytes(&mut bytes, &kept(key, spelling))?;
    }
    Ok(bytes)
}

/// Heads, starts and blocks of a table of keys.
fn blocks(keys: BTreeMap<String, Vec<u8>>) -> Result<[Vec<u8>; 3], GazetteerError> {
    let (mut heads, mut starts, mut data) = (Vec::new(), Vec::new(), Vec::new());
    let mut before = String::new();
    for (number, (key, value)) in keys.into_iter().enumerate() {
        let mut shared = 0;
        if number % BLOCK == 0 {
            heads.extend(head_of(key.as_bytes()).to_be_bytes());
            starts.extend(size(data.len(), "names")?.to_le_bytes());
        } else {
            shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        }
        let rest = key.as_bytes().get(shared..).unwrap_or(&[]);
        push_lengths(&mut data, size(shared, "letters")?, size(rest.len(), "letters")?);
        data.extend(rest);
        data.extend(value);
        before = key;
    }
    Ok([heads, starts, data])
}

fn metonyms(rows: &Rows<'_>) -> Result<Vec<u8>, GazetteerError> {
    let mut bytes = Vec::new();
    for (row, place) in rows.places.iter().enumerate() {
        let country = place.names.iter().find_map(|(name_use, _)| match name_use {
            NameUse::Metonym(country) => Some(*country),
            _ => None,
        });
        if let Some(country) = country {
            bytes.extend(size(row, "places")?.to_le_bytes());
            bytes.extend(code_bytes(country));
        }
    }
    Ok(bytes)
}

fn countries(rows: &Rows<'_>) -> Result<Vec<u8>, GazetteerError> {
    let mut codes = BTreeMap::new();
    for (row, place) in rows.places.iter().enumerate() {
        if let (Kind::Country, Some(code)) = (place.kind, place.country) {
            codes.entry(code).or_insert(size(row, "places")?);
        }
    }
    Ok(codes
        .into_iter()
        .flat_map(|(code, row)| code_bytes(code).into_iter().chain(row.to_le_bytes()))
        .collect())
}

fn borders(borders: &[(CountryCode, CountryCode, Border)]) -> Vec<u8> {
    let mut sorted: Vec<_> = borders.iter().collect();
    sorted.sort_by_key(|(a, b, _)| (*a, *b));
    let mut bytes = Vec::new();
    for (a, b, border) in sorted {
        bytes.extend(code_bytes(*a));
        bytes.extend(code_bytes(*b));
        // In hundred-thousandths of a degree, which is a metre.
        for degrees in [border.middle.lat, border.middle.lon] {
            bytes.extend(((degrees * 1e5).round() as i32).to_le_bytes());
        }
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

fn push_u24(to: &mut Vec<u8>, number: u32, what: &'static str) -> Result<(), GazetteerError> {
    match number.to_le_bytes() {
        [a, b, c, 0] => to.extend([a, b, c]),
        _ => return Err(GazetteerError::TooLarge { what }),
    }
    Ok(())
}

fn push_bytes(to: &mut Vec<u8>, bytes: &[u8]) -> Result<(), GazetteerError> {
    push_number(to, size(bytes.len(), "letters")?);
    to.extend(bytes);
    Ok(())
}

fn size(size: usize, what: &'static str) -> Result<u32, GazetteerError> {
    u32::try_from(size).map_err(|_| GazetteerError::TooLarge { what })
}
