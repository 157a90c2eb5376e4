//! Whether words that look like an expression of time are one.

use regex::Captures;

use super::rules::Kind;

/// Whether the words around a match speak against it.
pub fn accepts(kind: Kind, text: &str, captures: &Captures<'_>) -> bool {
    let Some(whole) = captures.get(0) else { return false };
    let (before, after) = (&text[..whole.start()], &text[whole.end()..]);
    match kind {
        Kind::Year => year_stands_for_a_year(before, after, captures),
        Kind::Month => month_stands_for_a_month(before, after, captures),
        Kind::Duration => {
            let age = after.trim_start_matches(['-', ' ']).starts_with("old");
            let amount = group(captures, "number")
                .is_some_and(|n| n.eq_ignore_ascii_case("a") || n.eq_ignore_ascii_case("an"));
            !age && !amount
        }
        Kind::VagueDuration => {
            let glued = before.ends_with('-') || before.ends_with(|c: char| c.is_alphanumeric());
            !glued
        }
        Kind::Season => captures.name("year").is_some() || captures.name("rel").is_some(),
        Kind::Quarter => {
            group(captures, "unit") == Some("quarter") || captures.name("year").is_some()
        }
        _ => true,
    }
}

fn year_stands_for_a_year(before: &str, after: &str, captures: &Captures<'_>) -> bool {
    const HEDGES: [&str; 14] = [
        "some",
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "than",
        "least",
        "roughly",
        "estimated",
        "approximately",
        "$",
        "€",
        "£",
    ];
    const COUNTED: [&str; 20] = [
        "soldiers",
        "troops",
        "people",
        "men",
        "women",
        "children",
        "civilians",
        "miles",
        "km",
        "kilometers",
        "kilometres",
        "meters",
        "metres",
        "tons",
        "tonnes",
        "dead",
        "wounded",
        "refugees",
        "fighters",
        "dollars",
    ];
    let last = before.trim_end().rsplit([' ', '(']).next().unwrap_or("").to_lowercase();
    let next = after.trim_start_matches([' ', '-']).split(|c: char| !c.is_alphanumeric()).next();
    let counted = next.is_some_and(|word| COUNTED.contains(&word.to_lowercase().as_str()));
    let number_goes_on = after.starts_with([',', '.', ':', '/'])
        && after[1..].starts_with(|c: char| c.is_ascii_digit());
    let in_number =
        before.ends_with(['.', ',', '/', '$', '€', '£', '#']) && !before.ends_with(", ");
    let hedged = captures.name("cue").is_none() && HEDGES.contains(&last.as_str());
    let recent = group(captures, "year").and_then(|y| y.parse::<u16>().ok());
    let cue = captures.name("cue").is_some();
    let plausible = recent.is_some_and(|year| (1900..2100).contains(&year) || cue && year >= 1500);
    plausible && !hedged && (cue || !counted) && !number_goes_on && !in_number
}

/// "May" and "March" are also a verb and a noun; names of people follow months too.
fn month_stands_for_a_month(before: &str, after: &str, captures: &Captures<'_>) -> bool {
    let dated = ["year", "rel", "edge", "yearrel"].iter().any(|g| captures.name(g).is_some());
    let Some(month) = group(captures, "month") else { return false };
    if dated {
        return true;
    }
    let last = before.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    let after_cue = matches!(
        last.as_str(),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "from"
            | "to"
            | "and"
            | "or"
            | "between"
            | "through"
            | "before"
            | "after"
            | "during"
            | "for"
            | "mid"
            | "this"
            | "on"
            | "back"
    );
    match month {
        "May" | "March" | "MAY" | "MARCH" => {
            let next = after.trim_start().split(' ').next().unwrap_or("");
            after_cue && !next.starts_with(char::is_uppercase)
        }
        abbreviated
            if abbreviated.len() <= 4
                && !matches!(abbreviated, "June" | "July" | "JUNE" | "JULY") =>
        {
            abbreviated.ends_with('.') && after_cue
        }
        "June" | "April" | "August" | "JUNE" | "APRIL" | "AUGUST" => {
            // A given name when a surname follows.
            let next = after.trim_start_matches(' ');
            after_cue || !next.starts_with(char::is_uppercase)
        }
        _ => true,
    }
}

fn group<'t>(captures: &Captures<'t>, name: &str) -> Option<&'t str> {
    captures.name(name).map(|m| m.as_str())
}
