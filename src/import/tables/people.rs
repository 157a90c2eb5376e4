//! Numbers of people in the shapes in which tables give them.

use super::numbers;
use super::presets::{NumberWords, Presets};

/// What a cell says of a number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// That nobody knows.
    Unknown,
    /// So many at least, and at most where that is told.
    Told(u32, Option<u32>),
}

/// "3", "1,200", "3-5", "3 to 5", "~10", "10+", "at least 10", "12 soldiers", "unknown".
/// Numbers below a thousand million; `None` for what is none.
pub fn people(cell: &str, decimal_comma: Option<bool>) -> Option<People> {
    let words = &Presets::bundled().numbers;
    let number = |text: &str| {
        let text = text.trim();
        // No thousandth of a person is meant.
        let has_thousands = numbers::parts_thousands(text, ',');
        let decimal_comma = decimal_comma.or(has_thousands.then_some(false));
        let value = numbers::number::<f64>(text, decimal_comma)?;
        (0.0..1e9).contains(&value).then_some(value.round() as u32)
    };
    if let Some(number) = number(cell) {
        return Some(People::Told(number, Some(number)));
    }
    let cell = cell.trim().trim_end_matches('?').to_lowercase();
    if cell.is_empty() || words.unknown.contains(&cell) {
        return Some(People::Unknown);
    }
    if words.none.contains(&cell) {
        return Some(People::Told(0, Some(0)));
    }
    let about = |text: &str| number(without(text, &words.about).unwrap_or(text));
    if let Some(least) = without(&cell, &words.least).or_else(|| cell.strip_suffix('+')) {
        return Some(People::Told(about(least)?, None));
    }
    if let Some(most) = without(&cell, &words.most) {
        return Some(People::Told(0, Some(about(most)?)));
    }
    let single = |number| People::Told(number, Some(number));
    about(&cell).map(single).or_else(|| between(&cell, words, &about)).or_else(|| {
        let (first, rest) = cell.split_once(char::is_whitespace)?;
        let is_words = !rest.contains(|c: char| c.is_ascii_digit());
        number(first).filter(|_| is_words).map(single)
    })
}

fn between(
    cell: &str,
    words: &NumberWords,
    number: &dyn Fn(&str) -> Option<u32>,
) -> Option<People> {
    let cell = cell.strip_prefix("between ").unwrap_or(cell);
    let both = |word: &String| {
        let (low, high) = cell.split_once(word.as_str())?;
        let (low, high) = (number(low)?, number(high)?);
        (low <= high).then_some(People::Told(low, Some(high)))
    };
    words.between.iter().find_map(both)
}

/// What stands behind the longest of some words with which a cell begins.
fn without<'c>(cell: &'c str, words: &[String]) -> Option<&'c str> {
    let ends = |word: &String| {
        let rest = cell.strip_prefix(word.as_str())?;
        let is_whole =
            !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic);
        is_whole.then_some((word.len(), rest.trim_start()))
    };
    words.iter().filter_map(ends).max_by_key(|(length, _)| *length).map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::People::{Told, Unknown};
    use super::*;

    fn check(cell: &str, wanted: Option<People>) {
        assert_eq!(people(cell, None), wanted, "{cell}");
    }

    #[test]
    fn numbers_of_people_may_be_ranges_guesses_and_words() {
        check("3", Some(Told(3, Some(3))));
        check("2.5", Some(Told(3, Some(3))));
        check("1,200", Some(Told(1200, Some(1200))));
        check("2,5", Some(Told(3, Some(3))));
        check("1,200,000", Some(Told(1_200_000, Some(1_200_000))));
        check("3-5", Some(Told(3, Some(5))));
        check("3 – 5", Some(Told(3, Some(5))));
        check("between 3 and 5", Some(Told(3, Some(5))));
        check("~10", Some(Told(10, Some(10))));
        check("ca. 10", Some(Told(10, Some(10))));
        check("10+", Some(Told(10, None)));
        check("At least 10", Some(Told(10, None)));
        check(">10", Some(Told(10, None)));
        check("at least about 10", Some(Told(10, None)));
        check("up to 10", Some(Told(0, Some(10))));
        check("12 soldiers", Some(Told(12, Some(12))));
        check("unknown", Some(Unknown));
        check("?", Some(Unknown));
        check("5?", Some(Told(5, Some(5))));
        check("Several", Some(Unknown));
        check("none reported", Some(Told(0, Some(0))));
        check("5-3", None);
        check("-3", None);
        check("12 (3 children)", None);
        check("soldiers", None);
        check("aboutface", None);
    }
}
