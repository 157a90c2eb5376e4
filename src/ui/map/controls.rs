//! The buttons of the map, what they open, and what menus and keys can do on the map.

use eframe::egui::{Align2, Area, Id, Order, Rect, Ui, vec2};

use super::{
    Camera, MapView,
    clusters::{ListPopup, Opened},
    coordinates, go_to,
    go_to::{Destination, GoTo},
    mark::Mark,
    options::options_ui,
    overlay,
    tools::Tool,
    view::{CLOSEST, Fit},
};
use crate::{
    session::{Action, Command, Session},
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

/// What became of an action.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// The map did all of it.
    Here,
    /// The session has to do this.
    Command(Command),
    /// This text is to be copied.
    Copy(String),
}

impl MapView {
    /// Does what a menu or key asks for; none if that is not of the map.
    pub fn act(&mut self, action: Action) -> Option<Done> {
        match action {
            Action::ZoomIn => self.zoom_by(0.5),
            Action::ZoomOut => self.zoom_by(-0.5),
            Action::FitMap => self.fit(),
            Action::MapLayers => self.toggle_layers(),
            Action::MapDisplay => self.toggle_options(),
            Action::GoToPlace => self.go_to = Some(GoTo::new()),
            Action::SelectRectangle => self.take(Tool::Rectangle(None)),
            Action::SelectPolygon => self.take(Tool::Polygon(Vec::new())),
            Action::Measure => self.take(Tool::Measure(Vec::new())),
            Action::FilterToView => {
                let area = self.camera?.area(self.camera?.rect);
                return Some(Done::Command(Command::SetArea(Some(area))));
            }
            Action::CopyCoordinates => {
                let place = self.pointer.or(self.camera.map(|camera| camera.center))?;
                return Some(Done::Copy(coordinates::written(place, self.options.notation)));
            }
            Action::Deselect if self.cancel() => {}
            _ => return None,
        }
        Some(Done::Here)
    }

    /// Puts down a tool or closes what is open over the map; whether there was any.
    fn cancel(&mut self) -> bool {
        if self.go_to.take().is_some() || self.list.take().is_some() {
            return true;
        }
        if self.tool.is_on() {
            self.tool = Tool::Hand;
            return true;
        }
        std::mem::take(&mut self.options_open)
    }

    fn take(&mut self, tool: Tool) {
        self.tool.toggle(tool);
        self.list = None;
    }

    fn toggle_options(&mut self) {
        self.options_open = !self.options_open;
        self.tile_layers.close();
    }

    fn toggle_layers(&mut self) {
        self.tile_layers.toggle();
        self.options_open = false;
    }

    /// Opens what a cluster stands for.
    pub(super) fn open(&mut self, ui: &Ui, opened: Opened, commands: &mut Vec<Command>) {
        self.list = None;
        match opened {
            Opened::One(event) => commands.push(Command::Select(event)),
            Opened::List(events, place) => self.list = Some(ListPopup::new(events, place)),
            Opened::Closer(corner, size) => {
                let Some(camera) = self.camera else { return };
                let fit = Fit::of_units(corner, size, camera.rect.size());
                let zoom = fit.zoom.max(camera.zoom + 1.0).min(CLOSEST);
                self.fly_to(ui, fit.center, zoom);
            }
        }
    }

    /// Shows the buttons, and what they opened.
    pub(super) fn controls_ui(
        &mut self,
        ui: &mut Ui,
        camera: Camera,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        if let Some(place) = self.pointer {
            let words = coordinates::written(place, self.options.notation);
            overlay::coordinates(ui.painter(), camera, &words, theme::current(ui));
        }
        if self.mark.is_some_and(|mark| !mark.paint(ui, camera)) {
            self.mark = None;
        }
        self.filter_area.clear_ui(ui, camera, session, commands);
        self.buttons_ui(ui, camera.rect);
        self.wish = self.tile_layers.ui(ui, camera.rect, &mut self.layers);
        if self.options_open && options_ui(ui, camera.rect, session, &mut self.options) {
            self.options_open = false;
        }
        if self.go_to.is_none() {
            self.tool.hint_ui(ui, camera.rect);
        }
        if self.list.as_ref().is_some_and(|list| list.ui(ui, camera, session, commands)) {
            self.list = None;
        }
        self.go_to_ui(ui, camera, session);
    }

    fn go_to_ui(&mut self, ui: &Ui, camera: Camera, session: &Session) {
        let Some(go_to) = &mut self.go_to else { return };
        let Some(answer) = go_to.ui(ui, camera.rect, session) else { return };
        self.go_to = None;
        if let go_to::Answer::Go(destination) = answer {
            self.go(ui, camera, &destination);
        }
    }

    fn go(&mut self, ui: &Ui, camera: Camera, destination: &Destination) {
        let per_km = Camera { zoom: 0.0, ..camera }.points_per_km(destination.place.lat);
        let room = f64::from(camera.rect.size().min_elem()) * 0.4;
        let zoom = (room / per_km / destination.radius_km).log2().clamp(3.0, 11.0);
        self.mark = Some(Mark::new(destination.place, ui.input(|input| input.time)));
        self.fly_to(ui, destination.place, zoom);
    }

    /// The column of buttons at the top right.
    fn buttons_ui(&mut self, ui: &Ui, rect: Rect) {
        let at = rect.right_top() + vec2(-12.0, 12.0);
        let area = Area::new(Id::unique("map buttons")).order(Order::Middle);
        area.pivot(Align2::RIGHT_TOP).fixed_pos(at).show(ui.ctx(), |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let rectangle = matches!(self.tool, Tool::Rectangle(_));
            let polygon = matches!(self.tool, Tool::Polygon(_));
            let measure = matches!(self.tool, Tool::Measure(_));
            let button = |icon, action, on, name, help| (icon, action, on, name, help);
            let layers = self.tile_layers.is_open();
            let groups = [
                vec![
                    button(
                        Icon::Plus,
                        Action::ZoomIn,
                        false,
                        tr!("map-zoom-in"),
                        tr!("map-zoom-in-help"),
                    ),
                    button(
                        Icon::Minus,
                        Action::ZoomOut,
                        false,
                        tr!("map-zoom-out"),
                        tr!("map-zoom-out-help"),
                    ),
                    button(Icon::Fit, Action::FitMap, false, tr!("map-fit"), tr!("map-fit-help")),
                ],
                vec![
                    button(
                        Icon::Layers,
                        Action::MapLayers,
                        layers,
                        tr!("map-layers"),
                        tr!("map-layers-help"),
                    ),
                    button(
                        Icon::Sliders,
                        Action::MapDisplay,
                        self.options_open,
                        tr!("map-display"),
                        tr!("map-display-help"),
                    ),
                ],
                vec![
                    button(
                        Icon::Search,
                        Action::GoToPlace,
                        self.go_to.is_some(),
                        tr!("map-go-to"),
                        tr!("map-go-to-help"),
                    ),
                    button(
                        Icon::Rectangle,
                        Action::SelectRectangle,
                        rectangle,
                        tr!("map-rectangle"),
                        tr!("map-rectangle-help"),
                    ),
                    button(
                        Icon::Polygon,
                        Action::SelectPolygon,
                        polygon,
                        tr!("map-polygon"),
                        tr!("map-polygon-help"),
                    ),
                    button(
                        Icon::Ruler,
                        Action::Measure,
                        measure,
                        tr!("map-measure"),
                        tr!("map-measure-help"),
                    ),
                ],
            ];
            for (number, group) in groups.into_iter().enumerate() {
                ui.add_space(if number > 0 { 5.0 } else { 0.0 });
                for (icon, action, on, name, help) in group {
                    if icon::toggle(ui, icon, &name, &help, on).clicked() {
                        self.press(action);
                    }
                }
            }
        });
    }

    /// As the key does, but by a whole level, and what is open is closed.
    fn press(&mut self, action: Action) {
        match action {
            Action::ZoomIn => self.zoom_by(1.0),
            Action::ZoomOut => self.zoom_by(-1.0),
            Action::GoToPlace if self.go_to.is_some() => self.go_to = None,
            action => {
                self.act(action);
            }
        }
    }
}
