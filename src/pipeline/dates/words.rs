//! Names of months, days, hours and zones.

use jiff::civil::Weekday;

/// 1 to 12.
pub fn month_number(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let low = word.to_lowercase();
    let n = MONTHS.iter().position(|month| low.starts_with(month))?;
    i8::try_from(n + 1).ok()
}

/// The day of the week that a word names, in full or cut short.
pub fn weekday_number(word: &str) -> Option<Weekday> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let low = word.to_lowercase();
    let n = DAYS.iter().position(|day| low.starts_with(day))?;
    Weekday::from_monday_zero_offset(i8::try_from(n).ok()?).ok()
}

/// TIMEX3's codes for parts of the day.
pub fn part_code(part: &str) -> Option<&'static str> {
    Some(match part.to_lowercase().as_str() {
        "morning" | "dawn" | "daybreak" | "sunrise" => "MO",
        "afternoon" => "AF",
        "evening" | "dusk" | "sunset" => "EV",
        "night" => "NI",
        "noon" | "midday" => "12:00",
        "midnight" => "00:00",
        _ => return None,
    })
}

/// The offset from UTC of a named zone; empty for local time and zones with summer time.
pub fn zone_offset(zone: &str) -> &'static str {
    let low = zone.to_lowercase();
    match low.split(' ').next().unwrap_or("") {
        "gmt" | "utc" | "z" => "Z",
        "moscow" | "msk" | "ankara" => "+03:00",
        "yerevan" | "baku" | "tbilisi" => "+04:00",
        "est" => "-05:00",
        "edt" => "-04:00",
        "cst" => "-06:00",
        "pst" => "-08:00",
        "cet" => "+01:00",
        "cest" => "+02:00",
        "bst" => "+01:00",
        "india" => "+05:30",
        "beijing" => "+08:00",
        _ => "",
    }
}

/// Hour and minute of "9:30 p.m.", "noon".
pub fn clock_time(text: &str) -> Option<(u8, u8)> {
    let low = text.to_lowercase();
    match low.as_str() {
        "midnight" => return Some((0, 0)),
        "noon" => return Some((12, 0)),
        _ => {}
    }
    let mut parts = low.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let letters: String = low.chars().filter(|c| c.is_alphabetic()).collect();
    let hour = match letters.as_str() {
        "pm" if hour < 12 => hour + 12,
        "am" if hour == 12 => 0,
        _ => hour,
    };
    (hour < 25 && minute < 60).then_some((hour, minute))
}
