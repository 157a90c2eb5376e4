//! The reading contract: one JSON object a line, an article each, with everything
//! that was read in it. Offsets are Unicode code points, end-exclusive, into the
//! article's text. Lists are in text order.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

use super::code_points::CodePoints;
use super::number;
use crate::model::{
    Actor, Article, Claim, Count, CountryCode, Damage, Demonym, Field, Found, Location, LonLat,
    Place, Reading, Remark, Report, Timex, Toll, Toponym, Weapon,
};

/// Writes the line of an article, with its line end.
///
/// # Errors
/// Those of `out`.
pub fn write(out: &mut dyn Write, article: &Article, reading: &Reading) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Annotations::of(article, reading))?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Annotations<'a> {
    id: &'a str,
    published: Option<Date>,
    title: Option<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    toponyms: Vec<ToponymOut<'a>>,
    demonyms: Vec<DemonymOut>,
    timexes: Vec<TimexOut<'a>>,
    events: Vec<EventOut<'a>>,
    remarks: Vec<RemarkOut<'a>>,
}

#[derive(Serialize)]
struct ToponymOut<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    geonameid: Option<u32>,
    place: Option<u32>,
    kind: Option<&'static str>,
    country: Option<CountryCode>,
    confidence: f64,
    r#use: &'static str,
}

#[derive(Serialize)]
struct DemonymOut {
    start: usize,
    end: usize,
    country: CountryCode,
}

#[derive(Serialize)]
struct TimexOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct EventOut<'a> {
    r#type: &'static str,
    date_start: Option<Date>,
    date_end: Option<Date>,
    places: Vec<PlaceOut<'a>>,
    killed: Option<(u32, Option<u32>)>,
    wounded: Option<(u32, Option<u32>)>,
    captured: Option<(u32, Option<u32>)>,
    tolls: Vec<TollOut<'a>>,
    actors: Vec<&'a str>,
    roles: Vec<RoleOut<'a>>,
    weapon: Vec<WeaponOut<'a>>,
    damage: Vec<DamageOut<'a>>,
    claimed_by: Option<&'a str>,
    claims: Vec<ClaimOut<'a>>,
    background: bool,
    confidence: f64,
    evidence: Map<String, Value>,
    evidence_all: Map<String, Value>,
    quote: &'a str,
}

#[derive(Serialize)]
struct PlaceOut<'a> {
    name: &'a str,
    lat: f64,
    lon: f64,
    radius_km: f64,
    precision: &'static str,
}

#[derive(Serialize)]
struct TollOut<'a> {
    fate: &'static str,
    low: u32,
    high: Option<u32>,
    side: Option<&'a str>,
    country: Option<CountryCode>,
    standing: Option<&'static str>,
    of_attackers: bool,
    part: bool,
    further: bool,
    cumulative: bool,
    span: [usize; 2],
}

#[derive(Serialize)]
struct RoleOut<'a> {
    name: &'a str,
    role: &'static str,
    country: Option<CountryCode>,
    span: [usize; 2],
}

#[derive(Serialize)]
struct WeaponOut<'a> {
    class: &'a str,
    span: [usize; 2],
}

#[derive(Serialize)]
struct DamageOut<'a> {
    class: &'a str,
    low: Option<u32>,
    destroyed: bool,
    span: [usize; 2],
}

#[derive(Serialize)]
struct ClaimOut<'a> {
    name: &'a str,
    verb: &'a str,
    stance: &'static str,
    source: &'static str,
    country: Option<CountryCode>,
    fields: Vec<&'static str>,
    span: [usize; 2],
}

#[derive(Serialize)]
struct RemarkOut<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    message: &'a str,
}

impl<'a> Annotations<'a> {
    fn of(article: &'a Article, reading: &'a Reading) -> Self {
        let text = &article.text;
        let points = CodePoints::new(text);
        let known = &reading.metadata;
        Self {
            id: &article.id,
            published: known.published.as_ref().map(|found| found.value),
            title: words(known.title.as_ref()),
            source: words(known.source.as_ref()),
            url: words(known.url.as_ref()),
            toponyms: reading.toponyms.iter().map(|t| toponym(t, text, &points)).collect(),
            demonyms: reading.demonyms.iter().map(|d| demonym(d, &points)).collect(),
            timexes: reading.timexes.iter().map(|t| timex(t, text, &points)).collect(),
            events: reading.reports.iter().map(|r| event(r, text, &points)).collect(),
            remarks: reading.remarks.iter().map(|r| remark(r, &points)).collect(),
        }
    }
}

fn words(found: Option<&Found<String>>) -> Option<&str> {
    found.map(|found| found.value.as_str())
}

fn toponym<'a>(toponym: &'a Toponym, text: &'a str, points: &CodePoints<'_>) -> ToponymOut<'a> {
    let [start, end] = points.of(toponym.span);
    let place: Option<&Place> = toponym.place.as_ref();
    let position: Option<LonLat> = place.map(|place| place.position);
    ToponymOut {
        start,
        end,
        name: place.map_or_else(|| toponym.span.of(text), |place| &place.name),
        lat: position.map(|p| number::degrees(p.lat)),
        lon: position.map(|p| number::degrees(p.lon)),
        geonameid: place.and_then(|place| place.geonameid),
        place: place.map(|place| place.id.0),
        kind: place.map(|place| place.kind.key()),
        country: place.and_then(|place| place.country),
        confidence: number::confidence(toponym.confidence),
        r#use: toponym.usage.key(),
    }
}

fn demonym(demonym: &Demonym, points: &CodePoints<'_>) -> DemonymOut {
    let [start, end] = points.of(demonym.span);
    DemonymOut { start, end, country: demonym.country }
}

fn timex<'a>(timex: &'a Timex, text: &'a str, points: &CodePoints<'_>) -> TimexOut<'a> {
    let [start, end] = points.of(timex.span);
    TimexOut {
        start,
        end,
        text: timex.span.of(text),
        r#type: timex.timex_type.key(),
        value: &timex.value,
    }
}

fn event<'a>(report: &'a Report, text: &'a str, points: &CodePoints<'_>) -> EventOut<'a> {
    let range = report.date.as_ref().map(|dated| dated.range);
    let (evidence, evidence_all) = evidence(report, points);
    EventOut {
        r#type: report.event_type.key(),
        date_start: range.map(|range| range.first()),
        date_end: range.map(|range| range.last()),
        places: report.locations.iter().map(place).collect(),
        killed: report.killed.as_ref().map(bounds),
        wounded: report.wounded.as_ref().map(bounds),
        captured: report.captured.as_ref().map(bounds),
        tolls: report.tolls.iter().map(|t| toll(t, points)).collect(),
        actors: report.actors.iter().map(|actor| actor.name.as_str()).collect(),
        roles: report.actors.iter().map(|a| role(a, points)).collect(),
        weapon: report.weapons.iter().map(|w| weapon(w, points)).collect(),
        damage: report.damage.iter().map(|d| damage(d, points)).collect(),
        claimed_by: report.claimed_by.as_ref().map(|claimant| claimant.name.as_str()),
        claims: report.claims.iter().map(|c| claim(c, points)).collect(),
        background: report.background,
        confidence: number::confidence(report.confidence),
        evidence,
        evidence_all,
        quote: report.quote.of(text),
    }
}

fn place(location: &Location) -> PlaceOut<'_> {
    PlaceOut {
        name: &location.name,
        lat: number::degrees(location.position.lat),
        lon: number::degrees(location.position.lon),
        radius_km: number::km(location.radius_km),
        precision: location.precision.key(),
    }
}

fn bounds(count: &Count) -> (u32, Option<u32>) {
    (count.low(), count.high())
}

fn toll<'a>(toll: &'a Toll, points: &CodePoints<'_>) -> TollOut<'a> {
    TollOut {
        fate: toll.fate.key(),
        low: toll.count.low(),
        high: toll.count.high(),
        side: toll.side.as_deref(),
        country: toll.country,
        standing: toll.standing.key(),
        of_attackers: toll.of_attackers,
        part: toll.part,
        further: toll.further,
        cumulative: toll.cumulative,
        span: points.of(toll.count.evidence),
    }
}

fn role<'a>(actor: &'a Actor, points: &CodePoints<'_>) -> RoleOut<'a> {
    let (role, country) = (actor.role.key(), actor.country);
    RoleOut { name: &actor.name, role, country, span: points.of(actor.span) }
}

fn weapon<'a>(weapon: &'a Weapon, points: &CodePoints<'_>) -> WeaponOut<'a> {
    WeaponOut { class: &weapon.class, span: points.of(weapon.span) }
}

fn damage<'a>(damage: &'a Damage, points: &CodePoints<'_>) -> DamageOut<'a> {
    let (low, destroyed) = (damage.low, damage.destroyed);
    DamageOut { class: &damage.class, low, destroyed, span: points.of(damage.span) }
}

fn claim<'a>(claim: &'a Claim, points: &CodePoints<'_>) -> ClaimOut<'a> {
    ClaimOut {
        name: &claim.claimant.name,
        verb: &claim.claimant.verb,
        stance: claim.stance.key(),
        source: claim.source.key(),
        country: claim.country,
        fields: claim.fields.iter().map(|field| field.key()).collect(),
        span: points.of(claim.claimant.span),
    }
}

/// The first words behind each field, and all of them.
fn evidence(report: &Report, points: &CodePoints<'_>) -> (Map<String, Value>, Map<String, Value>) {
    let mut first = Map::new();
    let mut all: Map<String, Value> = Map::new();
    for (field, span) in report.evidence() {
        let field: Field = field;
        let span = Value::from(points.of(span).to_vec());
        first.entry(field.key()).or_insert_with(|| span.clone());
        let spans = all.entry(field.key()).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(spans) = spans {
            spans.push(span);
        }
    }
    (first, all)
}

fn remark<'a>(remark: &'a Remark, points: &CodePoints<'_>) -> RemarkOut<'a> {
    let [start, end] = points.of(remark.span);
    RemarkOut { start, end, kind: remark.kind.key(), message: &remark.message }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture::{self, TEXT};
    use super::*;

    fn line() -> Value {
        let read = fixture::dataset().articles.remove(0);
        let mut out = Vec::new();
        write(&mut out, &read.article, &read.reading).unwrap();
        assert_eq!(out.iter().filter(|&&byte| byte == b'\n').count(), 1);
        serde_json::from_slice(&out).unwrap()
    }

    /// What an offset pair points to, counted in code points as a reader would.
    fn words(pair: &Value) -> String {
        let at = |i: usize| usize::try_from(pair[i].as_u64().unwrap()).unwrap();
        TEXT.chars().skip(at(0)).take(at(1) - at(0)).collect()
    }

    #[test]
    fn offsets_count_code_points() {
        let line = line();
        let timex = &line["timexes"][0];
        let pair = serde_json::json!([timex["start"], timex["end"]]);
        assert_eq!((words(&pair).as_str(), &timex["text"]), ("Tuesday", &"Tuesday".into()));
        let evidence = &line["events"][0]["evidence"];
        assert_eq!(words(&evidence["trigger"]), "came under fire");
        assert_eq!(words(&evidence["killed"]), "at least 49");
        assert_eq!(words(&evidence["claim"]), "Armenia’s ministry");
    }

    #[test]
    fn evidence_has_the_first_words_of_a_field_and_beside_it_all() {
        let event = &line()["events"][0];
        assert_eq!(words(&event["evidence"]["place"]), "Goris");
        let all = event["evidence_all"]["place"].as_array().unwrap();
        assert_eq!(all.iter().map(words).collect::<Vec<_>>(), ["Goris", "Sotk"]);
    }

    #[test]
    fn open_ranges_and_what_is_unknown_are_null() {
        let line = line();
        assert_eq!(line["events"][0]["killed"], serde_json::json!([49, null]));
        assert_eq!(line["events"][1]["date_start"], Value::Null);
        assert_eq!(line["events"][1]["places"], serde_json::json!([]));
        assert_eq!((&line["published"], &line["title"]), (&"2022-09-13".into(), &Value::Null));
        assert_eq!(line["remarks"][0]["kind"], "undated");
    }
}
