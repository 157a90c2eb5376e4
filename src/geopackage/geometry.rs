//! Geometries as a GeoPackage keeps them: a header with the box around them, then WKB.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, Result};

use crate::model::LonLat;

/// Corners of the polygon that stands for a circle.
const CORNERS: u32 = 48;
const SRS: i32 = 4326;
const HEADER: usize = 8;
const BOX: usize = 4 * 8;

/// A point.
pub fn point(at: LonLat) -> Vec<u8> {
    let mut blob = header([at.lon, at.lon, at.lat, at.lat]);
    blob.extend(wkb(1));
    blob.extend(pair(at));
    blob
}

/// One point, or several as one geometry, as plain WKB without a header. `None` for none.
pub fn wkb_points(positions: &[LonLat]) -> Option<Vec<u8>> {
    let point = |at: &LonLat| wkb(1).into_iter().chain(pair(*at));
    match positions {
        [] => None,
        [at] => Some(point(at).collect()),
        _ => {
            let mut bytes = wkb(4);
            bytes.extend(u32::try_from(positions.len()).ok()?.to_le_bytes());
            bytes.extend(positions.iter().flat_map(point));
            Some(bytes)
        }
    }
}

/// A circle on the sphere as a polygon, counterclockwise. `None` for a radius of nothing,
/// and for one that reaches a pole or over the antimeridian, where it is no simple polygon.
pub fn circle(centre: LonLat, radius_km: f64) -> Option<Vec<u8>> {
    const KM_A_DEGREE: f64 = 111.195;
    let lat = radius_km / KM_A_DEGREE;
    let lon = lat / centre.lat.to_radians().cos();
    let inside = centre.lat.abs() + lat < 89.0 && centre.lon.abs() + lon < 180.0;
    if !(radius_km > 0.0 && inside) {
        return None;
    }
    let corner = |n: u32| {
        let angle = f64::from(n % CORNERS) / f64::from(CORNERS) * std::f64::consts::TAU;
        LonLat::new(centre.lon + lon * angle.cos(), centre.lat + lat * angle.sin())
    };
    let mut blob = header([centre.lon - lon, centre.lon + lon, centre.lat - lat, centre.lat + lat]);
    blob.extend(wkb(3));
    blob.extend(1_u32.to_le_bytes());
    blob.extend((CORNERS + 1).to_le_bytes());
    blob.extend((0..=CORNERS).flat_map(|n| pair(corner(n))));
    Some(blob)
}

/// `GP`, version 0, little endian with a box of two dimensions, then least and greatest
/// longitude and latitude.
fn header(bounds: [f64; 4]) -> Vec<u8> {
    let mut blob = vec![b'G', b'P', 0, 0b0000_0011];
    blob.extend(SRS.to_le_bytes());
    blob.extend(bounds.iter().flat_map(|bound| bound.to_le_bytes()));
    blob
}

fn wkb(kind: u32) -> Vec<u8> {
    let mut bytes = vec![1];
    bytes.extend(kind.to_le_bytes());
    bytes
}

fn pair(at: LonLat) -> impl Iterator<Item = u8> {
    at.lon.to_le_bytes().into_iter().chain(at.lat.to_le_bytes())
}

/// The functions that the triggers of the R-tree call.
pub fn install(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    let bounds = [("ST_MinX", 0), ("ST_MaxX", 1), ("ST_MinY", 2), ("ST_MaxY", 3)];
    for (name, side) in bounds {
        connection.create_scalar_function(name, 1, flags, move |context| {
            Ok(bounds_of(context)?.map(|bounds| bounds[side]))
        })?;
    }
    connection.create_scalar_function("ST_IsEmpty", 1, flags, |context| {
        let blob = context.get_raw(0).as_blob().unwrap_or_default();
        Ok(blob.get(3).is_none_or(|flags| flags & 0b0001_0000 != 0))
    })
}

/// The box of a geometry of ours, or of any other with a box or that is a point.
fn bounds_of(context: &Context<'_>) -> Result<Option<[f64; 4]>> {
    let blob = context.get_raw(0).as_blob().unwrap_or_default();
    let number = |at: usize| {
        let bytes = blob.get(at..at + 8)?.try_into().ok()?;
        Some(f64::from_le_bytes(bytes))
    };
    let Some(flags) = blob.get(3) else { return Ok(None) };
    let has_box = flags & 0b0000_1110 != 0;
    let all = if has_box && blob.len() >= HEADER + BOX {
        [number(HEADER), number(HEADER + 8), number(HEADER + 16), number(HEADER + 24)]
    } else {
        let (lon, lat) = (number(HEADER + 5), number(HEADER + 13));
        [lon, lon, lat, lat]
    };
    Ok(match all {
        [Some(a), Some(b), Some(c), Some(d)] => Some([a, b, c, d]),
        _ => None,
    })
}
