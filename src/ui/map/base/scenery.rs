//! Fills and lines of the cells that can be seen, each made ready once by a thread.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
    sync::Arc,
};

use bytemuck::{Pod, Zeroable};
use eframe::egui::Context;

use super::{View, smooth::smoothed, style::Stroke};
use crate::{
    basemap::{Cell, CellFrame, Fill, FillClass, Geometry, Level, LineClass},
    ui::map::background::Background,
};

/// More cells than this are forgotten, but for those in view.
const MOST_CELLS: usize = 300;

/// Lines of nature are drawn as curves at the finest level: the source has few points.
const CURVED: [LineClass; 2] = [LineClass::Stream, LineClass::River];

/// Which cell of which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// 0 is the base map, 1 the detailed lakes.
    file: u8,
    level: u8,
    column: u32,
    row: u32,
}

/// A corner of a fill, as the shader reads it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub struct Corner {
    at: [u16; 2],
    class: u16,
    padding: u16,
}

/// A straight piece of a line, as the shader reads it, in cell units.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub struct Piece {
    ends: [[f32; 2]; 2],
    /// From the start of the line, for dashes.
    start: f32,
    stroke: u32,
}

/// A cell as the graphics card takes it.
#[derive(Debug)]
pub struct Ready {
    pub frame: CellFrame,
    pub corners: Vec<Corner>,
    pub triangles: Vec<u32>,
    pub pieces: Vec<Piece>,
    /// Which of `pieces` are which, in the order they are drawn.
    pub strokes: Vec<(Stroke, Range<u32>)>,
}

/// A cell and the corner of it, in points from the middle of the view.
#[derive(Clone, Debug)]
pub struct Placed {
    pub key: Key,
    pub cell: Arc<Ready>,
    pub corner: [f32; 2],
    /// Points for a cell unit.
    pub scale: f32,
}

/// Cells are made ready this far beyond the view, as a part of its size.
const BEYOND: f64 = 0.2;

/// More cells of a level than this are not drawn to wait for another level.
const MOST_WAITING: usize = 120;

/// What the thread is asked: a cell, and whether its coarse lakes and curves are drawn.
type Question = (Key, Level<'static>, Look);

/// How the cells of a level are drawn.
#[derive(Clone, Copy, Debug)]
struct Look {
    lakes: bool,
    curved: bool,
}

/// The cells of both files made ready so far.
pub struct Scenery {
    files: [Vec<Level<'static>>; 2],
    ready: HashMap<Key, Arc<Ready>>,
    asked: HashSet<Key>,
    /// The level of each file that was last complete in view.
    complete: [Option<u8>; 2],
    worker: Option<Background<Question, (Key, Ready)>>,
}

impl Scenery {
    pub fn new(map: Geometry<'static>, lakes: Geometry<'static>) -> Self {
        let files = [map, lakes].map(|file| file.levels().collect());
        let (ready, asked) = (HashMap::new(), HashSet::new());
        Self { files, ready, asked, complete: [None; 2], worker: None }
    }

    /// The cells in view, those of the base map first. With `at_once`, or at the start, they
    /// are all ready; else the level before is drawn until those of this one are, and the
    /// context is told.
    pub fn seen(&mut self, view: &View, at_once: bool, ctx: &Context) -> Vec<Placed> {
        self.collect();
        let at_once = at_once || self.ready.is_empty();
        let mut drawn = Vec::new();
        for file in [0u8, 1] {
            if let Some(level) = self.level_for(file, view.zoom) {
                drawn.extend(self.cells(file, level, view, at_once, ctx));
            }
        }
        if self.ready.len() > MOST_CELLS {
            self.ready.retain(|key, _| drawn.iter().any(|(seen, _)| seen == key));
        }
        let placed = drawn.into_iter().filter_map(|(key, copy)| self.placed(key, copy, view));
        placed.collect()
    }

    /// The cells of a file to draw, after asking for those that are missing.
    fn cells(
        &mut self,
        file: u8,
        level: u8,
        view: &View,
        at_once: bool,
        ctx: &Context,
    ) -> Vec<(Key, i32)> {
        let wanted = self.keys(file, level, view);
        for (key, _) in &wanted {
            self.ask_for(*key, at_once, ctx);
        }
        if wanted.iter().all(|(key, _)| self.ready.contains_key(key)) {
            self.complete[usize::from(file)] = Some(level);
            if !at_once {
                for (key, _) in self.keys(file, level, &view.expanded(BEYOND)) {
                    self.ask_for(key, false, ctx);
                }
            }
            return wanted;
        }
        let before = self.complete[usize::from(file)].unwrap_or(level);
        let waiting = self.keys(file, before, view);
        if waiting.len() > MOST_WAITING { wanted } else { waiting }
    }

    /// Takes in what the thread has made ready.
    fn collect(&mut self) {
        let Some(worker) = &self.worker else { return };
        for (key, ready) in worker.answers() {
            self.asked.remove(&key);
            self.ready.insert(key, Arc::new(ready));
        }
    }

    fn ask_for(&mut self, key: Key, at_once: bool, ctx: &Context) {
        if self.ready.contains_key(&key) || (self.asked.contains(&key) && !at_once) {
            return;
        }
        let level = self.files[usize::from(key.file)][usize::from(key.level)];
        let question = (key, level, self.look(key));
        if at_once {
            self.ready.insert(key, Arc::new(made_ready(question).1));
            return;
        }
        let start = || Background::start(ctx.clone(), made_ready);
        if self.worker.get_or_insert_with(start).ask(question) {
            self.asked.insert(key);
        }
    }

    fn look(&self, key: Key) -> Look {
        let levels = &self.files[usize::from(key.file)];
        let max_zoom = f64::from(levels[usize::from(key.level)].max_zoom);
        let is_finest = usize::from(key.level) + 1 == levels.len();
        // The coarse lakes give way to the detailed ones.
        let lakes = key.file == 1 || max_zoom <= self.lakes_from();
        Look { lakes, curved: is_finest && key.file == 0 }
    }

    /// Detailed lakes take over where the base map becomes detailed, if there are any.
    fn lakes_from(&self) -> f64 {
        let [map, lakes] = &self.files;
        let second_coarsest = map.get(1).filter(|_| !lakes.is_empty());
        second_coarsest.map_or(f64::INFINITY, |level| f64::from(level.max_zoom))
    }

    /// The level of a file for a zoom, if it is drawn then.
    fn level_for(&self, file: u8, zoom: f64) -> Option<u8> {
        if file == 1 && zoom < self.lakes_from() {
            return None;
        }
        let levels = &self.files[usize::from(file)];
        let fits = |level: &Level| zoom < f64::from(level.max_zoom);
        levels.iter().position(fits).map(|number| number as u8)
    }

    /// The cells of a level on the screen, with the copy of the world they are seen in.
    fn keys(&self, file: u8, level: u8, view: &View) -> Vec<(Key, i32)> {
        let side = self.files[usize::from(file)][usize::from(level)].side;
        let cell = |x: f64| (x * f64::from(side)).floor().clamp(0.0, f64::from(side - 1)) as u32;
        let mut seen = Vec::new();
        for copy in view.copies() {
            let shift = f64::from(copy);
            for row in cell(view.min[1])..=cell(view.max[1]) {
                for column in cell(view.min[0] - shift)..=cell(view.max[0] - shift) {
                    seen.push((Key { file, level, column, row }, copy));
                }
            }
        }
        seen
    }

    fn placed(&self, key: Key, copy: i32, view: &View) -> Option<Placed> {
        let cell = Arc::clone(self.ready.get(&key)?);
        let origin = cell.frame.origin();
        let corner = view.relative([origin[0] + f64::from(copy), origin[1]]);
        let scale = (cell.frame.unit() * view.world) as f32;
        Some(Placed { key, cell, corner, scale })
    }
}

fn made_ready((key, level, look): Question) -> (Key, Ready) {
    // A damaged cell stays empty; a test sees to it that none is.
    let cell = level.cell(key.column, key.row).ok();
    let frame = level.frame(key.column, key.row);
    (key, Ready::new(frame, cell.as_ref(), look))
}

impl Ready {
    fn new(frame: CellFrame, cell: Option<&Cell>, look: Look) -> Self {
        let (corners, triangles, pieces, strokes) = <(Vec<_>, Vec<_>, Vec<_>, Vec<_>)>::default();
        let mut ready = Self { frame, corners, triangles, pieces, strokes };
        let Some(cell) = cell else { return ready };
        let is_drawn = |fill: &Fill| look.lakes || fill.class != FillClass::Lake;
        for fill in cell.fills().filter(is_drawn) {
            ready.add_fill(&fill);
        }
        for stroke in Stroke::ALL {
            let first = ready.pieces.len() as u32;
            for fill in cell.fills().filter(is_drawn) {
                if Stroke::around(fill.class) == Some(stroke) {
                    ready.add_outline(&fill, stroke);
                }
            }
            for line in cell.lines().filter(|line| Stroke::Line(line.class) == stroke) {
                let points: Vec<[f32; 2]> =
                    line.points.iter().map(|point| point.map(f32::from)).collect();
                let is_curve = look.curved && CURVED.contains(&line.class);
                let points = if is_curve { smoothed(&points) } else { points };
                ready.add_line(&points, stroke);
            }
            let last = ready.pieces.len() as u32;
            if last > first {
                ready.strokes.push((stroke, first..last));
            }
        }
        ready
    }

    fn add_fill(&mut self, fill: &Fill) {
        let first = self.corners.len() as u32;
        let class = fill.class as u16;
        self.corners.extend(fill.points.iter().map(|at| Corner { at: *at, class, padding: 0 }));
        self.triangles.extend(fill.triangles.iter().map(|corner| first + u32::from(*corner)));
    }

    fn add_outline(&mut self, fill: &Fill, stroke: Stroke) {
        let stroke = stroke.code();
        let piece = |side: [[u16; 2]; 2]| Piece {
            ends: side.map(|at| at.map(f32::from)),
            start: 0.0,
            stroke,
        };
        self.pieces.extend(fill.outline().map(piece));
    }

    fn add_line(&mut self, points: &[[f32; 2]], stroke: Stroke) {
        let mut start = 0.0;
        for pair in points.windows(2) {
            let [a, b] = [pair[0], pair[1]];
            self.pieces.push(Piece { ends: [a, b], start, stroke: stroke.code() });
            start += (a[0] - b[0]).hypot(a[1] - b[1]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::basemap::{Basemap, detailed_lakes};

    fn levels(placed: &[Placed]) -> Vec<u8> {
        let levels: HashSet<u8> = placed.iter().map(|placed| placed.key.level).collect();
        levels.into_iter().collect()
    }

    #[test]
    fn the_level_before_is_drawn_until_the_next_is_ready() {
        let mut scenery = Scenery::new(Basemap::bundled().geometry(), detailed_lakes());
        let ctx = Context::default();
        let [far, near] = [3.9, 4.1].map(|zoom| View::test(45.0, 40.0, zoom));
        // The very first frame waits.
        assert_eq!(levels(&scenery.seen(&far, false, &ctx)), [0]);
        assert_eq!(levels(&scenery.seen(&near, false, &ctx)), [0]);
        assert_eq!(levels(&scenery.seen(&near, true, &ctx)), [1]);
    }
}
