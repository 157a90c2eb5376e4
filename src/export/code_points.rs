use crate::model::Span;

/// Translates bytes of a text into Unicode code points. The text is counted once;
/// each look-up then counts only from the last mark before it.
pub struct CodePoints<'t> {
    text: &'t [u8],
    /// How many code points begin before byte `i * STEP`.
    before: Vec<usize>,
}

const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    /// Counts the text.
    pub fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let mut count = 0;
        let before = text
            .chunks(STEP)
            .map(|chunk| {
                let here = count;
                count += begun(chunk);
                here
            })
            .collect();
        Self { text, before }
    }

    /// The code points of a span; what reaches beyond the text ends with it.
    pub fn of(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }

    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        // The end of a text whose length is a multiple of `STEP` has no mark of its own.
        let step = (byte / STEP).min(self.before.len().saturating_sub(1));
        let before = self.before.get(step).copied().unwrap_or(0);
        before + begun(&self.text[step * STEP..byte])
    }
}

/// How many code points begin in these bytes: all bytes but those that go on with one.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_where_plain_counting_has_it() {
        for text in ["", "Goris", &"Ջերմուկ – Goris, “Sotk” 🌍 ".repeat(40), &"x".repeat(512)]
        {
            let points = CodePoints::new(text);
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (at, end) in ends.map(|end| (end / 2, end)) {
                let at = text.floor_char_boundary(at);
                let span = Span::new(at, end);
                let (start, stop) = span.in_code_points(text);
                assert_eq!(points.of(span), [start, stop], "{at}..{end}");
            }
        }
    }

    #[test]
    fn a_span_beyond_the_text_ends_with_it() {
        assert_eq!(CodePoints::new("Սոթք").of(Span::new(2, 99)), [1, 4]);
    }
}
