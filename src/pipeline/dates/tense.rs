//! Whether the words around an expression of time look ahead or back.

use std::collections::HashSet;

use serde::Deserialize;

/// Which way the words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "will meet on Tuesday"
    Ahead,
    /// "met on Tuesday"
    Back,
}

/// The words that tell.
#[derive(Deserialize, Default)]
pub struct TenseWords {
    /// Directly before the expression they decide: "until".
    ahead_beside: HashSet<String>,
    /// Before a day that owns something they look back: "after Wednesday's ruling".
    back_before_owner: HashSet<String>,
    /// Before "to" they look ahead: "set to resume".
    ahead_before_to: HashSet<String>,
    /// "will"
    ahead: HashSet<String>,
    /// "said"; other words in "-ed" count too.
    back: HashSet<String>,
    /// Words in "-ed" that do not look back: "expected".
    neither: HashSet<String>,
}

/// How many words before and after the expression can tell.
const WORDS_BEFORE: usize = 12;
const WORDS_AFTER: usize = 6;

impl TenseWords {
    /// The tense of the word that stands nearest before, else after, in the same clause.
    pub fn of(&self, before: &str, after: &str) -> Option<Tense> {
        let clause = before.rsplit([';', '"', '“', '”']).next().unwrap_or("");
        let words = clause.split(|c: char| !is_of_word(c)).rev().filter(|word| !word.is_empty());
        let beside = words.clone().next().map(str::to_lowercase);
        if beside.as_ref().is_some_and(|word| self.ahead_beside.contains(word)) {
            return Some(Tense::Ahead);
        }
        let owns = after.starts_with("'s ") || after.starts_with("’s ");
        let back = |word: &String| self.back_before_owner.contains(word);
        if owns && beside.as_ref().is_none_or(back) {
            return Some(Tense::Back);
        }
        let clause_after = after.split([';', '"', '“', '”', '.', ',']).next().unwrap_or("");
        let mut after =
            clause_after.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty());
        let words: Vec<&str> = words.take(WORDS_BEFORE).collect();
        self.nearest(&words)
            .or_else(|| after.by_ref().take(WORDS_AFTER).find_map(|word| self.of_word(word)))
    }

    /// Of words in reverse, the tense of the first that tells. "be published" looks ahead,
    /// but not "could be found".
    fn nearest(&self, words: &[&str]) -> Option<Tense> {
        words.iter().enumerate().find_map(|(at, word)| {
            let to = at > 0 && words[at - 1] == "to";
            if to && self.ahead_before_to.contains(*word) {
                return Some(Tense::Ahead);
            }
            let tense = self.of_word(word)?;
            let to_be = words.get(at + 1).is_some_and(|word| *word == "be");
            let could = words.iter().skip(at + 2).take(2).any(|word| *word == "could");
            Some(if to_be && !could { Tense::Ahead } else { tense })
        })
    }

    fn of_word(&self, word: &str) -> Option<Tense> {
        // "May" is a month, "Will" a name.
        if word.starts_with(char::is_uppercase) {
            return None;
        }
        if self.ahead.contains(word) {
            return Some(Tense::Ahead);
        }
        let ends = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
        let back = self.back.contains(word) || ends && !self.neither.contains(word);
        back.then_some(Tense::Back)
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
}
