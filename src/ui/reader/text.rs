//! The article's text with its marks. Paragraphs with right-to-left words are laid out word
//! by word; all others are one text, of which words can be selected.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontId, Galley, Id, Pos2, Rect, RichText, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    text::{CCursor, LayoutJob, TextFormat},
    vec2,
};

use super::{
    marks::{self, Piece, Shown},
    search::Search,
    selecting::Selecting,
};
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
/// How much of its colour a mark has that is not behind the selected event.
const PALE: f32 = 0.42;

/// What of the text is to be shown.
pub struct Wanted<'r> {
    /// The words in focus.
    pub focus: Focus,
    /// Whether to bring them into sight.
    pub scroll: bool,
    /// The kinds of mentions that are marked.
    pub shown: Shown,
    /// The name of which the place is asked for.
    pub name: Option<Span>,
    /// The search.
    pub search: &'r mut Search,
    /// What is selected.
    pub selecting: &'r mut Selecting,
}

/// What was seen of a text, on the screen.
#[derive(Default)]
pub struct Seen {
    /// The byte that was clicked, or at which Enter was pressed.
    pub pointed: Option<usize>,
    /// The last line of the words that are selected.
    pub selected: Option<Rect>,
    /// The name of which the place is asked for.
    pub name: Option<Rect>,
}

/// Shows the text, and brings words into sight.
pub fn text_ui(ui: &mut Ui, session: &Session, read: &ReadArticle, wanted: Wanted<'_>) -> Seen {
    let text = &read.article.text;
    let marks = marks::of(session, read, wanted.focus, wanted.shown);
    let pieces = marks::pieces(text.len(), &marks, &read.reading.furniture);
    let blocks = blocks(text);
    ui.spacing_mut().item_spacing.y = 0.0;
    if blocks.iter().any(|block| block.rtl) {
        let weak = theme::current(ui).text.weak.0;
        ui.label(RichText::new(tr!("reader-right-to-left")).size(12.0).color(weak));
        ui.add_space(6.0);
    }
    let top = ui.cursor().min;
    let Wanted { focus, search, selecting, .. } = wanted;
    let (mut seen, mut focused, mut found) = (Seen::default(), None, None);
    for block in blocks {
        let under = ui.painter().add(Shape::Noop);
        let lines = if block.rtl {
            let kept = [focus.span, search.current()].into_iter().flatten();
            let kept: Vec<Span> = kept.filter_map(|span| overlap(block.span, span)).collect();
            paragraph_ui(ui, text, block.span, &pieces, &kept)
        } else {
            lines_ui(ui, text, block.span, &pieces, (selecting, focus.article))
        };
        let Some(lines) = lines else { continue };
        let mut grounds = lines.paint_found(ui, text, search);
        grounds.extend(lines.paint_selected(ui, text, selecting, &mut seen));
        ui.painter().set(under, Shape::Vec(grounds));
        lines.paint_focus(ui, text, focus.span);
        let first = |span: Option<Span>| lines.rects(text, span?).first().copied();
        focused = focused.or(first(focus.span));
        found = found.or(first(search.current()));
        seen.name = seen.name.or(first(wanted.name));
        seen.pointed = seen.pointed.or(lines.pointed);
    }
    let moved = search.take_moved();
    if let Some(rect) = found.filter(|_| moved).or(focused.filter(|_| wanted.scroll)) {
        ui.scroll_to_rect(rect.expand(40.0), Some(Align::Center));
    } else if wanted.scroll && focus.span.is_none() {
        ui.scroll_to_rect(Rect::from_min_size(top, vec2(1.0, 1.0)), Some(Align::TOP));
    }
    seen
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
    let ground = piece.field.map_or(Color32::TRANSPARENT, |field| {
        let colour = theme.field(field);
        if piece.strong { colour } else { colour.gamma_multiply(PALE) }
    });
    Look {
        font: FontId::proportional(LETTERS),
        ink: if piece.furniture { theme.text.weak.0 } else { theme.text.normal.0 },
        ground,
    }
}

/// A block on the screen.
struct Lines {
    block: Span,
    origin: Pos2,
    laid_out: LaidOut,
    pointed: Option<usize>,
    /// Whether the selection is painted with the letters.
    has_keyboard: bool,
}

enum LaidOut {
    Words(Paragraph),
    Text(Arc<Galley>),
}

impl Lines {
    /// Where words of the text are on the screen: a rectangle for each line they touch.
    fn rects(&self, text: &str, span: Span) -> Vec<Rect> {
        let Some(span) = overlap(self.block, span) else { return Vec::new() };
        let rects = match &self.laid_out {
            LaidOut::Text(galley) => rects_of(galley, text, self.block, span),
            LaidOut::Words(paragraph) => {
                paragraph.rects(span.start - self.block.start..span.end - self.block.start)
            }
        };
        rects.into_iter().map(|rect| rect.translate(self.origin.to_vec2())).collect()
    }

    fn paint_focus(&self, ui: &Ui, text: &str, focus: Option<Span>) {
        let line = Stroke::new(1.5, theme::current(ui).accent.fill.0);
        for rect in focus.map_or_else(Vec::new, |span| self.rects(text, span)) {
            let rect = rect.expand2(vec2(1.5, 1.0));
            ui.painter().rect_stroke(rect, 3.0, line, StrokeKind::Outside);
        }
    }

    /// Rings what was looked for; what goes below the letters.
    fn paint_found(&self, ui: &Ui, text: &str, search: &Search) -> Vec<Shape> {
        let accent = &theme::current(ui).accent;
        let mut grounds = Vec::new();
        for span in search.found() {
            let is_current = search.current() == Some(*span);
            let (fill, width) = match is_current {
                true => (accent.fill.0.gamma_multiply(0.35), 2.0),
                false => (accent.soft.0, 1.0),
            };
            for rect in self.rects(text, *span) {
                let rect = rect.expand2(vec2(1.0, 0.0));
                grounds.push(Shape::rect_filled(rect, 3.0, fill));
                let line = Stroke::new(width, accent.fill.0);
                ui.painter().rect_stroke(rect, 3.0, line, StrokeKind::Outside);
            }
        }
        grounds
    }

    /// What goes below the letters of the selected words, and where they end.
    fn paint_selected(
        &self,
        ui: &Ui,
        text: &str,
        selecting: &Selecting,
        seen: &mut Seen,
    ) -> Vec<Shape> {
        let rects = selecting.selected().map_or_else(Vec::new, |span| self.rects(text, span));
        seen.selected = rects.last().copied().or(seen.selected);
        if self.has_keyboard {
            return Vec::new();
        }
        let soft = theme::current(ui).accent.soft.0;
        rects.into_iter().map(|rect| Shape::rect_filled(rect, 2.0, soft)).collect()
    }
}

/// Shows a paragraph with right-to-left words; `None` where it is out of sight. `kept` are
/// words that must have a place on the screen nevertheless.
fn paragraph_ui(
    ui: &mut Ui,
    text: &str,
    block: Span,
    pieces: &[Piece],
    kept: &[Span],
) -> Option<Lines> {
    let line = block.of(text);
    let usual = look(ui, &Piece { span: block, field: None, strong: false, furniture: false });
    let look_at = |at: usize| {
        let at = block.start + at;
        let piece = pieces.iter().find(|piece| piece.span.start <= at && at < piece.span.end);
        piece.map_or_else(|| usual.clone(), |piece| look(ui, piece))
    };
    if let Some(size) = size_out_of_sight(ui, block, kept) {
        ui.allocate_exact_size(size, Sense::hover());
        return None;
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
    let laid_out = LaidOut::Words(paragraph);
    Some(Lines { block, origin: rect.min, laid_out, pointed: None, has_keyboard: false })
}

/// Where the size of a paragraph of this width is kept.
fn size_id(ui: &Ui, block: Span) -> Id {
    ui.scope_id().with((block.start, ui.available_width() as u32))
}

/// The size of a paragraph that was laid out before, is not in sight now and has no words that
/// are asked for: it need not be laid out again with each frame.
fn size_out_of_sight(ui: &Ui, block: Span, kept: &[Span]) -> Option<Vec2> {
    let size: Vec2 = ui.data(|data| data.get_temp(size_id(ui, block)))?;
    let is_hidden = !ui.is_rect_visible(Rect::from_min_size(ui.cursor().min, size));
    (is_hidden && kept.is_empty()).then_some(size)
}

/// Shows paragraphs without right-to-left words, of which words can be selected.
fn lines_ui(
    ui: &mut Ui,
    text: &str,
    block: Span,
    pieces: &[Piece],
    (selecting, article): (&mut Selecting, usize),
) -> Option<Lines> {
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
    let shown = selecting.text_ui(ui, article, (text, block), &galley);
    Some(Lines {
        block,
        origin: shown.origin,
        laid_out: LaidOut::Text(galley),
        pointed: shown.pointed,
        has_keyboard: shown.response.has_focus(),
    })
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
