//! The values of an event: of all its reports, or by a person's word. Each can be changed.

use eframe::egui::{Frame, Label, Margin, RichText, Stroke, Ui, vec2};

use super::editor::{Editor, SLOTS};
use crate::{
    model::{Event, EventId, NamedActor, Role},
    session::{Command, Session, Slot},
    tr,
    ui::{
        icon::{self, Icon},
        theme, words,
    },
};

/// The width of the names of fields, in points.
pub const NAMES: f32 = 58.0;

/// The name of a field.
pub fn label(slot: Slot) -> String {
    match slot {
        Slot::Days => tr!("inspector-when"),
        Slot::Places => tr!("inspector-where"),
        Slot::Killed => tr!("inspector-killed"),
        Slot::Wounded => tr!("inspector-wounded"),
        Slot::Captured => tr!("inspector-captured"),
        Slot::Actors => tr!("inspector-who"),
        Slot::Claimant => tr!("inspector-says-who"),
        Slot::Note => tr!("inspector-note"),
        Slot::Review => tr!("inspector-review"),
    }
}

/// The value of a field, a line for each; nothing where nothing is known.
pub fn lines(session: &Session, event: &Event, slot: Slot) -> Vec<String> {
    let people = |count: Option<crate::model::Count>| count.iter().map(words::count).collect();
    match slot {
        Slot::Days => event.date.map(words::days).into_iter().collect(),
        Slot::Places => event.locations.iter().map(super::fields::place).collect(),
        Slot::Killed => people(event.killed),
        Slot::Wounded => people(event.wounded),
        Slot::Captured => people(event.captured),
        Slot::Actors => actors(session, event).iter().map(actor).collect(),
        Slot::Claimant => {
            Some(claimant(session, event)).filter(|by| !by.is_empty()).into_iter().collect()
        }
        Slot::Note | Slot::Review => Vec::new(),
    }
}

/// "Azerbaijan (did it)"; the name alone where no more is known.
pub fn actor(actor: &NamedActor) -> String {
    match actor.role {
        Role::Participant => actor.name.clone(),
        role => tr!("inspector-actor", name = actor.name.as_str(), role = words::role(role)),
    }
}

/// Who took part: by a person's word, or whom the reports name, each once.
pub fn actors(session: &Session, event: &Event) -> Vec<NamedActor> {
    let person = event.person.as_deref();
    if let Some(actors) = person.and_then(|person| person.actors.clone()) {
        return actors;
    }
    let mut found: Vec<NamedActor> = Vec::new();
    for (_, _, report) in session.dataset().reports_of(event) {
        for actor in &report.actors {
            let is_there = found.iter().any(|a| a.name == actor.name && a.role == actor.role);
            if !is_there {
                let (name, role, country) = (actor.name.clone(), actor.role, actor.country);
                found.push(NamedActor { name, role, country });
            }
        }
    }
    found
}

/// Who says so: by a person's word, or whom the reports name; empty for nobody but them.
pub fn claimant(session: &Session, event: &Event) -> String {
    let person = event.person.as_deref();
    if let Some(claimant) = person.and_then(|person| person.claimant.clone()) {
        return claimant;
    }
    let mut names: Vec<&str> = Vec::new();
    for (_, _, report) in session.dataset().reports_of(event) {
        if let Some(by) = &report.claimed_by
            && !names.contains(&by.name.as_str())
        {
            names.push(&by.name);
        }
    }
    names.join(", ")
}

/// Shows the values in a card, with the editor in place of the one that is edited.
pub fn values_ui(
    ui: &mut Ui,
    session: &Session,
    (id, event): (EventId, &Event),
    editor: &mut Option<Editor>,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    let card = Frame::new().fill(theme.surface.raised.0).corner_radius(8);
    let card = card.stroke(Stroke::new(1.0, theme.surface.line.0));
    card.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut empty = Vec::new();
        for slot in SLOTS {
            let is_open = editor.as_ref().is_some_and(|editor| editor.slot == slot);
            let lines = lines(session, event, slot);
            let by_person = slot.field().is_some_and(|field| event.is_by_person(field));
            if is_open {
                editor_ui(ui, session, (id, event), editor, commands);
            } else if lines.is_empty() && !by_person {
                empty.push(slot);
            } else if value_ui(ui, id, event, slot, &lines, commands) {
                *editor = open(session, event, slot);
            }
        }
        if let Some(slot) = add_ui(ui, &empty) {
            *editor = open(session, event, slot);
        }
    });
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
    if done.inner {
        *open = None;
    }
}

/// A value and what can be done with it. Whether it is to be edited.
fn value_ui(
    ui: &mut Ui,
    id: EventId,
    event: &Event,
    slot: Slot,
    lines: &[String],
    commands: &mut Vec<Command>,
) -> bool {
    let theme = theme::current(ui);
    let name = label(slot);
    let mut edit = false;
    ui.horizontal_top(|ui| {
        name_ui(ui, &name);
        let room = ui.available_width() - 26.0;
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add_space(1.5);
            for line in lines {
                ui.add(Label::new(RichText::new(line).size(13.5)).wrap());
            }
            if lines.is_empty() {
                let nothing = RichText::new(tr!("inspector-nothing")).size(13.0);
                ui.label(nothing.color(theme.text.weak.0));
            }
            mark_ui(ui, id, event, slot, commands);
        });
        let words = tr!("edit-field", name = name);
        edit = icon::small_button(ui, Icon::Pencil, &words, &words).clicked();
    });
    edit
}

/// The name of a field, as wide as all others.
pub fn name_ui(ui: &mut Ui, name: &str) {
    let weak = theme::current(ui).text.weak.0;
    let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(NAMES, 20.0), layout, |ui| {
        ui.set_min_width(NAMES);
        ui.label(RichText::new(name).size(12.0).color(weak));
    });
}

/// Whose word the value is, and whether reports differ on it.
fn mark_ui(ui: &mut Ui, id: EventId, event: &Event, slot: Slot, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let Some(field) = slot.field() else { return };
    if event.is_by_person(field) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let by = RichText::new(tr!("inspector-by-you")).size(12.0);
            ui.label(by.color(theme.accent.link.0));
            let name = tr!("inspector-revert", name = label(slot));
            let button = ui.small_button(RichText::new(tr!("inspector-revert-button")).size(12.0));
            button.widget_info(|| {
                eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, &name)
            });
            if button.on_hover_text(tr!("inspector-revert-help")).clicked() {
                commands.push(Command::Revert(id, slot));
            }
        });
    }
    if event.disputes.iter().any(|dispute| dispute.field == field) {
        let differ = RichText::new(tr!("inspector-disputed")).size(12.0);
        ui.label(differ.color(theme.accent.warning.0));
    }
}

/// A menu of the fields of which nothing is known; the one to be filled in.
fn add_ui(ui: &mut Ui, empty: &[Slot]) -> Option<Slot> {
    if empty.is_empty() {
        return None;
    }
    let mut chosen = None;
    ui.add_space(2.0);
    ui.menu_button(RichText::new(tr!("inspector-add-value")).size(12.5), |ui| {
        for slot in empty {
            if ui.button(label(*slot)).clicked() {
                chosen = Some(*slot);
                ui.close();
            }
        }
    });
    chosen
}
