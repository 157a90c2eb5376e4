//! A square of a level: fills with their corners and triangles, and lines.

use std::io::Read as _;
use std::ops::Range;

use flate2::read::ZlibDecoder;

use super::bytes::u32_at;
use super::{CellFrame, Error};

/// A fill is drawn below all lines, in this order, over the land.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FillClass {
    /// A built-up area.
    Urban,
    /// What is not land.
    Sea,
    /// A lake.
    Lake,
}

impl FillClass {
    /// All classes, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::Urban, Self::Sea, Self::Lake];
}

/// Lines, in the order they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineClass {
    /// Between second-level divisions.
    District,
    /// A river that is not big.
    Stream,
    /// A big river.
    River,
    /// A railway.
    Railway,
    /// Between first-level divisions of a country.
    Division,
    /// Between countries.
    Border,
    /// Between countries that do not agree on it, or a ceasefire line.
    Disputed,
}

impl LineClass {
    /// All classes, in the order they are drawn and of their codes.
    pub const ALL: [Self; 7] = [
        Self::District,
        Self::Stream,
        Self::River,
        Self::Railway,
        Self::Division,
        Self::Border,
        Self::Disputed,
    ];
}

/// The contents of a cell. Coordinates are 0 to 65535, see [`CellFrame`].
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where it lies.
    pub frame: CellFrame,
    fills: Vec<FillParts>,
    lines: Vec<(LineClass, Range<usize>)>,
    rings: Vec<u32>,
    points: Vec<[u16; 2]>,
    triangles: Vec<u16>,
}

/// Where the parts of a fill are in the tables of its cell.
#[derive(Clone, Debug)]
struct FillParts {
    class: FillClass,
    rings: Range<usize>,
    points: Range<usize>,
    triangles: Range<usize>,
}

/// Polygons of one class.
#[derive(Clone, Copy, Debug)]
pub struct Fill<'a> {
    /// What is filled.
    pub class: FillClass,
    /// The corners, ring after ring.
    pub points: &'a [[u16; 2]],
    /// Three at a time, numbers of corners, each less than their number.
    pub triangles: &'a [u16],
    rings: &'a [u32],
}

impl<'a> Fill<'a> {
    /// The sides of all rings but for those on the edge of the cell, where a polygon was
    /// merely cut.
    pub fn outline(&self) -> impl Iterator<Item = [[u16; 2]; 2]> + use<'a> {
        let points = self.points;
        let mut start = 0;
        self.rings.iter().flat_map(move |length| {
            let ring = points.get(start..start + *length as usize).unwrap_or_default();
            start += *length as usize;
            let next = ring.iter().cycle().skip(1);
            ring.iter().zip(next).map(|(a, b)| [*a, *b]).filter(|side| !is_cut(*side))
        })
    }
}

fn is_cut([a, b]: [[u16; 2]; 2]) -> bool {
    (0..2).any(|axis| a[axis] == b[axis] && (a[axis] == 0 || a[axis] == u16::MAX))
}

/// A line of one class.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// What it is.
    pub class: LineClass,
    /// Two points or more.
    pub points: &'a [[u16; 2]],
}

impl Cell {
    /// The fills, sorted by class.
    pub fn fills(&self) -> impl Iterator<Item = Fill<'_>> {
        self.fills.iter().map(|fill| Fill {
            class: fill.class,
            points: self.points.get(fill.points.clone()).unwrap_or_default(),
            triangles: self.triangles.get(fill.triangles.clone()).unwrap_or_default(),
            rings: self.rings.get(fill.rings.clone()).unwrap_or_default(),
        })
    }

    /// The lines, sorted by class.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines.iter().map(|(class, points)| Line {
            class: *class,
            points: self.points.get(points.clone()).unwrap_or_default(),
        })
    }

    /// Decompresses and checks a cell of `size` bytes.
    pub(super) fn read(small: &[u8], size: usize, frame: CellFrame) -> Result<Self, Error> {
        let raw = inflated(small, size).ok_or(DAMAGED)?;
        if raw.is_empty() {
            let (fills, lines, rings) = (Vec::new(), Vec::new(), Vec::new());
            return Ok(Self {
                frame,
                fills,
                lines,
                rings,
                points: Vec::new(),
                triangles: Vec::new(),
            });
        }
        let mut rest = raw.as_slice();
        let counts = take(&mut rest, 5, 4)?;
        let count = |number: usize| u32_at(counts, 4 * number) as usize;
        let fill_rows = take(&mut rest, count(0), 12)?;
        let rings: Vec<u32> = numbers(take(&mut rest, count(1), 4)?);
        let line_rows = numbers(take(&mut rest, count(2), 8)?);
        let x = unstepped(take(&mut rest, count(3), 2)?);
        let y = unstepped(take(&mut rest, count(3), 2)?);
        let triangles = unstepped(take(&mut rest, count(4), 2)?);
        let points = x.into_iter().zip(y).map(|(x, y)| [x, y]).collect();
        let mut cell =
            Self { frame, fills: Vec::new(), lines: Vec::new(), rings, points, triangles };
        let first = cell.place_fills(&numbers(fill_rows))?;
        cell.place_lines(&line_rows, first)?;
        Ok(cell)
    }

    /// Takes rows of class, rings and triangles; says how many points they use.
    fn place_fills(&mut self, rows: &[u32]) -> Result<usize, Error> {
        let (mut ring, mut point, mut triangle) = (0, 0, 0);
        for row in rows.chunks_exact(3) {
            let class = *FillClass::ALL.get(row[0] as usize).ok_or(DAMAGED)?;
            let rings = next(&mut ring, row[1], self.rings.len())?;
            let corners = self.rings[rings.clone()].iter().try_fold(0u32, |a, b| a.checked_add(*b));
            let points = next(&mut point, corners.ok_or(DAMAGED)?, self.points.len())?;
            let triangles = next(&mut triangle, row[2], self.triangles.len())?;
            let corners = &self.triangles[triangles.clone()];
            if corners.iter().any(|corner| usize::from(*corner) >= points.len()) {
                return Err(DAMAGED);
            }
            self.fills.push(FillParts { class, rings, points, triangles });
        }
        Ok(point)
    }

    /// Takes rows of class and number of points.
    fn place_lines(&mut self, rows: &[u32], first: usize) -> Result<(), Error> {
        let mut point = first;
        for row in rows.chunks_exact(2) {
            let class = *LineClass::ALL.get(row[0] as usize).ok_or(DAMAGED)?;
            self.lines.push((class, next(&mut point, row[1], self.points.len())?));
        }
        Ok(())
    }
}

const DAMAGED: Error = Error::Damaged("contents of cells");

/// `None` if it is not zlib, or not of this size.
fn inflated(small: &[u8], size: usize) -> Option<Vec<u8>> {
    // One more than there should be, to find out if there is more.
    let most = u64::try_from(size).ok()?.checked_add(1)?;
    let mut raw = Vec::new();
    ZlibDecoder::new(small).take(most).read_to_end(&mut raw).ok()?;
    (raw.len() == size).then_some(raw)
}

fn take<'a>(rest: &mut &'a [u8], count: usize, size: usize) -> Result<&'a [u8], Error> {
    let length = count.checked_mul(size).ok_or(DAMAGED)?;
    let (taken, after) = rest.split_at_checked(length).ok_or(DAMAGED)?;
    *rest = after;
    Ok(taken)
}

/// The range of the next `count` things, if there are so many.
fn next(at: &mut usize, count: u32, all: usize) -> Result<Range<usize>, Error> {
    let end = at.checked_add(count as usize).filter(|end| *end <= all).ok_or(DAMAGED)?;
    let range = *at..end;
    *at = end;
    Ok(range)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32_at(four, 0)).collect()
}

/// Numbers out of their differences: low bytes, then high bytes, the sign in the lowest bit.
fn unstepped(bytes: &[u8]) -> Vec<u16> {
    let (low, high) = bytes.split_at(bytes.len() / 2);
    let mut last = 0u16;
    let steps = low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high]));
    steps
        .map(|folded| {
            let sign = (folded & 1).wrapping_neg();
            last = last.wrapping_add((folded >> 1) ^ sign);
            last
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Basemap;
    use super::*;

    #[test]
    fn differences_of_either_sign_become_numbers_again() {
        // 5, 3, 65535
        let folded = [10u16, 3, 7];
        let low = folded.iter().map(|n| n.to_le_bytes()[0]);
        let high = folded.iter().map(|n| n.to_le_bytes()[1]);
        let bytes: Vec<u8> = low.chain(high).collect();
        assert_eq!(unstepped(&bytes), [5, 3, 65535]);
    }

    #[test]
    fn contents_damaged_anywhere_are_an_error_or_another_drawing_and_no_panic() {
        let level = Basemap::bundled().geometry().levels().nth(1).unwrap();
        let frame = level.frame(0, 0);
        let raw = [[1u32, 1, 1, 5, 3].as_slice(), &[1, 1, 3], &[3], &[0, 2]].concat();
        let mut raw: Vec<u8> = raw.iter().flat_map(|n| n.to_le_bytes()).collect();
        raw.extend([0u8; 2 * (5 + 5 + 3)]);
        let read = |raw: &[u8]| {
            let mut small = Vec::new();
            let best = flate2::Compression::best();
            flate2::read::ZlibEncoder::new(raw, best).read_to_end(&mut small).unwrap();
            Cell::read(&small, raw.len(), frame)
        };
        assert_eq!(read(&raw).unwrap().fills().count(), 1);
        for at in 0..raw.len() {
            let mut damaged = raw.clone();
            damaged[at] ^= 0xff;
            if let Ok(cell) = read(&damaged) {
                cell.fills().for_each(|fill| assert!(fill.outline().count() < 6));
                cell.lines().for_each(|line| assert!(line.points.len() < 6));
            }
            assert!(read(&raw[..at]).is_err() || at == 0, "cut at {at}");
        }
        assert!(Cell::read(b"no zlib", 7, frame).is_err());
    }
}
