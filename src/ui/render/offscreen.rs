//! A screen that is only memory: the device, a texture, and egui drawing into it.

use eframe::egui::{self, Context, RawInput, Rect, Ui, ViewportId, vec2};
use egui_wgpu::{
    RenderState, RendererOptions, ScreenDescriptor, WgpuConfiguration, WgpuSetup, wgpu,
};
use image::RgbaImage;

use super::RenderError;

/// Seconds that a picture may take on the slowest driver.
const MOST_SECONDS: u64 = 120;

/// A screen that is only memory.
pub struct Offscreen {
    context: Context,
    state: RenderState,
    texture: wgpu::Texture,
    /// In pixels.
    size: [u32; 2],
    pixels_per_point: f32,
    frames: u32,
}

impl Offscreen {
    /// Finds a way to draw and makes a screen of this size, in pixels.
    ///
    /// # Errors
    /// If no driver is there.
    pub fn new(size: [u32; 2], pixels_per_point: f32) -> Result<Self, RenderError> {
        let setup = WgpuSetup::without_display_handle();
        let instance = pollster::block_on(setup.new_instance());
        let configuration = WgpuConfiguration { wgpu_setup: setup, ..WgpuConfiguration::default() };
        let options = RendererOptions::default();
        let create = RenderState::create(&configuration, &instance, None, options);
        let state =
            pollster::block_on(create).map_err(|error| RenderError::NoDevice(error.to_string()))?;
        let texture = state.device.create_texture(&wgpu::TextureDescriptor {
            label: Some("picture"),
            size: wgpu::Extent3d { width: size[0], height: size[1], depth_or_array_layers: 1 },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: state.target_format,
            usage: wgpu::TextureUsages::RENDER_ATTACHMENT | wgpu::TextureUsages::COPY_SRC,
            view_formats: &[],
        });
        Ok(Self { context: Context::default(), state, texture, size, pixels_per_point, frames: 0 })
    }

    /// What egui draws with.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// What the device is.
    pub fn state(&self) -> &RenderState {
        &self.state
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// If the driver gives up.
    pub fn frame(&mut self, show: impl FnMut(&mut Ui)) -> Result<(), RenderError> {
        let mut output = self.context.run_ui(self.input(), show);
        let shapes = std::mem::take(&mut output.shapes);
        let jobs = self.context.tessellate(shapes, output.pixels_per_point);
        let screen = ScreenDescriptor {
            size_in_pixels: self.size,
            pixels_per_point: output.pixels_per_point,
        };
        let (device, queue) = (&self.state.device, &self.state.queue);
        let mut renderer = self.state.renderer.write();
        for (id, images) in output.textures_delta.set.drain() {
            for image in images {
                renderer.update_texture(device, queue, id, &image);
            }
        }
        let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        let mut commands = renderer.update_buffers(device, queue, &mut encoder, &jobs, &screen);
        {
            let view = self.texture.create_view(&wgpu::TextureViewDescriptor::default());
            let mut pass = begin_pass(&mut encoder, &view).forget_lifetime();
            renderer.render(&mut pass, &jobs, &screen);
        }
        for id in output.textures_delta.free.drain() {
            renderer.free_texture(&id);
        }
        commands.push(encoder.finish());
        queue.submit(commands);
        self.frames += 1;
        self.wait()
    }

    /// The last frame.
    ///
    /// # Errors
    /// If the driver gives up.
    pub fn image(&self) -> Result<RgbaImage, RenderError> {
        let [width, height] = self.size;
        // Rows in a buffer begin at multiples of 256 bytes.
        let row_bytes = (width * 4).next_multiple_of(256);
        let buffer = self.state.device.create_buffer(&wgpu::BufferDescriptor {
            label: Some("picture"),
            size: u64::from(row_bytes) * u64::from(height),
            usage: wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST,
            mapped_at_creation: false,
        });
        let description = wgpu::CommandEncoderDescriptor::default();
        let mut encoder = self.state.device.create_command_encoder(&description);
        encoder.copy_texture_to_buffer(
            self.texture.as_image_copy(),
            wgpu::TexelCopyBufferInfo {
                buffer: &buffer,
                layout: wgpu::TexelCopyBufferLayout {
                    offset: 0,
                    bytes_per_row: Some(row_bytes),
                    rows_per_image: None,
                },
            },
            self.texture.size(),
        );
        self.state.queue.submit([encoder.finish()]);
        let (done, is_done) = std::sync::mpsc::channel();
        buffer.slice(..).map_async(wgpu::MapMode::Read, move |result| {
            // The receiver waits below; if it is gone, nobody wants the picture.
            let _ = done.send(result);
        });
        self.wait()?;
        let driver = |error: &dyn std::fmt::Display| RenderError::Driver(error.to_string());
        is_done.recv().map_err(|e| driver(&e))?.map_err(|e| driver(&e))?;
        let rows = buffer.slice(..).get_mapped_range().map_err(|e| driver(&e))?;
        Ok(self.unpack(&rows, row_bytes as usize))
    }

    /// Opaque pixels, red first, without what fills up the rows.
    fn unpack(&self, rows: &[u8], row_bytes: usize) -> RgbaImage {
        use wgpu::TextureFormat::{Bgra8Unorm, Bgra8UnormSrgb};
        let blue_first = matches!(self.state.target_format, Bgra8Unorm | Bgra8UnormSrgb);
        RgbaImage::from_fn(self.size[0], self.size[1], |x, y| {
            let at = y as usize * row_bytes + x as usize * 4;
            let [a, b, c] = [rows[at], rows[at + 1], rows[at + 2]];
            image::Rgba(if blue_first { [c, b, a, 255] } else { [a, b, c, 255] })
        })
    }

    fn input(&self) -> RawInput {
        let [width, height] = self.size.map(|side| side as f32 / self.pixels_per_point);
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(width, height))),
            time: Some(f64::from(self.frames)),
            max_texture_side: Some(self.state.device.limits().max_texture_dimension_2d as usize),
            ..RawInput::default()
        };
        let viewport = input.viewports.entry(ViewportId::ROOT).or_default();
        viewport.native_pixels_per_point = Some(self.pixels_per_point);
        input
    }

    fn wait(&self) -> Result<(), RenderError> {
        let timeout = Some(std::time::Duration::from_secs(MOST_SECONDS));
        let wait = wgpu::PollType::Wait { submission_index: None, timeout };
        match self.state.device.poll(wait) {
            Ok(_) => Ok(()),
            Err(error) => Err(RenderError::Driver(error.to_string())),
        }
    }
}

fn begin_pass<'e>(
    encoder: &'e mut wgpu::CommandEncoder,
    view: &'e wgpu::TextureView,
) -> wgpu::RenderPass<'e> {
    encoder.begin_render_pass(&wgpu::RenderPassDescriptor {
        label: Some("picture"),
        color_attachments: &[Some(wgpu::RenderPassColorAttachment {
            view,
            resolve_target: None,
            ops: wgpu::Operations {
                load: wgpu::LoadOp::Clear(wgpu::Color::BLACK),
                store: wgpu::StoreOp::Store,
            },
            depth_slice: None,
        })],
        ..wgpu::RenderPassDescriptor::default()
    })
}
