//! A row of an imported table: its cells as they came, those that tell something first.

use std::collections::BTreeSet;

use eframe::egui::{CollapsingHeader, Frame, Label, Margin, RichText, Stroke, Ui, vec2};

use crate::model::{EventTable, Record, RecordField};
use crate::tr;
use crate::ui::{theme, words};

/// Shows which table and line it is, what was taken from it, and all other cells.
pub fn record_ui(ui: &mut Ui, table: &EventTable, record: Record<'_>) {
    let theme = theme::current(ui);
    let line = Stroke::new(1.0, theme.surface.line.0);
    let card = Frame::new().fill(theme.surface.raised.0).stroke(line).corner_radius(8);
    card.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add(Label::new(RichText::new(&table.name).font(theme::strong(12.5))).truncate());
        let about = tr!("record-line", format = &table.format, line = record.line);
        ui.label(RichText::new(about).size(12.0).color(theme.text.weak.0));
        let fields: BTreeSet<RecordField> = table.mapping.iter().map(|(of, _)| *of).collect();
        let mut told = BTreeSet::new();
        // What happened in words comes before the numbers.
        let notes = fields.iter().filter(|field| **field == RecordField::Notes);
        for &field in notes.chain(fields.iter().filter(|field| **field != RecordField::Notes)) {
            for (heading, cell) in record.evidence(field) {
                if told.insert(heading) {
                    cell_ui(ui, &words::record_field(field), heading, cell);
                }
            }
        }
        let others: Vec<(&str, &str)> =
            record.named().filter(|(heading, _)| !told.contains(heading)).collect();
        if !others.is_empty() {
            let fold = CollapsingHeader::new(tr!("record-other-columns")).id_salt("others");
            fold.show(ui, |ui| {
                for (heading, cell) in others {
                    cell_ui(ui, "", heading, cell);
                }
            });
        }
    });
}

/// What it tells, the cell, and its heading.
fn cell_ui(ui: &mut Ui, field: &str, heading: &str, cell: &str) {
    let weak = theme::current(ui).text.weak.0;
    ui.horizontal_top(|ui| {
        let name = if field.is_empty() { heading } else { field };
        ui.allocate_ui(vec2(92.0, 18.0), |ui| {
            ui.set_min_width(92.0);
            ui.add(Label::new(RichText::new(name).size(12.0).color(weak)).truncate());
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add(Label::new(RichText::new(cell).size(13.0)).wrap());
            if !field.is_empty() && field != heading.replace('_', " ") {
                ui.add(Label::new(RichText::new(heading).size(11.5).color(weak)).truncate());
            }
        });
    });
}
