//! What the confidence in an event is made of.

use eframe::egui::{Label, RichText, Sense, Ui, vec2};

use super::rows::name_ui;
use crate::{
    model::{ConfidenceParts, Event},
    tr,
    ui::theme,
};

/// A part: its name, its share from 0 to 1, and what it means.
type Part = (String, f32, String);

fn parts(parts: &ConfidenceParts) -> [Part; 4] {
    [
        (tr!("confidence-detection"), parts.detection, tr!("confidence-detection-help")),
        (tr!("confidence-date"), parts.date, tr!("confidence-date-help")),
        (tr!("confidence-place"), parts.place, tr!("confidence-place-help")),
        (
            tr!("confidence-corroboration"),
            parts.corroboration,
            tr!("confidence-corroboration-help"),
        ),
    ]
}

/// Shows each part as a bar with what it means.
pub fn confidence_ui(ui: &mut Ui, event: &Event) {
    let weak = theme::current(ui).text.weak.0;
    ui.spacing_mut().item_spacing.y = 3.0;
    for (name, share, help) in parts(&event.parts) {
        ui.horizontal_top(|ui| {
            name_ui(ui, &name);
            ui.vertical(|ui| {
                ui.horizontal(|ui| {
                    bar_ui(ui, share);
                    let percent = format!("{:.0} %", share * 100.0);
                    ui.label(RichText::new(percent).size(12.5));
                });
                ui.add(Label::new(RichText::new(help).size(11.5).color(weak)).wrap());
            });
        });
    }
}

fn bar_ui(ui: &mut Ui, share: f32) {
    let theme = theme::current(ui);
    let width = (ui.available_width() - 56.0).clamp(40.0, 160.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 6.0), Sense::hover());
    ui.painter().rect_filled(rect, 3.0, theme.surface.pressed.0);
    let filled = rect.with_max_x(rect.left() + rect.width() * share.clamp(0.0, 1.0));
    ui.painter().rect_filled(filled, 3.0, theme.accent.fill.0);
}
