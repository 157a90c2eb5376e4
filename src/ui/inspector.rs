//! The inspector: every field of the selected event with the words it came from,
//! report by report, so that what sources dispute stays disputed.

mod fields;
mod record;

use eframe::egui::{
    ComboBox, FontId, Frame, Label, Layout, Margin, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, vec2,
};

use super::{lists::title_of, symbol, theme, words};
use crate::{
    model::{Event, EventId, EventType, Field, ReadArticle, Report, ReportRef},
    session::{Command, Session},
    tr,
};
use fields::Row;

/// Shows the selected event, or how to select one.
pub fn inspector_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let Some((id, event)) = session.selected() else {
        nothing_ui(ui, session);
        return;
    };
    ScrollArea::vertical().id_salt(("inspector", id)).auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            heading_ui(ui, id, event, session, commands);
            for (number, (at, read, report)) in session.dataset().reports_of(event).enumerate() {
                ui.add_space(8.0);
                report_ui(ui, number, at, read, report, session, commands);
            }
            if let Some((table, record)) = session.dataset().record_of(event) {
                ui.add_space(8.0);
                record::record_ui(ui, table, record);
                return;
            }
            joined_ui(ui, event);
            ui.add_space(8.0);
            same_ui(ui, id, session, commands);
        });
    });
}

fn nothing_ui(ui: &mut Ui, session: &Session) {
    ui.add_space(28.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(260.0);
        let theme = theme::current(ui);
        ui.label(RichText::new(tr!("inspector-none-selected")).font(theme::strong(15.0)));
        let hint = if session.counts().1 == 0 {
            tr!("inspector-hint-empty")
        } else {
            tr!("inspector-hint-select")
        };
        ui.label(RichText::new(hint).color(theme.text.weak.0));
    });
}

fn heading_ui(
    ui: &mut Ui,
    id: EventId,
    event: &Event,
    session: &Session,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    ui.horizontal(|ui| {
        symbol::show(ui, event.event_type, 1.0);
        ui.label(RichText::new(words::event_type(event.event_type)).font(theme::strong(17.0)));
        let layout = Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let position = session.filtered().binary_search(&id).ok();
            if let Some(at) = position {
                let words = format!("{} / {}", at + 1, session.filtered().len());
                ui.label(RichText::new(words).size(12.0).color(theme.text.weak.0));
            }
        });
    });
    ui.label(RichText::new(words::place_and_date(event)).size(14.0));
    ui.horizontal_wrapped(|ui| marks_ui(ui, event));
    ui.horizontal(|ui| {
        type_ui(ui, id, event, commands);
        let reject = ui.button(tr!("inspector-not-an-event"));
        if reject.on_hover_text(tr!("inspector-not-an-event-help")).clicked() {
            commands.push(Command::Reject(id));
        }
    });
}

/// Lets a person say that another event is this one.
fn same_ui(ui: &mut Ui, id: EventId, session: &Session, commands: &mut Vec<Command>) {
    const OFFERED: usize = 8;
    let menu = ui.menu_button(tr!("inspector-same-as"), |ui| {
        let alike = session.alike(id, OFFERED);
        if alike.is_empty() {
            ui.label(tr!("inspector-none-alike"));
        }
        for other in alike {
            let Some(event) = session.event(other) else { continue };
            let what = words::event_type(event.event_type);
            let words = format!("{what} · {}", words::place_and_date(event));
            ui.horizontal(|ui| {
                symbol::show(ui, event.event_type, 1.0);
                if ui.button(words).clicked() {
                    commands.push(Command::JoinEvents(vec![id, other]));
                    ui.close();
                }
            });
        }
    });
    menu.response.on_hover_text(tr!("inspector-same-as-help"));
}

/// Lets a person take a report out of an event that others tell of too.
fn part_ui(ui: &mut Ui, id: EventId, at: ReportRef, commands: &mut Vec<Command>) {
    let words = RichText::new(tr!("inspector-part")).size(12.0);
    if ui.small_button(words).on_hover_text(tr!("inspector-part-help")).clicked() {
        commands.push(Command::PartReport(id, at));
    }
}

/// Short marks: disputed, context, edited, how many reports.
fn marks_ui(ui: &mut Ui, event: &Event) {
    let theme = theme::current(ui);
    // Of a size known beforehand, so that a mark goes to the next line as a whole.
    let mark = |ui: &mut Ui, words: String, ink| {
        let font = FontId::proportional(11.5);
        let galley = ui.painter().layout_no_wrap(words.clone(), font, ink);
        let (margin, size) = (vec2(8.0, 2.0), galley.size());
        let (rect, response) = ui.allocate_exact_size(size + 2.0 * margin, Sense::hover());
        ui.painter().rect_filled(rect, 9.0, theme.surface.row.0);
        ui.painter().galley(rect.min + margin, galley, ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    };
    let weak = theme.text.weak.0;
    if event.record.is_some() {
        mark(ui, tr!("inspector-row-of-table"), weak);
    } else {
        mark(ui, tr!("count-reports", n = event.reports.len()), weak);
    }
    if event.is_disputed() {
        mark(ui, tr!("inspector-disputed"), theme.accent.warning.0);
    }
    if event.background {
        mark(ui, tr!("inspector-background"), weak);
    }
    if event.is_by_person(Field::Trigger) {
        mark(ui, tr!("inspector-type-edited"), theme.accent.link.0);
    }
    if let Some(location) = event.locations.first() {
        mark(ui, words::precision(location.precision), weak);
    }
    let percent = format!("{:.0}", event.confidence * 100.0);
    mark(ui, tr!("inspector-confidence", percent = percent), weak);
}

fn type_ui(ui: &mut Ui, id: EventId, event: &Event, commands: &mut Vec<Command>) {
    let mut chosen = event.event_type;
    let combo = ComboBox::from_id_salt("event type")
        .selected_text(RichText::new(tr!("inspector-change-type-button")).size(13.0))
        .width(130.0)
        .height(420.0)
        .show_ui(ui, |ui| {
            for event_type in EventType::ALL {
                ui.horizontal(|ui| {
                    symbol::show(ui, event_type, 1.0);
                    ui.selectable_value(&mut chosen, event_type, words::event_type(event_type));
                });
            }
        });
    combo.response.widget_info(|| {
        WidgetInfo::labeled(eframe::egui::Role::ComboBox, true, tr!("inspector-change-type"))
    });
    if chosen != event.event_type {
        commands.push(Command::SetType(id, chosen));
    }
}

fn report_ui(
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
        if let Some((id, event)) = session.selected()
            && event.reports.len() > 1
        {
            part_ui(ui, id, at, commands);
        }
    });
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

fn joined_ui(ui: &mut Ui, event: &Event) {
    if event.joins.is_empty() {
        return;
    }
    let weak = theme::current(ui).text.weak.0;
    ui.add_space(8.0);
    ui.label(RichText::new(tr!("inspector-why-joined")).font(theme::strong(12.5)));
    for join in &event.joins {
        ui.label(RichText::new(&join.why).size(12.0).color(weak));
    }
}
