//! The rows of a table that cannot be used, into a file.

use std::path::PathBuf;

use eframe::egui::{Button, Key, TextEdit, Ui};

use crate::{model::EventTable, tr};

/// What was chosen in the dialog.
pub enum Answer {
    /// Write them there.
    Save(PathBuf),
    /// Ask the system for the file.
    Choose,
}

/// Shows a field for the path. The first path lies beside the table.
pub fn rejected_ui(ui: &mut Ui, path: &mut String, table: &EventTable) -> Option<Answer> {
    ui.set_width(500.0_f32.min(ui.available_width()));
    ui.heading(tr!("rejected-title"));
    ui.label(tr!("rejected-help", n = table.rejected.len(), table = &table.name));
    ui.add_space(6.0);
    let label = ui.label(tr!("dialog-file"));
    let field = TextEdit::singleline(path).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(4.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        let typed = path.trim();
        let save =
            ui.add_enabled(!typed.is_empty(), Button::new(tr!("dialog-save-as-save"))).clicked();
        if (save || entered) && !typed.is_empty() {
            answer = Some(Answer::Save(typed.into()));
        }
        if ui.button(tr!("dialog-choose-place")).clicked() {
            answer = Some(Answer::Choose);
        }
    });
    answer
}

/// "own.rejected.csv" beside "own.csv".
pub fn path_beside(table: &EventTable) -> PathBuf {
    let path = table.path.clone().unwrap_or_else(|| PathBuf::from(&table.name));
    path.with_extension("rejected.csv")
}
