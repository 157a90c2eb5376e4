//! What a bar stands for, and what a mark is.

use eframe::egui::{RichText, Ui};

use crate::{
    model::{DateRange, EventId, EventType},
    session::{Bar, Session, date_of},
    tr,
    ui::{symbol, theme, words},
};

/// The days of a bar, its events by type, and what the filter hides.
pub fn bar_ui(ui: &mut Ui, [from, to]: [i32; 2], bar: &Bar) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let days = DateRange::new(date_of(from), date_of(to - 1));
    let days = days.map_or_else(String::new, words::days);
    ui.label(RichText::new(days).font(theme::strong(13.5)));
    if bar.total() + bar.hidden() == 0 {
        ui.weak(tr!("timeline-bar-none"));
    }
    for (code, event_type) in EventType::ALL.into_iter().enumerate() {
        let (certain, possible) = (bar.certain()[code], bar.possible()[code]);
        if certain + possible > 0 {
            ui.horizontal(|ui| {
                symbol::show(ui, event_type, if certain > 0 { 1.0 } else { 0.5 });
                let count = match (certain, possible) {
                    (certain, 0) => certain.to_string(),
                    (0, possible) => tr!("timeline-bar-possible", n = possible),
                    (n, possible) => tr!("timeline-bar-both", n = n, possible = possible),
                };
                ui.label(format!("{} · {count}", words::event_type(event_type)));
            });
        }
    }
    if bar.hidden() > 0 {
        ui.weak(tr!("timeline-bar-hidden", n = bar.hidden()));
    }
}

/// An event of the strip: what, where, when.
pub fn event_ui(ui: &mut Ui, session: &Session, id: EventId) {
    let Some(event) = session.event(id) else { return };
    ui.horizontal(|ui| {
        symbol::show(ui, event.event_type, 1.0);
        ui.label(RichText::new(words::event_type(event.event_type)).font(theme::strong(13.5)));
    });
    ui.label(words::place_and_date(event));
}
