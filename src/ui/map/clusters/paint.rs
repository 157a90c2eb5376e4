//! How a cluster looks.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Painter, Pos2, RichText, Shape, Stroke, Ui, Vec2, pos2};

use super::Cluster;
use crate::ui::{
    symbol,
    theme::{self, Theme},
    words,
};

/// The width of the ring of types, in points.
const RING: f32 = 4.0;

/// A disc with the number and a ring of the types, from the top clockwise; a single event is
/// its symbol.
pub fn cluster(painter: &Painter, at: Pos2, cluster: &Cluster, theme: &Theme, marked: bool) {
    let radius = cluster.radius();
    if marked {
        painter.circle_filled(at, radius + 3.0, theme.accent.fill.0.gamma_multiply(0.45));
    }
    let types = cluster.types();
    if let ([(event_type, _)], 1) = (&types[..], cluster.total) {
        symbol::paint(painter, at, super::super::points::RADIUS, *event_type, theme, 1.0);
        return;
    }
    let edge = Stroke::new(1.0, theme.event_outline());
    painter.circle(at, radius, theme.surface.raised.0, edge);
    let mut from = -TAU / 4.0;
    for (event_type, count) in types {
        let sweep = TAU * count as f32 / cluster.total as f32;
        let stroke = Stroke::new(RING, theme.event(event_type));
        arc(painter, at, radius - RING / 2.0 - 0.5, from, sweep, stroke);
        from += sweep;
    }
    let words = short(cluster.total);
    let size = if words.len() > 3 { 10.0 } else { 11.5 };
    let ink: Color32 = theme.text.strong.0;
    let galley = painter.layout_no_wrap(words, theme::strong(size), ink);
    painter.galley(at - galley.size() / 2.0, galley, ink);
}

/// A part of a ring.
fn arc(painter: &Painter, at: Pos2, radius: f32, from: f32, sweep: f32, stroke: Stroke) {
    let steps = (sweep / 0.22).ceil().max(1.0) as usize;
    let point = |step: usize| {
        let angle = from + sweep * step as f32 / steps as f32;
        at + Vec2::angled(angle) * radius
    };
    let points: Vec<Pos2> = (0..=steps).map(point).map(|p| pos2(p.x, p.y)).collect();
    painter.add(Shape::line(points, stroke));
}

/// "999", "1.2k", "34k", "1.2M".
fn short(number: u32) -> String {
    let tenths = |unit: u32, sign: char| {
        let whole = number / unit;
        let tenth = number % unit / (unit / 10);
        if whole < 10 && tenth > 0 {
            format!("{whole}.{tenth}{sign}")
        } else {
            format!("{whole}{sign}")
        }
    };
    match number {
        0..1_000 => number.to_string(),
        1_000..1_000_000 => tenths(1_000, 'k'),
        _ => tenths(1_000_000, 'M'),
    }
}

/// How many of each type.
pub fn tooltip(ui: &mut Ui, cluster: &Cluster) {
    ui.spacing_mut().item_spacing.y = 3.0;
    for (event_type, count) in cluster.types() {
        ui.horizontal(|ui| {
            symbol::show(ui, event_type, 1.0);
            ui.label(words::event_type(event_type));
            ui.label(RichText::new(count.to_string()).font(theme::strong(13.0)));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_written_short() {
        let written = [7, 999, 1000, 1234, 34_567, 999_999, 1_250_000].map(short);
        assert_eq!(written, ["7", "999", "1k", "1.2k", "34k", "999k", "1.2M"]);
    }
}
