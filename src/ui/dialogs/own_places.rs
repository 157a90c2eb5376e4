//! The user's own places: which files are in use, and adding more.

use std::path::PathBuf;

use eframe::egui::{
    Align, Button, CollapsingHeader, Frame, Key, Label, Layout, Margin, RichText, Role, ScrollArea,
    TextEdit, Ui, WidgetInfo, vec2,
};

use crate::{
    import::OwnPlaces,
    session::{Command, Session},
    storage::Settings,
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

/// Shows the files and a field for the path of another. Whether the system shall ask
/// for a file.
pub fn own_places_ui(
    ui: &mut Ui,
    path: &mut String,
    session: &Session,
    settings: &mut Settings,
    commands: &mut Vec<Command>,
) -> bool {
    ui.set_width(500.0);
    let weak = theme::current(ui).text.weak.0;
    ui.heading(tr!("dialog-places-title"));
    ui.label(tr!("dialog-places-about"));
    ui.add_space(6.0);
    files_ui(ui, session, commands);
    before_ui(ui, session, settings, commands);
    ui.add_space(8.0);
    let label = ui.label(tr!("dialog-places-path"));
    let field = TextEdit::singleline(path).desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    if session.own_places().is_empty() && path.is_empty() && !field.has_focus() {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut ask = false;
    ui.horizontal(|ui| {
        let typed = path.trim().to_owned();
        let add =
            ui.add_enabled(!typed.is_empty(), Button::new(tr!("dialog-places-add"))).clicked();
        if (add || entered) && !typed.is_empty() {
            commands.push(Command::AddPlaces(vec![typed.into()]));
            path.clear();
        }
        ask = ui.button(tr!("dialog-choose-file")).clicked();
    });
    ui.add_space(4.0);
    ui.label(RichText::new(tr!("dialog-places-help")).size(12.0).color(weak));
    ask
}

fn files_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let files = session.own_places();
    if files.is_empty() {
        ui.label(RichText::new(tr!("dialog-places-none")).color(theme.text.weak.0));
        return;
    }
    ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
        for own in files {
            let card = Frame::new().fill(theme.surface.row.0).corner_radius(6);
            let card = card.inner_margin(Margin::symmetric(10, 6));
            ui.push_id(&own.path, |ui| card.show(ui, |ui| file_ui(ui, own, commands)));
        }
    });
}

/// The files that were used before and are not now: to be used again, or forgotten.
fn before_ui(ui: &mut Ui, session: &Session, settings: &mut Settings, commands: &mut Vec<Command>) {
    let is_used = |path: &PathBuf| session.own_places().iter().any(|own| own.path == *path);
    let before: Vec<PathBuf> =
        settings.recent_places.iter().filter(|path| !is_used(path)).cloned().collect();
    if before.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(RichText::new(tr!("dialog-places-before")).font(theme::strong(13.0)));
    for path in before {
        let size = vec2(ui.available_width(), 26.0);
        ui.push_id(&path, |ui| {
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let forget = tr!("dialog-places-forget", name = name.as_ref());
                if icon::small_button(ui, Icon::Close, &forget, &forget).clicked() {
                    settings.recent_places.retain(|other| *other != path);
                }
                let again = ui.small_button(tr!("dialog-places-use"));
                again.widget_info(|| {
                    let label = tr!("dialog-places-use-named", name = name.as_ref());
                    WidgetInfo::labeled(Role::Button, true, label)
                });
                if again.clicked() {
                    commands.push(Command::AddPlaces(vec![path.clone()]));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let label = Label::new(name.as_ref()).truncate();
                    ui.add(label).on_hover_text(path.display().to_string());
                });
            });
        });
    }
}

fn file_ui(ui: &mut Ui, own: &OwnPlaces, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let name = own.path.file_name().unwrap_or_default().to_string_lossy();
    ui.horizontal(|ui| {
        let layout = Layout::right_to_left(Align::Center);
        ui.with_layout(layout, |ui| {
            let remove = ui.button(tr!("dialog-places-remove"));
            remove.widget_info(|| {
                let label = tr!("dialog-places-remove-named", name = name.as_ref());
                WidgetInfo::labeled(Role::Button, true, label)
            });
            if remove.clicked() {
                commands.push(Command::RemovePlaces(own.path.clone()));
            }
            let count = tr!("count-places", n = own.places.len());
            ui.label(RichText::new(count).color(theme.text.weak.0));
            let layout = Layout::left_to_right(Align::Center);
            ui.with_layout(layout, |ui| {
                let label = RichText::new(name.clone()).font(theme::strong(13.5));
                let label = Label::new(label).truncate();
                ui.add(label).on_hover_text(own.path.display().to_string());
            });
        });
    });
    if own.problems.is_empty() {
        return;
    }
    let heading = tr!("count-remarks", n = own.problems.len());
    let heading = RichText::new(heading).size(12.0).color(theme.accent.warning.0);
    CollapsingHeader::new(heading).id_salt("remarks").show(ui, |ui| {
        for problem in &own.problems {
            ui.label(RichText::new(problem).size(12.0));
        }
    });
}
