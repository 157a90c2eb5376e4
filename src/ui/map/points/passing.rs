//! Which instances a window shows, told as what comes and what goes when it moves: what is
//! counted of them need not be counted again in every frame while time runs.

use super::{instance::Instance, scene::Scene};
use crate::session::Window;

/// How many instances, whether they pass the filter or not, have begun and how many have ended
/// in a window. What it shows are those that began and did not end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Passing {
    begun: usize,
    ended: usize,
}

impl Passing {
    /// That of a window.
    pub fn of(scene: &Scene, window: Window) -> Self {
        let spots = scene.spots();
        let instances = spots.instances();
        let begun = instances.partition_point(|i| f64::from(i.days[0]) < window.to());
        let has_ended =
            |nth: usize| f64::from(instances[spots.by_last(nth)].days[1]) + 1.0 <= window.from();
        Self { begun, ended: partition_point(instances.len(), has_ended) }
    }

    /// How many instances come or go from here to there, at most.
    pub fn distance(self, next: Self) -> usize {
        self.begun.abs_diff(next.begun) + self.ended.abs_diff(next.ended)
    }

    /// Tells the number of each instance that comes (1) or goes (-1) from here to there. One
    /// that both comes and goes is told twice.
    pub fn changes(self, next: Self, scene: &Scene, mut tell: impl FnMut(usize, &Instance, i32)) {
        let mut tell = |number: usize, sign: i32| {
            if let Some(symbol) = scene.get(number) {
                tell(number, &symbol, sign);
            }
        };
        let sign = if self.begun <= next.begun { 1 } else { -1 };
        (self.begun.min(next.begun)..self.begun.max(next.begun)).for_each(|n| tell(n, sign));
        let sign = if self.ended <= next.ended { -1 } else { 1 };
        let ended = self.ended.min(next.ended)..self.ended.max(next.ended);
        ended.for_each(|nth| tell(scene.spots().by_last(nth), sign));
    }
}

/// The first of so many numbers for which `is_before` does not hold.
fn partition_point(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        model::{DateRange, EventId, EventType, LonLat, Precision},
        session::date_of,
    };

    /// Events of 1 to 40 days.
    fn scene() -> Scene {
        let kind = (EventType::Battle, Precision::Exact, false);
        let instance = |number: usize| {
            let first = (number * 7 % 100) as i32;
            let last = first + (number * number % 40) as i32;
            let days = DateRange::new(date_of(first), date_of(last)).unwrap();
            Instance::new(LonLat::new(45.0, 40.0), days, kind, EventId(number))
        };
        Scene::new((0..200).map(instance).collect())
    }

    #[test]
    fn what_comes_and_goes_leads_to_what_a_window_shows() {
        let scene = scene();
        let (mut at, mut counts) = (Passing::default(), BTreeMap::<u32, i32>::new());
        for (from, to) in [(0.0, 30.0), (10.5, 40.5), (90.0, 200.0), (5.0, 6.0), (-9.0, -2.0)] {
            let window = Window::new(from, to);
            let next = Passing::of(&scene, window);
            at.changes(next, &scene, |_, instance, sign| {
                *counts.entry(instance.event).or_default() += sign;
            });
            counts.retain(|_, count| *count != 0);
            let wanted = scene.shown(window, u32::MAX).map(|i| (i.event, 1));
            assert_eq!(counts, wanted.collect(), "{from} {to}");
            at = next;
        }
    }
}
