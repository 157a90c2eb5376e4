use std::ops::Range;

use crate::english::file::{ModelError, ModelFile};
use crate::english::section::u32_at;

/// Buckets of words, by the upper 16 bits of their mixed hash.
const BUCKETS: usize = 1 << 16;
/// Spreads the small numbers that some words have for a hash; odd, so nothing is lost.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// Which row of a table of word vectors belongs to a word form.
///
/// Forms are known by 48 bits of their hash: one unknown word in a million million
/// gets the vector of another.
#[derive(Debug)]
pub(in crate::english) struct VectorKeys {
    /// 65,537 u32: where each bucket begins.
    starts: &'static [u8],
    /// A u32 for each word, sorted in each bucket.
    keys: &'static [u8],
    /// A u16 for each word.
    rows: &'static [u8],
}

impl VectorKeys {
    pub fn read(file: &ModelFile) -> Result<Self, ModelError> {
        const NAME: &str = "vectors.keys";
        let bytes = file.section(NAME)?;
        let cut_short = || ModelError::Missing(NAME.to_owned());
        let (starts, rest) = bytes.split_at_checked((BUCKETS + 1) * 4).ok_or_else(cut_short)?;
        let words = u32_at(starts, BUCKETS) as usize;
        let (keys, rows) = rest.split_at_checked(words * 4).ok_or_else(cut_short)?;
        if rows.len() != words * 2 {
            return Err(cut_short());
        }
        Ok(Self { starts, keys, rows })
    }

    /// The row of a form by its hash; `None` if it has no vector.
    pub fn row(&self, orth: u64) -> Option<usize> {
        let [bucket, key] = halves(orth.wrapping_mul(MIX));
        let words: Range<usize> = u32_at(self.starts, bucket as usize) as usize
            ..u32_at(self.starts, bucket as usize + 1) as usize;
        let word = words.into_iter().find(|&word| u32_at(self.keys, word) == key)?;
        let row = self.rows.get(word * 2..word * 2 + 2)?;
        Some(usize::from(u16::from_le_bytes(row.try_into().ok()?)))
    }
}

/// The upper 16 bits and the 32 bits below them.
#[expect(clippy::cast_possible_truncation, reason = "these bits are what is wanted")]
fn halves(hash: u64) -> [u32; 2] {
    [(hash >> 48) as u32, (hash >> 16) as u32]
}
