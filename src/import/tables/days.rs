//! Days in the shapes in which tables give them.

use jiff::{ToSpan as _, civil::Date};

use crate::model::{DateRange, Stretch};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The days that a cell means: "2022-09-13 00:00:00.000", "20220913", "13.09.2022",
/// "09/13/2022" if not `day_first`, "13 September 2022", "Sep 13, 2022", "2022-09", "2022",
/// "2022-09/2022-10", "13.09.2022 - 15.09.2022", "13-15 September 2022", "-000512-01-02",
/// "2022-09?", milliseconds since 1970, days since 1899 as spreadsheets count, "44817".
pub fn days(cell: &str, day_first: bool) -> Option<DateRange> {
    let cell = cell.trim().trim_end_matches(['?', '~', '%']);
    let bytes = cell.as_bytes();
    if bytes.first() == Some(&b'-') {
        return before_year_1(cell);
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
        let is_time = |rest: &[u8]| {
            matches!(rest[0], b' ' | b'T' | b't') && rest.get(1).is_none_or(u8::is_ascii_digit)
        };
        if rest.is_empty() || is_time(rest) {
            return day(number(&bytes[..4])?, number(&bytes[5..7])?, number(&bytes[8..10])?);
        }
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        return match bytes.len() {
            4 => stretch(Date::new(number(bytes)?.try_into().ok()?, 1, 1).ok()?, Stretch::Year),
            5 => of_spreadsheet(cell),
            8 | 14 => day(number(&bytes[..4])?, number(&bytes[4..6])?, number(&bytes[6..8])?),
            13 => since_1970(cell, 1_000),
            16 => since_1970(cell, 1_000_000),
            19 => since_1970(cell, 1_000_000_000),
            _ => None,
        };
    }
    if let Some(both) = BETWEEN.iter().find_map(|sign| cell.split_once(sign)) {
        let (first, last) = (days(both.0, day_first)?, days(both.1, day_first)?);
        return DateRange::new(first.first(), last.last());
    }
    if is_serial(cell) {
        return of_spreadsheet(cell);
    }
    let cell = without_weekday(cell);
    let parts: Vec<&str> =
        cell.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        let short: String = part.chars().take(3).flat_map(char::to_lowercase).collect();
        let at = MONTHS.iter().position(|name| *name == short)?;
        u32::try_from(at + 1).ok()
    };
    let count = |part: &str| {
        let part = without_ordinal(part);
        part.bytes().all(|b| b.is_ascii_digit()).then(|| number(part.as_bytes()))?
    };
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
    // "13-15 September 2022".
    if let Some(month) = month(third)
        && let Some(written) = parts.get(3)
    {
        let of_month = |of_month| day(year(count(written)?, written), month, count(of_month)?);
        return DateRange::new(of_month(first)?.first(), of_month(second)?.last());
    }
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

/// What stands between the first and the last day of a cell.
const BETWEEN: [&str; 6] = [" - ", " – ", " — ", "–", " to ", " until "];

/// "Tue, 13.09.2022" is "13.09.2022".
pub fn without_weekday(cell: &str) -> &str {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let cell = cell.trim();
    let is_day = |word: &str| {
        let begin = word.get(..3).unwrap_or_default();
        word.ends_with(|c: char| c == ',' || c.is_alphabetic())
            && DAYS.iter().any(|day| begin.eq_ignore_ascii_case(day))
    };
    match cell.split_once(' ') {
        Some((word, rest)) if is_day(word) => rest.trim_start(),
        _ => cell,
    }
}

/// "13th" is 13.
fn without_ordinal(part: &str) -> &str {
    let ends = ["st", "nd", "rd", "th"].iter().find_map(|end| part.strip_suffix(end));
    ends.filter(|number| number.parse::<u8>().is_ok()).unwrap_or(part)
}

/// A day before the year 1, as we write it, "-000512-01-02", or with four digits.
fn before_year_1(cell: &str) -> Option<DateRange> {
    let (year, rest) = cell.trim_start_matches('-').split_once('-')?;
    let day = rest.get(..5).filter(|_| rest.len() == 5 || rest[5..].starts_with(['T', ' ']))?;
    format!("-{year:0>6}-{day}").parse().ok().map(DateRange::day)
}

/// Whether a cell is a day and its time as spreadsheets count them, "44817.5".
pub fn is_serial(cell: &str) -> bool {
    let (whole, part) = cell.split_once('.').unwrap_or((cell, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    whole.len() == 5 && is_number(whole) && is_number(part)
}

/// The day of a spreadsheet, which counts from the 30th of December 1899; from 1954 to 2119,
/// since other numbers are hardly meant as days.
fn of_spreadsheet(cell: &str) -> Option<DateRange> {
    let day = cell.get(..5)?.parse::<i64>().ok().filter(|day| (20_000..80_000).contains(day))?;
    let start = Date::new(1899, 12, 30).ok()?;
    Some(DateRange::day(start.checked_add(day.days()).ok()?))
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
        let parts: Vec<&str> = without_weekday(cell).split(['/', '.', '-']).collect();
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
        check("44817", "2022-09-13");
        check("44817.75", "2022-09-13");
        check("Tue, 13 Sep 2022 10:00", "2022-09-13");
        check("Tue, 13/09/2022", "2022-09-13");
        check("September 13th, 2022", "2022-09-13");
        check("13-15 September 2022", "2022-09-13 2022-09-15");
        check("13.09.2022 - 15.09.2022", "2022-09-13 2022-09-15");
        check("2022-09-13 - 2022-09-15", "2022-09-13 2022-09-15");
        check("13 September to 15 September 2022", "");
        check("2022-09-13T10:00:00+04:00", "2022-09-13");
        check("-0331-10-01T00:00:00Z", "-000331-10-01");
        check("10001", "");
        check("15-13 September 2022", "");
        check("2022-10/2022-09", "");
        check("2022-02-30", "");
        check("yesterday", "");
        check("", "");
    }

    #[test]
    fn the_order_of_day_and_month_is_found_by_days_after_the_twelfth() {
        assert_eq!(day_first(["01/02/2022", "13/02/2022"]), Some(true));
        assert_eq!(day_first(["01/02/2022", "02/13/2022"]), Some(false));
        assert_eq!(day_first(["Mon, 01/02/2022", "Sun, 02/13/2022"]), Some(false));
        assert_eq!(day_first(["01/02/2022"]), None);
        assert_eq!(day_first(["13/02/2022", "02/13/2022"]), None);
    }
}
