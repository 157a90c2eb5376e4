//! Movements: a curved arrow from where they began to where they ended, or a dotted line
//! where the words do not tell which is which.

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use super::points::{self, Camera};
use crate::{
    model::EventId,
    session::{Movement, Session},
};

/// Ends nearer to each other on the screen are not joined, in points.
const SHORTEST: f32 = 24.0;

/// Space left free around the ends for the symbols there, in points.
const FREE: f32 = 11.0;

/// Pieces that a curve is drawn in.
const PIECES: usize = 24;

/// Those of the movements that pass the filter, for one version of it.
#[derive(Default)]
pub struct Arrows {
    version: Option<(u64, u64)>,
    movements: Vec<Movement>,
}

impl Arrows {
    /// Draws the movements that the window shows.
    pub fn paint(
        &mut self,
        painter: &Painter,
        camera: Camera,
        session: &Session,
        look: &points::Look<'_>,
    ) {
        self.update(session);
        let reach = camera.rect.expand(60.0);
        for movement in &self.movements {
            let Some(event) = session.event(movement.event) else { continue };
            if !session.days_of(movement.event).is_some_and(|days| look.window.touches(days)) {
                continue;
            }
            let [from, to] = [movement.from, movement.to].map(|place| camera.project(place));
            if Pos2::distance(from, to) < SHORTEST || !reach.intersects(bounds(from, to)) {
                continue;
            }
            let marked = [look.selected, look.hovered].contains(&Some(movement.event));
            let ink = look.theme.event(event.event_type);
            let line = Line { from, to, ink, halo: look.theme.event_outline(), marked };
            if movement.directed { line.arrow(painter) } else { line.dots(painter) }
        }
    }

    /// The movements that the window shows.
    pub fn shown(&mut self, session: &Session) -> Vec<Movement> {
        self.update(session);
        let window = session.clock().window();
        let is_shown =
            |way: &&Movement| session.days_of(way.event).is_some_and(|days| window.touches(days));
        self.movements.iter().filter(is_shown).copied().collect()
    }

    fn update(&mut self, session: &Session) {
        let version = Some((session.data_version(), session.filter_version()));
        if self.version != version {
            self.version = version;
            let passes = |id: &EventId| session.position_of(*id).is_some();
            let all = session.movements().iter();
            self.movements = all.filter(|movement| passes(&movement.event)).copied().collect();
        }
    }
}

fn bounds(a: Pos2, b: Pos2) -> eframe::egui::Rect {
    eframe::egui::Rect::from_two_pos(a, b)
}

/// From one end to the other on the screen.
struct Line {
    from: Pos2,
    to: Pos2,
    ink: Color32,
    halo: Color32,
    marked: bool,
}

impl Line {
    fn arrow(&self, painter: &Painter) {
        let points = curve(self.from, self.to);
        let width = if self.marked { 3.5 } else { 2.25 };
        let Some(&[.., before, tip]) = points.get(points.len() - 2..) else { return };
        let ahead = (tip - before).normalized();
        let (long, wide) = (11.0, 5.5);
        let base = tip - ahead * long;
        let head = vec![tip, base + ahead.rot90() * wide, base - ahead.rot90() * wide];
        // The line ends inside the head, not at its tip.
        let mut line = points.clone();
        line.retain(|point| (*point - base).dot(ahead) <= 0.0);
        line.push(base + ahead);
        let halo = Stroke::new(width + 2.0, self.halo);
        painter.add(Shape::line(line.clone(), halo));
        painter.add(Shape::convex_polygon(head.clone(), self.halo, Stroke::new(2.0, self.halo)));
        painter.add(Shape::line(line, Stroke::new(width, self.ink)));
        painter.add(Shape::convex_polygon(head, self.ink, Stroke::NONE));
        // Where it began, there may be no symbol.
        painter.circle(self.from, 3.5, self.halo, Stroke::new(2.0, self.ink));
    }

    fn dots(&self, painter: &Painter) {
        let radius = if self.marked { 2.0 } else { 1.4 };
        let points = curve(self.from, self.to);
        painter.add(Shape::line(points.clone(), Stroke::new(radius * 2.0 + 2.0, self.halo)));
        let dots = Shape::dotted_line(&points, self.ink, radius * 4.0, radius);
        painter.extend(dots);
    }
}

/// A bow from one end to the other, to the right of the way, without what is left free.
fn curve(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let way = to - from;
    let bow = vec2(-way.y, way.x) * 0.16;
    let middle = from + way / 2.0 + bow;
    let at = |share: f32| -> Pos2 {
        let (a, b): (Vec2, Vec2) = (middle - from, to - middle);
        let (p, q) = (from + a * share, middle + b * share);
        p + (q - p) * share
    };
    let length = way.length();
    let free = (FREE / length).min(0.3);
    let share = |piece: usize| free + (1.0 - 2.0 * free) * piece as f32 / PIECES as f32;
    (0..=PIECES).map(|piece| at(share(piece))).collect()
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    #[test]
    fn a_bow_begins_and_ends_beside_the_symbols_and_bends_to_one_side() {
        let (from, to) = (pos2(0.0, 0.0), pos2(200.0, 0.0));
        let points = curve(from, to);
        let (first, last) = (points[0], points[PIECES]);
        assert!((first.distance(from) - FREE).abs() < 1.5, "{first:?}");
        assert!((last.distance(to) - FREE).abs() < 1.5, "{last:?}");
        let back = curve(to, from);
        assert!(points[PIECES / 2].y * back[PIECES / 2].y < 0.0, "there and back lie apart");
    }
}
