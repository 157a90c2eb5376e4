//! Which colours mean what in the article, each of which can be taken off.

use eframe::egui::{FontId, Role, Sense, Ui, WidgetInfo, vec2};

use super::marks::{Kind, Shown};
use crate::{tr, ui::theme};

/// Shows a button for each kind of mention.
pub fn legend_ui(ui: &mut Ui, shown: &mut Shown) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for kind in Kind::ALL {
            if kind_ui(ui, kind, shown.has(kind)) {
                shown.toggle(kind);
            }
        }
    });
}

/// A swatch with the name of a kind; whether it was clicked.
fn kind_ui(ui: &mut Ui, kind: Kind, is_shown: bool) -> bool {
    let theme = theme::current(ui);
    let label = kind.label();
    let ink = if is_shown { theme.text.normal.0 } else { theme.text.weak.0 };
    let galley = ui.painter().layout_no_wrap(label.clone(), FontId::proportional(11.5), ink);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 12.0, 19.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_shown, &label));
    let line = if response.hovered() || response.has_focus() {
        theme.accent.fill.0
    } else {
        theme.surface.line.0
    };
    if is_shown {
        ui.painter().rect_filled(rect, 4.0, theme.field(kind.field()));
    }
    let stroke = eframe::egui::Stroke::new(1.0, line);
    ui.painter().rect_stroke(rect, 4.0, stroke, eframe::egui::StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    response.on_hover_text(tr!("reader-mark-help")).clicked()
}
