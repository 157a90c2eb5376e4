//! What is not on the map, with the reason and the words.

use eframe::egui::{
    FontId, Frame, Margin, RichText, ScrollArea, Sense, Ui, UiBuilder,
    text::{LayoutJob, TextFormat},
};

use super::{list_id, nothing_ui};
use crate::{
    model::{RemarkKind, Span},
    session::{Command, LeftOut, Reason, Session},
    tr,
    ui::{theme, words},
};

/// How far around the words the sentence is shown, in bytes; the reader shows the rest.
const MOST_BYTES: usize = 110;

/// Shows the list, one section for each reason.
pub fn left_out_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let all = session.not_on_map();
    if all.is_empty() {
        nothing_ui(ui, &tr!("left-out-nothing"));
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
        let words = format!("{} ({count})", words::reason(reason));
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
            quote_ui(ui, &read.article.text, left.span);
            let message = message(session, left);
            if !message.is_empty() {
                ui.label(RichText::new(message).size(12.0).color(theme.text.weak.0));
            }
            actions_ui(ui, left, commands);
        });
    });
    let response = scope.response;
    response.widget_info(|| {
        let quote = left.span.of(&read.article.text);
        let name = format!("{}: {quote}", words::reason(left.reason));
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name)
    });
    theme::focus_ring(ui, &response, 3);
    if response.clicked() {
        match left.event {
            Some(event) => commands.push(Command::Select(event)),
            None => commands.push(Command::Deselect),
        }
        let span = Some(left.span);
        commands.push(Command::Show { article: left.article, span, field: None });
    }
}

/// More about it: what an event lacks, or what the reading says.
fn message(session: &Session, left: &LeftOut) -> String {
    let Some(event) = left.event.and_then(|id| session.event(id)) else {
        return left.message.clone();
    };
    let what = words::event_type(event.event_type);
    match (event.locations.is_empty(), event.date.is_none()) {
        (true, true) => tr!("left-out-no-place-or-day", type = what),
        (true, false) => tr!("left-out-no-place", type = what),
        _ => tr!("left-out-no-day", type = what),
    }
}

/// The words, and in a paler ink those around them in the sentence.
fn quote_ui(ui: &mut Ui, text: &str, span: Span) {
    let theme = theme::current(ui);
    let around = sentence_around(text, span);
    let parts = [
        (Span::new(around.start, span.start), theme.text.weak.0),
        (span, theme.text.normal.0),
        (Span::new(span.end, around.end), theme.text.weak.0),
    ];
    let mut job = LayoutJob::default();
    for (part, ink) in parts {
        let words = part.of(text).replace(['\n', '\r'], " ");
        job.append(&words, 0.0, TextFormat::simple(FontId::proportional(12.5), ink));
    }
    job.wrap.max_rows = 4;
    ui.label(job);
}

/// The words around a span, to the ends of the sentence or line, but not too far.
fn sentence_around(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    let start = [". ", "\n", "? ", "! "]
        .iter()
        .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
        .max()
        .unwrap_or(0);
    let length = after.find(['.', '\n', '?', '!']).map_or(after.len(), |at| at + 1);
    let nearest = |from: usize| (from..=span.start).find(|at| text.is_char_boundary(*at));
    let start = nearest(start.max(span.start.saturating_sub(MOST_BYTES))).unwrap_or(span.start);
    let mut end = span.end + length.min(MOST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

fn actions_ui(ui: &mut Ui, left: &LeftOut, commands: &mut Vec<Command>) {
    if let Some(key) = left.rejected {
        if ui.small_button(tr!("left-out-restore")).clicked() {
            commands.push(Command::Restore(vec![key]));
        }
    } else if left.reason == Reason::Remark(RemarkKind::Undated) {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("left-out-needs-date")).size(12.0).color(weak));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, wanted: &str) {
        let start = text.find(words).unwrap_or(0);
        let found = sentence_around(text, Span::new(start, start + words.len()));
        assert_eq!(found.of(text), wanted);
    }

    #[test]
    fn the_sentence_around_the_words_is_shown() {
        check(
            "It came. No howitzer, it said, fired.\nMore.",
            "howitzer,",
            "No howitzer, it said, fired.",
        );
        check("howitzer", "howitzer", "howitzer");
        let long = format!("{} talks {}", "é".repeat(200), "é".repeat(200));
        assert!(sentence_around(&long, Span::new(401, 406)).len() <= 2 * MOST_BYTES + 5);
    }
}
