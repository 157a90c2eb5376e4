//! A table with the columns of ACLED's. What ACLED knows and the articles do not tell
//! stays empty; nothing in it comes from ACLED.

use std::io::{self, Write};

use super::columns::{Cell, list};
use super::csv;
use super::options::Export;
use super::row::{Row, RowPlace};
use super::schemes;
use crate::model::{EventType, Fate, LonLat, Precision, Role, Standing};

/// The columns, in ACLED's order.
pub const HEADINGS: [&str; 31] = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
];

pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    csv::write_table(out, HEADINGS.into_iter(), export.rows().map(|row| cells(&row)))
}

fn cells(row: &Row) -> Vec<Cell> {
    let names = schemes::acled(row);
    let (first, second) = sides(row);
    let best = row.best();
    let place = row.places.first();
    let country = place.and_then(|place| schemes::country(place.country?));
    vec![
        Cell::Text(format!("{}{}", place.map(country_code).unwrap_or_default(), row.event)),
        row.date.map_or(Cell::Empty, |range| Cell::Day(range.first())),
        row.date.map_or(Cell::Empty, |range| Cell::Whole(range.first().year().into())),
        row.date.map_or(Cell::Empty, |range| Cell::Whole(time_precision(range.days()))),
        known(names.disorder),
        known(names.event),
        known(names.sub_event),
        first.first().map_or(Cell::Empty, |name| known(name)),
        list(first.iter().skip(1)),
        first.first().map_or(Cell::Empty, |name| inter(name)),
        second.first().map_or(Cell::Empty, |name| known(name)),
        list(second.iter().skip(1)),
        second.first().map_or(Cell::Empty, |name| inter(name)),
        interaction(first.first(), second.first()),
        known(if targets_civilians(row) { "Civilian targeting" } else { "" }),
        country.map_or(Cell::Empty, |country| number_of(country.number)),
        Cell::Empty,
        country.map_or(Cell::Empty, |country| known(country.name)),
        place.and_then(|place| place.admin1.as_deref()).map_or(Cell::Empty, known),
        Cell::Empty,
        Cell::Empty,
        place.map_or(Cell::Empty, |place| known(&place.name)),
        best.map_or(Cell::Empty, |(_, at): (_, LonLat)| Cell::Number(at.lat)),
        best.map_or(Cell::Empty, |(_, at)| Cell::Number(at.lon)),
        place.map_or(Cell::Empty, |place| Cell::Whole(geo_precision(place.precision))),
        list(row.sources()),
        Cell::Empty,
        notes(row),
        Cell::Whole(row.killed.low.unwrap_or(0).into()),
        tags(row),
        Cell::Empty,
    ]
}

fn known(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn number_of(digits: &str) -> Cell {
    digits.parse().map_or(Cell::Empty, Cell::Whole)
}

fn country_code(place: &RowPlace) -> String {
    place.country.map(|country| country.to_string()).unwrap_or_default()
}

/// Who did it, then to whom. Those of whom that is not told go where nobody is yet: ACLED's
/// columns tell of no direction anyway.
pub(super) fn sides(row: &Row) -> (Vec<&str>, Vec<&str>) {
    let mut first = row.actors_as(Role::Perpetrator);
    let mut second = row.actors_as(Role::Victim);
    for name in row.actors_as(Role::Participant) {
        if first.contains(&name) || second.contains(&name) {
            continue;
        }
        if first.is_empty() {
            first.push(name);
        } else {
            second.push(name);
        }
    }
    if first.is_empty() { (second, first) } else { (first, second) }
}

fn inter(name: &str) -> Cell {
    schemes::inter(name).map_or(Cell::Empty, |(words, _)| known(words))
}

fn interaction(first: Option<&&str>, second: Option<&&str>) -> Cell {
    let of = |name: Option<&&str>| name.and_then(|name| schemes::inter(name));
    match (of(first), of(second), second) {
        // The lesser number comes first.
        (Some(a), Some(b), _) => {
            let (a, b) = if a.1 <= b.1 { (a, b) } else { (b, a) };
            known(&format!("{}-{}", a.0, b.0))
        }
        (Some(a), None, None) => known(&format!("Sole {}", a.0)),
        _ => Cell::Empty,
    }
}

/// 1 for a day, 2 for up to a week, 3 for longer.
fn time_precision(days: i32) -> i64 {
    match days {
        1 => 1,
        2..=7 => 2,
        _ => 3,
    }
}

/// 1 for the place itself, 2 for near it and for a district, 3 for larger regions.
fn geo_precision(precision: Precision) -> i64 {
    match precision {
        Precision::Exact => 1,
        Precision::Near | Precision::Admin2 => 2,
        Precision::Admin1 | Precision::Country => 3,
    }
}

fn targets_civilians(row: &Row) -> bool {
    let harmed = row.tolls.iter().any(|toll| {
        toll.standing == Standing::Civilian && matches!(toll.fate, Fate::Killed | Fate::Wounded)
    });
    let is_victim = row.actors_as(Role::Victim).contains(&"civilians");
    row.event_type == EventType::AttackOnCivilians || is_victim && harmed
}

/// The quotes; without them, the label.
fn notes(row: &Row) -> Cell {
    let quotes = row.quotes();
    if quotes.is_empty() { Cell::Text(row.label()) } else { Cell::Text(quotes.join(" ")) }
}

/// What has no column: ranges, disputes, confidence, and what was changed.
fn tags(row: &Row) -> Cell {
    let bound = |name: &str, value: Option<u32>| value.map(|value| format!("{name}={value}"));
    let mut tags: Vec<String> = [
        bound("fatalities_high", row.killed.high),
        bound("wounded_low", row.wounded.low),
        bound("wounded_high", row.wounded.high),
        bound("captured_low", row.captured.low),
        bound("captured_high", row.captured.high),
        row.date.map(|range| format!("date_end={}", range.last())),
        Some(format!("confidence={}", row.confidence)),
        row.is_disputed().then(|| "disputed".to_owned()),
        row.background.then(|| "background".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    tags.extend(row.changed.iter().cloned());
    list(tags)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    #[test]
    fn the_columns_are_acleds_and_so_are_the_codes() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        let mut table = ::csv::Reader::from_reader(out.as_slice());
        assert_eq!(table.headers().unwrap().iter().collect::<Vec<_>>(), HEADINGS);
        let row = table.records().next().unwrap().unwrap();
        let cell = |name: &str| row[HEADINGS.iter().position(|h| *h == name).unwrap()].to_owned();
        for (name, wanted) in [
            ("event_id_cnty", "AM1"),
            ("event_date", "2022-09-13"),
            ("year", "2022"),
            ("time_precision", "1"),
            ("disorder_type", "Political violence"),
            ("event_type", "Explosions/Remote violence"),
            ("sub_event_type", "Shelling/artillery/missile attack"),
            ("actor1", "Armenia"),
            ("inter1", "State forces"),
            ("interaction", "Sole State forces"),
            ("iso", "51"),
            ("country", "Armenia"),
            ("location", "Goris"),
            ("latitude", "39.50797"),
            ("geo_precision", "1"),
            ("fatalities", "49"),
            ("notes", "Goris came under fire, killing at least 49."),
            ("tags", "date_end=2022-09-13; confidence=0.88"),
        ] {
            assert_eq!(cell(name), wanted, "{name}");
        }
    }
}
