//! Keys, from the table of actions.

use eframe::egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers, Ui};

use crate::session::{ACTIONS, Action, Menu};

/// The key of an action; none if it has none.
pub fn shortcut(key: &str) -> Option<KeyboardShortcut> {
    // "+" is a key itself as well as what joins keys.
    let (modifiers, name) = match key.rsplit_once('+') {
        Some((modifiers, name)) if !name.is_empty() => (modifiers, name),
        _ => ("", key),
    };
    let mut all = Modifiers::NONE;
    for modifier in modifiers.split('+').filter(|m| !m.is_empty()) {
        all |= match modifier {
            "Ctrl" => Modifiers::COMMAND,
            "Shift" => Modifiers::SHIFT,
            "Alt" => Modifiers::ALT,
            _ => return None,
        };
    }
    Some(KeyboardShortcut::new(all, Key::from_name(name)?))
}

/// The text that was pasted where nothing takes text: an article.
pub fn pasted(ui: &Ui) -> Option<String> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    })
}

/// What a key does with the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuKey {
    /// Goes to it.
    Bar,
    /// Opens one of its menus.
    Open(Menu),
}

/// The keys of the menu bar, as Windows and Linux have them: F10, and Alt with a letter. They
/// are letters of the keyboard, whatever script it writes; a Mac has none.
pub fn menu(context: &Context) -> Option<MenuKey> {
    if context.os().is_mac() {
        return None;
    }
    let letters = [
        (Key::F, Menu::File),
        (Key::E, Menu::Edit),
        (Key::V, Menu::View),
        (Key::T, Menu::Time),
        (Key::H, Menu::Help),
    ];
    context.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::F10) {
            return Some(MenuKey::Bar);
        }
        let pressed = |(key, menu)| input.consume_key(Modifiers::ALT, key).then_some(menu);
        letters.into_iter().find_map(pressed).map(MenuKey::Open)
    })
}

/// The widget that had the keyboard in the last frame: egui takes it away on Escape before
/// anybody can ask.
#[derive(Default)]
pub struct Focus {
    before: Option<Id>,
}

impl Focus {
    /// At the end of a frame.
    pub fn update(&mut self, context: &Context) {
        self.before = context.memory(|memory| memory.focused());
    }
}

/// The actions whose keys were pressed. While text is being typed, only those with Ctrl and
/// the keys of functions count. While another control has the keyboard, keys that mean
/// something to controls are its own: Space, Escape, the arrows, Home and End.
pub fn read(ui: &Ui, focus: &Focus, actions: &mut Vec<Action>) {
    let typing = ui.ctx().text_edit_focused();
    let focused = focus.before.is_some() || ui.memory(|memory| memory.focused()).is_some();
    ui.input_mut(|input| {
        // Ctrl+Shift+Z must be asked for before Ctrl+Z, which it would fulfil.
        for shifted in [true, false] {
            for info in ACTIONS {
                let Some(shortcut) = shortcut(info.key) else { continue };
                let key = shortcut.logical_key;
                let plain = !shortcut.modifiers.command;
                let is_theirs = typing && !is_function(key) || focused && is_of_controls(key);
                let may = !(plain && is_theirs);
                if shortcut.modifiers.shift == shifted && may && input.consume_shortcut(&shortcut) {
                    actions.push(info.action);
                }
            }
        }
        // On many keyboards "+" is Shift and "=".
        if !typing && input.consume_key(Modifiers::NONE, Key::Equals) {
            actions.push(Action::ZoomIn);
        }
        if input.consume_key(Modifiers::COMMAND, Key::Equals) {
            actions.push(Action::TextLarger);
        }
    });
}

/// F1, F2 and so on: nobody types them.
fn is_function(key: Key) -> bool {
    let name = key.name();
    name.len() > 1 && name.starts_with('F') && name[1..].chars().all(|c| c.is_ascii_digit())
}

fn is_of_controls(key: Key) -> bool {
    matches!(
        key,
        Key::Space
            | Key::Escape
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Home
            | Key::End
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_in_the_table_is_a_key() {
        for info in ACTIONS.iter().filter(|info| !info.key.is_empty()) {
            assert!(shortcut(info.key).is_some(), "{}", info.key);
        }
    }

    #[test]
    fn keys_of_functions_are_not_typed() {
        let keys = [Key::F1, Key::F10, Key::F, Key::Space, Key::A];
        assert_eq!(keys.map(is_function), [true, true, false, false, false]);
    }
}
