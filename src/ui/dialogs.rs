//! Windows over the window: a path to type, the user's own places, settings, the list of
//! keys, notices, about.

mod about;
mod export;
mod keys;
mod mapping;
mod notices;
mod own_places;
mod picture;
mod rejected;
mod save_as;
mod settings;

use std::path::{Path, PathBuf};

use eframe::egui::{Button, Context, Id, Key, Modal, TextEdit, Ui};

use super::{notices::Log, theme};
use crate::model::{EventTable, TableOptions};
use crate::session::{Action, Command, Session};
use crate::storage::Settings;
use crate::tr;

pub use export::Export;
pub use picture::Picture;
pub use save_as::with_ending;

/// Which dialog is open, and what was typed.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Action>,
    path: String,
    export: export::ExportForm,
    picture: picture::PictureForm,
    mapping: mapping::MappingForm,
    /// The table whose rejected rows are to be kept.
    rejected: Option<usize>,
}

/// What a dialog wants of the window.
pub enum Asked {
    /// That the system asks for the files of an action.
    Files(Action),
    /// That the system asks where to write.
    ExportTo(crate::export::Format),
    /// That the project goes on under this name.
    SaveAs(PathBuf),
    /// That a file is written.
    Export(Box<Export>),
    /// That a picture is drawn and written.
    Picture(Picture),
    /// That the system asks where to write rejected rows.
    RejectedTo,
    /// That the rejected rows of a table are written.
    Rejected(usize, PathBuf),
}

impl Dialogs {
    /// Opens the dialog of an action.
    pub fn open(&mut self, action: Action) {
        self.open = Some(action);
        self.rejected = None;
        self.path.clear();
        self.mapping.clear();
    }

    /// Asks how a table is read.
    pub fn open_table(&mut self, path: PathBuf, options: Option<TableOptions>) {
        self.open(Action::ImportTable);
        self.mapping.open(path, options);
    }

    /// Asks where the rejected rows of a table go.
    pub fn open_rejected(&mut self, number: usize, table: &EventTable) {
        self.open = None;
        self.rejected = Some(number);
        self.path = rejected::path_beside(table).to_string_lossy().into_owned();
    }

    /// Takes the file that the system gave for rejected rows.
    pub fn set_rejected_path(&mut self, path: &Path) {
        self.path = path.to_string_lossy().into_owned();
    }

    /// Closes the open dialog.
    pub fn close(&mut self) {
        self.open = None;
        self.rejected = None;
    }

    /// Whether one is open; keys are its own then.
    pub fn is_open(&self) -> bool {
        self.open.is_some() || self.rejected.is_some()
    }

    /// Takes the file that the system gave for the open dialog.
    pub fn set_export_path(&mut self, path: PathBuf) {
        self.export.set_path(path);
    }

    /// Takes the file that the system gave for a picture.
    pub fn set_picture_path(&mut self, path: PathBuf) {
        self.picture.set_path(path);
    }

    /// Shows the open dialog, and gives what it wants. Settings are changed at once.
    pub fn ui(
        &mut self,
        context: &Context,
        session: &Session,
        log: &Log,
        settings: &mut Settings,
        commands: &mut Vec<Command>,
    ) -> Option<Asked> {
        if let Some(table) = self.rejected {
            return self.rejected_ui(context, session, table);
        }
        let action = self.open?;
        let mut ask = None;
        let theme = theme::of(context);
        let frame = theme.card().inner_margin(22);
        let widest = if action == Action::ImportTable { 1080.0_f32 } else { 600.0 };
        let (mut is_done, mut to_places) = (false, false);
        let shown = Modal::new(Id::unique("dialog")).frame(frame).show(context, |ui| {
            ui.set_max_width(widest.min(context.content_rect().width() - 70.0));
            match action {
                Action::ImportTable => match self.mapping.ui(ui, session, commands) {
                    Some(mapping::Answer::Choose) => ask = Some(Asked::Files(action)),
                    Some(mapping::Answer::Done) => is_done = true,
                    None => {}
                },
                Action::OpenPath => self.path_ui(ui, commands),
                Action::AddPlaces => {
                    let chosen =
                        own_places::own_places_ui(ui, &mut self.path, session, settings, commands);
                    ask = chosen.then_some(Asked::Files(action));
                }
                Action::SaveProjectAs => {
                    ask = save_as::save_as_ui(ui, &mut self.path, session).map(
                        |answer| match answer {
                            save_as::Answer::Save(path) => Asked::SaveAs(path),
                            save_as::Answer::Choose => Asked::Files(action),
                        },
                    );
                }
                Action::ExportEvents => {
                    ask = self.export.ui(ui, session).map(|answer| match answer {
                        export::Answer::Write(export) => Asked::Export(export),
                        export::Answer::Choose(format) => Asked::ExportTo(format),
                    });
                }
                Action::SavePicture => {
                    ask = self.picture.ui(ui).map(|answer| match answer {
                        picture::Answer::Write(picture) => Asked::Picture(picture),
                        picture::Answer::Choose => Asked::Files(action),
                    });
                }
                Action::ShowKeys => keys::keys_ui(ui, &mut self.path),
                Action::ShowNotices => notices::notices_ui(ui, log),
                Action::Settings => to_places = settings::settings_ui(ui, settings, session),
                _ => about::about_ui(ui),
            }
            !matches!(action, Action::OpenPath | Action::ImportTable) && close_ui(ui)
        });
        let done = matches!(ask, Some(Asked::SaveAs(_) | Asked::Export(_) | Asked::Picture(_)));
        if done || is_done || shown.inner || shown.should_close() {
            self.open = None;
        }
        if to_places {
            self.open(Action::AddPlaces);
        }
        ask
    }

    fn rejected_ui(
        &mut self,
        context: &Context,
        session: &Session,
        number: usize,
    ) -> Option<Asked> {
        let Some((_, table)) = session.tables().find(|(other, _)| *other == number) else {
            self.rejected = None;
            return None;
        };
        let frame = theme::of(context).card().inner_margin(22);
        let mut answer = None;
        let shown = Modal::new(Id::unique("dialog")).frame(frame).show(context, |ui| {
            ui.set_max_width(600.0_f32.min(context.content_rect().width() - 70.0));
            answer = rejected::rejected_ui(ui, &mut self.path, table);
            close_ui(ui)
        });
        let asked = answer.map(|answer| match answer {
            rejected::Answer::Save(path) => Asked::Rejected(number, path),
            rejected::Answer::Choose => Asked::RejectedTo,
        });
        if shown.inner || shown.should_close() || matches!(asked, Some(Asked::Rejected(..))) {
            self.rejected = None;
        }
        asked
    }

    fn path_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        ui.set_width(460.0);
        ui.heading(tr!("dialog-path-title"));
        ui.label(tr!("dialog-path-help"));
        let label = ui.label(tr!("dialog-path-field"));
        let field = TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if !field.has_focus() && self.path.is_empty() {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let path = self.path.trim();
            let open =
                ui.add_enabled(!path.is_empty(), Button::new(tr!("dialog-path-open"))).clicked();
            if (open || entered) && !path.is_empty() {
                commands.push(Command::Open(vec![path.into()]));
                self.path.clear();
                self.open = None;
            }
            if ui.button(tr!("dialog-cancel")).clicked() {
                self.open = None;
            }
        });
    }
}

/// The button at the end of a dialog; whether it was clicked.
fn close_ui(ui: &mut Ui) -> bool {
    ui.add_space(10.0);
    ui.button(tr!("dialog-close")).clicked()
}
