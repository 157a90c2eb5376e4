//! What a person changed, kept apart from what was read, with its history.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ArticleKey;
use crate::model::{EventType, Joins, RecordRef, ReportAnchor, Span};

/// A report wherever it ends up: its article and the words that say that
/// something happened. Survives reading the article again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportKey {
    /// The article.
    pub article: ArticleKey,
    /// The trigger of the report.
    pub trigger: Span,
}

/// All changes in force. Extracted values are never overwritten: the dataset
/// that is shown is made anew from what was read and these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// Days of publication that a person entered.
    pub published: BTreeMap<ArticleKey, Date>,
    /// Reports that are not of an event.
    pub rejected: BTreeSet<ReportKey>,
    /// Types that a person chose.
    pub types: BTreeMap<ReportKey, EventType>,
    /// Which reports tell of one happening, and which do not, by a person's word.
    pub joins: Joins,
    /// Articles that were closed.
    pub closed: BTreeSet<ArticleKey>,
    /// Rows of event tables that are not of an event.
    pub rejected_records: BTreeSet<RecordRef>,
    /// Types that a person chose for rows of event tables.
    pub record_types: BTreeMap<RecordRef, EventType>,
    /// Event tables that were closed.
    pub closed_tables: BTreeSet<u32>,
}

/// What a step changes, as it is on one side of the step. What is `None` or `false` is not
/// there on that side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Part {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    published: Vec<(ArticleKey, Option<Date>)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected: Vec<(ReportKey, bool)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    types: Vec<(ReportKey, Option<EventType>)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    together: Vec<((ReportAnchor, ReportAnchor), bool)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    apart: Vec<((ReportAnchor, ReportAnchor), bool)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed: Vec<(ArticleKey, bool)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected_records: Vec<(RecordRef, bool)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    record_types: Vec<(RecordRef, Option<EventType>)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed_tables: Vec<(u32, bool)>,
}

impl Part {
    /// The reports that the step names by number of article and trigger.
    pub fn reports(&self) -> impl Iterator<Item = ReportKey> + '_ {
        let rejected = self.rejected.iter().map(|(key, _)| *key);
        rejected.chain(self.types.iter().map(|(key, _)| *key))
    }
}

impl Edits {
    /// What is here but not the same in `other`, as it is here.
    pub(super) fn differing(&self, other: &Edits) -> Part {
        Part {
            published: values(&self.published, &other.published),
            rejected: members(&self.rejected, &other.rejected),
            types: values(&self.types, &other.types),
            together: members(&self.joins.together, &other.joins.together),
            apart: members(&self.joins.apart, &other.joins.apart),
            closed: members(&self.closed, &other.closed),
            rejected_records: members(&self.rejected_records, &other.rejected_records),
            record_types: values(&self.record_types, &other.record_types),
            closed_tables: members(&self.closed_tables, &other.closed_tables),
        }
    }

    /// Puts one side of a step in force.
    pub(super) fn set(&mut self, part: &Part) {
        set_values(&mut self.published, &part.published);
        set_members(&mut self.rejected, &part.rejected);
        set_values(&mut self.types, &part.types);
        set_members(&mut self.joins.together, &part.together);
        set_members(&mut self.joins.apart, &part.apart);
        set_members(&mut self.closed, &part.closed);
        set_members(&mut self.rejected_records, &part.rejected_records);
        set_values(&mut self.record_types, &part.record_types);
        set_members(&mut self.closed_tables, &part.closed_tables);
    }
}

type Values<K, V> = Vec<(K, Option<V>)>;

fn values<K: Ord + Clone, V: PartialEq + Copy>(
    here: &BTreeMap<K, V>,
    other: &BTreeMap<K, V>,
) -> Values<K, V> {
    let keys: BTreeSet<&K> = here.keys().chain(other.keys()).collect();
    let differ = keys.into_iter().filter(|key| here.get(key) != other.get(key));
    differ.map(|key| (key.clone(), here.get(key).copied())).collect()
}

fn members<K: Ord + Clone>(here: &BTreeSet<K>, other: &BTreeSet<K>) -> Vec<(K, bool)> {
    here.symmetric_difference(other).map(|key| (key.clone(), here.contains(key))).collect()
}

fn set_values<K: Ord + Clone, V: Copy>(all: &mut BTreeMap<K, V>, part: &Values<K, V>) {
    for (key, value) in part {
        match value {
            Some(value) => all.insert(key.clone(), *value),
            None => all.remove(key),
        };
    }
}

fn set_members<K: Ord + Clone>(all: &mut BTreeSet<K>, part: &[(K, bool)]) {
    for (key, there) in part {
        if *there {
            all.insert(key.clone());
        } else {
            all.remove(key);
        }
    }
}

/// A step: what it changed, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The words for the menu.
    pub label: String,
    /// What it changed, as it was.
    pub before: Part,
    /// The same, as the step made it.
    pub after: Part,
}

/// Steps that can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// What Undo would take back: "not an event".
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|step| step.label.as_str())
    }

    /// What Redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|step| step.label.as_str())
    }

    /// How many steps can be undone.
    pub fn position(&self) -> usize {
        self.undo.len()
    }

    /// Remembers a step, which ends all redoing.
    pub(super) fn remember(&mut self, step: Step) {
        self.undo.push(step);
        self.redo.clear();
    }

    /// Takes back the last step; the step, if there was one.
    pub(super) fn undo(&mut self, edits: &mut Edits) -> Option<Step> {
        let step = self.undo.pop()?;
        edits.set(&step.before);
        self.redo.push(step.clone());
        Some(step)
    }

    /// Takes again the step that was taken back last; the step, if there was one.
    pub(super) fn redo(&mut self, edits: &mut Edits) -> Option<Step> {
        let step = self.redo.pop()?;
        edits.set(&step.after);
        self.undo.push(step.clone());
        Some(step)
    }

    /// As if the last step had never been taken.
    pub(super) fn forget(&mut self, edits: &mut Edits) {
        if let Some(step) = self.undo.pop() {
            edits.set(&step.before);
        }
    }
}
