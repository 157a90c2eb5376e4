//! The base map: ground, water, lines below the events, and the names of places.

mod gpu;
mod layers;
mod names;
mod pipelines;
mod placer;
mod scenery;
mod shading;
mod smooth;
mod style;
mod text;

use eframe::egui::{Color32, Context, Painter, Pos2, Rect, Shape, pos2};

use super::points::Camera;
use crate::basemap::{Basemap, Relief, detailed_lakes, unit_square};
pub use gpu::install;
pub use layers::{Layers, layers_ui};
use names::Names;
pub use names::Village;
use scenery::Scenery;
use shading::Shading;
pub use style::{LabelStyle, LineStyle, MapStyle, MapTheme, Stroke};

/// The base map. It keeps what it has made ready for drawing, so build it once.
pub struct BaseLayer {
    style: MapStyle,
    scenery: Scenery,
    shading: Shading,
    names: Names,
}

impl BaseLayer {
    /// The one that is part of the program.
    pub fn new(style: MapStyle) -> Self {
        let map = Basemap::bundled();
        Self {
            style,
            scenery: Scenery::new(map.geometry(), detailed_lakes()),
            shading: Shading::new(Relief::bundled()),
            names: Names::new(map),
        }
    }

    /// Changes the look.
    pub fn set_style(&mut self, style: MapStyle) {
        self.style = style;
    }

    /// What to fill the background of the map with, before the ground is drawn.
    pub fn sea_color(&self) -> Color32 {
        self.style.sea
    }

    /// The colours and sizes in use.
    pub fn style(&self) -> &MapStyle {
        &self.style
    }

    /// Everything but the names. With `at_once`, all of it is ready when this returns;
    /// else some shading may come with a later frame.
    pub fn ground(
        &mut self,
        ctx: &Context,
        camera: Camera,
        layers: &Layers,
        at_once: bool,
    ) -> Shape {
        let view = View::new(camera, ctx.pixels_per_point());
        let relief = self.style.relief.strength.at(view.zoom);
        let shaded = layers.relief && relief > 0.0;
        let urban = if layers.urban { self.style.urban.opacity.at(view.zoom) } else { 0.0 };
        let size = [camera.rect.width(), camera.rect.height()];
        let shown = |stroke| layers.lines(stroke);
        let ppp = view.pixels_per_point;
        let (uniform, drawn) =
            gpu::uniform(&self.style, size, ppp, view.zoom, shown, [urban, relief]);
        let callback = gpu::Callback {
            uniform,
            drawn,
            ground: self.shading.seen(&view, shaded, at_once, ctx),
            cells: self.scenery.seen(&view, at_once, ctx),
            tile_side: self.shading.picture_side(),
        };
        egui_wgpu::Callback::new_paint_callback(camera.rect, callback).into()
    }

    /// The names, over everything else; `villages` where there is room.
    pub fn paint_names(
        &mut self,
        painter: &Painter,
        camera: Camera,
        layers: &Layers,
        villages: &[Village],
    ) {
        let view = View::new(camera, painter.pixels_per_point());
        self.names.speak(&layers.language);
        let painter = painter.with_clip_rect(camera.rect.intersect(painter.clip_rect()));
        self.names.paint(&painter, &view, &self.style, layers, villages);
    }
}

/// The part of the world on the screen, in the unit square of Web Mercator. `x` may go
/// below 0 and beyond 1: the world repeats.
struct View {
    zoom: f64,
    /// Points on the screen for the whole width of the world.
    world: f64,
    min: [f64; 2],
    max: [f64; 2],
    screen: Rect,
    pixels_per_point: f32,
}

impl View {
    fn new(camera: Camera, pixels_per_point: f32) -> Self {
        let Camera { rect: screen, center, zoom } = camera;
        let [x, y] = unit_square(center);
        let world = 256.0 * zoom.exp2();
        let half = [f64::from(screen.width()), f64::from(screen.height())].map(|s| s / 2.0 / world);
        let (min, max) = ([x - half[0], y - half[1]], [x + half[0], y + half[1]]);
        Self { zoom, world, min, max, screen, pixels_per_point }
    }

    /// A view larger by this part of its size on each side, for finding what is near.
    fn expanded(&self, part: f64) -> Self {
        let margin = [0, 1].map(|axis| (self.max[axis] - self.min[axis]) * part);
        let min = [0, 1].map(|axis| self.min[axis] - margin[axis]);
        let max = [0, 1].map(|axis| self.max[axis] + margin[axis]);
        Self { min, max, ..*self }
    }

    /// The copies of the world that can be seen: 0 is the world itself, 1 the one to the
    /// east of it.
    fn copies(&self) -> impl Iterator<Item = i32> + use<> {
        self.copies_within(0.0)
    }

    /// Those of a view larger by this margin on each side.
    fn copies_within(&self, margin: f64) -> impl Iterator<Item = i32> + use<> {
        let (first, last) = ((self.min[0] - margin).floor(), (self.max[0] + margin).floor());
        (first as i32).max(-2)..=(last as i32).min(2)
    }

    /// A place relative to the middle of the view, in points.
    fn relative(&self, at: [f64; 2]) -> [f32; 2] {
        [0, 1].map(|axis| {
            let middle = (self.min[axis] + self.max[axis]) / 2.0;
            ((at[axis] - middle) * self.world) as f32
        })
    }

    /// A place on the screen.
    fn on_screen(&self, at: [f64; 2]) -> Pos2 {
        let [x, y] = self.relative(at);
        let middle = self.screen.center();
        pos2(middle.x + x, middle.y + y)
    }

    /// The copy of a place that is nearest to the middle.
    fn copy_of(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let middle = (self.min[0] + self.max[0]) / 2.0;
        [x + (middle - x).round(), y]
    }

    #[cfg(test)]
    fn test(lon: f64, lat: f64, zoom: f64) -> Self {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 600.0));
        let center = crate::model::LonLat::new(lon, lat);
        Self::new(Camera { rect, center, zoom }, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copies(lon: f64, zoom: f64) -> Vec<i32> {
        View::test(lon, 10.0, zoom).copies().collect()
    }

    #[test]
    fn a_view_of_one_country_shows_the_world_once() {
        assert_eq!(copies(45.0, 7.0), [0]);
    }

    #[test]
    fn a_view_across_the_date_line_goes_on_in_the_next_world() {
        assert_eq!(copies(179.0, 5.0), [0, 1]);
        assert_eq!(copies(-179.0, 5.0), [-1, 0]);
    }

    #[test]
    fn a_place_across_the_date_line_is_near() {
        let view = View::test(179.0, 10.0, 5.0);
        let [x, _] = view.relative(view.copy_of([0.001, 0.5]));
        assert!(x > 0.0 && x < 100.0, "{x}");
    }
}
