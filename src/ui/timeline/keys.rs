//! The keys of the slider while it has the keyboard: arrows move the window by a bar, its
//! end with Shift, its start with Ctrl.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Ui};

use crate::session::{Clock, Command, Mode, SHORTEST, Step, Window};

/// Which part of the window a key moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its first day.
    Start,
    /// Its last day.
    End,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Of the session.
    Command(Command),
    /// Fewer days on the axis, or more if above 1.
    Zoom(f64),
}

/// The slider, for the key that goes there.
pub fn id() -> Id {
    Id::unique("time slider")
}

/// How much a key zooms.
const ZOOM: f64 = 1.5;

/// Takes the slider's keys out of the input, if it has the keyboard. `step` is what a bar
/// stands for.
pub fn read(ui: &Ui, clock: &Clock, step: Step) -> Vec<Asked> {
    if !ui.memory(|memory| memory.has_focus(id())) {
        return Vec::new();
    }
    // Arrows move the window, not the keyboard's focus.
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id(), filter));
    let mut asked = Vec::new();
    ui.input_mut(|input| {
        // Without modifiers comes last: it would be fulfilled by a key with Shift as well.
        let arrows = [
            (Modifiers::SHIFT, Part::End),
            (Modifiers::COMMAND, Part::Start),
            (Modifiers::NONE, Part::Whole),
        ];
        for (modifiers, part) in arrows {
            for (key, later) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
                for _ in 0..input.count_and_consume_key(modifiers, key) {
                    let window = moved(clock, step, part, later);
                    asked.push(Asked::Command(Command::SetWindow(window)));
                }
            }
        }
        if input.consume_key(Modifiers::SHIFT, Key::Space) {
            asked.push(Asked::Command(Command::TogglePlayEvents));
        }
        let mut keys = |key, meant: Asked| {
            let pressed = input.count_and_consume_key(Modifiers::NONE, key);
            asked.extend(std::iter::repeat_n(meant, pressed));
        };
        // What the window leaves to a control that has the keyboard.
        keys(Key::Space, Asked::Command(Command::TogglePlay));
        keys(Key::Home, Asked::Command(Command::ToStart));
        keys(Key::End, Asked::Command(Command::ToEnd));
        keys(Key::PageUp, Asked::Command(Command::WindowBack));
        keys(Key::PageDown, Asked::Command(Command::WindowOn));
        // On many keyboards "+" is Shift and "=".
        keys(Key::Plus, Asked::Zoom(1.0 / ZOOM));
        keys(Key::Equals, Asked::Zoom(1.0 / ZOOM));
        keys(Key::Minus, Asked::Zoom(ZOOM));
    });
    asked
}

/// The window with a part moved by a bar. Ends go from one edge of a bar to the next, and
/// all of it by the bar that its start is in.
pub fn moved(clock: &Clock, step: Step, part: Part, later: bool) -> Window {
    let window = clock.window();
    let (from, to) = (window.from(), window.to());
    match part {
        Part::Start => Window::new(edge(step, from, later).min(to - SHORTEST), to),
        Part::End => Window::new(from, edge(step, to, later).max(from + SHORTEST)),
        Part::Whole if clock.mode() == Mode::Cumulative => {
            Window::new(from, edge(step, to, later).max(from + SHORTEST))
        }
        Part::Whole => {
            let number = step.number_of(from.floor() as i32) - i32::from(!later);
            let days = step.first_day(number + 1) - step.first_day(number);
            window.moved(if later { f64::from(days) } else { -f64::from(days) })
        }
    }
}

/// The next edge of a bar after a moment, or the one before it.
fn edge(step: Step, moment: f64, later: bool) -> f64 {
    let number = if later {
        step.number_of(moment.floor() as i32) + 1
    } else {
        step.number_of(before(moment))
    };
    f64::from(step.first_day(number))
}

/// The last day of which some moment is before.
fn before(moment: f64) -> i32 {
    moment.ceil() as i32 - 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        model::{Dataset, date::day_number},
        session::Session,
        ui::timeline::tests::event,
    };

    /// A window of 2021, after a part was moved.
    fn check(step: Step, from: (i8, i8), to: (i8, i8), part: Part, later: bool, wanted: &str) {
        let day = |(month, day): (i8, i8)| f64::from(day_number(date(2021, month, day)));
        let events = vec![event(date(2021, 1, 1)), event(date(2021, 12, 31))];
        let mut session = Session::of(Dataset { events, ..Dataset::default() });
        session.apply(Command::SetWindow(Window::new(day(from), day(to) + 1.0)));
        let window = moved(session.clock(), step, part, later);
        let [first, last] = [window.days().first(), window.days().last()];
        assert_eq!(format!("{} {}", first.strftime("%m-%d"), last.strftime("%m-%d")), wanted);
    }

    #[test]
    fn all_of_the_window_moves_by_a_day_or_by_a_month_as_long_as_it_is() {
        check(Step::Days(1), (5, 12), (5, 14), Part::Whole, true, "05-13 05-15");
        check(Step::Days(1), (5, 12), (5, 14), Part::Whole, false, "05-11 05-13");
        check(Step::Months(1), (2, 1), (2, 28), Part::Whole, true, "03-01 03-28");
        check(Step::Months(1), (3, 1), (3, 28), Part::Whole, false, "02-01 02-28");
    }

    #[test]
    fn ends_go_to_the_edges_of_bars_and_never_past_each_other() {
        check(Step::Days(7), (5, 12), (5, 20), Part::End, true, "05-12 05-23");
        check(Step::Days(7), (5, 12), (5, 20), Part::End, false, "05-12 05-16");
        check(Step::Days(7), (5, 12), (5, 20), Part::Start, true, "05-17 05-20");
        check(Step::Days(7), (5, 12), (5, 20), Part::Start, false, "05-10 05-20");
        check(Step::Months(1), (5, 12), (5, 20), Part::Start, true, "05-20 05-20");
        check(Step::Months(1), (5, 12), (5, 20), Part::End, false, "05-12 05-12");
    }
}
