//! Names of months, days, hours and zones.

use jiff::civil::Weekday;

/// 1 to 12.
pub fn month_number(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    place_by_stem(&MONTHS, word).and_then(|n| i8::try_from(n + 1).ok())
}

/// The day of the week that a word names, in full or cut short.
pub fn weekday_number(word: &str) -> Option<Weekday> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let n = place_by_stem(&DAYS, word)?;
    Weekday::from_monday_zero_offset(i8::try_from(n).ok()?).ok()
}

fn place_by_stem(stems: &[&str], word: &str) -> Option<usize> {
    let stem = word.get(..3)?;
    stems.iter().position(|known| stem.eq_ignore_ascii_case(known))
}

/// "third", "3rd", "twenty-first", "last": 1 to 39, or -1 for the last.
pub fn ordinal_number(word: &str) -> Option<i8> {
    const ORDINALS: [&str; 20] = [
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
    ];
    let low = word.to_lowercase();
    let small = |word: &str| {
        let n = ORDINALS.iter().position(|ordinal| *ordinal == word)?;
        i8::try_from(n + 1).ok()
    };
    match low.as_str() {
        "last" | "final" | "latter" => return Some(-1),
        "thirtieth" => return Some(30),
        _ => {}
    }
    if let Some((tens, ones)) = low.split_once([' ', '-']) {
        let tens = if tens == "twenty" { 20 } else { 30 };
        return small(ones).map(|ones| tens + ones);
    }
    small(&low).or_else(|| low.trim_end_matches(char::is_alphabetic).parse().ok())
}

/// TIMEX3's codes for parts of the day.
pub fn part_code(part: &str) -> Option<&'static str> {
    let low = part.to_lowercase();
    let last = low.rsplit([' ', '-', '\n']).next()?;
    Some(match last.trim_end_matches('s') {
        "morning" | "dawn" | "daybreak" | "sunrise" => "MO",
        "afternoon" => "AF",
        "evening" | "dusk" | "sunset" => "EV",
        "night" | "nighttime" | "overnight" => "NI",
        "daytime" => "DT",
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
        "moscow" | "msk" | "ankara" | "baghdad" | "riyadh" => "+03:00",
        "yerevan" | "baku" | "tbilisi" => "+04:00",
        "est" => "-05:00",
        "edt" => "-04:00",
        "cst" => "-06:00",
        "pst" => "-08:00",
        "cet" => "+01:00",
        "cest" | "khartoum" => "+02:00",
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
        "noon" | "midday" => return Some((12, 0)),
        _ => {}
    }
    let mut parts = low.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next().map_or(Some(0), |part| part.parse().ok())?;
    let letters: String = low.chars().filter(|c| c.is_alphabetic()).collect();
    let afternoon =
        letters == "pm" || letters.ends_with("afternoon") || letters.ends_with("evening");
    let morning = letters == "am" || letters.ends_with("morning");
    let hour = match hour {
        1..12 if afternoon => hour + 12,
        12 if morning => 0,
        _ => hour,
    };
    (hour < 25 && minute < 60).then_some((hour, minute))
}

/// "nineteen ninety-seven", "two thousand one", "1997", "'97", "97".
pub fn year_number(text: &str) -> Option<i16> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        0 => spelled_year(text),
        2 => digits
            .parse::<i16>()
            .ok()
            .map(|short| if short < 40 { 2000 + short } else { 1900 + short }),
        _ => digits.parse().ok(),
    }
}

fn spelled_year(text: &str) -> Option<i16> {
    let low = text.to_lowercase();
    let (century, rest) = low.split_once([' ', '-'])?;
    let hundreds: i16 = match century {
        "eighteen" => 1800,
        "nineteen" => 1900,
        "twenty" => 2000,
        "two" => return two_thousand(rest),
        _ => return None,
    };
    let small = crate::lexicon::number_word(rest)? as i16;
    (10..100).contains(&small).then_some(hundreds + small)
}

fn two_thousand(rest: &str) -> Option<i16> {
    let rest = rest.strip_prefix("thousand")?.trim();
    let rest = rest.strip_prefix("and ").unwrap_or(rest);
    if rest.is_empty() {
        return Some(2000);
    }
    let small = crate::lexicon::number_word(rest)? as i16;
    (1..100).contains(&small).then_some(2000 + small)
}
