//! The instances: one for each spot of each event, in time order.

use std::{
    f64::consts::PI,
    ops::Range,
    sync::{Arc, LazyLock, OnceLock},
};

use bytemuck::{Pod, Zeroable};

use super::{finder::Finder, spots::VagueSpot};
use crate::{
    model::{DateRange, Event, EventId, EventType, LonLat, Precision, date::day_number},
    session::Window,
};

/// How far apart symbols on one spot are drawn, in points.
const SPACING: f32 = 17.0;

/// Rings of symbols around one spot; what is more starts again in the middle.
const MOST_RINGS: usize = 6;

/// The farthest that a symbol is drawn from its spot, in points.
pub const FARTHEST_OFFSET: f32 = SPACING * MOST_RINGS as f32;

/// One spot of one event as the graphics card reads it.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Pod, Zeroable)]
pub struct Instance {
    /// Fixed-point Mercator: the world is 2^32 wide and high, x from 180° west
    /// eastward, y from the north southward.
    pub place: [u32; 2],
    /// The numbers of the first and last possible day.
    pub days: [i32; 2],
    /// Bits 0–3 the type, 4–6 the precision, 7 background, 8–15 sixteenths of the binary
    /// logarithm of one more than the deaths, 16–17 one more than the side, 0 for neither.
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
        Self::at(place, [days.first(), days.last()].map(day_number), kind, number_of(event))
    }

    /// The same with the numbers of the first and last day and of the event.
    pub(super) fn at(
        place: LonLat,
        days: [i32; 2],
        kind: (EventType, Precision, bool),
        event: u32,
    ) -> Self {
        let (event_type, precision, background) = kind;
        Self {
            place: fixed(place),
            days,
            kind: u32::from(event_type.code())
                | (precision as u32) << 4
                | u32::from(background) << 7,
            offset: [0, 0],
            event,
        }
    }

    /// The same of so many deaths.
    pub fn with_deaths(self, deaths: u32) -> Self {
        let sixteenths = (f64::from(deaths) + 1.0).log2() * 16.0;
        Self { kind: self.kind | (sixteenths.round().min(255.0) as u32) << 8, ..self }
    }

    /// The same of which one side alone speaks: 0, 1 or none.
    pub fn with_side(self, side: Option<u8>) -> Self {
        let side = side.map_or(0, |side| u32::from(side.min(1)) + 1);
        Self { kind: self.kind | side << 16, ..self }
    }

    /// The same as the nth symbol on its spot: the first on it, the others on rings of 6, 12,
    /// 18… around it, clockwise from the top.
    pub(super) fn spread(self, nth: u32) -> Self {
        static OFFSETS: LazyLock<Vec<[i16; 2]>> =
            LazyLock::new(|| (0..CAPACITY).map(|nth| offset(nth).map(eighths)).collect());
        Self { offset: OFFSETS[nth as usize % CAPACITY], ..self }
    }

    /// The code of the type.
    pub fn type_code(&self) -> usize {
        (self.kind & 15) as usize
    }

    /// How well the place is known: the number of the precision.
    pub fn precision(&self) -> u32 {
        self.kind >> 4 & 7
    }

    /// The binary logarithm of one more than the deaths.
    pub fn log_deaths(&self) -> f32 {
        (self.kind >> 8 & 255) as f32 / 16.0
    }

    /// 0 where neither side alone speaks of it, 1 for the first side, 2 for the second.
    pub fn side(&self) -> usize {
        (self.kind >> 16 & 3).min(2) as usize
    }

    /// Whether it is history told as context.
    pub fn is_background(&self) -> bool {
        self.kind & 128 != 0
    }

    /// The event.
    pub fn id(&self) -> EventId {
        EventId(self.event as usize)
    }

    fn type_bit(&self) -> u32 {
        1 << (self.kind & 15)
    }

    fn order(&self) -> ([i32; 2], u32) {
        (self.days, self.event)
    }
}

/// The number of an event as instances have it.
pub fn number_of(event: EventId) -> u32 {
    u32::try_from(event.0).unwrap_or(u32::MAX)
}

/// Fixed-point Web Mercator; places beyond 85° are put on the edge.
pub fn fixed(place: LonLat) -> [u32; 2] {
    let x = (place.lon + 180.0).rem_euclid(360.0) / 360.0;
    let lat = place.lat.clamp(-85.05, 85.05).to_radians();
    let y = 0.5 - (lat.tan() + 1.0 / lat.cos()).ln() / (2.0 * PI);
    // The cast saturates, so 1.0 becomes the last unit.
    [x, y].map(|share| (share * 4_294_967_296.0) as u32)
}

/// All instances, in the order of their days.
#[derive(Debug, Default)]
pub struct Scene {
    instances: Vec<Instance>,
    /// For each instance the number of its vague spot, or [`super::spots::EXACT`].
    vague: Vec<u32>,
    vague_spots: Arc<[VagueSpot]>,
    /// The longest time that an event may have taken, in days.
    longest: i32,
    /// The numbers of the instances in the order of their last days; none if that is theirs.
    by_last: OnceLock<Option<Vec<u32>>>,
    finder: OnceLock<Finder>,
}

impl Scene {
    /// Spreads instances that share a spot and have no vague ones.
    pub fn new(mut instances: Vec<Instance>) -> Self {
        instances.sort_by_key(Instance::order);
        super::spots::Spots::new(instances.into_iter().map(|i| (i, 0.0)).collect()).scene(|_| true)
    }

    /// The instances must be in order and spread.
    pub(super) fn in_order(
        instances: Vec<Instance>,
        vague: Vec<u32>,
        vague_spots: Arc<[VagueSpot]>,
    ) -> Self {
        let longest = instances.iter().map(|i| i.days[1] - i.days[0]).max().unwrap_or(0);
        Self { instances, vague, vague_spots, longest, ..Self::default() }
    }

    /// All instances.
    pub fn instances(&self) -> &[Instance] {
        &self.instances
    }

    /// For each instance the number of its vague spot, or [`super::spots::EXACT`].
    pub fn vague(&self) -> &[u32] {
        &self.vague
    }

    /// Places that are known no better than as an area.
    pub fn vague_spots(&self) -> &Arc<[VagueSpot]> {
        &self.vague_spots
    }

    /// The instances of an event that has these days.
    pub fn of_event(&self, event: EventId, days: DateRange) -> &[Instance] {
        let days = [day_number(days.first()), day_number(days.last())];
        let order = (days, number_of(event));
        let start = self.instances.partition_point(|i| i.order() < order);
        let end = self.instances.partition_point(|i| i.order() <= order);
        &self.instances[start..end]
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
        self.instances[range.start as usize..range.end as usize]
            .iter()
            .filter(move |instance| is_shown(instance, window, mask))
    }

    /// Those of them whose spots lie in a box, from its north-west corner so many units to
    /// the east and south.
    pub fn shown_in(
        &self,
        corner: [u32; 2],
        size: [u32; 2],
        window: Window,
        mask: u32,
    ) -> impl Iterator<Item = &Instance> {
        let finder = self.finder.get_or_init(|| Finder::of(&self.instances));
        finder.near(corner, size).filter_map(|number| self.instances.get(number as usize)).filter(
            move |i| {
                i.place[0].wrapping_sub(corner[0]) <= size[0]
                    && i.place[1].wrapping_sub(corner[1]) <= size[1]
                    && is_shown(i, window, mask)
            },
        )
    }

    /// The number of the `nth` instance in the order of their last days.
    pub(super) fn by_last(&self, nth: usize) -> usize {
        match self.by_last.get_or_init(|| self.order_of_last_days()) {
            Some(order) => order.get(nth).map_or(nth, |number| *number as usize),
            None => nth,
        }
    }

    fn order_of_last_days(&self) -> Option<Vec<u32>> {
        if self.instances.is_sorted_by_key(|i| i.days[1]) {
            return None;
        }
        let mut order: Vec<u32> = (0..self.instances.len() as u32).collect();
        order.sort_by_key(|number| self.instances[*number as usize].days[1]);
        Some(order)
    }
}

/// Whether the window and the mask of types show an instance.
fn is_shown(instance: &Instance, window: Window, mask: u32) -> bool {
    let [first, last] = instance.days.map(f64::from);
    first < window.to() && window.from() < last + 1.0 && instance.type_bit() & mask != 0
}

/// The locations of an event that are known as well as the best of them: the rest
/// only says the same less exactly.
pub fn best_spots(event: &Event) -> impl Iterator<Item = &crate::model::Location> {
    event.best_locations()
}

/// Symbols around one spot, in all rings.
const CAPACITY: usize = 1 + 3 * MOST_RINGS * (MOST_RINGS + 1);

fn eighths(points: f32) -> i16 {
    (points * 8.0) as i16
}

/// Where the nth symbol on a spot goes, in points.
fn offset(number: usize) -> [f32; 2] {
    let mut left = number % CAPACITY;
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
        let found: Vec<u32> = scene.of_event(EventId(1), short).iter().map(|i| i.event).collect();
        assert_eq!(found, [1]);
    }

    #[test]
    fn rings_fill_one_after_the_other() {
        assert_eq!(offset(0), [0.0, 0.0]);
        let distance = |n| f32::hypot(offset(n)[0], offset(n)[1]).round();
        assert_eq!((distance(1), distance(6)), (SPACING, SPACING));
        assert_eq!((distance(7), distance(18)), (2.0 * SPACING, 2.0 * SPACING));
        assert_eq!(offset(CAPACITY), [0.0, 0.0]);
        assert_eq!(distance(CAPACITY - 1), FARTHEST_OFFSET);
    }

    #[test]
    fn deaths_and_sides_leave_type_and_precision_as_they_are() {
        let day = DateRange::day(date(2022, 6, 1));
        let kind = (EventType::Other, Precision::Country, true);
        let plain = Instance::new(LonLat::new(45.0, 40.0), day, kind, EventId(7));
        let full = plain.with_deaths(u32::MAX).with_side(Some(1));
        assert_eq!(full.type_code(), usize::from(EventType::Other.code()));
        assert_eq!(full.precision(), Precision::Country as u32);
        assert_eq!((full.side(), full.log_deaths() > 15.9), (2, true));
        assert_eq!((plain.side(), plain.log_deaths()), (0, 0.0));
        assert_eq!(plain.with_deaths(1).log_deaths(), 1.0);
    }
}
