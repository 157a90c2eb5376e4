//! Single events under the bars, where there are few: instants as ticks, stretches of days
//! as lines with soft ends.

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, pos2, vec2};

use super::scale::Scale;
use crate::{
    model::{EventId, EventType},
    session::{Session, Window},
    ui::theme::Theme,
};

/// So many events are drawn one by one; of more, only the bars.
pub const MOST: usize = 200;

/// Lines above each other, where events share days.
pub const LANES: usize = 4;

/// From one line to the next, in points.
pub const LANE: f32 = 5.5;

/// How far from a mark a click still means it, in points.
const REACH: f32 = 6.0;

/// An event on the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    event: EventId,
    event_type: EventType,
    /// The numbers of the first and last possible day.
    days: [i32; 2],
}

/// The events on some days, and what they were gathered for.
#[derive(Default)]
pub struct Strip {
    marks: Vec<Mark>,
    made_for: Option<(u64, Window)>,
}

impl Strip {
    /// The events of the filter on the days of the axis, if there are few.
    pub fn update(&mut self, session: &Session, axis: Window, count: u32) -> bool {
        if count as usize > MOST {
            self.made_for = None;
            return false;
        }
        let wanted = Some((session.filter_version(), axis));
        if self.made_for != wanted {
            self.made_for = wanted;
            let mark = |id: EventId| {
                let (days, event) = (session.day_numbers(id)?, session.event(id)?);
                Some(Mark { event: id, event_type: event.event_type, days })
            };
            self.marks = session.touched(axis).into_iter().filter_map(mark).take(MOST).collect();
            self.marks.sort_by_key(|mark| (mark.days, mark.event));
        }
        !self.marks.is_empty()
    }

    /// Where the marks are, in lines one under the other: each in the first line that has
    /// room, and in the last where none has.
    fn places(&self, scale: &Scale, frame: Rect) -> impl Iterator<Item = (Mark, Rect)> {
        let mut ends = [f32::MIN; LANES];
        self.marks.iter().map(move |mark| {
            let [first, last] = mark.days.map(f64::from);
            let left = scale.x_inside(first).max(frame.left());
            let right = scale.x_inside(last + 1.0).min(frame.right()).max(left + 3.0);
            let lane = ends.iter().position(|end| *end <= left).unwrap_or(LANES - 1);
            ends[lane] = right + 1.0;
            let top = frame.top() + lane as f32 * LANE;
            (*mark, Rect::from_min_max(pos2(left, top), pos2(right, top + LANE - 1.5)))
        })
    }

    /// Draws the marks; of the selected one its days reach up through the bars.
    pub fn paint(
        &self,
        painter: &Painter,
        scale: &Scale,
        frame: Rect,
        selected: Option<EventId>,
        theme: &Theme,
    ) {
        let mut mesh = Mesh::default();
        let mut chosen = None;
        for (mark, place) in self.places(scale, frame) {
            let colour = theme.event(mark.event_type);
            if Some(mark.event) == selected {
                chosen = Some((mark, place));
            }
            paint_mark(&mut mesh, mark, place, colour);
        }
        painter.add(Shape::mesh(mesh));
        if let Some((mark, place)) = chosen {
            let (ring, grown) = (place.expand(2.5), place.expand(1.0));
            painter.rect_filled(ring, 3.0, theme.text.strong.0);
            painter.rect_filled(grown, 2.0, theme.surface.bar.0);
            let mut mesh = Mesh::default();
            paint_mark(&mut mesh, mark, place, theme.event(mark.event_type));
            painter.add(Shape::mesh(mesh));
        }
    }

    /// The event at a point.
    pub fn at(&self, scale: &Scale, frame: Rect, at: Pos2) -> Option<EventId> {
        let distance = |rect: Rect| rect.distance_to_pos(at);
        let near = self.places(scale, frame).filter(|(_, rect)| distance(*rect) <= REACH);
        let nearest = near.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
        nearest.map(|(mark, _)| mark.event)
    }
}

/// An instant is a block; of several days the ends are soft, for they are only possible.
fn paint_mark(mesh: &mut Mesh, mark: Mark, place: Rect, colour: Color32) {
    if mark.days[0] == mark.days[1] {
        // However wide a day is, it is a mark and not a bar.
        let width = place.width().min(12.0);
        let left = place.center().x - width / 2.0;
        mesh.add_colored_rect(
            Rect::from_min_size(pos2(left, place.top()), vec2(width, place.height())),
            colour,
        );
        return;
    }
    let soft = (place.width() * 0.4).min(24.0);
    let faint = colour.gamma_multiply(0.12);
    let stops = [
        (place.left(), faint),
        (place.left() + soft, colour),
        (place.right() - soft, colour),
        (place.right(), faint),
    ];
    gradient(mesh, place, &stops);
}

/// A rectangle whose colour changes from left to right.
pub fn gradient(mesh: &mut Mesh, rect: Rect, stops: &[(f32, Color32)]) {
    for pair in stops.windows(2) {
        let first = mesh.vertices.len() as u32;
        for (x, colour) in pair {
            mesh.colored_vertex(pos2(*x, rect.top()), *colour);
            mesh.colored_vertex(pos2(*x, rect.bottom()), *colour);
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first + 1, first + 2, first + 3);
    }
}
