//! The three pipelines of the base map and what they share.

use egui_wgpu::{RenderState, wgpu};

use super::{
    gpu::{PLACEMENT_SIZE, view_buffer},
    scenery::{Corner, Piece},
    shading::Square,
};

const SHADER: &str = include_str!("../../../../assets/shaders/base.wgsl");

/// The three pipelines of the base map and what they share.
pub struct Pipelines {
    pub ground: wgpu::RenderPipeline,
    pub fills: wgpu::RenderPipeline,
    pub lines: wgpu::RenderPipeline,
    pub view: wgpu::Buffer,
    pub view_bindings: wgpu::BindGroup,
    pub placements: wgpu::Buffer,
    pub placement_bindings: wgpu::BindGroup,
    tile_layout: wgpu::BindGroupLayout,
    sampler: wgpu::Sampler,
    /// Whether the target converts from linear colour by itself.
    pub linear: bool,
}

impl Pipelines {
    /// `placements_size` is in bytes.
    pub fn new(state: &RenderState, placements_size: u64) -> Self {
        let device = &state.device;
        let view = view_buffer(device);
        let placements = uniform_buffer(device, placements_size);
        let view_layout = layout(device, &[uniform_entry(false)]);
        let placement_layout = layout(device, &[uniform_entry(true)]);
        let tile_layout = layout(device, &tile_entries());
        let view_bindings = bind(device, &view_layout, &[view.as_entire_binding()]);
        let size = wgpu::BufferSize::new(PLACEMENT_SIZE);
        let one = wgpu::BindingResource::Buffer(wgpu::BufferBinding {
            buffer: &placements,
            offset: 0,
            size,
        });
        let placement_bindings = bind(device, &placement_layout, &[one]);
        let maker = Maker::new(state);
        let ground_attributes =
            wgpu::vertex_attr_array![0 => Float32x4, 1 => Float32x4, 2 => Sint32];
        let line_attributes = wgpu::vertex_attr_array![0 => Float32x4, 1 => Float32, 2 => Uint32];
        let strip = wgpu::PrimitiveTopology::TriangleStrip;
        let list = wgpu::PrimitiveTopology::TriangleList;
        let instance = wgpu::VertexStepMode::Instance;
        Self {
            ground: maker.pipeline(
                "ground",
                [&view_layout, &tile_layout],
                vertices::<Square>(instance, &ground_attributes),
                strip,
            ),
            fills: maker.pipeline(
                "fill",
                [&view_layout, &placement_layout],
                vertices::<Corner>(
                    wgpu::VertexStepMode::Vertex,
                    &wgpu::vertex_attr_array![0 => Uint16x4],
                ),
                list,
            ),
            lines: maker.pipeline(
                "line",
                [&view_layout, &placement_layout],
                vertices::<Piece>(instance, &line_attributes),
                strip,
            ),
            view,
            view_bindings,
            placements,
            placement_bindings,
            tile_layout,
            sampler: device.create_sampler(&wgpu::SamplerDescriptor {
                mag_filter: wgpu::FilterMode::Linear,
                min_filter: wgpu::FilterMode::Linear,
                ..wgpu::SamplerDescriptor::default()
            }),
            linear: state.target_format.is_srgb(),
        }
    }

    /// For the ground pipeline.
    pub fn tile_bindings(&self, device: &wgpu::Device, texture: &wgpu::Texture) -> wgpu::BindGroup {
        let view = texture.create_view(&wgpu::TextureViewDescriptor {
            dimension: Some(wgpu::TextureViewDimension::D2Array),
            ..wgpu::TextureViewDescriptor::default()
        });
        let sampler = wgpu::BindingResource::Sampler(&self.sampler);
        bind(device, &self.tile_layout, &[wgpu::BindingResource::TextureView(&view), sampler])
    }
}

/// A buffer for uniforms, to be written to.
pub fn uniform_buffer(device: &wgpu::Device, size: u64) -> wgpu::Buffer {
    device.create_buffer(&wgpu::BufferDescriptor {
        label: Some("base map"),
        size,
        usage: wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST,
        mapped_at_creation: false,
    })
}

fn layout(device: &wgpu::Device, entries: &[wgpu::BindGroupLayoutEntry]) -> wgpu::BindGroupLayout {
    let label = Some("base map");
    device.create_bind_group_layout(&wgpu::BindGroupLayoutDescriptor { label, entries })
}

fn bind(
    device: &wgpu::Device,
    layout: &wgpu::BindGroupLayout,
    resources: &[wgpu::BindingResource<'_>],
) -> wgpu::BindGroup {
    let entries: Vec<_> = resources
        .iter()
        .enumerate()
        .map(|(at, resource)| wgpu::BindGroupEntry {
            binding: at as u32,
            resource: resource.clone(),
        })
        .collect();
    let label = Some("base map");
    device.create_bind_group(&wgpu::BindGroupDescriptor { label, layout, entries: &entries })
}

fn uniform_entry(has_dynamic_offset: bool) -> wgpu::BindGroupLayoutEntry {
    wgpu::BindGroupLayoutEntry {
        binding: 0,
        visibility: wgpu::ShaderStages::VERTEX_FRAGMENT,
        ty: wgpu::BindingType::Buffer {
            ty: wgpu::BufferBindingType::Uniform,
            has_dynamic_offset,
            min_binding_size: None,
        },
        count: None,
    }
}

fn tile_entries() -> [wgpu::BindGroupLayoutEntry; 2] {
    let entry = |binding, ty| wgpu::BindGroupLayoutEntry {
        binding,
        visibility: wgpu::ShaderStages::FRAGMENT,
        ty,
        count: None,
    };
    let texture = wgpu::BindingType::Texture {
        sample_type: wgpu::TextureSampleType::Float { filterable: true },
        view_dimension: wgpu::TextureViewDimension::D2Array,
        multisampled: false,
    };
    [entry(0, texture), entry(1, wgpu::BindingType::Sampler(wgpu::SamplerBindingType::Filtering))]
}

fn vertices<'a, T>(
    step_mode: wgpu::VertexStepMode,
    attributes: &'a [wgpu::VertexAttribute],
) -> wgpu::VertexBufferLayout<'a> {
    wgpu::VertexBufferLayout { array_stride: size_of::<T>() as u64, step_mode, attributes }
}

/// What all pipelines have in common.
struct Maker<'a> {
    device: &'a wgpu::Device,
    module: wgpu::ShaderModule,
    format: wgpu::TextureFormat,
}

impl<'a> Maker<'a> {
    fn new(state: &'a RenderState) -> Self {
        let module = state.device.create_shader_module(wgpu::ShaderModuleDescriptor {
            label: Some("base map"),
            source: wgpu::ShaderSource::Wgsl(SHADER.into()),
        });
        Self { device: &state.device, module, format: state.target_format }
    }

    /// The shader's functions are `NAME_corner` and `NAME_pixel`.
    fn pipeline(
        &self,
        name: &str,
        layouts: [&wgpu::BindGroupLayout; 2],
        vertices: wgpu::VertexBufferLayout<'_>,
        topology: wgpu::PrimitiveTopology,
    ) -> wgpu::RenderPipeline {
        let layout = self.device.create_pipeline_layout(&wgpu::PipelineLayoutDescriptor {
            label: Some(name),
            bind_group_layouts: &layouts.map(Some),
            immediate_size: 0,
        });
        self.device.create_render_pipeline(&wgpu::RenderPipelineDescriptor {
            label: Some(name),
            layout: Some(&layout),
            vertex: wgpu::VertexState {
                module: &self.module,
                entry_point: Some(&format!("{name}_corner")),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                buffers: &[Some(vertices)],
            },
            fragment: Some(wgpu::FragmentState {
                module: &self.module,
                entry_point: Some(&format!("{name}_pixel")),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                targets: &[Some(wgpu::ColorTargetState {
                    format: self.format,
                    blend: Some(wgpu::BlendState::PREMULTIPLIED_ALPHA_BLENDING),
                    write_mask: wgpu::ColorWrites::ALL,
                })],
            }),
            primitive: wgpu::PrimitiveState { topology, ..wgpu::PrimitiveState::default() },
            depth_stencil: None,
            // Must be the sample count of egui's pass, which is 1.
            multisample: wgpu::MultisampleState::default(),
            multiview_mask: None,
            cache: None,
        })
    }
}
