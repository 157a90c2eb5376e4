//! A mark that says "here" for a moment.

use std::time::Duration;

use eframe::egui::{Stroke, Ui};

use super::points::Camera;
use crate::{model::LonLat, ui::theme};

/// How long it is seen, in seconds.
const SECONDS: f64 = 2.4;

/// How often it pulses in that time.
const PULSES: f64 = 3.0;

/// A mark on a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    place: LonLat,
    /// The time at which it was made, in seconds.
    start: f64,
}

impl Mark {
    /// `now` is in seconds.
    pub fn new(place: LonLat, now: f64) -> Self {
        Self { place, start: now }
    }

    /// Draws it; whether it is to be seen any longer. Where nothing shall move, it is a ring.
    pub fn paint(&self, ui: &Ui, camera: Camera) -> bool {
        let age = ui.input(|input| input.time) - self.start;
        if !(0.0..SECONDS).contains(&age) {
            return false;
        }
        let at = camera.project(self.place);
        let ink = theme::current(ui).accent.fill.0;
        let painter = ui.painter().with_clip_rect(camera.rect);
        painter.circle_stroke(at, 9.0, Stroke::new(2.5, ink));
        if ui.style().animation_time > 0.0 {
            let share = (age / SECONDS * PULSES).fract() as f32;
            let ring = Stroke::new(2.5, ink.gamma_multiply(1.0 - share));
            painter.circle_stroke(at, 9.0 + 26.0 * share, ring);
            ui.ctx().request_repaint();
        } else {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(SECONDS - age));
        }
        true
    }
}
