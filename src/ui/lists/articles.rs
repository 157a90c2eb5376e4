//! The articles: what is open, when it was published, what it gave, and where the words
//! looked for stand in it.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    Align, Button, FontId, Frame, Id, Key, Label, Layout, Margin, Panel, Rect, RichText, Role,
    ScrollArea, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo,
    text::{LayoutJob, TextFormat},
    vec2,
};
use jiff::civil::Date;

use super::{
    Tab,
    article_rows::{ArticleRow, ArticleRows, Row, SortBy, outlet, published},
    closed,
    found::Found,
    list_id, nothing_ui,
};
use crate::{
    import,
    model::{EventTable, Origin, ReadArticle, Span},
    session::{ArticleKey, Command, Session},
    tr,
    ui::{
        bidi,
        icon::{self, Icon},
        theme, words,
    },
};

/// A row without hits, in points.
const ROW_HEIGHT: f32 = 60.0;
const TABLE_HEIGHT: f32 = ROW_HEIGHT + 24.0;

/// A line with a hit, in points.
const HIT_HEIGHT: f32 = 19.0;

/// So many letters are shown before a hit, and twice as many after it.
const BEFORE_HIT: usize = 28;

/// The list, the dates being typed, and what is selected.
#[derive(Default)]
pub struct ArticleList {
    typed: BTreeMap<ArticleKey, String>,
    /// The table whose rejected rows are to be kept.
    pub rejected_of: Option<usize>,
    order: (SortBy, bool),
    undated_only: bool,
    rows: ArticleRows,
    /// Where each row begins, and where the last ends.
    tops: Vec<f32>,
    selected: BTreeSet<ArticleKey>,
    /// The row where a range begins.
    anchor: Option<ArticleKey>,
    /// The article whose field for the date gets the keyboard.
    next_field: Option<ArticleKey>,
}

impl ArticleList {
    /// Shows the list. The other list to go to, if one is asked for.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        found: &Found,
        commands: &mut Vec<Command>,
    ) -> Option<Tab> {
        closed::closed_ui(ui, session, commands);
        if session.is_empty() {
            nothing_ui(ui, &tr!("list-no-articles"));
            return None;
        }
        self.update(session, found);
        self.undated_ui(ui);
        self.order_ui(ui);
        self.bulk_ui(ui, session, commands);
        if self.rows.rows().is_empty() {
            nothing_ui(ui, &tr!("list-articles-none-found"));
            return None;
        }
        let (mut tab, mut rejected_of) = (None, None);
        let area = ScrollArea::vertical().id_salt(list_id("articles")).auto_shrink(false);
        area.show_viewport(ui, |ui, seen| {
            let height = self.tops.last().copied().unwrap_or(0.0);
            ui.set_height(height);
            let start = ui.max_rect().min;
            let width = ui.available_width();
            let place = |at: usize, tops: &[f32]| {
                let corner = start + vec2(0.0, tops[at]);
                Rect::from_min_size(corner, vec2(width, tops[at + 1] - tops[at]))
            };
            self.scroll_to_field(ui, |at, tops| place(at, tops));
            let rows = std::mem::take(&mut self.rows);
            let first = self.tops.partition_point(|top| *top <= seen.top()).saturating_sub(1);
            for (at, row) in rows.rows().iter().enumerate().skip(first) {
                if self.tops[at] > seen.bottom() {
                    break;
                }
                let rect = place(at, &self.tops);
                let inside = UiBuilder::new().max_rect(rect).id_salt(("article", at));
                ui.scope_builder(inside, |ui| match row {
                    Row::Table(number) => match table_ui(ui, rect, *number, session, commands) {
                        Some(Wanted::Rejected) => tab = Some(Tab::NotOnMap),
                        Some(Wanted::File) => rejected_of = Some(*number),
                        None => {}
                    },
                    Row::Article(row) => self.article_ui(ui, rect, row, session, &rows, commands),
                });
            }
            self.rows = rows;
        });
        self.rejected_of = rejected_of.or(self.rejected_of);
        tab
    }

    fn update(&mut self, session: &Session, found: &Found) {
        if self.undated_only && self.rows.undated() == 0 {
            self.undated_only = false;
        }
        if !self.rows.update(session, found, self.order, self.undated_only) {
            return;
        }
        let height = |row: &Row| match row {
            Row::Table(_) => TABLE_HEIGHT,
            Row::Article(row) => {
                let hits = row.hit.as_ref().map_or(0, |hit| hit.spans.len());
                ROW_HEIGHT + hits as f32 * HIT_HEIGHT
            }
        };
        let mut top = 0.0;
        self.tops = vec![top];
        for row in self.rows.rows() {
            top += height(row);
            self.tops.push(top);
        }
        let open: BTreeSet<ArticleKey> = articles(&self.rows).map(|row| row.key).collect();
        self.selected.retain(|key| open.contains(key));
    }

    /// How many articles have no date, and a switch that shows only them.
    fn undated_ui(&mut self, ui: &mut Ui) {
        let undated = self.rows.undated();
        if undated == 0 {
            return;
        }
        let theme = theme::current(ui);
        let margin = Margin { left: 12, right: 12, top: 6, bottom: 6 };
        Frame::new().fill(theme.surface.row.0).inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let words = tr!("articles-undated", n = undated);
                ui.label(RichText::new(words).size(12.5).color(theme.accent.warning.0));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let words = if self.undated_only {
                        tr!("articles-show-all")
                    } else {
                        tr!("articles-show-undated")
                    };
                    if ui.small_button(words).clicked() {
                        self.undated_only = !self.undated_only;
                    }
                });
            });
        });
    }

    fn order_ui(&mut self, ui: &mut Ui) {
        let theme = theme::current(ui);
        let margin = Margin { left: 12, right: 12, top: 4, bottom: 4 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 20.0;
                for by in SortBy::ALL {
                    let chosen = self.order.0 == by;
                    let ink = if chosen { theme.text.strong.0 } else { theme.text.weak.0 };
                    let title = by.title();
                    let words = RichText::new(&title).size(11.5).color(ink);
                    let response = ui.add(Label::new(words).sense(Sense::click()));
                    response.widget_info(|| {
                        let name = tr!("list-sort-by", column = &title);
                        WidgetInfo::selected(Role::Button, true, chosen, name)
                    });
                    theme::focus_ring(ui, &response, 3);
                    if chosen {
                        let sign = if self.order.1 { Icon::Down } else { Icon::Up };
                        let right = response.rect.right_center() + vec2(6.0, 0.0);
                        let square = Rect::from_center_size(right, vec2(7.0, 7.0));
                        icon::paint(ui.painter(), square, sign, ink);
                    }
                    if response.clicked() {
                        let counts = matches!(by, SortBy::Events | SortBy::Remarks);
                        self.order = (by, if chosen { !self.order.1 } else { counts });
                    }
                }
            });
        });
        line_below(ui, theme.surface.line.0);
    }

    /// What is done to several selected articles at once.
    fn bulk_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        if self.selected.len() < 2 {
            return;
        }
        let theme = theme::current(ui);
        let margin = Margin { left: 12, right: 12, top: 8, bottom: 8 };
        let frame = Frame::new().fill(theme.accent.soft.0).inner_margin(margin);
        Panel::bottom("bulk articles").frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let words = tr!("bulk-articles", n = self.selected.len());
                ui.label(RichText::new(words).font(theme::strong(13.0)).color(theme.text.strong.0));
                let shown = |key: &ArticleKey| session.filter().shows_article(*key);
                let any_shown = self.selected.iter().any(shown);
                let words =
                    if any_shown { tr!("bulk-hide-events") } else { tr!("bulk-show-events") };
                if ui.button(words).clicked() {
                    let others = self.selected.iter().filter(|key| shown(key) == any_shown);
                    commands.extend(others.map(|key| Command::ToggleArticle(*key)));
                }
                let again = ui.button(tr!("article-read-again"));
                if again.on_hover_text(tr!("article-read-again-help")).clicked() {
                    let keys = self.selected.iter().copied().collect();
                    commands.push(Command::ReadArticlesAgain(keys));
                }
                let remove = ui.button(tr!("bulk-remove"));
                if remove.on_hover_text(tr!("bulk-remove-help")).clicked() {
                    commands.push(Command::CloseMany(self.selected.iter().copied().collect()));
                    self.selected.clear();
                }
                if ui.button(tr!("bulk-clear")).clicked() {
                    self.selected.clear();
                }
            });
        });
    }

    fn article_ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        row: &ArticleRow,
        session: &Session,
        rows: &ArticleRows,
        commands: &mut Vec<Command>,
    ) {
        let Some(read) = session.dataset().articles.get(row.at) else { return };
        let theme = theme::current(ui);
        let is_open = session.selection().focus.is_some_and(|focus| focus.article == row.at);
        let selected = self.selected.contains(&row.key);
        let response = ui.interact(rect, ui.scope_id().with("row"), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListItem, true, selected || is_open, super::title_of(read))
        });
        let ground = match (selected || is_open, response.hovered()) {
            (true, _) => theme.accent.soft.0,
            (false, true) => theme.surface.row.0,
            (false, false) => theme.surface.panel.0,
        };
        ui.painter().rect_filled(rect, 0.0, ground);
        theme::focus_ring(ui, &response, 3);
        let line = Stroke::new(1.0, theme.surface.line.0);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        let inside = rect.shrink2(vec2(12.0, 6.0));
        ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            // A line is as high as a control otherwise.
            ui.spacing_mut().interact_size.y = 18.0;
            title_ui(ui, session, row, read, commands);
            ui.horizontal(|ui| {
                ui.set_height(20.0);
                self.about_ui(ui, row, read, session, rows, commands);
            });
            for span in row.hit.iter().flat_map(|hit| &hit.spans) {
                hit_ui(ui, row.at, *span, read, commands);
            }
        });
        if response.clicked() {
            self.clicked(ui, row, rows, commands);
        }
    }

    /// A click opens the article; with Ctrl or Shift it selects.
    fn clicked(
        &mut self,
        ui: &Ui,
        row: &ArticleRow,
        rows: &ArticleRows,
        commands: &mut Vec<Command>,
    ) {
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.shift {
            let keys: Vec<ArticleKey> = articles(rows).map(|row| row.key).collect();
            let place = |key: ArticleKey| keys.iter().position(|other| *other == key);
            if let (Some(a), Some(b)) = (self.anchor.and_then(place), place(row.key)) {
                self.selected = keys[a.min(b)..=a.max(b)].iter().copied().collect();
                return;
            }
        }
        self.anchor = Some(row.key);
        if modifiers.command || modifiers.shift {
            if !self.selected.remove(&row.key) {
                self.selected.insert(row.key);
            }
            return;
        }
        self.selected = BTreeSet::from([row.key]);
        commands.push(Command::Show { article: row.at, span: None, field: None });
    }

    /// When it was published, or a field for that; its outlet, and what it gave.
    fn about_ui(
        &mut self,
        ui: &mut Ui,
        row: &ArticleRow,
        read: &ReadArticle,
        session: &Session,
        rows: &ArticleRows,
        commands: &mut Vec<Command>,
    ) {
        let weak = theme::current(ui).text.weak.0;
        let mut about: Vec<String> = Vec::new();
        match published(read) {
            Some(day) => about.push(words::day(day)),
            None => self.date_field_ui(ui, row, read, rows, commands),
        }
        if !outlet(read).is_empty() {
            about.push(bidi::one_line(outlet(read)).into_owned());
        }
        about.push(tr!("count-events", n = row.events));
        if row.remarks > 0 {
            about.push(tr!("count-remarks", n = row.remarks));
        }
        if let Some(hit) = &row.hit {
            about.push(tr!("count-hits", n = hit.count));
        }
        if session.edits().published.contains_key(&row.key) {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let forget = ui.small_button(tr!("article-forget-date"));
                if forget.on_hover_text(tr!("article-forget-date-help")).clicked() {
                    commands.push(Command::SetPublished(row.key, None));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    about_label(ui, &about.join(" · "), read, row, weak);
                });
            });
        } else {
            about_label(ui, &about.join(" · "), read, row, weak);
        }
    }

    fn date_field_ui(
        &mut self,
        ui: &mut Ui,
        row: &ArticleRow,
        read: &ReadArticle,
        rows: &ArticleRows,
        commands: &mut Vec<Command>,
    ) {
        let typed = self.typed.entry(row.key).or_default();
        let date: Option<Date> = import::date(typed.trim()).ok();
        let theme = theme::current(ui);
        let wrong = !typed.trim().is_empty() && date.is_none();
        let ink = if wrong { theme.accent.warning.0 } else { theme.text.normal.0 };
        let field = TextEdit::singleline(typed)
            .id(date_field_id(row.key))
            .hint_text(tr!("article-date-hint"))
            .font(FontId::proportional(12.5))
            .text_color(ink)
            .margin(Margin::symmetric(6, 2))
            .desired_width(100.0);
        let response = ui.add(field);
        response.widget_info(|| {
            let name = tr!("article-publication-date", title = super::title_of(read));
            let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
            info.current_text_value = Some(typed.clone());
            info
        });
        if self.next_field == Some(row.key) {
            self.next_field = None;
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        response.on_hover_text(tr!("article-date-form"));
        let button = Button::new(RichText::new(tr!("article-set-date")).size(12.0)).small();
        let clicked = ui.add_enabled(date.is_some(), button).clicked();
        if let Some(date) = date.filter(|_| clicked || entered) {
            commands.push(Command::SetPublished(row.key, Some(date)));
            self.typed.remove(&row.key);
            self.next_field = next_undated(rows, row.key);
        }
    }

    /// Brings the row into view whose field gets the keyboard.
    fn scroll_to_field(&mut self, ui: &Ui, place: impl Fn(usize, &[f32]) -> Rect) {
        let Some(key) = self.next_field else { return };
        let is_it = |row: &Row| matches!(row, Row::Article(row) if row.key == key && row.undated);
        match self.rows.rows().iter().position(is_it) {
            Some(at) => ui.scroll_to_rect(place(at, &self.tops), None),
            None => self.next_field = None,
        }
    }
}

fn articles(rows: &ArticleRows) -> impl Iterator<Item = &ArticleRow> {
    rows.rows().iter().filter_map(|row| match row {
        Row::Article(row) => Some(row),
        Row::Table(_) => None,
    })
}

/// The next article below that has no date, or else the first that has none.
fn next_undated(rows: &ArticleRows, after: ArticleKey) -> Option<ArticleKey> {
    let undated = |row: &&ArticleRow| row.undated && row.key != after;
    let below = articles(rows).skip_while(|row| row.key != after).find(undated);
    below.or_else(|| articles(rows).find(undated)).map(|row| row.key)
}

fn date_field_id(key: ArticleKey) -> Id {
    Id::unique(("publication date", key.0))
}

fn line_below(ui: &mut Ui, ink: eframe::egui::Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, ink);
}

fn title_ui(
    ui: &mut Ui,
    session: &Session,
    row: &ArticleRow,
    read: &ReadArticle,
    commands: &mut Vec<Command>,
) {
    let title = super::title_of(read);
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        let shown = session.filter().shows_article(row.key);
        theme::outline_choices(ui);
        let mut checked = shown;
        let response = ui.checkbox(&mut checked, "").on_hover_text(tr!("article-show-events"));
        let name = tr!("article-show-events-of", title = title);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, shown, &name));
        if response.changed() {
            commands.push(Command::ToggleArticle(row.key));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (name, help) = (tr!("article-close-named", title = title), tr!("article-close"));
            if icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                commands.push(Command::Close(row.key));
            }
            let name = tr!("article-read-again-named", title = title);
            let help = tr!("article-read-again-help");
            if icon::small_button(ui, Icon::Loop, &name, &help).clicked() {
                commands.push(Command::ReadArticlesAgain(vec![row.key]));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let theme = theme::current(ui);
                let ink = if shown { theme.text.normal.0 } else { theme.text.weak.0 };
                let words =
                    RichText::new(bidi::one_line(title)).font(theme::strong(13.0)).color(ink);
                ui.add(Label::new(words).truncate());
            });
        });
    });
}

/// What is known of the article, and where the day comes from for who asks.
fn about_label(
    ui: &mut Ui,
    about: &str,
    read: &ReadArticle,
    row: &ArticleRow,
    ink: eframe::egui::Color32,
) {
    let label = ui.add(Label::new(RichText::new(about).size(12.0).color(ink)).truncate());
    let more = match &read.reading.metadata.published {
        Some(published) => {
            let origin = match published.origin {
                Origin::Text(_) => tr!("article-origin-text"),
                Origin::File => tr!("article-origin-file"),
                Origin::Page | Origin::LinkedData => tr!("article-origin-page"),
                Origin::Person => tr!("article-origin-person"),
            };
            tr!("article-published", day = words::day(published.value), origin = origin)
        }
        None if row.waiting == 0 => tr!("article-no-date"),
        None => tr!("article-no-date-waiting", n = row.waiting),
    };
    label.on_hover_text(format!("{about}\n{more}"));
}

/// A place where the words looked for stand; a click shows it in the reader.
fn hit_ui(
    ui: &mut Ui,
    article: usize,
    span: Span,
    read: &ReadArticle,
    commands: &mut Vec<Command>,
) {
    let theme = theme::current(ui);
    let text = read.article.text.as_str();
    let around = around(text, span);
    let ellipsis = if around.start > 0 { "…" } else { "" };
    let plain = |ink| TextFormat::simple(FontId::proportional(12.0), ink);
    let mut job = LayoutJob::default();
    let before = format!("{ellipsis}{}", one_line(Span::new(around.start, span.start).of(text)));
    job.append(&before, 0.0, plain(theme.text.weak.0));
    let marked = TextFormat { background: theme.accent.soft.0, ..plain(theme.text.strong.0) };
    job.append(&one_line(span.of(text)), 0.0, marked);
    let after = one_line(Span::new(span.end, around.end).of(text));
    job.append(&after, 0.0, plain(theme.text.weak.0));
    let words = job.text.clone();
    ui.horizontal(|ui| {
        ui.set_height(HIT_HEIGHT - 1.0);
        ui.add_space(22.0);
        let response = ui.add(Label::new(job).truncate().sense(Sense::click()));
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
        if response.hovered() || response.has_focus() {
            let bottom = response.rect.bottom() - 1.0;
            let line = Stroke::new(1.0, theme.accent.link.0);
            ui.painter().hline(response.rect.x_range(), bottom, line);
        }
        if response.clicked() {
            commands.push(Command::Show { article, span: Some(span), field: None });
        }
    });
}

/// The words and some letters around them.
fn around(text: &str, span: Span) -> Span {
    let start = text[..span.start].char_indices().rev().nth(BEFORE_HIT - 1).map_or(0, |(at, _)| at);
    let after = text[span.end..].char_indices().nth(2 * BEFORE_HIT);
    Span::new(start, after.map_or(text.len(), |(at, _)| span.end + at))
}

fn one_line(words: &str) -> String {
    words.replace(['\n', '\r', '\t'], " ")
}

/// What is wanted of the rows of a table that are of no use.
enum Wanted {
    /// To see them.
    Rejected,
    /// To have them in a file.
    File,
}

/// An event table that is open: its name, what it is, and what can be done with it.
fn table_ui(
    ui: &mut Ui,
    rect: Rect,
    number: usize,
    session: &Session,
    commands: &mut Vec<Command>,
) -> Option<Wanted> {
    let table: &EventTable = session.dataset().tables.get(number)?;
    let theme = theme::current(ui);
    let line = Stroke::new(1.0, theme.surface.line.0);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
    let mut wanted = None;
    let inside = rect.shrink2(vec2(12.0, 6.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let (size, layout) =
            (vec2(ui.available_width(), 22.0), Layout::right_to_left(Align::Center));
        ui.allocate_ui_with_layout(size, layout, |ui| {
            let close = ui.small_button(tr!("table-close"));
            if close.on_hover_text(tr!("table-close-help")).clicked() {
                commands.push(Command::CloseTable(number));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(&table.name).font(theme::strong(13.0));
                ui.add(Label::new(name).truncate());
            });
        });
        let mut about = vec![table.format.clone(), tr!("count-events", n = table.len())];
        if !table.rejected.is_empty() {
            about.push(tr!("table-rows-rejected", n = table.rejected.len()));
        }
        ui.horizontal(|ui| {
            ui.set_height(20.0);
            let about = RichText::new(about.join(" · ")).size(12.0).color(theme.text.weak.0);
            let about = ui.add(Label::new(about).truncate());
            let reasons = table.rejected.iter().take(12);
            let reasons: Vec<String> = reasons
                .map(|row| {
                    let unit = table.unit.key();
                    tr!("table-line-reason", unit = unit, line = row.line, reason = &row.reason)
                })
                .collect();
            if !reasons.is_empty() {
                about.on_hover_text(reasons.join("\n"));
            }
        });
        ui.horizontal(|ui| {
            let change = ui.small_button(tr!("table-change"));
            if change.on_hover_text(tr!("table-change-help")).clicked() {
                commands.push(Command::AskAboutTable(number));
            }
            if table.rejected.is_empty() {
                return;
            }
            if ui.small_button(tr!("table-show-rejected")).clicked() {
                wanted = Some(Wanted::Rejected);
            }
            let save = ui.small_button(tr!("table-save-rejected"));
            if save.on_hover_text(tr!("table-save-rejected-help")).clicked() {
                wanted = Some(Wanted::File);
            }
        });
    });
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, wanted: &str) {
        let start = text.find(words).unwrap_or(0);
        let found = around(text, Span::new(start, start + words.len()));
        assert_eq!(found.of(text), wanted);
    }

    #[test]
    fn a_hit_is_shown_with_some_letters_around_it() {
        check("Goris", "Goris", "Goris");
        check("It fell on Goris at dawn.", "Goris", "It fell on Goris at dawn.");
        let long = format!("{} Goris {}", "é".repeat(90), "é".repeat(90));
        let wanted = format!("{} Goris {}", "é".repeat(27), "é".repeat(55));
        check(&long, "Goris", &wanted);
    }
}
