//! The columns of the table of events.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::{model::Event, session::Session, tr, ui::words};

/// A column, and what the table can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The days, in order of time.
    #[default]
    Date,
    /// What happened.
    Type,
    /// The best place.
    Place,
    /// Deaths.
    Killed,
    /// Injuries.
    Wounded,
    /// How many reports tell of it.
    Sources,
    /// How likely it is that it happened.
    Confidence,
    /// What a person thinks of it.
    Review,
}

impl Column {
    /// All of them, from left to right.
    pub const ALL: [Column; 8] = [
        Column::Date,
        Column::Type,
        Column::Place,
        Column::Killed,
        Column::Wounded,
        Column::Sources,
        Column::Confidence,
        Column::Review,
    ];

    /// Those that a person may hide.
    pub const OPTIONAL: [Column; 5] =
        [Column::Killed, Column::Wounded, Column::Sources, Column::Confidence, Column::Review];

    /// Its heading.
    pub fn title(self) -> String {
        match self {
            Column::Date => tr!("list-column-date"),
            Column::Type => tr!("list-column-type"),
            Column::Place => tr!("list-column-place"),
            Column::Killed => tr!("list-column-killed"),
            Column::Wounded => tr!("list-column-wounded"),
            Column::Sources => tr!("list-column-sources"),
            Column::Confidence => tr!("list-column-confidence"),
            Column::Review => tr!("list-column-review"),
        }
    }

    /// Whether the greatest is looked for first.
    pub fn begins_with_greatest(self) -> bool {
        !matches!(self, Column::Date | Column::Type | Column::Place)
    }

    /// What stands in the cell; of reviews, a sign stands there.
    pub fn text(self, event: &Event) -> String {
        match self {
            Column::Date => event.date.map_or_else(String::new, words::days_short),
            Column::Type => words::event_type(event.event_type),
            Column::Place => words::place(event),
            Column::Killed => {
                event.killed.map_or_else(String::new, |count| words::count_short(&count))
            }
            Column::Wounded => {
                event.wounded.map_or_else(String::new, |count| words::count_short(&count))
            }
            Column::Sources => match event.reports.len() {
                0 => String::new(),
                n => n.to_string(),
            },
            Column::Confidence => format!("{:.0} %", event.confidence * 100.0),
            Column::Review => String::new(),
        }
    }

    /// A number for each event in whose order the column sorts.
    pub fn keys(self, session: &Session) -> Vec<u64> {
        let events = &session.dataset().events;
        if self == Column::Place {
            return place_keys(events);
        }
        let key = |event: &Event| match self {
            Column::Date | Column::Place => 0,
            Column::Type => u64::from(event.event_type.code()),
            Column::Killed => event.killed.map_or(0, |count| u64::from(count.low()) + 1),
            Column::Wounded => event.wounded.map_or(0, |count| u64::from(count.low()) + 1),
            Column::Sources => event.reports.len() as u64,
            Column::Confidence => (f64::from(event.confidence.clamp(0.0, 1.0)) * 1e6) as u64,
            Column::Review => event.review() as u64,
        };
        events.par_iter().with_min_len(16_384).map(key).collect()
    }
}

/// The place of each event's name among all names, whatever their capitals; those without
/// a place come last.
fn place_keys(events: &[Event]) -> Vec<u64> {
    fn name(event: &Event) -> Option<&str> {
        event.locations.first().map(|best| best.name.as_str())
    }
    let names: HashSet<&str> = events.iter().filter_map(name).collect();
    let mut order: Vec<(String, &str)> =
        names.into_iter().map(|name| (name.to_lowercase(), name)).collect();
    order.sort_unstable();
    let ranks: HashMap<&str, u64> =
        (0..).zip(&order).map(|(rank, (_, name))| (*name, rank)).collect();
    let key =
        |event: &Event| name(event).and_then(|name| ranks.get(name).copied()).unwrap_or(u64::MAX);
    events.par_iter().with_min_len(16_384).map(key).collect()
}
