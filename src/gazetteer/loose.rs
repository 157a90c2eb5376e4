//! Names that sound alike: the same place in another romanisation.

use std::collections::BTreeSet;

use super::file::{u24_at, u32_at};

/// Number of the key.
pub const RECORD_BYTES: usize = 3;
/// Keys in a bucket, on average.
pub const BUCKET: usize = 8;
/// From this many consonants on, vowels say nothing that the consonants do not.
const CONSONANTS_ENOUGH: usize = 4;
/// The Arabic article and its assimilated forms, as a word of its own.
const ARTICLES: [&str; 15] =
    ["al", "el", "ul", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez", "ad", "ed"];
const MORE_ARTICLES: [&str; 3] = ["an", "en", "the"];

/// What a folded name sounds like; `None` where it has other letters than a to z or
/// no two consonants and vowels to go by.
///
/// Romanisations of Arabic, Persian, Russian, Ukrainian and the Caucasian languages differ
/// in their vowels, in doubled letters, in the article, in q and k, w and v, gh and g, kh and h,
/// h and g (Ukrainian and Russian) and in an h at the end. All these become the same here. A run of vowels is one
/// dot; names with four consonants or more go without.
pub fn sound(folded: &str) -> Option<String> {
    if !folded.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
        return None;
    }
    let is_article = |word: &&str| ARTICLES.contains(word) || MORE_ARTICLES.contains(word);
    let bare: Vec<&str> = folded.split(' ').filter(|word| !is_article(word)).collect();
    let mut heard = String::with_capacity(folded.len());
    for word in bare {
        hear(word.as_bytes(), &mut heard);
    }
    if heard.len() > 1 && heard.ends_with('.') {
        heard.pop();
    }
    let consonants = heard.bytes().filter(|sound| *sound != b'.').count();
    if consonants >= CONSONANTS_ENOUGH {
        let first = heard.starts_with('.').then_some('.');
        heard = first.into_iter().chain(heard.chars().filter(|sound| *sound != '.')).collect();
    }
    (heard.len() >= 3).then_some(heard)
}

/// Adds the sounds of a word.
fn hear(word: &[u8], heard: &mut String) {
    let mut at = 0;
    while let Some(&letter) = word.get(at) {
        let next = word.get(at + 1).copied().unwrap_or(b' ');
        let before_vowel = is_vowel(next);
        let after_vowel =
            at > 0 && word.get(at - 1).is_some_and(|letter| is_vowel(*letter) || *letter == b'y');
        let (sound, letters) = match (letter, next) {
            (b'k', b'h') | (b'g', b'h') => ('h', 2),
            (b's', b'h') | (b's', b's') => ('s', 2),
            (b'z', b'h') => ('z', 2),
            (b'd', b'h') => ('d', 2),
            (b't', b'h') => ('t', 2),
            (b'p', b'h') => ('f', 2),
            (b'd', b'j') => ('j', 2),
            (b'c', b'h') => ('c', 2),
            (b'c', b'k') => ('k', 2),
            (b't', b's' | b'z') => ('s', 2),
            (b'g' | b'h' | b'x', _) if letter != b'h' || next != b' ' || !after_vowel => ('h', 1),
            (b'h', _) => ('.', 1),
            (b'q', _) => ('k', 1),
            (b'c', b'e' | b'i' | b'y') => ('s', 1),
            (b'c', _) => ('k', 1),
            (b'w', _) if before_vowel || at == 0 => ('v', 1),
            (b'w', _) => ('.', 1),
            _ if is_vowel(letter) || letter == b'y' => ('.', 1),
            _ => (char::from(letter), 1),
        };
        if !heard.ends_with(sound) {
            heard.push(sound);
        }
        at += letters;
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The sounds that become this one by one consonant too few, too many or in the wrong place,
/// sorted, each once.
pub fn misheard(sound: &str) -> Vec<String> {
    const CONSONANTS: [char; 17] =
        ['b', 'c', 'd', 'f', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', '.'];
    let letters: Vec<char> = sound.chars().collect();
    let mut others = BTreeSet::new();
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        if let [first, rest @ ..] = after {
            others.insert([before, rest].concat());
            if let [second, rest @ ..] = rest {
                others.insert([before, &[*second, *first], rest].concat());
            }
        }
        for more in CONSONANTS {
            others.insert([before, &[more], after].concat());
        }
    }
    others.remove(&letters);
    others.into_iter().map(String::from_iter).collect()
}

/// How alike two folded names are, 0 to 1: one less the share of letters to insert,
/// remove, change or swap (Damerau-Levenshtein), articles and spaces aside.
pub fn likeness(a: &str, b: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&bare(a), &bare(b))
}

fn bare(folded: &str) -> String {
    folded
        .split(' ')
        .filter(|word| !ARTICLES.contains(word) && !MORE_ARTICLES.contains(word))
        .collect()
}

/// The bucket of a sound, if there are so many.
pub fn bucket_of(sound: &str, buckets: usize) -> usize {
    let mut hash = 0x811c_9dc5_u32;
    for byte in sound.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ (hash >> 15)) as usize % buckets.max(1)
}

/// The numbers of the keys in the bucket of a sound, the likeliest place's first; some sound otherwise.
pub fn keys<'a>(
    starts: &'a [u8],
    table: &'a [u8],
    sound: &str,
) -> impl Iterator<Item = usize> + use<'a> {
    // One start more than buckets, where the last one ends.
    let bucket = bucket_of(sound, (starts.len() / 4).saturating_sub(1));
    let start = |bucket: usize| usize::try_from(u32_at(starts, bucket * 4)?).ok();
    let records = start(bucket).zip(start(bucket + 1)).and_then(|(from, to)| {
        table.get(from.checked_mul(RECORD_BYTES)?..to.checked_mul(RECORD_BYTES)?)
    });
    let records = records.unwrap_or(&[]).chunks_exact(RECORD_BYTES);
    records.filter_map(|record| usize::try_from(u24_at(record, 0)?).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::fold;

    #[track_caller]
    fn check_alike(a: &str, b: &str) {
        assert_eq!(sound(&fold(a)), sound(&fold(b)), "{a} and {b}");
    }

    #[test]
    fn the_arabic_article_and_doubled_letters_do_not_matter() {
        check_alike("Aita al-Shaab", "Ayta ash Sha'b");
        check_alike("Maarat al-Numan", "Ma`arrat an Nu`man");
        check_alike("Ar-Raqqah", "Raqa");
    }

    #[test]
    fn vowels_have_many_spellings() {
        check_alike("Tel Rifaat", "Tall Rif`at");
        check_alike("Khan Younis", "Khan Yunus");
        check_alike("Deir Hassan", "Dayr Hasan");
        check_alike("Kabkabiya", "Kebkabiyah");
        check_alike("Odaisseh", "Udaysah");
        check_alike("Deir ez-Zor", "Dayr az Zawr");
    }

    #[test]
    fn russian_and_ukrainian_romanisations_are_one() {
        check_alike("Horlivka", "Gorlovka");
        check_alike("Luhansk", "Lugansk");
        check_alike("Kharkiv", "Khar'kov");
    }

    #[test]
    fn short_names_keep_where_their_vowels_are() {
        assert_ne!(sound("goma"), sound("gom ala"));
        assert_ne!(sound("idlib"), sound("dalab"));
        assert_eq!(sound("al"), None);
        assert_eq!(sound("гора"), None);
    }
}
