//! What of the map is kept from one start to the next.

use serde::{Deserialize, Serialize};

use super::{MapOptions, MapView, base::Layers};
use crate::tiles::Source;

/// How events and the base map are shown, and the layers that a person added. Which layer was
/// on is not kept: none of a server is on before a person says so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptMap {
    options: MapOptions,
    base: Layers,
    layers: Vec<Source>,
}

impl MapView {
    /// What is to be kept of it.
    pub fn kept(&self) -> KeptMap {
        KeptMap {
            options: self.options,
            base: self.layers.clone(),
            layers: self.tile_layers.added().to_vec(),
        }
    }

    /// Shows what was kept.
    pub fn restore(&mut self, kept: KeptMap) {
        self.options = kept.options;
        self.layers = kept.base;
        self.tile_layers.offer(kept.layers);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{tiles::Place, ui::map::Display};

    #[test]
    fn options_and_layers_come_back() {
        let mut map = MapView::default();
        map.options.display = Display::Heat;
        map.layers.language = "hy".to_owned();
        let place = Place::parse("https://tiles.example/{z}/{x}/{y}.png").unwrap();
        let layer =
            Source {
                name: "ours".to_owned(), attribution: "© us".to_owned(), max_zoom: 12, place
            };
        map.tile_layers.offer(vec![layer.clone()]);
        let json = serde_json::to_value(map.kept()).unwrap();
        let mut again = MapView::default();
        again.restore(serde_json::from_value(json).unwrap());
        assert_eq!(again.kept(), map.kept());
        assert_eq!(again.tile_layers.added(), [layer]);
    }
}
