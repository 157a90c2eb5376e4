use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use crate::model::{CountryCode, LonLat};

/// Why bytes are no gazetteer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// They do not begin as one.
    #[error("this is not a gazetteer file")]
    NotAGazetteer,
    /// They are one for another program.
    #[error("this gazetteer file has version {found}, but version {VERSION} is needed")]
    Version {
        /// What the file says.
        found: u32,
    },
    /// A section does not lie inside the file or is no whole number of records.
    #[error("the gazetteer file is damaged: its section {section} is cut short")]
    Section {
        /// Counted from 0, in the order of the file.
        section: usize,
    },
    /// The bytes are not those that were written.
    #[error("the gazetteer file is damaged: its checksum does not fit")]
    Checksum,
    /// More than the format can hold.
    #[error("the gazetteer would be too large: {what}")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
    },
}

/// First bytes of every gazetteer file.
pub const MAGIC: [u8; 8] = *b"DATELNGZ";
/// Raised whenever an older reader would misread the file.
pub const VERSION: u32 = 2;

/// The parts of a file, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// A record for each place.
    Rows,
    /// Population, number in GeoNames, radius and flags, for the first places only.
    Details,
    /// Runs of places in the same divisions and the same cell.
    Groups,
    /// The first bytes of each block of keys.
    KeyHeads,
    /// Where each block of keys begins.
    KeyStarts,
    /// Folded names in blocks, each with the places that bear it.
    Keys,
    /// Where each bucket of names that sound alike begins.
    LooseStarts,
    /// Numbers of keys by what they sound like.
    Loose,
    /// Place and the country whose government it stands for, sorted.
    Metonyms,
    /// Code and place, sorted.
    Countries,
    /// The first bytes of each block of demonyms.
    DemonymHeads,
    /// Where each block of demonyms begins.
    DemonymStarts,
    /// Folded demonyms in blocks, each with a code.
    Demonyms,
    /// Two codes, a point and a radius, sorted.
    Borders,
}

/// All sections with the size of a record in bytes; 1 where records vary.
pub const SECTIONS: [(Section, usize); 14] = [
    (Section::Rows, super::row::ROW_BYTES),
    (Section::Details, super::row::DETAIL_BYTES),
    (Section::Groups, super::row::GROUP_BYTES),
    (Section::KeyHeads, super::keys::HEAD_BYTES),
    (Section::KeyStarts, 4),
    (Section::Keys, 1),
    (Section::LooseStarts, 4),
    (Section::Loose, super::loose::RECORD_BYTES),
    (Section::Metonyms, METONYM_BYTES),
    (Section::Countries, COUNTRY_BYTES),
    (Section::DemonymHeads, super::keys::HEAD_BYTES),
    (Section::DemonymStarts, 4),
    (Section::Demonyms, 1),
    (Section::Borders, BORDER_BYTES),
];
/// Place (4), code (2).
pub const METONYM_BYTES: usize = 6;
/// Code (2), place (4).
pub const COUNTRY_BYTES: usize = 6;
/// Two codes (4), latitude and longitude (8), radius in tenths of a kilometre (4).
pub const BORDER_BYTES: usize = 16;
/// Magic (8), version (4), number of sections (4), checksum of all that follows (8),
/// number of names (8), first second-level division (8), offset and length of each section (16 each).
pub const HEADER_BYTES: usize = TABLE_FROM + SECTIONS.len() * 16;
/// The checksum covers the bytes from here on.
pub const CHECKED_FROM: usize = 24;
/// Offset and length of each section begin here.
const TABLE_FROM: usize = CHECKED_FROM + 16;

/// A file whose header has been checked.
pub struct File {
    bytes: Cow<'static, [u8]>,
    names: u64,
    first_admin2: u32,
    sections: [Range<usize>; SECTIONS.len()],
}

impl File {
    /// Checks the header and that the sections lie inside.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<File, GazetteerError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(GazetteerError::NotAGazetteer);
        }
        let found = u32_at(&bytes, 8).ok_or(GazetteerError::NotAGazetteer)?;
        if found != VERSION || u32_at(&bytes, 12) != Some(SECTIONS.len() as u32) {
            return Err(GazetteerError::Version { found });
        }
        let names = u64_at(&bytes, CHECKED_FROM).ok_or(GazetteerError::NotAGazetteer)?;
        let first_admin2 = u32_at(&bytes, CHECKED_FROM + 8).ok_or(GazetteerError::NotAGazetteer)?;
        let mut sections = [const { 0..0 }; SECTIONS.len()];
        for (number, (range, (_, record))) in sections.iter_mut().zip(SECTIONS).enumerate() {
            *range = section_range(&bytes, number)
                .filter(|range| range.len() % record == 0)
                .ok_or(GazetteerError::Section { section: number })?;
        }
        Ok(File { bytes, names, first_admin2, sections })
    }

    /// A file without any place.
    pub fn empty() -> File {
        let sections = [const { 0..0 }; SECTIONS.len()];
        File { bytes: Cow::Borrowed(&[]), names: 0, first_admin2: 0, sections }
    }

    /// Compares the checksum; reads the whole file.
    pub fn check_sum(&self) -> Result<(), GazetteerError> {
        let sum = self.bytes.get(CHECKED_FROM..).map(checksum);
        if u64_at(&self.bytes, 16) == sum { Ok(()) } else { Err(GazetteerError::Checksum) }
    }

    /// The bytes of a section.
    pub fn section(&self, section: Section) -> &[u8] {
        self.sections
            .get(section as usize)
            .and_then(|range| self.bytes.get(range.clone()))
            .unwrap_or(&[])
    }

    /// The row of the first second-level division; they follow one another.
    pub fn first_admin2(&self) -> u32 {
        self.first_admin2
    }

    /// How many pairs of name and place there are.
    pub fn name_count(&self) -> usize {
        usize::try_from(self.names).unwrap_or(usize::MAX)
    }
}

fn section_range(bytes: &[u8], number: usize) -> Option<Range<usize>> {
    let at = TABLE_FROM + number * 16;
    let start = usize::try_from(u64_at(bytes, at)?).ok()?;
    let end = start.checked_add(usize::try_from(u64_at(bytes, at + 8)?).ok()?)?;
    (start >= HEADER_BYTES && end <= bytes.len()).then_some(start..end)
}

/// FNV-1a over words of eight bytes; the last word is filled up with zeros.
pub fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325_u64 ^ bytes.len() as u64;
    for word in bytes.chunks(8) {
        let mut padded = [0; 8];
        padded.iter_mut().zip(word).for_each(|(to, from)| *to = *from);
        sum = (sum ^ u64::from_le_bytes(padded)).wrapping_mul(0x0000_0100_0000_01b3);
        // The product only carries upwards; this brings the high bits down again.
        sum ^= sum >> 32;
    }
    sum
}

/// The offset of the record for which `compare` says equal, in records sorted by it.
pub fn search(table: &[u8], record: usize, compare: impl Fn(&[u8]) -> Ordering) -> Option<usize> {
    let (mut low, mut high) = (0, table.len() / record);
    while low < high {
        let middle = low + (high - low) / 2;
        let at = middle * record;
        match compare(table.get(at..at + record)?) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Some(at),
        }
    }
    None
}

/// Two bytes, the lower first.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes, the lowest first.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Three bytes, the lowest first.
pub fn u24_at(bytes: &[u8], at: usize) -> Option<u32> {
    match *bytes.get(at..at.checked_add(3)?)? {
        [a, b, c] => Some(u32::from_le_bytes([a, b, c, 0])),
        _ => None,
    }
}

/// Eight bytes, the lowest first.
pub fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// Latitude, then longitude, in hundred-thousandths of a degree.
pub fn position_at(bytes: &[u8], at: usize) -> Option<LonLat> {
    let degrees = |at| Some(f64::from(u32_at(bytes, at)?.cast_signed()) / 1e5);
    Some(LonLat::new(degrees(at + 4)?, degrees(at)?))
}

/// Two letters; `None` for anything else.
pub fn code_at(bytes: &[u8], at: usize) -> Option<CountryCode> {
    CountryCode::new(std::str::from_utf8(bytes.get(at..at.checked_add(2)?)?).ok()?)
}
