//! Colours and sizes of the base map, from `assets/theme/map_*.toml`.

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer};

use super::{LabelClass, LineClass};

/// Which of the two looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapTheme {
    /// By day.
    Light,
    /// By night.
    Dark,
}

impl MapTheme {
    /// The style that is part of the program. A test sees to it that it can be read.
    pub fn style(self) -> MapStyle {
        toml::from_str(self.source()).unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            MapTheme::Light => include_str!("../../../../assets/theme/map_light.toml"),
            MapTheme::Dark => include_str!("../../../../assets/theme/map_dark.toml"),
        }
    }
}

/// Everything the theme file says.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct MapStyle {
    /// The background.
    #[serde(deserialize_with = "color")]
    pub sea: Color32,
    /// Land.
    #[serde(deserialize_with = "color")]
    pub land: Color32,
    /// Lakes.
    #[serde(deserialize_with = "color")]
    pub lake: Color32,
    lines: Lines,
    labels: Labels,
}

impl MapStyle {
    /// How a line looks.
    pub fn line(&self, class: LineClass) -> &LineStyle {
        match class {
            LineClass::Coast => &self.lines.coast,
            LineClass::Shore => &self.lines.shore,
            LineClass::River => &self.lines.river,
            LineClass::Stream => &self.lines.stream,
            LineClass::Division => &self.lines.division,
            LineClass::Border => &self.lines.border,
            LineClass::Disputed => &self.lines.disputed,
        }
    }

    /// How a name looks.
    pub fn label(&self, class: LabelClass) -> &LabelStyle {
        match class {
            LabelClass::Country => &self.labels.country,
            LabelClass::Sea => &self.labels.sea,
            LabelClass::City => &self.labels.city,
            LabelClass::Lake => &self.labels.lake,
            LabelClass::Division => &self.labels.division,
            LabelClass::River => &self.labels.river,
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Lines {
    coast: LineStyle,
    shore: LineStyle,
    river: LineStyle,
    stream: LineStyle,
    division: LineStyle,
    border: LineStyle,
    disputed: LineStyle,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Labels {
    country: LabelStyle,
    sea: LabelStyle,
    city: LabelStyle,
    lake: LabelStyle,
    division: LabelStyle,
    river: LabelStyle,
}

/// How a class of lines looks.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LineStyle {
    /// Opaque: lines have no joins, and a translucent one would show beads.
    #[serde(deserialize_with = "color")]
    pub color: Color32,
    /// Points, by level of detail; 0 is not drawn.
    pub width: [f32; 3],
    /// Points drawn and left out; empty for a solid line.
    #[serde(default)]
    pub dash: Vec<f32>,
}

/// How a class of names looks.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LabelStyle {
    /// Of the letters.
    #[serde(deserialize_with = "color")]
    pub color: Color32,
    /// Around the letters.
    #[serde(deserialize_with = "color")]
    pub halo: Color32,
    /// Points, by rank; the last one serves all others.
    size: Vec<f32>,
}

impl LabelStyle {
    /// The size of the letters in points.
    pub fn size(&self, rank: u8) -> f32 {
        self.size.get(usize::from(rank)).or(self.size.last()).copied().unwrap_or(11.0)
    }
}

fn color<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text)
        .map_err(|_| serde::de::Error::custom(format!("no colour like #rrggbb: {text}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn style(theme: MapTheme) -> MapStyle {
        toml::from_str(theme.source()).unwrap()
    }

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(color: Color32) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        (a / b).max(b / a)
    }

    #[test]
    fn names_can_be_read_on_what_is_below_them() {
        for theme in [MapTheme::Light, MapTheme::Dark] {
            let style = style(theme);
            for class in LabelClass::ALL {
                let label = style.label(class);
                let water = matches!(class, LabelClass::Sea | LabelClass::Lake);
                let ground = if water { style.sea } else { style.land };
                let least = if class == LabelClass::City { 7.0 } else { 3.0 };
                let found = contrast(label.color, ground);
                assert!(found >= least, "{theme:?} {class:?}: {found}");
            }
        }
    }

    #[test]
    fn land_and_sea_can_be_told_apart() {
        for theme in [MapTheme::Light, MapTheme::Dark] {
            let style = style(theme);
            assert!(contrast(style.land, style.sea) > 1.1, "{theme:?}");
        }
    }
}
