//! Fills and lines of the cells that can be seen, each made ready once.

use std::{collections::HashMap, ops::Range, sync::Arc};

use bytemuck::{Pod, Zeroable};

use super::{View, smooth::smoothed, style::Stroke};
use crate::basemap::{Cell, CellFrame, Fill, FillClass, Geometry, Level, LineClass};

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

/// The cells of both files made ready so far.
pub struct Scenery {
    files: [Vec<Level<'static>>; 2],
    ready: HashMap<Key, Arc<Ready>>,
}

impl Scenery {
    pub fn new(map: Geometry<'static>, lakes: Geometry<'static>) -> Self {
        Self { files: [map, lakes].map(|file| file.levels().collect()), ready: HashMap::new() }
    }

    /// The cells in view, those of the base map first.
    pub fn seen(&mut self, view: &View) -> Vec<Placed> {
        let lakes_from = self.lakes_from();
        let keys: Vec<(Key, i32)> = [0u8, 1]
            .into_iter()
            .filter(|file| *file == 0 || view.zoom >= lakes_from)
            .flat_map(|file| self.keys(file, view))
            .collect();
        if self.ready.len() > MOST_CELLS {
            self.ready.retain(|key, _| keys.iter().any(|(seen, _)| seen == key));
        }
        keys.into_iter().map(|(key, copy)| self.placed(key, copy, view)).collect()
    }

    /// Detailed lakes take over where the base map becomes detailed, if there are any.
    fn lakes_from(&self) -> f64 {
        let [map, lakes] = &self.files;
        let second_coarsest = map.get(1).filter(|_| !lakes.is_empty());
        second_coarsest.map_or(f64::INFINITY, |level| f64::from(level.max_zoom))
    }

    /// The cells of a file on the screen, with the copy of the world they are seen in.
    fn keys(&self, file: u8, view: &View) -> Vec<(Key, i32)> {
        let levels = &self.files[usize::from(file)];
        let fits = |level: &Level| view.zoom < f64::from(level.max_zoom);
        let Some(number) = levels.iter().position(fits) else { return Vec::new() };
        let side = levels[number].side;
        let cell = |x: f64| (x * f64::from(side)).floor().clamp(0.0, f64::from(side - 1)) as u32;
        let mut seen = Vec::new();
        for copy in view.copies() {
            let shift = f64::from(copy);
            for row in cell(view.min[1])..=cell(view.max[1]) {
                for column in cell(view.min[0] - shift)..=cell(view.max[0] - shift) {
                    seen.push((Key { file, level: number as u8, column, row }, copy));
                }
            }
        }
        seen
    }

    fn placed(&mut self, key: Key, copy: i32, view: &View) -> Placed {
        let lakes_from = self.lakes_from();
        let levels = &self.files[usize::from(key.file)];
        let level = levels[usize::from(key.level)];
        let finest = usize::from(key.level) + 1 == levels.len();
        // The coarse lakes give way to the detailed ones.
        let coarse_lakes = key.file == 1 || f64::from(level.max_zoom) <= lakes_from;
        let cell = self.ready.entry(key).or_insert_with(|| {
            // A damaged cell stays empty; a test sees to it that none is.
            let cell = level.cell(key.column, key.row).ok();
            let frame = level.frame(key.column, key.row);
            Arc::new(Ready::new(frame, cell.as_ref(), coarse_lakes, finest && key.file == 0))
        });
        let origin = cell.frame.origin();
        let corner = view.relative([origin[0] + f64::from(copy), origin[1]]);
        let scale = (cell.frame.unit() * view.world) as f32;
        Placed { key, cell: Arc::clone(cell), corner, scale }
    }
}

impl Ready {
    fn new(frame: CellFrame, cell: Option<&Cell>, lakes: bool, curved: bool) -> Self {
        let (corners, triangles, pieces, strokes) = <(Vec<_>, Vec<_>, Vec<_>, Vec<_>)>::default();
        let mut ready = Self { frame, corners, triangles, pieces, strokes };
        let Some(cell) = cell else { return ready };
        let is_drawn = |fill: &Fill| lakes || fill.class != FillClass::Lake;
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
                let is_curve = curved && CURVED.contains(&line.class);
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
