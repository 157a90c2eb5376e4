//! Choosing rows with clicks and keys, one or many, as file managers do.

use std::collections::BTreeSet;

use super::rows::View;
use crate::{
    model::EventId,
    session::{Command, Selection},
};

/// How rows are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// This one and no other.
    One,
    /// This one too, or no longer.
    Toggle,
    /// All from the one chosen before to this one.
    Range,
}

/// Where a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many rows down; up if negative.
    By(isize),
    /// The first row.
    First,
    /// The last row.
    Last,
}

/// Remembers the row where a range begins.
#[derive(Clone, Debug, Default)]
pub struct Picker {
    anchor: Option<EventId>,
}

impl Picker {
    /// Forgets where a range began: events may have other numbers by now.
    pub fn forget(&mut self) {
        self.anchor = None;
    }

    /// What a click on an event selects.
    pub fn click(
        &mut self,
        id: EventId,
        pick: Pick,
        rows: &View<'_>,
        selection: &Selection,
    ) -> Command {
        match pick {
            Pick::One => {
                self.anchor = Some(id);
                Command::Select(id)
            }
            Pick::Toggle => {
                self.anchor = Some(id);
                toggled(id, selection)
            }
            Pick::Range => self.range(id, rows, selection),
        }
    }

    /// What a key selects that is pressed while a row has the keyboard; nothing where there
    /// is no row.
    pub fn step(
        &mut self,
        step: Step,
        pick: Pick,
        row: usize,
        rows: &View<'_>,
        selection: &Selection,
    ) -> Option<Command> {
        let last = rows.len().checked_sub(1)?;
        let row = match step {
            Step::First => 0,
            Step::Last => last,
            Step::By(by) => row.saturating_add_signed(by).min(last),
        };
        Some(self.click(rows.get(row)?, pick, rows, selection))
    }

    /// What selects all rows.
    pub fn all(&self, rows: &View<'_>, selection: &Selection) -> Command {
        let first = selection.event.filter(|id| rows.position(*id).is_some());
        select(first, (0..rows.len()).filter_map(|row| rows.get(row)).collect())
    }

    fn range(&mut self, id: EventId, rows: &View<'_>, selection: &Selection) -> Command {
        let anchor = self.anchor.or(selection.event);
        let from = anchor.and_then(|anchor| rows.position(anchor));
        let (Some(from), Some(to)) = (from, rows.position(id)) else {
            self.anchor = Some(id);
            return Command::Select(id);
        };
        self.anchor = anchor;
        let between = from.min(to)..=from.max(to);
        select(Some(id), between.filter_map(|row| rows.get(row)).collect())
    }
}

fn toggled(id: EventId, selection: &Selection) -> Command {
    let mut all = selection.all();
    if all.remove(&id) {
        let first = selection.event.filter(|event| all.contains(event));
        return select(first, all);
    }
    all.insert(id);
    select(Some(id), all)
}

/// Selects these, and shows `first` or else the earliest of them.
fn select(first: Option<EventId>, all: BTreeSet<EventId>) -> Command {
    let Some(first) = first.or_else(|| all.first().copied()) else { return Command::Deselect };
    if all.len() == 1 {
        return Command::Select(first);
    }
    let others = all.into_iter().filter(|id| *id != first);
    Command::SelectMany(std::iter::once(first).chain(others).collect())
}

/// How many events are selected.
pub fn count(selection: &Selection) -> usize {
    let beside = selection.event.is_some_and(|event| !selection.others.contains(&event));
    selection.others.len() + usize::from(beside)
}
