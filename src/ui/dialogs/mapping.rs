//! Import table: how a table of others is read, with a look at what comes of it.

mod codes;
mod columns;
mod facts;
mod looked;

use std::path::PathBuf;

use eframe::egui::{Button, Key, Label, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::{
    import::{Doubt, TablePreview},
    model::TableOptions,
    session::{Command, Session},
    tr,
    ui::theme::{self, Theme},
};
use looked::Looked;

/// So many reasons why rows cannot be used are named.
const MOST_REASONS: usize = 4;

/// What the dialog says.
#[derive(Default)]
pub struct MappingForm {
    path: String,
    table: Option<Looked>,
    remember: bool,
}

/// What was chosen in the dialog.
pub enum Answer {
    /// Ask the system for the file.
    Choose,
    /// It is done with.
    Done,
}

impl MappingForm {
    /// Begins without a file.
    pub fn clear(&mut self) {
        self.path.clear();
        self.table = None;
    }

    /// Begins with a file, which may be open with these options.
    pub fn open(&mut self, path: PathBuf, options: Option<TableOptions>) {
        self.path = path.to_string_lossy().into_owned();
        self.table = Some(Looked::begin(path, options));
        self.remember = true;
    }

    /// Shows the dialog.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        commands: &mut Vec<Command>,
    ) -> Option<Answer> {
        let room = ui.ctx().content_rect().size() - vec2(96.0, 96.0);
        let Some(table) = &mut self.table else {
            ui.set_width(500.0_f32.min(room.x));
            return self.file_ui(ui);
        };
        ui.set_width(room.x.min(1080.0));
        table.update(ui.ctx(), session);
        ui.heading(tr!("mapping-title"));
        let weak = theme::current(ui).text.weak.0;
        ui.add(Label::new(RichText::new(&self.path).size(12.0).color(weak)).truncate());
        ui.add_space(4.0);
        if let Some(error) = table.error() {
            let ink = theme::current(ui).accent.error.0;
            ui.add(Label::new(RichText::new(error).color(ink)).wrap());
        }
        let foot = foot_height(table.preview());
        let height = (room.y.min(800.0) - 64.0 - foot).max(120.0);
        // As high at once as it will be, or it would grow from frame to frame.
        let body = ScrollArea::vertical().id_salt("mapping").max_height(height);
        body.min_scrolled_height(height).show(ui, |ui| {
            ui.set_width(ui.available_width());
            // And as high whatever is chosen, or it would move under the pointer.
            ui.set_min_height(height);
            body_ui(ui, table, session, commands);
        });
        ui.add_space(6.0);
        self.foot_ui(ui, commands)
    }

    /// A field for the path of a table.
    fn file_ui(&mut self, ui: &mut Ui) -> Option<Answer> {
        ui.heading(tr!("mapping-title"));
        ui.label(tr!("mapping-help"));
        ui.add_space(4.0);
        let label = ui.label(tr!("dialog-file"));
        let field = TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
        let field = ui.add(field).labelled_by(label.id);
        if !field.has_focus() && self.path.is_empty() {
            field.request_focus();
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(6.0);
        let mut answer = None;
        ui.horizontal(|ui| {
            let path = PathBuf::from(self.path.trim());
            let is_typed = !path.as_os_str().is_empty();
            let look = ui.add_enabled(is_typed, Button::new(tr!("mapping-look"))).clicked();
            if ui.button(tr!("dialog-choose-file")).clicked() {
                answer = Some(Answer::Choose);
            }
            if ui.button(tr!("dialog-cancel")).clicked() {
                answer = Some(Answer::Done);
            }
            if (look || entered) && is_typed {
                self.open(path, None);
            }
        });
        answer
    }

    /// What comes of the rows, and the buttons.
    fn foot_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) -> Option<Answer> {
        let table = self.table.as_mut()?;
        let preview = table.preview();
        if let Some(preview) = preview {
            outcome_ui(ui, preview);
        }
        ui.add_space(4.0);
        let can_import = preview.is_some_and(|preview| {
            !preview.lacks_something() && preview.usable() > 0 && !table.is_looking()
        });
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            let theme = theme::current(ui);
            let words = RichText::new(tr!("mapping-import"));
            let words = if can_import { words.color(theme.accent.text.0) } else { words };
            let button = Button::new(words.font(theme::strong(13.5)));
            let button = if can_import { button.fill(theme.accent.fill.0) } else { button };
            if ui.add_enabled(can_import, button).clicked() {
                table.import(self.remember, commands);
                answer = Some(Answer::Done);
            }
            if ui.button(tr!("dialog-cancel")).clicked() {
                answer = Some(Answer::Done);
            }
            if table.is_looking() {
                ui.spinner();
                ui.label(tr!("mapping-looking"));
            } else if preview_is_some(table) {
                theme::outline_choices(ui);
                ui.checkbox(&mut self.remember, tr!("mapping-remember"))
                    .on_hover_text(tr!("mapping-remember-help"));
            }
        });
        answer
    }
}

fn preview_is_some(table: &Looked) -> bool {
    table.preview().is_some()
}

/// The room that [`MappingForm::foot_ui`] takes.
fn foot_height(preview: Option<&TablePreview>) -> f32 {
    let reasons = preview.map_or(0, |preview| preview.reasons().len().min(MOST_REASONS + 1));
    78.0 + 18.0 * reasons as f32
}

fn body_ui(ui: &mut Ui, table: &mut Looked, session: &Session, commands: &mut Vec<Command>) {
    let Some(preview) = table.preview() else { return };
    doubts_ui(ui, preview);
    saved_ui(ui, table, session, commands);
    facts::facts_ui(ui, table);
    ui.add_space(6.0);
    columns::columns_ui(ui, table);
    ui.add_space(6.0);
    codes::types_ui(ui, table);
    codes::stretches_ui(ui, table);
    codes::precisions_ui(ui, table);
}

/// What a person should look at.
fn doubts_ui(ui: &mut Ui, preview: &TablePreview) {
    let theme = theme::current(ui);
    if preview.is_known {
        let words = tr!("mapping-known", format = &preview.format);
        ui.label(RichText::new(words).color(theme.text.weak.0));
    }
    for doubt in &preview.doubts {
        let words = match doubt {
            Doubt::NoDay => tr!("mapping-no-day"),
            Doubt::NoPlace => tr!("mapping-no-place"),
            Doubt::NoPosition => tr!("mapping-no-position"),
            Doubt::DayByCells => tr!("mapping-day-by-cells"),
            Doubt::DateOrder => tr!("mapping-date-order"),
            // Said below, with the reasons.
            Doubt::FewRows => continue,
        };
        let words = RichText::new(words).color(theme.accent.warning.0);
        ui.add(Label::new(words.font(theme::strong(13.0))).wrap());
    }
}

/// Whose word counts for these headings so far.
fn saved_ui(ui: &mut Ui, table: &mut Looked, session: &Session, commands: &mut Vec<Command>) {
    let Some(preview) = table.preview() else { return };
    let Some(saved) = session.mapping(&preview.key) else { return };
    let key = preview.key.clone();
    ui.horizontal_wrapped(|ui| {
        ui.label(tr!("mapping-saved", name = &saved.name));
        let forget = ui.button(tr!("mapping-forget"));
        if forget.on_hover_text(tr!("mapping-forget-help")).clicked() {
            commands.push(Command::DropMapping(key));
            table.look_anew();
        }
    });
}

/// How many rows can be used, and why the others cannot.
fn outcome_ui(ui: &mut Ui, preview: &TablePreview) {
    let theme = theme::current(ui);
    let (usable, all) = (preview.usable(), preview.rows.len());
    let words = if preview.is_whole {
        tr!("mapping-usable", usable = usable, n = all)
    } else {
        tr!("mapping-usable-of-first", usable = usable, n = all)
    };
    let ink = if usable == all { theme.text.strong.0 } else { theme.accent.warning.0 };
    ui.label(RichText::new(words).font(theme::strong(13.5)).color(ink));
    let reasons = preview.reasons();
    for (reason, line, count) in reasons.iter().take(MOST_REASONS) {
        reason_ui(ui, theme, preview.unit.key(), *line, reason, *count);
    }
    if reasons.len() > MOST_REASONS {
        let more = tr!("notice-table-more", n = reasons.len() - MOST_REASONS);
        ui.label(RichText::new(more).size(12.0).color(theme.text.weak.0));
    }
}

fn reason_ui(ui: &mut Ui, theme: &Theme, unit: &str, line: u32, reason: &str, count: usize) {
    let told = tr!("table-line-reason", unit = unit, line = line, reason = reason);
    let words = match count {
        1 => told,
        n => tr!("mapping-reason-and-more", told = told, n = n - 1),
    };
    let words = RichText::new(words).size(12.0).color(theme.text.normal.0);
    ui.add(Label::new(words).truncate());
}
