//! Days, and stretches of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How long a stretch of days a date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stretch {
    /// The day alone.
    Day,
    /// Three days before and behind it as well.
    Week,
    /// Its month.
    Month,
    /// Its year.
    Year,
}

impl Stretch {
    /// From the shortest to the longest.
    pub const ALL: [Stretch; 4] = [Stretch::Day, Stretch::Week, Stretch::Month, Stretch::Year];

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Stretch::Day => "day",
            Stretch::Week => "week",
            Stretch::Month => "month",
            Stretch::Year => "year",
        }
    }
}

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
    let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    first_of_month(month) + i32::from(date.day()) - 1
}

/// The number of a month's first day. Months are counted from January of the year 0,
/// which is the one before the year 1.
pub fn first_of_month(month: i32) -> i32 {
    // Years that begin in March end with the day that only some of them have.
    let (year, months) = ((month - 2).div_euclid(12), (month - 2).rem_euclid(12));
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let days_of_year = (153 * months + 2) / 5;
    era * ERA_DAYS + year * 365 + year / 4 - year / 100 + days_of_year - EPOCH_IN_ERA
}

/// The month of a day, the inverse of [`first_of_month`].
pub fn month_of(day: i32) -> i32 {
    let day = day + EPOCH_IN_ERA;
    let (era, day) = (day.div_euclid(ERA_DAYS), day.rem_euclid(ERA_DAYS));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    (era * 400 + year) * 12 + (5 * day + 2) / 153 + 2
}

/// Days in 400 years, after which the calendar begins anew.
const ERA_DAYS: i32 = 146_097;

/// Days from 1 March of the year 0 to 1970-01-01.
const EPOCH_IN_ERA: i32 = 719_468;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::{ToSpan as _, civil::date};

    use super::*;

    #[test]
    fn days_are_counted_from_1970_over_all_of_the_calendar() {
        let epoch = date(1970, 1, 1);
        let mut day = Date::MIN;
        while let Ok(next) = day.checked_add(97.days()) {
            assert_eq!(day_number(day), day.since(epoch).unwrap().get_days());
            day = next;
        }
        assert_eq!(day_number(Date::MAX), Date::MAX.since(epoch).unwrap().get_days());
    }

    #[test]
    fn a_month_begins_with_the_first_of_its_days() {
        for month in [-119_988, -1, 0, 1, 2, 14, 23_640, 23_641, 23_642, 24_002, 119_999] {
            let first = first_of_month(month);
            assert_eq!((month_of(first), month_of(first - 1)), (month, month - 1));
        }
        assert_eq!(month_of(day_number(date(2024, 2, 29))), 2024 * 12 + 1);
    }
}
