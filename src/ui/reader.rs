//! The reader: the article's text with all mentions marked, those behind the selected event
//! most of all. Words can be looked for, selected and made an event.

mod legend;
mod marks;
mod naming;
mod search;
mod selecting;
mod text;

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui};

use super::{
    bidi,
    icon::{self, Icon},
    lists::title_of,
    theme, words,
};
use crate::{
    model::ReadArticle,
    session::{Command, Session},
    tr,
};
use marks::Shown;
use naming::Naming;
use search::Search;
use selecting::Selecting;

/// The reader and what it remembers.
#[derive(Default)]
pub struct Reader {
    /// The `shows` of the selection that the reader has scrolled to.
    scrolled_for: u64,
    shown: Shown,
    /// Whether the legend is shown.
    legend: bool,
    search: Search,
    selecting: Selecting,
    naming: Naming,
}

impl Reader {
    /// Shows the article in focus.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let selection = session.selection();
        let focus = selection.focus;
        let article =
            focus.and_then(|focus| Some((focus, session.dataset().articles.get(focus.article)?)));
        let Some((focus, read)) = article else {
            empty_ui(ui);
            return;
        };
        self.heading_ui(ui, focus.article, read);
        let scroll = self.scrolled_for != selection.shows;
        self.scrolled_for = selection.shows;
        let name = self.naming.span(focus.article);
        ScrollArea::vertical().id_salt(("reader", focus.article)).auto_shrink(false).show(
            ui,
            |ui| {
                let margin = Margin { left: 14, right: 14, top: 2, bottom: 14 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    let (search, selecting) = (&mut self.search, &mut self.selecting);
                    let shown = self.shown;
                    let wanted = text::Wanted { focus, scroll, shown, name, search, selecting };
                    let seen = text::text_ui(ui, session, read, wanted);
                    if let Some(at) = seen.pointed {
                        self.naming.ask(read, focus.article, at);
                    }
                    self.naming.ui(ui, session, read, seen.name, commands);
                    let below = seen.selected.map(|end| end.right_bottom());
                    let key = session.key_of(focus.article);
                    self.selecting.offers_ui(ui, read, key, below, commands);
                });
            },
        );
    }

    /// Looks for words in the article.
    pub fn find(&mut self) {
        self.search.open();
    }

    fn heading_ui(&mut self, ui: &mut Ui, article: usize, read: &ReadArticle) {
        let margin = Margin { left: 14, right: 10, top: 10, bottom: 4 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let help = tr!("reader-search-help");
                if icon::small_button(ui, Icon::Search, &tr!("reader-search-open"), &help).clicked()
                {
                    self.search.open();
                }
                let (name, help) = (tr!("reader-marks"), tr!("reader-marks-help"));
                if icon::small_button(ui, Icon::Layers, &name, &help).clicked() {
                    self.legend = !self.legend;
                }
                ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                    let title =
                        RichText::new(bidi::one_line(title_of(read))).font(theme::strong(14.5));
                    ui.add(Label::new(title).wrap());
                });
            });
            source_ui(ui, read);
            self.search.ui(ui, article, &read.article.text);
            if self.legend {
                ui.add_space(3.0);
                legend::legend_ui(ui, &mut self.shown);
            }
        });
    }
}

fn empty_ui(ui: &mut Ui) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width((ui.available_width() - 28.0).max(120.0));
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("reader-empty")).color(weak));
    });
}

/// The outlet, the day and the address.
fn source_ui(ui: &mut Ui, read: &ReadArticle) {
    let weak = theme::current(ui).text.weak.0;
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
        ui.label(RichText::new(parts.join(" · ")).size(12.0).color(weak));
        if let Some(url) = &metadata.url {
            ui.hyperlink_to(RichText::new(tr!("reader-open-page")).size(12.0), &url.value);
        }
    });
}
