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

/// So many events on, and from the last to the first if `looped`; none beyond the last.
pub(super) fn on(session: &Session, count: usize, looped: bool) -> Option<EventId> {
    let events = session.filtered();
    let at = match position(session) {
        Some(at) => at + count,
        None => session.position_of(next(session)?)? + count.saturating_sub(1),
    };
    let at = if looped { at % events.len().max(1) } else { at };
    events.get(at).copied()
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
    session.position_of(session.selection().event?)
}

fn first_in_window(session: &Session) -> Option<EventId> {
    let from = session.clock().window().from();
    let last = |id: &EventId| session.day_numbers(*id).map(|days| days[1]);
    let ends_later = |id: &EventId| last(id).is_some_and(|last| f64::from(last) >= from);
    session.filtered().iter().copied().find(ends_later)
}
