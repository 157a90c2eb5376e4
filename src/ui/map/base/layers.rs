//! What of the base map is shown, and the window to choose it.

use eframe::egui::{ComboBox, RichText, Ui};
use serde::{Deserialize, Serialize};

use super::style::Stroke;
use crate::basemap::{Basemap, LabelClass, LineClass};
use crate::tr;

/// What of the base map is shown. Land, sea, lakes and borders always are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layers {
    /// Shading of mountains and valleys.
    pub relief: bool,
    /// Rivers and their names.
    pub rivers: bool,
    /// Built-up areas.
    pub urban: bool,
    /// Railways.
    pub railways: bool,
    /// Lines between provinces and districts, and the names of provinces.
    pub divisions: bool,
    /// Names of countries and waters.
    pub countries: bool,
    /// Names of cities, towns and villages.
    pub places: bool,
    /// The language of the names: a code of the base map, or "" for English.
    pub language: String,
}

impl Default for Layers {
    fn default() -> Self {
        Self {
            relief: true,
            rivers: true,
            urban: true,
            railways: true,
            divisions: true,
            countries: true,
            places: true,
            language: String::new(),
        }
    }
}

impl Layers {
    /// Whether a kind of line is shown.
    pub fn lines(&self, stroke: Stroke) -> bool {
        match stroke {
            Stroke::Shore | Stroke::Coast => true,
            Stroke::Line(LineClass::Border | LineClass::Disputed) => true,
            Stroke::Line(LineClass::Stream | LineClass::River) => self.rivers,
            Stroke::Line(LineClass::Railway) => self.railways,
            Stroke::Line(LineClass::District | LineClass::Division) => self.divisions,
        }
    }

    /// Whether a kind of name is shown.
    pub fn names(&self, class: LabelClass) -> bool {
        match class {
            LabelClass::Country | LabelClass::Sea | LabelClass::Lake => self.countries,
            LabelClass::City | LabelClass::Capital => self.places,
            LabelClass::Division => self.divisions,
            LabelClass::River => self.rivers,
        }
    }
}

/// Check boxes for all layers, and the language of the names.
pub fn layers_ui(ui: &mut Ui, layers: &mut Layers) {
    for (shown, label) in [
        (&mut layers.relief, tr!("layers-relief")),
        (&mut layers.rivers, tr!("layers-rivers")),
        (&mut layers.urban, tr!("layers-urban")),
        (&mut layers.railways, tr!("layers-railways")),
        (&mut layers.divisions, tr!("layers-divisions")),
        (&mut layers.countries, tr!("layers-countries")),
        (&mut layers.places, tr!("layers-places")),
    ] {
        ui.checkbox(shown, RichText::new(label).size(12.5));
    }
    language_ui(ui, &mut layers.language);
    ui.label(RichText::new(tr!("layers-dashed")).size(11.0).weak());
}

fn language_ui(ui: &mut Ui, chosen: &mut String) {
    const ENGLISH: &str = "English";
    let map = Basemap::bundled();
    let name_of = |code: &str| {
        let found = map.languages().find(|language| language.code == code);
        found.map_or(ENGLISH, |language| language.name).to_owned()
    };
    ui.horizontal(|ui| {
        let label = ui.label(RichText::new(tr!("layers-names-in")).size(12.5));
        let shown = name_of(chosen);
        ComboBox::from_id_salt("language of names")
            .selected_text(shown)
            .show_ui(ui, |ui| {
                ui.selectable_value(chosen, String::new(), ENGLISH);
                for language in map.languages() {
                    ui.selectable_value(chosen, language.code.to_owned(), language.name);
                }
            })
            .response
            .labelled_by(label.id);
    });
}
