//! Lengths of time and what comes again: "six weeks", "the past year", "every Monday".

use regex::Captures;

use super::super::context::Anchor;
use super::super::units::{Unit, unit_of};
use super::super::words::{month_number, part_code, weekday_number};
use super::periods::day_value;
use super::{Value, group, low, make};
use crate::lexicon::number_word;
use crate::model::{DateRange, TimexType};

/// "six weeks", "the last 24 hours", "a year and a half"
pub fn duration(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let count = match group(captures, "num") {
        Some(_) => count(&low(captures, "num")),
        None => Some(1.0),
    };
    // "a second attempt"
    if unit == Unit::Second && low(captures, "num") == "a" {
        return None;
    }
    let fortnight = low(captures, "unit").starts_with("fortnight");
    let count = if fortnight { count.map(|count| 2.0 * count) } else { count };
    let half = if captures.name("andhalf").is_some() { 0.5 } else { 0.0 };
    let count = count.map(|count| count + half);
    let text = count.map_or_else(|| unit.iso_unknown(), |count| unit.iso(count));
    let lead = low(captures, "lead");
    let ends_now = ["last", "past", "previous", "latest"].iter().any(|word| lead.ends_with(word));
    let starts_now = ["next", "coming"].iter().any(|word| lead.ends_with(word));
    let range = match (anchor.published, count.and_then(|count| unit.length(count))) {
        (Some(now), Some(length)) if ends_now => {
            now.checked_sub(length).ok().and_then(|start| DateRange::new(start, now))
        }
        (Some(now), Some(length)) if starts_now => {
            now.checked_add(length).ok().and_then(|end| DateRange::new(now, end))
        }
        _ => None,
    };
    let mut value = make(TimexType::Duration, text, range, "a length of time")?;
    value.tells = None;
    Some(value)
}

/// "2 1/2", "5½", "twenty-four", "half a"
fn count(words: &str) -> Option<f64> {
    let words = words.replace("one-half", "1/2");
    for (fraction, value) in
        [("1/2", 0.5), ("½", 0.5), ("1/4", 0.25), ("3/4", 0.75), (" and a half", 0.5)]
    {
        if let Some(whole) = words.strip_suffix(fraction) {
            let whole = whole.trim_end_matches([' ', '-']);
            return if whole.is_empty() { Some(value) } else { Some(number_word(whole)? + value) };
        }
    }
    number_word(&words)
}

/// "recent weeks", "decades-long"
pub fn vague_duration(captures: &Captures<'_>) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    make(TimexType::Duration, unit.iso_unknown(), None, "a length of time without a number")
}

/// "a week after he asked": a length, and the day from which it runs to publication. In a
/// history, so long after the day told.
pub fn after(captures: &Captures<'_>, anchor: &Anchor) -> Option<Value> {
    let unit = unit_of(group(captures, "unit")?)?;
    let count = number_word(&low(captures, "num"))?;
    let length = unit.length(count)?;
    if let (true, Some(told)) = (anchor.tells_of_the_past(), anchor.told_day) {
        return day_value(told.checked_add(length).ok()?, "so long after the day told before");
    }
    let start = anchor.published.and_then(|now| now.checked_sub(length).ok());
    let range = start.map(DateRange::day);
    make(TimexType::Duration, unit.iso(count), range, "a length of time up to publication")
}

/// "daily", "every Friday", "twice a week", "Tuesday nights"
pub fn set(captures: &Captures<'_>) -> Option<Value> {
    let text = if captures.name("daily").is_some() {
        match low(captures, "daily").as_str() {
            "daily" => "P1D",
            "nightly" => "P1D",
            "weekly" => "P1W",
            "monthly" => "P1M",
            "quarterly" => "P3M",
            "hourly" => "PT1H",
            _ => "P1Y",
        }
        .to_owned()
    } else if let Some(day) = group(captures, "weekday") {
        let part = group(captures, "part").and_then(part_code);
        let part = part.map(|code| format!("T{code}")).unwrap_or_default();
        format!("XXXX-WXX-{}{part}", weekday_number(day)?.to_monday_one_offset())
    } else if let Some(month) = group(captures, "month") {
        format!("XXXX-{:02}", month_number(month)?)
    } else if let Some(season) = group(captures, "season") {
        let season = season.to_uppercase();
        format!("XXXX-{}", if season == "AUTUMN" { "FA" } else { &season[..2] })
    } else if let Some(part) = group(captures, "part").or_else(|| group(captures, "part2")) {
        format!("XXXX-XX-XXT{}", part_code(part)?)
    } else {
        let unit = unit_of(group(captures, "unit")?)?;
        let words = low(captures, "num");
        let count = if captures.name("other").is_some() { Some(2.0) } else { number_word(&words) };
        match (unit, count.unwrap_or(1.0)) {
            (Unit::Quarter, 1.0) => "P1Q".to_owned(),
            (unit, _) if count.is_none() && !words.is_empty() => unit.iso_unknown(),
            (unit, count) => unit.iso(count),
        }
    };
    make(TimexType::Set, text, None, "something that comes again")
}
