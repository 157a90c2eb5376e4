//! The parts of the window, and going from one to the next by F6.

use eframe::egui::{Context, FocusDirection, Id, Rect};

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Menu,
    Lists,
    Map,
    Inspector,
    Reader,
    Time,
}

impl Pane {
    /// In the order in which F6 goes through them.
    const ALL: [Pane; 6] =
        [Pane::Menu, Pane::Lists, Pane::Map, Pane::Inspector, Pane::Reader, Pane::Time];
}

/// Where the parts are, and which is to get the keyboard.
#[derive(Default)]
pub struct Panes {
    /// As of the last frame.
    rects: Vec<(Pane, Rect)>,
    wanted: Option<Pane>,
    /// Whether the part that is being shown is to take it.
    entering: bool,
    /// Whether nothing in it could.
    is_empty: bool,
    forward: bool,
    /// How many parts have been tried in which nothing can have it.
    tried: usize,
    /// The one that got the keyboard last.
    last: Option<Pane>,
}

impl Panes {
    /// At the beginning of a frame.
    pub fn begin(&mut self) {
        if self.is_empty && self.tried < Pane::ALL.len() {
            self.go_on();
        }
        self.is_empty = false;
        self.rects.clear();
    }

    /// Goes to the next part, or to the one before.
    pub fn go(&mut self, context: &Context, forward: bool) {
        let focused = context.memory(|memory| memory.focused());
        self.last = focused.and_then(|id| self.pane_of(context, id)).or(self.last);
        self.forward = forward;
        self.tried = 0;
        self.go_on();
    }

    fn go_on(&mut self) {
        let shown: Vec<Pane> = Pane::ALL.into_iter().filter(|pane| self.has(*pane)).collect();
        self.wanted = next(&shown, self.last, self.forward);
        self.last = self.wanted;
        self.tried += 1;
    }

    fn has(&self, pane: Pane) -> bool {
        self.rects.iter().any(|(other, _)| *other == pane)
    }

    fn pane_of(&self, context: &Context, id: Id) -> Option<Pane> {
        let at = context.read_response(id)?.rect.center();
        // Panels come after the map, over which they lie.
        self.rects.iter().rev().find(|(_, rect)| rect.contains(at)).map(|(pane, _)| *pane)
    }

    /// Just before a part is shown: if it is the one to get the keyboard, its first control
    /// does.
    pub fn enter(&mut self, context: &Context, pane: Pane) {
        if self.wanted.take_if(|wanted| *wanted == pane).is_some() {
            context.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
                memory.move_focus(FocusDirection::Next);
            });
            self.entering = true;
            context.request_repaint();
        }
    }

    /// Just after all of a part was shown, but before the edge that a person can drag.
    pub fn settle(&mut self, context: &Context) {
        if std::mem::take(&mut self.entering) {
            // What nothing took must not go to the next part.
            context.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            self.is_empty = context.memory(|memory| memory.focused()).is_none();
            if self.is_empty {
                context.request_repaint();
            }
        }
    }

    /// Where a part was shown.
    pub fn put(&mut self, pane: Pane, rect: Rect) {
        self.rects.push((pane, rect));
    }
}

fn next(shown: &[Pane], here: Option<Pane>, forward: bool) -> Option<Pane> {
    let count = shown.len();
    let at = here.and_then(|here| shown.iter().position(|pane| *pane == here));
    let at = match (at, forward) {
        (None, true) => 0,
        (None, false) => count.checked_sub(1)?,
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
    };
    shown.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_one_another_in_a_circle() {
        let shown = [Pane::Menu, Pane::Map, Pane::Time];
        let check = |here, forward, wanted| assert_eq!(next(&shown, here, forward), Some(wanted));
        check(None, true, Pane::Menu);
        check(None, false, Pane::Time);
        check(Some(Pane::Time), true, Pane::Menu);
        check(Some(Pane::Menu), false, Pane::Time);
        check(Some(Pane::Lists), true, Pane::Menu);
        assert_eq!(next(&[], None, true), None);
    }
}
