//! The numbers that stand for strings.

use std::collections::HashMap;

/// Gives strings the numbers of spaCy's string store: a fixed small number for the
/// names of its attributes and labels, the hash of the UTF-8 for all others.
#[derive(Debug, Clone)]
pub(super) struct Names {
    fixed: HashMap<Box<str>, u64>,
    longest: usize,
}

impl Names {
    /// Takes the names with a fixed number.
    pub(super) fn new(fixed: HashMap<Box<str>, u64>) -> Self {
        let longest = fixed.keys().map(|name| name.len()).max().unwrap_or(0);
        Self { fixed, longest }
    }

    /// The number of `string`; 0 for the empty one.
    pub(super) fn id(&self, string: &str) -> u64 {
        if string.is_empty() {
            return 0;
        }
        let fixed = (string.len() <= self.longest).then(|| self.fixed.get(string)).flatten();
        match fixed {
            Some(number) => *number,
            None => murmur64(string.as_bytes(), 1),
        }
    }
}

/// MurmurHash64A of Austin Appleby (public domain).
pub(super) fn murmur64(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let mut key = u64::from_le_bytes(*word).wrapping_mul(M);
        key ^= key >> R;
        hash = (hash ^ key.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        hash = (hash ^ u64::from_le_bytes(word)).wrapping_mul(M);
    }
    hash = (hash ^ (hash >> R)).wrapping_mul(M);
    hash ^ (hash >> R)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_number_that_spacy_gives_it() {
        assert_eq!(murmur64(b"coffee", 1), 3_197_928_453_018_144_401);
    }
}
