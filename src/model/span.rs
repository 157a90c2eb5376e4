use serde::{Deserialize, Serialize};

/// A stretch of an article's text, in bytes, end-exclusive, on character
/// boundaries. Invariant: `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// From the first byte to the byte after the last; a backward pair is empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The words of the span, or nothing where it does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether no byte is in it.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(&self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The bytes between the two; 0 where they touch or overlap.
    pub fn distance(&self, other: Span) -> usize {
        other.start.saturating_sub(self.end).max(self.start.saturating_sub(other.end))
    }

    /// The same stretch counted in Unicode code points, as the reading contract wants it.
    pub fn in_code_points(&self, text: &str) -> (usize, usize) {
        let count = |end: usize| text.get(..end).map_or(0, |head| head.chars().count());
        (count(self.start), count(self.end))
    }
}

/// The items that start in `span`, of a list in text order.
pub fn within<T>(items: &[T], span: Span, span_of: impl Fn(&T) -> Span) -> &[T] {
    let first = items.partition_point(|item| span_of(item).start < span.start);
    let last = items.partition_point(|item| span_of(item).start < span.end);
    items.get(first..last).unwrap_or(&[])
}
