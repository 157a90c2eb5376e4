//! The map as a picture, where the program was built with its window.

use std::path::Path;

use jiff::civil::Date;

use super::args::{Size, Theme};
use crate::model::Dataset;

/// What to draw.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "ui"), expect(dead_code, reason = "only the window's crates can draw"))]
pub struct Picture {
    pub size: Size,
    /// The first day to show; none for the first of the events.
    pub from: Option<Date>,
    /// The last day to show; none for the last of the events.
    pub to: Option<Date>,
    pub theme: Theme,
}

/// Writes a PNG file, the whole or none; or says why not.
#[cfg(feature = "ui")]
pub fn write(dataset: &Dataset, picture: Picture, path: &Path) -> Result<(), String> {
    use crate::ui::{map::base::MapTheme, render};

    let options = render::PictureOptions {
        width: picture.size.width,
        height: picture.size.height,
        from: picture.from,
        to: picture.to,
        theme: match picture.theme {
            Theme::Light => MapTheme::Light,
            Theme::Dark => MapTheme::Dark,
        },
        ..render::PictureOptions::default()
    };
    render::write(dataset, &options, path).map_err(|error| error.to_string())
}

/// The map of all events as PNG, or why not; none where the program cannot draw.
#[cfg(feature = "ui")]
pub fn png(dataset: &Dataset) -> Result<Option<Vec<u8>>, String> {
    use crate::ui::render;

    let options = render::PictureOptions { width: 1600, height: 1000, ..Default::default() };
    render::png(dataset, &options).map(Some).map_err(|error| error.to_string())
}

/// The map of all events as PNG, or why not; none where the program cannot draw.
#[cfg(not(feature = "ui"))]
#[expect(clippy::unnecessary_wraps, reason = "with the window, drawing may fail")]
pub fn png(_dataset: &Dataset) -> Result<Option<Vec<u8>>, String> {
    Ok(None)
}

/// Writes a PNG file, the whole or none; or says why not.
#[cfg(not(feature = "ui"))]
pub fn write(_dataset: &Dataset, picture: Picture, path: &Path) -> Result<(), String> {
    Err(format!(
        "{}: a picture of {} × {} needs a program that was built with the feature `ui`",
        path.display(),
        picture.size.width,
        picture.size.height
    ))
}
