//! Events out of the window: which, in what format, and what is kept back.

use std::path::PathBuf;

use eframe::egui::{Button, ComboBox, DragValue, Grid, Key, Label, RichText, TextEdit, Ui};
use jiff::{Timestamp, tz::TimeZone};

use crate::{
    about::VERSION,
    export::{Chosen, Coarsen, Delay, Format, Options},
    session::{Session, divisions},
    tr,
    ui::{theme, words},
};

/// What the dialog says, for as long as the window is open.
pub struct ExportForm {
    format: Format,
    which: Which,
    coarse: Coarse,
    delay_days: u16,
    no_names: bool,
    no_quotes: bool,
    reviewed_only: bool,
    path: String,
}

/// A file to write.
pub struct Export {
    /// Where.
    pub path: PathBuf,
    /// How.
    pub format: Format,
    /// What.
    pub options: Options,
}

/// What was chosen in the dialog.
pub enum Answer {
    /// Write it.
    Write(Box<Export>),
    /// Ask the system for the file.
    Choose(Format),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Filtered,
    Shown,
    Selected,
}

#[derive(Clone, Copy, PartialEq)]
enum Coarse {
    Not,
    Grid(f64),
    Divisions,
}

impl Default for ExportForm {
    fn default() -> Self {
        Self {
            format: Format::Csv,
            which: Which::All,
            coarse: Coarse::Not,
            delay_days: 0,
            no_names: false,
            no_quotes: false,
            reviewed_only: false,
            path: String::new(),
        }
    }
}

/// The name of a row, level with the first of what stands beside it.
fn head(ui: &mut Ui, name: String) {
    ui.vertical(|ui| {
        ui.add_space(4.0);
        // A grid gives a column that it does not know yet hardly any room.
        ui.add(Label::new(name).extend());
    });
}

impl ExportForm {
    /// Takes the path that the system gave; its ending may choose another format.
    pub fn set_path(&mut self, path: PathBuf) {
        self.follow_ending(&path);
        self.path = path.to_string_lossy().into_owned();
    }

    /// Shows the dialog.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session) -> Option<Answer> {
        ui.set_width(520.0);
        theme::outline_choices(ui);
        ui.heading(tr!("export-title"));
        ui.add_space(4.0);
        let weak = theme::current(ui).text.weak.0;
        Grid::new("export").num_columns(2).spacing([18.0, 8.0]).show(ui, |ui| {
            head(ui, tr!("export-format"));
            ui.vertical(|ui| {
                self.format_ui(ui);
                ui.label(RichText::new(words::format_help(self.format)).size(12.0).color(weak));
            });
            ui.end_row();
            head(ui, tr!("export-events"));
            self.which_ui(ui, session);
            ui.end_row();
            head(ui, tr!("export-keep-back"));
            self.kept_back_ui(ui);
            ui.end_row();
        });
        ui.add_space(8.0);
        self.path_ui(ui, session)
    }

    fn format_ui(&mut self, ui: &mut Ui) {
        let before = self.format;
        ComboBox::from_id_salt("format")
            .selected_text(words::format(self.format))
            .width(260.0)
            .height(420.0)
            .show_ui(ui, |ui| {
                for format in Format::ALL {
                    ui.selectable_value(&mut self.format, format, words::format(format))
                        .on_hover_text(words::format_help(format));
                }
            });
        if self.format != before && !self.path.trim().is_empty() {
            let path = PathBuf::from(self.path.trim()).with_extension(self.format.extension());
            self.path = path.to_string_lossy().into_owned();
        }
    }

    fn which_ui(&mut self, ui: &mut Ui, session: &Session) {
        ui.vertical(|ui| {
            let mut choice = |ui: &mut Ui, which, label: String, count: usize| {
                let label = tr!("export-which", which = label, n = count);
                let button = ui.radio(self.which == which, label);
                if button.clicked() {
                    self.which = which;
                }
            };
            choice(ui, Which::All, tr!("export-all"), session.dataset().events.len());
            choice(ui, Which::Filtered, tr!("export-filtered"), session.filtered().len());
            choice(ui, Which::Shown, tr!("export-on-map"), session.shown().len());
            if session.selection().event.is_some() {
                choice(ui, Which::Selected, tr!("export-selected"), 1);
            }
            ui.checkbox(&mut self.reviewed_only, tr!("export-reviewed-only"));
        });
    }

    fn kept_back_ui(&mut self, ui: &mut Ui) {
        ui.vertical(|ui| {
            ui.checkbox(&mut self.no_names, tr!("export-no-names"))
                .on_hover_text(tr!("export-no-names-help"));
            ui.checkbox(&mut self.no_quotes, tr!("export-no-quotes"));
            ui.horizontal(|ui| {
                let mut is_coarse = self.coarse != Coarse::Not;
                if ui.checkbox(&mut is_coarse, tr!("export-coarse")).changed() {
                    self.coarse = if is_coarse { Coarse::Grid(10.0) } else { Coarse::Not };
                }
                ui.add_enabled_ui(is_coarse, |ui| self.coarse_ui(ui));
            });
            ui.horizontal(|ui| {
                let mut delays = self.delay_days > 0;
                if ui.checkbox(&mut delays, tr!("export-delay")).changed() {
                    self.delay_days = if delays { 14 } else { 0 };
                }
                ui.add_enabled_ui(delays, |ui| {
                    let unit = format!(" {}", tr!("export-days", n = self.delay_days));
                    ui.add(DragValue::new(&mut self.delay_days).range(0..=3650).suffix(unit));
                });
            });
        });
    }

    fn coarse_ui(&mut self, ui: &mut Ui) {
        let label = match self.coarse {
            Coarse::Divisions => tr!("export-coarse-province"),
            _ => tr!("export-coarse-grid"),
        };
        ComboBox::from_id_salt("coarse").selected_text(label).width(160.0).show_ui(ui, |ui| {
            let choices = [
                (Coarse::Grid(10.0), tr!("export-coarse-grid")),
                (Coarse::Divisions, tr!("export-coarse-province")),
            ];
            for (choice, words) in choices {
                ui.selectable_value(&mut self.coarse, choice, words);
            }
        });
        if let Coarse::Grid(km) = &mut self.coarse {
            ui.add(DragValue::new(km).range(1.0..=500.0).suffix(format!(" {}", tr!("export-km"))));
        }
    }

    fn path_ui(&mut self, ui: &mut Ui, session: &Session) -> Option<Answer> {
        let label = ui.label(tr!("dialog-file"));
        let field = TextEdit::singleline(&mut self.path).desired_width(f32::INFINITY);
        let field = ui.add(field.hint_text(tr!("export-path-hint"))).labelled_by(label.id);
        if field.changed() {
            self.follow_ending(&PathBuf::from(self.path.trim()));
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(4.0);
        let mut answer = None;
        ui.horizontal(|ui| {
            let ready = !self.path.trim().is_empty();
            let write = Button::new(tr!("export-write", n = self.ids(session).len()));
            if ui.add_enabled(ready, write).clicked() || entered && ready {
                answer = Some(Answer::Write(Box::new(self.export(session))));
            }
            if ui.button(tr!("dialog-choose-file")).clicked() {
                answer = Some(Answer::Choose(self.format));
            }
        });
        answer
    }

    /// A table of the ending that the path has; several formats share one.
    fn follow_ending(&mut self, path: &std::path::Path) {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if let Some(format) = Format::of_path(path)
            && ending.as_deref() != Some(self.format.extension())
        {
            self.format = format;
        }
    }

    fn ids(&self, session: &Session) -> Vec<crate::model::EventId> {
        match self.which {
            Which::All => (0..session.dataset().events.len()).map(crate::model::EventId).collect(),
            Which::Filtered => session.filtered().to_vec(),
            Which::Shown => session.shown().to_vec(),
            Which::Selected => session.selection().event.into_iter().collect(),
        }
    }

    fn export(&self, session: &Session) -> Export {
        let events = match self.which {
            Which::All => Chosen::All,
            Which::Filtered => Chosen::Filtered(self.ids(session)),
            Which::Shown | Which::Selected => Chosen::Selected(self.ids(session)),
        };
        let coarsen = match self.coarse {
            Coarse::Not => None,
            Coarse::Grid(km) => Some(Coarsen::Grid(km)),
            Coarse::Divisions => {
                Some(Coarsen::Divisions(divisions(session.dataset(), session.gazetteer())))
            }
        };
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        let delay = (self.delay_days > 0).then_some(Delay { days: self.delay_days, before: today });
        let places = session.gazetteer().place_count().to_string();
        let options = Options {
            events,
            coarsen,
            delay,
            leave_out_names: self.no_names,
            leave_out_quotes: self.no_quotes,
            tells_review: true,
            reviewed_only: self.reviewed_only,
            versions: vec![
                ("dateline".to_owned(), VERSION.to_owned()),
                ("places_in_gazetteer".to_owned(), places),
            ],
            ..Options::default()
        };
        Export { path: self.path.trim().into(), format: self.format, options }
    }
}
