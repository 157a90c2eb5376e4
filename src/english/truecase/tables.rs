//! What is known of letters: the section `truecase`, see `assets/english/build/truecase.py`.

use std::collections::{HashMap, HashSet};

use crate::english::section::{Damaged, Reader};

/// How a word is written by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code(u8);

impl Code {
    /// Always small.
    pub(super) const SMALL: Self = Self(0);
    /// Nearly always small.
    pub(super) const MOSTLY_SMALL: Self = Self(1);
    /// From here to `CAPITALS`: nearly always with a capital.
    const NAME: Self = Self(7);
    /// All letters are capitals.
    pub(super) const CAPITALS: Self = Self(10);
    /// The pronoun or the country.
    pub(super) const US: Self = Self(11);
    /// Not in the table: most likely a name.
    pub(super) const UNKNOWN: Self = Self(12);

    /// Whether the neighbours have nothing to say.
    pub(super) fn is_sure(self) -> bool {
        self == Self::SMALL || self.is_name() || self == Self::CAPITALS
    }

    /// Whether it has a capital wherever it stands.
    pub(super) fn is_name(self) -> bool {
        (Self::NAME.0..Self::CAPITALS.0).contains(&self.0) || self == Self::UNKNOWN
    }

    /// Whether it is an ordinary word, written small more often than not.
    pub(super) fn is_ordinary(self) -> bool {
        self.0 <= 5
    }

    /// Its name in the features: `a` for 0 and so on.
    pub(super) fn letter(self) -> &'static str {
        let at = usize::from(self.0);
        "abcdefghijklm".get(at..=at).unwrap_or("m")
    }
}

/// A row of the table of words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) code: Code,
    /// Also somebody's first name.
    pub(super) is_given_name: bool,
}

/// Lists of words in lower case; `assets/english/truecase.toml` says what each is for.
#[derive(Debug, Clone)]
pub(super) struct Tables {
    words: Table,
    weights: Table,
    /// Words with capitals inside, by their lower case.
    inside: HashMap<String, Box<str>>,
    pub(super) abbreviations: HashSet<Box<str>>,
    pub(super) other_abbreviations: HashSet<Box<str>>,
    pub(super) titles: HashSet<Box<str>>,
    pub(super) months: HashSet<Box<str>>,
    pub(super) companies: HashSet<Box<str>>,
    pub(super) person_titles: HashSet<Box<str>>,
    pub(super) determiners: HashSet<Box<str>>,
    pub(super) starters: HashSet<Box<str>>,
    pub(super) endings: HashSet<Box<str>>,
    pub(super) articles: HashSet<Box<str>>,
}

impl Tables {
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new("truecase", bytes);
        let words = Table::read(&mut reader)?;
        let weights = Table::read(&mut reader)?;
        let inside = reader.strings()?;
        let mut list = || -> Result<HashSet<Box<str>>, Damaged> {
            Ok(reader.strings()?.into_iter().map(Box::from).collect())
        };
        let tables = Self {
            words,
            weights,
            inside: inside.into_iter().map(|word| (word.to_lowercase(), word.into())).collect(),
            abbreviations: list()?,
            other_abbreviations: list()?,
            titles: list()?,
            months: list()?,
            companies: list()?,
            person_titles: list()?,
            determiners: list()?,
            starters: list()?,
            endings: list()?,
            articles: list()?,
        };
        reader.finish()?;
        Ok(tables)
    }

    /// The row of a word in lower case.
    pub(super) fn word(&self, word: &str) -> Option<Row> {
        let content = self.words.get(Hasher::new().part(word).finish())?;
        let code = Code((content & 31).saturating_sub(1));
        Some(Row { code, is_given_name: content & 32 != 0 })
    }

    /// How a word with capitals inside (McDonald) is written.
    pub(super) fn inside(&self, word: &str) -> Option<&str> {
        self.inside.get(word).map(AsRef::as_ref)
    }

    /// The weight of a feature, in sixteenths; positive for a capital.
    pub(super) fn weight(&self, feature: &[&str]) -> i32 {
        let hash = feature.iter().fold(Hasher::new(), |hasher, part| hasher.part(part)).finish();
        self.weights.get(hash).map_or(0, |content| i32::from(content.cast_signed()))
    }
}

/// FNV-1a of parts with a zero between them, mixed at the end.
struct Hasher {
    hash: u64,
    started: bool,
}

impl Hasher {
    fn new() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, started: false }
    }

    fn part(mut self, part: &str) -> Self {
        let zero: &[u8] = if self.started { &[0] } else { &[] };
        for byte in zero.iter().chain(part.as_bytes()) {
            self.hash = (self.hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.started = true;
        self
    }

    fn finish(self) -> u64 {
        (self.hash ^ (self.hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// An open hash table. A slot is 24 bits of the hash over 8 bits of content; 0 is empty.
/// So one word in some millions is taken for another.
#[derive(Debug, Clone)]
struct Table {
    slots: Vec<u32>,
}

impl Table {
    fn read(reader: &mut Reader) -> Result<Self, Damaged> {
        let count = reader.u32()? as usize;
        let bytes = reader.take(count.saturating_mul(4))?;
        let (slots, _) = bytes.as_chunks::<4>();
        let slots: Vec<u32> = slots.iter().map(|slot| u32::from_le_bytes(*slot)).collect();
        if !slots.contains(&0) {
            return Err(reader.damaged("a hash table has no empty slot"));
        }
        Ok(Self { slots })
    }

    fn get(&self, hash: u64) -> Option<u8> {
        let start = ((hash >> 32) * self.slots.len() as u64) >> 32;
        let (before, from) = self.slots.split_at_checked(start as usize)?;
        let fingerprint = (hash & 0xff_ffff) as u32;
        let slots = from.iter().chain(before).take_while(|slot| **slot != 0);
        let found = slots.copied().find(|slot| slot >> 8 == fingerprint)?;
        Some((found & 0xff) as u8)
    }
}
