//! The card with the values of the event, each of which can be changed in place. Of an event
//! that one report tells of, it is also the card of the report.

use eframe::egui::{Frame, Margin, RichText, Role, Stroke, Ui, WidgetInfo};

use super::{
    editor::{Editor, SLOTS},
    fields::Row,
    reports,
    rows::row_ui,
    values::{self, label},
};
use crate::{
    model::{Event, EventId, Field, ReadArticle, Report, ReportRef},
    session::{Command, Session, Slot},
    tr,
    ui::theme,
};

/// Shows the card, with the editor in place of the field that is edited.
pub fn card_ui(
    ui: &mut Ui,
    session: &Session,
    (id, event): (EventId, &Event),
    editor: &mut Option<Editor>,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    let card = Frame::new().fill(theme.surface.raised.0).corner_radius(8);
    let card = card.stroke(Stroke::new(1.0, theme.surface.line.0));
    card.inner_margin(Margin::symmetric(10, 7)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let only = only_report(session, event);
        if let Some((at, read, _)) = only {
            reports::source_ui(ui, at, read, commands);
            ui.add_space(2.0);
        }
        let read = only.map_or_else(Vec::new, |_| values::read_rows(session, event));
        let of = |field| read.iter().filter(move |row| row.field == field);
        plain_ui(ui, session, of(Field::Trigger), commands);
        let mut empty = Vec::new();
        for slot in SLOTS {
            if slot == Slot::Claimant {
                plain_ui(ui, session, of(Field::Weapon).chain(of(Field::Damage)), commands);
            }
            if editor.as_ref().is_some_and(|editor| editor.slot == slot) {
                editor_ui(ui, session, (id, event), editor, commands);
            } else {
                match slot_ui(ui, session, (id, event), slot, commands) {
                    Shown::Nothing => empty.push(slot),
                    Shown::Value => {}
                    Shown::ToChange => *editor = open(session, event, slot),
                }
            }
        }
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            if let Some(slot) = add_ui(ui, &empty) {
                *editor = open(session, event, slot);
            }
            if let Some((_, read, report)) = only {
                reports::copy_ui(ui, read, report);
            }
        });
    });
}

/// What became of a field.
enum Shown {
    Nothing,
    Value,
    ToChange,
}

/// The report of an event that one alone tells of.
fn only_report<'s>(
    session: &'s Session,
    event: &'s Event,
) -> Option<(ReportRef, &'s ReadArticle, &'s Report)> {
    let is_only = event.reports.len() == 1;
    session.dataset().reports_of(event).next().filter(|_| is_only)
}

/// Rows of what cannot be changed.
fn plain_ui<'r>(
    ui: &mut Ui,
    session: &Session,
    rows: impl Iterator<Item = &'r Row>,
    commands: &mut Vec<Command>,
) {
    for (number, row) in rows.enumerate() {
        ui.push_id((row.field, number), |ui| row_ui(ui, session, row, None, commands));
    }
}

fn open(session: &Session, event: &Event, slot: Slot) -> Option<Editor> {
    Some(Editor::new(session, session.target_of(event)?, event, slot))
}

fn editor_ui(
    ui: &mut Ui,
    session: &Session,
    (id, event): (EventId, &Event),
    open: &mut Option<Editor>,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    let Some(editor) = open else { return };
    let frame = Frame::new().fill(theme.surface.row.0).corner_radius(6);
    let done = frame.inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.label(RichText::new(label(editor.slot)).font(theme::strong(12.5)));
        editor.ui(ui, session, id, event, commands)
    });
    if editor.take_unseen() {
        done.response.scroll_to_me(None);
        ui.ctx().request_repaint();
    }
    if done.inner {
        *open = None;
    }
}

/// The rows of a field, the first with a pencil, and whose word its value is.
fn slot_ui(
    ui: &mut Ui,
    session: &Session,
    (id, event): (EventId, &Event),
    slot: Slot,
    commands: &mut Vec<Command>,
) -> Shown {
    let mut rows = values::rows(session, event, slot);
    let mut shown = if rows.is_empty() { Shown::Nothing } else { Shown::Value };
    let name = label(slot);
    let by_person = slot.field().is_some_and(|field| event.is_by_person(field));
    let last = rows.iter().filter(|row| !row.replaced).count();
    let names: Vec<String> = rows.iter().map(|row| row.label.clone()).collect();
    for (number, row) in rows.iter_mut().enumerate() {
        row.again = number > 0 && names[number - 1] == row.label;
        let change = (number == 0).then_some(name.as_str());
        let changes = ui.push_id((slot, number), |ui| row_ui(ui, session, row, change, commands));
        if changes.inner {
            shown = Shown::ToChange;
        }
        if number + 1 == last && by_person {
            by_you_ui(ui, id, slot, commands);
        }
    }
    if event.disputes.iter().any(|dispute| Some(dispute.field) == slot.field()) {
        let differ = RichText::new(tr!("inspector-disputed")).size(12.0);
        beside_names_ui(ui, |ui| _ = ui.label(differ.color(theme::current(ui).accent.warning.0)));
    }
    shown
}

/// Indents to where the values are.
fn beside_names_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.add_space(4.0);
        super::rows::name_ui(ui, "");
        ui.spacing_mut().item_spacing.x = 6.0;
        add(ui);
    });
}

/// That the value is a person's, and the way back to what was read.
fn by_you_ui(ui: &mut Ui, id: EventId, slot: Slot, commands: &mut Vec<Command>) {
    beside_names_ui(ui, |ui| {
        let by = RichText::new(tr!("inspector-by-you")).size(12.0);
        ui.label(by.color(theme::current(ui).accent.link.0));
        let name = tr!("inspector-revert", name = label(slot));
        let button = ui.small_button(RichText::new(tr!("inspector-revert-button")).size(12.0));
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if button.on_hover_text(tr!("inspector-revert-help")).clicked() {
            commands.push(Command::Revert(id, slot));
        }
    });
}

/// A menu of the fields of which nothing is known; the one to be filled in.
fn add_ui(ui: &mut Ui, empty: &[Slot]) -> Option<Slot> {
    if empty.is_empty() {
        return None;
    }
    let mut chosen = None;
    ui.menu_button(RichText::new(tr!("inspector-add-value")).size(12.0), |ui| {
        for slot in empty {
            if ui.button(label(*slot)).clicked() {
                chosen = Some(*slot);
                ui.close();
            }
        }
    });
    chosen
}
