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

/// All positions of a geometry as a GeoPackage keeps it, and whether it is nothing but
/// points. `None` where it is broken.
pub fn positions_of_blob(blob: &[u8]) -> Option<(Vec<LonLat>, bool)> {
    let (head, rest) = blob.split_at_checked(HEADER)?;
    if !head.starts_with(b"GP") {
        return None;
    }
    // How many numbers the box around it has.
    let numbers = [0, 4, 6, 6, 8].get(usize::from(head[3] >> 1 & 0b111))?;
    positions(rest.get(numbers * 8..)?)
}

/// All positions of a geometry as plain WKB, and whether it is nothing but points. `None`
/// where it is broken.
pub fn positions(wkb: &[u8]) -> Option<(Vec<LonLat>, bool)> {
    let mut reader = Wkb { left: wkb, positions: Vec::new(), is_points: true };
    reader.geometry(DEEPEST)?;
    Some((reader.positions, reader.is_points))
}

/// Geometries within geometries are read so deep.
const DEEPEST: usize = 16;

/// Reads WKB as ISO has it, and as PostGIS does.
struct Wkb<'w> {
    left: &'w [u8],
    positions: Vec<LonLat>,
    is_points: bool,
}

impl Wkb<'_> {
    fn geometry(&mut self, depth: usize) -> Option<()> {
        let is_little = *self.left.first()? == 1;
        self.left = self.left.get(1..)?;
        let kind = self.whole(is_little)?;
        let (has_z, has_m) = (kind & 0x8000_0000 != 0, kind & 0x4000_0000 != 0);
        if kind & 0x2000_0000 != 0 {
            // The number of its reference system.
            self.whole(is_little)?;
        }
        let kind = kind & 0x0fff_ffff;
        let more = match kind / 1000 {
            0 => usize::from(has_z) + usize::from(has_m),
            1 | 2 => 1,
            3 => 2,
            _ => return None,
        };
        match kind % 1000 {
            1 => self.corner(is_little, more)?,
            2 | 8 => {
                self.is_points = false;
                self.corners(is_little, more)?;
            }
            3 | 17 => {
                self.is_points = false;
                for _ in 0..self.whole(is_little)? {
                    self.corners(is_little, more)?;
                }
            }
            4..=7 | 9..=12 | 15 | 16 => {
                let depth = depth.checked_sub(1)?;
                for _ in 0..self.whole(is_little)? {
                    self.geometry(depth)?;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn corners(&mut self, is_little: bool, more: usize) -> Option<()> {
        for _ in 0..self.whole(is_little)? {
            self.corner(is_little, more)?;
        }
        Some(())
    }

    /// A corner with `more` numbers beside longitude and latitude. An empty one has none.
    fn corner(&mut self, is_little: bool, more: usize) -> Option<()> {
        let (lon, lat) = (self.number(is_little)?, self.number(is_little)?);
        self.left = self.left.get(more * 8..)?;
        if lon.is_finite() && lat.is_finite() {
            self.positions.push(LonLat::new(lon, lat));
        }
        Some(())
    }

    fn whole(&mut self, is_little: bool) -> Option<u32> {
        let (bytes, rest) = self.left.split_first_chunk()?;
        self.left = rest;
        Some(if is_little { u32::from_le_bytes(*bytes) } else { u32::from_be_bytes(*bytes) })
    }

    fn number(&mut self, is_little: bool) -> Option<f64> {
        let (bytes, rest) = self.left.split_first_chunk()?;
        self.left = rest;
        Some(if is_little { f64::from_le_bytes(*bytes) } else { f64::from_be_bytes(*bytes) })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let at = LonLat::new(46.3, 39.5);
        assert_eq!(positions_of_blob(&point(at)), Some((vec![at], true)));
        let both = [at, LonLat::new(-1.0, 2.0)];
        assert_eq!(positions(&wkb_points(&both).unwrap()), Some((both.to_vec(), true)));
        let (corners, is_points) = positions_of_blob(&circle(at, 10.0).unwrap()).unwrap();
        assert_eq!((corners.len(), is_points), (49, false));
    }

    #[test]
    fn other_shapes_of_wkb_are_read() {
        // Big-endian, a point with a height as ISO has it, and one of PostGIS with a system.
        let mut iso = vec![0, 0, 0, 3, 233];
        iso.extend([1.0_f64, 2.0, 3.0].iter().flat_map(|n| n.to_be_bytes()));
        assert_eq!(positions(&iso), Some((vec![LonLat::new(1.0, 2.0)], true)));
        let mut ewkb = vec![1, 1, 0, 0, 0xa0, 0xe6, 0x10, 0, 0];
        ewkb.extend([1.0_f64, 2.0, 3.0].iter().flat_map(|n| n.to_le_bytes()));
        assert_eq!(positions(&ewkb), Some((vec![LonLat::new(1.0, 2.0)], true)));
    }

    #[test]
    fn what_is_broken_is_no_geometry() {
        let whole = wkb_points(&[LonLat::new(1.0, 2.0), LonLat::new(3.0, 4.0)]).unwrap();
        for end in 0..whole.len() {
            assert_eq!(positions(&whole[..end]), None, "{end}");
        }
        // A collection in a collection in a …
        let nested = [1, 7, 0, 0, 0, 1, 0, 0, 0].repeat(100);
        assert_eq!(positions(&nested), None);
        // A thousand million corners that are not there.
        assert_eq!(positions(&[1, 2, 0, 0, 0, 255, 255, 255, 255]), None);
    }
}
