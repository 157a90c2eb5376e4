//! Days in the shapes in which tables give them.

use jiff::{ToSpan as _, civil::Date};

use super::presets::Stretch;
use crate::model::DateRange;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The days that a cell means: "2022-09-13 00:00:00.000", "20220913", "13.09.2022",
/// "09/13/2022" if not `day_first`, "13 September 2022", "Sep 13, 2022", "2022-09", "2022",
/// "2022-09/2022-10", "-000512-01-02", "2022-09?", milliseconds since 1970.
pub fn days(cell: &str, day_first: bool) -> Option<DateRange> {
    let cell = cell.trim().trim_end_matches(['?', '~', '%']);
    let bytes = cell.as_bytes();
    if bytes.first() == Some(&b'-') {
        // Before the year 1, as we write it.
        return cell.parse().ok().map(DateRange::day);
    }
    let begins_with_year =
        |part: &str| part.len() >= 4 && part.bytes().take(4).all(|byte| byte.is_ascii_digit());
    if let Some((first, last)) = cell.split_once('/')
        && begins_with_year(first)
        && begins_with_year(last)
    {
        let (first, last) = (days(first, day_first)?, days(last, day_first)?);
        return DateRange::new(first.first(), last.last());
    }
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' {
        let rest = &bytes[10..];
        if rest.is_empty() || matches!(rest[0], b' ' | b'T' | b't') {
            return day(number(&bytes[..4])?, number(&bytes[5..7])?, number(&bytes[8..10])?);
        }
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        return match bytes.len() {
            4 => stretch(Date::new(number(bytes)?.try_into().ok()?, 1, 1).ok()?, Stretch::Year),
            8 | 14 => day(number(&bytes[..4])?, number(&bytes[4..6])?, number(&bytes[6..8])?),
            13 => since_1970(cell, 1_000),
            16 => since_1970(cell, 1_000_000),
            19 => since_1970(cell, 1_000_000_000),
            _ => None,
        };
    }
    let parts: Vec<&str> =
        cell.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        let short: String = part.chars().take(3).flat_map(char::to_lowercase).collect();
        let at = MONTHS.iter().position(|name| *name == short)?;
        u32::try_from(at + 1).ok()
    };
    let count =
        |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| number(part.as_bytes()))?;
    let (first, second) = (*parts.first()?, *parts.get(1)?);
    let Some(third) = parts.get(2).copied() else {
        let (year, month) = if first.len() == 4 {
            (count(first)?, count(second).or_else(|| month(second))?)
        } else {
            (count(second)?, count(first).or_else(|| month(first))?)
        };
        let start = Date::new(year.try_into().ok()?, month.try_into().ok()?, 1).ok()?;
        return stretch(start, Stretch::Month);
    };
    if let Some(month) = month(second) {
        return day(year(count(third)?, third), month, count(first)?);
    }
    if let Some(month) = month(first) {
        return day(year(count(third)?, third), month, count(second)?);
    }
    let (a, b, c) = (count(first)?, count(second)?, count(third)?);
    if first.len() == 4 {
        return day(a, b, c);
    }
    let (d, m) = if day_first { (a, b) } else { (b, a) };
    day(year(c, third), m, d)
}

/// The stretch of days around a day that is known no better.
pub fn stretch(day: Date, stretch: Stretch) -> Option<DateRange> {
    match stretch {
        Stretch::Day => Some(DateRange::day(day)),
        Stretch::Week => {
            DateRange::new(day.checked_sub(3.days()).ok()?, day.checked_add(3.days()).ok()?)
        }
        Stretch::Month => DateRange::new(day.first_of_month(), day.last_of_month()),
        Stretch::Year => DateRange::new(day.first_of_year(), day.last_of_year()),
    }
}

/// Whether days come before months in cells such as "13/09/2022": `None` where no cell
/// tells, or where they contradict each other.
pub fn day_first<'c>(cells: impl IntoIterator<Item = &'c str>) -> Option<bool> {
    let (mut first, mut second) = (false, false);
    for cell in cells {
        let parts: Vec<&str> = cell.trim().split(['/', '.', '-']).collect();
        let &[a, b, _] = parts.as_slice() else { continue };
        let (Ok(a), Ok(b)) = (a.parse::<u32>(), b.parse::<u32>()) else { continue };
        first |= (13..=31).contains(&a);
        second |= (13..=31).contains(&b);
    }
    (first != second).then_some(first)
}

fn day(year: u32, month: u32, day: u32) -> Option<DateRange> {
    let date = Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?);
    Some(DateRange::day(date.ok()?))
}

/// The day of so many parts of a second since 1970.
fn since_1970(cell: &str, a_second: i64) -> Option<DateRange> {
    let seconds = cell.parse::<i64>().ok()?.div_euclid(a_second);
    let time = jiff::Timestamp::from_second(seconds).ok()?;
    Some(DateRange::day(time.to_zoned(jiff::tz::TimeZone::UTC).date()))
}

/// Years of two digits are of the last or this century, as POSIX has it.
fn year(number: u32, written: &str) -> u32 {
    match written.len() {
        2 if number < 69 => 2000 + number,
        2 => 1900 + number,
        _ => number,
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |sum, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, wanted: &str) {
        let told = days(cell, true).map(|range| format!("{} {}", range.first(), range.last()));
        let wanted = if wanted.is_empty() {
            None
        } else if wanted.contains(' ') {
            Some(wanted.to_owned())
        } else {
            Some(format!("{wanted} {wanted}"))
        };
        assert_eq!(told, wanted, "{cell}");
    }

    #[test]
    fn days_are_read_in_the_shapes_of_tables() {
        check("2022-09-13", "2022-09-13");
        check("2022-09-13 00:00:00.000", "2022-09-13");
        check("2022/9/13", "2022-09-13");
        check("20220913", "2022-09-13");
        check("20220913120000", "2022-09-13");
        check("13.09.2022", "2022-09-13");
        check("13/9/22", "2022-09-13");
        check("13 September 2022", "2022-09-13");
        check("13-Sep-99", "1999-09-13");
        check("Sep 13, 2022", "2022-09-13");
        check("2022-09", "2022-09-01 2022-09-30");
        check("2022", "2022-01-01 2022-12-31");
        check("2022-09/2022-10", "2022-09-01 2022-10-31");
        check("2022-09-13/2022-09-14", "2022-09-13 2022-09-14");
        check("2022?", "2022-01-01 2022-12-31");
        check("-000512-01-02", "-000512-01-02");
        check("1663027200000", "2022-09-13");
        check("1663027200000000000", "2022-09-13");
        check("2022-10/2022-09", "");
        check("2022-02-30", "");
        check("yesterday", "");
        check("", "");
    }

    #[test]
    fn the_order_of_day_and_month_is_found_by_days_after_the_twelfth() {
        assert_eq!(day_first(["01/02/2022", "13/02/2022"]), Some(true));
        assert_eq!(day_first(["01/02/2022", "02/13/2022"]), Some(false));
        assert_eq!(day_first(["01/02/2022"]), None);
        assert_eq!(day_first(["13/02/2022", "02/13/2022"]), None);
    }
}
