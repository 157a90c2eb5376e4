//! Articles from the paths of the command line. What cannot be read is said and
//! counted, and the rest goes on.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::thread;

use jiff::civil::Date;

use super::args::Args;
use super::{Answer, say};
use crate::gazetteer::Gazetteer;
use crate::import::{self, Outcome};
use crate::model::{Article, Dataset, Found, Joins, ReadArticle};
use crate::pipeline;

/// Where articles come from.
pub struct Inputs<'a> {
    /// Files and folders, or `-` alone for JSON lines on standard input.
    pub paths: &'a [PathBuf],
    /// The day of publication of those that came without one.
    pub published: Option<Date>,
}

impl Inputs<'_> {
    /// Reads the articles one after the other, until `each` breaks off.
    pub fn read(&self, each: &mut dyn FnMut(Article) -> ControlFlow<()>) -> Answer {
        let mut answer = Answer::Complete;
        let mut take = |outcome: Outcome| match or_say(outcome, &mut answer) {
            Some(article) => each(with_day(article, self.published)),
            None => ControlFlow::Continue(()),
        };
        if Args::wants_standard_input(self.paths) {
            import::read_lines(&mut std::io::stdin().lock(), &mut take);
            return answer;
        }
        for notice in import::read(self.paths, &mut take) {
            say(&notice.to_string());
        }
        answer
    }

    /// Does `work` on the articles on so many threads, and hands what comes of them to
    /// `take` in their order, until it breaks off.
    pub fn read_on<O: Send>(
        &self,
        threads: NonZero<usize>,
        work: impl Fn(Article) -> O + Sync,
        take: &mut dyn FnMut(O) -> ControlFlow<()>,
    ) -> Answer {
        pipeline::in_order(threads, |each| self.read(each), work, take)
    }

    /// Reads all articles and joins what they report.
    pub fn dataset(&self, threads: NonZero<usize>, gazetteer: &Gazetteer) -> (Dataset, Answer) {
        let mut articles = Vec::new();
        let work = |article| read_article(article, gazetteer);
        let answer = self.read_on(threads, work, &mut |read| {
            articles.push(read);
            ControlFlow::Continue(())
        });
        (joined(articles), answer)
    }
}

/// As many threads as there are processors to use.
pub fn all_threads() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// The sample, read in the same way.
pub fn sample(gazetteer: &Gazetteer) -> Dataset {
    let read = |article| read_article(article, gazetteer);
    joined(import::sample().into_iter().map(read).collect())
}

fn read_article(article: Article, gazetteer: &Gazetteer) -> ReadArticle {
    let reading = pipeline::read(&article, gazetteer);
    ReadArticle { article, reading }
}

fn joined(articles: Vec<ReadArticle>) -> Dataset {
    let events = pipeline::merge(&articles, &Joins::default());
    Dataset { articles, events, tables: Vec::new() }
}

fn or_say(outcome: Outcome, answer: &mut Answer) -> Option<Article> {
    match outcome {
        Ok(article) => Some(article),
        Err(error) => {
            say(&error.to_string());
            *answer = Answer::Incomplete;
            None
        }
    }
}

/// A day that came with the article is kept; one that the pipeline would find in
/// the text is not, since a person's word beats it.
fn with_day(mut article: Article, published: Option<Date>) -> Article {
    if article.given.published.is_none() {
        article.given.published = published.map(Found::by_person);
    }
    article
}
