//! Names of places and where they are, read in place from `geodata/`.
//!
//! The file is never parsed as a whole: opening it checks the header, a look-up
//! reads the few dozen bytes it needs. `geodata/README.md` describes the format.

mod explain;
mod file;
mod fold;
mod keys;
pub mod pack;
mod prior;
mod row;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::model::{CountryCode, LonLat, Place, PlaceId};

use file::{File, Section};
use keys::Keys;

pub use file::GazetteerError;
pub use fold::fold;
pub use row::Row;

/// A gazetteer: the one that is part of the program, or one read from a file.
pub struct Gazetteer {
    file: File,
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
}

/// How a text and a name agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matched {
    /// Letter by letter, marks and capitals included.
    Exact,
    /// After both were folded.
    Folded,
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

/// The border between two countries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Border {
    /// A point on its longest stretch, near the mean of that stretch.
    pub middle: LonLat,
    /// From `middle` to the farthest point of that stretch.
    pub radius_km: f64,
}

/// Longest run of keys that a search by prefix looks at; it is for typing, not for counting.
const PREFIX_KEYS: usize = 20_000;

impl Gazetteer {
    /// The gazetteer that is part of the program.
    pub fn bundled() -> &'static Gazetteer {
        static BUNDLED: OnceLock<Gazetteer> = OnceLock::new();
        static BYTES: &[u8] = include_bytes!("../../geodata/gazetteer.bin");
        BUNDLED.get_or_init(|| {
            // A test opens the very file, so the empty one never appears in a program that was tested.
            let file = File::open(Cow::Borrowed(BYTES)).unwrap_or_else(|_| File::empty());
            Gazetteer { file }
        })
    }

    /// A gazetteer from the bytes of a file. Reads all of them once, to compare the checksum.
    ///
    /// # Errors
    /// When the bytes are no gazetteer, one of another version, cut short or altered.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Gazetteer, GazetteerError> {
        let file = File::open(Cow::Owned(bytes))?;
        file.check_sum()?;
        Ok(Gazetteer { file })
    }

    /// The number of places; their ids run from 0 to one less.
    pub fn place_count(&self) -> usize {
        self.file.section(Section::Rows).len() / row::ROW_BYTES
    }

    /// The number of pairs of a folded name and a place that bears it.
    pub fn name_count(&self) -> usize {
        self.file.name_count()
    }

    /// The places that `name` may mean, the likeliest first.
    ///
    /// Everything but letters and digits is ignored, and so are marks and capitals,
    /// except that a short abbreviation wants capitals.
    pub fn look_up(&self, name: &str) -> Vec<Candidate> {
        let folded = fold(name);
        let mut found = Vec::new();
        if let Some(postings) = self.keys().get(folded.as_bytes()) {
            self.push_candidates(&folded, Some(name), postings, &mut found);
        }
        sort(&mut found);
        found
    }

    /// Whether a name, folded, is `folded` or begins with it and a space.
    pub fn has_prefix(&self, folded: &str) -> bool {
        let mut cursor = self.keys().from(folded.as_bytes());
        let Some((key, _)) = cursor.next() else { return false };
        // A space sorts before every letter and digit, so the first key decides.
        let rest = key.strip_prefix(folded.as_bytes());
        !folded.is_empty() && rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ')))
    }

    /// The whole row of a place; `None` if there is no such place.
    pub fn place(&self, id: PlaceId) -> Option<Place> {
        let row = self.row(id)?;
        Some(Place {
            id,
            name: row.name.to_owned(),
            position: row.position,
            kind: row.kind,
            country: row.country,
            admin1: row.admin1.and_then(|id| self.row(id)).map(|division| division.name.to_owned()),
            population: row.population,
            geonameid: row.geonameid,
            radius_km: row.radius_km,
        })
    }

    /// What the file says of a place, without copying; `None` if there is no such place.
    pub fn row(&self, id: PlaceId) -> Option<Row<'_>> {
        row::read(&self.file, id)
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
            self.file.section(Section::DemonymStarts),
            self.file.section(Section::Demonyms),
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

    /// At most `limit` places with a name that begins with what was typed, the likeliest first.
    pub fn prefix_search(&self, typed: &str, limit: usize) -> Vec<Candidate> {
        let folded = fold(typed);
        let mut found = Vec::new();
        let mut cursor = self.keys().from(folded.as_bytes());
        for _ in 0..PREFIX_KEYS {
            let Some((key, postings)) = cursor.next() else { break };
            if folded.is_empty() || !key.starts_with(folded.as_bytes()) {
                break;
            }
            let written = (key == folded.as_bytes()).then_some(typed);
            let key = String::from_utf8_lossy(key).into_owned();
            self.push_candidates(&key, written, postings, &mut found);
        }
        sort(&mut found);
        let mut seen = std::collections::HashSet::new();
        found.retain(|candidate| seen.insert(candidate.place));
        found.truncate(limit);
        found
    }

    /// One line of words: why the candidate has its rank among `all` candidates of its name.
    pub fn explain(&self, candidate: &Candidate, all: usize) -> String {
        explain::line(self, candidate, all)
    }

    fn keys(&self) -> Keys<'_> {
        Keys::new(self.file.section(Section::KeyStarts), self.file.section(Section::Keys))
    }

    /// Adds the places of `postings`; `written` is the text as it stands, if the whole name was given.
    fn push_candidates(
        &self,
        key: &str,
        written: Option<&str>,
        postings: &[u8],
        found: &mut Vec<Candidate>,
    ) {
        let hash = written.map(keys::spelling_hash);
        let capitals = written.is_some_and(|text| !text.chars().any(char::is_lowercase));
        for posting in keys::postings(postings) {
            let exact = hash == Some(posting.spelling);
            let short = key.chars().filter(|c| *c != ' ').count() <= SHORT_ABBREVIATION;
            if posting.name_use == NameUse::Abbreviation
                && short
                && written.is_some()
                && !exact
                && !capitals
            {
                continue;
            }
            let Some(row) = self.row(posting.place) else { continue };
            let matched = if exact { Matched::Exact } else { Matched::Folded };
            let prior = prior::of(&row, posting.name_use, matched);
            found.push(Candidate {
                place: posting.place,
                matched,
                name_use: posting.name_use,
                prior,
            });
        }
    }
}

/// Letters up to which an abbreviation could be a common word in small letters.
const SHORT_ABBREVIATION: usize = 4;

/// The likeliest first; equals by row, so that the order never changes.
fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| b.prior.total_cmp(&a.prior).then(a.place.cmp(&b.place)));
}
