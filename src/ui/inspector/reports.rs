//! The reports of an event that several tell of, a card each: every field with the words it
//! came from.

use eframe::egui::{Frame, Label, Margin, RichText, Sense, Stroke, Ui};

use super::{fields, rows::row_ui};
use crate::{
    model::{EventId, ReadArticle, Report, ReportRef},
    session::{Command, Session},
    tr,
    ui::{lists::title_of, theme, words},
};

/// Shows a report: which article says so, its fields, and what can be done with it.
pub fn report_ui(
    ui: &mut Ui,
    number: usize,
    at: ReportRef,
    read: &ReadArticle,
    report: &Report,
    session: &Session,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    let line = Stroke::new(1.0, theme.surface.line.0);
    let card = Frame::new().fill(theme.surface.raised.0).stroke(line).corner_radius(8);
    card.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        source_ui(ui, at, read, commands);
        let rows = fields::rows(at, report, &read.article.text, session.gazetteer());
        for (order, row) in rows.iter().enumerate() {
            ui.push_id((number, order), |ui| row_ui(ui, session, row, None, commands));
        }
        ui.horizontal_wrapped(|ui| {
            if let Some((id, event)) = session.selected()
                && event.reports.len() > 1
            {
                part_ui(ui, id, at, commands);
            }
            copy_ui(ui, read, report);
        });
    });
}

/// Lets a person take a report out of an event that others tell of too.
fn part_ui(ui: &mut Ui, id: EventId, at: ReportRef, commands: &mut Vec<Command>) {
    let words = RichText::new(tr!("inspector-part")).size(12.0);
    if ui.small_button(words).on_hover_text(tr!("inspector-part-help")).clicked() {
        commands.push(Command::PartReport(id, at));
    }
}

/// Copies the sentence with its source.
pub fn copy_ui(ui: &mut Ui, read: &ReadArticle, report: &Report) {
    let words = RichText::new(tr!("inspector-copy-quote")).size(12.0);
    if ui.small_button(words).on_hover_text(tr!("inspector-copy-quote-help")).clicked() {
        ui.ctx().copy_text(words::quote(read, report.quote));
    }
}

/// Which article says so, and who in it.
pub fn source_ui(ui: &mut Ui, at: ReportRef, read: &ReadArticle, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let metadata = &read.reading.metadata;
    let mut parts = Vec::new();
    parts.extend(metadata.source.iter().map(|source| source.value.clone()));
    parts.extend(metadata.published.iter().map(|published| words::day(published.value)));
    let title = RichText::new(title_of(read)).font(theme::strong(12.5));
    let title = ui.add(Label::new(title).truncate().sense(Sense::click()));
    if title.on_hover_text(tr!("inspector-show-article")).clicked() {
        commands.push(Command::Show { article: at.article, span: None, field: None });
    }
    if !parts.is_empty() {
        ui.label(RichText::new(parts.join(" · ")).size(12.0).color(theme.text.weak.0));
    }
}
