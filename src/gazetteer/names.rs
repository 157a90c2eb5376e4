//! What the file keeps of a folded name: who bears it, and how it is spelt.

use std::borrow::Cow;

use crate::model::PlaceId;

use super::file::u24_at;
use super::fold;
use super::keys::{number_at, push_number, take};

/// Place (3), use in the low three bits and number of the spelling above them (1).
pub const ENTRY_BYTES: usize = 4;
/// Bytes of an entry that stands alone: the place.
pub const PLACE_BYTES: usize = 3;
/// Spellings beyond this one are not kept; a name that has one of them is shown as [`title_case`] has it.
pub const MOST_SPELLINGS: usize = 31;
/// Values that begin with less than this have one entry; this bit says that it is another
/// name and not the main one,
pub const ONE_ALTERNATE: u32 = 1;
/// this one that its spelling follows, and the numbers from here on count entries.
pub const ONE_SPELT: u32 = 2;
/// Twice the number of entries, plus one if spellings follow, plus this.
pub const MANY: u32 = 4;
/// First byte of a spelling that lists how it differs from [`title_case`]; see [`patch`].
const PATCH: u8 = 1;

/// The value of a key: the places that bear the name, the likeliest first.
///
/// A value begins with a number. Below [`MANY`] it speaks of one place, which follows.
/// From there on the entries follow, and then the spellings, their number first. A spelling is its
/// length and nothing for [`title_case`], or a patch on it, or the text itself.
#[derive(Clone, Copy)]
pub struct Bearers<'a> {
    /// Code of the entry, where there is but one.
    only: Option<u8>,
    entries: &'a [u8],
    count: u32,
    /// Behind their count.
    spellings: &'a [u8],
}

/// What kind of name a name is of a place, as the file has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// See [`super::NameUse`] for this and the others.
    Main = 0,
    /// Another name.
    Alternate = 1,
    /// An abbreviation.
    Abbreviation = 2,
    /// A former name.
    Former = 3,
    /// It speaks for a government; for which one stands in a section of its own.
    Metonym = 4,
}

/// A place that bears the name.
#[derive(Clone, Copy, Debug)]
pub struct Bearer {
    /// The place.
    pub place: PlaceId,
    /// What kind of name it is.
    pub name_use: Use,
    /// The number of its spelling.
    pub spelling: u8,
}

impl<'a> Bearers<'a> {
    /// From the value of a key; nobody where it makes no sense.
    pub fn new(value: &'a [u8]) -> Self {
        let nobody = Self { only: None, entries: &[], count: 0, spellings: &[] };
        Self::split(value).unwrap_or(nobody)
    }

    fn split(value: &'a [u8]) -> Option<Self> {
        let (lead, rest) = number_at(value)?;
        let Some(many) = lead.checked_sub(MANY) else {
            let (entries, spellings) = rest.split_at_checked(PLACE_BYTES)?;
            let code = if lead & ONE_ALTERNATE == 0 { Use::Main } else { Use::Alternate } as u8;
            let count = u32::from(lead & ONE_SPELT != 0);
            return Some(Self { only: Some(code), entries, count, spellings });
        };
        let length = usize::try_from(many / 2).ok()?.checked_mul(ENTRY_BYTES)?;
        let (entries, rest) = rest.split_at_checked(length)?;
        let (count, spellings) = if many % 2 == 1 { number_at(rest)? } else { (0, rest) };
        Some(Self { only: None, entries, count, spellings })
    }

    /// All of them, the likeliest first.
    pub fn iter(&self) -> impl Iterator<Item = Bearer> + use<'a> {
        let only = self.only;
        let size = if only.is_some() { PLACE_BYTES } else { ENTRY_BYTES };
        self.entries.chunks_exact(size).filter_map(move |entry| {
            let code = only.or_else(|| entry.get(PLACE_BYTES).copied())?;
            let name_use = match code & 7 {
                0 => Use::Main,
                1 => Use::Alternate,
                2 => Use::Abbreviation,
                3 => Use::Former,
                4 => Use::Metonym,
                _ => return None,
            };
            Some(Bearer { place: PlaceId(u24_at(entry, 0)?), name_use, spelling: code >> 3 })
        })
    }

    /// The name as it is written, from its key and the number of the spelling.
    pub fn spelling(&self, key: &str, number: u8) -> Cow<'a, str> {
        match self.kept_spelling(number) {
            None | Some([]) => Cow::Owned(title_case(key)),
            Some([PATCH, patch @ ..]) => Cow::Owned(patched(&title_case(key), patch)),
            Some(text) => String::from_utf8_lossy(text),
        }
    }

    /// Whether the name is written like this, without writing it out.
    pub fn is_spelt(&self, key: &str, number: u8, text: &str) -> bool {
        match self.kept_spelling(number) {
            None | Some([]) => title_letters(key).eq(text.chars()),
            Some([PATCH, ..]) => self.spelling(key, number) == text,
            Some(kept) => kept == text.as_bytes(),
        }
    }

    fn kept_spelling(&self, number: u8) -> Option<&'a [u8]> {
        if u32::from(number) >= self.count {
            return None;
        }
        let mut rest = self.spellings;
        for _ in 0..number {
            rest = take(rest)?.1;
        }
        Some(take(rest)?.0)
    }
}

/// The number of bytes of the value that `bytes` begin with.
pub fn value_length(bytes: &[u8]) -> Option<usize> {
    let bearers = Bearers::split(bytes)?;
    let mut rest = bearers.spellings;
    for _ in 0..bearers.count {
        rest = take(rest)?.1;
    }
    Some(bytes.len() - rest.len())
}

/// The bytes that are kept of a spelling.
pub fn kept(key: &str, spelling: &str) -> Vec<u8> {
    let shown = title_case(key);
    let patch = patch(&shown, spelling);
    match patch {
        _ if shown == spelling => Vec::new(),
        Some(patch) if patch.len() < spelling.len() && patched(&shown, &patch) == spelling => {
            [&[PATCH], patch.as_slice()].concat()
        }
        _ => spelling.as_bytes().to_vec(),
    }
}

/// How a spelling differs from `shown`: for each letter that is another or one more, how many
/// letters stay before it, doubled, plus one if it is one more, and the letter, all as numbers.
fn patch(shown: &str, spelling: &str) -> Option<Vec<u8>> {
    let mut shown = shown.chars().peekable();
    let (mut patch, mut same) = (Vec::new(), 0);
    for letter in spelling.chars() {
        let there = shown.peek().copied();
        if there == Some(letter) {
            shown.next();
            same += 1;
            continue;
        }
        let is_more = fold(&letter.to_string()).is_empty() && there != Some(' ');
        push_number(&mut patch, same * 2 + u32::from(is_more));
        push_number(&mut patch, u32::from(letter));
        same = 0;
        if !is_more {
            shown.next()?;
        }
    }
    shown.next().is_none().then_some(patch)
}

fn patched(shown: &str, mut patch: &[u8]) -> String {
    let mut spelling = String::with_capacity(shown.len() + 8);
    let mut shown = shown.chars();
    while let Some((step, rest)) = number_at(patch) {
        let Some((letter, rest)) = number_at(rest) else { break };
        spelling.extend(shown.by_ref().take(step as usize / 2));
        spelling.extend(char::from_u32(letter));
        if step % 2 == 0 {
            shown.next();
        }
        patch = rest;
    }
    spelling.extend(shown);
    spelling
}

/// A folded name with a capital at each word.
pub fn title_case(key: &str) -> String {
    title_letters(key).collect()
}

fn title_letters(key: &str) -> impl Iterator<Item = char> {
    let mut starts = true;
    key.chars().flat_map(move |letter| {
        let capital = std::mem::replace(&mut starts, letter == ' ');
        let upper = capital.then(|| letter.to_uppercase()).into_iter().flatten();
        upper.chain((!capital).then_some(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_spelling(spelling: &str, bytes: usize) {
        let key = fold(spelling);
        let kept = kept(&key, spelling);
        assert_eq!(kept.len(), bytes, "{spelling}: {kept:?}");
        let value = [&[ONE_SPELT as u8, 7, 0, 0, kept.len() as u8], kept.as_slice()].concat();
        assert_eq!(value_length(&value), Some(value.len()));
        assert_eq!(Bearers::new(&value).spelling(&key, 0), spelling);
    }

    #[test]
    fn a_spelling_keeps_only_what_its_key_has_lost() {
        check_spelling("Goris", 0);
        check_spelling("Şuşa", 6);
        check_spelling("Tall Rif`at", 3);
        check_spelling("Al-Hasakah", 3);
        check_spelling("Saint-Germain-le-Rocheux", 9);
        check_spelling("Æ", 2);
    }

    #[test]
    fn each_word_of_a_shown_name_has_a_capital() {
        assert_eq!(title_case("verin shorzha"), "Verin Shorzha");
        assert_eq!(title_case("гора"), "Гора");
    }
}
