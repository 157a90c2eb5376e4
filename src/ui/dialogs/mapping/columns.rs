//! The first rows of the table, with a choice above each column of what it tells.

use eframe::egui::{ComboBox, Label, Popup, RichText, Role, ScrollArea, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder, TableRow};

use super::looked::Looked;
use crate::{
    import::{PreviewRow, TablePreview},
    model::{RecordField as F, Unit},
    tr,
    ui::{theme, words},
};

/// So many rows are shown.
const MOST_ROWS: usize = 50;
/// The most letters of a cell that are shown.
const MOST_LETTERS: usize = 80;
const ROW_HEIGHT: f32 = 21.0;
const HEAD_HEIGHT: f32 = 54.0;

/// What columns can tell, in groups.
const GROUPS: [(&str, &[F]); 5] = [
    ("when", &[F::FirstDay, F::LastDay, F::Year, F::Month, F::Day, F::DatePrecision]),
    (
        "where",
        &[F::Latitude, F::Longitude, F::Place, F::Admin1, F::Country, F::PlacePrecision, F::Radius],
    ),
    ("what", &[F::Type, F::Notes, F::Background, F::Confidence]),
    (
        "who",
        &[
            F::Actor,
            F::Perpetrator,
            F::Victim,
            F::Killed,
            F::KilledLow,
            F::KilledHigh,
            F::KilledA,
            F::KilledB,
            F::KilledCivilians,
            F::KilledUnknown,
            F::Wounded,
            F::WoundedLow,
            F::WoundedHigh,
        ],
    ),
    ("source", &[F::Source, F::Url, F::Published, F::Title, F::Citation, F::Id]),
];

/// What a column tells that has whole positions.
const POSITION: &[F] = &[F::Latitude, F::Longitude];

/// Shows the table and takes in what a person chooses.
pub fn columns_ui(ui: &mut Ui, table: &mut Looked) {
    let mut chosen = None;
    let Some(preview) = table.preview() else { return };
    let rows = preview.rows.len().min(MOST_ROWS);
    // Where there is little room, what stands below must still be seen.
    let most = if ui.ctx().content_rect().height() < 760.0 { 5.0 } else { 9.0 };
    let of_rows = (ROW_HEIGHT + ui.spacing().item_spacing.y) * (rows as f32).clamp(3.0, most);
    let height = HEAD_HEIGHT + of_rows + 18.0;
    ScrollArea::horizontal().id_salt("columns").max_height(height).show(ui, |ui| {
        ui.set_height(height - 12.0);
        let width = column_width(preview.columns.len(), ui.available_width());
        TableBuilder::new(ui)
            .striped(true)
            .id_salt(&preview.key)
            .column(Column::exact(46.0))
            .column(Column::initial(190.0).clip(true).resizable(true))
            .columns(Column::initial(width).clip(true).resizable(true), preview.columns.len())
            .auto_shrink([true, true])
            .min_scrolled_height(of_rows)
            .max_scroll_height(of_rows)
            .header(HEAD_HEIGHT, |mut head| chosen = head_ui(&mut head, preview))
            .body(|body| {
                body.rows(ROW_HEIGHT, rows, |mut row| {
                    let at = row.index();
                    row_ui(&mut row, &preview.rows[at], preview.columns.len());
                });
            });
    });
    if let Some((column, fields)) = chosen {
        table.choose(column, &fields);
    }
}

/// Few columns share the room that there is.
fn column_width(columns: usize, room: f32) -> f32 {
    ((room - 260.0) / columns.max(1) as f32).clamp(150.0, 240.0) - 8.0
}

/// The headings; what was chosen above one of them.
fn head_ui(head: &mut TableRow<'_, '_>, preview: &TablePreview) -> Option<(usize, Vec<F>)> {
    let mut chosen = None;
    let unit = match preview.unit {
        Unit::Line => tr!("mapping-unit-line"),
        Unit::Row => tr!("mapping-unit-row"),
        Unit::Feature => tr!("mapping-unit-feature"),
    };
    for words in [unit, tr!("mapping-becomes")] {
        head.col(|ui| {
            ui.vertical(|ui| {
                ui.add_space(30.0);
                let weak = theme::current(ui).text.weak.0;
                ui.label(RichText::new(words).size(12.0).color(weak));
            });
        });
    }
    for (column, heading) in preview.columns.iter().enumerate() {
        head.col(|ui| {
            ui.push_id(column, |ui| {
                ui.vertical(|ui| {
                    if let Some(fields) = picker_ui(ui, preview, column) {
                        chosen = Some((column, fields));
                    }
                    let words = RichText::new(heading).font(theme::strong(13.0));
                    ui.add(Label::new(words).truncate());
                });
            });
        });
    }
    chosen
}

/// What a column tells; what was chosen now.
fn picker_ui(ui: &mut Ui, preview: &TablePreview, column: usize) -> Option<Vec<F>> {
    let told: Vec<F> = preview.fields_of(column).collect();
    let shown = match told.as_slice() {
        [] => tr!("mapping-nothing"),
        POSITION => tr!("tells-position"),
        told => told.iter().map(|field| words::tells(*field)).collect::<Vec<_>>().join(", "),
    };
    let theme = theme::current(ui);
    let ink = if told.is_empty() { theme.text.weak.0 } else { theme.accent.link.0 };
    let mut chosen = None;
    let combo = ComboBox::from_id_salt("tells")
        .selected_text(RichText::new(&shown).size(12.5).color(ink))
        .width(ui.available_width() - 10.0)
        .truncate()
        .height(420.0)
        .show_ui(ui, |ui| {
            if ui.selectable_label(told.is_empty(), tr!("mapping-nothing")).clicked() {
                chosen = Some(Vec::new());
            }
            for (group, fields) in GROUPS {
                ui.separator();
                let weak = theme::current(ui).text.weak.0;
                ui.label(
                    RichText::new(tr!(&format!("mapping-group-{group}"))).size(11.5).color(weak),
                );
                for field in fields {
                    let is_told = told.contains(field) && told != POSITION;
                    if ui.selectable_label(is_told, words::tells(*field)).clicked() {
                        chosen = Some(vec![*field]);
                    }
                    if *field == F::Longitude
                        && ui.selectable_label(told == POSITION, tr!("tells-position")).clicked()
                    {
                        chosen = Some(POSITION.to_vec());
                    }
                }
            }
        });
    let heading = preview.columns[column].as_str();
    combo.response.widget_info(|| {
        let name = tr!("mapping-column-tells", column = heading);
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.clone());
        info
    });
    if combo.response.gained_focus() && !Popup::is_any_open(ui.ctx()) {
        combo.response.scroll_to_me(None);
    }
    chosen
}

fn row_ui(row: &mut TableRow<'_, '_>, preview: &PreviewRow, columns: usize) {
    row.col(|ui| {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(preview.line.to_string()).size(12.0).color(weak));
    });
    row.col(|ui| {
        let theme = theme::current(ui);
        let (told, ink) = match &preview.event {
            Ok(event) => {
                let kind = words::event_type(event.event_type);
                (format!("{kind} · {}", words::place_and_date(event)), theme.text.normal.0)
            }
            Err(reason) => (reason.clone(), theme.accent.warning.0),
        };
        let words = RichText::new(&told).size(12.0).color(ink);
        ui.add(Label::new(words).truncate()).on_hover_text(&told);
    });
    for column in 0..columns {
        row.col(|ui| {
            let cell = preview.cells.get(column).map_or("", String::as_str);
            let short: String = cell.chars().take(MOST_LETTERS).collect();
            let words = RichText::new(short.replace(['\n', '\r'], " ")).size(12.0);
            let ink = theme::current(ui).text.normal.0;
            ui.add(Label::new(words.color(ink)).truncate());
        });
    }
}
