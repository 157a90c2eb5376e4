use serde::{Deserialize, Serialize};

use super::{CountryCode, Field, Span};

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

/// What someone says of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Who, and by which verb.
    pub claimant: Claimant,
    /// What sort of source it is.
    pub source: SourceKind,
    /// The country for which it speaks, where the text tells.
    pub country: Option<CountryCode>,
    /// Whether it says that it happened.
    pub stance: Stance,
    /// The verb, or "according to".
    pub verb: Span,
    /// The fields of the report of which it speaks, in order: those whose words lie in the
    /// clauses that the verb governs. Empty where it speaks of the event as a whole from
    /// elsewhere, as a denial does.
    #[serde(default)]
    pub fields: Vec<Field>,
}

impl Claim {
    /// "of what happened, place, killed": the fields of which it speaks, in words; empty
    /// where they are not known.
    pub fn about(&self) -> String {
        if self.fields.is_empty() {
            return String::new();
        }
        let name = |field: &Field| match field {
            Field::Trigger => "what happened",
            field => field.key(),
        };
        format!("of {}", self.fields.iter().map(name).collect::<Vec<_>>().join(", "))
    }
}

/// What sort of source says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// Someone with a name.
    Person,
    /// A ministry, an army, police, officials.
    Office,
    /// A country or an armed group as a whole.
    Side,
    /// A newspaper, an agency, a broadcaster.
    Outlet,
    /// Those who saw it or live there.
    Witness,
    /// Observers, aid organisations, the United Nations.
    Organisation,
    /// "Sources", "reports".
    Unnamed,
}

impl SourceKind {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            SourceKind::Person => "person",
            SourceKind::Office => "office",
            SourceKind::Side => "side",
            SourceKind::Outlet => "outlet",
            SourceKind::Witness => "witness",
            SourceKind::Organisation => "organisation",
            SourceKind::Unnamed => "unnamed",
        }
    }
}

/// How a claim stands to the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says that it happened.
    Asserts,
    /// Says so of what another said before.
    Confirms,
    /// Says that another did it.
    Accuses,
    /// Says that it was its own deed.
    Admits,
    /// Says that it did not happen, or that it was not its deed.
    Denies,
    /// Cannot say whether it happened.
    Doubts,
}

impl Stance {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Stance::Asserts => "asserts",
            Stance::Confirms => "confirms",
            Stance::Accuses => "accuses",
            Stance::Admits => "admits",
            Stance::Denies => "denies",
            Stance::Doubts => "doubts",
        }
    }
}
