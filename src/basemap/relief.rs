//! The shading of mountains and valleys: tiles of a grey picture of the world.

use super::Error;
use super::bytes::{Rows, slice, u32_at};

const MAGIC: &[u8; 12] = b"DLRELIEF\0\0\0\x01";

/// Levels beyond this would not have been made by anyone.
const MOST_LEVELS: u32 = 12;

/// Tiles of a pyramid; level 0 is the world in one tile.
#[derive(Clone, Copy, Debug, Default)]
pub struct Relief<'a> {
    finest: u32,
    size: u32,
    rows: Rows<'a, 8>,
    contents: &'a [u8],
}

impl Relief<'static> {
    /// The one that is part of the program. A test sees to it that it can be read.
    pub fn bundled() -> Self {
        let file = include_bytes!("../../geodata/relief.bin");
        Relief::read(file).unwrap_or_default()
    }
}

impl<'a> Relief<'a> {
    /// Brightness of a pixel that leaves the land as it is.
    pub const NEUTRAL: u8 = 160;

    /// Checks where the tiles are.
    ///
    /// # Errors
    /// If the file is another one, or damaged.
    pub fn read(file: &'a [u8]) -> Result<Self, Error> {
        let rest = file.strip_prefix(MAGIC).ok_or(Error::NoBasemap)?;
        let damaged = Error::Damaged("relief");
        let (head, rest) = rest.split_at_checked(8).ok_or(damaged.clone())?;
        let (finest, size) = (u32_at(head, 0), u32_at(head, 4));
        if finest > MOST_LEVELS || !(1..=4096).contains(&size) {
            return Err(damaged);
        }
        let tiles = first_of(finest + 1);
        let (rows, contents) = rest.split_at_checked(8 * tiles).ok_or(damaged.clone())?;
        let rows = Rows::new(rows, "relief")?;
        let whole = rows.iter().all(|row| slice(contents, &row).is_some());
        if whole { Ok(Self { finest, size, rows, contents }) } else { Err(damaged) }
    }

    /// The finest level.
    pub fn finest(&self) -> u32 {
        self.finest
    }

    /// The width of a tile in pixels, without the frame of one pixel of its neighbours
    /// that it has on each side.
    pub fn size(&self) -> u32 {
        self.size
    }

    /// A tile as a JPEG; `None` where all is flat, or if there is no such tile.
    pub fn tile(&self, level: u32, column: u32, row: u32) -> Option<&'a [u8]> {
        if level > self.finest || column >> level != 0 || row >> level != 0 {
            return None;
        }
        let number = first_of(level) + ((row as usize) << level) + column as usize;
        let tile = slice(self.contents, &self.rows.row(number))?;
        (!tile.is_empty()).then_some(tile)
    }
}

/// The number of tiles above a level.
fn first_of(level: u32) -> usize {
    ((1usize << (2 * level)) - 1) / 3
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_caucasus_is_shaded_and_the_pacific_is_flat() {
        let relief = Relief::bundled();
        assert!(relief.tile(0, 0, 0).is_some());
        assert!(relief.tile(5, 20, 12).is_some());
        assert!(relief.tile(5, 4, 17).is_none());
    }

    #[test]
    fn a_tile_that_does_not_exist_is_none() {
        let relief = Relief::bundled();
        assert!(relief.tile(0, 1, 0).is_none());
        assert!(relief.tile(relief.finest() + 1, 0, 0).is_none());
    }

    #[test]
    fn a_relief_cut_anywhere_is_an_error_and_no_panic() {
        let file = include_bytes!("../../geodata/relief.bin");
        for end in (0..40).chain((40..file.len()).step_by(file.len() / 20)) {
            assert!(Relief::read(&file[..end]).is_err(), "cut at {end}");
        }
    }
}
