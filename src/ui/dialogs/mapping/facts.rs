//! How the file is written: what was found, and a choice of each.

use std::hash::Hash;

use eframe::egui::{Align, ComboBox, Layout, RichText, Ui, vec2};

use super::looked::Looked;
use crate::{
    import::{How, TableFacts},
    tr,
    ui::theme,
};

/// The encodings that tables come in, by their names in the Encoding Standard.
const ENCODINGS: [&str; 16] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "KOI8-R",
    "IBM866",
    "GBK",
    "Big5",
    "Shift_JIS",
    "EUC-KR",
];

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A picker is so wide and high, with the words above it.
const SIZE: [f32; 2] = [168.0, 48.0];

/// Shows them and takes in what a person chooses.
pub fn facts_ui(ui: &mut Ui, table: &mut Looked) {
    let Some(facts) = table.preview().map(|preview| preview.facts.clone()) else { return };
    let pickers: [fn(&mut Ui, &mut Looked, &TableFacts); 6] =
        [encoding_ui, delimiter_ui, headings_ui, sheet_ui, days_ui, decimal_ui];
    let is_there = [
        facts.encoding.is_some(),
        facts.delimiter.is_some(),
        facts.headings.is_some(),
        facts.sheets.len() > 1,
        facts.day_first.is_some(),
        facts.decimal_comma.is_some(),
    ];
    let shown: Vec<_> =
        pickers.into_iter().zip(is_there).filter(|(_, there)| *there).map(|(ui, _)| ui).collect();
    let in_a_row = ((ui.available_width() / (SIZE[0] + 8.0)) as usize).max(1);
    for row in shown.chunks(in_a_row) {
        ui.horizontal_top(|ui| {
            for picker_ui in row {
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(SIZE.into(), layout, |ui| {
                    ui.set_min_size(SIZE.into());
                    ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
                    picker_ui(ui, table, &facts);
                });
            }
        });
    }
}

/// A choice of some values; the one that was made now.
fn picker_ui<T: Clone + PartialEq + Hash>(
    ui: &mut Ui,
    name: &str,
    how: How,
    chosen: &T,
    choices: &[(T, String)],
) -> Option<T> {
    let theme = theme::current(ui);
    let (whence, ink) = match how {
        How::Asked => (tr!("mapping-asked"), theme.text.weak.0),
        How::Told => (tr!("mapping-told"), theme.text.weak.0),
        How::Guessed => (tr!("mapping-guessed"), theme.accent.warning.0),
    };
    let label = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let label = ui.label(RichText::new(name).size(12.0));
            ui.label(RichText::new(whence).size(11.0).color(ink));
            label
        })
        .inner;
    let shown = choices.iter().find(|(value, _)| value == chosen);
    let mut now = chosen.clone();
    ComboBox::from_id_salt(name)
        .selected_text(shown.map_or("", |(_, words)| words.as_str()))
        .width(SIZE[0] - 8.0)
        .truncate()
        .height(360.0)
        .show_ui(ui, |ui| {
            for (value, words) in choices {
                ui.selectable_value(&mut now, value.clone(), words);
            }
        })
        .response
        .labelled_by(label.id);
    (now != *chosen).then_some(now)
}

fn encoding_ui(ui: &mut Ui, table: &mut Looked, facts: &TableFacts) {
    let Some((name, how)) = facts.encoding else { return };
    let mut names = ENCODINGS.to_vec();
    if !names.contains(&name) {
        names.insert(0, name);
    }
    let choices: Vec<_> = names.into_iter().map(|name| (name, name.to_owned())).collect();
    if let Some(chosen) = picker_ui(ui, &tr!("mapping-encoding"), how, &name, &choices) {
        table.change_file(|options| options.encoding = Some(chosen.to_owned()));
    }
}

fn delimiter_ui(ui: &mut Ui, table: &mut Looked, facts: &TableFacts) {
    let Some((delimiter, how)) = facts.delimiter else { return };
    let mut all = DELIMITERS.to_vec();
    if !all.contains(&delimiter) {
        all.push(delimiter);
    }
    let words = |delimiter| match delimiter {
        b',' => tr!("mapping-comma"),
        b';' => tr!("mapping-semicolon"),
        b'\t' => tr!("mapping-tab"),
        other => char::from(other).to_string(),
    };
    let choices: Vec<_> = all.into_iter().map(|each| (each, words(each))).collect();
    // It is plain to see in the table.
    let how = if how == How::Guessed { How::Told } else { how };
    if let Some(chosen) = picker_ui(ui, &tr!("mapping-delimiter"), how, &delimiter, &choices) {
        table.change_file(|options| options.delimiter = Some(chosen));
    }
}

fn headings_ui(ui: &mut Ui, table: &mut Looked, facts: &TableFacts) {
    let Some((headings, how)) = facts.headings else { return };
    let choices =
        [(true, tr!("mapping-first-row-names")), (false, tr!("mapping-first-row-values"))];
    let how = if how == How::Guessed { How::Told } else { how };
    if let Some(chosen) = picker_ui(ui, &tr!("mapping-headings"), how, &headings, &choices) {
        table.change_file(|options| options.headings = Some(chosen));
    }
}

fn sheet_ui(ui: &mut Ui, table: &mut Looked, facts: &TableFacts) {
    let Some(sheet) = facts.sheet.clone() else { return };
    let is_asked = table.options().sheet.is_some();
    let how = if is_asked { How::Asked } else { How::Told };
    let choices: Vec<_> = facts.sheets.iter().map(|name| (name.clone(), name.clone())).collect();
    if let Some(chosen) = picker_ui(ui, &tr!("mapping-sheet"), how, &sheet, &choices) {
        table.change_file(|options| options.sheet = Some(chosen));
    }
}

fn days_ui(ui: &mut Ui, table: &mut Looked, facts: &TableFacts) {
    let Some((day_first, how)) = facts.day_first else { return };
    let choices = [(true, tr!("mapping-day-first")), (false, tr!("mapping-month-first"))];
    if let Some(chosen) = picker_ui(ui, &tr!("mapping-days"), how, &day_first, &choices) {
        table.change(|options| options.day_first = Some(chosen));
    }
}

fn decimal_ui(ui: &mut Ui, table: &mut Looked, facts: &TableFacts) {
    let Some((comma, how)) = facts.decimal_comma else { return };
    let choices = [(false, tr!("mapping-decimal-point")), (true, tr!("mapping-decimal-comma"))];
    if let Some(chosen) = picker_ui(ui, &tr!("mapping-decimal"), how, &comma, &choices) {
        table.change(|options| options.decimal_comma = Some(chosen));
    }
}
