//! A person's values in place of those that were read. What was read is kept aside, so that
//! an edit of one event needs no other event to be made anew.

use std::collections::BTreeMap;

use super::edits::{Part, Slot, Target, Value};
use super::{Edits, ReportKey, Session, tables::by_day};
use crate::import;
use crate::model::{ByPerson, Count, Event, EventId, EventType, Field, RecordRef, Span};

/// Events as they were read, by their first report: those of which a person changed
/// something. `None` where they came out of a project with all changes in them.
pub type AsRead = Option<BTreeMap<ReportKey, Event>>;

impl Session {
    /// Puts all values that a person chose into the events that articles tell of.
    pub(super) fn apply_values(&mut self) {
        let edits = self.values_by_report();
        let mut as_read = self.as_read.take();
        let mut events = std::mem::take(&mut self.dataset.events);
        // The reports are needed to know which event is meant, and stay where they are.
        for event in events.iter_mut().filter(|event| event.record.is_none()) {
            let keys: Vec<ReportKey> = self.keys_of(event).collect();
            if let Some(first) = keys.first()
                && keys.iter().any(|key| edits.contains_key(key))
            {
                if let Some(kept) = &mut as_read {
                    kept.insert(*first, event.clone());
                }
                apply(event, keys.iter().filter_map(|key| edits.get(key)));
            }
        }
        self.dataset.events = events;
        self.as_read = as_read;
        by_day(&mut self.dataset.events);
    }

    /// Takes in a step that changes only values. Whether it could: where an event is not
    /// known as it was read, all must be made anew.
    pub(super) fn patch(&mut self, part: &Part) -> bool {
        let reports: Vec<Target> = part.reports().map(Target::Report).collect();
        let mut ids: Vec<EventId> =
            self.events_of_targets(&reports).into_iter().flatten().collect();
        ids.sort_unstable();
        ids.dedup();
        let edits = self.values_by_report();
        let mut patched: Vec<(EventId, Event)> = Vec::new();
        for id in ids {
            let Some(event) = self.event(id) else { continue };
            let keys: Vec<ReportKey> = self.keys_of(event).collect();
            let Some(first) = keys.first() else { continue };
            let Some(as_read) = &mut self.as_read else { return false };
            let untouched = as_read.entry(*first).or_insert_with(|| event_of(&self.dataset, id));
            let mut event = untouched.clone();
            apply(&mut event, keys.iter().filter_map(|key| edits.get(key)));
            patched.push((id, event));
        }
        let records: Vec<RecordRef> = part.records().collect();
        let targets: Vec<Target> = records.iter().copied().map(Target::Record).collect();
        for (at, id) in records.into_iter().zip(self.events_of_targets(&targets)) {
            let Some(id) = id else { continue };
            let table = self.tables.all.get(at.table as usize);
            let made = table.and_then(|table| import::event_of(table, at.row));
            let Some(mut event) = made else { continue };
            event.record = Some(at);
            apply_to_record(&self.edits, &mut event);
            patched.push((id, event));
        }
        let moved = patched
            .iter()
            .any(|(id, event)| self.event(*id).is_some_and(|before| before.date != event.date));
        self.keep_selection(|session| {
            for (id, event) in patched {
                session.dataset.events[id.0] = event;
            }
            if moved {
                by_day(&mut session.dataset.events);
            }
            session.tables.note_edits(&session.edits);
            session.update_all();
        });
        true
    }

    /// What a person chose for each report, where the reports are now.
    fn values_by_report(&self) -> BTreeMap<ReportKey, Changes> {
        let mut all: BTreeMap<ReportKey, Changes> = BTreeMap::new();
        for (key, event_type) in &self.edits.types {
            if let Some(now) = self.now_at(*key) {
                all.entry(now).or_default().event_type = Some(*event_type);
            }
        }
        for ((target, _), value) in &self.edits.values {
            let Target::Report(key) = target else { continue };
            if let Some(now) = self.now_at(*key) {
                all.entry(now).or_default().values.push(value.clone());
            }
        }
        all
    }
}

/// Puts the values that a person chose into an event of a row.
pub(super) fn apply_to_record(edits: &Edits, event: &mut Event) {
    let Some(at) = event.record else { return };
    let target = Target::Record(at);
    let slots = (target, Slot::Days)..=(target, Slot::Review);
    let values = edits.values.range(slots).map(|(_, value)| value.clone()).collect();
    let own = Changes { event_type: edits.record_types.get(&at).copied(), values };
    apply(event, std::iter::once(&own));
}

fn event_of(dataset: &crate::model::Dataset, id: EventId) -> Event {
    dataset.events[id.0].clone()
}

/// What a person chose.
#[derive(Default)]
struct Changes {
    event_type: Option<EventType>,
    values: Vec<Value>,
}

/// Puts values into an event. Of several for one field, the first counts.
fn apply<'c>(event: &mut Event, changes: impl Iterator<Item = &'c Changes>) {
    let mut person = ByPerson::default();
    let mut chosen: Vec<Slot> = Vec::new();
    for change in changes {
        if let Some(event_type) = change.event_type
            && !person.chose(Field::Trigger)
        {
            event.event_type = event_type;
            person.fields.push(Field::Trigger);
        }
        for value in &change.values {
            if !chosen.contains(&value.slot()) {
                chosen.push(value.slot());
                put(event, &mut person, value);
            }
        }
    }
    person.fields.sort_unstable();
    event.disputes.retain(|dispute| !person.chose(dispute.field));
    event.person = (!person.is_empty()).then(|| Box::new(person));
}

fn put(event: &mut Event, person: &mut ByPerson, value: &Value) {
    // Nowhere in a text: a person's word.
    let count = |told: &Option<(u32, Option<u32>)>| {
        told.and_then(|(low, high)| Count::new(low, high, Span::new(0, 0)))
    };
    match value {
        Value::Days(days) => {
            event.date = *days;
            event.parts.date = if days.is_some() { 1.0 } else { 0.0 };
        }
        Value::Places(places) => {
            event.locations.clone_from(places);
            event.parts.place = if places.is_empty() { 0.0 } else { 1.0 };
        }
        Value::Killed(told) => event.killed = count(told),
        Value::Wounded(told) => event.wounded = count(told),
        Value::Captured(told) => event.captured = count(told),
        Value::Actors(actors) => person.actors = Some(actors.clone()),
        Value::Claimant(claimant) => person.claimant = Some(claimant.clone()),
        Value::Note(note) => person.note.clone_from(note),
        Value::Review(review) => person.review = *review,
    }
    person.fields.extend(value.slot().field());
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::model::{DateRange, EventId, Location, LonLat, NamedActor, Review, Role, Span};
    use crate::session::{ArticleKey, Command, Session, Slot, Value, fixture};
    use crate::storage::Project;

    fn day(text: &str) -> DateRange {
        DateRange::day(text.parse().unwrap())
    }

    fn first_place(session: &Session) -> String {
        session.selected().unwrap().1.locations[0].name.clone()
    }

    #[test]
    fn a_day_that_a_person_chose_moves_the_event_and_goes_back_to_what_was_read() {
        let mut session = fixture::session();
        let goris = session.shown()[0];
        session.apply(Command::Select(goris));
        session.apply(Command::Change(vec![goris], Value::Days(Some(day("2021-05-30")))));
        let (id, event) = session.selected().unwrap();
        assert_ne!(id, goris);
        assert_eq!(event.date, Some(day("2021-05-30")));
        assert_eq!(event.review(), Review::Edited);
        assert_eq!(session.clock().extent().unwrap().days().last(), day("2021-05-30").last());
        assert_eq!(session.history().undo_label(), Some("change day"));
        assert_eq!(session.history_of(id).len(), 1);
        session.apply(Command::Revert(id, Slot::Days));
        let (id, event) = session.selected().unwrap();
        assert_eq!((id, event.date), (goris, Some(day("2021-05-12"))));
        assert!(event.person.is_none());
        session.apply(Command::Undo);
        session.apply(Command::Undo);
        assert_eq!(session.selected().unwrap().1.date, Some(day("2021-05-12")));
    }

    #[test]
    fn an_event_without_a_place_gets_one_and_comes_onto_the_map() {
        let mut session = fixture::session();
        let talks = session.not_on_map().iter().filter_map(|left| left.event).next_back().unwrap();
        let place = Location::at("Yerevan", LonLat::new(44.5, 40.2), "chosen by a person");
        session.apply(Command::Change(vec![talks], Value::Places(vec![place])));
        assert_eq!(session.shown().len(), 3);
    }

    #[test]
    fn several_events_are_reviewed_at_once_and_one_can_be_told_by_its_state() {
        let mut session = fixture::session();
        let both: Vec<EventId> = session.shown().to_vec();
        session.apply(Command::SelectMany(both.clone()));
        session.apply(Command::Change(both, Value::Review(Review::Reviewed)));
        assert_eq!(session.tallies().reviews[Review::Reviewed as usize], 2);
        session.apply(Command::ToggleReview(Review::Reviewed));
        assert!(session.shown().is_empty());
    }

    #[test]
    fn who_took_part_by_a_persons_word_is_a_facet() {
        let mut session = fixture::session();
        let goris = session.shown()[0];
        let border = NamedActor { name: "Border guards".into(), role: Role::Victim, country: None };
        session.apply(Command::Change(vec![goris], Value::Actors(vec![border])));
        session.apply(Command::OnlyFacet(super::super::Facet::Actor, "Border guards".into()));
        assert_eq!(session.shown().len(), 1);
    }

    #[test]
    fn words_that_were_passed_over_become_an_event_with_the_day_and_place_of_their_sentence() {
        let mut session = fixture::session();
        let text = session.dataset().articles[0].article.text.clone();
        let start = text.find("exercise").unwrap();
        let words = Span::new(start, start + 8);
        let event_type = crate::model::EventType::Other;
        session.apply(Command::AddEvent { article: ArticleKey(0), words, event_type });
        let (id, event) = session.selected().unwrap();
        assert_eq!(event.event_type, event_type);
        let report = session.dataset().reports_of(event).next().unwrap().2;
        assert_eq!(report.quote.of(&text), "An exercise is planned.");
        session.apply(Command::Reject(id));
        session.apply(Command::Undo);
        session.apply(Command::Undo);
        assert!(session.edits().added.is_empty());
    }

    #[test]
    fn a_name_is_placed_in_all_articles_at_once() {
        let mut session = fixture::session();
        session.apply(Command::Select(session.shown()[0]));
        let place = Location::at("Other Goris", LonLat::new(46.0, 39.0), "chosen by a person");
        session.apply(Command::PlaceName("goris".into(), Some(Box::new(place))));
        assert_eq!(first_place(&session), "Other Goris");
        session.apply(Command::Undo);
        assert_eq!(first_place(&session), "Goris");
    }

    #[test]
    fn what_a_person_chose_is_there_when_the_project_is_opened_again_and_can_be_undone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.gpkg");
        let mut session = Session::default();
        session.keep_in(Project::create(&path, "1").unwrap()).unwrap();
        session.apply(Command::OpenSample);
        let id = session.shown()[0];
        let before = session.event(id).unwrap().clone();
        session.apply(Command::Select(id));
        session.apply(Command::Change(vec![id], Value::Killed(Some((7, None)))));
        session.apply(Command::Change(vec![id], Value::Note("seen on a picture".into())));
        let after = session.selected().unwrap().1.clone();
        drop(session);
        let mut again = Session::open_project(&path, "1").unwrap().session;
        let id = again.dataset().events.iter().position(|event| *event == after).map(EventId);
        assert_eq!(again.history_of(id.unwrap()).len(), 2);
        again.apply(Command::Undo);
        again.apply(Command::Undo);
        assert!(again.dataset().events.contains(&before));
    }
}
