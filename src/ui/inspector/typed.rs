//! What people type into fields: numbers of people, and days.

use crate::tr;
pub use crate::ui::typed::days;

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

fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['–', '—', '−'], "-")
}

fn number<N: std::str::FromStr>(part: &str) -> Option<N> {
    part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

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
