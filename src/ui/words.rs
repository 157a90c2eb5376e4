//! Words and numbers as the window writes them.

use std::path::Path;

use jiff::civil::Date;

use crate::{
    model::{DateRange, Event},
    tr,
};

/// The name of a file without its folder and ending.
pub fn file_name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// "13 Sep 2022", "15 Mar 44 BC".
pub fn day(date: Date) -> String {
    let year = year(date.year());
    tr!("day-month-year", day = date.day(), month = month_name(date.month()), year = year)
}

/// "13 Sep".
pub fn day_and_month(date: Date) -> String {
    tr!("day-month", day = date.day(), month = month_name(date.month()))
}

/// "Sep 2022".
pub fn month(date: Date) -> String {
    tr!("month-year", month = month_name(date.month()), year = year(date.year()))
}

/// "2022", "44 BC".
pub fn year(year: i16) -> String {
    if year > 0 {
        return year.to_string();
    }
    // The year 0 is the one before the year 1.
    year_before_christ(&(1 - i32::from(year)).to_string())
}

/// "44 BC".
pub fn year_before_christ(year: &str) -> String {
    tr!("year-before-christ", year = year)
}

/// The short name of a month, from 1: "Sep".
pub fn month_name(month: i8) -> String {
    tr!(&format!("month-short-{month}"))
}

/// "13 Sep 2022", "12–14 May 2021", "28 Aug – 3 Sep 2022", "May 2021", "2021".
pub fn days(range: DateRange) -> String {
    let (first, last) = (range.first(), range.last());
    if first == last {
        return day(first);
    }
    let whole_months = first.day() == 1 && last.tomorrow().is_ok_and(|next| next.day() == 1);
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    let whole_years = whole_months && first.month() == 1 && last.month() == 12;
    if whole_years && same_year {
        return first.year().to_string();
    }
    if whole_years {
        return format!("{}–{}", first.year(), last.year());
    }
    if whole_months && same_month {
        return first.strftime("%b %Y").to_string();
    }
    if whole_months && same_year {
        return format!("{}–{}", first.strftime("%b"), last.strftime("%b %Y"));
    }
    if same_month {
        return format!("{}–{}", first.day(), day(last));
    }
    if same_year {
        return format!("{} – {}", first.strftime("%-d %b"), day(last));
    }
    format!("{} – {}", day(first), day(last))
}

/// As [`days`], for narrow columns: of what takes longer than a month, months or years.
pub fn days_short(range: DateRange) -> String {
    let (first, last) = (range.first(), range.last());
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    match (same_month, same_year) {
        (true, _) => days(range),
        (false, true) => format!("{}–{}", first.strftime("%b"), last.strftime("%b %Y")),
        (false, false) => format!("{}–{}", first.year(), last.year()),
    }
}

/// "Goris · 13 Sep 2022", with "no place" and "no date" where nothing is known.
pub fn place_and_date(event: &Event) -> String {
    format!("{} · {}", place(event), date(event))
}

/// The best name of where it was, and how many more spots there are.
pub fn place(event: &Event) -> String {
    match event.locations.as_slice() {
        [] => "no place".to_owned(),
        [only] => only.name.clone(),
        [first, others @ ..] => format!("{} +{}", first.name, others.len()),
    }
}

/// When it was.
pub fn date(event: &Event) -> String {
    event.date.map_or_else(|| "no date".to_owned(), days)
}

/// "1 event", "12 events".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(first: &str, last: &str, wanted: &str) {
        let range = DateRange::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        assert_eq!(days(range), wanted);
    }

    #[test]
    fn days_are_written_as_short_as_they_can_be() {
        check("2022-09-13", "2022-09-13", "13 Sep 2022");
        check("2021-05-12", "2021-05-14", "12–14 May 2021");
        check("2022-08-28", "2022-09-03", "28 Aug – 3 Sep 2022");
        check("2021-12-30", "2022-01-02", "30 Dec 2021 – 2 Jan 2022");
        check("2021-05-01", "2021-05-31", "May 2021");
        check("2021-01-01", "2021-12-31", "2021");
        check("1990-01-01", "1999-12-31", "1990–1999");
        check("2022-09-01", "2022-11-30", "Sep–Nov 2022");
    }
}
