//! Pins at the places that an event may be at, while its place is edited: numbered as in the
//! inspector's list. The chosen one can be dragged.

use eframe::egui::{
    Align2, Color32, FontId, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};

use super::{CLOSEST, Camera, FARTHEST};
use crate::{
    basemap::{lon_lat, unit_square},
    model::LonLat,
    tr,
    ui::theme::{self, Theme},
};

/// The radius of a pin's head, in points.
const HEAD: f32 = 9.5;
/// From the tip of a pin to the middle of its head.
const STEM: f32 = 20.0;
/// Pins outside the map are shown so far inside its edge.
const EDGE: f32 = 22.0;

/// A place to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Where it is.
    pub position: LonLat,
    /// Its name.
    pub name: String,
    /// Its number in the list, from 1; none for a place that is not in the list.
    pub number: Option<usize>,
    /// Whether the event is there now.
    pub chosen: bool,
    /// Whether it is pointed at in the list.
    pub pointed_at: bool,
}

/// What a person did with the pins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PinAnswer {
    /// Clicked the one of this number.
    Chosen(usize),
    /// Dragged the chosen one there.
    Moved(LonLat),
}

/// The pins and what is being done with them.
#[derive(Default)]
pub struct Pins {
    all: Vec<Pin>,
    /// Where the chosen pin is dragged to.
    dragged: Option<Pos2>,
    answer: Option<PinAnswer>,
}

impl Pins {
    /// Shows these from now on.
    pub fn set(&mut self, pins: Vec<Pin>) {
        self.all = pins;
    }

    /// What was done, once.
    pub fn take(&mut self) -> Option<PinAnswer> {
        self.answer.take()
    }

    /// The places of all pins.
    pub fn positions(&self) -> Vec<LonLat> {
        self.all.iter().map(|pin| pin.position).collect()
    }

    /// Where the chosen pin is on the screen.
    pub fn chosen_at(&self, camera: Camera) -> Option<Pos2> {
        let chosen = self.all.iter().find(|pin| pin.chosen)?;
        Some(camera.project(chosen.position) - vec2(0.0, STEM))
    }

    /// Draws the pins and takes in what the pointer and the keyboard do with them.
    pub fn ui(&mut self, ui: &mut Ui, camera: Camera) {
        let theme = theme::current(ui);
        let painter = ui.painter().with_clip_rect(camera.rect);
        // What is chosen or pointed at is not covered by others.
        let mut order: Vec<usize> = (0..self.all.len()).rev().collect();
        order.sort_by_key(|at| (self.all[*at].chosen, self.all[*at].pointed_at));
        for at in order {
            let pin = self.all[at].clone();
            let place = camera.project(pin.position);
            let tip = self.dragged.filter(|_| pin.chosen).unwrap_or(place);
            let shown = inside(camera.rect, tip);
            let response = pin_ui(ui, at, &pin, shown);
            self.handle(&response, &pin, place, camera);
            let lit = pin.pointed_at || response.hovered() || response.has_focus();
            if shown == tip {
                paint_pin(&painter, tip, &pin, lit, theme);
            } else {
                paint_beyond(&painter, shown, tip, &pin, lit, theme);
            }
            if lit {
                paint_name(&painter, shown, &pin.name, theme);
            }
        }
    }

    fn handle(&mut self, response: &Response, pin: &Pin, place: Pos2, camera: Camera) {
        if response.clicked()
            && let Some(number) = pin.number
            && !pin.chosen
        {
            self.answer = Some(PinAnswer::Chosen(number));
        }
        if !pin.chosen {
            return;
        }
        if response.dragged() {
            let from = self.dragged.unwrap_or(place);
            self.dragged = Some(from + response.drag_delta());
        }
        if response.drag_stopped()
            && let Some(to) = self.dragged.take()
        {
            self.answer = Some(PinAnswer::Moved(camera.unproject(to)));
        }
    }
}

/// The middle and zoom level that show all these places in a map of this size.
pub fn view_of(places: &[LonLat], size: Vec2) -> Option<(LonLat, f64)> {
    const MARGIN: f32 = 60.0;
    const CLOSE: f64 = 10.0;
    let spots: Vec<[f64; 2]> = places.iter().map(|place| unit_square(*place)).collect();
    let bound =
        |axis: usize, pick: fn(f64, f64) -> f64| spots.iter().map(|spot| spot[axis]).reduce(pick);
    let (min, max) =
        ([bound(0, f64::min)?, bound(1, f64::min)?], [bound(0, f64::max)?, bound(1, f64::max)?]);
    let room = [size.x, size.y].map(|side| f64::from((side - 2.0 * MARGIN).max(80.0)));
    let zoom = |axis: usize| (room[axis] / (max[axis] - min[axis]).max(1e-9) / 256.0).log2();
    let middle = [0, 1].map(|axis: usize| (min[axis] + max[axis]) / 2.0);
    let zoom = zoom(0).min(zoom(1)).min(CLOSE).clamp(FARTHEST, CLOSEST);
    Some((lon_lat(middle), zoom))
}

/// The point itself, or the point at the edge of the map nearest to it.
fn inside(rect: Rect, at: Pos2) -> Pos2 {
    let edge = rect.shrink(EDGE);
    if rect.contains(at) { at } else { at.min(edge.max).max(edge.min) }
}

fn pin_ui(ui: &mut Ui, at: usize, pin: &Pin, shown: Pos2) -> Response {
    let around = Rect::from_center_size(shown - vec2(0.0, STEM / 2.0), vec2(26.0, 46.0));
    let sense = if pin.chosen { Sense::click_and_drag() } else { Sense::click() };
    let response = ui.interact(around, Id::unique("pin").with(at), sense);
    let name = match pin.number {
        Some(number) => tr!("places-pin", n = number, name = pin.name.as_str()),
        None => tr!("places-pin-now", name = pin.name.as_str()),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, pin.chosen, &name));
    let cursor = match (pin.chosen, response.dragged()) {
        (true, true) => eframe::egui::CursorIcon::Grabbing,
        (true, false) => eframe::egui::CursorIcon::Grab,
        (false, _) => eframe::egui::CursorIcon::PointingHand,
    };
    response.on_hover_cursor(cursor)
}

/// Fill and ink of a pin.
fn colours(chosen: bool, lit: bool, theme: &Theme) -> (Color32, Color32) {
    match (chosen, lit) {
        (true, _) => (theme.accent.fill.0, theme.accent.text.0),
        (false, true) => (theme.text.normal.0, theme.surface.raised.0),
        (false, false) => (theme.surface.raised.0, theme.text.normal.0),
    }
}

fn paint_pin(painter: &Painter, tip: Pos2, pin: &Pin, lit: bool, theme: &Theme) {
    let (fill, ink) = colours(pin.chosen, lit, theme);
    let head = tip - vec2(0.0, STEM);
    let line = Stroke::new(1.5, theme.text.normal.0);
    let half = HEAD * 0.55;
    let sides = vec![head + vec2(-half, HEAD * 0.7), tip, head + vec2(half, HEAD * 0.7)];
    painter.add(Shape::convex_polygon(sides.clone(), fill, Stroke::NONE));
    painter.add(Shape::line(sides, line));
    painter.circle(head, HEAD, fill, line);
    paint_label(painter, head, pin.number, ink);
}

/// A pin outside the map: a disc at the edge with an arrow towards it.
fn paint_beyond(painter: &Painter, shown: Pos2, to: Pos2, pin: &Pin, lit: bool, theme: &Theme) {
    let (fill, ink) = colours(pin.chosen, lit, theme);
    let way = (to - shown).normalized();
    let across = way.rot90() * HEAD * 0.5;
    let line = Stroke::new(1.5, theme.text.normal.0);
    let base = shown + way * HEAD;
    let arrow = vec![base + across, shown + way * (HEAD + 7.0), base - across];
    painter.add(Shape::convex_polygon(arrow, theme.text.normal.0, Stroke::NONE));
    painter.circle(shown, HEAD, fill, line);
    paint_label(painter, shown, pin.number, ink);
}

fn paint_label(painter: &Painter, middle: Pos2, number: Option<usize>, ink: Color32) {
    match number {
        Some(number) => {
            let font = theme::strong(11.0);
            painter.text(middle, Align2::CENTER_CENTER, number.to_string(), font, ink);
        }
        None => {
            painter.circle_filled(middle, 3.0, ink);
        }
    }
}

/// The head of a pin, for the list beside the map.
pub fn paint_pin_number(
    painter: &Painter,
    middle: Pos2,
    number: usize,
    chosen: bool,
    theme: &Theme,
) {
    let (fill, ink) = colours(chosen, false, theme);
    painter.circle(middle, HEAD, fill, Stroke::new(1.0, theme.text.weak.0));
    paint_label(painter, middle, Some(number), ink);
}

fn paint_name(painter: &Painter, at: Pos2, name: &str, theme: &Theme) {
    let ink = theme.text.normal.0;
    let galley = painter.layout_no_wrap(name.to_owned(), FontId::proportional(12.5), ink);
    let right = painter.clip_rect().right() - galley.size().x - 10.0;
    let left = (at.x + HEAD + 6.0).min(right);
    let rect = Rect::from_min_size(pos2(left, at.y - STEM - galley.size().y / 2.0), galley.size());
    painter.rect_filled(rect.expand2(vec2(5.0, 3.0)), 4.0, theme.surface.raised.0);
    painter.galley(rect.min, galley, ink);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn camera() -> Camera {
        let rect = Rect::from_min_size(pos2(300.0, 40.0), vec2(700.0, 500.0));
        Camera { rect, center: LonLat::new(45.6, 40.0), zoom: 7.3 }
    }

    #[test]
    fn the_view_of_some_places_shows_all_of_them() {
        let places = [LonLat::new(44.0, 41.0), LonLat::new(2.3, 48.8)];
        let (center, zoom) = view_of(&places, vec2(700.0, 500.0)).unwrap();
        let camera = Camera { center, zoom, ..camera() };
        for place in places {
            assert!(camera.rect.contains(camera.project(place)));
        }
        assert_eq!(view_of(&[], vec2(1.0, 1.0)), None);
        assert!(view_of(&places[..1], vec2(700.0, 500.0)).unwrap().1 <= 10.0);
    }

    #[test]
    fn pins_outside_stay_at_the_edge() {
        let rect = camera().rect;
        assert_eq!(inside(rect, rect.center()), rect.center());
        let far = inside(rect, pos2(5000.0, rect.center().y));
        assert_eq!(far, pos2(rect.right() - EDGE, rect.center().y));
    }
}
