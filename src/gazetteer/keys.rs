//! Sorted keys in blocks. In a block each key leaves out what it shares with the
//! one before; the first of a block is whole, so that blocks can be searched.

use std::cmp::Ordering;

use super::file::{u32_at, u64_at};

/// Keys in a block. More make the file smaller and a look-up slower.
pub const BLOCK: usize = 16;
/// Bytes of the first key of a block that are kept apart, where a search finds them side by side.
pub const HEAD_BYTES: usize = 8;

/// A sorted table of keys with a value of some bytes each.
#[derive(Clone, Copy)]
pub struct Keys<'a> {
    heads: &'a [u8],
    starts: &'a [u8],
    data: &'a [u8],
    value_length: fn(&[u8]) -> Option<usize>,
}

impl<'a> Keys<'a> {
    /// `heads` holds the first bytes of each block's first key ([`head_of`]), `starts` the
    /// offset in `data` of each block, in four bytes. `value_length` says of bytes that begin
    /// with a value how many of them belong to it.
    pub fn new(
        heads: &'a [u8],
        starts: &'a [u8],
        data: &'a [u8],
        value_length: fn(&[u8]) -> Option<usize>,
    ) -> Self {
        Self { heads, starts, data, value_length }
    }

    /// The value of a key.
    pub fn get(&self, key: &[u8]) -> Option<&'a [u8]> {
        let mut cursor = self.from(key);
        let (found, value) = cursor.next()?;
        (found == key).then_some(value)
    }

    /// The key with this number, counted from 0 in the order of the table.
    pub fn nth(&self, number: usize) -> Option<(Vec<u8>, &'a [u8])> {
        let mut cursor = self.block_cursor(number / BLOCK);
        let mut value = cursor.step()?;
        for _ in 0..number % BLOCK {
            value = cursor.step()?;
        }
        Some((cursor.key, value))
    }

    /// Reads on from the first key that is not less than `key`.
    pub fn from(&self, key: &[u8]) -> Cursor<'a> {
        let mut cursor = self.block_cursor(self.blocks_below(key).saturating_sub(1));
        while let Some(value) = cursor.step() {
            if cursor.key.as_slice() >= key {
                cursor.pending = Some(value);
                break;
            }
        }
        cursor
    }

    /// How many blocks begin below `key`.
    fn blocks_below(&self, key: &[u8]) -> usize {
        let wanted = head_of(key);
        let (mut low, mut high) = (0, self.starts.len() / 4);
        while low < high {
            let middle = low + (high - low) / 2;
            // A head is the key cut off, so equal ones leave the rest of the key to decide.
            let order = match big_endian_at(self.heads, middle * HEAD_BYTES).cmp(&Some(wanted)) {
                Ordering::Equal => self.first_key(middle).cmp(&Some(key)),
                order => order,
            };
            if order == Ordering::Less { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn block_cursor(&self, number: usize) -> Cursor<'a> {
        let start = u32_at(self.starts, number * 4).and_then(|start| usize::try_from(start).ok());
        let rest = start.and_then(|start| self.data.get(start..)).unwrap_or(&[]);
        let next = number * BLOCK;
        Cursor { rest, key: Vec::new(), next, pending: None, value_length: self.value_length }
    }

    /// The first key of a block, which shares nothing.
    fn first_key(&self, number: usize) -> Option<&'a [u8]> {
        let (_shared, length, rest) = lengths_at(self.block_cursor(number).rest)?;
        rest.get(..length)
    }
}

/// The first bytes of a key as a number that sorts as they do.
pub fn head_of(key: &[u8]) -> u64 {
    let mut head = [0; HEAD_BYTES];
    head.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(head)
}

fn big_endian_at(bytes: &[u8], at: usize) -> Option<u64> {
    u64_at(bytes, at).map(u64::swap_bytes)
}

/// Reads keys in order.
pub struct Cursor<'a> {
    rest: &'a [u8],
    key: Vec<u8>,
    /// The number of the key that the next step reads.
    next: usize,
    pending: Option<&'a [u8]>,
    value_length: fn(&[u8]) -> Option<usize>,
}

impl<'a> Cursor<'a> {
    /// The number of the next key.
    pub fn number(&self) -> usize {
        self.next - usize::from(self.pending.is_some())
    }

    /// The next key with its value.
    pub fn next(&mut self) -> Option<(&[u8], &'a [u8])> {
        let value = match self.pending.take() {
            Some(value) => value,
            None => self.step()?,
        };
        Some((&self.key, value))
    }

    fn step(&mut self) -> Option<&'a [u8]> {
        let (shared, length, rest) = lengths_at(self.rest)?;
        let (suffix, rest) = rest.split_at_checked(length)?;
        let (value, rest) = rest.split_at_checked((self.value_length)(rest)?)?;
        self.key.truncate(shared);
        self.key.extend_from_slice(suffix);
        self.rest = rest;
        self.next += 1;
        Some(value)
    }
}

/// Four bits of each of the two lengths before a key; a length that does not fit says so with
/// all bits set, and the rest follows as a number.
const LENGTH_BITS: u8 = 15;

/// How much a key shares with the one before it, how much follows, and the bytes behind these.
fn lengths_at(bytes: &[u8]) -> Option<(usize, usize, &[u8])> {
    let (&both, rest) = bytes.split_first()?;
    let long = |length: u8, rest| match length {
        LENGTH_BITS => {
            let (more, rest) = number_at(rest)?;
            Some((usize::from(length) + usize::try_from(more).ok()?, rest))
        }
        length => Some((usize::from(length), rest)),
    };
    let (shared, rest) = long(both >> 4, rest)?;
    let (length, rest) = long(both & LENGTH_BITS, rest)?;
    Some((shared, length, rest))
}

/// Writes what the reader of a block reads before each key.
pub fn push_lengths(to: &mut Vec<u8>, shared: u32, length: u32) {
    let bits = u32::from(LENGTH_BITS);
    to.push((shared.min(bits) << 4 | length.min(bits)) as u8);
    for length in [shared, length] {
        if let Some(more) = length.checked_sub(bits) {
            push_number(to, more);
        }
    }
}

/// Writes a number as [`number_at`] reads it.
pub fn push_number(to: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
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
pub fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number_at(bytes)?;
    rest.split_at_checked(usize::try_from(length).ok()?)
}
