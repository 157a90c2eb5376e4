//! Event tables that are open, and their rows among the events.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::edits::{Slot, Target, Value};
use super::worker::HowRead;
use super::{Edits, Session, Severity, values};
use rayon::prelude::*;

use crate::import::{self, ImportedTable};
use crate::model::{Event, EventId, EventTable, EventType, RecordRef, TableOptions, day_number};
use crate::storage::{Mappings, SavedMapping};
use crate::tr;

/// So many rejected rows are named in a notice.
const NAMED: usize = 20;

/// The tables, and the events of those that are new.
#[derive(Default)]
pub struct Tables {
    /// In the order of opening. Closing is an edit.
    pub all: Vec<Arc<EventTable>>,
    /// Events of tables that came since the events were last gathered.
    fresh: Vec<Event>,
    /// The edits with which they were gathered.
    made_with: RecordEdits,
}

/// A table of which a person must or wants to say how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclear {
    /// The file.
    pub path: PathBuf,
    /// What was said of it before, where it is open.
    pub options: Option<TableOptions>,
}

#[derive(Clone, Default, PartialEq)]
struct RecordEdits {
    rejected: BTreeSet<RecordRef>,
    types: BTreeMap<RecordRef, EventType>,
    values: BTreeMap<(RecordRef, Slot), Value>,
    closed: BTreeSet<u32>,
}

impl RecordEdits {
    fn of(edits: &Edits) -> Self {
        Self {
            rejected: edits.rejected_records.clone(),
            types: edits.record_types.clone(),
            values: edits
                .values
                .iter()
                .filter_map(|((target, slot), value)| match target {
                    Target::Record(at) => Some(((*at, *slot), value.clone())),
                    Target::Report(_) => None,
                })
                .collect(),
            closed: edits.closed_tables.clone(),
        }
    }

    /// The rows that are not the same with other edits.
    fn differing(&self, other: &Self) -> BTreeSet<RecordRef> {
        let rejected = self.rejected.symmetric_difference(&other.rejected).copied();
        let types = self.types.keys().chain(other.types.keys()).copied();
        let types = types.filter(|at| self.types.get(at) != other.types.get(at));
        let values = self.values.keys().chain(other.values.keys());
        let values = values.filter(|key| self.values.get(key) != other.values.get(key));
        rejected.chain(types).chain(values.map(|(at, _)| *at)).collect()
    }
}

impl Tables {
    /// Takes in a table.
    pub fn add(&mut self, imported: ImportedTable) {
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let fresh = std::mem::take(&mut self.fresh);
        self.fresh = with(fresh, numbered(imported.events, number));
        self.all.push(Arc::new(imported.table));
    }

    /// The events are those of these edits by now.
    pub fn note_edits(&mut self, edits: &Edits) {
        self.made_with = RecordEdits::of(edits);
    }

    /// The rows among the events that were `shown`, and those of new tables, as the edits
    /// now have them. Only rows about which an edit changed are made anew.
    pub fn events_now(&mut self, shown: Vec<Event>, edits: &Edits) -> Vec<Event> {
        let now = RecordEdits::of(edits);
        let before = std::mem::replace(&mut self.made_with, now.clone());
        let mut events = shown;
        events.retain(|event| event.record.is_some());
        events = with(events, std::mem::take(&mut self.fresh));
        let reopened: BTreeSet<u32> = before.closed.difference(&now.closed).copied().collect();
        for &number in &reopened {
            if let Some(table) = self.all.get(number as usize) {
                events.extend(numbered(import::events_of(table), number));
            }
        }
        let mut changed = before.differing(&now);
        let valued = now.values.keys().map(|(at, _)| at);
        let edited = now.rejected.iter().chain(now.types.keys()).chain(valued);
        changed.extend(edited.filter(|at| reopened.contains(&at.table)));
        if now != before {
            events.retain(|event| {
                let at = event.record.unwrap_or_default();
                !now.closed.contains(&at.table) && !changed.contains(&at)
            });
        }
        for at in changed {
            if now.closed.contains(&at.table) || now.rejected.contains(&at) {
                continue;
            }
            let table = self.all.get(at.table as usize);
            let Some(mut event) = table.and_then(|table| import::event_of(table, at.row)) else {
                continue;
            };
            event.record = Some(at);
            values::apply_to_record(edits, &mut event);
            events.push(event);
        }
        events
    }
}

/// Sorts events as a dataset has them; equal ones stay as they are. Their order is found
/// before any of them is moved, since a million of them are some hundred megabytes.
pub fn by_day(events: &mut [Event]) {
    let key = |event: &Event| {
        event.date.map_or([i32::MAX; 2], |date| [date.first(), date.last()].map(day_number))
    };
    if events.is_sorted_by_key(key) {
        return;
    }
    let mut order: Vec<([i32; 2], usize)> =
        events.iter().enumerate().map(|(at, event)| (key(event), at)).collect();
    order.par_sort_unstable();
    put_in_order(events, order);
}

/// Moves each event to where the order has it, without a second place for all of them.
fn put_in_order<K>(events: &mut [Event], mut order: Vec<(K, usize)>) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at].1, at);
            if from == start || from == at {
                break;
            }
            events.swap(at, from);
            at = from;
        }
    }
}

/// These events and those; a million are not copied to come after none.
fn with(mut events: Vec<Event>, mut more: Vec<Event>) -> Vec<Event> {
    if events.is_empty() {
        return more;
    }
    events.append(&mut more);
    events
}

fn numbered(mut events: Vec<Event>, table: u32) -> Vec<Event> {
    for record in events.iter_mut().filter_map(|event| event.record.as_mut()) {
        record.table = table;
    }
    events
}

impl Session {
    /// The tables that are open, with their numbers.
    pub fn tables(&self) -> impl Iterator<Item = (usize, &EventTable)> {
        let all = self.tables.all.iter().enumerate();
        all.filter(|(number, _)| !self.is_closed(*number)).map(|(n, table)| (n, table.as_ref()))
    }

    /// Whether neither articles nor tables are open.
    pub fn is_empty(&self) -> bool {
        self.dataset.articles.is_empty() && self.tables().next().is_none()
    }

    fn is_closed(&self, table: usize) -> bool {
        u32::try_from(table).is_ok_and(|table| self.edits.closed_tables.contains(&table))
    }

    pub(super) fn close_table(&mut self, table: usize) {
        let Ok(table) = u32::try_from(table) else { return };
        self.edit("close table", |edits| {
            edits.closed_tables.insert(table);
        });
    }

    /// Takes in a table that was read, and says how it was read. The same file again is
    /// left out, unless a person wants it read otherwise; whether it is new.
    pub(super) fn take_table(&mut self, imported: ImportedTable, how: HowRead) -> bool {
        let table = &imported.table;
        let is_same = |open: &EventTable| {
            open.hash == table.hash || how == HowRead::AsAsked && open.path == table.path
        };
        let same: Vec<usize> =
            self.tables().filter(|(_, open)| is_same(open)).map(|(number, _)| number).collect();
        if let (Some(first), true) = (same.first(), how != HowRead::AsAsked) {
            let other = self.tables.all[*first].name.as_str();
            let message = tr!("notice-table-open", name = &table.name, other = other);
            self.notices.add(Severity::Info, message, Vec::new());
            return false;
        }
        self.tell_of_table(&imported.table, how);
        self.tables.add(imported);
        if !same.is_empty() {
            self.replace_tables(&same);
        }
        true
    }

    fn tell_of_table(&mut self, table: &EventTable, how: HowRead) {
        let rejected = table.rejected.len();
        let (name, format, n) = (&table.name, &table.format, table.len() + rejected);
        let message = match rejected {
            0 => tr!("notice-table-read", name = name, n = n, format = format),
            _ => tr!(
                "notice-table-read-in-part",
                name = name,
                n = n,
                format = format,
                rejected = rejected
            ),
        };
        let named = table.rejected.iter().take(NAMED);
        let as_before = (how == HowRead::AsBefore).then(|| tr!("notice-table-as-before"));
        let mut details: Vec<String> = as_before.into_iter().collect();
        details.extend(table.notes.iter().cloned());
        details.extend(named.map(|row| {
            let unit = table.unit.key();
            tr!("table-line-reason", unit = unit, line = row.line, reason = &row.reason)
        }));
        if rejected > NAMED {
            details.push(tr!("notice-table-more", n = rejected - NAMED));
        }
        let number = Some(self.tables.all.len());
        self.notices.add_about(number, Severity::Info, message, details);
    }

    /// Closes tables in favour of the one that came last, as one step.
    fn replace_tables(&mut self, old: &[usize]) {
        let number = |table: usize| u32::try_from(table).unwrap_or(u32::MAX);
        let last = number(self.tables.all.len() - 1);
        // So that taking back the step closes it again.
        self.edits.closed_tables.insert(last);
        let moved: Vec<(RecordRef, RecordRef)> =
            old.iter().flat_map(|old| self.moved_rows(number(*old), last)).collect();
        self.edit("read table again", |edits| {
            edits.closed_tables.remove(&last);
            edits.closed_tables.extend(old.iter().map(|old| number(*old)));
            for (from, to) in moved {
                edits.copy_row(from, to);
            }
        });
        self.keep();
    }

    /// The rows of a table about which a person said something, each with the same row of
    /// another reading of the same cells.
    fn moved_rows(&self, old: u32, new: u32) -> Vec<(RecordRef, RecordRef)> {
        let all = &self.tables.all;
        let (Some(before), Some(after)) = (all.get(old as usize), all.get(new as usize)) else {
            return Vec::new();
        };
        let edited: BTreeSet<RecordRef> =
            self.edits.edited_rows().filter(|at| at.table == old).collect();
        if edited.is_empty() || before.hash != after.hash {
            return Vec::new();
        }
        let rows: BTreeMap<u32, u32> =
            after.records().zip(0..).map(|(record, row)| (record.line, row)).collect();
        let moved = edited.into_iter().filter_map(|at| {
            let row = *rows.get(&before.record(at.row)?.line)?;
            Some((at, RecordRef { table: new, row }))
        });
        moved.collect()
    }

    /// The next table of which a person must or wants to say how it is read.
    pub fn take_unclear_table(&mut self) -> Option<Unclear> {
        self.unclear.pop_front()
    }

    pub(super) fn ask_about_table(&mut self, table: usize) {
        let Some(table) = self.tables.all.get(table) else { return };
        if let Some(path) = table.path.clone() {
            let options = Some(table.options.clone());
            self.unclear.push_back(Unclear { path, options });
        }
    }

    /// How tables with these headings are read by a person's word.
    pub fn mapping(&self, key: &str) -> Option<&SavedMapping> {
        self.mappings.get(key)
    }

    pub(super) fn use_mappings(&mut self, mappings: Mappings) {
        self.mappings = mappings;
    }

    pub(super) fn save_mapping(&mut self, key: String, saved: SavedMapping) {
        if let Err(error) = self.mappings.insert(key, saved) {
            self.warn(tr!("notice-mapping-not-kept"), vec![error.to_string()]);
        }
    }

    pub(super) fn drop_mapping(&mut self, key: &str) {
        if let Err(error) = self.mappings.remove(key) {
            self.warn(tr!("notice-mapping-not-kept"), vec![error.to_string()]);
        }
    }

    pub(super) fn event_of_record(&self, at: RecordRef) -> Option<EventId> {
        self.dataset.events.iter().position(|event| event.record == Some(at)).map(EventId)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use crate::model::{EventType, RecordRef};
    use crate::session::{Command, Session, TimeAxis};
    use crate::storage::Project;

    const TABLE: &str = "date,lat,lon,place,deaths\n2022-09-14,39.8,45.7,Jermuk,3\n\
                         2022-09-13,39.5,46.3,Goris,1\nsoon,39.5,46.3,Goris,1\n";

    fn open(session: &mut Session, path: &Path) {
        session.apply(Command::Open(vec![path.to_owned()]));
        while session.progress().is_some() {
            session.poll();
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
    }

    fn places(session: &Session) -> Vec<String> {
        let shown = session.shown().iter().filter_map(|id| session.event(*id));
        shown.map(|event| event.locations[0].name.clone()).collect()
    }

    #[test]
    fn a_table_is_shown_by_day_and_its_rows_can_be_edited_and_undone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.csv");
        std::fs::write(&path, TABLE).unwrap();
        let mut session = Session::default();
        open(&mut session, &path);
        assert_eq!(places(&session), ["Goris", "Jermuk"]);
        assert!(session.notices()[0].message.ends_with("1 of them cannot be used"));
        open(&mut session, &path);
        assert_eq!(session.dataset().tables.len(), 1);

        let goris = session.shown()[0];
        session.apply(Command::SetType(goris, EventType::Battle));
        assert_eq!(session.event(goris).unwrap().event_type, EventType::Battle);
        session.apply(Command::Select(goris));
        session.apply(Command::Reject(session.shown()[1]));
        assert_eq!(places(&session), ["Goris"]);
        assert_eq!(session.selected().unwrap().1.record, Some(RecordRef { table: 0, row: 1 }));
        session.apply(Command::Undo);
        session.apply(Command::Undo);
        assert_eq!(session.event(goris).unwrap().event_type, EventType::Other);
        session.apply(Command::CloseTable(0));
        assert!(session.is_empty() && session.shown().is_empty());
        session.apply(Command::Undo);
        assert_eq!(places(&session), ["Goris", "Jermuk"]);
        session.apply(Command::SetSearch("jermuk".to_owned()));
        assert_eq!(places(&session), ["Jermuk"]);
    }

    #[test]
    fn a_row_is_known_from_its_first_day_of_publication_else_from_its_own_days() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.csv");
        let table = "date,lat,lon,place,published\n2022-09-12,39.8,45.7,Jermuk,\n\
                     2022-09-13,39.5,46.3,Goris,2022-09-20;2022-09-15\n\
                     2022-09-13,39.2,46.4,Kapan,20220914\n";
        std::fs::write(&path, table).unwrap();
        let mut session = Session::default();
        open(&mut session, &path);
        assert_eq!(places(&session), ["Jermuk", "Goris", "Kapan"]);
        session.apply(Command::SetTimeAxis(TimeAxis::Known));
        assert_eq!(places(&session), ["Jermuk", "Kapan", "Goris"]);
        let last = session.days_of(session.shown().last().unwrap()).unwrap();
        assert_eq!(last.first().to_string(), "2022-09-15");
        assert_eq!(session.without_day(), 0);
    }

    #[test]
    fn a_table_and_its_edits_are_in_the_project() {
        let folder = tempfile::tempdir().unwrap();
        let (path, project) = (folder.path().join("own.csv"), folder.path().join("p.gpkg"));
        std::fs::write(&path, TABLE).unwrap();
        let mut session = Session::default();
        session.keep_in(Project::create(&project, "1.0.0").unwrap()).unwrap();
        open(&mut session, &path);
        session.apply(Command::Reject(session.shown()[0]));
        let before = session.dataset().clone();
        drop(session);
        let mut again = Session::open_project(&project, "1.0.0").unwrap().session;
        assert_eq!(again.dataset(), &before);
        again.apply(Command::Undo);
        assert_eq!(places(&again), ["Goris", "Jermuk"]);
    }
}
