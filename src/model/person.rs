use serde::{Deserialize, Serialize};

use super::{CountryCode, Field, Role};

/// What a person said of an event, in place of what was read. The values that have a place
/// in the event itself stand there; here is which they are, and all that has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ByPerson {
    /// The fields that a person chose, each once, in the order of the fields.
    pub fields: Vec<Field>,
    /// Who took part, in place of whom the reports name.
    pub actors: Option<Vec<NamedActor>>,
    /// Who says so, in place of whom the reports name; empty for nobody but the articles.
    pub claimant: Option<String>,
    /// Words of a person about the event; empty for none.
    pub note: String,
    /// What a person thinks of it.
    pub review: Review,
}

/// Someone who took part, as a person wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedActor {
    /// The name.
    pub name: String,
    /// What it did in the event.
    pub role: Role,
    /// The country it belongs to, where that is known.
    #[serde(default)]
    pub country: Option<CountryCode>,
}

/// What a person thinks of an event.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// Nobody looked at it.
    #[default]
    Unreviewed,
    /// Somebody changed something about it.
    Edited,
    /// Somebody says that it is right.
    Reviewed,
    /// Somebody says that it is in dispute.
    Disputed,
    /// Somebody looked and could not tell.
    Unverified,
}

impl Review {
    /// All of them.
    pub const ALL: [Review; 5] = [
        Review::Unreviewed,
        Review::Edited,
        Review::Reviewed,
        Review::Disputed,
        Review::Unverified,
    ];

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Review::Unreviewed => "unreviewed",
            Review::Edited => "edited",
            Review::Reviewed => "reviewed",
            Review::Disputed => "disputed",
            Review::Unverified => "unverified",
        }
    }
}

impl ByPerson {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a person chose this field.
    pub fn chose(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }
}
