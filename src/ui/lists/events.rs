//! The events shown, as a table that can be sorted.

use eframe::egui::{Align, Label, Layout, RichText, Role, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::{list_id, nothing_ui};
use crate::{
    model::{Event, EventId},
    session::{Command, Session, Window},
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

const ROW_HEIGHT: f32 = 26.0;
const DATE_WIDTH: f32 = 108.0;
const KILLED_WIDTH: f32 = 46.0;

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SortBy {
    #[default]
    Date,
    Type,
    Place,
    Killed,
}

/// The table and what it remembers.
#[derive(Default)]
pub struct EventList {
    sort_by: SortBy,
    reversed: bool,
    /// The rows, and what they were made from.
    rows: Vec<EventId>,
    made_from: Option<(u64, Window, SortBy, bool)>,
    /// The selection that the table has scrolled to.
    scrolled_to: Option<EventId>,
}

impl EventList {
    /// Shows the table.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        self.update(session);
        if self.rows.is_empty() {
            nothing_ui(ui, &reason_for_none(session));
            return;
        }
        let selected = session.selection().event;
        let left = ui.available_width() - DATE_WIDTH - KILLED_WIDTH;
        let type_width = (left * 0.52).clamp(90.0, 190.0);
        let mut table = TableBuilder::new(ui)
            .id_salt(list_id("events"))
            .striped(false)
            .sense(Sense::click())
            .cell_layout(Layout::left_to_right(Align::Center))
            .auto_shrink(false)
            .column(Column::exact(DATE_WIDTH).clip(true))
            .column(Column::exact(type_width).clip(true))
            .column(Column::remainder().clip(true))
            .column(Column::exact(KILLED_WIDTH).clip(true));
        if selected != self.scrolled_to {
            self.scrolled_to = selected;
            if let Some(row) = self.rows.iter().position(|id| Some(*id) == selected) {
                table = table.scroll_to_row(row, None);
            }
        }
        let rows = std::mem::take(&mut self.rows);
        table
            .header(26.0, |mut header| {
                let columns = [
                    (SortBy::Date, tr!("list-column-date")),
                    (SortBy::Type, tr!("list-column-type")),
                    (SortBy::Place, tr!("list-column-place")),
                    (SortBy::Killed, tr!("list-column-killed")),
                ];
                for (column, label) in columns {
                    header.col(|ui| self.header_ui(ui, column, &label));
                }
            })
            .body(|body| {
                body.rows(ROW_HEIGHT, rows.len(), |mut row| {
                    let id = rows[row.index()];
                    let Some(event) = session.event(id) else { return };
                    row.set_selected(Some(id) == selected);
                    if row_ui(&mut row, event, Some(id) == selected) {
                        commands.push(Command::Select(id));
                    }
                });
            });
        self.rows = rows;
    }

    fn header_ui(&mut self, ui: &mut Ui, column: SortBy, label: &str) {
        if column == SortBy::Date {
            ui.add_space(12.0);
        }
        let theme = theme::current(ui);
        let chosen = self.sort_by == column;
        let ink = if chosen { theme.text.strong.0 } else { theme.text.weak.0 };
        let words = RichText::new(label).size(11.5).color(ink);
        let response = ui.add(Label::new(words).sense(Sense::click()));
        response.widget_info(|| {
            let name = tr!("list-sort-by", column = label);
            WidgetInfo::selected(Role::Button, true, chosen, name)
        });
        if chosen {
            let icon = if self.reversed { Icon::Down } else { Icon::Up };
            let (rect, _) = ui.allocate_exact_size(vec2(7.0, 7.0), Sense::hover());
            icon::paint(ui.painter(), rect, icon, ink);
        }
        if response.clicked() {
            self.reversed = chosen && !self.reversed;
            self.sort_by = column;
        }
    }

    /// Sorts again when other events are shown or another order is wanted.
    fn update(&mut self, session: &Session) {
        let window = session.clock().window();
        let wanted = (session.filter_version(), window, self.sort_by, self.reversed);
        if self.made_from == Some(wanted) {
            return;
        }
        self.made_from = Some(wanted);
        self.rows = session.shown().to_vec();
        let event = |id: &EventId| session.event(*id);
        match self.sort_by {
            // The session's order already.
            SortBy::Date => {}
            SortBy::Type => self.rows.sort_by_key(|id| event(id).map(|e| e.event_type)),
            SortBy::Place => self.rows.sort_by_cached_key(|id| event(id).map(words::place)),
            SortBy::Killed => self
                .rows
                .sort_by_key(|id| event(id).and_then(|e| e.killed).map_or(0, |count| count.low())),
        }
        if self.reversed {
            self.rows.reverse();
        }
    }
}

/// Shows a row; whether it was clicked.
fn row_ui(row: &mut TableRow<'_, '_>, event: &Event, selected: bool) -> bool {
    row.col(|ui| {
        ui.add_space(12.0);
        cell(ui, &event.date.map_or_else(String::new, words::days_short));
    });
    row.col(|ui| {
        symbol::show(ui, event.event_type, if event.background { 0.6 } else { 1.0 });
        cell(ui, &words::event_type(event.event_type));
    });
    row.col(|ui| cell(ui, &words::place(event)));
    row.col(|ui| {
        if let Some(killed) = event.killed {
            cell(ui, &killed_short(killed.low(), killed.high()));
        }
    });
    let response = row.response();
    let what = words::event_type(event.event_type);
    let name = format!("{what}, {}", words::place_and_date(event));
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, &name));
    response.clicked()
}

fn cell(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).size(12.5)).truncate());
}

/// "49", "49+", "10–20".
fn killed_short(low: u32, high: Option<u32>) -> String {
    match high {
        Some(high) if high == low => low.to_string(),
        Some(high) => format!("{low}–{high}"),
        None => format!("{low}+"),
    }
}

fn reason_for_none(session: &Session) -> String {
    if session.is_empty() {
        tr!("list-no-articles")
    } else if session.counts().1 == 0 {
        tr!("list-events-none-found")
    } else if session.filtered().is_empty() {
        tr!("list-events-all-hidden")
    } else {
        tr!("list-events-none-in-window")
    }
}
