//! Months and seasons: "early May", "last September", "the fall of 2020".

use jiff::ToSpan as _;
use jiff::civil::Date;
use regex::Captures;

use super::super::context::Anchor;
use super::super::words::{month_number, ordinal_number, year_number};
use super::day::days_between;
use super::periods::{day_value, month_value, year_text};
use super::{Value, group, low, make, parse, unknown, year_of};
use crate::model::{DateRange, TimexType};

/// A month, with or without its year.
pub fn month(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let number = month_number(group(captures, "month")?)?;
    let first = |year: i16| Date::new(year, number, 1).ok();
    if let Some(year) = parse::<i16>(captures, "bcyear") {
        return month_value(first(1 - year)?, "a month and its year");
    }
    if let Some(year) = group(captures, "year").and_then(year_number) {
        return month_value(first(year)?, "a month and its year");
    }
    let Some(now) = anchor.now() else {
        return unknown(format!("XXXX-{number:02}"), "a month without its year");
    };
    let (year, why) = match (low(captures, "rel").as_str(), low(captures, "yearrel").as_str()) {
        (_, "last") => (now.year() - 1, "the month of last year"),
        (_, "next") => (now.year() + 1, "the month of next year"),
        (_, "this") => (now.year(), "the month of this year"),
        (_, "that" | "the same" | "the") => {
            (anchor.told_first().unwrap_or(now).year(), "the month of the year told before")
        }
        ("last" | "this past" | "past", _) => (
            now.year() - i16::from(number >= now.month()),
            "the last such month before publication",
        ),
        ("next" | "this coming" | "the following", _) => {
            (now.year() + i16::from(number <= now.month()), "the next such month after publication")
        }
        ("this", _) => (now.year(), "the month of this year"),
        _ => {
            let (month, why) = year_of(anchor, first, |date| {
                month_gap(anchor.story_or_now().unwrap_or(now), *date)
            })?;
            return month_value(month, why);
        }
    };
    month_value(first(year)?, why)
}

/// Days to the month; 0 within it. A month ahead counts a month more: news names months
/// gone by rather than months to come.
fn month_gap(now: Date, first: Date) -> i32 {
    let ahead = days_between(now, first);
    let behind = days_between(now, first.last_of_month());
    if ahead > 0 { ahead + 45 } else { behind.min(0) }
}

/// The first month of a stretch that ends with its year: "January to April 2015".
pub fn listed(captures: &Captures<'_>) -> Option<Value> {
    let number = month_number(group(captures, "month")?)?;
    let last = month_number(group(captures, "month2")?)?;
    let year = group(captures, "year").and_then(year_number)? - i16::from(number > last);
    let date = |day| Date::new(year, number, day).ok();
    match group(captures, "day").and_then(ordinal_number) {
        Some(day) => day_value(date(day)?, "the year stands at the end of the stretch"),
        None => month_value(date(1)?, "the year stands at the end of the stretch"),
    }
}

/// A season, with or without its year. Winter counts to the year in which it begins.
pub fn season(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (code, first) = match low(captures, "season").as_str() {
        "spring" => ("SP", 3),
        "summer" => ("SU", 6),
        "winter" => ("WI", 12),
        _ => ("FA", 9),
    };
    let start_in = |year: i16| Date::new(year, first, 1).ok();
    let year = match (group(captures, "year").and_then(year_number), anchor.now()) {
        (Some(year), _) => year,
        (None, Some(now)) => {
            season_year(&low(captures, "rel"), now, first, anchor).or_else(|| {
                Some(
                    year_of(anchor, start_in, |date| {
                        month_gap(anchor.story_or_now().unwrap_or(now), *date)
                    })?
                    .0
                    .year(),
                )
            })?
        }
        (None, None) => {
            return unknown(format!("XXXX-{code}"), "a season without its year");
        }
    };
    let year = parse::<i16>(captures, "bcyear").map_or(year, |year| 1 - year);
    let start = start_in(year)?;
    let end = start.checked_add(2.months()).ok()?.last_of_month();
    let text = format!("{}-{code}", year_text(year));
    make(
        TimexType::Date,
        text,
        DateRange::new(start, end),
        "a season of the northern half of the world",
    )
}

fn season_year(rel: &str, now: Date, first: i8, anchor: &Anchor) -> Option<i16> {
    Some(match rel {
        "last" | "the previous" => now.year() - i16::from(first + 2 >= now.month()),
        "this past" => now.year() - i16::from(first > now.month()),
        "next" | "this coming" | "the following" => now.year() + i16::from(first <= now.month()),
        // A winter that began in the year before is still this one.
        "this" | "later this" | "earlier this" | "the current" => {
            now.year() - i16::from(first == 12 && now.month() <= 2)
        }
        "that" | "that same" | "the same" => anchor.told_first().unwrap_or(now).year(),
        _ => return None,
    })
}
