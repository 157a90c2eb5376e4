//! The heat map: how much happened where, as a colour. Counted in small cells, smoothed,
//! and drawn as one picture that is stretched over the map.

use std::sync::Arc;

use eframe::egui::{
    Color32, ColorImage, Painter, Rect, TextureHandle, TextureOptions, Ui, pos2, vec2,
};

use super::{
    bins::{Bins, Sum},
    colours::Colours,
    points::{Camera, Instance, Scene},
};
use crate::session::Window;

/// The least width of a cell, in points.
const CELL_POINTS: f64 = 7.0;

/// How far an event gives off heat, in points: the standard deviation of a bell curve.
const REACH_POINTS: f64 = 16.0;

/// So many events on one spot are as hot as can be, if nowhere are more.
const LEAST_HOTTEST: f32 = 4.0;

/// Colours between cold and hot.
const SHADES: usize = 256;

/// Events in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count(u32);

impl Sum for Count {
    fn count(&mut self, _: &Instance, _: [u32; 2], sign: i32) {
        self.0 = self.0.wrapping_add_signed(sign);
    }

    fn join(&mut self, other: &Self) {
        self.0 += other.0;
    }
}

/// The heat and the picture of it.
#[derive(Default)]
pub struct Heat {
    bins: Bins<Count>,
    /// The zoom level and the look that the picture was made for.
    made_for: Option<(f64, bool)>,
    picture: Option<TextureHandle>,
}

impl Heat {
    /// Counts what the window shows, and draws it.
    pub fn paint(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        scene: &Arc<Scene>,
        camera: Camera,
        window: Window,
    ) {
        let dark = ui.visuals().dark_mode;
        let changed = self.bins.update(scene, camera, window, CELL_POINTS);
        if changed || self.made_for != Some((camera.zoom, dark)) {
            self.made_for = Some((camera.zoom, dark));
            let image = self.image(camera, Colours::of(dark));
            match &mut self.picture {
                Some(picture) => picture.set(image, TextureOptions::LINEAR),
                None => {
                    let name = "heat map";
                    self.picture = Some(ui.ctx().load_texture(name, image, TextureOptions::LINEAR));
                }
            }
        }
        if let Some(picture) = &self.picture {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(picture.id(), self.rect(camera), whole, Color32::WHITE);
        }
    }

    /// Where the cells are on the screen. The middle of the grid is what is surely near the
    /// middle of the view, wherever the world begins.
    fn rect(&self, camera: Camera) -> Rect {
        let grid = self.bins.grid();
        let middle = grid.rows / 2 * grid.columns + grid.columns / 2;
        let cell = ((1u64 << grid.shift) as f64 * camera.scale()) as f32;
        let before = vec2((grid.columns / 2) as f32, (grid.rows / 2) as f32) * cell;
        let corner = camera.spot(grid.corner(middle as usize)) - before;
        let size = vec2(grid.columns as f32, grid.rows as f32) * cell;
        Rect::from_min_size(corner, size)
    }

    fn image(&self, camera: Camera, colours: &Colours) -> ColorImage {
        let grid = self.bins.grid();
        let size = [grid.columns as usize, grid.rows as usize];
        let cell = (1u64 << grid.shift) as f64 * camera.scale();
        let reach = (REACH_POINTS / cell) as f32;
        let mut heat: Vec<f32> = self.bins.sums().iter().map(|count| count.0 as f32).collect();
        smooth(&mut heat, size[0], reach);
        // The heat in the middle of one event alone.
        let one = 1.0 / (std::f32::consts::TAU * reach * reach);
        let hottest = heat.iter().copied().fold(one * LEAST_HOTTEST, f32::max);
        let shades: Vec<Color32> =
            (0..SHADES).map(|n| colours.heat(n as f32 / (SHADES - 1) as f32)).collect();
        let shade = |heat: &f32| {
            // The root shows what happened a few times beside what happened a thousand times.
            let share = (heat / hottest).max(0.0).sqrt();
            shades[((share * (SHADES - 1) as f32) as usize).min(SHADES - 1)]
        };
        ColorImage::new(size, heat.iter().map(shade).collect())
    }
}

/// Spreads each value over its neighbours, nearly as a bell curve of so many cells: three
/// times the mean of a stretch along the rows, and the same along the columns.
fn smooth(values: &mut [f32], columns: usize, deviation: f32) {
    let stretch = Stretch::new(deviation);
    let rows = values.len() / columns.max(1);
    let mut turned = vec![0.0; values.len()];
    turn(values, columns, &mut turned);
    stretch.mean_thrice(&mut turned, rows);
    turn(&turned, rows, values);
    stretch.mean_thrice(values, columns);
}

/// Makes rows of columns, so that the values of neighbouring lines lie side by side: the
/// processor adds several at once.
fn turn(from: &[f32], columns: usize, to: &mut [f32]) {
    let rows = from.len() / columns.max(1);
    for (row, line) in from.chunks_exact(columns.max(1)).enumerate() {
        for (column, value) in line.iter().enumerate() {
            to[column * rows + row] = *value;
        }
    }
}

/// The cells within a radius, those on its edge in part.
#[derive(Clone, Copy)]
struct Stretch {
    whole: usize,
    part: f32,
    share: f32,
}

impl Stretch {
    /// Three means over it have together this deviation, in cells.
    fn new(deviation: f32) -> Self {
        // A stretch of 2 r + 1 cells has the variance r (r + 1) / 3.
        let radius = ((deviation * deviation + 0.25).sqrt() - 0.5).max(0.0);
        let share = 1.0 / (2.0 * radius + 1.0);
        Self { whole: radius as usize, part: radius.fract(), share }
    }

    fn mean_thrice(&self, values: &mut [f32], step: usize) {
        let mut before = values.to_vec();
        for _ in 0..3 {
            self.mean(&before, step, values);
            before.copy_from_slice(values);
        }
    }

    /// The means along lines that stand side by side: `step` is how many there are, and so
    /// from a value to the next on its line. Beyond the ends of a line is 0.
    fn mean(&self, from: &[f32], step: usize, to: &mut [f32]) {
        let nothing = vec![0.0; step];
        let at = |place: Option<usize>| {
            let start = place.map(|place| place * step);
            start.and_then(|start| from.get(start..start + step)).unwrap_or(&nothing)
        };
        let mut sums = vec![0.0; step];
        (0..self.whole).for_each(|place| add(&mut sums, at(Some(place)), 1.0));
        for (place, to) in to.chunks_exact_mut(step.max(1)).enumerate() {
            add(&mut sums, at(Some(place + self.whole)), 1.0);
            to.copy_from_slice(&sums);
            add(to, at(place.checked_sub(self.whole + 1)), self.part);
            add(to, at(Some(place + self.whole + 1)), self.part);
            to.iter_mut().for_each(|mean| *mean *= self.share);
            add(&mut sums, at(place.checked_sub(self.whole)), -1.0);
        }
    }
}

fn add(sums: &mut [f32], values: &[f32], times: f32) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value * times);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_is_spread_evenly_and_none_is_lost() {
        let mut values = vec![0.0; 41 * 31];
        values[15 * 41 + 20] = 100.0;
        smooth(&mut values, 41, 3.0);
        let total: f32 = values.iter().sum();
        assert!((total - 100.0).abs() < 0.1, "{total}");
        let at = |column: usize, row: usize| values[row * 41 + column];
        assert!((at(17, 15) - at(23, 15)).abs() < 1e-3 && (at(20, 12) - at(17, 15)).abs() < 1e-3);
        let expected = 100.0 / (std::f32::consts::TAU * 9.0);
        assert!((at(20, 15) / expected - 1.0).abs() < 0.2, "{} {expected}", at(20, 15));
        assert!(at(20, 15) > at(21, 15) && at(21, 15) > at(24, 15));
    }

    #[test]
    fn smoothing_by_no_more_than_a_cell_changes_nothing() {
        let mut values = vec![0.0, 3.0, 1.0, 0.0];
        smooth(&mut values, 2, 0.0);
        assert_eq!(values, [0.0, 3.0, 1.0, 0.0]);
    }
}
