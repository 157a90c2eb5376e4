//! Where something is that has a shape: its middle, with a radius that holds it.

use crate::model::LonLat;

/// A shape by its positions; never without any.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    positions: Vec<LonLat>,
    is_points: bool,
}

impl Shape {
    /// Of these positions; `is_points` if it is nothing but points. None where there is no
    /// position that could be one.
    pub fn new(positions: Vec<LonLat>, is_points: bool) -> Option<Self> {
        let is_sound = |at: &LonLat| at.lon.is_finite() && at.lat.is_finite();
        let positions: Vec<LonLat> = positions.into_iter().filter(is_sound).collect();
        (!positions.is_empty()).then_some(Self { positions, is_points })
    }

    /// Its points, parted by semicolons, as cells for latitude, longitude and radius; of a
    /// shape of another sort, its middle.
    pub fn points(&self) -> Option<[String; 3]> {
        if !self.is_points {
            return self.middle();
        }
        let joined = |side: fn(&LonLat) -> f64| {
            let values = self.positions.iter().map(|at| side(at).to_string());
            values.collect::<Vec<_>>().join("; ")
        };
        Some([joined(|at| at.lat), joined(|at| at.lon), String::new()])
    }

    /// The middle of the box around it, and the radius that holds the box where it is more
    /// than a spot. The box is the narrower one, which may lie over the antimeridian.
    pub fn middle(&self) -> Option<[String; 3]> {
        let (lat, lon) = (range(self.positions.iter().map(|at| at.lat))?, self.longitudes()?);
        let middle = LonLat::new(middle_of(lon), middle_of(lat));
        let corners = [(lon.0, lat.0), (lon.0, lat.1)];
        let distances = corners.map(|(lon, lat)| middle.distance_km(LonLat::new(lon, lat)));
        // Up to the next tenth, so that it still holds all.
        let radius = (distances[0].max(distances[1]) * 10.0).ceil() / 10.0;
        let radius =
            if lat.0 == lat.1 && lon.0 == lon.1 { String::new() } else { radius.to_string() };
        let lon = if middle.lon > 180.0 { middle.lon - 360.0 } else { middle.lon };
        Some([middle.lat.to_string(), lon.to_string(), radius])
    }

    fn longitudes(&self) -> Option<(f64, f64)> {
        let plain = range(self.positions.iter().map(|at| at.lon))?;
        let eastward = |at: &LonLat| if at.lon < 0.0 { at.lon + 360.0 } else { at.lon };
        let over = range(self.positions.iter().map(eastward))?;
        Some(if over.1 - over.0 < plain.1 - plain.0 { over } else { plain })
    }
}

fn range(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |range: Option<(f64, f64)>, value| {
        Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
    })
}

/// To about a metre, unless it is a value that was written.
fn middle_of((low, high): (f64, f64)) -> f64 {
    if low == high { low } else { ((low + high) / 2.0 * 1e5).round() / 1e5 }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn check(positions: &[(f64, f64)], wanted: [&str; 3]) {
        let positions = positions.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect();
        assert_eq!(Shape::new(positions, false).unwrap().middle().unwrap(), wanted);
    }

    #[test]
    fn a_shape_is_its_middle_and_a_radius_that_holds_it() {
        check(&[(46.1, 39.5)], ["39.5", "46.1", ""]);
        check(&[(46.0, 39.0), (46.2, 39.2)], ["39.1", "46.1", "14.1"]);
        check(&[(46.0, 39.0), (46.0, 39.0)], ["39", "46", ""]);
    }

    #[test]
    fn a_shape_over_the_antimeridian_is_not_half_a_world_away() {
        check(&[(179.0, 10.0), (-178.0, 10.0)], ["10", "-179.5", "164.3"]);
        check(&[(178.0, 10.0), (-179.0, 10.0)], ["10", "179.5", "164.3"]);
    }

    #[test]
    fn what_is_nowhere_has_no_shape() {
        assert!(Shape::new(vec![LonLat::new(f64::NAN, 1.0)], true).is_none());
        assert!(Shape::new(Vec::new(), true).is_none());
    }
}
