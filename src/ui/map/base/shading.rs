//! The ground: land, shaded by tiles of the relief that are decoded on a thread.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use bytemuck::{Pod, Zeroable};
use eframe::egui::Context;
use image::ImageFormat;

use super::View;
use crate::{basemap::Relief, ui::map::background::Background};

/// More tiles than this are forgotten, but for those in view.
const MOST_TILES: usize = 240;

/// Level, column and row of a tile.
pub type TileId = [u32; 3];

/// A square of the ground, as the shader reads it.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub struct Square {
    /// West, north, width, height, in points from the middle of the view.
    pub area: [f32; 4],
    /// Left, top, width, height within the picture of the tile, 0 to 1.
    pub part: [f32; 4],
    /// Where the tile is on the graphics card; -1 for none.
    pub layer: i32,
}

/// A decoded tile with its frame: brightness, row by row.
#[derive(Debug)]
pub struct Picture(pub Vec<u8>);

/// A square and the tile that shades it.
#[derive(Clone, Debug)]
pub struct Shaded {
    pub square: Square,
    pub tile: Option<(TileId, Arc<Picture>)>,
}

/// Takes tiles and gives their pictures, `None` for what is none.
type Decoder = Background<(TileId, &'static [u8]), (TileId, Option<Picture>)>;

/// The tiles decoded so far.
pub struct Shading {
    relief: Relief<'static>,
    ready: HashMap<TileId, Arc<Picture>>,
    asked: HashSet<TileId>,
    worker: Option<Decoder>,
}

impl Shading {
    pub fn new(relief: Relief<'static>) -> Self {
        Self { relief, ready: HashMap::new(), asked: HashSet::new(), worker: None }
    }

    /// The width of a decoded tile in pixels, frame included.
    pub fn picture_side(&self) -> u32 {
        self.relief.size() + 2
    }

    /// The ground in view. `shown` is whether it is shaded; with `at_once`, tiles are
    /// decoded before this returns, and else the context is told when one is ready.
    pub fn seen(&mut self, view: &View, shown: bool, at_once: bool, ctx: &Context) -> Vec<Shaded> {
        self.collect();
        if !shown || self.relief.size() == 0 {
            return vec![whole_world(view)];
        }
        let level = level_for(view, self.relief);
        let tiles = tiles_in(view, level);
        if self.ready.len() > MOST_TILES {
            self.ready.retain(|tile, _| tiles.iter().any(|(seen, _)| seen == tile));
        }
        for (tile, _) in &tiles {
            self.ask_for(*tile, at_once, ctx);
        }
        let shaded = tiles.iter().map(|(tile, copy)| self.shaded(*tile, *copy, view));
        std::iter::once(whole_world(view)).chain(shaded).collect()
    }

    /// Takes in what the thread has decoded.
    fn collect(&mut self) {
        let Some(worker) = &self.worker else { return };
        for (tile, picture) in worker.answers() {
            self.asked.remove(&tile);
            // One that cannot be decoded is flat; a test sees to it that all can.
            let picture = picture.unwrap_or(Picture(Vec::new()));
            self.ready.insert(tile, Arc::new(picture));
        }
    }

    fn ask_for(&mut self, tile: TileId, at_once: bool, ctx: &Context) {
        let [level, column, row] = tile;
        let Some(bytes) = self.relief.tile(level, column, row) else { return };
        if self.ready.contains_key(&tile) || (self.asked.contains(&tile) && !at_once) {
            return;
        }
        let side = self.picture_side();
        if at_once {
            let picture = decoded(bytes, side).unwrap_or(Picture(Vec::new()));
            self.ready.insert(tile, Arc::new(picture));
            return;
        }
        let work = move |(tile, bytes)| (tile, decoded(bytes, side));
        let worker = self.worker.get_or_insert_with(|| Background::start(ctx.clone(), work));
        if worker.ask((tile, bytes)) {
            self.asked.insert(tile);
        }
    }

    /// The square with its tile, or with the part of a coarser one until that is ready.
    fn shaded(&self, tile: TileId, copy: i32, view: &View) -> Shaded {
        let [level, column, row] = tile;
        for up in 0..=level {
            let parent = [level - up, column >> up, row >> up];
            let Some(picture) = self.ready.get(&parent).filter(|picture| !picture.0.is_empty())
            else {
                continue;
            };
            let share = 1.0 / f64::from(1u32 << up);
            let from = [column, row].map(|at| f64::from(at & ((1 << up) - 1)) * share);
            let part = self.part(from, share);
            let square = square(view, tile, copy, part);
            return Shaded { square, tile: Some((parent, Arc::clone(picture))) };
        }
        Shaded { square: square(view, tile, copy, [0.0; 4]), tile: None }
    }

    /// A part of a tile within its picture, which has a frame of one pixel.
    fn part(&self, from: [f64; 2], share: f64) -> [f32; 4] {
        let side = f64::from(self.picture_side());
        let inner = f64::from(self.relief.size()) / side;
        let [left, top] = from.map(|at| (1.0 / side + at * inner) as f32);
        let width = (share * inner) as f32;
        [left, top, width, width]
    }
}

fn decoded(jpeg: &[u8], side: u32) -> Option<Picture> {
    let image = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).ok()?.into_luma8();
    (image.dimensions() == (side, side)).then(|| Picture(image.into_raw()))
}

/// The level whose pixels are about as large as those of the screen.
fn level_for(view: &View, relief: Relief) -> u32 {
    let pixels = view.world * f64::from(view.pixels_per_point);
    let level = (pixels / f64::from(relief.size())).log2().round();
    level.clamp(0.0, f64::from(relief.finest())) as u32
}

/// The tiles of a level in view, with the copy of the world they are seen in.
fn tiles_in(view: &View, level: u32) -> Vec<(TileId, i32)> {
    let side = 1u32 << level;
    let cell = |x: f64| (x * f64::from(side)).floor().clamp(0.0, f64::from(side - 1)) as u32;
    let mut tiles = Vec::new();
    for copy in view.copies() {
        let shift = f64::from(copy);
        for row in cell(view.min[1])..=cell(view.max[1]) {
            for column in cell(view.min[0] - shift)..=cell(view.max[0] - shift) {
                tiles.push(([level, column, row], copy));
            }
        }
    }
    tiles
}

fn square(view: &View, [level, column, row]: TileId, copy: i32, part: [f32; 4]) -> Square {
    let side = f64::from(1u32 << level);
    let at = [f64::from(column) / side + f64::from(copy), f64::from(row) / side];
    let [west, north] = view.relative(at);
    let width = (view.world / side) as f32;
    Square { area: [west, north, width, width], part, layer: -1 }
}

/// Land without shading, as far as the eye can see: beyond 85° S as well.
fn whole_world(view: &View) -> Shaded {
    let [_, north] = view.relative([0.0, 0.0]);
    let half = [view.screen.width() / 2.0, view.screen.height() / 2.0];
    let top = north.max(-half[1]);
    let area = [-half[0], top, 2.0 * half[0], (half[1] - top).max(0.0)];
    Shaded { square: Square { area, part: [0.0; 4], layer: -1 }, tile: None }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_tile_of_the_relief_can_be_decoded() {
        let relief = Relief::bundled();
        for (column, row) in [(0, 0), (9, 6), (20, 12), (31, 31)] {
            if let Some(tile) = relief.tile(5, column, row) {
                assert!(decoded(tile, relief.size() + 2).is_some(), "{column} {row}");
            }
        }
        assert!(decoded(b"no picture", 258).is_none());
    }

    #[test]
    fn a_tile_not_ready_is_drawn_from_the_one_above() {
        let relief = Relief::bundled();
        let mut shading = Shading::new(relief);
        let ctx = Context::default();
        shading.ask_for([1, 1, 0], true, &ctx);
        let view = View::test(45.0, 40.0, 5.0);
        let shaded = shading.shaded([2, 3, 1], 0, &view);
        assert_eq!(shaded.tile.unwrap().0, [1, 1, 0]);
        assert!(shaded.square.part.iter().all(|x| *x > 0.49 && *x < 0.51));
    }
}
