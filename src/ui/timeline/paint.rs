//! The bars, the window over them, and what lies beyond the axis.

use eframe::egui::{Align2, Color32, FontId, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use egui_plot::{Bar, BarChart, PlotPoint, PlotTransform};

use crate::{
    model::EventType,
    session::{self, Session, Window},
    tr,
    ui::theme::Theme,
};

/// A chart for each type, stacked; bars outside the window are pale. Bars are at least
/// `narrowest` days wide, or those of a day among years could not be seen.
pub fn charts(session: &Session, theme: &Theme, narrowest: f64) -> Vec<BarChart> {
    let histogram = session.histogram();
    let width = f64::from(histogram.bar_days);
    let window = session.clock().window();
    let mut heights = vec![0.0; histogram.bars.len()];
    let mut charts = Vec::new();
    for event_type in EventType::ALL {
        let code = usize::from(event_type.code());
        let mut bars = Vec::new();
        for (bar, base) in histogram.bars.iter().zip(&mut heights) {
            let count = f64::from(bar.counts[code]);
            if count == 0.0 {
                continue;
            }
            let start = f64::from(bar.day);
            let inside = start < window.to() && window.from() < start + width;
            let colour = theme.event(event_type);
            let fill = if inside { colour } else { colour.gamma_multiply(0.3) };
            bars.push(
                Bar::new(start + width / 2.0, count)
                    .width((width * 0.86).max(narrowest))
                    .base_offset(*base)
                    .fill(fill)
                    .stroke(Stroke::new(1.0, fill)),
            );
            *base += count;
        }
        if !bars.is_empty() {
            charts.push(BarChart::new(event_type.key(), bars).allow_hover(false));
        }
    }
    charts
}

/// The days of the selected event, on the foot of the bars.
pub fn selected(ui: &Ui, transform: &PlotTransform, frame: Rect, session: &Session, theme: &Theme) {
    let Some(days) = session.selected().and_then(|(_, event)| event.date) else { return };
    let days = window_rect(transform, frame, Window::of_days(days));
    let width = days.width().max(5.0);
    let size = vec2(width, 5.0);
    let foot = Rect::from_center_size(pos2(days.center().x, frame.bottom() - 2.5), size);
    let accent = theme.accent.fill.0;
    ui.painter().rect_filled(foot, 2.0, accent);
    ui.painter().vline(days.left() + 0.5, frame.y_range(), Stroke::new(1.0, accent));
}

/// How many events of the filter lie before and after the days on the axis.
pub fn beyond(ui: &Ui, frame: Rect, session: &Session, axis: Window, theme: &Theme) {
    let bars = &session.histogram().bars;
    let width = session.histogram().bar_days;
    let count = |is_beyond: &dyn Fn(&session::Bar) -> bool| -> u32 {
        bars.iter().filter(|bar| is_beyond(bar)).map(session::Bar::total).sum()
    };
    let before = count(&|bar| f64::from(bar.day + width) <= axis.from());
    let after = count(&|bar| f64::from(bar.day) >= axis.to());
    let ends = [
        (
            before,
            tr!("timeline-earlier", n = before),
            frame.left_top() + vec2(6.0, 3.0),
            Align2::LEFT_TOP,
        ),
        (
            after,
            tr!("timeline-later", n = after),
            frame.right_top() + vec2(-6.0, 3.0),
            Align2::RIGHT_TOP,
        ),
    ];
    for (_, words, at, align) in ends.into_iter().filter(|end| end.0 > 0) {
        ui.painter().text(at, align, words, FontId::proportional(11.5), theme.text.weak.0);
    }
}

/// The part of the frame that a window takes.
pub fn window_rect(transform: &PlotTransform, frame: Rect, window: Window) -> Rect {
    let x = |day: f64| {
        let at = transform.position_from_point(&PlotPoint::new(day, 0.0));
        at.x.clamp(frame.left(), frame.right())
    };
    Rect::from_min_max(pos2(x(window.from()), frame.top()), pos2(x(window.to()), frame.bottom()))
}

/// Shades what is outside the window and draws its two handles.
pub fn window(ui: &Ui, frame: Rect, span: Rect, theme: &Theme, all: bool) {
    let painter = ui.painter().with_clip_rect(frame.expand(6.0));
    let shade = Color32::from_black_alpha(if ui.visuals().dark_mode { 70 } else { 16 });
    painter.rect_filled(frame.with_max_x(span.left()), 0.0, shade);
    painter.rect_filled(frame.with_min_x(span.right()), 0.0, shade);
    let accent = theme.accent.fill.0;
    let ink = if all { accent.gamma_multiply(0.5) } else { accent };
    painter.rect_filled(span, 0.0, accent.gamma_multiply(if all { 0.0 } else { 0.10 }));
    for x in [span.left(), span.right()] {
        painter.vline(x, frame.y_range(), Stroke::new(1.5, ink));
        let grip = Rect::from_center_size(pos2(x, frame.center().y), vec2(8.0, 26.0));
        painter.rect(grip, 4.0, theme.surface.raised.0, Stroke::new(1.5, ink), StrokeKind::Inside);
    }
}
