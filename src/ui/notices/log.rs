//! The notices since the window was opened.

use std::collections::{BTreeSet, VecDeque};

use crate::session::{Notice, Severity};

/// Older ones are forgotten.
const MOST: usize = 500;

/// A notice that was shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// What was said.
    pub notice: Notice,
    /// When it was first shown, in seconds of the window's clock.
    pub at: f64,
}

/// All that was said, across projects.
#[derive(Clone, Debug, Default)]
pub struct Log {
    past: VecDeque<Past>,
    /// The numbers of the session's notices that are in the log.
    seen: BTreeSet<u64>,
    /// Whether an error came since the log was last read.
    unread: bool,
}

impl Log {
    /// Takes in what is new.
    pub fn add(&mut self, notices: &[Notice], now: f64) {
        for notice in notices {
            if self.seen.insert(notice.id) {
                self.unread |= notice.severity == Severity::Error;
                self.past.push_back(Past { notice: notice.clone(), at: now });
            }
        }
        while self.past.len() > MOST {
            self.past.pop_front();
        }
    }

    /// Another session begins, which counts its notices anew.
    pub fn begin_session(&mut self) {
        self.seen.clear();
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.past.is_empty()
    }

    /// Whether an error came since the log was last read.
    pub fn is_unread(&self) -> bool {
        self.unread
    }

    /// The log is being read.
    pub fn set_read(&mut self) {
        self.unread = false;
    }

    /// What was said, the last first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Past> {
        self.past.iter().rev()
    }

    /// All of it, for the clipboard, the last first.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for Past { notice, .. } in self.newest_first() {
            text.push_str(&notice.message);
            text.push('\n');
            for line in &notice.details {
                text.push_str("  ");
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(id: u64, message: &str) -> Notice {
        let message = message.to_owned();
        let details = vec!["why".to_owned()];
        Notice { id, severity: Severity::Error, message, details, table: None }
    }

    #[test]
    fn each_notice_is_kept_once_and_those_of_another_session_come_on_top() {
        let mut log = Log::default();
        log.add(&[notice(0, "one")], 1.0);
        log.add(&[notice(0, "one"), notice(1, "two")], 2.0);
        log.begin_session();
        log.add(&[notice(0, "three")], 3.0);
        assert_eq!(log.text(), "three\n  why\ntwo\n  why\none\n  why\n");
        assert_eq!(log.newest_first().last().map(|past| past.at), Some(1.0));
        assert!(log.is_unread());
    }
}
