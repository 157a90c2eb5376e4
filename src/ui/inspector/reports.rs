//! The reports of an event, a card each: every field with the words it came from.

use eframe::egui::{
    Frame, Label, Layout, Margin, RichText, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::fields::{self, Row};
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
        let rows = fields::rows(report, &read.article.text, session.gazetteer());
        for (order, row) in rows.iter().enumerate() {
            ui.push_id((number, order), |ui| row_ui(ui, at, row, session, commands));
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
fn copy_ui(ui: &mut Ui, read: &ReadArticle, report: &Report) {
    let words = RichText::new(tr!("inspector-copy-quote")).size(12.0);
    if ui.small_button(words).on_hover_text(tr!("inspector-copy-quote-help")).clicked() {
        ui.ctx().copy_text(words::quote(read, report.quote));
    }
}

/// Which article says so, and who in it.
fn source_ui(ui: &mut Ui, at: ReportRef, read: &ReadArticle, commands: &mut Vec<Command>) {
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

/// A field: its name, its value, and the words behind it in the field's colour.
fn row_ui(ui: &mut Ui, at: ReportRef, row: &Row, session: &Session, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    let focus = session.selection().focus;
    let is_open = focus.is_some_and(|focus| {
        focus.article == at.article && row.evidence.is_some() && focus.span == row.evidence
    });
    let scope = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
        let hovered = ui.response().hovered() && row.evidence.is_some();
        let ground = match (is_open, hovered) {
            (true, _) => theme.accent.soft.0,
            (false, true) => theme.surface.row.0,
            (false, false) => theme.surface.raised.0,
        };
        Frame::new().fill(ground).corner_radius(5).inner_margin(Margin::symmetric(4, 3)).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    let name = RichText::new(&row.label).size(12.0).color(theme.text.weak.0);
                    let layout = Layout::left_to_right(eframe::egui::Align::Center);
                    ui.allocate_ui_with_layout(vec2(58.0, 18.0), layout, |ui| {
                        ui.set_min_width(58.0);
                        ui.label(name);
                    });
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 2.0;
                        value_ui(ui, row);
                    });
                });
            },
        );
    });
    let response = scope.response;
    response.widget_info(|| {
        let (name, value, words) = (&row.label, &row.value, &row.words);
        let name = tr!("inspector-field", name = name, value = value, words = words);
        WidgetInfo::labeled(eframe::egui::Role::Button, true, name)
    });
    theme::focus_ring(ui, &response, 5);
    if response.clicked() {
        let (article, span) = (at.article, row.evidence);
        commands.push(Command::Show { article, span, field: Some(row.field) });
    }
    if !row.why.is_empty() {
        response.on_hover_text(&row.why);
    }
}

fn value_ui(ui: &mut Ui, row: &Row) {
    let theme = theme::current(ui);
    ui.add(Label::new(RichText::new(&row.value).size(13.5)).wrap());
    if !row.note.is_empty() {
        let link = theme.accent.link.0;
        ui.add(Label::new(RichText::new(&row.note).size(12.0).color(link)).wrap());
    }
    if row.words.is_empty() {
        let weak = theme.text.weak.0;
        ui.label(RichText::new(&row.why).size(12.0).color(weak));
    } else {
        let quote = RichText::new(format!(" {} ", row.words)).size(12.5);
        let quote = quote.background_color(theme.field(row.field)).color(theme.text.normal.0);
        ui.add(Label::new(quote).wrap());
    }
}
