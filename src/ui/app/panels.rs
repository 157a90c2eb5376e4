//! The parts of the window, and how much room each has.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::App;
use crate::{
    session::Command,
    ui::{keys, menu, panes::Pane, start, theme},
};

impl App {
    /// Shows all parts of the window.
    pub(super) fn panels(
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
        let usual = room.usual(0.31, 480.0);
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
