//! A picture of the map, drawn off screen: no display is needed, only a driver,
//! which may draw in software.

mod offscreen;

use std::{io::Cursor, path::Path};

use eframe::egui::{self, CentralPanel, FontId, Rect, Ui, pos2, vec2};
use image::{ImageFormat, RgbaImage};
use jiff::civil::Date;

use super::{
    fonts,
    map::{self, Camera, KeptMap, MapView, base::MapTheme},
    theme, words,
};
use crate::{
    export::{ExportError, write_atomically},
    model::{Dataset, DateRange},
    session::{Bookmark, Command, Session, Window},
    tr,
};
use offscreen::Offscreen;

/// The largest side of a picture, in pixels: what all drivers can draw.
pub const MOST_PIXELS: u32 = 8192;

/// The smallest side of a picture, in pixels: below, the legend would cover the map.
pub const FEWEST_PIXELS: u32 = 200;

/// What the picture is to show.
#[derive(Clone, Debug)]
pub struct PictureOptions {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The first day shown; the first of the data if none.
    pub from: Option<Date>,
    /// The last day shown; the last of the data if none.
    pub to: Option<Date>,
    /// By day or by night.
    pub theme: MapTheme,
    /// With strong contrast.
    pub contrast: bool,
    /// With colours that are told apart with any kind of sight.
    pub safe: bool,
    /// How the map shows events, and what of the base map.
    pub map: KeptMap,
    /// The filter, and which day of an event counts; all events if nothing is said.
    pub shows: Bookmark,
    /// The map of the window, to look where it looks; all events are shown if none.
    pub camera: Option<Camera>,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self {
            width: 1600,
            height: 1000,
            from: None,
            to: None,
            theme: MapTheme::Light,
            contrast: false,
            safe: false,
            map: KeptMap::default(),
            shows: Bookmark::default(),
            camera: None,
        }
    }
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// Neither a graphics card nor software that stands in for one.
    #[error(
        "no way to draw was found ({0}); on Debian, install libvulkan1 and mesa-vulkan-drivers"
    )]
    NoDevice(String),
    /// Larger or smaller than can be drawn.
    #[error("a picture of {0} × {1} cannot be drawn: each side must be 200 to 8192 pixels")]
    Size(u32, u32),
    /// The driver gave up.
    #[error("the picture could not be drawn ({0})")]
    Driver(String),
    /// Not a PNG after all.
    #[error("the picture could not be compressed")]
    Compress(#[from] image::ImageError),
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] ExportError),
}

/// Draws the map with its events, legend, days and sources.
///
/// # Errors
/// If the machine cannot draw, or not at this size.
pub fn picture(dataset: &Dataset, options: &PictureOptions) -> Result<RgbaImage, RenderError> {
    let sides = [options.width, options.height];
    if sides.iter().any(|side| !(FEWEST_PIXELS..=MOST_PIXELS).contains(side)) {
        return Err(RenderError::Size(options.width, options.height));
    }
    let session = session_of(dataset, options);
    let dark = options.theme == MapTheme::Dark;
    let mut screen = Offscreen::new(sides, pixels_per_point(options))?;
    map::install(screen.state());
    let context = screen.context();
    fonts::install(context);
    theme::install(context, theme::Look { dark, contrast: options.contrast, safe: options.safe });
    context.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
    let mut view = MapView::default();
    view.restore(options.map.clone());
    if let Some(camera) = options.camera {
        let size = vec2(options.width as f32, options.height as f32) / pixels_per_point(options);
        view.look_as(camera, size, &session);
    }
    // The map finds its place in the first frame, areas their size in the second.
    for _ in 0..4 {
        screen.frame(|ui| picture_ui(ui, &mut view, &session))?;
    }
    screen.image()
}

/// Draws the map and writes it as a PNG, the whole file or none.
///
/// # Errors
/// As for [`picture`], and those of writing a file.
pub fn write(dataset: &Dataset, options: &PictureOptions, path: &Path) -> Result<(), RenderError> {
    let bytes = png(dataset, options)?;
    write_atomically(path, |out| out.write_all(&bytes))?;
    Ok(())
}

/// Draws the map, and gives the bytes of a PNG file.
///
/// # Errors
/// As for [`picture`].
pub fn png(dataset: &Dataset, options: &PictureOptions) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Cursor::new(Vec::new());
    picture(dataset, options)?.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}

fn session_of(dataset: &Dataset, options: &PictureOptions) -> Session {
    let mut session = Session::of(dataset.clone());
    session.show_bookmark(&options.shows);
    if let Some(all) = session.clock().extent() {
        let days = options.shows.window.map_or(all.days(), |window| window.days());
        let first = options.from.unwrap_or(days.first());
        let last = options.to.unwrap_or(days.last());
        if let Some(days) = DateRange::new(first, last) {
            session.apply(Command::SetWindow(Window::of_days(days)));
        }
    }
    session
}

/// Letters grow with the picture, so that they can be read on a slide as on paper.
fn pixels_per_point(options: &PictureOptions) -> f32 {
    let smaller = (options.width as f32 / 1280.0).min(options.height as f32 / 760.0);
    smaller.clamp(0.75, 4.0)
}

fn picture_ui(ui: &mut Ui, view: &mut MapView, session: &Session) {
    CentralPanel::no_frame().show(ui, |ui| {
        let rect = ui.max_rect();
        view.picture_ui(ui, session);
        title_ui(ui, rect, session);
    });
}

/// The days and the number of events, at the top left.
fn title_ui(ui: &Ui, rect: Rect, session: &Session) {
    let theme = theme::current(ui);
    let (shown, all) = session.counts();
    let days = match session.clock().extent() {
        Some(_) => words::days(session.clock().window().days()),
        None => tr!("picture-no-dates"),
    };
    let count = tr!("count-events-of", shown = shown, all = all);
    let painter = ui.painter();
    let title = painter.layout_no_wrap(days, theme::strong(20.0), theme.text.strong.0);
    let below = painter.layout_no_wrap(count, FontId::proportional(13.0), theme.text.weak.0);
    let width = title.size().x.max(below.size().x);
    let size = vec2(width + 28.0, title.size().y + below.size().y + 18.0);
    let card = Rect::from_min_size(rect.min + vec2(12.0, 12.0), size);
    let (fill, line) = (theme.surface.raised.0, theme.surface.line.0);
    let stroke = egui::Stroke::new(1.0, line);
    painter.rect(card, 8.0, fill, stroke, egui::StrokeKind::Inside);
    let at = card.min + vec2(14.0, 8.0);
    let under = pos2(at.x, at.y + title.size().y + 1.0);
    painter.galley(at, title, theme.text.strong.0);
    painter.galley(under, below, theme.text.weak.0);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_picture_that_is_too_large_or_too_small_is_refused() {
        for (width, height) in [(0, 500), (500, 9000)] {
            let options = PictureOptions { width, height, ..PictureOptions::default() };
            let error = picture(&Dataset::default(), &options).unwrap_err();
            assert!(matches!(error, RenderError::Size(..)), "{error}");
        }
    }
}
