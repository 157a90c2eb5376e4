//! A user's own places, on top of those of the file: they are found as those are, by
//! every name, and come first.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::{Candidate, Matched, NameNumber, NameUse, Row, fold, loose};
use crate::model::{CountryCode, Kind, OwnPlace, PlaceId};

/// Any other place counts less: even a country has less than 1.
const EXACT_PRIOR: f32 = 1.0;
/// Still more than any other place.
const FOLDED_PRIOR: f32 = 0.999;

/// How exact a position of the user's own is taken to be, in metres.
const GRAIN_M: u16 = 100;

/// Capitals up to this length are an abbreviation, which small letters do not fit.
const SHORT_ABBREVIATION: usize = 4;

/// Places with their names. Ids are counted on from `first_id`.
#[derive(Debug, Default)]
pub struct Own {
    first_id: u32,
    rows: Vec<OwnRow>,
    names: Vec<Name>,
    /// Folded names, each with the numbers of its `names`.
    keys: BTreeMap<String, Vec<usize>>,
    /// The folded names that sound alike, by their sound.
    sounds: BTreeMap<String, Vec<String>>,
}

#[derive(Debug)]
struct OwnRow {
    place: OwnPlace,
    country: Option<CountryCode>,
}

#[derive(Debug)]
struct Name {
    row: usize,
    spelling: String,
    name_use: NameUse,
}

impl Own {
    /// `country_of` understands what a row says of its country.
    pub fn new(
        places: Vec<OwnPlace>,
        first_id: usize,
        country_of: impl Fn(&str) -> Option<CountryCode>,
    ) -> Self {
        let mut own =
            Self { first_id: u32::try_from(first_id).unwrap_or(u32::MAX), ..Self::default() };
        for (row, place) in places.into_iter().enumerate() {
            own.push_name(row, &place.name, NameUse::Main);
            for alias in &place.aliases {
                own.push_name(row, alias, use_of_alias(alias));
            }
            let country = place.country.as_deref().and_then(&country_of);
            own.rows.push(OwnRow { place, country });
        }
        own
    }

    fn push_name(&mut self, row: usize, spelling: &str, name_use: NameUse) {
        let key = fold(spelling);
        if key.is_empty() {
            return;
        }
        if !self.keys.contains_key(&key)
            && let Some(sound) = loose::sound(&key)
        {
            self.sounds.entry(sound).or_default().push(key.clone());
        }
        self.keys.entry(key).or_default().push(self.names.len());
        self.names.push(Name { row, spelling: spelling.to_owned(), name_use });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The place of this id, if it is one of these.
    pub fn get(&self, id: PlaceId) -> Option<&OwnPlace> {
        Some(&self.row_of(id)?.place)
    }

    /// The row of a place; `None` if it is none of these.
    pub fn row(&self, id: PlaceId) -> Option<Row> {
        let OwnRow { place, country } = self.row_of(id)?;
        Some(Row {
            position: place.position,
            grain_m: GRAIN_M,
            kind: place.kind,
            country: *country,
            admin1: None,
            admin2: None,
            population: place.population,
            radius_km: place.radius_km.unwrap_or_else(|| usual_radius_km(place.kind)),
            geonameid: None,
            is_capital: false,
            is_admin_seat: false,
            is_quarter: false,
            is_past: false,
        })
    }

    fn row_of(&self, id: PlaceId) -> Option<&OwnRow> {
        self.rows.get(usize::try_from(id.0.checked_sub(self.first_id)?).ok()?)
    }

    /// A name as the user spelt it, by its number.
    pub fn spelling(&self, number: u32) -> Option<&str> {
        Some(&self.names.get(usize::try_from(number).ok()?)?.spelling)
    }

    /// Those that bear a name, given folded and as it stands.
    pub fn look_up(&self, folded: &str, written: &str) -> Vec<Candidate> {
        let capitals = !written.chars().any(char::is_lowercase);
        let fits = |found: &Candidate| {
            let abbreviation = found.name_use == NameUse::Abbreviation;
            !abbreviation || capitals || found.matched == Matched::Exact
        };
        self.named(folded, written).filter(fits).collect()
    }

    /// Those with a name that has one of these sounds, but is not the folded one itself.
    pub fn sounding(
        &self,
        folded: &str,
        sounds: &[String],
        matched: Matched,
    ) -> impl Iterator<Item = Candidate> {
        let alike = sounds.iter().filter_map(|sound| self.sounds.get(sound)).flatten();
        alike.filter(move |key| *key != folded).flat_map(move |key| {
            let likeness = loose::likeness(folded, key) as f32;
            self.named(key, "").map(move |candidate| Candidate {
                matched,
                prior: candidate.prior * likeness.powi(3),
                ..candidate
            })
        })
    }

    /// Whether one of the names, folded, is `folded` or begins with it and a space.
    pub fn has_prefix(&self, folded: &str) -> bool {
        // A space sorts before every letter and digit, so the first name decides.
        let next = self.keys.range::<str, _>(from(folded)).next();
        let rest = next.and_then(|(name, _)| name.strip_prefix(folded));
        !folded.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    /// Those with a name that, folded, begins with `folded`.
    pub fn prefix_search(&self, folded: &str, typed: &str) -> Vec<Candidate> {
        if folded.is_empty() {
            return Vec::new();
        }
        let keys = self.keys.range::<str, _>(from(folded)).map(|(key, _)| key);
        let keys = keys.take_while(|key| key.starts_with(folded));
        keys.flat_map(|key| self.named(key, typed)).collect()
    }

    /// All that bear a folded name, each exact if it is spelt as it is `written`.
    fn named<'a>(&'a self, key: &str, written: &'a str) -> impl Iterator<Item = Candidate> + 'a {
        let numbers = self.keys.get(key).into_iter().flatten();
        numbers.filter_map(move |number| self.candidate(*number, written))
    }

    fn candidate(&self, number: usize, written: &str) -> Option<Candidate> {
        let name = self.names.get(number)?;
        let exact = name.spelling == written;
        let row = u32::try_from(name.row).ok()?;
        Some(Candidate {
            place: PlaceId(self.first_id.checked_add(row)?),
            matched: if exact { Matched::Exact } else { Matched::Folded },
            name_use: name.name_use,
            prior: if exact { EXACT_PRIOR } else { FOLDED_PRIOR },
            name: NameNumber { key: u32::try_from(number).ok()?, spelling: 0 },
        })
    }
}

/// All names from this one on.
fn from(folded: &str) -> (Bound<&str>, Bound<&str>) {
    (Bound::Included(folded), Bound::Unbounded)
}

fn use_of_alias(alias: &str) -> NameUse {
    let letters = || alias.chars().filter(|c| c.is_alphanumeric());
    let is_short = letters().count() <= SHORT_ABBREVIATION;
    if is_short && letters().all(char::is_uppercase) {
        NameUse::Abbreviation
    } else {
        NameUse::Alternate
    }
}

/// How far a place reaches of which only the kind is known.
fn usual_radius_km(kind: Kind) -> f64 {
    match kind {
        Kind::Country => 300.0,
        Kind::Sea => 100.0,
        Kind::Admin1 | Kind::Region => 50.0,
        Kind::Admin2 => 20.0,
        Kind::Lake | Kind::River | Kind::Mountain => 5.0,
        Kind::City => 3.0,
        Kind::Village | Kind::Airport | Kind::Base | Kind::Camp | Kind::Other => 1.0,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::model::LonLat;

    fn place(name: &str, aliases: &[&str], country: &str) -> OwnPlace {
        OwnPlace {
            name: name.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            position: LonLat::new(46.3, 39.5),
            kind: Kind::Mountain,
            country: (!country.is_empty()).then(|| country.to_owned()),
            population: None,
            radius_km: Some(0.5),
            file: "hills.csv".into(),
        }
    }

    fn gazetteer() -> Gazetteer {
        Gazetteer::bundled_with(vec![
            place("Rose Hill", &["Rosenberg Height", "RHL"], "Armenia"),
            place("Goris", &[], "am"),
        ])
    }

    /// The first place of a name is one of the own, of this number.
    fn check(name: &str, number: u32, matched: Matched) {
        let gazetteer = gazetteer();
        let first = gazetteer.look_up(name)[0];
        assert_eq!(fold(&gazetteer.matched_name(&first).unwrap()), fold(name));
        let bundled = u32::try_from(Gazetteer::bundled().place_count()).unwrap();
        assert_eq!((first.place.0 - bundled, first.matched), (number, matched), "{name}");
    }

    #[test]
    fn own_places_are_found_by_all_their_names() {
        check("Rose Hill", 0, Matched::Exact);
        check("rose-hill", 0, Matched::Folded);
        check("Rosenberg Height", 0, Matched::Exact);
        check("RHL", 0, Matched::Exact);
        assert!(gazetteer().look_up("rhl").is_empty());
    }

    #[test]
    fn own_places_are_found_by_their_sound() {
        let gazetteer = gazetteer();
        let found = gazetteer.look_up_loose("Rosinberg Hight", CountryCode::new("AM"));
        let own = found.iter().find(|found| gazetteer.own_file(found.place).is_some());
        assert_eq!(own.map(|found| found.matched), Some(Matched::Loose));
    }

    #[test]
    fn an_own_place_comes_before_others_of_its_name() {
        check("Goris", 1, Matched::Exact);
        let all = gazetteer().look_up("Goris");
        assert!(all.windows(2).all(|pair| pair[0].prior >= pair[1].prior));
        assert_eq!(all.len(), Gazetteer::bundled().look_up("Goris").len() + 1);
    }

    #[test]
    fn own_places_have_rows_and_say_which_file_they_are_from() {
        let gazetteer = gazetteer();
        let id = gazetteer.look_up("Rose Hill")[0].place;
        let place = gazetteer.place(id).unwrap();
        assert_eq!((place.name.as_str(), place.radius_km), ("Rose Hill", 0.5));
        assert_eq!(place.country, CountryCode::new("AM"));
        assert_eq!(gazetteer.own_file(id), Some("hills.csv"));
        assert_eq!(gazetteer.own_file(PlaceId(0)), None);
        assert_eq!(gazetteer.place_count(), Gazetteer::bundled().place_count() + 2);
        assert!(gazetteer.row(PlaceId(id.0 + 2)).is_none());
    }

    #[test]
    fn what_is_typed_finds_own_places_first() {
        let found = gazetteer().prefix_search("Gor", 3);
        assert!(gazetteer().own_file(found[0].place).is_some());
        assert_eq!(found.len(), 3);
        assert!(gazetteer().has_prefix("rosenberg"));
        assert!(!gazetteer().has_prefix("rosenber g"));
    }
}
