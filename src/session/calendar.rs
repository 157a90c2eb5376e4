//! Stretches of the calendar for bars and marks: days, weeks, months, years.

use crate::model::date::{first_of_month, month_of};

/// Monday, 5 January 1970: weeks begin on Mondays.
const MONDAY: i32 = 4;

/// A stretch of the calendar, repeated: so many days, or so many months, of which twelve
/// are a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days, counted from a Monday.
    Days(i32),
    /// So many calendar months, counted from January of the year 0.
    Months(i32),
}

impl Step {
    /// So many calendar years.
    pub const fn years(years: i32) -> Self {
        Step::Months(12 * years)
    }

    /// What a bar may stand for: a day, a week, a month, a quarter, a year, ten, a hundred,
    /// a thousand.
    pub const BARS: [Step; 8] = [
        Step::Days(1),
        Step::Days(7),
        Step::Months(1),
        Step::Months(3),
        Step::years(1),
        Step::years(10),
        Step::years(100),
        Step::years(1000),
    ];

    /// How far apart marks may be, from the closest to the widest.
    pub const MARKS: [Step; 20] = [
        Step::Days(1),
        Step::Days(2),
        Step::Days(7),
        Step::Days(14),
        Step::Months(1),
        Step::Months(2),
        Step::Months(3),
        Step::Months(6),
        Step::years(1),
        Step::years(2),
        Step::years(5),
        Step::years(10),
        Step::years(20),
        Step::years(50),
        Step::years(100),
        Step::years(200),
        Step::years(500),
        Step::years(1000),
        Step::years(2000),
        Step::years(5000),
    ];

    /// How long it is in days; of months, on average.
    pub fn length(self) -> f64 {
        match self {
            Step::Days(days) => f64::from(days),
            Step::Months(months) => f64::from(months) * 365.2425 / 12.0,
        }
    }

    /// The first of `steps` that is at least so many days long; else the last.
    pub fn at_least(steps: &[Step], days: f64) -> Step {
        let last = steps.last().copied().unwrap_or(Step::Days(1));
        steps.iter().copied().find(|step| step.length() >= days).unwrap_or(last)
    }

    /// Which of the stretches a day is in.
    pub fn number_of(self, day: i32) -> i32 {
        match self {
            Step::Days(days) => (day - MONDAY).div_euclid(days),
            Step::Months(months) => month_of(day).div_euclid(months),
        }
    }

    /// The first day of a stretch.
    pub fn first_day(self, number: i32) -> i32 {
        match self {
            Step::Days(days) => number * days + MONDAY,
            Step::Months(months) => first_of_month(number * months),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::date_of;

    /// The first days of the stretches that the days of a year, and one more, are in.
    fn check(step: Step, day: &str, wanted: &str) {
        let day: jiff::civil::Date = day.parse().unwrap_or_default();
        let number = step.number_of(crate::model::date::day_number(day));
        assert_eq!(date_of(step.first_day(number)).to_string(), wanted);
    }

    #[test]
    fn weeks_begin_on_mondays_and_months_and_years_with_their_first_day() {
        check(Step::Days(7), "2022-09-13", "2022-09-12");
        check(Step::Days(7), "1969-12-31", "1969-12-29");
        check(Step::Months(1), "2024-02-29", "2024-02-01");
        check(Step::Months(3), "2022-09-13", "2022-07-01");
        check(Step::years(1), "1914-07-28", "1914-01-01");
        check(Step::years(100), "1914-07-28", "1900-01-01");
        check(Step::years(1000), "-000043-03-15", "-001000-01-01");
    }

    #[test]
    fn every_step_is_longer_than_the_one_before() {
        for steps in [&Step::BARS[..], &Step::MARKS[..]] {
            assert!(steps.windows(2).all(|pair| pair[0].length() < pair[1].length()));
        }
        assert_eq!(Step::at_least(&Step::BARS, 20.0), Step::Months(1));
        assert_eq!(Step::at_least(&Step::BARS, 1e9), Step::years(1000));
    }
}
