//! A table that is looked at, and what a person has said of it so far.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, channel},
};

use eframe::egui::Context;

use crate::{
    import::{self, How, TableError, TablePreview, column_name},
    locale,
    model::{EventType, Precision, RecordField, Stretch, TableOptions},
    session::{Command, Session},
    storage::SavedMapping,
};

/// The table, and what was said.
pub struct Looked {
    path: PathBuf,
    /// What was said. The columns stand in `mapping`.
    options: TableOptions,
    /// Which columns tell what, where a person chose it.
    mapping: Option<Vec<(RecordField, usize)>>,
    /// Whether what was said before of the same headings is still to be asked for.
    asks_before: bool,
    preview: Option<Box<TablePreview>>,
    error: Option<String>,
    /// A look that is being taken.
    coming: Option<Receiver<Look>>,
    /// A look that must be taken.
    wanted: bool,
}

type Look = Result<Box<TablePreview>, TableError>;

impl Looked {
    /// Begins to look at a table; with the options it is open with, if it is.
    pub fn begin(path: PathBuf, options: Option<TableOptions>) -> Self {
        Self {
            path,
            asks_before: options.is_none(),
            options: options.unwrap_or_default(),
            mapping: None,
            preview: None,
            error: None,
            coming: None,
            wanted: true,
        }
    }

    /// What is seen, once it is there.
    pub fn preview(&self) -> Option<&TablePreview> {
        self.preview.as_deref()
    }

    /// What was said.
    pub fn options(&self) -> &TableOptions {
        &self.options
    }

    /// Why nothing is seen.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// Whether a look is being taken.
    pub fn is_looking(&self) -> bool {
        self.coming.is_some() || self.wanted
    }

    /// Starts a look that is wanted, and takes one that has come.
    pub fn update(&mut self, context: &Context, session: &Session) {
        let come = self.coming.as_ref().and_then(|coming| coming.try_recv().ok());
        if let Some(look) = come {
            self.coming = None;
            self.take(look, session);
        }
        if self.wanted && self.coming.is_none() {
            self.wanted = false;
            self.start(context);
        }
    }

    fn start(&mut self, context: &Context) {
        let (to_window, coming) = channel();
        let (path, options, context) = (self.path.clone(), self.options.clone(), context.clone());
        locale::spawn(move || {
            let bare = TableOptions { mapping: Vec::new(), only_mapped: false, ..options.clone() };
            // Columns may have other names by now.
            let look = import::preview(&path, &options).or_else(|error| match error {
                TableError::NoColumn { .. } => import::preview(&path, &bare),
                other => Err(other),
            });
            // The dialog may be gone by now; then nobody waits for the answer.
            let _ = to_window.send(look.map(Box::new));
            context.request_repaint();
        });
        self.coming = Some(coming);
    }

    fn take(&mut self, look: Look, session: &Session) {
        let preview = match look {
            Ok(preview) => preview,
            Err(error) => {
                self.error = Some(error.to_string());
                return;
            }
        };
        self.error = None;
        let before = session.mapping(&preview.key).filter(|_| self.asks_before);
        self.asks_before = false;
        if let Some(saved) = before {
            self.options = saved.options.clone();
            self.wanted = true;
            return;
        }
        if !self.options.mapping.is_empty() {
            self.mapping = Some(preview.mapping.clone());
            self.options.mapping.clear();
            self.options.only_mapped = false;
        }
        let columns = self.preview.as_ref().map(|preview| preview.columns.len());
        if columns.is_some_and(|columns| columns != preview.columns.len()) {
            self.mapping = None;
        }
        self.preview = Some(preview);
        self.follow();
    }

    /// Takes in what was said of the file, which must be looked at again.
    pub fn change_file(&mut self, change: impl FnOnce(&mut TableOptions)) {
        change(&mut self.options);
        self.wanted = true;
    }

    /// Takes in what was said of cells.
    pub fn change(&mut self, change: impl FnOnce(&mut TableOptions)) {
        change(&mut self.options);
        self.follow();
    }

    /// Forgets all that was said.
    pub fn look_anew(&mut self) {
        *self = Self { asks_before: false, ..Self::begin(self.path.clone(), None) };
    }

    /// A column tells these, or nothing.
    pub fn choose(&mut self, column: usize, fields: &[RecordField]) {
        let Some(preview) = &self.preview else { return };
        let mut mapping = preview.mapping.clone();
        mapping.retain(|(_, at)| *at != column);
        for &field in fields {
            mapping.retain(|(of, _)| *of != field || may_be_several(field));
            mapping.push((field, column));
        }
        mapping.sort_by_key(|(field, _)| *field);
        self.mapping = Some(mapping);
        self.follow();
    }

    /// A cell means this type.
    pub fn set_type(&mut self, value: String, meaning: EventType) {
        self.change(|options| put(&mut options.types, value, meaning));
    }

    /// A cell means that a place is known so well.
    pub fn set_precision(&mut self, value: String, meaning: Precision) {
        self.change(|options| put(&mut options.precisions, value, meaning));
    }

    /// A cell means that a day is known so well.
    pub fn set_stretch(&mut self, value: String, meaning: Stretch) {
        self.change(|options| put(&mut options.stretches, value, meaning));
    }

    /// Shows the rows as what was said makes them.
    fn follow(&mut self) {
        let options = self.with_mapping();
        if let Some(preview) = &mut self.preview
            && let Err(error) = preview.read_as(&options)
        {
            self.error = Some(error.to_string());
        }
    }

    fn with_mapping(&self) -> TableOptions {
        let (Some(mapping), Some(preview)) = (&self.mapping, &self.preview) else {
            return self.options.clone();
        };
        let named =
            |(field, at): &(RecordField, usize)| (*field, column_name(&preview.columns, *at));
        let mapping = mapping.iter().map(named).collect();
        TableOptions { mapping, only_mapped: true, ..self.options.clone() }
    }

    /// Asks for the table, and that others with its headings are read alike.
    pub fn import(&self, remember: bool, commands: &mut Vec<Command>) {
        let Some(preview) = &self.preview else { return };
        let options = self.with_mapping();
        let is_as_found = options.is_default() && preview.doubts.is_empty();
        if remember && !is_as_found {
            let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let options = settled(&options, preview);
            let saved = Box::new(SavedMapping { name, options });
            commands.push(Command::SaveMapping(preview.key.clone(), saved));
        }
        commands.push(Command::OpenTable(self.path.clone(), Box::new(options)));
    }
}

/// What was only guessed, and looked at by a person, counts as said.
fn settled(options: &TableOptions, preview: &TablePreview) -> TableOptions {
    let guessed = |fact: Option<(bool, How)>| {
        fact.filter(|(_, how)| *how == How::Guessed).map(|(value, _)| value)
    };
    let name = |at| column_name(&preview.columns, at);
    TableOptions {
        mapping: preview.mapping.iter().map(|(field, at)| (*field, name(*at))).collect(),
        only_mapped: true,
        day_first: options.day_first.or(guessed(preview.facts.day_first)),
        ..options.clone()
    }
}

/// Whether several columns may tell the same.
fn may_be_several(field: RecordField) -> bool {
    use RecordField::{Actor, Notes, Perpetrator, Place, Source, Type, Url, Victim};
    matches!(field, Type | Place | Actor | Perpetrator | Victim | Source | Url | Notes)
}

fn put<T>(all: &mut Vec<(String, T)>, value: String, meaning: T) {
    all.retain(|(other, _)| *other != value);
    all.push((value, meaning));
}
