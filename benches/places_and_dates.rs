//! How fast places and dates are found once the grammar is known:
//! `cargo bench --no-default-features --bench places_and_dates [FILE…]`.
//!
//! A file holds a document a line, `{"id", "text", "published"}`; without one, the sample is
//! read. Each article is analysed first, then its dates and its places are found again and
//! again for a second. One thread. Timing is no test: nothing here fails.

use std::hint::black_box;
use std::time::{Duration, Instant};

use dateline::gazetteer::Gazetteer;
use dateline::import;
use dateline::model::{Article, Found};
use dateline::pipeline::stages::Analysed;

const MEASURED: Duration = Duration::from_millis(40);

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let articles: Vec<Article> = if files.is_empty() {
        import::sample()
    } else {
        files
            .iter()
            .filter_map(|file| std::fs::read_to_string(file).ok())
            .flat_map(|lines| lines.lines().filter_map(article).collect::<Vec<_>>())
            .collect()
    };
    let gazetteer = Gazetteer::bundled();
    let (mut bytes, mut of_dates, mut of_places) = (0, Duration::ZERO, Duration::ZERO);
    for article in &articles {
        Analysed::with(article, |analysed| {
            let timexes = analysed.dates();
            black_box(analysed.places(gazetteer, &timexes));
            bytes += article.text.len();
            of_dates += shortest(|| drop(black_box(analysed.dates())));
            of_places += shortest(|| drop(black_box(analysed.places(gazetteer, &timexes))));
        });
    }
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9);
    println!(
        "{} articles of {bytes} bytes: dates {:.1} MB/s, places {:.1} MB/s, both {:.1} MB/s",
        articles.len(),
        speed(of_dates),
        speed(of_places),
        speed(of_dates + of_places)
    );
}

/// The shortest of several runs: what the machine does beside only makes them longer.
fn shortest(run: impl Fn()) -> Duration {
    let all = Instant::now();
    let mut shortest = Duration::MAX;
    while all.elapsed() < MEASURED {
        let start = Instant::now();
        run();
        shortest = shortest.min(start.elapsed());
    }
    shortest
}

fn article(line: &str) -> Option<Article> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let mut article = Article::new(value["id"].as_str()?, value["text"].as_str()?);
    article.given.published =
        value["published"].as_str().and_then(|day| day.parse().ok()).map(Found::given);
    Some(article)
}
