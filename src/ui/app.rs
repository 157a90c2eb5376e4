//! The shell: where the parts of the window are, and what happens each frame.

use std::path::PathBuf;

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, Ui};

use super::{
    dialogs::Dialogs,
    files::Files,
    fonts, inspector, keys,
    lists::Lists,
    map,
    map::{MapView, Wish},
    menu,
    notices::Notices,
    reader::Reader,
    start, theme,
    timeline::Timeline,
};
use crate::session::{Action, Command, Session};

/// The program in its window.
pub struct App {
    session: Session,
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
    /// with the user's own places in the files `places`.
    pub fn new(
        cc: &eframe::CreationContext<'_>,
        paths: Vec<PathBuf>,
        places: Vec<PathBuf>,
    ) -> Self {
        fonts::install(&cc.egui_ctx);
        theme::install(&cc.egui_ctx);
        if let Some(state) = &cc.wgpu_render_state {
            map::install(state);
        }
        let mut session = Session::default();
        if !places.is_empty() {
            session.apply(Command::AddPlaces(places));
        }
        session.apply(if paths.is_empty() { Command::OpenSample } else { Command::Open(paths) });
        Self::with_session(session)
    }

    /// Starts with what is open in a session.
    fn with_session(session: Session) -> Self {
        Self {
            session,
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

    /// Does what a menu or key asks for.
    fn act(&mut self, action: Action, ui: &Ui) {
        if let Some(command) = action.command() {
            self.session.apply(command);
            return;
        }
        match action {
            Action::Find => self.lists.focus_search(ui.ctx()),
            Action::ZoomIn => self.map.zoom_by(0.5),
            Action::ZoomOut => self.map.zoom_by(-0.5),
            Action::FitMap => self.map.fit(),
            Action::MapLayers => self.map.tile_layers_mut().toggle(),
            Action::ToggleLists => self.panels.lists = !self.panels.lists,
            Action::ToggleInspector => self.panels.inspector = !self.panels.inspector,
            Action::Quit => ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close),
            Action::OpenPath | Action::AddPlaces | Action::ShowKeys | Action::About => {
                self.dialogs.open(action);
            }
            _ => self.files.ask(action, &self.session, ui),
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

    fn panels(&mut self, ui: &mut Ui, commands: &mut Vec<Command>, actions: &mut Vec<Action>) {
        let theme = theme::current(ui);
        let bar = Frame::new().fill(theme.surface.bar.0);
        let side = Frame::new().fill(theme.surface.panel.0);
        let width = ui.ctx().content_rect().width();

        Panel::top("menu").frame(bar.inner_margin(Margin::symmetric(10, 4))).show(ui, |ui| {
            menu::menu_ui(ui, &self.session, self.panels, actions);
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
            if self.session.dataset().articles.is_empty() {
                start::empty_ui(ui, self.session.progress().is_some(), actions);
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
        let (mut commands, mut actions) = (Vec::new(), Vec::new());
        self.update(ui, &mut commands);
        if !self.dialogs.is_open() {
            keys::read(ui, &mut actions);
        }
        self.panels(ui, &mut commands, &mut actions);
        if let Some(action) = self.dialogs.ui(ui.ctx(), &self.session, &mut commands) {
            self.files.ask(action, &self.session, ui);
        }
        self.notices.ui(ui.ctx(), &self.session, &mut commands);
        start::drop_ui(ui.ctx());
        if !(actions.is_empty() && commands.is_empty()) {
            // What they change was drawn before: it must be drawn again.
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.act(action, ui);
        }
        for command in commands {
            self.session.apply(command);
        }
    }
}
