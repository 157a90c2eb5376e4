//! What is not on the map, with the reason and the words.

use std::collections::BTreeMap;

use eframe::egui::{
    FontId, Frame, Margin, RichText, ScrollArea, Sense, Ui, UiBuilder,
    text::{LayoutJob, TextFormat},
};

use super::{list_id, nothing_ui};
use crate::{
    model::{RemarkKind, Span},
    session::{About, Command, LeftOut, Reason, Restore, Session},
    tr,
    ui::{theme, words},
};

/// How far around the words the sentence is shown, in bytes; the reader shows the rest.
const MOST_BYTES: usize = 110;

/// So many things of one reason are shown at first, and more when asked for.
const SHOWN_AT_ONCE: usize = 60;

/// The list and what it remembers.
#[derive(Default)]
pub struct LeftOutList {
    /// How many are shown of each reason, where more were asked for.
    shown: BTreeMap<Reason, usize>,
}

impl LeftOutList {
    /// Shows the list, one section for each reason.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let all = session.not_on_map();
        if all.is_empty() {
            nothing_ui(ui, &tr!("left-out-nothing"));
            return;
        }
        let mut by_reason: BTreeMap<Reason, Vec<&LeftOut>> = BTreeMap::new();
        for left in all {
            by_reason.entry(left.reason).or_default().push(left);
        }
        ScrollArea::vertical().id_salt(list_id("left out")).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (reason, items) in by_reason {
                heading_ui(ui, reason, items.len());
                let shown = self.shown.entry(reason).or_insert(SHOWN_AT_ONCE);
                for left in items.iter().take(*shown) {
                    item_ui(ui, session, left, commands);
                }
                let more = items.len().saturating_sub(*shown);
                if more > 0 && ui.button(tr!("left-out-more", n = more)).clicked() {
                    *shown += SHOWN_AT_ONCE;
                }
            }
            ui.add_space(10.0);
        });
    }
}

fn heading_ui(ui: &mut Ui, reason: Reason, count: usize) {
    Frame::new().inner_margin(Margin { left: 12, right: 12, top: 12, bottom: 2 }).show(ui, |ui| {
        let words = format!("{} ({count})", words::reason(reason));
        ui.label(RichText::new(words).font(theme::strong(13.0)));
    });
}

fn item_ui(ui: &mut Ui, session: &Session, left: &LeftOut, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let is_open = match left.about {
        About::Words { article, span } => session
            .selection()
            .focus
            .is_some_and(|focus| focus.article == article && focus.span == Some(span)),
        About::Row(_) | About::BadRow(..) => {
            left.event.is_some() && left.event == session.selection().event
        }
    };
    let mut name = String::new();
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
            name = about_ui(ui, session, left.about);
            let message = message(session, left);
            if !message.is_empty() {
                ui.label(RichText::new(message).size(12.0).color(theme.text.weak.0));
            }
            actions_ui(ui, left, commands);
        });
    });
    let response = scope.response;
    response.widget_info(|| {
        let name = format!("{}: {name}", words::reason(left.reason));
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, name)
    });
    theme::focus_ring(ui, &response, 3);
    if response.clicked() {
        match left.event {
            Some(event) => commands.push(Command::Select(event)),
            None => commands.push(Command::Deselect),
        }
        if let About::Words { article, span } = left.about {
            commands.push(Command::Show { article, span: Some(span), field: None });
        }
    }
}

/// Shows the words, or the row with its file and line; what it shows, in words.
fn about_ui(ui: &mut Ui, session: &Session, about: About) -> String {
    let tables = &session.dataset().tables;
    let (table, line, cells) = match about {
        About::Words { article, span } => {
            let read = session.dataset().articles.get(article);
            let text = read.map_or("", |read| read.article.text.as_str());
            quote_ui(ui, text, span);
            return span.of(text).to_owned();
        }
        About::Row(at) => {
            let Some(table) = tables.get(at.table as usize) else { return String::new() };
            let Some(record) = table.record(at.row) else { return String::new() };
            (table, record.line, record.cells().collect::<Vec<_>>())
        }
        About::BadRow(table, at) => {
            let Some(table) = tables.get(table) else { return String::new() };
            let Some(row) = table.rejected.get(at) else { return String::new() };
            (table, row.line, row.cells.iter().map(String::as_str).collect())
        }
    };
    let told: Vec<&str> = cells.into_iter().filter(|cell| !cell.trim().is_empty()).collect();
    let mut told = told.join(" · ").replace(['\n', '\r'], " ");
    told.truncate(told.floor_char_boundary(2 * MOST_BYTES));
    let at = tr!("left-out-row", table = table.name.as_str(), line = line);
    ui.label(RichText::new(&told).size(12.5));
    ui.label(RichText::new(&at).size(12.0).color(theme::current(ui).text.weak.0));
    format!("{at}: {told}")
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
    if let Some(restore) = left.restore {
        if ui.small_button(tr!("left-out-restore")).clicked() {
            commands.push(match restore {
                Restore::Report(key) => Command::Restore(vec![key]),
                Restore::Row(at) => Command::RestoreRows(vec![at]),
            });
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
