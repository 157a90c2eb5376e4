//! One flat row an event: what all formats of events are written from, so that each has
//! the same values, and what a table of ours is read into. A row owns its values and knows
//! nothing of where they came from.

pub mod columns;
pub mod one_line;
pub mod schemes;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{
    Count, CountryCode, DETAILS, DateRange, EventTable, EventType, Fate, Field, Kind, LonLat, OURS,
    Precision, Record, Review, Role, SourceKind, Stance, Standing,
};

/// An event, with all that its reports say. What JSON lacks is not known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_person: Vec<Field>,
    /// Who says so, where a person chose that; empty for the articles themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimant: Option<String>,
    /// A person's words about it.
    #[serde(skip_serializing_if = "String::is_empty")]
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

impl Default for Row {
    fn default() -> Self {
        Self::bare(0)
    }
}

impl Row {
    /// An event of which nothing is told.
    pub fn bare(event: usize) -> Self {
        Self {
            event,
            event_type: EventType::Other,
            date: None,
            places: Vec::new(),
            killed: Bounds::default(),
            wounded: Bounds::default(),
            captured: Bounds::default(),
            actors: Vec::new(),
            weapons: Vec::new(),
            damage: Vec::new(),
            tolls: Vec::new(),
            claims: Vec::new(),
            disputes: Vec::new(),
            background: false,
            confidence: 0.0,
            confidence_parts: RowParts::default(),
            why_joined: Vec::new(),
            reports: Vec::new(),
            words: Words::default(),
            review: None,
            by_person: Vec::new(),
            claimant: None,
            note: String::new(),
            changed: Vec::new(),
        }
    }

    /// The row that a row of a table of ours holds as a whole; none for other tables.
    pub fn of_record(table: &EventTable, record: Record<'_>) -> Option<Self> {
        if table.preset != OURS {
            return None;
        }
        let at = table.columns.iter().position(|column| column == DETAILS)?;
        serde_json::from_str(record.cells().nth(at)?).ok()
    }

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
    /// Those of a number that is told.
    pub fn of(count: Option<&Count>) -> Self {
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

/// Each value once, in the order of the first.
pub fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
