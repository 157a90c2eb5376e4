//! The menu bar, from the table of actions.

use std::path::PathBuf;

use eframe::egui::{
    Align, Button, Layout, MenuBar, Popup, RichText, Ui,
    containers::menu::{MenuButton, SubMenuButton},
};

use super::{
    icon::{self, Icon},
    keys::{self, MenuKey},
    theme, words,
};
use crate::locale::Language;
use crate::session::{ACTIONS, Action, ActionInfo, Menu, Projects, Session};
use crate::storage::{Palette, Settings, Theme};
use crate::tr;

/// What the menus tell of.
pub struct Shown<'a> {
    /// What is open.
    pub session: &'a Session,
    /// Those that were open before.
    pub projects: &'a Projects,
    /// What the person chose.
    pub settings: &'a Settings,
    /// Whether an error was not read yet.
    pub unread: bool,
}

/// Shows the menus, and how much is open on the right.
pub fn menu_ui(ui: &mut Ui, shown: &Shown<'_>, key: Option<MenuKey>, asked: &mut Asked) {
    MenuBar::new().ui(ui, |ui| {
        ui.label(RichText::new("Dateline").font(theme::strong(14.5)));
        ui.add_space(6.0);
        for menu in Menu::ALL {
            let button = MenuButton::new(menu.label());
            let (response, _) = button.ui(ui, |ui| entries_ui(ui, menu, shown, asked));
            match key {
                Some(MenuKey::Open(wanted)) if wanted == menu => {
                    response.request_focus();
                    Popup::open_id(ui.ctx(), Popup::default_response_id(&response));
                }
                Some(MenuKey::Bar) if menu == Menu::File => response.request_focus(),
                _ => {}
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            notices_ui(ui, shown.unread, asked);
            status_ui(ui, shown.session);
        });
    });
}

/// What was chosen.
#[derive(Default)]
pub struct Asked {
    /// Entries.
    pub actions: Vec<Action>,
    /// A project to open.
    pub project: Option<PathBuf>,
    /// A file of articles or events to open.
    pub file: Option<PathBuf>,
    /// A language to speak; within, none is that of the system.
    pub language: Option<Option<Language>>,
}

impl Asked {
    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.actions.is_empty()
            && self.project.is_none()
            && self.file.is_none()
            && self.language.is_none()
    }
}

fn entries_ui(ui: &mut Ui, menu: Menu, shown: &Shown<'_>, asked: &mut Asked) {
    ui.set_min_width(230.0);
    let mut group = 0;
    for info in ACTIONS.iter().filter(|info| info.menu == menu) {
        if info.group != group {
            ui.separator();
            group = info.group;
        }
        entry_ui(ui, info, shown, &mut asked.actions);
        match info.action {
            Action::OpenProject if shown.projects.are_kept() => {
                let recent = shown.projects.recent();
                recent_ui(ui, tr!("menu-recent-projects"), recent, &mut asked.project);
            }
            Action::OpenPath => {
                let recent = shown.settings.recent_files.iter();
                let recent = recent.filter(|path| path.exists()).cloned().collect();
                recent_ui(ui, tr!("menu-recent-files"), recent, &mut asked.file);
            }
            Action::ReducedMotion => {
                ui.separator();
                language_ui(ui, shown.settings, asked);
            }
            _ => {}
        }
    }
}

/// What was open last.
fn recent_ui(ui: &mut Ui, label: String, recent: Vec<PathBuf>, chosen: &mut Option<PathBuf>) {
    SubMenuButton::new(label).ui(ui, |ui| {
        if recent.is_empty() {
            ui.label(tr!("menu-nothing-recent"));
        }
        for path in recent {
            let name = words::file_name(&path);
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                *chosen = Some(path);
                ui.close();
            }
        }
    });
}

fn language_ui(ui: &mut Ui, settings: &Settings, asked: &mut Asked) {
    let now = settings.language.as_deref().map(Language::of_tag);
    SubMenuButton::new(tr!("settings-language")).ui(ui, |ui| {
        let of_system = (None, tr!("menu-language-system"));
        let all = Language::ALL.map(|it| (Some(it), it.own_name().to_owned()));
        for (language, label) in std::iter::once(of_system).chain(all) {
            if ui.add(Button::selectable(now == language, label)).clicked() {
                asked.language = Some(language);
                ui.close();
            }
        }
    });
}

fn entry_ui(ui: &mut Ui, info: &ActionInfo, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let (label, enabled) = label_and_state(info, shown.session);
    let keys = keys::shortcut(info.key).map_or_else(String::new, |k| ui.ctx().format_shortcut(&k));
    let is_on = is_on(info.action, shown.settings);
    let button = Button::selectable(is_on, label).shortcut_text(keys);
    if ui.add_enabled(enabled, button).on_hover_text(info.help()).clicked() {
        actions.push(info.action);
        ui.close();
    }
}

/// Whether what an entry switches is on.
fn is_on(action: Action, settings: &Settings) -> bool {
    match action {
        Action::ToggleLists => settings.panels.lists,
        Action::ToggleInspector => settings.panels.inspector,
        Action::ThemeSystem => settings.theme == Theme::System,
        Action::ThemeLight => settings.theme == Theme::Light,
        Action::ThemeDark => settings.theme == Theme::Dark,
        Action::HighContrast => settings.high_contrast,
        Action::SafeColours => settings.palette == Palette::Safe,
        Action::ReducedMotion => settings.reduced_motion,
        _ => false,
    }
}

/// The words of the entry, and whether it can be chosen now.
pub fn label_and_state(info: &ActionInfo, session: &Session) -> (String, bool) {
    let history = session.history();
    let has_articles = !session.is_empty();
    let has_days = session.clock().extent().is_some();
    let enabled = match info.action {
        Action::Undo => return step(info, "action-undo-step", history.undo_label()),
        Action::Redo => return step(info, "action-redo-step", history.redo_label()),
        // What the system's own programs call it.
        Action::Quit if cfg!(windows) => return (tr!("menu-exit"), true),
        Action::New | Action::ReadAgain | Action::ExportAnnotations | Action::ExportEvents => {
            has_articles
        }
        Action::Compact => session.project_path().is_some() && !session.is_read_only(),
        Action::Deselect | Action::MarkUnverified | Action::MarkDisputed | Action::MarkReviewed => {
            session.selection().event.is_some()
        }
        Action::FindInArticle => session.selection().focus.is_some(),
        _ if info.menu == Menu::Time => has_days,
        _ => true,
    };
    (info.label(), enabled)
}

/// The words of Undo or Redo: with the step, if there is one.
fn step(info: &ActionInfo, id: &str, label: Option<&str>) -> (String, bool) {
    match label {
        Some(label) => (tr!(id, step = words::step(label)), true),
        None => (info.label(), false),
    }
}

/// The way to all notices, with a dot while an error was not read.
fn notices_ui(ui: &mut Ui, unread: bool, asked: &mut Asked) {
    let (name, help) = (tr!("notices-title"), tr!("action-show-notices-help"));
    let bell = icon::small_button(ui, Icon::Bell, &name, &help);
    if unread {
        let theme = theme::current(ui);
        let at = bell.rect.right_top() + eframe::egui::vec2(-5.0, 5.0);
        ui.painter().circle_filled(at, 3.5, theme.accent.error.0);
    }
    if bell.clicked() {
        asked.actions.push(Action::ShowNotices);
    }
}

fn status_ui(ui: &mut Ui, session: &Session) {
    let articles = session.dataset().articles.len();
    if articles == 0 {
        return;
    }
    let events = session.dataset().events.len();
    let mut text =
        format!("{} · {}", tr!("count-articles", n = articles), tr!("count-events", n = events));
    if let Some(path) = session.project_path() {
        text = format!("{} · {text}", words::file_name(path));
    }
    let text = RichText::new(text).color(theme::current(ui).text.weak.0);
    ui.add(eframe::egui::Label::new(text).truncate());
}
