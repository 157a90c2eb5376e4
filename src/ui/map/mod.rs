//! The map: the base map underneath, the events on top, and what lies over both:
//! areas, selection, tooltip, legend, scale.

mod area;
mod arrows;
mod background;
pub mod base;
mod bins;
mod candidates;
mod clusters;
mod colours;
mod controls;
mod coordinates;
mod flight;
mod go_to;
mod heat;
mod kept;
mod keyboard;
mod layers;
mod legend;
mod mark;
mod options;
mod outside;
mod overlay;
mod pointer;
pub mod points;
mod tiles;
mod tools;
mod tooltip;
mod vague;
mod view;
pub mod villages;

use std::sync::Arc;

use eframe::egui::{self, Response, Ui};
use walkers::{Map, MapMemory, Position, lon_lat};

use self::{
    area::Areas,
    arrows::Arrows,
    base::{BaseLayer, Layers},
    clusters::{Clusters, ListPopup, Opened},
    colours::Colours,
    flight::Flight,
    go_to::GoTo,
    heat::Heat,
    layers::TileLayers,
    legend::Legend,
    mark::Mark,
    outside::Inside,
    points::{Scene, Spots},
    tools::{FilterArea, Tool},
    vague::VagueAreas,
    villages::Villages,
};
use super::theme;
use crate::{
    model::{Event, EventId, LonLat},
    session::{Command, Mode, Session, TimeAxis, View},
};
pub use candidates::{Pin, PinAnswer, Pins, paint_pin_number};
pub use controls::Done;
pub use coordinates::read as read_coordinates;
pub use kept::KeptMap;
pub use layers::Wish;
pub use options::{ColourBy, Display, MapOptions, Notation};
pub use points::Camera;
pub use view::{CLOSEST, FARTHEST, Fit, Which};

/// Where a map without events looks: from the Balkans to Iran.
const NOWHERE: (LonLat, f64) = (LonLat { lon: 42.0, lat: 36.0 }, 4.0);

/// A flight to another place takes so many times as long as other changes of the window.
const FLIGHT: f32 = 4.0;

/// The map and what it remembers.
pub struct MapView {
    memory: MapMemory,
    camera: Option<Camera>,
    flight: Option<Flight>,
    fit: Option<Which>,
    /// How many articles and tables there were; when there are more, the map shows all events.
    sources: usize,
    base: Option<(theme::Look, BaseLayer)>,
    layers: Layers,
    villages: Villages,
    tile_layers: TileLayers,
    wish: Option<Wish>,
    options: MapOptions,
    events: Events,
    hovered: Option<EventId>,
    /// The selected event that the map went to.
    followed: Option<EventId>,
    /// Where the pointer is.
    pointer: Option<LonLat>,
    tool: Tool,
    filter_area: FilterArea,
    list: Option<ListPopup>,
    go_to: Option<GoTo>,
    mark: Option<Mark>,
    /// Whether the panel with the options is open.
    options_open: bool,
    /// Whether a person wants the legend unfolded; before, the size of the map decides.
    legend_open: Option<bool>,
    /// Places to choose from.
    pins: Pins,
}

/// What is drawn of the events of a session, each made when it is first needed and kept
/// while nothing changes.
#[derive(Default)]
struct Events {
    /// All spots, and the version of the data and the axis of time they are of.
    spots: Option<((u64, TimeAxis), Arc<Spots>)>,
    /// Those that pass the filter.
    scene: Arc<Scene>,
    /// The filter version that `scene` was made for.
    scene_version: Option<u64>,
    inside: Inside,
    clusters: Clusters,
    heat: Heat,
    arrows: Arrows,
    areas: Areas,
    vague: VagueAreas,
}

impl Default for MapView {
    fn default() -> Self {
        let mut view = Self {
            memory: MapMemory::default(),
            camera: None,
            flight: None,
            fit: None,
            sources: 0,
            base: None,
            layers: Layers::default(),
            villages: Villages::default(),
            tile_layers: TileLayers::default(),
            wish: None,
            options: MapOptions::default(),
            events: Events::default(),
            hovered: None,
            followed: None,
            pointer: None,
            tool: Tool::default(),
            filter_area: FilterArea::default(),
            list: None,
            go_to: None,
            mark: None,
            options_open: false,
            legend_open: None,
            pins: Pins::default(),
        };
        view.look_at(NOWHERE.0, NOWHERE.1);
        view
    }
}

impl MapView {
    /// Shows the events of another session from now on; the map itself stays as it is.
    pub fn forget_events(&mut self) {
        self.villages = Villages::default();
        self.events = Events::default();
        self.sources = 0;
        self.fit = None;
        self.hovered = None;
        self.followed = None;
        self.list = None;
        self.tool = Tool::Hand;
    }

    /// Shows at the next frame the events that are shown now, or all events of the filter if
    /// none are.
    pub fn fit(&mut self) {
        self.fit = Some(Which::All);
    }

    /// How events are shown.
    pub fn options(&self) -> MapOptions {
        self.options
    }

    /// Shows events in another way.
    pub fn set_options(&mut self, options: MapOptions) {
        self.options = options;
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
        let symbol = self.events.scene.symbols().find(|symbol| symbol.id() == id)?;
        Some(camera.position(&symbol))
    }

    /// The places to choose from, while the place of an event is edited.
    pub fn pins_mut(&mut self) -> &mut Pins {
        &mut self.pins
    }

    /// Where the pin of the place that is edited is on the screen.
    pub fn chosen_pin(&self) -> Option<egui::Pos2> {
        self.pins.chosen_at(self.camera?)
    }

    /// Shows all places to choose from.
    pub fn fit_pins(&mut self) {
        let size = self.camera.map(|camera| camera.rect.size());
        let view = size.and_then(|size| candidates::view_of(&self.pins.positions(), size));
        if let Some((center, zoom)) = view {
            self.look_at(center, zoom);
        }
    }

    /// Looks from now on where another map looks, in a frame of this size in points.
    pub fn look_as(&mut self, camera: Camera, size: egui::Vec2, session: &Session) {
        let share = size / camera.rect.size();
        self.look_at(camera.center, camera.zoom + f64::from(share.min_elem()).log2());
        // There is no reason to go to the events.
        self.sources = sources_of(session);
    }

    /// Draws the map into all the space there is and handles the pointer.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let (response, opened) = self.draw(ui, session, false);
        self.handle_pointer(ui, &response, session, commands);
        if let Some(opened) = opened {
            self.open(ui, opened, commands);
        }
        self.handle_keys(ui, &response, session, commands);
        if let Some(camera) = self.camera {
            self.pins.ui(ui, camera);
            self.controls_ui(ui, camera, session, commands);
            let legend = self.legend(camera, session, false);
            if self.events.inside.is_behind() {
                ui.ctx().request_repaint();
            }
            // On a small screen the legend would cover too much of the map.
            let has_room = camera.rect.height() > 560.0 && camera.rect.width() > 480.0;
            let before = self.legend_open.unwrap_or(has_room);
            let mut open = before;
            let room = overlay::above_sources(ui.painter(), camera.rect, theme::current(ui));
            legend.ui(ui, room, session, Some((&mut open, commands)));
            if open != before {
                self.legend_open = Some(open);
            }
        }
    }

    /// Draws the map as for the window, without what only a pointer needs.
    pub fn picture_ui(&mut self, ui: &mut Ui, session: &Session) {
        self.draw(ui, session, true);
        if let Some(camera) = self.camera {
            let room = overlay::above_sources(ui.painter(), camera.rect, theme::current(ui));
            self.legend(camera, session, true).ui(ui, room, session, None);
        }
    }

    fn legend(&mut self, camera: Camera, session: &Session, at_once: bool) -> Legend {
        let Events { inside, scene, spots, .. } = &mut self.events;
        let window = session.clock().window();
        let inside = inside.count(scene, camera, window, at_once);
        let present = spots
            .as_ref()
            .map_or((0, 0), |(_, spots)| spots.present(session.filter().background()));
        Legend {
            present,
            outside: session.shown().len().saturating_sub(inside),
            options: self.options,
        }
    }

    /// `at_once` is whether it is a picture: everything must be there in this very frame, and
    /// nothing can be clicked.
    fn draw(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        at_once: bool,
    ) -> (Response, Option<Opened>) {
        let rect = ui.available_rect_before_wrap();
        self.update(ui, session, rect);
        let dark = ui.visuals().dark_mode;
        let theme = theme::current(ui);
        let sea = self.base_layer(theme::look_of(ui)).sea_color();
        ui.painter().rect_filled(rect, 0.0, sea);
        // The base map comes below what walkers draws, but only walkers knows where it is.
        let ground = ui.painter().add(egui::Shape::Noop);

        let start = self.memory.detached().unwrap_or(lon_lat(NOWHERE.0.lon, NOWHERE.0.lat));
        let mut map = Map::new(None, &mut self.memory, start)
            .zoom_gesture(false)
            .zoom_with_ctrl(false)
            .double_click_to_zoom(false);
        if self.tool.drags() {
            map = map.drag_pan_buttons(egui::DragPanButtons::empty());
        }
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
        self.draw_under(ui, camera, session);
        if let Some((_, base)) = &mut self.base {
            let shape = base.ground(ui.ctx(), camera, &self.layers, at_once);
            ui.painter().set(ground, shape);
            // A map on top has names of its own.
            if !covered {
                let villages = self.villages.seen(camera, at_once, ui.ctx());
                base.paint_names(ui.painter(), camera, &self.layers, villages);
            }
        }
        let opened = self.draw_events(ui, camera, session, at_once);
        let room = if covered { rect } else { overlay::above_sources(ui.painter(), rect, theme) };
        overlay::scale_bar(ui.painter(), Camera { rect: room, ..camera }, theme);
        if !covered {
            overlay::attribution(ui.painter(), rect, theme);
        }
        self.tile_layers.attribution_ui(ui, room, covered);
        (shown.response, opened)
    }

    /// Draws what covers a part of the map, below the names on it.
    fn draw_under(&mut self, ui: &Ui, camera: Camera, session: &Session) {
        let theme = theme::current(ui);
        let painter = ui.painter().with_clip_rect(camera.rect);
        let Events { scene, heat, areas, vague, .. } = &mut self.events;
        if self.options.areas {
            vague.paint(&painter, camera, scene, session, (areas, theme));
        }
        if self.options.display == Display::Heat {
            heat.paint(ui, &painter, scene, camera, session.clock().window());
        }
        self.filter_area.paint(&painter, camera, session, theme);
    }

    /// Draws events, areas and ways; which cluster was clicked.
    fn draw_events(
        &mut self,
        ui: &mut Ui,
        camera: Camera,
        session: &Session,
        at_once: bool,
    ) -> Option<Opened> {
        let theme = theme::current(ui);
        let painter = ui.painter().with_clip_rect(camera.rect);
        let look = self.look(ui, session);
        let Events { scene, clusters, arrows, areas, .. } = &mut self.events;
        for id in [look.hovered, look.selected].into_iter().flatten() {
            if let Some(event) = session.event(id) {
                areas.paint(&painter, camera, event, theme);
            }
        }
        if self.options.arrows {
            arrows.paint(&painter, camera, session, &look);
        }
        overlay::selection_under(&painter, camera, scene, session, theme);
        let mut opened = None;
        match self.options.display {
            Display::Markers => points::draw(ui, camera, scene, &look),
            Display::Clusters => {
                clusters.update(scene, camera, look.window);
                if at_once {
                    clusters.paint(&painter, camera, theme);
                } else {
                    opened = clusters.ui(ui, camera, scene, session);
                }
            }
            Display::Heat => {}
        }
        overlay::selection_over(&painter, camera, scene, session, &look);
        opened
    }

    /// How the events are to be drawn.
    fn look<'s>(&self, ui: &Ui, session: &'s Session) -> points::Look<'s> {
        let clock = session.clock();
        let moves = clock.mode() == Mode::Cumulative || clock.trail_days().is_some();
        let fades = clock.trails() && moves && !clock.shows_all();
        let by_side = self.options.colour == ColourBy::Side;
        points::Look {
            window: clock.window(),
            filter: session.filter(),
            selected: session.selection().event,
            hovered: self.hovered,
            trail_days: clock.trail_days(),
            fade_days: fades.then(|| clock.window().length().max(1.0)),
            by_deaths: self.options.by_deaths,
            sides: by_side.then(|| Colours::of(ui.visuals().dark_mode).sides()),
            theme: theme::current(ui),
        }
    }

    /// Follows the session: other events, other theme, other articles.
    fn update(&mut self, ui: &Ui, session: &Session, rect: egui::Rect) {
        self.update_scene(session);
        let sources = sources_of(session);
        if sources > self.sources {
            self.fit = Some(Which::Most);
        }
        self.sources = sources;
        let ready = !self.events.scene.is_empty() && rect.width() > 50.0;
        if let Some(which) = self.fit.take_if(|_| ready) {
            let window = session.clock().window();
            let Events { scene, arrows, .. } = &mut self.events;
            let ways = if self.options.arrows { arrows.shown(session) } else { Vec::new() };
            let ends = ways.into_iter().flat_map(|way| [way.from, way.to]);
            let fit = Fit::of(scene, window, which, rect.size(), ends);
            match which {
                Which::All => self.fly_to(ui, fit.center, fit.zoom),
                Which::Most => self.look_at(fit.center, fit.zoom),
            }
            ui.ctx().request_repaint();
        }
        self.follow(ui, session);
        self.fly(ui);
    }

    fn update_scene(&mut self, session: &Session) {
        if self.events.scene_version == Some(session.filter_version()) {
            return;
        }
        let version = (session.data_version(), session.clock().axis());
        let spots = self.events.spots.take().filter(|(made_for, _)| *made_for == version);
        let spots = spots.unwrap_or_else(|| {
            let spots = Arc::new(Spots::of(session));
            let later = Arc::clone(&spots);
            rayon::spawn(move || later.prepare());
            (version, spots)
        });
        self.events.scene = Arc::new(spots.1.scene_of(session.filtered()));
        self.events.spots = Some(spots);
        self.events.scene_version = Some(session.filter_version());
        self.hovered = None;
        self.list = None;
    }

    fn base_layer(&mut self, look: theme::Look) -> &BaseLayer {
        let style = || theme::map_theme(look.dark).style(look.contrast);
        let (made_for, base) = self.base.get_or_insert_with(|| (look, BaseLayer::new(style())));
        if *made_for != look {
            base.set_style(style());
            *made_for = look;
        }
        base
    }

    /// Shows a place that reaches so far.
    pub fn show_place(&mut self, center: LonLat, radius_km: f64) {
        self.look_at(center, view::zoom_for(radius_km));
    }

    /// Moves the map so that the event's first spot is in sight, at the zoom that there is.
    pub fn bring_into_view(&mut self, event: Option<&Event>) {
        let (Some(camera), Some(event)) = (self.camera, event) else { return };
        let Some(spot) = event.locations.first() else { return };
        let room = camera.rect.shrink(60.0);
        if !room.contains(camera.project(spot.position)) {
            self.look_at(spot.position, camera.zoom);
        }
    }

    /// Goes to a place at a zoom level at once.
    pub fn look_at(&mut self, center: LonLat, zoom: f64) {
        self.flight = None;
        let position: Position = lon_lat(center.lon, center.lat);
        // The zoom is kept within walkers' range by `CLOSEST` and `FARTHEST`.
        let _in_range = self.memory.set_zoom(zoom.clamp(FARTHEST, CLOSEST));
        self.memory.center_at(position);
    }

    /// Goes to a place at a zoom level in a short flight, unless nothing shall move.
    pub fn fly_to(&mut self, ui: &Ui, center: LonLat, zoom: f64) {
        let Some(camera) = self.camera else { return self.look_at(center, zoom) };
        let to = (center, zoom.clamp(FARTHEST, CLOSEST));
        let seconds = ui.style().animation_time * FLIGHT;
        self.flight = Some(Flight::new(camera, to, ui.input(|input| input.time), seconds));
        ui.ctx().request_repaint();
    }

    /// Goes on with the flight.
    fn fly(&mut self, ui: &Ui) {
        let Some(flight) = self.flight else { return };
        let ((center, zoom), arrived) = flight.at(ui.input(|input| input.time));
        self.look_at(center, zoom);
        if !arrived {
            self.flight = Some(flight);
            ui.ctx().request_repaint();
        }
    }

    /// Goes to the event that was selected if none of its spots is in the view.
    fn follow(&mut self, ui: &Ui, session: &Session) {
        let selected = session.selection().event;
        if selected == self.followed {
            return;
        }
        self.followed = selected;
        let Some((camera, (id, event))) = self.camera.zip(session.selected()) else { return };
        let Some(days) = session.day_numbers(id).filter(|_| self.options.follow) else { return };
        let view = camera.rect.shrink(30.0);
        let spots = self.events.scene.of_event(id, days);
        let seen: Vec<bool> = spots.map(|spot| view.contains(camera.position(&spot))).collect();
        if seen.contains(&true) {
            return;
        }
        if let Some(location) = event.best_locations().next().filter(|_| !seen.is_empty()) {
            self.fly_to(ui, location.position, camera.zoom);
        }
    }
}

/// How many articles and tables are open.
fn sources_of(session: &Session) -> usize {
    session.dataset().articles.len() + session.tables().count()
}

/// Prepares a device for the map; once for each render state.
pub fn install(state: &egui_wgpu::RenderState) {
    walkers::install_renderer(Some(state));
    base::install(state);
    points::install(state);
}
