//! Where days are on the screen.

use eframe::egui::Rangef;

use crate::session::Window;

/// The days of an axis side by side, from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    points: Rangef,
    days: Window,
}

impl Scale {
    /// These days over these points.
    pub fn new(points: Rangef, days: Window) -> Self {
        Self { points: Rangef::new(points.min, points.max.max(points.min + 1.0)), days }
    }

    /// The days.
    pub fn days(&self) -> Window {
        self.days
    }

    /// How many days a point is wide.
    pub fn days_per_point(&self) -> f64 {
        self.days.length() / f64::from(self.points.span())
    }

    /// Where a moment is; it may be far beyond the ends.
    pub fn x(&self, day: f64) -> f32 {
        let x = f64::from(self.points.min) + (day - self.days.from()) / self.days_per_point();
        x.clamp(-1e6, 1e6) as f32
    }

    /// Where a moment is, or the end that it lies beyond.
    pub fn x_inside(&self, day: f64) -> f32 {
        self.x(day).clamp(self.points.min, self.points.max)
    }

    /// The moment at a point.
    pub fn day(&self, x: f32) -> f64 {
        self.days.from() + f64::from(x - self.points.min) * self.days_per_point()
    }

    /// From where to where a window is, as far as it lies between the ends.
    pub fn span(&self, window: Window) -> Rangef {
        Rangef::new(self.x_inside(window.from()), self.x_inside(window.to()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_and_its_day_are_inverse_before_1970_as_after() {
        for days in [(19_000.0, 19_010.0), (-700_000.0, -699_000.0), (-4e6, 2.9e6)] {
            let scale = Scale::new(Rangef::new(14.0, 1014.0), Window::new(days.0, days.1));
            for x in [14.0, 500.5, 1014.0] {
                assert!((scale.x(scale.day(x)) - x).abs() < 0.01, "{days:?}");
            }
            assert_eq!(scale.x_inside(days.1 + 1e5), 1014.0);
        }
    }
}
