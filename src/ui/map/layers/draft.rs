//! A layer of the person's own, while it is being typed.

use eframe::egui::{Button, CollapsingHeader, DragValue, RichText, TextEdit, Ui};

use super::Wish;
use crate::{
    tiles::{Place, Source},
    tr,
    ui::theme,
};

/// What was typed, and what was wrong with it.
pub struct Draft {
    place: String,
    name: String,
    attribution: String,
    max_zoom: u8,
    problem: Option<String>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            place: String::new(),
            name: String::new(),
            attribution: String::new(),
            max_zoom: 19,
            problem: None,
        }
    }
}

impl Draft {
    /// Shows the fields; a layer that is complete goes into `added`.
    pub fn ui(&mut self, ui: &mut Ui, added: &mut Option<Source>) -> Option<Wish> {
        let mut wish = None;
        let fold = CollapsingHeader::new(tr!("layers-add-own")).id_salt("own layer");
        fold.show(ui, |ui| {
            let example = "https://…/{z}/{x}/{y}.png".to_owned();
            field_ui(ui, tr!("layers-own-place"), &mut self.place, example);
            let weak = theme::current(ui).text.weak.0;
            ui.label(RichText::new(tr!("layers-own-help")).size(12.0).color(weak));
            let hint = tr!("layers-own-name-hint");
            field_ui(ui, tr!("layers-own-name"), &mut self.name, hint);
            let hint = tr!("layers-own-attribution-hint");
            field_ui(ui, tr!("layers-own-attribution"), &mut self.attribution, hint);
            ui.horizontal(|ui| {
                let label = ui.label(tr!("layers-own-zoom"));
                ui.add(DragValue::new(&mut self.max_zoom).range(0..=22)).labelled_by(label.id);
            });
            if let Some(problem) = &self.problem {
                let error = theme::current(ui).accent.error.0;
                ui.label(RichText::new(problem).size(12.5).color(error));
            }
            ui.horizontal(|ui| {
                let typed = !self.place.trim().is_empty();
                if ui.add_enabled(typed, Button::new(tr!("layers-own-add"))).clicked() {
                    *added = self.finish();
                }
                if ui.button(tr!("layers-own-choose-file")).clicked() {
                    wish = Some(Wish::ChooseFile);
                }
            });
        });
        wish
    }

    /// The layer, and empty fields; or what is wrong.
    fn finish(&mut self) -> Option<Source> {
        match Place::parse(&self.place) {
            Ok(place) => {
                let typed = self.name.trim();
                let name = if typed.is_empty() { place.usual_name() } else { typed.to_owned() };
                let attribution = self.attribution.trim().to_owned();
                let max_zoom = self.max_zoom;
                *self = Self::default();
                Some(Source { name, attribution, max_zoom, place })
            }
            Err(error) => {
                let words = error.to_string();
                let mut letters = words.chars();
                let first = letters.next().map(|letter| letter.to_uppercase().to_string());
                self.problem = first.map(|first| first + letters.as_str());
                None
            }
        }
    }
}

fn field_ui(ui: &mut Ui, label: String, text: &mut String, hint: String) {
    let label = ui.label(label);
    let field = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY);
    ui.add(field).labelled_by(label.id);
}
