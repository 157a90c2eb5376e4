//! The articles: what is open, when it was published, what it gave.

use std::collections::BTreeMap;

use eframe::egui::{
    Frame, Key, Label, Margin, RichText, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo,
};
use jiff::civil::Date;

use super::{list_id, nothing_ui};
use crate::{
    import,
    model::{EventTable, Origin, ReadArticle, RemarkKind},
    session::{ArticleKey, Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        theme, words,
    },
};

/// The list and the dates being typed.
#[derive(Default)]
pub struct ArticleList {
    typed: BTreeMap<ArticleKey, String>,
    /// The table whose rejected rows are to be kept.
    pub rejected_of: Option<usize>,
}

/// An event table that is open: its name, what it is, and buttons. Whether its rejected rows
/// are to be kept.
fn table_ui(ui: &mut Ui, number: usize, table: &EventTable, commands: &mut Vec<Command>) -> bool {
    let mut keep_rejected = false;
    let theme = theme::current(ui);
    let margin = Margin { left: 12, right: 12, top: 8, bottom: 8 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(RichText::new(&table.name).font(theme::strong(13.0))).truncate());
        let mut about = vec![table.format.clone(), tr!("count-events", n = table.len())];
        if !table.rejected.is_empty() {
            about.push(tr!("table-rows-rejected", n = table.rejected.len()));
        }
        ui.horizontal_wrapped(|ui| {
            let about = RichText::new(about.join(" · ")).size(12.0).color(theme.text.weak.0);
            let reasons = table.rejected.iter().take(12);
            let reasons: Vec<String> = reasons
                .map(|row| {
                    let unit = table.unit.key();
                    tr!("table-line-reason", unit = unit, line = row.line, reason = &row.reason)
                })
                .collect();
            let about = ui.label(about);
            if !reasons.is_empty() {
                about.on_hover_text(reasons.join("\n"));
            }
        });
        ui.horizontal_wrapped(|ui| {
            if ui
                .small_button(tr!("table-change"))
                .on_hover_text(tr!("table-change-help"))
                .clicked()
            {
                commands.push(Command::AskAboutTable(number));
            }
            if !table.rejected.is_empty() {
                let save = ui.small_button(tr!("table-save-rejected"));
                keep_rejected = save.on_hover_text(tr!("table-save-rejected-help")).clicked();
            }
            let close = ui.small_button(tr!("table-close"));
            if close.on_hover_text(tr!("table-close-help")).clicked() {
                commands.push(Command::CloseTable(number));
            }
        });
    });
    keep_rejected
}

impl ArticleList {
    /// Shows the list. Articles without a date come first: they need a word.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let articles = &session.dataset().articles;
        for (number, table) in session.tables() {
            if table_ui(ui, number, table, commands) {
                self.rejected_of = Some(number);
            }
        }
        if session.is_empty() {
            nothing_ui(ui, &tr!("list-no-articles"));
            return;
        }
        let mut order: Vec<usize> = (0..articles.len()).collect();
        order.sort_by_key(|at| articles[*at].reading.metadata.published.is_some());
        ScrollArea::vertical().id_salt(list_id("articles")).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in order {
                if let Some(key) = session.key_of(at) {
                    self.article_ui(ui, session, at, key, commands);
                }
            }
        });
    }

    fn article_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        at: usize,
        key: ArticleKey,
        commands: &mut Vec<Command>,
    ) {
        let read = &session.dataset().articles[at];
        let theme = theme::current(ui);
        let is_open = session.selection().focus.is_some_and(|focus| focus.article == at);
        let ground = if is_open { theme.accent.soft.0 } else { theme.surface.panel.0 };
        let margin = Margin { left: 12, right: 12, top: 8, bottom: 8 };
        Frame::new().fill(ground).inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.set_width(ui.available_width());
            title_ui(ui, session, at, key, commands);
            let reports = read.reading.reports.len();
            let mut about = vec![tr!("count-reports", n = reports)];
            if let Some(source) = &read.reading.metadata.source {
                about.insert(0, source.value.clone());
            }
            ui.label(RichText::new(about.join(" · ")).size(12.0).color(theme.text.weak.0));
            self.date_ui(ui, read, session, key, commands);
        });
        let line = ui.max_rect().x_range();
        // Within the frame: the next one paints over what is below.
        let y = ui.cursor().top() - 0.5;
        ui.painter().hline(line, y, eframe::egui::Stroke::new(1.0, theme.surface.line.0));
    }

    /// The day of publication, or a field for it where nothing tells it.
    fn date_ui(
        &mut self,
        ui: &mut Ui,
        read: &ReadArticle,
        session: &Session,
        key: ArticleKey,
        commands: &mut Vec<Command>,
    ) {
        let theme = theme::current(ui);
        let published = read.reading.metadata.published.as_ref();
        if let Some(published) = published {
            ui.horizontal(|ui| {
                let origin = match published.origin {
                    Origin::Text(_) => tr!("article-origin-text"),
                    Origin::File => tr!("article-origin-file"),
                    Origin::Page | Origin::LinkedData => tr!("article-origin-page"),
                    Origin::Person => tr!("article-origin-person"),
                };
                let day = words::day(published.value);
                let words = tr!("article-published", day = day, origin = origin);
                ui.label(RichText::new(words).size(12.0).color(theme.text.weak.0));
                let edited = session.edits().published.contains_key(&key);
                if edited && ui.small_button(tr!("article-forget-date")).clicked() {
                    commands.push(Command::SetPublished(key, None));
                }
            });
            return;
        }
        let waiting =
            read.reading.remarks.iter().filter(|remark| remark.kind == RemarkKind::Undated).count();
        let why = match waiting {
            0 => tr!("article-no-date"),
            n => tr!("article-no-date-waiting", n = n),
        };
        ui.label(RichText::new(why).size(12.0).color(theme.accent.warning.0));
        self.date_field_ui(ui, key, commands);
    }

    fn date_field_ui(&mut self, ui: &mut Ui, key: ArticleKey, commands: &mut Vec<Command>) {
        let typed = self.typed.entry(key).or_default();
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(typed).hint_text("2022-09-13").desired_width(110.0);
            let response = ui.add(field);
            response.widget_info(|| {
                let name = tr!("article-publication-date");
                let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
                info.current_text_value = Some(typed.clone());
                info
            });
            let date: Option<Date> = import::date(typed.trim()).ok();
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let button = eframe::egui::Button::new(tr!("article-set-date"));
            let clicked = ui.add_enabled(date.is_some(), button).clicked();
            if let Some(date) = date.filter(|_| clicked || entered) {
                commands.push(Command::SetPublished(key, Some(date)));
                typed.clear();
            } else if !typed.trim().is_empty() && date.is_none() {
                let ink = theme::current(ui).text.weak.0;
                ui.label(RichText::new(tr!("article-date-form")).size(12.0).color(ink));
            }
        });
    }
}

fn title_ui(
    ui: &mut Ui,
    session: &Session,
    at: usize,
    key: ArticleKey,
    commands: &mut Vec<Command>,
) {
    let read = &session.dataset().articles[at];
    let title = title_of(read);
    ui.horizontal(|ui| {
        let shown = session.filter().shows_article(key);
        let mut checked = shown;
        let response = ui.checkbox(&mut checked, "").on_hover_text(tr!("article-show-events"));
        let name = tr!("article-show-events-of", title = title);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, shown, &name));
        if response.changed() {
            commands.push(Command::ToggleArticle(key));
        }
        let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
        ui.with_layout(layout, |ui| {
            let (name, help) = (tr!("article-close-named", title = title), tr!("article-close"));
            if icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                commands.push(Command::Close(key));
            }
            let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
            ui.with_layout(layout, |ui| {
                let label = RichText::new(title).font(theme::strong(13.0));
                let label = Label::new(label).truncate().sense(Sense::click());
                if ui.add(label).on_hover_text(title).clicked() {
                    commands.push(Command::Show { article: at, span: None, field: None });
                }
            });
        });
    });
}

/// The headline; the id where there is none.
pub fn title_of(read: &ReadArticle) -> &str {
    read.reading.metadata.title.as_ref().map_or(read.article.id.as_str(), |t| t.value.as_str())
}
