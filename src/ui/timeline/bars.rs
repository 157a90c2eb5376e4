//! The bars: one mesh, since there may be thousands of pieces.

use eframe::egui::{Color32, Mesh, Rect, Shape, pos2};

use super::scale::Scale;
use crate::{
    model::EventType,
    session::{Bar, Histogram},
    ui::theme::Theme,
};

/// How strong events are drawn that may have been in a bar.
const POSSIBLE: f32 = 0.42;

/// How strong what the filter hides is drawn.
const HIDDEN: f32 = 0.26;

/// Bars that hidden events make higher than so many times those shown are cut off, or what
/// is shown could not be seen.
const MOST_HIDDEN: u32 = 4;

/// How many events the full height stands for.
pub fn highest(histogram: &Histogram, scale: &Scale) -> u32 {
    let (mut shown, mut all) = (0, 0);
    for (_, bar) in histogram.bars_in(scale.days()) {
        shown = shown.max(bar.total());
        all = all.max(bar.total() + bar.hidden());
    }
    let most = if shown == 0 { all } else { all.min(shown * MOST_HIDDEN) };
    most.max(1)
}

/// The bars in a frame: certain events at the foot, by type; on them, paler, those that are
/// possible; grey on top, what the filter hides. `round` puts a point on a pixel.
pub fn paint(
    histogram: &Histogram,
    scale: &Scale,
    frame: Rect,
    theme: &Theme,
    round: impl Fn(f32) -> f32,
) -> Shape {
    let per_event = frame.height() / highest(histogram, scale) as f32;
    let grey = theme.text.weak.0.gamma_multiply(HIDDEN);
    let mut mesh = Mesh::default();
    let mut before = None;
    let mut bars = histogram.bars_in(scale.days()).peekable();
    while let Some((days, bar)) = bars.next() {
        let after = bars.peek().map(|(_, bar)| *bar);
        let [left, right] = days.map(|day| round(scale.x(f64::from(day))));
        let (left, right) = (left.max(frame.left()), right.min(frame.right()));
        // A point of air between bars that are wide enough.
        let right = if right - left >= 3.0 { right - 1.0 } else { right.max(left + 1.0) };
        let mut stack = Stack { mesh: &mut mesh, frame, left, right, per_event, count: 0 };
        for (event_type, count) in EventType::ALL.into_iter().zip(bar.certain()) {
            let colour = theme.event(event_type);
            stack.add(*count, [colour; 2]);
        }
        let has = |bar: Option<&Bar>, code: usize| bar.is_none_or(|bar| bar.possible()[code] > 0);
        for (code, event_type) in EventType::ALL.into_iter().enumerate() {
            // Soft where it begins and ends.
            let pale = theme.event(event_type).gamma_multiply(POSSIBLE);
            let soft = pale.gamma_multiply(0.15);
            let ends = [before, after].map(|bar| if has(bar, code) { pale } else { soft });
            stack.add(bar.possible()[code], ends);
        }
        stack.add(bar.hidden(), [grey; 2]);
        before = Some(bar);
    }
    Shape::mesh(mesh)
}

/// The pieces of a bar, from the foot up.
struct Stack<'m> {
    mesh: &'m mut Mesh,
    frame: Rect,
    left: f32,
    right: f32,
    per_event: f32,
    /// The events below.
    count: u32,
}

impl Stack<'_> {
    /// Adds a piece, with the colours of its left and right end.
    fn add(&mut self, count: u32, [left, right]: [Color32; 2]) {
        if count == 0 {
            return;
        }
        let y = |count: u32| {
            (self.frame.bottom() - count as f32 * self.per_event).max(self.frame.top())
        };
        let (bottom, top) = (y(self.count), y(self.count + count));
        self.count += count;
        let first = self.mesh.vertices.len() as u32;
        self.mesh.colored_vertex(pos2(self.left, bottom), left);
        self.mesh.colored_vertex(pos2(self.left, top), left);
        self.mesh.colored_vertex(pos2(self.right, top), right);
        self.mesh.colored_vertex(pos2(self.right, bottom), right);
        self.mesh.add_triangle(first, first + 1, first + 2);
        self.mesh.add_triangle(first, first + 2, first + 3);
    }
}
