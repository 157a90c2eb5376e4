//! What people type into fields: days and numbers of people.

use jiff::civil::Date;

use crate::{model::DateRange, tr};

/// Months in English, which are understood in every language of the screen.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A year has at least so many digits, or it would be taken for a day.
const YEAR_DIGITS: usize = 3;

/// What stands between the first and the last day, the longest first.
const BETWEEN: [&str; 6] = [" to ", "..", " - ", "/", "-", " "];

/// "2021-05-12", "12 May 2021", "12–14 May 2021", "28 Aug – 3 Sep 2022", "May 2021", "2021".
pub fn days(text: &str) -> Option<DateRange> {
    let text = plain(text);
    one(&text).or_else(|| BETWEEN.iter().find_map(|between| stretch(&text, between)))
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['–', '—', '−'], "-")
}

/// From one day or month to another, with `between` somewhere between the two.
fn stretch(text: &str, between: &str) -> Option<DateRange> {
    text.match_indices(between).find_map(|(at, _)| {
        let (first, last) = (text[..at].trim(), text[at + between.len()..].trim());
        let end = one(last)?;
        let start = one(first).or_else(|| completed(first, last))?;
        DateRange::new(start.first(), end.last())
    })
}

/// "12" of "12–14 May 2021" and "28 Aug" of "28 Aug – 3 Sep 2022": with the month, or only
/// the year, of the end.
fn completed(first: &str, last: &str) -> Option<DateRange> {
    let (before_year, year) = last.rsplit_once(' ')?;
    let month = before_year.rsplit(' ').next()?;
    one(&format!("{first} {year}")).or_else(|| one(&format!("{first} {month} {year}")))
}

/// A day, a month or a year.
fn one(text: &str) -> Option<DateRange> {
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let is_year = |part: &str| part.len() >= YEAR_DIGITS && number::<i16>(part).is_some();
    match *parts.as_slice() {
        [year] if is_year(year) => whole_year(number(year)?),
        [year, month] if is_year(year) => whole_month(number(year)?, number(month)?),
        [name, year] if is_year(year) => whole_month(number(year)?, month(name)?),
        [year, month, day] if is_year(year) => a_day(number(year)?, number(month)?, number(day)?),
        [a, b, year] if is_year(year) => match (month(a), month(b)) {
            (_, Some(month)) => a_day(number(year)?, month, number(a)?),
            (Some(month), None) => a_day(number(year)?, month, number(b)?),
            // With strokes, 5/4 may be either; with stops the day comes first.
            (None, None) if text.contains('.') => a_day(number(year)?, number(b)?, number(a)?),
            (None, None) => None,
        },
        _ => None,
    }
}

/// The number of a month, from 1, by its name or the beginning of it.
fn month(word: &str) -> Option<i8> {
    let long_enough = word.chars().count() >= 3;
    let at =
        MONTHS.iter().position(|name| long_enough && name.starts_with(word)).or_else(|| {
            (1..=12).position(|month: usize| {
                let name = tr!(&format!("month-short-{month}")).to_lowercase();
                word.starts_with(name.trim_end_matches('.'))
            })
        })?;
    i8::try_from(at + 1).ok()
}

fn number<N: std::str::FromStr>(part: &str) -> Option<N> {
    part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
}

fn a_day(year: i16, month: i8, day: i8) -> Option<DateRange> {
    Date::new(year, month, day).ok().map(DateRange::day)
}

fn whole_month(year: i16, month: i8) -> Option<DateRange> {
    let first = Date::new(year, month, 1).ok()?;
    DateRange::new(first, first.last_of_month())
}

fn whole_year(year: i16) -> Option<DateRange> {
    DateRange::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)
}

/// How many people at least and at most: "3", "3–5", "3+", "at least 3", "more than 3",
/// "up to 5".
pub fn people(text: &str) -> Option<(u32, Option<u32>)> {
    let text = plain(text).replace(',', "");
    if let Some(exactly) = number(&text) {
        return Some((exactly, Some(exactly)));
    }
    if let Some((low, high)) = text.split_once('-').or_else(|| text.split_once(" to "))
        && let (Some(low), Some(high)) = (number(low.trim()), number(high.trim()))
    {
        return (low <= high).then_some((low, Some(high)));
    }
    let digits = |rest: &str| number::<u32>(rest.trim());
    let at_least = ["at least ", "≥", ">=", "from "].iter().find_map(|w| text.strip_prefix(w));
    let or_more = ["+", " or more"].iter().find_map(|words| text.strip_suffix(words));
    let more_than = ["more than ", "over ", ">"].iter().find_map(|w| text.strip_prefix(w));
    let up_to = ["up to ", "at most ", "≤", "<="].iter().find_map(|w| text.strip_prefix(w));
    let low = at_least.or(or_more).and_then(digits);
    low.map(|low| (low, None))
        .or_else(|| Some((more_than.and_then(digits)?.checked_add(1)?, None)))
        .or_else(|| Some((0, Some(up_to.and_then(digits)?))))
        .or_else(|| as_it_is_written(&text))
}

/// "3 or more" in the language of the screen.
fn as_it_is_written(text: &str) -> Option<(u32, Option<u32>)> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let low: u32 = number(&digits)?;
    (tr!("count-at-least", n = low).to_lowercase() == text).then_some((low, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_days(text: &str, wanted: &str) {
        let found = days(text)
            .map_or_else(String::new, |range| format!("{} {}", range.first(), range.last()));
        assert_eq!(found, wanted, "{text}");
    }

    #[test]
    fn days_are_understood_as_the_window_writes_them_and_as_iso_writes_them() {
        check_days("2021-05-12", "2021-05-12 2021-05-12");
        check_days("12 May 2021", "2021-05-12 2021-05-12");
        check_days("May 12, 2021", "2021-05-12 2021-05-12");
        check_days("12.5.2021", "2021-05-12 2021-05-12");
        check_days("12–14 May 2021", "2021-05-12 2021-05-14");
        check_days("12-14 may 2021", "2021-05-12 2021-05-14");
        check_days("28 Aug – 3 Sep 2022", "2022-08-28 2022-09-03");
        check_days("30 Dec 2021 – 2 Jan 2022", "2021-12-30 2022-01-02");
        check_days("2021-05-12 to 2021-05-14", "2021-05-12 2021-05-14");
        check_days("2021-05-12/2021-05-14", "2021-05-12 2021-05-14");
        check_days("2021-05-12..2021-05-14", "2021-05-12 2021-05-14");
        check_days("2021-05-12 2021-05-14", "2021-05-12 2021-05-14");
        check_days("2021-05-12 - 2021-05-14", "2021-05-12 2021-05-14");
        check_days("May 2021", "2021-05-01 2021-05-31");
        check_days("2021-02", "2021-02-01 2021-02-28");
        check_days("Sep–Nov 2022", "2022-09-01 2022-11-30");
        check_days("2021", "2021-01-01 2021-12-31");
        check_days("1990–1999", "1990-01-01 1999-12-31");
    }

    #[test]
    fn what_is_no_day_or_ends_before_it_begins_is_not_guessed() {
        for text in ["", "soon", "14–12 May 2021", "31 Feb 2021", "5/4/2021", "12", "2021-13-01"]
        {
            check_days(text, "");
        }
    }

    fn check_people(text: &str, wanted: Option<(u32, Option<u32>)>) {
        assert_eq!(people(text), wanted, "{text}");
    }

    #[test]
    fn numbers_of_people_may_be_open_on_either_side() {
        check_people("3", Some((3, Some(3))));
        check_people("1,200", Some((1200, Some(1200))));
        check_people("3-5", Some((3, Some(5))));
        check_people("10 – 20", Some((10, Some(20))));
        check_people("at least 3", Some((3, None)));
        check_people("3+", Some((3, None)));
        check_people("3 or more", Some((3, None)));
        check_people("more than 3", Some((4, None)));
        check_people("up to 5", Some((0, Some(5))));
        check_people("5-3", None);
        check_people("some", None);
        check_people("", None);
    }
}
