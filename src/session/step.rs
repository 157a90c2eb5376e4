//! Stepping from event to event, in the order of time, among those that pass
//! the filter.

use super::Session;
use crate::model::EventId;

/// The event after the selected one; without one, the first that begins in or
/// after the window. The last event has none after it.
pub(super) fn next(session: &Session) -> Option<EventId> {
    let events = session.filtered();
    match position(session) {
        Some(at) => events.get(at + 1).copied(),
        None => first_in_window(session).or(events.last().copied()),
    }
}

/// The event before the selected one; without one, the last shown.
pub(super) fn previous(session: &Session) -> Option<EventId> {
    let events = session.filtered();
    match position(session) {
        Some(at) => at.checked_sub(1).and_then(|at| events.get(at)).copied(),
        None => session.shown().last().or(events.first().copied()),
    }
}

/// Where the selected event stands; none if the filter hides it.
fn position(session: &Session) -> Option<usize> {
    let selected = session.selection().event?;
    session.filtered().binary_search(&selected).ok()
}

fn first_in_window(session: &Session) -> Option<EventId> {
    let from = session.clock().window().from();
    session.filtered().iter().copied().find(|id| {
        let date = session.event(*id).and_then(|event| event.date);
        date.is_some_and(|date| f64::from(crate::model::date::day_number(date.last())) >= from)
    })
}
