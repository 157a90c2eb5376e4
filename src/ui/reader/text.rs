//! The article's text with its marks, laid out as one text, of which words can be selected.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, FontId, Galley, Rect, Shape, Stroke, StrokeKind, Ui, pos2,
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
    ui::theme,
};

const LETTERS: f32 = 13.5;
const LINE_HEIGHT: f32 = 20.0;
/// How much of its colour a mark has that is not behind the selected event.
const PALE: f32 = 0.42;

/// What was seen of a text, on the screen.
#[derive(Default)]
pub struct Seen {
    /// The byte that was clicked, or at which Enter was pressed.
    pub pointed: Option<usize>,
    /// The end of the words that are selected.
    pub selected: Option<Rect>,
    /// The words whose place was asked for.
    pub name: Option<Rect>,
}

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

/// Shows the text, and brings words into sight.
pub fn text_ui(ui: &mut Ui, session: &Session, read: &ReadArticle, wanted: Wanted<'_>) -> Seen {
    let text = &read.article.text;
    let marks = marks::of(session, read, wanted.focus, wanted.shown);
    let pieces = marks::pieces(text.len(), &marks, &read.reading.furniture);
    let top = ui.cursor().min;
    let block = Span::new(0, text.len());
    let focus = wanted.focus;
    let (lines, seen) = lines_ui(
        ui,
        (text, block),
        &pieces,
        wanted.selecting,
        focus.article,
        wanted.search,
        wanted.name,
    );
    let theme = theme::current(ui);
    let focused = focus.span.map_or_else(Vec::new, |span| lines.rects(text, block, span));
    for rect in &focused {
        let rect = rect.expand2(vec2(1.5, 1.0));
        let line = Stroke::new(1.5, theme.accent.fill.0);
        ui.painter().rect_stroke(rect, 3.0, line, StrokeKind::Outside);
    }
    let found = wanted.search.current().filter(|_| wanted.search.take_moved());
    let found = found.and_then(|span| lines.rects(text, block, span).first().copied());
    if let Some(rect) = found {
        ui.scroll_to_rect(rect.expand(40.0), Some(Align::Center));
    } else if let (true, Some(rect)) = (wanted.scroll, focused.first()) {
        ui.scroll_to_rect(rect.expand(40.0), Some(Align::Center));
    } else if wanted.scroll && focus.span.is_none() {
        ui.scroll_to_rect(Rect::from_min_size(top, vec2(1.0, 1.0)), Some(Align::TOP));
    }
    seen
}

/// Lines on the screen.
struct Lines {
    galley: Arc<Galley>,
    origin: eframe::egui::Pos2,
}

impl Lines {
    /// Where words are on the screen: a rectangle for each line they touch.
    fn rects(&self, text: &str, block: Span, span: Span) -> Vec<Rect> {
        let rects = rects_of(&self.galley, text, block, span);
        rects.into_iter().map(|rect| rect.translate(self.origin.to_vec2())).collect()
    }
}

/// How a piece looks. What is not news is paler.
fn look(ui: &Ui, piece: &Piece) -> (Color32, Color32) {
    let theme = theme::current(ui);
    let ink = if piece.furniture { theme.text.weak.0 } else { theme.text.normal.0 };
    let ground = piece.field.map_or(Color32::TRANSPARENT, |field| {
        let colour = theme.field(field);
        if piece.strong { colour } else { colour.gamma_multiply(PALE) }
    });
    (ink, ground)
}

/// Shows a stretch of the text in which words can be selected, with what was found below them.
fn lines_ui(
    ui: &mut Ui,
    (text, block): (&str, Span),
    pieces: &[Piece],
    selecting: &mut Selecting,
    article: usize,
    search: &Search,
    name: Option<Span>,
) -> (Lines, Seen) {
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for piece in pieces {
        let (ink, ground) = look(ui, piece);
        let format = TextFormat {
            font_id: FontId::proportional(LETTERS),
            color: ink,
            background: ground,
            line_height: Some(LINE_HEIGHT),
            ..TextFormat::default()
        };
        job.append(piece.span.of(text), 0.0, format);
    }
    let galley = ui.painter().layout_job(job);
    let under = ui.painter().add(Shape::Noop);
    let shown = selecting.text_ui(ui, article, (text, block), &galley);
    let lines = Lines { galley, origin: shown.origin };
    let theme = theme::current(ui);
    let mut grounds = Vec::new();
    for span in search.found() {
        let is_current = search.current() == Some(*span);
        let colour = if is_current { theme.accent.fill.0 } else { theme.accent.soft.0 };
        let line = Stroke::new(if is_current { 2.0 } else { 1.0 }, theme.accent.fill.0);
        for rect in lines.rects(text, block, *span) {
            let rect = rect.expand2(vec2(1.0, 0.0));
            let fill = colour.gamma_multiply(if is_current { 0.35 } else { 1.0 });
            grounds.push(Shape::rect_filled(rect, 3.0, fill));
            ui.painter().rect_stroke(rect, 3.0, line, StrokeKind::Outside);
        }
    }
    let selected = selecting.selected().map(|span| lines.rects(text, block, span));
    if !shown.response.has_focus() {
        let soft = theme.accent.soft.0;
        let rects = selected.iter().flatten();
        grounds.extend(rects.map(|rect| Shape::rect_filled(*rect, 2.0, soft)));
    }
    ui.painter().set(under, Shape::Vec(grounds));
    let name = name.and_then(|name| lines.rects(text, block, name).first().copied());
    let selected = selected.and_then(|rects| rects.last().copied());
    let seen = Seen { pointed: shown.pointed, selected, name };
    (lines, seen)
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
