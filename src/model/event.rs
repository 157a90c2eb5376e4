use serde::{Deserialize, Serialize};

use super::{ByPerson, Count, DateRange, Field, Location, RecordRef, Report, Review};

/// What happened. Each type maps to an ACLED event and sub-event type and to a
/// PLOVER event and mode: see `assets/words/event_types.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum EventType {
    /// Armed clashes between sides.
    Battle,
    /// Artillery, mortars, rockets, missiles.
    ShellingMissile,
    /// Aircraft and drones.
    AirDroneStrike,
    /// Roadside bombs, mines, suicide attacks.
    IedMineSuicide,
    /// Violence against people who do not fight.
    AttackOnCivilians,
    /// Abductions, arrests, captures.
    AbductionArrest,
    /// Territory changes hands.
    TerritoryTaken,
    /// Troops are sent, moved, stationed or withdrawn.
    TroopDeploymentMovement,
    /// A ceasefire, truce or agreement.
    CeasefireAgreement,
    /// Talks, calls, visits.
    TalksDiplomacy,
    /// Someone asks for help or support.
    AppealRequest,
    /// Protests and riots.
    ProtestRiot,
    /// Help for people in need.
    AidHumanitarian,
    /// Anything else.
    Other,
}

impl EventType {
    /// All types, in the order of their codes.
    pub const ALL: [EventType; 14] = [
        EventType::Battle,
        EventType::ShellingMissile,
        EventType::AirDroneStrike,
        EventType::IedMineSuicide,
        EventType::AttackOnCivilians,
        EventType::AbductionArrest,
        EventType::TerritoryTaken,
        EventType::TroopDeploymentMovement,
        EventType::CeasefireAgreement,
        EventType::TalksDiplomacy,
        EventType::AppealRequest,
        EventType::ProtestRiot,
        EventType::AidHumanitarian,
        EventType::Other,
    ];

    /// 0 to 13, the bit of the type in a mask and its row in a palette.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            EventType::Battle => "battle",
            EventType::ShellingMissile => "shelling_missile",
            EventType::AirDroneStrike => "air_drone_strike",
            EventType::IedMineSuicide => "ied_mine_suicide",
            EventType::AttackOnCivilians => "attack_on_civilians",
            EventType::AbductionArrest => "abduction_arrest",
            EventType::TerritoryTaken => "territory_taken",
            EventType::TroopDeploymentMovement => "troop_deployment_movement",
            EventType::CeasefireAgreement => "ceasefire_agreement",
            EventType::TalksDiplomacy => "talks_diplomacy",
            EventType::AppealRequest => "appeal_request",
            EventType::ProtestRiot => "protest_riot",
            EventType::AidHumanitarian => "aid_humanitarian",
            EventType::Other => "other",
        }
    }

    /// The type with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.key() == key)
    }

    /// The words for it on the screen.
    pub fn label(self) -> &'static str {
        match self {
            EventType::Battle => "Battle",
            EventType::ShellingMissile => "Shelling or missile",
            EventType::AirDroneStrike => "Air or drone strike",
            EventType::IedMineSuicide => "Bomb or mine",
            EventType::AttackOnCivilians => "Attack on civilians",
            EventType::AbductionArrest => "Abduction or arrest",
            EventType::TerritoryTaken => "Territory taken",
            EventType::TroopDeploymentMovement => "Troop movement",
            EventType::CeasefireAgreement => "Ceasefire or agreement",
            EventType::TalksDiplomacy => "Talks",
            EventType::AppealRequest => "Appeal",
            EventType::ProtestRiot => "Protest or riot",
            EventType::AidHumanitarian => "Aid",
            EventType::Other => "Other",
        }
    }

    /// The coarse group, within which reports may tell of one happening.
    pub fn group(self) -> Group {
        match self {
            EventType::Battle
            | EventType::ShellingMissile
            | EventType::AirDroneStrike
            | EventType::IedMineSuicide
            | EventType::AttackOnCivilians => Group::Violent,
            EventType::TerritoryTaken | EventType::TroopDeploymentMovement => Group::Movement,
            EventType::CeasefireAgreement
            | EventType::TalksDiplomacy
            | EventType::AppealRequest => Group::Diplomatic,
            EventType::AbductionArrest
            | EventType::ProtestRiot
            | EventType::AidHumanitarian
            | EventType::Other => Group::Other,
        }
    }
}

/// A coarse group of event types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Battles, shelling, strikes, bombs, attacks on civilians.
    Violent,
    /// Territory and troops.
    Movement,
    /// Ceasefires, talks, appeals.
    Diplomatic,
    /// All else.
    Other,
}

/// The number of an event in its dataset, from 0, in time order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId(pub usize);

/// A report in a dataset: article, then report within it, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportRef {
    /// The article's place in the dataset.
    pub article: usize,
    /// The report's place in the article's reading.
    pub report: usize,
}

/// One happening, gathered from the reports that tell of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The type most reports give; the earliest published among equals.
    pub event_type: EventType,
    /// The reports, by publication, then by article. Empty only for a row of a table.
    pub reports: Vec<ReportRef>,
    /// The row that it was imported from; none for an event that was read.
    #[serde(default)]
    pub record: Option<RecordRef>,
    /// The days that all dated reports allow, or all their days where they differ.
    pub date: Option<DateRange>,
    /// Where, the most precise first, each spot once. Empty where no report knows.
    pub locations: Vec<Location>,
    /// From the lowest to the highest number that a report gives; never a sum.
    pub killed: Option<Count>,
    /// From the lowest to the highest number that a report gives; never a sum.
    pub wounded: Option<Count>,
    /// From the lowest to the highest number that a report gives; never a sum.
    #[serde(default)]
    pub captured: Option<Count>,
    /// On what the reports differ. A toll that only rises with time is no dispute.
    pub disputes: Vec<Dispute>,
    /// History told as context in every report.
    pub background: bool,
    /// 0 to 1: how likely it is that this happened. How far that can be trusted is measured
    /// by the program `calibration`.
    pub confidence: f32,
    /// What the confidence is made of.
    pub parts: ConfidenceParts,
    /// Why these reports were joined, a line for each join; empty for a single report.
    pub joins: Vec<Join>,
    /// What a person said of it; none where nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Box<ByPerson>>,
}

/// A field on which reports of one event differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dispute {
    /// The field.
    pub field: Field,
    /// What each says, in words: "killed: 3 (Meridian Wire), 5 (Caspian Courier)".
    pub message: String,
}

/// What the confidence in an event is made of, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConfidenceParts {
    /// How likely the best report is right that something of this sort happened.
    pub detection: f32,
    /// How likely its first day is right; 0 where none is known.
    pub date: f32,
    /// How likely its first place is right within 20 km; 0 where none is known.
    pub place: f32,
    /// 0 for one outlet, and nearer to 1 with each independent one.
    pub corroboration: f32,
}

/// Why two reports of an event were joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// One of them.
    pub first: ReportRef,
    /// The other.
    pub second: ReportRef,
    /// The reason: "the same day, 8 km apart, the same type, both name Jermuk".
    pub why: String,
    /// Whether a person joined them.
    pub by_person: bool,
}

impl Event {
    /// The locations that are known as well as the best of them: the rest only says the same
    /// less exactly.
    pub fn best_locations(&self) -> impl Iterator<Item = &Location> {
        let best = self.locations.first().map(|location| location.precision);
        self.locations.iter().filter(move |location| Some(location.precision) == best)
    }

    /// What a person thinks of it.
    pub fn review(&self) -> Review {
        match self.person.as_deref() {
            None => Review::Unreviewed,
            Some(person) if person.review != Review::Unreviewed => person.review,
            Some(person) if person.fields.is_empty() => Review::Unreviewed,
            Some(_) => Review::Edited,
        }
    }

    /// Whether a person chose the value of this field.
    pub fn is_by_person(&self, field: Field) -> bool {
        self.person.as_deref().is_some_and(|person| person.chose(field))
    }

    /// Whether reports differ on something.
    pub fn is_disputed(&self) -> bool {
        !self.disputes.is_empty()
    }

    /// An event of one report, as the report tells it.
    pub fn of_report(at: ReportRef, report: &Report) -> Self {
        Self {
            event_type: report.event_type,
            reports: vec![at],
            record: None,
            date: report.date.as_ref().map(|dated| dated.range),
            locations: report.locations.clone(),
            killed: report.killed,
            wounded: report.wounded,
            captured: report.captured,
            disputes: Vec::new(),
            background: report.background,
            confidence: report.confidence,
            parts: ConfidenceParts { detection: report.confidence, ..ConfidenceParts::default() },
            joins: Vec::new(),
            person: None,
        }
    }
}
