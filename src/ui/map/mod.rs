//! The map: the base map underneath, the events on top, and what lies over both:
//! areas, selection, tooltip, legend, scale.

mod area;
mod background;
pub mod base;
mod layers;
mod legend;
mod overlay;
pub mod points;
mod tiles;
mod tooltip;
mod view;
pub mod villages;

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::{self, Response, Ui};
use walkers::{Map, MapMemory, Position, lon_lat};

use self::{
    area::Areas,
    base::{BaseLayer, Layers},
    layers::TileLayers,
    points::Scene,
    villages::Villages,
};
use super::theme::{self, Theme};
use crate::{
    model::{EventId, LonLat},
    session::{Command, Mode, Session, View},
};
pub use layers::Wish;
pub use points::Camera;
pub use view::{CLOSEST, FARTHEST, Fit, Which};

/// How near the pointer must be to a symbol, in points.
const REACH: f32 = 11.0;

/// Where a map without events looks: from the Balkans to Iran.
const NOWHERE: (LonLat, f64) = (LonLat { lon: 42.0, lat: 36.0 }, 4.0);

/// The map and what it remembers.
pub struct MapView {
    memory: MapMemory,
    base: Option<(bool, BaseLayer)>,
    layers: Layers,
    villages: Villages,
    tile_layers: TileLayers,
    wish: Option<Wish>,
    scene: Arc<Scene>,
    /// The filter version that `scene` was made for.
    scene_version: Option<u64>,
    /// How many articles and tables there were; when there are more, the map shows all events.
    sources: usize,
    fit: Option<Which>,
    hovered: Option<EventId>,
    camera: Option<Camera>,
    areas: Areas,
    /// Whether the legend is unfolded; decided when the map's size is known.
    legend_open: Option<bool>,
}

impl Default for MapView {
    fn default() -> Self {
        let mut view = Self {
            memory: MapMemory::default(),
            base: None,
            layers: Layers::default(),
            villages: Villages::default(),
            tile_layers: TileLayers::default(),
            wish: None,
            scene: Arc::default(),
            scene_version: None,
            sources: 0,
            fit: None,
            hovered: None,
            camera: None,
            areas: Areas::default(),
            legend_open: None,
        };
        view.look_at(NOWHERE.0, NOWHERE.1);
        view
    }
}

impl MapView {
    /// Shows the events of another session from now on; the map itself stays as it is.
    pub fn forget_events(&mut self) {
        self.villages = Villages::default();
        self.scene = Arc::default();
        self.scene_version = None;
        self.sources = 0;
        self.fit = None;
        self.hovered = None;
        self.areas = Areas::default();
    }

    /// Shows all events of the filter at the next frame.
    pub fn fit(&mut self) {
        self.fit = Some(Which::All);
    }

    /// The layers of tiles to choose from.
    pub fn tile_layers_mut(&mut self) -> &mut TileLayers {
        &mut self.tile_layers
    }

    /// What a panel of the map wants done elsewhere, once.
    pub fn take_wish(&mut self) -> Option<Wish> {
        self.wish.take()
    }

    /// The event under the pointer.
    pub fn hovered(&self) -> Option<EventId> {
        self.hovered
    }

    /// Where the map is on the screen; none before it was first drawn.
    pub fn camera(&self) -> Option<Camera> {
        self.camera
    }

    /// Where it looks, for bookmarks; none before it was first drawn.
    pub fn view(&self) -> Option<View> {
        self.camera.map(|camera| View { center: camera.center, zoom: camera.zoom })
    }

    /// What of the base map is shown.
    pub fn layers_mut(&mut self) -> &mut Layers {
        &mut self.layers
    }

    /// Where the first spot of an event is on the screen.
    pub fn position_of(&self, id: EventId) -> Option<egui::Pos2> {
        let camera = self.camera?;
        let number = u32::try_from(id.0).ok()?;
        let instance = self.scene.instances().iter().find(|i| i.event == number)?;
        Some(camera.position(instance))
    }

    /// Comes closer by so many levels, or goes away if negative.
    pub fn zoom_by(&mut self, levels: f64) {
        if let Some(camera) = self.camera {
            self.zoom_around(camera, camera.rect.center(), levels);
        }
    }

    /// Draws the map into all the space there is and handles the pointer.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let response = self.draw(ui, session, false);
        self.handle_pointer(ui, &response, session, commands);
        if let Some(camera) = self.camera {
            overlay::buttons_ui(ui, camera.rect, self);
            self.wish = self.tile_layers.ui(ui, camera.rect, &mut self.layers);
            let outside = self.events_outside(camera, session);
            // On a small screen the legend would cover too much of the map.
            let open = self.legend_open.get_or_insert(camera.rect.height() > 560.0);
            legend::legend_ui(ui, camera.rect, session, outside, Some(open));
        }
    }

    /// Draws the map as for the window, without what only a pointer needs.
    pub fn picture_ui(&mut self, ui: &mut Ui, session: &Session) {
        self.draw(ui, session, true);
        if let Some(camera) = self.camera {
            let outside = self.events_outside(camera, session);
            legend::legend_ui(ui, camera.rect, session, outside, None);
        }
    }

    /// `at_once` is whether everything must be there in this very frame.
    fn draw(&mut self, ui: &mut Ui, session: &Session, at_once: bool) -> Response {
        let rect = ui.available_rect_before_wrap();
        self.update(ui, session, rect);
        let dark = ui.visuals().dark_mode;
        let theme = theme::current(ui);
        let sea = self.base_layer(dark).sea_color();
        ui.painter().rect_filled(rect, 0.0, sea);
        // The base map comes below what walkers draws, but only walkers knows where it is.
        let ground = ui.painter().add(egui::Shape::Noop);

        let start = self.memory.detached().unwrap_or(lon_lat(NOWHERE.0.lon, NOWHERE.0.lat));
        let map = Map::new(None, &mut self.memory, start)
            .zoom_gesture(false)
            .zoom_with_ctrl(false)
            .double_click_to_zoom(false);
        let map = match self.tile_layers.layer(theme::map_theme(dark), ui.ctx()) {
            Some(tiles) => map.with_layer(tiles, 1.0),
            None => map,
        };
        let shown = map.show(ui, |_, _, projector, _| {
            let center = projector.unproject(rect.center().to_vec2());
            Camera { rect, center: LonLat::new(center.x(), center.y()), zoom: projector.zoom() }
        });
        let camera = shown.inner;
        self.camera = Some(camera);
        let covered = self.tile_layers.covers();
        if let Some((_, base)) = &mut self.base {
            let shape = base.ground(ui.ctx(), camera, &self.layers, at_once);
            ui.painter().set(ground, shape);
            // A map on top has names of its own.
            if !covered {
                let villages = self.villages.seen(camera, at_once, ui.ctx());
                base.paint_names(ui.painter(), camera, &self.layers, villages);
            }
        }
        self.draw_events(ui, camera, session, theme);
        overlay::scale_bar(ui.painter(), camera, theme);
        if !covered {
            overlay::attribution(ui.painter(), rect, theme);
        }
        self.tile_layers.attribution_ui(ui, rect, covered);
        shown.response
    }

    /// How many of the events shown have no spot in the view.
    fn events_outside(&self, camera: Camera, session: &Session) -> usize {
        let mask = session.filter().type_mask();
        let inside: BTreeSet<u32> = self
            .scene
            .shown(session.clock().window(), mask)
            .filter(|instance| camera.rect.contains(camera.position(instance)))
            .map(|instance| instance.event)
            .collect();
        session.shown().len().saturating_sub(inside.len())
    }

    fn draw_events(&mut self, ui: &Ui, camera: Camera, session: &Session, theme: &Theme) {
        let painter = ui.painter().with_clip_rect(camera.rect);
        let selected = session.selection().event;
        for id in [self.hovered, selected].into_iter().flatten() {
            if let Some(event) = session.event(id) {
                self.areas.paint(&painter, camera, event, theme);
            }
        }
        let clock = session.clock();
        let fades = clock.mode() == Mode::Cumulative && !clock.shows_all();
        let look = points::Look {
            window: clock.window(),
            filter: session.filter(),
            selected,
            hovered: self.hovered,
            fade_days: fades.then(|| clock.window().length().max(1.0)),
            theme,
        };
        overlay::selection_under(&painter, camera, &self.scene, selected, theme);
        points::draw(ui, camera, &self.scene, &look);
        overlay::selection_over(&painter, camera, &self.scene, session, theme);
    }

    /// Follows the session: other events, other theme, other articles.
    fn update(&mut self, ui: &Ui, session: &Session, rect: egui::Rect) {
        if self.scene_version != Some(session.filter_version()) {
            self.scene = Arc::new(Scene::of(session));
            self.scene_version = Some(session.filter_version());
            self.hovered = None;
        }
        let sources = session.dataset().articles.len() + session.tables().count();
        if sources > self.sources {
            self.fit = Some(Which::Most);
        }
        self.sources = sources;
        let ready = !self.scene.instances().is_empty() && rect.width() > 50.0;
        if let Some(which) = self.fit.take_if(|_| ready) {
            let fit = Fit::of(&self.scene, which, rect.size());
            self.look_at(fit.center, fit.zoom);
            ui.ctx().request_repaint();
        }
    }

    fn base_layer(&mut self, dark: bool) -> &BaseLayer {
        let theme = theme::map_theme(dark);
        let (is_dark, base) = self.base.get_or_insert_with(|| (dark, BaseLayer::new(theme)));
        if *is_dark != dark {
            base.set_theme(theme);
            *is_dark = dark;
        }
        base
    }

    fn handle_pointer(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let Some(camera) = self.camera else { return };
        self.handle_wheel(ui, response, camera);
        let pointer = response.hover_pos().filter(|_| !response.dragged());
        let window = session.clock().window();
        let found = pointer.map_or_else(Vec::new, |at| {
            points::pick(camera, &self.scene, window, session.filter(), at, REACH)
        });
        if self.hovered != found.first().copied() {
            self.hovered = found.first().copied();
            ui.ctx().request_repaint();
        }
        if !found.is_empty() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
            tooltip::tooltip_ui(response, session, &found);
        }
        if response.clicked() {
            commands.push(clicked(&found, session.selection().event));
        }
        if let (true, true, Some(at)) = (response.double_clicked(), found.is_empty(), pointer) {
            self.zoom_around(camera, at, 1.0);
        }
    }

    fn handle_wheel(&mut self, ui: &Ui, response: &Response, camera: Camera) {
        let Some(at) = response.hover_pos() else { return };
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

    /// Goes to a place at a zoom level.
    pub fn look_at(&mut self, center: LonLat, zoom: f64) {
        let position: Position = lon_lat(center.lon, center.lat);
        // The zoom is kept within walkers' range by `CLOSEST` and `FARTHEST`.
        let _in_range = self.memory.set_zoom(zoom.clamp(FARTHEST, CLOSEST));
        self.memory.center_at(position);
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

/// Prepares a device for the map; once for each render state.
pub fn install(state: &egui_wgpu::RenderState) {
    walkers::install_renderer(Some(state));
    base::install(state);
    points::install(state);
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
