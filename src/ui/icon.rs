//! Small drawn signs on buttons. Drawn, not letters: no font must carry them.

use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::theme;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Play,
    Pause,
    Next,
    Previous,
    ToStart,
    ToEnd,
    Close,
    Plus,
    Minus,
    Fit,
    Search,
    Up,
    Down,
    Layers,
    Pencil,
    Sliders,
    Rectangle,
    Polygon,
    Ruler,
    Bell,
    Right,
    Bookmark,
    Check,
    Alert,
    Question,
    Columns,
}

/// A button with a sign. `name` is what a screen reader says, `help` the tooltip.
pub fn button(ui: &mut Ui, icon: Icon, name: &str, help: &str) -> Response {
    let size = vec2(30.0, 28.0);
    sized_button(ui, icon, name, help, size, false)
}

/// As [`button`], filled with the accent: the one that matters most.
pub fn main_button(ui: &mut Ui, icon: Icon, name: &str, help: &str) -> Response {
    sized_button(ui, icon, name, help, vec2(44.0, 30.0), true)
}

/// As [`button`], for what is on or off: filled with the accent while it is on.
pub fn toggle(ui: &mut Ui, icon: Icon, name: &str, help: &str, on: bool) -> Response {
    sized_button(ui, icon, name, help, vec2(30.0, 28.0), on)
}

/// As [`button`], small and without a ground until the pointer is on it.
pub fn small_button(ui: &mut Ui, icon: Icon, name: &str, help: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let visuals = ui.style().interact(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 5.0, visuals.weak_bg_fill);
    }
    let quiet = theme::current(ui).text.weak.0;
    let ink = if response.hovered() { visuals.text_color() } else { quiet };
    paint(ui.painter(), rect.shrink(5.5), icon, ink);
    theme::focus_ring(ui, &response, 5);
    response.on_hover_text(help)
}

fn sized_button(
    ui: &mut Ui,
    icon: Icon,
    name: &str,
    help: &str,
    size: eframe::egui::Vec2,
    main: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let visuals = ui.style().interact(&response);
    let accent = &theme::current(ui).accent;
    let (ground, ink) = if main {
        let shade = if response.hovered() { 0.88 } else { 1.0 };
        (accent.fill.0.gamma_multiply(shade), accent.text.0)
    } else {
        (visuals.weak_bg_fill, visuals.text_color())
    };
    ui.painter().rect_filled(rect, 6.0, ground);
    theme::focus_ring(ui, &response, 6);
    let side = 12.0;
    paint(ui.painter(), Rect::from_center_size(rect.center(), vec2(side, side)), icon, ink);
    response.on_hover_text(help)
}

/// Paints a sign into a square.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, ink: Color32) {
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * rect.size();
    let line = Stroke::new(1.6, ink);
    let triangle = |a: Pos2, b: Pos2, c: Pos2| {
        painter.add(Shape::convex_polygon(vec![a, b, c], ink, Stroke::NONE));
    };
    let bar = |x: f32, width: f32| {
        painter.rect_filled(Rect::from_min_max(at(x, 0.05), at(x + width, 0.95)), 1.0, ink);
    };
    match icon {
        Icon::Play => triangle(at(0.12, 0.0), at(1.0, 0.5), at(0.12, 1.0)),
        Icon::Pause => {
            bar(0.12, 0.28);
            bar(0.6, 0.28);
        }
        Icon::Next => {
            triangle(at(0.1, 0.05), at(0.75, 0.5), at(0.1, 0.95));
            bar(0.75, 0.16);
        }
        Icon::Previous => {
            triangle(at(0.9, 0.05), at(0.25, 0.5), at(0.9, 0.95));
            bar(0.09, 0.16);
        }
        Icon::ToEnd => {
            triangle(at(0.0, 0.05), at(0.45, 0.5), at(0.0, 0.95));
            triangle(at(0.42, 0.05), at(0.87, 0.5), at(0.42, 0.95));
            bar(0.86, 0.14);
        }
        Icon::ToStart => {
            triangle(at(1.0, 0.05), at(0.55, 0.5), at(1.0, 0.95));
            triangle(at(0.58, 0.05), at(0.13, 0.5), at(0.58, 0.95));
            bar(0.0, 0.14);
        }
        Icon::Close => {
            painter.line_segment([at(0.1, 0.1), at(0.9, 0.9)], line);
            painter.line_segment([at(0.9, 0.1), at(0.1, 0.9)], line);
        }
        Icon::Plus => {
            painter.line_segment([at(0.5, 0.05), at(0.5, 0.95)], line);
            painter.line_segment([at(0.05, 0.5), at(0.95, 0.5)], line);
        }
        Icon::Minus => {
            painter.line_segment([at(0.05, 0.5), at(0.95, 0.5)], line);
        }
        Icon::Up => triangle(at(0.0, 0.85), at(0.5, 0.15), at(1.0, 0.85)),
        Icon::Down => triangle(at(0.0, 0.15), at(1.0, 0.15), at(0.5, 0.85)),
        Icon::Fit => corners(painter, rect, line),
        Icon::Layers => {
            for (y, width) in [(0.28, 1.6), (0.58, 1.2), (0.82, 1.2)] {
                let line = Stroke::new(width, ink);
                painter.line(vec![at(0.0, y), at(0.5, y + 0.22), at(1.0, y)], line);
            }
            painter.line_segment([at(0.0, 0.28), at(0.5, 0.05)], line);
            painter.line_segment([at(0.5, 0.05), at(1.0, 0.28)], line);
        }
        Icon::Pencil => {
            let shaft = [(0.0, 1.0), (0.06, 0.7), (0.72, 0.04), (0.96, 0.28), (0.3, 0.94)];
            let points = shaft.map(|(x, y)| at(x, y)).to_vec();
            painter.add(Shape::closed_line(points, Stroke::new(1.3, ink)));
        }
        Icon::Sliders => {
            for (y, knob) in [(0.15, 0.68), (0.5, 0.28), (0.85, 0.6)] {
                painter.line_segment([at(0.0, y), at(1.0, y)], Stroke::new(1.3, ink));
                painter.circle_filled(at(knob, y), rect.width() * 0.15, ink);
            }
        }
        Icon::Rectangle => {
            let (a, b, c, d) = (at(0.05, 0.15), at(0.95, 0.15), at(0.95, 0.85), at(0.05, 0.85));
            painter.extend(Shape::dashed_line(&[a, b, c, d, a], line, 2.6, 1.8));
        }
        Icon::Polygon => {
            let corners = [at(0.1, 0.35), at(0.6, 0.05), at(0.95, 0.6), at(0.35, 0.95)];
            painter.add(Shape::closed_line(corners.to_vec(), Stroke::new(1.3, ink)));
            for corner in corners {
                painter.circle_filled(corner, rect.width() * 0.13, ink);
            }
        }
        Icon::Ruler => {
            let (a, b, c, d) = (at(0.0, 0.7), at(0.7, 0.0), at(1.0, 0.3), at(0.3, 1.0));
            painter.add(Shape::closed_line(vec![a, b, c, d], Stroke::new(1.3, ink)));
            for share in [0.25, 0.5, 0.75] {
                let mark = a + (b - a) * share;
                painter.line_segment([mark, mark + (c - b) * 0.5], Stroke::new(1.2, ink));
            }
        }
        Icon::Bell => {
            let dome = [(0.1, 0.78), (0.22, 0.6), (0.22, 0.38), (0.34, 0.17), (0.5, 0.1)];
            let other = dome.iter().rev().skip(1).map(|(x, y)| (1.0 - x, *y));
            let points = dome.iter().copied().chain(other).map(|(x, y)| at(x, y)).collect();
            painter.add(Shape::closed_line(points, Stroke::new(1.4, ink)));
            painter.line_segment([at(0.4, 0.96), at(0.6, 0.96)], line);
        }
        Icon::Right => triangle(at(0.2, 0.0), at(0.9, 0.5), at(0.2, 1.0)),
        Icon::Bookmark => {
            let ribbon = [(0.2, 0.0), (0.8, 0.0), (0.8, 1.0), (0.5, 0.72), (0.2, 1.0), (0.2, 0.0)];
            painter.line(ribbon.map(|(x, y)| at(x, y)).to_vec(), line);
        }
        Icon::Check => {
            painter.line(vec![at(0.05, 0.55), at(0.38, 0.88), at(0.95, 0.15)], line);
        }
        Icon::Alert => {
            painter.line_segment([at(0.5, 0.05), at(0.5, 0.62)], Stroke::new(2.0, ink));
            painter.circle_filled(at(0.5, 0.9), 1.3, ink);
        }
        Icon::Question => {
            let hook =
                [(0.22, 0.26), (0.34, 0.08), (0.62, 0.06), (0.78, 0.24), (0.7, 0.42), (0.5, 0.62)];
            painter.line(hook.map(|(x, y)| at(x, y)).to_vec(), line);
            painter.circle_filled(at(0.5, 0.92), 1.2, ink);
        }
        Icon::Columns => {
            for x in [0.08, 0.5, 0.92] {
                painter.line_segment([at(x, 0.05), at(x, 0.95)], line);
            }
        }
        Icon::Search => {
            let radius = rect.width() * 0.36;
            painter.circle_stroke(at(0.4, 0.4), radius, line);
            painter.line_segment([at(0.68, 0.68), at(1.0, 1.0)], line);
        }
    }
}

/// The four corners of a frame: everything in view.
fn corners(painter: &Painter, rect: Rect, line: Stroke) {
    let arm = rect.width() * 0.32;
    for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        let corner = rect.center() + vec2(x, y) * rect.size() / 2.0;
        let points =
            vec![pos2(corner.x - x * arm, corner.y), corner, pos2(corner.x, corner.y - y * arm)];
        painter.add(Shape::line(points, line));
    }
}
