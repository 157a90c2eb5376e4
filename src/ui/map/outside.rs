//! How many of the events shown have no spot in the view. Counted anew when the view or the
//! filter changes, and on while time runs.

use std::{ops::Range, sync::Arc};

use rayon::prelude::*;

use super::points::{Camera, Instance, Passing, Scene};
use crate::session::Window;

/// So many instances are counted at once; fewer are not worth a second thread.
const AT_ONCE: usize = 1 << 16;

/// The number and what it was counted for.
#[derive(Debug, Default)]
pub struct Inside {
    scene: Arc<Scene>,
    /// The view that was counted.
    view: Option<View>,
    /// The view of the last call.
    seen: Option<View>,
    is_behind: bool,
    passing: Passing,
    events: usize,
}

/// A part of the world in fixed-point Mercator: a corner, and so far to the east and south.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct View {
    corner: [u32; 2],
    size: [u32; 2],
}

impl Inside {
    /// How many events of the window have a spot in the view. There may be a million: unless
    /// `at_once`, they are counted when the view is the one of the call before, and while it
    /// moves the count before stands, and [`Inside::is_behind`].
    pub fn count(
        &mut self,
        scene: &Arc<Scene>,
        camera: Camera,
        window: Window,
        at_once: bool,
    ) -> usize {
        let (corner, size) = camera.units(camera.rect);
        let view = View { corner, size };
        let moves = self.seen.replace(view).is_some_and(|before| before != view);
        self.is_behind = moves && !at_once;
        if self.is_behind {
            return self.events;
        }
        let passing = Passing::of(scene, window);
        let same = Arc::ptr_eq(&self.scene, scene) && self.view == Some(view);
        if same && self.passing.distance(passing) <= scene.range(window).len() {
            self.events = self.counted_on(scene, view, passing);
        } else {
            self.scene = Arc::clone(scene);
            self.view = Some(view);
            self.events = counted(scene, view, window);
        }
        self.passing = passing;
        self.events
    }

    /// Whether the last count was none of the view now.
    pub fn is_behind(&self) -> bool {
        self.is_behind
    }

    fn counted_on(&self, scene: &Scene, view: View, next: Passing) -> usize {
        let mut events = self.events as i64;
        // All spots of an event come at once, and go at once.
        let mut last = None;
        self.passing.changes(next, scene, |_, instance, sign| {
            if view.has(instance) && last != Some((instance.event, sign)) {
                last = Some((instance.event, sign));
                events += i64::from(sign);
            }
        });
        events.max(0) as usize
    }
}

impl View {
    fn has(&self, instance: &Instance) -> bool {
        instance.place[0].wrapping_sub(self.corner[0]) <= self.size[0]
            && instance.place[1].wrapping_sub(self.corner[1]) <= self.size[1]
    }
}

fn counted(scene: &Scene, view: View, window: Window) -> usize {
    let range = scene.range(window);
    let count = |part: Range<usize>| {
        let mut events = 0;
        let mut last = None;
        for symbol in scene.part(part) {
            let is_seen = view.has(&symbol) && symbol.is_shown(window, u32::MAX);
            if is_seen && last != Some(symbol.event) {
                last = Some(symbol.event);
                events += 1;
            }
        }
        events
    };
    if range.len() <= AT_ONCE {
        return count(range);
    }
    let parts = range.len().div_ceil(AT_ONCE);
    let border = |part: usize| {
        between_events(scene.spots().instances(), (range.start + part * AT_ONCE).min(range.end))
    };
    (0..parts).into_par_iter().map(|part| count(border(part)..border(part + 1))).sum()
}

/// The same number, or the next one at which another event begins.
fn between_events(instances: &[Instance], mut at: usize) -> usize {
    while at > 0 && at < instances.len() && instances[at].event == instances[at - 1].event {
        at += 1;
    }
    at
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use eframe::egui::{Rect, pos2, vec2};

    use super::*;
    use crate::{
        model::{DateRange, EventId, EventType, LonLat, Precision},
        session::date_of,
    };

    #[test]
    fn an_event_is_counted_once_however_many_spots_it_has_in_the_view() {
        let kind = (EventType::Battle, Precision::Exact, false);
        let mut instances = Vec::new();
        for event in 0..300usize {
            let first = (event / 3) as i32;
            let days = DateRange::new(date_of(first), date_of(first + (event % 5) as i32)).unwrap();
            for spot in 0..=event % 4 {
                let lon = 30.0 + (event * 7 % 50) as f64 * 0.7 + spot as f64;
                instances.push(Instance::new(LonLat::new(lon, 40.0), days, kind, EventId(event)));
            }
        }
        let scene = Arc::new(Scene::new(instances));
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        let mut inside = Inside::default();
        for (lon, zoom, from, to) in [
            (45.0, 6.0, 0.0, 200.0),
            (45.0, 6.0, 3.5, 20.0),
            (45.0, 6.0, 10.0, 26.0),
            (45.0, 6.0, 2.0, 9.0),
            (47.0, 7.0, 2.0, 9.0),
        ] {
            let camera = Camera { rect, center: LonLat::new(lon, 40.0), zoom };
            let window = Window::new(from, to);
            let seen = scene.shown(window, u32::MAX);
            let seen: BTreeSet<u32> =
                seen.filter(|i| rect.contains(camera.spot(i.place))).map(|i| i.event).collect();
            assert_eq!(inside.count(&scene, camera, window, true), seen.len(), "{lon} {from}");
        }
    }
}
