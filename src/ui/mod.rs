//! The window. It shows the session's state and sends commands; nothing else here
//! changes what is open, chosen or shown.

mod app;
mod bidi;
mod dialogs;
mod files;
mod fonts;
mod icon;
mod inspector;
mod kept;
mod keys;
mod lists;
pub mod map;
mod menu;
mod nothing;
mod notices;
mod palette;
mod panes;
mod reader;
pub mod render;
mod start;
mod story;
mod symbol;
mod theme;
mod timeline;
mod window;
mod words;

use std::path::PathBuf;

use crate::storage::Folder;

pub use app::App;
pub use fonts::install as install_fonts;

/// Why the window cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// No display, or no way to draw.
    #[error(
        "cannot open a window ({0}); on Debian these packages are needed: libx11-6 libx11-xcb1 \
         libxcursor1 libxi6 libxkbcommon0 libxkbcommon-x11-0 libvulkan1 mesa-vulkan-drivers"
    )]
    NoWindow(String),
}

/// Opens the window with these files and folders, or with the sample if there are
/// none and no project was open before, and with the user's own places in `places`. What is
/// done is kept in `folder`. Returns when it is closed.
pub fn run(
    paths: Vec<PathBuf>,
    places: Vec<PathBuf>,
    folder: Option<Folder>,
) -> Result<(), UiError> {
    let place = folder.as_ref().map(|folder| folder.settings().settings.window);
    let viewport = window::builder(&place.unwrap_or_default());
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "Dateline",
        options,
        Box::new(|cc| Ok(Box::new(App::kept(cc, paths, places, folder)))),
    )
    .map_err(|error| UiError::NoWindow(error.to_string()))
}
