//! The time slider without a pointer: arrows move the days shown, with Shift their end.

use eframe::egui::{EventFilter, Key, Modifiers, Response, Stroke, StrokeKind, Ui};

use crate::{
    session::{Command, Session, Window},
    ui::theme,
};

/// Handles the keys while the slider has the keyboard; `axis` are the days on it.
pub fn handle_keys(
    ui: &Ui,
    response: &Response,
    session: &Session,
    axis: Window,
    commands: &mut Vec<Command>,
) {
    if !response.has_focus() {
        return;
    }
    let ring = Stroke::new(2.0, theme::current(ui).accent.fill.0);
    ui.painter().rect_stroke(response.rect.expand(2.0), 4.0, ring, StrokeKind::Middle);
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed =
        |modifiers, key| ui.input_mut(|input| input.count_and_consume_key(modifiers, key)) as f64;
    // Shift first, which a plain key would take as well.
    let end =
        pressed(Modifiers::SHIFT, Key::ArrowRight) - pressed(Modifiers::SHIFT, Key::ArrowLeft);
    let all = pressed(Modifiers::NONE, Key::ArrowRight) - pressed(Modifiers::NONE, Key::ArrowLeft);
    if end != 0.0 || all != 0.0 {
        let window = session.clock().window();
        commands.push(Command::SetWindow(moved(window, axis, all, end)));
    }
}

/// The window after so many steps of the whole and of its end. A step is a day, or on a long
/// axis as many as can be seen.
fn moved(window: Window, axis: Window, all: f64, end: f64) -> Window {
    let step = (axis.length() / 120.0).round().max(1.0);
    let to = (window.to() + (all + end) * step).max(window.from() + all * step + 1.0);
    Window::new(window.from() + all * step, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(days: f64, all: f64, end: f64, wanted: (f64, f64)) {
        let window = moved(Window::new(10.0, 20.0), Window::new(0.0, days), all, end);
        assert_eq!((window.from(), window.to()), wanted);
    }

    #[test]
    fn arrows_move_the_whole_or_its_end_and_a_day_always_stays() {
        check(60.0, 1.0, 0.0, (11.0, 21.0));
        check(60.0, 0.0, -2.0, (10.0, 18.0));
        check(60.0, 0.0, -40.0, (10.0, 11.0));
        check(1200.0, -1.0, 0.0, (0.0, 10.0));
    }
}
