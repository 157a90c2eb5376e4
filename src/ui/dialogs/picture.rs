//! A picture of the map: how large, by day or by night, what it shows, and where it goes.

use std::path::PathBuf;

use eframe::egui::{Button, ComboBox, Grid, Key, RichText, TextEdit, Ui};

use crate::{
    tr,
    ui::{map::base::MapTheme, theme},
};

/// Width and height in pixels of what pictures are for, with the id of its name.
const SIZES: [(&str, [u32; 2]); 5] = [
    ("picture-size-slide", [1920, 1080]),
    ("picture-size-large", [3840, 2160]),
    ("picture-size-page", [2400, 1600]),
    ("picture-size-square", [1600, 1600]),
    ("picture-size-small", [1280, 800]),
];

/// What the dialog says, for as long as the window is open.
pub struct PictureForm {
    size: usize,
    theme: Option<MapTheme>,
    as_seen: bool,
    path: String,
}

/// A picture to draw and write.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where.
    pub path: PathBuf,
    /// In pixels.
    pub size: [u32; 2],
    /// By day or by night.
    pub theme: MapTheme,
    /// Whether it shows the part of the world that the map shows, not all events.
    pub as_seen: bool,
}

/// What was chosen in the dialog.
pub enum Answer {
    /// Write it.
    Write(Picture),
    /// Ask the system for the file.
    Choose,
}

impl Default for PictureForm {
    fn default() -> Self {
        Self { size: 0, theme: None, as_seen: true, path: String::new() }
    }
}

impl PictureForm {
    /// Takes the path that the system gave.
    pub fn set_path(&mut self, path: PathBuf) {
        self.path = with_ending(path).to_string_lossy().into_owned();
    }

    /// Shows the dialog.
    pub fn ui(&mut self, ui: &mut Ui) -> Option<Answer> {
        ui.set_width(500.0_f32.min(ui.available_width()));
        ui.heading(tr!("picture-title"));
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("picture-help")).color(weak));
        ui.add_space(6.0);
        let by_night = ui.visuals().dark_mode;
        let mut theme = self.theme.unwrap_or(theme::map_theme(by_night));
        Grid::new("picture").num_columns(2).spacing([18.0, 10.0]).show(ui, |ui| {
            ui.label(tr!("picture-size"));
            self.size_ui(ui);
            ui.end_row();
            ui.label(tr!("settings-theme"));
            ui.horizontal(|ui| {
                theme::outline_choices(ui);
                ui.radio_value(&mut theme, MapTheme::Light, tr!("settings-theme-light"));
                ui.radio_value(&mut theme, MapTheme::Dark, tr!("settings-theme-dark"));
            });
            ui.end_row();
            ui.label(tr!("picture-shows"));
            ui.horizontal(|ui| {
                theme::outline_choices(ui);
                ui.radio_value(&mut self.as_seen, true, tr!("picture-as-seen"));
                ui.radio_value(&mut self.as_seen, false, tr!("picture-all-events"));
            });
            ui.end_row();
        });
        if theme != theme::map_theme(by_night) || self.theme.is_some() {
            self.theme = Some(theme);
        }
        ui.add_space(8.0);
        self.path_ui(ui, theme)
    }

    fn size_ui(&mut self, ui: &mut Ui) {
        let label = |at: usize| {
            let (id, [width, height]) = SIZES[at];
            tr!(id, size = format!("{width} × {height}"))
        };
        let combo = ComboBox::from_id_salt("size").selected_text(label(self.size)).width(280.0);
        let combo = combo.show_ui(ui, |ui| {
            for at in 0..SIZES.len() {
                ui.selectable_value(&mut self.size, at, label(at));
            }
        });
        let name = || tr!("picture-size");
        combo.response.widget_info(|| {
            eframe::egui::WidgetInfo::labeled(eframe::egui::Role::ComboBox, true, name())
        });
    }

    fn path_ui(&mut self, ui: &mut Ui, theme: MapTheme) -> Option<Answer> {
        let label = ui.label(tr!("dialog-file"));
        let field = TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
        let field = ui.add(field.hint_text(tr!("picture-path-hint"))).labelled_by(label.id);
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(4.0);
        let mut answer = None;
        ui.horizontal(|ui| {
            let path = self.path.trim();
            let write = Button::new(tr!("picture-save"));
            if ui.add_enabled(!path.is_empty(), write).clicked() || entered && !path.is_empty() {
                answer = Some(Answer::Write(Picture {
                    path: with_ending(path.into()),
                    size: SIZES[self.size].1,
                    theme,
                    as_seen: self.as_seen,
                }));
            }
            if ui.button(tr!("dialog-choose-file")).clicked() {
                answer = Some(Answer::Choose);
            }
        });
        answer
    }
}

/// The path with ".png" at its end.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".png");
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::render::{FEWEST_PIXELS, MOST_PIXELS};

    #[test]
    fn every_size_can_be_drawn_and_has_a_name() {
        for (id, size) in SIZES {
            assert!(size.iter().all(|side| (FEWEST_PIXELS..=MOST_PIXELS).contains(side)), "{id}");
            assert!(crate::locale::find(id).is_some(), "{id}");
        }
    }

    #[test]
    fn a_name_without_the_ending_gets_it() {
        assert_eq!(with_ending("a/13.9".into()), PathBuf::from("a/13.9.png"));
        assert_eq!(with_ending("a/b.PNG".into()), PathBuf::from("a/b.PNG"));
    }
}
