//! The outlines of countries and first-level divisions, made of arcs that neighbours share.

use super::bytes::{Rows, u16_at, u32_at};
use super::label::{self, degrees};
use super::{Basemap, Error, name};
use crate::model::{CountryCode, LonLat};

/// The outline of a country or of a division, simplified to about a kilometre.
#[derive(Clone, Copy, Debug)]
pub struct Area<'a> {
    map: &'a Basemap<'a>,
    row: [u8; 32],
}

impl<'a> Area<'a> {
    /// The name of the division; empty for a country.
    pub fn name(&self) -> &'a str {
        let (offset, length) = (u32_at(&self.row, 4), u16_at(&self.row, 2));
        label::name(self.map.area_names, offset, length).unwrap_or_default()
    }

    /// The south-west and the north-east corner of the box around it.
    pub fn bounds(&self) -> (LonLat, LonLat) {
        (degrees(&self.row, 16), degrees(&self.row, 24))
    }

    /// Closed rings, the last point equal to the first; a point inside an odd number of
    /// them is inside the area.
    pub fn rings(&self) -> impl Iterator<Item = Vec<LonLat>> + use<'a> {
        let map = self.map;
        let (first, count) = (u32_at(&self.row, 8), u32_at(&self.row, 12));
        let rings = map.rings.range(first, count).unwrap_or_default();
        rings.iter().map(move |ring| ring_points(map, &ring))
    }

    /// Whether a place is inside.
    pub fn contains(&self, place: LonLat) -> bool {
        let crossings: usize = self.rings().map(|ring| crossings(&ring, place)).sum();
        crossings % 2 == 1
    }
}

/// How often a line from the place to the east crosses the ring.
fn crossings(ring: &[LonLat], place: LonLat) -> usize {
    let crosses = |pair: &&[LonLat]| {
        let (a, b) = (pair[0], pair[1]);
        let share = (place.lat - a.lat) / (b.lat - a.lat);
        (a.lat > place.lat) != (b.lat > place.lat) && place.lon < a.lon + share * (b.lon - a.lon)
    };
    ring.windows(2).filter(crosses).count()
}

fn ring_points(map: &Basemap, ring: &[u8; 8]) -> Vec<LonLat> {
    let arcs = map.ring_arcs.range(u32_at(ring, 0), u32_at(ring, 4)).unwrap_or_default();
    let mut points: Vec<LonLat> = Vec::new();
    for row in arcs.iter() {
        let reference = u32_at(&row, 0);
        let arc = arc_points(map, reference >> 1).unwrap_or_default();
        // The last point of an arc is the first of the next one.
        points.pop();
        let places = arc.iter().map(|row| degrees(&row, 0));
        if reference & 1 == 0 {
            points.extend(places);
        } else {
            let backwards: Vec<LonLat> = places.collect();
            points.extend(backwards.iter().rev());
        }
    }
    points
}

fn arc_points<'a>(map: &Basemap<'a>, arc: u32) -> Option<Rows<'a, 8>> {
    let arc = map.arcs.range(arc, 1)?.row(0);
    map.arc_points.range(u32_at(&arc, 0), u32_at(&arc, 4))
}

pub(super) fn of_country<'a>(map: &'a Basemap<'a>, country: CountryCode) -> Option<Area<'a>> {
    let code = country.as_str().as_bytes();
    let row = map.countries.row(map.countries.partition_point(|row| &row[..2] < code));
    (&row[..2] == code).then(|| Area { map, row: map.areas.row(u32_at(&row, 4) as usize) })
}

pub(super) fn of_admin1<'a>(
    map: &'a Basemap<'a>,
    country: CountryCode,
    name: &str,
) -> Option<Area<'a>> {
    let wanted = (country.as_str().as_bytes(), name::folded(name));
    let key = |row: &[u8; 12]| label::name(map.area_names, u32_at(row, 4), u16_at(row, 2));
    let before =
        |row: [u8; 12]| (&row[..2], key(&row).unwrap_or_default()) < (wanted.0, wanted.1.as_str());
    let row = map.names.row(map.names.partition_point(before));
    let found = &row[..2] == wanted.0 && key(&row) == Some(wanted.1.as_str());
    found.then(|| Area { map, row: map.areas.row(u32_at(&row, 8) as usize) })
}

/// Every row points into the tables below it.
pub(super) fn check(map: &Basemap) -> Result<(), Error> {
    let ranged = |found: bool, what| if found { Ok(()) } else { Err(Error::Damaged(what)) };
    for row in map.areas.iter() {
        let name = label::name(map.area_names, u32_at(&row, 4), u16_at(&row, 2));
        let rings = map.rings.range(u32_at(&row, 8), u32_at(&row, 12));
        ranged(name.is_some() && rings.is_some(), "areas")?;
    }
    for row in map.rings.iter() {
        let arcs = map.ring_arcs.range(u32_at(&row, 0), u32_at(&row, 4));
        ranged(arcs.is_some(), "rings")?;
    }
    for row in map.ring_arcs.iter() {
        ranged(arc_points(map, u32_at(&row, 0) >> 1).is_some(), "ring arcs")?;
    }
    for row in map.countries.iter() {
        ranged((u32_at(&row, 4) as usize) < map.areas.len(), "countries")?;
    }
    for row in map.names.iter() {
        let name = label::name(map.area_names, u32_at(&row, 4), u16_at(&row, 2));
        ranged(name.is_some() && (u32_at(&row, 8) as usize) < map.areas.len(), "names")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn country(code: &str) -> Area<'static> {
        Basemap::bundled().area_of_country(CountryCode::new(code).unwrap()).unwrap()
    }

    fn admin1(code: &str, name: &str) -> Option<Area<'static>> {
        Basemap::bundled().area_of_admin1(CountryCode::new(code).unwrap(), name)
    }

    #[test]
    fn yerevan_is_in_armenia_and_baku_is_not() {
        assert!(country("AM").contains(LonLat::new(44.51, 40.18)));
        assert!(!country("AM").contains(LonLat::new(49.87, 40.41)));
    }

    #[test]
    fn nakhchivan_is_part_of_azerbaijan() {
        assert!(country("AZ").contains(LonLat::new(45.41, 39.21)));
        assert!(country("AZ").contains(LonLat::new(49.5, 40.41)));
    }

    #[test]
    fn goris_is_in_syunik_whatever_the_spelling() {
        let goris = LonLat::new(46.34, 39.51);
        for name in ["Syunik", "Syunik Province", "SYUNIK"] {
            assert!(admin1("AM", name).unwrap().contains(goris), "{name}");
        }
    }

    #[test]
    fn the_same_name_in_another_country_is_another_area() {
        let (first, second) = (admin1("AM", "Ararat"), admin1("AZ", "Ararat"));
        assert!(first.is_some() && second.is_none());
    }

    #[test]
    fn rings_are_closed() {
        for code in ["AM", "AZ", "UA", "RU", "SD", "FJ", "MT"] {
            for ring in country(code).rings() {
                assert!(ring.len() >= 3, "{code}");
                assert_eq!(ring.first(), ring.last(), "{code}");
            }
        }
    }

    #[test]
    fn the_box_of_a_country_holds_it() {
        let (low, high) = country("AM").bounds();
        assert!(low.lon > 43.0 && low.lat > 38.0 && high.lon < 47.0 && high.lat < 42.0);
    }
}
