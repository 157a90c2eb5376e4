//! Events as GeoJSON (RFC 7946): a feature each, with a point for every place, or
//! with `"geometry": null` where no place is known.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::number;
use super::summary::{self, Summary, high, low};
use crate::model::{ConfidenceParts, Dataset, Location, ReadArticle, Report};

/// Writes all events of a dataset, in its order.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, dataset: &Dataset) -> io::Result<()> {
    out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
    for event in summary::events(dataset) {
        out.write_all(if event.number == 1 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &Feature::of(&event))?;
    }
    out.write_all(b"\n]}\n")
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: usize,
    geometry: Option<Geometry>,
    properties: Properties<'a>,
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
    confidence_parts: PartsOut,
    /// Why the reports were joined, in words.
    why_joined: Vec<&'a str>,
    reports: Vec<ReportOut<'a>>,
}

#[derive(Serialize)]
struct PartsOut {
    detection: f64,
    date: f64,
    place: f64,
    corroboration: f64,
}

#[derive(Serialize)]
struct PlaceOut<'a> {
    name: &'a str,
    kind: &'static str,
    country: Option<&'a str>,
    admin1: Option<&'a str>,
    lon: f64,
    lat: f64,
    radius_km: f64,
    precision: &'static str,
}

#[derive(Serialize)]
struct ReportOut<'a> {
    article: &'a str,
    title: Option<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<Date>,
    quote: &'a str,
    claim: Option<ClaimOut<'a>>,
    date_start: Option<Date>,
    date_end: Option<Date>,
    killed: Option<(u32, Option<u32>)>,
    wounded: Option<(u32, Option<u32>)>,
    captured: Option<(u32, Option<u32>)>,
}

#[derive(Serialize)]
struct ClaimOut<'a> {
    by: &'a str,
    verb: &'a str,
}

impl<'a> Feature<'a> {
    fn of(event: &Summary<'a>) -> Self {
        Self {
            r#type: "Feature",
            id: event.number,
            geometry: geometry(&event.event.locations),
            properties: properties(event),
        }
    }
}

fn geometry(locations: &[Location]) -> Option<Geometry> {
    let point = |location: &Location| {
        [number::degrees(location.position.lon), number::degrees(location.position.lat)]
    };
    match locations {
        [] => None,
        [location] => Some(Geometry::Point(point(location))),
        _ => Some(Geometry::MultiPoint(locations.iter().map(point).collect())),
    }
}

fn properties<'a>(summary: &Summary<'a>) -> Properties<'a> {
    let event = summary.event;
    let best = event.locations.first();
    let (killed, wounded) = (event.killed.as_ref(), event.wounded.as_ref());
    Properties {
        r#type: event.event_type.key(),
        label: summary.label(),
        date_start: event.date.map(|range| range.first()),
        date_end: event.date.map(|range| range.last()),
        precision: best.map(|location| location.precision.key()),
        radius_km: best.map(|location| number::km(location.radius_km)),
        places: event.locations.iter().map(place).collect(),
        killed_low: low(killed),
        killed_high: high(killed),
        wounded_low: low(wounded),
        wounded_high: high(wounded),
        actors: summary.actors(),
        claimed_by: summary.claimants(),
        captured_low: low(event.captured.as_ref()),
        captured_high: high(event.captured.as_ref()),
        disputed: event.is_disputed(),
        disputes: event.disputes.iter().map(|dispute| dispute.message.as_str()).collect(),
        background: event.background,
        confidence: number::confidence(event.confidence),
        confidence_parts: parts(event.parts),
        why_joined: event.joins.iter().map(|join| join.why.as_str()).collect(),
        reports: summary.reports.iter().map(|&(read, report)| report_out(read, report)).collect(),
    }
}

fn parts(parts: ConfidenceParts) -> PartsOut {
    PartsOut {
        detection: number::confidence(parts.detection),
        date: number::confidence(parts.date),
        place: number::confidence(parts.place),
        corroboration: number::confidence(parts.corroboration),
    }
}

fn place(location: &Location) -> PlaceOut<'_> {
    PlaceOut {
        name: &location.name,
        kind: location.kind.key(),
        country: location.country.as_ref().map(|country| country.as_str()),
        admin1: location.admin1.as_deref(),
        lon: number::degrees(location.position.lon),
        lat: number::degrees(location.position.lat),
        radius_km: number::km(location.radius_km),
        precision: location.precision.key(),
    }
}

fn report_out<'a>(read: &'a ReadArticle, report: &'a Report) -> ReportOut<'a> {
    let known = &read.reading.metadata;
    let range = report.date.as_ref().map(|dated| dated.range);
    ReportOut {
        article: &read.article.id,
        title: known.title.as_ref().map(|found| found.value.as_str()),
        source: known.source.as_ref().map(|found| found.value.as_str()),
        url: known.url.as_ref().map(|found| found.value.as_str()),
        published: known.published.as_ref().map(|found| found.value),
        quote: report.quote.of(&read.article.text),
        claim: report.claimed_by.as_ref().map(|c| ClaimOut { by: &c.name, verb: &c.verb }),
        date_start: range.map(|range| range.first()),
        date_end: range.map(|range| range.last()),
        killed: report.killed.as_ref().map(|count| (count.low(), count.high())),
        wounded: report.wounded.as_ref().map(|count| (count.low(), count.high())),
        captured: report.captured.as_ref().map(|count| (count.low(), count.high())),
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
        assert_eq!(features[1]["geometry"], serde_json::Value::Null);
    }

    #[test]
    fn no_events_are_an_empty_collection() {
        let mut out = Vec::new();
        write(&mut out, &Dataset::default()).unwrap();
        let all: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(all["features"], serde_json::json!([]));
    }
}
