//! Events as GeoJSON (RFC 7946): a feature each, with a point for every place, or
//! with `"geometry": null` where no place is known. Days also stand in `when`, as
//! GeoJSON-T and Linked Places have it.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::options::{Export, Options};
use super::row::{
    Bounds, Row, RowActor, RowClaim, RowDamage, RowParts, RowPlace, RowReport, RowSaid, RowToll,
    RowWeapon, Words,
};
use crate::model::{Dataset, DateRange, Field, LonLat, Review};

/// Writes all events of a dataset, in its order.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, dataset: &Dataset) -> io::Result<()> {
    write_export(out, &Export::new(dataset, &Options::default()))
}

/// Writes the rows of an export. What was changed or left out stands in a member `export`
/// of the collection, if anything was.
pub(super) fn write_export(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    out.write_all(b"{\"type\":\"FeatureCollection\",")?;
    if !export.outcome.notes.is_empty() {
        out.write_all(b"\"export\":")?;
        serde_json::to_writer(&mut *out, &export.outcome.to_string())?;
        out.write_all(b",")?;
    }
    out.write_all(b"\"features\":[")?;
    for (number, row) in export.rows().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &Feature::of(&row))?;
    }
    out.write_all(b"\n]}\n")
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<When>,
    geometry: Option<Geometry>,
    properties: Properties<'a>,
}

/// The days on which it may have happened.
#[derive(Serialize)]
struct When {
    timespans: [Timespan; 1],
    label: String,
    certainty: &'static str,
}

#[derive(Serialize)]
struct Timespan {
    start: In,
    end: In,
}

#[derive(Serialize)]
struct In {
    r#in: Date,
}

impl When {
    /// `certain` for a single day, `less-certain` for up to a month, else `uncertain`.
    fn of(range: DateRange) -> Self {
        let (first, last) = (range.first(), range.last());
        let label = match first == last {
            true => first.to_string(),
            false => format!("{first} to {last}"),
        };
        let certainty = match range.days() {
            1 => "certain",
            2..=31 => "less-certain",
            _ => "uncertain",
        };
        let timespan = Timespan { start: In { r#in: first }, end: In { r#in: last } };
        Self { timespans: [timespan], label, certainty }
    }
}

/// Longitude first, as GeoJSON wants it.
#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point([f64; 2]),
    MultiPoint(Vec<[f64; 2]>),
}

#[derive(Serialize)]
struct Properties<'a> {
    r#type: &'static str,
    label: String,
    date_start: Option<Date>,
    date_end: Option<Date>,
    /// Of the first place, which is the most precise.
    precision: Option<&'static str>,
    radius_km: Option<f64>,
    places: Vec<PlaceOut<'a>>,
    killed_low: Option<u32>,
    killed_high: Option<u32>,
    wounded_low: Option<u32>,
    wounded_high: Option<u32>,
    actors: Vec<&'a str>,
    claimed_by: Vec<&'a str>,
    captured_low: Option<u32>,
    captured_high: Option<u32>,
    disputed: bool,
    /// On what the reports differ, in words.
    disputes: Vec<&'a str>,
    background: bool,
    confidence: f64,
    confidence_parts: RowParts,
    /// Why the reports were joined, in words.
    why_joined: &'a [String],
    reports: Vec<ReportOut<'a>>,
    roles: &'a [RowActor],
    weapons: &'a [RowWeapon],
    damage: &'a [RowDamage],
    tolls: &'a [RowToll],
    claims: &'a [RowClaim],
    /// The fields on which they differ, in the order of `disputes`.
    disputed_fields: Vec<&'static str>,
    words: &'a Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<Review>,
    #[serde(skip_serializing_if = "<[Field]>::is_empty")]
    by_person: &'a [Field],
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    changed: &'a [String],
}

#[derive(Serialize)]
struct PlaceOut<'a> {
    name: &'a str,
    kind: &'static str,
    country: Option<&'a str>,
    admin1: Option<&'a str>,
    lon: Option<f64>,
    lat: Option<f64>,
    radius_km: f64,
    precision: &'static str,
    geonameid: Option<u32>,
}

#[derive(Serialize)]
struct ReportOut<'a> {
    article: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<Date>,
    quote: &'a str,
    claim: Option<&'a RowSaid>,
    date_start: Option<Date>,
    date_end: Option<Date>,
    killed: Option<(u32, Option<u32>)>,
    wounded: Option<(u32, Option<u32>)>,
    captured: Option<(u32, Option<u32>)>,
    sha256: &'a str,
    quote_span: Option<(usize, usize)>,
}

impl<'a> Feature<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            r#type: "Feature",
            id: row.event,
            when: row.date.map(When::of),
            geometry: geometry(&row.positions()),
            properties: properties(row),
        }
    }
}

fn geometry(positions: &[LonLat]) -> Option<Geometry> {
    match positions {
        [] => None,
        [at] => Some(Geometry::Point([at.lon, at.lat])),
        _ => Some(Geometry::MultiPoint(positions.iter().map(|at| [at.lon, at.lat]).collect())),
    }
}

fn properties(row: &Row) -> Properties<'_> {
    let best = row.places.first();
    Properties {
        r#type: row.event_type.key(),
        label: row.label(),
        date_start: row.date.map(|range| range.first()),
        date_end: row.date.map(|range| range.last()),
        precision: best.map(|place| place.precision.key()),
        radius_km: best.map(|place| place.radius_km),
        places: row.places.iter().map(place).collect(),
        killed_low: row.killed.low,
        killed_high: row.killed.high,
        wounded_low: row.wounded.low,
        wounded_high: row.wounded.high,
        actors: row.actor_names(),
        claimed_by: row.claimants(),
        captured_low: row.captured.low,
        captured_high: row.captured.high,
        disputed: row.is_disputed(),
        disputes: row.disputes.iter().map(|dispute| dispute.message.as_str()).collect(),
        background: row.background,
        confidence: row.confidence,
        confidence_parts: row.confidence_parts,
        why_joined: &row.why_joined,
        reports: row.reports.iter().map(report).collect(),
        roles: &row.actors,
        weapons: &row.weapons,
        damage: &row.damage,
        tolls: &row.tolls,
        claims: &row.claims,
        disputed_fields: row.disputes.iter().map(|dispute| dispute.field.key()).collect(),
        words: &row.words,
        review: row.review,
        by_person: &row.by_person,
        note: &row.note,
        changed: &row.changed,
    }
}

fn place(place: &RowPlace) -> PlaceOut<'_> {
    PlaceOut {
        name: &place.name,
        kind: place.kind.key(),
        country: place.country.as_ref().map(|country| country.as_str()),
        admin1: place.admin1.as_deref(),
        lon: place.position.map(|at| at.lon),
        lat: place.position.map(|at| at.lat),
        radius_km: place.radius_km,
        precision: place.precision.key(),
        geonameid: place.geonameid,
    }
}

fn report(report: &RowReport) -> ReportOut<'_> {
    let bounds = |bounds: Bounds| bounds.low.map(|low| (low, bounds.high));
    ReportOut {
        article: &report.article,
        title: report.title.as_deref(),
        source: report.source.as_deref(),
        url: report.url.as_deref(),
        published: report.published,
        quote: &report.quote,
        claim: report.claim.as_ref(),
        date_start: report.date.map(|range| range.first()),
        date_end: report.date.map(|range| range.last()),
        killed: bounds(report.killed),
        wounded: bounds(report.wounded),
        captured: bounds(report.captured),
        sha256: &report.sha256,
        quote_span: report.quote_span,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::*;

    #[test]
    fn events_are_features_and_those_without_a_place_have_no_geometry() {
        let mut out = Vec::new();
        write(&mut out, &fixture::dataset()).unwrap();
        let all: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let features = all["features"].as_array().unwrap();
        assert_eq!(features[0]["geometry"]["type"], "MultiPoint");
        assert_eq!(
            features[0]["geometry"]["coordinates"][0],
            serde_json::json!([46.33894, 39.50797])
        );
        let about = &features[0]["properties"];
        assert_eq!(about["label"], "Shelling or missile, Goris");
        assert_eq!(
            (&about["killed_low"], &about["killed_high"]),
            (&49.into(), &serde_json::Value::Null)
        );
        assert_eq!(about["reports"][0]["claim"]["by"], "Armenia’s ministry");
        assert_eq!(about["reports"][0]["quote"], "Goris came under fire, killing at least 49.");
        assert_eq!(features[0]["when"]["timespans"][0]["start"]["in"], "2022-09-13");
        assert_eq!(features[0]["when"]["certainty"], "certain");
        assert_eq!(about["roles"][0]["role"], "victim");
        assert_eq!((features[1].get("when"), features[1]["geometry"].is_null()), (None, true));
    }

    #[test]
    fn what_was_left_out_is_told_in_the_file() {
        let options = Options { leave_out_quotes: true, ..Options::default() };
        let (dataset, mut out) = (fixture::dataset(), Vec::new());
        write_export(&mut out, &Export::new(&dataset, &options)).unwrap();
        let all: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let said = all["export"].as_str().unwrap();
        assert!(said.starts_with("2 of 2 events written; headlines, quotes"), "{said}");
        assert_eq!(all["features"][0]["properties"]["reports"][0]["quote"], "");
        assert!(all["features"][0]["properties"]["changed"][0].is_string());
    }

    #[test]
    fn no_events_are_an_empty_collection() {
        let mut out = Vec::new();
        write(&mut out, &Dataset::default()).unwrap();
        let all: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(all["features"], serde_json::json!([]));
    }
}
