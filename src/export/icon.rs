//! The symbol of each type of event as a small picture, from the shapes and colours of
//! `assets/theme`.

use std::collections::BTreeMap;
use std::f32::consts::TAU;
use std::io::{self, Write as _};
use std::sync::LazyLock;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use serde::Deserialize;

use crate::model::EventType;

/// Width and height of a picture, in pixels.
const SIDE: u32 = 48;
/// Each pixel is the mean of so many points squared.
const SAMPLES: u32 = 4;
/// Radius of a symbol of size 1, and of the line around it, as shares of the side.
const RADIUS: f32 = 0.34;
const LINE: f32 = 0.05;

#[derive(Clone, Copy, Deserialize)]
struct Form {
    points: u8,
    turn: f32,
    inner: f32,
    size: f32,
}

#[derive(Default, Deserialize)]
struct Theme {
    event: BTreeMap<String, String>,
}

static FORMS: LazyLock<BTreeMap<String, Form>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/theme/symbols.toml")).unwrap_or_default()
});
static THEME: LazyLock<Theme> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/theme/light.toml")).unwrap_or_default()
});

/// Red, green, blue of a type.
pub fn colour(event_type: EventType) -> [u8; 3] {
    let hex = THEME.event.get(event_type.key()).map_or("", String::as_str);
    let digits = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or(0x006b_7280);
    let [_, red, green, blue] = digits.to_be_bytes();
    [red, green, blue]
}

/// The symbol of a type as PNG, in its colour, with a white line around it.
pub fn png(event_type: EventType) -> io::Result<Vec<u8>> {
    let circle = Form { points: 16, turn: 0.0, inner: 1.0, size: 1.0 };
    let form = FORMS.get(event_type.key()).copied().unwrap_or(circle);
    let corners = form.corners(RADIUS * form.size);
    let outline = form.corners(RADIUS * form.size + LINE);
    let [red, green, blue] = colour(event_type);
    let mut pixels = Vec::with_capacity((SIDE * (SIDE * 4 + 1)) as usize);
    for y in 0..SIDE {
        // Each line begins with the number of its filter: none.
        pixels.push(0);
        for x in 0..SIDE {
            let (inside, around) = (cover(&corners, x, y), cover(&outline, x, y));
            let mix = |of: u8| (255.0 + (f32::from(of) - 255.0) * inside / around.max(0.01)) as u8;
            pixels.extend([mix(red), mix(green), mix(blue), (around * 255.0) as u8]);
        }
    }
    encode(&pixels)
}

impl Form {
    /// Corners around the middle of a picture with sides of 1, y down.
    fn corners(self, radius: f32) -> Vec<[f32; 2]> {
        let is_star = self.inner < 1.0;
        let count = if is_star { u16::from(self.points) * 2 } else { u16::from(self.points) };
        let corner = |n: u16| {
            let angle = self.turn.to_radians() + TAU * f32::from(n) / f32::from(count);
            let radius = if is_star && n % 2 == 1 { radius * self.inner } else { radius };
            [0.5 + radius * angle.cos(), 0.5 + radius * angle.sin()]
        };
        (0..count).map(corner).collect()
    }
}

/// How much of a pixel lies in a polygon, 0 to 1.
fn cover(corners: &[[f32; 2]], x: u32, y: u32) -> f32 {
    let at = |pixel: u32, sample: u32| {
        (pixel as f32 + (sample as f32 + 0.5) / SAMPLES as f32) / SIDE as f32
    };
    let points = (0..SAMPLES).flat_map(|i| (0..SAMPLES).map(move |j| (i, j)));
    let inside = points.filter(|&(i, j)| holds(corners, at(x, i), at(y, j))).count();
    inside as f32 / (SAMPLES * SAMPLES) as f32
}

/// Whether a point lies in a polygon, by the edges to its right.
fn holds(corners: &[[f32; 2]], x: f32, y: f32) -> bool {
    let ends = corners.iter().zip(corners.iter().cycle().skip(1));
    let crossed = ends.filter(|&(&[ax, ay], &[bx, by])| {
        (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    });
    crossed.count() % 2 == 1
}

/// A PNG of red, green, blue and opacity, eight bits each.
fn encode(pixels: &[u8]) -> io::Result<Vec<u8>> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend(SIDE.to_be_bytes());
    head.extend(SIDE.to_be_bytes());
    head.extend([8, 6, 0, 0, 0]);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(pixels)?;
    chunk(&mut png, *b"IHDR", &head);
    chunk(&mut png, *b"IDAT", &packed.finish()?);
    chunk(&mut png, *b"IEND", &[]);
    Ok(png)
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let mut crc = Crc::new();
    crc.update(&name);
    crc.update(data);
    png.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    png.extend(name);
    png.extend(data);
    png.extend(crc.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_type_has_a_colour_and_a_shape_of_its_own() {
        let mut seen = Vec::new();
        for event_type in EventType::ALL {
            assert!(FORMS.contains_key(event_type.key()));
            assert!(THEME.event.contains_key(event_type.key()));
            let png = png(event_type).unwrap();
            assert!(png.starts_with(b"\x89PNG") && !seen.contains(&png));
            seen.push(png);
        }
        assert_eq!(colour(EventType::Battle), [0xc6, 0x28, 0x28]);
    }

    #[test]
    fn the_middle_is_inside_and_the_corner_is_not() {
        let square = Form { points: 4, turn: 45.0, inner: 1.0, size: 1.0 }.corners(0.4);
        assert!(holds(&square, 0.5, 0.5) && !holds(&square, 0.02, 0.02));
        assert_eq!((cover(&square, 24, 24), cover(&square, 0, 0)), (1.0, 0.0));
    }
}
