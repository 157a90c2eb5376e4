//! The patterns for expressions of time, read from `assets/rules/dates.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde::Deserialize;

use super::accepts;
use super::values::{self, Anchor, Value};
use crate::model::Span;

/// A pattern and the sum that gives its value.
pub struct Rule {
    kind: Kind,
    pattern: Regex,
}

/// Which sum gives the value. See the rules file for examples of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Day,
    Iso,
    Numeric,
    Clock,
    Weekday,
    Deictic,
    Same,
    Ago,
    After,
    Calendar,
    Month,
    Season,
    Quarter,
    Decade,
    Century,
    Year,
    Duration,
    VagueDuration,
    Set,
    Vague,
    Part,
}

impl Rule {
    /// Where the pattern fits, in text order, each with its groups.
    pub fn matches<'t>(&self, text: &'t str) -> Vec<(Span, Captures<'t>)> {
        let found = self.pattern.captures_iter(text);
        found
            .filter(|captures| accepts::accepts(self.kind, text, captures))
            .filter_map(|captures| {
                let whole = captures.name("timex").or_else(|| captures.get(0))?;
                Some((Span::new(whole.start(), whole.end()), captures))
            })
            .collect()
    }

    /// The value of a match.
    pub fn value(&self, captures: &Captures<'_>, span: Span, anchor: &Anchor) -> Option<Value> {
        values::value(self.kind, captures, span, anchor)
    }

    /// Whether it can give a single day by itself.
    pub fn gives_a_day(&self) -> bool {
        matches!(self.kind, Kind::Day | Kind::Iso | Kind::Numeric)
    }
}

/// All rules, in the order of the file.
pub fn rules() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let file = file();
        file.rule.iter().filter_map(|raw| compile(&file.fragment, raw)).collect()
    });
    &RULES
}

#[derive(Deserialize, Default)]
struct File {
    fragment: BTreeMap<String, String>,
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
struct RawRule {
    kind: Kind,
    #[serde(rename = "match")]
    pattern: String,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    example: Vec<Example>,
}

#[derive(Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
struct Example {
    published: Option<String>,
    text: String,
    finds: Vec<(String, String)>,
}

/// The bundled file. That it can be read is a test.
fn file() -> File {
    toml::from_str(include_str!("../../../assets/rules/dates.toml")).unwrap_or_default()
}

fn compile(fragments: &BTreeMap<String, String>, raw: &RawRule) -> Option<Rule> {
    let mut pattern = raw.pattern.clone();
    for (name, fragment) in fragments {
        let mark = format!("{{{name}}}");
        pattern = pattern.replacen(&mark, &format!("(?<{name}>{fragment})"), 1);
        pattern = pattern.replace(&mark, &format!("(?:{fragment})"));
    }
    let pattern =
        Regex::new(&format!(r"(?i)(?-u:\b{{start-half}})(?:{pattern})(?-u:\b{{end-half}})")).ok();
    Some(Rule { kind: raw.kind, pattern: pattern? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::pipeline::{dates, plain::Plain, sentences, tokens};

    #[test]
    fn every_rule_of_the_file_compiles() {
        let read: Result<File, _> =
            toml::from_str(include_str!("../../../assets/rules/dates.toml"));
        let count = read.map_err(|e| e.to_string()).map(|file| file.rule.len());
        assert_eq!(count, Ok(rules().len()));
    }

    #[test]
    fn every_example_of_the_file_gives_its_value() {
        let mut wrong = Vec::new();
        for rule in file().rule {
            for example in rule.example {
                let plain = Plain::new(&format!("Headline\n\n{}", example.text));
                let tokens = tokens::find(&plain.text);
                let sentences = sentences::find(&plain, &tokens, Lexicon::bundled());
                let published = example.published.as_deref().and_then(|d| d.parse().ok());
                let (found, _) =
                    dates::find(&plain.text, &sentences, published, Lexicon::bundled());
                let found: Vec<(String, String)> = found
                    .iter()
                    .map(|t| (t.span.of(&plain.text).into(), t.value.clone()))
                    .collect();
                if found != example.finds {
                    wrong.push(format!("{:?} gives {found:?}", example.text));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}
