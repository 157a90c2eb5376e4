//! Places of a row of ours.

use super::Seen;
use super::lists::{parts, plain};
use crate::import::tables::convert::number;
use crate::model::{CountryCode, Kind, LonLat, Precision};
use crate::row::columns::Cell;
use crate::row::{Row, RowPlace};

/// The columns that have a value for each place.
const LISTS: [&str; 9] = [
    "places",
    "latitudes",
    "longitudes",
    "radii_km",
    "precisions",
    "countries",
    "admin1",
    "place_kinds",
    "geonames_ids",
];

/// The columns of the best known place, and the lists in which it stands too.
const BEST: [(&str, &str); 5] = [
    ("place", "places"),
    ("latitude", "latitudes"),
    ("longitude", "longitudes"),
    ("radius_km", "radii_km"),
    ("precision", "precisions"),
];

impl Seen<'_> {
    /// Takes over what somebody changed of the places: in the lists, of the best one, or by
    /// moving points on a map.
    pub fn places(&self, row: &mut Row) -> Result<(), String> {
        if LISTS.iter().any(|name| self.changed(name).is_some()) {
            self.lists(row)?;
        }
        for (name, list) in BEST {
            let Some(cell) = self.changed(name) else { continue };
            // Without details, both tell the same.
            if self.cell(list).is_some() && self.changed(list).is_some() && !row.places.is_empty() {
                continue;
            }
            let at = self.best();
            if at >= row.places.len() {
                row.places.resize(at + 1, blank());
            }
            set(&mut row.places[at], list, cell)?;
        }
        row.places.iter().try_for_each(whole)?;
        self.moved(row)
    }

    /// Which place is the best known one.
    fn best(&self) -> usize {
        self.before.places.iter().position(|place| place.position.is_some()).unwrap_or(0)
    }

    fn lists(&self, row: &mut Row) -> Result<(), String> {
        let mut seats: Vec<(&str, Vec<String>)> = Vec::new();
        for name in LISTS {
            let Some((column, cell)) = self.cell(name) else { continue };
            let known = match column.cell(self.before) {
                Cell::List(values) => values,
                _ => Vec::new(),
            };
            seats.push((name, parts(cell, &known)));
        }
        let length = seats.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
        for (name, values) in &mut seats {
            if values.is_empty() {
                values.resize(length, String::new());
            }
            if values.len() != length {
                let found = values.len();
                return Err(format!(
                    "{name} has {found} values and another column {length}, give each place one, \
                     parted by semicolons, also where it is empty"
                ));
            }
        }
        row.places.resize(length, blank());
        for (name, values) in &seats {
            for (place, value) in row.places.iter_mut().zip(values) {
                set(place, name, value)?;
            }
        }
        Ok(())
    }

    /// Points that somebody moved, in the order of the places that have a position.
    fn moved(&self, row: &mut Row) -> Result<(), String> {
        let Some((latitudes, longitudes)) = self.ours.points else { return Ok(()) };
        let values = |at: usize| {
            let cell = self.cells.get(at).map_or("", |cell| cell.trim());
            parts(cell, &[]).iter().filter_map(|value| number::<f64>(value)).collect::<Vec<_>>()
        };
        let points = values(longitudes).into_iter().zip(values(latitudes));
        let points: Vec<LonLat> = points.map(|(lon, lat)| LonLat::new(lon, lat)).collect();
        let before: Vec<usize> = (0..self.before.places.len())
            .filter(|at| self.before.places[*at].position.is_some())
            .collect();
        if before.is_empty()
            && !points.is_empty()
            && row.places.iter().all(|p| p.position.is_none())
        {
            row.places.insert(0, RowPlace { position: Some(points[0]), ..blank() });
            return row.places.iter().try_for_each(whole);
        }
        for (point, at) in points.into_iter().zip(before) {
            let was = self.before.places[at].position.unwrap_or(point);
            let is_moved = (was.lat - point.lat).abs().max((was.lon - point.lon).abs()) > 1e-9;
            if let (true, Some(place)) = (is_moved, row.places.get_mut(at)) {
                place.position = Some(point);
            }
        }
        row.places.iter().try_for_each(whole)
    }
}

/// A place of which nothing is told.
fn blank() -> RowPlace {
    RowPlace {
        name: String::new(),
        position: None,
        radius_km: 0.0,
        precision: Precision::Exact,
        kind: Kind::Other,
        country: None,
        admin1: None,
        geonameid: None,
    }
}

/// Stands for a side of a position until the other one is there.
const UNKNOWN: f64 = f64::NAN;

/// Sets what a list tells of a place.
fn set(place: &mut RowPlace, list: &str, value: &str) -> Result<(), String> {
    let value = plain(value);
    match list {
        "places" => value.clone_into(&mut place.name),
        "latitudes" => {
            let lon = place.position.map_or(UNKNOWN, |at| at.lon);
            place.position =
                side(degrees(value, 90.0, "latitude")?, |lat| LonLat::new(lon, lat), lon);
        }
        "longitudes" => {
            let lat = place.position.map_or(UNKNOWN, |at| at.lat);
            place.position =
                side(degrees(value, 180.0, "longitude")?, |lon| LonLat::new(lon, lat), lat);
        }
        "radii_km" => {
            let told = number::<f64>(value).filter(|km| *km >= 0.0 && km.is_finite());
            place.radius_km = match told {
                Some(km) => km,
                None if value.is_empty() => 0.0,
                None => return Err(format!("\"{value}\" is not a radius in kilometres")),
            };
        }
        "precisions" => {
            let known = Precision::ALL.into_iter().find(|precision| precision.key() == value);
            let all = || Precision::ALL.map(Precision::key).join(", ");
            place.precision = match known {
                Some(known) => known,
                None if value.is_empty() => Precision::Exact,
                None => return Err(format!("\"{value}\" is no precision, write one of {}", all())),
            };
        }
        "countries" => place.country = CountryCode::new(value),
        "admin1" => place.admin1 = (!value.is_empty()).then(|| value.to_owned()),
        "place_kinds" => {
            let known = Kind::ALL.into_iter().find(|kind| kind.key() == value);
            place.kind = known.unwrap_or(Kind::Other);
        }
        _ => place.geonameid = number(value),
    }
    Ok(())
}

/// A position of which one side is told; none where both sides are empty.
fn side(told: Option<f64>, at: impl Fn(f64) -> LonLat, other: f64) -> Option<LonLat> {
    match told {
        Some(told) => Some(at(told)),
        None if other.is_nan() => None,
        None => Some(at(UNKNOWN)),
    }
}

fn degrees(value: &str, limit: f64, name: &str) -> Result<Option<f64>, String> {
    if value.is_empty() {
        return Ok(None);
    }
    let told = number::<f64>(value).filter(|told| told.abs() <= limit);
    told.map(Some).ok_or_else(|| format!("\"{value}\" is not a {name} in degrees"))
}

/// Whether both sides of a position are there and can be.
fn whole(place: &RowPlace) -> Result<(), String> {
    match place.position {
        Some(at) if at.lat.is_nan() || at.lon.is_nan() => {
            Err("a latitude or a longitude alone, fill in both".to_owned())
        }
        Some(at) if at.lat.abs() > 90.0 || at.lon.abs() > 180.0 => {
            Err(format!("{}, {} is no position in degrees", at.lat, at.lon))
        }
        _ => Ok(()),
    }
}
