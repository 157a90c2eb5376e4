//! The events shown, as a table that can be sorted, with one or many rows selected.

use std::collections::BTreeSet;

use eframe::egui::{
    Align, EventFilter, Id, Key, Label, Layout, Modifiers, Rect, RichText, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_extras::{TableBuilder, TableRow};

use super::{
    bulk::BulkBar,
    columns::Column,
    list_id, nothing_ui,
    picking::{Pick, Picker, Step},
    review_ink,
    rows::Rows,
};
use crate::{
    model::{Event, EventId},
    session::{Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

const ROW_HEIGHT: f32 = 26.0;
const HEADER_HEIGHT: f32 = 26.0;

/// Widths in points; the place has what is left.
const DATE_WIDTH: f32 = 108.0;
const NUMBER_WIDTH: f32 = 46.0;
const PERCENT_WIDTH: f32 = 48.0;
const SIGN_WIDTH: f32 = 30.0;

/// A type has its words beside its symbol only if the place has so much left.
const LEAST_PLACE: f32 = 70.0;

/// The table and what it remembers.
pub struct EventList {
    rows: Rows,
    picker: Picker,
    columns: BTreeSet<Column>,
    bulk: BulkBar,
    /// The event and the data that the table has scrolled to.
    scrolled_to: Option<EventId>,
    data_version: u64,
    /// So many rows are seen at once.
    page: isize,
}

impl Default for EventList {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            picker: Picker::default(),
            columns: BTreeSet::from([Column::Killed, Column::Review]),
            bulk: BulkBar::default(),
            scrolled_to: None,
            data_version: 0,
            page: 10,
        }
    }
}

/// The table as a whole, which has the keyboard while rows are chosen with keys.
fn keyboard_id() -> Id {
    Id::unique("keyboard in events")
}

impl EventList {
    /// Takes the keys that choose rows, if the table has the keyboard.
    pub fn keys(&mut self, ui: &Ui, session: &Session, commands: &mut Vec<Command>) {
        let id = keyboard_id();
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let rows = self.rows.view(session);
        let selection = session.selection();
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
            commands.push(self.picker.all(&rows, selection));
        }
        for (key, step) in steps(self.page) {
            let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
            // Without Shift last: it would be taken for a key with it as well.
            let pick = if pressed(Modifiers::SHIFT) {
                Pick::Range
            } else if pressed(Modifiers::NONE) {
                Pick::One
            } else {
                continue;
            };
            commands.extend(self.picker.step(step, pick, &rows, selection));
        }
    }

    /// Shows the table.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        if self.data_version != session.data_version() {
            self.data_version = session.data_version();
            self.picker.forget();
        }
        if self.rows.update(session) {
            ui.ctx().request_repaint();
        }
        self.bulk.ui(ui, session, commands);
        if session.shown().is_empty() {
            nothing_ui(ui, &reason_for_none(session));
            return;
        }
        let area = ui.available_rect_before_wrap();
        self.page = ((area.height() - HEADER_HEIGHT) / ROW_HEIGHT - 1.0).max(1.0) as isize;
        let keyboard = keyboard_ui(ui, area);
        self.table_ui(ui, session, commands);
        if keyboard {
            let line = Stroke::new(1.5, theme::current(ui).accent.fill.0);
            ui.painter().rect_stroke(area.shrink(1.0), 3.0, line, StrokeKind::Inside);
        }
    }

    fn table_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let columns: Vec<Column> = self.columns().collect();
        let widths = widths(&columns, ui.available_width());
        let mut table = TableBuilder::new(ui)
            .id_salt(list_id("events"))
            .striped(false)
            // Keys choose rows in the table as a whole: its rows are no stops for Tab.
            .sense(Sense::CLICK)
            .cell_layout(Layout::left_to_right(Align::Center))
            .auto_shrink(false);
        for (column, width) in columns.iter().zip(&widths) {
            let width = match column {
                Column::Place => egui_extras::Column::remainder(),
                _ => egui_extras::Column::exact(*width),
            };
            table = table.column(width.clip(true));
        }
        let selection = session.selection();
        if selection.event != self.scrolled_to {
            self.scrolled_to = selection.event;
            let row = selection.event.and_then(|id| self.rows.view(session).position(id));
            if let Some(row) = row {
                table = table.scroll_to_row(row, None);
            }
        }
        let table = table.header(HEADER_HEIGHT, |mut header| {
            for column in &columns {
                header.col(|ui| self.header_ui(ui, *column));
            }
        });
        let rows = self.rows.view(session);
        let mut clicked = None;
        table.body(|body| {
            body.rows(ROW_HEIGHT, rows.len(), |mut row| {
                let Some(id) = rows.get(row.index()) else { return };
                let Some(event) = session.event(id) else { return };
                let selected = selection.event == Some(id) || selection.others.contains(&id);
                row.set_selected(selected);
                if row_ui(&mut row, event, &columns, &widths, selected) {
                    clicked = Some(id);
                }
            });
        });
        if let Some(id) = clicked {
            let modifiers = ui.input(|input| input.modifiers);
            let pick = match (modifiers.shift, modifiers.command) {
                (true, _) => Pick::Range,
                (false, true) => Pick::Toggle,
                (false, false) => Pick::One,
            };
            commands.push(self.picker.click(id, pick, &rows, selection));
            // What is already seen is not scrolled to.
            self.scrolled_to = Some(id);
            ui.memory_mut(|memory| memory.request_focus(keyboard_id()));
        }
    }

    /// The columns that are shown, from left to right.
    fn columns(&self) -> impl Iterator<Item = Column> + '_ {
        let shown =
            |column: &Column| !Column::OPTIONAL.contains(column) || self.columns.contains(column);
        Column::ALL.into_iter().filter(shown)
    }

    fn header_ui(&mut self, ui: &mut Ui, column: Column) {
        if column == Column::Date {
            ui.add_space(12.0);
        }
        let theme = theme::current(ui);
        let (by, reversed) = self.rows.order();
        let chosen = by == column;
        let ink = if chosen { theme.text.strong.0 } else { theme.text.weak.0 };
        let title = column.title();
        let response = if column == Column::Review {
            let (rect, response) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::click());
            let square = Rect::from_center_size(rect.center(), vec2(9.0, 9.0));
            icon::paint(ui.painter(), square, Icon::Check, ink);
            response.on_hover_text(&title)
        } else {
            let words = RichText::new(&title).size(11.5).color(ink);
            ui.add(Label::new(words).truncate().sense(Sense::click()))
        };
        response.widget_info(|| {
            let name = tr!("list-sort-by", column = &title);
            WidgetInfo::selected(Role::Button, true, chosen, name)
        });
        if response.has_focus() {
            let line = Stroke::new(1.5, theme.accent.fill.0);
            ui.painter().rect_stroke(response.rect.expand(2.0), 3.0, line, StrokeKind::Inside);
        }
        if chosen {
            let icon = if reversed { Icon::Down } else { Icon::Up };
            let (rect, _) = ui.allocate_exact_size(vec2(7.0, 7.0), Sense::hover());
            icon::paint(ui.painter(), rect, icon, ink);
        }
        if response.clicked() {
            self.rows.sort_by(column);
        }
        response.context_menu(|ui| self.choose_columns_ui(ui));
    }

    /// The columns that may be hidden.
    pub fn choose_columns_ui(&mut self, ui: &mut Ui) {
        theme::outline_choices(ui);
        for column in Column::OPTIONAL {
            let mut shown = self.columns.contains(&column);
            if ui.checkbox(&mut shown, column.title()).changed() {
                if shown {
                    self.columns.insert(column);
                } else {
                    self.columns.remove(&column);
                }
            }
        }
    }
}

fn steps(page: isize) -> [(Key, Step); 6] {
    [
        (Key::ArrowDown, Step::By(1)),
        (Key::ArrowUp, Step::By(-1)),
        (Key::PageDown, Step::By(page)),
        (Key::PageUp, Step::By(-page)),
        (Key::Home, Step::First),
        (Key::End, Step::Last),
    ]
}

/// Lets Tab go to the table as a whole; whether the keyboard is there.
fn keyboard_ui(ui: &Ui, area: Rect) -> bool {
    let response = ui.interact(area, keyboard_id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, tr!("list-events")));
    response.has_focus()
}

/// The widths of the columns in a table of this width.
fn widths(columns: &[Column], all: f32) -> Vec<f32> {
    let fixed = |column: Column| match column {
        Column::Date => DATE_WIDTH,
        Column::Type | Column::Place => 0.0,
        Column::Killed | Column::Wounded | Column::Sources => NUMBER_WIDTH,
        Column::Confidence => PERCENT_WIDTH,
        Column::Review => SIGN_WIDTH,
    };
    // Between two columns there is a gap.
    let gaps = 8.0 * (columns.len().saturating_sub(1)) as f32;
    let left = (all - gaps - columns.iter().map(|column| fixed(*column)).sum::<f32>()).max(0.0);
    let type_width = (left * 0.52).min(190.0);
    let type_width = if left - type_width < LEAST_PLACE { SIGN_WIDTH } else { type_width };
    let width = |column: &Column| match column {
        Column::Type => type_width,
        Column::Place => left - type_width,
        _ => fixed(*column),
    };
    columns.iter().map(width).collect()
}

/// Shows a row; whether it was clicked.
fn row_ui(
    row: &mut TableRow<'_, '_>,
    event: &Event,
    columns: &[Column],
    widths: &[f32],
    selected: bool,
) -> bool {
    for (column, width) in columns.iter().zip(widths) {
        row.col(|ui| cell_ui(ui, *column, *width, event));
    }
    let response = row.response();
    response.widget_info(|| {
        let what = words::event_type(event.event_type);
        let name = format!("{what}, {}", words::place_and_date(event));
        WidgetInfo::selected(Role::Row, true, selected, name)
    });
    response.clicked()
}

fn cell_ui(ui: &mut Ui, column: Column, width: f32, event: &Event) {
    if column == Column::Date {
        ui.add_space(12.0);
    }
    if column == Column::Type {
        symbol::show(ui, event.event_type, if event.background { 0.6 } else { 1.0 });
        if width <= SIGN_WIDTH {
            return;
        }
    }
    if let Some(sign) = column.sign(event) {
        let (rect, response) = ui.allocate_exact_size(vec2(12.0, 12.0), Sense::hover());
        let square = Rect::from_center_size(rect.center(), vec2(10.0, 10.0));
        icon::paint(ui.painter(), square, sign, review_ink(ui, event.review()));
        response.on_hover_text(words::review(event.review()));
    }
    let words = column.text(event);
    if !words.is_empty() {
        ui.add(Label::new(RichText::new(words).size(12.5)).truncate());
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
