//! Years, decades and centuries.

use jiff::civil::Date;
use regex::Captures;

use super::super::words::year_number;
use super::periods::{century_value, decade_value, year_value};
use super::{Value, group, low, make, parse};
use crate::model::{DateRange, TimexType};

/// "1997", "fiscal 1989", "nineteen ninety-seven", "490 BC"
pub fn year(captures: &Captures<'_>) -> Option<Value> {
    if let Some(year) = parse::<i16>(captures, "bcyear") {
        return year_value(1 - year, "a year before the common era");
    }
    if let Some(short) = parse::<i16>(captures, "shortyear") {
        let century = parse::<i16>(captures, "century")?;
        return year_value(century * 100 + short, "a year of the century told beside it");
    }
    year_value(
        group(captures, "year").or_else(|| group(captures, "year2")).and_then(year_number)?,
        "a year",
    )
}

/// "the 1990s", "the '80s", "the nineties"
pub fn decade(captures: &Captures<'_>) -> Option<Value> {
    const TENS: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let why = "a decade of the twentieth century";
    let tens = low(captures, "tens");
    if let Some(n) = TENS.iter().position(|word| *word == tens) {
        return decade_value(192 + i16::try_from(n).ok()?, why);
    }
    if let Some(first) = parse::<i16>(captures, "bcdecade") {
        let years =
            DateRange::new(Date::new(-8 - first, 1, 1).ok()?, Date::new(1 - first, 12, 31).ok()?);
        return make(TimexType::Date, format!("BC{:03}", first / 10), years, "a decade");
    }
    if let Some(short) = parse::<i16>(captures, "short") {
        return decade_value(190 + short / 10, why);
    }
    decade_value(parse::<i16>(captures, "decade")? / 10, "a decade")
}

/// "the 19th century", "the fifth century BC"
pub fn century(captures: &Captures<'_>) -> Option<Value> {
    const NTH: [&str; 21] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
    ];
    let nth = low(captures, "nth").replace(' ', "-");
    let number = match NTH.iter().position(|word| *word == nth) {
        Some(n) => i16::try_from(n + 1).ok()?,
        None => parse(captures, "nth")?,
    };
    if captures.name("bc").is_some() {
        return century_value(-number, "a century before the common era");
    }
    century_value(number - 1, "a century")
}
