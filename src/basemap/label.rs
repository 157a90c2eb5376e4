//! The names on the map.

use std::f64::consts::PI;

use super::bytes::{i32_at, u16_at, u32_at};
use super::{Basemap, Error};
use crate::model::LonLat;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelClass {
    /// A country, in capitals.
    Country,
    /// An ocean, sea, gulf or strait.
    Sea,
    /// A city, town or village.
    City,
    /// A lake.
    Lake,
    /// A first-level division.
    Division,
    /// A river.
    River,
    /// The capital of a country.
    Capital,
}

impl LabelClass {
    /// All classes, in the order of their codes.
    pub const ALL: [Self; 7] = [
        Self::Country,
        Self::Sea,
        Self::City,
        Self::Lake,
        Self::Division,
        Self::River,
        Self::Capital,
    ];
}

/// A name and where it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label<'a> {
    /// What it names.
    pub class: LabelClass,
    /// 0 for the biggest of its class, up to 4.
    pub rank: u8,
    /// The middle of the name; for a city, where the city is. In the unit square of Web
    /// Mercator: x to the east from 180° W, y to the south.
    pub at: [f64; 2],
    /// Shown from this zoom on.
    pub min_zoom: f32,
    /// No longer shown from this zoom on.
    pub max_zoom: f32,
    /// Turned clockwise by this, in radians: along a river.
    pub angle: f32,
    /// The name itself.
    pub name: &'a str,
}

impl<'a> Label<'a> {
    pub(super) fn new(map: &'a Basemap<'a>, number: usize) -> Self {
        let row = map.labels.row(number);
        let fraction = |at| f64::from(u32_at(&row, at)) / 2f64.powi(32);
        let zoom = |at: usize| f32::from(row[at]) / 10.0;
        let class = LabelClass::ALL.get(usize::from(row[14])).copied();
        Self {
            class: class.unwrap_or(LabelClass::City),
            rank: row[15],
            at: [fraction(0), fraction(4)],
            min_zoom: zoom(16),
            max_zoom: zoom(17),
            angle: f32::from(u16_at(&row, 18).cast_signed()) / 10_000.0,
            name: name(map.label_names, u32_at(&row, 8), u16_at(&row, 12)).unwrap_or_default(),
        }
    }

    /// Where it goes, in degrees.
    pub fn position(&self) -> LonLat {
        lon_lat(self.at)
    }
}

/// A place in the unit square of Web Mercator: x to the east from 180° W, y to the south.
pub fn unit_square(place: LonLat) -> [f64; 2] {
    let lat = place.lat.clamp(-85.0, 85.0).to_radians();
    [place.lon / 360.0 + 0.5, 0.5 - lat.tan().asinh() / (2.0 * PI)]
}

/// The inverse of [`unit_square`].
pub fn lon_lat([x, y]: [f64; 2]) -> LonLat {
    let lat = ((0.5 - y) * 2.0 * PI).sinh().atan().to_degrees();
    LonLat::new((x - 0.5) * 360.0, lat)
}

/// A name out of a pool of them.
pub(super) fn name(pool: &str, offset: u32, length: u16) -> Option<&str> {
    let start = offset as usize;
    pool.get(start..start.checked_add(usize::from(length))?)
}

/// Every name is in the pool and of a known class.
pub(super) fn check(map: &Basemap) -> Result<(), Error> {
    let damaged = Error::Damaged("labels");
    for row in map.labels.iter() {
        let known = usize::from(row[14]) < LabelClass::ALL.len();
        let name = name(map.label_names, u32_at(&row, 8), u16_at(&row, 12));
        if !known || name.is_none() {
            return Err(damaged);
        }
    }
    Ok(())
}

/// Degrees out of whole micro-degrees, longitude first.
pub(super) fn degrees(row: &[u8], at: usize) -> LonLat {
    let one = |at| f64::from(i32_at(row, at)) / 1e6;
    LonLat::new(one(at), one(at + 4))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn find(class: LabelClass, name: &str) -> Label<'static> {
        Basemap::bundled().labels().find(|l| l.class == class && l.name == name).unwrap()
    }

    #[test]
    fn yerevan_is_named_where_it_is() {
        let yerevan = find(LabelClass::Capital, "Yerevan").position();
        assert!(yerevan.distance_km(LonLat::new(44.51, 40.18)) < 5.0);
    }

    #[test]
    fn a_village_appears_later_than_the_capital() {
        let yerevan = find(LabelClass::Capital, "Yerevan");
        let goris = find(LabelClass::City, "Goris");
        assert!(yerevan.min_zoom < goris.min_zoom);
    }

    #[test]
    fn lake_sevan_and_the_black_sea_are_named() {
        find(LabelClass::Lake, "Lake Sevan");
        find(LabelClass::Sea, "Black Sea");
    }

    #[test]
    fn the_unit_square_and_degrees_are_inverse() {
        let label = find(LabelClass::Country, "ARMENIA");
        let [x, y] = unit_square(label.position());
        assert!((x - label.at[0]).abs() < 1e-9 && (y - label.at[1]).abs() < 1e-9);
    }
}
