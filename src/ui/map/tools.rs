//! Tools that take the pointer: selecting an area to filter by, and measuring.

mod measure;

use eframe::egui::{
    Align2, Area as Floating, CursorIcon, Id, Key, Modifiers, Order, Painter, Pos2, Rect, Response,
    RichText, Shape, Stroke, Ui, pos2, vec2,
};

use super::{area::Drawn, points::Camera};
use crate::{
    basemap::{lon_lat, unit_square},
    model::{Area, LonLat},
    session::{Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        theme::{self, Theme},
    },
};

/// A click so near to the first corner closes a polygon, in points.
const CLOSES: f32 = 9.0;

/// What the pointer does on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tool {
    /// Moves the map and selects events.
    #[default]
    Hand,
    /// Draws a rectangle, from a corner once there is one.
    Rectangle(Option<LonLat>),
    /// Draws a polygon with these corners.
    Polygon(Vec<LonLat>),
    /// Measures along these points.
    Measure(Vec<LonLat>),
}

impl Tool {
    /// Whether dragging draws instead of moving the map.
    pub fn drags(&self) -> bool {
        matches!(self, Tool::Rectangle(_))
    }

    /// Whether the pointer is the tool's.
    pub fn is_on(&self) -> bool {
        *self != Tool::Hand
    }

    /// Takes this tool, or puts it down if it was taken.
    pub fn toggle(&mut self, tool: Tool) {
        let same = std::mem::discriminant(self) == std::mem::discriminant(&tool);
        *self = if same { Tool::Hand } else { tool };
    }

    /// Handles the pointer and the keys of the tool.
    pub fn handle(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        camera: Camera,
        commands: &mut Vec<Command>,
    ) {
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        let area = match self {
            Tool::Hand => return,
            Tool::Rectangle(corner) => drawn_rectangle(corner, ui, response, camera),
            Tool::Polygon(corners) => drawn_polygon(corners, ui, response, camera),
            Tool::Measure(points) => {
                measure::handle(points, ui, response, camera);
                None
            }
        };
        if let Some(area) = area {
            commands.push(Command::SetArea(Some(area)));
            *self = Tool::Hand;
        }
    }

    /// Draws what was begun, to where the pointer is.
    pub fn paint(&self, painter: &Painter, camera: Camera, at: Option<Pos2>, theme: &Theme) {
        match self {
            Tool::Rectangle(Some(corner)) => {
                let Some(at) = at else { return };
                let rect = Rect::from_two_pos(camera.project(*corner), at);
                let [a, b, c, d] =
                    [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
                let fill = theme.accent.fill.0.gamma_multiply(0.12);
                painter.rect_filled(rect, 0.0, fill);
                line(painter, vec![a, b, c, d, a], theme);
            }
            Tool::Polygon(corners) => {
                let mut points = path(camera, corners);
                let corners = points.clone();
                points.extend(at);
                if let (true, Some(first)) = (points.len() > 2, points.first().copied()) {
                    points.push(first);
                }
                line(painter, points, theme);
                knots(painter, &corners, theme);
            }
            Tool::Measure(points) => measure::paint(painter, camera, points, at, theme),
            Tool::Hand | Tool::Rectangle(None) => {}
        }
    }

    /// What to do, in words, at the top of the map.
    pub fn hint_ui(&self, ui: &Ui, rect: Rect) {
        let words = match self {
            Tool::Hand => return,
            Tool::Rectangle(_) => tr!("map-rectangle-hint"),
            Tool::Polygon(corners) if corners.len() < 3 => tr!("map-polygon-hint"),
            Tool::Polygon(_) => tr!("map-polygon-hint-close"),
            Tool::Measure(points) if points.len() < 2 => tr!("map-measure-hint"),
            Tool::Measure(points) => {
                let km = measure::written(measure::length_km(points));
                tr!("map-measured", length = km)
            }
        };
        card_at_top(ui, rect, "tool hint", &words);
    }
}

fn card_at_top(ui: &Ui, rect: Rect, id: &str, words: &str) {
    let area = Floating::new(Id::unique("map").with(id)).order(Order::Middle).interactable(false);
    let at = pos2(rect.center().x, rect.top() + 12.0);
    area.pivot(Align2::CENTER_TOP).fixed_pos(at).show(ui.ctx(), |ui| {
        theme::current(ui).card().inner_margin(8).show(ui, |ui| {
            ui.style_mut().wrap_mode = Some(eframe::egui::TextWrapMode::Extend);
            ui.label(RichText::new(words).size(12.5));
        });
    });
}

/// Dragged from corner to corner, or clicked.
fn drawn_rectangle(
    corner: &mut Option<LonLat>,
    ui: &Ui,
    response: &Response,
    camera: Camera,
) -> Option<Area> {
    let at = response.interact_pointer_pos().or(response.hover_pos())?;
    if response.drag_started() {
        let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
        *corner = Some(camera.unproject(from));
        return None;
    }
    if response.clicked() && corner.is_none() {
        *corner = Some(camera.unproject(at));
        return None;
    }
    let from = camera.project((*corner)?);
    let is_done = response.drag_stopped() || response.clicked();
    // A slip of the hand is no rectangle.
    let is_large = (at - from).abs().min_elem() > 4.0;
    if is_done && !is_large {
        *corner = None;
    }
    (is_done && is_large).then(|| camera.area(Rect::from_two_pos(from, at)))
}

/// Clicked corner by corner; Enter, a double click or a click on the first corner closes it.
fn drawn_polygon(
    corners: &mut Vec<LonLat>,
    ui: &mut Ui,
    response: &Response,
    camera: Camera,
) -> Option<Area> {
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
        corners.pop();
    }
    let clicked = response.interact_pointer_pos().filter(|_| response.clicked());
    let is_near = |corner: Option<&LonLat>, at: Pos2| {
        corner.is_some_and(|corner| camera.project(*corner).distance(at) < CLOSES)
    };
    let closes = clicked.is_some_and(|at| is_near(corners.first(), at));
    if let Some(at) = clicked.filter(|at| !is_near(corners.first(), *at))
        && !is_near(corners.last(), at)
    {
        corners.push(camera.unproject(at));
    }
    let is_done = enter || response.double_clicked() || closes;
    if is_done { Area::polygon(corners.clone()) } else { None }
}

impl Camera {
    /// The place at a point of the screen.
    pub fn unproject(&self, at: Pos2) -> LonLat {
        let [x, y] = unit_square(self.center);
        let from_middle = at - self.rect.center();
        let world = 256.0 * self.zoom.exp2();
        let x = (x + f64::from(from_middle.x) / world).rem_euclid(1.0);
        lon_lat([x, (y + f64::from(from_middle.y) / world).clamp(0.0, 1.0)])
    }

    /// A part of the screen.
    pub fn area(&self, part: Rect) -> Area {
        let mut north_east = self.unproject(part.right_top());
        let south_west = self.unproject(part.left_bottom());
        if f64::from(part.width()) >= 256.0 * self.zoom.exp2() {
            north_east.lon = south_west.lon + 360.0;
        }
        Area::rectangle(south_west, north_east)
    }
}

/// Where places are on the screen, each the shorter way from the one before.
pub fn path(camera: Camera, places: &[LonLat]) -> Vec<Pos2> {
    let world = (256.0 * camera.zoom.exp2()) as f32;
    let mut before: Option<Pos2> = None;
    let step = |place: &LonLat| {
        let mut at = camera.project(*place);
        if let Some(before) = before {
            at.x = before.x + (at.x - before.x + world / 2.0).rem_euclid(world) - world / 2.0;
        }
        before = Some(at);
        at
    };
    places.iter().map(step).collect()
}

/// A line that can be seen on every ground.
fn line(painter: &Painter, points: Vec<Pos2>, theme: &Theme) {
    painter.add(Shape::line(points.clone(), Stroke::new(4.0, theme.event_outline())));
    painter.add(Shape::line(points, Stroke::new(2.0, theme.accent.fill.0)));
}

fn knots(painter: &Painter, points: &[Pos2], theme: &Theme) {
    for point in points {
        painter.circle(*point, 3.5, theme.event_outline(), Stroke::new(2.0, theme.accent.fill.0));
    }
}

/// The area of the filter, ready to be drawn.
#[derive(Default)]
pub struct FilterArea {
    drawn: Option<(Area, Option<Drawn>)>,
}

impl FilterArea {
    /// Draws the area of the filter.
    pub fn paint(&mut self, painter: &Painter, camera: Camera, session: &Session, theme: &Theme) {
        let Some(area) = session.filter().area() else {
            self.drawn = None;
            return;
        };
        if self.drawn.as_ref().is_none_or(|(drawn, _)| drawn != area) {
            self.drawn = Some((area.clone(), drawn(area)));
        }
        let Some((_, Some(drawn))) = &self.drawn else { return };
        let ink = theme.accent.fill.0;
        drawn.fill(painter, camera, ink.gamma_multiply(0.06));
        drawn.outline(painter, camera, Stroke::new(4.0, theme.event_outline()));
        drawn.outline(painter, camera, Stroke::new(2.0, ink));
    }

    /// The button that takes the area off the filter, at its upper right as far as it is seen.
    pub fn clear_ui(
        &self,
        ui: &Ui,
        camera: Camera,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let Some(area) = session.filter().area() else { return };
        let bounds = Rect::from_points(&path(camera, area.corners()));
        let room = camera.rect.shrink2(vec2(62.0, 16.0));
        let at = bounds.right_top().min(room.max).max(room.min);
        let floating = Floating::new(Id::unique("clear area")).order(Order::Middle);
        floating.pivot(Align2::CENTER_CENTER).fixed_pos(at).show(ui.ctx(), |ui| {
            let (name, help) = (tr!("map-clear-area"), tr!("map-clear-area-help"));
            theme::current(ui).card().inner_margin(2).show(ui, |ui| {
                if icon::small_button(ui, Icon::Close, &name, &help).clicked() {
                    commands.push(Command::SetArea(None));
                }
            });
        });
    }
}

fn drawn(area: &Area) -> Option<Drawn> {
    let origin = *area.corners().first()?;
    let mut lon = origin.lon;
    let step = |corner: &LonLat| {
        lon += (corner.lon - lon + 180.0).rem_euclid(360.0) - 180.0;
        LonLat::new(lon, corner.lat)
    };
    let mut ring: Vec<LonLat> = area.corners().iter().map(step).collect();
    ring.push(origin);
    Drawn::new(origin, &[ring])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera(lon: f64) -> Camera {
        let rect = Rect::from_min_size(pos2(300.0, 40.0), vec2(700.0, 500.0));
        Camera { rect, center: LonLat::new(lon, 40.0), zoom: 5.3 }
    }

    #[test]
    fn a_point_of_the_screen_and_its_place_are_inverse() {
        for lon in [45.6, 179.5, -179.5] {
            let at = pos2(420.0, 500.0);
            let place = camera(lon).unproject(at);
            assert!(camera(lon).project(place).distance(at) < 0.05, "{place:?}");
        }
    }

    #[test]
    fn the_area_of_a_view_holds_what_is_seen() {
        for lon in [45.6, 179.5] {
            let camera = camera(lon);
            let area = camera.area(camera.rect);
            assert!(area.contains(camera.unproject(camera.rect.min + vec2(2.0, 2.0))));
            assert!(!area.contains(camera.unproject(camera.rect.min - vec2(2.0, 2.0))));
        }
        let far = Camera { zoom: 1.0, ..camera(45.6) };
        assert!(far.area(far.rect).contains(LonLat::new(-120.0, 40.0)));
    }

    #[test]
    fn a_path_across_the_180th_meridian_is_short() {
        let points = path(camera(179.9), &[LonLat::new(179.0, 40.0), LonLat::new(-179.0, 40.0)]);
        assert!((points[1].x - points[0].x - 2.0 / 360.0 * 256.0 * 5.3f32.exp2()).abs() < 1.0);
    }

    #[test]
    fn a_tool_that_is_taken_again_is_put_down() {
        let mut tool = Tool::default();
        tool.toggle(Tool::Measure(Vec::new()));
        assert!(tool.is_on());
        tool.toggle(Tool::Polygon(Vec::new()));
        assert_eq!(tool, Tool::Polygon(Vec::new()));
        tool.toggle(Tool::Polygon(vec![LonLat::new(1.0, 1.0)]));
        assert_eq!(tool, Tool::Hand);
    }
}
