//! A name for the project.

use std::path::PathBuf;

use eframe::egui::{Button, Key, RichText, TextEdit, Ui};

use crate::{session::Session, tr, ui::theme};

/// What was chosen in the dialog.
pub enum Answer {
    /// Save it there.
    Save(PathBuf),
    /// Ask the system for the file.
    Choose,
}

/// Shows where the project is kept, and a field for another path.
pub fn save_as_ui(ui: &mut Ui, path: &mut String, session: &Session) -> Option<Answer> {
    ui.set_width(500.0);
    let weak = theme::current(ui).text.weak.0;
    ui.heading(tr!("dialog-save-as-title"));
    let now = match session.project_path() {
        Some(path) => tr!("dialog-save-as-kept", path = path.display().to_string()),
        None => tr!("dialog-save-as-not-kept"),
    };
    ui.label(RichText::new(now).color(weak));
    ui.add_space(6.0);
    let label = ui.label(tr!("dialog-file"));
    let field = TextEdit::singleline(path).desired_width(f32::INFINITY);
    let field = field.hint_text(tr!("dialog-save-as-hint"));
    let field = ui.add(field).labelled_by(label.id);
    if !field.has_focus() && path.is_empty() {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(4.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        let typed = path.trim();
        let save =
            ui.add_enabled(!typed.is_empty(), Button::new(tr!("dialog-save-as-save"))).clicked();
        if (save || entered) && !typed.is_empty() {
            answer = Some(Answer::Save(with_ending(typed.into())));
        }
        if ui.button(tr!("dialog-choose-place")).clicked() {
            answer = Some(Answer::Choose);
        }
    });
    ui.add_space(4.0);
    ui.label(RichText::new(tr!("dialog-save-as-help")).size(12.0).color(weak));
    answer
}

/// The path with ".gpkg" at its end.
pub fn with_ending(path: PathBuf) -> PathBuf {
    if crate::session::is_project(&path) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".gpkg");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_the_ending_gets_it_and_keeps_its_dots() {
        assert_eq!(with_ending("a/Syunik 13.9".into()), PathBuf::from("a/Syunik 13.9.gpkg"));
        assert_eq!(with_ending("a/b.GPKG".into()), PathBuf::from("a/b.GPKG"));
    }
}
