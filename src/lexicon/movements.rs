//! Words that tell from where and to where somebody moved, read from
//! `assets/words/movements.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

const FILE: &str = include_str!("../../assets/words/movements.toml");

/// What the words before the name of a place tell of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It begins there.
    From,
    /// It ends there.
    To,
}

/// The words, in lower case.
#[derive(Default, Deserialize)]
pub struct MovementWords {
    from: Vec<String>,
    to: Vec<String>,
    neither: Vec<String>,
    between: Vec<String>,
    #[serde(rename = "example")]
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    examples: Vec<MovementExample>,
}

/// A sentence with its places in brackets, and the names of those where a way begins and ends.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
pub struct MovementExample {
    /// The sentence.
    pub text: String,
    /// Where the way begins.
    pub from: Option<String>,
    /// Where it ends.
    pub to: Option<String>,
}

impl MovementWords {
    /// The words of the program.
    pub fn bundled() -> &'static Self {
        static WORDS: LazyLock<MovementWords> =
            LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());
        &WORDS
    }

    /// What the text before the name of a place tells; `None` where it tells no way.
    pub fn end(&self, before: &str) -> Option<End> {
        let before = before.to_lowercase();
        let mut words: Vec<&str> = before.split_whitespace().collect();
        while words.last().is_some_and(|word| self.between.iter().any(|b| b == word)) {
            // "Out of" ends in a word that may also stand between.
            if let Some(end) = self.end_of(&words) {
                return Some(end);
            }
            words.pop();
        }
        self.end_of(&words)
    }

    fn end_of(&self, words: &[&str]) -> Option<End> {
        let tail = |count: usize| words[words.len().saturating_sub(count)..].join(" ");
        let (one, two) = (tail(1), tail(2));
        let is_in = |list: &[String]| list.iter().any(|entry| *entry == one || *entry == two);
        if is_in(&self.neither) {
            return None;
        }
        let from = is_in(&self.from).then_some(End::From);
        from.or_else(|| is_in(&self.to).then_some(End::To))
    }
}

/// The examples of the file, which are tests of who reads sentences.
#[cfg(test)]
pub fn movement_examples() -> Vec<MovementExample> {
    MovementWords::bundled().examples.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, wanted: Option<End>) {
        assert_eq!(MovementWords::bundled().end(before), wanted, "{before}");
    }

    #[test]
    fn the_last_words_before_a_name_tell_whether_a_way_begins_or_ends_there() {
        check("The column moved from ", Some(End::From));
        check("They were driven out of the town of ", Some(End::From));
        check("Reserves were sent to the northern outskirts of ", Some(End::To));
        check("Talks on the way to peace were held in ", None);
        check("Two soldiers, according to ", None);
        check("", None);
    }
}
