//! The menu bar, from the table of actions.

use eframe::egui::{Button, MenuBar, RichText, ThemePreference, Ui};

use super::{app::Panels, keys, theme, words};
use std::path::PathBuf;

use crate::session::{ACTIONS, Action, ActionInfo, Menu, Projects, Session};
use crate::tr;

/// Shows the menus, and how much is open on the right.
pub fn menu_ui(
    ui: &mut Ui,
    session: &Session,
    projects: &Projects,
    panels: Panels,
    asked: &mut Asked,
) {
    MenuBar::new().ui(ui, |ui| {
        ui.label(RichText::new("Dateline").font(theme::strong(14.5)));
        ui.add_space(6.0);
        for menu in Menu::ALL {
            ui.menu_button(menu.label(), |ui| {
                ui.set_min_width(230.0);
                let mut group = 0;
                for info in ACTIONS.iter().filter(|info| info.menu == menu) {
                    if info.group != group {
                        ui.separator();
                        group = info.group;
                    }
                    entry_ui(ui, info, session, panels, &mut asked.actions);
                    if info.action == Action::OpenProject {
                        recent_ui(ui, projects, &mut asked.project);
                    }
                }
                if menu == Menu::View {
                    ui.separator();
                    theme_ui(ui);
                }
            });
        }
        status_ui(ui, session);
    });
}

/// What was chosen.
#[derive(Default)]
pub struct Asked {
    /// Entries.
    pub actions: Vec<Action>,
    /// A project to open.
    pub project: Option<PathBuf>,
}

/// The projects that were open last.
fn recent_ui(ui: &mut Ui, projects: &Projects, chosen: &mut Option<PathBuf>) {
    if !projects.are_kept() {
        return;
    }
    ui.menu_button(tr!("menu-recent-projects"), |ui| {
        let recent = projects.recent();
        if recent.is_empty() {
            ui.label(tr!("menu-no-recent-projects"));
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

fn entry_ui(
    ui: &mut Ui,
    info: &ActionInfo,
    session: &Session,
    panels: Panels,
    actions: &mut Vec<Action>,
) {
    let (label, enabled) = label_and_state(info, session);
    let keys = keys::shortcut(info.key).map_or_else(String::new, |k| ui.ctx().format_shortcut(&k));
    let open = match info.action {
        Action::ToggleLists => panels.lists,
        Action::ToggleInspector => panels.inspector,
        _ => false,
    };
    let button = Button::selectable(open, label).shortcut_text(keys);
    if ui.add_enabled(enabled, button).on_hover_text(info.help()).clicked() {
        actions.push(info.action);
        ui.close();
    }
}

/// The words of the entry, and whether it can be chosen now.
fn label_and_state(info: &ActionInfo, session: &Session) -> (String, bool) {
    let history = session.history();
    let has_articles = !session.is_empty();
    let has_days = session.clock().extent().is_some();
    let enabled = match info.action {
        Action::Undo => return step(info, "action-undo-step", history.undo_label()),
        Action::Redo => return step(info, "action-redo-step", history.redo_label()),
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

fn theme_ui(ui: &mut Ui) {
    super::theme::outline_choices(ui);
    let mut preference = ui.ctx().options(|options| options.theme_preference);
    let choices = [
        (ThemePreference::System, tr!("menu-theme-system")),
        (ThemePreference::Light, tr!("menu-theme-light")),
        (ThemePreference::Dark, tr!("menu-theme-dark")),
    ];
    for (choice, label) in choices {
        if ui.radio_value(&mut preference, choice, label).clicked() {
            ui.ctx().set_theme(preference);
            ui.close();
        }
    }
}

fn status_ui(ui: &mut Ui, session: &Session) {
    let articles = session.dataset().articles.len();
    if articles == 0 {
        return;
    }
    let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
    ui.with_layout(layout, |ui| {
        let events = session.dataset().events.len();
        let mut text = format!(
            "{} · {}",
            tr!("count-articles", n = articles),
            tr!("count-events", n = events)
        );
        if let Some(path) = session.project_path() {
            text = format!("{} · {text}", words::file_name(path));
        }
        ui.label(RichText::new(text).color(theme::current(ui).text.weak.0));
    });
}
