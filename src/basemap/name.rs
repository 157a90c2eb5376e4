//! Names made comparable, as the build step of the base map does it.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Words that say what a division is and not which one. `basemap_areas.py` has the same.
const KINDS: [&str; 27] = [
    "province",
    "oblast",
    "region",
    "state",
    "governorate",
    "district",
    "rayon",
    "raion",
    "prefecture",
    "county",
    "department",
    "republic",
    "territory",
    "krai",
    "kray",
    "okrug",
    "municipality",
    "of",
    "the",
    "marz",
    "vilayet",
    "il",
    "muhafazat",
    "wilaya",
    "autonomous",
    "division",
    "",
];

/// Lower case without marks and words of kind: "Gegharkunik Province" is "gegharkunik".
pub(super) fn folded(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && !is_apostrophe(*letter))
        .flat_map(|letter| plain(letter).chars().chain(plain(letter).is_empty().then_some(letter)))
        .collect();
    let words: Vec<&str> = plain.split(|letter: char| !letter.is_alphanumeric()).collect();
    let kept = join(words.iter().filter(|word| !KINDS.contains(word)));
    if kept.is_empty() { join(words.iter().filter(|word| !word.is_empty())) } else { kept }
}

fn join<'a>(words: impl Iterator<Item = &'a &'a str>) -> String {
    words.copied().collect::<Vec<_>>().join(" ")
}

fn is_apostrophe(letter: char) -> bool {
    "'’‘`ʼʻ´ʹ".contains(letter)
}

/// Letters that Unicode does not take apart; empty for all others.
fn plain(letter: char) -> &'static str {
    match letter {
        'ə' => "a",
        'ı' => "i",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &str) {
        assert_eq!(folded(name), expected);
    }

    #[test]
    fn marks_apostrophes_and_kinds_fall_away() {
        check("Gegharkunik Province", "gegharkunik");
        check("Kəlbəcər", "kalbacar");
        check("Donets'k Oblast", "donetsk");
        check("Vayots Dzor", "vayots dzor");
    }

    #[test]
    fn a_name_of_kind_words_only_is_kept() {
        check("Central Region", "central");
        check("Republic of Region", "republic of region");
    }
}
