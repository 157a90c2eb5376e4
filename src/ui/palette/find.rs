//! Finds what was meant by a few letters of it.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What a letter of a match is worth at least on average. One that follows another in the
/// text has 16 and more; below, letters are strewn over the text and nobody meant them.
const LEAST_PER_LETTER: u32 = 16;

/// Looks for letters that were typed.
pub struct Finder {
    pattern: Pattern,
    letters: u32,
    matcher: Matcher,
    buffer: Vec<char>,
}

/// A text that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its number among those that were looked through.
    pub at: usize,
    /// How well it fits; higher is better.
    pub score: u32,
}

impl Finder {
    /// Looks for these letters: each word of them anywhere, capitals and marks aside.
    pub fn new(typed: &str) -> Self {
        let kind = AtomKind::Fuzzy;
        let letters = typed.chars().filter(|letter| !letter.is_whitespace()).count();
        Self {
            pattern: Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind),
            letters: u32::try_from(letters).unwrap_or(u32::MAX),
            matcher: Matcher::new(Config::DEFAULT),
            buffer: Vec::new(),
        }
    }

    /// How well a text fits; none if it does not.
    pub fn score(&mut self, text: &str) -> Option<u32> {
        let text = Utf32Str::new(text, &mut self.buffer);
        let score = self.pattern.score(text, &mut self.matcher)?;
        (score >= self.letters.saturating_mul(LEAST_PER_LETTER)).then_some(score)
    }

    /// The texts that fit best, at most so many; of equals the first one.
    pub fn best<T: AsRef<str>>(
        &mut self,
        texts: impl IntoIterator<Item = T>,
        most: usize,
    ) -> Vec<Found> {
        let mut found: Vec<Found> = texts
            .into_iter()
            .enumerate()
            .filter_map(|(at, text)| Some(Found { at, score: self.score(text.as_ref())? }))
            .collect();
        found.sort_by(|a, b| b.score.cmp(&a.score).then(a.at.cmp(&b.at)));
        found.truncate(most);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 6] = [
        "Open files…",
        "Export events…",
        "Fit map to events",
        "Air strike · Stepanakert · 13 Sep 2022",
        "Գորիս",
        "Vərəndə · Xocavənd",
    ];

    fn check(typed: &str, wanted: &[&str]) {
        let found = Finder::new(typed).best(TEXTS, 3);
        let found: Vec<&str> = found.iter().map(|found| TEXTS[found.at]).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn first_letters_and_parts_of_words_are_enough() {
        check("exp ev", &["Export events…"]);
        check("fmte", &["Fit map to events"]);
        check("events fit", &["Fit map to events"]);
        check("stepana", &["Air strike · Stepanakert · 13 Sep 2022"]);
    }

    #[test]
    fn capitals_do_not_matter_in_any_script() {
        check("գորիս", &["Գորիս"]);
        check("xocav", &["Vərəndə · Xocavənd"]);
    }

    #[test]
    fn letters_strewn_over_a_text_are_not_meant() {
        check("aet22", &[]);
        check("zebra", &[]);
    }

    #[test]
    fn of_equals_the_first_comes_first() {
        let found = Finder::new("a").best(["ab", "ab", "b"], 9);
        assert_eq!(found.iter().map(|found| found.at).collect::<Vec<_>>(), [0, 1]);
    }
}
