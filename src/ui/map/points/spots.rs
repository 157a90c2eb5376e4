//! All spots of all events, whatever the filter: made once for the data, so that another
//! filter only takes some of them out.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use rayon::prelude::*;

use super::{
    finder::Finder,
    instance::{CAPACITY, Instance, number_of, offsets},
    scene::{HIDDEN, Scene},
    share_of_world,
};
use crate::{
    basemap::lon_lat,
    model::{Event, EventId, Precision},
    session::{Session, Sides, Window},
};

/// The number of no vague spot.
pub const EXACT: u32 = u32::MAX;

/// Events that a thread takes at once.
const AT_ONCE: usize = 8192;

/// A radius below which a spot is as good as exact, in kilometres.
const SMALLEST_KM: f32 = 0.5;

/// A place that is known no better than as an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VagueSpot {
    /// The middle, in fixed-point Mercator.
    pub place: [u32; 2],
    /// The radius that holds it, as a part of the world's width on the map.
    pub radius: f32,
    /// The number of an event there, for its outline.
    pub event: u32,
    /// Which of its instances it is.
    pub nth: u32,
}

/// Instances in the order of their days, and what those of a filter need to be spread.
#[derive(Debug, Default)]
pub struct Spots {
    instances: Vec<Instance>,
    /// For each instance the number of its spot, counted from 0.
    spots: Vec<u32>,
    spot_count: usize,
    /// For each instance the number of its vague spot, or [`EXACT`].
    vague: Vec<u32>,
    vague_spots: Vec<VagueSpot>,
    /// The longest time that an event may have taken, in days.
    longest: i32,
    /// One more than the greatest number of an event.
    events: usize,
    /// The types and precisions that there are, as bits: without and with background.
    present: [(u32, u32); 2],
    /// The numbers of the instances in the order of their last days; none if that is theirs.
    by_last: OnceLock<Option<Vec<u32>>>,
    finder: OnceLock<Finder>,
}

impl Spots {
    /// The placed events that have a day on the session's axis of time.
    pub fn of(session: &Session) -> Self {
        let (sides, days) = (session.sides(), session.day_numbers_of_all());
        let parts = session.dataset().events.par_chunks(AT_ONCE).enumerate();
        let of_part = |(part, events): (usize, &[Event])| {
            let mut placed = Vec::with_capacity(events.len());
            for (number, event) in events.iter().enumerate() {
                let id = EventId(part * AT_ONCE + number);
                placed.extend(instances_of(id, event, sides, days(id)));
            }
            placed
        };
        let mut placed: Vec<(Instance, f32)> = parts.flat_map_iter(of_part).collect();
        let order = |(instance, _): &(Instance, f32)| (instance.days, instance.event);
        if !placed.is_sorted_by_key(order) {
            placed.par_sort_by_key(order);
        }
        Self::new(placed)
    }

    /// Instances in order, each with the radius that holds its place, in kilometres.
    pub fn new(placed: Vec<(Instance, f32)>) -> Self {
        let (spots, spot_count) = spots_of(&placed);
        let (vague, vague_spots) = vague_of(&placed);
        let instances: Vec<Instance> = placed.into_iter().map(|(instance, _)| instance).collect();
        let present = [false, true].map(|background| {
            let all = instances.iter().filter(|i| background || !i.is_background());
            all.fold((0, 0), |(types, precisions), i| {
                (types | 1 << i.type_code(), precisions | 1 << i.precision())
            })
        });
        let longest = instances.iter().map(|i| i.days[1] - i.days[0]).max().unwrap_or(0);
        let events = instances.iter().map(|i| i.event as usize + 1).max().unwrap_or(0);
        let kept = Self { instances, spots, spot_count, vague, vague_spots, ..Self::default() };
        Self { longest, events, present, ..kept }
    }

    /// All instances.
    pub fn instances(&self) -> &[Instance] {
        &self.instances
    }

    /// For each instance the number of its vague spot, or [`EXACT`].
    pub fn vague(&self) -> &[u32] {
        &self.vague
    }

    /// Places that are known no better than as an area.
    pub fn vague_spots(&self) -> &[VagueSpot] {
        &self.vague_spots
    }

    /// The numbers among which are all instances that the window touches.
    pub fn range(&self, window: Window) -> Range<usize> {
        let earliest = window.from().floor() as i32 - self.longest;
        let latest = window.to().ceil() as i32;
        let start = self.instances.partition_point(|i| i.days[0] < earliest);
        let end = self.instances.partition_point(|i| i.days[0] < latest);
        start..end.max(start)
    }

    /// The number of the `nth` instance in the order of their last days.
    pub fn by_last(&self, nth: usize) -> usize {
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
        order.par_sort_by_key(|number| self.instances[*number as usize].days[1]);
        Some(order)
    }

    /// Makes ready what is needed soon, for a thread that nobody waits for.
    pub fn prepare(&self) {
        self.finder();
        self.by_last(0);
    }

    /// Finds instances by their spots; made when it is first needed.
    pub fn finder(&self) -> &Finder {
        self.finder.get_or_init(|| Finder::of(&self.instances))
    }

    /// The types and precisions that there are, as bits, perhaps also of history told as
    /// context.
    pub fn present(&self, background: bool) -> (u32, u32) {
        self.present[usize::from(background)]
    }

    /// The instances of these events, those that share a spot spread around it.
    pub fn scene_of(self: &Arc<Self>, filtered: &[EventId]) -> Scene {
        let mut passes = vec![false; self.events];
        for id in filtered {
            if let Some(passes) = passes.get_mut(id.0) {
                *passes = true;
            }
        }
        self.scene(|event| passes.get(event as usize).copied().unwrap_or(false))
    }

    /// The same of events given by a question.
    pub fn scene(self: &Arc<Self>, passes: impl Fn(u32) -> bool) -> Scene {
        let places = offsets();
        let mut on_spot = vec![0u32; self.spot_count];
        let mut count = 0;
        let offset = |(instance, spot): (&Instance, &u32)| {
            if !passes(instance.event) {
                return HIDDEN;
            }
            count += 1;
            let before = &mut on_spot[*spot as usize];
            *before += 1;
            places[(*before - 1) as usize % CAPACITY]
        };
        let offsets = self.instances.iter().zip(&self.spots).map(offset).collect();
        Scene::of(Arc::clone(self), offsets, count)
    }
}

fn instances_of(
    id: EventId,
    event: &Event,
    sides: &Sides,
    days: Option<[i32; 2]>,
) -> impl Iterator<Item = (Instance, f32)> {
    let deaths = event.killed.map_or(0, |killed| killed.low());
    let side = if event.reports.is_empty() { None } else { sides.of(id) };
    let spots = days.map(|days| (days, event.best_locations()));
    spots.into_iter().flat_map(move |(days, locations)| {
        locations.map(move |location| {
            let kind = (event.event_type, location.precision, event.background);
            let instance = Instance::at(location.position, days, kind, number_of(id));
            (instance.with_deaths(deaths).with_side(side), location.radius_km as f32)
        })
    })
}

/// For each instance the number of its spot, and how many there are. A spot is about 600 m
/// wide at the equator: what would be drawn as one.
fn spots_of(placed: &[(Instance, f32)]) -> (Vec<u32>, usize) {
    let key = |(number, (instance, _)): (usize, &(Instance, f32))| {
        let [x, y] = instance.place.map(|unit| u64::from(unit >> 16));
        (x << 16 | y) << 32 | number as u64
    };
    let mut keys: Vec<u64> = placed.par_iter().enumerate().map(key).collect();
    keys.par_sort_unstable();
    let mut numbers = vec![0; placed.len()];
    let mut count = 0;
    let mut last = None;
    for key in keys {
        if last != Some(key >> 32) {
            count += 1;
            last = Some(key >> 32);
        }
        numbers[(key & u64::from(u32::MAX)) as usize] = count - 1;
    }
    (numbers, count as usize)
}

/// For each instance the number of its vague spot, and these.
fn vague_of(placed: &[(Instance, f32)]) -> (Vec<u32>, Vec<VagueSpot>) {
    let is_vague = |instance: &Instance, radius: f32| {
        instance.precision() != Precision::Exact as u32 && radius >= SMALLEST_KM
    };
    let of = |(number, (instance, radius)): (usize, &(Instance, f32))| {
        let key = (instance.place, radius.to_bits(), instance.precision(), number as u32);
        is_vague(instance, *radius).then_some(key)
    };
    let mut keys: Vec<_> = placed.par_iter().enumerate().filter_map(of).collect();
    keys.par_sort_unstable();
    let mut numbers = vec![EXACT; placed.len()];
    let mut spots = Vec::new();
    let mut last = None;
    for (place, radius, precision, number) in keys {
        let at = number as usize;
        if last != Some((place, radius, precision)) {
            last = Some((place, radius, precision));
            let event = placed[at].0.event;
            let before = placed[..at].iter().rev().take_while(|(i, _)| i.event == event).count();
            let lat = lon_lat([0.5, f64::from(place[1]) / 4_294_967_296.0]).lat;
            let radius = share_of_world(f32::from_bits(radius).into(), lat) as f32;
            spots.push(VagueSpot { place, radius, event, nth: before as u32 });
        }
        numbers[at] = spots.len() as u32 - 1;
    }
    (numbers, spots)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{DateRange, EventType, LonLat};

    fn instance(lon: f64, precision: Precision, event: usize) -> Instance {
        let day = DateRange::day(date(2022, 6, 1));
        let kind = (EventType::Battle, precision, false);
        Instance::new(LonLat::new(lon, 40.0), day, kind, EventId(event))
    }

    #[test]
    fn without_its_neighbours_a_symbol_is_back_on_its_spot() {
        let exact = Precision::Exact;
        let placed = (0..3).map(|event| (instance(45.0, exact, event), 0.0)).collect();
        let spots = Arc::new(Spots::new(placed));
        let offsets = |ids: &[EventId]| -> Vec<[i16; 2]> {
            spots.scene_of(ids).symbols().map(|symbol| symbol.offset).collect()
        };
        let both = offsets(&[EventId(0), EventId(2)]);
        assert!(both[0] == [0, 0] && both[1] != [0, 0]);
        assert_eq!(offsets(&[EventId(2)]), [[0, 0]]);
    }

    #[test]
    fn vague_places_are_counted_once_and_exact_ones_not_at_all() {
        let spots = Spots::new(vec![
            (instance(45.0, Precision::Admin1, 0), 60.0),
            (instance(45.0, Precision::Exact, 1), 60.0),
            (instance(45.0, Precision::Admin1, 2), 60.0),
            (instance(46.0, Precision::Near, 2), 5.0),
        ]);
        assert_eq!(spots.vague, [0, EXACT, 0, 1]);
        let nth: Vec<(u32, u32)> = spots.vague_spots.iter().map(|s| (s.event, s.nth)).collect();
        assert_eq!(nth, [(0, 0), (2, 1)]);
    }
}
