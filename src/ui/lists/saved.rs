//! What has a name: filters and bookmarks, to use again, and a field to keep another.

use eframe::egui::{
    Button, Key, Label, Layout, Popup, PopupCloseBehavior, RichText, Role, ScrollArea, Sense,
    Style, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::{
    session::{Bookmark, Command, Session, View},
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

const WIDTH: f32 = 290.0;

/// What is being typed.
#[derive(Default)]
pub struct Saved {
    filter: String,
    bookmark: String,
    note: String,
}

impl Saved {
    /// The button that opens the list.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        view: Option<View>,
        commands: &mut Vec<Command>,
    ) {
        let button = icon::button(ui, Icon::Bookmark, &tr!("saved-title"), &tr!("saved-help"));
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        // Fields have no frame in the style of menus.
        popup.style(|_: &mut Style| {}).width(WIDTH).show(|ui| {
            ui.set_width(WIDTH);
            self.filters_ui(ui, session, commands);
            ui.separator();
            self.bookmarks_ui(ui, session, view, commands);
        });
    }

    fn filters_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        heading(ui, &tr!("saved-filters"), &tr!("saved-filters-help"));
        scroll_ui(ui, "saved filters", |ui| {
            for (name, filter) in &session.edits().filters {
                let chosen = filter == session.filter();
                let delete = tr!("saved-delete-filter", name = name);
                match entry_ui(ui, name, "", chosen, &delete) {
                    Some(Wanted::Use) => commands.push(Command::UseFilter(name.clone())),
                    Some(Wanted::Delete) => commands.push(Command::DropFilter(name.clone())),
                    None => {}
                }
            }
        });
        let may = session.filter().is_active();
        let exists = session.edits().filters.contains_key(self.filter.trim());
        let field = tr!("saved-filter-name");
        if name_ui(ui, &mut self.filter, &field, may, exists) {
            commands.push(Command::SaveFilter(self.filter.trim().to_owned()));
            self.filter.clear();
        }
        if !may {
            ui.weak(RichText::new(tr!("saved-filter-none")).size(12.0));
        }
    }

    fn bookmarks_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        view: Option<View>,
        commands: &mut Vec<Command>,
    ) {
        heading(ui, &tr!("saved-bookmarks"), &tr!("saved-bookmarks-help"));
        scroll_ui(ui, "bookmarks", |ui| {
            for (name, bookmark) in &session.edits().bookmarks {
                let delete = tr!("saved-delete-bookmark", name = name);
                match entry_ui(ui, name, &bookmark.note, false, &delete) {
                    Some(Wanted::Use) => {
                        commands.push(Command::ShowBookmark(Box::new(bookmark.clone())));
                        ui.close();
                    }
                    Some(Wanted::Delete) => commands.push(Command::DropBookmark(name.clone())),
                    None => {}
                }
            }
        });
        let note = TextEdit::singleline(&mut self.note)
            .hint_text(tr!("saved-note-hint"))
            .desired_width(f32::INFINITY);
        named(ui.add(note), &tr!("saved-note"), &self.note);
        let exists = session.edits().bookmarks.contains_key(self.bookmark.trim());
        let field = tr!("saved-bookmark-name");
        if name_ui(ui, &mut self.bookmark, &field, !session.is_empty(), exists) {
            let note = std::mem::take(&mut self.note).trim().to_owned();
            let bookmark = Bookmark { note, ..session.bookmark(view) };
            let name = self.bookmark.trim().to_owned();
            commands.push(Command::SaveBookmark(name, Box::new(bookmark)));
            self.bookmark.clear();
        }
    }
}

/// What a click on an entry wants.
enum Wanted {
    Use,
    Delete,
}

fn heading(ui: &mut Ui, words: &str, help: &str) {
    ui.label(RichText::new(words).font(theme::strong(13.0)));
    ui.add(Label::new(RichText::new(help).size(12.0).color(theme::current(ui).text.weak.0)).wrap());
}

fn scroll_ui(ui: &mut Ui, id: &str, add_entries: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ScrollArea::vertical().id_salt(id).max_height(150.0).show(ui, add_entries);
}

fn entry_ui(ui: &mut Ui, name: &str, note: &str, chosen: bool, delete: &str) -> Option<Wanted> {
    let mut wanted = None;
    let layout = Layout::right_to_left(eframe::egui::Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 26.0), layout, |ui| {
        if icon::small_button(ui, Icon::Close, delete, delete).clicked() {
            wanted = Some(Wanted::Delete);
        }
        let size = vec2(ui.available_width(), 26.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
        let theme = theme::current(ui);
        let ground = match (chosen, response.hovered() || response.has_focus()) {
            (_, true) => theme.surface.hover.0,
            (true, false) => theme.accent.soft.0,
            (false, false) => theme.surface.raised.0,
        };
        ui.painter().rect_filled(rect, 5.0, ground);
        let words = eframe::egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(8.0, 2.0)))
            .layout(Layout::left_to_right(eframe::egui::Align::Center));
        ui.scope_builder(words, |ui| {
            ui.add(Label::new(RichText::new(name).color(theme.text.normal.0)).truncate());
            if !note.is_empty() {
                let note = RichText::new(note).size(12.0).color(theme.text.weak.0);
                ui.add(Label::new(note).truncate());
            }
        });
        let clicked = response.clicked();
        if !note.is_empty() {
            response.on_hover_text(note);
        }
        if clicked {
            wanted = Some(Wanted::Use);
        }
    });
    wanted
}

/// A field for a name and a button that keeps something under it. Whether it is to be kept.
fn name_ui(ui: &mut Ui, name: &mut String, label: &str, may: bool, exists: bool) -> bool {
    let mut keep = false;
    ui.horizontal(|ui| {
        let words = if exists { tr!("saved-replace") } else { tr!("saved-save") };
        let field = TextEdit::singleline(name).hint_text(label).desired_width(WIDTH - 92.0);
        let response = named(ui.add_enabled(may, field), label, name);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let ready = may && !name.trim().is_empty();
        keep = ui.add_enabled(ready, Button::new(words)).clicked() || (ready && entered);
    });
    keep
}

/// Gives a text field the name that a screen reader says.
fn named(response: eframe::egui::Response, name: &str, text: &str) -> eframe::egui::Response {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
        info.current_text_value = Some(text.to_owned());
        info
    });
    response
}
