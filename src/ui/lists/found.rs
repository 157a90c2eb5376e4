//! Words looked for, wherever they stand: in articles, and in what is not on the map.

use rayon::prelude::*;
use regex::{Regex, RegexBuilder};

use crate::{
    model::{ReadArticle, Span},
    session::Session,
};

use super::title_of;

/// So many hits of an article are shown.
pub const SHOWN_HITS: usize = 2;

/// Words looked for, whatever their capitals.
pub struct Words(Vec<Regex>);

impl Words {
    /// The words of a text that was typed; none where it has only blanks.
    pub fn of(typed: &str) -> Option<Self> {
        let word = |word: &str| {
            RegexBuilder::new(&regex::escape(word)).case_insensitive(true).build().ok()
        };
        let words: Vec<Regex> = typed.split_whitespace().filter_map(word).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether each word is in one of the parts.
    pub fn are_in(&self, parts: &[&str]) -> bool {
        self.0.iter().all(|word| parts.iter().any(|part| word.is_match(part)))
    }

    /// Where the words stand, from the start.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let found = self.0.iter().flat_map(|word| word.find_iter(text));
        let mut spans: Vec<Span> =
            found.map(|found| Span::new(found.start(), found.end())).collect();
        spans.sort_unstable();
        spans
    }
}

/// An article with the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The article's place in the dataset.
    pub article: usize,
    /// How often the words stand in the text.
    pub count: usize,
    /// Where they stand first.
    pub spans: Vec<Span>,
}

/// The articles that have all words looked for.
#[derive(Default)]
pub struct Found {
    found_for: Option<(u64, String)>,
    hits: Option<Vec<Hit>>,
}

impl Found {
    /// Looks again when other words are looked for or other articles are open.
    pub fn update(&mut self, session: &Session) {
        let typed = session.filter().text().trim();
        let made = self.found_for.as_ref().map(|(version, words)| (*version, words.as_str()));
        if made == Some((session.data_version(), typed)) {
            return;
        }
        self.found_for = Some((session.data_version(), typed.to_owned()));
        self.hits = Words::of(typed).map(|words| find(&words, &session.dataset().articles));
    }

    /// The articles in their order; `None` where nothing is looked for.
    pub fn hits(&self) -> Option<&[Hit]> {
        self.hits.as_deref()
    }
}

fn find(words: &Words, articles: &[ReadArticle]) -> Vec<Hit> {
    let hit = |(article, read): (usize, &ReadArticle)| {
        let (text, outlet) = (read.article.text.as_str(), read.reading.metadata.source.as_ref());
        let outlet = outlet.map_or("", |outlet| outlet.value.as_str());
        if !words.are_in(&[text, title_of(read), outlet]) {
            return None;
        }
        let mut spans = words.spans(text);
        let count = spans.len();
        spans.truncate(SHOWN_HITS);
        Some(Hit { article, count, spans })
    };
    articles.par_iter().enumerate().filter_map(hit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Reading};

    fn check(typed: &str, texts: &[&str], wanted: &[(usize, &[&str])]) {
        let read = |text: &&str| ReadArticle {
            article: Article::new("id", *text),
            reading: Reading::default(),
        };
        let articles: Vec<ReadArticle> = texts.iter().map(read).collect();
        let hits = Words::of(typed).map_or_else(Vec::new, |words| find(&words, &articles));
        let found: Vec<(usize, Vec<&str>)> = hits
            .iter()
            .map(|hit| (hit.article, hit.spans.iter().map(|s| s.of(texts[hit.article])).collect()))
            .collect();
        let wanted: Vec<(usize, Vec<&str>)> =
            wanted.iter().map(|(article, words)| (*article, words.to_vec())).collect();
        assert_eq!(found, wanted, "{typed}");
    }

    #[test]
    fn articles_with_all_words_are_found_whatever_their_capitals() {
        let texts = ["Shells hit Goris.", "GORIS was calm. Goris!", "Сотк и Горис", "Nothing"];
        check("goris", &texts, &[(0, &["Goris"]), (1, &["GORIS", "Goris"])]);
        check("goris  SHELLS", &texts, &[(0, &["Shells", "Goris"])]);
        check("горис", &texts, &[(2, &["Горис"])]);
        check("g.ris", &texts, &[]);
        check("  ", &texts, &[]);
    }

    #[test]
    fn a_thousand_articles_are_gone_through_within_a_frame() {
        let text = "The village was quiet on Tuesday, the ministry of defence said. ".repeat(47);
        let articles: Vec<ReadArticle> = (0..1000)
            .map(|number| ReadArticle {
                article: Article::new("id", format!("{text} Number {number} hit Goris.")),
                reading: Reading::default(),
            })
            .collect();
        let Some(words) = Words::of("goris 77") else { return };
        let start = std::time::Instant::now();
        let hits = find(&words, &articles);
        assert_eq!(hits.len(), 19);
        // A program built for tests is many times slower.
        assert!(start.elapsed().as_millis() < if cfg!(debug_assertions) { 400 } else { 16 });
    }
}
