//! Towns and villages around the view, out of the gazetteer: there are millions, so a
//! thread looks for those that the map may name.

use eframe::egui::Context;

use super::{background::Background, base::Village, points::Camera};
use crate::{
    basemap::{lon_lat, unit_square},
    gazetteer::Gazetteer,
    model::LonLat,
};

/// Villages are named from this zoom on.
const FROM_ZOOM: f64 = 9.0;

/// More would not fit on a screen.
const MOST: usize = 500;

/// How far beyond the view villages are found, as a part of its size: panning a little asks
/// for nothing.
const BEYOND: f64 = 0.4;

/// A box in the unit square of Web Mercator; `x` may go below 0 and beyond 1.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    min: [f64; 2],
    max: [f64; 2],
}

/// Takes an area and a zoom and gives what is there.
type Finder = Background<(Area, i32), (Area, i32, Vec<Village>)>;

/// The towns and villages around the view.
#[derive(Default)]
pub struct Villages {
    found: Vec<Village>,
    /// Where `found` is complete, and for which zoom.
    known: Option<(Area, i32)>,
    asked: Option<(Area, i32)>,
    worker: Option<Finder>,
}

impl Villages {
    /// The villages in view, the largest first; none from afar. With `at_once`, they are
    /// looked for before this returns, and else the context is told when they are found.
    pub fn seen(&mut self, camera: Camera, at_once: bool, ctx: &Context) -> &[Village] {
        if let Some(worker) = &self.worker {
            for (area, zoom, found) in worker.answers() {
                (self.known, self.found) = (Some((area, zoom)), found);
            }
        }
        if camera.zoom < FROM_ZOOM {
            return &[];
        }
        let (view, zoom) = (Area::of(camera), camera.zoom.floor() as i32);
        let holds = |known: Option<(Area, i32)>| {
            known.is_some_and(|(area, at)| area.holds(&view) && at == zoom)
        };
        if !holds(self.known) && (at_once || !holds(self.asked)) {
            let area = view.expanded();
            if at_once {
                (self.known, self.found) = (Some((area, zoom)), find(area));
            } else {
                let work = |(area, zoom)| (area, zoom, find(area));
                let worker =
                    self.worker.get_or_insert_with(|| Background::start(ctx.clone(), work));
                self.asked = worker.ask((area, zoom)).then_some((area, zoom));
            }
        }
        &self.found
    }
}

impl Area {
    fn of(camera: Camera) -> Self {
        let [x, y] = unit_square(camera.center);
        let world = 256.0 * camera.zoom.exp2();
        let half =
            [camera.rect.width(), camera.rect.height()].map(|side| f64::from(side) / 2.0 / world);
        Self { min: [x - half[0], y - half[1]], max: [x + half[0], y + half[1]] }
    }

    fn expanded(&self) -> Self {
        let margin = [0, 1].map(|axis| (self.max[axis] - self.min[axis]) * BEYOND);
        Self {
            min: [0, 1].map(|axis| self.min[axis] - margin[axis]),
            max: [0, 1].map(|axis| self.max[axis] + margin[axis]),
        }
    }

    fn holds(&self, other: &Self) -> bool {
        (0..2).all(|axis| self.min[axis] <= other.min[axis] && other.max[axis] <= self.max[axis])
    }

    /// The south-western and the north-eastern corner; the first may lie east of the second,
    /// across 180°.
    fn corners(&self) -> [LonLat; 2] {
        let corner = |x: f64, y: f64| lon_lat([x.rem_euclid(1.0), y.clamp(0.0, 1.0)]);
        [corner(self.min[0], self.max[1]), corner(self.max[0], self.min[1])]
    }
}

fn find(area: Area) -> Vec<Village> {
    let [south_west, north_east] = area.corners();
    let gazetteer = Gazetteer::bundled();
    gazetteer
        .settlements_between(south_west, north_east, MOST)
        .into_iter()
        .filter_map(|place| {
            let name = gazetteer.name_of(place)?.into_owned();
            Some(Village { name, at: gazetteer.row(place)?.position })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2};

    use super::*;

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 600.0));
        Camera { rect, center: LonLat::new(lon, lat), zoom }
    }

    fn names(lon: f64, lat: f64, zoom: f64) -> Vec<String> {
        let mut villages = Villages::default();
        let seen = villages.seen(camera(lon, lat, zoom), true, &Context::default());
        seen.iter().map(|village| village.name.clone()).collect()
    }

    #[test]
    fn goris_is_seen_from_near_and_nothing_from_afar() {
        assert!(names(46.34, 39.51, 11.0).contains(&"Goris".to_owned()));
        assert!(names(46.34, 39.51, 7.0).is_empty());
    }

    #[test]
    fn the_largest_place_comes_first() {
        assert_eq!(names(44.51, 40.18, 10.0).first().map(String::as_str), Some("Yerevan"));
    }

    #[test]
    fn a_small_move_asks_for_nothing() {
        let mut villages = Villages::default();
        let ctx = Context::default();
        villages.seen(camera(46.34, 39.51, 11.0), true, &ctx);
        let known = villages.known;
        villages.seen(camera(46.36, 39.52, 11.3), true, &ctx);
        assert_eq!(villages.known, known);
    }

    #[test]
    fn a_box_across_the_date_line_has_its_west_in_the_east() {
        let [south_west, north_east] = Area::of(camera(179.9, -17.0, 9.0)).corners();
        assert!(south_west.lon > 170.0 && north_east.lon < -170.0);
        assert!(south_west.lat < north_east.lat);
    }
}
