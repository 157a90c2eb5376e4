//! Draws the base map without a window and saves it as a PNG:
//! `cargo run --example basemap_shot -- OUT.png LON LAT ZOOM light|dark [WIDTH HEIGHT]`

use std::time::Instant;

use dateline::basemap::Basemap;
use dateline::ui::map::base::{BaseLayer, MapTheme};
use eframe::egui;
use egui_kittest::Harness;
use walkers::{Map, MapMemory, lon_lat};

struct Shot {
    layer: BaseLayer,
    memory: MapMemory,
}

impl eframe::App for Shot {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::no_frame().show(ui, |ui| {
            ui.painter().rect_filled(ui.max_rect(), 0.0, self.layer.sea_color());
            let here = self.memory.detached().unwrap_or(lon_lat(0.0, 0.0));
            ui.add(Map::new(None, &mut self.memory, here).with_layer(&mut self.layer, 1.0));
        });
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, lon, lat, zoom, theme, size @ ..] = arguments.as_slice() else {
        return Err("usage: basemap_shot OUT.png LON LAT ZOOM light|dark [WIDTH HEIGHT]".into());
    };
    let (lon, lat): (f64, f64) = (lon.parse()?, lat.parse()?);
    let zoom: f64 = zoom.parse()?;
    let theme = if theme == "dark" { MapTheme::Dark } else { MapTheme::Light };
    let size = match size {
        [width, height] => [width.parse()?, height.parse()?],
        _ => [1280.0, 800.0],
    };

    let start = Instant::now();
    let map = Basemap::bundled();
    println!("map read in {:?}", start.elapsed());
    let mut memory = MapMemory::default();
    memory.center_at(lon_lat(lon, lat));
    memory.set_zoom(zoom).map_err(|_| "the zoom is 0 to 26")?;

    let mut harness =
        Harness::builder().with_size(size).allow_missing_glyphs().wgpu().build_eframe(|creation| {
            walkers::install_renderer(creation.wgpu_render_state.as_ref());
            let start = Instant::now();
            let layer = BaseLayer::new(map, theme, creation.egui_ctx.clone());
            println!("layer made in {:?}", start.elapsed());
            Shot { layer, memory }
        });
    harness.run_steps(2);
    let start = Instant::now();
    harness.run_steps(20);
    println!("a frame without drawing takes {:?}", start.elapsed() / 20);
    let start = Instant::now();
    harness.render()?.save(out)?;
    println!("drawn and saved in {:?}", start.elapsed());
    Ok(())
}
