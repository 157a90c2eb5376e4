//! Draws the base map without a window and saves it as a PNG:
//! `cargo run --example basemap_shot -- OUT.png LON LAT ZOOM light|dark [WIDTH HEIGHT [LANGUAGE]]`

use dateline::model::LonLat;
use dateline::ui::map::base::{BaseLayer, Layers, MapTheme};
use dateline::ui::map::villages::Villages;
use dateline::ui::map::{Camera, install};
use eframe::egui;
use egui_kittest::Harness;

struct Shot {
    layer: BaseLayer,
    layers: Layers,
    villages: Villages,
    center: LonLat,
    zoom: f64,
}

impl eframe::App for Shot {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::no_frame().show(ui, |ui| {
            let camera = Camera { rect: ui.max_rect(), center: self.center, zoom: self.zoom };
            ui.painter().rect_filled(ui.max_rect(), 0.0, self.layer.sea_color());
            ui.painter().add(self.layer.ground(ui.ctx(), camera, &self.layers, true));
            let villages = self.villages.seen(camera, true, ui.ctx());
            self.layer.paint_names(ui.painter(), camera, &self.layers, villages);
        });
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, lon, lat, zoom, theme, rest @ ..] = arguments.as_slice() else {
        return Err(
            "usage: basemap_shot OUT.png LON LAT ZOOM light|dark [WIDTH HEIGHT [LANGUAGE]]".into(),
        );
    };
    let center = LonLat::new(lon.parse()?, lat.parse()?);
    let zoom: f64 = zoom.parse()?;
    let theme = if theme == "dark" { MapTheme::Dark } else { MapTheme::Light };
    let size = match rest {
        [width, height, ..] => [width.parse()?, height.parse()?],
        _ => [1280.0, 800.0],
    };
    let layers = Layers { language: rest.get(2).cloned().unwrap_or_default(), ..Layers::default() };
    let mut harness =
        Harness::builder().with_size(size).allow_missing_glyphs().wgpu().build_eframe(|creation| {
            dateline::ui::install_fonts(&creation.egui_ctx);
            if let Some(state) = &creation.wgpu_render_state {
                install(state);
            }
            Shot {
                layer: BaseLayer::new(theme.style(false)),
                layers,
                villages: Villages::default(),
                center,
                zoom,
            }
        });
    harness.run_steps(2);
    harness.render()?.save(out)?;
    Ok(())
}
