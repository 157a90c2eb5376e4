//! The tooltip over events: what, where, when, how many died.

use eframe::egui::{Response, RichText};

use crate::{
    model::EventId,
    session::Session,
    tr,
    ui::{symbol, theme, words},
};

/// So many events are named; of more, only the number is told.
const MOST: usize = 6;

/// Names the events under the pointer.
pub fn tooltip_ui(response: &Response, session: &Session, found: &[EventId]) {
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for id in found.iter().take(MOST) {
            let Some(event) = session.event(*id) else { continue };
            ui.horizontal(|ui| {
                symbol::show(ui, event.event_type, 1.0);
                ui.label(
                    RichText::new(words::event_type(event.event_type)).font(theme::strong(13.5)),
                );
            });
            ui.label(words::place_and_date(event));
            if let Some(killed) = event.killed {
                ui.label(tr!("map-killed", count = words::count(&killed)));
            }
            ui.add_space(2.0);
        }
        if found.len() > MOST {
            ui.weak(tr!("map-more-events", n = found.len() - MOST));
        } else if found.len() > 1 {
            ui.weak(tr!("map-click-again"));
        }
    });
}
