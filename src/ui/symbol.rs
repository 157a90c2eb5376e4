//! The symbols of events: a shape for each type, from `assets/theme/symbols.toml`,
//! painted here for lists, legend and selection. The map's shader gets the same corners.

use std::{collections::BTreeMap, f32::consts::TAU, sync::LazyLock};

use eframe::egui::{
    Color32, Painter, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2,
    epaint::{Mesh, PathShape, PathStroke},
    vec2,
};
use serde::Deserialize;

use super::theme::{self, Theme};
use crate::model::{EventType, Precision};

/// A shape with so many points is a circle.
const CIRCLE: u8 = 16;

/// How a type is drawn.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    points: u8,
    turn: f32,
    inner: f32,
    /// Relative to other symbols.
    pub size: f32,
}

static FORMS: LazyLock<BTreeMap<String, Form>> =
    LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

const SOURCE: &str = include_str!("../../assets/theme/symbols.toml");

impl Form {
    /// The form of a type; a test sees to it that each has one.
    pub fn of(event_type: EventType) -> Self {
        let circle = Form { points: CIRCLE, turn: 0.0, inner: 1.0, size: 1.0 };
        FORMS.get(event_type.key()).copied().unwrap_or(circle)
    }

    /// Corners in the unit circle, x right, y down; none for a circle. At most 16.
    pub fn corners(&self) -> Vec<Vec2> {
        if self.points >= CIRCLE {
            return Vec::new();
        }
        let is_star = self.inner < 1.0;
        let count = if is_star { self.points * 2 } else { self.points };
        (0..count.min(CIRCLE))
            .map(|i| {
                let angle = self.turn.to_radians() + TAU * f32::from(i) / f32::from(count);
                let inward = is_star && i % 2 == 1;
                Vec2::angled(angle) * if inward { self.inner } else { 1.0 }
            })
            .collect()
    }
}

/// Paints the symbol of a type, `radius` points for size 1.
pub fn paint(
    painter: &Painter,
    center: Pos2,
    radius: f32,
    event_type: EventType,
    theme: &Theme,
    opacity: f32,
) {
    paint_in(painter, center, radius, event_type, (theme.event(event_type), theme), opacity);
}

/// As [`paint`], in another colour than that of the type.
pub fn paint_in(
    painter: &Painter,
    center: Pos2,
    radius: f32,
    event_type: EventType,
    (ink, theme): (Color32, &Theme),
    opacity: f32,
) {
    let form = Form::of(event_type);
    let radius = radius * form.size;
    let fill = ink.gamma_multiply(opacity);
    let line = Stroke::new(1.25, theme.event_outline().gamma_multiply(opacity));
    let corners = form.corners();
    if corners.is_empty() {
        painter.circle(center, radius, fill, line);
        return;
    }
    let points: Vec<Pos2> = corners.iter().map(|c| center + *c * radius).collect();
    painter.add(fan(center, &points, fill));
    // A line in the fill's colour smooths the edges of the mesh.
    let edge = |stroke: Stroke, points: Vec<Pos2>| {
        Shape::Path(PathShape {
            points,
            closed: true,
            fill: Color32::TRANSPARENT,
            stroke: PathStroke::new(stroke.width, stroke.color).outside(),
        })
    };
    painter.add(edge(Stroke::new(0.75, fill), points.clone()));
    painter.add(edge(line, points));
}

/// Triangles from the middle to each edge: right for stars as well.
fn fan(center: Pos2, points: &[Pos2], fill: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(center, fill);
    for point in points {
        mesh.colored_vertex(*point, fill);
    }
    let count = points.len() as u32;
    for i in 0..count {
        mesh.add_triangle(0, 1 + i, 1 + (i + 1) % count);
    }
    mesh
}

/// Paints the ring that tells how well a place is known; nothing for an exact one.
pub fn paint_ring(
    painter: &Painter,
    center: Pos2,
    radius: f32,
    precision: Precision,
    colour: Color32,
) {
    let stroke = Stroke::new(1.5, colour);
    let arcs = |pieces: usize, share: f32| {
        for piece in 0..pieces {
            let from = TAU * piece as f32 / pieces as f32;
            let sweep = TAU / pieces as f32 * share;
            let points: Vec<Pos2> = (0..=6)
                .map(|i| center + Vec2::angled(from + sweep * i as f32 / 6.0) * radius * 1.62)
                .collect();
            painter.add(Shape::line(points, stroke));
        }
    };
    match precision {
        Precision::Exact => {}
        Precision::Near => {
            painter.circle_stroke(center, radius * 1.62, stroke);
        }
        Precision::Admin2 => arcs(6, 0.62),
        Precision::Admin1 => arcs(12, 0.5),
        Precision::Country => {
            painter.circle_stroke(center, radius * 1.62, stroke);
            painter.circle_stroke(center, radius * 1.95, stroke);
        }
    }
}

/// A symbol that takes its place in a row.
pub fn show(ui: &mut Ui, event_type: EventType, opacity: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    paint(ui.painter(), rect.center(), 5.5, event_type, theme::current(ui), opacity);
    response
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_type_has_a_form_of_its_own() {
        let forms: BTreeMap<String, Form> = toml::from_str(SOURCE).unwrap();
        let mut seen = Vec::new();
        for event_type in EventType::ALL {
            let form = forms[event_type.key()];
            let shape = (form.points, form.turn as i32, (form.inner * 100.0) as i32);
            let is_new = !seen.contains(&(shape, form.size > 0.9));
            assert!(is_new, "{event_type:?} looks like another");
            seen.push((shape, form.size > 0.9));
        }
    }

    #[test]
    fn corners_lie_in_the_unit_circle_and_fit_the_shader() {
        for event_type in EventType::ALL {
            let corners = Form::of(event_type).corners();
            assert!(corners.len() <= 16);
            assert!(corners.iter().all(|corner| corner.length() < 1.001));
        }
    }
}
