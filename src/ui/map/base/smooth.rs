//! Curves through the points of a line.

/// A side longer than this, in cell units, is drawn as a curve.
const LONG: f32 = 24.0;

/// Pieces that such a side is cut into.
const STEPS: u8 = 4;

/// A Catmull-Rom curve through all points; short sides stay as they are.
pub fn smoothed(points: &[[f32; 2]]) -> Vec<[f32; 2]> {
    let mut curve = Vec::with_capacity(points.len() * usize::from(STEPS));
    for (number, pair) in points.windows(2).enumerate() {
        let [from, to] = [pair[0], pair[1]];
        curve.push(from);
        if (from[0] - to[0]).hypot(from[1] - to[1]) < LONG {
            continue;
        }
        let before = number.checked_sub(1).map_or(from, |number| points[number]);
        let after = points.get(number + 2).copied().unwrap_or(to);
        let steps = (1..STEPS).map(|step| f32::from(step) / f32::from(STEPS));
        curve.extend(steps.map(|t| between([before, from, to, after], t)));
    }
    curve.extend(points.last());
    curve
}

fn between([a, b, c, d]: [[f32; 2]; 4], t: f32) -> [f32; 2] {
    [0, 1].map(|axis| {
        let [a, b, c, d] = [a[axis], b[axis], c[axis], d[axis]];
        let square = 2.0 * a - 5.0 * b + 4.0 * c - d;
        let cube = 3.0 * b - a - 3.0 * c + d;
        0.5 * (2.0 * b + (c - a) * t + square * t * t + cube * t * t * t)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_passes_through_all_points_and_stays_near_them() {
        let points = [[0.0, 0.0], [100.0, 0.0], [100.0, 100.0]];
        let curve = smoothed(&points);
        assert!(points.iter().all(|point| curve.contains(point)));
        assert_eq!(curve.len(), 9);
        assert!(curve.iter().all(|at| at[0] > -1.0 && at[0] < 115.0 && at[1] > -15.0));
    }

    #[test]
    fn a_straight_line_stays_straight_and_short_sides_stay_as_they_are() {
        assert!(smoothed(&[[0.0, 5.0], [300.0, 5.0]]).iter().all(|at| (at[1] - 5.0).abs() < 1e-4));
        assert_eq!(smoothed(&[[0.0, 0.0], [9.0, 9.0]]), [[0.0, 0.0], [9.0, 9.0]]);
        assert!(smoothed(&[]).is_empty());
    }
}
