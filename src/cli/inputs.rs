//! Articles from the paths of the command line. What cannot be read is said and
//! counted, and the rest goes on.

use std::ops::ControlFlow;
use std::path::PathBuf;

use jiff::civil::Date;

use super::{Answer, say};
use crate::gazetteer::Gazetteer;
use crate::import::{self, Outcome};
use crate::model::{Article, Dataset, Found, Joins, ReadArticle};
use crate::pipeline;

/// Reads the articles of files and folders, one after the other, until `each`
/// breaks off. Those without a day of publication get `published`.
pub fn read(
    paths: &[PathBuf],
    published: Option<Date>,
    each: &mut dyn FnMut(Article) -> ControlFlow<()>,
) -> Answer {
    let mut answer = Answer::Complete;
    let notices = import::read(paths, &mut |outcome| match or_say(outcome, &mut answer) {
        Some(article) => each(with_day(article, published)),
        None => ControlFlow::Continue(()),
    });
    for notice in notices {
        say(&notice.to_string());
    }
    answer
}

/// The same for JSON lines on standard input.
pub fn read_standard_input(
    published: Option<Date>,
    each: &mut dyn FnMut(Article) -> ControlFlow<()>,
) -> Answer {
    let mut answer = Answer::Complete;
    import::read_lines(&mut std::io::stdin().lock(), &mut |outcome| match or_say(
        outcome,
        &mut answer,
    ) {
        Some(article) => each(with_day(article, published)),
        None => ControlFlow::Continue(()),
    });
    answer
}

/// Reads all articles and joins what they report.
pub fn dataset(
    paths: &[PathBuf],
    published: Option<Date>,
    gazetteer: &Gazetteer,
) -> (Dataset, Answer) {
    let mut articles = Vec::new();
    let answer = read(paths, published, &mut |article| {
        articles.push(read_article(article, gazetteer));
        ControlFlow::Continue(())
    });
    (joined(articles), answer)
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
    Dataset { articles, events }
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
