//! What is selected: the same in list, map, slider and inspector.

use std::collections::BTreeSet;

use crate::model::{EventId, Field, Span};

/// What is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The event.
    pub event: Option<EventId>,
    /// More events, for what is done to several at once.
    pub others: BTreeSet<EventId>,
    /// The words that the reader shows.
    pub focus: Option<Focus>,
    /// Counts how often words were to be shown, so that the reader knows when to scroll.
    pub shows: u64,
}

impl Selection {
    /// All events that are selected.
    pub fn all(&self) -> BTreeSet<EventId> {
        self.others.iter().copied().chain(self.event).collect()
    }
}

/// Words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The article's place in the dataset.
    pub article: usize,
    /// The words; none for the top of the article.
    pub span: Option<Span>,
    /// What they are the evidence of.
    pub field: Option<Field>,
}
