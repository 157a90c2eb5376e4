//! Looking for words in the article that is shown.

use eframe::egui::{Id, Key, Layout, RichText, Ui};

use crate::{
    model::Span,
    tr,
    ui::{
        icon::{self, Icon},
        inspector::{field_ui, pressed},
        theme,
    },
};

/// The search and where it is.
#[derive(Default)]
pub struct Search {
    open: bool,
    /// Whether the keyboard is to go to the field.
    fresh: bool,
    text: String,
    found: Vec<Span>,
    /// Which of them is shown.
    at: usize,
    /// The article and the words that `found` is of.
    made_for: Option<(usize, String)>,
    /// Whether the one shown is to be brought into sight.
    moved: bool,
}

impl Search {
    /// Shows the field and gives it the keyboard.
    pub fn open(&mut self) {
        self.open = true;
        self.fresh = true;
    }

    fn close(&mut self) {
        *self = Self::default();
    }

    /// Where the words are.
    pub fn found(&self) -> &[Span] {
        &self.found
    }

    /// The words that are shown.
    pub fn current(&self) -> Option<Span> {
        self.found.get(self.at).copied()
    }

    /// Whether those are to be brought into sight, once.
    pub fn take_moved(&mut self) -> bool {
        std::mem::take(&mut self.moved)
    }

    /// Shows the field, if it is open, and looks for what is typed.
    pub fn ui(&mut self, ui: &mut Ui, article: usize, text: &str) {
        if !self.open {
            return;
        }
        let mut close = false;
        ui.horizontal(|ui| {
            let layout = Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(layout, |ui| {
                let (name, help) = (tr!("reader-search-close"), tr!("reader-search-close"));
                close |= icon::small_button(ui, Icon::Close, &name, &help).clicked();
                let name = tr!("reader-search-next");
                if icon::small_button(ui, Icon::Down, &name, &name).clicked() {
                    self.step(1);
                }
                let name = tr!("reader-search-previous");
                if icon::small_button(ui, Icon::Up, &name, &name).clicked() {
                    self.step(-1);
                }
                let weak = theme::current(ui).text.weak.0;
                let count = RichText::new(self.count()).size(12.0).color(weak);
                ui.label(count);
                let room = ui.available_width();
                close |= self.field_ui(ui, room);
            });
        });
        self.look(article, text);
        if close {
            self.close();
        }
    }

    /// Whether Escape was pressed in it.
    fn field_ui(&mut self, ui: &mut Ui, width: f32) -> bool {
        let name = tr!("reader-search");
        let field = ui.push_id(Id::unique("reader search"), |ui| {
            field_ui(ui, &mut self.text, &name, &name, width)
        });
        let field = field.inner;
        if std::mem::take(&mut self.fresh) {
            field.request_focus();
        }
        if pressed(ui, &field, Key::Enter) {
            let back = ui.input(|input| input.modifiers.shift);
            self.step(if back { -1 } else { 1 });
            field.request_focus();
        }
        pressed(ui, &field, Key::Escape)
    }

    /// "2 of 5".
    fn count(&self) -> String {
        match (self.text.trim().is_empty(), self.found.len()) {
            (true, _) => String::new(),
            (false, 0) => tr!("reader-search-none"),
            (false, all) => tr!("reader-search-count", n = self.at + 1, all = all),
        }
    }

    /// Finds the words again when they or the article are others; the first is shown then.
    fn look(&mut self, article: usize, text: &str) {
        let made_for = Some((article, self.text.clone()));
        if self.made_for == made_for {
            return;
        }
        self.found = find(text, self.text.trim());
        self.at = 0;
        self.moved = !self.found.is_empty();
        self.made_for = made_for;
    }

    fn step(&mut self, by: isize) {
        if !self.found.is_empty() {
            let all = self.found.len() as isize;
            self.at = (self.at as isize + by).rem_euclid(all) as usize;
            self.moved = true;
        }
    }
}

/// Where words are in a text, whatever their capitals, from left to right without overlaps.
pub fn find(text: &str, words: &str) -> Vec<Span> {
    let wanted: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let mut found: Vec<Span> = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    for (start, _) in text.char_indices() {
        let is_free = found.last().is_none_or(|last| last.end <= start);
        if is_free && let Some(length) = matched(&text[start..], &wanted) {
            found.push(Span::new(start, start + length));
        }
    }
    found
}

/// The bytes at the beginning of a text that are these letters in any case.
fn matched(text: &str, wanted: &[char]) -> Option<usize> {
    let mut wanted = wanted.iter().peekable();
    for (at, letter) in text.char_indices() {
        for lower in letter.to_lowercase() {
            if wanted.next() != Some(&lower) {
                return None;
            }
        }
        if wanted.peek().is_none() {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, wanted: &[&str]) {
        let found: Vec<&str> = find(text, words).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn words_are_found_whatever_their_capitals_and_without_overlaps() {
        check("Goris, near goris", "GORIS", &["Goris", "goris"]);
        check("aaa", "aa", &["aa"]);
        check("Гюмри и гюмри", "гюмри", &["Гюмри", "гюмри"]);
        check("Goris", "", &[]);
        check("Goris", "Sotk", &[]);
    }

    #[test]
    fn after_the_last_comes_the_first_again() {
        let mut search = Search { text: "a".into(), ..Search::default() };
        search.look(0, "a b a");
        assert_eq!(search.count(), "1 of 2");
        search.step(-1);
        assert_eq!(search.current(), Some(Span::new(4, 5)));
        search.step(1);
        assert_eq!(search.current(), Some(Span::new(0, 1)));
    }
}
