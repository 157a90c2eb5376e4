//! What a person changed, kept apart from what was read, with its history.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ArticleKey, Bookmark, Filter, StoryStep};
use crate::model::{
    DateRange, EventType, Field, Joins, Location, NamedActor, RecordRef, ReportAnchor, Review, Span,
};

/// A report wherever it ends up: its article and the words that say that
/// something happened. Survives reading the article again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportKey {
    /// The article.
    pub article: ArticleKey,
    /// The trigger of the report.
    pub trigger: Span,
}

/// What a value that a person chose is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A report, and so the event that gathers it.
    Report(ReportKey),
    /// A row of an event table.
    Record(RecordRef),
}

/// What a person can choose of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "Value says what each is")]
pub enum Slot {
    Days,
    Places,
    Killed,
    Wounded,
    Captured,
    Actors,
    Claimant,
    Note,
    Review,
}

/// What a person chose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// When; `None` for nobody knows.
    Days(Option<DateRange>),
    /// Where, the most precise first; nothing for nobody knows.
    Places(Vec<Location>),
    /// Deaths: at least and at most; `None` for nothing is told.
    Killed(Option<(u32, Option<u32>)>),
    /// Injuries.
    Wounded(Option<(u32, Option<u32>)>),
    /// Captured, abducted, arrested.
    Captured(Option<(u32, Option<u32>)>),
    /// Who took part.
    Actors(Vec<NamedActor>),
    /// Who says so; empty for the articles themselves.
    Claimant(String),
    /// A person's words.
    Note(String),
    /// What the person thinks of it.
    Review(Review),
}

impl Value {
    /// What it is a value of.
    pub fn slot(&self) -> Slot {
        match self {
            Value::Days(_) => Slot::Days,
            Value::Places(_) => Slot::Places,
            Value::Killed(_) => Slot::Killed,
            Value::Wounded(_) => Slot::Wounded,
            Value::Captured(_) => Slot::Captured,
            Value::Actors(_) => Slot::Actors,
            Value::Claimant(_) => Slot::Claimant,
            Value::Note(_) => Slot::Note,
            Value::Review(_) => Slot::Review,
        }
    }
}

impl Slot {
    /// The field of an event that it is; none for what only people say.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Slot::Days => Field::Date,
            Slot::Places => Field::Place,
            Slot::Killed => Field::Killed,
            Slot::Wounded => Field::Wounded,
            Slot::Captured => Field::Captured,
            Slot::Actors => Field::Actor,
            Slot::Claimant => Field::Claim,
            Slot::Note | Slot::Review => return None,
        })
    }

    /// The step of changing it, in words.
    pub fn step(self) -> &'static str {
        match self {
            Slot::Days => "change day",
            Slot::Places => "change place",
            Slot::Killed => "change deaths",
            Slot::Wounded => "change injuries",
            Slot::Captured => "change captured",
            Slot::Actors => "change who took part",
            Slot::Claimant => "change who says so",
            Slot::Note => "note",
            Slot::Review => "review",
        }
    }
}

/// All changes in force. Extracted values are never overwritten: the dataset
/// that is shown is made anew from what was read and these.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits {
    /// Days of publication that a person entered.
    pub published: BTreeMap<ArticleKey, Date>,
    /// Reports that are not of an event.
    pub rejected: BTreeSet<ReportKey>,
    /// Reports that a person added: the words that tell of them, and their types.
    pub added: BTreeMap<ReportKey, EventType>,
    /// Types that a person chose.
    pub types: BTreeMap<ReportKey, EventType>,
    /// Other values that a person chose.
    pub values: BTreeMap<(Target, Slot), Value>,
    /// Where names are, in all articles: by the name in lower case.
    pub names: BTreeMap<String, Location>,
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
    /// Filters with a name.
    pub filters: BTreeMap<String, Filter>,
    /// Views, days and events with a name.
    pub bookmarks: BTreeMap<String, Bookmark>,
    /// Stories: their steps in order.
    pub stories: BTreeMap<String, Vec<StoryStep>>,
}

/// What a step changes, as it is on one side of the step. What is `None` or `false` is not
/// there on that side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Part {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    published: Values<ArticleKey, Date>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected: Members<ReportKey>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    added: Values<ReportKey, EventType>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    types: Values<ReportKey, EventType>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Values<(Target, Slot), Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Values<String, Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    together: Members<(ReportAnchor, ReportAnchor)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    apart: Members<(ReportAnchor, ReportAnchor)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed: Members<ArticleKey>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected_records: Members<RecordRef>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    record_types: Values<RecordRef, EventType>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed_tables: Members<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    filters: Values<String, Filter>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bookmarks: Values<String, Bookmark>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stories: Values<String, Vec<StoryStep>>,
}

impl Part {
    /// The reports that the step names by number of article and trigger.
    pub fn reports(&self) -> impl Iterator<Item = ReportKey> + '_ {
        let rejected = self.rejected.iter().map(|(key, _)| *key);
        let chosen = self.types.iter().chain(&self.added).map(|(key, _)| *key);
        let valued = self.values.iter().filter_map(|((target, _), _)| match target {
            Target::Report(key) => Some(*key),
            Target::Record(_) => None,
        });
        rejected.chain(chosen).chain(valued)
    }

    /// The reports that it joins or parts.
    pub fn joined(&self) -> impl Iterator<Item = &ReportAnchor> {
        self.together.iter().chain(&self.apart).flat_map(|((a, b), _)| [a, b])
    }

    /// The rows of tables that the step names.
    pub fn records(&self) -> impl Iterator<Item = RecordRef> + '_ {
        let rejected = self.rejected_records.iter().map(|(at, _)| *at);
        let chosen = self.record_types.iter().map(|(at, _)| *at);
        let valued = self.values.iter().filter_map(|((target, _), _)| match target {
            Target::Record(at) => Some(*at),
            Target::Report(_) => None,
        });
        rejected.chain(chosen).chain(valued)
    }

    /// Whether it changes only what single events are shown with, so that none comes,
    /// goes or is joined otherwise.
    pub fn is_about_values(&self) -> bool {
        let others = Self {
            types: Vec::new(),
            values: Vec::new(),
            record_types: Vec::new(),
            filters: Vec::new(),
            bookmarks: Vec::new(),
            stories: Vec::new(),
            ..self.clone()
        };
        others == Self::default()
    }

    /// Whether it changes what has a name: filters, bookmarks, stories.
    pub fn is_about_kept(&self) -> bool {
        !(self.filters.is_empty() && self.bookmarks.is_empty() && self.stories.is_empty())
    }
}

impl Edits {
    /// The rows of tables about which a person said something.
    pub(super) fn edited_rows(&self) -> impl Iterator<Item = RecordRef> + '_ {
        let valued = self.values.keys().filter_map(|(target, _)| match target {
            Target::Record(at) => Some(*at),
            Target::Report(_) => None,
        });
        self.rejected_records.iter().chain(self.record_types.keys()).copied().chain(valued)
    }

    /// Says of a row what is said of another.
    pub(super) fn copy_row(&mut self, from: RecordRef, to: RecordRef) {
        if self.rejected_records.contains(&from) {
            self.rejected_records.insert(to);
        }
        if let Some(chosen) = self.record_types.get(&from).copied() {
            self.record_types.insert(to, chosen);
        }
        let of_row = self.values.iter().filter(|((target, _), _)| *target == Target::Record(from));
        let of_row: Vec<_> =
            of_row.map(|((_, slot), value)| ((Target::Record(to), *slot), value.clone())).collect();
        self.values.extend(of_row);
    }

    /// What is here but not the same in `other`, as it is here.
    pub(super) fn differing(&self, other: &Edits) -> Part {
        Part {
            published: values(&self.published, &other.published),
            rejected: members(&self.rejected, &other.rejected),
            added: values(&self.added, &other.added),
            types: values(&self.types, &other.types),
            values: values(&self.values, &other.values),
            names: values(&self.names, &other.names),
            together: members(&self.joins.together, &other.joins.together),
            apart: members(&self.joins.apart, &other.joins.apart),
            closed: members(&self.closed, &other.closed),
            rejected_records: members(&self.rejected_records, &other.rejected_records),
            record_types: values(&self.record_types, &other.record_types),
            closed_tables: members(&self.closed_tables, &other.closed_tables),
            filters: values(&self.filters, &other.filters),
            bookmarks: values(&self.bookmarks, &other.bookmarks),
            stories: values(&self.stories, &other.stories),
        }
    }

    /// Puts one side of a step in force.
    pub(super) fn set(&mut self, part: &Part) {
        set_values(&mut self.published, &part.published);
        set_members(&mut self.rejected, &part.rejected);
        set_values(&mut self.added, &part.added);
        set_values(&mut self.types, &part.types);
        set_values(&mut self.values, &part.values);
        set_values(&mut self.names, &part.names);
        set_members(&mut self.joins.together, &part.together);
        set_members(&mut self.joins.apart, &part.apart);
        set_members(&mut self.closed, &part.closed);
        set_members(&mut self.rejected_records, &part.rejected_records);
        set_values(&mut self.record_types, &part.record_types);
        set_members(&mut self.closed_tables, &part.closed_tables);
        set_values(&mut self.filters, &part.filters);
        set_values(&mut self.bookmarks, &part.bookmarks);
        set_values(&mut self.stories, &part.stories);
    }
}

type Values<K, V> = Vec<(K, Option<V>)>;
type Members<K> = Vec<(K, bool)>;

fn values<K: Ord + Clone, V: PartialEq + Clone>(
    here: &BTreeMap<K, V>,
    other: &BTreeMap<K, V>,
) -> Values<K, V> {
    let keys: BTreeSet<&K> = here.keys().chain(other.keys()).collect();
    let differ = keys.into_iter().filter(|key| here.get(key) != other.get(key));
    differ.map(|key| (key.clone(), here.get(key).cloned())).collect()
}

fn members<K: Ord + Clone>(here: &BTreeSet<K>, other: &BTreeSet<K>) -> Members<K> {
    here.symmetric_difference(other).map(|key| (key.clone(), here.contains(key))).collect()
}

fn set_values<K: Ord + Clone, V: Clone>(all: &mut BTreeMap<K, V>, part: &Values<K, V>) {
    for (key, value) in part {
        match value {
            Some(value) => all.insert(key.clone(), value.clone()),
            None => all.remove(key),
        };
    }
}

fn set_members<K: Ord + Clone>(all: &mut BTreeSet<K>, part: &Members<K>) {
    for (key, there) in part {
        if *there {
            all.insert(key.clone());
        } else {
            all.remove(key);
        }
    }
}

/// A step: what it changed, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The words for the menu.
    pub label: String,
    /// What it changed, as it was.
    pub before: Part,
    /// The same, as the step made it.
    pub after: Part,
}

/// Steps that can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq)]
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
