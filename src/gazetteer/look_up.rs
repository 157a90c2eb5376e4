//! From a name to the places that bear it: exactly, folded, by its sound, or while it is typed.

use std::collections::HashSet;

use crate::model::{CountryCode, PlaceId};

use super::file::{self, Section};
use super::names::{self, Bearers, Use};
use super::{Candidate, Gazetteer, Matched, NameNumber, NameUse, fold, loose, prior, row};

/// Places that a look-up returns at most. A name that more places bear says little without a
/// country, and [`Gazetteer::look_up_in`] has all of one country.
pub const MOST_CANDIDATES: usize = 64;
/// Longest run of keys that a search by prefix looks at; it is for typing, not for counting.
const PREFIX_KEYS: usize = 20_000;
/// Places of each name that a search by prefix looks at.
const PREFIX_BEARERS: usize = 3;
/// Names that sound alike of which a loose look-up reads the letters.
const LOOSE_KEYS: usize = 128;
/// The same for each sound that a misspelt name may have been meant to have.
const MISSPELT_KEYS: usize = 1_000;
/// Names that sound alike but are less alike than this in their letters are others.
const LEAST_LIKENESS: f32 = 0.5;
/// The same for names of which even the sound differs.
const LEAST_MISSPELT: f32 = 0.75;

impl Gazetteer {
    /// The places that `name` may mean, the likeliest first, [`MOST_CANDIDATES`] at most.
    ///
    /// Everything but letters and digits is ignored, and so are marks and capitals,
    /// except that a short abbreviation wants capitals.
    pub fn look_up(&self, name: &str) -> Vec<Candidate> {
        self.named(name, MOST_CANDIDATES, |_| true)
    }

    /// All places of a country that `name` may mean, the likeliest first.
    pub fn look_up_in(&self, name: &str, country: CountryCode) -> Vec<Candidate> {
        self.named(name, usize::MAX, |place| self.country_of(place) == Some(country))
    }

    fn named(&self, name: &str, most: usize, wanted: impl Fn(PlaceId) -> bool) -> Vec<Candidate> {
        let folded = fold(name);
        let mut candidates = self.own.look_up(&folded, name);
        candidates.retain(|candidate| wanted(candidate.place));
        let mut cursor = self.keys().from(folded.as_bytes());
        let number = cursor.number();
        if let Some((key, value)) = cursor.next()
            && key == folded.as_bytes()
        {
            let found = Found { key: &folded, number, bearers: Bearers::new(value) };
            candidates.extend(self.candidates(found, Some(name), wanted).take(most));
        }
        sort(&mut candidates);
        candidates
    }

    /// The places with a name that sounds like `name` but is not it, the likeliest first,
    /// [`MOST_CANDIDATES`] at most: "Tel Rifaat" finds Tall Rif`at. Empty for names of other scripts than Latin.
    ///
    /// Vowels, doubled letters and the Arabic article do not count, and neither does the
    /// difference between q and k, w and v, gh and g, kh and h, h and g. With a country, only its places.
    pub fn look_up_loose(&self, name: &str, country: Option<CountryCode>) -> Vec<Candidate> {
        let folded = fold(name);
        let Some(sound) = loose::sound(&folded) else { return Vec::new() };
        self.sounding(&folded, &[sound], country, Matched::Loose)
    }

    /// The places with a name that would sound like `name` but for one consonant: "Bahkmut" finds
    /// Bakhmut. Ordered, limited and empty as [`Gazetteer::look_up_loose`], but ten times slower.
    pub fn look_up_misspelt(&self, name: &str, country: Option<CountryCode>) -> Vec<Candidate> {
        let folded = fold(name);
        let Some(sound) = loose::sound(&folded) else { return Vec::new() };
        self.sounding(&folded, &loose::misheard(&sound), country, Matched::Misspelt)
    }

    /// The places of the names that have one of these sounds, but not of the folded name itself.
    fn sounding(
        &self,
        folded: &str,
        sounds: &[String],
        country: Option<CountryCode>,
        matched: Matched,
    ) -> Vec<Candidate> {
        let wanted = |place| country.is_none() || self.country_of(place) == country;
        let (most_keys, least) = match matched {
            Matched::Misspelt => (MISSPELT_KEYS, LEAST_MISSPELT),
            _ => (LOOSE_KEYS, LEAST_LIKENESS),
        };
        let mut candidates = Vec::new();
        for (number, key, value) in sounds.iter().flat_map(|sound| self.keys_of(sound, most_keys)) {
            let likeness = loose::likeness(folded, &key) as f32;
            if key == folded || likeness < least {
                continue;
            }
            let name = Found { key: &key, number, bearers: Bearers::new(value) };
            let bearers = self.candidates(name, None, wanted).take(MOST_CANDIDATES);
            candidates.extend(bearers.map(|candidate| Candidate {
                matched,
                prior: candidate.prior * likeness.powi(3),
                ..candidate
            }));
        }
        let own = self.own.sounding(folded, sounds, matched);
        candidates.extend(own.filter(|candidate| wanted(candidate.place)));
        sort(&mut candidates);
        let mut seen = HashSet::new();
        candidates.retain(|candidate| seen.insert(candidate.place));
        candidates.truncate(MOST_CANDIDATES);
        candidates
    }

    /// Number, key and value of at most so many names with a sound, those of likelier places first.
    fn keys_of(&self, sound: &str, most: usize) -> Vec<(usize, String, &[u8])> {
        let starts = self.file.section(Section::LooseStarts);
        loose::keys(starts, self.file.section(Section::Loose), sound)
            .filter_map(|number| {
                let (key, value) = self.keys().nth(number)?;
                let key = String::from_utf8(key).ok()?;
                (loose::sound(&key).as_deref() == Some(sound)).then_some((number, key, value))
            })
            .take(most)
            .collect()
    }

    /// Whether a name, folded, is `folded` or begins with it and a space.
    pub fn has_prefix(&self, folded: &str) -> bool {
        if self.own_has_prefix(folded) {
            return true;
        }
        let mut cursor = self.keys().from(folded.as_bytes());
        let Some((key, _)) = cursor.next() else { return false };
        // A space sorts before every letter and digit, so the first key decides.
        let rest = key.strip_prefix(folded.as_bytes());
        !folded.is_empty() && rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ')))
    }

    /// The same for names of the user's own places only.
    pub fn own_has_prefix(&self, folded: &str) -> bool {
        self.own.has_prefix(folded)
    }

    /// At most `limit` places with a name that begins with what was typed, the likeliest first.
    pub fn prefix_search(&self, typed: &str, limit: usize) -> Vec<Candidate> {
        let folded = fold(typed);
        let mut found = Vec::new();
        let mut cursor = self.keys().from(folded.as_bytes());
        for _ in 0..PREFIX_KEYS {
            let number = cursor.number();
            let Some((key, value)) = cursor.next() else { break };
            if folded.is_empty() || !key.starts_with(folded.as_bytes()) {
                break;
            }
            let written = (key == folded.as_bytes()).then_some(typed);
            let Ok(key) = std::str::from_utf8(key) else { continue };
            let name = Found { key, number, bearers: Bearers::new(value) };
            found.extend(self.candidates(name, written, |_| true).take(PREFIX_BEARERS));
        }
        found.extend(self.own.prefix_search(&folded, typed));
        sort(&mut found);
        let mut seen = HashSet::new();
        found.retain(|candidate| seen.insert(candidate.place));
        found.truncate(limit);
        found
    }

    /// The places of a name, in the order of the file, which is the likeliest first;
    /// `written` is the text as it stands, if the whole name was given.
    fn candidates<'a>(
        &'a self,
        name: Found<'a>,
        written: Option<&'a str>,
        wanted: impl Fn(PlaceId) -> bool + 'a,
    ) -> impl Iterator<Item = Candidate> + 'a {
        let capitals = written.is_some_and(|text| !text.chars().any(char::is_lowercase));
        let letters = name.key.chars().filter(|letter| *letter != ' ').count();
        let mut spelt: Vec<Option<bool>> = Vec::new();
        name.bearers.iter().filter(move |bearer| wanted(bearer.place)).filter_map(move |bearer| {
            let spelling = usize::from(bearer.spelling);
            if spelt.len() <= spelling {
                spelt.resize(spelling + 1, None);
            }
            let exact = *spelt.get_mut(spelling)?.get_or_insert_with(|| {
                written.is_some_and(|text| name.bearers.is_spelt(name.key, bearer.spelling, text))
            });
            let wants_capitals = bearer.name_use == Use::Abbreviation
                && letters <= SHORT_ABBREVIATION
                && written.is_some();
            if wants_capitals && !exact && !capitals {
                return None;
            }
            let head = row::head(&self.file, bearer.place)?;
            let spelling = if exact { 1.0 } else { prior::FOLDED };
            Some(Candidate {
                place: bearer.place,
                matched: if exact { Matched::Exact } else { Matched::Folded },
                name_use: self.use_of(bearer)?,
                prior: prior::of(&head, bearer.name_use) * spelling,
                name: NameNumber {
                    key: u32::try_from(name.number).ok()?,
                    spelling: bearer.spelling,
                },
            })
        })
    }

    fn use_of(&self, bearer: names::Bearer) -> Option<NameUse> {
        Some(match bearer.name_use {
            Use::Main => NameUse::Main,
            Use::Alternate => NameUse::Alternate,
            Use::Abbreviation => NameUse::Abbreviation,
            Use::Former => NameUse::Former,
            Use::Metonym => {
                let table = self.file.section(Section::Metonyms);
                let at = file::search(table, file::METONYM_BYTES, |record| {
                    file::u32_at(record, 0).cmp(&Some(bearer.place.0))
                })?;
                NameUse::Metonym(file::code_at(table, at + 4)?)
            }
        })
    }
}

/// A name in the file.
#[derive(Clone, Copy)]
struct Found<'a> {
    key: &'a str,
    number: usize,
    bearers: Bearers<'a>,
}

/// How alike two names are once folded, 0 to 1: one less the share of letters to insert, remove,
/// change or swap, Arabic articles and spaces aside.
pub fn likeness(a: &str, b: &str) -> f64 {
    loose::likeness(&fold(a), &fold(b))
}

/// Letters up to which an abbreviation could be a common word in small letters.
const SHORT_ABBREVIATION: usize = 4;

/// The likeliest first; equals by row, so that the order never changes.
fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| b.prior.total_cmp(&a.prior).then(a.place.cmp(&b.place)));
}
