//! What relative expressions of time are relative to.

use jiff::civil::Date;

use super::tense::Tense;
use crate::model::DateRange;

/// What relative expressions are relative to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// The day of publication; `None` also where the text tells of times long before it.
    pub published: Option<Date>,
    /// What the text named last and knows.
    pub told: Option<DateRange>,
    /// In a history, where the story stands: days without a year are of its year.
    pub story: Option<DateRange>,
    /// The single day that the text named last.
    pub told_day: Option<Date>,
    /// Year and number of the quarter that the text named last.
    pub quarter: Option<(i16, i8)>,
    /// The start of the stretch that the expression ends: "from August to October".
    pub from: Option<DateRange>,
    /// Whether the words look ahead or back.
    pub tense: Option<Tense>,
}

impl Anchor {
    /// The day from which "ago" counts.
    pub fn now(&self) -> Option<Date> {
        self.published.or(self.told_first())
    }

    /// The day from which days and months without a year count.
    pub fn story_or_now(&self) -> Option<Date> {
        if let Some(from) = self.from {
            return Some(from.first());
        }
        self.published.or(self.story.map(|story| story.first())).or(self.told_first())
    }

    /// The first day of what was told last.
    pub fn told_first(&self) -> Option<Date> {
        self.told.map(|told| told.first())
    }

    /// Whether the text has no day of publication to count from.
    pub fn tells_of_the_past(&self) -> bool {
        self.published.is_none()
    }

    /// Whether the words look ahead.
    pub fn ahead(&self) -> bool {
        self.tense == Some(Tense::Ahead)
    }
}
