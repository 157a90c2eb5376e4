//! Positions in the shapes in which tables give them.

use super::numbers;
use super::rows::Shape;
use crate::model::LonLat;

/// Letters for the quarters of the sky, and which way they count.
const QUARTERS: [(char, f64); 4] = [('N', 1.0), ('S', -1.0), ('E', 1.0), ('W', -1.0)];

/// A position, and the radius in kilometres that holds it where it is more than a spot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    pub lat: f64,
    pub lon: f64,
    pub radius_km: Option<f64>,
}

/// Degrees, with a decimal sign as in [`numbers::number`], or with minutes and seconds:
/// "40°10'12\"N", "N 40 10.2", "-40.17°". Not finite ones are none.
pub fn degrees(cell: &str, decimal_comma: Option<bool>) -> Option<f64> {
    // Spaces do not part thousands of degrees.
    let has_gaps = cell.trim().contains(char::is_whitespace);
    let plain = || numbers::number::<f64>(cell, decimal_comma).filter(|_| !has_gaps);
    let told = plain().or_else(|| sexagesimal(cell));
    told.filter(|degrees| degrees.is_finite())
}

/// Degrees, minutes and seconds, parted by anything, with the quarter before or behind them.
fn sexagesimal(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    let is_quarter = |c: char| QUARTERS.iter().any(|(letter, _)| *letter == c.to_ascii_uppercase());
    let quarter = cell.chars().next().filter(|c| is_quarter(*c));
    let quarter = quarter.or_else(|| cell.chars().next_back().filter(|c| is_quarter(*c)));
    let cell = cell.trim_matches(is_quarter);
    if cell.contains(char::is_alphabetic) {
        return None;
    }
    let is_below = cell.trim_start().starts_with(['-', '−']);
    let is_part = |c: char| !(c.is_ascii_digit() || c == '.' || c == ',');
    let parts: Vec<&str> = cell.split(is_part).filter(|part| !part.is_empty()).collect();
    let value = |part: &&str| part.replace(',', ".").parse::<f64>().ok();
    let (degrees, small) = parts.split_first()?;
    let small: Vec<f64> = small.iter().map(value).collect::<Option<_>>()?;
    let is_told = quarter.is_some() || cell.contains('°');
    if !is_told || small.len() > 2 || small.iter().any(|part| *part >= 60.0) {
        return None;
    }
    let minutes = small.first().unwrap_or(&0.0) + small.get(1).unwrap_or(&0.0) / 60.0;
    let sign = quarter.and_then(|quarter| {
        QUARTERS.iter().find(|(letter, _)| *letter == quarter.to_ascii_uppercase()).map(|q| q.1)
    });
    let sign = if is_below { -1.0 } else { 1.0 } * sign.unwrap_or(1.0);
    // To about a centimetre.
    Some((sign * (value(degrees)? + minutes / 60.0) * 1e7).round() / 1e7)
}

/// A position in one cell: "39.5, 46.3", "39,5; 46,3", "39.5 46.3 1200 5" with height and
/// accuracy behind them, "40°10'N 45°52'E", or well-known text, "POINT (46.3 39.5)", in which
/// the longitude comes first. None beyond the poles or the antimeridian.
pub fn position(cell: &str) -> Option<Position> {
    let cell = cell.trim().trim_matches(['(', ')', '[', ']']);
    let found = well_known_text(cell).or_else(|| {
        let (lat, lon) = pair(cell)?;
        Some(Position { lat, lon, radius_km: None })
    })?;
    (found.lat.abs() <= 90.0 && found.lon.abs() <= 180.0).then_some(found)
}

fn pair(cell: &str) -> Option<(f64, f64)> {
    let both = |(lat, lon): (&str, &str)| {
        Some((degrees(lat, None)?, degrees(lon.trim_end_matches([',', ';']), None)?))
    };
    for sign in [';', ',', '|', '/'] {
        if cell.matches(sign).count() == 1
            && let Some(found) = cell.split_once(sign).and_then(both)
        {
            return Some(found);
        }
    }
    // The quarter of the first stands behind it or before the second.
    let quarter = cell.find(['N', 'S', 'n', 's']).filter(|at| *at > 0);
    if let Some(found) = quarter.and_then(|at| both(cell.split_at(at + 1))) {
        return Some(found);
    }
    let parts: Vec<&str> = cell.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [lat, lon] | [lat, lon, _] | [lat, lon, _, _] => both((lat, lon)),
        _ => None,
    }
}

/// The middle of a shape in well-known text, and the radius that holds it.
fn well_known_text(cell: &str) -> Option<Position> {
    // A reference system may stand before it: "SRID=4326;POINT (46.3 39.5)".
    let cell = cell.rsplit_once(';').map_or(cell, |(_, text)| text.trim());
    let (kind, positions) = cell.split_once('(')?;
    let kind = kind.trim().to_ascii_uppercase();
    let is_shape = ["POINT", "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION"];
    if !is_shape.iter().any(|name| kind.starts_with(name)) {
        return None;
    }
    let is_outside = |c: char| !(c.is_ascii_digit() || "+-.eE \t".contains(c));
    let parts = positions.split(is_outside).map(str::trim).filter(|part| !part.is_empty());
    let position = |part: &str| {
        let mut numbers = part.split_whitespace().map(str::parse::<f64>);
        Some(LonLat::new(numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    let positions: Vec<LonLat> = parts.map(position).collect::<Option<_>>()?;
    let [lat, lon, radius] = Shape::new(positions, false)?.middle()?;
    Some(Position {
        lat: lat.parse().ok()?,
        lon: lon.parse().ok()?,
        radius_km: radius.parse().ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_degrees(cell: &str, wanted: Option<f64>) {
        assert_eq!(degrees(cell, None), wanted, "{cell}");
    }

    #[test]
    fn degrees_are_read_with_minutes_seconds_and_quarters() {
        check_degrees("40.17", Some(40.17));
        check_degrees("40,17", Some(40.17));
        check_degrees("40°10'N", Some(40.166_666_7));
        check_degrees("40° 10' 12\" S", Some(-40.17));
        check_degrees("40°10′12″N", Some(40.17));
        check_degrees("N40 10.2", Some(40.17));
        check_degrees("45.87 W", Some(-45.87));
        check_degrees("-40.17°", Some(-40.17));
        check_degrees("40 10 12", None);
        check_degrees("40°70'N", None);
        check_degrees("Goris", None);
        check_degrees("inf", None);
        check_degrees("", None);
    }

    fn check(cell: &str, wanted: Option<(f64, f64, Option<f64>)>) {
        let found = position(cell).map(|it| (it.lat, it.lon, it.radius_km));
        assert_eq!(found, wanted, "{cell}");
    }

    #[test]
    fn a_cell_may_hold_a_whole_position() {
        check("39.5, 46.3", Some((39.5, 46.3, None)));
        check("39,5; 46,3", Some((39.5, 46.3, None)));
        check("(39.5,46.3)", Some((39.5, 46.3, None)));
        check("39.5 46.3 1200.0 5", Some((39.5, 46.3, None)));
        check("39.5, 46.3, 1200", Some((39.5, 46.3, None)));
        check("40°10'12\"N 45°52'12\"E", Some((40.17, 45.87, None)));
        check("40°10'12\"N, 45°52'12\"E", Some((40.17, 45.87, None)));
        check("Point(45.87 40.2)", Some((40.2, 45.87, None)));
        check("SRID=4326;POINT Z (45.87 40.2 0)", Some((40.2, 45.87, None)));
        check("POLYGON ((46 39, 46.2 39, 46.2 39.2, 46 39))", Some((39.1, 46.1, Some(14.1))));
        check("POINT EMPTY", None);
        check("POINT (500000 4400000)", None);
        check("95.0, 46.3", None);
        check("Goris, Syunik", None);
        check("39.5", None);
    }
}
