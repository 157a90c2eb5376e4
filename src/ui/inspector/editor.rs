//! The editor of one field, in place of its row: Enter applies, Escape cancels, and wrong
//! input says what is expected.

use eframe::egui::{
    ComboBox, EventFilter, Key, Response, RichText, Role, TextEdit, Ui, WidgetInfo,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
};

use super::{places::PlacePick, typed, values};
use crate::{
    model::{Count, Event, EventId, NamedActor},
    session::{Command, Session, Slot, Target, Value},
    tr,
    ui::{
        icon::{self, Icon},
        theme, words,
    },
};

/// The field of an event that is being edited.
pub struct Editor {
    /// The event, whatever comes or goes beside it.
    pub target: Target,
    /// The field.
    pub slot: Slot,
    draft: Draft,
    /// Whether the keyboard is still to go to the first field.
    fresh: bool,
    /// In so many frames it is brought into view: its size is known in the second.
    unseen: u8,
}

enum Draft {
    Text(String),
    /// With whether a row was just added.
    Actors(Vec<NamedActor>, bool),
    Places(Box<PlacePick>),
}

/// What becomes of an editor.
enum Answer {
    Open,
    Done,
    Apply(Value),
}

impl Editor {
    /// For a field of an event, with its value of now.
    pub fn new(session: &Session, target: Target, event: &Event, slot: Slot) -> Self {
        let number =
            |count: Option<Count>| Draft::Text(count.as_ref().map_or_else(String::new, number));
        let draft = match slot {
            Slot::Days => Draft::Text(event.date.map_or_else(String::new, words::days)),
            Slot::Places => Draft::Places(Box::new(PlacePick::new())),
            Slot::Killed => number(event.killed),
            Slot::Wounded => number(event.wounded),
            Slot::Captured => number(event.captured),
            Slot::Actors => Draft::Actors(values::actors(session, event), false),
            Slot::Claimant | Slot::Note | Slot::Review => {
                Draft::Text(values::claimant(session, event))
            }
        };
        Self { target, slot, draft, fresh: true, unseen: 2 }
    }

    /// The places to choose from, while a place is edited.
    pub fn places(&mut self) -> Option<&mut PlacePick> {
        match &mut self.draft {
            Draft::Places(pick) => Some(pick),
            _ => None,
        }
    }

    /// Whether it is still to be brought into view, as after it was opened.
    pub fn take_unseen(&mut self) -> bool {
        let is_unseen = self.unseen > 0;
        self.unseen = self.unseen.saturating_sub(1);
        is_unseen
    }

    /// Shows the editor; whether it is done.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        id: EventId,
        event: &Event,
        commands: &mut Vec<Command>,
    ) -> bool {
        let fresh = std::mem::take(&mut self.fresh);
        let answer = match &mut self.draft {
            Draft::Places(pick) => return pick.ui(ui, session, id, event, commands),
            Draft::Text(text) => text_ui(ui, self.slot, text, fresh),
            Draft::Actors(actors, added) => actors_ui(ui, session, (actors, added), fresh),
        };
        if let Answer::Apply(value) = answer {
            commands.push(Command::Change(vec![id], value));
            return true;
        }
        matches!(answer, Answer::Done)
    }
}

/// "3", "3–5", "3+": as it is typed.
fn number(count: &Count) -> String {
    match count.high() {
        None => format!("{}+", count.low()),
        Some(high) if high == count.low() => high.to_string(),
        Some(high) => format!("{}–{high}", count.low()),
    }
}

/// What was typed as a value; `None` if it is none.
fn value(slot: Slot, text: &str) -> Option<Value> {
    let text = text.trim();
    let people = || match text {
        "" => Some(None),
        text => typed::people(text).map(Some),
    };
    Some(match slot {
        Slot::Days if text.is_empty() => Value::Days(None),
        Slot::Days => Value::Days(Some(typed::days(text)?)),
        Slot::Killed => Value::Killed(people()?),
        Slot::Wounded => Value::Wounded(people()?),
        Slot::Captured => Value::Captured(people()?),
        Slot::Claimant => Value::Claimant(text.to_owned()),
        Slot::Note => Value::Note(text.to_owned()),
        Slot::Places | Slot::Actors | Slot::Review => return None,
    })
}

/// What may be typed.
fn expected(slot: Slot) -> String {
    match slot {
        Slot::Days => tr!("edit-expects-days"),
        Slot::Killed | Slot::Wounded | Slot::Captured => tr!("edit-expects-number"),
        _ => tr!("edit-expects-name"),
    }
}

fn text_ui(ui: &mut Ui, slot: Slot, text: &mut String, fresh: bool) -> Answer {
    let field = field_ui(ui, text, &values::label(slot), "", f32::INFINITY);
    take_focus(&field, text, fresh);
    let typed = value(slot, text);
    let theme = theme::current(ui);
    let ink = if typed.is_some() { theme.text.weak.0 } else { theme.accent.error.0 };
    ui.label(RichText::new(expected(slot)).size(12.0).color(ink));
    let entered = pressed(ui, &field, Key::Enter);
    let mut answer = Answer::Open;
    ui.horizontal(|ui| {
        let apply = eframe::egui::Button::new(tr!("edit-apply"));
        let apply = ui.add_enabled(typed.is_some(), apply).clicked();
        let cancel = ui.button(tr!("edit-cancel")).clicked();
        answer = answer_of(apply || entered, cancel || pressed(ui, &field, Key::Escape), typed);
    });
    if entered && matches!(answer, Answer::Open) {
        field.request_focus();
    }
    answer
}

fn answer_of(apply: bool, cancel: bool, value: Option<Value>) -> Answer {
    match value {
        _ if cancel => Answer::Done,
        Some(value) if apply => Answer::Apply(value),
        _ => Answer::Open,
    }
}

/// A row for each; `added` is whether the last one was just added.
fn actors_ui(
    ui: &mut Ui,
    session: &Session,
    (actors, added): (&mut Vec<NamedActor>, &mut bool),
    fresh: bool,
) -> Answer {
    let (mut removed, mut entered, mut escaped) = (None, false, false);
    let last = actors.len().saturating_sub(1);
    for (number, actor) in actors.iter_mut().enumerate() {
        ui.push_id(number, |ui| {
            ui.horizontal(|ui| {
                let room = ui.available_width() - 142.0;
                let name = tr!("edit-actor", n = number + 1);
                let field = field_ui(ui, &mut actor.name, &name, "", room);
                take_focus(&field, &actor.name, fresh && number == 0 || *added && number == last);
                if field.changed() {
                    actor.country = session.gazetteer().country_named(&actor.name);
                }
                entered |= pressed(ui, &field, Key::Enter);
                escaped |= pressed(ui, &field, Key::Escape);
                role_ui(ui, actor, number);
                let remove = tr!("edit-remove", name = actor.name.as_str());
                if icon::small_button(ui, Icon::Close, &remove, &remove).clicked() {
                    removed = Some(number);
                }
            });
        });
    }
    if let Some(number) = removed {
        actors.remove(number);
    }
    *added = ui.small_button(tr!("edit-add-actor")).clicked();
    if *added {
        actors.push(NamedActor { name: String::new(), role: Default::default(), country: None });
    }
    let mut answer = Answer::Open;
    ui.horizontal(|ui| {
        let apply = ui.button(tr!("edit-apply")).clicked() || entered;
        let cancel = ui.button(tr!("edit-cancel")).clicked() || escaped;
        answer = answer_of(apply, cancel, Some(Value::Actors(named(actors))));
    });
    answer
}

/// Those with a name.
fn named(actors: &[NamedActor]) -> Vec<NamedActor> {
    let named = actors.iter().filter(|actor| !actor.name.trim().is_empty());
    named.map(|actor| NamedActor { name: actor.name.trim().to_owned(), ..actor.clone() }).collect()
}

fn role_ui(ui: &mut Ui, actor: &mut NamedActor, number: usize) {
    use crate::model::Role as Part;
    let combo = ComboBox::from_id_salt("role")
        .selected_text(RichText::new(words::role(actor.role)).size(12.5))
        .width(96.0)
        .show_ui(ui, |ui| {
            for role in [Part::Perpetrator, Part::Victim, Part::Participant] {
                ui.selectable_value(&mut actor.role, role, words::role(role));
            }
        });
    let name = tr!("edit-role", n = number + 1);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
}

/// A field of one line for screen readers to name. It keeps the keyboard on Escape, for
/// whoever asks with [`pressed`].
pub fn field_ui(ui: &mut Ui, text: &mut String, name: &str, hint: &str, width: f32) -> Response {
    let keys = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    let field = TextEdit::singleline(text)
        .hint_text(hint.to_owned())
        .desired_width(width)
        .event_filter(keys);
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.clone());
        info
    });
    response
}

/// Whether a key was pressed in a field; Enter takes the keyboard from it first.
pub fn pressed(ui: &Ui, field: &Response, key: Key) -> bool {
    (field.has_focus() || field.lost_focus()) && ui.input(|input| input.key_pressed(key))
}

/// Gives a field that was just opened the keyboard, with its text selected: whoever types
/// replaces it.
fn take_focus(field: &Response, text: &str, fresh: bool) {
    if fresh {
        field.request_focus();
        let mut state = TextEditState::load(&field.ctx, field.id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(&field.ctx, field.id);
    }
}

/// The fields that can be edited, in the order in which they are shown.
pub const SLOTS: [Slot; 7] = [
    Slot::Days,
    Slot::Places,
    Slot::Killed,
    Slot::Wounded,
    Slot::Captured,
    Slot::Actors,
    Slot::Claimant,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_is_a_value_and_a_wrong_one_is_none() {
        assert_eq!(value(Slot::Days, " "), Some(Value::Days(None)));
        assert_eq!(value(Slot::Killed, ""), Some(Value::Killed(None)));
        assert_eq!(value(Slot::Killed, "3–5"), Some(Value::Killed(Some((3, Some(5))))));
        assert_eq!(value(Slot::Killed, "many"), None);
        assert_eq!(value(Slot::Days, "soon"), None);
        assert_eq!(value(Slot::Claimant, " police "), Some(Value::Claimant("police".into())));
    }
}
