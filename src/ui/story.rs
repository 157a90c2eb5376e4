//! Stories: steps in order, each with words and what is on the screen. A window to make
//! them in, and a card over the map that presents them step by step.

mod caption;
mod editor;

use eframe::egui::{Context, Key, Modifiers, Rect, Ui};

use crate::session::{Command, Session, StoryStep, View};
use editor::Editor;

/// The window of stories, and the story that is presented.
#[derive(Default)]
pub struct Stories {
    open: bool,
    editor: Editor,
    presented: Option<Presented>,
}

/// A story on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Presented {
    name: String,
    step: usize,
}

/// Where a presentation goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Next,
    Previous,
    End,
}

impl Stories {
    /// Opens the window, or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Whether a story is on the screen.
    pub fn is_presenting(&self) -> bool {
        self.presented.is_some()
    }

    /// Takes the keys of a presentation, before others see them.
    pub fn keys(&mut self, ui: &Ui, session: &Session, commands: &mut Vec<Command>) {
        if self.presented.is_none() {
            return;
        }
        let turns =
            [(Key::PageDown, Turn::Next), (Key::PageUp, Turn::Previous), (Key::Escape, Turn::End)];
        for (key, turn) in turns {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.turn(turn, session, commands);
            }
        }
    }

    /// Shows the window or the presentation over the map, which looks at `view`.
    pub fn ui(
        &mut self,
        context: &Context,
        map: Rect,
        view: Option<View>,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        if let Some(presented) = &self.presented {
            let steps = steps_of(session, &presented.name);
            let turn = match steps.get(presented.step) {
                Some(step) => caption::caption_ui(context, map, step, presented.step, steps.len()),
                // It was taken back meanwhile.
                None => Some(Turn::End),
            };
            if let Some(turn) = turn {
                self.turn(turn, session, commands);
            }
        } else if self.open {
            let asked = self.editor.ui(context, &mut self.open, map, view, session, commands);
            if let Some(name) = asked {
                self.present(name, 0, session, commands);
            }
        }
    }

    fn turn(&mut self, turn: Turn, session: &Session, commands: &mut Vec<Command>) {
        let Some(Presented { name, step }) = self.presented.take() else { return };
        let last = steps_of(session, &name).len().saturating_sub(1);
        match turn {
            Turn::Next => self.present(name, (step + 1).min(last), session, commands),
            Turn::Previous => self.present(name, step.saturating_sub(1), session, commands),
            Turn::End => {}
        }
    }

    fn present(
        &mut self,
        name: String,
        step: usize,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        if let Some(shown) = steps_of(session, &name).get(step) {
            commands.push(Command::ShowBookmark(Box::new(shown.shows.clone())));
            self.presented = Some(Presented { name, step });
        }
    }
}

/// The steps of a story; none where there is no such story.
fn steps_of<'s>(session: &'s Session, name: &str) -> &'s [StoryStep] {
    session.edits().stories.get(name).map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: usize, turn: Turn, wanted: Option<usize>) {
        let mut session = Session::default();
        let steps = vec![StoryStep::default(); 3];
        session.apply(Command::SaveStory("a".to_owned(), steps));
        let mut stories = Stories {
            presented: Some(Presented { name: "a".to_owned(), step: from }),
            ..Stories::default()
        };
        let mut commands = Vec::new();
        stories.turn(turn, &session, &mut commands);
        assert_eq!(stories.presented.map(|presented| presented.step), wanted);
        assert_eq!(commands.len(), usize::from(wanted.is_some()));
    }

    #[test]
    fn a_presentation_goes_from_step_to_step_and_stays_within_them() {
        check(0, Turn::Next, Some(1));
        check(2, Turn::Next, Some(2));
        check(1, Turn::Previous, Some(0));
        check(0, Turn::Previous, Some(0));
        check(1, Turn::End, None);
    }
}
