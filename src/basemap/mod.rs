//! The base map: land, lakes, borders and names to draw, and the outlines of
//! countries and divisions, read in place from `geodata/basemap.bin`.
//!
//! `bytes` reads numbers out of the file, `geometry` and `cell` are what is drawn at a
//! level of detail, `label` the names, `language` the same in other languages, `area` the
//! outlines, and `relief` the shading, a file of its own. `geodata/README.md` describes
//! the files.

mod area;
mod bytes;
mod cell;
mod geometry;
mod label;
mod language;
mod name;
mod relief;

pub use area::Area;
pub use cell::{Cell, Fill, FillClass, Line, LineClass};
pub use geometry::{CellFrame, Geometry, Level};
pub use label::{Label, LabelClass, lon_lat, unit_square};
pub use language::Language;
pub use relief::Relief;

use std::sync::LazyLock;

use crate::model::CountryCode;
use bytes::Rows;

/// The first bytes of a base map, with the version of the layout.
const MAGIC: &[u8; 8] = b"DLMAP\0\0\x02";

/// Why a base map cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It starts otherwise.
    #[error("this is no base map, or one of another version")]
    NoBasemap,
    /// A part of it is not where the table of parts says.
    #[error("the base map is cut short or damaged in its {0}")]
    Damaged(&'static str),
    /// A level has fewer columns or rows.
    #[error("the base map has no cell in column {column}, row {row}")]
    NoCell {
        /// From the west.
        column: u32,
        /// From the north.
        row: u32,
    },
}

static LAKES: LazyLock<Geometry<'static>> = LazyLock::new(|| {
    let file = include_bytes!("../../geodata/lakes-odbl.bin");
    read_lakes(file).unwrap_or_default()
});

/// The lakes to draw when zoomed in, from OpenStreetMap under the Open Database License.
/// Empty if their file cannot be read; a test sees to it that it can.
pub fn detailed_lakes() -> Geometry<'static> {
    *LAKES
}

/// Only geometry, in a file laid out as a base map.
fn read_lakes(file: &[u8]) -> Result<Geometry<'_>, Error> {
    let rest = file.strip_prefix(MAGIC).ok_or(Error::NoBasemap)?;
    Geometry::read(file, bytes::table(rest)?)
}

/// A base map whose parts were checked. It borrows the file and copies nothing.
#[derive(Clone, Debug, Default)]
pub struct Basemap<'a> {
    geometry: Geometry<'a>,
    labels: Rows<'a, 20>,
    label_names: &'a str,
    languages: Rows<'a, 24>,
    translated: Rows<'a, 12>,
    translations: &'a str,
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
    Basemap::read(file).unwrap_or_default()
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
        let table = bytes::table(rest)?;
        let part = |number: usize, what| bytes::part(file, table, number, what);
        let map = Self {
            geometry: Geometry::read(file, table)?,
            labels: Rows::new(part(3, "labels")?, "labels")?,
            label_names: bytes::text(part(4, "label names")?, "label names")?,
            languages: Rows::new(part(5, "languages")?, "languages")?,
            translated: Rows::new(part(6, "translations")?, "translations")?,
            translations: bytes::text(part(7, "translations")?, "translations")?,
            areas: Rows::new(part(8, "areas")?, "areas")?,
            rings: Rows::new(part(9, "rings")?, "rings")?,
            ring_arcs: Rows::new(part(10, "ring arcs")?, "ring arcs")?,
            arcs: Rows::new(part(11, "arcs")?, "arcs")?,
            arc_points: Rows::new(part(12, "arc points")?, "arc points")?,
            countries: Rows::new(part(13, "countries")?, "countries")?,
            names: Rows::new(part(14, "names")?, "names")?,
            area_names: bytes::text(part(15, "area names")?, "area names")?,
        };
        label::check(&map)?;
        language::check(&map)?;
        area::check(&map)?;
        Ok(map)
    }

    /// The levels to draw.
    pub fn geometry(&self) -> Geometry<'a> {
        self.geometry
    }

    /// The names, the most important first.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = Label<'_>> {
        (0..self.labels.len()).map(|row| Label::new(self, row))
    }

    /// The languages that some names are known in, beside English.
    pub fn languages(&self) -> impl Iterator<Item = Language<'_>> {
        language::all(self)
    }

    /// The labels that have a name in a language: their numbers in [`Self::labels`], in
    /// order, and the names.
    pub fn names_in(&self, language: Language<'_>) -> impl Iterator<Item = (usize, &str)> {
        language::names(self, language)
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
    fn the_bundled_lakes_can_be_read_and_cutting_them_is_an_error() {
        let file = include_bytes!("../../geodata/lakes-odbl.bin");
        assert!(read_lakes(file).is_ok());
        for end in (0..40).chain([file.len() / 2, file.len() - 4]) {
            assert!(read_lakes(&file[..end]).is_err(), "cut at {end}");
        }
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
