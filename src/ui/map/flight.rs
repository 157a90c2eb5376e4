//! Going to another place: in a short flight, or at once where nothing shall move.

use super::points::Camera;
use crate::{
    basemap::{lon_lat, unit_square},
    model::LonLat,
};

/// Zoom levels and views are apart so far that a flight between them would only be a blur.
const TOO_FAR: f64 = 12.0;

/// A flight from one view to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: (LonLat, f64),
    to: (LonLat, f64),
    /// The time at which it began, in seconds.
    start: f64,
    seconds: f64,
}

impl Flight {
    /// From the view of a camera to a middle and zoom level. `now` is in seconds.
    pub fn new(from: Camera, to: (LonLat, f64), now: f64, seconds: f32) -> Self {
        let apart = (from.project(to.0) - from.rect.center()).length() / from.rect.width().max(1.0);
        let too_far = f64::from(apart) > TOO_FAR;
        let seconds = if too_far { 0.0 } else { f64::from(seconds) };
        Self { from: (from.center, from.zoom), to, start: now, seconds }
    }

    /// Where it is, and whether it has arrived.
    pub fn at(&self, now: f64) -> ((LonLat, f64), bool) {
        let share = (now - self.start) / self.seconds;
        if self.seconds <= 0.0 || !(0.0..1.0).contains(&share) {
            return (self.to, true);
        }
        // Slow at both ends.
        let share = share * share * (3.0 - 2.0 * share);
        let zoom = self.from.1 + (self.to.1 - self.from.1) * share;
        // The middle goes as the scale does, or it would rush by when near.
        let width = |zoom: f64| (-zoom).exp2();
        let (start, end) = (width(self.from.1), width(self.to.1));
        let moved =
            if (start - end).abs() < 1e-12 { share } else { (start - width(zoom)) / (start - end) };
        let [ax, ay] = unit_square(self.from.0);
        let [bx, by] = unit_square(self.to.0);
        let dx = (bx - ax + 0.5).rem_euclid(1.0) - 0.5;
        let x = (ax + dx * moved).rem_euclid(1.0);
        ((lon_lat([x, ay + (by - ay) * moved]), zoom), false)
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2, vec2};

    use super::*;

    fn camera() -> Camera {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        Camera { rect, center: LonLat::new(179.0, 10.0), zoom: 6.0 }
    }

    #[test]
    fn a_flight_takes_the_shorter_way_and_arrives() {
        let to = (LonLat::new(-179.0, 12.0), 8.0);
        let flight = Flight::new(camera(), to, 10.0, 0.5);
        let ((middle, zoom), arrived) = flight.at(10.25);
        assert!(!arrived && (6.0..8.0).contains(&zoom));
        assert!(middle.lon.abs() > 178.9, "{middle:?}");
        assert_eq!(flight.at(10.5), (to, true));
    }

    #[test]
    fn without_time_or_across_the_world_it_arrives_at_once() {
        let to = (LonLat::new(178.0, 12.0), 8.0);
        assert!(Flight::new(camera(), to, 10.0, 0.0).at(10.0).1);
        assert!(
            Flight::new(Camera { zoom: 12.0, ..camera() }, (LonLat::new(0.0, 0.0), 8.0), 1.0, 0.5)
                .at(1.1)
                .1
        );
    }
}
