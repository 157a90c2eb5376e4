//! A screen without a display, to count what a frame costs the processor: laying out,
//! tessellating, uploading and recording, but not what the graphics card does with it.

use std::time::{Duration, Instant};

use eframe::egui::{Context, Event, RawInput, Rect, Ui, pos2, vec2};
use egui_wgpu::{
    RenderState, RendererOptions, ScreenDescriptor, WgpuConfiguration, WgpuSetup, wgpu,
};

/// A screen of a fixed size.
pub struct Screen {
    pub context: Context,
    pub state: RenderState,
    target: wgpu::TextureView,
    size: [u32; 2],
    frames: u32,
}

impl Screen {
    /// None where nothing can draw.
    pub fn new(size: [u32; 2]) -> Option<Self> {
        let setup = WgpuSetup::without_display_handle();
        let instance = pollster::block_on(setup.new_instance());
        let configuration = WgpuConfiguration { wgpu_setup: setup, ..WgpuConfiguration::default() };
        let create =
            RenderState::create(&configuration, &instance, None, RendererOptions::default());
        let state = pollster::block_on(create).ok()?;
        let texture = state.device.create_texture(&wgpu::TextureDescriptor {
            label: None,
            size: wgpu::Extent3d { width: size[0], height: size[1], depth_or_array_layers: 1 },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: state.target_format,
            usage: wgpu::TextureUsages::RENDER_ATTACHMENT,
            view_formats: &[],
        });
        let target = texture.create_view(&wgpu::TextureViewDescriptor::default());
        Some(Self { context: Context::default(), state, target, size, frames: 0 })
    }

    /// Draws a frame; the time of the processor, without waiting for the card.
    pub fn frame(&mut self, events: Vec<Event>, ui: impl FnMut(&mut Ui)) -> Duration {
        let input = self.input(events);
        let start = Instant::now();
        let mut output = self.context.run_ui(input, ui);
        let shapes = std::mem::take(&mut output.shapes);
        let jobs = self.context.tessellate(shapes, output.pixels_per_point);
        let screen = ScreenDescriptor { size_in_pixels: self.size, pixels_per_point: 1.0 };
        let (device, queue) = (&self.state.device, &self.state.queue);
        let mut renderer = self.state.renderer.write();
        for (id, images) in output.textures_delta.set.drain() {
            for image in images {
                renderer.update_texture(device, queue, id, &image);
            }
        }
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let commands = renderer.update_buffers(device, queue, &mut encoder, &jobs, &screen);
        {
            let attachment = wgpu::RenderPassColorAttachment {
                view: &self.target,
                resolve_target: None,
                ops: wgpu::Operations::default(),
                depth_slice: None,
            };
            let mut pass = encoder
                .begin_render_pass(&wgpu::RenderPassDescriptor {
                    color_attachments: &[Some(attachment)],
                    ..wgpu::RenderPassDescriptor::default()
                })
                .forget_lifetime();
            renderer.render(&mut pass, &jobs, &screen);
        }
        drop(encoder.finish());
        let took = start.elapsed();
        // Only what is uploaded. Without a graphics card a million symbols would take seconds.
        queue.submit(commands);
        for id in output.textures_delta.free.drain() {
            renderer.free_texture(&id);
        }
        // Whether the device is done in time does not matter here.
        let _done = device.poll(wgpu::PollType::wait_indefinitely());
        took
    }

    fn input(&mut self, events: Vec<Event>) -> RawInput {
        self.frames += 1;
        let size = vec2(self.size[0] as f32, self.size[1] as f32);
        RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
            time: Some(f64::from(self.frames) / 60.0),
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        }
    }
}
