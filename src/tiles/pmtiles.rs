//! PMTiles, version 3: an archive of tiles in one file, read a piece at a time.
//! The specification is at <https://github.com/protomaps/PMTiles>.

use std::io::Read as _;

use flate2::read::GzDecoder;
use thiserror::Error;

use super::TileKey;

/// A file that can be read a piece at a time.
pub type ReadAt = dyn Fn(u64, usize) -> Result<Vec<u8>, String> + Send + Sync;

/// Bytes of the header.
const HEADER_BYTES: usize = 127;
/// Directories may be nested so deep.
const DEEPEST: usize = 4;
/// A directory or tile that is larger is none.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why an archive, or a tile of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PmTilesError {
    /// The file or server gives no bytes.
    #[error("cannot be read ({0})")]
    Read(String),
    /// It begins otherwise.
    #[error("no PMTiles archive: it does not begin as one")]
    NotPmTiles,
    /// Another version of the format.
    #[error(
        "PMTiles version {0}, but only version 3 can be read: convert it with `pmtiles convert`"
    )]
    Version(u8),
    /// The file ends too early.
    #[error("damaged: it ends within its {0}")]
    CutShort(&'static str),
    /// Compressed in a way that is not known.
    #[error("compressed with {0}, but only gzip can be read: convert it")]
    Compression(&'static str),
    /// What the header or a directory says makes no sense.
    #[error("damaged: its {0} makes no sense")]
    Damaged(&'static str),
}

/// How pieces of an archive are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the methods")]
pub enum Compression {
    None,
    Gzip,
}

/// What the tiles are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the formats")]
pub enum TileType {
    Mvt,
    Png,
    Jpeg,
    Webp,
    Avif,
    Unknown,
}

/// What the first bytes of an archive say.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    root: (u64, u64),
    metadata: (u64, u64),
    leaves: (u64, u64),
    data: (u64, u64),
    internal: Compression,
    tiles: Compression,
    /// What the tiles are.
    pub tile_type: TileType,
    /// The smallest scale of its tiles.
    pub min_zoom: u8,
    /// The largest scale of its tiles.
    pub max_zoom: u8,
    /// West, south, east, north, in degrees.
    pub bounds: [f64; 4],
}

impl Header {
    /// Reads the first bytes.
    ///
    /// # Errors
    /// When they are none of an archive of version 3.
    pub fn parse(bytes: &[u8]) -> Result<Self, PmTilesError> {
        if bytes.len() < 8 || !bytes.starts_with(b"PMTiles") {
            return Err(PmTilesError::NotPmTiles);
        }
        if bytes[7] != 3 {
            return Err(PmTilesError::Version(bytes[7]));
        }
        if bytes.len() < HEADER_BYTES {
            return Err(PmTilesError::CutShort("header"));
        }
        let number = |at: usize| {
            let mut number = [0; 8];
            number.copy_from_slice(&bytes[at..at + 8]);
            u64::from_le_bytes(number)
        };
        let piece = |at| (number(at), number(at + 8));
        let degrees = |at: usize| {
            let mut number = [0; 4];
            number.copy_from_slice(&bytes[at..at + 4]);
            f64::from(i32::from_le_bytes(number)) / 1e7
        };
        let header = Self {
            root: piece(8),
            metadata: piece(24),
            leaves: piece(40),
            data: piece(56),
            internal: compression(bytes[97])?,
            tiles: compression(bytes[98])?,
            tile_type: tile_type(bytes[99]),
            min_zoom: bytes[100],
            max_zoom: bytes[101],
            bounds: [degrees(102), degrees(106), degrees(110), degrees(114)],
        };
        if header.min_zoom > header.max_zoom || header.max_zoom > 30 {
            return Err(PmTilesError::Damaged("range of zoom levels"));
        }
        Ok(header)
    }
}

fn compression(code: u8) -> Result<Compression, PmTilesError> {
    match code {
        // 0 is "unknown", which is what archives without compression often say.
        0 | 1 => Ok(Compression::None),
        2 => Ok(Compression::Gzip),
        3 => Err(PmTilesError::Compression("Brotli")),
        4 => Err(PmTilesError::Compression("Zstandard")),
        _ => Err(PmTilesError::Damaged("kind of compression")),
    }
}

fn tile_type(code: u8) -> TileType {
    match code {
        1 => TileType::Mvt,
        2 => TileType::Png,
        3 => TileType::Jpeg,
        4 => TileType::Webp,
        5 => TileType::Avif,
        _ => TileType::Unknown,
    }
}

/// An archive that is open.
pub struct Archive {
    read: Box<ReadAt>,
    header: Header,
    root: Vec<Entry>,
    /// HTML or text of those who made the tiles; empty where the archive names nobody.
    attribution: String,
    layers: Vec<String>,
}

impl Archive {
    /// Reads the header, the first directory and the metadata.
    ///
    /// # Errors
    /// When it is no archive, or a damaged one.
    pub fn open(read: Box<ReadAt>) -> Result<Self, PmTilesError> {
        let header = Header::parse(&read(0, HEADER_BYTES).map_err(PmTilesError::Read)?)?;
        let root = piece(&read, header.root, "first directory")?;
        let root = directory(&unpacked(root, header.internal, "first directory")?)?;
        let metadata = if header.metadata.1 > 0 {
            let bytes = piece(&read, header.metadata, "metadata")?;
            let bytes = unpacked(bytes, header.internal, "metadata")?;
            serde_json::from_slice(&bytes).unwrap_or_default()
        } else {
            serde_json::Value::Null
        };
        let attribution = metadata["attribution"].as_str().unwrap_or_default().to_owned();
        let layers = metadata["vector_layers"].as_array().into_iter().flatten();
        let layers = layers.filter_map(|layer| Some(layer["id"].as_str()?.to_owned())).collect();
        Ok(Self { read, header, root, attribution, layers })
    }

    /// What the header says.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Who made the tiles, as the archive says it: text or HTML, perhaps nothing.
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// The names of the layers of its vector tiles, where the archive tells them.
    pub fn layers(&self) -> &[String] {
        &self.layers
    }

    /// The bytes of a tile, uncompressed; `None` where the archive has none.
    ///
    /// # Errors
    /// When the archive is damaged or cannot be read.
    pub fn tile(&self, key: TileKey) -> Result<Option<Vec<u8>>, PmTilesError> {
        let Some(id) = tile_id(key) else { return Ok(None) };
        let mut leaf: Option<Vec<Entry>> = None;
        for _ in 0..DEEPEST {
            let entries = leaf.as_deref().unwrap_or(&self.root);
            let Some(entry) = entry_of(entries, id) else { return Ok(None) };
            let (offset, length) = (entry.offset, u64::from(entry.length));
            if entry.run > 0 {
                let from = self.header.data.0.saturating_add(offset);
                let bytes = piece(&self.read, (from, length), "tiles")?;
                return unpacked(bytes, self.header.tiles, "tiles").map(Some);
            }
            let from = self.header.leaves.0.saturating_add(offset);
            let bytes = piece(&self.read, (from, length), "directories")?;
            leaf = Some(directory(&unpacked(bytes, self.header.internal, "directories")?)?);
        }
        Err(PmTilesError::Damaged("directory"))
    }
}

/// A row of a directory: `run` tiles from `id` on are at `offset`; of a run of 0, the
/// directory that goes on from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    id: u64,
    run: u64,
    length: u32,
    offset: u64,
}

fn entry_of(entries: &[Entry], id: u64) -> Option<Entry> {
    let after = entries.partition_point(|entry| entry.id <= id);
    let entry = *entries.get(after.checked_sub(1)?)?;
    (entry.run == 0 || id - entry.id < entry.run).then_some(entry)
}

fn piece(
    read: &ReadAt,
    (offset, length): (u64, u64),
    what: &'static str,
) -> Result<Vec<u8>, PmTilesError> {
    if length > MOST_BYTES {
        return Err(PmTilesError::Damaged(what));
    }
    let length = usize::try_from(length).map_err(|_| PmTilesError::Damaged(what))?;
    let bytes = read(offset, length).map_err(PmTilesError::Read)?;
    if bytes.len() < length { Err(PmTilesError::CutShort(what)) } else { Ok(bytes) }
}

fn unpacked(
    bytes: Vec<u8>,
    compression: Compression,
    what: &'static str,
) -> Result<Vec<u8>, PmTilesError> {
    if compression == Compression::None {
        return Ok(bytes);
    }
    let mut plain = Vec::new();
    let done = GzDecoder::new(bytes.as_slice()).take(MOST_BYTES).read_to_end(&mut plain);
    done.map(|_| plain).map_err(|_| PmTilesError::Damaged(what))
}

/// Number of rows, then all ids (as steps), all runs, all lengths, all offsets (0: right
/// after the one before; else one more than it is).
fn directory(bytes: &[u8]) -> Result<Vec<Entry>, PmTilesError> {
    let mut rest = bytes;
    let damaged = || PmTilesError::Damaged("directory");
    let mut next = || number(&mut rest).ok_or_else(damaged);
    let count = usize::try_from(next()?).map_err(|_| damaged())?;
    if count > bytes.len() {
        return Err(damaged());
    }
    let mut entries = vec![Entry { id: 0, run: 0, length: 0, offset: 0 }; count];
    let mut id = 0_u64;
    for entry in &mut entries {
        id = id.checked_add(next()?).ok_or_else(damaged)?;
        entry.id = id;
    }
    for entry in &mut entries {
        entry.run = next()?;
    }
    for entry in &mut entries {
        entry.length = u32::try_from(next()?).map_err(|_| damaged())?;
    }
    let mut after = 0_u64;
    for entry in &mut entries {
        entry.offset = match next()? {
            0 => after,
            offset => offset - 1,
        };
        after = entry.offset.checked_add(u64::from(entry.length)).ok_or_else(damaged)?;
    }
    Ok(entries)
}

/// Seven bits a byte, the lowest first.
fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// The number of a tile along the Hilbert curves of all zoom levels; `None` for no tile.
fn tile_id(key: TileKey) -> Option<u64> {
    if key.zoom > 30 || key.x >> key.zoom != 0 || key.y >> key.zoom != 0 {
        return None;
    }
    let below = ((1_u64 << (2 * key.zoom)) - 1) / 3;
    let (mut x, mut y) = (u64::from(key.x), u64::from(key.y));
    let mut along = 0;
    for level in (0..key.zoom).rev() {
        let side = 1_u64 << level;
        let (east, south) = (u64::from(x & side != 0), u64::from(y & side != 0));
        along += side * side * ((3 * east) ^ south);
        if south == 0 {
            if east == 1 {
                (x, y) = ((side - 1).wrapping_sub(x), (side - 1).wrapping_sub(y));
            }
            (x, y) = (y, x);
        }
        (x, y) = (x & (side - 1), y & (side - 1));
    }
    Some(below + along)
}

/// Archives for tests.
#[cfg(test)]
pub mod fixture {
    /// An archive of uncompressed tiles, in the order of their ids: the first zoom levels.
    pub fn archive(tile_type: u8, max_zoom: u8, tiles: &[&[u8]]) -> Vec<u8> {
        let mut directory = vec![tiles.len() as u8];
        directory.extend(tiles.iter().enumerate().map(|(at, _)| u8::from(at > 0)));
        directory.extend(tiles.iter().map(|_| 1));
        for tile in tiles {
            let mut length = tile.len();
            while length >= 0x80 {
                directory.push((length & 0x7f) as u8 | 0x80);
                length >>= 7;
            }
            directory.push(length as u8);
        }
        directory.extend(tiles.iter().enumerate().map(|(at, _)| u8::from(at == 0)));
        let metadata = br#"{"attribution": "<a href=\"https://example.org\">Own tiles</a>"}"#;
        let mut bytes = b"PMTiles\x03".to_vec();
        let root = 127_u64;
        let meta = root + directory.len() as u64;
        let data = meta + metadata.len() as u64;
        let all: usize = tiles.iter().map(|tile| tile.len()).sum();
        for (from, length) in [(root, directory.len()), (meta, metadata.len()), (0, 0), (data, all)]
        {
            bytes.extend(from.to_le_bytes());
            bytes.extend((length as u64).to_le_bytes());
        }
        bytes.extend([0; 24]);
        bytes.extend([1, 1, 1, tile_type, 0, max_zoom]);
        for degrees in [-180_i32, -85, 180, 85] {
            bytes.extend((degrees * 10_000_000).to_le_bytes());
        }
        bytes.extend([0; 9]);
        bytes.extend(directory);
        bytes.extend(metadata);
        tiles.iter().for_each(|tile| bytes.extend(*tile));
        bytes
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn open(bytes: Vec<u8>) -> Result<Archive, PmTilesError> {
        Archive::open(Box::new(move |offset, length| {
            let from = bytes.len().min(offset as usize);
            let to = bytes.len().min(from + length);
            Ok(bytes[from..to].to_vec())
        }))
    }

    fn check_error(bytes: &[u8], wanted: PmTilesError) {
        assert_eq!(open(bytes.to_vec()).err(), Some(wanted));
    }

    fn key(zoom: u8, x: u32, y: u32) -> TileKey {
        TileKey { zoom, x, y }
    }

    #[test]
    fn tiles_are_numbered_along_the_curve() {
        // The examples of the specification.
        let ids = [
            (key(0, 0, 0), 0),
            (key(1, 0, 0), 1),
            (key(1, 0, 1), 2),
            (key(1, 1, 1), 3),
            (key(1, 1, 0), 4),
            (key(2, 0, 0), 5),
            (key(12, 3423, 1763), 19_078_479),
        ];
        for (key, id) in ids {
            assert_eq!(tile_id(key), Some(id), "{key:?}");
        }
        assert_eq!(tile_id(key(1, 2, 0)), None);
    }

    #[test]
    fn tiles_are_found_in_an_archive() {
        let archive = open(fixture::archive(2, 1, &[b"world", b"nw", b"sw"])).unwrap();
        assert_eq!(archive.tile(key(0, 0, 0)).unwrap().unwrap(), b"world");
        assert_eq!(archive.tile(key(1, 0, 1)).unwrap().unwrap(), b"sw");
        assert_eq!(archive.tile(key(1, 1, 1)).unwrap(), None);
        assert_eq!((archive.header().tile_type, archive.header().max_zoom), (TileType::Png, 1));
        assert!(archive.attribution().contains("Own tiles"));
    }

    #[test]
    fn what_is_no_archive_or_a_damaged_one_is_refused_with_the_reason() {
        let good = fixture::archive(2, 1, &[b"world"]);
        check_error(b"", PmTilesError::NotPmTiles);
        check_error(b"\x89PNG\r\n\x1a\n....", PmTilesError::NotPmTiles);
        check_error(b"PMTiles\x02....", PmTilesError::Version(2));
        check_error(&good[..100], PmTilesError::CutShort("header"));
        check_error(&good[..128], PmTilesError::CutShort("first directory"));
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            bytes
        };
        check_error(&with(97, 3), PmTilesError::Compression("Brotli"));
        check_error(&with(98, 4), PmTilesError::Compression("Zstandard"));
        check_error(&with(97, 2), PmTilesError::Damaged("first directory"));
        check_error(&with(100, 9), PmTilesError::Damaged("range of zoom levels"));
        check_error(&with(127, 200), PmTilesError::Damaged("directory"));
    }

    #[test]
    fn bytes_of_chance_give_errors_and_never_a_panic() {
        let good = fixture::archive(2, 1, &[b"world", b"nw"]);
        for at in 8..good.len() {
            for byte in [0, 1, 127, 255] {
                let mut bytes = good.clone();
                bytes[at] = byte;
                if let Ok(archive) = open(bytes) {
                    let _ = archive.tile(key(0, 0, 0));
                    let _ = archive.tile(key(1, 1, 1));
                }
            }
        }
    }
}
