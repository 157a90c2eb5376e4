//! Rows of a dataset, one an event.

use std::cell::OnceCell;

use sha2::{Digest as _, Sha256};

use super::{by_person, number, record};
use crate::model::{
    Dataset, Event, Location, LonLat, PlaceId, ReadArticle, Report, ReportRef, Span,
};
pub use crate::row::{
    Bounds, Row, RowActor, RowClaim, RowDamage, RowDispute, RowParts, RowPlace, RowReport, RowSaid,
    RowToll, RowWeapon, Words, distinct,
};

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

    /// The event at this place in the dataset, from 0, which must be there.
    pub(super) fn event(&self, at: usize) -> &'d Event {
        &self.dataset.events[at]
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
    use crate::model::Role;

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
