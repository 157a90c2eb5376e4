//! Makes a dataset out of readings: at once, or on a thread of its own where there are
//! so many that the window would wait.

use std::{
    sync::mpsc::{Receiver, TryRecvError, channel},
    thread,
};

use super::{ArticleKey, Edits};
use crate::model::{Dataset, Event, Joins, ReadArticle};

/// Joins reports to events, as a person said where a person said something.
pub type Merge = fn(&[ReadArticle], &Joins) -> Vec<Event>;

/// A dataset and the keys of its articles.
pub struct Built {
    pub keys: Vec<ArticleKey>,
    pub dataset: Dataset,
    /// Whether the events are as they were read; else they came out of a project with all
    /// that a person changed in them.
    pub as_read: bool,
}

impl Built {
    /// Joins the reports of all articles.
    pub fn new(
        keys: Vec<ArticleKey>,
        articles: Vec<ReadArticle>,
        joins: &Joins,
        merge: Merge,
    ) -> Self {
        let events = merge(&articles, joins);
        let dataset = Dataset { articles, events, tables: Vec::new() };
        Self { keys, dataset, as_read: true }
    }
}

/// What a dataset is made of.
pub struct BuiltOf {
    /// The edits in force.
    pub edits: Edits,
    /// How many articles had been opened.
    pub opened: usize,
    /// Which readings they were.
    pub readings: u64,
}

/// A dataset that a thread is making.
pub struct Building {
    built: Receiver<Built>,
    /// What it is made of.
    pub of: BuiltOf,
}

impl Building {
    /// Begins.
    pub fn start(
        keys: Vec<ArticleKey>,
        articles: Vec<ReadArticle>,
        joins: Joins,
        merge: Merge,
        of: BuiltOf,
    ) -> Self {
        let (done, built) = channel();
        thread::spawn(move || {
            // If nobody waits any more, something newer is being made.
            let _ = done.send(Built::new(keys, articles, &joins, merge));
        });
        Self { built, of }
    }

    /// What was made, if it is ready. An error if it never will be.
    pub fn poll(&self) -> Result<Option<Built>, ()> {
        match self.built.try_recv() {
            Ok(built) => Ok(Some(built)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(()),
        }
    }
}
