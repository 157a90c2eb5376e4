//! The start of an agency's first sentence: "YEREVAN, July 29 (Meridian Wire) — …".

use std::sync::LazyLock;

use regex::Regex;

/// The bytes of a dateline at the start of a sentence, its dash included; 0 where
/// there is none. Where the reporter sat and when is not where and when it happened.
pub fn length(sentence: &str) -> usize {
    static DATELINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"^\p{Lu}[\p{Lu} .'’/-]{2,40}(?:, [\p{L} .]{2,30})?(?:,? \p{Lu}[\p{L}]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^)]{2,40}\))? ?(?:—|–|--|-) ",
        )
        .ok()
    });
    DATELINE.as_ref().and_then(|pattern| pattern.find(sentence)).map_or(0, |found| found.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, dateline: &str) {
        assert_eq!(&sentence[..length(sentence)], dateline);
    }

    #[test]
    fn a_town_in_capitals_with_its_country_and_day_is_a_dateline() {
        check("JERMUK, Armenia — Shells fell.", "JERMUK, Armenia — ");
        check(
            "YEREVAN, July 29 (Meridian Wire) - Three died.",
            "YEREVAN, July 29 (Meridian Wire) - ",
        );
    }

    #[test]
    fn an_abbreviation_at_the_start_is_none() {
        check("CSTO members met in Yerevan.", "");
        check("Goris was hit — again.", "");
    }
}
