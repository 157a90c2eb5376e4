//! How fast articles are read: `cargo bench --no-default-features --bench reading [FILE…]`.
//!
//! Reads the files, or the sample, again and again for five seconds on one thread and
//! prints megabytes of text a second; before that, the time of the very first article,
//! which reads the rules. Timing is no test: nothing here fails.

use std::time::{Duration, Instant};

use dateline::gazetteer::Gazetteer;
use dateline::model::Article;
use dateline::{import, pipeline};

const MEASURED: Duration = Duration::from_secs(5);

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let articles: Vec<Article> = if files.is_empty() {
        import::sample()
    } else {
        files
            .iter()
            .filter_map(|file| Some(Article::new(file, std::fs::read_to_string(file).ok()?)))
            .collect()
    };
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let Some(first) = articles.first().filter(|_| bytes > 0) else {
        println!("nothing to read");
        return;
    };

    let start = Instant::now();
    let reports = pipeline::read(first, Gazetteer::bundled()).reports.len();
    println!("first article, {reports} reports: {:.1?}", start.elapsed());

    let start = Instant::now();
    let mut rounds = 0;
    while start.elapsed() < MEASURED {
        for article in &articles {
            drop(std::hint::black_box(pipeline::read(article, Gazetteer::bundled())));
        }
        rounds += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = (bytes * rounds) as f64 / 1e6;
    println!(
        "{} articles of {bytes} bytes, {rounds} times: {:.2} MB/s",
        articles.len(),
        megabytes / seconds
    );
}
