//! Which days the axis shows: what was zoomed and panned to, and what follows the window.

use crate::session::{Clock, Mode, Window};

/// The axis shows at least so many days.
const FEWEST: f64 = 5.0;

/// The room beside the first and the last day, as a share of the days.
const MARGIN: f64 = 0.012;

/// What a person chose to see of the axis, and the window when it was last seen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    chosen: Option<Window>,
    window: Option<Window>,
}

impl View {
    /// The days on the axis. Where none were chosen, those of most events and of the window;
    /// where some were, they follow a window that moves, unless a person `holds` it.
    pub fn axis(&mut self, clock: &Clock, extent: Window, holds: bool) -> Window {
        let room = room(extent);
        let window = clock.window();
        let moved = self.window.replace(window).is_some_and(|before| before != window);
        let Some(chosen) = self.chosen else {
            return default(clock, extent).kept_in(room);
        };
        let axis = chosen.kept_in(room);
        let axis =
            if moved && !holds && !clock.shows_all() { following(axis, clock) } else { axis };
        self.chosen = Some(axis.kept_in(room));
        axis.kept_in(room)
    }

    /// Shows fewer days, or more if `factor` is above 1, with `day` where it is.
    pub fn zoom(&mut self, axis: Window, extent: Window, day: f64, factor: f64) {
        let room = room(extent);
        let length = (axis.length() * factor).clamp(FEWEST.min(room.length()), room.length());
        let share = ((day - axis.from()) / axis.length()).clamp(0.0, 1.0);
        let from = day - share * length;
        self.chosen = Some(Window::new(from, from + length).kept_in(room));
    }

    /// Shows other days, so many later.
    pub fn pan(&mut self, axis: Window, extent: Window, days: f64) {
        self.chosen = Some(axis.moved(days).kept_in(room(extent)));
    }

    /// Shows all days of the data.
    pub fn show_all(&mut self, extent: Window) {
        self.chosen = Some(room(extent));
    }

    /// Shows the days of most events again.
    pub fn forget(&mut self) {
        self.chosen = None;
    }
}

/// All days that the axis may show: a little more than those of the data.
fn room(extent: Window) -> Window {
    let missing = (FEWEST - extent.length()).max(0.0) / 2.0;
    let margin = extent.length() * MARGIN + missing + 0.2;
    Window::new(extent.from() - margin, extent.to() + margin)
}

fn default(clock: &Clock, extent: Window) -> Window {
    let (core, window) = (clock.core().kept_in(extent), clock.window());
    let days = if clock.shows_all() {
        core
    } else if clock.mode() == Mode::Cumulative {
        Window::new(core.from(), core.to().max(window.to()))
    } else {
        Window::new(core.from().min(window.from()), core.to().max(window.to()))
    };
    room(days)
}

/// The axis moved as little as needed to show the window, or its end where it is longer.
fn following(axis: Window, clock: &Clock) -> Window {
    let window = clock.window();
    let margin = axis.length() * 0.04;
    let fits = window.length() + 2.0 * margin <= axis.length();
    let from = if fits && clock.mode() == Mode::Window { window.from() } else { window.to() };
    let (left, right) = (from - margin, window.to() + margin);
    if left < axis.from() {
        axis.moved(left - axis.from())
    } else if right > axis.to() {
        axis.moved(right - axis.to())
    } else {
        axis
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Dataset, EventId},
        session::{Command, Session},
    };

    /// A session with events on days 0, 10, 20, … 1000.
    fn session() -> Session {
        let day = |n: i32| crate::session::date_of(n * 10);
        let days: Vec<_> = (0..=100).map(day).collect();
        let session = Session::of(Dataset {
            events: days.into_iter().map(crate::ui::timeline::tests::event).collect(),
            ..Dataset::default()
        });
        assert_eq!(session.filtered().last(), Some(&EventId(100)));
        session
    }

    fn extent(session: &Session) -> Window {
        session.clock().extent().unwrap_or(Window::new(0.0, 1.0))
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer_and_ends_at_a_few_days_and_at_all() {
        let session = session();
        let extent = extent(&session);
        let mut view = View::default();
        let axis = view.axis(session.clock(), extent, false);
        view.zoom(axis, extent, 500.0, 0.5);
        let near = view.axis(session.clock(), extent, false);
        let share = |axis: Window| (500.0 - axis.from()) / axis.length();
        assert!((near.length() * 2.0 - axis.length()).abs() < 1e-6);
        assert!((share(near) - share(axis)).abs() < 1e-9);
        view.zoom(near, extent, 500.0, 1e-9);
        assert_eq!(view.axis(session.clock(), extent, false).length(), FEWEST);
        view.zoom(near, extent, 500.0, 1e9);
        assert!(view.axis(session.clock(), extent, false).length() > extent.length());
        view.forget();
        assert_eq!(view.axis(session.clock(), extent, false), axis);
    }

    #[test]
    fn a_chosen_axis_follows_the_window_but_not_the_hand() {
        let mut session = session();
        let extent = extent(&session);
        session.apply(Command::SetWindow(Window::new(100.0, 110.0)));
        let mut view = View::default();
        let axis = view.axis(session.clock(), extent, false);
        view.zoom(axis, extent, 105.0, 0.05);
        let near = view.axis(session.clock(), extent, false);
        assert!(near.covers(session.clock().window()));
        session.apply(Command::SetWindow(Window::new(400.0, 410.0)));
        assert_eq!(view.axis(session.clock(), extent, true), near);
        session.apply(Command::SetWindow(Window::new(401.0, 411.0)));
        let followed = view.axis(session.clock(), extent, false);
        assert!(followed.covers(session.clock().window()));
        assert!((followed.length() - near.length()).abs() < 1e-6);
        view.pan(followed, extent, -100.0);
        let panned = view.axis(session.clock(), extent, false);
        assert!((panned.from() - followed.from() + 100.0).abs() < 1e-6, "it stays there");
        assert_eq!(view.axis(session.clock(), extent, false), panned);
    }
}
