//! Expressions that count from another day: "yesterday", "three weeks ago", "last month".

use jiff::ToSpan as _;
use jiff::civil::Date;
use regex::Captures;

use super::super::context::Anchor;
use super::super::units::{Unit, unit_of};
use super::super::words::{ordinal_number, part_code};
use super::day::day;
use super::periods::{
    century_value, day_text, day_value, day_with_part, decade_value, month_value, quarter_of,
    quarter_value, week_value, weekend_value, year_value,
};
use super::{Value, group, low, make, unknown};
use crate::lexicon::number_word;
use crate::model::{DateRange, TimexType};

/// "yesterday morning", "tonight"
pub fn deictic(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let (days, part) = match low(captures, "deictic").as_str() {
        "today" => (0, None),
        "yesterday" => (-1, None),
        "tomorrow" => (1, None),
        "tonight" => (0, Some("night")),
        "overnight" | "last night" => (-1, Some("night")),
        "this morning" => (0, Some("morning")),
        "this afternoon" => (0, Some("afternoon")),
        "this evening" => (0, Some("evening")),
        "the day before yesterday" => (-2, None),
        "the day after tomorrow" => (2, None),
        _ => return None,
    };
    let part = group(captures, "part").or(part);
    let Some(now) = anchor.published else {
        let code = part.and_then(part_code).map(|code| format!("T{code}")).unwrap_or_default();
        let timex_type = if code.is_empty() { TimexType::Date } else { TimexType::Time };
        let mut value = unknown(format!("XXXX-XX-XX{code}"), "relative to an unknown day")?;
        value.timex_type = timex_type;
        return Some(value);
    };
    let date = now.checked_add(i64::from(days).days()).ok()?;
    let mut value = day_with_part(date, part, "counted from the day of publication")?;
    if low(captures, "deictic") == "overnight" {
        // The night may have ended on the day of publication.
        value.range = value.range.and_then(|range| DateRange::new(range.first(), now));
    }
    if days == 0 && part.is_none() {
        value.tells = None;
    }
    Some(value)
}

/// "the next day", "that evening": a day beside the one told.
pub fn same(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let words = low(captures, "same");
    let days: i64 = match () {
        () if ["next", "following", "after", "later"].iter().any(|w| words.contains(w)) => 1,
        () if ["previous", "preceding", "before", "earlier", "prior"]
            .iter()
            .any(|w| words.contains(w)) =>
        {
            -1
        }
        () => 0,
    };
    let part = group(captures, "part").filter(|_| !words.ends_with("day"));
    let Some(told) = anchor.told_day.or(anchor.published) else {
        let code = part.and_then(part_code).map(|code| format!("T{code}")).unwrap_or_default();
        return unknown(format!("XXXX-XX-XX{code}"), "relative to an unknown day");
    };
    day_with_part(told.checked_add(days.days()).ok()?, part, "counted from the day told before")
}

/// "the day of the raid": the day told, if there is one.
pub fn same_day(anchor: &Anchor) -> Option<Value> {
    day_value(anchor.told_day?, "the day told before")
}

/// "at that time": when what was told last was.
pub fn same_time(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    if captures.name("now").is_some() {
        return unknown("PRESENT_REF".to_owned(), "the time told of");
    }
    let Some(told) = anchor.told else {
        return unknown("PRESENT_REF".to_owned(), "the time told of");
    };
    let mut value = shifted(told, unit_of_range(told), 0.0, "the time told before")?;
    value.tells = None;
    Some(value)
}

fn unit_of_range(range: DateRange) -> Unit {
    match range.days() {
        ..=6 => Unit::Day,
        7..=27 => Unit::Week,
        28..=88 => Unit::Month,
        89..=364 => Unit::Quarter,
        365..=3000 => Unit::Year,
        _ => Unit::Decade,
    }
}

/// "three days ago", "two months later", "a year earlier"
pub fn ago(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let way = low(captures, "way");
    let ahead = matches!(
        way.as_str(),
        "later" | "from now" | "hence" | "afterward" | "afterwards" | "from today"
    );
    let from_publication = matches!(way.as_str(), "ago" | "from now" | "hence" | "from today");
    let Some(count) = group(captures, "num").and_then(|_| counted(captures)) else {
        return unknown_count(unit, ahead, anchor);
    };
    let told = anchor.told_day.map(DateRange::day).or(anchor.told);
    let now = anchor.published.map(DateRange::day);
    let base = if from_publication { now.or(told) } else { told.or(now) };
    // Hours count from a day, not from a century told.
    let finer = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
    let base = if finer { base.filter(|base| base.days() == 1) } else { base };
    let why = if from_publication {
        "counted from publication"
    } else {
        "counted from the day told before"
    };
    let sign = if ahead { 1.0 } else { -1.0 };
    if let (Unit::Year, Some((year, quarter))) = (unit, anchor.quarter) {
        let year = year + (sign * count) as i16;
        let mut value = quarter_value(year, quarter, "the same quarter of another year")?;
        value.tells = None;
        return Some(value);
    }
    let Some(base) = base else {
        return unknown("XXXX-XX-XX".to_owned(), "relative to an unknown day");
    };
    shifted(base, unit, sign * count, why)
}

/// "in two weeks", where the words look ahead: a day, week, month or year to come.
pub fn ahead(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let now = anchor.published.filter(|_| anchor.ahead())?;
    let unit = unit_of(group(captures, "unit")?)?;
    let count = counted(captures)?;
    shifted(DateRange::day(now), unit, count, "counted from publication")
}

/// How many units; a fortnight is two weeks.
fn counted(captures: &Captures<'_>) -> Option<f64> {
    let fortnight = low(captures, "unit").starts_with("fortnight");
    let count = number_word(&low(captures, "num"))?;
    Some(if fortnight { 2.0 * count } else { count })
}

/// "several weeks later": some time before or after.
fn unknown_count(unit: Unit, ahead: bool, anchor: &Anchor) -> Option<Value> {
    let near = if ahead { "FUTURE_REF" } else { "PAST_REF" };
    let why = "an unknown number of units";
    let Some(told) = anchor.told_first().filter(|_| anchor.tells_of_the_past() && ahead) else {
        return unknown(near.to_owned(), why);
    };
    let text = match unit {
        Unit::Day | Unit::Weekend => format!("{}-XX", &day_text(told)[..day_text(told).len() - 3]),
        Unit::Week => format!("{}-WXX", told.year()),
        Unit::Month => format!("{}-XX", told.year()),
        Unit::Hour | Unit::Minute | Unit::Second => format!("{}TXX:XX", day_text(told)),
        _ => near.to_owned(),
    };
    unknown(text, why)
}

/// So many units away from days, no more precise than the unit.
fn shifted(base: DateRange, unit: Unit, count: f64, why: &str) -> Option<Value> {
    let whole = count.round() as i64;
    let day = base.first();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => {
            make(TimexType::Time, day_text(day), Some(DateRange::day(day)), why)
        }
        Unit::Day | Unit::Weekend => day_value(day.checked_add(whole.days()).ok()?, why),
        Unit::Week => week_value(day.checked_add((whole * 7).days()).ok()?, why),
        Unit::Month => month_value(day.checked_add(whole.months()).ok()?, why),
        Unit::Quarter => {
            let date = day.checked_add((whole * 3).months()).ok()?;
            quarter_value(date.year(), quarter_of(date), why)
        }
        Unit::Year => year_value(day.checked_add(whole.years()).ok()?.year(), why),
        Unit::Decade => year_value(day.checked_add((whole * 10).years()).ok()?.year(), why),
        Unit::Century => year_value(day.checked_add((whole * 100).years()).ok()?.year(), why),
    }
}

/// "last week", "the end of the year", "that month"
pub fn calendar(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let rel = low(captures, "rel");
    let rel = rel.strip_prefix("the ").unwrap_or(&rel);
    let steps: i64 = match rel {
        "last" | "this past" | "past" | "previous" | "preceding" => -1,
        "next" | "coming" | "this coming" | "following" | "upcoming" => 1,
        _ => 0,
    };
    let of_story =
        matches!(rel, "same" | "that same" | "previous" | "preceding" | "following" | "that")
            || anchor.tells_of_the_past();
    let told = anchor.told_first().filter(|told| same_grain_or_finer(unit, *told, anchor));
    // A year in passing is not the one that "the following year" follows.
    let story = anchor.story.map(|story| story.first());
    let told = if unit == Unit::Year && anchor.tells_of_the_past() { story.or(told) } else { told };
    let base = if of_story { told.or(anchor.published) } else { anchor.published.or(told) };
    let Some(base) = base else {
        return unknown("XXXX-XX-XX".to_owned(), "relative to an unknown day");
    };
    let why =
        if of_story { "counted from the day told before" } else { "counted from publication" };
    match unit {
        Unit::Day => day_value(base.checked_add(steps.days()).ok()?, why),
        Unit::Week => week_value(base.checked_add((steps * 7).days()).ok()?, why),
        Unit::Weekend => weekend(base, rel, anchor, why),
        Unit::Month => {
            let first = base.first_of_month();
            month_value(first.checked_add(steps.months()).ok()?, why)
        }
        Unit::Quarter => {
            let quarter = quarter_of(base) + i8::try_from(steps).ok()?;
            quarter_value(base.year(), quarter, why)
        }
        Unit::Year => year_value(base.year() + steps as i16, why),
        Unit::Decade => decade_value(base.year().div_euclid(10) + steps as i16, why),
        Unit::Century => century_value(base.year().div_euclid(100) + steps as i16, why),
        _ => None,
    }
}

/// "that month" cannot be told where only a year was.
fn same_grain_or_finer(unit: Unit, _told: Date, anchor: &Anchor) -> bool {
    let days = anchor.told.map_or(0, |told| told.days());
    match unit {
        Unit::Day => days <= 1,
        Unit::Week => days <= 7,
        Unit::Month => days <= 31,
        Unit::Quarter => days <= 92,
        _ => true,
    }
}

/// "the weekend": from Monday to Thursday the one before, unless the words look ahead.
fn weekend(base: Date, rel: &str, anchor: &Anchor, why: &str) -> Option<Value> {
    let on_weekend = base.weekday().to_monday_zero_offset() >= 5;
    let weeks: i64 = match rel {
        "last" | "previous" | "past" | "this past" => -1,
        "next" | "following" => 1,
        "the" if !anchor.ahead() && !on_weekend => -1,
        _ => 0,
    };
    weekend_value(base.checked_add((weeks * 7).days()).ok()?, why)
}

/// "the week of March 6", "the week before last", "the first week of May"
pub fn week_of(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    if let Some(last) = group(captures, "twice") {
        let unit = unit_of(group(captures, "unit")?)?;
        let count = if last.to_lowercase().ends_with("last") { -2.0 } else { 2.0 };
        let now = anchor.now()?;
        return shifted(DateRange::day(now), unit, count, "counted from publication");
    }
    let date = day(captures, anchor)?.range?.first();
    week_value(date, "the week of a day")
        .filter(|_| group(captures, "nth").is_none_or(|nth| ordinal_number(nth).is_some()))
}
