//! One spot of one event, as the graphics card reads it.

use std::{f64::consts::PI, sync::LazyLock};

use bytemuck::{Pod, Zeroable};

use crate::{
    model::{DateRange, EventId, EventType, LonLat, Precision, date::day_number},
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

    /// Whether a window and a mask of types show it.
    pub fn is_shown(&self, window: Window, mask: u32) -> bool {
        let [first, last] = self.days;
        f64::from(first) < window.to()
            && window.from() < f64::from(last) + 1.0
            && 1 << self.type_code() & mask != 0
    }

    /// What instances are sorted by.
    pub(super) fn order(&self) -> ([i32; 2], u32) {
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

/// Symbols around one spot, in all rings.
pub const CAPACITY: usize = 1 + 3 * MOST_RINGS * (MOST_RINGS + 1);

/// Where the symbols on a spot go, in eighths of a point: the first on it, the others on rings
/// of 6, 12, 18… around it, clockwise from the top.
pub fn offsets() -> &'static [[i16; 2]; CAPACITY] {
    static OFFSETS: LazyLock<[[i16; 2]; CAPACITY]> =
        LazyLock::new(|| std::array::from_fn(|nth| offset(nth).map(eighths)));
    &OFFSETS
}

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
