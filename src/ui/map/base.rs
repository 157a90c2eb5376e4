//! The base map, drawn through walkers: sea, land, lakes, borders, names.

mod cells;
mod names;
mod style;

use eframe::egui::{Color32, Context, Rect};
use walkers::{Canvas, Layer, Projector};

use crate::basemap::{Basemap, LabelClass, LineClass, unit_square};
use crate::model::LonLat;
use cells::Cells;
use names::Names;
pub use style::{LabelStyle, LineStyle, MapStyle, MapTheme};

/// The base map as a layer of a map, below all others. It keeps what it has made ready
/// for drawing, so build it once.
pub struct BaseLayer {
    style: MapStyle,
    cells: Cells,
    names: Names,
}

impl BaseLayer {
    /// `context` is asked how wide names are.
    pub fn new(map: &'static Basemap, theme: MapTheme, context: Context) -> Self {
        Self { style: theme.style(), cells: Cells::new(map), names: Names::new(map, context) }
    }

    /// Changes the look.
    pub fn set_theme(&mut self, theme: MapTheme) {
        self.style = theme.style();
        self.cells.forget();
    }

    /// What to fill the background of the map with, before the layer is drawn.
    pub fn sea_color(&self) -> Color32 {
        self.style.sea
    }

    /// The colours and sizes in use.
    pub fn style(&self) -> &MapStyle {
        &self.style
    }
}

impl Layer for &mut BaseLayer {
    fn draw(&mut self, canvas: &mut Canvas, projector: &Projector) {
        let view = View::new(projector);
        self.cells.draw(canvas, projector, &view, &self.style);
        self.names.draw(canvas, &view, &self.style);
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
}

impl View {
    fn new(projector: &Projector) -> Self {
        let screen = projector.clip_rect();
        let middle = projector.unproject(screen.center().to_vec2());
        let [x, y] = unit_square(LonLat::new(middle.x(), middle.y()));
        let zoom = projector.zoom();
        let world = 256.0 * zoom.exp2();
        let half = [f64::from(screen.width()), f64::from(screen.height())].map(|s| s / 2.0 / world);
        let (min, max) = ([x - half[0], y - half[1]], [x + half[0], y + half[1]]);
        Self { zoom, world, min, max, screen }
    }

    /// The copies of the world that can be seen: 0 is the world itself, 1 the one to the
    /// east of it.
    fn copies(&self) -> impl Iterator<Item = i32> + use<> {
        let (first, last) = (self.min[0].floor(), self.max[0].floor());
        (first as i32).max(-1)..=(last as i32).min(1)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use eframe::egui::pos2;
    use walkers::{MapMemory, MercatorProjection, lon_lat};

    use super::*;

    fn copies(lon: f64, zoom: f64) -> Vec<i32> {
        let mut memory = MapMemory::default();
        memory.set_zoom(zoom).unwrap();
        let screen = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 600.0));
        let middle = lon_lat(lon, 10.0);
        View::new(&Projector::new(screen, &MercatorProjection, &memory, middle)).copies().collect()
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
}
