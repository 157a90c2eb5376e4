//! A table with the columns of UCDP's Georeferenced Event Dataset (GED). It holds only
//! organised violence, as that does; numbers of conflicts and dyads stay empty.

use std::io::{self, Write};

use jiff::civil::Date;

use super::acled::sides;
use super::columns::{Cell, list};
use super::options::Export;
use super::row::Row;
use super::{csv, schemes};
use crate::model::{Fate, LonLat, Precision, Standing};

/// The columns, in the order of UCDP GED.
pub const HEADINGS: [&str; 49] = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
];

pub(super) fn write(out: &mut dyn Write, export: &mut Export<'_>) -> io::Result<()> {
    export.retain(
        |event| schemes::is_in_ucdp(event.event_type),
        "no organised violence, which is all that UCDP counts",
    );
    csv::write_table(out, HEADINGS.into_iter(), export.rows().map(|row| cells(&row)))
}

fn cells(row: &Row) -> Vec<Cell> {
    let place = row.places.first();
    let position = row.best().map(|(_, at)| at);
    let country = place.and_then(|place| schemes::country(place.country?));
    let (side_a, side_b) = (side(row, 0), side(row, 1));
    let dyad = Cell::Text(format!("{side_a} - {side_b}"));
    let deaths = Deaths::of(row, &side_a, &side_b);
    let year = row.date.map(|range| range.first().year());
    vec![
        Cell::Whole(row.event.try_into().unwrap_or(i64::MAX)),
        Cell::Text(format!("{}-{}", year.unwrap_or(0), row.event)),
        year.map_or(Cell::Empty, |year| Cell::Whole(year.into())),
        Cell::Empty,
        Cell::Text(if row.is_disputed() { "Check disputed" } else { "Clear" }.to_owned()),
        schemes::ucdp(row).map_or(Cell::Empty, |number| Cell::Whole(number.into())),
        Cell::Empty,
        Cell::Empty,
        dyad.clone(),
        Cell::Empty,
        Cell::Empty,
        dyad,
        Cell::Empty,
        Cell::Empty,
        Cell::Text(side_a),
        Cell::Empty,
        Cell::Empty,
        Cell::Text(side_b),
        Cell::Whole(row.articles().len().try_into().unwrap_or(i64::MAX)),
        source(row, |report| match (&report.source, &report.url) {
            (Some(source), Some(url)) => format!("{source}, {url}"),
            (Some(text), None) | (None, Some(text)) => text.clone(),
            (None, None) => report.article.clone(),
        }),
        source(row, |report| report.source.clone().unwrap_or_default()),
        source(row, |report| report.published.map(|day| day.to_string()).unwrap_or_default()),
        source(row, |report| report.title.clone().unwrap_or_default()),
        list(row.claimants()),
        place.map_or(Cell::Empty, |place| Cell::Whole(where_prec(place.precision))),
        place.map_or(Cell::Empty, |place| Cell::Text(place.name.clone())),
        list(row.words.place.iter().chain(&row.changed)),
        place.and_then(|place| place.admin1.clone()).map_or(Cell::Empty, Cell::Text),
        Cell::Empty,
        position.map_or(Cell::Empty, |at| Cell::Number(at.lat)),
        position.map_or(Cell::Empty, |at| Cell::Number(at.lon)),
        position.map_or(Cell::Empty, |at| Cell::Text(format!("POINT ({} {})", at.lon, at.lat))),
        position.map_or(Cell::Empty, |at| Cell::Whole(priogrid(at))),
        country.map_or(Cell::Empty, |country| Cell::Text(country.name.to_owned())),
        Cell::Empty,
        Cell::Empty,
        Cell::Whole(if row.date.is_some_and(|range| range.days() == 1) { 1 } else { 2 }),
        row.date.map_or(Cell::Empty, |range| Cell::Whole(date_prec(range.days()))),
        row.date.map_or(Cell::Empty, |range| midnight(range.first())),
        row.date.map_or(Cell::Empty, |range| midnight(range.last())),
        Cell::Whole(deaths.a),
        Cell::Whole(deaths.b),
        Cell::Whole(deaths.civilians),
        Cell::Whole(deaths.unknown),
        Cell::Whole(deaths.best),
        Cell::Whole(row.killed.high.map_or(deaths.best, i64::from)),
        Cell::Whole(deaths.best),
        Cell::Empty,
        Cell::Empty,
    ]
}

/// A side by name; one that is not known begins with XXX, as in UCDP's own tables.
fn side(row: &Row, number: usize) -> String {
    let (first, second) = sides(row);
    let one_sided = schemes::ucdp(row) == Some(3);
    let side = if number == 0 { first } else { second };
    match side.first() {
        Some(name) => (*name).to_owned(),
        None if one_sided && number == 1 => "Civilians".to_owned(),
        None => "XXX".to_owned(),
    }
}

/// A value of each report, joined by semicolons alone; all such columns have as many.
fn source(row: &Row, value: impl Fn(&super::row::RowReport) -> String) -> Cell {
    let values: Vec<String> =
        row.reports.iter().map(|report| value(report).replace(';', ",")).collect();
    if values.iter().all(String::is_empty) { Cell::Empty } else { Cell::Text(values.join(";")) }
}

struct Deaths {
    a: i64,
    b: i64,
    civilians: i64,
    unknown: i64,
    best: i64,
}

impl Deaths {
    /// The lowest number told is the best one; those of whom no side is told are unknown.
    fn of(row: &Row, side_a: &str, side_b: &str) -> Self {
        let best = i64::from(row.killed.low.unwrap_or(0));
        let mut deaths = Self { a: 0, b: 0, civilians: 0, unknown: best, best };
        let whole = row.tolls.iter().filter(|t| t.fate == Fate::Killed && !t.part);
        for toll in whole {
            let count = i64::from(toll.low);
            let to = match toll.side.as_deref() {
                _ if toll.standing == Standing::Civilian => &mut deaths.civilians,
                Some(side) if side == side_a => &mut deaths.a,
                Some(side) if side == side_b => &mut deaths.b,
                _ => continue,
            };
            // Several reports may tell of the same dead: the greater number holds them all.
            *to = (*to).max(count);
        }
        let told = deaths.a + deaths.b + deaths.civilians;
        if told > best {
            (deaths.a, deaths.b, deaths.civilians) = (0, 0, 0);
        } else {
            deaths.unknown = best - told;
        }
        deaths
    }
}

fn where_prec(precision: Precision) -> i64 {
    match precision {
        Precision::Exact => 1,
        Precision::Near => 2,
        Precision::Admin2 => 3,
        Precision::Admin1 => 4,
        Precision::Country => 6,
    }
}

/// 1 a day, 2 up to 6 days, 3 a week, 4 a month, 5 longer.
fn date_prec(days: i32) -> i64 {
    match days {
        1 => 1,
        2..=6 => 2,
        7 => 3,
        8..=31 => 4,
        _ => 5,
    }
}

fn midnight(day: Date) -> Cell {
    Cell::Text(format!("{day} 00:00:00.000"))
}

/// The cell of PRIO-GRID: half degrees, counted from the south-west corner, from 1.
fn priogrid(at: LonLat) -> i64 {
    let cell = |value: f64, cells: f64| (value * 2.0).floor().clamp(0.0, cells - 1.0) as i64;
    cell(at.lat + 90.0, 360.0) * 720 + cell(at.lon + 180.0, 720.0) + 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    #[test]
    fn the_columns_are_ucdps_and_only_violence_is_in_them() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        let mut export = Export::new(&dataset, &options);
        write(&mut out, &mut export).unwrap();
        assert!(
            export.outcome.to_string().starts_with("1 of 2 events written; 1 event left out, no")
        );
        let mut table = ::csv::Reader::from_reader(out.as_slice());
        assert_eq!(table.headers().unwrap().iter().collect::<Vec<_>>(), HEADINGS);
        let rows: Vec<_> = table.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1);
        let cell =
            |name: &str| rows[0][HEADINGS.iter().position(|h| *h == name).unwrap()].to_owned();
        for (name, wanted) in [
            ("type_of_violence", "1"),
            ("side_a", "Armenia"),
            ("side_b", "XXX"),
            ("where_prec", "1"),
            ("where_coordinates", "Goris"),
            ("geom_wkt", "POINT (46.33894 39.50797)"),
            ("priogrid_gid", "186933"),
            ("date_prec", "1"),
            ("date_start", "2022-09-13 00:00:00.000"),
            ("deaths_unknown", "49"),
            ("best", "49"),
            ("low", "49"),
            ("high", "49"),
            ("country", "Armenia"),
        ] {
            assert_eq!(cell(name), wanted, "{name}");
        }
    }

    #[test]
    fn cells_of_prio_grid_are_counted_from_the_south_west() {
        assert_eq!(priogrid(LonLat::new(-180.0, -90.0)), 1);
        assert_eq!(priogrid(LonLat::new(180.0, 90.0)), 259_200);
    }
}
