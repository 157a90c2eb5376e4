//! Distances along points, over the ground.

use eframe::egui::{Align2, FontId, Key, Modifiers, Painter, Pos2, Response, Ui, vec2};

use super::{Camera, knots, line, path};
use crate::{model::LonLat, ui::theme::Theme};

/// A leg is drawn in pieces of at most so many kilometres, since the shortest way is a curve
/// on the map.
const PIECE_KM: f64 = 100.0;

/// Adds a point for each click; Backspace takes the last one away.
pub fn handle(points: &mut Vec<LonLat>, ui: &mut Ui, response: &Response, camera: Camera) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
        points.pop();
    }
    // The second click of a double click is no other point.
    let clicked = response.clicked() && !response.double_clicked();
    if let Some(at) = response.interact_pointer_pos().filter(|_| clicked) {
        points.push(camera.unproject(at));
    }
}

/// The length of the way along all points.
pub fn length_km(points: &[LonLat]) -> f64 {
    points.windows(2).map(|leg| leg[0].distance_km(leg[1])).sum()
}

/// "850 m", "1.24 km", "38.2 km", "1240 km".
pub fn written(km: f64) -> String {
    match km {
        km if km < 0.9995 => format!("{:.0} m", km * 1000.0),
        km if km < 9.995 => format!("{km:.2} km"),
        km if km < 999.95 => format!("{km:.1} km"),
        km => format!("{km:.0} km"),
    }
}

/// Draws the way with the length of each leg, and of all where the pointer is.
pub fn paint(
    painter: &Painter,
    camera: Camera,
    points: &[LonLat],
    at: Option<Pos2>,
    theme: &Theme,
) {
    let mut ways = points.to_vec();
    ways.extend(at.filter(|_| !points.is_empty()).map(|at| camera.unproject(at)));
    let mut curve: Vec<LonLat> = ways.first().copied().into_iter().collect();
    for leg in ways.windows(2) {
        curve.extend(great_circle(leg[0], leg[1]));
    }
    line(painter, path(camera, &curve), theme);
    knots(painter, &path(camera, points), theme);
    for leg in ways.windows(2) {
        let km = leg[0].distance_km(leg[1]);
        let ends = path(camera, leg);
        let is_long = ends[0].distance(ends[1]) > 60.0;
        if is_long {
            let middle = great_circle_at(leg[0], leg[1], 0.5);
            label(painter, path(camera, &[leg[0], middle])[1], &written(km), theme);
        }
    }
    if let (true, Some(end)) = (ways.len() > 2, path(camera, &ways).last()) {
        let total = format!("Σ {}", written(length_km(&ways)));
        label(painter, *end + vec2(0.0, 22.0), &total, theme);
    }
}

fn label(painter: &Painter, at: Pos2, words: &str, theme: &Theme) {
    let ink = theme.text.strong.0;
    let galley = painter.layout_no_wrap(words.to_owned(), FontId::proportional(11.5), ink);
    let rect = Align2::CENTER_CENTER.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand2(vec2(4.0, 1.0)), 3.0, theme.surface.raised.0);
    painter.galley(rect.min, galley, ink);
}

/// Places along the shortest way, without its start.
fn great_circle(from: LonLat, to: LonLat) -> impl Iterator<Item = LonLat> {
    let pieces = (from.distance_km(to) / PIECE_KM).ceil().clamp(1.0, 200.0) as u32;
    (1..=pieces).map(move |piece| great_circle_at(from, to, f64::from(piece) / f64::from(pieces)))
}

/// The place at a share of the shortest way.
fn great_circle_at(from: LonLat, to: LonLat, share: f64) -> LonLat {
    let vector = |place: LonLat| {
        let (lon, lat) = (place.lon.to_radians(), place.lat.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let (a, b) = (vector(from), vector(to));
    let angle = a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>().clamp(-1.0, 1.0).acos();
    if angle < 1e-9 {
        return to;
    }
    let (p, q) = (((1.0 - share) * angle).sin() / angle.sin(), (share * angle).sin() / angle.sin());
    let [x, y, z] = [0, 1, 2].map(|axis| p * a[axis] + q * b[axis]);
    LonLat::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_exactly_as_a_person_wants_them() {
        let wanted = ["850 m", "1.00 km", "1.24 km", "38.2 km", "1240 km"];
        assert_eq!([0.85, 0.9996, 1.239, 38.23, 1240.3].map(written), wanted);
    }

    #[test]
    fn the_pieces_of_a_way_are_as_long_as_the_whole() {
        let (yerevan, tokyo) = (LonLat::new(44.51, 40.18), LonLat::new(139.69, 35.69));
        let mut way = vec![yerevan];
        way.extend(great_circle(yerevan, tokyo));
        assert!((length_km(&way) / yerevan.distance_km(tokyo) - 1.0).abs() < 1e-6);
        assert!(way.iter().any(|place| place.lat > 44.0), "it bends to the north");
        let across = great_circle_at(LonLat::new(170.0, 10.0), LonLat::new(-170.0, 10.0), 0.5);
        assert!(across.lon.abs() > 179.9, "{across:?}");
    }
}
