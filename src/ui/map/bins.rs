//! Counts of what the window shows by cells of the map, for clusters and heat. The cells
//! belong to the world, not to the screen: panning counts nothing again until the view leaves
//! the cells counted, and while time runs only what comes and goes is counted.

use std::{ops::Range, sync::Arc};

use rayon::prelude::*;

use super::points::{Camera, Instance, Passing, Scene};
use crate::session::Window;

/// So many instances are counted at once; fewer are not worth a second thread.
const AT_ONCE: usize = 1 << 15;

/// Sums over the instances in a cell.
pub trait Sum: Clone + Default + Send + Sync {
    /// Adds an instance (1) or takes it away (-1). `inside` is where in its cell it is, in
    /// units from the north-west corner.
    fn count(&mut self, instance: &Instance, inside: [u32; 2], sign: i32);
    /// Adds all of another.
    fn join(&mut self, other: &Self);
}

/// Cells of one size over a part of the world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// A cell is `2^shift` units of fixed-point Mercator wide and high.
    pub shift: u32,
    /// The westernmost column and the northernmost row, counted from the corner of the world.
    pub first: [u32; 2],
    /// How many of each.
    pub columns: u32,
    /// How many rows.
    pub rows: u32,
}

impl Grid {
    /// Cells at least so many points wide, less than twice as many, over the view and a third
    /// of it on each side.
    fn around(camera: Camera, cell_points: f64) -> Self {
        let shift = Self::shift(camera, cell_points);
        let around = camera.rect.expand2(camera.rect.size() / 3.0);
        let (corner, size) = camera.units(around);
        let first = corner.map(|unit| unit >> shift);
        let in_all = 1u32.checked_shl(32 - shift).unwrap_or(u32::MAX);
        let [columns, rows] = size.map(|side| ((side >> shift) + 2).min(in_all));
        Self { shift, first, columns, rows: rows.min(in_all - first[1].min(in_all - 1)) }
    }

    fn shift(camera: Camera, cell_points: f64) -> u32 {
        (cell_points / camera.scale()).log2().ceil().clamp(1.0, 31.0) as u32
    }

    /// Whether cells of the right size cover the view.
    fn fits(&self, camera: Camera, cell_points: f64) -> bool {
        let (corner, size) = camera.units(camera.rect);
        let covers = |axis: usize, count: u32| {
            let reach = u64::from(count) << self.shift;
            let from = corner[axis].wrapping_sub(self.first[axis] << self.shift);
            // The world has no more in the south.
            reach > u64::from(u32::MAX) || u64::from(from) + u64::from(size[axis]) <= reach
        };
        self.shift == Self::shift(camera, cell_points)
            && covers(0, self.columns)
            && (covers(1, self.rows) || self.first[1] + self.rows >= 1 << (32 - self.shift))
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.columns as usize * self.rows as usize
    }

    /// The number of the cell in which a place lies, row by row, and where in it.
    pub fn cell_of(&self, place: [u32; 2]) -> Option<(usize, [u32; 2])> {
        let x = place[0].wrapping_sub(self.first[0] << self.shift);
        let y = place[1].wrapping_sub(self.first[1] << self.shift);
        let (column, row) = (x >> self.shift, y >> self.shift);
        let rest = (1 << self.shift) - 1;
        let inside = [x & rest, y & rest];
        let is_in = column < self.columns && row < self.rows;
        is_in.then(|| (row as usize * self.columns as usize + column as usize, inside))
    }

    /// The north-west corner of a cell.
    pub fn corner(&self, cell: usize) -> [u32; 2] {
        let columns = self.columns.max(1) as usize;
        let at = [(cell % columns) as u32, (cell / columns) as u32];
        [0, 1].map(|axis| self.first[axis].wrapping_add(at[axis]) << self.shift)
    }
}

/// Sums by cell.
#[derive(Debug, Default)]
pub struct Bins<S> {
    grid: Grid,
    sums: Vec<S>,
    passing: Passing,
    scene: Arc<Scene>,
}

impl<S: Sum> Bins<S> {
    /// Counts what the window shows in cells at least so many points wide; whether any sum
    /// may have changed.
    pub fn update(
        &mut self,
        scene: &Arc<Scene>,
        camera: Camera,
        window: Window,
        cell_points: f64,
    ) -> bool {
        let passing = Passing::of(scene, window);
        let same_scene = Arc::ptr_eq(&self.scene, scene) && !self.sums.is_empty();
        let moves = self.passing.distance(passing);
        if same_scene && self.grid.fits(camera, cell_points) && moves <= scene.range(window).len() {
            let (grid, sums) = (self.grid, &mut self.sums);
            self.passing.changes(passing, scene, |_, instance, sign| {
                if let Some((cell, inside)) = grid.cell_of(instance.place) {
                    sums[cell].count(instance, inside, sign);
                }
            });
            self.passing = passing;
            return moves > 0;
        }
        self.scene = Arc::clone(scene);
        if !self.grid.fits(camera, cell_points) {
            self.grid = Grid::around(camera, cell_points);
        }
        self.passing = passing;
        self.sums = counted(scene, window, self.grid);
        true
    }

    /// The cells.
    pub fn grid(&self) -> Grid {
        self.grid
    }

    /// The sums, row by row.
    pub fn sums(&self) -> &[S] {
        &self.sums
    }
}

/// Counts all that the window shows.
fn counted<S: Sum>(scene: &Scene, window: Window, grid: Grid) -> Vec<S> {
    let range = scene.range(window);
    let count = |numbers: Range<usize>| {
        let mut sums = vec![S::default(); grid.len()];
        for symbol in scene.part(numbers).filter(|symbol| symbol.is_shown(window, u32::MAX)) {
            if let Some((cell, inside)) = grid.cell_of(symbol.place) {
                sums[cell].count(&symbol, inside, 1);
            }
        }
        sums
    };
    let join = |mut a: Vec<S>, b: Vec<S>| {
        a.iter_mut().zip(&b).for_each(|(a, b)| a.join(b));
        a
    };
    if range.len() <= AT_ONCE {
        return count(range);
    }
    let share = range.len().div_ceil(rayon::current_num_threads()).max(AT_ONCE);
    let parts = range.clone().into_par_iter().step_by(share);
    parts.map(|start| count(start..range.end.min(start + share))).reduce(Vec::new, |a, b| {
        match a.is_empty() {
            true => b,
            false => join(a, b),
        }
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use eframe::egui::{Rect, pos2, vec2};

    use super::*;
    use crate::{
        model::{DateRange, EventId, EventType, LonLat, Precision},
        session::date_of,
    };

    impl Sum for i64 {
        fn count(&mut self, _: &Instance, _: [u32; 2], sign: i32) {
            *self += i64::from(sign);
        }

        fn join(&mut self, other: &Self) {
            *self += other;
        }
    }

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 600.0));
        Camera { rect, center: LonLat::new(lon, lat), zoom }
    }

    fn scene(count: usize) -> Arc<Scene> {
        let kind = (EventType::Battle, Precision::Exact, false);
        let instance = |number: usize| {
            let first = (number / 10) as i32;
            let days = DateRange::new(date_of(first), date_of(first + (number % 3) as i32));
            let lon = 40.0 + (number * 37 % 100) as f64 / 10.0;
            let lat = 35.0 + (number * 61 % 100) as f64 / 10.0;
            Instance::new(LonLat::new(lon, lat), days.unwrap(), kind, EventId(number))
        };
        Arc::new(Scene::new((0..count).map(instance).collect()))
    }

    #[test]
    fn counting_on_gives_what_counting_anew_gives() {
        let scene = scene(1000);
        let mut bins = Bins::<i64>::default();
        let steps = [
            (45.0, 6.0, 0.0, 100.0),
            (45.0, 6.2, 5.5, 30.0),
            (46.0, 6.2, 20.0, 30.0),
            (46.0, 6.2, 0.0, 9.0),
            (44.0, 6.1, 50.0, 99.0),
            (44.0, 8.1, 50.0, 99.0),
        ];
        for (lon, zoom, from, to) in steps {
            let (camera, window) = (camera(lon, 40.0, zoom), Window::new(from, to));
            bins.update(&scene, camera, window, 50.0);
            let anew: Vec<i64> = counted(&scene, window, bins.grid());
            assert_eq!(bins.sums(), anew);
            assert!(bins.sums().iter().sum::<i64>() > 0);
            assert!(!bins.update(&scene, camera, window, 50.0), "nothing changed");
        }
    }

    #[test]
    fn a_grid_covers_the_view_also_across_the_180th_meridian_and_of_the_whole_world() {
        for (lon, lat, zoom) in
            [(45.0, 40.0, 6.0), (179.9, -10.0, 5.3), (-179.9, 80.0, 7.9), (0.0, 0.0, 1.5)]
        {
            let camera = camera(lon, lat, zoom);
            let grid = Grid::around(camera, 50.0);
            assert!(grid.fits(camera, 50.0), "{lon} {lat} {zoom} {grid:?}");
            let place = super::super::points::fixed(camera.center);
            let (cell, inside) = grid.cell_of(place).unwrap();
            let corner = grid.corner(cell);
            assert_eq!([0, 1].map(|axis| corner[axis].wrapping_add(inside[axis])), place);
        }
    }

    #[test]
    fn panning_a_little_keeps_the_cells() {
        let scene = scene(100);
        let mut bins = Bins::<i64>::default();
        let window = Window::new(0.0, 100.0);
        bins.update(&scene, camera(45.0, 40.0, 6.0), window, 50.0);
        assert!(!bins.update(&scene, camera(45.5, 40.2, 6.0), window, 50.0));
        assert!(bins.update(&scene, camera(85.0, 40.0, 6.0), window, 50.0));
    }
}
