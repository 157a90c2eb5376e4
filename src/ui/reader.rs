//! The reader: the article's text with the words behind the fields marked.

mod marks;
mod text;

use eframe::egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};

use super::{bidi, lists::title_of, theme, words};
use crate::{model::ReadArticle, session::Session, tr};

/// The reader and what it remembers.
#[derive(Default)]
pub struct Reader {
    /// The `shows` of the selection that the reader has scrolled to.
    scrolled_for: u64,
}

impl Reader {
    /// Shows the article in focus.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session) {
        let selection = session.selection();
        let focus = selection.focus;
        let article =
            focus.and_then(|focus| Some((focus, session.dataset().articles.get(focus.article)?)));
        let Some((focus, read)) = article else {
            empty_ui(ui);
            return;
        };
        heading_ui(ui, read);
        let scroll = self.scrolled_for != selection.shows;
        self.scrolled_for = selection.shows;
        ScrollArea::vertical().id_salt(("reader", focus.article)).auto_shrink(false).show(
            ui,
            |ui| {
                let margin = Margin { left: 14, right: 14, top: 2, bottom: 14 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    text::text_ui(ui, session, read, focus, scroll);
                });
            },
        );
    }
}

fn empty_ui(ui: &mut Ui) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("reader-empty")).color(weak));
    });
}

fn heading_ui(ui: &mut Ui, read: &ReadArticle) {
    let theme = theme::current(ui);
    let margin = Margin { left: 14, right: 14, top: 10, bottom: 4 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(
            Label::new(RichText::new(bidi::one_line(title_of(read))).font(theme::strong(14.5)))
                .wrap(),
        );
        let metadata = &read.reading.metadata;
        let mut parts = Vec::new();
        parts.extend(metadata.source.iter().map(|source| source.value.clone()));
        parts.push(
            metadata
                .published
                .as_ref()
                .map_or_else(|| tr!("reader-no-date"), |published| words::day(published.value)),
        );
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(parts.join(" · ")).size(12.0).color(theme.text.weak.0));
            if let Some(url) = &metadata.url {
                ui.hyperlink_to(RichText::new(tr!("reader-open-page")).size(12.0), &url.value);
            }
        });
    });
}
