//! The axis of time: when events happened, or when they became known.
//!
//! The days of all events are kept in plain columns, so that a million of them can be
//! counted in a few milliseconds.

use std::ops::Range;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::{Session, Window, date_of};
use crate::{
    import,
    model::{Dataset, DateRange, Event, EventId, EventType, Record, RecordField, date::day_number},
};

/// Which day of an event counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub enum TimeAxis {
    /// When it happened.
    #[default]
    Happened,
    /// When the first of its reports was published: what was known by a day.
    Known,
}

/// In place of days where none are known: such events come last.
const NONE: [i32; 2] = [i32::MAX; 2];

/// In place of a type's code: an event that cannot be on the map.
pub(super) const UNPLACED: u8 = u8::MAX;

/// The days of all events on the axis, by the numbers of the events.
#[derive(Debug, Default)]
pub struct Times {
    /// The numbers of the first and the last possible day.
    days: Vec<[i32; 2]>,
    /// The codes of the types.
    types: Vec<u8>,
    /// The events by day where that is not the order of their numbers.
    order: Option<Vec<u32>>,
    /// The longest time that an event may have taken, in days.
    longest: i32,
    /// How many events could be on the map.
    placed: usize,
}

impl Times {
    /// Gathers the days of a dataset's events.
    pub fn of(dataset: &Dataset, axis: TimeAxis) -> Self {
        let published = match axis {
            TimeAxis::Happened => Published::default(),
            TimeAxis::Known => Published::of(dataset),
        };
        let days = |event: &Event| match axis {
            TimeAxis::Happened => event.date.map(numbers),
            TimeAxis::Known => published.known(dataset, event),
        };
        let columns = |event: &Event| {
            let placed = event.date.is_some() && !event.locations.is_empty();
            let code = if placed { event.event_type.code() } else { UNPLACED };
            (days(event).unwrap_or(NONE), code)
        };
        let (days, types): (Vec<[i32; 2]>, Vec<u8>) =
            dataset.events.par_iter().map(columns).unzip();
        let longest = days.par_iter().map(|days| days[1] - days[0]).max().unwrap_or(0);
        let placed = types.par_iter().filter(|code| **code != UNPLACED).count();
        let order = (axis == TimeAxis::Known).then(|| by_day(&days));
        Self { days, types, order, longest, placed }
    }

    /// The numbers of an event's first and last possible day.
    pub fn get(&self, id: EventId) -> Option<[i32; 2]> {
        self.days.get(id.0).copied().filter(|days| *days != NONE)
    }

    /// The type of an event that could be on the map.
    pub fn event_type(&self, id: EventId) -> Option<EventType> {
        EventType::ALL.get(usize::from(*self.types.get(id.0)?)).copied()
    }

    /// How many events have a place and a day.
    pub fn placed(&self) -> usize {
        self.placed
    }

    /// Days and codes of types, by the numbers of the events.
    pub(super) fn columns(&self) -> (&[[i32; 2]], &[u8]) {
        (&self.days, &self.types)
    }

    /// Takes those without a day out and puts the rest, which come in the order of their
    /// numbers, in that of their days.
    pub(super) fn put_in_order(&self, events: &mut Vec<EventId>) {
        let Some(order) = &self.order else { return };
        let mut chosen = vec![false; self.days.len()];
        for id in events.iter() {
            chosen[id.0] = true;
        }
        events.clear();
        let order = order.iter().map(|number| *number as usize);
        events.extend(order.filter(|number| chosen[*number]).map(EventId));
    }

    /// Where among events in the order of their days are all that the window shows.
    pub fn range(&self, events: &[EventId], window: Window) -> Range<usize> {
        let earliest = (window.from().floor() as i32).saturating_sub(self.longest);
        let latest = window.to().ceil() as i32;
        let first = |id: &EventId| self.days.get(id.0).map_or(i32::MAX, |days| days[0]);
        let start = events.partition_point(|id| first(id) < earliest);
        let end = events.partition_point(|id| first(id) < latest);
        start..end.max(start)
    }

    /// Whether the window shows some of the event's days.
    pub fn touches(&self, id: EventId, window: Window) -> bool {
        let (from, to) = (window.from().floor() as i32, window.to().ceil() as i32);
        self.get(id).is_some_and(|[first, last]| first < to && from <= last)
    }

    /// Where an event is among events in the order of their days.
    pub fn position(&self, events: &[EventId], id: EventId) -> Option<usize> {
        let key = |id: &EventId| (self.days.get(id.0), *id);
        events.binary_search_by_key(&key(&id), key).ok()
    }
}

/// The numbers of the events that have a day, in the order of their days.
fn by_day(days: &[[i32; 2]]) -> Vec<u32> {
    let count = u32::try_from(days.len()).unwrap_or(u32::MAX);
    let mut order: Vec<u32> = (0..count).filter(|n| days[*n as usize] != NONE).collect();
    order.par_sort_unstable_by_key(|number| (days[*number as usize], *number));
    order
}

fn numbers(days: DateRange) -> [i32; 2] {
    [day_number(days.first()), day_number(days.last())]
}

/// When articles and rows were published.
#[derive(Default)]
struct Published {
    articles: Vec<Option<i32>>,
    /// Of each table, whether it has a column for it.
    tables: Vec<bool>,
}

impl Published {
    fn of(dataset: &Dataset) -> Self {
        let published = dataset.articles.iter().map(|read| &read.reading.metadata.published);
        let tells = |table: &std::sync::Arc<crate::model::EventTable>| {
            table.mapping.iter().any(|(field, _)| *field == RecordField::Published)
        };
        Self {
            articles: published
                .map(|found| found.as_ref().map(|found| day_number(found.value)))
                .collect(),
            tables: dataset.tables.iter().map(tells).collect(),
        }
    }

    /// The day of the first report; of a row that does not tell, its own days.
    fn known(&self, dataset: &Dataset, event: &Event) -> Option<[i32; 2]> {
        if let Some(at) = event.record {
            let tells = self.tables.get(at.table as usize).is_some_and(|tells| *tells);
            let record = tells.then(|| dataset.record_of(event)).flatten();
            let day = record.and_then(|(_, record)| published(record));
            return day.map(day_number).map(|day| [day; 2]).or(event.date.map(numbers));
        }
        let days = event.reports.iter().filter_map(|at| *self.articles.get(at.article)?);
        days.min().map(|day| [day; 2])
    }
}

/// The earliest day of publication that a row gives; some give several.
fn published(record: Record<'_>) -> Option<Date> {
    let cells = record.all(RecordField::Published).flat_map(|cell| cell.split(';'));
    let days = cells.filter_map(|cell| import::days_of_cell(cell, record.day_first()));
    days.map(|days| days.first()).min()
}

impl Session {
    /// The days of an event on the axis of time in use; none where it has none there.
    pub fn days_of(&self, id: EventId) -> Option<DateRange> {
        let [first, last] = self.times.get(id)?;
        DateRange::new(date_of(first), date_of(last))
    }

    /// The days of all events on the axis of time in use.
    pub fn times(&self) -> &Times {
        &self.times
    }

    /// How many events of the filter have no day on the axis of time in use.
    pub fn without_day(&self) -> usize {
        self.without_day
    }

    /// Where an event is among those of the filter; none if the filter hides it.
    pub fn position_of(&self, id: EventId) -> Option<usize> {
        self.times.position(&self.filtered, id)
    }

    pub(super) fn update_times(&mut self) {
        self.times = Times::of(&self.dataset, self.clock.axis());
    }

    pub(super) fn set_time_axis(&mut self, axis: TimeAxis) {
        if axis == self.clock.axis() {
            return;
        }
        self.clock.set_axis(axis);
        self.update_times();
        self.update_extent();
        self.update_filtered();
    }
}
