//! How fast articles are read: `cargo bench --no-default-features --bench reading [-- FILE…]`.
//!
//! Reads the articles of the files (any that the program opens; JSON lines for many), or of
//! the sample, and joins what they report, again and again for five seconds on one thread,
//! then on two. Prints megabytes of text a second; before that, the time of the very first
//! article, which reads the rules. Timing is no test: nothing here fails.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use dateline::gazetteer::Gazetteer;
use dateline::import;
use dateline::model::{Article, Joins, ReadArticle};
use dateline::pipeline;

const MEASURED: Duration = Duration::from_secs(5);

fn main() {
    let files = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let articles = articles(&files.map(PathBuf::from).collect::<Vec<_>>());
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let Some(first) = articles.first().filter(|_| bytes > 0) else {
        println!("nothing to read");
        return;
    };
    let start = Instant::now();
    let reports = pipeline::read(first, Gazetteer::bundled()).reports.len();
    println!("first article, {reports} reports: {:.1?}", start.elapsed());

    for threads in [1, 2] {
        let start = Instant::now();
        let (mut rounds, mut events) = (0, 0);
        while start.elapsed() < MEASURED {
            events = read_all(&articles, threads);
            rounds += 1;
        }
        let speed = (bytes * rounds) as f64 / 1e6 / start.elapsed().as_secs_f64();
        println!(
            "{} articles of {bytes} bytes, {events} events, threads: {threads}: {speed:.2} MB/s",
            articles.len()
        );
    }
}

fn articles(files: &[PathBuf]) -> Vec<Article> {
    if files.is_empty() {
        return import::sample();
    }
    let mut articles = Vec::new();
    import::read(files, &mut |outcome| {
        match outcome {
            Ok(article) => articles.push(article),
            Err(error) => println!("{error}"),
        }
        ControlFlow::Continue(())
    });
    articles
}

/// Reads and joins; how many events there are.
fn read_all(articles: &[Article], threads: usize) -> usize {
    let mut read = Vec::new();
    pipeline::in_order(
        NonZero::new(threads).unwrap_or(NonZero::<usize>::MIN),
        |each| {
            let _ = articles.iter().try_for_each(&mut *each);
        },
        |article| {
            let reading = pipeline::read(article, Gazetteer::bundled());
            ReadArticle { article: article.clone(), reading }
        },
        &mut |article| {
            read.push(article);
            ControlFlow::Continue(())
        },
    );
    pipeline::merge(&read, &Joins::default()).len()
}
