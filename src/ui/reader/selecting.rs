//! Selecting words of the article, by pointer or keyboard, and what can be done with them.

use std::sync::Arc;

use eframe::egui::{
    Area, EventFilter, Frame, Galley, Id, Key, Order, Pos2, Rect, Response, Role, TextBuffer,
    TextEdit, Ui, WidgetInfo,
    text::{CCursor, CharIndex},
    text_edit::TextEditState,
};

use crate::{
    model::{EventType, ReadArticle, Span},
    session::{ArticleKey, Command},
    tr,
    ui::{symbol, words},
};

/// The words that are selected.
#[derive(Default)]
pub struct Selecting {
    selected: Option<Span>,
    /// The article that they are of.
    article: Option<usize>,
    /// Whether the keyboard is to go to what can be done with them.
    entered: bool,
    /// Where that is on the screen.
    offers: Option<Rect>,
}

/// A text that was shown.
pub struct Text {
    /// Where its first letter is.
    pub origin: Pos2,
    /// How the widget was used.
    pub response: Response,
    /// The byte that was clicked, or at which Enter was pressed.
    pub pointed: Option<usize>,
}

impl Selecting {
    /// Shows a stretch of an article's text, which was laid out before.
    pub fn text_ui(
        &mut self,
        ui: &mut Ui,
        article: usize,
        (text, block): (&str, Span),
        galley: &Arc<Galley>,
    ) -> Text {
        if self.article != Some(article) {
            *self = Self { article: Some(article), ..Self::default() };
        }
        let id = Id::unique("article text").with((article, block.start));
        let mut words = block.of(text);
        let mut layouter = |_: &Ui, _: &dyn TextBuffer, _: f32| Arc::clone(galley);
        let keys = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        let output = TextEdit::multiline(&mut words)
            .id(id)
            .frame(Frame::NONE)
            .desired_width(f32::INFINITY)
            .desired_rows(1)
            .event_filter(keys)
            .return_key(None)
            .cursor_at_end(false)
            .layouter(&mut layouter)
            .show(ui);
        let response = output.response.response;
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, tr!("reader-text"));
            info.current_text_value = Some(words.to_owned());
            info
        });
        let pointed = self.follow(ui, id, &response, (text, block));
        Text { origin: output.galley_pos, response, pointed }
    }

    /// Takes in what was selected, and gives the byte that was pointed at.
    fn follow(
        &mut self,
        ui: &Ui,
        id: Id,
        response: &Response,
        (text, block): (&str, Span),
    ) -> Option<usize> {
        if !response.has_focus() {
            return None;
        }
        let range = TextEditState::load(ui.ctx(), id)?.cursor.char_range()?;
        let [first, last] =
            range.sorted_cursors().map(|cursor| block.start + byte(block.of(text), cursor));
        self.selected = trimmed(text, Span::new(first, last));
        let entered = ui.input(|input| input.key_pressed(Key::Enter));
        self.entered = entered && self.selected.is_some();
        if self.selected.is_some() {
            return None;
        }
        if response.clicked() {
            // Keys are those of the window again, not of a text.
            response.surrender_focus();
        }
        (response.clicked() || entered).then_some(first)
    }

    /// The words that are selected.
    pub fn selected(&self) -> Option<Span> {
        self.selected
    }

    /// Offers what can be done with the selected words, below them.
    pub fn offers_ui(
        &mut self,
        ui: &Ui,
        read: &ReadArticle,
        key: Option<ArticleKey>,
        below: Option<Pos2>,
        commands: &mut Vec<Command>,
    ) {
        let (Some(words), Some(at)) = (self.selected, below) else {
            self.offers = None;
            return;
        };
        if ui.input(|input| input.pointer.primary_down()) && self.offers.is_none() {
            return;
        }
        let mut done = false;
        let shown = Area::new(Id::unique("selected words"))
            .order(Order::Foreground)
            .fixed_pos(at)
            .constrain_to(ui.ctx().content_rect())
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).inner_margin(6).show(ui, |ui| {
                    ui.horizontal(|ui| done = self.buttons_ui(ui, read, words, key, commands));
                });
            });
        self.offers = Some(shown.response.rect);
        if done || self.is_left(ui) {
            self.selected = None;
            self.offers = None;
        }
    }

    fn buttons_ui(
        &mut self,
        ui: &mut Ui,
        read: &ReadArticle,
        words: Span,
        key: Option<ArticleKey>,
        commands: &mut Vec<Command>,
    ) -> bool {
        let mut done = false;
        let menu = ui.menu_button(tr!("reader-add-event"), |ui| {
            for event_type in EventType::ALL {
                ui.horizontal(|ui| {
                    symbol::show(ui, event_type, 1.0);
                    if ui.button(words::event_type(event_type)).clicked() {
                        let add = |article| Command::AddEvent { article, words, event_type };
                        commands.extend(key.map(add));
                        done = true;
                        ui.close();
                    }
                });
            }
        });
        if std::mem::take(&mut self.entered) {
            menu.response.request_focus();
        }
        if ui.button(tr!("inspector-copy-quote")).clicked() {
            ui.ctx().copy_text(words::quote(read, words));
            done = true;
        }
        done
    }

    /// Whether a person went on to something else.
    fn is_left(&self, ui: &Ui) -> bool {
        if eframe::egui::Popup::is_any_open(ui.ctx()) {
            return false;
        }
        ui.input(|input| {
            let pressed =
                input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten();
            let is_outside = |at: Pos2| {
                !self.offers.is_some_and(|offers| offers.contains(at))
                    && !ui.clip_rect().contains(at)
            };
            input.key_pressed(Key::Escape) || pressed.is_some_and(is_outside)
        })
    }
}

/// The byte of a text at a cursor.
fn byte(text: &str, cursor: CCursor) -> usize {
    let CharIndex(letters) = cursor.index;
    text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at)
}

/// Without space at both ends; `None` if nothing is left.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    let length = words.trim().len();
    (length > 0).then(|| Span::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_around_selected_words_does_not_count() {
        let text = "Shells fell on Goris.";
        let check = |start: usize, end: usize, wanted: Option<&str>| {
            assert_eq!(trimmed(text, Span::new(start, end)).map(|span| span.of(text)), wanted);
        };
        check(6, 12, Some("fell"));
        check(6, 11, Some("fell"));
        check(6, 7, None);
        check(11, 12, None);
    }

    #[test]
    fn cursors_count_letters_and_spans_bytes() {
        let text = "Հա Goris";
        assert_eq!(byte(text, CCursor::new(3)), 5);
        assert_eq!(byte(text, CCursor::new(99)), text.len());
    }
}
