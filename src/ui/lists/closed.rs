//! The articles that were closed, and the way to bring them back long after undoing could.

use eframe::egui::{
    Align, Frame, Label, Layout, Margin, Panel, Popup, PopupCloseBehavior, RichText, Role,
    ScrollArea, Ui, WidgetInfo, vec2,
};

use super::title_of;
use crate::{
    session::{ArticleKey, Command, Session},
    tr,
    ui::{bidi, theme},
};

const WIDTH: f32 = 340.0;

/// A line below the articles, if any are closed, which opens their list.
pub fn closed_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let count = session.closed_articles().count();
    if count == 0 {
        return;
    }
    let theme = theme::current(ui);
    let margin = Margin { left: 12, right: 12, top: 5, bottom: 5 };
    let frame = Frame::new().fill(theme.surface.row.0).inner_margin(margin);
    Panel::bottom("closed articles").frame(frame).show(ui, |ui| {
        let button = ui.small_button(tr!("articles-closed", n = count));
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.width(WIDTH).show(|ui| list_ui(ui, session, commands));
    });
}

fn list_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    ui.set_width(WIDTH);
    ui.label(RichText::new(tr!("articles-closed-title")).font(theme::strong(13.0)));
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for (key, read) in session.closed_articles() {
            let size = vec2(ui.available_width(), 26.0);
            ui.push_id(key, |ui| {
                ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
                    row_ui(ui, key, title_of(read), commands);
                });
            });
        }
    });
    if ui.button(tr!("articles-reopen-all")).clicked() {
        let all: Vec<ArticleKey> = session.closed_articles().map(|(key, _)| key).collect();
        commands.push(Command::Reopen(all));
        ui.close();
    }
}

fn row_ui(ui: &mut Ui, key: ArticleKey, title: &str, commands: &mut Vec<Command>) {
    let button = ui.small_button(tr!("article-reopen"));
    button.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, tr!("article-reopen-named", title = title))
    });
    if button.clicked() {
        commands.push(Command::Reopen(vec![key]));
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(bidi::one_line(title).into_owned()).truncate()).on_hover_text(title);
    });
}
