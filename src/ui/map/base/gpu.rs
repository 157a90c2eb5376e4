//! Pipelines, buffers and textures for the base map.

use std::collections::HashMap;

use bytemuck::{Pod, Zeroable};
use eframe::egui::{Color32, PaintCallbackInfo};
use egui_wgpu::{
    CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
    wgpu::{self, util::DeviceExt as _},
};

use super::{
    pipelines::{Pipelines, uniform_buffer},
    scenery::{Key, Placed},
    shading::{Shaded, Square, TileId},
    style::{MapStyle, Stroke},
};
use crate::basemap::Relief;

/// Tiles of the relief kept on the graphics card.
const TILE_LAYERS: u32 = 192;

/// Cells drawn in a frame; more are never seen at once.
const MOST_PLACED: u64 = 256;

/// Offsets into a buffer of uniforms are multiples of this.
const STEP: u64 = 256;

/// Cells kept on the graphics card before those out of view are dropped.
const MOST_CELLS: usize = 400;

/// The `View` of the shader, field by field.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Uniform {
    half_size: [f32; 2],
    pixels_per_point: f32,
    linear_target: u32,
    land: [f32; 4],
    shadow: [f32; 4],
    light: [f32; 4],
    relief: f32,
    neutral: f32,
    padding: [f32; 2],
    fills: [[f32; 4]; 4],
    strokes: [StrokeUniform; 12],
}

#[repr(C)]
#[derive(Clone, Copy, Default, Pod, Zeroable)]
struct StrokeUniform {
    color: [f32; 4],
    width: f32,
    dash: f32,
    gap: f32,
    padding: f32,
}

/// The `Placement` of the shader.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
struct PlacementUniform {
    corner: [f32; 2],
    scale: f32,
    padding: f32,
}

/// A frame of the base map: ground, then fills, then lines.
pub struct Callback {
    pub uniform: Uniform,
    pub ground: Vec<Shaded>,
    pub cells: Vec<Placed>,
    /// Strokes wider than nothing, by code.
    pub drawn: [bool; 12],
    pub tile_side: u32,
}

/// What the shader is told about this frame. `is_shown` says of each stroke whether the
/// person wants to see it, `urban` and `relief` how strong these are.
pub fn uniform(
    style: &MapStyle,
    size: [f32; 2],
    pixels_per_point: f32,
    zoom: f64,
    shown: impl Fn(Stroke) -> bool,
    [urban, relief]: [f32; 2],
) -> (Uniform, [bool; 12]) {
    let mut uniform = Uniform {
        half_size: size.map(|side| side / 2.0),
        pixels_per_point,
        linear_target: 0,
        land: channels(style.land),
        shadow: channels(style.relief.shadow),
        light: channels(style.relief.light),
        relief,
        neutral: f32::from(Relief::NEUTRAL) / 255.0,
        padding: [0.0; 2],
        fills: [channels(style.urban.color), channels(style.sea), channels(style.lake), [0.0; 4]],
        strokes: [StrokeUniform::default(); 12],
    };
    uniform.fills[0][3] = urban;
    let mut drawn = [false; 12];
    for stroke in Stroke::ALL {
        let (line, code) = (style.line(stroke), stroke.code() as usize);
        let width = if shown(stroke) { line.width.at(zoom) } else { 0.0 };
        let [dash, gap] = line.dash;
        let color = channels(line.color);
        uniform.strokes[code] = StrokeUniform { color, width, dash, gap, padding: 0.0 };
        drawn[code] = width > 0.02;
    }
    (uniform, drawn)
}

fn channels(color: Color32) -> [f32; 4] {
    color.to_array().map(|channel| f32::from(channel) / 255.0)
}

/// Kept by the renderer, made once.
struct Resources {
    pipelines: Pipelines,
    cells: HashMap<Key, Uploaded>,
    tiles: Option<Tiles>,
    ground: Option<(wgpu::Buffer, u32)>,
}

struct Uploaded {
    corners: wgpu::Buffer,
    triangles: wgpu::Buffer,
    pieces: wgpu::Buffer,
}

/// Tiles of the relief in one texture, a layer each.
struct Tiles {
    texture: wgpu::Texture,
    bindings: wgpu::BindGroup,
    layers: HashMap<TileId, u32>,
}

/// Makes the pipelines and keeps them in the renderer.
pub fn install(state: &RenderState) {
    let pipelines = Pipelines::new(state, STEP * MOST_PLACED);
    let resources = Resources { pipelines, cells: HashMap::new(), tiles: None, ground: None };
    state.renderer.write().callback_resources.insert(resources);
}

impl Resources {
    fn upload_cells(&mut self, device: &wgpu::Device, cells: &[Placed]) {
        if self.cells.len() > MOST_CELLS {
            self.cells.retain(|key, _| cells.iter().any(|placed| placed.key == *key));
        }
        for placed in cells {
            self.cells.entry(placed.key).or_insert_with(|| {
                let cell = &placed.cell;
                let vertices = wgpu::BufferUsages::VERTEX;
                Uploaded {
                    corners: buffer(device, bytemuck::cast_slice(&cell.corners), vertices),
                    triangles: buffer(
                        device,
                        bytemuck::cast_slice(&cell.triangles),
                        wgpu::BufferUsages::INDEX,
                    ),
                    pieces: buffer(device, bytemuck::cast_slice(&cell.pieces), vertices),
                }
            });
        }
    }

    fn upload_ground(&mut self, device: &wgpu::Device, queue: &wgpu::Queue, frame: &Callback) {
        let tiles = self
            .tiles
            .get_or_insert_with(|| Tiles::new(device, &self.pipelines, frame.tile_side.max(1)));
        let squares: Vec<Square> =
            frame.ground.iter().map(|shaded| tiles.square(queue, shaded, frame)).collect();
        let bytes = bytemuck::cast_slice(&squares);
        let buffer = buffer(device, bytes, wgpu::BufferUsages::VERTEX);
        self.ground = Some((buffer, squares.len() as u32));
    }
}

fn buffer(device: &wgpu::Device, contents: &[u8], usage: wgpu::BufferUsages) -> wgpu::Buffer {
    let label = Some("base map");
    device.create_buffer_init(&wgpu::util::BufferInitDescriptor { label, contents, usage })
}

impl Tiles {
    fn new(device: &wgpu::Device, pipelines: &Pipelines, side: u32) -> Self {
        let texture = device.create_texture(&wgpu::TextureDescriptor {
            label: Some("relief"),
            size: wgpu::Extent3d { width: side, height: side, depth_or_array_layers: TILE_LAYERS },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: wgpu::TextureFormat::R8Unorm,
            usage: wgpu::TextureUsages::TEXTURE_BINDING | wgpu::TextureUsages::COPY_DST,
            view_formats: &[],
        });
        let bindings = pipelines.tile_bindings(device, &texture);
        Self { texture, bindings, layers: HashMap::new() }
    }

    /// The square with the layer of its tile, which is uploaded if it is not there.
    fn square(&mut self, queue: &wgpu::Queue, shaded: &Shaded, frame: &Callback) -> Square {
        let none = Square { layer: -1, ..shaded.square };
        let Some((tile, picture)) = &shaded.tile else { return none };
        if let Some(layer) = self.layers.get(tile) {
            return Square { layer: *layer as i32, ..shaded.square };
        }
        let Some(layer) = self.free_layer(frame) else { return none };
        let side = self.texture.width();
        queue.write_texture(
            wgpu::TexelCopyTextureInfo {
                texture: &self.texture,
                mip_level: 0,
                origin: wgpu::Origin3d { x: 0, y: 0, z: layer },
                aspect: wgpu::TextureAspect::All,
            },
            &picture.0,
            wgpu::TexelCopyBufferLayout {
                offset: 0,
                bytes_per_row: Some(side),
                rows_per_image: Some(side),
            },
            wgpu::Extent3d { width: side, height: side, depth_or_array_layers: 1 },
        );
        self.layers.insert(*tile, layer);
        Square { layer: layer as i32, ..shaded.square }
    }

    /// A layer that is empty, or holds a tile that this frame does not need.
    fn free_layer(&mut self, frame: &Callback) -> Option<u32> {
        if (self.layers.len() as u32) < TILE_LAYERS {
            return Some(self.layers.len() as u32);
        }
        let needed = |tile: &TileId| {
            frame.ground.iter().any(|s| s.tile.as_ref().is_some_and(|(id, _)| id == tile))
        };
        let unused = self.layers.keys().copied().filter(|tile| !needed(tile)).min()?;
        self.layers.remove(&unused)
    }
}

impl CallbackTrait for Callback {
    fn prepare(
        &self,
        device: &wgpu::Device,
        queue: &wgpu::Queue,
        _screen: &ScreenDescriptor,
        _encoder: &mut wgpu::CommandEncoder,
        resources: &mut CallbackResources,
    ) -> Vec<wgpu::CommandBuffer> {
        let Some(kept) = resources.get_mut::<Resources>() else { return Vec::new() };
        kept.upload_cells(device, &self.cells);
        kept.upload_ground(device, queue, self);
        let linear_target = u32::from(kept.pipelines.linear);
        let uniform = Uniform { linear_target, ..self.uniform };
        queue.write_buffer(&kept.pipelines.view, 0, bytemuck::bytes_of(&uniform));
        let placements = placements(&self.cells);
        queue.write_buffer(&kept.pipelines.placements, 0, &placements);
        Vec::new()
    }

    fn paint(
        &self,
        _info: PaintCallbackInfo,
        pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(kept) = resources.get::<Resources>() else { return };
        let pipelines = &kept.pipelines;
        pass.set_bind_group(0, &pipelines.view_bindings, &[]);
        if let (Some(tiles), Some((squares, count))) = (&kept.tiles, &kept.ground) {
            pass.set_pipeline(&pipelines.ground);
            pass.set_bind_group(1, &tiles.bindings, &[]);
            pass.set_vertex_buffer(0, squares.slice(..));
            pass.draw(0..4, 0..*count);
        }
        let found = || {
            let numbered = self.cells.iter().take(MOST_PLACED as usize).enumerate();
            numbered.filter_map(|(at, placed)| {
                kept.cells
                    .get(&placed.key)
                    .map(|uploaded| (at as u32 * STEP as u32, placed, uploaded))
            })
        };
        pass.set_pipeline(&pipelines.fills);
        for (offset, placed, uploaded) in found().filter(|(_, p, _)| !p.cell.triangles.is_empty()) {
            pass.set_bind_group(1, &pipelines.placement_bindings, &[offset]);
            pass.set_vertex_buffer(0, uploaded.corners.slice(..));
            pass.set_index_buffer(uploaded.triangles.slice(..), wgpu::IndexFormat::Uint32);
            pass.draw_indexed(0..placed.cell.triangles.len() as u32, 0, 0..1);
        }
        pass.set_pipeline(&pipelines.lines);
        for (offset, placed, uploaded) in found().filter(|(_, p, _)| !p.cell.pieces.is_empty()) {
            pass.set_bind_group(1, &pipelines.placement_bindings, &[offset]);
            pass.set_vertex_buffer(0, uploaded.pieces.slice(..));
            let shown = placed.cell.strokes.iter();
            for (_, range) in shown.filter(|(stroke, _)| self.drawn[stroke.code() as usize]) {
                pass.draw(0..4, range.clone());
            }
        }
    }
}

/// Where each cell is, at multiples of [`STEP`].
fn placements(cells: &[Placed]) -> Vec<u8> {
    let count = cells.len().min(MOST_PLACED as usize);
    let mut bytes = vec![0; count * STEP as usize];
    for (placed, bytes) in cells.iter().zip(bytes.chunks_exact_mut(STEP as usize)) {
        let placement =
            PlacementUniform { corner: placed.corner, scale: placed.scale, padding: 0.0 };
        bytes[..size_of::<PlacementUniform>()].copy_from_slice(bytemuck::bytes_of(&placement));
    }
    bytes
}

/// The buffer that [`Uniform`] is written to.
pub fn view_buffer(device: &wgpu::Device) -> wgpu::Buffer {
    uniform_buffer(device, size_of::<Uniform>() as u64)
}

/// The size of what the shader reads of a placement.
pub const PLACEMENT_SIZE: u64 = size_of::<PlacementUniform>() as u64;
