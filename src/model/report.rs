use serde::{Deserialize, Serialize};

use super::{Claim, Claimant, CountryCode, DateRange, EventType, Location, Span, Stance, Toll};

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
    /// How many were captured, abducted or arrested.
    #[serde(default)]
    pub captured: Option<Count>,
    /// What became of whom, by side, in text order. The totals above rest on them.
    #[serde(default)]
    pub tolls: Vec<Toll>,
    /// Who took part, in text order.
    pub actors: Vec<Actor>,
    /// With what, in text order.
    #[serde(default)]
    pub weapons: Vec<Weapon>,
    /// What was damaged or destroyed, in text order.
    #[serde(default)]
    pub damage: Vec<Damage>,
    /// Who says so; `None` where the article itself does.
    pub claimed_by: Option<Claimant>,
    /// All that is said of it by whom, for and against, in text order.
    #[serde(default)]
    pub claims: Vec<Claim>,
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
    /// Those captured.
    Captured,
    /// Who took part.
    Actor,
    /// With what.
    Weapon,
    /// What was damaged.
    Damage,
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
            Field::Captured => "captured",
            Field::Actor => "actor",
            Field::Weapon => "weapon",
            Field::Damage => "damage",
            Field::Claim => "claim",
        }
    }
}

impl Report {
    /// Moves every span, as when the text is put back among its markup.
    pub fn map_spans(&mut self, there: &impl Fn(Span) -> Span) {
        let move_it = |span: &mut Span| *span = there(*span);
        move_it(&mut self.trigger);
        move_it(&mut self.quote);
        self.also.iter_mut().for_each(move_it);
        self.locations.iter_mut().for_each(|l| move_it(&mut l.evidence));
        self.actors.iter_mut().for_each(|a| move_it(&mut a.span));
        self.weapons.iter_mut().for_each(|w| move_it(&mut w.span));
        self.damage.iter_mut().for_each(|d| move_it(&mut d.span));
        self.claimed_by.iter_mut().for_each(|c| move_it(&mut c.span));
        self.date.iter_mut().filter_map(|d| d.evidence.as_mut()).for_each(move_it);
        let totals = [&mut self.killed, &mut self.wounded, &mut self.captured];
        totals.into_iter().flatten().for_each(|c| move_it(&mut c.evidence));
        for toll in &mut self.tolls {
            move_it(&mut toll.count.evidence);
            move_it(&mut toll.word);
        }
        for claim in &mut self.claims {
            move_it(&mut claim.claimant.span);
            move_it(&mut claim.verb);
        }
    }

    /// Who says what a field tells; `None` where the article itself does.
    pub fn claimant_of(&self, field: Field) -> Option<&str> {
        let says = |claim: &&Claim| {
            claim.fields.contains(&field)
                && !matches!(claim.stance, Stance::Denies | Stance::Doubts)
        };
        self.claims.iter().find(says).map(|claim| claim.claimant.name.as_str())
    }

    /// The words behind each field that has a value, in the order of the fields,
    /// then of the text.
    pub fn evidence(&self) -> Vec<(Field, Span)> {
        let mut found = vec![(Field::Trigger, self.trigger)];
        found.extend(self.date.iter().filter_map(|d| Some((Field::Date, d.evidence?))));
        found.extend(self.locations.iter().map(|l| (Field::Place, l.evidence)));
        found.extend(self.killed.iter().map(|c| (Field::Killed, c.evidence)));
        found.extend(self.wounded.iter().map(|c| (Field::Wounded, c.evidence)));
        found.extend(self.captured.iter().map(|c| (Field::Captured, c.evidence)));
        found.extend(self.actors.iter().map(|a| (Field::Actor, a.span)));
        found.extend(self.weapons.iter().map(|w| (Field::Weapon, w.span)));
        found.extend(self.damage.iter().map(|d| (Field::Damage, d.span)));
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
    /// What it did in the event.
    #[serde(default)]
    pub role: Role,
}

impl Actor {
    /// Whether it is a country, a group or a person by name, not people by their class:
    /// "gunmen", "civilians".
    pub fn is_named(&self) -> bool {
        self.name.contains(char::is_uppercase)
    }
}

/// What an actor did in an event.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It took part; the text does not tell who began.
    #[default]
    Participant,
    /// It did it.
    Perpetrator,
    /// It was done to it.
    Victim,
}

impl Role {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Role::Participant => "participant",
            Role::Perpetrator => "perpetrator",
            Role::Victim => "victim",
        }
    }
}

/// A weapon or means of an attack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weapon {
    /// Its class, in data: "artillery".
    pub class: String,
    /// The words it comes from: "Grad rockets".
    pub span: Span,
}

/// Things that were damaged or destroyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// Their class, in data: "homes".
    pub class: String,
    /// How many; `None` where the text does not count them.
    pub low: Option<u32>,
    /// Whether nothing is left of them.
    pub destroyed: bool,
    /// The words it comes from: "three houses".
    pub span: Span,
}
