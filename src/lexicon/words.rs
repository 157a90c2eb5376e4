//! Lists of words and phrases, one a line; lines that start with `#` are comments.

use std::collections::HashSet;

/// Words.
pub struct WordSet(HashSet<&'static str>);

impl WordSet {
    /// Reads a list.
    pub fn new(list: &'static str) -> Self {
        Self(lines(list).collect())
    }

    /// Whether the word is in the list as it is written.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether the word is in the list in lower case.
    pub fn has_folded(&self, word: &str) -> bool {
        self.0.contains(word.to_lowercase().as_str())
    }
}

/// Phrases of one or more words, in lower case.
pub struct PhraseSet(Vec<&'static str>);

impl PhraseSet {
    /// Reads a list.
    pub fn new(list: &'static str) -> Self {
        Self(lines(list).collect())
    }

    /// Whether `text` ends in one of the phrases, in whole words, full stops and spaces aside.
    pub fn ends(&self, text: &str) -> bool {
        let low = text.trim_end_matches([' ', '.']).to_lowercase();
        self.0.iter().any(|phrase| {
            low.strip_suffix(phrase).is_some_and(|head| !head.ends_with(char::is_alphanumeric))
        })
    }
}

/// The entries of a list.
pub fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_end_a_text_in_whole_words_only() {
        let phrases = PhraseSet::new("# titles\ncolonel\nmajor general\n");
        assert!(phrases.ends("said Colonel "));
        assert!(phrases.ends("by Major General"));
        assert!(!phrases.ends("a lieutenantcolonel"));
    }
}
