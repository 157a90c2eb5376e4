//! The map without a pointer: arrows move it, Enter selects what is nearest to its middle.

use eframe::egui::{
    EventFilter, Key, Modifiers, Response, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::{MapView, points};
use crate::{
    session::{Command, Session},
    tr,
    ui::theme,
};

/// How far an arrow moves the map, in points; with Shift, four times as far.
const STEP: f32 = 60.0;

impl MapView {
    /// Names the map for who cannot see it, and handles its keys while it has the keyboard.
    pub(super) fn handle_keys(
        &mut self,
        ui: &Ui,
        response: &Response,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        response.widget_info(|| {
            let (shown, all) = session.counts();
            WidgetInfo::labeled(Role::Canvas, true, tr!("map-name", shown = shown, all = all))
        });
        let Some(camera) = self.camera.filter(|_| response.has_focus()) else { return };
        let ring = Stroke::new(2.0, theme::current(ui).accent.fill.0);
        ui.painter().rect_stroke(camera.rect.shrink(1.0), 0.0, ring, StrokeKind::Inside);
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let moved = arrows_pressed(ui);
        if moved != Vec2::ZERO {
            let to = camera.rect.center() + moved;
            self.look_at(camera.place_at(to), camera.zoom);
            ui.ctx().request_repaint();
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            let (middle, reach) = (camera.rect.center(), camera.rect.size().max_elem());
            let window = session.clock().window();
            let found =
                points::pick(camera, &self.events.scene, window, session.filter(), middle, reach);
            commands.extend(found.first().copied().map(Command::Select));
        }
    }
}

/// Where the arrows go, in points.
fn arrows_pressed(ui: &Ui) -> Vec2 {
    let arrows = [
        (Key::ArrowLeft, vec2(-1.0, 0.0)),
        (Key::ArrowRight, vec2(1.0, 0.0)),
        (Key::ArrowUp, vec2(0.0, -1.0)),
        (Key::ArrowDown, vec2(0.0, 1.0)),
    ];
    let mut moved = Vec2::ZERO;
    ui.input_mut(|input| {
        for (key, direction) in arrows {
            let far = input.count_and_consume_key(Modifiers::SHIFT, key) as f32;
            let near = input.count_and_consume_key(Modifiers::NONE, key) as f32;
            moved += direction * STEP * (near + 4.0 * far);
        }
    });
    moved
}
