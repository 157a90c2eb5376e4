use serde::{Deserialize, Serialize};

use super::{Count, CountryCode, Span};

/// What became of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// They died.
    Killed,
    /// They were hurt.
    Wounded,
    /// They were captured, abducted or arrested.
    Captured,
    /// Nobody knows where they are.
    Missing,
    /// They had to leave their homes.
    Displaced,
}

impl Fate {
    /// All fates.
    pub const ALL: [Fate; 5] =
        [Fate::Killed, Fate::Wounded, Fate::Captured, Fate::Missing, Fate::Displaced];

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Fate::Killed => "killed",
            Fate::Wounded => "wounded",
            Fate::Captured => "captured",
            Fate::Missing => "missing",
            Fate::Displaced => "displaced",
        }
    }

    /// The word for it on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Fate::Killed => "Killed",
            Fate::Wounded => "Wounded",
            Fate::Captured => "Captured",
            Fate::Missing => "Missing",
            Fate::Displaced => "Displaced",
        }
    }
}

/// Whether people fight.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The text does not tell.
    #[default]
    Unknown,
    /// They do not fight.
    Civilian,
    /// Soldiers, fighters, police.
    Military,
}

impl Standing {
    /// The word for it in data; `None` where the text does not tell.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Standing::Unknown => None,
            Standing::Civilian => Some("civilian"),
            Standing::Military => Some("military"),
        }
    }
}

/// A number of people of one sort and what became of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toll {
    /// What became of them.
    pub fate: Fate,
    /// How many; its evidence reaches from the number to the people.
    pub count: Count,
    /// The words that tell what became of them: "were killed".
    pub word: Span,
    /// The side to which they belong, as it is shown: "Armenia"; `None` where the text
    /// does not tell.
    pub side: Option<String>,
    /// The country of the side.
    pub country: Option<CountryCode>,
    /// Whether they fight.
    pub standing: Standing,
    /// They belong to those who attacked: a suicide bomber, "five of the attackers".
    pub of_attackers: bool,
    /// They are among those counted elsewhere: "including three children".
    pub part: bool,
    /// They come on top of those told of before: "three others", "another soldier".
    #[serde(default)]
    pub further: bool,
    /// Counts all up to now, not only new ones: "the toll rose to 105".
    pub cumulative: bool,
}
