//! Reading the little-endian sections of the model.

use thiserror::Error;

/// A section of the model that is not as this program expects it.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("section `{section}` of the English model is damaged at byte {at}: {what}")]
pub struct Damaged {
    /// Name of the section.
    pub section: &'static str,
    /// Offset of the first byte that could not be read.
    pub at: usize,
    /// What was expected there.
    pub what: &'static str,
}

/// Reads a section from its beginning to its end.
#[derive(Debug, Clone)]
pub(super) struct Reader<'a> {
    section: &'static str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(section: &'static str, bytes: &'a [u8]) -> Self {
        Self { section, bytes, at: 0 }
    }

    /// The next `count` bytes, in place.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], Damaged> {
        let end = self.at.checked_add(count);
        let found = end.and_then(|end| self.bytes.get(self.at..end));
        let Some(found) = found else {
            return Err(self.damaged("it ends too early"));
        };
        self.at += count;
        Ok(found)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Damaged> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Damaged> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn u16(&mut self) -> Result<u16, Damaged> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Damaged> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(super) fn u64(&mut self) -> Result<u64, Damaged> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// A byte of length and that much UTF-8.
    pub(super) fn string(&mut self) -> Result<&'a str, Damaged> {
        let length = self.u8()?;
        let bytes = self.take(usize::from(length))?;
        std::str::from_utf8(bytes).map_err(|_| self.damaged("a string is not UTF-8"))
    }

    /// A count (16 bits) and as many strings.
    pub(super) fn strings(&mut self) -> Result<Vec<&'a str>, Damaged> {
        (0..self.u16()?).map(|_| self.string()).collect()
    }

    /// An error at this place.
    pub(super) fn damaged(&self, what: &'static str) -> Damaged {
        Damaged { section: self.section, at: self.at, what }
    }

    /// Nothing may be left.
    pub(super) fn finish(self) -> Result<(), Damaged> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.damaged("bytes are left over")) }
    }
}

/// The `index`-th 64-bit number of a table used in place; 0 beyond its end.
pub(super) fn u64_at(table: &[u8], index: usize) -> u64 {
    let mut array = [0; 8];
    if let Some(bytes) = table.get(index * 8..index * 8 + 8) {
        array.copy_from_slice(bytes);
    }
    u64::from_le_bytes(array)
}

/// The `index`-th 32-bit number of a table used in place; 0 beyond its end.
pub(super) fn u32_at(table: &[u8], index: usize) -> u32 {
    let mut array = [0; 4];
    if let Some(bytes) = table.get(index * 4..index * 4 + 4) {
        array.copy_from_slice(bytes);
    }
    u32::from_le_bytes(array)
}
