//! Places told from other places: "20 kilometers east of Bakhmut", "northern Idlib".

use crate::lexicon::{Bearing, RelativePlaces};
use crate::model::{Kind, Location, LonLat, Place, Precision, Span, Toponym};
use crate::pipeline::tokens::last_words;

/// A direction without a distance means so far from a town, in kilometres.
const BESIDE_KM: f64 = 10.0;
/// "Near" means so far from a town, in kilometres.
const NEAR_KM: f64 = 10.0;
/// A side of a town is so far from its middle at least, in kilometres.
const LEAST_SIDE_KM: f64 = 2.0;

/// Moves the location of a toponym to where the words around say; `others` are those of
/// the same sentence.
pub fn moved(text: &str, toponym: &Toponym, others: &[Toponym], location: Location) -> Location {
    let Some(place) = toponym.place.as_ref() else { return location };
    let before = last_words(text, toponym.span.start);
    let Some((start, bearing)) = RelativePlaces::bundled().find(before) else { return location };
    let words = Span::new(toponym.span.start - before.len() + start, toponym.span.end);
    let area = is_area(place);
    let reach = place.radius_km.max(LEAST_SIDE_KM);
    let spot = match bearing {
        Bearing::Offset(km, degrees) => Spot {
            degrees,
            away_km: km,
            radius_km: (km / 4.0).max(1.0),
            precision: Precision::Near,
        },
        Bearing::Ring(km) => Spot::around(km.max(reach)),
        Bearing::Beside(degrees) if !area => {
            Spot { degrees, away_km: BESIDE_KM, radius_km: BESIDE_KM, precision: Precision::Near }
        }
        Bearing::Near if !area => Spot::around(NEAR_KM.max(reach)),
        // Half of a disc has its middle at 0.42 of the radius.
        Bearing::Part(degrees) | Bearing::Beside(degrees) => Spot {
            degrees,
            away_km: 0.42 * reach,
            radius_km: 0.6 * reach,
            precision: if area { location.precision } else { Precision::Near },
        },
        Bearing::Between => return between(text, toponym, others, words, location),
        Bearing::Near => return location,
    };
    Location {
        position: destination(location.position, spot.degrees, spot.away_km),
        radius_km: spot.radius_km,
        precision: spot.precision.max(location.precision),
        name: words.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        evidence: words,
        ..location
    }
}

/// Whether another place is told from this one: "southeast of Timbuktu".
pub fn is_from(text: &str, toponym: &Toponym) -> bool {
    let before = last_words(text, toponym.span.start);
    let found = RelativePlaces::bundled().find(before);
    found.is_some_and(|(_, bearing)| {
        matches!(
            bearing,
            Bearing::Offset(..) | Bearing::Ring(_) | Bearing::Beside(_) | Bearing::Near
        )
    })
}

/// A point as seen from a place.
struct Spot {
    degrees: f64,
    away_km: f64,
    radius_km: f64,
    precision: Precision,
}

impl Spot {
    fn around(radius_km: f64) -> Self {
        Self { degrees: 0.0, away_km: 0.0, radius_km, precision: Precision::Near }
    }
}

fn is_area(place: &Place) -> bool {
    matches!(place.kind, Kind::Country | Kind::Admin1 | Kind::Admin2 | Kind::Region | Kind::Sea)
}

/// Half way to the place named next, where "and" joins the two.
fn between(
    text: &str,
    toponym: &Toponym,
    others: &[Toponym],
    words: Span,
    location: Location,
) -> Location {
    let joined = |other: &&Toponym| {
        let gap = text.get(toponym.span.end..other.span.start);
        gap.is_some_and(|gap| matches!(gap.trim(), "and" | "and the"))
    };
    let Some(other) = others.iter().find(joined) else { return location };
    let Some(end) = other.place.as_ref().map(|place| place.position) else { return location };
    let half = location.position.distance_km(end) / 2.0;
    let evidence = Span::new(words.start, other.span.end);
    Location {
        name: evidence.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        position: middle(location.position, end),
        radius_km: half,
        precision: Precision::Near.max(location.precision),
        evidence,
        ..location
    }
}

/// Where one comes to from a point along a great circle, on a sphere of the mean earth radius.
fn destination(from: LonLat, degrees: f64, km: f64) -> LonLat {
    const EARTH_RADIUS_KM: f64 = 6371.0088;
    let (lat, lon, angle) = (from.lat.to_radians(), from.lon.to_radians(), km / EARTH_RADIUS_KM);
    let bearing = degrees.to_radians();
    let there = (lat.sin() * angle.cos() + lat.cos() * angle.sin() * bearing.cos()).asin();
    let turn =
        (bearing.sin() * angle.sin() * lat.cos()).atan2(angle.cos() - lat.sin() * there.sin());
    let lon = (lon + turn).to_degrees();
    LonLat::new((lon + 540.0).rem_euclid(360.0) - 180.0, there.to_degrees())
}

/// Half way along the great circle.
fn middle(a: LonLat, b: LonLat) -> LonLat {
    let unit = |p: LonLat| {
        let (lat, lon) = (p.lat.to_radians(), p.lon.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let [x, y, z]: [f64; 3] = std::array::from_fn(|i| unit(a)[i] + unit(b)[i]);
    LonLat::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_east_at_the_equator_is_111_km() {
        let there = destination(LonLat::new(0.0, 0.0), 90.0, 111.2);
        assert!((there.lon - 1.0).abs() < 0.01 && there.lat.abs() < 0.01);
    }

    #[test]
    fn the_way_across_the_date_line_is_the_short_one() {
        let there = middle(LonLat::new(179.0, 10.0), LonLat::new(-179.0, 10.0));
        assert!((there.lon.abs() - 180.0).abs() < 0.01, "{there:?}");
    }
}
