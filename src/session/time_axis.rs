//! The axis of time: when events happened, or when they became known.

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Session, Window, columns::Facts, date_of, filter};
use crate::{
    import,
    model::{
        Dataset, DateRange, Event, EventId, EventTable, Record, RecordField, date::day_number,
    },
};

/// Which day of an event counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TimeAxis {
    /// When it happened.
    #[default]
    Happened,
    /// When the first of its reports was published: what was known by a day.
    Known,
}

/// In place of days where none are known: such events come last.
const NONE: [i32; 2] = [i32::MAX; 2];

/// When articles and rows were published.
struct Published {
    articles: Vec<Option<i32>>,
    /// Of each table, whether it has a column for it.
    tables: Vec<bool>,
}

impl Published {
    fn of(dataset: &Dataset) -> Self {
        let published = dataset.articles.iter().map(|read| &read.reading.metadata.published);
        let tells = |table: &EventTable| {
            table.mapping.iter().any(|(field, _)| *field == RecordField::Published)
        };
        Self {
            articles: published
                .map(|found| found.as_ref().map(|found| day_number(found.value)))
                .collect(),
            tables: dataset.tables.iter().map(|table| tells(table)).collect(),
        }
    }

    /// The day of an event's first report, given the days on which it happened; of a row
    /// that does not tell, those days. What has no place in time is not put there.
    fn known(&self, dataset: &Dataset, event: &Event, happened: [i32; 2]) -> [i32; 2] {
        if happened == NONE {
            return NONE;
        }
        let Some(at) = event.record else {
            let days = event.reports.iter().filter_map(|at| *self.articles.get(at.article)?);
            return days.min().map_or(NONE, |day| [day; 2]);
        };
        let tells = self.tables.get(at.table as usize).is_some_and(|tells| *tells);
        let record = tells.then(|| dataset.record_of(event)).flatten();
        let day = record.and_then(|(_, record)| published(record)).map(day_number);
        day.map_or(happened, |day| [day; 2])
    }
}

/// The earliest day of publication that a row gives; some give several.
fn published(record: Record<'_>) -> Option<Date> {
    let cells = record.all(RecordField::Published).flat_map(|cell| cell.split(';'));
    let days = cells.filter_map(|cell| import::days_of_cell(cell, record.day_first()));
    days.map(|days| days.first()).min()
}

/// The numbers of the events that have a day, in the order of their days.
fn by_day(facts: &[Facts]) -> Vec<u32> {
    let count = u32::try_from(facts.len()).unwrap_or(u32::MAX);
    let days = |number: &u32| facts[*number as usize].days;
    let mut order: Vec<u32> = (0..count).filter(|number| days(number) != NONE).collect();
    order.par_sort_unstable_by_key(|number| (days(number), *number));
    order
}

impl Session {
    /// The days of an event on the axis of time in use; none where it has none there.
    pub fn days_of(&self, id: EventId) -> Option<DateRange> {
        let [first, last] = self.day_numbers(id)?;
        DateRange::new(date_of(first), date_of(last))
    }

    /// The numbers of an event's first and last day on the axis of time in use.
    pub fn day_numbers(&self, id: EventId) -> Option<[i32; 2]> {
        self.day_numbers_of_all()(id)
    }

    /// As [`Session::day_numbers`], for several threads at once.
    pub fn day_numbers_of_all(&self) -> impl Fn(EventId) -> Option<[i32; 2]> + Sync + '_ {
        let facts = &self.facts;
        |id| facts.get(id.0).map(|facts| facts.days).filter(|days| *days != NONE)
    }

    /// How many events of the filter have no day on the axis of time in use.
    pub fn without_day(&self) -> usize {
        self.without_day
    }

    /// Where an event is among those of the filter; none if the filter hides it.
    pub fn position_of(&self, id: EventId) -> Option<usize> {
        let key = |id: &EventId| (self.facts.get(id.0).map(|facts| facts.days), *id);
        self.filtered().binary_search_by_key(&key(&id), key).ok()
    }

    /// The events of the filter that a window touches, in no order.
    pub fn touched(&self, window: Window) -> Vec<EventId> {
        let mut early = Vec::new();
        let rest = self.in_time.touched(window, &mut early);
        early.extend(&self.filtered()[rest]);
        early
    }

    /// Puts the events on the axis: from here on, their days are those that count.
    pub(super) fn put_on_axis(&mut self) {
        self.order = None;
        if self.clock.axis() == TimeAxis::Happened {
            return;
        }
        let (dataset, published) = (&self.dataset, Published::of(&self.dataset));
        let events = dataset.events.par_iter().with_min_len(4096);
        self.facts.par_iter_mut().zip(events).for_each(|(facts, event)| {
            facts.days = published.known(dataset, event, facts.days);
        });
        self.order = Some(by_day(&self.facts));
    }

    /// Puts those that pass the filter, in the order of their numbers, in that of their days.
    pub(super) fn in_order(&self, events: Vec<EventId>) -> Vec<EventId> {
        let Some(order) = &self.order else { return events };
        let order = order.iter().map(|number| *number as usize);
        order.filter(|number| self.fails[*number] == 0).map(EventId).collect()
    }

    /// How many events of the filter happened on some day and have none on the axis.
    pub(super) fn count_without_day(&self) -> usize {
        if self.clock.axis() == TimeAxis::Happened {
            return 0;
        }
        let events = self.fails.par_iter().zip(&self.facts).zip(&self.dataset.events);
        events
            .filter(|((fails, facts), event)| {
                **fails == filter::NOT_MAPPABLE && facts.precision != 0 && event.date.is_some()
            })
            .count()
    }

    pub(super) fn set_time_axis(&mut self, axis: TimeAxis) {
        if axis == self.clock.axis() {
            return;
        }
        self.clock.set_axis(axis);
        self.update_facts();
        self.update_extent();
        self.update_filtered();
    }
}
