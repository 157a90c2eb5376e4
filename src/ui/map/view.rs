//! Where the map looks: zooming around a point, and showing all events.

use eframe::egui::{Pos2, Vec2};

use super::points::{Camera, Scene, share_of_world};
use crate::{
    basemap::{lon_lat, unit_square},
    model::LonLat,
    session::Window,
};

/// The closest zoom level: a village.
pub const CLOSEST: f64 = 15.0;

/// The farthest zoom level: a hemisphere.
pub const FARTHEST: f64 = 1.5;

/// Events are not shown closer than this without being asked to: names around them matter.
const CLOSEST_FIT: f64 = 10.0;

/// Space left around all events, in points.
const MARGIN: f32 = 70.0;

impl Camera {
    /// The world's width in points.
    pub fn world(&self) -> f64 {
        256.0 * self.zoom.exp2()
    }

    /// Closer by so many levels, with the same place under `at`.
    pub fn zoomed(&self, at: Pos2, levels: f64) -> Self {
        let zoom = (self.zoom + levels).clamp(FARTHEST, CLOSEST);
        let next = Self { zoom, ..*self };
        let from_middle = at - self.rect.center();
        let [x, y] = unit_square(self.center);
        let shift = 1.0 / self.world() - 1.0 / next.world();
        let x = x + f64::from(from_middle.x) * shift;
        let y = (y + f64::from(from_middle.y) * shift).clamp(0.0, 1.0);
        Self { center: lon_lat([x.rem_euclid(1.0), y]), ..next }
    }

    /// Where a place is on the screen.
    pub fn project(&self, place: LonLat) -> Pos2 {
        let [x, y] = unit_square(place);
        let [cx, cy] = unit_square(self.center);
        let world = self.world();
        // The copy of the world that is nearest to the middle.
        let dx = (x - cx + 0.5).rem_euclid(1.0) - 0.5;
        self.rect.center() + Vec2::new((dx * world) as f32, ((y - cy) * world) as f32)
    }

    /// The place at a point of the screen.
    pub fn place_at(&self, at: Pos2) -> LonLat {
        let [x, y] = unit_square(self.center);
        let from_middle = at - self.rect.center();
        let world = self.world();
        let x = x + f64::from(from_middle.x) / world;
        let y = (y + f64::from(from_middle.y) / world).clamp(0.0, 1.0);
        lon_lat([x.rem_euclid(1.0), y])
    }

    /// Points for a kilometre at this latitude.
    pub fn points_per_km(&self, lat: f64) -> f64 {
        self.world() * share_of_world(1.0, lat)
    }
}

/// The zoom level at which a place that reaches so far fills a good part of the map.
pub fn zoom_for(radius_km: f64) -> f64 {
    // A village is shown with what is around it.
    let km = radius_km.max(6.0);
    (14.5 - km.log2()).clamp(3.0, 11.5)
}

/// Far events are left outside a first view if the rest is so many times closer together.
const MUCH_CLOSER: f64 = 2.5;

/// Where most events are is found out from so many of them.
const ENOUGH: usize = 20_000;

/// Fixed-point Mercator as a share of the world.
fn share(unit: u32) -> f64 {
    f64::from(unit) / 4_294_967_296.0
}

/// Which events a view is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Those that are close together, if few are far away: a call from a distant
    /// capital must not make the front a dot.
    Most,
}

/// The middle and zoom level that show events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The middle.
    pub center: LonLat,
    /// The zoom level.
    pub zoom: f64,
}

impl Fit {
    /// Shows the instances of a scene in a view of this size: those of the window, or all if
    /// the window shows none, with the places `beside` them. The scene must have one.
    pub fn of(
        scene: &Scene,
        window: Window,
        which: Which,
        size: Vec2,
        beside: impl Iterator<Item = LonLat>,
    ) -> Self {
        let shown = scene.shown(window, u32::MAX);
        let mut places: Vec<[f64; 2]> = shown.map(|i| i.place.map(share)).collect();
        if places.is_empty() {
            places = scene.symbols().map(|i| i.place.map(share)).collect();
        }
        places.extend(beside.map(unit_square));
        let all = Bounds::of(places.iter().copied());
        let few = places.len().div_ceil(ENOUGH).max(1);
        let some: Vec<[f64; 2]> = places.into_iter().step_by(few).collect();
        let most = Bounds::of(most(&some));
        let much_closer = most.extent() * MUCH_CLOSER < all.extent();
        let shown = if which == Which::Most && much_closer { most } else { all };
        Self::of_box(shown.min, shown.max, size)
    }

    /// Shows a box in fixed-point Mercator, from its north-west corner so many units to the
    /// east and south.
    pub fn of_units(corner: [u32; 2], size: [u32; 2], view: Vec2) -> Self {
        let [min, size] = [corner, size].map(|units| units.map(share));
        let fit = Self::of_box(min, [min[0] + size[0], min[1] + size[1]], view);
        let lon = (fit.center.lon + 180.0).rem_euclid(360.0) - 180.0;
        Self { center: LonLat { lon, ..fit.center }, ..fit }
    }

    /// Shows a box in the unit square of Mercator.
    fn of_box(min: [f64; 2], max: [f64; 2], size: Vec2) -> Self {
        let room = [size.x, size.y].map(|side| f64::from((side - 2.0 * MARGIN).max(80.0)));
        let zoom_for =
            |axis: usize| (room[axis] / (max[axis] - min[axis]).max(1e-9) / 256.0).log2();
        let zoom = zoom_for(0).min(zoom_for(1)).clamp(FARTHEST, CLOSEST_FIT);
        let middle = [0, 1].map(|axis| (min[axis] + max[axis]) / 2.0);
        Self { center: lon_lat(middle), zoom }
    }
}

/// A box in the unit square of Mercator.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    min: [f64; 2],
    max: [f64; 2],
}

impl Bounds {
    fn of(places: impl Iterator<Item = [f64; 2]>) -> Self {
        let nothing = Self { min: [1.0; 2], max: [0.0; 2] };
        places.fold(nothing, |bounds, place| Self {
            min: [0, 1].map(|axis| bounds.min[axis].min(place[axis])),
            max: [0, 1].map(|axis| bounds.max[axis].max(place[axis])),
        })
    }

    /// The longer side.
    fn extent(&self) -> f64 {
        (self.max[0] - self.min[0]).max(self.max[1] - self.min[1])
    }
}

/// The places without the sixth that is farthest from the median.
fn most(places: &[[f64; 2]]) -> impl Iterator<Item = [f64; 2]> {
    let median = [0, 1].map(|axis| {
        let mut sides: Vec<f64> = places.iter().map(|place| place[axis]).collect();
        sides.sort_by(f64::total_cmp);
        sides.get(sides.len() / 2).copied().unwrap_or(0.5)
    });
    let distance = |place: &[f64; 2]| (place[0] - median[0]).hypot(place[1] - median[1]);
    let mut nearest = places.to_vec();
    nearest.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.truncate(places.len() - places.len() / 6);
    nearest.into_iter()
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2, vec2};

    use std::iter::empty;

    use super::*;

    fn camera() -> Camera {
        let rect = Rect::from_min_size(pos2(300.0, 40.0), vec2(700.0, 500.0));
        Camera { rect, center: LonLat::new(45.6, 40.0), zoom: 7.3 }
    }

    #[test]
    fn the_place_under_the_pointer_stays_there() {
        let at = pos2(420.0, 500.0);
        let place = LonLat::new(44.0, 39.0);
        let before = camera();
        let at_place = before.project(place);
        let after = before.zoomed(at_place, 1.7);
        assert!(after.project(place).distance(at_place) < 0.05);
        let back = after.zoomed(at, 2.0).zoomed(at, -2.0);
        assert!((back.center.lon - after.center.lon).abs() < 1e-6);
    }

    #[test]
    fn all_corners_of_a_box_are_in_the_view_that_fits_it() {
        let size = vec2(700.0, 500.0);
        let corners = [LonLat::new(44.0, 41.0), LonLat::new(47.0, 38.8)];
        let [a, b] = corners.map(unit_square);
        let min = [a[0].min(b[0]), a[1].min(b[1])];
        let max = [a[0].max(b[0]), a[1].max(b[1])];
        let fit = Fit::of_box(min, max, size);
        let view = Camera { center: fit.center, zoom: fit.zoom, ..camera() };
        for corner in corners {
            assert!(view.rect.shrink(30.0).contains(view.project(corner)), "{corner:?}");
        }
    }

    #[test]
    fn a_few_events_far_away_do_not_make_the_others_a_dot() {
        use crate::{
            model::{DateRange, EventId, EventType, Precision},
            ui::map::points::Instance,
        };
        let day = DateRange::day(jiff::civil::date(2022, 9, 13));
        let kind = (EventType::Battle, Precision::Exact, false);
        let mut places: Vec<LonLat> =
            (0..12).map(|i| LonLat::new(45.0 + f64::from(i) * 0.1, 40.0)).collect();
        places.push(LonLat::new(37.6, 55.75));
        let instance = |(i, place): (usize, &LonLat)| Instance::new(*place, day, kind, EventId(i));
        let scene = Scene::new(places.iter().enumerate().map(instance).collect());
        let size = vec2(700.0, 500.0);
        let window = Window::of_days(day);
        assert!(Fit::of(&scene, window, Which::Most, size, empty()).zoom > 8.0);
        assert!(Fit::of(&scene, window, Which::All, size, empty()).zoom < 6.0);
        let another = Window::new(0.0, 1.0);
        assert!(
            Fit::of(&scene, another, Which::All, size, empty()).zoom < 6.0,
            "all where none is shown"
        );
    }

    #[test]
    fn a_kilometre_is_longer_on_the_map_in_the_north() {
        assert!(camera().points_per_km(60.0) > 1.9 * camera().points_per_km(0.0));
    }
}
