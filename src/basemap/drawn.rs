//! What is drawn: levels of detail, cut into cells, with fills and lines in each.

use super::bytes::{Rows, u16_at, u32_at};
use super::{Basemap, Error};

/// A fill is drawn below all lines, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FillClass {
    /// Land, over the sea.
    Land,
    /// A lake, over the land.
    Lake,
}

/// Lines, in the order they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineClass {
    /// Where land meets sea.
    Coast,
    /// The shore of a lake.
    Shore,
    /// A big river.
    River,
    /// Any other river.
    Stream,
    /// Between first-level divisions of a country.
    Division,
    /// Between countries.
    Border,
    /// Between countries that do not agree on it, or a ceasefire line.
    Disputed,
}

impl FillClass {
    fn from_code(code: u32) -> Option<Self> {
        [Self::Land, Self::Lake].get(code as usize).copied()
    }
}

impl LineClass {
    /// All classes, in the order they are drawn and of their codes.
    pub const ALL: [Self; 7] = [
        Self::Coast,
        Self::Shore,
        Self::River,
        Self::Stream,
        Self::Division,
        Self::Border,
        Self::Disputed,
    ];

    fn from_code(code: u32) -> Option<Self> {
        Self::ALL.get(code as usize).copied()
    }
}

/// A level of detail: the world as `side` times `side` cells.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    map: &'a Basemap<'a>,
    /// Meant for zooms below this.
    pub max_zoom: f32,
    /// Cells in a row of them, and rows.
    pub side: u32,
    first_cell: u32,
}

impl<'a> Level<'a> {
    pub(super) fn new(map: &'a Basemap<'a>, number: usize) -> Self {
        let row = map.levels.row(number);
        let max_zoom = f32::from_bits(u32_at(&row, 0));
        Self { map, max_zoom, side: u32_at(&row, 4), first_cell: u32_at(&row, 8) }
    }

    /// The cell in this column (from the west) and row (from the north).
    pub fn cell(&self, column: u32, row: u32) -> Option<Cell<'a>> {
        let inside = column < self.side && row < self.side;
        let number = self.first_cell + row * self.side + column;
        let frame = CellFrame { side: self.side, column, row };
        inside.then(|| Cell { map: self.map, row: self.map.cells.row(number as usize), frame })
    }
}

/// Where a cell lies, and what its numbers mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellFrame {
    side: u32,
    column: u32,
    row: u32,
}

impl CellFrame {
    /// Cells overlap by this part of their width on each side.
    const MARGIN: f64 = 1.0 / 1024.0;

    /// The north-west corner with the margin, in the unit square of Web Mercator: x to
    /// the east from 180° W, y to the south.
    pub fn origin(&self) -> [f64; 2] {
        let side = f64::from(self.side);
        [self.column, self.row].map(|number| (f64::from(number) - Self::MARGIN) / side)
    }

    /// The width of a cell unit, a step of its coordinates, in the unit square.
    pub fn unit(&self) -> f64 {
        (1.0 + 2.0 * Self::MARGIN) / f64::from(self.side) / f64::from(u16::MAX)
    }
}

/// A square of a level. Coordinates in it are 0 to 65535, see [`CellFrame`].
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    map: &'a Basemap<'a>,
    row: [u8; 16],
    /// Where it lies.
    pub frame: CellFrame,
}

impl<'a> Cell<'a> {
    /// Land, then lakes.
    pub fn fills(&self) -> impl Iterator<Item = Fill<'a>> + use<'a> {
        let map = self.map;
        let rows = map.fills.range(u32_at(&self.row, 0), u32_at(&self.row, 4)).unwrap_or_default();
        rows.iter().filter_map(move |row| Fill::new(map, &row))
    }

    /// Lines, sorted by class.
    pub fn lines(&self) -> impl Iterator<Item = Line<'a>> + use<'a> {
        let map = self.map;
        let rows = map.lines.range(u32_at(&self.row, 8), u32_at(&self.row, 12)).unwrap_or_default();
        rows.iter().filter_map(move |row| Line::new(map, &row))
    }
}

/// Triangles of one class.
#[derive(Clone, Copy, Debug)]
pub struct Fill<'a> {
    /// What is filled.
    pub class: FillClass,
    points: Rows<'a, 4>,
    triangles: Rows<'a, 2>,
}

impl<'a> Fill<'a> {
    fn new(map: &Basemap<'a>, row: &[u8; 20]) -> Option<Self> {
        Some(Self {
            class: FillClass::from_code(u32_at(row, 0))?,
            points: map.points.range(u32_at(row, 4), u32_at(row, 8))?,
            triangles: map.triangles.range(u32_at(row, 12), u32_at(row, 16))?,
        })
    }

    /// In cell units.
    pub fn points(&self) -> impl ExactSizeIterator<Item = [u16; 2]> + use<'a> {
        self.points.iter().map(point)
    }

    /// Three at a time, numbers into `points`. One that is too big is none of a triangle
    /// and comes as 0.
    pub fn indices(&self) -> impl ExactSizeIterator<Item = u32> + use<'a> {
        let count = self.points.len();
        self.triangles.iter().map(move |row| {
            let index = u32::from(u16_at(&row, 0));
            if (index as usize) < count { index } else { 0 }
        })
    }
}

/// A line of one class.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// What it is.
    pub class: LineClass,
    points: Rows<'a, 4>,
}

impl<'a> Line<'a> {
    fn new(map: &Basemap<'a>, row: &[u8; 12]) -> Option<Self> {
        Some(Self {
            class: LineClass::from_code(u32_at(row, 0))?,
            points: map.points.range(u32_at(row, 4), u32_at(row, 8))?,
        })
    }

    /// In cell units.
    pub fn points(&self) -> impl ExactSizeIterator<Item = [u16; 2]> + use<'a> {
        self.points.iter().map(point)
    }
}

fn point(row: [u8; 4]) -> [u16; 2] {
    [u16_at(&row, 0), u16_at(&row, 2)]
}

/// Every row points into the tables below it.
pub(super) fn check(map: &Basemap) -> Result<(), Error> {
    for level in map.levels() {
        let cells = level.side.checked_mul(level.side).ok_or(Error::Damaged("levels"))?;
        map.cells.range(level.first_cell, cells).ok_or(Error::Damaged("levels"))?;
    }
    for row in map.cells.iter() {
        let fills = map.fills.range(u32_at(&row, 0), u32_at(&row, 4));
        let lines = map.lines.range(u32_at(&row, 8), u32_at(&row, 12));
        fills.and(lines.map(|_| ())).ok_or(Error::Damaged("cells"))?;
    }
    for row in map.fills.iter() {
        Fill::new(map, &row).ok_or(Error::Damaged("fills"))?;
    }
    for row in map.lines.iter() {
        Line::new(map, &row).ok_or(Error::Damaged("lines"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Whether a place is covered by a fill of this class, at the finest level.
    fn filled(lon: f64, lat: f64, class: FillClass) -> bool {
        let map = Basemap::bundled();
        let level = map.levels().last().unwrap();
        let [x, y] = super::super::label::unit_square(crate::model::LonLat::new(lon, lat));
        let side = f64::from(level.side);
        let cell = level.cell((x * side) as u32, (y * side) as u32).unwrap();
        let [left, top] = cell.frame.origin();
        let at = [(x - left) / cell.frame.unit(), (y - top) / cell.frame.unit()];
        cell.fills().filter(|fill| fill.class == class).any(|fill| {
            let points: Vec<[f64; 2]> = fill.points().map(|p| p.map(f64::from)).collect();
            let indices: Vec<u32> = fill.indices().collect();
            indices.chunks_exact(3).any(|three| inside(at, three, &points))
        })
    }

    fn inside(at: [f64; 2], three: &[u32], points: &[[f64; 2]]) -> bool {
        let corner = |number: usize| points[three[number] as usize];
        let side = |a: [f64; 2], b: [f64; 2]| {
            (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])
        };
        let sides =
            [side(corner(0), corner(1)), side(corner(1), corner(2)), side(corner(2), corner(0))];
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    }

    #[test]
    fn yerevan_is_on_land() {
        assert!(filled(44.51, 40.18, FillClass::Land));
    }

    #[test]
    fn the_caspian_sea_is_no_land() {
        assert!(!filled(51.0, 41.0, FillClass::Land));
    }

    #[test]
    fn sevan_is_a_lake() {
        assert!(filled(45.3, 40.35, FillClass::Lake));
        assert!(!filled(44.51, 40.18, FillClass::Lake));
    }

    #[test]
    fn no_coast_runs_straight_through_a_whole_cell() {
        for level in Basemap::bundled().levels().skip(1) {
            let numbers = (0..level.side).flat_map(|x| (0..level.side).map(move |y| (x, y)));
            for (column, row) in numbers {
                let lines = level.cell(column, row).unwrap().lines();
                for line in lines.filter(|line| line.class == LineClass::Coast) {
                    let points: Vec<_> = line.points().collect();
                    let long = |a: u16, b: u16| a.abs_diff(b) > 65_000;
                    let straight = |pair: &[[u16; 2]]| {
                        let [[ax, ay], [bx, by]] = [pair[0], pair[1]];
                        ax == bx && long(ay, by) || ay == by && long(ax, bx)
                    };
                    assert!(!points.windows(2).any(straight), "cell {column} {row}");
                }
            }
        }
    }
}
