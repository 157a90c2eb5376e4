//! Which events go out, and what of them.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span as Days, ToSpan as _};

use super::row::{Row, RowPlace, Rows, distinct};
use super::schemes;
use crate::model::{CountryCode, Dataset, Event, EventId, Kind, LonLat, Precision, Review};

/// Which events go out, and what of them. The default writes everything as it is.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which events.
    pub events: Chosen,
    /// Whether people review these events: then each says whether somebody did.
    pub tells_review: bool,
    /// Only events that are known to be reviewed.
    pub reviewed_only: bool,
    /// Makes positions coarser, and leaves out what would tell them all the same.
    pub coarsen: Option<Coarsen>,
    /// Leaves out young events.
    pub delay: Option<Delay>,
    /// Leaves out names of persons, and the words of the articles, which may hold some.
    pub leave_out_names: bool,
    /// Leaves out the words of the articles.
    pub leave_out_quotes: bool,
    /// A picture of the map, as PNG, for the formats that have room for one.
    pub picture: Option<Vec<u8>>,
    /// Versions of the data that were read with, each with its name, for the formats that
    /// tell them.
    pub versions: Vec<(String, String)>,
}

/// Which events of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// All.
    #[default]
    All,
    /// Those that pass the filter.
    Filtered(Vec<EventId>),
    /// Those that a person selected.
    Selected(Vec<EventId>),
}

/// How coarse positions are made.
#[derive(Clone, Debug, PartialEq)]
pub enum Coarsen {
    /// To the middles of the cells of a grid, in kilometres.
    Grid(f64),
    /// To the middles of these first-level divisions and countries. What lies in none of
    /// them goes out without a position.
    Divisions(Vec<Division>),
}

/// A first-level division, or a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// The country.
    pub country: CountryCode,
    /// The name of the division; `None` for the country as a whole.
    pub admin1: Option<String>,
    /// Its middle.
    pub centre: LonLat,
    /// How far it reaches from there, roughly.
    pub radius_km: f64,
}

/// Leaves out what happened less than so many days before a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delay {
    /// How many days.
    pub days: u16,
    /// Before which day: usually today.
    pub before: Date,
}

/// What came of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many events were written.
    pub written: usize,
    /// How many there are.
    pub all: usize,
    /// What was left out or changed, and why, a line each.
    pub notes: Vec<String>,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} events written", self.written, self.all)?;
        self.notes.iter().try_for_each(|note| write!(f, "; {note}"))
    }
}

/// What is to be written: the events that passed, and how their rows are made.
pub struct Export<'e> {
    /// All that was read.
    pub dataset: &'e Dataset,
    /// What was asked for.
    pub options: &'e Options,
    /// What comes of it.
    pub outcome: Outcome,
    /// By place in the dataset, in its order.
    events: Vec<usize>,
    rows: Rows<'e>,
    /// What happens to each row, in words.
    changes: Vec<String>,
}

impl<'e> Export<'e> {
    /// Chooses the events.
    pub fn new(dataset: &'e Dataset, options: &'e Options) -> Self {
        let chosen = options.chosen(dataset);
        let all = dataset.events.len();
        let mut notes = Vec::new();
        let mut leave_out = |count: usize, why: String| {
            if count > 0 {
                notes.push(format!("{} left out{why}", events(count)));
            }
        };
        leave_out(all - chosen.len(), format!(", not {}", options.events.word()));
        let (chosen, out) =
            split(chosen, |event| !options.reviewed_only || is_reviewed(dataset, event));
        leave_out(out, ", not reviewed".to_owned());
        let rows = Rows::new(dataset);
        let (mut undated, mut young) = (0, 0);
        let (chosen, _) = split(chosen, |event| {
            let age = options.delay.map_or(Age::Old, |delay| delay.age(&rows, event));
            undated += usize::from(age == Age::Unknown);
            young += usize::from(age == Age::Young);
            age == Age::Old
        });
        if let Some(delay) = options.delay {
            leave_out(young, format!(", {delay}"));
            leave_out(undated, ", of no known day, so perhaps as young".to_owned());
        }
        let changes = options.changes();
        notes.extend(changes.iter().cloned());
        let outcome = Outcome { written: chosen.len(), all, notes };
        Self { dataset, options, outcome, events: chosen, rows, changes }
    }

    /// Keeps only the events of which `keep` holds, and says why the others were left out.
    pub fn retain(&mut self, keep: impl Fn(&Event) -> bool, why: &str) {
        let before = self.events.len();
        self.events.retain(|&event| keep(&self.dataset.events[event]));
        self.outcome.written = self.events.len();
        let out = before - self.events.len();
        if out > 0 {
            self.outcome.notes.push(format!("{} left out, {why}", events(out)));
        }
    }

    /// The rows, in the order of the dataset.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        self.events.iter().map(|&event| self.row(event))
    }

    /// The events, in the order of the dataset.
    pub fn events(&self) -> impl Iterator<Item = &'e Event> {
        let dataset = self.dataset;
        self.events.iter().map(move |&event| &dataset.events[event])
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// The places in the dataset of the articles that tell of any of the events, in order.
    pub fn articles(&self) -> Vec<usize> {
        let mut articles: Vec<usize> =
            self.events().flat_map(|event| event.reports.iter().map(|at| at.article)).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    /// SHA-256 of the text of an article.
    pub fn hash(&self, article: usize) -> &str {
        self.rows.hash(article)
    }

    /// Whether the articles' own words are left out.
    pub fn is_mute(&self) -> bool {
        self.options.is_mute()
    }

    /// What was done to all of it, and by which program, for formats that have room for it:
    /// names and values.
    pub fn about(&self) -> Vec<(String, String)> {
        let mut about = vec![
            ("program".to_owned(), PROGRAM.to_owned()),
            ("export".to_owned(), self.outcome.to_string()),
        ];
        about.extend(self.options.versions.iter().cloned());
        about
    }

    fn row(&self, event: usize) -> Row {
        let mut row = self.rows.row(event + 1, &self.dataset.events[event]);
        // A row of a table may tell that somebody looked at it before.
        let review = self.options.tells_review.then(|| self.dataset.events[event].review());
        row.review =
            review.filter(|review| *review != Review::Unreviewed).or(row.review).or(review);
        let changed = row.changed.iter().chain(&self.changes).cloned();
        row.changed = distinct(changed);
        if let Some(coarsen) = &self.options.coarsen {
            coarsen.apply(&mut row);
        }
        if self.options.leave_out_names {
            leave_out_names(&mut row);
        }
        if self.options.is_mute() {
            mute(&mut row);
        }
        row
    }
}

fn is_reviewed(dataset: &Dataset, event: usize) -> bool {
    dataset.events.get(event).is_some_and(|event| event.review() == Review::Reviewed)
}

/// The program and its version.
pub const PROGRAM: &str = concat!("Dateline ", env!("CARGO_PKG_VERSION"));

impl Options {
    fn chosen(&self, dataset: &Dataset) -> Vec<usize> {
        let all = dataset.events.len();
        match &self.events {
            Chosen::All => (0..all).collect(),
            Chosen::Filtered(events) | Chosen::Selected(events) => {
                let mut chosen: Vec<usize> =
                    events.iter().map(|id| id.0).filter(|&event| event < all).collect();
                chosen.sort_unstable();
                chosen.dedup();
                chosen
            }
        }
    }

    /// Names and places stand in quotes too.
    fn is_mute(&self) -> bool {
        self.leave_out_quotes || self.leave_out_names || self.coarsen.is_some()
    }

    /// What happens to each row, in words.
    fn changes(&self) -> Vec<String> {
        let mut changes = Vec::new();
        match &self.coarsen {
            Some(Coarsen::Grid(km)) => changes.push(format!(
                "positions moved to the middles of a grid of {km} km, names of smaller places left out"
            )),
            Some(Coarsen::Divisions(_)) => changes.push(
                "positions moved to the middles of first-level divisions, names of smaller places left out"
                    .to_owned(),
            ),
            None => {}
        }
        if self.leave_out_names {
            changes.push("names of persons left out".to_owned());
        }
        if self.is_mute() {
            changes.push(
                "headlines, quotes and words of the articles left out, ids and links of the articles stay"
                    .to_owned(),
            );
        }
        changes
    }
}

impl Chosen {
    fn word(&self) -> &'static str {
        match self {
            Chosen::All => "there",
            Chosen::Filtered(_) => "shown by the filter",
            Chosen::Selected(_) => "selected",
        }
    }
}

fn split(events: Vec<usize>, mut keep: impl FnMut(usize) -> bool) -> (Vec<usize>, usize) {
    let before = events.len();
    let kept: Vec<usize> = events.into_iter().filter(|&event| keep(event)).collect();
    let out = before - kept.len();
    (kept, out)
}

fn events(count: usize) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{count} events") }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Age {
    Old,
    Young,
    Unknown,
}

impl Delay {
    /// By the last day on which it may have happened; where no day is known, by the last
    /// day on which it was published.
    fn age(self, rows: &Rows<'_>, event: usize) -> Age {
        let date = rows.event(event).date;
        let published = || {
            let reports = rows.row(event + 1, rows.event(event)).reports;
            reports.iter().filter_map(|report| report.published).max()
        };
        let Some(day) = date.map(|range| range.last()).or_else(published) else {
            return Age::Unknown;
        };
        let days: Days = i64::from(self.days).days();
        let oldest_young = self.before.checked_sub(days).unwrap_or(Date::MIN);
        if day > oldest_young { Age::Young } else { Age::Old }
    }
}

impl fmt::Display for Delay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "younger than {} days on {}", self.days, self.before)
    }
}

/// What stands for a name that was left out.
pub(super) const NAME_LEFT_OUT: &str = "(name left out)";

/// Mean length of a degree of latitude.
const KM_A_DEGREE: f64 = 111.195;

impl Coarsen {
    fn apply(&self, row: &mut Row) {
        for place in &mut row.places {
            match self {
                Coarsen::Grid(km) => to_grid(place, *km),
                Coarsen::Divisions(divisions) => to_division(place, divisions),
            }
        }
        row.places = distinct(std::mem::take(&mut row.places).into_iter());
    }
}

/// Moves a place to the middle of its cell, with a radius that still holds it. The cells
/// are as wide as high, so they get more degrees wide towards the poles.
fn to_grid(place: &mut RowPlace, km: f64) {
    name_by_division(place);
    let (Some(at), true) = (place.position, km > 0.0) else { return };
    let middle = |value: f64, step: f64| ((value / step).floor() + 0.5) * step;
    let height = km / KM_A_DEGREE;
    let lat = middle(at.lat, height).clamp(-90.0, 90.0);
    let width = height / lat.to_radians().cos().max(0.01);
    let lon = middle(at.lon, width).clamp(-180.0, 180.0);
    place.position = Some(LonLat::new(super::number::degrees(lon), super::number::degrees(lat)));
    place.radius_km = super::number::km(place.radius_km + km / std::f64::consts::SQRT_2);
    place.precision = place.precision.max(Precision::Near);
}

fn to_division(place: &mut RowPlace, divisions: &[Division]) {
    name_by_division(place);
    let of = |admin1: Option<&String>| {
        let mut found = divisions.iter();
        found.find(|d| Some(d.country) == place.country && d.admin1.as_ref() == admin1)
    };
    let province = place.admin1.as_ref().and_then(|admin1| of(Some(admin1)));
    let (found, precision) = match province {
        Some(division) if place.precision < Precision::Country => {
            (Some(division), Precision::Admin1)
        }
        _ => (of(None), Precision::Country),
    };
    place.position = found.map(|division| division.centre);
    place.radius_km = found.map_or(0.0, |division| super::number::km(division.radius_km));
    place.precision = precision;
    if precision == Precision::Country {
        place.admin1 = None;
        place.kind = Kind::Country;
        place.name = place.country.map(schemes::country_name).unwrap_or_default().to_owned();
    }
}

/// Names a place after its division, or after its country where that is not known.
fn name_by_division(place: &mut RowPlace) {
    if matches!(place.kind, Kind::Admin1 | Kind::Country) {
        return;
    }
    place.geonameid = None;
    let country = || place.country.map(schemes::country_name).unwrap_or_default().to_owned();
    (place.name, place.kind) = match &place.admin1 {
        Some(admin1) => (admin1.clone(), Kind::Admin1),
        None => (country(), Kind::Country),
    };
}

/// Keeps only names of countries, of known groups, and of people by their class.
fn leave_out_names(row: &mut Row) {
    let keeps = |name: &str| {
        let is_class = !name.contains(char::is_uppercase);
        is_class || schemes::is_country(name) || schemes::actor_kind(name).is_some()
    };
    for actor in &mut row.actors {
        if !keeps(&actor.name) {
            NAME_LEFT_OUT.clone_into(&mut actor.name);
        }
    }
    for toll in &mut row.tolls {
        if toll.side.as_ref().is_some_and(|side| !keeps(side)) {
            toll.side = Some(NAME_LEFT_OUT.to_owned());
        }
    }
    // What sort of source it is, is no help: a surname alone is easily taken for a side.
    for said in row.reports.iter_mut().filter_map(|report| report.claim.as_mut()) {
        if !keeps(&said.by) {
            NAME_LEFT_OUT.clone_into(&mut said.by);
        }
    }
    if row.claimant.as_ref().is_some_and(|name| !name.is_empty() && !keeps(name)) {
        row.claimant = Some(NAME_LEFT_OUT.to_owned());
    }
    for claim in &mut row.claims {
        if !keeps(&claim.name) {
            NAME_LEFT_OUT.clone_into(&mut claim.name);
        }
    }
    row.actors = distinct(std::mem::take(&mut row.actors).into_iter());
    row.claims = distinct(std::mem::take(&mut row.claims).into_iter());
}

/// Leaves out the words of the articles, and what we wrote with them in it. Words for what
/// happened and when stay: these hold neither names nor places.
fn mute(row: &mut Row) {
    row.note.clear();
    for report in &mut row.reports {
        report.title = None;
        report.quote.clear();
        report.quote_span = None;
    }
    let words = &mut row.words;
    for list in [
        &mut words.place,
        &mut words.killed,
        &mut words.wounded,
        &mut words.captured,
        &mut words.actor,
        &mut words.claim,
    ] {
        list.clear();
    }
    row.weapons.iter_mut().for_each(|weapon| weapon.words.clear());
    row.damage.iter_mut().for_each(|damage| damage.words.clear());
    row.weapons = distinct(std::mem::take(&mut row.weapons).into_iter());
    row.damage = distinct(std::mem::take(&mut row.damage).into_iter());
    row.why_joined.clear();
    for dispute in &mut row.disputes {
        dispute.message = format!("{} (what each says is left out)", dispute.field.key());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::super::fixture;
    use super::*;
    use crate::model::ByPerson;

    /// The first row, and what is said of the export.
    fn check(options: &Options) -> (Row, String) {
        let dataset = fixture::dataset();
        let export = Export::new(&dataset, options);
        (export.rows().next().unwrap(), export.outcome.to_string())
    }

    #[test]
    fn everything_goes_out_as_it_is() {
        let (row, said) = check(&Options::default());
        assert_eq!(said, "2 of 2 events written");
        assert_eq!((row.changed.len(), row.places[0].name.as_str()), (0, "Goris"));
    }

    #[test]
    fn selected_events_keep_their_numbers() {
        let events = Chosen::Selected(vec![EventId(1), EventId(1), EventId(9)]);
        let (row, said) = check(&Options { events, ..Options::default() });
        assert_eq!(row.event, 2);
        assert_eq!(said, "1 of 2 events written; 1 event left out, not selected");
    }

    #[test]
    fn only_reviewed_ones_go_out_if_wished() {
        let mut dataset = fixture::dataset();
        let person = ByPerson { review: Review::Reviewed, ..ByPerson::default() };
        dataset.events[1].person = Some(person.into());
        let options = Options { tells_review: true, reviewed_only: true, ..Options::default() };
        let export = Export::new(&dataset, &options);
        let row = export.rows().next().unwrap();
        assert_eq!((row.event, row.review), (2, Some(Review::Reviewed)));
        let said = export.outcome.to_string();
        assert_eq!(said, "1 of 2 events written; 1 event left out, not reviewed");
    }

    #[test]
    fn young_events_wait_and_undated_ones_go_by_their_article() {
        let delay =
            |before| Options { delay: Some(Delay { days: 14, before }), ..Options::default() };
        let dataset = fixture::dataset();
        let said = |options: &Options| Export::new(&dataset, options).outcome.to_string();
        assert_eq!(
            said(&delay(date(2022, 9, 26))),
            "0 of 2 events written; 2 events left out, younger than 14 days on 2022-09-26"
        );
        assert_eq!(said(&delay(date(2022, 9, 27))), "2 of 2 events written");
    }

    #[test]
    fn a_grid_hides_the_spot_and_its_circle_still_holds_it() {
        let before = check(&Options::default()).0;
        for km in [1.0, 10.0, 50.0, 300.0] {
            let (row, said) =
                check(&Options { coarsen: Some(Coarsen::Grid(km)), ..Options::default() });
            let (old, new) = (&before.places[0], &row.places[0]);
            let moved = old.position.unwrap().distance_km(new.position.unwrap());
            assert!(moved <= new.radius_km - old.radius_km + 0.1, "{km}: {moved}");
            assert_eq!((new.name.as_str(), new.precision), ("Armenia", Precision::Near));
            assert!(said.contains(&format!("a grid of {km} km")), "{said}");
            let json = serde_json::to_string(&row).unwrap();
            assert!(!json.contains("Goris") && !json.contains("came under fire,"), "{json}");
        }
    }

    #[test]
    fn divisions_take_the_place_of_what_lies_in_them() {
        let armenia = CountryCode::new("AM").unwrap();
        let centre = LonLat::new(45.0, 40.3);
        let division = Division { country: armenia, admin1: None, centre, radius_km: 150.0 };
        let coarsen = Some(Coarsen::Divisions(vec![division]));
        let (row, _) = check(&Options { coarsen, ..Options::default() });
        assert_eq!(row.places.len(), 1);
        assert_eq!(
            (row.places[0].position, row.places[0].name.as_str()),
            (Some(centre), "Armenia")
        );
        let (row, _) =
            check(&Options { coarsen: Some(Coarsen::Divisions(Vec::new())), ..Options::default() });
        assert_eq!(row.places[0].position, None);
    }

    #[test]
    fn names_are_left_out_and_so_are_quotes() {
        let (row, said) = check(&Options { leave_out_names: true, ..Options::default() });
        assert_eq!(row.claimants(), [NAME_LEFT_OUT]);
        assert_eq!(row.actor_names(), ["Armenia"]);
        assert!(row.quotes().is_empty());
        assert_eq!(row.words.date, ["Tuesday"]);
        assert!(said.contains("names of persons left out; headlines, quotes"), "{said}");
    }
}
