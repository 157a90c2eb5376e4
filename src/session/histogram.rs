//! How many events each day has, by type, for the time slider.

use crate::model::{DateRange, Event, EventType, date::day_number};

/// The number of types, and so of layers in a bar.
pub const LAYERS: usize = EventType::ALL.len();

/// The days are joined to at most this many bars, about one for each pixel that matters.
const MOST_BARS: i32 = 400;

/// Numbers of days that a bar may stand for.
const BAR_DAYS: [i32; 9] = [1, 2, 7, 14, 30, 91, 365, 1826, 3652];

/// A bar: the events whose first possible day is one of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The number of its first day.
    pub day: i32,
    /// How many events of each type, by type code.
    pub counts: [u32; LAYERS],
}

impl Bar {
    /// How many events in all.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

/// Bars in the order of their days; days without events have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// How many days a bar stands for.
    pub bar_days: i32,
    /// The bars.
    pub bars: Vec<Bar>,
}

impl Histogram {
    /// Counts dated events; others are passed over. `days` is how many days the
    /// time axis has. The events must come in the order of their first days.
    pub fn of<'e>(events: impl Iterator<Item = &'e Event>, days: i32) -> Self {
        let bar_days = BAR_DAYS
            .into_iter()
            .find(|width| days / width <= MOST_BARS)
            .unwrap_or_else(|| days / MOST_BARS + 1);
        let mut bars: Vec<Bar> = Vec::new();
        for event in events {
            let Some(date) = event.date else { continue };
            let day = first_day(date).div_euclid(bar_days) * bar_days;
            if bars.last().is_none_or(|bar| bar.day != day) {
                bars.push(Bar { day, counts: [0; LAYERS] });
            }
            if let Some(bar) = bars.last_mut() {
                bar.counts[usize::from(event.event_type.code())] += 1;
            }
        }
        Self { bar_days, bars }
    }

    /// The tallest bar.
    pub fn highest(&self) -> u32 {
        self.bars.iter().map(Bar::total).max().unwrap_or(0)
    }
}

fn first_day(date: DateRange) -> i32 {
    day_number(date.first())
}
