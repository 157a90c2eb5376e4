//! The article's text with its marks. Paragraphs with right-to-left words are laid out word
//! by word; all others are one text, which can be selected.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontId, Galley, Id, Label, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, pos2,
    text::{CCursor, LayoutJob, TextFormat},
    vec2,
};

use super::marks::{self, Piece};
use crate::{
    model::{ReadArticle, Span},
    session::{Focus, Session},
    tr,
    ui::{
        bidi::{self, Look, Paragraph},
        theme,
    },
};

const LETTERS: f32 = 13.5;
const LINE_HEIGHT: f32 = 20.0;

/// Shows the text, and brings the words in focus into sight if `scroll`.
pub fn text_ui(ui: &mut Ui, session: &Session, read: &ReadArticle, focus: Focus, scroll: bool) {
    let text = &read.article.text;
    let marks = marks::of(session, focus);
    let pieces = marks::pieces(text.len(), &marks, &read.reading.furniture);
    let blocks = blocks(text);
    ui.spacing_mut().item_spacing.y = 0.0;
    if blocks.iter().any(|block| block.rtl) {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("reader-right-to-left")).size(12.0).color(weak));
        ui.add_space(6.0);
    }
    let top = ui.cursor().min;
    let mut found: Option<Rect> = None;
    for block in blocks {
        let rects = if block.rtl {
            paragraph_ui(ui, text, block.span, &pieces, focus.span)
        } else {
            lines_ui(ui, text, block.span, &pieces, focus.span)
        };
        let line = Stroke::new(1.5, theme::current(ui).accent.fill.0);
        for rect in &rects {
            let rect = rect.expand2(vec2(1.5, 1.0));
            ui.painter().rect_stroke(rect, 3.0, line, StrokeKind::Outside);
        }
        found = found.or(rects.first().copied());
    }
    if let (true, Some(rect)) = (scroll, found) {
        ui.scroll_to_rect(rect.expand(40.0), Some(Align::Center));
    } else if scroll && focus.span.is_none() {
        ui.scroll_to_rect(Rect::from_min_size(top, vec2(1.0, 1.0)), Some(Align::TOP));
    }
}

/// Paragraphs that are shown in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    /// Without the line break at its end.
    span: Span,
    rtl: bool,
}

/// A block for each paragraph with right-to-left words, and one for all between two of them.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if !bidi::has_rtl(text) {
        return vec![Block { span: Span::new(0, text.len()), rtl: false }];
    }
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len());
        start += line.len() + 1;
        let rtl = bidi::has_rtl(line);
        match blocks.last_mut() {
            Some(last) if !rtl && !last.rtl => last.span = Span::new(last.span.start, span.end),
            _ => blocks.push(Block { span, rtl }),
        }
    }
    blocks
}

/// Where a block and a piece overlap.
fn overlap(block: Span, piece: Span) -> Option<Span> {
    let (start, end) = (block.start.max(piece.start), block.end.min(piece.end));
    (start < end).then(|| Span::new(start, end))
}

/// How a piece looks. What is not news is paler.
fn look(ui: &Ui, piece: &Piece) -> Look {
    let theme = theme::current(ui);
    Look {
        font: FontId::proportional(LETTERS),
        ink: if piece.furniture { theme.text.weak.0 } else { theme.text.normal.0 },
        ground: piece.field.map_or(Color32::TRANSPARENT, |field| theme.field(field)),
    }
}

/// Shows a paragraph with right-to-left words. Where the words in focus are, on the screen.
fn paragraph_ui(
    ui: &mut Ui,
    text: &str,
    block: Span,
    pieces: &[Piece],
    focus: Option<Span>,
) -> Vec<Rect> {
    let line = block.of(text);
    let usual = look(ui, &Piece { span: block, field: None, furniture: false });
    let look_at = |at: usize| {
        let at = block.start + at;
        let piece = pieces.iter().find(|piece| piece.span.start <= at && at < piece.span.end);
        piece.map_or_else(|| usual.clone(), |piece| look(ui, piece))
    };
    if let Some(size) = size_out_of_sight(ui, block, focus) {
        ui.allocate_exact_size(size, Sense::hover());
        return Vec::new();
    }
    let paragraph = Paragraph::lay_out(ui, line, ui.available_width(), LINE_HEIGHT, look_at);
    // Not for the Tab key, which would stop at every paragraph.
    let (rect, response) = ui.allocate_exact_size(paragraph.size(), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, line));
    ui.data_mut(|data| data.insert_temp(size_id(ui, block), rect.size()));
    paragraph.paint(ui.painter(), rect.min);
    response.context_menu(|ui| {
        if ui.button(tr!("reader-copy-paragraph")).clicked() {
            ui.ctx().copy_text(line.to_owned());
            ui.close();
        }
    });
    let Some(span) = focus.and_then(|focus| overlap(block, focus)) else { return Vec::new() };
    let within = span.start - block.start..span.end - block.start;
    let rects = paragraph.rects(within);
    rects.into_iter().map(|word| word.translate(rect.min.to_vec2())).collect()
}

/// Where the size of a paragraph of this width is kept.
fn size_id(ui: &Ui, block: Span) -> Id {
    ui.scope_id().with((block.start, ui.available_width() as u32))
}

/// The size of a paragraph that was laid out before, is not in sight now and has no words in
/// focus: it need not be laid out again with each frame.
fn size_out_of_sight(ui: &Ui, block: Span, focus: Option<Span>) -> Option<Vec2> {
    let size: Vec2 = ui.data(|data| data.get_temp(size_id(ui, block)))?;
    let is_hidden = !ui.is_rect_visible(Rect::from_min_size(ui.cursor().min, size));
    let has_focus = focus.is_some_and(|focus| overlap(block, focus).is_some());
    (is_hidden && !has_focus).then_some(size)
}

/// Shows paragraphs without right-to-left words. Where the words in focus are, on the screen.
fn lines_ui(
    ui: &mut Ui,
    text: &str,
    block: Span,
    pieces: &[Piece],
    focus: Option<Span>,
) -> Vec<Rect> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for piece in pieces {
        let Some(span) = overlap(block, piece.span) else { continue };
        let Look { font, ink, ground } = look(ui, piece);
        let format = TextFormat {
            font_id: font,
            color: ink,
            background: ground,
            line_height: Some(LINE_HEIGHT),
            ..TextFormat::default()
        };
        job.append(span.of(text), 0.0, format);
    }
    let galley = ui.painter().layout_job(job);
    let label = ui.add(Label::new(Arc::clone(&galley)).selectable(true));
    let Some(span) = focus.and_then(|focus| overlap(block, focus)) else { return Vec::new() };
    let rects = rects_of(&galley, text, block, span);
    rects.into_iter().map(|rect| rect.translate(label.rect.min.to_vec2())).collect()
}

/// Where a span of the text is in the laid-out block: a rectangle for each line it touches.
fn rects_of(galley: &Galley, text: &str, block: Span, span: Span) -> Vec<Rect> {
    let chars = |end: usize| text.get(block.start..end).map_or(0, |head| head.chars().count());
    let (start, end) = (chars(span.start), chars(span.end));
    let (first, last) =
        (galley.pos_from_cursor(CCursor::new(start)), galley.pos_from_cursor(CCursor::new(end)));
    if (first.top() - last.top()).abs() < 1.0 {
        return vec![Rect::from_min_max(first.left_top(), last.right_bottom())];
    }
    let right = galley.rect.right();
    let mut rects = vec![Rect::from_min_max(first.left_top(), pos2(right, first.bottom()))];
    if last.top() - first.bottom() > 2.0 {
        let top_left = pos2(galley.rect.left(), first.bottom());
        rects.push(Rect::from_min_max(top_left, pos2(right, last.top())));
    }
    rects.push(Rect::from_min_max(pos2(galley.rect.left(), last.top()), last.right_bottom()));
    rects
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[(&str, bool)]) {
        let found: Vec<(&str, bool)> =
            blocks(text).iter().map(|block| (block.span.of(text), block.rtl)).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn only_paragraphs_with_right_to_left_words_stand_alone() {
        check("One.\nTwo.", &[("One.\nTwo.", false)]);
        check(
            "One.\n\nשלום עולם\nThree.\nFour.",
            &[("One.\n", false), ("שלום עולם", true), ("Three.\nFour.", false)],
        );
        check("سلام", &[("سلام", true)]);
    }
}
