//! All spots of all events, whatever the filter: made once for the data, so that another
//! filter only takes some of them out.

use std::sync::Arc;

use rayon::prelude::*;

use super::scene::{Instance, Scene, number_of};
use crate::{
    model::{DateRange, Event, EventId, Precision, date::day_number},
    session::Sides,
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
    /// The radius that holds it.
    pub radius_km: f32,
    /// The number of an event there, for its outline.
    pub event: u32,
    /// Which of its instances it is.
    pub nth: u32,
}

/// Instances in order, and what those of a filter need to be spread.
#[derive(Debug, Default)]
pub struct Spots {
    instances: Vec<Instance>,
    /// For each instance the number of its spot, counted from 0.
    spots: Vec<u32>,
    spot_count: usize,
    /// For each instance the number of its vague spot, or [`EXACT`].
    vague: Vec<u32>,
    vague_spots: Arc<[VagueSpot]>,
    /// The types and precisions that there are, as bits: without and with background.
    present: [(u32, u32); 2],
}

impl Spots {
    /// The dated and placed ones of these events, which are a dataset's.
    pub fn of(events: &[Event], sides: &Sides) -> Self {
        let parts = events.par_chunks(AT_ONCE).enumerate();
        let of_part = |(part, events): (usize, &[Event])| {
            // Neighbours mostly share their day.
            let mut days = Days::default();
            let mut placed = Vec::with_capacity(events.len());
            for (number, event) in events.iter().enumerate() {
                let id = EventId(part * AT_ONCE + number);
                placed.extend(instances_of(id, event, sides, &mut days));
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
        let vague_spots = vague_spots.into();
        Self { instances, spots, spot_count, vague, vague_spots, present }
    }

    /// The types and precisions that there are, as bits, perhaps also of history told as
    /// context.
    pub fn present(&self, background: bool) -> (u32, u32) {
        self.present[usize::from(background)]
    }

    /// The instances of these events, those that share a spot spread around it.
    pub fn scene_of(&self, filtered: &[EventId]) -> Scene {
        let most = self.instances.iter().map(|i| i.event as usize + 1).max().unwrap_or(0);
        let mut passes = vec![false; most];
        for id in filtered {
            if let Some(passes) = passes.get_mut(id.0) {
                *passes = true;
            }
        }
        self.scene(|event| passes.get(event as usize).copied().unwrap_or(false))
    }

    /// The same of events given by a question.
    pub fn scene(&self, passes: impl Fn(u32) -> bool) -> Scene {
        let mut on_spot = vec![0u32; self.spot_count];
        let mut instances = Vec::with_capacity(self.instances.len());
        let mut vague = Vec::with_capacity(self.instances.len());
        for (number, instance) in self.instances.iter().enumerate() {
            if !passes(instance.event) {
                continue;
            }
            let count = &mut on_spot[self.spots[number] as usize];
            instances.push(instance.spread(*count));
            vague.push(self.vague[number]);
            *count += 1;
        }
        Scene::in_order(instances, vague, Arc::clone(&self.vague_spots))
    }
}

fn instances_of(
    id: EventId,
    event: &Event,
    sides: &Sides,
    days: &mut Days,
) -> impl Iterator<Item = (Instance, f32)> {
    let deaths = event.killed.map_or(0, |killed| killed.low());
    let side = if event.reports.is_empty() { None } else { sides.of(id) };
    let spots = event.date.map(|range| (days.numbers(range), event.best_locations()));
    spots.into_iter().flat_map(move |(days, locations)| {
        locations.map(move |location| {
            let kind = (event.event_type, location.precision, event.background);
            let instance = Instance::at(location.position, days, kind, number_of(id));
            (instance.with_deaths(deaths).with_side(side), location.radius_km as f32)
        })
    })
}

/// The numbers of days, which take longer to find out than to remember.
#[derive(Default)]
struct Days(Option<(DateRange, [i32; 2])>);

impl Days {
    fn numbers(&mut self, range: DateRange) -> [i32; 2] {
        match self.0 {
            Some((of, numbers)) if of == range => numbers,
            _ => {
                let numbers = [range.first(), range.last()].map(day_number);
                self.0 = Some((range, numbers));
                numbers
            }
        }
    }
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
            let (radius_km, nth) = (f32::from_bits(radius), before as u32);
            spots.push(VagueSpot { place, radius_km, event, nth });
        }
        numbers[at] = spots.len() as u32 - 1;
    }
    (numbers, spots)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{EventType, LonLat};

    fn instance(lon: f64, precision: Precision, event: usize) -> Instance {
        let day = DateRange::day(date(2022, 6, 1));
        let kind = (EventType::Battle, precision, false);
        Instance::new(LonLat::new(lon, 40.0), day, kind, EventId(event))
    }

    #[test]
    fn without_its_neighbours_a_symbol_is_back_on_its_spot() {
        let exact = Precision::Exact;
        let placed = (0..3).map(|event| (instance(45.0, exact, event), 0.0)).collect();
        let spots = Spots::new(placed);
        let offsets = |ids: &[EventId]| -> Vec<[i16; 2]> {
            spots.scene_of(ids).instances().iter().map(|i| i.offset).collect()
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
