//! The events shown, as a table that can be sorted, with one or many rows selected.

use std::collections::BTreeSet;

use eframe::egui::{
    Align, EventFilter, FontId, Id, Key, Label, Layout, Modifiers, Pos2, Rect, Response, RichText,
    Role, ScrollArea, Sense, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo,
    WidgetText, pos2, vec2,
};

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
        bidi,
        icon::{self, Icon},
        nothing::Nothing,
        symbol, theme, words,
    },
};

const ROW_HEIGHT: f32 = 26.0;
/// Space left of the first column.
const LEFT: f32 = 12.0;

/// Widths in points; type and place have what is left.
const DATE_WIDTH: f32 = 108.0;
const NUMBER_WIDTH: f32 = 50.0;
const SIGN_WIDTH: f32 = 30.0;

/// A type has its words beside its symbol only if the place has so much left.
const LEAST_PLACE: f32 = 72.0;

/// The table and what it remembers.
pub struct EventList {
    rows: Rows,
    picker: Picker,
    columns: BTreeSet<Column>,
    bulk: BulkBar,
    /// The selection that the table has scrolled to.
    scrolled_to: Option<EventId>,
    /// The event whose row had the keyboard in the last frame.
    keyboard: Option<EventId>,
    data_version: u64,
}

impl Default for EventList {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            picker: Picker::default(),
            columns: BTreeSet::from([Column::Killed, Column::Review]),
            bulk: BulkBar::default(),
            scrolled_to: None,
            keyboard: None,
            data_version: 0,
        }
    }
}

impl EventList {
    /// Shows the table.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        if self.data_version != session.data_version() {
            self.data_version = session.data_version();
            self.picker.forget();
            self.keyboard = None;
        }
        if self.rows.update(session) {
            ui.ctx().request_repaint();
        }
        self.bulk.ui(ui, session, commands);
        if session.shown().is_empty() {
            let why = Nothing::of(session).map(Nothing::words).unwrap_or_default();
            nothing_ui(ui, &why);
            return;
        }
        // As wide as the rows, beside which the scroll bar has its place.
        let bar = ui.spacing().scroll.allocated_width();
        let cells = Cells::of(self.columns(), ui.available_width() - bar);
        self.header_ui(ui, &cells);
        let scroll = ScrollArea::vertical().id_salt(list_id("events")).auto_shrink(false);
        scroll.show_viewport(ui, |ui, viewport| {
            self.rows_ui(ui, viewport, &cells, session, commands);
        });
    }

    /// The columns that are shown, from left to right.
    fn columns(&self) -> impl Iterator<Item = Column> + '_ {
        let shown =
            |column: &Column| !Column::OPTIONAL.contains(column) || self.columns.contains(column);
        Column::ALL.into_iter().filter(shown)
    }

    fn header_ui(&mut self, ui: &mut Ui, cells: &Cells) {
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        response.context_menu(|ui| self.choose_columns_ui(ui));
        for (column, left, width) in &cells.0 {
            let from = pos2(rect.left() + left, rect.top());
            let cell = Rect::from_min_size(from, vec2(*width, rect.height()));
            let layout = Layout::left_to_right(Align::Center);
            let cell = UiBuilder::new().max_rect(cell).layout(layout);
            ui.scope_builder(cell, |ui| self.heading_ui(ui, *column, *width));
        }
    }

    fn heading_ui(&mut self, ui: &mut Ui, column: Column, width: f32) {
        ui.spacing_mut().item_spacing.x = 3.0;
        let theme = theme::current(ui);
        let (by, reversed) = self.rows.order();
        let chosen = by == column;
        let ink = if chosen { theme.text.strong.0 } else { theme.text.weak.0 };
        let title = column.title();
        let response = if width <= SIGN_WIDTH {
            let (rect, response) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::click());
            let square = Rect::from_center_size(rect.center(), vec2(9.0, 9.0));
            let sign = if column == Column::Review { Icon::Check } else { Icon::Columns };
            icon::paint(ui.painter(), square, sign, ink);
            response.on_hover_text(&title)
        } else {
            let words = RichText::new(&title).size(11.5).color(ink);
            ui.add(Label::new(words).truncate().sense(Sense::click()))
        };
        response.widget_info(|| {
            let name = tr!("list-sort-by", column = &title);
            WidgetInfo::selected(Role::Button, true, chosen, name)
        });
        theme::focus_ring(ui, &response, 3);
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

    /// Draws the rows that are in sight. One of them can have the keyboard: the selected one,
    /// or else the first; the arrows go on to the others.
    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        viewport: Rect,
        cells: &Cells,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let rows = self.rows.view(session);
        ui.set_height(ROW_HEIGHT * rows.len() as f32);
        let area = ui.max_rect();
        let rect_of = |row: usize| {
            let top = area.top() + row as f32 * ROW_HEIGHT;
            Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW_HEIGHT))
        };
        let first = (viewport.top() / ROW_HEIGHT).max(0.0) as usize;
        let last = ((viewport.bottom() / ROW_HEIGHT).max(0.0) as usize + 1).min(rows.len());
        let selection = session.selection();
        let selected_row = self.selected_row(session);
        if let Some(row) = selected_row.filter(|_| self.scrolled_to != selection.event) {
            ui.scroll_to_rect(rect_of(row), None);
            // The keyboard goes along, whatever selected another event.
            if let Some(id) = selection.event.filter(|_| self.keyboard.is_some()) {
                ui.memory_mut(|memory| memory.request_focus(row_id(id)));
            }
        }
        self.scrolled_to = selection.event;
        // Though it may be out of sight: it may be about to come into it, with the keyboard.
        let beyond = selected_row.filter(|row| !(first..last).contains(row));
        let in_sight = selected_row.is_some_and(|row| (first..last).contains(&row));
        let home = if in_sight { selected_row } else { Some(first) };
        let mut keyboard = None;
        for row in (first..last).chain(beyond) {
            let Some(id) = rows.get(row) else { continue };
            let Some(event) = session.event(id) else { continue };
            let state = RowState {
                selected: Some(row) == selected_row || selection.others.contains(&id),
                focusable: Some(row) == home || Some(row) == beyond,
            };
            let response = row_ui(ui, rect_of(row), id, event, cells, state);
            if response.clicked() {
                let pick = pick(ui);
                commands.push(self.picker.click(id, pick, &rows, selection));
                response.request_focus();
            }
            if response.has_focus() {
                keyboard = Some(id);
                commands.extend(self.picker.keys(
                    ui,
                    &response,
                    row,
                    last - first,
                    &rows,
                    selection,
                ));
            }
        }
        self.keyboard = keyboard;
    }

    /// The row of the event that is selected. Where others than those of a moment ago are
    /// shown, it must be looked for.
    fn selected_row(&self, session: &Session) -> Option<usize> {
        self.rows.view(session).position(session.selection().event?)
    }
}

/// What the keys that are held make of a click.
fn pick(ui: &Ui) -> Pick {
    let modifiers = ui.input(|input| input.modifiers);
    match (modifiers.shift, modifiers.command) {
        (true, _) => Pick::Range,
        (false, true) => Pick::Toggle,
        (false, false) => Pick::One,
    }
}

impl Picker {
    /// What the keys select while a row has the keyboard. `page` is how many rows are in
    /// sight. Space and the arrows to the sides are those of the window.
    fn keys(
        &mut self,
        ui: &Ui,
        response: &Response,
        row: usize,
        page: usize,
        rows: &super::rows::View<'_>,
        selection: &crate::session::Selection,
    ) -> Option<Command> {
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::COMMAND, Key::A) {
            return Some(self.all(rows, selection));
        }
        let page = page.saturating_sub(2).max(1) as isize;
        let steps = [
            (Key::ArrowDown, Step::By(1)),
            (Key::ArrowUp, Step::By(-1)),
            (Key::PageDown, Step::By(page)),
            (Key::PageUp, Step::By(-page)),
            (Key::Home, Step::First),
            (Key::End, Step::Last),
        ];
        for (key, step) in steps {
            // Without Shift last: it would be taken for a key with it as well.
            if pressed(Modifiers::SHIFT, key) {
                return self.step(step, Pick::Range, row, rows, selection);
            }
            if pressed(Modifiers::NONE, key) {
                return self.step(step, Pick::One, row, rows, selection);
            }
        }
        let is_selected = rows.get(row) == selection.event;
        let of_window = [
            (Key::Space, Command::TogglePlay),
            (Key::ArrowRight, Command::StepNext),
            (Key::ArrowLeft, Command::StepPrevious),
        ];
        let mut of_window =
            of_window.into_iter().filter(|(key, _)| is_selected || *key != Key::Space);
        of_window.find(|(key, _)| pressed(Modifiers::NONE, *key)).map(|(_, command)| command)
    }
}

/// The columns with the left edge and the width of each.
struct Cells(Vec<(Column, f32, f32)>);

impl Cells {
    fn of(columns: impl Iterator<Item = Column>, width: f32) -> Self {
        let columns: Vec<Column> = columns.collect();
        let fixed = |column: Column| match column {
            Column::Date => DATE_WIDTH,
            Column::Type | Column::Place => 0.0,
            Column::Review => SIGN_WIDTH,
            _ => NUMBER_WIDTH,
        };
        let taken: f32 = columns.iter().map(|column| fixed(*column)).sum();
        let left = (width - LEFT - taken).max(0.0);
        let type_width = (left * 0.52).min(190.0);
        let narrow = left - type_width < LEAST_PLACE;
        let type_width = if narrow { SIGN_WIDTH } else { type_width };
        let mut edge = LEFT;
        let cell = |column: Column| {
            let width = match column {
                Column::Type => type_width,
                Column::Place => (left - type_width).max(0.0),
                _ => fixed(column),
            };
            edge += width;
            (column, edge - width, width)
        };
        Self(columns.into_iter().map(cell).collect())
    }
}

/// How a row stands out.
#[derive(Clone, Copy)]
struct RowState {
    selected: bool,
    focusable: bool,
}

fn row_id(id: EventId) -> Id {
    list_id("event").with(id.0)
}

/// Shows a row.
fn row_ui(
    ui: &Ui,
    rect: Rect,
    id: EventId,
    event: &Event,
    cells: &Cells,
    state: RowState,
) -> Response {
    let theme = theme::current(ui);
    let sense = if state.focusable { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, row_id(id), sense);
    response.widget_info(|| {
        let kind = words::event_type(event.event_type);
        let name = format!("{kind}, {}", words::place_and_date(event));
        WidgetInfo::selected(Role::Row, true, state.selected, name)
    });
    theme::mark_selected(&response, state.selected);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let ground = match (state.selected, response.hovered()) {
        (true, _) => theme.accent.soft.0,
        (false, true) => theme.surface.hover.0,
        (false, false) => theme.surface.panel.0,
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    if response.has_focus() {
        // Within the row: the next one is painted over what is below.
        let ring = Stroke::new(2.0, theme.accent.fill.0);
        ui.painter().rect_stroke(rect.shrink(1.0), 2.0, ring, StrokeKind::Inside);
    }
    for (column, left, width) in &cells.0 {
        let at = pos2(rect.left() + left, rect.center().y);
        cell_ui(ui, at, *width, *column, event);
    }
    response
}

fn cell_ui(ui: &Ui, at: Pos2, width: f32, column: Column, event: &Event) {
    let mut inset = 0.0;
    if column == Column::Type {
        let opacity = if event.background { 0.6 } else { 1.0 };
        let theme = theme::current(ui);
        symbol::paint(ui.painter(), at + vec2(8.0, 0.0), 5.5, event.event_type, theme, opacity);
        inset = 22.0;
    }
    if column == Column::Review
        && let Some(sign) = super::review_icon(event.review())
    {
        let square = Rect::from_center_size(at + vec2(7.0, 0.0), vec2(10.0, 10.0));
        icon::paint(ui.painter(), square, sign, review_ink(ui, event.review()));
    }
    if width > SIGN_WIDTH {
        let words = column.text(event);
        words_ui(ui, at + vec2(inset, 0.0), width - inset - 6.0, &words);
    }
}

/// Words in the middle of a row, no wider than their column.
fn words_ui(ui: &Ui, at: Pos2, width: f32, words: &str) {
    if words.is_empty() || width <= 0.0 {
        return;
    }
    let theme = theme::current(ui);
    let words = RichText::new(bidi::one_line(words)).size(12.5).color(theme.text.normal.0);
    let wrap = Some(TextWrapMode::Truncate);
    let galley = WidgetText::from(words).into_galley(ui, wrap, width, FontId::default());
    let at = at - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.text.normal.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(width: f32, columns: &[Column], wanted: &[(Column, i32)]) {
        let cells = Cells::of(columns.iter().copied(), width);
        let found: Vec<(Column, i32)> =
            cells.0.iter().map(|(column, _, width)| (*column, width.round() as i32)).collect();
        assert_eq!(found, wanted);
        let end = cells.0.last().map_or(0.0, |(_, left, width)| left + width);
        assert!((end - width).abs() < 1.0, "{end}");
    }

    #[test]
    fn the_words_of_types_give_way_to_places_where_there_is_little_room() {
        use Column::{Confidence, Date, Killed, Place, Review, Sources, Type, Wounded};
        let usual = [Date, Type, Place, Killed, Review];
        check(400.0, &usual, &[(Date, 108), (Type, 104), (Place, 96), (Killed, 50), (Review, 30)]);
        let all = [Date, Type, Place, Killed, Wounded, Sources, Confidence, Review];
        let widths = [108, 30, 50, 50, 50, 50, 50, 30];
        let wanted: Vec<(Column, i32)> = all.into_iter().zip(widths).collect();
        check(430.0, &all, &wanted);
    }
}
