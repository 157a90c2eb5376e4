//! Colours and sizes of the base map, from `assets/theme/map_*.toml`.

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer};

use crate::basemap::{FillClass, LabelClass, LineClass};

/// Which of the two looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapTheme {
    /// By day.
    Light,
    /// By night.
    Dark,
}

impl MapTheme {
    /// The style that is part of the program, with strong contrast if wished. A test sees to
    /// it that it can be read.
    pub fn style(self, contrast: bool) -> MapStyle {
        self.read(contrast).unwrap_or_default()
    }

    fn read(self, contrast: bool) -> Result<MapStyle, toml::de::Error> {
        let mut style: toml::Table = toml::from_str(self.source())?;
        if contrast {
            lay_over(&mut style, toml::from_str(self.contrast_source())?);
        }
        style.try_into()
    }

    /// What is different with strong contrast.
    fn contrast_source(self) -> &'static str {
        match self {
            MapTheme::Light => include_str!("../../../../assets/theme/map_light_contrast.toml"),
            MapTheme::Dark => include_str!("../../../../assets/theme/map_dark_contrast.toml"),
        }
    }

    fn source(self) -> &'static str {
        match self {
            MapTheme::Light => include_str!("../../../../assets/theme/map_light.toml"),
            MapTheme::Dark => include_str!("../../../../assets/theme/map_dark.toml"),
        }
    }
}

/// Puts the values of one table in the place of those of another, tables within it likewise.
fn lay_over(below: &mut toml::Table, above: toml::Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay_over(below, above),
            (_, value) => _ = below.insert(key, value),
        }
    }
}

/// What is drawn as a line: the edges of fills, and the lines of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stroke {
    /// The shore of a lake.
    Shore,
    /// Where land meets sea.
    Coast,
    /// A line of the file.
    Line(LineClass),
}

impl Stroke {
    /// All of them, in the order they are drawn and of their codes.
    pub const ALL: [Self; 9] = [
        Self::Shore,
        Self::Coast,
        Self::Line(LineClass::District),
        Self::Line(LineClass::Stream),
        Self::Line(LineClass::River),
        Self::Line(LineClass::Railway),
        Self::Line(LineClass::Division),
        Self::Line(LineClass::Border),
        Self::Line(LineClass::Disputed),
    ];

    /// Its number in the tables of the shader.
    pub fn code(self) -> u32 {
        match self {
            Self::Shore => 0,
            Self::Coast => 1,
            Self::Line(class) => 2 + class as u32,
        }
    }

    /// How the edge of a fill is drawn, if it is.
    pub fn around(class: FillClass) -> Option<Self> {
        match class {
            FillClass::Urban => None,
            FillClass::Sea => Some(Self::Coast),
            FillClass::Lake => Some(Self::Shore),
        }
    }
}

/// Everything the theme file says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// Built-up areas.
    pub urban: AreaStyle,
    /// Mountains and valleys.
    pub relief: ReliefStyle,
    lines: Lines,
    labels: Labels,
}

impl MapStyle {
    /// How a line looks.
    pub fn line(&self, stroke: Stroke) -> &LineStyle {
        let lines = &self.lines;
        match stroke {
            Stroke::Shore => &lines.shore,
            Stroke::Coast => &lines.coast,
            Stroke::Line(LineClass::District) => &lines.district,
            Stroke::Line(LineClass::Stream) => &lines.stream,
            Stroke::Line(LineClass::River) => &lines.river,
            Stroke::Line(LineClass::Railway) => &lines.railway,
            Stroke::Line(LineClass::Division) => &lines.division,
            Stroke::Line(LineClass::Border) => &lines.border,
            Stroke::Line(LineClass::Disputed) => &lines.disputed,
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
            LabelClass::Capital => &self.labels.capital,
        }
    }

    /// How the name of a village looks.
    pub fn village(&self) -> &LabelStyle {
        &self.labels.village
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lines {
    coast: LineStyle,
    shore: LineStyle,
    river: LineStyle,
    stream: LineStyle,
    railway: LineStyle,
    district: LineStyle,
    division: LineStyle,
    border: LineStyle,
    disputed: LineStyle,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    country: LabelStyle,
    sea: LabelStyle,
    capital: LabelStyle,
    city: LabelStyle,
    village: LabelStyle,
    lake: LabelStyle,
    division: LabelStyle,
    river: LabelStyle,
}

/// A value that changes with the zoom: pairs of zoom and value, by zoom. Between them it is
/// interpolated; before the first and after the last it stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Stops(Vec<[f32; 2]>);

impl Stops {
    /// The value at a zoom; 0 if there are no stops.
    pub fn at(&self, zoom: f64) -> f32 {
        let zoom = zoom as f32;
        let after = self.0.iter().position(|[at, _]| *at > zoom).unwrap_or(self.0.len());
        match (after.checked_sub(1).and_then(|at| self.0.get(at)), self.0.get(after)) {
            (Some([low, from]), Some([high, to])) => {
                from + (to - from) * (zoom - low) / (high - low)
            }
            (Some([_, value]), None) | (None, Some([_, value])) => *value,
            (None, None) => 0.0,
        }
    }
}

/// How an area looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaStyle {
    /// Of the fill.
    #[serde(deserialize_with = "color")]
    pub color: Color32,
    /// 0 to 1, by zoom.
    pub opacity: Stops,
}

/// How mountains and valleys look.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReliefStyle {
    /// Slopes away from the light.
    #[serde(deserialize_with = "color")]
    pub shadow: Color32,
    /// Slopes towards the light.
    #[serde(deserialize_with = "color")]
    pub light: Color32,
    /// 0 to 1, by zoom.
    pub strength: Stops,
}

/// How a class of lines looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineStyle {
    /// Opaque.
    #[serde(deserialize_with = "color")]
    pub color: Color32,
    /// Points, by zoom; 0 is not drawn, less than 1 is faint.
    pub width: Stops,
    /// Points drawn and left out; none for a solid line.
    #[serde(default)]
    pub dash: [f32; 2],
}

/// How a class of names looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
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

    /// All looks, with whether they have strong contrast.
    const ALL: [(MapTheme, bool); 4] = [
        (MapTheme::Light, false),
        (MapTheme::Dark, false),
        (MapTheme::Light, true),
        (MapTheme::Dark, true),
    ];

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
        for (theme, strong) in ALL {
            let style = theme.read(strong).unwrap();
            for class in LabelClass::ALL {
                let label = style.label(class);
                let water = matches!(class, LabelClass::Sea | LabelClass::Lake);
                let ground = if water { style.sea } else { style.land };
                let is_town = matches!(class, LabelClass::City | LabelClass::Capital);
                let least = if is_town || strong { 7.0 } else { 3.0 };
                let found = contrast(label.color, ground);
                assert!(found >= least, "{theme:?} {class:?}: {found}");
            }
        }
    }

    #[test]
    fn land_and_sea_can_be_told_apart() {
        for (theme, strong) in ALL {
            let style = theme.read(strong).unwrap();
            assert!(contrast(style.land, style.sea) > 1.1, "{theme:?}");
        }
    }

    #[test]
    fn with_strong_contrast_borders_and_shores_stand_out() {
        for theme in [MapTheme::Light, MapTheme::Dark] {
            let style = theme.read(true).unwrap();
            for (stroke, least) in [
                (Stroke::Line(LineClass::Border), 7.0),
                (Stroke::Line(LineClass::Disputed), 7.0),
                (Stroke::Coast, 4.5),
                (Stroke::Shore, 4.5),
            ] {
                let found = contrast(style.line(stroke).color, style.land);
                assert!(found >= least, "{theme:?} {stroke:?}: {found}");
            }
        }
    }

    #[test]
    fn a_value_between_two_stops_is_between_theirs() {
        let stops = Stops(vec![[4.0, 1.0], [6.0, 2.0], [8.0, 0.0]]);
        let found = [2.0, 5.0, 6.0, 7.0, 9.0].map(|zoom| stops.at(zoom));
        assert!(found.iter().zip([1.0, 1.5, 2.0, 1.0, 0.0]).all(|(a, b)| (a - b).abs() < 1e-6));
        assert!(Stops::default().at(5.0).abs() < 1e-6);
    }

    #[test]
    fn strokes_are_numbered_in_the_order_they_are_drawn() {
        for (number, stroke) in Stroke::ALL.into_iter().enumerate() {
            assert_eq!(stroke.code() as usize, number);
        }
    }
}
