//! The shell: where the parts of the window are, and what happens each frame.

use std::path::{Path, PathBuf};

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, Ui};

use super::{
    dialogs::{Asked, Dialogs},
    files::Files,
    fonts,
    inspector::{self, Inspector},
    kept::Kept,
    keys,
    lists::Lists,
    map,
    map::{Done, KeptMap, MapView, Wish},
    menu,
    notices::Notices,
    palette::{Palette, Target},
    panes::{Pane, Panes},
    reader::Reader,
    start,
    story::Stories,
    theme,
    timeline::{Timeline, Zoom},
    window::Window,
    words,
};
use crate::about::VERSION;
use crate::export;
use crate::locale::Language;
use crate::model::Review;
use crate::session::{Action, Command, Projects, Session, is_project};
use crate::storage::{Folder, Palette as Colours, Settings, TextSize, Theme};
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

    /// Does what a menu or key asks for.
    fn act(&mut self, action: Action, ui: &Ui) {
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
            Action::ExportEvents if self.session.is_empty() => {
                self.session.inform(tr!("notice-nothing-to-export"));
            }
            Action::ExportEvents => self.dialogs.open(action),
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
    fn go_to(&mut self, target: Target, ui: &Ui) {
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
    fn speak(&mut self, language: Option<Language>) {
        self.kept.settings.language = language.map(|language| language.code().to_owned());
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
            Asked::Export(export) => self.files.export(*export, &self.session, ui),
            Asked::RejectedTo => self.files.ask_rejected(ui),
            Asked::Rejected(table, path) => self.write_rejected(table, &path),
        }
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

    fn panels(
        &mut self,
        ui: &mut Ui,
        key: Option<keys::MenuKey>,
        commands: &mut Vec<Command>,
        asked: &mut menu::Asked,
    ) {
        let bar = Frame::new().fill(theme::current(ui).surface.bar.0);
        self.panes.begin();
        self.menu_ui(ui, bar, key, asked);
        self.time_ui(ui, bar, commands);
        let room = SideRoom::of(ui.ctx().content_rect().width());
        self.lists_ui(ui, &room, commands);
        self.right_ui(ui, &room, commands);
        let shown = CentralPanel::no_frame().show(ui, |ui| {
            self.panes.enter(ui.ctx(), Pane::Map);
            self.map_ui(ui, commands);
            let (map, view) = (ui.max_rect(), self.map.view());
            self.stories.ui(ui.ctx(), map, view, &self.session, commands);
            start::over_map_ui(ui, &self.session, commands, &mut asked.actions);
            self.panes.settle(ui.ctx());
        });
        self.panes.put(Pane::Map, shown.response.rect);
    }

    fn menu_ui(
        &mut self,
        ui: &mut Ui,
        bar: Frame,
        key: Option<keys::MenuKey>,
        asked: &mut menu::Asked,
    ) {
        let panel = Panel::top("menu").frame(bar.inner_margin(Margin::symmetric(10, 4)));
        let shown = panel.show(ui, |ui| {
            self.panes.enter(ui.ctx(), Pane::Menu);
            let shown = menu::Shown {
                session: &self.session,
                projects: &self.projects,
                settings: &self.kept.settings,
                unread: self.notices.log().is_unread(),
            };
            menu::menu_ui(ui, &shown, key, asked);
            self.panes.settle(ui.ctx());
        });
        self.panes.put(Pane::Menu, shown.response.rect);
    }

    fn time_ui(&mut self, ui: &mut Ui, bar: Frame, commands: &mut Vec<Command>) {
        let height = ui.ctx().content_rect().height();
        let shown = Panel::bottom("time")
            .frame(bar.inner_margin(Margin { left: 14, right: 14, top: 8, bottom: 6 }))
            .exact_size(if height >= 600.0 { (height * 0.19).clamp(150.0, 200.0) } else { 122.0 })
            .show(ui, |ui| {
                self.panes.enter(ui.ctx(), Pane::Time);
                self.timeline.ui(ui, &self.session, commands);
                self.panes.settle(ui.ctx());
            });
        self.panes.put(Pane::Time, shown.response.rect);
    }

    fn lists_ui(&mut self, ui: &mut Ui, room: &SideRoom, commands: &mut Vec<Command>) {
        if !self.kept.settings.panels.lists || self.stories.is_presenting() {
            return;
        }
        let width = &mut self.kept.settings.panels.lists_width;
        let usual = room.usual(0.28, 460.0);
        let shown = Panel::left("lists")
            .frame(Frame::new().fill(theme::current(ui).surface.panel.0))
            .resizable(true)
            .default_size(width.unwrap_or(usual))
            .size_range(room.range(560.0))
            .show(ui, |ui| {
                self.panes.enter(ui.ctx(), Pane::Lists);
                self.lists.ui(ui, &self.session, self.map.view(), commands);
                self.panes.settle(ui.ctx());
            });
        note_width(ui, width, usual, shown.response.rect.width());
        self.panes.put(Pane::Lists, shown.response.rect);
    }

    fn right_ui(&mut self, ui: &mut Ui, room: &SideRoom, commands: &mut Vec<Command>) {
        if !self.kept.settings.panels.inspector || self.stories.is_presenting() {
            return;
        }
        let kept = self.kept.settings.panels.inspector_width;
        let usual = room.usual(0.26, 520.0);
        let shown = Panel::right("inspector")
            .frame(Frame::new().fill(theme::current(ui).surface.panel.0))
            .resizable(true)
            .default_size(kept.unwrap_or(usual))
            .size_range(room.range(760.0))
            .show(ui, |ui| self.inspector_and_reader(ui, commands));
        let width = &mut self.kept.settings.panels.inspector_width;
        note_width(ui, width, usual, shown.response.rect.width());
    }

    /// The map, with the places to choose from while the place of an event is edited.
    fn map_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        self.map.pins_mut().set(self.inspector.pins());
        if self.inspector.take_far() {
            self.map.fit_pins();
        }
        self.map.ui(ui, &self.session, commands);
        if let Some(answer) = self.map.pins_mut().take() {
            self.inspector.answer(answer, &self.session, commands);
        }
    }

    fn inspector_and_reader(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let selection = self.session.selection();
        let is_row = self.session.selected().is_some_and(|(_, event)| event.record.is_some());
        if is_row && selection.focus.is_none() {
            // A row of a table has no article to read.
            self.panes.enter(ui.ctx(), Pane::Inspector);
            self.inspector.ui(ui, &self.session, commands);
            self.panes.settle(ui.ctx());
            self.panes.put(Pane::Inspector, ui.max_rect());
            return;
        }
        let height = ui.available_height();
        let shown = Panel::top("fields")
            .frame(Frame::new())
            .resizable(true)
            .default_size(height * 0.52)
            .size_range(120.0..=(height - 120.0).max(121.0))
            .show(ui, |ui| {
                // A panel is as high as what is in it, unless told otherwise.
                ui.set_min_height(ui.available_height());
                self.panes.enter(ui.ctx(), Pane::Inspector);
                self.inspector.ui(ui, &self.session, commands);
                self.panes.settle(ui.ctx());
            });
        self.panes.put(Pane::Inspector, shown.response.rect);
        let shown = CentralPanel::no_frame().show(ui, |ui| {
            self.panes.enter(ui.ctx(), Pane::Reader);
            self.reader.ui(ui, &self.session, commands);
            self.panes.settle(ui.ctx());
        });
        self.panes.put(Pane::Reader, shown.response.rect);
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

/// How wide the panels beside the map may be.
struct SideRoom {
    /// Of the window, in points.
    window: f32,
    /// The most that leaves the map some room when both are open.
    most: f32,
}

impl SideRoom {
    const LEAST: f32 = 230.0;

    fn of(window: f32) -> Self {
        Self { window, most: ((window - 280.0) / 2.0).max(Self::LEAST) }
    }

    /// A share of the window.
    fn usual(&self, share: f32, most: f32) -> f32 {
        (self.window * share).clamp(310.0, most).min(self.most)
    }

    fn range(&self, most: f32) -> std::ops::RangeInclusive<f32> {
        Self::LEAST..=most.min(self.most)
    }
}

/// Keeps the width of a panel while a person drags its edge.
fn note_width(ui: &Ui, kept: &mut Option<f32>, usual: f32, width: f32) {
    let dragged = ui.input(|input| input.pointer.primary_down());
    if dragged && (width - kept.unwrap_or(usual)).abs() >= 1.0 {
        *kept = Some(width.round());
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
