//! What the pointer does on the map: hovering, selecting, zooming, or what a tool makes of it.

use eframe::egui::{self, Response, Ui};

use super::{Camera, Display, MapView, points, tooltip};
use crate::{
    model::EventId,
    session::{Command, Session},
    ui::theme,
};

/// How near the pointer must be to a symbol, in points.
const REACH: f32 = 11.0;

impl MapView {
    pub(super) fn handle_pointer(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let Some(camera) = self.camera else { return };
        self.handle_wheel(ui, response, camera);
        if response.dragged() && !self.tool.drags() {
            self.flight = None;
        }
        self.pointer = response.hover_pos().map(|at| camera.unproject(at));
        if self.tool.is_on() {
            self.hover(ui, None);
            self.tool.handle(ui, response, camera, commands);
            let at = response.hover_pos().or(response.interact_pointer_pos());
            let painter = ui.painter().with_clip_rect(camera.rect);
            self.tool.paint(&painter, camera, at, theme::current(ui));
            return;
        }
        let at = response.hover_pos().filter(|_| !response.dragged());
        let found = at.map_or_else(Vec::new, |at| self.events_at(camera, session, at));
        self.hover(ui, found.first().copied());
        if !found.is_empty() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
            tooltip::tooltip_ui(response, session, &found);
        }
        if response.clicked_by(egui::PointerButton::Primary) {
            self.list = None;
            commands.push(clicked(&found, session.selection().event));
        }
        if let (true, true, Some(at)) = (response.double_clicked(), found.is_empty(), at) {
            self.zoom_around(camera, at, 1.0);
        }
    }

    /// The events whose symbols are at a point of the screen, the nearest first.
    fn events_at(&self, camera: Camera, session: &Session, at: egui::Pos2) -> Vec<EventId> {
        if self.options.display != Display::Markers {
            return Vec::new();
        }
        let window = session.clock().window();
        points::pick(camera, &self.events.scene, window, session.filter(), at, REACH)
    }

    fn hover(&mut self, ui: &Ui, event: Option<EventId>) {
        if self.hovered != event {
            self.hovered = event;
            ui.ctx().request_repaint();
        }
    }

    fn handle_wheel(&mut self, ui: &Ui, response: &Response, camera: Camera) {
        let over = ui.rect_contains_pointer(camera.rect) && response.contains_pointer();
        let Some(at) = ui.input(|input| input.pointer.hover_pos()).filter(|_| over) else { return };
        let (scroll, pinch) =
            ui.input(|input| (input.smooth_scroll_delta.y, f64::from(input.zoom_delta())));
        // About half a level for a notch of the wheel.
        let levels = f64::from(scroll) / 160.0 + pinch.log2();
        if levels != 0.0 {
            self.zoom_around(camera, at, levels);
            ui.ctx().request_repaint();
        }
    }

    fn zoom_around(&mut self, camera: Camera, at: egui::Pos2, levels: f64) {
        let next = camera.zoomed(at, levels);
        self.look_at(next.center, next.zoom);
    }

    /// Comes closer by so many levels, or goes away if negative.
    pub fn zoom_by(&mut self, levels: f64) {
        if let Some(camera) = self.camera {
            self.zoom_around(camera, camera.rect.center(), levels);
        }
    }
}

/// What a click on these events means: the nearest is selected; if it was already,
/// the next one on the spot; on none, nothing is.
fn clicked(found: &[EventId], selected: Option<EventId>) -> Command {
    let after_selected = selected
        .and_then(|selected| found.iter().position(|id| *id == selected))
        .map(|at| (at + 1) % found.len());
    match found.get(after_selected.unwrap_or(0)) {
        Some(id) => Command::Select(*id),
        None => Command::Deselect,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicking_again_goes_through_the_events_on_a_spot() {
        let found = [EventId(4), EventId(2)];
        assert_eq!(clicked(&found, None), Command::Select(EventId(4)));
        assert_eq!(clicked(&found, Some(EventId(4))), Command::Select(EventId(2)));
        assert_eq!(clicked(&found, Some(EventId(2))), Command::Select(EventId(4)));
        assert_eq!(clicked(&[], Some(EventId(2))), Command::Deselect);
    }
}
