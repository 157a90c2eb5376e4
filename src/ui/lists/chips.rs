//! Rounded switches: types, states of review, classes of precision.

use eframe::egui::{
    FontId, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    model::EventType,
    ui::{
        icon::{self, Icon},
        symbol, theme,
    },
};

/// What stands before the words of a chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    None,
    /// The symbol of a type.
    Type(EventType),
    /// A drawn sign.
    Icon(Icon),
}

/// A rounded switch with a label; pale and struck out when it is off.
pub fn chip(ui: &mut Ui, label: &str, count: &str, on: bool, sign: Sign) -> Response {
    let theme = theme::current(ui);
    let ink = if on { theme.text.normal.0 } else { theme.text.weak.0 };
    let font = FontId::proportional(12.0);
    let name = ui.painter().layout_no_wrap(label.to_owned(), font.clone(), ink);
    let number = ui.painter().layout_no_wrap(count.to_owned(), font, theme.text.weak.0);
    let sign_width = if sign == Sign::None { 0.0 } else { 18.0 };
    let gap = if count.is_empty() { 0.0 } else { 5.0 };
    let width = 18.0 + sign_width + name.size().x + gap + number.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, label));

    let ground = match (on, response.hovered()) {
        (_, true) => theme.surface.hover.0,
        (true, false) => theme.surface.raised.0,
        (false, false) => theme.surface.panel.0,
    };
    let line = Stroke::new(1.0, theme.surface.line.0);
    ui.painter().rect(rect, 12.0, ground, line, StrokeKind::Inside);
    theme::focus_ring(ui, &response, 12);
    let x = rect.left() + 9.0 + sign_width;
    let y = rect.center().y;
    let sign_at = pos2(rect.left() + 15.0, y);
    let opacity = if on { 1.0 } else { 0.3 };
    match sign {
        Sign::None => {}
        Sign::Type(event_type) => {
            symbol::paint(ui.painter(), sign_at, 4.8, event_type, theme, opacity);
        }
        Sign::Icon(icon) => {
            let square = Rect::from_center_size(sign_at, vec2(9.0, 9.0));
            icon::paint(ui.painter(), square, icon, ink.gamma_multiply(opacity));
        }
    }
    let (name_width, top) = (name.size().x, y - name.size().y / 2.0);
    ui.painter().galley(pos2(x, top), name, ink);
    ui.painter().galley(pos2(x + name_width + gap, top), number, ink);
    if !on {
        let stroke = Stroke::new(1.0, theme.text.weak.0);
        ui.painter().line_segment([pos2(x, y), pos2(x + name_width, y)], stroke);
    }
    response
}
