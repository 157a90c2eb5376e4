//! What a person changed, kept apart from what was read, with its history.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::ArticleKey;
use crate::model::{EventType, Joins, Span};

/// A report wherever it ends up: its article and the words that say that
/// something happened. Survives reading the article again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
}

/// Steps that can be undone and redone: each with the words for the menu and
/// the edits before it (undo) or after it (redo).
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: Vec<(String, Edits)>,
    redo: Vec<(String, Edits)>,
}

impl History {
    /// What Undo would take back: "not an event".
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|(label, _)| label.as_str())
    }

    /// What Redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|(label, _)| label.as_str())
    }

    /// Remembers the edits as they are before a change, which ends all redoing.
    pub(super) fn remember(&mut self, label: impl Into<String>, before: Edits) {
        self.undo.push((label.into(), before));
        self.redo.clear();
    }

    /// The edits before the last step.
    pub(super) fn undo(&mut self, now: &Edits) -> Option<Edits> {
        let (label, before) = self.undo.pop()?;
        self.redo.push((label, now.clone()));
        Some(before)
    }

    /// The edits after the step that was undone last.
    pub(super) fn redo(&mut self, now: &Edits) -> Option<Edits> {
        let (label, after) = self.redo.pop()?;
        self.undo.push((label, now.clone()));
        Some(after)
    }
}
