//! The inspector: every field of the selected event with the words it came from,
//! report by report, so that what sources dispute stays disputed. Every value can be changed
//! in place; what people did is listed at the end.

pub mod candidate_list;
pub mod candidates;
mod card;
mod claims;
mod confidence;
mod editor;
mod fields;
mod heading;
mod history;
mod places;
mod record;
mod reports;
mod rows;
mod typed;
mod values;

use eframe::egui::{CollapsingHeader, Frame, Margin, RichText, ScrollArea, Ui};

use super::{
    map::{Pin, PinAnswer},
    theme,
};
use crate::{
    model::{Event, EventId, Review},
    session::{Command, Session, Value},
    tr,
};
use editor::Editor;
pub use editor::{field_ui, pressed};
use heading::Note;
use places::PlacePick;

/// The inspector and what is being edited in it.
#[derive(Default)]
pub struct Inspector {
    editor: Option<Editor>,
    note: Option<Note>,
}

impl Inspector {
    /// Shows the selected event, or how to select one.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        self.keep_note(session, commands);
        let Some((id, event)) = session.selected() else {
            self.editor = None;
            nothing_ui(ui, session);
            return;
        };
        let target = session.target_of(event);
        self.editor.take_if(|editor| Some(editor.target) != target);
        let salt = ("inspector", target.map(|target| format!("{target:?}")));
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                heading::heading_ui(ui, (id, event), session, &mut self.note, commands);
                ui.add_space(2.0);
                card::card_ui(ui, session, (id, event), &mut self.editor, commands);
                event_ui(ui, event, session, commands);
                history_ui(ui, id, session, commands);
            });
        });
    }

    /// Pins for the map, while the place of an event is edited.
    pub fn pins(&mut self) -> Vec<Pin> {
        self.places().map_or_else(Vec::new, |pick| pick.pins())
    }

    /// Whether the map is to show all pins, once.
    pub fn take_far(&mut self) -> bool {
        self.places().is_some_and(PlacePick::take_far)
    }

    /// Does what a person did with the pins on the map.
    pub fn answer(&mut self, answer: PinAnswer, session: &Session, commands: &mut Vec<Command>) {
        if let (Some(pick), Some(selected)) = (self.places(), session.selected()) {
            pick.answer(answer, session, selected, commands);
        }
    }

    /// Closes the editor that is open; whether one was.
    pub fn close_editor(&mut self) -> bool {
        self.editor.take().is_some()
    }

    fn places(&mut self) -> Option<&mut PlacePick> {
        self.editor.as_mut()?.places()
    }

    /// Keeps a note whose event is no longer selected.
    fn keep_note(&mut self, session: &Session, commands: &mut Vec<Command>) {
        let target = session.selected().and_then(|(_, event)| session.target_of(event));
        if let Some(note) = self.note.take_if(|note| Some(note.target()) != target) {
            commands.extend(note.keep(session));
        }
    }
}

/// Marks all selected events so; if the one shown is marked so already, takes the mark away.
pub fn mark(session: &Session, mark: Review) -> Option<Command> {
    let (_, event) = session.selected()?;
    let review = heading::toggled(event.review(), mark);
    let all = session.selection().all().into_iter().collect();
    Some(Command::Change(all, Value::Review(review)))
}

fn nothing_ui(ui: &mut Ui, session: &Session) {
    ui.add_space(28.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width((ui.available_width() - 28.0).clamp(120.0, 260.0));
        let theme = theme::current(ui);
        ui.label(RichText::new(tr!("inspector-none-selected")).font(theme::strong(15.0)));
        let hint = if session.counts().1 == 0 {
            tr!("inspector-hint-empty")
        } else {
            tr!("inspector-hint-select")
        };
        ui.label(RichText::new(hint).color(theme.text.weak.0));
    });
}

/// What is told of the event: by a row of a table, or by reports.
fn event_ui(ui: &mut Ui, event: &Event, session: &Session, commands: &mut Vec<Command>) {
    if let Some((table, record)) = session.dataset().record_of(event) {
        ui.add_space(8.0);
        record::record_ui(ui, table, record);
        return;
    }
    accounts_ui(ui, event, session, commands);
    let several = event.reports.len() > 1;
    let reports = session.dataset().reports_of(event).filter(|_| several);
    for (number, (at, read, report)) in reports.enumerate() {
        ui.add_space(8.0);
        reports::report_ui(ui, number, at, read, report, session, commands);
    }
    ui.add_space(4.0);
    if !event.joins.is_empty() {
        section_ui(ui, "joined", &tr!("inspector-why-joined"), true, |ui| joined_ui(ui, event));
    }
    let percent = format!("{:.0}", event.confidence * 100.0);
    let title = tr!("inspector-confidence", percent = percent);
    section_ui(ui, "confidence", &title, false, |ui| confidence::confidence_ui(ui, event));
}

/// The accounts side by side, where there is more than one voice.
fn accounts_ui(ui: &mut Ui, event: &Event, session: &Session, commands: &mut Vec<Command>) {
    let accounts = claims::accounts(session, event);
    if accounts.len() < 2 && accounts.iter().all(|account| account.by.is_none()) {
        return;
    }
    ui.add_space(4.0);
    let open = event.reports.len() > 1 || event.is_disputed();
    let title = tr!("claims-title");
    section_ui(ui, ("claims", open), &title, open, |ui| {
        claims::claims_ui(ui, event, &accounts, commands)
    });
}

fn history_ui(ui: &mut Ui, id: EventId, session: &Session, commands: &mut Vec<Command>) {
    let steps = session.history_of(id).len();
    if steps > 0 {
        section_ui(ui, "history", &tr!("history-title", n = steps), false, |ui| {
            history::history_ui(ui, session, id, commands);
        });
    }
}

/// A part with a heading under which it can be folded away.
fn section_ui(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    title: &str,
    open: bool,
    add: impl FnOnce(&mut Ui),
) {
    let title = RichText::new(title).font(theme::strong(12.5));
    let section = CollapsingHeader::new(title).id_salt((salt, "section")).default_open(open);
    section.show_unindented(ui, add);
}

fn joined_ui(ui: &mut Ui, event: &Event) {
    let weak = theme::current(ui).text.weak.0;
    for join in &event.joins {
        ui.label(RichText::new(&join.why).size(12.0).color(weak));
    }
}
