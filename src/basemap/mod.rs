//! The base map: land, lakes, borders and names to draw, and the outlines of
//! countries and divisions, read in place from `geodata/basemap.bin`.
//!
//! `bytes` reads numbers out of the file, `drawn` is what is drawn at a level of
//! detail, `label` the names, `area` the outlines. `geodata/README.md` describes
//! the file.

mod area;
mod bytes;
mod drawn;
mod label;
mod name;

pub use area::Area;
pub use drawn::{Cell, CellFrame, Fill, FillClass, Level, Line, LineClass};
pub use label::{Label, LabelClass, lon_lat, unit_square};

use std::sync::LazyLock;

use crate::model::CountryCode;
use bytes::Rows;

/// The first bytes of a base map, with the version of the layout.
const MAGIC: &[u8; 8] = b"DLMAP\0\0\x01";

/// Why a base map cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It starts otherwise.
    #[error("this is no base map, or one of another version")]
    NoBasemap,
    /// A part of it is not where the table of parts says.
    #[error("the base map is cut short or damaged in its {0}")]
    Damaged(&'static str),
}

/// A base map whose parts were checked. It borrows the file and copies nothing.
#[derive(Clone, Debug)]
pub struct Basemap<'a> {
    levels: Rows<'a, 12>,
    cells: Rows<'a, 16>,
    fills: Rows<'a, 20>,
    lines: Rows<'a, 12>,
    points: Rows<'a, 4>,
    triangles: Rows<'a, 2>,
    labels: Rows<'a, 20>,
    label_names: &'a str,
    areas: Rows<'a, 32>,
    rings: Rows<'a, 8>,
    ring_arcs: Rows<'a, 4>,
    arcs: Rows<'a, 8>,
    arc_points: Rows<'a, 8>,
    countries: Rows<'a, 8>,
    names: Rows<'a, 12>,
    area_names: &'a str,
}

static BUNDLED: LazyLock<Basemap<'static>> = LazyLock::new(|| {
    let file = include_bytes!("../../geodata/basemap.bin");
    Basemap::read(file).unwrap_or_else(|_| Basemap::empty())
});

impl Basemap<'static> {
    /// The base map that is part of the program. A test sees to it that it can be read.
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }
}

impl<'a> Basemap<'a> {
    /// Checks the parts of a file and where they point to.
    pub fn read(file: &'a [u8]) -> Result<Self, Error> {
        let rest = file.strip_prefix(MAGIC).ok_or(Error::NoBasemap)?;
        let table = rest.get(..8 * 16).ok_or(Error::Damaged("table of parts"))?;
        let part = |number: usize, what| bytes::part(file, table, number, what);
        let map = Self {
            levels: Rows::new(part(0, "levels")?, "levels")?,
            cells: Rows::new(part(1, "cells")?, "cells")?,
            fills: Rows::new(part(2, "fills")?, "fills")?,
            lines: Rows::new(part(3, "lines")?, "lines")?,
            points: Rows::new(part(4, "points")?, "points")?,
            triangles: Rows::new(part(5, "triangles")?, "triangles")?,
            labels: Rows::new(part(6, "labels")?, "labels")?,
            label_names: bytes::text(part(7, "label names")?, "label names")?,
            areas: Rows::new(part(8, "areas")?, "areas")?,
            rings: Rows::new(part(9, "rings")?, "rings")?,
            ring_arcs: Rows::new(part(10, "ring arcs")?, "ring arcs")?,
            arcs: Rows::new(part(11, "arcs")?, "arcs")?,
            arc_points: Rows::new(part(12, "arc points")?, "arc points")?,
            countries: Rows::new(part(13, "countries")?, "countries")?,
            names: Rows::new(part(14, "names")?, "names")?,
            area_names: bytes::text(part(15, "area names")?, "area names")?,
        };
        drawn::check(&map)?;
        label::check(&map)?;
        area::check(&map)?;
        Ok(map)
    }

    /// Only sea.
    fn empty() -> Self {
        Self {
            levels: Rows::default(),
            cells: Rows::default(),
            fills: Rows::default(),
            lines: Rows::default(),
            points: Rows::default(),
            triangles: Rows::default(),
            labels: Rows::default(),
            label_names: "",
            areas: Rows::default(),
            rings: Rows::default(),
            ring_arcs: Rows::default(),
            arcs: Rows::default(),
            arc_points: Rows::default(),
            countries: Rows::default(),
            names: Rows::default(),
            area_names: "",
        }
    }

    /// The levels of detail, the coarsest first.
    pub fn levels(&self) -> impl ExactSizeIterator<Item = Level<'_>> {
        (0..self.levels.len()).map(|number| Level::new(self, number))
    }

    /// The names, the most important first.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = Label<'_>> {
        (0..self.labels.len()).map(|row| Label::new(self, row))
    }

    /// The outline of a country as ISO 3166 draws it.
    pub fn area_of_country(&self, country: CountryCode) -> Option<Area<'_>> {
        area::of_country(self, country)
    }

    /// The outline of a first-level division. `name` may be any of its names, with or
    /// without marks and words such as "province".
    pub fn area_of_admin1(&self, country: CountryCode, name: &str) -> Option<Area<'_>> {
        area::of_admin1(self, country, name)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_bundled_map_can_be_read() {
        assert_eq!(Basemap::read(include_bytes!("../../geodata/basemap.bin")).err(), None);
    }

    #[test]
    fn a_text_file_is_no_map() {
        assert_eq!(Basemap::read(b"lon,lat\n").err(), Some(Error::NoBasemap));
    }

    #[test]
    fn a_map_cut_anywhere_is_an_error_and_no_panic() {
        let file = include_bytes!("../../geodata/basemap.bin");
        for end in (0..200).chain((200..file.len()).step_by(file.len() / 50)) {
            assert!(Basemap::read(&file[..end]).is_err(), "cut at {end}");
        }
    }
}
