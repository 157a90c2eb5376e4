//! A list of places to choose from, for the inspector and the reader.

use eframe::egui::{
    FontId, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, text, vec2,
};

use super::candidates::Candidate;
use crate::{
    tr,
    ui::{map::paint_pin_number, theme},
};

/// The places to choose from, each with the number that its pin on the map has. Which was
/// chosen; `hovered` becomes the one that is pointed at.
pub fn list_ui(ui: &mut Ui, offered: &[Candidate], hovered: &mut Option<usize>) -> Option<usize> {
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("candidates").max_height(190.0).show(ui, |ui| {
            for (number, candidate) in offered.iter().enumerate() {
                let response = candidate_ui(ui, number, candidate);
                if response.hovered() || response.has_focus() {
                    *hovered = Some(number);
                }
                if response.clicked() {
                    chosen = Some(number);
                }
            }
        });
    });
    chosen
}

fn candidate_ui(ui: &mut Ui, number: usize, candidate: &Candidate) -> Response {
    let theme = theme::current(ui);
    let builder = UiBuilder::new().id_salt(("candidate", number)).sense(Sense::click());
    let response = ui
        .scope_builder(builder, |ui| {
            let response = ui.response();
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
            let lit = response.hovered() || response.has_focus();
            let ground = match (candidate.chosen, lit) {
                (true, _) => theme.accent.soft.0,
                (false, true) => theme.surface.hover.0,
                (false, false) => theme.surface.row.0,
            };
            ui.painter().rect_filled(rect, 5.0, ground);
            paint_candidate(ui, rect, number, candidate);
        })
        .response;
    let (name, about) = (&candidate.location.name, &candidate.about);
    let name = tr!("places-candidate", name = name, about = about);
    let chosen = candidate.chosen;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    response
}

fn paint_candidate(ui: &Ui, rect: Rect, number: usize, candidate: &Candidate) {
    let theme = theme::current(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let middle = pos2(rect.left() + 15.0, rect.center().y);
    paint_pin_number(&painter, middle, number + 1, candidate.chosen, theme);
    let left = rect.left() + 30.0;
    let km =
        candidate.km.filter(|_| !candidate.chosen).map(|km| tr!("places-away", n = km.round()));
    let small = FontId::proportional(11.5);
    let weak = theme.text.weak.0;
    let km = painter.layout_no_wrap(km.unwrap_or_default(), small.clone(), weak);
    let room = rect.right() - 8.0 - left;
    painter.galley(pos2(rect.right() - 8.0 - km.size().x, rect.top() + 4.0), km.clone(), weak);
    let line = |words: &str, font, ink, width: f32| {
        let mut job = text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
        job.wrap = text::TextWrapping::truncate_at_width(width.max(10.0));
        painter.layout_job(job)
    };
    let name = line(
        &candidate.location.name,
        theme::strong(12.5),
        theme.text.normal.0,
        room - km.size().x - 6.0,
    );
    painter.galley(pos2(left, rect.top() + 2.0), name, theme.text.normal.0);
    painter.galley(pos2(left, rect.top() + 19.0), line(&candidate.about, small, weak, room), weak);
}
