//! What is not on the map, with the reason and the words.

use eframe::egui::{Frame, Margin, RichText, ScrollArea, Sense, Ui, UiBuilder};

use super::{list_id, nothing_ui};
use crate::{
    model::RemarkKind,
    session::{Command, LeftOut, Reason, Session},
    ui::theme,
};

/// Words of a quote that are shown, in characters; the reader shows the rest.
const MOST_CHARS: usize = 180;

/// Shows the list, one section for each reason.
pub fn left_out_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let all = session.not_on_map();
    if all.is_empty() {
        nothing_ui(ui, "Everything that was found is on the map");
        return;
    }
    let mut by_reason: Vec<&LeftOut> = all.iter().collect();
    by_reason.sort_by_key(|left| left.reason);
    ScrollArea::vertical().id_salt(list_id("left out")).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut reason = None;
        for left in by_reason {
            if reason != Some(left.reason) {
                reason = Some(left.reason);
                heading_ui(ui, left.reason, all);
            }
            item_ui(ui, session, left, commands);
        }
        ui.add_space(10.0);
    });
}

fn heading_ui(ui: &mut Ui, reason: Reason, all: &[LeftOut]) {
    let count = all.iter().filter(|left| left.reason == reason).count();
    Frame::new().inner_margin(Margin { left: 12, right: 12, top: 12, bottom: 2 }).show(ui, |ui| {
        let words = format!("{} ({count})", reason.label());
        ui.label(RichText::new(words).font(theme::strong(13.0)));
    });
}

fn item_ui(ui: &mut Ui, session: &Session, left: &LeftOut, commands: &mut Vec<Command>) {
    let Some(read) = session.dataset().articles.get(left.article) else { return };
    let theme = theme::current(ui);
    let shown = session.selection().focus;
    let is_open = shown.is_some_and(|f| f.article == left.article && f.span == Some(left.span));
    let scope = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
        let hovered = ui.response().hovered();
        let ground = match (is_open, hovered) {
            (true, _) => theme.accent.soft.0,
            (false, true) => theme.surface.row.0,
            (false, false) => theme.surface.panel.0,
        };
        let margin = Margin { left: 12, right: 12, top: 5, bottom: 5 };
        Frame::new().fill(ground).inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let quote = shortened(left.span.of(&read.article.text));
            ui.label(RichText::new(format!("“{quote}”")).size(12.5));
            if !left.message.is_empty() {
                ui.label(RichText::new(&left.message).size(12.0).color(theme.text.weak.0));
            }
            actions_ui(ui, left, commands);
        });
    });
    let response = scope.response;
    response.widget_info(|| {
        let name = format!("{}: {}", left.reason.label(), left.span.of(&read.article.text));
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name)
    });
    if response.clicked() {
        match left.event {
            Some(event) => commands.push(Command::Select(event)),
            None => commands.push(Command::Deselect),
        }
        let span = Some(left.span);
        commands.push(Command::Show { article: left.article, span, field: None });
    }
}

fn actions_ui(ui: &mut Ui, left: &LeftOut, commands: &mut Vec<Command>) {
    if let Some(key) = left.rejected {
        if ui.small_button("It is an event").clicked() {
            commands.push(Command::Restore(vec![key]));
        }
    } else if left.reason == Reason::Remark(RemarkKind::Undated) {
        let weak = theme::current(ui).text.weak.0;
        let hint = "A publication date on the article may give it a day";
        ui.label(RichText::new(hint).size(12.0).color(weak));
    }
}

/// On one line and not too long.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
