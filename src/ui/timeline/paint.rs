//! What lies over and under the bars: marks of the axis, the window with its handles, and
//! the days of the selected event.

use eframe::egui::{FontId, Mesh, Painter, Rangef, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::{axis::Mark, scale::Scale, strip::gradient};
use crate::{
    session::{Clock, Window},
    ui::theme::Theme,
};

/// The letters of the axis.
pub const LETTERS: FontId = FontId::proportional(11.5);

/// How much of what is outside the window is covered.
const SHADE: f32 = 0.66;

/// Lines of the axis through the bars.
pub fn grid(painter: &Painter, frame: Rect, marks: &[Mark], theme: &Theme) {
    for mark in marks {
        painter.vline(mark.x, frame.y_range(), Stroke::new(1.0, theme.surface.grid.0));
    }
    painter.hline(frame.x_range(), frame.bottom(), Stroke::new(1.0, theme.surface.line.0));
}

/// Ticks and words below the bars.
pub fn labels(painter: &Painter, frame: Rect, marks: &[Mark], theme: &Theme) {
    let ink = theme.text.weak.0;
    for mark in marks {
        let length = if mark.label.is_empty() { 3.0 } else { 4.0 };
        let tick = Rangef::new(frame.top(), frame.top() + length);
        painter.vline(mark.x, tick, Stroke::new(1.0, theme.surface.line.0));
        let galley = painter.layout_no_wrap(mark.label.clone(), LETTERS, ink);
        painter.galley(pos2(mark.left, frame.top() + 3.0), galley, ink);
    }
}

/// Covers what is outside the window, less so where events still fade behind it.
pub fn shade(painter: &Painter, frame: Rect, scale: &Scale, clock: &Clock, theme: &Theme) {
    let span = scale.span(clock.window());
    let cover = theme.surface.bar.0.gamma_multiply(SHADE);
    let mut mesh = Mesh::default();
    let trail = clock.trail_days().map(|days| scale.x_inside(clock.window().from() - days));
    if let Some(start) = trail.filter(|start| *start < span.min) {
        let stops = [(start, cover), (span.min, cover.gamma_multiply(0.35))];
        gradient(&mut mesh, frame, &stops);
    }
    mesh.add_colored_rect(frame.with_max_x(trail.unwrap_or(span.min).min(span.min)), cover);
    mesh.add_colored_rect(frame.with_min_x(span.max), cover);
    painter.add(Shape::mesh(mesh));
}

/// The window's ground, below the bars.
pub fn ground(painter: &Painter, frame: Rect, scale: &Scale, window: Window, theme: &Theme) {
    let ground = Rect::from_x_y_ranges(scale.span(window), frame.y_range());
    painter.rect_filled(ground, 0.0, theme.accent.fill.0.gamma_multiply(0.10));
}

/// The window's two ends, as far as they are on the axis. `all` is whether it shows all days.
pub fn handles(
    painter: &Painter,
    frame: Rect,
    scale: &Scale,
    window: Window,
    theme: &Theme,
    all: bool,
) {
    let accent = theme.accent.fill.0;
    let ink = if all { accent.gamma_multiply(0.5) } else { accent };
    let span = scale.span(window);
    if !all {
        painter.hline(span, frame.top(), Stroke::new(2.0, ink));
    }
    for day in [window.from(), window.to()] {
        let x = scale.x(day);
        if !frame.x_range().expand(1.0).contains(x) {
            continue;
        }
        painter.vline(x, frame.y_range(), Stroke::new(1.5, ink));
        let grip = Rect::from_center_size(pos2(x, frame.center().y), vec2(9.0, 26.0));
        painter.rect(grip, 4.0, theme.surface.raised.0, Stroke::new(1.5, ink), StrokeKind::Inside);
        for dx in [-1.5, 1.5] {
            let notch = Rangef::point(frame.center().y).expand(4.0);
            painter.vline(x + dx, notch, Stroke::new(1.0, ink));
        }
    }
}

/// The days of the selected event, on the foot of the bars.
pub fn selected(painter: &Painter, frame: Rect, scale: &Scale, days: Window, theme: &Theme) {
    if days.to() < scale.days().from() || days.from() > scale.days().to() {
        return;
    }
    let span = scale.span(days);
    let width = span.span().max(5.0);
    let foot = Rect::from_center_size(pos2(span.center(), frame.bottom() - 2.5), vec2(width, 5.0));
    let accent = theme.accent.fill.0;
    painter.rect_filled(foot, 2.0, accent);
    painter.vline(span.center(), frame.y_range(), Stroke::new(1.0, accent));
}

/// A ring around what has the keyboard.
pub fn focus(painter: &Painter, frame: Rect, theme: &Theme) {
    let ring = Stroke::new(2.0, theme.accent.fill.0);
    painter.rect_stroke(frame.expand(3.0), 5.0, ring, StrokeKind::Inside);
}
