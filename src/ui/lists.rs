//! The left panel: search and filters on top, below them the events, the articles,
//! or what is not on the map.

mod article_rows;
mod articles;
mod bulk;
mod chips;
mod closed;
mod columns;
mod events;
mod facets;
mod fields;
mod filters;
mod found;
mod left_out;
mod picking;
mod rows;
mod saved;

use eframe::egui::{
    Align, Color32, Context, Frame, Id, Layout, Margin, Popup, PopupCloseBehavior, RichText, Role,
    Sense, Ui, WidgetInfo, vec2,
};

use super::{
    icon::{self, Icon},
    theme,
};
use crate::model::{ReadArticle, Review};
use crate::session::{Command, Session, View};
use crate::tr;

/// The left panel and what it remembers.
#[derive(Default)]
pub struct Lists {
    tab: Tab,
    filters: filters::Filters,
    events: events::EventList,
    articles: articles::ArticleList,
    left_out: left_out::LeftOutList,
    found: found::Found,
}

/// Which list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Events,
    Articles,
    NotOnMap,
}

impl Lists {
    /// Moves the keyboard to the search field.
    pub fn focus_search(&self, context: &Context) {
        context.memory_mut(|memory| memory.request_focus(filters::search_id()));
    }

    /// The table whose rejected rows are to be kept, if that was asked for since the last call.
    pub fn take_rejected_of(&mut self) -> Option<usize> {
        self.articles.rejected_of.take()
    }

    /// Shows the panel. The map looks at `view`, for bookmarks.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        view: Option<View>,
        commands: &mut Vec<Command>,
    ) {
        self.found.update(session);
        self.left_out.update(session);
        let margin = Margin { left: 12, right: 12, top: 10, bottom: 6 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            self.filters.ui(ui, session, view, commands);
        });
        self.tabs_ui(ui, session);
        match self.tab {
            Tab::Events => self.events.ui(ui, session, commands),
            Tab::Articles => {
                let asked = self.articles.ui(ui, session, &self.found, commands);
                self.tab = asked.unwrap_or(self.tab);
            }
            Tab::NotOnMap => self.left_out.ui(ui, session, commands),
        }
    }

    fn tabs_ui(&mut self, ui: &mut Ui, session: &Session) {
        let tabs = [
            (Tab::Events, tr!("list-events"), session.shown().len()),
            (Tab::Articles, tr!("list-articles"), self.article_count(session)),
            (Tab::NotOnMap, tr!("list-not-on-map"), self.left_out.count()),
        ];
        Frame::new().inner_margin(Margin { left: 12, right: 12, top: 0, bottom: 0 }).show(
            ui,
            |ui| {
                let room = vec2(ui.available_width(), 30.0);
                ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    if self.tab == Tab::Events && !session.is_empty() {
                        self.columns_ui(ui);
                    }
                    let tabs_layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
                    ui.with_layout(tabs_layout, |ui| {
                        let gap = if room.x < 330.0 { 9.0 } else { 14.0 };
                        ui.spacing_mut().item_spacing = vec2(gap, 0.0);
                        for (tab, label, count) in tabs {
                            if tab_ui(ui, self.tab == tab, &label, count) {
                                self.tab = tab;
                            }
                        }
                    });
                });
            },
        );
        ui.spacing_mut().item_spacing.y = 0.0;
        let line = theme::current(ui).surface.line.0;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
        ui.painter().rect_filled(rect, 0.0, line);
    }

    /// How many articles and tables there are, or have the words looked for.
    fn article_count(&self, session: &Session) -> usize {
        match self.found.hits() {
            Some(hits) => hits.len(),
            None => session.dataset().articles.len() + session.tables().count(),
        }
    }

    /// The button that lets a person choose the columns of the events.
    fn columns_ui(&mut self, ui: &mut Ui) {
        let words = tr!("list-columns");
        let (size, middle) = (vec2(20.0, 30.0), Layout::left_to_right(Align::Center));
        ui.allocate_ui_with_layout(size, middle, |ui| {
            let button = icon::small_button(ui, Icon::Columns, &words, &words);
            let popup = Popup::menu(&button);
            popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
                self.events.choose_columns_ui(ui);
            });
        });
    }
}

/// The headline; the id where there is none.
pub fn title_of(read: &ReadArticle) -> &str {
    read.reading.metadata.title.as_ref().map_or(read.article.id.as_str(), |t| t.value.as_str())
}

/// The sign of what a person thinks of an event; none where nobody looked.
fn review_icon(review: Review) -> Option<Icon> {
    match review {
        Review::Unreviewed => None,
        Review::Edited => Some(Icon::Pencil),
        Review::Reviewed => Some(Icon::Check),
        Review::Disputed => Some(Icon::Alert),
        Review::Unverified => Some(Icon::Question),
    }
}

/// The colour of the sign.
fn review_ink(ui: &Ui, review: Review) -> Color32 {
    let theme = theme::current(ui);
    match review {
        Review::Reviewed => theme.accent.link.0,
        Review::Disputed => theme.accent.warning.0,
        Review::Unreviewed | Review::Edited | Review::Unverified => theme.text.weak.0,
    }
}

/// A tab: underlined when it is the one shown. Whether it was clicked.
fn tab_ui(ui: &mut Ui, chosen: bool, label: &str, count: usize) -> bool {
    let theme = theme::current(ui);
    let ink = if chosen { theme.text.strong.0 } else { theme.text.weak.0 };
    let font = if chosen { theme::strong(13.5) } else { eframe::egui::FontId::proportional(13.5) };
    let name = ui.painter().layout_no_wrap(label.to_owned(), font, ink);
    let number_font = eframe::egui::FontId::proportional(11.5);
    let number = ui.painter().layout_no_wrap(count.to_string(), number_font, theme.text.weak.0);
    let size = vec2(name.size().x + 5.0 + number.size().x, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, label));
    theme::mark_selected(&response, chosen);
    let middle = rect.center().y;
    let at = eframe::egui::pos2(rect.left(), middle - name.size().y / 2.0);
    let beside =
        eframe::egui::pos2(rect.left() + name.size().x + 5.0, middle - number.size().y / 2.0 + 1.0);
    ui.painter().galley(at, name, ink);
    ui.painter().galley(beside, number, ink);
    if chosen || response.hovered() || response.has_focus() {
        let colour = if chosen { theme.accent.fill.0 } else { theme.surface.pressed.0 };
        let line = rect.with_min_y(rect.bottom() - 2.5);
        ui.painter().rect_filled(line, 1.0, colour);
    }
    theme::focus_ring(ui, &response, 4);
    response.clicked()
}

/// A quiet line where a list would be: why it is empty.
fn nothing_ui(ui: &mut Ui, words: &str) {
    ui.add_space(18.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width() - 40.0);
        ui.label(RichText::new(words).color(theme::current(ui).text.weak.0));
    });
}

/// The id of a list's scroll area.
fn list_id(name: &str) -> Id {
    Id::unique("list").with(name)
}
