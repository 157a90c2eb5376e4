//! What of all spots passes a filter, and where symbols on one spot go.

use std::{ops::Deref, ops::Range, sync::Arc};

use super::{instance::Instance, instance::number_of, spots::Spots};
use crate::{model::EventId, session::Window};

/// The offset of an instance that does not pass.
pub const HIDDEN: [i16; 2] = [i16::MIN; 2];

/// An instance that passes the filter.
#[derive(Clone, Copy, Debug)]
pub struct Symbol<'s> {
    instance: &'s Instance,
    /// Where it is drawn, from its spot, in eighths of a point.
    pub offset: [i16; 2],
}

impl Deref for Symbol<'_> {
    type Target = Instance;

    fn deref(&self) -> &Instance {
        self.instance
    }
}

/// The instances that pass a filter. All spots stay as they are: another filter costs one
/// offset for each.
#[derive(Debug, Default)]
pub struct Scene {
    spots: Arc<Spots>,
    /// For each instance, or [`HIDDEN`].
    offsets: Vec<[i16; 2]>,
    count: usize,
}

impl Scene {
    /// All of these instances, those that share a spot spread around it; no spot is vague.
    pub fn new(mut instances: Vec<Instance>) -> Self {
        instances.sort_by_key(Instance::order);
        Arc::new(Spots::new(instances.into_iter().map(|i| (i, 0.0)).collect())).scene(|_| true)
    }

    pub(super) fn of(spots: Arc<Spots>, offsets: Vec<[i16; 2]>, count: usize) -> Self {
        Self { spots, offsets, count }
    }

    /// All spots, whatever the filter.
    pub fn spots(&self) -> &Arc<Spots> {
        &self.spots
    }

    /// The offset of each instance of all spots, in eighths of a point; the least number for what does not pass.
    pub fn offsets(&self) -> &[[i16; 2]] {
        &self.offsets
    }

    /// Whether nothing passes.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The instance of this number, if it passes.
    pub fn get(&self, number: usize) -> Option<Symbol<'_>> {
        let offset = *self.offsets.get(number)?;
        let instance = self.spots.instances().get(number)?;
        (offset != HIDDEN).then_some(Symbol { instance, offset })
    }

    /// Those that pass of the instances of these numbers.
    pub fn part(&self, numbers: Range<usize>) -> impl Iterator<Item = Symbol<'_>> {
        let all = self.spots.instances().get(numbers.clone()).unwrap_or_default();
        let offsets = self.offsets.get(numbers).unwrap_or_default();
        let symbol = |(instance, offset)| Symbol { instance, offset };
        all.iter().zip(offsets.iter().copied()).filter(|(_, o)| *o != HIDDEN).map(symbol)
    }

    /// All that pass, in the order of their days.
    pub fn symbols(&self) -> impl Iterator<Item = Symbol<'_>> {
        self.part(0..self.offsets.len())
    }

    /// Those of an event that has these days, by their numbers.
    pub fn of_event(&self, event: EventId, days: [i32; 2]) -> impl Iterator<Item = Symbol<'_>> {
        let (all, order) = (self.spots.instances(), (days, number_of(event)));
        let start = all.partition_point(|i| i.order() < order);
        let end = all.partition_point(|i| i.order() <= order);
        self.part(start..end)
    }

    /// The numbers among which are all that the window shows.
    pub fn range(&self, window: Window) -> Range<usize> {
        self.spots.range(window)
    }

    /// Those that the window and the mask of types show.
    pub fn shown(&self, window: Window, mask: u32) -> impl Iterator<Item = Symbol<'_>> {
        self.part(self.range(window)).filter(move |symbol| symbol.is_shown(window, mask))
    }

    /// Tells those whose spots lie in a box, from its north-west corner so many units to the
    /// east and south.
    pub fn each_within(
        &self,
        corner: [u32; 2],
        size: [u32; 2],
        mut tell: impl FnMut([u32; 2], Symbol<'_>),
    ) {
        let tell = |number, place| {
            if let Some(symbol) = self.get(number) {
                tell(place, symbol);
            }
        };
        self.spots.finder().each_within(corner, size, tell);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{DateRange, EventType, LonLat, Precision, day_number};

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
        let found: Vec<u32> = scene
            .of_event(EventId(1), [day_number(short.first()); 2])
            .map(|symbol| symbol.event)
            .collect();
        assert_eq!(found, [1]);
    }
}
