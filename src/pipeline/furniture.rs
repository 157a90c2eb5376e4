//! Parts of a page that are not news: sharing buttons, comments, related articles.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::plain::Plain;

/// For each block, whether it is news.
pub fn news_blocks(plain: &Plain) -> Vec<bool> {
    let mut cut = false;
    let mut news = Vec::with_capacity(plain.blocks.len());
    for block in &plain.blocks {
        let text = block.span.of(&plain.text);
        let rule = RULES.iter().find(|rule| rule.pattern.is_match(text));
        cut |= rule.is_some_and(|rule| rule.cuts == Cuts::Rest);
        news.push(!cut && rule.is_none());
    }
    news
}

struct Rule {
    pattern: Regex,
    cuts: Cuts,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Cuts {
    Block,
    Rest,
}

#[derive(Deserialize, Default)]
struct File {
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
struct RawRule {
    #[serde(rename = "match")]
    pattern: String,
    cuts: Cuts,
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    finds: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    misses: Vec<String>,
}

static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| file().rule.iter().filter_map(compile).collect());

/// The bundled file. That it can be read is a test.
fn file() -> File {
    toml::from_str(include_str!("../../assets/rules/furniture.toml")).unwrap_or_default()
}

fn compile(raw: &RawRule) -> Option<Rule> {
    let pattern = Regex::new(&format!("(?i){}", raw.pattern)).ok()?;
    Some(Rule { pattern, cuts: raw.cuts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_finds_its_examples_and_nothing_else() {
        let file = file();
        assert_eq!(RULES.len(), 3);
        for (raw, rule) in file.rule.iter().zip(RULES.iter()) {
            for text in &raw.finds {
                assert!(rule.pattern.is_match(text), "{text:?}");
            }
            for text in &raw.misses {
                assert!(!rule.pattern.is_match(text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_follows_the_comments_is_not_news() {
        let plain =
            Plain::new("Calm returns\n\nThe town was quiet.\n\nLeave a Reply\n\nThey shelled us!");
        assert_eq!(news_blocks(&plain), [true, true, false, false]);
    }
}
