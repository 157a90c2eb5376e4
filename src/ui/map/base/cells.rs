//! Fills and lines: the cells of a level that can be seen, each made ready once.

use std::collections::HashMap;

use eframe::egui::{Color32, emath::TSTransform, pos2, vec2};
use walkers::{Canvas, Drawable, Drawables, Mesh, Projector, Vertex, lon_lat};

use super::{MapStyle, View};
use crate::basemap::{Basemap, Cell, CellFrame, Fill, FillClass, Level, Line};

/// The cells made ready so far.
pub(super) struct Cells {
    levels: Vec<Level<'static>>,
    ready: HashMap<Key, Ready>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    level: usize,
    column: u32,
    row: u32,
}

/// A cell as walkers draws it. Cloning one is cheap, and the same one is sent to the
/// graphics card only once.
struct Ready {
    frame: CellFrame,
    fills: Option<Drawables>,
    lines: Option<Drawables>,
}

impl Cells {
    pub(super) fn new(map: &'static Basemap) -> Self {
        Self { levels: map.levels().collect(), ready: HashMap::new() }
    }

    /// Makes everything anew, in other colours.
    pub(super) fn forget(&mut self) {
        self.ready.clear();
    }

    /// All fills come before all lines, or the land of one cell would cover the borders
    /// on the edge of its neighbour.
    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        projector: &Projector,
        view: &View,
        style: &MapStyle,
    ) {
        let seen = self.seen(view);
        for (key, _) in &seen {
            self.make_ready(*key, style);
        }
        let placed: Vec<(&Ready, TSTransform)> = seen
            .iter()
            .filter_map(|(key, copy)| self.ready.get(key).map(|ready| (ready, *copy)))
            .map(|(ready, copy)| (ready, placement(ready.frame, copy, projector, view)))
            .collect();
        let layers = [|ready: &Ready| ready.fills.clone(), |ready: &Ready| ready.lines.clone()];
        for layer in layers {
            for (ready, transform) in &placed {
                if let Some(drawables) = layer(ready) {
                    let drawables = drawables.with_transform(*transform);
                    canvas.add_drawables(drawables.with_clip_rect(view.screen));
                }
            }
        }
    }

    /// The cells on the screen, with the copy of the world they are seen in.
    fn seen(&self, view: &View) -> Vec<(Key, i32)> {
        let fits = |level: &Level| view.zoom < f64::from(level.max_zoom);
        let Some(number) = self.levels.iter().position(fits) else { return Vec::new() };
        let side = self.levels[number].side;
        let cell = |x: f64| (x * f64::from(side)).floor().clamp(0.0, f64::from(side - 1)) as u32;
        let mut seen = Vec::new();
        for copy in view.copies() {
            let shift = f64::from(copy);
            for column in cell(view.min[0] - shift)..=cell(view.max[0] - shift) {
                for row in cell(view.min[1])..=cell(view.max[1]) {
                    seen.push((Key { level: number, column, row }, copy));
                }
            }
        }
        seen
    }

    fn make_ready(&mut self, key: Key, style: &MapStyle) {
        let Some(cell) = self.levels[key.level].cell(key.column, key.row) else { return };
        self.ready.entry(key).or_insert_with(|| Ready {
            frame: cell.frame,
            fills: some(fills(&cell, style)),
            lines: some(lines(&cell, key.level, style)),
        });
    }
}

fn some(drawables: Vec<Drawable>) -> Option<Drawables> {
    (!drawables.is_empty()).then(|| Drawables::new(drawables))
}

/// From cell units onto the screen. The corner of the cell is projected in double
/// precision, so that nothing shakes when zoomed in.
fn placement(frame: CellFrame, copy: i32, projector: &Projector, view: &View) -> TSTransform {
    let corner = crate::basemap::lon_lat(frame.origin());
    let shift = vec2((f64::from(copy) * view.world) as f32, 0.0);
    TSTransform {
        scaling: (frame.unit() * view.world) as f32,
        translation: projector.project(lon_lat(corner.lon, corner.lat)) + shift,
    }
}

fn fills(cell: &Cell, style: &MapStyle) -> Vec<Drawable> {
    let color = |fill: &Fill| match fill.class {
        FillClass::Land => style.land,
        FillClass::Lake => style.lake,
    };
    cell.fills().map(|fill| Drawable::Fill(mesh(&fill, color(&fill)))).collect()
}

fn mesh(fill: &Fill, color: Color32) -> Mesh {
    let vertex = |[x, y]: [u16; 2]| Vertex { position: pos2(x.into(), y.into()), color };
    Mesh { vertices: fill.points().map(vertex).collect(), indices: fill.indices().collect() }
}

fn lines(cell: &Cell, level: usize, style: &MapStyle) -> Vec<Drawable> {
    let width = |line: &Line| style.line(line.class).width.get(level).copied().unwrap_or(0.0);
    let drawn = cell.lines().filter(|line| width(line) > 0.0);
    let lines: Vec<walkers::Line> = drawn
        .map(|line| walkers::Line {
            points: line.points().map(|[x, y]| pos2(x.into(), y.into())).collect(),
            width: width(&line),
            color: style.line(line.class).color,
            dasharray: style.line(line.class).dash.clone(),
        })
        .collect();
    if lines.is_empty() { Vec::new() } else { vec![Drawable::Lines(lines)] }
}
