//! What the cells of columns of codes mean: types of events, and how well places are known.

use eframe::egui::{ComboBox, Grid, Label, RichText, Role, ScrollArea, Ui, WidgetInfo};

use super::looked::Looked;
use crate::{
    import::CodeColumn,
    model::{EventType, Precision, Stretch},
    tr,
    ui::{symbol, theme, words},
};

/// A list of cells is no higher.
const MOST_HEIGHT: f32 = 190.0;

/// The types of events by the cells of the columns that tell them.
pub fn types_ui(ui: &mut Ui, table: &mut Looked) {
    let Some(preview) = table.preview() else { return };
    let title = |heading: &str| tr!("mapping-types", column = heading);
    let chosen =
        columns_ui(ui, &preview.columns, &preview.types, title, &EventType::ALL, &|ui, it| {
            if let (Some(ui), Some(it)) = (ui, it) {
                symbol::show(ui, it, 1.0);
            }
            words::event_type(it.unwrap_or(EventType::Other))
        });
    if let Some((value, meaning)) = chosen {
        table.set_type(value, meaning);
    }
}

/// How well places are known by the cells of the columns that tell it.
pub fn precisions_ui(ui: &mut Ui, table: &mut Looked) {
    let Some(preview) = table.preview() else { return };
    let title = |heading: &str| tr!("mapping-precisions", column = heading);
    let chosen =
        columns_ui(ui, &preview.columns, &preview.precisions, title, &Precision::ALL, &|_, it| {
            words::precision(it.unwrap_or(Precision::Exact))
        });
    if let Some((value, meaning)) = chosen {
        table.set_precision(value, meaning);
    }
}

/// How well days are known by the cells of the columns that tell it.
pub fn stretches_ui(ui: &mut Ui, table: &mut Looked) {
    let Some(preview) = table.preview() else { return };
    let title = |heading: &str| tr!("mapping-stretches", column = heading);
    let chosen =
        columns_ui(ui, &preview.columns, &preview.stretches, title, &Stretch::ALL, &|_, it| {
            words::stretch(it.unwrap_or(Stretch::Day))
        });
    if let Some((value, meaning)) = chosen {
        table.set_stretch(value, meaning);
    }
}

/// All columns of one sort of codes; what was chosen now.
fn columns_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    headings: &[String],
    columns: &[CodeColumn<T>],
    title: impl Fn(&str) -> String,
    all: &[T],
    words: &Words<'_, T>,
) -> Option<(String, T)> {
    let mut chosen = None;
    for column in columns {
        let title = title(headings.get(column.column).map_or("", String::as_str));
        ui.push_id((&title, column.column), |ui| {
            chosen = chosen.take().or(codes_ui(ui, &title, column, all, words));
        });
    }
    chosen
}

/// The words for a meaning, or for one that is not known; may draw something before them.
type Words<'w, T> = dyn Fn(Option<&mut Ui>, Option<T>) -> String + 'w;

/// The cells of a column with a picker each; what was chosen now.
fn codes_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    title: &str,
    column: &CodeColumn<T>,
    all: &[T],
    words: &Words<'_, T>,
) -> Option<(String, T)> {
    if column.values.is_empty() {
        return None;
    }
    let theme = theme::current(ui);
    let mut chosen = None;
    ui.label(RichText::new(title).font(theme::strong(13.0)));
    let unknown = column.values.iter().filter(|value| value.meaning.is_none()).count();
    if unknown > 0 {
        let words = tr!("mapping-codes-unknown", n = unknown);
        ui.label(RichText::new(words).size(12.0).color(theme.text.weak.0));
    }
    let list = ScrollArea::vertical().id_salt("codes").max_height(MOST_HEIGHT);
    list.min_scrolled_height(MOST_HEIGHT).show(ui, |ui| {
        Grid::new("codes").num_columns(3).spacing([16.0, 5.0]).show(ui, |ui| {
            for code in &column.values {
                ui.scope(|ui| {
                    ui.set_max_width(300.0);
                    ui.add(Label::new(RichText::new(&code.value).size(12.5)).truncate());
                });
                let rows = tr!("mapping-rows", n = code.count);
                ui.label(RichText::new(rows).size(12.0).color(theme.text.weak.0));
                if let Some(meaning) = meaning_ui(ui, &code.value, code.meaning, all, words) {
                    chosen = Some((code.value.clone(), meaning));
                }
                ui.end_row();
            }
        });
    });
    ui.add_space(6.0);
    chosen
}

fn meaning_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    value: &str,
    meaning: Option<T>,
    all: &[T],
    words: &Words<'_, T>,
) -> Option<T> {
    let theme = theme::current(ui);
    let shown = words(None, meaning);
    let ink = if meaning.is_some() { theme.text.normal.0 } else { theme.accent.warning.0 };
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(value)
        .selected_text(RichText::new(&shown).size(12.5).color(ink))
        .width(210.0)
        .height(420.0)
        .show_ui(ui, |ui| {
            for &choice in all {
                ui.horizontal(|ui| {
                    let label = words(Some(ui), Some(choice));
                    if ui.selectable_label(meaning == Some(choice), label).clicked() {
                        chosen = Some(choice);
                    }
                });
            }
        });
    combo.response.widget_info(|| {
        let mut info =
            WidgetInfo::labeled(Role::ComboBox, true, tr!("mapping-value-means", value = value));
        info.current_text_value = Some(shown.clone());
        info
    });
    chosen
}
