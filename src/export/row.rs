//! One flat row an event: what all formats of events are written from, so that each has
//! the same values. A row owns its values and knows nothing of where they came from.

use std::cell::OnceCell;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{by_person, number, record};
use crate::model::{
    Count, CountryCode, Dataset, DateRange, Event, EventType, Fate, Field, Kind, Location, LonLat,
    PlaceId, Precision, ReadArticle, Report, ReportRef, Review, Role, SourceKind, Span, Stance,
    Standing,
};

/// An event, with all that its reports say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its number in the dataset, from 1.
    pub event: usize,
    /// What happened.
    #[serde(rename = "type")]
    pub event_type: EventType,
    /// The days on which it may have happened.
    pub date: Option<DateRange>,
    /// Where, the most precise first.
    pub places: Vec<RowPlace>,
    /// Deaths.
    pub killed: Bounds,
    /// Injuries.
    pub wounded: Bounds,
    /// Captured, abducted, arrested.
    pub captured: Bounds,
    /// Who took part, each in each role once.
    pub actors: Vec<RowActor>,
    /// With what.
    pub weapons: Vec<RowWeapon>,
    /// What was damaged or destroyed.
    pub damage: Vec<RowDamage>,
    /// What became of whom.
    pub tolls: Vec<RowToll>,
    /// What is said of it by whom.
    pub claims: Vec<RowClaim>,
    /// On what the reports differ.
    pub disputes: Vec<RowDispute>,
    /// History told as context.
    pub background: bool,
    /// 0 to 1, to two decimals.
    pub confidence: f64,
    /// What the confidence is made of.
    pub confidence_parts: RowParts,
    /// Why the reports were joined, in words.
    pub why_joined: Vec<String>,
    /// What tells of it, by publication.
    pub reports: Vec<RowReport>,
    /// The words behind each field.
    pub words: Words,
    /// Whether a person looked at it; `None` where that is not known.
    pub review: Option<Review>,
    /// The fields that a person chose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_person: Vec<Field>,
    /// Who says so, where a person chose that; empty for the articles themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimant: Option<String>,
    /// A person's words about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What was changed in it for the export, in words: empty unless something was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<String>,
}

/// A range of numbers; both are `None` where nothing is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// So many at least.
    pub low: Option<u32>,
    /// So many at most; `None` also where there is no limit.
    pub high: Option<u32>,
}

/// A place of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowPlace {
    /// The name to show.
    pub name: String,
    /// The point, or the middle of the area, to five decimals.
    pub position: Option<LonLat>,
    /// The radius that holds it, to one decimal.
    pub radius_km: f64,
    /// How well it is known.
    pub precision: Precision,
    /// What the place is.
    pub kind: Kind,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// The first-level division it lies in.
    pub admin1: Option<String>,
    /// Its number in GeoNames.
    pub geonameid: Option<u32>,
}

/// Someone who took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowActor {
    pub name: String,
    pub role: Role,
    pub country: Option<CountryCode>,
}

/// A weapon: its class and the words of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowWeapon {
    pub class: String,
    pub words: String,
}

/// What was damaged: its class, how many, and the words of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowDamage {
    pub class: String,
    pub low: Option<u32>,
    pub destroyed: bool,
    pub words: String,
}

/// A number of people of one sort and what became of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowToll {
    pub fate: Fate,
    pub low: u32,
    pub high: Option<u32>,
    pub side: Option<String>,
    pub country: Option<CountryCode>,
    pub standing: Standing,
    pub of_attackers: bool,
    pub part: bool,
    pub further: bool,
    pub cumulative: bool,
}

/// What someone says of the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowClaim {
    pub name: String,
    pub verb: String,
    pub stance: Stance,
    pub source: SourceKind,
    pub country: Option<CountryCode>,
}

/// A field on which reports differ, and what each says, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowDispute {
    pub field: Field,
    pub message: String,
}

/// What the confidence is made of, each from 0 to 1, to two decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowParts {
    pub detection: f64,
    pub date: f64,
    pub place: f64,
    pub corroboration: f64,
}

/// One article's account of the event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowReport {
    /// The article's id.
    pub article: String,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// SHA-256 of the article's text in UTF-8, in hexadecimal digits.
    pub sha256: String,
    /// The sentence that tells of it.
    pub quote: String,
    /// Where the sentence stands in the text, in Unicode code points, end-exclusive.
    pub quote_span: Option<(usize, usize)>,
    /// Whom the article has it from, and by which verb.
    pub claim: Option<RowSaid>,
    /// The days that it gives.
    pub date: Option<DateRange>,
    /// Deaths that it gives.
    pub killed: Bounds,
    /// Injuries that it gives.
    pub wounded: Bounds,
    /// Captured that it gives.
    pub captured: Bounds,
}

/// Who asserts something, and by which verb.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as in the model")]
pub struct RowSaid {
    pub by: String,
    pub verb: String,
}

/// The words of the articles behind each field, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names of the fields")]
pub struct Words {
    #[serde(rename = "type")]
    pub event_type: Vec<String>,
    pub date: Vec<String>,
    pub place: Vec<String>,
    pub killed: Vec<String>,
    pub wounded: Vec<String>,
    pub captured: Vec<String>,
    pub actor: Vec<String>,
    pub claim: Vec<String>,
}

/// Makes the rows of a dataset. Articles are hashed once, not once for each event.
pub struct Rows<'d> {
    dataset: &'d Dataset,
    /// By article.
    hashes: Vec<OnceCell<String>>,
}

impl<'d> Rows<'d> {
    /// Of the events of this dataset.
    pub fn new(dataset: &'d Dataset) -> Self {
        Self { dataset, hashes: vec![OnceCell::new(); dataset.articles.len()] }
    }

    /// SHA-256 of the text of an article, by its place in the dataset.
    pub fn hash(&self, article: usize) -> &str {
        let text = self.dataset.articles.get(article).map(|read| read.article.text.as_str());
        let hash = self.hashes.get(article);
        hash.zip(text).map_or("", |(hash, text)| hash.get_or_init(|| sha256(text)))
    }

    /// The row of an event, which has `number` in the dataset, from 1.
    pub fn row(&self, number: usize, event: &Event) -> Row {
        let at: Vec<(ReportRef, &ReadArticle, &Report)> = self.dataset.reports_of(event).collect();
        let reports: Vec<(&ReadArticle, &Report)> =
            at.iter().map(|&(_, read, report)| (read, report)).collect();
        let mut row = Row {
            event: number,
            event_type: event.event_type,
            date: event.date,
            places: event.locations.iter().map(|location| place(location, &reports)).collect(),
            killed: Bounds::of(event.killed.as_ref()),
            wounded: Bounds::of(event.wounded.as_ref()),
            captured: Bounds::of(event.captured.as_ref()),
            actors: distinct(reports.iter().flat_map(|(_, report)| actors(report))),
            weapons: distinct(reports.iter().flat_map(|(read, report)| weapons(read, report))),
            damage: distinct(reports.iter().flat_map(|(read, report)| damage(read, report))),
            tolls: distinct(reports.iter().flat_map(|(_, report)| tolls(report))),
            claims: distinct(reports.iter().flat_map(|(_, report)| claims(report))),
            disputes: event.disputes.iter().map(dispute).collect(),
            background: event.background,
            confidence: number::confidence(event.confidence),
            confidence_parts: RowParts {
                detection: number::confidence(event.parts.detection),
                date: number::confidence(event.parts.date),
                place: number::confidence(event.parts.place),
                corroboration: number::confidence(event.parts.corroboration),
            },
            why_joined: event.joins.iter().map(|join| join.why.clone()).collect(),
            words: Words::of(&reports),
            reports: at
                .iter()
                .map(|(at, read, report)| RowReport::of(read, report, self.hash(at.article)))
                .collect(),
            review: None,
            by_person: Vec::new(),
            claimant: None,
            note: String::new(),
            changed: Vec::new(),
        };
        if let Some((table, told)) = self.dataset.record_of(event) {
            record::fill(&mut row, table, told);
        }
        if let Some(person) = &event.person {
            by_person::fill(&mut row, person);
        }
        row
    }
}

impl Row {
    /// "Shelling or missile, Goris", or the type alone where no place is known.
    pub fn label(&self) -> String {
        let kind = self.event_type.label();
        match self.places.first() {
            Some(place) if !place.name.is_empty() => format!("{kind}, {}", place.name),
            _ => kind.to_owned(),
        }
    }

    /// The best known place that has a position.
    pub fn best(&self) -> Option<(&RowPlace, LonLat)> {
        self.places.iter().find_map(|place| Some((place, place.position?)))
    }

    /// The positions, the best known first.
    pub fn positions(&self) -> Vec<LonLat> {
        self.places.iter().filter_map(|place| place.position).collect()
    }

    /// Who took part, each name once.
    pub fn actor_names(&self) -> Vec<&str> {
        distinct(self.actors.iter().map(|actor| actor.name.as_str()))
    }

    /// Who took part in a role, each name once.
    pub fn actors_as(&self, role: Role) -> Vec<&str> {
        let actors = self.actors.iter().filter(|actor| actor.role == role);
        distinct(actors.map(|actor| actor.name.as_str()))
    }

    /// Who says so, each name once. Empty where the articles themselves do.
    pub fn claimants(&self) -> Vec<&str> {
        if let Some(claimant) = self.claimant.as_deref() {
            return Some(claimant).filter(|name| !name.is_empty()).into_iter().collect();
        }
        distinct(self.reports.iter().filter_map(|report| Some(report.claim.as_ref()?.by.as_str())))
    }

    /// The ids of the articles, each once.
    pub fn articles(&self) -> Vec<&str> {
        distinct(self.reports.iter().map(|report| report.article.as_str()))
    }

    /// A value of each article, each once; those that have none are left out.
    pub fn of_reports<'r>(
        &'r self,
        value: impl Fn(&'r RowReport) -> Option<&'r str>,
    ) -> Vec<&'r str> {
        distinct(self.reports.iter().filter_map(value).filter(|value| !value.is_empty()))
    }

    /// The outlets, each once.
    pub fn sources(&self) -> Vec<&str> {
        self.of_reports(|report| report.source.as_deref())
    }

    /// The sentences that tell of it, each once.
    pub fn quotes(&self) -> Vec<&str> {
        self.of_reports(|report| Some(report.quote.as_str()))
    }

    /// Whether reports differ on something.
    pub fn is_disputed(&self) -> bool {
        !self.disputes.is_empty()
    }
}

impl Bounds {
    fn of(count: Option<&Count>) -> Self {
        Self { low: count.map(Count::low), high: count.and_then(Count::high) }
    }

    /// "49", "49 or more", "10–20"; nothing where nothing is told.
    pub fn label(self) -> Option<String> {
        Some(match (self.low, self.high) {
            (None, None) => return None,
            (Some(low), Some(high)) if low == high => low.to_string(),
            (Some(low), Some(high)) => format!("{low}–{high}"),
            (Some(low), None) => format!("{low} or more"),
            (None, Some(high)) => format!("up to {high}"),
        })
    }
}

impl RowReport {
    fn of(read: &ReadArticle, report: &Report, hash: &str) -> Self {
        let (known, text) = (&read.reading.metadata, &read.article.text);
        Self {
            article: read.article.id.clone(),
            title: known.title.as_ref().map(|found| found.value.clone()),
            source: known.source.as_ref().map(|found| found.value.clone()),
            url: known.url.as_ref().map(|found| found.value.clone()),
            published: known.published.as_ref().map(|found| found.value),
            sha256: hash.to_owned(),
            quote: report.quote.of(text).to_owned(),
            quote_span: Some(report.quote.in_code_points(text)),
            claim: report
                .claimed_by
                .as_ref()
                .map(|claimant| RowSaid { by: claimant.name.clone(), verb: claimant.verb.clone() }),
            date: report.date.as_ref().map(|dated| dated.range),
            killed: Bounds::of(report.killed.as_ref()),
            wounded: Bounds::of(report.wounded.as_ref()),
            captured: Bounds::of(report.captured.as_ref()),
        }
    }
}

impl Words {
    fn of(reports: &[(&ReadArticle, &Report)]) -> Self {
        let words = |spans: fn(&Report) -> Vec<Span>| {
            let of_report = |&(read, report): &(&ReadArticle, &Report)| {
                let text = &read.article.text;
                spans(report).into_iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>()
            };
            let all = reports.iter().flat_map(of_report);
            distinct(all.filter(|words| !words.is_empty()))
        };
        Self {
            event_type: words(|r| vec![r.trigger]),
            date: words(|r| r.date.iter().filter_map(|d| d.evidence).collect()),
            place: words(|r| r.locations.iter().map(|l| l.evidence).collect()),
            killed: words(|r| r.killed.iter().map(|c| c.evidence).collect()),
            wounded: words(|r| r.wounded.iter().map(|c| c.evidence).collect()),
            captured: words(|r| r.captured.iter().map(|c| c.evidence).collect()),
            actor: words(|r| r.actors.iter().map(|a| a.span).collect()),
            claim: words(|r| r.claimed_by.iter().map(|c| c.span).collect()),
        }
    }
}

fn place(location: &Location, reports: &[(&ReadArticle, &Report)]) -> RowPlace {
    let LonLat { lon, lat } = location.position;
    RowPlace {
        name: location.name.clone(),
        position: Some(LonLat::new(number::degrees(lon), number::degrees(lat))),
        radius_km: number::km(location.radius_km),
        precision: location.precision,
        kind: location.kind,
        country: location.country,
        admin1: location.admin1.clone(),
        geonameid: location.place.and_then(|place| geonameid(place, reports)),
    }
}

/// The number of a place in GeoNames, from the name in an article that stands for it.
fn geonameid(place: PlaceId, reports: &[(&ReadArticle, &Report)]) -> Option<u32> {
    let toponyms = reports.iter().flat_map(|(read, _)| &read.reading.toponyms);
    let mut places = toponyms.filter_map(|toponym| toponym.place.as_ref());
    places.find(|found| found.id == place)?.geonameid
}

fn actors(report: &Report) -> impl Iterator<Item = RowActor> {
    report.actors.iter().map(|actor| RowActor {
        name: actor.name.clone(),
        role: actor.role,
        country: actor.country,
    })
}

fn weapons(read: &ReadArticle, report: &Report) -> impl Iterator<Item = RowWeapon> {
    report.weapons.iter().map(|weapon| RowWeapon {
        class: weapon.class.clone(),
        words: weapon.span.of(&read.article.text).to_owned(),
    })
}

fn damage(read: &ReadArticle, report: &Report) -> impl Iterator<Item = RowDamage> {
    report.damage.iter().map(|damage| RowDamage {
        class: damage.class.clone(),
        low: damage.low,
        destroyed: damage.destroyed,
        words: damage.span.of(&read.article.text).to_owned(),
    })
}

fn tolls(report: &Report) -> impl Iterator<Item = RowToll> {
    report.tolls.iter().map(|toll| RowToll {
        fate: toll.fate,
        low: toll.count.low(),
        high: toll.count.high(),
        side: toll.side.clone(),
        country: toll.country,
        standing: toll.standing,
        of_attackers: toll.of_attackers,
        part: toll.part,
        further: toll.further,
        cumulative: toll.cumulative,
    })
}

fn claims(report: &Report) -> impl Iterator<Item = RowClaim> {
    report.claims.iter().map(|claim| RowClaim {
        name: claim.claimant.name.clone(),
        verb: claim.claimant.verb.clone(),
        stance: claim.stance,
        source: claim.source,
        country: claim.country,
    })
}

fn dispute(dispute: &crate::model::Dispute) -> RowDispute {
    RowDispute { field: dispute.field, message: dispute.message.clone() }
}

/// Each value once, in the order of the first.
pub(super) fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

/// SHA-256, in hexadecimal digits.
pub(super) fn sha256(text: impl AsRef<[u8]>) -> String {
    hexadecimal(&Sha256::digest(text))
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::*;

    #[test]
    fn a_row_has_what_the_reports_say_and_where() {
        let dataset = fixture::dataset();
        let row = Rows::new(&dataset).row(1, &dataset.events[0]);
        assert_eq!(row.label(), "Shelling or missile, Goris");
        assert_eq!(row.killed.label().as_deref(), Some("49 or more"));
        assert_eq!(row.actors_as(Role::Victim), ["Armenia"]);
        assert_eq!((row.claimants(), row.articles()), (vec!["Armenia’s ministry"], vec!["border"]));
        assert_eq!(row.words.killed, ["at least 49"]);
        let (start, end) = row.reports[0].quote_span.unwrap();
        let quote: String = fixture::TEXT.chars().skip(start).take(end - start).collect();
        assert_eq!(quote, row.reports[0].quote);
        assert_eq!(row.reports[0].sha256.len(), 64);
    }

    #[test]
    fn a_row_survives_json() {
        let dataset = fixture::dataset();
        for (number, event) in dataset.events.iter().enumerate() {
            let row = Rows::new(&dataset).row(number + 1, event);
            let json = serde_json::to_string(&row).unwrap();
            assert_eq!(serde_json::from_str::<Row>(&json).unwrap(), row);
        }
    }
}
