//! Times of day: "9:30 p.m. Tuesday", "the night of 13 February", "that morning".

use jiff::civil::Date;
use regex::Captures;

use super::super::context::Anchor;
use super::super::words::{clock_time, part_code, zone_offset};
use super::periods::{day_text, day_with_part};
use super::relative::deictic;
use super::weekday::weekday;
use super::{Value, day, group, make};
use crate::model::{DateRange, TimexType};

/// A time by the clock, with the day beside it or the day told.
pub fn clock(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (hour, minute) = clock_time(group(captures, "clock")?)?;
    let date = clock_date(captures, anchor);
    let zone = group(captures, "zone").map_or("", zone_offset);
    let day = date.map_or_else(|| "XXXX-XX-XX".to_owned(), day_text);
    let text = format!("{day}T{hour:02}:{minute:02}{zone}");
    make(TimexType::Time, text, date.map(DateRange::day), "a time of the day told")
}

/// The day of a time of day: the one beside it, else the one told last, else that of publication.
fn clock_date(captures: &Captures<'_>, anchor: &Anchor) -> Option<Date> {
    let beside = weekday(captures, anchor)
        .or_else(|| day::day(captures, anchor))
        .or_else(|| deictic(captures, anchor));
    match beside {
        Some(value) => value.range.map(|range| range.first()),
        None => anchor.told_day.or(anchor.published),
    }
}

/// A part of a day that is named beside it.
pub fn part_of_a_day(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let date = day::day(captures, anchor)?.range?.first();
    day_with_part(date, group(captures, "part"), "a part of a day")
}

/// "in the morning": a part of the day told.
pub fn part_alone(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let part = group(captures, "part")?;
    let why = "a part of the day told";
    match anchor.told_day.or(anchor.published) {
        Some(date) => day_with_part(date, Some(part), why),
        None => make(TimexType::Time, format!("XXXX-XX-XXT{}", part_code(part)?), None, why),
    }
}
