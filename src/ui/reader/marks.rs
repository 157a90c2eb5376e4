//! Which stretches of the text are marked, and how they share it.

use crate::{
    model::{Field, Span},
    session::{Focus, Session},
};

/// Words that are the evidence of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where they are.
    pub span: Span,
    /// What they are evidence of.
    pub field: Field,
}

/// A stretch of the text that looks the same all along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it is.
    pub span: Span,
    /// What it is evidence of.
    pub field: Option<Field>,
    /// Whether it is no news.
    pub furniture: bool,
}

/// The words behind the selected event in the article that is shown.
pub fn of(session: &Session, focus: Focus) -> Vec<Mark> {
    let Some((_, event)) = session.selected() else { return Vec::new() };
    session
        .dataset()
        .reports_of(event)
        .filter(|(at, _, _)| at.article == focus.article)
        .flat_map(|(_, _, report)| report.evidence())
        .map(|(field, span)| Mark { span, field })
        .collect()
}

/// Cuts a text of `length` bytes where marks and furniture begin and end. Where marks
/// overlap the shorter one is seen, since it says more about fewer words.
pub fn pieces(length: usize, marks: &[Mark], furniture: &[Span]) -> Vec<Piece> {
    let spans = marks.iter().map(|mark| mark.span).chain(furniture.iter().copied());
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    cuts.extend([0, length]);
    cuts.retain(|cut| *cut <= length);
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |cut: &[usize]| {
        let span = Span::new(cut[0], cut[1]);
        let mark = marks.iter().filter(|mark| mark.span.contains(span));
        Piece {
            span,
            field: mark.min_by_key(|mark| (mark.span.len(), mark.field)).map(|mark| mark.field),
            furniture: furniture.iter().any(|other| other.contains(span)),
        }
    };
    cuts.windows(2).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_marks_share_the_text_and_the_shorter_one_wins() {
        let marks = [
            Mark { span: Span::new(2, 8), field: Field::Place },
            Mark { span: Span::new(4, 6), field: Field::Date },
        ];
        let found: Vec<(usize, usize, Option<Field>)> = pieces(10, &marks, &[])
            .iter()
            .map(|piece| (piece.span.start, piece.span.end, piece.field))
            .collect();
        assert_eq!(
            found,
            [
                (0, 2, None),
                (2, 4, Some(Field::Place)),
                (4, 6, Some(Field::Date)),
                (6, 8, Some(Field::Place)),
                (8, 10, None),
            ]
        );
    }

    #[test]
    fn a_text_without_marks_is_one_piece() {
        assert_eq!(pieces(5, &[], &[]).len(), 1);
        assert_eq!(pieces(0, &[], &[]).len(), 0);
    }
}
