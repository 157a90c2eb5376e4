//! Keys, from the table of actions.

use eframe::egui::{Event, Key, KeyboardShortcut, Modifiers, Ui};

use crate::session::{ACTIONS, Action};

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

/// The actions whose keys were pressed. While text is being typed, only those
/// with Ctrl count, and Escape ends the typing by itself.
pub fn read(ui: &Ui, actions: &mut Vec<Action>) {
    let typing = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        // Ctrl+Shift+Z must be asked for before Ctrl+Z, which it would fulfil.
        for shifted in [true, false] {
            for info in ACTIONS {
                let Some(shortcut) = shortcut(info.key) else { continue };
                let has_shift = shortcut.modifiers.shift;
                let may = !typing || shortcut.modifiers.command;
                if has_shift == shifted && may && input.consume_shortcut(&shortcut) {
                    actions.push(info.action);
                }
            }
        }
        // On many keyboards "+" is Shift and "=".
        if !typing && input.consume_key(Modifiers::NONE, Key::Equals) {
            actions.push(Action::ZoomIn);
        }
    });
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
}
