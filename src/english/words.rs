//! Sorted lists of words with values, used in place.

use super::section::{Damaged, Reader};

/// A sorted list in blocks of words that each begin like the one before; see
/// `sorted_words` in `assets/english/build/tables.py`.
#[derive(Debug, Clone, Copy)]
pub(super) struct SortedWords {
    /// Where each block begins, 32 bits each.
    starts: &'static [u8],
    blocks: &'static [u8],
}

/// Words in a block, the last one excepted.
const BLOCK: usize = 16;

/// A word of a block.
struct Entry {
    /// Bytes that it shares with the word before.
    shared: usize,
    /// The bytes after these.
    rest: &'static [u8],
    value: &'static [u8],
}

impl SortedWords {
    pub(super) fn read(reader: &mut Reader<'static>) -> Result<Self, Damaged> {
        let count = reader.u32()? as usize;
        let starts = reader.take(count.saturating_mul(4))?;
        let length = reader.u32()? as usize;
        let blocks = reader.take(length)?;
        Ok(Self { starts, blocks })
    }

    /// The value of `word`, or `None` if it is not in the list.
    pub(super) fn get(&self, word: &str) -> Option<&'static [u8]> {
        let word = word.as_bytes();
        let (starts, _) = self.starts.as_chunks::<4>();
        let is_before = |start: &[u8; 4]| self.block(*start).next().is_some_and(|e| e.rest <= word);
        let block = starts.partition_point(is_before).checked_sub(1)?;
        let mut same = 0;
        for entry in self.block(starts[block]) {
            // The entry before is smaller than `word` and shares `same` bytes with it.
            if entry.shared < same {
                return None;
            }
            if entry.shared > same {
                continue;
            }
            let wanted = &word[same..];
            let more = entry.rest.iter().zip(wanted).take_while(|(a, b)| a == b).count();
            if more == wanted.len() && more == entry.rest.len() {
                return Some(entry.value);
            }
            same += more;
            if entry.rest.get(more) > wanted.get(more) {
                return None;
            }
        }
        None
    }

    /// The entries of the block at `start`. A next block begins with nothing shared.
    fn block(&self, start: [u8; 4]) -> impl Iterator<Item = Entry> + use<> {
        let start = u32::from_le_bytes(start) as usize;
        let mut reader = Reader::new("lemmas", self.blocks.get(start..).unwrap_or(&[]));
        std::iter::from_fn(move || entry(&mut reader).ok()).take(BLOCK)
    }
}

fn entry(reader: &mut Reader<'static>) -> Result<Entry, Damaged> {
    let shared = usize::from(reader.u8()?);
    let length = reader.u8()?;
    let rest = reader.take(usize::from(length))?;
    let length = reader.u8()?;
    let value = reader.take(usize::from(length))?;
    Ok(Entry { shared, rest, value })
}
