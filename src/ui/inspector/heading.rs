//! The head of the inspector: what, where and when, what people think of it, and what can
//! be done with the whole event.

use eframe::egui::{
    Align, Color32, ComboBox, EventFilter, FontId, Frame, Key, Layout, Margin, Modifiers, RichText,
    Role, Sense, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::{
    model::{Event, EventId, EventType, Field, Review},
    session::{Command, Session, Target, Value},
    tr,
    ui::{symbol, theme, words},
};

/// What a person may think of an event, in the order of the buttons.
const MARKS: [Review; 3] = [Review::Unverified, Review::Disputed, Review::Reviewed];

/// A note that is being written.
pub struct Note {
    target: Target,
    text: String,
}

impl Note {
    /// The event it is of.
    pub fn target(&self) -> Target {
        self.target
    }

    /// What keeps it, if it says something new.
    pub fn keep(self, session: &Session) -> Option<Command> {
        let id = session.event_of_target(self.target)?;
        let text = self.text.trim().to_owned();
        let is_new = session.event(id).is_some_and(|event| written(event) != text);
        is_new.then(|| Command::Change(vec![id], Value::Note(text)))
    }
}

/// Shows the head. `note` is the note that is being written, if any is.
pub fn heading_ui(
    ui: &mut Ui,
    (id, event): (EventId, &Event),
    session: &Session,
    note: &mut Option<Note>,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    ui.spacing_mut().item_spacing.y = 5.0;
    let size = vec2(ui.available_width(), 30.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if let Some(at) = session.position_of(id) {
            let words = format!("{} / {}", at + 1, session.filtered().len());
            ui.label(RichText::new(words).size(12.0).color(theme.text.weak.0));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            symbol::show(ui, event.event_type, 1.0);
            type_ui(ui, id, event, commands);
        });
    });
    ui.label(RichText::new(words::place_and_date(event)).size(14.0));
    ui.horizontal_wrapped(|ui| marks_ui(ui, event));
    review_ui(ui, id, event, commands);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.spacing_mut().button_padding = vec2(7.0, 2.0);
        let reject = ui.button(small(tr!("inspector-not-an-event")));
        if reject.on_hover_text(tr!("inspector-not-an-event-help")).clicked() {
            commands.push(Command::Reject(id));
        }
        if event.record.is_none() {
            same_ui(ui, id, session, commands);
        }
        if written(event).is_empty() && note.is_none() {
            let add = ui.button(small(tr!("inspector-add-note")));
            if let Some(target) = session.target_of(event).filter(|_| add.clicked()) {
                *note = Some(Note { target, text: String::new() });
            }
        }
    });
    note_ui(ui, (id, event), session, note, commands);
}

fn small(words: String) -> RichText {
    RichText::new(words).size(12.5)
}

/// The type, which can be changed.
fn type_ui(ui: &mut Ui, id: EventId, event: &Event, commands: &mut Vec<Command>) {
    let mut chosen = event.event_type;
    let words = words::event_type(event.event_type);
    let name = RichText::new(&words).font(theme::strong(15.5));
    let galley = ui.painter().layout_no_wrap(words, theme::strong(15.5), Color32::PLACEHOLDER);
    let room = ui.available_width();
    let combo = ComboBox::from_id_salt("event type").selected_text(name).height(420.0);
    // With the arrow and the frame.
    let is_long = galley.size().x + 50.0 > room;
    let combo = if is_long { combo.width(room).truncate() } else { combo.width(130.0) };
    let combo = combo.show_ui(ui, |ui| {
        for event_type in EventType::ALL {
            ui.horizontal(|ui| {
                symbol::show(ui, event_type, 1.0);
                ui.selectable_value(&mut chosen, event_type, words::event_type(event_type));
            });
        }
    });
    let response = combo.response.on_hover_text(tr!("inspector-change-type"));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, tr!("inspector-change-type"));
        info.current_text_value = Some(words::event_type(event.event_type));
        info
    });
    if chosen != event.event_type {
        commands.push(Command::SetType(id, chosen));
    }
}

/// What a mark of a key or button makes of a review: it is taken away again by the same.
pub fn toggled(now: Review, mark: Review) -> Review {
    if now == mark { Review::Unreviewed } else { mark }
}

/// The three marks side by side, of which one may be set.
fn review_ui(ui: &mut Ui, id: EventId, event: &Event, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let frame = Frame::new().fill(theme.surface.button.0).corner_radius(7);
    frame.inner_margin(Margin::same(2)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for mark in MARKS {
                let chosen = event.review() == mark;
                if mark_ui(ui, mark, chosen) {
                    let review = toggled(event.review(), mark);
                    commands.push(Command::Change(vec![id], Value::Review(review)));
                }
            }
        });
    });
}

/// One of the marks; whether it was clicked.
fn mark_ui(ui: &mut Ui, mark: Review, chosen: bool) -> bool {
    let theme = theme::current(ui);
    let (font, ink) = match chosen {
        true => (theme::strong(12.5), theme.accent.text.0),
        false => (FontId::proportional(12.5), theme.text.normal.0),
    };
    let words = words::review(mark);
    let galley = ui.painter().layout_no_wrap(words.clone(), font, ink);
    let size = vec2(galley.size().x + 20.0, 22.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &words));
    let ground = match (chosen, response.hovered()) {
        (true, _) => theme.accent.fill.0,
        (false, true) => theme.surface.pressed.0,
        (false, false) => theme.surface.button.0,
    };
    ui.painter().rect_filled(rect, 5.0, ground);
    if response.has_focus() {
        let ring = eframe::egui::Stroke::new(2.0, theme.accent.fill.0);
        let inside = eframe::egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, 5.0, ring, inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    let help = match mark {
        Review::Reviewed => tr!("inspector-reviewed-help"),
        Review::Disputed => tr!("inspector-disputed-help"),
        _ => tr!("inspector-unverified-help"),
    };
    response.on_hover_text(help).clicked()
}

fn written(event: &Event) -> &str {
    event.person.as_deref().map_or("", |person| person.note.as_str())
}

/// The note of an event. It is kept when the keyboard leaves it, and on Ctrl+Enter.
fn note_ui(
    ui: &mut Ui,
    (id, event): (EventId, &Event),
    session: &Session,
    note: &mut Option<Note>,
    commands: &mut Vec<Command>,
) {
    let Some(target) = session.target_of(event) else { return };
    let kept = written(event);
    let is_new = note.as_ref().is_some_and(|note| note.target == target);
    if !is_new && kept.is_empty() {
        return;
    }
    let open = note.take().filter(|note| note.target == target);
    let mut text = open.map_or_else(|| kept.to_owned(), |note| note.text);
    let keys =
        EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false };
    let rows = text.lines().count().clamp(2, 6);
    let field = TextEdit::multiline(&mut text)
        .id_salt("note")
        .desired_rows(rows)
        .desired_width(f32::INFINITY)
        .hint_text(tr!("inspector-note-hint"))
        .return_key(eframe::egui::KeyboardShortcut::new(Modifiers::NONE, Key::Enter))
        .event_filter(keys);
    let response = ui.add(field);
    response.widget_info(|| {
        let name = tr!("inspector-note");
        let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, name);
        info.current_text_value = Some(text.clone());
        info
    });
    if is_new && kept.is_empty() && text.is_empty() && !response.lost_focus() {
        response.request_focus();
    }
    let pressed = |key| response.has_focus() && ui.input(|input| input.key_pressed(key));
    let kept_now = pressed(Key::Enter) && ui.input(|input| input.modifiers.command);
    let dropped = pressed(Key::Escape);
    if kept_now || dropped {
        response.surrender_focus();
    }
    if dropped || (text.trim() == kept && response.lost_focus()) {
        return;
    }
    if (kept_now || response.lost_focus()) && text.trim() != kept {
        commands.push(Command::Change(vec![id], Value::Note(text.trim().to_owned())));
    } else if response.has_focus() {
        *note = Some(Note { target, text });
    }
}

/// Lets a person say that another event is this one.
fn same_ui(ui: &mut Ui, id: EventId, session: &Session, commands: &mut Vec<Command>) {
    const OFFERED: usize = 8;
    let menu = ui.menu_button(small(tr!("inspector-same-as")), |ui| {
        let alike = session.alike(id, OFFERED);
        if alike.is_empty() {
            ui.label(tr!("inspector-none-alike"));
        }
        for other in alike {
            let Some(event) = session.event(other) else { continue };
            let what = words::event_type(event.event_type);
            let words = format!("{what} · {}", words::place_and_date(event));
            ui.horizontal(|ui| {
                symbol::show(ui, event.event_type, 1.0);
                if ui.button(words).clicked() {
                    commands.push(Command::JoinEvents(vec![id, other]));
                    ui.close();
                }
            });
        }
    });
    menu.response.on_hover_text(tr!("inspector-same-as-help"));
}

/// Short marks: disputed, context, edited, how many reports.
fn marks_ui(ui: &mut Ui, event: &Event) {
    let theme = theme::current(ui);
    // Of a size known beforehand, so that a mark goes to the next line as a whole.
    let mark = |ui: &mut Ui, words: String, ink| {
        let font = FontId::proportional(11.5);
        let galley = ui.painter().layout_no_wrap(words.clone(), font, ink);
        let (margin, size) = (vec2(8.0, 2.0), galley.size());
        let (rect, response) = ui.allocate_exact_size(size + 2.0 * margin, Sense::hover());
        ui.painter().rect_filled(rect, 9.0, theme.surface.row.0);
        ui.painter().galley(rect.min + margin, galley, ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    };
    let weak = theme.text.weak.0;
    if event.record.is_some() {
        mark(ui, tr!("inspector-row-of-table"), weak);
    } else {
        mark(ui, tr!("count-reports", n = event.reports.len()), weak);
    }
    if event.is_disputed() {
        mark(ui, tr!("inspector-disputed"), theme.accent.warning.0);
    }
    if event.background {
        mark(ui, tr!("inspector-background"), weak);
    }
    if event.is_by_person(Field::Trigger) {
        mark(ui, tr!("inspector-type-edited"), theme.accent.link.0);
    }
    let percent = format!("{:.0}", event.confidence * 100.0);
    mark(ui, tr!("inspector-confidence", percent = percent), weak);
}
