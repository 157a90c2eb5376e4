//! The list into which a cluster on one spot opens.

use eframe::egui::{
    Align, Align2, Area, Button, Id, Layout, Order, Rect, RichText, ScrollArea, Ui, vec2,
};

use super::super::points::Camera;
use crate::{
    model::EventId,
    session::{Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        symbol, theme, words,
    },
};

/// The height of a row, in points.
const ROW: f32 = 24.0;

/// Rows that are seen at once.
const MOST_ROWS: f32 = 9.0;

/// The events on one spot.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPopup {
    events: Vec<EventId>,
    /// In fixed-point Mercator.
    place: [u32; 2],
}

impl ListPopup {
    /// A list of these events, which are in time order.
    pub fn new(events: Vec<EventId>, place: [u32; 2]) -> Self {
        Self { events, place }
    }

    /// Shows it beside the spot; whether it is to be closed.
    pub fn ui(
        &self,
        ui: &Ui,
        camera: Camera,
        session: &Session,
        commands: &mut Vec<Command>,
    ) -> bool {
        let at = camera.spot(self.place) + vec2(18.0, -14.0);
        let area = Area::new(Id::unique("events on one spot")).order(Order::Middle);
        let area = area.pivot(Align2::LEFT_TOP).fixed_pos(at).constrain_to(camera.rect.shrink(8.0));
        area.show(ui.ctx(), |ui| {
            let card = theme::current(ui).card().inner_margin(10);
            card.show(ui, |ui| self.rows_ui(ui, camera.rect, session, commands)).inner
        })
        .inner
    }

    fn rows_ui(
        &self,
        ui: &mut Ui,
        rect: Rect,
        session: &Session,
        commands: &mut Vec<Command>,
    ) -> bool {
        ui.set_width(330.0_f32.min(rect.width() - 60.0));
        ui.spacing_mut().item_spacing.y = 2.0;
        let close = ui.horizontal(|ui| {
            let words = tr!("count-events", n = self.events.len());
            ui.label(RichText::new(words).font(theme::strong(13.5)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = tr!("map-list-close");
                icon::small_button(ui, Icon::Close, &name, &name).clicked()
            })
            .inner
        });
        let height = (ROW * MOST_ROWS).min(rect.height() - 90.0);
        let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        list.show_rows(ui, ROW, self.events.len(), |ui, range| {
            for id in self.events.get(range).unwrap_or(&[]) {
                row_ui(ui, *id, session, commands);
            }
        });
        close.inner
    }
}

/// The symbol, the day, and what happened.
fn row_ui(ui: &mut Ui, id: EventId, session: &Session, commands: &mut Vec<Command>) {
    let Some(event) = session.event(id) else { return };
    let is_selected = session.selection().event == Some(id);
    ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        symbol::show(ui, event.event_type, 1.0);
        let words = format!("{} · {}", words::date(event), words::event_type(event.event_type));
        let mut words = format!("{words} · {}", words::place(event));
        if let Some(killed) = event.killed.filter(|killed| killed.low() > 0) {
            words = format!("{words} · {}", tr!("map-list-killed", n = words::count(&killed)));
        }
        let button = Button::selectable(is_selected, words).truncate();
        if ui.add(button).clicked() {
            commands.push(Command::Select(id));
        }
    });
}
