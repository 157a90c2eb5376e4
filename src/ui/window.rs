//! Where the window is: as it was when it was closed, but never too small, too large or out
//! of sight.

use eframe::egui::{Context, Pos2, Vec2, ViewportBuilder, ViewportCommand, pos2, vec2};

use crate::storage::WindowPlace;

/// Of a window that was never open before, in points.
const FIRST: Vec2 = vec2(1440.0, 900.0);

/// Smaller, the map would have no room.
pub const SMALLEST: Vec2 = vec2(800.0, 560.0);

/// No screen is larger; what is, was written by mistake.
const LARGEST: Vec2 = vec2(16_384.0, 16_384.0);

/// A window as it was, for the system to open.
pub fn builder(place: &WindowPlace) -> ViewportBuilder {
    let builder = ViewportBuilder::default()
        .with_title("Dateline")
        .with_app_id("dateline")
        .with_inner_size(size(place))
        .with_min_inner_size(SMALLEST)
        .with_maximized(place.maximised)
        .with_drag_and_drop(true);
    match position(place) {
        Some(at) => builder.with_position(at),
        None => builder,
    }
}

fn size(place: &WindowPlace) -> Vec2 {
    let [width, height] = place.size.unwrap_or(FIRST.into());
    if width.is_finite() && height.is_finite() {
        vec2(width, height).clamp(SMALLEST, LARGEST)
    } else {
        FIRST
    }
}

/// None where the system is to choose.
fn position(place: &WindowPlace) -> Option<Pos2> {
    let [x, y] = place.position?;
    // Screens may lie left of and above the first one, but a window is not far from all.
    let is_sane = |part: f32| (-LARGEST.x..=LARGEST.x).contains(&part);
    (is_sane(x) && is_sane(y)).then(|| pos2(x, y))
}

/// What of the window's place still has to be looked after.
#[derive(Default)]
pub struct Window {
    /// Frames since it was opened; systems need some to say where it is.
    frames: u32,
}

impl Window {
    /// Notes where the window is. Just after it was opened, sees to it that it can be seen.
    pub fn update(&mut self, context: &Context, place: &mut WindowPlace) {
        const SETTLED: u32 = 10;
        let zoom = context.zoom_factor();
        let now = context.input(|input| input.viewport().clone());
        let Some(inner) = now.inner_rect else { return };
        self.frames = self.frames.saturating_add(1);
        if self.frames == SETTLED {
            match now.monitor_size {
                // On no screen at all: one was unplugged.
                None if position(place).is_some() => {
                    context.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(40.0, 40.0)));
                }
                Some(screen) if inner.width() > screen.x || inner.height() > screen.y => {
                    let size = inner.size().min(screen);
                    context.send_viewport_cmd(ViewportCommand::InnerSize(size));
                }
                _ => {}
            }
        }
        if self.frames <= SETTLED || now.minimized == Some(true) {
            return;
        }
        place.maximised = now.maximized == Some(true);
        if !place.maximised && now.fullscreen != Some(true) {
            let whole = |part: f32| (part * zoom).round();
            place.size = Some([whole(inner.width()), whole(inner.height())]);
            place.position = now.outer_rect.map(|rect| [whole(rect.left()), whole(rect.top())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(size_kept: [f32; 2], wanted: Vec2) {
        let place = WindowPlace { size: Some(size_kept), ..WindowPlace::default() };
        assert_eq!(size(&place), wanted);
    }

    #[test]
    fn a_window_is_as_it_was_unless_that_makes_no_sense() {
        check([1000.0, 700.0], vec2(1000.0, 700.0));
        check([3.0, 700.0], vec2(800.0, 700.0));
        check([1e9, 700.0], vec2(16_384.0, 700.0));
        check([f32::NAN, 700.0], FIRST);
        assert_eq!(size(&WindowPlace::default()), FIRST);
    }

    #[test]
    fn a_place_far_from_all_screens_is_left_to_the_system() {
        let at = |x, y| position(&WindowPlace { position: Some([x, y]), ..Default::default() });
        assert_eq!(at(-1200.0, 30.0), Some(pos2(-1200.0, 30.0)));
        assert_eq!(at(-32_000.0, -32_000.0), None);
        assert_eq!(at(f32::NAN, 0.0), None);
    }
}
