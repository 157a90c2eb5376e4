//! Days, and stretches of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The days on which something may have happened, both included.
/// Invariant: `first <= last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DateRange {
    first: Date,
    last: Date,
}

impl DateRange {
    /// `None` if `last` comes before `first`.
    pub fn new(first: Date, last: Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// One day.
    pub fn day(date: Date) -> Self {
        Self { first: date, last: date }
    }

    /// The first possible day.
    pub fn first(&self) -> Date {
        self.first
    }

    /// The last possible day.
    pub fn last(&self) -> Date {
        self.last
    }

    /// How many days it may be, at least 1.
    pub fn days(&self) -> i32 {
        day_number(self.last) - day_number(self.first) + 1
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: DateRange) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether `date` is one of the days.
    pub fn contains(&self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// The days both have.
    pub fn intersection(&self, other: DateRange) -> Option<DateRange> {
        DateRange::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// The days from the earlier first to the later last.
    pub fn hull(&self, other: DateRange) -> DateRange {
        DateRange { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// The days between the two; 0 where they overlap or touch.
    pub fn gap_days(&self, other: DateRange) -> i32 {
        (day_number(other.first) - day_number(self.last))
            .max(day_number(self.first) - day_number(other.last))
            .max(0)
    }
}

/// Days since 1970-01-01, negative before.
pub fn day_number(date: Date) -> i32 {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    date.since(EPOCH).map_or(0, |span| span.get_days())
}
