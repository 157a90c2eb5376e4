//! Where the time axis has marks, and what is written at them: days, weeks, months,
//! quarters, years or more, whichever fits.

use egui_plot::GridMark;
use jiff::{ToSpan as _, civil::Date};

use crate::{model::date::day_number, session::date_of, ui::words};

/// How far apart marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

/// From the closest to the widest, with their lengths in days.
const STEPS: [(Step, f64); 15] = [
    (Step::Days(1), 1.0),
    (Step::Days(2), 2.0),
    (Step::Days(7), 7.0),
    (Step::Days(14), 14.0),
    (Step::Months(1), 30.0),
    (Step::Months(2), 61.0),
    (Step::Months(3), 91.0),
    (Step::Months(6), 182.0),
    (Step::Years(1), 365.0),
    (Step::Years(2), 730.0),
    (Step::Years(5), 1826.0),
    (Step::Years(10), 3652.0),
    (Step::Years(20), 7305.0),
    (Step::Years(50), 18_262.0),
    (Step::Years(100), 36_525.0),
];

/// A label needs about so many times the plot's smallest step, which is 8 points.
const LABEL_STEPS: f64 = 10.0;

/// The marks between two days. `smallest` is the plot's smallest step in days.
pub fn marks(bounds: (f64, f64), smallest: f64) -> Vec<GridMark> {
    let room = smallest * LABEL_STEPS;
    let (step, step_size) =
        STEPS.into_iter().find(|(_, days)| *days >= room).unwrap_or(STEPS[STEPS.len() - 1]);
    let (first, last) = (bounds.0.floor() as i32, bounds.1.ceil() as i32);
    let mut found = Vec::new();
    let mut date = start(step, date_of(first));
    while day_number(date) <= last && found.len() < 1000 {
        if day_number(date) >= first {
            found.push(GridMark { value: f64::from(day_number(date)), step_size });
        }
        let Some(next) = after(step, date) else { break };
        date = next;
    }
    found
}

/// What is written at a mark.
pub fn label(day: f64, step_size: f64) -> String {
    let date = date_of(day.round() as i32);
    if step_size >= 365.0 || (step_size >= 30.0 && date.month() == 1) {
        return date.year().to_string();
    }
    if step_size >= 30.0 {
        return words::month_of_year(date);
    }
    words::day_of_year(date)
}

/// The last mark on or before a day.
fn start(step: Step, date: Date) -> Date {
    match step {
        // Monday, 5 January 1970 is day 4: weeks begin on Mondays.
        Step::Days(days) => {
            let day = day_number(date);
            date_of((day - 4).div_euclid(days) * days + 4)
        }
        Step::Months(months) => {
            let months = i8::try_from(months).unwrap_or(1);
            let month = (date.month() - 1) / months * months + 1;
            Date::new(date.year(), month, 1).unwrap_or(date)
        }
        Step::Years(years) => {
            let years = i16::try_from(years).unwrap_or(1);
            Date::new(date.year().div_euclid(years) * years, 1, 1).unwrap_or(date)
        }
    }
}

fn after(step: Step, date: Date) -> Option<Date> {
    match step {
        Step::Days(days) => date.checked_add(days.days()).ok(),
        Step::Months(months) => date.checked_add(months.months()).ok(),
        Step::Years(years) => date.checked_add(years.years()).ok(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The labels of an axis that is `width` points wide.
    fn check(first: Date, last: Date, width: f64, wanted: &[&str]) {
        let bounds = (f64::from(day_number(first)), f64::from(day_number(last)));
        let smallest = (bounds.1 - bounds.0) / width * 8.0;
        let found: Vec<String> =
            marks(bounds, smallest).iter().map(|mark| label(mark.value, mark.step_size)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn weeks_begin_on_mondays() {
        check(date(2022, 9, 1), date(2022, 9, 30), 500.0, &["5 Sep", "12 Sep", "19 Sep", "26 Sep"]);
    }

    #[test]
    fn months_quarters_and_years() {
        check(
            date(2021, 5, 1),
            date(2021, 9, 20),
            500.0,
            &["May 2021", "Jun 2021", "Jul 2021", "Aug 2021", "Sep 2021"],
        );
        check(date(2021, 5, 1), date(2022, 10, 1), 300.0, &["Jul 2021", "2022", "Jul 2022"]);
        check(date(1990, 6, 1), date(1993, 6, 1), 400.0, &["1991", "1992", "1993"]);
    }

    #[test]
    fn before_1970_as_well() {
        check(
            date(1914, 1, 1),
            date(1919, 2, 1),
            500.0,
            &["1914", "1915", "1916", "1917", "1918", "1919"],
        );
    }
}
