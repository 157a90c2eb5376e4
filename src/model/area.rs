use serde::{Deserialize, Serialize};

use super::LonLat;

/// A part of the map that a person drew. Its edges are straight on a Mercator map, as they
/// were drawn, and go the shorter way round the world. Invariant: three corners or more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<LonLat>", into = "Vec<LonLat>")]
pub struct Area {
    ring: Vec<LonLat>,
}

/// A ring of fewer than three corners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an area has three corners or more")]
pub struct TooFewCorners;

impl Area {
    /// The polygon with these corners, in either direction, each once. `None` if there are
    /// fewer than three.
    pub fn polygon(ring: Vec<LonLat>) -> Option<Self> {
        (ring.len() >= 3).then_some(Self { ring })
    }

    /// From the south-west to the north-east corner; across the 180th meridian where the
    /// first lies east of the second.
    pub fn rectangle(south_west: LonLat, north_east: LonLat) -> Self {
        /// Far enough below half a turn that no edge takes the other way round.
        const LONGEST_EDGE: f64 = 120.0;
        let width = north_east.lon - south_west.lon;
        let width = if width >= 360.0 { 359.99 } else { width.rem_euclid(360.0) };
        let edges = (width / LONGEST_EDGE).ceil().max(1.0) as u32;
        let lon = |edge: u32| south_west.lon + width * f64::from(edge) / f64::from(edges);
        let south = (0..=edges).map(|edge| LonLat::new(lon(edge), south_west.lat));
        let north = (0..=edges).rev().map(|edge| LonLat::new(lon(edge), north_east.lat));
        Self { ring: south.chain(north).collect() }
    }

    /// The corners, each once.
    pub fn corners(&self) -> &[LonLat] {
        &self.ring
    }

    /// Whether the place lies inside. In an area that overlaps itself, what is covered an
    /// even number of times is outside.
    pub fn contains(&self, place: LonLat) -> bool {
        let Some(start) = self.ring.first() else { return false };
        let corners = self.unrolled();
        // The ring may leave the usual longitudes on either side of where it starts.
        let lon = start.lon + shorter_way(place.lon - start.lon);
        [-360.0, 0.0, 360.0]
            .into_iter()
            .any(|turn| is_inside(&corners, [lon + turn, height(place)]))
    }

    /// The corners as longitude and [`height`], each less than half a turn from the one before.
    fn unrolled(&self) -> Vec<[f64; 2]> {
        let mut lon = self.ring.first().map_or(0.0, |corner| corner.lon);
        let step = |corner: &LonLat| {
            lon += shorter_way(corner.lon - lon);
            [lon, height(*corner)]
        };
        self.ring.iter().map(step).collect()
    }
}

impl TryFrom<Vec<LonLat>> for Area {
    type Error = TooFewCorners;

    fn try_from(ring: Vec<LonLat>) -> Result<Self, TooFewCorners> {
        Self::polygon(ring).ok_or(TooFewCorners)
    }
}

impl From<Area> for Vec<LonLat> {
    fn from(area: Area) -> Self {
        area.ring
    }
}

/// A difference of longitudes, from -180 up to but not including 180.
fn shorter_way(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

/// How far north a place is on a Mercator map.
fn height(place: LonLat) -> f64 {
    place.lat.clamp(-89.0, 89.0).to_radians().tan().asinh()
}

/// Counts the edges east of a point: an odd number if it is inside.
fn is_inside(corners: &[[f64; 2]], [x, y]: [f64; 2]) -> bool {
    let before = corners.iter().cycle().skip(corners.len().saturating_sub(1));
    let is_crossed = |([ax, ay], [bx, by]): (&[f64; 2], &[f64; 2])| {
        (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
    };
    before.zip(corners).filter(|edge| is_crossed(*edge)).count() % 2 == 1
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn check(area: &Area, inside: &[(f64, f64)], outside: &[(f64, f64)]) {
        for (lon, lat) in inside {
            assert!(area.contains(LonLat::new(*lon, *lat)), "{lon} {lat} is outside");
        }
        for (lon, lat) in outside {
            assert!(!area.contains(LonLat::new(*lon, *lat)), "{lon} {lat} is inside");
        }
    }

    fn polygon(corners: &[(f64, f64)]) -> Area {
        Area::polygon(corners.iter().map(|(lon, lat)| LonLat::new(*lon, *lat)).collect()).unwrap()
    }

    #[test]
    fn a_rectangle_holds_what_lies_between_its_sides() {
        let area = Area::rectangle(LonLat::new(44.0, 39.0), LonLat::new(47.0, 41.0));
        check(&area, &[(45.0, 40.0), (46.9, 39.1)], &[(43.9, 40.0), (45.0, 41.1), (-45.0, 40.0)]);
    }

    #[test]
    fn a_rectangle_across_the_180th_meridian_holds_both_sides_of_it() {
        let area = Area::rectangle(LonLat::new(170.0, -20.0), LonLat::new(-170.0, 10.0));
        check(&area, &[(175.0, 0.0), (-175.0, 0.0), (180.0, 5.0)], &[(160.0, 0.0), (0.0, 0.0)]);
    }

    #[test]
    fn a_rectangle_may_reach_nearly_around_the_world() {
        let area = Area::rectangle(LonLat::new(-170.0, -60.0), LonLat::new(170.0, 80.0));
        check(&area, &[(0.0, 0.0), (-169.0, 10.0), (169.0, 10.0)], &[(175.0, 0.0), (0.0, 81.0)]);
        let all = Area::rectangle(LonLat::new(-180.0, -85.0), LonLat::new(180.0, 85.0));
        check(&all, &[(0.0, 0.0), (-179.0, 10.0), (179.0, 10.0)], &[(0.0, 86.0)]);
    }

    #[test]
    fn a_polygon_that_starts_east_of_the_180th_meridian_reaches_back_across_it() {
        let area = polygon(&[(-179.0, 0.0), (-179.0, 10.0), (170.0, 10.0), (170.0, 0.0)]);
        check(&area, &[(175.0, 5.0), (-179.5, 5.0)], &[(-178.0, 5.0), (169.0, 5.0)]);
    }

    #[test]
    fn the_bay_of_a_polygon_is_outside() {
        let area = polygon(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0)]);
        check(&area, &[(1.0, 5.0), (9.0, 5.0), (5.0, 1.0)], &[(5.0, 5.0), (11.0, 5.0)]);
    }

    #[test]
    fn an_edge_is_straight_on_the_map_not_in_degrees() {
        // Half way up a Mercator map between the equator and 60° N is 35.3° N, not 30°.
        let area = polygon(&[(0.0, 0.0), (20.0, 60.0), (20.0, 0.0)]);
        check(&area, &[(10.0, 34.0)], &[(10.0, 37.0)]);
    }

    #[test]
    fn an_area_survives_as_json_and_a_line_is_none() {
        let area = polygon(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        let json = serde_json::to_string(&area).unwrap();
        assert_eq!(serde_json::from_str::<Area>(&json).unwrap(), area);
        assert!(serde_json::from_str::<Area>(r#"[{"lon":0.0,"lat":0.0}]"#).is_err());
    }
}
