use serde::{Deserialize, Serialize};

use super::Span;

/// Why something was left out or is doubtful. Half-understood text is data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// The words it is about.
    pub span: Span,
    /// What sort of doubt.
    pub kind: RemarkKind,
    /// The reason, a sentence without its full stop.
    pub message: String,
}

/// What sort of doubt a remark raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// The text says that it did not happen.
    Negated,
    /// A side denies it.
    Denied,
    /// Planned, threatened, feared, possible or asked for.
    Hypothetical,
    /// An exercise or war game.
    Exercise,
    /// A figure of speech, a film, a match.
    Metaphor,
    /// A crime such as happens everywhere, and what courts make of it.
    Crime,
    /// An event without a place.
    Unplaced,
    /// An event or a date expression without a day.
    Undated,
    /// A name that may be several places.
    AmbiguousPlace,
    /// A name that looks like a place but is not in the gazetteer.
    UnknownPlace,
    /// The article has no publication date.
    NoPublicationDate,
    /// Two sources give different publication dates.
    ConflictingDates,
}

impl RemarkKind {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            RemarkKind::Negated => "negated",
            RemarkKind::Denied => "denied",
            RemarkKind::Hypothetical => "hypothetical",
            RemarkKind::Exercise => "exercise",
            RemarkKind::Metaphor => "metaphor",
            RemarkKind::Crime => "crime",
            RemarkKind::Unplaced => "unplaced",
            RemarkKind::Undated => "undated",
            RemarkKind::AmbiguousPlace => "ambiguous_place",
            RemarkKind::UnknownPlace => "unknown_place",
            RemarkKind::NoPublicationDate => "no_publication_date",
            RemarkKind::ConflictingDates => "conflicting_dates",
        }
    }

    /// The words for it on the screen.
    pub fn label(self) -> &'static str {
        match self {
            RemarkKind::Negated => "Said not to have happened",
            RemarkKind::Denied => "Denied",
            RemarkKind::Hypothetical => "Planned or possible",
            RemarkKind::Exercise => "Exercise",
            RemarkKind::Metaphor => "Figure of speech",
            RemarkKind::Crime => "Crime, not conflict",
            RemarkKind::Unplaced => "No place",
            RemarkKind::Undated => "No date",
            RemarkKind::AmbiguousPlace => "Which place is unsure",
            RemarkKind::UnknownPlace => "Place not in the gazetteer",
            RemarkKind::NoPublicationDate => "No publication date",
            RemarkKind::ConflictingDates => "Publication date is unsure",
        }
    }

    /// Whether the remark tells of an event that is not on the map.
    pub fn is_about_an_event(self) -> bool {
        matches!(
            self,
            RemarkKind::Negated
                | RemarkKind::Denied
                | RemarkKind::Hypothetical
                | RemarkKind::Exercise
                | RemarkKind::Metaphor
                | RemarkKind::Crime
                | RemarkKind::Unplaced
                | RemarkKind::Undated
        )
    }
}
