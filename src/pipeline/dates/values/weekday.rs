//! Days of the week: "Tuesday", "last Friday night", "Monday of next week".

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use regex::Captures;

use super::super::context::Anchor;
use super::super::words::weekday_number;
use super::periods::{day_with_part, monday_of};
use super::{Value, group, low, unknown};

/// The day of publication where that is such a day, else the last such day before it, or
/// the next where the words look ahead.
pub fn weekday(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let wanted = weekday_number(group(captures, "weekday")?)?;
    let part = group(captures, "part");
    let mut rel = low(captures, "rel");
    if rel.is_empty() {
        rel = low(captures, "relafter");
    }
    let Some(now) = anchor.published else {
        return told_weekday(wanted, part, anchor);
    };
    if let Some(steps) = week_steps(&low(captures, "week")) {
        let monday = monday_of(now)?;
        let days = steps * 7 + i64::from(wanted.to_monday_zero_offset());
        let date = monday.checked_add(days.days()).ok()?;
        return day_with_part(date, part, "the day of the week named");
    }
    let back = i64::from(
        (now.weekday().to_monday_one_offset() - wanted.to_monday_one_offset()).rem_euclid(7),
    );
    let next = if back == 0 { 7 } else { 7 - back };
    let last = if back == 0 { -7 } else { -back };
    let (days, why) = match rel.as_str() {
        "last" | "this past" | "past" | "previous" | "the previous" | "the past" => {
            (last, "the last such day before publication")
        }
        "next" | "this coming" | "coming" | "upcoming" | "the coming" | "the following"
        | "the next" => (next, "the next such day after publication"),
        _ if back == 0 => (0, "the day of publication"),
        _ if anchor.ahead() => (next, "the next such day, since the words look ahead"),
        _ => (-back, "the last such day before publication"),
    };
    day_with_part(now.checked_add(days.days()).ok()?, part, why)
}

fn week_steps(week: &str) -> Option<i64> {
    match week {
        "last week" => Some(-1),
        "this week" => Some(0),
        "next week" => Some(1),
        _ => None,
    }
}

/// In a history: the such day nearest to the day told.
fn told_weekday(wanted: Weekday, part: Option<&str>, anchor: &Anchor) -> Option<Value> {
    let Some(told) = anchor.told_day else {
        return unknown(
            format!("XXXX-WXX-{}", wanted.to_monday_one_offset()),
            "a day of an unknown week",
        );
    };
    let date = nearest(told, wanted)?;
    day_with_part(date, part, "the such day nearest to the day told before")
}

fn nearest(told: Date, wanted: Weekday) -> Option<Date> {
    let ahead =
        (wanted.to_monday_one_offset() - told.weekday().to_monday_one_offset()).rem_euclid(7);
    let days = i64::from(if ahead > 3 { ahead - 7 } else { ahead });
    told.checked_add(days.days()).ok()
}
