//! About: version, licence, and whose data are part of the program.

use eframe::egui::{CollapsingHeader, Frame, Label, Margin, RichText, ScrollArea, Ui};

use crate::{
    about::{self, Attribution},
    tr,
    ui::theme,
};

/// Shows it all; links open in the browser of the system.
pub fn about_ui(ui: &mut Ui) {
    ui.set_width(540.0);
    ui.heading(format!("Dateline {}", about::VERSION));
    ui.label(tr!("about-summary"));
    ui.label(tr!("about-licence"));
    ui.label(tr!("about-network"));
    ui.add_space(8.0);
    ui.label(RichText::new(tr!("about-made-with")).font(theme::strong(14.0)));
    let height = (ui.ctx().content_rect().height() * 0.5).clamp(160.0, 460.0);
    // Of one height from the first frame on, or the window would grow under the pointer.
    let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    list.auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for part in about::attributions() {
            let card = Frame::new().fill(theme::current(ui).surface.row.0).corner_radius(6);
            let card = card.inner_margin(Margin::symmetric(12, 8));
            ui.push_id(&part.name, |ui| card.show(ui, |ui| part_ui(ui, part)));
        }
    });
    ui.add_space(6.0);
    if ui.button(tr!("about-copy")).clicked() {
        ui.ctx().copy_text(about::text());
    }
}

fn part_ui(ui: &mut Ui, part: &Attribution) {
    let weak = theme::current(ui).text.weak.0;
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(RichText::new(&part.name).font(theme::strong(13.5)));
    ui.add(Label::new(RichText::new(&part.what).size(13.0)).wrap());
    ui.horizontal_wrapped(|ui| {
        match &part.licence_url {
            Some(url) => ui.hyperlink_to(RichText::new(&part.licence).size(12.5), url),
            None => ui.label(RichText::new(&part.licence).size(12.5)),
        };
        ui.label(RichText::new("·").color(weak));
        ui.hyperlink_to(RichText::new(&part.url).size(12.5), &part.url);
    });
    if let Some(copyright) = &part.copyright {
        ui.label(RichText::new(copyright).size(12.0).color(weak));
    }
    if let Some(notice) = &part.notice {
        notice_ui(ui, notice.trim());
    }
}

/// The first paragraph must be seen, the rest can be unfolded.
fn notice_ui(ui: &mut Ui, notice: &str) {
    let (first, rest) = notice.split_once("\n\n").unwrap_or((notice, ""));
    ui.add(Label::new(RichText::new(first).size(12.5)).wrap());
    if !rest.is_empty() {
        let heading = RichText::new(tr!("about-full-notice")).size(12.5);
        CollapsingHeader::new(heading).id_salt("notice").show(ui, |ui| {
            ui.add(Label::new(RichText::new(rest).size(12.0)).wrap());
        });
    }
}
