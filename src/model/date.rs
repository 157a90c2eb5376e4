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

/// Days since 1970-01-01, negative before. By Howard Hinnant's `days_from_civil`, since it is
/// asked for millions of dates at a time.
pub fn day_number(date: Date) -> i32 {
    const DAYS_OF_ERA: i32 = 146_097;
    const EPOCH: i32 = 719_468;
    // Years that begin in March end with the leap day.
    let year = i32::from(date.year()) - i32::from(date.month() <= 2);
    let month = (i32::from(date.month()) + 9) % 12;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * month + 2) / 5 + i32::from(date.day()) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * DAYS_OF_ERA + day_of_era - EPOCH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        let epoch = jiff::civil::date(1970, 1, 1);
        for date in [(-9999, 1, 1), (-1, 3, 1), (1900, 2, 28), (2000, 2, 29), (2024, 12, 31)] {
            let date = jiff::civil::date(date.0, date.1, date.2);
            assert_eq!(Some(day_number(date)), date.since(epoch).ok().map(|span| span.get_days()));
        }
    }
}
