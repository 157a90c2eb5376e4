//! What menus, keys and the palette ask for.

use eframe::egui::{self, Ui};

use super::App;
use crate::{
    locale::Language,
    model::Review,
    session::{Action, Command},
    storage::{Palette as Colours, Settings, TextSize, Theme},
    tr,
    ui::{inspector, map::Done, palette::Target, timeline::Zoom},
};

impl App {
    /// Does what a menu or key asks for.
    pub(super) fn act(&mut self, action: Action, ui: &Ui) {
        if action == Action::Deselect && self.inspector.close_editor() {
            return;
        }
        if let Some(done) = self.map.act(action) {
            self.finish(done, ui);
            return;
        }
        if let Some(command) = action.command() {
            self.session.apply(command);
            return;
        }
        match action {
            Action::Find => self.lists.focus_search(ui.ctx()),
            Action::FindInArticle => self.find_in_article(),
            Action::MarkUnverified => self.mark(Review::Unverified),
            Action::MarkDisputed => self.mark(Review::Disputed),
            Action::MarkReviewed => self.mark(Review::Reviewed),
            Action::Stories => self.stories.toggle(),
            Action::CommandPalette => self.palette.toggle(),
            Action::NextPane => self.panes.go(ui.ctx(), true),
            Action::PreviousPane => self.panes.go(ui.ctx(), false),
            Action::GoToDay => self.timeline.focus_dates(ui),
            Action::FocusTime => self.timeline.focus(ui),
            Action::ZoomTimeIn => self.timeline.zoom(Zoom::By(0.5)),
            Action::ZoomTimeOut => self.timeline.zoom(Zoom::By(2.0)),
            Action::WholeTimeAxis => self.timeline.zoom(Zoom::All),
            Action::NewProject => self.show(self.projects.begin()),
            Action::Compact => self.session.compact(),
            Action::Quit => ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close),
            Action::OpenPath
            | Action::ImportTable
            | Action::AddPlaces
            | Action::SaveProjectAs
            | Action::Settings
            | Action::ShowKeys
            | Action::About => self.dialogs.open(action),
            Action::ShowNotices => {
                self.notices.log_mut().set_read();
                self.dialogs.open(action);
            }
            Action::ExportEvents | Action::SavePicture if self.session.is_empty() => {
                self.session.inform(tr!("notice-nothing-to-export"));
            }
            Action::ExportEvents | Action::SavePicture => self.dialogs.open(action),
            _ if change(&mut self.kept.settings, action) => {}
            _ => self.files.ask(action, &self.session, ui),
        }
    }

    /// Marks all selected events.
    fn mark(&mut self, mark: Review) {
        if let Some(command) = inspector::mark(&self.session, mark) {
            self.session.apply(command);
        }
    }

    fn find_in_article(&mut self) {
        self.kept.settings.panels.inspector = true;
        self.reader.find();
    }

    /// Does what the map could not do of an action.
    fn finish(&mut self, done: Done, ui: &Ui) {
        match done {
            Done::Here => {}
            Done::Command(command) => self.session.apply(command),
            Done::Copy(text) => {
                self.session.inform(tr!("map-copied", place = text.clone()));
                ui.ctx().copy_text(text);
            }
        }
    }

    /// Goes to what was chosen by its words.
    pub(super) fn go_to(&mut self, target: Target, ui: &Ui) {
        match target {
            Target::Do(action) => {
                self.kept.settings.remember_command(action.info().id);
                self.act(action, ui);
            }
            Target::Speak(language) => self.speak(Some(language)),
            Target::Open(path) => self.carry_out(Command::Open(vec![path])),
            Target::Place(position, radius_km) => self.map.show_place(position, radius_km),
            Target::Event(id) => {
                self.session.apply(Command::GoTo(id));
                self.map.bring_into_view(self.session.event(id));
            }
            Target::Filter(name) => self.session.apply(Command::UseFilter(name)),
            Target::Bookmark(bookmark) => self.carry_out(Command::ShowBookmark(bookmark)),
            Target::Article(article) => {
                self.session.apply(Command::Show { article, span: None, field: None });
            }
        }
    }

    /// Speaks a language, or that of the system if none.
    pub(super) fn speak(&mut self, language: Option<Language>) {
        self.kept.settings.language = language.map(|language| language.code().to_owned());
    }
}

/// Changes what an action of the View menu changes; whether it is one.
fn change(settings: &mut Settings, action: Action) -> bool {
    let panels = &mut settings.panels;
    match action {
        Action::ToggleLists => panels.lists = !panels.lists,
        Action::ToggleInspector => panels.inspector = !panels.inspector,
        Action::TextLarger => settings.text_size = settings.text_size.stepped(1),
        Action::TextSmaller => settings.text_size = settings.text_size.stepped(-1),
        Action::TextUsual => settings.text_size = TextSize::default(),
        Action::ThemeSystem => settings.theme = Theme::System,
        Action::ThemeLight => settings.theme = Theme::Light,
        Action::ThemeDark => settings.theme = Theme::Dark,
        Action::HighContrast => settings.high_contrast = !settings.high_contrast,
        Action::SafeColours => {
            settings.palette = match settings.palette {
                Colours::Usual => Colours::Safe,
                Colours::Safe => Colours::Usual,
            };
        }
        Action::ReducedMotion => settings.reduced_motion = !settings.reduced_motion,
        _ => return false,
    }
    true
}
