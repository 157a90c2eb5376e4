//! Days and weeks counted within a longer stretch: "the first Monday of May", "the last
//! week of September", "three days after Easter".

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use regex::Captures;

use super::super::context::Anchor;
use super::super::units::{Unit, unit_of};
use super::super::words::{ordinal_number, weekday_number, year_number};
use super::periods::{day_value, month_value, week_value, weekend_value, year_value};
use super::relative::{calendar, deictic};
use super::weekday::weekday;
use super::{Value, day, group, low, make, month};
use crate::lexicon::number_word;
use crate::model::{DateRange, TimexType, day_number};

/// A weekday, day, week, week-end or month of a month or year, counted from its start or,
/// for the last, from its end. A week belongs to where its Thursday lies (ISO 8601).
pub fn nth_of(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let nth = ordinal_number(group(captures, "nth")?)?;
    let whole = container(captures, anchor)?;
    let why = "counted within a month or year";
    if let Some(count) = group(captures, "num") {
        return several(nth, number_word(&count.to_lowercase())?, captures, whole);
    }
    if let Some(wanted) = group(captures, "weekday").and_then(weekday_number) {
        return day_value(nth_weekday(whole, nth, wanted)?, why);
    }
    match unit_of(group(captures, "piece")?)? {
        Unit::Day if nth < 0 => day_value(whole.last(), why),
        Unit::Day => day_value(within(whole, i64::from(nth) - 1)?, why),
        Unit::Week => week_value(nth_weekday(whole, nth, Weekday::Thursday)?, why),
        Unit::Weekend => weekend_value(nth_weekday(whole, nth, Weekday::Saturday)?, why),
        Unit::Month if nth < 0 => month_value(whole.last(), why),
        Unit::Month => {
            let month = whole.first().checked_add((i64::from(nth) - 1).months()).ok()?;
            month_value(month, why).filter(|_| month <= whole.last())
        }
        _ => None,
    }
}

/// "the first two weeks of 2021": a length, and where it lies.
fn several(nth: i8, count: f64, captures: &Captures<'_>, whole: DateRange) -> Option<Value> {
    let unit = unit_of(group(captures, "piece")?)?;
    let length = unit.length(count)?;
    let range = if nth < 0 {
        let start = whole.last().checked_add(1.days()).ok()?.checked_sub(length).ok()?;
        DateRange::new(start, whole.last())
    } else {
        let end = whole.first().checked_add(length).ok()?.checked_sub(1.days()).ok()?;
        DateRange::new(whole.first(), end)
    };
    make(TimexType::Duration, unit.iso(count), range, "a length within a month or year")
}

/// The month or year in which it is counted.
fn container(captures: &Captures<'_>, anchor: &Anchor) -> Option<DateRange> {
    if captures.name("month").is_some() {
        return month::month(captures, anchor)?.range;
    }
    match group(captures, "year").and_then(year_number) {
        Some(year) => year_value(year, "")?.range,
        None => calendar(captures, anchor)?.range,
    }
}

fn nth_weekday(whole: DateRange, nth: i8, wanted: Weekday) -> Option<Date> {
    let first = whole.first().weekday().until(wanted);
    let last = wanted.until(whole.last().weekday());
    if nth < 0 {
        return whole.last().checked_sub(i64::from(last).days()).ok();
    }
    within(whole, i64::from(first) + 7 * (i64::from(nth) - 1))
}

/// So many days after the first, if still within.
fn within(whole: DateRange, days: i64) -> Option<Date> {
    let date = whole.first().checked_add(days.days()).ok()?;
    (day_number(date) <= day_number(whole.last())).then_some(date)
}

/// "two weeks before May 13, 1999", "three days after Easter": a day counted from a day.
pub fn offset(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let base = weekday(captures, anchor)
        .or_else(|| day::day(captures, anchor))
        .or_else(|| deictic(captures, anchor))
        .or_else(|| day::holiday(captures, anchor))?;
    let unit = unit_of(group(captures, "unit")?)?;
    let length = unit.length(number_word(&low(captures, "num"))?)?;
    let day = base.range?.first();
    let before = low(captures, "way") == "before";
    let date = if before { day.checked_sub(length) } else { day.checked_add(length) };
    day_value(date.ok()?, "counted from the day named")
}
