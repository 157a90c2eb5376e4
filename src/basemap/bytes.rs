//! Numbers and tables out of a file, little-endian, never beyond its end.

use super::Error;

/// A table of rows of `SIZE` bytes each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rows<'a, const SIZE: usize>(&'a [u8]);

impl<'a, const SIZE: usize> Rows<'a, SIZE> {
    /// An error if the last row is not whole.
    pub(super) fn new(bytes: &'a [u8], what: &'static str) -> Result<Self, Error> {
        if bytes.len().is_multiple_of(SIZE) { Ok(Self(bytes)) } else { Err(Error::Damaged(what)) }
    }

    /// The number of rows.
    pub(super) fn len(&self) -> usize {
        self.0.len() / SIZE
    }

    /// The row with this number. One that is not there reads as zeros: whoever reads
    /// rows at all has checked them when the file was opened.
    pub(super) fn row(&self, number: usize) -> [u8; SIZE] {
        let start = number.saturating_mul(SIZE);
        let row = self.0.get(start..start.saturating_add(SIZE));
        row.and_then(|row| row.try_into().ok()).unwrap_or([0; SIZE])
    }

    /// The bytes of the row with this number.
    pub(super) fn bytes(&self, number: usize) -> Option<&'a [u8]> {
        let start = number.checked_mul(SIZE)?;
        self.0.get(start..start.checked_add(SIZE)?)
    }

    /// All rows.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = [u8; SIZE]> + use<'a, SIZE> {
        self.0.chunks_exact(SIZE).map(|row| row.try_into().unwrap_or([0; SIZE]))
    }

    /// The rows from `first` on, `None` if there are not so many.
    pub(super) fn range(&self, first: u32, count: u32) -> Option<Rows<'a, SIZE>> {
        let first = (first as usize).checked_mul(SIZE)?;
        let length = (count as usize).checked_mul(SIZE)?;
        self.0.get(first..first.checked_add(length)?).map(Self)
    }

    /// The first row for which `before` no longer holds; the rows are sorted by it.
    pub(super) fn partition_point(&self, mut before: impl FnMut([u8; SIZE]) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(self.row(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// The part with this number in the table of parts: pairs of offset and length.
pub(super) fn part<'a>(
    file: &'a [u8],
    table: &[u8],
    number: usize,
    what: &'static str,
) -> Result<&'a [u8], Error> {
    if table.len() < 8 * number + 8 {
        return Err(Error::Damaged(what));
    }
    let offset = u32_at(table, 8 * number) as usize;
    let length = u32_at(table, 8 * number + 4) as usize;
    let end = offset.checked_add(length).ok_or(Error::Damaged(what))?;
    file.get(offset..end).ok_or(Error::Damaged(what))
}

/// The piece that a row tells of by its first two numbers: offset and length.
pub(super) fn slice<'a>(contents: &'a [u8], row: &[u8]) -> Option<&'a [u8]> {
    let start = u32_at(row, 0) as usize;
    contents.get(start..start.checked_add(u32_at(row, 4) as usize)?)
}

/// The number of parts and the table of them, after the magic.
pub(super) fn table(rest: &[u8]) -> Result<&[u8], Error> {
    let damaged = Error::Damaged("table of parts");
    let count = u32_at(rest.get(..4).ok_or(damaged.clone())?, 0) as usize;
    let length = count.checked_mul(8).and_then(|length| length.checked_add(4));
    rest.get(4..length.ok_or(damaged.clone())?).ok_or(damaged)
}

/// A part that holds text.
pub(super) fn text<'a>(part: &'a [u8], what: &'static str) -> Result<&'a str, Error> {
    std::str::from_utf8(part).map_err(|_| Error::Damaged(what))
}

/// Four bytes as a number; 0 beyond the end.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    u32::from_le_bytes(four.unwrap_or_default())
}

/// Two bytes as a number; 0 beyond the end.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    let two = bytes.get(at..at + 2).and_then(|two| two.try_into().ok());
    u16::from_le_bytes(two.unwrap_or_default())
}

/// Four bytes as a signed number; 0 beyond the end.
pub(super) fn i32_at(bytes: &[u8], at: usize) -> i32 {
    u32_at(bytes, at).cast_signed()
}
