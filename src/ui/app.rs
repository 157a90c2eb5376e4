//! The shell: what the window has, and what happens each frame.

mod actions;
mod panels;

use std::path::{Path, PathBuf};

use eframe::egui::{self, Ui};

use super::{
    dialogs::{Asked, Dialogs, Picture},
    files::Files,
    fonts,
    inspector::Inspector,
    kept::Kept,
    keys,
    lists::Lists,
    map,
    map::{KeptMap, MapView, Wish},
    menu,
    notices::Notices,
    palette::Palette,
    panes::Panes,
    reader::Reader,
    render::PictureOptions,
    start,
    story::Stories,
    theme,
    timeline::Timeline,
    window::Window,
    words,
};
use crate::about::VERSION;
use crate::export;
use crate::session::{Action, Command, Projects, Session, is_project};
use crate::storage::{Folder, Settings};
use crate::tr;

/// The program in its window.
pub struct App {
    session: Session,
    projects: Projects,
    /// The title that the window has.
    title: String,
    map: MapView,
    /// As the settings have it.
    kept_map: KeptMap,
    lists: Lists,
    inspector: Inspector,
    reader: Reader,
    timeline: Timeline,
    files: Files,
    dialogs: Dialogs,
    palette: Palette,
    notices: Notices,
    stories: Stories,
    panes: Panes,
    focus: keys::Focus,
    kept: Kept,
    window: Window,
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
        // The size of text has keys of its own, and is kept.
        cc.egui_ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let (mut kept, problems) = Kept::of(folder.clone());
        kept.enforce(&cc.egui_ctx);
        let mut map = MapView::default();
        // Of a newer or older program it may say other things; then the map is as at first.
        map.restore(serde_json::from_value(kept.settings.map.clone()).unwrap_or_default());
        if let Some(state) = &cc.wgpu_render_state {
            map::install(state);
        }
        let projects = Projects::new(folder, VERSION);
        let mut session = projects.start(paths, places);
        if !problems.is_empty() {
            session.warn(tr!("notice-settings-broken"), problems);
        }
        Self {
            session,
            projects,
            title: String::new(),
            kept_map: map.kept(),
            map,
            lists: Lists::default(),
            inspector: Inspector::default(),
            reader: Reader::default(),
            timeline: Timeline::default(),
            files: Files::default(),
            dialogs: Dialogs::default(),
            palette: Palette::default(),
            notices: Notices::default(),
            stories: Stories::default(),
            panes: Panes::default(),
            focus: keys::Focus::default(),
            kept,
            window: Window::default(),
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

    /// What the person chose for the window.
    pub fn settings(&self) -> &Settings {
        &self.kept.settings
    }

    /// The map.
    pub fn map(&self) -> &MapView {
        &self.map
    }

    /// The map, to move it as a widget would.
    pub fn map_mut(&mut self) -> &mut MapView {
        &mut self.map
    }

    /// Shows another session in place of this one.
    fn show(&mut self, session: Session) {
        self.session = session;
        self.notices.begin_session();
        self.map.forget_events();
        self.lists = Lists::default();
        self.inspector = Inspector::default();
        self.reader = Reader::default();
        self.stories = Stories::default();
        self.timeline = Timeline::default();
    }

    /// Carries out a command of a widget; a project among the files takes the place of what
    /// is open.
    fn carry_out(&mut self, command: Command) {
        if let Command::ShowBookmark(bookmark) = &command
            && let Some(view) = bookmark.view
        {
            self.map.look_at(view.center, view.zoom);
        }
        if let Command::AddPlaces(paths) = &command {
            paths.iter().for_each(|path| self.kept.settings.remember_places(path));
        }
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
            articles.iter().for_each(|path| self.kept.settings.remember_file(path));
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
            Asked::Export(export) => {
                let look = self.picture_look(ui);
                self.files.export(*export, look, &self.session, ui);
            }
            Asked::Picture(picture) => self.save_picture(picture, ui),
            Asked::RejectedTo => self.files.ask_rejected(ui),
            Asked::Rejected(table, path) => self.write_rejected(table, &path),
        }
    }

    /// A picture of all events that has the look of the map in the window.
    fn picture_look(&self, ui: &Ui) -> PictureOptions {
        let look = theme::look(ui.ctx());
        PictureOptions {
            theme: theme::map_theme(look.dark),
            contrast: look.contrast,
            safe: look.safe,
            map: self.map.kept(),
            ..PictureOptions::default()
        }
    }

    /// Draws and writes what the map shows.
    fn save_picture(&self, picture: Picture, ui: &Ui) {
        let [width, height] = picture.size;
        let options = PictureOptions {
            width,
            height,
            theme: picture.theme,
            shows: self.session.bookmark_for_copy(),
            camera: self.map.camera().filter(|_| picture.as_seen),
            ..self.picture_look(ui)
        };
        self.files.picture(picture.path, options, &self.session, ui);
    }

    fn write_rejected(&mut self, number: usize, path: &Path) {
        let table = self.session.tables().find(|(other, _)| *other == number);
        let Some((_, table)) = table else { return };
        match export::write_rejected(path, [table]) {
            Ok(()) => {
                let path = path.display().to_string();
                self.session.inform(tr!("notice-saved", path = path));
            }
            Err(error) => {
                self.session.warn(tr!("notice-export-failed"), vec![error.to_string()]);
            }
        }
    }

    /// Opens the dialogs that lists, notices and files that came ask for.
    fn ask_about_tables(&mut self) {
        if let Some(path) = self.files.take_rejected_path() {
            self.dialogs.set_rejected_path(&path);
        }
        if let Some(path) = self.files.take_table() {
            self.dialogs.open_table(path, None);
        }
        if self.dialogs.is_open() {
            return;
        }
        if let Some(unclear) = self.session.take_unclear_table() {
            self.dialogs.open_table(unclear.path, unclear.options);
        }
        let wanted = self.lists.take_rejected_of();
        let table = wanted.and_then(|wanted| self.session.tables().find(|(n, _)| *n == wanted));
        if let Some((number, table)) = table {
            self.dialogs.open_rejected(number, table);
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
        if let Some(path) = self.files.take_picture_path() {
            self.dialogs.set_picture_path(path);
        }
        if let Some(path) = self.files.take_project_path() {
            self.dialogs.close();
            self.save_as(&path);
        }
        self.ask_about_tables();
        self.update_title(ui);
        self.window.update(ui.ctx(), &mut self.kept.settings.window);
        let map = self.map.kept();
        if map != self.kept_map {
            self.kept.settings.map = serde_json::to_value(&map).unwrap_or_default();
            self.kept_map = map;
        }
        if let Some(error) = self.kept.keep(ui.ctx()) {
            self.session.warn(tr!("notice-settings-not-kept"), vec![error]);
        }
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

    /// The keys, unless a dialog, the palette or a menu has them for itself.
    fn read_keys(
        &mut self,
        ui: &Ui,
        commands: &mut Vec<Command>,
        asked: &mut menu::Asked,
    ) -> Option<keys::MenuKey> {
        if self.dialogs.is_open() || self.palette.is_open() {
            return None;
        }
        let menu = keys::menu(ui.ctx());
        if !egui::Popup::is_any_open(ui.ctx()) {
            self.stories.keys(ui, &self.session, commands);
            self.timeline.read_keys(ui, &self.session, commands);
            keys::read(ui, &self.focus, &mut asked.actions);
            commands.extend(keys::pasted(ui).map(Command::Paste));
        }
        menu
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let (mut commands, mut asked) = (Vec::new(), menu::Asked::default());
        self.update(ui, &mut commands);
        let key = self.read_keys(ui, &mut commands, &mut asked);
        self.panels(ui, key, &mut commands, &mut asked);
        let log = self.notices.log();
        let settings = &mut self.kept.settings;
        if let Some(asked) = self.dialogs.ui(ui.ctx(), &self.session, log, settings, &mut commands)
        {
            self.answer(asked, ui);
            ui.ctx().request_repaint();
        }
        let target = self.palette.ui(ui.ctx(), &self.session, &self.kept.settings);
        self.notices.ui(ui.ctx(), &self.session, &mut commands, &mut asked.actions);
        start::drop_ui(ui.ctx());
        self.focus.update(ui.ctx());
        if !(asked.is_empty() && commands.is_empty() && target.is_none()) {
            // What they change was drawn before: it must be drawn again.
            ui.ctx().request_repaint();
        }
        if let Some(target) = target {
            self.go_to(target, ui);
        }
        for action in asked.actions {
            self.act(action, ui);
        }
        if let Some(language) = asked.language {
            self.speak(language);
        }
        commands.extend(asked.file.map(|path| Command::Open(vec![path])));
        for command in commands {
            self.carry_out(command);
        }
        if let Some(path) = asked.project {
            self.open_project(&path);
        }
        self.kept.enforce(ui.ctx());
    }
}
