//! Feasts that news names instead of a day.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

use super::words::weekday_number;

/// A feast and the rule for its day.
#[derive(Deserialize)]
pub struct Holiday {
    /// Its names, in lower case, with straight apostrophes.
    pub names: Vec<String>,
    /// "12-25"; "11 4 thu", the fourth Thursday of November; "11 4 thu 1", the day
    /// after it; "5 -1 mon", the last Monday of May; "easter -2", two days before Easter Sunday.
    day: String,
}

impl Holiday {
    /// Its day in a year.
    pub fn date(&self, year: i16) -> Option<Date> {
        if let Some((month, day)) = self.day.split_once('-').filter(|(month, _)| month.len() == 2) {
            return Date::new(year, month.parse().ok()?, day.parse().ok()?).ok();
        }
        let parts: Vec<&str> = self.day.split(' ').collect();
        match parts[..] {
            ["easter", days] => easter(year)?.checked_add(days.parse::<i64>().ok()?.days()).ok(),
            [month, nth, weekday] => nth_weekday(year, month, nth, weekday),
            [month, nth, weekday, days] => {
                let day = nth_weekday(year, month, nth, weekday)?;
                day.checked_add(days.parse::<i64>().ok()?.days()).ok()
            }
            _ => None,
        }
    }
}

/// The n-th such day of a month; -1 for the last.
fn nth_weekday(year: i16, month: &str, nth: &str, weekday: &str) -> Option<Date> {
    let first = Date::new(year, month.parse().ok()?, 1).ok()?;
    first.nth_weekday_of_month(nth.parse().ok()?, weekday_number(weekday)?).ok()
}

/// Easter Sunday of the Western churches (anonymous Gregorian computus, Meeus 1991).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_its_day() {
        let days: Vec<String> = [1999, 2000, 2018, 2024]
            .iter()
            .filter_map(|y| easter(*y))
            .map(|d| d.to_string())
            .collect();
        assert_eq!(days, ["1999-04-04", "2000-04-23", "2018-04-01", "2024-03-31"]);
    }
}
