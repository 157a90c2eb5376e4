//! Notices: what a person should hear about once, and can read again.

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something went as asked.
    Info,
    /// Something could not be done.
    Error,
}

/// Something a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number, for [`super::Command::Dismiss`].
    pub id: u64,
    /// How bad it is.
    pub severity: Severity,
    /// What happened, a sentence without its full stop.
    pub message: String,
    /// More lines: one for each file that could not be read, with the reason.
    pub details: Vec<String>,
    /// The event table it is about, by its number in the order of opening.
    pub table: Option<usize>,
}

/// The notices that were not put away, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    open: Vec<Notice>,
    next_id: u64,
}

impl Notices {
    /// Those not put away, oldest first.
    pub fn open(&self) -> &[Notice] {
        &self.open
    }

    pub(super) fn add(
        &mut self,
        severity: Severity,
        message: impl Into<String>,
        details: Vec<String>,
    ) {
        self.add_about(None, severity, message, details);
    }

    /// As `add`, about a table.
    pub(super) fn add_about(
        &mut self,
        table: Option<usize>,
        severity: Severity,
        message: impl Into<String>,
        details: Vec<String>,
    ) {
        let message = message.into();
        self.open.push(Notice { id: self.next_id, severity, message, details, table });
        self.next_id += 1;
    }

    pub(super) fn dismiss(&mut self, id: u64) {
        self.open.retain(|notice| notice.id != id);
    }
}
