//! Sorted keys in blocks. In a block each key leaves out what it shares with the
//! one before; the first of a block is whole, so that blocks can be searched.

use std::cmp::Ordering;

use crate::model::PlaceId;

use super::NameUse;
use super::file::{code_at, u16_at, u32_at};

/// Keys in a block. More make the file smaller and a look-up slower.
pub const BLOCK: usize = 16;

/// A sorted table of keys with a value of some bytes each.
#[derive(Clone, Copy)]
pub struct Keys<'a> {
    starts: &'a [u8],
    data: &'a [u8],
}

impl<'a> Keys<'a> {
    /// `starts` holds the offset in `data` of each block, in four bytes.
    pub fn new(starts: &'a [u8], data: &'a [u8]) -> Self {
        Self { starts, data }
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<&'a [u8]> {
        let mut cursor = self.from(key);
        let (found, value) = cursor.next()?;
        (found == key).then_some(value)
    }

    /// Reads on from the first key that is not less than `key`.
    pub fn from(&self, key: &[u8]) -> Cursor<'a> {
        let (mut low, mut high) = (0, self.starts.len() / 4);
        // Blocks before `low` begin below `key`, blocks from `high` on do not.
        while low < high {
            let middle = low + (high - low) / 2;
            if self.head(middle).is_some_and(|head| head.cmp(key) == Ordering::Less) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut cursor =
            Cursor { rest: self.block(low.saturating_sub(1)), key: Vec::new(), pending: None };
        while let Some(value) = cursor.step() {
            if cursor.key.as_slice() >= key {
                cursor.pending = Some(value);
                break;
            }
        }
        cursor
    }

    fn block(&self, number: usize) -> &'a [u8] {
        let start = u32_at(self.starts, number * 4).and_then(|start| usize::try_from(start).ok());
        start.and_then(|start| self.data.get(start..)).unwrap_or(&[])
    }

    /// The first key of a block, which shares nothing.
    fn head(&self, number: usize) -> Option<&'a [u8]> {
        let (_shared, rest) = number_at(self.block(number))?;
        Some(take(rest)?.0)
    }
}

/// Reads keys in order.
pub struct Cursor<'a> {
    rest: &'a [u8],
    key: Vec<u8>,
    pending: Option<&'a [u8]>,
}

impl<'a> Cursor<'a> {
    /// The next key with its value.
    pub fn next(&mut self) -> Option<(&[u8], &'a [u8])> {
        let value = match self.pending.take() {
            Some(value) => value,
            None => self.step()?,
        };
        Some((&self.key, value))
    }

    fn step(&mut self) -> Option<&'a [u8]> {
        let (shared, rest) = number_at(self.rest)?;
        let (suffix, rest) = take(rest)?;
        let (value, rest) = take(rest)?;
        self.key.truncate(usize::try_from(shared).ok()?);
        self.key.extend_from_slice(suffix);
        self.rest = rest;
        Some(value)
    }
}

/// A place that bears a name.
pub struct Posting {
    /// The place.
    pub place: PlaceId,
    /// What kind of name it is.
    pub name_use: NameUse,
    /// Of the name as it is written.
    pub spelling: u16,
}

/// The places in the value of a key; stops at the first that makes no sense.
pub fn postings(mut bytes: &[u8]) -> impl Iterator<Item = Posting> {
    std::iter::from_fn(move || {
        let (place, rest) = number_at(bytes)?;
        let (use_code, spelling) = (*rest.first()?, u16_at(rest, 1)?);
        let (name_use, length) = match use_code {
            0 => (NameUse::Main, 3),
            1 => (NameUse::Alternate, 3),
            2 => (NameUse::Abbreviation, 3),
            3 => (NameUse::Former, 3),
            4 => (NameUse::Metonym(code_at(rest, 3)?), 5),
            _ => return None,
        };
        bytes = rest.get(length..)?;
        Some(Posting { place: PlaceId(place), name_use, spelling })
    })
}

/// Two bytes that stand for a spelling: the spelling itself would fill half the file.
/// One wrong spelling in 65,536 passes for exact, which only costs a little rank.
pub fn spelling_hash(name: &str) -> u16 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in name.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ (hash >> 16)) as u16
}

/// A number in seven bits a byte, the lowest first, and what follows it.
pub fn number_at(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number = 0_u32;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        number |= u32::from(byte & 0x7f).checked_shl(index as u32 * 7)?;
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(index + 1..)?));
        }
    }
    None
}

/// As many bytes as the number before them says, and what follows them.
fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number_at(bytes)?;
    rest.split_at_checked(usize::try_from(length).ok()?)
}
