//! The events shown, as a table that can be sorted.

use eframe::egui::{
    Align, EventFilter, FontId, Id, Key, Label, Layout, Modifiers, Pos2, Rect, Response, RichText,
    Role, ScrollArea, Sense, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo,
    WidgetText, pos2, vec2,
};

use super::{list_id, nothing_ui};
use crate::{
    model::{Event, EventId},
    session::{Command, Session, Window},
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

/// How wide the columns are; the place takes the rest.
#[derive(Clone, Copy)]
struct Columns {
    kind: f32,
    place: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let left = width - DATE_WIDTH - KILLED_WIDTH;
        let kind = (left * 0.52).clamp(70.0, 190.0);
        Self { kind, place: (left - kind).max(0.0) }
    }

    /// The left edges of date, type, place and killed.
    fn edges(self) -> [f32; 4] {
        let kind = DATE_WIDTH;
        [0.0, kind, kind + self.kind, kind + self.kind + self.place]
    }
}

impl EventList {
    /// Shows the table.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        self.update(session);
        if self.rows.is_empty() {
            let why = Nothing::of(session).map(Nothing::words).unwrap_or_default();
            nothing_ui(ui, &why);
            return;
        }
        self.header_ui(ui);
        let scroll = ScrollArea::vertical().id_salt(list_id("events")).auto_shrink(false);
        scroll.show_viewport(ui, |ui, viewport| self.rows_ui(ui, viewport, session, commands));
    }

    fn header_ui(&mut self, ui: &mut Ui) {
        let columns = Columns::of(ui.available_width());
        let size = vec2(ui.available_width(), ROW_HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let names = [
            (SortBy::Date, tr!("list-column-date")),
            (SortBy::Type, tr!("list-column-type")),
            (SortBy::Place, tr!("list-column-place")),
            (SortBy::Killed, tr!("list-column-killed")),
        ];
        let edges = columns.edges();
        for (number, (column, label)) in names.into_iter().enumerate() {
            let right = edges.get(number + 1).copied().unwrap_or(rect.width());
            let inset = if number == 0 { LEFT } else { 0.0 };
            let from = pos2(rect.left() + edges[number] + inset, rect.top());
            let cell = Rect::from_min_max(from, pos2(rect.left() + right, rect.bottom()));
            let layout = Layout::left_to_right(Align::Center);
            let cell = UiBuilder::new().max_rect(cell).layout(layout);
            ui.scope_builder(cell, |ui| self.heading_ui(ui, column, &label));
        }
    }

    fn heading_ui(&mut self, ui: &mut Ui, column: SortBy, label: &str) {
        ui.spacing_mut().item_spacing.x = 3.0;
        let theme = theme::current(ui);
        let chosen = self.sort_by == column;
        let ink = if chosen { theme.text.strong.0 } else { theme.text.weak.0 };
        let words = RichText::new(label).size(11.5).color(ink);
        let response = ui.add(Label::new(words).truncate().sense(Sense::click()));
        response.widget_info(|| {
            let name = tr!("list-sort-by", column = label);
            WidgetInfo::selected(Role::Button, true, chosen, name)
        });
        theme::focus_ring(ui, &response, 3);
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

    /// Draws the rows that are in sight. One of them can have the keyboard: the selected one,
    /// or else the first; the arrows go on to the others.
    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        viewport: Rect,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        ui.set_height(ROW_HEIGHT * self.rows.len() as f32);
        let area = ui.max_rect();
        let rect_of = |row: usize| {
            let top = area.top() + row as f32 * ROW_HEIGHT;
            Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), ROW_HEIGHT))
        };
        let first = (viewport.top() / ROW_HEIGHT).max(0.0) as usize;
        let last = ((viewport.bottom() / ROW_HEIGHT).max(0.0) as usize + 1).min(self.rows.len());
        let selected = session.selection().event;
        let selected_row = selected.and_then(|id| self.rows.iter().position(|other| *other == id));
        if let Some(row) = selected_row.filter(|_| self.scrolled_to != selected) {
            ui.scroll_to_rect(rect_of(row), None);
        }
        self.scrolled_to = selected;
        // Though it may be out of sight: it may be about to come into it, with the keyboard.
        let beyond = selected_row.filter(|row| !(first..last).contains(row));
        let in_sight = selected_row.is_some_and(|row| (first..last).contains(&row));
        let home = if in_sight { selected_row } else { Some(first) };
        for row in (first..last).chain(beyond) {
            let Some((id, event)) = self.event(session, row) else { continue };
            let is_selected = Some(row) == selected_row;
            let is_home = Some(row) == home || Some(row) == beyond;
            let response = row_ui(ui, rect_of(row), id, event, is_selected, is_home);
            if response.clicked() {
                commands.push(Command::Select(id));
            }
            if response.has_focus()
                && let Some(next) = self.next_row(ui, &response, row, last - first)
            {
                commands.push(Command::Select(next));
                ui.memory_mut(|memory| memory.request_focus(row_id(next)));
            }
        }
    }

    fn event<'s>(&self, session: &'s Session, row: usize) -> Option<(EventId, &'s Event)> {
        let id = *self.rows.get(row)?;
        Some((id, session.event(id)?))
    }

    /// The event to go to, if a key was pressed that goes to another row. `page` is how many
    /// rows are in sight.
    fn next_row(&self, ui: &Ui, response: &Response, row: usize, page: usize) -> Option<EventId> {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let end = self.rows.len().saturating_sub(1);
        let page = page.saturating_sub(2).max(1);
        let keys = [
            (Key::ArrowDown, (row + 1).min(end)),
            (Key::ArrowUp, row.saturating_sub(1)),
            (Key::PageDown, (row + page).min(end)),
            (Key::PageUp, row.saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, end),
        ];
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (_, next) = keys.into_iter().find(|(key, _)| pressed(*key))?;
        self.rows.get(next).copied()
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

fn row_id(id: EventId) -> Id {
    list_id("event").with(id.0)
}

/// Shows a row.
fn row_ui(
    ui: &Ui,
    rect: Rect,
    id: EventId,
    event: &Event,
    selected: bool,
    focusable: bool,
) -> Response {
    let theme = theme::current(ui);
    let sense = if focusable { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, row_id(id), sense);
    response.widget_info(|| {
        let kind = words::event_type(event.event_type);
        let name = format!("{kind}, {}", words::place_and_date(event));
        WidgetInfo::selected(Role::Row, true, selected, name)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let ground = match (selected, response.hovered()) {
        (true, _) => theme.accent.soft.0,
        (false, true) => theme.surface.hover.0,
        (false, false) => theme.surface.panel.0,
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    if response.has_focus() {
        let ring = Stroke::new(2.0, theme.accent.fill.0);
        ui.painter().rect_stroke(rect.shrink(1.0), 2.0, ring, StrokeKind::Inside);
    }
    let columns = Columns::of(rect.width());
    let [date, kind, place, killed] = columns.edges().map(|edge| rect.left() + edge);
    let cell = |x: f32, width: f32, words: &str| cell(ui, pos2(x, rect.center().y), width, words);
    let days = event.date.map_or_else(String::new, words::days_short);
    cell(date + LEFT, DATE_WIDTH - LEFT - 6.0, &days);
    let opacity = if event.background { 0.6 } else { 1.0 };
    let at = pos2(kind + 8.0, rect.center().y);
    symbol::paint(ui.painter(), at, 5.5, event.event_type, theme, opacity);
    cell(kind + 22.0, columns.kind - 28.0, &words::event_type(event.event_type));
    cell(place, columns.place - 6.0, &words::place(event));
    if let Some(toll) = event.killed {
        cell(killed, KILLED_WIDTH - 4.0, &killed_short(toll.low(), toll.high()));
    }
    response
}

/// Words in the middle of a row, no wider than their column.
fn cell(ui: &Ui, at: Pos2, width: f32, words: &str) {
    let theme = theme::current(ui);
    let words = RichText::new(bidi::one_line(words)).size(12.5).color(theme.text.normal.0);
    let wrap = Some(TextWrapMode::Truncate);
    let galley = WidgetText::from(words).into_galley(ui, wrap, width, FontId::default());
    let at = at - vec2(0.0, galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.text.normal.0);
}

/// "49", "49+", "10–20".
fn killed_short(low: u32, high: Option<u32>) -> String {
    match high {
        Some(high) if high == low => low.to_string(),
        Some(high) => format!("{low}–{high}"),
        None => format!("{low}+"),
    }
}
