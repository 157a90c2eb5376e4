//! The patterns for expressions of time, read from `assets/rules/dates.toml`.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use regex::{Captures, Regex};
use serde::Deserialize;

use super::classes::{ClassSet, Classes};
use super::context::Anchor;
use super::holidays::Holiday;
use super::tense::TenseWords;
use super::values::{self, Value};
use crate::model::Span;

/// A pattern, what may stand beside it, and the sum that gives its value. Patterns are
/// compiled when a text first has the words that the rule needs: all together take longer
/// than to read some hundred articles.
pub struct Rule {
    kind: Kind,
    needs: ClassSet,
    raw: Patterns,
    pattern: OnceLock<Option<Regex>>,
    guard: OnceLock<Option<Guard>>,
}

/// The patterns of a rule, fragments put in.
struct Patterns {
    whole: String,
    before: Option<String>,
    after: Option<String>,
    not_before: Option<String>,
    not_after: Option<String>,
}

/// Which sum gives the value. See the rules file for examples of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Day,
    DayListed,
    Iso,
    Numeric,
    Holiday,
    Clock,
    Weekday,
    Deictic,
    Same,
    Ago,
    After,
    Calendar,
    WeekOf,
    Month,
    Season,
    Quarter,
    PeriodAgo,
    Period,
    Decade,
    Century,
    Year,
    Duration,
    VagueDuration,
    Set,
    Present,
    Past,
    Future,
    Part,
    PartAlone,
    SameTime,
    NthOf,
    Offset,
    Ahead,
    MonthListed,
    Former,
    SameDay,
    OneDay,
    FeastMonth,
    HistoryFuture,
    HistorySeason,
    ThisDate,
    DayOfMonth,
}

/// What must and must not stand directly before and after a match.
struct Guard {
    before: Option<Regex>,
    after: Option<Regex>,
    not_before: Option<Regex>,
    not_after: Option<Regex>,
}

/// How many bytes to each side a guard looks at.
const GUARD_BYTES: usize = 48;

impl Guard {
    fn lets_pass(&self, text: &str, span: Span) -> bool {
        let start = text.floor_char_boundary(span.start.saturating_sub(GUARD_BYTES));
        let end = text.ceil_char_boundary((span.end + GUARD_BYTES).min(text.len()));
        let (before, after) = (&text[start..span.start], &text[span.end..end]);
        let wanted =
            |regex: &Option<Regex>, words| regex.as_ref().is_none_or(|r| r.is_match(words));
        let unwanted =
            |regex: &Option<Regex>, words| regex.as_ref().is_some_and(|r| r.is_match(words));
        wanted(&self.before, before)
            && wanted(&self.after, after)
            && !unwanted(&self.not_before, before)
            && !unwanted(&self.not_after, after)
    }
}

impl Rule {
    /// Where the pattern fits, in text order, each with its groups.
    pub fn matches<'t>(&self, text: &'t str) -> Vec<(Span, Captures<'t>)> {
        let Some(pattern) = self.pattern() else { return Vec::new() };
        let found = pattern.captures_iter(text);
        found
            .filter_map(|captures| {
                let whole = captures.name("timex").or_else(|| captures.get(0))?;
                Some((Span::new(whole.start(), whole.end()), captures))
            })
            .filter(|(span, _)| self.guard().is_some_and(|guard| guard.lets_pass(text, *span)))
            .collect()
    }

    /// `None` where a pattern is broken; that none is, is a test.
    fn pattern(&self) -> Option<&Regex> {
        self.pattern.get_or_init(|| self.raw.whole()).as_ref()
    }

    /// `None` where one of its patterns is broken.
    fn guard(&self) -> Option<&Guard> {
        self.guard.get_or_init(|| self.raw.guard()).as_ref()
    }

    /// The value of a match.
    pub fn value(&self, captures: &Captures<'_>, span: Span, anchor: &Anchor) -> Option<Value> {
        values::value(self.kind, captures, span, anchor)
    }

    /// Whether it can give a single day by itself.
    pub fn gives_a_day(&self) -> bool {
        matches!(self.kind, Kind::Day | Kind::Iso | Kind::Numeric)
    }

    /// Whether a text with words of these classes can hold a match.
    pub fn can_match(&self, classes: ClassSet) -> bool {
        classes.contains(self.needs)
    }
}

/// All that the rules file holds.
pub struct Rules {
    /// In the order of the file.
    pub rules: Vec<Rule>,
    /// The classes of words that rules need.
    pub classes: Classes,
    /// Words that tell whether a clause looks ahead or back.
    pub tense: TenseWords,
    /// Feasts with a day of their own.
    pub holidays: Vec<Holiday>,
}

/// The bundled rules.
pub fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(|| {
        let file = file();
        let classes = Classes::new(&file.class);
        let rules = file.rule.iter().filter_map(|raw| rule(&file, &classes, raw)).collect();
        Rules { rules, classes, tense: file.tense, holidays: file.holiday }
    });
    &RULES
}

#[derive(Deserialize, Default)]
struct File {
    class: BTreeMap<String, Vec<String>>,
    fragment: BTreeMap<String, String>,
    tense: TenseWords,
    holiday: Vec<Holiday>,
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
struct RawRule {
    kind: Kind,
    needs: Vec<String>,
    #[serde(rename = "match")]
    pattern: String,
    before: Option<String>,
    after: Option<String>,
    not_before: Option<String>,
    not_after: Option<String>,
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

/// `None` where a class is unknown; that none is, is a test.
fn rule(file: &File, classes: &Classes, raw: &RawRule) -> Option<Rule> {
    let filled = |pattern: &str| with_fragments(&file.fragment, pattern);
    let beside = |pattern: &Option<String>| pattern.as_deref().map(filled);
    let patterns = Patterns {
        whole: filled(&raw.pattern),
        before: beside(&raw.before),
        after: beside(&raw.after),
        not_before: beside(&raw.not_before),
        not_after: beside(&raw.not_after),
    };
    let needs = classes.set(&raw.needs)?;
    Some(Rule {
        kind: raw.kind,
        needs,
        raw: patterns,
        pattern: OnceLock::new(),
        guard: OnceLock::new(),
    })
}

impl Patterns {
    fn whole(&self) -> Option<Regex> {
        let whole = &self.whole;
        Regex::new(&format!(r"(?i)(?-u:\b{{start-half}})(?:{whole})(?-u:\b{{end-half}})")).ok()
    }

    fn guard(&self) -> Option<Guard> {
        let ends = |pattern: &Option<String>| beside(pattern, |p| format!("(?i)(?:{p})$"));
        let starts = |pattern: &Option<String>| beside(pattern, |p| format!("(?i)^(?:{p})"));
        Some(Guard {
            before: ends(&self.before)?,
            after: starts(&self.after)?,
            not_before: ends(&self.not_before)?,
            not_after: starts(&self.not_after)?,
        })
    }
}

/// A guard, if there is one; `None` where it is broken.
fn beside(pattern: &Option<String>, at: impl Fn(&str) -> String) -> Option<Option<Regex>> {
    let regex = pattern.as_ref().map(|pattern| Regex::new(&at(pattern)));
    regex.transpose().ok()
}

/// Puts the fragments in, the first of a name as a group of that name; `{year2}` is
/// another `{year}` whose group is `year2`. A space stands for any one white space.
fn with_fragments(fragments: &BTreeMap<String, String>, pattern: &str) -> String {
    let mut pattern = pattern.to_owned();
    for (name, fragment) in fragments {
        let mark = format!("{{{name}}}");
        pattern = pattern.replacen(&mark, &format!("(?<{name}>{fragment})"), 1);
        pattern = pattern.replace(&mark, &format!("(?:{fragment})"));
        pattern = pattern.replace(&format!("{{{name}2}}"), &format!("(?<{name}2>{fragment})"));
    }
    pattern.replace(' ', r"[ \n\t]")
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
        assert_eq!(count, Ok(rules().rules.len()));
        let broken =
            rules().rules.iter().filter(|rule| rule.pattern().is_none() || rule.guard().is_none());
        assert_eq!(broken.map(|rule| rule.raw.whole.as_str()).collect::<Vec<_>>(), [""; 0]);
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
                let (found, _) = dates::find(&plain.text, &sentences, published);
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

    #[test]
    fn every_rule_has_an_example() {
        let without: Vec<String> =
            file().rule.into_iter().filter(|r| r.example.is_empty()).map(|r| r.pattern).collect();
        assert_eq!(without, Vec::<String>::new());
    }
}
