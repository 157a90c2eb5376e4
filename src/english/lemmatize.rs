//! The rule lemmatizer: from a form and its part of speech to the word in a dictionary.

use std::borrow::Cow;

use super::chars::{Chars, Class};
use super::ruler::Pos;
use super::section::{Damaged, Reader};
use super::words::SortedWords;

/// The parts of speech with rules, in the order of the section.
const WITH_RULES: [Pos; 5] = [Pos::Noun, Pos::Verb, Pos::Adj, Pos::Adv, Pos::Punct];

/// Rules, exceptions and known words for each part of speech that is inflected.
#[derive(Debug)]
pub struct Lemmatizer {
    tables: Vec<Table>,
    chars: Chars,
}

#[derive(Debug)]
struct Table {
    /// Endings and what stands instead of them in the lemma, in order.
    endings: Vec<(&'static str, &'static str)>,
    /// Lemmas of irregular forms, with a zero byte between.
    exceptions: SortedWords,
    known: SortedWords,
}

impl Lemmatizer {
    /// Reads the sections `lemmas`, which is used in place, and `chars`.
    ///
    /// # Errors
    /// If a section is not as expected.
    pub fn from_bytes(lemmas: &'static [u8], chars: &[u8]) -> Result<Self, Damaged> {
        let mut reader = Reader::new("lemmas", lemmas);
        let tables =
            (0..WITH_RULES.len()).map(|_| Table::read(&mut reader)).collect::<Result<_, _>>()?;
        reader.finish()?;
        let chars = Chars::from_bytes(chars)?;
        Ok(Self { tables, chars })
    }

    /// The lemma of `form`: as written for names, else in lower case, except for a form
    /// that should be inflected and that no rule knows.
    #[must_use]
    pub fn lemma<'a>(&'a self, form: &'a str, pos: Pos, is_base_form: bool) -> Cow<'a, str> {
        let with_rules = WITH_RULES.iter().position(|known| *known == pos);
        match with_rules.and_then(|index| self.tables.get(index)) {
            Some(table) if !is_base_form => table.lemma(&self.chars, form),
            None if !is_base_form && pos == Pos::Propn => Cow::Borrowed(form),
            _ => lower(form),
        }
    }
}

impl Table {
    fn read(reader: &mut Reader<'static>) -> Result<Self, Damaged> {
        let endings = (0..reader.u8()?)
            .map(|_| Ok((reader.string()?, reader.string()?)))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            endings,
            exceptions: SortedWords::read(reader)?,
            known: SortedWords::read(reader)?,
        })
    }

    fn lemma<'a>(&self, chars: &Chars, form: &'a str) -> Cow<'a, str> {
        let lower = lower(form);
        let regular = self.regular(chars, &lower);
        let irregular = self.exceptions.get(&lower).unwrap_or_default();
        // The last exception wins, unless it is among the regular lemmas.
        let irregular = irregular
            .split(|byte| *byte == 0)
            .filter_map(|lemma| std::str::from_utf8(lemma).ok())
            .rfind(|lemma| !lemma.is_empty() && !regular.iter().any(|known| known == lemma));
        if let Some(lemma) = irregular {
            return Cow::Owned(lemma.to_owned());
        }
        if let Some(lemma) = regular.into_iter().next() {
            return Cow::Owned(lemma);
        }
        match self.candidates(&lower).next() {
            Some(unknown) => Cow::Owned(unknown),
            None => Cow::Borrowed(form),
        }
    }

    /// The lemmas that are known words, the last rule first, then those that are no
    /// words at all, the first rule first.
    fn regular(&self, chars: &Chars, lower: &str) -> Vec<String> {
        let mut lemmas = Vec::new();
        for candidate in self.candidates(lower) {
            if self.known.get(&candidate).is_some() {
                lemmas.insert(0, candidate);
            } else if !candidate.chars().all(|char| chars.is(char, Class::ALPHABETIC)) {
                lemmas.push(candidate);
            }
        }
        lemmas
    }

    /// What the rules make of `lower`, in their order, known or not.
    fn candidates(&self, lower: &str) -> impl Iterator<Item = String> {
        self.endings
            .iter()
            .filter_map(move |(ending, instead)| Some([lower.strip_suffix(ending)?, instead]))
            .map(|parts| parts.concat())
            .filter(|candidate| !candidate.is_empty())
    }
}

/// `form` in lower case, borrowed if it already is.
fn lower(form: &str) -> Cow<'_, str> {
    if form.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(form);
    }
    Cow::Owned(form.to_lowercase())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::english::test_section;

    fn check(form: &str, pos: Pos, expected: &str) {
        let (lemmas, chars) = (test_section("lemmas"), test_section("chars"));
        let lemmatizer = Lemmatizer::from_bytes(lemmas, chars).unwrap();
        assert_eq!(lemmatizer.lemma(form, pos, false), expected);
    }

    #[test]
    fn a_regular_form_follows_a_rule() {
        check("Shelled", Pos::Verb, "shell");
        check("bodies", Pos::Noun, "body");
    }

    #[test]
    fn an_irregular_form_is_looked_up() {
        check("fled", Pos::Verb, "flee");
        check("worst", Pos::Adj, "bad");
    }

    #[test]
    fn an_unknown_form_follows_the_first_rule_that_fits() {
        check("quadcopters", Pos::Noun, "quadcopter");
    }

    #[test]
    fn a_form_that_no_rule_fits_stays_as_written() {
        check("POWx", Pos::Noun, "POWx");
    }

    #[test]
    fn a_name_stays_as_written() {
        check("Athens", Pos::Propn, "Athens");
    }

    #[test]
    fn curly_quotation_marks_become_straight() {
        check("“", Pos::Punct, "\"");
    }
}
