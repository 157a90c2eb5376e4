//! What a frame of the map costs: `cargo bench --bench map [EVENTS]`. With a number of
//! events, 1,000,000 say, what it costs to show so many in each way.
//!
//! Draws the map of the window at 1920 × 1080 with the sample's events and all layers, while
//! panning and zooming over three regions, and prints the milliseconds of processor time that
//! a frame takes the program: laying out, tessellating, uploading, and recording the commands
//! for the graphics card, but not what the card (or the software in its place) does with
//! them. The first frames of each view, in which cells are made ready, are part of it.
//! Timing is no test: nothing here fails.

#[path = "map/many.rs"]
mod many;

use std::time::{Duration, Instant};

use dateline::model::LonLat;
use dateline::session::{Command, Session};
use dateline::ui::map::{MapView, install};
use eframe::egui::{CentralPanel, Context, Event, RawInput, Rect, pos2, vec2};
use egui_wgpu::{
    RenderState, RendererOptions, ScreenDescriptor, WgpuConfiguration, WgpuSetup, wgpu,
};

const SIZE: [u32; 2] = [1920, 1080];

/// Frames of a view, panning half a point to the east each.
const FRAMES: u32 = 60;

const PLACES: [(&str, f64, f64); 3] =
    [("Caucasus", 45.8, 40.0), ("Ukraine", 35.0, 48.5), ("Europe", 12.0, 48.0)];

struct Bench {
    context: Context,
    state: RenderState,
    target: wgpu::TextureView,
    session: Session,
    map: MapView,
    frames: u32,
    /// Where the pointer is, in points.
    pointer: Option<[f32; 2]>,
    /// Whether the device draws as well, which takes software seconds for a million events.
    draws: bool,
}

fn main() {
    let started = Instant::now();
    let Some(mut bench) = Bench::new() else {
        println!("no way to draw was found");
        return;
    };
    let ready = started.elapsed();
    let first = bench.frame();
    println!("device and session ready after {ready:.1?}; the first frame took {first:.1?}");
    if let Some(count) = std::env::args().skip(1).find_map(|argument| argument.parse().ok()) {
        many::measure(&mut bench, count);
        return;
    }
    println!(
        "{:<10} {:>4}  {:>6} {:>6} {:>6}  ms a frame: least, median, most",
        "", "zoom", "", "", ""
    );
    for (name, lon, lat) in PLACES {
        for zoom in [4.0, 6.0, 8.0, 10.0, 12.0] {
            let step = 8.0 / (256.0 * f64::exp2(zoom)) * 360.0;
            let at = |frame: u32| (LonLat::new(lon + f64::from(frame) * step, lat), zoom);
            bench.measure(&format!("{name:<10} {zoom:>4}"), at);
        }
        bench.measure(&format!("{name:<10} 3-13"), |frame| {
            (LonLat::new(lon, lat), 3.0 + 10.0 * f64::from(frame) / f64::from(FRAMES))
        });
    }
}

impl Bench {
    fn new() -> Option<Self> {
        let setup = WgpuSetup::without_display_handle();
        let instance = pollster::block_on(setup.new_instance());
        let configuration = WgpuConfiguration { wgpu_setup: setup, ..WgpuConfiguration::default() };
        let options = RendererOptions::default();
        let create = RenderState::create(&configuration, &instance, None, options);
        let state = pollster::block_on(create).ok()?;
        let texture = state.device.create_texture(&wgpu::TextureDescriptor {
            label: None,
            size: wgpu::Extent3d { width: SIZE[0], height: SIZE[1], depth_or_array_layers: 1 },
            mip_level_count: 1,
            sample_count: 1,
            dimension: wgpu::TextureDimension::D2,
            format: state.target_format,
            usage: wgpu::TextureUsages::RENDER_ATTACHMENT,
            view_formats: &[],
        });
        install(&state);
        let context = Context::default();
        dateline::ui::install_fonts(&context);
        let mut session = Session::default();
        session.apply(Command::OpenSample);
        while session.progress().is_some() {
            session.poll();
            std::thread::sleep(Duration::from_millis(5));
        }
        let target = texture.create_view(&wgpu::TextureViewDescriptor::default());
        Some(Self {
            context,
            state,
            target,
            session,
            map: MapView::default(),
            frames: 0,
            pointer: None,
            draws: true,
        })
    }

    /// Prints what the frames take, `look` being where the map looks in each.
    fn measure(&mut self, name: &str, look: impl Fn(u32) -> (LonLat, f64)) {
        self.measure_with(name, |bench, frame| {
            let (center, zoom) = look(frame);
            bench.map.look_at(center, zoom);
        });
    }

    /// Prints what the frames take, without what is done before each.
    fn measure_with(&mut self, name: &str, before: impl Fn(&mut Self, u32)) {
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|frame| {
                before(self, frame);
                self.frame()
            })
            .collect();
        times.sort();
        let [least, median, most] = [0, times.len() / 2, times.len() - 1]
            .map(|at| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3));
        println!("{name}  {least:>6.2} {median:>6.2} {most:>6.2}");
    }

    /// Draws a frame; the time without waiting for the device.
    fn frame(&mut self) -> Duration {
        let input = self.input();
        let start = Instant::now();
        let Self { map, session, .. } = self;
        let mut output = self.context.run_ui(input, |ui| {
            CentralPanel::no_frame().show(ui, |ui| map.ui(ui, session, &mut Vec::new()));
        });
        let shapes = std::mem::take(&mut output.shapes);
        let jobs = self.context.tessellate(shapes, output.pixels_per_point);
        let screen = ScreenDescriptor { size_in_pixels: SIZE, pixels_per_point: 1.0 };
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
        commands.push(encoder.finish());
        let took = start.elapsed();
        if !self.draws {
            commands.clear();
        }
        queue.submit(commands);
        for id in output.textures_delta.free.drain() {
            renderer.free_texture(&id);
        }
        // Whether the device is done in time does not matter here.
        let _done = device.poll(wgpu::PollType::wait_indefinitely());
        took
    }

    fn input(&mut self) -> RawInput {
        self.frames += 1;
        let size = vec2(SIZE[0] as f32, SIZE[1] as f32);
        RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
            time: Some(f64::from(self.frames) / 60.0),
            max_texture_side: Some(8192),
            events: self
                .pointer
                .map(|[x, y]| Event::PointerMoved(pos2(x, y)))
                .into_iter()
                .collect(),
            ..RawInput::default()
        }
    }
}
