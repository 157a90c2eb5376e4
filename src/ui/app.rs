//! The shell: where the parts of the window are, and what happens each frame.

use std::path::{Path, PathBuf};

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, Ui};

use super::{
    dialogs::{Asked, Dialogs},
    files::Files,
    fonts, inspector, keys,
    lists::Lists,
    map,
    map::{Done, MapView, Wish},
    menu,
    notices::Notices,
    reader::Reader,
    start, theme,
    timeline::Timeline,
    words,
};
use crate::about::VERSION;
use crate::session::{Action, Command, Projects, Session, is_project};
use crate::storage::Folder;
use crate::tr;

/// The program in its window.
pub struct App {
    session: Session,
    projects: Projects,
    /// The title that the window has.
    title: String,
    map: MapView,
    lists: Lists,
    reader: Reader,
    timeline: Timeline,
    files: Files,
    dialogs: Dialogs,
    notices: Notices,
    panels: Panels,
}

/// Which side panels are open.
#[derive(Clone, Copy, Debug)]
pub struct Panels {
    /// The left one.
    pub lists: bool,
    /// The right one.
    pub inspector: bool,
}

impl App {
    /// Starts with these files and folders, or with the sample if there are none, and
    /// with the user's own places in the files `places`. Nothing is kept.
    pub fn new(
        cc: &eframe::CreationContext<'_>,
        paths: Vec<PathBuf>,
        places: Vec<PathBuf>,
    ) -> Self {
        Self::kept(cc, paths, places, None)
    }

    /// As [`App::new`], but without paths it goes on with the last project, and all is kept:
    /// in that project, or in one without a name in `folder`.
    pub fn kept(
        cc: &eframe::CreationContext<'_>,
        paths: Vec<PathBuf>,
        places: Vec<PathBuf>,
        folder: Option<Folder>,
    ) -> Self {
        fonts::install(&cc.egui_ctx);
        theme::install(&cc.egui_ctx);
        if let Some(state) = &cc.wgpu_render_state {
            map::install(state);
        }
        let projects = Projects::new(folder, VERSION);
        Self {
            session: projects.start(paths, places),
            projects,
            title: String::new(),
            map: MapView::default(),
            lists: Lists::default(),
            reader: Reader::default(),
            timeline: Timeline::default(),
            files: Files::default(),
            dialogs: Dialogs::default(),
            notices: Notices::default(),
            panels: Panels { lists: true, inspector: true },
        }
    }

    /// What is open, chosen and shown.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Carries out a command as if a widget had sent it.
    pub fn apply(&mut self, command: Command) {
        self.session.apply(command);
    }

    /// The map.
    pub fn map(&self) -> &MapView {
        &self.map
    }

    /// The map, to move it as a widget would.
    pub fn map_mut(&mut self) -> &mut MapView {
        &mut self.map
    }

    /// Does what a menu or key asks for.
    fn act(&mut self, action: Action, ui: &Ui) {
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
            Action::ToggleLists => self.panels.lists = !self.panels.lists,
            Action::ToggleInspector => self.panels.inspector = !self.panels.inspector,
            Action::NewProject => self.show(self.projects.begin()),
            Action::Compact => self.session.compact(),
            Action::Quit => ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close),
            Action::OpenPath
            | Action::AddPlaces
            | Action::SaveProjectAs
            | Action::ShowKeys
            | Action::About => self.dialogs.open(action),
            Action::ExportEvents if self.session.is_empty() => {
                self.session.inform(tr!("notice-nothing-to-export"));
            }
            Action::ExportEvents => self.dialogs.open(action),
            _ => self.files.ask(action, &self.session, ui),
        }
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

    /// Shows another session in place of this one.
    fn show(&mut self, session: Session) {
        self.session = session;
        self.map.forget_events();
        self.lists = Lists::default();
        self.reader = Reader::default();
        self.timeline = Timeline::default();
    }

    /// Carries out a command of a widget; a project among the files takes the place of what
    /// is open.
    fn carry_out(&mut self, command: Command) {
        let Command::Open(paths) = command else {
            self.session.apply(command);
            return;
        };
        let (projects, articles): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| is_project(path));
        if let Some(path) = projects.first() {
            self.open_project(path);
        }
        if !articles.is_empty() {
            self.session.apply(Command::Open(articles));
        }
    }

    fn open_project(&mut self, path: &Path) {
        if self.session.project_path() == Some(path) {
            return;
        }
        match self.projects.open(path) {
            Ok(session) => self.show(session),
            Err(error) => {
                self.session.warn(tr!("notice-project-not-opened"), vec![error.to_string()]);
            }
        }
    }

    fn save_as(&mut self, path: &Path) {
        match self.projects.save_as(&mut self.session, path) {
            Ok(()) => {
                let path = path.display().to_string();
                self.session.inform(tr!("notice-project-is", path = path));
            }
            Err(error) => {
                self.session.warn(tr!("notice-project-not-saved"), vec![error.to_string()]);
            }
        }
    }

    /// Does what a dialog wants.
    fn answer(&mut self, asked: Asked, ui: &Ui) {
        match asked {
            Asked::Files(action) => self.files.ask(action, &self.session, ui),
            Asked::ExportTo(format) => self.files.ask_export(format, ui),
            Asked::SaveAs(path) => self.save_as(&path),
            Asked::Export(export) => self.files.export(*export, &self.session, ui),
        }
    }

    /// "Syunik – Dateline".
    fn update_title(&mut self, ui: &Ui) {
        let name = self.session.project_path().map(words::file_name);
        let title = name.map_or("Dateline".to_owned(), |name| format!("{name} – Dateline"));
        if title != self.title {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Lets time pass and takes in what other threads have brought.
    fn update(&mut self, ui: &Ui, commands: &mut Vec<Command>) {
        let seconds = f64::from(ui.input(|input| input.stable_dt));
        let moved = self.session.tick(seconds);
        let read = self.session.poll();
        if moved || read || self.session.clock().playing() {
            ui.ctx().request_repaint();
        }
        if self.session.progress().is_some() {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(50));
        }
        self.files.update(ui, &mut self.session, commands);
        if let Some(path) = self.files.take_export_path() {
            self.dialogs.set_export_path(path);
        }
        if let Some(path) = self.files.take_project_path() {
            self.dialogs.close();
            self.save_as(&path);
        }
        self.update_title(ui);
        for path in self.files.take_tiles() {
            self.map.tile_layers_mut().add_file(path);
        }
        for (message, detail) in self.map.tile_layers_mut().take_warnings() {
            self.session.warn(message, vec![detail]);
        }
        if let Some(Wish::ChooseFile) = self.map.take_wish() {
            self.files.ask(Action::MapLayers, &self.session, ui);
        }
    }

    fn panels(&mut self, ui: &mut Ui, commands: &mut Vec<Command>, asked: &mut menu::Asked) {
        let theme = theme::current(ui);
        let bar = Frame::new().fill(theme.surface.bar.0);
        let side = Frame::new().fill(theme.surface.panel.0);
        let width = ui.ctx().content_rect().width();

        Panel::top("menu").frame(bar.inner_margin(Margin::symmetric(10, 4))).show(ui, |ui| {
            menu::menu_ui(ui, &self.session, &self.projects, self.panels, asked);
        });
        Panel::bottom("time")
            .frame(bar.inner_margin(Margin { left: 14, right: 14, top: 8, bottom: 6 }))
            .exact_size(150.0)
            .show(ui, |ui| self.timeline.ui(ui, &self.session, commands));
        if self.panels.lists {
            Panel::left("lists")
                .frame(side)
                .resizable(true)
                .default_size((width * 0.28).clamp(310.0, 460.0))
                .size_range(270.0..=560.0)
                .show(ui, |ui| self.lists.ui(ui, &self.session, commands));
        }
        if self.panels.inspector {
            Panel::right("inspector")
                .frame(side)
                .resizable(true)
                .default_size((width * 0.26).clamp(310.0, 520.0))
                .size_range(280.0..=760.0)
                .show(ui, |ui| self.inspector_and_reader(ui, commands));
        }
        CentralPanel::no_frame().show(ui, |ui| {
            self.map.ui(ui, &self.session, commands);
            if self.session.is_empty() {
                start::empty_ui(ui, self.session.progress().is_some(), &mut asked.actions);
            }
        });
    }

    fn inspector_and_reader(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let height = ui.available_height();
        Panel::top("fields")
            .frame(Frame::new())
            .resizable(true)
            .default_size(height * 0.52)
            .size_range(120.0..=(height - 120.0).max(121.0))
            .show(ui, |ui| {
                // A panel is as high as what is in it, unless told otherwise.
                ui.set_min_height(ui.available_height());
                inspector::inspector_ui(ui, &self.session, commands);
            });
        CentralPanel::no_frame().show(ui, |ui| self.reader.ui(ui, &self.session));
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let (mut commands, mut asked) = (Vec::new(), menu::Asked::default());
        self.update(ui, &mut commands);
        // A menu that is open has the keys for itself: Escape closes it.
        if !self.dialogs.is_open() && !egui::Popup::is_any_open(ui.ctx()) {
            keys::read(ui, &mut asked.actions);
            commands.extend(keys::pasted(ui).map(Command::Paste));
        }
        self.panels(ui, &mut commands, &mut asked);
        if let Some(asked) = self.dialogs.ui(ui.ctx(), &self.session, &mut commands) {
            self.answer(asked, ui);
            ui.ctx().request_repaint();
        }
        self.notices.ui(ui.ctx(), &self.session, &mut commands);
        start::drop_ui(ui.ctx());
        if !(asked.actions.is_empty() && asked.project.is_none() && commands.is_empty()) {
            // What they change was drawn before: it must be drawn again.
            ui.ctx().request_repaint();
        }
        for action in asked.actions {
            self.act(action, ui);
        }
        for command in commands {
            self.carry_out(command);
        }
        if let Some(path) = asked.project {
            self.open_project(&path);
        }
    }
}
