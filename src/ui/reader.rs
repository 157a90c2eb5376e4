//! The reader: the article's text with the words behind the fields marked.

mod marks;

use std::sync::Arc;

use eframe::egui::{
    Color32, FontId, Frame, Galley, Label, Margin, Rect, RichText, ScrollArea, Stroke, Ui,
    text::{CCursor, LayoutJob, TextFormat},
    vec2,
};

use super::{lists::title_of, theme, theme::Theme, words};
use crate::{
    model::{ReadArticle, Span},
    session::{Focus, Session},
    tr,
};
use marks::Mark;

/// The reader and what it remembers.
#[derive(Default)]
pub struct Reader {
    /// The `shows` of the selection that the reader has scrolled to.
    scrolled_for: u64,
}

impl Reader {
    /// Shows the article in focus.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session) {
        let selection = session.selection();
        let focus = selection.focus;
        let article =
            focus.and_then(|focus| Some((focus, session.dataset().articles.get(focus.article)?)));
        let Some((focus, read)) = article else {
            empty_ui(ui);
            return;
        };
        heading_ui(ui, read);
        let scroll = self.scrolled_for != selection.shows;
        self.scrolled_for = selection.shows;
        ScrollArea::vertical().id_salt(("reader", focus.article)).auto_shrink(false).show(
            ui,
            |ui| {
                let margin = Margin { left: 14, right: 14, top: 2, bottom: 14 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    text_ui(ui, session, read, focus, scroll);
                });
            },
        );
    }
}

fn empty_ui(ui: &mut Ui) {
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("reader-empty")).color(weak));
    });
}

fn heading_ui(ui: &mut Ui, read: &ReadArticle) {
    let theme = theme::current(ui);
    let margin = Margin { left: 14, right: 14, top: 10, bottom: 4 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(RichText::new(title_of(read)).font(theme::strong(14.5))).wrap());
        let metadata = &read.reading.metadata;
        let mut parts = Vec::new();
        parts.extend(metadata.source.iter().map(|source| source.value.clone()));
        parts.push(
            metadata
                .published
                .as_ref()
                .map_or_else(|| tr!("reader-no-date"), |published| words::day(published.value)),
        );
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(parts.join(" · ")).size(12.0).color(theme.text.weak.0));
            if let Some(url) = &metadata.url {
                ui.hyperlink_to(RichText::new(tr!("reader-open-page")).size(12.0), &url.value);
            }
        });
    });
}

fn text_ui(ui: &mut Ui, session: &Session, read: &ReadArticle, focus: Focus, scroll: bool) {
    let theme = theme::current(ui);
    let text = &read.article.text;
    let marks = marks::of(session, focus);
    let mut job = job(text, &marks, read, theme);
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let label = ui.add(Label::new(Arc::clone(&galley)).selectable(true));
    if let Some(span) = focus.span {
        let rects = rects_of(&galley, text, span);
        for rect in &rects {
            let rect = rect.translate(label.rect.min.to_vec2()).expand2(vec2(1.5, 1.0));
            let line = Stroke::new(1.5, theme.accent.fill.0);
            ui.painter().rect_stroke(rect, 3.0, line, eframe::egui::StrokeKind::Outside);
        }
        if let (true, Some(first)) = (scroll, rects.first()) {
            let rect = first.translate(label.rect.min.to_vec2());
            ui.scroll_to_rect(rect.expand(40.0), Some(eframe::egui::Align::Center));
        }
    } else if scroll {
        ui.scroll_to_rect(label.rect, Some(eframe::egui::Align::TOP));
    }
}

/// The text in pieces, each with the ground of the field it is evidence of. What is
/// not news is paler.
fn job(text: &str, marks: &[Mark], read: &ReadArticle, theme: &Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in marks::pieces(text.len(), marks, &read.reading.furniture) {
        let ink = if piece.furniture { theme.text.weak.0 } else { theme.text.normal.0 };
        let ground = piece.field.map_or(Color32::TRANSPARENT, |field| theme.field(field));
        let format = TextFormat {
            font_id: FontId::proportional(13.5),
            color: ink,
            background: ground,
            line_height: Some(20.0),
            ..TextFormat::default()
        };
        job.append(piece.span.of(text), 0.0, format);
    }
    job
}

/// Where a span is in the laid-out text: a rectangle for each line it touches.
fn rects_of(galley: &Galley, text: &str, span: Span) -> Vec<Rect> {
    let chars = |end: usize| text.get(..end).map_or(0, |head| head.chars().count());
    let (start, end) = (chars(span.start), chars(span.end));
    let (first, last) =
        (galley.pos_from_cursor(CCursor::new(start)), galley.pos_from_cursor(CCursor::new(end)));
    if (first.top() - last.top()).abs() < 1.0 {
        return vec![Rect::from_min_max(first.left_top(), last.right_bottom())];
    }
    let right = galley.rect.right();
    let mut rects =
        vec![Rect::from_min_max(first.left_top(), eframe::egui::pos2(right, first.bottom()))];
    if last.top() - first.bottom() > 2.0 {
        let top_left = eframe::egui::pos2(galley.rect.left(), first.bottom());
        rects.push(Rect::from_min_max(top_left, eframe::egui::pos2(right, last.top())));
    }
    let left = eframe::egui::pos2(galley.rect.left(), last.top());
    rects.push(Rect::from_min_max(left, last.right_bottom()));
    rects
}
