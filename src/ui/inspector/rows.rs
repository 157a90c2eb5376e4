//! A row of a field: its name, its value, and the words behind it in the field's colour.

use eframe::egui::{Frame, Label, Margin, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::fields::Row;
use crate::{
    session::{Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

/// The width of the names of fields, in points.
const NAMES: f32 = 58.0;

/// Shows a row; a click shows its words in the article. With the name of a field that can be
/// changed here, whether it is to be.
pub fn row_ui(
    ui: &mut Ui,
    session: &Session,
    row: &Row,
    change: Option<&str>,
    commands: &mut Vec<Command>,
) -> bool {
    let theme = theme::current(ui);
    let mut changes = false;
    let can_show = row.evidence.is_some();
    let sense = if can_show { Sense::click() } else { Sense::hover() };
    let scope = ui.scope_builder(UiBuilder::new().sense(sense), |ui| {
        let hovered = ui.response().hovered() && can_show;
        let ground = match (is_open(session, row), hovered) {
            (true, _) => theme.accent.soft.0,
            (false, true) => theme.surface.row.0,
            (false, false) => theme.surface.raised.0,
        };
        let frame = Frame::new().fill(ground).corner_radius(5);
        frame.inner_margin(Margin { left: 4, right: 0, top: 1, bottom: 2 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 20.0;
            ui.horizontal_top(|ui| {
                name_ui(ui, if row.again { "" } else { &row.label });
                let room = ui.available_width() - 28.0;
                ui.vertical(|ui| {
                    ui.set_width(room);
                    ui.spacing_mut().item_spacing.y = 2.0;
                    value_ui(ui, row);
                });
                if let Some(name) = change {
                    let words = tr!("edit-field", name = name);
                    changes = icon::small_button(ui, Icon::Pencil, &words, &words).clicked();
                }
            });
        });
    });
    let response = scope.response;
    if can_show {
        response.widget_info(|| {
            let (name, value, words) = (&row.label, &row.value, &row.words);
            let name = tr!("inspector-field", name = name, value = value, words = words);
            WidgetInfo::labeled(Role::Button, true, name)
        });
        theme::focus_ring(ui, &response, 5);
    }
    if let (true, Some(article)) = (response.clicked(), row.article) {
        commands.push(Command::Show { article, span: row.evidence, field: Some(row.field) });
    }
    if !row.why.is_empty() {
        response.on_hover_text(&row.why);
    }
    changes
}

/// Whether the reader shows its words.
fn is_open(session: &Session, row: &Row) -> bool {
    session.selection().focus.is_some_and(|focus| {
        Some(focus.article) == row.article && row.evidence.is_some() && focus.span == row.evidence
    })
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

/// The value, and on the same line, where there is room, its words.
fn value_ui(ui: &mut Ui, row: &Row) {
    let theme = theme::current(ui);
    let weak = theme.text.weak.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.spacing_mut().interact_size.y = 18.0;
        let value = RichText::new(&row.value).size(13.5);
        let value = if row.replaced { value.color(weak).strikethrough() } else { value };
        ui.add(Label::new(value).wrap());
        if row.quoted && !row.words.is_empty() {
            let quote = RichText::new(format!(" {} ", row.words)).size(12.5);
            let quote = quote.background_color(theme.field(row.field)).color(theme.text.normal.0);
            ui.add(Label::new(quote).wrap());
        }
    });
    let below = |ui: &mut Ui, words: &str, ink| {
        if !words.is_empty() {
            ui.add(Label::new(RichText::new(words).size(12.0).color(ink)).wrap());
        }
    };
    below(ui, &row.note, theme.accent.link.0);
    if row.words.is_empty() {
        below(ui, &row.why, weak);
    }
}
