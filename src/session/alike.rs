//! Which events may be one happening, for a person to choose from.

use super::Session;
use crate::model::{Event, EventId};

/// Further apart in time, two events are not offered.
const MOST_DAYS: f64 = 31.0;
/// Further apart in space, two events are not offered.
const MOST_KM: f64 = 300.0;
/// What a missing day counts as.
const UNKNOWN_DAYS: f64 = 7.0;
/// What a missing place counts as.
const UNKNOWN_KM: f64 = 100.0;
/// A day apart counts as much as so many kilometres.
const KM_A_DAY: f64 = 20.0;

impl Session {
    /// Events that may be the same happening as this one, the likeliest first: by days and
    /// kilometres between them, and by type. At most `most`.
    pub fn alike(&self, id: EventId, most: usize) -> Vec<EventId> {
        let Some(event) = self.event(id) else { return Vec::new() };
        if event.record.is_some() {
            return Vec::new();
        }
        let others = self.dataset().events.iter().enumerate();
        let mut found: Vec<(f64, EventId)> = others
            .filter(|(number, other)| EventId(*number) != id && other.record.is_none())
            .filter_map(|(number, other)| Some((distance(event, other)?, EventId(number))))
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        found.truncate(most);
        found.into_iter().map(|(_, id)| id).collect()
    }
}

/// How far apart two events are, in kilometres or what counts as such; `None` if too far.
fn distance(a: &Event, b: &Event) -> Option<f64> {
    let days = match (a.date, b.date) {
        (Some(a), Some(b)) => f64::from(a.gap_days(b).max(0)),
        _ => UNKNOWN_DAYS,
    };
    let between = |a: &Event, b: &Event| {
        let pairs = a.locations.iter().flat_map(|a| b.locations.iter().map(move |b| (a, b)));
        pairs.map(|(a, b)| a.position.distance_km(b.position)).min_by(f64::total_cmp)
    };
    let km = between(a, b).unwrap_or(UNKNOWN_KM);
    let kind = match (a.event_type == b.event_type, a.event_type.group() == b.event_type.group()) {
        (true, _) => 0.0,
        (false, true) => 25.0,
        (false, false) => 100.0,
    };
    (days <= MOST_DAYS && km <= MOST_KM).then_some(days * KM_A_DAY + km + kind)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::model::EventId;
    use crate::session::{Command, Session};

    #[test]
    fn the_likeliest_are_near_in_time_and_space_and_never_the_event_itself() {
        let mut session = Session::default();
        session.apply(Command::OpenSample);
        for number in 0..session.dataset().events.len() {
            let id = EventId(number);
            let alike = session.alike(id, 8);
            assert!(alike.len() <= 8 && !alike.contains(&id));
        }
    }

    #[test]
    fn two_events_that_a_person_joins_become_one_and_can_be_parted_again() {
        let mut session = Session::default();
        session.apply(Command::OpenSample);
        let before = session.dataset().events.len();
        let id = session.filtered()[0];
        session.apply(Command::Select(id));
        let other = session.alike(id, 1)[0];
        session.apply(Command::JoinEvents(vec![id, other]));
        assert_eq!(session.dataset().events.len(), before - 1);
        let (id, event) = session.selected().unwrap();
        let last = *event.reports.last().unwrap();
        session.apply(Command::PartReport(id, last));
        assert_eq!(session.dataset().events.len(), before);
    }
}
