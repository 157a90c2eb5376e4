//! Events as symbols, all in one instanced draw call inside egui's own pass.
//! Playing, selecting and hiding types change uniforms only; the instances are
//! uploaded again when other events pass the filter.

mod finder;
mod gpu;
mod instance;
mod passing;
mod scene;
mod spots;

use std::sync::Arc;

use eframe::egui::{Color32, Pos2, Rect, Ui, Vec2, vec2};
use egui_wgpu::RenderState;

pub use instance::{Instance, fixed};
pub use passing::Passing;
pub use scene::{Scene, Symbol};
pub use spots::{EXACT, Spots, VagueSpot};

use instance::FARTHEST_OFFSET;

use crate::{
    model::{EventId, EventType, LonLat},
    session::{Filter, Window},
    ui::theme::Theme,
};

/// The radius of a symbol of size 1, in points.
pub const RADIUS: f32 = 6.5;

/// Prepares the device for drawing events; once for each render state.
pub fn install(state: &RenderState) {
    gpu::install(state);
}

/// How the events are to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The days shown.
    pub window: Window,
    /// Which types are shown.
    pub filter: &'a Filter,
    /// The event selected.
    pub selected: Option<EventId>,
    /// The event under the pointer.
    pub hovered: Option<EventId>,
    /// How long an event takes to fade after it ended, in days.
    pub fade_days: Option<f64>,
    /// How many days before the window events are still fading.
    pub trail_days: Option<f64>,
    /// Whether a symbol is the larger, the more people died.
    pub by_deaths: bool,
    /// The colours of the two sides and of what is of neither, where not the type decides.
    pub sides: Option<[Color32; 3]>,
    /// The colours.
    pub theme: &'a Theme,
}

impl Look<'_> {
    /// How many times as large as usual a symbol is; the shader does the same sum.
    pub fn growth(&self, instance: &Instance) -> f32 {
        if self.by_deaths { growth(instance.log_deaths()) } else { 1.0 }
    }

    /// The colour of a symbol.
    pub fn colour(&self, instance: &Instance) -> Color32 {
        let of_type = || {
            let event_type = TYPES.get(instance.type_code()).copied();
            self.theme.event(event_type.unwrap_or(EventType::Other))
        };
        self.sides.map_or_else(of_type, |sides| sides[instance.side()])
    }
}

/// How large a symbol is by the binary logarithm of one more than the deaths.
pub fn growth(log_deaths: f32) -> f32 {
    SMALLEST + GROWTH * log_deaths
}

/// The size of the symbol of an event in which nobody died, where deaths count.
const SMALLEST: f32 = 0.8;

/// How much a symbol grows when the deaths double.
const GROWTH: f32 = 0.14;

/// Where the map is on the screen: what turns a place into a point and back.
#[derive(Clone, Copy, Debug)]
pub struct Camera {
    /// The part of the screen.
    pub rect: Rect,
    /// What is in its middle.
    pub center: LonLat,
    /// The zoom level of web maps: the world is `256 * 2^zoom` points wide.
    pub zoom: f64,
}

impl Camera {
    /// Points for each unit of fixed-point Mercator.
    pub fn scale(&self) -> f64 {
        256.0 * self.zoom.exp2() / 4_294_967_296.0
    }

    /// How far symbols on one spot are spread: less from afar, where spots are close.
    pub fn spread(&self) -> f32 {
        ((self.zoom - 3.0) / 3.0).clamp(0.3, 1.0) as f32
    }

    /// Where a symbol is drawn.
    pub fn position(&self, symbol: &Symbol<'_>) -> Pos2 {
        self.spot(symbol.place) + from_spot(symbol.offset) * self.spread()
    }

    /// Where a spot in fixed-point Mercator is on the screen.
    pub fn spot(&self, place: [u32; 2]) -> Pos2 {
        self.spots()(place)
    }

    /// The same for many, with what they share worked out once.
    pub fn spots(&self) -> impl Fn([u32; 2]) -> Pos2 + use<> {
        let (middle, center, scale) = (self.rect.center(), fixed(self.center), self.scale());
        move |place| middle + points_between(center, place, scale)
    }

    /// A part of the screen in fixed-point Mercator: its north-west corner, and how far it
    /// reaches to the east and south; no farther than the world.
    pub fn units(&self, part: Rect) -> ([u32; 2], [u32; 2]) {
        let [cx, cy] = fixed(self.center).map(f64::from);
        let from_middle = part.min - self.rect.center();
        let units = |points: f32| f64::from(points) / self.scale();
        let whole = f64::from(u32::MAX);
        let width = units(part.width()).min(whole);
        let west = if width >= whole { 0.0 } else { cx + units(from_middle.x) };
        let north = (cy + units(from_middle.y)).clamp(0.0, whole);
        let south = (cy + units(from_middle.y) + units(part.height())).clamp(0.0, whole);
        let corner = [west.rem_euclid(whole + 1.0) as u32, north as u32];
        (corner, [width as u32, (south - north) as u32])
    }
}

/// The part of the world's width on the map that so many kilometres are at a latitude.
pub fn share_of_world(km: f64, lat: f64) -> f64 {
    const EQUATOR_KM: f64 = 40_075.017;
    km / EQUATOR_KM / lat.to_radians().cos().max(0.01)
}

/// How far it is from a place to another in fixed-point Mercator, in points. Integers subtract
/// exactly and wrap at the antimeridian.
fn points_between(from: [u32; 2], to: [u32; 2], scale: f64) -> Vec2 {
    let dx = f64::from(to[0].wrapping_sub(from[0]) as i32) * scale;
    // Nothing wraps in the north and south.
    let dy = (f64::from(to[1]) - f64::from(from[1])) * scale;
    vec2(dx as f32, dy as f32)
}

/// An offset in points.
fn from_spot(offset: [i16; 2]) -> Vec2 {
    let [x, y] = offset.map(|eighths| f32::from(eighths) / 8.0);
    vec2(x, y)
}

/// Adds the events to what is painted.
pub fn draw(ui: &Ui, camera: Camera, scene: &Arc<Scene>, look: &Look<'_>) {
    let rect = camera.rect;
    let uniform = gpu::uniform(camera, look, ui.pixels_per_point());
    let window = look.window;
    let trail = look.trail_days.unwrap_or(0.0);
    let range = scene.range(Window::new(window.from() - trail, window.to()));
    let callback = gpu::Callback::new(uniform, Arc::clone(scene), range);
    ui.painter().add(egui_wgpu::Callback::new_paint_callback(rect, callback));
}

/// The events whose symbols are within `reach` points of a point on the screen,
/// the nearest first, each once.
pub fn pick(
    camera: Camera,
    scene: &Scene,
    window: Window,
    filter: &Filter,
    at: Pos2,
    reach: f32,
) -> Vec<EventId> {
    let mut near: Vec<(f32, EventId)> = Vec::new();
    let around = reach + FARTHEST_OFFSET * camera.spread();
    let (corner, size) = camera.units(Rect::from_center_size(at, Vec2::splat(2.0 * around)));
    // There may be many thousands, so that nothing is worked out for each that is the same for all.
    let (pointer, _) = camera.units(Rect::from_center_size(at, Vec2::ZERO));
    let (scale, spread, mask) = (camera.scale(), camera.spread(), filter.type_mask());
    scene.each_within(corner, size, |place, symbol| {
        let away = points_between(pointer, place, scale) + from_spot(symbol.offset) * spread;
        let too_far = away.x.abs() > reach || away.y.abs() > reach;
        if !too_far && away.length() <= reach && symbol.is_shown(window, mask) {
            near.push((away.length(), symbol.id()));
        }
    });
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut seen = std::collections::BTreeSet::new();
    near.into_iter().map(|(_, id)| id).filter(|id| seen.insert(*id)).collect()
}

/// A colour as the shader wants it, gamma-encoded, 0 to 1.
fn channels(colour: Color32) -> [f32; 4] {
    colour.to_array().map(|channel| f32::from(channel) / 255.0)
}

/// Types in the order of their codes, for tables that the shader indexes.
const TYPES: [EventType; 14] = EventType::ALL;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use eframe::egui::pos2;
    use jiff::civil::date;

    use super::*;
    use crate::model::{DateRange, Precision};

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        let rect = Rect::from_min_size(pos2(100.0, 50.0), vec2(800.0, 600.0));
        Camera { rect, center: LonLat::new(lon, lat), zoom }
    }

    fn scene(places: &[(f64, f64)]) -> Scene {
        let day = DateRange::day(date(2022, 9, 13));
        let instances = places.iter().enumerate().map(|(number, (lon, lat))| {
            let kind = (EventType::Battle, Precision::Exact, false);
            Instance::new(LonLat::new(*lon, *lat), day, kind, EventId(number))
        });
        Scene::new(instances.collect())
    }

    fn all_days() -> Window {
        Window::new(-1e5, 1e5)
    }

    #[test]
    fn the_middle_of_the_view_is_the_middle_of_the_rectangle() {
        let scene = scene(&[(45.8, 40.1)]);
        let camera = camera(45.8, 40.1, 9.0);
        let symbol = scene.symbols().next().unwrap();
        assert!(camera.position(&symbol).distance(camera.rect.center()) < 0.1);
    }

    #[test]
    fn a_place_across_the_antimeridian_is_near() {
        let scene = scene(&[(-179.99, 0.0)]);
        let camera = camera(179.99, 0.0, 6.0);
        let right = camera.position(&scene.symbols().next().unwrap()) - camera.rect.center();
        assert!(right.x > 0.0 && right.x < 10.0, "{right:?}");
    }

    #[test]
    fn picking_finds_the_nearest_first_and_only_what_is_shown() {
        let scene = scene(&[(45.0, 40.0), (45.02, 40.0), (50.0, 40.0)]);
        let camera = camera(45.0, 40.0, 8.0);
        let at = camera.rect.center() + vec2(1.0, 0.0);
        let filter = Filter::default();
        let found = pick(camera, &scene, all_days(), &filter, at, 12.0);
        assert_eq!(found, [EventId(0), EventId(1)]);
        let before = Window::new(0.0, 1.0);
        assert!(pick(camera, &scene, before, &filter, at, 12.0).is_empty());
    }

    #[test]
    fn a_part_of_the_screen_in_units_holds_what_is_drawn_there() {
        for (lon, zoom) in [(45.0, 8.0), (179.99, 6.0), (-179.99, 9.5)] {
            let camera = camera(lon, 40.0, zoom);
            let part = Rect::from_min_size(pos2(120.0, 60.0), vec2(300.0, 200.0));
            let (corner, size) = camera.units(part);
            let middle = [0, 1].map(|axis| corner[axis].wrapping_add(size[axis] / 2));
            assert!(camera.spot(middle).distance(part.center()) < 0.1, "{lon} {zoom}");
        }
        let (_, size) =
            camera(10.0, 0.0, 1.0).units(Rect::from_center_size(pos2(0.0, 0.0), Vec2::splat(1e6)));
        assert_eq!(size, [u32::MAX; 2]);
    }

    #[test]
    fn symbols_on_one_spot_can_be_told_apart() {
        let spot = (45.0, 40.0);
        let scene = scene(&[spot; 12]);
        let camera = camera(45.0, 40.0, 8.0);
        let points: Vec<Pos2> = scene.symbols().map(|symbol| camera.position(&symbol)).collect();
        for (number, a) in points.iter().enumerate() {
            for b in &points[number + 1..] {
                assert!(a.distance(*b) > RADIUS * 2.0, "{a:?} {b:?}");
            }
        }
    }
}
