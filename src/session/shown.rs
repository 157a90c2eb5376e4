//! The events that the clock shows: a stretch of those that pass the filter, and some that
//! began before it. Found without looking at each of a million.

use std::ops::Index;

use super::{Window, columns::Facts};
use crate::model::EventId;

/// So many events have one greatest last day in common.
const BLOCK: usize = 512;

/// Events in the order of their first days, prepared for many questions.
#[derive(Clone, Debug, Default)]
pub struct InTime {
    events: Vec<EventId>,
    /// The first and last day of each.
    days: Vec<[i32; 2]>,
    /// The greatest last day in each block.
    latest: Vec<i32>,
}

impl InTime {
    /// Of these events, which come in the order of their first days.
    pub fn new(events: Vec<EventId>, facts: &[Facts]) -> Self {
        let days: Vec<[i32; 2]> =
            events.iter().filter_map(|id| facts.get(id.0)).map(|facts| facts.days).collect();
        let latest =
            days.chunks(BLOCK).map(|block| block.iter().map(|days| days[1]).max().unwrap_or(0));
        Self { latest: latest.collect(), events, days }
    }

    /// All of them.
    pub fn events(&self) -> &[EventId] {
        &self.events
    }

    /// Those that a window touches: `early` is filled with those that began before it, the
    /// answer is where the others are.
    pub fn touched(&self, window: Window, early: &mut Vec<EventId>) -> std::ops::Range<usize> {
        early.clear();
        let (from, to) = (window.from(), window.to());
        let begins = |day: i32| f64::from(day);
        let start = self.days.partition_point(|days| begins(days[0]) < from);
        let end = self.days.partition_point(|days| begins(days[0]) < to);
        // A day that began before the window may still last when the window begins.
        let lasts = |last: i32| from < f64::from(last) + 1.0;
        for (number, latest) in self.latest.iter().enumerate().take(start.div_ceil(BLOCK)) {
            if !lasts(*latest) {
                continue;
            }
            let block = number * BLOCK..start.min((number + 1) * BLOCK);
            early.extend(block.filter(|at| lasts(self.days[*at][1])).map(|at| self.events[at]));
        }
        start..end.max(start)
    }
}

/// The events that pass filter and clock, in time order.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'s> {
    /// Those that began before the window.
    pub(super) early: &'s [EventId],
    /// Those that begin in it.
    pub(super) rest: &'s [EventId],
}

impl<'s> Shown<'s> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.early.len() + self.rest.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event at this place.
    pub fn get(&self, at: usize) -> Option<EventId> {
        self.early.get(at).or_else(|| self.rest.get(at - self.early.len())).copied()
    }

    /// Where an event is; none if it is not shown.
    pub fn position(&self, id: EventId) -> Option<usize> {
        // Both are in the order of time, which is that of the numbers.
        let early = self.early.binary_search(&id).ok();
        early.or_else(|| Some(self.early.len() + self.rest.binary_search(&id).ok()?))
    }

    /// The last one.
    pub fn last(&self) -> Option<EventId> {
        self.rest.last().or(self.early.last()).copied()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'s EventId> + use<'s> {
        self.early.iter().chain(self.rest)
    }

    /// All of them, to keep.
    pub fn to_vec(&self) -> Vec<EventId> {
        [self.early, self.rest].concat()
    }
}

impl Index<usize> for Shown<'_> {
    type Output = EventId;

    fn index(&self, at: usize) -> &EventId {
        if at < self.early.len() { &self.early[at] } else { &self.rest[at - self.early.len()] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Review;

    fn facts(days: [i32; 2]) -> Facts {
        Facts {
            days,
            killed: 0,
            code: 0,
            precision: 1,
            review: Review::default(),
            background: false,
            disputed: false,
        }
    }

    #[test]
    fn a_window_is_touched_by_just_the_events_that_share_a_moment_with_it() {
        let all: Vec<[i32; 2]> =
            (0..3000).map(|day| [day, day + if day % 97 == 0 { 400 } else { day % 3 }]).collect();
        let facts: Vec<Facts> = all.iter().map(|days| facts(*days)).collect();
        let in_time = InTime::new((0..3000).map(EventId).collect(), &facts);
        for (from, to) in [(0.0, 1.0), (1500.5, 1501.5), (2999.0, 3100.0), (3400.0, 4000.0)] {
            let mut early = Vec::new();
            let rest = in_time.touched(Window::new(from, to), &mut early);
            let found: Vec<usize> =
                early.iter().chain(&in_time.events()[rest]).map(|id| id.0).collect();
            let touches =
                |days: &[i32; 2]| f64::from(days[0]) < to && from < f64::from(days[1]) + 1.0;
            let wanted: Vec<usize> = (0..3000).filter(|at| touches(&all[*at])).collect();
            assert_eq!(found, wanted, "{from} to {to}");
        }
    }
}
