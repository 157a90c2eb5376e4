//! The columns of a flat table of events, and the cells of a row. `docs/formats.md` says
//! what each of them means.

use std::borrow::Cow;

use jiff::civil::Date;

use super::one_line::{is_unprintable, on_one_line};
use super::schemes;
use super::{Bounds, Row, RowClaim, RowDamage, RowPlace, RowToll, distinct};
use crate::model::{LonLat, Role};

/// A value in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text.
    Text(String),
    /// Several values, which flat tables join by "; ". Empty ones keep their seat.
    List(Vec<String>),
    /// JSON on one line.
    Json(String),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Date),
}

/// What the cells of a column are, if they are not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Text,
    Whole,
    Number,
    Flag,
    Day,
}

/// A column.
#[derive(Clone, Copy)]
pub struct Column {
    /// Its heading.
    pub name: &'static str,
    /// What its cells are.
    pub sort: Sort,
    of: fn(&Row) -> Cell,
}

impl Column {
    /// The cell of a row.
    pub fn cell(&self, row: &Row) -> Cell {
        (self.of)(row)
    }
}

impl Cell {
    /// The value as text on one line; lists joined.
    pub fn into_text(self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => on_one_line(&text),
            Cell::List(values) => on_one_line(&values.join("; ")),
            Cell::Json(json) => json,
            Cell::Whole(number) => number.to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Flag(flag) => flag.to_string(),
            Cell::Day(day) => day.to_string(),
        }
    }

    /// The same, harmless where a spreadsheet would run it: an article must not be able to
    /// run anything in the program that opens the table. Numbers stay numbers.
    pub fn into_harmless_text(self) -> String {
        match self {
            // A spreadsheet that parts cells at semicolons makes cells of the parts.
            Cell::List(values) => {
                let values: Vec<String> =
                    values.iter().map(|value| harmless(&on_one_line(value)).into_owned()).collect();
                values.join("; ")
            }
            Cell::Text(text) => harmless(&on_one_line(&text)).into_owned(),
            other => other.into_text(),
        }
    }
}

/// Whether a day is in the year 1 or later. Before it, standards count years differently,
/// and many readers give up the whole file.
pub fn is_of_our_era(day: Date) -> bool {
    day.year() >= 1
}

/// A text that no spreadsheet takes for a formula: one that begins with =, +, -, @, a
/// tabulator or a carriage return gets an apostrophe in front of it, but not a number.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula && text.parse::<f64>().is_err() {
        return Cow::Owned(format!("'{text}"));
    }
    Cow::Borrowed(text)
}

/// In the order in which they are written. New columns go to the end, so that what reads
/// the table by position goes on working.
pub const COLUMNS: &[Column] = &[
    whole("event", |row| Cell::Whole(row.event.try_into().unwrap_or(i64::MAX))),
    text("type", |row| Cell::Text(row.event_type.key().to_owned())),
    text("label", |row| Cell::Text(row.label())),
    day("date_start", |row| row.date.map_or(Cell::Empty, |range| Cell::Day(range.first()))),
    day("date_end", |row| row.date.map_or(Cell::Empty, |range| Cell::Day(range.last()))),
    text("places", |row| of_places(row, |place| place.name.clone())),
    text("latitudes", |row| of_places(row, |place| degrees(place.position, |at| at.lat))),
    text("longitudes", |row| of_places(row, |place| degrees(place.position, |at| at.lon))),
    text("radii_km", |row| of_places(row, |place| place.radius_km.to_string())),
    text("precisions", |row| of_places(row, |place| place.precision.key().to_owned())),
    text("countries", |row| of_places(row, country)),
    text("admin1", |row| of_places(row, |place| place.admin1.clone().unwrap_or_default())),
    whole("killed_low", |row| low(row.killed)),
    whole("killed_high", |row| high(row.killed)),
    whole("wounded_low", |row| low(row.wounded)),
    whole("wounded_high", |row| high(row.wounded)),
    text("actors", |row| list(row.actor_names())),
    text("claimed_by", |row| list(row.claimants())),
    flag("disputed", |row| Cell::Flag(row.is_disputed())),
    flag("background", |row| Cell::Flag(row.background)),
    number("confidence", |row| Cell::Number(row.confidence)),
    text("articles", |row| list(row.articles())),
    text("sources", |row| list(row.sources())),
    text("quotes", |row| list(row.quotes())),
    text("type_words", |row| list(&row.words.event_type)),
    text("date_words", |row| list(&row.words.date)),
    text("place_words", |row| list(&row.words.place)),
    text("killed_words", |row| list(&row.words.killed)),
    text("wounded_words", |row| list(&row.words.wounded)),
    text("actor_words", |row| list(&row.words.actor)),
    text("claim_words", |row| list(&row.words.claim)),
    whole("captured_low", |row| low(row.captured)),
    whole("captured_high", |row| high(row.captured)),
    text("disputes", |row| list(row.disputes.iter().map(|dispute| &dispute.message))),
    text("why_joined", |row| list(&row.why_joined)),
    text("place", |row| best(row, |place, _| Cell::Text(place.name.clone()))),
    number("latitude", |row| best(row, |_, at| Cell::Number(at.lat))),
    number("longitude", |row| best(row, |_, at| Cell::Number(at.lon))),
    number("radius_km", |row| best(row, |place, _| Cell::Number(place.radius_km))),
    text("precision", |row| best(row, |place, _| Cell::Text(place.precision.key().to_owned()))),
    text("country", |row| best(row, |place, _| country_name(place))),
    text("place_kinds", |row| of_places(row, |place| place.kind.key().to_owned())),
    text("geonames_ids", |row| {
        of_places(row, |place| place.geonameid.map(|id| id.to_string()).unwrap_or_default())
    }),
    text("perpetrators", |row| list(row.actors_as(Role::Perpetrator))),
    text("victims", |row| list(row.actors_as(Role::Victim))),
    text("participants", |row| list(row.actors_as(Role::Participant))),
    text("weapons", |row| list(distinct(row.weapons.iter().map(|weapon| &weapon.class)))),
    text("weapon_words", |row| list(words(row.weapons.iter().map(|weapon| &weapon.words)))),
    text("damage", |row| list(distinct(row.damage.iter().map(damage)))),
    text("damage_words", |row| list(words(row.damage.iter().map(|damage| &damage.words)))),
    text("tolls", |row| list(row.tolls.iter().map(toll))),
    text("claims", |row| list(row.claims.iter().map(claim))),
    text("captured_words", |row| list(&row.words.captured)),
    text("titles", |row| list(row.of_reports(|report| report.title.as_deref()))),
    text("urls", |row| list(row.of_reports(|report| report.url.as_deref()))),
    text("published", |row| {
        let days = row.reports.iter().filter_map(|report| report.published);
        list(distinct(days).into_iter().map(|day| day.to_string()))
    }),
    text("article_hashes", |row| list(row.of_reports(|report| Some(report.sha256.as_str())))),
    number("confidence_detection", |row| Cell::Number(row.confidence_parts.detection)),
    number("confidence_date", |row| Cell::Number(row.confidence_parts.date)),
    number("confidence_place", |row| Cell::Number(row.confidence_parts.place)),
    number("confidence_corroboration", |row| Cell::Number(row.confidence_parts.corroboration)),
    text("review", |row| {
        row.review.map_or(Cell::Empty, |review| Cell::Text(review.key().to_owned()))
    }),
    text("acled_sub_event_type", |row| Cell::Text(schemes::acled(row).sub_event.to_owned())),
    text("plover", |row| Cell::Text(schemes::plover(row.event_type).to_owned())),
    text("by_person", |row| list(row.by_person.iter().map(|field| field.key()))),
    text("note", |row| Cell::Text(row.note.clone())),
    text("changed", |row| list(&row.changed)),
    text("details", details),
];

const fn text(name: &'static str, of: fn(&Row) -> Cell) -> Column {
    Column { name, sort: Sort::Text, of }
}

const fn whole(name: &'static str, of: fn(&Row) -> Cell) -> Column {
    Column { name, sort: Sort::Whole, of }
}

const fn number(name: &'static str, of: fn(&Row) -> Cell) -> Column {
    Column { name, sort: Sort::Number, of }
}

const fn flag(name: &'static str, of: fn(&Row) -> Cell) -> Column {
    Column { name, sort: Sort::Flag, of }
}

const fn day(name: &'static str, of: fn(&Row) -> Cell) -> Column {
    Column { name, sort: Sort::Day, of }
}

/// The row as JSON, so that no table loses anything. Characters that some formats cannot
/// hold stand in it by their numbers.
fn details(row: &Row) -> Cell {
    // All of it is text, numbers and lists, which JSON can say.
    serde_json::to_string(row).map_or(Cell::Empty, |json| Cell::Json(escaped(json)))
}

/// Such characters stand only within the texts of the JSON.
fn escaped(json: String) -> String {
    use std::fmt::Write as _;
    if !json.contains(is_unprintable) {
        return json;
    }
    let mut kept = String::with_capacity(json.len() + 8);
    for c in json.chars() {
        if is_unprintable(c) {
            // Writing to a string cannot fail.
            let _ = write!(kept, "\\u{:04x}", u32::from(c));
        } else {
            kept.push(c);
        }
    }
    kept
}

/// A list; nothing where it is empty.
pub fn list<S: ToString>(values: impl IntoIterator<Item = S>) -> Cell {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    if values.is_empty() { Cell::Empty } else { Cell::List(values) }
}

/// A value of each place; nothing where all are empty.
fn of_places(row: &Row, value: fn(&RowPlace) -> String) -> Cell {
    let values: Vec<String> = row.places.iter().map(value).collect();
    if values.iter().all(String::is_empty) { Cell::Empty } else { Cell::List(values) }
}

fn best(row: &Row, value: fn(&RowPlace, LonLat) -> Cell) -> Cell {
    row.best().map_or(Cell::Empty, |(place, at)| value(place, at))
}

fn country(place: &RowPlace) -> String {
    place.country.map(|country| country.to_string()).unwrap_or_default()
}

fn country_name(place: &RowPlace) -> Cell {
    place.country.map_or(Cell::Empty, |code| Cell::Text(schemes::country_name(code).to_owned()))
}

fn degrees(position: Option<LonLat>, side: fn(LonLat) -> f64) -> String {
    position.map(|position| side(position).to_string()).unwrap_or_default()
}

fn low(bounds: Bounds) -> Cell {
    bounds.low.map_or(Cell::Empty, |low| Cell::Whole(low.into()))
}

fn high(bounds: Bounds) -> Cell {
    bounds.high.map_or(Cell::Empty, |high| Cell::Whole(high.into()))
}

fn words<'w>(words: impl Iterator<Item = &'w String>) -> Vec<&'w String> {
    distinct(words.filter(|words| !words.is_empty()))
}

/// "Armenia said (asserts, side)".
pub fn claim(claim: &RowClaim) -> String {
    let (stance, source) = (claim.stance.key(), claim.source.key());
    format!("{} {} ({stance}, {source})", claim.name, claim.verb)
}

/// "homes", "3 homes", "3 homes destroyed".
pub fn damage(damage: &RowDamage) -> String {
    let number = damage.low.map(|low| format!("{low} ")).unwrap_or_default();
    let destroyed = if damage.destroyed { " destroyed" } else { "" };
    format!("{number}{}{destroyed}", damage.class)
}

/// "killed 2–3, Armenia, military".
pub fn toll(toll: &RowToll) -> String {
    let count = Bounds { low: Some(toll.low), high: toll.high }.label().unwrap_or_default();
    let mut parts = vec![format!("{} {count}", toll.fate.key())];
    parts.extend(toll.side.clone());
    parts.extend(toll.standing.key().map(str::to_owned));
    let flags = [toll.of_attackers, toll.part, toll.further, toll.cumulative];
    let told = flags.iter().zip(TOLL_FLAGS).filter(|(holds, _)| **holds);
    parts.extend(told.map(|(_, words)| words.to_owned()));
    parts.join(", ")
}

/// The words for what may hold of a toll, in the order of its fields.
pub const TOLL_FLAGS: [&str; 4] =
    ["of the attackers", "among those told", "beside those told", "up to now"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        let check = |text: &str, wanted: &str| {
            assert_eq!(Cell::Text(text.to_owned()).into_harmless_text(), wanted);
        };
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("+1 = 2", "'+1 = 2");
        check("@SUM(1)", "'@SUM(1)");
        check("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0");
        check("\t=1", "'=1");
        check("\r\n=1", "'=1");
        check("-12.5", "-12.5");
        check("a\n\n b", "a b");
        assert_eq!(harmless("\t=1"), "'\t=1");
        assert_eq!(harmless("＝1+1"), "'＝1+1");
    }

    #[test]
    fn parts_of_a_list_are_harmless_too() {
        let list = |values: &[&str]| {
            Cell::List(values.iter().map(|v| (*v).to_owned()).collect()).into_harmless_text()
        };
        assert_eq!(list(&["Goris", "=1+1"]), "Goris; '=1+1");
        assert_eq!(list(&["-12.5", "-3", ""]), "-12.5; -3; ");
    }

    #[test]
    fn characters_that_some_formats_leave_out_stand_in_the_json_by_number() {
        let mut row = Row::bare(1);
        row.why_joined = vec!["a\u{7f}\u{85}\u{0}\u{ffff}\nб".to_owned()];
        let json = details(&row).into_text();
        assert!(json.contains(r"a\u007f\u0085\u0000\uffff\nб"), "{json}");
        assert_eq!(serde_json::from_str::<Row>(&json).ok(), Some(row));
    }

    #[test]
    fn every_column_is_in_the_docs_and_named_once() {
        let docs = include_str!("../../docs/formats.md");
        let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        assert_eq!(distinct(names.iter()).len(), names.len());
        for name in names {
            assert!(docs.contains(&format!("| `{name}` |")), "{name}");
        }
    }
}
