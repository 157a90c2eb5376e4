//! The instances: one for each spot of each event, in time order.

use std::{collections::BTreeMap, f64::consts::PI, ops::Range};

use bytemuck::{Pod, Zeroable};

use crate::{
    model::{DateRange, Event, EventId, EventType, LonLat, Precision, date::day_number},
    session::{Session, Window},
};

/// How far apart symbols on one spot are drawn, in points.
const SPACING: f32 = 17.0;

/// Rings of symbols around one spot; what is more starts again in the middle.
const MOST_RINGS: usize = 6;

/// One spot of one event as the graphics card reads it.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
pub struct Instance {
    /// Fixed-point Mercator: the world is 2^32 wide and high, x from 180° west
    /// eastward, y from the north southward.
    pub place: [u32; 2],
    /// The numbers of the first and last possible day.
    pub days: [i32; 2],
    /// Bits 0–3 the type, 4–6 the precision, 7 background.
    kind: u32,
    /// From the spot, in eighths of a point.
    pub offset: [i16; 2],
    /// The number of the event.
    pub event: u32,
}

impl Instance {
    /// An instance in the middle of its spot. `kind` is type, precision, background.
    pub fn new(
        place: LonLat,
        days: DateRange,
        kind: (EventType, Precision, bool),
        event: EventId,
    ) -> Self {
        let (event_type, precision, background) = kind;
        Self {
            place: fixed(place),
            days: [day_number(days.first()), day_number(days.last())],
            kind: u32::from(event_type.code())
                | (precision as u32) << 4
                | u32::from(background) << 7,
            offset: [0, 0],
            event: u32::try_from(event.0).unwrap_or(u32::MAX),
        }
    }

    fn type_bit(&self) -> u32 {
        1 << (self.kind & 15)
    }
}

/// Fixed-point Web Mercator; places beyond 85° are put on the edge.
pub fn fixed(place: LonLat) -> [u32; 2] {
    let x = (place.lon + 180.0).rem_euclid(360.0) / 360.0;
    let lat = place.lat.clamp(-85.05, 85.05).to_radians();
    let y = 0.5 - (lat.tan() + 1.0 / lat.cos()).ln() / (2.0 * PI);
    // The cast saturates, so 1.0 becomes the last unit.
    [x, y].map(|share| (share * 4_294_967_296.0) as u32)
}

/// All instances, in the order of their first days.
#[derive(Debug, Default)]
pub struct Scene {
    instances: Vec<Instance>,
    /// The longest time that an event may have taken, in days.
    longest: i32,
}

impl Scene {
    /// The events that pass the session's filter, at all spots that are known as
    /// well as the best of them.
    pub fn of(session: &Session) -> Self {
        let mut instances = Vec::with_capacity(session.filtered().len());
        for &id in session.filtered() {
            let Some(event) = session.event(id) else { continue };
            let (Some(date), Some(days)) = (event.date, session.day_numbers(id)) else { continue };
            for location in best_spots(event) {
                let kind = (event.event_type, location.precision, event.background);
                let instance = Instance::new(location.position, date, kind, id);
                instances.push(Instance { days, ..instance });
            }
        }
        Self::new(instances)
    }

    /// Sorts the instances and spreads those that share a spot.
    pub fn new(mut instances: Vec<Instance>) -> Self {
        instances.sort_by_key(|i| (i.days, i.event, i.place));
        let mut on_spot: BTreeMap<[u32; 2], usize> = BTreeMap::new();
        for instance in &mut instances {
            // About 600 m at the equator: what would be drawn as one.
            let spot = instance.place.map(|unit| unit >> 16);
            let count = on_spot.entry(spot).or_default();
            instance.offset = offset(*count).map(|points| (points * 8.0) as i16);
            *count += 1;
        }
        let longest = instances.iter().map(|i| i.days[1] - i.days[0]).max().unwrap_or(0);
        Self { instances, longest }
    }

    /// All instances.
    pub fn instances(&self) -> &[Instance] {
        &self.instances
    }

    /// The instances among which are all that the window shows.
    pub fn range(&self, window: Window) -> Range<u32> {
        let earliest = window.from().floor() as i32 - self.longest;
        let latest = window.to().ceil() as i32;
        let start = self.instances.partition_point(|i| i.days[0] < earliest);
        let end = self.instances.partition_point(|i| i.days[0] < latest);
        start as u32..end.max(start) as u32
    }

    /// The instances that the window and the mask of types show.
    pub fn shown(&self, window: Window, mask: u32) -> impl Iterator<Item = &Instance> {
        let range = self.range(window);
        let (from, to) = (window.from(), window.to());
        self.instances[range.start as usize..range.end as usize].iter().filter(move |instance| {
            let [first, last] = instance.days.map(f64::from);
            first < to && from < last + 1.0 && instance.type_bit() & mask != 0
        })
    }
}

/// The locations of an event that are known as well as the best of them: the rest
/// only says the same less exactly.
pub fn best_spots(event: &Event) -> impl Iterator<Item = &crate::model::Location> {
    let best = event.locations.first().map(|location| location.precision);
    event.locations.iter().filter(move |location| Some(location.precision) == best)
}

/// Where the n-th symbol on a spot goes, in points: the first on it, the others on
/// rings of 6, 12, 18… around it, clockwise from the top.
fn offset(number: usize) -> [f32; 2] {
    let capacity = 1 + 3 * MOST_RINGS * (MOST_RINGS + 1);
    let mut left = number % capacity;
    let mut ring = 0;
    while left >= ring.max(1) * if ring == 0 { 1 } else { 6 } {
        left -= if ring == 0 { 1 } else { ring * 6 };
        ring += 1;
    }
    if ring == 0 {
        return [0.0, 0.0];
    }
    let angle = std::f32::consts::TAU * left as f32 / (ring * 6) as f32;
    let radius = SPACING * ring as f32;
    [radius * angle.sin(), -radius * angle.cos()]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_corners_of_the_world_are_the_corners_of_the_square() {
        assert_eq!(fixed(LonLat::new(0.0, 0.0)), [1 << 31, 1 << 31]);
        assert_eq!(fixed(LonLat::new(-180.0, 0.0))[0], 0);
        assert_eq!(fixed(LonLat::new(180.0, 0.0))[0], 0);
        assert!(fixed(LonLat::new(0.0, 85.05))[1] < 1 << 20);
    }

    #[test]
    fn a_long_event_is_found_by_a_window_at_its_end() {
        let long = DateRange::new(date(2022, 1, 1), date(2022, 12, 31)).unwrap_or_else(|| {
            unreachable!("the first day comes before the last");
        });
        let kind = (EventType::Other, Precision::Exact, false);
        let place = LonLat::new(45.0, 40.0);
        let short = DateRange::day(date(2022, 6, 1));
        let scene = Scene::new(vec![
            Instance::new(place, long, kind, EventId(0)),
            Instance::new(place, short, kind, EventId(1)),
        ]);
        let december = Window::of_days(DateRange::day(date(2022, 12, 5)));
        let shown: Vec<u32> = scene.shown(december, u32::MAX).map(|i| i.event).collect();
        assert_eq!(shown, [0]);
    }

    #[test]
    fn rings_fill_one_after_the_other() {
        assert_eq!(offset(0), [0.0, 0.0]);
        let distance = |n| f32::hypot(offset(n)[0], offset(n)[1]).round();
        assert_eq!((distance(1), distance(6)), (SPACING, SPACING));
        assert_eq!((distance(7), distance(18)), (2.0 * SPACING, 2.0 * SPACING));
        assert_eq!(offset(1 + 3 * MOST_RINGS * (MOST_RINGS + 1)), [0.0, 0.0]);
    }
}
