//! What filter, slider and map ask of every event, in rows of a few bytes: a million of
//! them are gone through in milliseconds, which the events themselves are not.

use rayon::prelude::*;

use crate::model::{Dataset, Event, Review, date::day_number};

/// What is asked of an event again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The numbers of the first and the last possible day on the axis of time; the greatest
    /// where none is known.
    pub days: [i32; 2],
    /// Deaths, the lowest number told.
    pub killed: u32,
    /// The code of the type.
    pub code: u8,
    /// The precision of the best place, as a bit; 0 without a place.
    pub precision: u8,
    /// What a person thinks of it.
    pub review: Review,
    /// History told as context.
    pub background: bool,
    /// Whether its reports differ.
    pub disputed: bool,
}

impl Facts {
    fn of(event: &Event) -> Self {
        let days = event.date.map(|date| [date.first(), date.last()].map(day_number));
        Self {
            days: days.unwrap_or([i32::MAX; 2]),
            killed: event.killed.map_or(0, |count| count.low()),
            code: event.event_type.code(),
            precision: event.locations.first().map_or(0, |best| 1 << best.precision as u8),
            review: event.review(),
            background: event.background,
            disputed: event.is_disputed(),
        }
    }

    /// Whether it has a place and a day.
    pub fn is_mappable(&self) -> bool {
        self.precision != 0 && self.days[0] != i32::MAX
    }
}

/// The facts of all events, in the order of the dataset.
pub fn gather(dataset: &Dataset) -> Vec<Facts> {
    dataset.events.par_iter().with_min_len(4096).map(Facts::of).collect()
}
