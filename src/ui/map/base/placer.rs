//! Which names fit on the screen beside each other.

use std::collections::HashMap;

use eframe::egui::{Pos2, Rect, Vec2, vec2};

/// The side of the squares by which taken places are found, in points.
const SQUARE: f32 = 96.0;

/// Places on the screen that are taken.
#[derive(Debug, Default)]
pub struct Placer {
    taken: Vec<Rect>,
    squares: HashMap<(i32, i32), Vec<u32>>,
}

impl Placer {
    /// Whether none of these rectangles overlaps a taken one.
    pub fn is_free(&self, areas: &[Rect]) -> bool {
        let overlaps = |area: &Rect| {
            squares(*area)
                .filter_map(|square| self.squares.get(&square))
                .flatten()
                .any(|number| overlap(self.taken[*number as usize], *area))
        };
        !areas.iter().any(overlaps)
    }

    /// Takes these rectangles.
    pub fn take(&mut self, areas: &[Rect]) {
        for area in areas {
            let number = self.taken.len() as u32;
            self.taken.push(*area);
            for square in squares(*area) {
                self.squares.entry(square).or_default().push(number);
            }
        }
    }
}

/// The squares that a rectangle touches.
fn squares(area: Rect) -> impl Iterator<Item = (i32, i32)> {
    let square = |x: f32| (x / SQUARE).floor() as i32;
    let columns = square(area.min.x)..=square(area.max.x);
    let rows = square(area.min.y)..=square(area.max.y);
    rows.flat_map(move |row| columns.clone().map(move |column| (column, row)))
}

/// Whether two rectangles share more than an edge.
fn overlap(a: Rect, b: Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

/// What a text turned clockwise around its middle covers: small squares along it.
pub fn turned(middle: Pos2, size: Vec2, angle: f32) -> Vec<Rect> {
    let along = Vec2::angled(angle);
    let count = (size.x / size.y.max(1.0)).ceil().max(1.0) as i32;
    let step = size.x / count as f32;
    let square = |number: i32| {
        let from_middle = (number as f32 + 0.5) * step - size.x / 2.0;
        Rect::from_center_size(middle + along * from_middle, Vec2::splat(size.y.max(step)))
    };
    (0..count).map(square).collect()
}

/// Where the name of a point may stand, the best place first: the middle of the name, for
/// a point with a dot of this radius.
pub fn beside(point: Pos2, dot: f32, size: Vec2) -> [Pos2; 4] {
    let aside = dot + 3.0 + size.x / 2.0;
    let above = dot + 1.0 + size.y / 2.0;
    [vec2(aside, 0.0), vec2(-aside, 0.0), vec2(0.0, -above), vec2(0.0, above)]
        .map(|shift| point + shift)
}

/// Shifts of a country's name, in its widths and heights.
const SHIFTS: [[f32; 2]; 16] = [
    [0.0, 0.8],
    [0.0, -0.8],
    [0.0, 1.5],
    [0.0, -1.5],
    [0.45, 0.0],
    [-0.45, 0.0],
    [0.4, 0.9],
    [-0.4, 0.9],
    [0.4, -0.9],
    [-0.4, -0.9],
    [0.4, 1.5],
    [-0.4, 1.5],
    [0.4, -1.5],
    [-0.4, -1.5],
    [0.65, 0.0],
    [-0.65, 0.0],
];

/// Where the name of a country may stand, the best place first: its middle, no farther than
/// `reach` points from where it belongs.
pub fn around(middle: Pos2, size: Vec2, reach: f32) -> Vec<Pos2> {
    let shifts = SHIFTS.map(|[x, y]| vec2(x * size.x, y * size.y));
    let near = shifts.into_iter().filter(|shift| shift.length() <= reach);
    std::iter::once(Vec2::ZERO).chain(near).map(|shift| middle + shift).collect()
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    fn area(x: f32, y: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(80.0, 12.0))
    }

    #[test]
    fn a_name_is_not_put_over_another_one() {
        let mut placer = Placer::default();
        placer.take(&[area(100.0, 100.0)]);
        assert!(!placer.is_free(&[area(150.0, 105.0)]));
        assert!(placer.is_free(&[area(100.0, 112.0)]));
        assert!(placer.is_free(&[area(-300.0, 100.0)]));
    }

    #[test]
    fn one_of_several_parts_that_overlaps_is_enough() {
        let mut placer = Placer::default();
        placer.take(&turned(pos2(0.0, 0.0), vec2(100.0, 10.0), 0.8));
        assert!(!placer.is_free(&[Rect::from_center_size(pos2(30.0, 30.0), Vec2::splat(8.0))]));
        assert!(placer.is_free(&[Rect::from_center_size(pos2(30.0, -30.0), Vec2::splat(8.0))]));
    }

    #[test]
    fn the_name_of_a_small_country_stays_in_it() {
        let (middle, size) = (pos2(0.0, 0.0), vec2(90.0, 16.0));
        assert_eq!(around(middle, size, 10.0), [middle]);
        assert!(around(middle, size, 30.0).iter().all(|at| at.distance(middle) <= 30.0));
    }

    #[test]
    fn names_beside_a_point_leave_its_dot_free() {
        let (point, size) = (pos2(50.0, 50.0), vec2(60.0, 14.0));
        for middle in beside(point, 3.0, size) {
            assert!(!Rect::from_center_size(middle, size).contains(point));
        }
    }
}
