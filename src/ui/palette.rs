//! Going to anything by a few letters of its name (Ctrl+K).

mod entries;
mod find;

use eframe::egui::{
    Align, Align2, Context, FontId, Id, Key, Modal, Modifiers, RichText, Role, ScrollArea, Sense,
    TextEdit, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2,
};

use super::{bidi, theme};
use crate::{session::Session, storage::Settings, tr};
pub use entries::Target;
use entries::{Entry, Search};

const WIDTH: f32 = 560.0;
const ROW_HEIGHT: f32 = 30.0;

/// The list, while it is open.
#[derive(Default)]
pub struct Palette {
    open: Option<Open>,
}

#[derive(Default)]
struct Open {
    typed: String,
    entries: Vec<Entry>,
    /// What the entries were made for: the letters, and the version of the data.
    made_for: Option<(String, u64)>,
    /// A line for each event; they are many, so they are written once for each version.
    events: Vec<String>,
    chosen: usize,
    /// Whether the chosen entry must be brought into sight.
    scroll: bool,
}

impl Palette {
    /// Opens the list, or closes it.
    pub fn toggle(&mut self) {
        self.open = match self.open {
            Some(_) => None,
            None => Some(Open::default()),
        };
    }

    /// Whether it is open; keys are its own then.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Shows the list, if it is open; what was chosen.
    pub fn ui(
        &mut self,
        context: &Context,
        session: &Session,
        settings: &Settings,
    ) -> Option<Target> {
        // A second press of the key that opens it closes it.
        if context.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::K)) {
            self.open = None;
        }
        let open = self.open.as_mut()?;
        open.update(context, session, settings);
        let id = Id::unique("palette");
        let room = context.content_rect();
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 44.0));
        let frame = theme::of(context).card().inner_margin(10);
        let modal = Modal::new(id).area(area).frame(frame);
        let shown = modal.show(context, |ui| {
            ui.set_width(WIDTH.min(room.width() - 60.0));
            open.ui(ui, (room.height() - 160.0).clamp(90.0, 420.0))
        });
        if shown.inner.is_some() || shown.should_close() {
            self.open = None;
            context.request_repaint();
        }
        shown.inner
    }
}

impl Open {
    fn update(&mut self, context: &Context, session: &Session, settings: &Settings) {
        let wanted = (self.typed.clone(), session.data_version());
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        if self.made_for.as_ref().is_none_or(|(_, version)| *version != wanted.1) {
            self.events = entries::events(session);
        }
        let search = Search { typed: &self.typed, session, settings, events: &self.events };
        self.entries = search.entries(context);
        self.made_for = Some(wanted);
        self.chosen = 0;
        self.scroll = true;
    }

    fn ui(&mut self, ui: &mut Ui, height: f32) -> Option<Target> {
        self.move_by_keys(ui);
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let field = TextEdit::singleline(&mut self.typed)
            .font(FontId::proportional(15.0))
            .hint_text(tr!("palette-hint"))
            .margin(vec2(10.0, 8.0))
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.request_focus();
        field.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, tr!("palette-title"));
            info.current_text_value = Some(self.typed.clone());
            info
        });
        ui.add_space(4.0);
        let clicked = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| self.entries_ui(ui))
            .inner;
        self.scroll = false;
        let at = clicked.or(entered.then_some(self.chosen))?;
        self.entries.get(at).map(|entry| entry.target.clone())
    }

    fn move_by_keys(&mut self, ui: &Ui) {
        let last = self.entries.len().saturating_sub(1);
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let (page_down, page_up) = (pressed(Key::PageDown), pressed(Key::PageUp));
        let moved = (self.chosen + down + 8 * page_down).saturating_sub(up + 8 * page_up);
        if down + up + page_down + page_up > 0 {
            self.chosen = moved.min(last);
            self.scroll = true;
        }
    }

    /// The number of the entry that was clicked.
    fn entries_ui(&self, ui: &mut Ui) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let weak = theme::current(ui).text.weak.0;
        if self.entries.is_empty() {
            ui.add_space(8.0);
            ui.label(RichText::new(tr!("palette-nothing")).color(weak));
            ui.add_space(8.0);
        }
        let mut clicked = None;
        let mut group = None;
        for (at, entry) in self.entries.iter().enumerate() {
            if group != Some(entry.group) {
                group = Some(entry.group);
                ui.add_space(6.0);
                ui.label(RichText::new(entry.group.label()).size(11.5).color(weak));
                ui.add_space(2.0);
            }
            if self.entry_ui(ui, at, entry) {
                clicked = Some(at);
            }
        }
        clicked
    }

    /// Shows an entry; whether it was clicked.
    fn entry_ui(&self, ui: &mut Ui, at: usize, entry: &Entry) -> bool {
        let theme = theme::current(ui);
        let chosen = at == self.chosen;
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        // Not for the Tab key: the arrows go through the list while letters are typed.
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        response
            .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &entry.words));
        theme::mark_selected(&response, chosen);
        let ground = match (chosen, response.hovered()) {
            (true, _) => theme.accent.soft.0,
            (false, true) => theme.surface.row.0,
            (false, false) => theme.surface.raised.0,
        };
        ui.painter().rect_filled(rect, 5.0, ground);
        let inner = rect.shrink2(vec2(10.0, 0.0));
        let line = |words: &str, font: FontId, ink, width: f32| {
            let words = RichText::new(bidi::one_line(words)).font(font).color(ink);
            let words = WidgetText::from(words);
            words.into_galley(ui, Some(TextWrapMode::Truncate), width.max(0.0), FontId::default())
        };
        let keys = line(&entry.keys, FontId::proportional(12.0), theme.text.weak.0, 150.0);
        let room = inner.width() - keys.size().x - 12.0;
        let words = line(&entry.words, FontId::proportional(13.5), theme.text.normal.0, room);
        let room = room - words.size().x - 10.0;
        let about = line(&entry.about, FontId::proportional(12.0), theme.text.weak.0, room);
        let middle = inner.center().y;
        let put = |galley: std::sync::Arc<eframe::egui::Galley>, x: f32| {
            let at = eframe::egui::pos2(x, middle - galley.size().y / 2.0);
            ui.painter().galley(at, galley, theme.text.normal.0);
        };
        let about_x = inner.left() + words.size().x + 10.0;
        put(words, inner.left());
        put(about, about_x);
        let keys_x = inner.right() - keys.size().x;
        put(keys, keys_x);
        if chosen && self.scroll {
            ui.scroll_to_rect(rect, None::<Align>);
        }
        response.clicked()
    }
}
