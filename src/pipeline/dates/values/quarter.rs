//! Quarters and halves of the year, as reports of business name them.

use regex::Captures;

use super::super::context::Anchor;
use super::super::words::{ordinal_number, year_number};
use super::periods::{half_value, quarter_of, quarter_value, year_value};
use super::{Value, group, low, unknown};

/// "the third quarter", "the first half of 2021", "last year's fourth quarter"
pub fn quarter(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let nth = ordinal_number(group(captures, "nth")?)?;
    let half = low(captures, "unit") == "half";
    let number = match nth {
        -1 if half => 2,
        -1 => 4,
        1..=4 => nth,
        _ => return None,
    };
    let Some(year) = quarter_year(captures, number, anchor) else {
        return unknown(format!("XXXX-Q{number}"), "a quarter without its year");
    };
    if half {
        half_value(year, number.min(2), "a half of the year")
    } else {
        quarter_value(year, number, "a quarter of the year")
    }
}

fn quarter_year(captures: &Captures<'_>, number: i8, anchor: &Anchor) -> Option<i16> {
    let named = group(captures, "year").or_else(|| group(captures, "year2"));
    if let Some(year) = named.and_then(year_number) {
        return Some(year);
    }
    let now = anchor.now()?;
    let rel = [low(captures, "rel"), low(captures, "yearrel")].concat();
    Some(match rel.as_str() {
        "last" | "year-ago" | "year-earlier" | "year ago" | "year earlier" | "prior"
        | "previous" => now.year() - 1,
        "next" => now.year() + 1,
        "this" | "the current" => now.year(),
        _ if anchor.tells_of_the_past() => now.year(),
        // "expects to report a third-quarter loss" is of the quarter that has just ended.
        _ if anchor.ahead() => now.year() + i16::from(number < quarter_of(now) - 1),
        _ => now.year() - i16::from(number > quarter_of(now)),
    })
}

/// "the year-ago period": the quarter or year told, a year before.
pub fn period_ago(_captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let why = "the same period of the year before";
    let Some((year, quarter)) = anchor.quarter else {
        return year_value(anchor.now()?.year() - 1, why);
    };
    let mut value = quarter_value(year - 1, quarter, why)?;
    value.tells = None;
    Some(value)
}

/// "the quarter", "the latest period": the quarter told, else the last that has ended.
pub fn period(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let now = anchor.now();
    let (year, quarter) = match (low(captures, "rel").as_str(), anchor.quarter, now) {
        _ if captures.name("year").is_some() => {
            let year = group(captures, "year").and_then(year_number)?;
            let Some((_, quarter)) = anchor.quarter else { return year_value(year, "a year") };
            let mut value =
                quarter_value(year, quarter, "the quarter told before, of another year")?;
            value.tells = None;
            return Some(value);
        }
        ("current" | "this", _, Some(now)) => (now.year(), quarter_of(now)),
        (_, Some(told), _) => told,
        (_, None, Some(now)) => (now.year(), quarter_of(now) - 1),
        (_, None, None) => return unknown("XXXX-QX".to_owned(), "a quarter without its year"),
    };
    quarter_value(year, quarter, "the quarter told before")
}
