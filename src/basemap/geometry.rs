//! What is drawn: levels of detail, cut into cells, each compressed by itself.

use super::Error;
use super::bytes::{self, Rows, u32_at};
use super::cell::Cell;

/// The levels of a file. It borrows the file and copies nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Geometry<'a> {
    levels: Rows<'a, 12>,
    cells: Rows<'a, 12>,
    contents: &'a [u8],
}

impl<'a> Geometry<'a> {
    /// From the first three parts of a file.
    pub(super) fn read(file: &'a [u8], table: &[u8]) -> Result<Self, Error> {
        let geometry = Self {
            levels: Rows::new(bytes::part(file, table, 0, "levels")?, "levels")?,
            cells: Rows::new(bytes::part(file, table, 1, "cells")?, "cells")?,
            contents: bytes::part(file, table, 2, "contents of cells")?,
        };
        geometry.check()?;
        Ok(geometry)
    }

    /// The levels of detail, the coarsest first.
    pub fn levels(&self) -> impl ExactSizeIterator<Item = Level<'a>> + use<'a> {
        let geometry = *self;
        self.levels.iter().map(move |row| Level {
            geometry,
            max_zoom: f32::from_bits(u32_at(&row, 0)),
            side: u32_at(&row, 4),
            first_cell: u32_at(&row, 8),
        })
    }

    /// Every level has its cells, and every cell lies in the contents.
    fn check(&self) -> Result<(), Error> {
        for level in self.levels() {
            let cells = level.side.checked_mul(level.side).ok_or(Error::Damaged("levels"))?;
            self.cells.range(level.first_cell, cells).ok_or(Error::Damaged("levels"))?;
        }
        let damaged = self.cells.iter().any(|row| bytes::slice(self.contents, &row).is_none());
        if damaged { Err(Error::Damaged("cells")) } else { Ok(()) }
    }
}

/// A level of detail: the world as `side` times `side` cells.
#[derive(Clone, Copy, Debug)]
pub struct Level<'a> {
    geometry: Geometry<'a>,
    /// Meant for zooms below this.
    pub max_zoom: f32,
    /// Cells in a row of them, and rows.
    pub side: u32,
    first_cell: u32,
}

impl Level<'_> {
    /// The cell in this column (from the west) and row (from the north), decompressed.
    ///
    /// # Errors
    /// If there is no such cell, or its contents are damaged.
    pub fn cell(&self, column: u32, row: u32) -> Result<Cell, Error> {
        if column >= self.side || row >= self.side {
            return Err(Error::NoCell { column, row });
        }
        let number = self.first_cell + row * self.side + column;
        let place = self.geometry.cells.row(number as usize);
        let small = bytes::slice(self.geometry.contents, &place).ok_or(Error::Damaged("cells"))?;
        Cell::read(small, u32_at(&place, 8) as usize, self.frame(column, row))
    }

    /// Where the cell in this column and row lies.
    pub fn frame(&self, column: u32, row: u32) -> CellFrame {
        CellFrame { side: self.side, column, row }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Basemap, FillClass, LineClass, detailed_lakes, unit_square};
    use super::*;
    use crate::model::LonLat;

    /// Whether a place is covered by a fill of this class at a level.
    fn filled(level: Level, lon: f64, lat: f64, class: FillClass) -> bool {
        let [x, y] = unit_square(LonLat::new(lon, lat));
        let side = f64::from(level.side);
        let cell = level.cell((x * side) as u32, (y * side) as u32).unwrap();
        let [left, top] = cell.frame.origin();
        let at = [(x - left) / cell.frame.unit(), (y - top) / cell.frame.unit()];
        cell.fills().filter(|fill| fill.class == class).any(|fill| {
            let points: Vec<[f64; 2]> = fill.points.iter().map(|p| p.map(f64::from)).collect();
            fill.triangles.chunks_exact(3).any(|three| inside(at, three, &points))
        })
    }

    fn inside(at: [f64; 2], three: &[u16], points: &[[f64; 2]]) -> bool {
        let corner = |number: usize| points[usize::from(three[number])];
        let side = |a: [f64; 2], b: [f64; 2]| {
            (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0])
        };
        let sides =
            [side(corner(0), corner(1)), side(corner(1), corner(2)), side(corner(2), corner(0))];
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    }

    #[test]
    fn yerevan_is_on_land_and_the_caspian_is_sea_at_every_level() {
        for level in Basemap::bundled().geometry().levels() {
            assert!(!filled(level, 44.51, 40.18, FillClass::Sea), "{}", level.side);
            assert!(filled(level, 51.0, 41.0, FillClass::Sea), "{}", level.side);
        }
    }

    #[test]
    fn the_land_at_the_antimeridian_is_no_sea() {
        let finest = Basemap::bundled().geometry().levels().last().unwrap();
        for lon in [-179.99, 179.99] {
            assert!(!filled(finest, lon, 67.5, FillClass::Sea), "Chukotka at {lon}");
            assert!(!filled(finest, lon, -16.83, FillClass::Sea), "Taveuni at {lon}");
        }
    }

    #[test]
    fn lake_sevan_and_sev_lake_are_among_the_detailed_lakes() {
        let finest = detailed_lakes().levels().last().unwrap();
        assert!(filled(finest, 45.3, 40.35, FillClass::Lake), "Sevan");
        assert!(filled(finest, 46.232, 39.602, FillClass::Lake), "Sev Lake");
        assert!(!filled(finest, 44.51, 40.18, FillClass::Lake), "Yerevan");
    }

    #[test]
    fn a_ceasefire_line_and_a_railway_are_where_they_should_be() {
        let finest = Basemap::bundled().geometry().levels().last().unwrap();
        let has = |lon, lat, class| {
            let [x, y] = unit_square(LonLat::new(lon, lat));
            let side = f64::from(finest.side);
            let cell = finest.cell((x * side) as u32, (y * side) as u32).unwrap();
            cell.lines().any(|line| line.class == class)
        };
        assert!(has(74.5, 34.5, LineClass::Disputed), "Line of Control");
        assert!(has(37.6, 55.7, LineClass::Railway), "Moscow");
    }

    #[test]
    fn no_coast_runs_along_the_edge_of_a_cell() {
        for level in Basemap::bundled().geometry().levels().skip(1) {
            for number in 0..level.side * level.side {
                let cell = level.cell(number % level.side, number / level.side).unwrap();
                for fill in cell.fills().filter(|fill| fill.class == FillClass::Sea) {
                    let long = |a: u16, b: u16| a.abs_diff(b) > 65_000;
                    let straight = fill.outline().any(|[[ax, ay], [bx, by]]| {
                        ax == bx && long(ay, by) || ay == by && long(ax, bx)
                    });
                    assert!(!straight, "cell {number} of {}", level.side);
                }
            }
        }
    }

    #[test]
    fn a_cell_beyond_the_last_is_an_error() {
        let level = Basemap::bundled().geometry().levels().next().unwrap();
        assert!(level.cell(level.side, 0).is_err());
    }
}
