//! Coordinates as people write them.

use super::options::Notation;
use crate::model::LonLat;

/// A place as a person reads it, north before east.
pub fn written(place: LonLat, notation: Notation) -> String {
    let lon = (place.lon + 180.0).rem_euclid(360.0) - 180.0;
    match notation {
        Notation::Decimal => format!("{:.5}, {:.5}", place.lat, lon),
        Notation::Sexagesimal => {
            let (ns, ew) = (hemisphere(place.lat, 'N', 'S'), hemisphere(lon, 'E', 'W'));
            format!("{}{ns} {}{ew}", sexagesimal(place.lat), sexagesimal(lon))
        }
    }
}

fn hemisphere(degrees: f64, positive: char, negative: char) -> char {
    if degrees < 0.0 { negative } else { positive }
}

/// "39°30′44.4″".
fn sexagesimal(degrees: f64) -> String {
    let tenths = (degrees.abs() * 36_000.0).round() as u64;
    let (degrees, minutes, tenths) = (tenths / 36_000, tenths / 600 % 60, tenths % 600);
    format!("{degrees}°{minutes:02}′{:04.1}″", tenths as f64 / 10.0)
}

/// The place that coordinates mean: "39.5, 46.3", "39.5 N 46.3 E", "39°30′44″N 46°20′17″E",
/// "46°20'17\" E, 39°30'44\" N". Without letters the latitude comes first. `None` for other
/// words, and for what lies on no globe.
pub fn read(text: &str) -> Option<LonLat> {
    let numbers = numbers(text)?;
    let letters: Vec<char> =
        text.chars().map(|c| c.to_ascii_uppercase()).filter(|c| c.is_ascii_alphabetic()).collect();
    let half = numbers.len() / 2;
    if numbers.len() % 2 == 1 || !(1..=3).contains(&half) {
        return None;
    }
    let [mut first, mut second] = [degrees(&numbers[..half])?, degrees(&numbers[half..])?];
    let mut lat_first = true;
    if let [a, b] = letters[..] {
        lat_first = matches!(a, 'N' | 'S');
        let fits = if lat_first { matches!(b, 'E' | 'W') } else { matches!(b, 'N' | 'S') };
        if !(fits && matches!(a, 'N' | 'S' | 'E' | 'W')) {
            return None;
        }
        let sign = |letter| if matches!(letter, 'S' | 'W') { -1.0 } else { 1.0 };
        (first, second) = (first * sign(a), second * sign(b));
    } else if !letters.is_empty() {
        return None;
    }
    let (lat, lon) = if lat_first { (first, second) } else { (second, first) };
    (lat.abs() <= 90.0 && lon.abs() <= 180.0).then_some(LonLat::new(lon, lat))
}

/// The numbers of a text that otherwise has only signs, spaces and letters of directions.
fn numbers(text: &str) -> Option<Vec<f64>> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '−');
    let is_sign = |c: char| c.is_whitespace() || "°º'′’\"″”,;NSEWnsew".contains(c);
    if !text.chars().all(|c| is_part(c) || is_sign(c)) {
        return None;
    }
    let words = text.split(|c: char| !is_part(c)).filter(|word| !word.is_empty());
    words.map(|word| word.replace('−', "-").parse().ok()).collect()
}

/// Degrees, minutes and seconds as degrees.
fn degrees(parts: &[f64]) -> Option<f64> {
    let (whole, rest) = parts.split_first()?;
    if rest.iter().any(|part| !(0.0..60.0).contains(part)) {
        return None;
    }
    let rest: f64 = rest.iter().zip([60.0, 3600.0]).map(|(part, share)| part / share).sum();
    Some((whole.abs() + rest).copysign(*whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: Option<(f64, f64)>) {
        let found = read(text).map(|place| (place.lat, place.lon));
        let near = |(a, b): ((f64, f64), (f64, f64))| (a.0 - b.0).abs() + (a.1 - b.1).abs() < 1e-4;
        let same = found.zip(wanted).map_or(found.is_none() && wanted.is_none(), near);
        assert!(same, "{text}: {found:?}");
    }

    #[test]
    fn coordinates_are_read_as_people_write_them() {
        check("39.5, 46.3", Some((39.5, 46.3)));
        check("39.5 46.3", Some((39.5, 46.3)));
        check("-12.25;-77.5", Some((-12.25, -77.5)));
        check("46.3E 39.5N", Some((39.5, 46.3)));
        check("39°30′44.4″N 46°20′17.2″E", Some((39.51233, 46.33811)));
        check("12° 30' S, 77° 15' W", Some((-12.5, -77.25)));
    }

    #[test]
    fn other_words_are_no_coordinates() {
        for text in
            ["Goris", "39.5", "1 2 3", "91, 0", "39.5, 200", "39 75, 46 10", "N S", "", "E 1 E 2"]
        {
            check(text, None);
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        for (lat, lon) in [(39.512_34, 46.338_11), (-0.25, -179.5), (59.999_99, 0.0)] {
            let place = LonLat::new(lon, lat);
            check(&written(place, Notation::Decimal), Some((lat, lon)));
            check(&written(place, Notation::Sexagesimal), Some((lat, lon)));
        }
        let goris = LonLat::new(46.338_11, 39.512_34);
        assert_eq!(written(goris, Notation::Decimal), "39.51234, 46.33811");
        assert_eq!(written(goris, Notation::Sexagesimal), "39°30′44.4″N 46°20′17.2″E");
    }
}
