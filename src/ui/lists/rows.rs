//! Which events the rows of the table are, in which order. The order of time costs nothing:
//! the rows are those of the session. Another is worked out once for all events.

use rayon::prelude::*;

use super::columns::Column;
use crate::{
    model::EventId,
    session::{Session, Shown, Window},
};

/// So many rows are sorted within a frame, even while time runs; more keep the order of
/// time until it rests.
const FEW: usize = 20_000;

/// The rows and what they were made from.
#[derive(Default)]
pub struct Rows {
    column: Column,
    reversed: bool,
    ranks: Option<Ranks>,
    /// The rows in another order than that of time.
    sorted: Vec<EventId>,
    sorted_for: Option<(u64, Window, Column)>,
    /// The window of the frame before.
    window: Option<Window>,
}

/// The place of each event in the order of a column.
struct Ranks {
    column: Column,
    data_version: u64,
    of_events: Vec<u32>,
}

/// The rows of a frame.
#[derive(Clone, Copy)]
pub struct View<'r> {
    rows: Source<'r>,
    reversed: bool,
}

#[derive(Clone, Copy)]
enum Source<'r> {
    InTime(Shown<'r>),
    Sorted(&'r [EventId], &'r [u32]),
}

impl Rows {
    /// What they are sorted by, and whether from the end.
    pub fn order(&self) -> (Column, bool) {
        (self.column, self.reversed)
    }

    /// Sorts by a column; the other way round if it is the one already.
    pub fn sort_by(&mut self, column: Column) {
        let again = self.column == column;
        self.reversed = if again { !self.reversed } else { column.begins_with_greatest() };
        self.column = column;
    }

    /// Follows the session. Whether another frame is needed to bring the rows in order.
    pub fn update(&mut self, session: &Session) -> bool {
        let window = session.clock().window();
        let rests = self.window.replace(window) == Some(window);
        if self.column == Column::Date {
            self.sorted_for = None;
            return false;
        }
        let wanted = (session.filter_version(), window, self.column);
        if self.sorted_for == Some(wanted) {
            return false;
        }
        self.sorted_for = None;
        let shown = session.shown();
        if shown.len() > FEW && (!rests || session.clock().playing()) {
            return !session.clock().playing();
        }
        self.rank(session);
        self.sorted = shown.to_vec();
        if let Some(ranks) = &self.ranks {
            let rank = |id: &EventId| ranks.of_events.get(id.0).copied();
            self.sorted.par_sort_unstable_by_key(rank);
        }
        self.sorted_for = Some(wanted);
        false
    }

    /// Works out the order of all events by the column.
    fn rank(&mut self, session: &Session) {
        let (column, data_version) = (self.column, session.data_version());
        let made = self.ranks.as_ref().map(|ranks| (ranks.column, ranks.data_version));
        if made == Some((column, data_version)) {
            return;
        }
        let mut order: Vec<(u64, u32)> = column.keys(session).into_iter().zip(0..).collect();
        // Equal ones stay in the order of time.
        order.par_sort_unstable();
        let mut of_events = vec![0; order.len()];
        for (rank, (_, event)) in (0..).zip(order) {
            of_events[event as usize] = rank;
        }
        self.ranks = Some(Ranks { column, data_version, of_events });
    }

    /// The rows of this frame.
    pub fn view<'r>(&'r self, session: &'r Session) -> View<'r> {
        let in_time = Source::InTime(session.shown());
        let (rows, reversed) = match (self.column, &self.ranks) {
            (Column::Date, _) => (in_time, self.reversed),
            (_, Some(ranks)) if self.sorted_for.is_some() => {
                (Source::Sorted(&self.sorted, &ranks.of_events), self.reversed)
            }
            _ => (in_time, false),
        };
        View { rows, reversed }
    }
}

impl View<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self.rows {
            Source::InTime(shown) => shown.len(),
            Source::Sorted(sorted, _) => sorted.len(),
        }
    }

    /// The event of a row.
    pub fn get(&self, row: usize) -> Option<EventId> {
        let at = self.turned(row)?;
        match self.rows {
            Source::InTime(shown) => shown.get(at),
            Source::Sorted(sorted, _) => sorted.get(at).copied(),
        }
    }

    /// The row of an event; none if it is not shown.
    pub fn position(&self, id: EventId) -> Option<usize> {
        let at = match self.rows {
            Source::InTime(shown) => shown.position(id),
            Source::Sorted(sorted, ranks) => {
                let rank = |id: &EventId| ranks.get(id.0).copied();
                sorted.binary_search_by_key(&rank(&id), rank).ok()
            }
        };
        at.and_then(|at| self.turned(at))
    }

    /// From the one end to the other, if they are reversed.
    fn turned(&self, row: usize) -> Option<usize> {
        if self.reversed { self.len().checked_sub(row + 1) } else { Some(row) }
    }
}
