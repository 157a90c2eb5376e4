//! Values of days, weeks, months, quarters, years, decades and centuries.

use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate};

use super::super::words::part_code;
use super::{Value, make};
use crate::model::{DateRange, TimexType};

/// "2022-09-13"
pub fn day_value(date: Date, why: &str) -> Option<Value> {
    make(TimexType::Date, day_text(date), Some(DateRange::day(date)), why)
}

/// A day as TIMEX3 writes it; before the common era "BC0480-08-20".
pub fn day_text(date: Date) -> String {
    format!("{}-{:02}-{:02}", year_text(date.year()), date.month(), date.day())
}

/// A year as TIMEX3 writes it: "1997", "BC0480". Year 0 is 1 BC.
pub fn year_text(year: i16) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - year) }
}

/// A day, or a part of it: "2022-09-13TMO".
pub fn day_with_part(date: Date, part: Option<&str>, why: &str) -> Option<Value> {
    let Some(code) = part.and_then(part_code) else { return day_value(date, why) };
    let text = format!("{}T{code}", day_text(date));
    make(TimexType::Time, text, Some(DateRange::day(date)), why)
}

/// "2022-W36"
pub fn week_value(date: Date, why: &str) -> Option<Value> {
    let week: ISOWeekDate = date.iso_week_date();
    let monday = monday_of(date)?;
    let sunday = monday.checked_add(6.days()).ok()?;
    let text = format!("{}-W{:02}", year_text(week.year()), week.week());
    make(TimexType::Date, text, DateRange::new(monday, sunday), why)
}

/// "2022-W36-WE", the week-end of the week of `date`.
pub fn weekend_value(date: Date, why: &str) -> Option<Value> {
    let saturday = monday_of(date)?.checked_add(5.days()).ok()?;
    let sunday = saturday.checked_add(1.days()).ok()?;
    let week = saturday.iso_week_date();
    let text = format!("{}-W{:02}-WE", year_text(week.year()), week.week());
    make(TimexType::Date, text, DateRange::new(saturday, sunday), why)
}

/// The Monday of the week of `date`.
pub fn monday_of(date: Date) -> Option<Date> {
    date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()
}

/// "2022-09"
pub fn month_value(date: Date, why: &str) -> Option<Value> {
    let range = DateRange::new(date.first_of_month(), date.last_of_month());
    let text = format!("{}-{:02}", year_text(date.year()), date.month());
    make(TimexType::Date, text, range, why)
}

/// "1997"
pub fn year_value(year: i16, why: &str) -> Option<Value> {
    let range = DateRange::new(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    make(TimexType::Date, year_text(year), range, why)
}

/// "199" for the 199th ten years, the 1990s.
pub fn decade_value(decade: i16, why: &str) -> Option<Value> {
    let first = decade.checked_mul(10)?;
    let range = DateRange::new(Date::new(first, 1, 1).ok()?, Date::new(first + 9, 12, 31).ok()?);
    let text = if first > 0 {
        format!("{decade:03}")
    } else {
        year_text(first).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
            + &format!("{:03}", (1 - first) / 10)
    };
    make(TimexType::Date, text, range, why)
}

/// "19" for the years 1900 to 1999; "BC03", number -4, for the fourth century before the
/// common era.
pub fn century_value(century: i16, why: &str) -> Option<Value> {
    let first = century.checked_mul(100)? + i16::from(century < 0);
    let range = DateRange::new(Date::new(first, 1, 1).ok()?, Date::new(first + 99, 12, 31).ok()?);
    let text = if century < 0 { format!("BC{:02}", -century - 1) } else { format!("{century:02}") };
    make(TimexType::Date, text, range, why)
}

/// "2021-Q3"; the number may lie outside of 1 to 4, and counts on into other years.
pub fn quarter_value(year: i16, quarter: i8, why: &str) -> Option<Value> {
    let (year, quarter) =
        (year + i16::from((quarter - 1).div_euclid(4)), (quarter - 1).rem_euclid(4) + 1);
    let first = Date::new(year, (quarter - 1) * 3 + 1, 1).ok()?;
    let last = first.checked_add(2.months()).ok()?.last_of_month();
    let text = format!("{}-Q{quarter}", year_text(year));
    make(TimexType::Date, text, DateRange::new(first, last), why)
}

/// 1 to 4.
pub fn quarter_of(date: Date) -> i8 {
    (date.month() - 1) / 3 + 1
}

/// "2021-H1"
pub fn half_value(year: i16, half: i8, why: &str) -> Option<Value> {
    let first = Date::new(year, if half == 1 { 1 } else { 7 }, 1).ok()?;
    let last = first.checked_add(5.months()).ok()?.last_of_month();
    let text = format!("{}-H{half}", year_text(year));
    make(TimexType::Date, text, DateRange::new(first, last), why)
}
