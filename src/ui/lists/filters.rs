//! Search, facets, types, precision: what may be shown, and how much of it is.

use std::collections::BTreeSet;

use eframe::egui::{
    Align, DragValue, Id, Label, Layout, Margin, Rect, RichText, Role, ScrollArea, Sense, TextEdit,
    Ui, WidgetInfo, pos2, vec2,
};

use super::{
    chips::{Sign, chip},
    facets::FacetLists,
    review_icon,
    saved::Saved,
};
use crate::{
    model::{EventType, Precision, Review},
    session::{Command, Facet, Session, View},
    tr,
    ui::{
        icon::{self, Icon},
        theme, words,
    },
};

/// So much height is left to the lists below the filters, in points.
const LEFT_TO_LISTS: f32 = 240.0;

/// The filters are never less high, in points.
const LEAST_HEIGHT: f32 = 130.0;

/// The search field, for the key that goes there.
pub fn search_id() -> Id {
    Id::unique("search events")
}

/// The filters and what they remember.
pub struct Filters {
    open: bool,
    unfolded: BTreeSet<Section>,
    facets: FacetLists,
    saved: Saved,
}

/// A part of the filters that folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Section {
    Type,
    Review,
    Facet(Facet),
    Precision,
    More,
}

impl Section {
    /// All of them, from top to bottom.
    fn all() -> impl Iterator<Item = Section> {
        let facets = Facet::ALL.into_iter().map(Section::Facet);
        let first = [Section::Type, Section::Review];
        first.into_iter().chain(facets).chain([Section::Precision, Section::More])
    }

    fn title(self) -> String {
        match self {
            Section::Type => tr!("filter-type"),
            Section::Review => tr!("filter-review"),
            Section::Facet(facet) => words::facet(facet),
            Section::Precision => tr!("filter-precision"),
            Section::More => tr!("filter-more"),
        }
    }

    /// What it asks for, in a word or two; nothing where it lets everything pass.
    fn asks(self, session: &Session) -> String {
        let filter = session.filter();
        let hidden = match self {
            Section::Type => EventType::ALL.iter().filter(|t| !filter.shows_type(**t)).count(),
            Section::Review => Review::ALL.iter().filter(|r| !filter.shows_review(**r)).count(),
            Section::Precision => {
                Precision::ALL.iter().filter(|p| !filter.shows_precision(**p)).count()
            }
            Section::Facet(facet) => {
                return match filter.chosen(facet).count() {
                    0 => String::new(),
                    n => tr!("filter-chosen", n = n),
                };
            }
            Section::More => {
                let on = usize::from(filter.disputed_only())
                    + usize::from(filter.least_killed() > 0)
                    + usize::from(filter.background())
                    + usize::from(filter.area().is_some());
                return if on == 0 { String::new() } else { tr!("filter-chosen", n = on) };
            }
        };
        if hidden == 0 { String::new() } else { tr!("filter-hidden", n = hidden) }
    }
}

impl Default for Filters {
    fn default() -> Self {
        Self {
            open: false,
            unfolded: BTreeSet::from([Section::Type]),
            facets: FacetLists::default(),
            saved: Saved::default(),
        }
    }
}

impl Filters {
    /// Shows the search, how much is shown, and the filters if they are open. The map looks
    /// at `view`, for bookmarks.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        view: Option<View>,
        commands: &mut Vec<Command>,
    ) {
        let (size, layout) =
            (vec2(ui.available_width(), 28.0), Layout::right_to_left(Align::Center));
        ui.allocate_ui_with_layout(size, layout, |ui| {
            self.saved.ui(ui, session, view, commands);
            search_ui(ui, session, commands);
        });
        if session.is_empty() {
            return;
        }
        self.summary_ui(ui, session, commands);
        if self.open {
            let most = (ui.available_height() - LEFT_TO_LISTS).max(LEAST_HEIGHT);
            let area = ScrollArea::vertical().id_salt("filters").max_height(most);
            area.auto_shrink([false, true]).show(ui, |ui| self.sections_ui(ui, session, commands));
        }
    }

    fn summary_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let size = vec2(ui.available_width(), 26.0);
        // From the right, so that what has no room is cut, not written over.
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let label = if self.open { tr!("filter-hide") } else { tr!("filter-open") };
            if ui.selectable_label(self.open, label).clicked() {
                self.open = !self.open;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                counts_ui(ui, session, commands);
            });
        });
    }

    fn sections_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        // The bar for scrolling lies over what is at the right end.
        let margin = Margin { left: 0, right: 10, top: 0, bottom: 4 };
        eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for section in Section::all() {
                self.section_ui(ui, section, session, commands);
            }
        });
    }

    fn section_ui(
        &mut self,
        ui: &mut Ui,
        section: Section,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let open = self.unfolded.contains(&section);
        if fold_ui(ui, open, &section.title(), &section.asks(session)) {
            if open {
                self.unfolded.remove(&section);
            } else {
                self.unfolded.insert(section);
            }
        }
        if !open {
            return;
        }
        ui.push_id(section, |ui| match section {
            Section::Type => types_ui(ui, session, commands),
            Section::Review => reviews_ui(ui, session, commands),
            Section::Facet(facet) => self.facets.ui(ui, facet, session, commands),
            Section::Precision => precision_ui(ui, session, commands),
            Section::More => more_ui(ui, session, commands),
        });
        ui.add_space(4.0);
    }
}

/// The line that folds what is below it; `aside` stands at its end. Whether it was clicked.
pub fn fold_ui(ui: &mut Ui, open: bool, title: &str, aside: &str) -> bool {
    let theme = theme::current(ui);
    let size = vec2(ui.available_width(), 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::DisclosureTriangle, true, title);
        info.selected = Some(open);
        info
    });
    let bright = response.hovered() || response.has_focus();
    let ink = if bright { theme.text.strong.0 } else { theme.text.normal.0 };
    let sign = if open { Icon::Down } else { Icon::Right };
    let at = pos2(rect.left() + 5.0, rect.center().y);
    icon::paint(ui.painter(), Rect::from_center_size(at, vec2(7.0, 7.0)), sign, ink);
    let title = ui.painter().layout_no_wrap(title.to_owned(), theme::strong(12.5), ink);
    let font = eframe::egui::FontId::proportional(12.0);
    let aside = ui.painter().layout_no_wrap(aside.to_owned(), font, theme.accent.link.0);
    let y = |height: f32| rect.center().y - height / 2.0;
    ui.painter().galley(pos2(rect.left() + 15.0, y(title.size().y)), title, ink);
    let right = rect.right() - aside.size().x - 2.0;
    ui.painter().galley(pos2(right, y(aside.size().y)), aside, ink);
    response.clicked()
}

fn search_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let mut text = session.filter().text().to_owned();
    let field = TextEdit::singleline(&mut text)
        .id(search_id())
        .hint_text(tr!("filter-search-hint"))
        .desired_width(f32::INFINITY)
        .margin(Margin { left: 28, right: 26, top: 5, bottom: 5 });
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, tr!("filter-search"));
        info.current_text_value = Some(text.clone());
        info
    });
    let rect = response.rect;
    let at = pos2(rect.left() + 15.0, rect.center().y);
    let glass = Rect::from_center_size(at, vec2(11.0, 11.0));
    icon::paint(ui.painter(), glass, Icon::Search, theme::current(ui).text.weak.0);
    if response.changed() {
        commands.push(Command::SetSearch(text));
    } else if !text.is_empty() {
        let at =
            Rect::from_center_size(pos2(rect.right() - 13.0, rect.center().y), vec2(20.0, 20.0));
        let mut above = ui.new_child(eframe::egui::UiBuilder::new().max_rect(at));
        let words = tr!("filter-search-clear");
        if icon::small_button(&mut above, Icon::Close, &words, &words).clicked() {
            commands.push(Command::SetSearch(String::new()));
        }
    }
}

fn chips_ui(ui: &mut Ui, add_chips: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        add_chips(ui);
    });
}

fn types_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let tallies = session.tallies();
    chips_ui(ui, |ui| {
        for event_type in EventType::ALL {
            let code = usize::from(event_type.code());
            if tallies.present[code] {
                type_chip(ui, event_type, tallies.types[code], session, commands);
            }
        }
    });
}

fn type_chip(
    ui: &mut Ui,
    event_type: EventType,
    count: usize,
    session: &Session,
    commands: &mut Vec<Command>,
) {
    let shown = session.filter().shows_type(event_type);
    let label = words::event_type(event_type);
    let response = chip(ui, &label, &count.to_string(), shown, Sign::Type(event_type));
    if response.double_clicked() || (response.clicked() && ui.input(|i| i.modifiers.command)) {
        commands.push(Command::OnlyType(event_type));
    } else if response.clicked() {
        commands.push(Command::ToggleType(event_type));
    }
    response.on_hover_text(tr!("filter-type-help"));
}

fn reviews_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let counts = session.tallies().reviews;
    chips_ui(ui, |ui| {
        for review in Review::ALL {
            let (shown, count) = (session.filter().shows_review(review), counts[review as usize]);
            let sign = review_icon(review).map_or(Sign::None, Sign::Icon);
            let response = chip(ui, &words::review(review), &count.to_string(), shown, sign);
            if response.double_clicked()
                || (response.clicked() && ui.input(|i| i.modifiers.command))
            {
                commands.extend(only_review(session, review).map(Command::ToggleReview));
            } else if response.clicked() {
                commands.push(Command::ToggleReview(review));
            }
            response.on_hover_text(tr!("filter-type-help"));
        }
    });
}

/// What to hide or show so that only this is shown; all, if it is the only one.
fn only_review(session: &Session, only: Review) -> impl Iterator<Item = Review> {
    let shown = |review: Review| session.filter().shows_review(review);
    let is_only = Review::ALL.iter().all(|review| shown(*review) == (*review == only));
    Review::ALL.into_iter().filter(move |review| shown(*review) != (is_only || *review == only))
}

fn precision_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    chips_ui(ui, |ui| {
        for precision in Precision::ALL {
            let shown = session.filter().shows_precision(precision);
            if chip(ui, &words::precision(precision), "", shown, Sign::None).clicked() {
                commands.push(Command::TogglePrecision(precision));
            }
        }
    });
}

fn more_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    theme::outline_choices(ui);
    if session.filter().area().is_some() {
        let mut within = true;
        if ui.checkbox(&mut within, tr!("filter-area")).changed() {
            commands.push(Command::SetArea(None));
        }
    }
    let mut only = session.filter().disputed_only();
    if ui.checkbox(&mut only, tr!("filter-disputed-only")).changed() {
        commands.push(Command::DisputedOnly(only));
    }
    let count = session.tallies().background;
    if count > 0 {
        let mut shown = session.filter().background();
        if ui.checkbox(&mut shown, tr!("filter-background", n = count)).changed() {
            commands.push(Command::ShowBackground(shown));
        }
    }
    ui.horizontal(|ui| {
        let mut least = session.filter().least_killed();
        let label = ui.label(tr!("filter-least-killed"));
        let drag = DragValue::new(&mut least).range(0..=1_000_000).speed(0.1);
        if ui.add(drag).labelled_by(label.id).changed() {
            commands.push(Command::LeastKilled(least));
        }
    });
}

/// How much is shown, how to show all, and what is left out as history.
fn counts_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let (shown, all) = session.counts();
    let words = tr!("filter-shown", shown = shown, all = all);
    ui.add(Label::new(RichText::new(words).font(theme::strong(12.5))).truncate());
    if session.filter().is_active() && ui.small_button(tr!("filter-clear")).clicked() {
        commands.push(Command::ClearFilter);
    }
    let history = session.tallies().background;
    if history > 0 && !session.filter().background() {
        let weak = theme::current(ui).text.weak.0;
        let words = RichText::new(tr!("filter-history-count", n = history)).size(12.0);
        ui.add(Label::new(words.color(weak)).truncate());
    }
}
