//! Days of the calendar: "May 3, 2014", "3 May", "2014-05-03", "13.09.2022", "Christmas".

use jiff::ToSpan as _;
use jiff::civil::Date;
use regex::Captures;

use super::super::context::Anchor;
use super::super::rules::rules;
use super::super::words::{month_number, ordinal_number, year_number};
use super::periods::{day_text, day_value, month_value};
use super::{Value, group, low, make, parse, unknown, year_of};
use crate::model::{DateRange, TimexType, day_number};

/// A day of a month, with or without its year.
pub fn day(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let month = month_number(group(captures, "month")?)?;
    let day = group(captures, "day").and_then(ordinal_number)?;
    if let Some(year) = group(captures, "year").and_then(year_number) {
        return day_value(Date::new(year, month, day).ok()?, "a full date");
    }
    if let (Some(year), "bc" | "bce" | "b.c" | "b.c.") =
        (parse::<i16>(captures, "bcyear"), low(captures, "bc").as_str())
    {
        return day_value(Date::new(1 - year, month, day).ok()?, "a full date");
    }
    let Some(now) = anchor.now() else {
        return unknown(format!("XXXX-{month:02}-{day:02}"), "a date without its year");
    };
    let year_rel = low(captures, "yearrel");
    let steps = match year_rel.as_str() {
        "last" => Some(-1),
        "next" => Some(1),
        "this" => Some(0),
        _ => None,
    };
    if let Some(steps) = steps {
        return day_value(
            Date::new(now.year() + steps, month, day).ok()?,
            "a day of the year named",
        );
    }
    if !year_rel.is_empty() {
        let year = anchor.told_first().unwrap_or(now).year();
        return day_value(Date::new(year, month, day).ok()?, "a day of the year told before");
    }
    let in_year = |year| Date::new(year, month, day).ok();
    let (date, why) =
        year_of(anchor, in_year, |date| days_between(anchor.story_or_now().unwrap_or(now), *date))?;
    day_value(date, why)
}

/// "the 5th", "the 28th of that month": of the month told, or of one beside it.
pub fn of_month(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let day = group(captures, "day").and_then(ordinal_number)?;
    let (months, of_story) = match low(captures, "rel").as_str() {
        "next" => (1, false),
        "last" => (-1, false),
        "this" => (0, false),
        _ => (0, true),
    };
    let told = anchor.told.filter(|told| of_story && told.days() <= 31).map(|told| told.first());
    let month = told.or(anchor.now())?.first_of_month().checked_add(months.months()).ok()?;
    let date = Date::new(month.year(), month.month(), day).ok()?;
    // Of the month of publication it may still be to come.
    let ahead = told.is_none() && of_story && !anchor.ahead() && Some(date) > anchor.published;
    let date = if ahead { date.checked_sub(1.months()).ok()? } else { date };
    day_value(date, "a day of the month told")
}

/// "the Christmas offensive", "the Easter campaign": the month of the feast.
pub fn feast_month(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let mut value = month_value(holiday(captures, anchor)?.range?.first(), "the month of a feast")?;
    value.tells = None;
    Some(value)
}

/// Days from one to the other; below 0 where it goes back.
pub fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// "2014-05-03", "2014-05-03T09:30Z"
pub fn iso(captures: &Captures<'_>) -> Option<Value> {
    let date: Date = group(captures, "iso")?.replace('/', "-").parse().ok()?;
    match group(captures, "isotime") {
        Some(time) => {
            let text = format!("{}T{time}", day_text(date));
            make(TimexType::Time, text, Some(DateRange::day(date)), "a full date")
        }
        None => day_value(date, "a full date"),
    }
}

/// With slashes and hyphens month before day, with points day before month, unless only
/// the other way round gives a date.
pub fn numeric(captures: &Captures<'_>) -> Option<Value> {
    let (first, second): (i8, i8) = (parse(captures, "first")?, parse(captures, "second")?);
    let year = group(captures, "short").and_then(year_number)?;
    let points = group(captures, "mark") == Some(".");
    let month_first = Date::new(year, first, second).ok();
    let day_first = Date::new(year, second, first).ok();
    let (date, why) = match (month_first, day_first) {
        (Some(date), _) if !points => (date, "read as month/day/year"),
        (_, Some(date)) => (date, "read as day.month.year"),
        (date, _) => (date?, "read as month/day/year"),
    };
    day_value(date, why)
}

/// A feast of a year, or the one nearest on the side to which the words look.
pub fn holiday(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let name = low(captures, "feast").replace(['\'', '’', '.'], "");
    let holiday = rules().holidays.iter().find(|h| h.names.contains(&name))?;
    if let Some(year) = group(captures, "year").and_then(year_number) {
        return day_value(holiday.date(year)?, "a feast and its year");
    }
    let Some(now) = anchor.now() else {
        return unknown("XXXX-XX-XX".to_owned(), "a feast without its year");
    };
    let this = holiday.date(now.year())?;
    let (year, why) = match low(captures, "rel").as_str() {
        "last" | "previous" => {
            (now.year() - i16::from(this >= now), "the last such feast before publication")
        }
        "next" | "following" => {
            (now.year() + i16::from(this <= now), "the next such feast after publication")
        }
        "this" => (now.year(), "the feast of this year"),
        _ if low(captures, "yearrel") == "this" => (now.year(), "the feast of this year"),
        _ if low(captures, "yearrel") == "last" => (now.year() - 1, "the feast of last year"),
        _ if low(captures, "yearrel") == "next" => (now.year() + 1, "the feast of next year"),
        _ if anchor.ahead() && this < now => {
            (now.year() + 1, "the next such feast, since the words look ahead")
        }
        _ => {
            let (date, why) =
                year_of(anchor, |year| holiday.date(year), |date| days_between(now, *date))?;
            return day_value(date, why);
        }
    };
    day_value(holiday.date(year)?, why)
}
