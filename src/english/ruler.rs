//! The attribute ruler: from tags, relations and words to coarse parts of speech,
//! and to lemmas that no rule of the lemmatizer finds ("n't" is "not").
//!
//! All rules look at what the tagger and the parser said; of those that match a
//! token, the last in the file decides, for each attribute by itself.

use std::collections::HashMap;

use super::section::{Damaged, Reader};
use super::token::Token;

/// Coarse parts of speech of Universal Dependencies, and white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of Universal Dependencies")]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
    Space,
}

const POS_NAMES: &[(&str, Pos)] = &[
    ("ADJ", Pos::Adj),
    ("ADP", Pos::Adp),
    ("ADV", Pos::Adv),
    ("AUX", Pos::Aux),
    ("CCONJ", Pos::Cconj),
    ("DET", Pos::Det),
    ("INTJ", Pos::Intj),
    ("NOUN", Pos::Noun),
    ("NUM", Pos::Num),
    ("PART", Pos::Part),
    ("PRON", Pos::Pron),
    ("PROPN", Pos::Propn),
    ("PUNCT", Pos::Punct),
    ("SCONJ", Pos::Sconj),
    ("SYM", Pos::Sym),
    ("VERB", Pos::Verb),
    ("X", Pos::X),
    ("SPACE", Pos::Space),
];

impl Pos {
    /// The name in capitals, as in "PROPN".
    #[must_use]
    pub fn name(self) -> &'static str {
        POS_NAMES[self as usize].0
    }

    fn from_name(name: &str) -> Option<Self> {
        let found = POS_NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, pos)| *pos)
    }
}

/// What the ruler says of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attributes<'a> {
    /// Its coarse part of speech; `X` where no rule says one.
    pub pos: Pos,
    /// Whether it is not inflected, so that its lemma is its lower case.
    pub is_base_form: bool,
    /// Its lemma, where a rule says one.
    pub lemma: Option<&'a str>,
    /// A tag instead of that of the tagger, for white space.
    pub tag: Option<u8>,
    /// A relation instead of that of the parser, for white space.
    pub relation: Option<u8>,
}

/// The rules, indexed by what they ask of their first token.
#[derive(Debug)]
pub struct Ruler {
    rules: Vec<Rule>,
    words: Words,
    /// Rules that ask for a certain first word, by its number.
    by_word: Vec<Vec<u16>>,
    /// All other rules, by the tag of the first token.
    by_tag: Vec<Vec<u16>>,
}

#[derive(Debug)]
struct Rule {
    tokens: Vec<Condition>,
    /// The one of `tokens` that is described.
    index: usize,
    tag: Option<u8>,
    pos: Option<Pos>,
    morph: Option<Morph>,
    lemma: Option<Box<str>>,
    relation: Option<u8>,
}

/// What a rule asks of one token.
#[derive(Debug)]
struct Condition {
    tag: Choice,
    word: Choice,
    relation: Choice,
    is_space: Option<bool>,
}

/// Numbers that are allowed. The number of a word in no rule is 0.
#[derive(Debug)]
enum Choice {
    Any,
    OneOf(Vec<u8>),
    NoneOf(Vec<u8>),
}

/// What the lemmatizer needs of the features of a form.
#[derive(Debug, Clone, Copy, Default)]
struct Morph {
    is_singular: bool,
    is_infinitive: bool,
    is_positive: bool,
    /// Present and finite, of no number: "go", not "goes".
    is_plain_present: bool,
}

/// For each attribute of a token the last rule that sets it, plus 1.
#[derive(Debug, Clone, Copy, Default)]
struct Decided {
    tag: u16,
    pos: u16,
    morph: u16,
    lemma: u16,
    relation: u16,
}

/// What the ruler sees of a token.
#[derive(Debug, Clone, Copy)]
struct View {
    tag: u8,
    word: u8,
    relation: u8,
    is_space: bool,
}

impl Ruler {
    /// Reads the section `ruler`. `tags` and `relations` are the labels of the tagger
    /// and the parser, by number.
    ///
    /// # Errors
    /// If the section is not as expected or sets a label that is not there.
    pub fn from_bytes(bytes: &[u8], tags: &[&str], relations: &[&str]) -> Result<Self, Damaged> {
        let mut reader = Reader::new("ruler", bytes);
        let mut words = Words::default();
        let rules = (0..reader.u16()?)
            .map(|_| Rule::read(&mut reader, tags, relations, &mut words))
            .collect::<Result<Vec<_>, _>>()?;
        reader.finish()?;
        let mut ruler = Self {
            rules,
            by_word: vec![Vec::new(); words.numbers.len() + 1],
            by_tag: vec![Vec::new(); tags.len()],
            words,
        };
        ruler.index();
        Ok(ruler)
    }

    fn index(&mut self) {
        for (number, rule) in (0..).zip(&self.rules) {
            let Some(first) = rule.tokens.first() else {
                continue;
            };
            if let Choice::OneOf(words) = &first.word {
                for word in words {
                    self.by_word[usize::from(*word)].push(number);
                }
            } else {
                for (tag, rules) in (0..).zip(&mut self.by_tag) {
                    if first.tag.allows(tag) {
                        rules.push(number);
                    }
                }
            }
        }
    }

    /// What the rules say of each of `tokens`, given the numbers of their tags and
    /// relations. The three slices have the same length; tokens without a tag or
    /// relation are left out.
    #[must_use]
    pub fn apply(
        &self,
        text: &str,
        tokens: &[Token],
        tags: &[u8],
        relations: &[u8],
    ) -> Vec<Attributes<'_>> {
        let labels = tags.iter().zip(relations);
        let view = |(token, (tag, relation)): (&Token, (&u8, &u8))| View {
            tag: *tag,
            word: self.words.number(token.of(text)),
            relation: *relation,
            is_space: token.lexeme.is_space,
        };
        let views: Vec<View> = tokens.iter().zip(labels).map(view).collect();
        let mut decided = vec![Decided::default(); views.len()];
        for (start, first) in views.iter().enumerate() {
            let of_word = self.by_word.get(usize::from(first.word));
            let of_tag = self.by_tag.get(usize::from(first.tag));
            for number in of_word.into_iter().chain(of_tag).flatten() {
                let rule = &self.rules[usize::from(*number)];
                if rule.matches(&views[start..]) {
                    rule.decide(*number + 1, &mut decided[start + rule.index]);
                }
            }
        }
        decided.iter().map(|decided| self.attributes(*decided)).collect()
    }

    fn attributes(&self, decided: Decided) -> Attributes<'_> {
        let rule = |number: u16| self.rules.get(usize::from(number).wrapping_sub(1));
        let pos = rule(decided.pos).and_then(|rule| rule.pos).unwrap_or(Pos::X);
        let morph = rule(decided.morph).and_then(|rule| rule.morph);
        Attributes {
            pos,
            is_base_form: morph.unwrap_or_default().is_base_form(pos),
            lemma: rule(decided.lemma).and_then(|rule| rule.lemma.as_deref()),
            tag: rule(decided.tag).and_then(|rule| rule.tag),
            relation: rule(decided.relation).and_then(|rule| rule.relation),
        }
    }
}

impl Rule {
    fn read(
        reader: &mut Reader<'_>,
        tags: &[&str],
        relations: &[&str],
        words: &mut Words,
    ) -> Result<Self, Damaged> {
        let count = reader.u8()?;
        let index = usize::from(reader.u8()?);
        let tokens = (0..count)
            .map(|_| Condition::read(reader, tags, relations, words))
            .collect::<Result<Vec<_>, _>>()?;
        if index >= tokens.len() {
            return Err(reader.damaged("a rule describes a token that it does not match"));
        }
        let label = |reader: &mut Reader<'_>, labels: &[&str]| {
            let Some(name) = optional(reader)? else {
                return Ok(None);
            };
            let Some(number) = number_of(labels, name) else {
                return Err(reader.damaged("a rule sets a label that the model does not have"));
            };
            Ok(Some(number))
        };
        let tag = label(reader, tags)?;
        let pos = match optional(reader)? {
            None => None,
            Some(name) => match Pos::from_name(name) {
                None => return Err(reader.damaged("a rule sets an unknown part of speech")),
                found => found,
            },
        };
        Ok(Self {
            tokens,
            index,
            tag,
            pos,
            morph: optional(reader)?.map(Morph::parse),
            lemma: optional(reader)?.map(Box::from),
            relation: label(reader, relations)?,
        })
    }

    /// Whether the first of `views` are as asked.
    fn matches(&self, views: &[View]) -> bool {
        views.len() >= self.tokens.len()
            && self.tokens.iter().zip(views).all(|(token, view)| token.allows(view))
    }

    fn decide(&self, number: u16, decided: &mut Decided) {
        let decide = |sets: bool, by: &mut u16| {
            if sets {
                *by = number.max(*by);
            }
        };
        decide(self.tag.is_some(), &mut decided.tag);
        decide(self.pos.is_some(), &mut decided.pos);
        decide(self.morph.is_some(), &mut decided.morph);
        decide(self.lemma.is_some(), &mut decided.lemma);
        decide(self.relation.is_some(), &mut decided.relation);
    }
}

impl Condition {
    fn read(
        reader: &mut Reader<'_>,
        tags: &[&str],
        relations: &[&str],
        words: &mut Words,
    ) -> Result<Self, Damaged> {
        Ok(Self {
            tag: Choice::read(reader, |tag| Ok(number_of(tags, tag)))?,
            word: Choice::read(reader, |word| words.add(word).map(Some))?,
            relation: Choice::read(reader, |relation| Ok(number_of(relations, relation)))?,
            is_space: match reader.u8()? {
                0 => None,
                1 => Some(false),
                2 => Some(true),
                _ => return Err(reader.damaged("a rule is neither of space nor of words")),
            },
        })
    }

    fn allows(&self, view: &View) -> bool {
        self.tag.allows(view.tag)
            && self.word.allows(view.word)
            && self.relation.allows(view.relation)
            && self.is_space.is_none_or(|is_space| is_space == view.is_space)
    }
}

impl Choice {
    /// Names without a number cannot occur and are left out.
    fn read(
        reader: &mut Reader<'_>,
        mut number: impl FnMut(&str) -> Result<Option<u8>, &'static str>,
    ) -> Result<Self, Damaged> {
        let kind = reader.u8()?;
        if kind == 0 {
            return Ok(Self::Any);
        }
        let names = reader.strings()?;
        let numbers = names.into_iter().filter_map(|name| number(name).transpose());
        let numbers = numbers.collect::<Result<Vec<_>, _>>();
        let numbers = numbers.map_err(|what| reader.damaged(what))?;
        match kind {
            1 => Ok(Self::OneOf(numbers)),
            2 => Ok(Self::NoneOf(numbers)),
            _ => Err(reader.damaged("a rule has an unknown condition")),
        }
    }

    fn allows(&self, number: u8) -> bool {
        match self {
            Self::Any => true,
            Self::OneOf(numbers) => numbers.contains(&number),
            Self::NoneOf(numbers) => !numbers.contains(&number),
        }
    }
}

impl Morph {
    /// Of features as in "Number=Sing|Person=3".
    fn parse(features: &str) -> Self {
        let has = |feature| features.split('|').any(|known| known == feature);
        let has_number = features.split('|').any(|known| known.starts_with("Number="));
        Self {
            is_singular: has("Number=Sing"),
            is_infinitive: has("VerbForm=Inf"),
            is_positive: has("Degree=Pos"),
            is_plain_present: has("VerbForm=Fin") && has("Tense=Pres") && !has_number,
        }
    }

    fn is_base_form(self, pos: Pos) -> bool {
        self.is_infinitive
            || self.is_positive
            || (pos == Pos::Noun && self.is_singular)
            || (pos == Pos::Verb && self.is_plain_present)
    }
}

/// The lower-case words that rules ask for, numbered from 1.
#[derive(Debug, Default)]
struct Words {
    numbers: HashMap<Box<str>, u8>,
    longest: usize,
}

impl Words {
    fn add(&mut self, word: &str) -> Result<u8, &'static str> {
        let next = self.numbers.len() + 1;
        let next = u8::try_from(next).map_err(|_| "the rules ask for too many words")?;
        self.longest = self.longest.max(word.len());
        Ok(*self.numbers.entry(word.into()).or_insert(next))
    }

    /// The number of `form` in lower case, or 0.
    fn number(&self, form: &str) -> u8 {
        // Lower case has at least a third of the bytes (the Kelvin sign).
        if form.len() > 3 * self.longest {
            return 0;
        }
        let is_lower = form.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let found =
            if is_lower { self.numbers.get(form) } else { self.numbers.get(&*form.to_lowercase()) };
        found.copied().unwrap_or(0)
    }
}

/// A byte that says whether a string follows.
fn optional<'a>(reader: &mut Reader<'a>) -> Result<Option<&'a str>, Damaged> {
    match reader.u8()? {
        0 => Ok(None),
        _ => reader.string().map(Some),
    }
}

fn number_of(labels: &[&str], name: &str) -> Option<u8> {
    let number = labels.iter().position(|label| *label == name)?;
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::english::test_section;
    use crate::english::tokenize::Tokenizer;

    const TAGS: [&str; 9] = ["NN", "IN", "VBZ", "MD", "DT", "_SP", "RB", "VBP", "NNP"];
    const RELATIONS: [&str; 6] = ["ROOT", "mark", "aux", "det", "dep", "nsubj"];

    fn parts() -> (Tokenizer, Ruler) {
        let [tokenizer, chars, norms] = ["tokenizer", "chars", "norms"].map(test_section);
        let tokenizer = Tokenizer::from_bytes(tokenizer, chars, norms).unwrap();
        let ruler = Ruler::from_bytes(test_section("ruler"), &TAGS, &RELATIONS).unwrap();
        (tokenizer, ruler)
    }

    /// Each of `labels` is a tag and a relation; `expected` has parts of speech, and
    /// lemmas after "=".
    fn check(text: &str, labels: &[(&str, &str)], expected: &str) {
        let (tokenizer, ruler) = parts();
        let tokens = tokenizer.tokenize(text);
        let tags: Vec<u8> = labels.iter().map(|l| number_of(&TAGS, l.0).unwrap()).collect();
        let relations: Vec<u8> =
            labels.iter().map(|l| number_of(&RELATIONS, l.1).unwrap()).collect();
        let found = ruler.apply(text, &tokens, &tags, &relations);
        let found: Vec<String> = found
            .iter()
            .map(|found| match found.lemma {
                Some(lemma) => format!("{}={lemma}", found.pos.name()),
                None => found.pos.name().to_owned(),
            })
            .collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn a_conjunction_that_marks_a_clause_is_subordinating() {
        check("after", &[("IN", "mark")], "SCONJ");
    }

    #[test]
    fn an_article_that_stands_alone_is_a_pronoun() {
        check("this", &[("DT", "nsubj")], "PRON");
        check("this", &[("DT", "det")], "DET");
    }

    #[test]
    fn a_rule_may_look_at_the_next_token() {
        check("ain't", &[("VBP", "aux"), ("RB", "dep")], "AUX=be PART=not");
    }

    #[test]
    fn white_space_is_space_whatever_the_tagger_says() {
        check("\n\n", &[("NNP", "ROOT")], "SPACE");
    }
}
