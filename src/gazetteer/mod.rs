//! Names of places and where they are, read in place from `geodata/`.
//!
//! The file is never parsed as a whole: opening it checks the header, a look-up
//! reads the few dozen bytes it needs. `geodata/README.md` describes the format.

mod explain;
mod file;
mod fold;
mod keys;
mod look_up;
mod loose;
mod names;
mod own;
pub mod pack;
mod prior;
mod row;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::model::{CountryCode, Kind, LonLat, OwnPlace, Place, PlaceId};

use file::{File, Section};
use keys::Keys;
use names::Bearers;
use own::Own;

pub use file::GazetteerError;
pub use fold::fold;
pub use look_up::{MOST_CANDIDATES, likeness};
pub use row::Row;

/// A gazetteer: the one that is part of the program, or one read from a file, with the
/// user's own places on top.
pub struct Gazetteer {
    file: Arc<File>,
    own: Own,
}

/// A place that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The place.
    pub place: PlaceId,
    /// How the text and the name agree.
    pub matched: Matched,
    /// What kind of name of the place it is.
    pub name_use: NameUse,
    /// How likely the place is without any context, 0 to 1. Only the order means something.
    pub prior: f32,
    /// The name that matched, for [`Gazetteer::matched_name`].
    name: NameNumber,
}

/// Where the file has a name: the number of its key, and of its spelling. Of a name of the
/// user's own, its number among these.
#[derive(Clone, Copy, Debug, PartialEq)]
struct NameNumber {
    key: u32,
    spelling: u8,
}

/// How a text and a name agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matched {
    /// Letter by letter, marks and capitals included.
    Exact,
    /// After both were folded.
    Folded,
    /// They sound alike: another romanisation of the same name, perhaps.
    Loose,
    /// They would sound alike but for one consonant more, less or swapped with its neighbour.
    Misspelt,
}

impl Matched {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Matched::Exact => "exact",
            Matched::Folded => "folded",
            Matched::Loose => "loose",
            Matched::Misspelt => "misspelt",
        }
    }
}

/// What kind of name of a place a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameUse {
    /// The name to show.
    Main,
    /// Another name, spelling or language.
    Alternate,
    /// An abbreviation. One of four letters at most fits only text in capitals: "US", not "us".
    Abbreviation,
    /// A name that it no longer bears officially, or that only one side gives it.
    Former,
    /// A name that stands for the government of this country: "Kremlin".
    Metonym(CountryCode),
}

impl NameUse {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            NameUse::Main => "main",
            NameUse::Alternate => "alternate",
            NameUse::Abbreviation => "abbreviation",
            NameUse::Former => "former",
            NameUse::Metonym(_) => "metonym",
        }
    }
}

/// The border between two countries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Border {
    /// A point on its longest stretch, near the mean of that stretch.
    pub middle: LonLat,
    /// From `middle` to the farthest point of that stretch.
    pub radius_km: f64,
}

impl Gazetteer {
    /// The gazetteer that is part of the program.
    pub fn bundled() -> &'static Gazetteer {
        static BUNDLED: OnceLock<Gazetteer> = OnceLock::new();
        BUNDLED.get_or_init(Self::open_bundled)
    }

    /// Opens what [`Gazetteer::bundled`] keeps open, to measure how long that takes.
    pub fn open_bundled() -> Gazetteer {
        static BYTES: &[u8] = include_bytes!("../../geodata/gazetteer.bin");
        // A test opens the very file, so the empty one never appears in a program that was tested.
        let file = File::open(Cow::Borrowed(BYTES)).unwrap_or_else(|_| File::empty());
        Gazetteer { file: Arc::new(file), own: Own::default() }
    }

    /// The gazetteer that is part of the program with a user's own places on top. Their
    /// ids are counted on from its own, in the order given.
    pub fn bundled_with(places: Vec<OwnPlace>) -> Gazetteer {
        let bundled = Gazetteer::bundled();
        let country_of = |words: &str| bundled.country_named(words);
        let own = Own::new(places, bundled.place_count(), country_of);
        Gazetteer { file: Arc::clone(&bundled.file), own }
    }

    /// A gazetteer from the bytes of a file. Reads all of them once, to compare the checksum.
    ///
    /// # Errors
    /// When the bytes are no gazetteer, one of another version, cut short or altered.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Gazetteer, GazetteerError> {
        let file = File::open(Cow::Owned(bytes))?;
        file.check_sum()?;
        Ok(Gazetteer { file: Arc::new(file), own: Own::default() })
    }

    /// The number of places; their ids run from 0 to one less.
    pub fn place_count(&self) -> usize {
        self.file.section(Section::Rows).len() / row::ROW_BYTES + self.own.len()
    }

    /// The number of pairs of a folded name and a place that bears it.
    pub fn name_count(&self) -> usize {
        self.file.name_count()
    }

    /// The whole row of a place; `None` if there is no such place.
    pub fn place(&self, id: PlaceId) -> Option<Place> {
        let row = self.row(id)?;
        Some(Place {
            id,
            name: self.name_of(id)?.into_owned(),
            position: row.position,
            kind: row.kind,
            country: row.country,
            admin1: row.admin1.and_then(|id| self.name_of(id)).map(Cow::into_owned),
            population: row.population,
            geonameid: row.geonameid,
            radius_km: row.radius_km,
        })
    }

    /// What is known of a place beside its names; `None` if there is no such place.
    pub fn row(&self, id: PlaceId) -> Option<Row> {
        self.own.row(id).or_else(|| row::read(&self.file, id))
    }

    /// The user's file that a place is from; `None` for one of the gazetteer itself.
    pub fn own_file(&self, id: PlaceId) -> Option<&str> {
        Some(&self.own.get(id)?.file)
    }

    /// The country that a code, or one of its names, stands for.
    pub fn country_named(&self, words: &str) -> Option<CountryCode> {
        let by_code = CountryCode::new(words.trim()).filter(|code| self.country(*code).is_some());
        by_code.or_else(|| {
            let rows = self.look_up(words).into_iter().filter_map(|c| self.row(c.place));
            rows.filter(|row| row.kind == Kind::Country).find_map(|row| row.country)
        })
    }

    /// The main name of a place; `None` if there is no such place.
    pub fn name_of(&self, id: PlaceId) -> Option<Cow<'_, str>> {
        if let Some(own) = self.own.get(id) {
            return Some(Cow::Borrowed(&own.name));
        }
        let (key, value) = self.keys().nth(row::key_number(&self.file, id)?)?;
        let bearers = Bearers::new(value);
        let spelling = bearers.iter().find(|bearer| bearer.place == id)?.spelling;
        Some(bearers.spelling(std::str::from_utf8(&key).ok()?, spelling))
    }

    /// The name by which a candidate was found, as it is spelt.
    pub fn matched_name(&self, candidate: &Candidate) -> Option<Cow<'_, str>> {
        let NameNumber { key, spelling } = candidate.name;
        if self.own.get(candidate.place).is_some() {
            return Some(Cow::Borrowed(self.own.spelling(key)?));
        }
        let (key, value) = self.keys().nth(usize::try_from(key).ok()?)?;
        Some(Bearers::new(value).spelling(std::str::from_utf8(&key).ok()?, spelling))
    }

    /// The country that a place lies in; quicker than its row.
    pub fn country_of(&self, id: PlaceId) -> Option<CountryCode> {
        if self.own.get(id).is_some() {
            return self.own.row(id)?.country;
        }
        row::Group::of(&self.file, id)?.country
    }

    /// Settlements between two corners but quarters of larger ones, the largest first, at most `limit`.
    /// Where `south_west` lies east of `north_east`, they are those across the 180th meridian.
    pub fn settlements_between(
        &self,
        south_west: LonLat,
        north_east: LonLat,
        limit: usize,
    ) -> Vec<PlaceId> {
        let edge = |lon, corner: LonLat| LonLat::new(lon, corner.lat);
        let spans = if south_west.lon <= north_east.lon {
            vec![(south_west, north_east)]
        } else {
            vec![(south_west, edge(180.0, north_east)), (edge(-180.0, south_west), north_east)]
        };
        let mut found: Vec<(u32, PlaceId)> = Vec::new();
        for (low, high) in spans {
            let inside = row::in_cells(&self.file, low, high).filter(|(_, position, kind)| {
                matches!(kind, Kind::City | Kind::Village)
                    && (low.lon..=high.lon).contains(&position.lon)
                    && (low.lat..=high.lat).contains(&position.lat)
            });
            found.extend(inside.filter_map(|(place, _, _)| {
                let head = row::head(&self.file, place)?;
                let whole = head.flags & (row::QUARTER | row::PAST) == 0;
                whole.then(|| (head.population.unwrap_or(0), place))
            }));
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(limit);
        found.into_iter().map(|(_, place)| place).collect()
    }

    /// The first-level division that a place lies in.
    pub fn admin1_of(&self, id: PlaceId) -> Option<PlaceId> {
        self.row(id)?.admin1
    }

    /// The place that is this country, or was a state of this code.
    pub fn country(&self, code: CountryCode) -> Option<PlaceId> {
        let table = self.file.section(Section::Countries);
        let at = file::search(table, file::COUNTRY_BYTES, |record| {
            record.get(..2).cmp(&Some(code.as_str().as_bytes()))
        })?;
        Some(PlaceId(file::u32_at(table, at + 2)?))
    }

    /// The capital of a country; looks through all of its places.
    pub fn capital_of(&self, code: CountryCode) -> Option<PlaceId> {
        row::capital_of(&self.file, code)
    }

    /// The country whose capital this place is.
    pub fn country_by_capital(&self, id: PlaceId) -> Option<CountryCode> {
        self.row(id).filter(|row| row.is_capital)?.country
    }

    /// The country that a word for its people or things names: "Armenian", "Azeris".
    /// The word must begin with a capital, or every "polish" were from Poland.
    pub fn demonym(&self, word: &str) -> Option<CountryCode> {
        if !word.chars().next().is_some_and(char::is_uppercase) {
            return None;
        }
        let keys = Keys::new(
            self.file.section(Section::DemonymHeads),
            self.file.section(Section::DemonymStarts),
            self.file.section(Section::Demonyms),
            |_| Some(2),
        );
        file::code_at(keys.get(fold(word).as_bytes())?, 0)
    }

    /// The border between two countries, in either order; `None` where they do not touch on land.
    pub fn border(&self, a: CountryCode, b: CountryCode) -> Option<Border> {
        let (low, high) = (a.min(b), a.max(b));
        let wanted = [low.as_str().as_bytes(), high.as_str().as_bytes()].concat();
        let table = self.file.section(Section::Borders);
        let at = file::search(table, file::BORDER_BYTES, |record| {
            record.get(..4).cmp(&Some(wanted.as_slice()))
        })?;
        Some(Border {
            middle: file::position_at(table, at + 4)?,
            radius_km: f64::from(file::u32_at(table, at + 12)?) / 10.0,
        })
    }

    /// One line of words: why the candidate has its rank among `all` candidates of its name.
    pub fn explain(&self, candidate: &Candidate, all: usize) -> String {
        explain::line(self, candidate, all)
    }

    fn keys(&self) -> Keys<'_> {
        Keys::new(
            self.file.section(Section::KeyHeads),
            self.file.section(Section::KeyStarts),
            self.file.section(Section::Keys),
            names::value_length,
        )
    }
}
