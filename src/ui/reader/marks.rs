//! Which stretches of the text are marked, and how they share it.

use crate::{
    model::{Field, ReadArticle, Span},
    session::{Focus, Session},
    tr,
};

/// What a mention tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// That something happened.
    Happening,
    /// When.
    Time,
    /// Where.
    Place,
    /// Of which country people or things are.
    People,
    /// Who took part.
    Actor,
    /// With what, and what was damaged.
    Weapon,
    /// How many people.
    Number,
    /// Who says so.
    Claim,
}

impl Kind {
    /// All of them, in the order of the legend.
    pub const ALL: [Kind; 8] = [
        Kind::Happening,
        Kind::Time,
        Kind::Place,
        Kind::People,
        Kind::Actor,
        Kind::Number,
        Kind::Weapon,
        Kind::Claim,
    ];

    /// The words of the legend.
    pub fn label(self) -> String {
        match self {
            Kind::Happening => tr!("reader-mark-happening"),
            Kind::Time => tr!("reader-mark-time"),
            Kind::Place => tr!("reader-mark-place"),
            Kind::People => tr!("reader-mark-people"),
            Kind::Actor => tr!("reader-mark-actor"),
            Kind::Weapon => tr!("reader-mark-weapon"),
            Kind::Number => tr!("reader-mark-number"),
            Kind::Claim => tr!("reader-mark-claim"),
        }
    }

    /// The field whose colour it has.
    pub fn field(self) -> Field {
        match self {
            Kind::Happening => Field::Trigger,
            Kind::Time => Field::Date,
            Kind::Place => Field::Place,
            Kind::People | Kind::Actor => Field::Actor,
            Kind::Weapon => Field::Weapon,
            Kind::Number => Field::Killed,
            Kind::Claim => Field::Claim,
        }
    }

    fn of(field: Field) -> Self {
        match field {
            Field::Trigger => Kind::Happening,
            Field::Date => Kind::Time,
            Field::Place => Kind::Place,
            Field::Killed | Field::Wounded | Field::Captured => Kind::Number,
            Field::Actor => Kind::Actor,
            Field::Weapon | Field::Damage => Kind::Weapon,
            Field::Claim => Kind::Claim,
        }
    }
}

/// Which kinds of mentions are marked beside the words behind the selected event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown([bool; Kind::ALL.len()]);

impl Default for Shown {
    fn default() -> Self {
        Self([true; Kind::ALL.len()])
    }
}

impl Shown {
    /// Whether this kind is marked.
    pub fn has(self, kind: Kind) -> bool {
        self.0[kind as usize]
    }

    /// Marks a kind, or no longer.
    pub fn toggle(&mut self, kind: Kind) {
        self.0[kind as usize] = !self.has(kind);
    }
}

/// Words that tell something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where they are.
    pub span: Span,
    /// Whose colour they have.
    pub field: Field,
    /// Whether they are behind the selected event.
    pub strong: bool,
}

/// A stretch of the text that looks the same all along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it is.
    pub span: Span,
    /// What it is evidence of.
    pub field: Option<Field>,
    /// Whether it is behind the selected event.
    pub strong: bool,
    /// Whether it is no news.
    pub furniture: bool,
}

/// The words behind the selected event in the article that is shown, and the mentions of the
/// kinds that are shown.
pub fn of(session: &Session, read: &ReadArticle, focus: Focus, shown: Shown) -> Vec<Mark> {
    let mut marks = mentions(read, shown);
    if let Some((_, event)) = session.selected() {
        let reports = session.dataset().reports_of(event);
        let here = reports.filter(|(at, _, _)| at.article == focus.article);
        let evidence = here.flat_map(|(_, _, report)| report.evidence());
        marks.extend(evidence.map(|(field, span)| Mark { span, field, strong: true }));
    }
    marks
}

/// All mentions of the kinds that are shown.
fn mentions(read: &ReadArticle, shown: Shown) -> Vec<Mark> {
    let reading = &read.reading;
    let places = reading.toponyms.iter().map(|toponym| (Kind::Place, toponym.span));
    let times = reading.timexes.iter().map(|timex| (Kind::Time, timex.span));
    let peoples = reading.demonyms.iter().map(|demonym| (Kind::People, demonym.span));
    let told = reading.reports.iter().flat_map(|report| report.evidence());
    let told = told.map(|(field, span)| (Kind::of(field), span));
    let all = places.chain(times).chain(peoples).chain(told);
    all.filter(|(kind, _)| shown.has(*kind))
        .map(|(kind, span)| Mark { span, field: kind.field(), strong: false })
        .collect()
}

/// Cuts a text of `length` bytes where marks and furniture begin and end. Where marks
/// overlap, one behind the selected event is seen, and of several the shorter one, since it
/// says more about fewer words.
pub fn pieces(length: usize, marks: &[Mark], furniture: &[Span]) -> Vec<Piece> {
    let spans = marks.iter().map(|mark| mark.span).chain(furniture.iter().copied());
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    cuts.extend([0, length]);
    cuts.retain(|cut| *cut <= length);
    cuts.sort_unstable();
    cuts.dedup();
    let mut marks: Vec<Mark> = marks.to_vec();
    marks.sort_by_key(|mark| mark.span);
    let longest = marks.iter().map(|mark| mark.span.len()).max().unwrap_or(0);
    let piece = |cut: &[usize]| {
        let span = Span::new(cut[0], cut[1]);
        // Only those that begin here or so far before that they may reach here.
        let from = marks.partition_point(|mark| mark.span.start + longest < span.start);
        let near = marks[from..].iter().take_while(|mark| mark.span.start <= span.start);
        let mark = near.filter(|mark| mark.span.contains(span));
        let mark = mark.min_by_key(|mark| (!mark.strong, mark.span.len(), mark.field));
        Piece {
            span,
            field: mark.map(|mark| mark.field),
            strong: mark.is_some_and(|mark| mark.strong),
            furniture: furniture.iter().any(|other| other.contains(span)),
        }
    };
    cuts.windows(2).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, field: Field, strong: bool) -> Mark {
        Mark { span: Span::new(start, end), field, strong }
    }

    fn check(marks: &[Mark], wanted: &[(usize, usize, Option<Field>)]) {
        let found: Vec<(usize, usize, Option<Field>)> = pieces(10, marks, &[])
            .iter()
            .map(|piece| (piece.span.start, piece.span.end, piece.field))
            .collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn overlapping_marks_share_the_text_and_the_shorter_one_wins() {
        check(
            &[mark(2, 8, Field::Place, true), mark(4, 6, Field::Date, true)],
            &[
                (0, 2, None),
                (2, 4, Some(Field::Place)),
                (4, 6, Some(Field::Date)),
                (6, 8, Some(Field::Place)),
                (8, 10, None),
            ],
        );
    }

    #[test]
    fn what_is_behind_the_selected_event_is_seen_before_a_shorter_mention() {
        check(
            &[mark(2, 8, Field::Place, true), mark(4, 6, Field::Date, false)],
            &[
                (0, 2, None),
                (2, 4, Some(Field::Place)),
                (4, 6, Some(Field::Place)),
                (6, 8, Some(Field::Place)),
                (8, 10, None),
            ],
        );
    }

    #[test]
    fn a_text_without_marks_is_one_piece() {
        assert_eq!(pieces(5, &[], &[]).len(), 1);
        assert_eq!(pieces(0, &[], &[]).len(), 0);
    }

    #[test]
    fn a_kind_that_is_hidden_has_no_marks() {
        let mut shown = Shown::default();
        shown.toggle(Kind::Time);
        assert!(!shown.has(Kind::Time) && shown.has(Kind::Place));
        shown.toggle(Kind::Time);
        assert_eq!(shown, Shown::default());
    }
}
