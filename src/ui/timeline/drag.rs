//! Dragging on the time slider: a handle, the whole window, or a new one.

use eframe::egui::CursorIcon;

use crate::session::Window;

/// What is under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The handle on the left.
    From,
    /// The handle on the right.
    To,
    /// Between the handles.
    Middle,
    /// Outside the window: a new one begins here.
    Outside,
}

impl Part {
    /// The pointer that tells what a drag would do.
    pub fn cursor(self) -> CursorIcon {
        match self {
            Part::From | Part::To => CursorIcon::ResizeHorizontal,
            Part::Middle => CursorIcon::Grab,
            Part::Outside => CursorIcon::Crosshair,
        }
    }
}

/// What is at a moment; `reach` is how near a handle must be, in days.
pub fn part_at(window: Window, day: f64, reach: f64) -> Part {
    let (left, right) = ((day - window.from()).abs(), (day - window.to()).abs());
    if left.min(right) <= reach {
        // On a short window, which handle is meant depends on the side.
        return if left < right || (left == right && day < window.from()) {
            Part::From
        } else {
            Part::To
        };
    }
    if window.from() < day && day < window.to() { Part::Middle } else { Part::Outside }
}

/// A drag that is going on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    part: Part,
    /// The window when it began.
    start: Window,
    /// Where it began, in days.
    origin: f64,
}

impl Drag {
    /// Begins to drag a part at a moment.
    pub fn new(part: Part, start: Window, origin: f64) -> Self {
        Self { part, start, origin }
    }

    /// What is dragged.
    pub fn part(self) -> Part {
        self.part
    }

    /// The window with the pointer at a moment. Handles may pass each other. Whole
    /// days: half of one means nothing.
    pub fn window(self, day: f64) -> Window {
        match self.part {
            Part::From => Window::new(day.round(), self.start.to()),
            Part::To => Window::new(self.start.from(), day.round()),
            Part::Middle => self.start.moved((day - self.origin).round()),
            Part::Outside => Window::new(self.origin.min(day).floor(), self.origin.max(day).ceil()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: f64, to: f64, wanted: (f64, f64)) {
        let start = Window::new(10.0, 20.0);
        let drag = Drag::new(part_at(start, from, 0.5), start, from);
        let window = drag.window(to);
        assert_eq!((window.from(), window.to()), wanted);
    }

    #[test]
    fn handles_the_middle_and_the_outside_do_different_things() {
        check(10.2, 14.1, (14.0, 20.0));
        check(19.8, 30.0, (10.0, 30.0));
        check(15.0, 18.2, (13.0, 23.0));
        check(25.3, 31.6, (25.0, 32.0));
        check(31.6, 25.3, (25.0, 32.0));
    }

    #[test]
    fn a_handle_can_be_dragged_past_the_other() {
        check(10.0, 26.0, (20.0, 26.0));
    }
}
