//! How vector tiles look, from `assets/theme`: maps of the world by what their layers
//! are called, other data as areas, lines and names in one colour.

use serde::Deserialize;
use walkers::Style;

use crate::{tiles::Loader, ui::map::base::MapTheme};

/// Layers that maps of the world have, in the schemes of Protomaps and OpenMapTiles.
const BASEMAP_LAYERS: [&str; 8] =
    ["earth", "water", "roads", "places", "boundaries", "transportation", "place", "boundary"];

/// Whether an archive with these layers is a map of the world; one that names none may be.
pub fn is_basemap(layers: &[String]) -> bool {
    layers.is_empty() || layers.iter().any(|layer| BASEMAP_LAYERS.contains(&layer.as_str()))
}

/// The looks by day or night.
#[derive(Default, Deserialize)]
pub struct Styles {
    basemap: Style,
    other: Style,
    /// Whether the archive is a map of the world, once that is known.
    #[serde(skip)]
    is_basemap: Option<bool>,
}

impl Styles {
    /// Reads those of a theme.
    pub fn new(theme: MapTheme) -> Self {
        let text = match theme {
            MapTheme::Light => include_str!("../../../../assets/theme/tiles_light.json"),
            MapTheme::Dark => include_str!("../../../../assets/theme/tiles_dark.json"),
        };
        // A test reads both.
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The look that fits the archive.
    pub fn of(&mut self, loader: &Loader) -> &Style {
        let is_basemap = *self.is_basemap.get_or_insert_with(|| {
            let archive = loader.archive().ok();
            archive.is_none_or(|archive| is_basemap(archive.layers()))
        });
        if is_basemap { &self.basemap } else { &self.other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_looks_can_be_read() {
        for theme in [MapTheme::Light, MapTheme::Dark] {
            let styles = Styles::new(theme);
            assert!(styles.basemap.layers.len() > 10 && styles.other.layers.len() == 3);
        }
    }
}
