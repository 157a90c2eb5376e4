//! Pipeline, buffers and uniforms for the points.

use std::{ops::Range, sync::Arc};

use bytemuck::{Pod, Zeroable};
use eframe::egui::PaintCallbackInfo;
use egui_wgpu::{
    CallbackResources, CallbackTrait, RenderState, ScreenDescriptor,
    wgpu::{self, util::DeviceExt as _},
};

use super::{
    Camera, GROWTH, Instance, Look, RADIUS, SMALLEST, Scene, Spots, TYPES, channels, fixed,
};
use crate::{model::EventId, ui::symbol::Form};

const SHADER: &str = include_str!("../../../../assets/shaders/points.wgsl");

/// Corners that the shader keeps for each shape.
const MOST_CORNERS: usize = 16;

/// The `View` of the shader, field by field.
#[repr(C)]
#[derive(Clone, Copy, Pod, Zeroable)]
pub struct Uniform {
    center: [u32; 2],
    half_size: [f32; 2],
    scale: f32,
    pixels_per_point: f32,
    from_day: f32,
    to_day: f32,
    type_mask: u32,
    selected: u32,
    hovered: u32,
    linear_target: u32,
    radius: f32,
    spread: f32,
    fade_days: f32,
    trail_days: f32,
    growth: [f32; 2],
    padding_too: [f32; 2],
    outline: [f32; 4],
    sides: [[f32; 4]; 3],
    colors: [[f32; 4]; 14],
    shapes: [[f32; 4]; 14],
    corners: [[f32; 2]; 14 * MOST_CORNERS],
}

/// What the shader is told about this frame.
pub fn uniform(camera: Camera, look: &Look<'_>, pixels_per_point: f32) -> Uniform {
    let number =
        |id: Option<EventId>| id.and_then(|id| u32::try_from(id.0).ok()).unwrap_or(u32::MAX);
    let mut uniform = Uniform {
        center: fixed(camera.center),
        half_size: [camera.rect.width() / 2.0, camera.rect.height() / 2.0],
        scale: camera.scale() as f32,
        pixels_per_point,
        from_day: look.window.from() as f32,
        to_day: look.window.to() as f32,
        type_mask: look.filter.type_mask(),
        selected: number(look.selected),
        hovered: number(look.hovered),
        linear_target: 0,
        radius: RADIUS,
        spread: camera.spread(),
        fade_days: look.fade_days.unwrap_or(0.0) as f32,
        trail_days: look.trail_days.unwrap_or(0.0) as f32,
        growth: if look.by_deaths { [SMALLEST, GROWTH] } else { [1.0, 0.0] },
        padding_too: [0.0; 2],
        outline: channels(look.theme.event_outline()),
        // No opacity stands for no colour.
        sides: look.sides.map_or([[0.0; 4]; 3], |sides| sides.map(channels)),
        colors: [[0.0; 4]; 14],
        shapes: [[0.0; 4]; 14],
        corners: [[0.0; 2]; 14 * MOST_CORNERS],
    };
    for (code, event_type) in TYPES.into_iter().enumerate() {
        let form = Form::of(event_type);
        let corners = form.corners();
        uniform.colors[code] = channels(look.theme.event(event_type));
        uniform.shapes[code] = [corners.len() as f32, form.size, 0.0, 0.0];
        for (number, corner) in corners.iter().take(MOST_CORNERS).enumerate() {
            uniform.corners[code * MOST_CORNERS + number] = [corner.x, corner.y];
        }
    }
    uniform
}

/// Kept by the renderer, made once.
struct Resources {
    pipeline: wgpu::RenderPipeline,
    uniform: wgpu::Buffer,
    bindings: wgpu::BindGroup,
    instances: Option<(Arc<Spots>, wgpu::Buffer)>,
    offsets: Option<(Arc<Scene>, wgpu::Buffer)>,
    /// Whether the target converts from linear colour by itself.
    linear: bool,
}

impl Resources {
    /// Takes over a scene: all spots once for the data, and for another filter their offsets.
    fn upload(&mut self, device: &wgpu::Device, queue: &wgpu::Queue, scene: &Arc<Scene>) {
        let spots = scene.spots();
        if spots.instances().is_empty() {
            (self.instances, self.offsets) = (None, None);
            return;
        }
        let buffer = |contents: &[u8]| {
            let usage = wgpu::BufferUsages::VERTEX | wgpu::BufferUsages::COPY_DST;
            let label = Some("events");
            device.create_buffer_init(&wgpu::util::BufferInitDescriptor { label, contents, usage })
        };
        if !self.instances.as_ref().is_some_and(|(held, _)| Arc::ptr_eq(held, spots)) {
            let instances = bytemuck::cast_slice(spots.instances());
            self.instances = Some((Arc::clone(spots), buffer(instances)));
        }
        let offsets: &[u8] = bytemuck::cast_slice(scene.offsets());
        self.offsets = Some(match self.offsets.take() {
            Some((held, old)) if Arc::ptr_eq(&held, scene) => (held, old),
            Some((_, old)) if old.size() == offsets.len() as u64 => {
                queue.write_buffer(&old, 0, offsets);
                (Arc::clone(scene), old)
            }
            _ => (Arc::clone(scene), buffer(offsets)),
        });
    }
}

/// Makes the pipeline and keeps it in the renderer.
pub fn install(state: &RenderState) {
    let device = &state.device;
    let uniform = device.create_buffer(&wgpu::BufferDescriptor {
        label: Some("events: view"),
        size: size_of::<Uniform>() as u64,
        usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
        mapped_at_creation: false,
    });
    let layout = device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor {
        label: Some("events"),
        entries: &[wgpu::BindGroupLayoutEntry {
            binding: 0,
            visibility: wgpu::ShaderStages::VERTEX_FRAGMENT,
            ty: wgpu::BindingType::Buffer {
                ty: wgpu::BufferBindingType::Uniform,
                has_dynamic_offset: false,
                min_binding_size: None,
            },
            count: None,
        }],
    });
    let bindings = device.create_bind_group(&wgpu::BindGroupDescriptor {
        label: Some("events"),
        layout: &layout,
        entries: &[wgpu::BindGroupEntry { binding: 0, resource: uniform.as_entire_binding() }],
    });
    let pipeline = pipeline(device, &layout, state.target_format);
    let linear = state.target_format.is_srgb();
    let resources =
        Resources { pipeline, uniform, bindings, instances: None, offsets: None, linear };
    state.renderer.write().callback_resources.insert(resources);
}

fn pipeline(
    device: &wgpu::Device,
    bindings: &wgpu::BindGroupLayout,
    format: wgpu::TextureFormat,
) -> wgpu::RenderPipeline {
    let module = device.create_shader_module(wgpu::ShaderModuleDescriptor {
        label: Some("events"),
        source: wgpu::ShaderSource::Wgsl(SHADER.into()),
    });
    let layout = device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
        label: Some("events"),
        bind_group_layouts: &[Some(bindings)],
        immediate_size: 0,
    });
    let attributes = wgpu::vertex_attr_array![
        0 => Uint32x2, 1 => Sint32x2, 2 => Uint32, 4 => Uint32
    ];
    let offsets = wgpu::vertex_attr_array![3 => Sint16x2];
    let buffer = |stride: usize, attributes| {
        let (array_stride, step_mode) = (stride as u64, wgpu::VertexStepMode::Instance);
        Some(wgpu::VertexBufferLayout { array_stride, step_mode, attributes })
    };
    device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
        label: Some("events"),
        layout: Some(&layout),
        vertex: wgpu::VertexState {
            module: &module,
            entry_point: Some("draw_corner"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            buffers: &[
                buffer(size_of::<Instance>(), &attributes[..]),
                buffer(size_of::<[i16; 2]>(), &offsets[..]),
            ],
        },
        fragment: Some(wgpu::FragmentState {
            module: &module,
            entry_point: Some("draw_pixel"),
            compilation_options: wgpu::PipelineCompilationOptions::default(),
            targets: &[Some(wgpu::ColorTargetState {
                format,
                blend: Some(wgpu::BlendState::PREMULTIPLIED_ALPHA_BLENDING),
                write_mask: wgpu::ColorWrites::ALL,
            })],
        }),
        primitive: wgpu::PrimitiveState {
            topology: wgpu::PrimitiveTopology::TriangleStrip,
            ..wgpu::PrimitiveState::default()
        },
        depth_stencil: None,
        // Must be the sample count of egui's pass, which is 1.
        multisample: wgpu::MultisampleState::default(),
        multiview_mask: None,
        cache: None,
    })
}

/// Draws the instances of a range.
pub struct Callback {
    uniform: Uniform,
    scene: Arc<Scene>,
    range: Range<usize>,
}

impl Callback {
    /// Draws `range` of the scene's instances.
    pub fn new(uniform: Uniform, scene: Arc<Scene>, range: Range<usize>) -> Self {
        Self { uniform, scene, range }
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
        kept.upload(device, queue, &self.scene);
        let uniform = Uniform { linear_target: u32::from(kept.linear), ..self.uniform };
        queue.write_buffer(&kept.uniform, 0, bytemuck::bytes_of(&uniform));
        Vec::new()
    }

    fn paint(
        &self,
        _info: PaintCallbackInfo,
        pass: &mut wgpu::RenderPass<'static>,
        resources: &CallbackResources,
    ) {
        let Some(kept) = resources.get::<Resources>() else { return };
        let (Some((_, instances)), Some((_, offsets))) = (&kept.instances, &kept.offsets) else {
            return;
        };
        let [from, to] = [self.range.start, self.range.end].map(|number| number as u32);
        if from == to || self.scene.is_empty() {
            return;
        }
        pass.set_pipeline(&kept.pipeline);
        pass.set_bind_group(0, &kept.bindings, &[]);
        pass.set_vertex_buffer(0, instances.slice(..));
        pass.set_vertex_buffer(1, offsets.slice(..));
        pass.draw(0..4, from..to);
    }
}
