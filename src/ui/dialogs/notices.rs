//! All notices since the window was opened, to be read again and copied.

use eframe::egui::{Button, Frame, Label, Margin, RichText, ScrollArea, Ui};

use crate::{
    session::Severity,
    tr,
    ui::{
        notices::{Log, Past},
        theme,
    },
};

/// Shows them, the newest first.
pub fn notices_ui(ui: &mut Ui, log: &Log) {
    ui.set_width(540.0_f32.min(ui.available_width()));
    ui.heading(tr!("notices-title"));
    ui.add_space(6.0);
    if log.is_empty() {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("notices-none")).color(weak));
        return;
    }
    let height = (ui.ctx().content_rect().height() - 280.0).clamp(120.0, 460.0);
    let list = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
    list.show(ui, |ui| {
        let now = ui.input(|input| input.time);
        for (number, past) in log.newest_first().enumerate() {
            ui.push_id(number, |ui| past_ui(ui, past, now));
        }
    });
    ui.add_space(6.0);
    if ui.add(Button::new(tr!("notices-copy"))).clicked() {
        ui.ctx().copy_text(log.text());
    }
}

fn past_ui(ui: &mut Ui, past: &Past, now: f64) {
    let theme = theme::current(ui);
    let card = Frame::new().fill(theme.surface.row.0).corner_radius(6);
    card.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let ink = match past.notice.severity {
            Severity::Info => theme.text.normal.0,
            Severity::Error => theme.accent.error.0,
        };
        let words = RichText::new(&past.notice.message).font(theme::strong(13.0)).color(ink);
        ui.add(Label::new(words).wrap().selectable(true));
        ui.label(RichText::new(ago(now - past.at)).size(12.0).color(theme.text.weak.0));
        for line in &past.notice.details {
            ui.add(Label::new(RichText::new(line).size(12.5)).wrap().selectable(true));
        }
    });
}

/// "3 min ago".
fn ago(seconds: f64) -> String {
    match (seconds / 60.0).max(0.0) as u64 {
        0 => tr!("notices-just-now"),
        minutes @ 1..60 => tr!("notices-minutes-ago", n = minutes),
        minutes => tr!("notices-hours-ago", n = minutes / 60),
    }
}
