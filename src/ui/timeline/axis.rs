//! Where the time axis has marks, and what is written at them: days, weeks, months,
//! quarters, years or more, whichever fits.

use eframe::egui::Rangef;
use jiff::civil::Date;

use super::scale::Scale;
use crate::{
    model::date::day_number,
    session::{Step, date_of},
    ui::words,
};

/// The room between two labels, in points.
const GAP: f32 = 14.0;

/// Marks are at least so far apart, in points.
const CLOSEST: f64 = 34.0;

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it is.
    pub x: f32,
    /// What is written there; empty where there is no room.
    pub label: String,
    /// Where the label begins.
    pub left: f32,
}

/// The marks between two points, with as many labels as have room. `width_of` is how wide
/// letters are.
pub fn marks(scale: &Scale, points: Rangef, width_of: impl Fn(&str) -> f32) -> Vec<Mark> {
    let mut found = Vec::new();
    let closest = Step::at_least(&Step::MARKS, scale.days_per_point() * CLOSEST);
    let steps = Step::MARKS.into_iter().skip_while(|step| *step != closest);
    for step in steps {
        found = marks_of(step, scale, points, &width_of);
        // The outer ones may lack the room.
        let inner = found.get(1..found.len().saturating_sub(1)).unwrap_or(&[]);
        if inner.iter().all(|mark| !mark.label.is_empty()) {
            break;
        }
    }
    found
}

fn marks_of(
    step: Step,
    scale: &Scale,
    points: Rangef,
    width_of: &impl Fn(&str) -> f32,
) -> Vec<Mark> {
    let [first, last] = [points.min, points.max].map(|x| scale.day(x).floor() as i32);
    let numbers = step.number_of(first)..=step.number_of(last);
    let mut marks: Vec<Mark> = Vec::new();
    let mut year = None;
    let mut right = f32::MIN;
    let calendar = [Date::MIN, Date::MAX].map(day_number);
    for day in numbers.map(|number| step.first_day(number)) {
        let x = scale.x(f64::from(day));
        let exists = (calendar[0]..=calendar[1]).contains(&day);
        if !exists || !(points.min..=points.max).contains(&x) {
            continue;
        }
        let this_year = date_of(day).year();
        let mut label = label(day, step, year != Some(this_year));
        let width = width_of(&label);
        let left = (x - width / 2.0).clamp(points.min, (points.max - width).max(points.min));
        if left < right + GAP || width > points.span() {
            label.clear();
        } else {
            right = left + width;
            year = Some(this_year);
        }
        marks.push(Mark { x, label, left });
    }
    marks
}

/// What is written at a mark. `new_year` is whether the label before tells another year.
fn label(day: i32, step: Step, new_year: bool) -> String {
    let date = date_of(day);
    match step {
        Step::Days(_) if new_year => words::day(date),
        Step::Days(_) => words::day_of_year(date),
        Step::Months(months) if months < 12 && date.month() != 1 => words::month_of_year(date),
        Step::Months(_) => words::year(date),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::{model::date::day_number, session::Window};

    fn labels(first: Date, last: Date, width: f32) -> Vec<String> {
        let days = Window::new(f64::from(day_number(first)), f64::from(day_number(last)) + 1.0);
        let points = Rangef::new(0.0, width);
        let width_of = |words: &str| words.chars().count() as f32 * 6.5;
        let marks = marks(&Scale::new(points, days), points, width_of);
        assert!(marks.len() as f32 <= width / 30.0 + 1.0);
        let labelled = marks.iter().filter(|mark| !mark.label.is_empty());
        let spans: Vec<(f32, f32)> =
            labelled.map(|mark| (mark.left, mark.left + width_of(&mark.label))).collect();
        assert!(spans.windows(2).all(|pair| pair[0].1 + GAP <= pair[1].0), "no labels collide");
        assert!(spans.iter().all(|span| span.0 >= 0.0 && span.1 <= width));
        marks.into_iter().map(|mark| mark.label).filter(|label| !label.is_empty()).collect()
    }

    /// The labels of an axis that is `width` points wide.
    fn check(first: Date, last: Date, width: f32, wanted: &[&str]) {
        assert_eq!(labels(first, last, width), wanted);
    }

    #[test]
    fn weeks_begin_on_mondays_and_the_first_label_tells_the_year() {
        check(
            date(2022, 9, 1),
            date(2022, 9, 30),
            500.0,
            &["5 Sep 2022", "12 Sep", "19 Sep", "26 Sep"],
        );
        check(
            date(2022, 12, 20),
            date(2023, 1, 10),
            400.0,
            &["26 Dec 2022", "2 Jan 2023", "9 Jan"],
        );
    }

    #[test]
    fn months_quarters_and_years() {
        check(
            date(2021, 5, 1),
            date(2021, 9, 20),
            500.0,
            &["May 2021", "Jun 2021", "Jul 2021", "Aug 2021", "Sep 2021"],
        );
        check(
            date(2021, 5, 10),
            date(2022, 10, 1),
            400.0,
            &["Jul 2021", "Oct 2021", "2022", "Apr 2022", "Jul 2022"],
        );
        check(date(1990, 6, 1), date(1993, 6, 1), 200.0, &["1991", "1992", "1993"]);
    }

    #[test]
    fn before_1970_before_the_first_year_and_far_ahead() {
        check(
            date(1914, 1, 1),
            date(1919, 2, 1),
            500.0,
            &["1914", "1915", "1916", "1917", "1918", "1919"],
        );
        check(date(-44, 1, 1), date(3, 1, 1), 400.0, &["41 BC", "31 BC", "21 BC", "11 BC", "1 BC"]);
        check(
            date(9990, 1, 1),
            date(9999, 12, 31),
            300.0,
            &["9990", "9992", "9994", "9996", "9998"],
        );
    }

    #[test]
    fn labels_never_collide_however_long_the_time_is() {
        let mut days = 1;
        while days < 7_000_000 {
            for width in [60.0, 300.0, 1000.0, 3800.0] {
                for end in [-3_000_000, 0, 19_000, 2_932_896] {
                    labels(date_of(end - days), date_of(end), width);
                }
            }
            days = days * 3 / 2 + 1;
        }
    }
}
