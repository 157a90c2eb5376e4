//! A paragraph with right-to-left words, laid out and painted word by word.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{Color32, FontId, Galley, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::Chunks;

/// How a word looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The size of its letters; the family is that of the window.
    pub font: FontId,
    /// The colour of its letters.
    pub ink: Color32,
    /// The colour behind it.
    pub ground: Color32,
}

/// A paragraph that knows where its words are.
pub struct Paragraph {
    words: Vec<Word>,
    size: Vec2,
}

struct Word {
    /// In the text, in bytes.
    span: Range<usize>,
    /// From the upper left of the paragraph.
    rect: Rect,
    galley: Arc<Galley>,
    ground: Color32,
}

impl Paragraph {
    /// Breaks a text without line breaks into lines of `width`, each `line_height` high. `look`
    /// tells how what begins at a byte looks. A word that is longer than a line stands alone.
    pub fn lay_out(
        ui: &Ui,
        text: &str,
        width: f32,
        line_height: f32,
        look: impl Fn(usize) -> Look,
    ) -> Self {
        let chunks = Chunks::of(text);
        let laid: Vec<(Arc<Galley>, Color32)> = chunks
            .all
            .iter()
            .map(|chunk| {
                let Look { font, ink, ground } = look(chunk.span.start);
                let drawn = chunk.drawn(text).into_owned();
                (ui.painter().layout_no_wrap(drawn, font, ink), ground)
            })
            .collect();
        let widths: Vec<f32> = laid.iter().map(|(galley, _)| galley.size().x).collect();
        let spaces: Vec<bool> = chunks.all.iter().map(|chunk| chunk.space).collect();
        let lines = lines(&widths, &spaces, width);
        let mut words = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            let total: f32 = widths.get(line.clone()).unwrap_or_default().iter().sum();
            let mut x = if chunks.is_rtl() { width - total } else { 0.0 };
            let top = number as f32 * line_height;
            for at in chunks.visual(line.clone()) {
                let (galley, ground) = laid[at].clone();
                let rect = Rect::from_min_size(pos2(x, top), vec2(widths[at], line_height));
                x += widths[at];
                words.push(Word { span: chunks.all[at].span.clone(), rect, galley, ground });
            }
        }
        Self { words, size: vec2(width, lines.len().max(1) as f32 * line_height) }
    }

    /// How much room it takes.
    pub fn size(&self) -> Vec2 {
        self.size
    }

    /// Paints it with its upper left at a point.
    pub fn paint(&self, painter: &Painter, at: Pos2) {
        let offset = at.to_vec2();
        for word in self.words.iter().filter(|word| word.ground != Color32::TRANSPARENT) {
            painter.rect_filled(word.rect.translate(offset), 0.0, word.ground);
        }
        for word in &self.words {
            let rect = word.rect.translate(offset);
            let top = rect.center().y - word.galley.size().y / 2.0;
            // Its ink is in the galley.
            painter.galley(pos2(rect.left(), top), Arc::clone(&word.galley), Color32::PLACEHOLDER);
        }
    }

    /// Where bytes of the text are, from the upper left: whole words, those that touch joined.
    pub fn rects(&self, span: Range<usize>) -> Vec<Rect> {
        let touched = self.words.iter().filter(|word| {
            word.span.start < span.end && span.start < word.span.end && word.rect.width() > 0.0
        });
        let mut rects: Vec<Rect> = Vec::new();
        for rect in touched.map(|word| word.rect) {
            match rects.last_mut() {
                Some(last)
                    if last.top() == rect.top() && (last.right() - rect.left()).abs() < 0.5 =>
                {
                    *last = last.union(rect);
                }
                _ => rects.push(rect),
            }
        }
        rects
    }
}

/// Which chunks stand on each line, the space at its end included.
fn lines(widths: &[f32], spaces: &[bool], width: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut end, mut x) = (0, 0, 0.0);
    while end < widths.len() {
        // Up to where the line may end: signs stay with their word.
        let mut next = end;
        while next < widths.len() && !spaces[next] {
            next += 1;
        }
        let word: f32 = widths[end..next].iter().sum();
        while next < widths.len() && spaces[next] {
            next += 1;
        }
        if x + word > width && start < end {
            lines.push(start..end);
            (start, x) = (end, 0.0);
        }
        x += widths[end..next].iter().sum::<f32>();
        end = next;
    }
    if start < end {
        lines.push(start..end);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_spaces_and_a_long_word_stands_alone() {
        let (word, space) = (false, true);
        let spaces = [word, space, word, word, space, word];
        let widths = [30.0, 5.0, 20.0, 10.0, 5.0, 90.0];
        assert_eq!(lines(&widths, &spaces, 70.0), [0..5, 5..6]);
        assert_eq!(lines(&widths, &spaces, 40.0), [0..2, 2..5, 5..6]);
        assert_eq!(lines(&[], &[], 40.0), [0..0; 0]);
    }
}
