//! Colours of what lies over the map, from `assets/theme/overlays.toml`.

use std::sync::LazyLock;

use eframe::egui::Color32;
use serde::Deserialize;

use crate::ui::theme::Colour;

const SOURCE: &str = include_str!("../../../assets/theme/overlays.toml");

static COLOURS: LazyLock<[Colours; 2]> = LazyLock::new(|| {
    let file: File = toml::from_str(SOURCE).unwrap_or_default();
    [file.light, file.dark]
});

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    light: Colours,
    dark: Colours,
}

/// By day or by night.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    neither: Colour,
    sides: [Colour; 2],
    heat: Vec<Colour>,
}

impl Colours {
    /// Those for a dark or a light map. A test sees to it that they can be read.
    pub fn of(dark: bool) -> &'static Self {
        &COLOURS[usize::from(dark)]
    }

    /// Of what neither or both sides say, of what the first says, of what the second says.
    pub fn sides(&self) -> [Color32; 3] {
        [self.neither, self.sides[0], self.sides[1]].map(Color32::from)
    }

    /// From where little happened (0) to where the most did (1).
    pub fn heat(&self, share: f32) -> Color32 {
        let last = self.heat.len().saturating_sub(1);
        let at = share.clamp(0.0, 1.0) * last as f32;
        let stop =
            |number: usize| self.heat.get(number.min(last)).map_or(Color32::TRANSPARENT, |c| c.0);
        stop(at as usize).lerp_to_gamma(stop(at as usize + 1), at.fract())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn both_looks_can_be_read_and_heat_begins_with_nothing() {
        let file: File = toml::from_str(SOURCE).unwrap();
        for colours in [file.light, file.dark] {
            assert_eq!(colours.heat(0.0).a(), 0);
            assert!(colours.heat(1.0).a() > 200);
            let alphas: Vec<u8> = (0..=20).map(|n| colours.heat(n as f32 / 20.0).a()).collect();
            assert!(alphas.is_sorted(), "{alphas:?}");
            let [neither, first, second] = colours.sides();
            assert!(neither != first && first != second && second != neither);
        }
    }
}
