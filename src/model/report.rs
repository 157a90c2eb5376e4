use serde::{Deserialize, Serialize};

use super::{CountryCode, DateRange, EventType, Location, Span};

/// One article's account of an event, each field with the words it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// What happened.
    pub event_type: EventType,
    /// The words that say that something happened: "came under fire".
    pub trigger: Span,
    /// The sentence of the trigger.
    pub quote: Span,
    /// When. `None` where the text does not tell, or tells it only relative to an unknown day.
    pub date: Option<Dated>,
    /// Where, the most precise first. Empty where no place could be found.
    pub locations: Vec<Location>,
    /// How many died.
    pub killed: Option<Count>,
    /// How many were hurt.
    pub wounded: Option<Count>,
    /// Who took part, in text order.
    pub actors: Vec<Actor>,
    /// Who says so; `None` where the article itself does.
    pub claimed_by: Option<Claimant>,
    /// History told as context, more than 60 days before publication.
    pub background: bool,
    /// 0 to 1.
    pub confidence: f32,
    /// Further sentences of the article on the same happening, in text order.
    pub also: Vec<Span>,
}

/// A field of a report, for the screen to name and to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What happened.
    Trigger,
    /// When.
    Date,
    /// Where.
    Place,
    /// Deaths.
    Killed,
    /// Injuries.
    Wounded,
    /// Who took part.
    Actor,
    /// Who says so.
    Claim,
}

impl Field {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Field::Trigger => "trigger",
            Field::Date => "date",
            Field::Place => "place",
            Field::Killed => "killed",
            Field::Wounded => "wounded",
            Field::Actor => "actor",
            Field::Claim => "claim",
        }
    }
}

impl Report {
    /// The words behind each field that has a value, in the order of the fields,
    /// then of the text.
    pub fn evidence(&self) -> Vec<(Field, Span)> {
        let mut found = vec![(Field::Trigger, self.trigger)];
        found.extend(self.date.iter().filter_map(|d| Some((Field::Date, d.evidence?))));
        found.extend(self.locations.iter().map(|l| (Field::Place, l.evidence)));
        found.extend(self.killed.iter().map(|c| (Field::Killed, c.evidence)));
        found.extend(self.wounded.iter().map(|c| (Field::Wounded, c.evidence)));
        found.extend(self.actors.iter().map(|a| (Field::Actor, a.span)));
        found.extend(self.claimed_by.iter().map(|c| (Field::Claim, c.span)));
        found.sort();
        found.dedup();
        found
    }
}

/// When a report says that it happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dated {
    /// The days on which it may have happened.
    pub range: DateRange,
    /// The expression of time; `None` where the day is that of the article.
    pub evidence: Option<Span>,
    /// How the days were found, in words.
    pub why: String,
}

/// How many: a range. Invariant: `low <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    low: u32,
    high: Option<u32>,
    /// The words it comes from.
    pub evidence: Span,
}

impl Count {
    /// `high` is `None` for "at least" and "more than". `None` if `high` is below `low`.
    pub fn new(low: u32, high: Option<u32>, evidence: Span) -> Option<Self> {
        high.is_none_or(|high| low <= high).then_some(Self { low, high, evidence })
    }

    /// Exactly so many.
    pub fn exactly(number: u32, evidence: Span) -> Self {
        Self { low: number, high: Some(number), evidence }
    }

    /// So many at least.
    pub fn low(&self) -> u32 {
        self.low
    }

    /// So many at most; `None` where the text sets no limit.
    pub fn high(&self) -> Option<u32> {
        self.high
    }

    /// "49", "49 or more", "10–20".
    pub fn label(&self) -> String {
        match self.high {
            Some(high) if high == self.low => format!("{high}"),
            Some(high) => format!("{}–{high}", self.low),
            None => format!("{} or more", self.low),
        }
    }
}

/// Someone who took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The name to show: "Azerbaijan", "CSTO".
    pub name: String,
    /// The words it comes from.
    pub span: Span,
    /// The country it belongs to, where it belongs to one.
    pub country: Option<CountryCode>,
}

/// Who asserts something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimant {
    /// "Armenian Defense Ministry".
    pub name: String,
    /// The words it comes from.
    pub span: Span,
    /// "said", "claimed", "denied".
    pub verb: String,
}
