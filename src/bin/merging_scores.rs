//! Prints how well the reports of `tests/merging` are joined to happenings, by pairs.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin merging_scores -- [--errors]
//! ```
//!
//! Each article of the set names the happenings that it tells of, each by words at the
//! place where it does: a mention. A mention is found if a report has its trigger or a
//! sentence there, and no other mention is nearer to it; the report's event is then
//! compared with those of all other mentions of the same part. A pair is right if both are of one happening and in one event.
//! "Given found" leaves out what no report was found for; "all" counts its pairs as
//! missed. `--parts` lists the parts of each event's confidence and whether the event is one
//! of the happenings. `--errors` lists what is wrong in the part `dev`; the part `test` is only counted.

use std::error::Error;
use std::{env, fs};

use dateline::gazetteer::Gazetteer;
use dateline::model::{Article, Dataset, Event, Found, Joins, ReadArticle, Report, Span};
use dateline::pipeline;
use serde::Deserialize;

fn main() -> Result<(), Box<dyn Error>> {
    let parts = env::args().any(|argument| argument == "--parts");
    let errors = env::args().any(|argument| argument == "--errors");
    for part in ["dev", "test"] {
        let path = format!("{}/tests/merging/{part}.jsonl", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let lines = text.lines().map(serde_json::from_str);
        let lines: Vec<Line> =
            lines.collect::<Result<_, _>>().map_err(|error| format!("{path}: {error}"))?;
        let articles = lines.iter().map(Line::read).collect::<Result<Vec<_>, _>>()?;
        let events = pipeline::merge(&articles, &Joins::default());
        let dataset = Dataset { articles, events, tables: Vec::new() };
        let mentions = mentions(&lines, &dataset);
        println!("{part}: {} articles, {}", lines.len(), Score::of(&mentions));
        println!("  {}", causes(&mentions, &dataset));
        if parts {
            list_parts(&mentions, &dataset);
        }
        if errors && part == "dev" {
            list_errors(&mentions, &dataset);
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Line {
    id: String,
    published: String,
    source: String,
    title: String,
    text: String,
    happenings: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    id: String,
    words: String,
}

impl Gold {
    fn span(&self, text: &str) -> Span {
        let start = text.find(&self.words).unwrap_or(0);
        Span::new(start, start + self.words.len())
    }
}

impl Line {
    fn read(&self) -> Result<ReadArticle, Box<dyn Error>> {
        let mut article = Article::new(&self.id, &self.text);
        article.given.title = Some(Found::given(self.title.clone()));
        article.given.source = Some(Found::given(self.source.clone()));
        article.given.published = Some(Found::given(self.published.parse()?));
        let reading = pipeline::read(&article, Gazetteer::bundled());
        Ok(ReadArticle { article, reading })
    }
}

/// A place where an article tells of a happening, and the event that it became.
struct Mention<'l> {
    happening: &'l str,
    article: usize,
    words: &'l str,
    /// The report and its event; `None` where no report was found.
    found: Option<(usize, usize)>,
}

fn mentions<'l>(lines: &'l [Line], dataset: &Dataset) -> Vec<Mention<'l>> {
    let mut mentions = Vec::new();
    for (article, line) in lines.iter().enumerate() {
        let words: Vec<Span> = line.happenings.iter().map(|gold| gold.span(&line.text)).collect();
        let reports = reports_at(&dataset.articles[article].reading.reports, &words);
        for (gold, report) in line.happenings.iter().zip(reports) {
            let found = report.and_then(|report| {
                let holds = |event: &Event| {
                    event.reports.iter().any(|at| at.article == article && at.report == report)
                };
                Some((report, dataset.events.iter().position(holds)?))
            });
            mentions.push(Mention { happening: &gold.id, article, words: &gold.words, found });
        }
    }
    mentions
}

/// For each mention, the report that has its trigger in the words, or else nearest to them
/// in the sentence, or else that tells of them in a later sentence. A report is found for
/// one mention only, the nearest.
fn reports_at(reports: &[Report], mentions: &[Span]) -> Vec<Option<usize>> {
    let mut fits: Vec<(usize, usize, usize)> = Vec::new();
    for (m, words) in mentions.iter().enumerate() {
        for (r, report) in reports.iter().enumerate() {
            let rank = if words.overlaps(report.trigger) {
                0
            } else if report.quote.overlaps(*words) {
                1 + report.trigger.distance(*words)
            } else if report.also.iter().any(|span| span.overlaps(*words)) {
                100_000
            } else {
                continue;
            };
            fits.push((rank, m, r));
        }
    }
    fits.sort_unstable();
    let mut found = vec![None; mentions.len()];
    for (_, m, r) in fits {
        if found[m].is_none() && !found.contains(&Some(r)) {
            found[m] = Some(r);
        }
    }
    found
}

#[derive(Default)]
struct Score {
    mentions: usize,
    found: usize,
    gold_pairs: usize,
    gold_pairs_found: usize,
    predicted_pairs: usize,
    right_pairs: usize,
}

impl Score {
    fn of(mentions: &[Mention<'_>]) -> Self {
        let mut score = Score {
            mentions: mentions.len(),
            found: mentions.iter().filter(|mention| mention.found.is_some()).count(),
            ..Score::default()
        };
        for (n, a) in mentions.iter().enumerate() {
            for b in &mentions[n + 1..] {
                let same = a.happening == b.happening;
                let both = a.found.zip(b.found);
                let joined = both.is_some_and(|((_, a), (_, b))| a == b);
                score.gold_pairs += usize::from(same);
                score.gold_pairs_found += usize::from(same && both.is_some());
                score.predicted_pairs += usize::from(joined);
                score.right_pairs += usize::from(joined && same);
            }
        }
        score
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let share = |part: usize, all: usize| part as f64 / all.max(1) as f64;
        let precision = share(self.right_pairs, self.predicted_pairs);
        let f1 = |recall: f64| 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
        let (found, all) = (
            share(self.right_pairs, self.gold_pairs_found),
            share(self.right_pairs, self.gold_pairs),
        );
        write!(
            f,
            "{} of {} mentions found; precision {precision:.3} ({} of {} pairs); given found: \
             recall {found:.3} (of {}), F1 {:.3}; all: recall {all:.3} (of {}), F1 {:.3}",
            self.found,
            self.mentions,
            self.right_pairs,
            self.predicted_pairs,
            self.gold_pairs_found,
            f1(found),
            self.gold_pairs,
            f1(all),
        )
    }
}

/// The parts of each event's confidence, and whether it is one of the happenings.
fn list_parts(mentions: &[Mention<'_>], dataset: &Dataset) {
    for (number, event) in dataset.events.iter().enumerate() {
        let right = mentions.iter().any(|m| m.found.is_some_and(|(_, found)| found == number));
        let p = event.parts;
        let values = [p.detection, p.date, p.place, p.corroboration, event.confidence];
        let values: Vec<String> = values.iter().map(|value| format!("{value:.2}")).collect();
        println!("  parts {} {}", values.join(" "), u8::from(right));
    }
}

/// How the reports of pairs that were missed differ, as they were read: mostly, a reading
/// error is behind it.
fn causes(mentions: &[Mention<'_>], dataset: &Dataset) -> String {
    const APART_KM: f64 = 25.0;
    let report =
        |m: &Mention<'_>| m.found.map(|(r, _)| &dataset.articles[m.article].reading.reports[r]);
    let mut counts = [0; 5];
    for (n, a) in mentions.iter().enumerate() {
        for b in mentions[n + 1..].iter().filter(|b| b.happening == a.happening) {
            let (Some((_, x)), Some((_, y))) = (a.found, b.found) else { continue };
            let (Some(a), Some(b)) = (report(a), report(b)) else { continue };
            let days = a.date.as_ref().zip(b.date.as_ref());
            let far = |a: &Report, b: &Report| {
                let km = a.locations.iter().flat_map(|x| {
                    b.locations.iter().map(move |y| {
                        x.position.distance_km(y.position) - x.radius_km - y.radius_km
                    })
                });
                km.fold(f64::INFINITY, f64::min) > APART_KM
            };
            let cause = match () {
                () if x == y => continue,
                () if days.is_none_or(|(a, b)| !a.range.overlaps(b.range)) => 0,
                () if a.locations.is_empty() || b.locations.is_empty() => 1,
                () if far(a, b) => 2,
                () if a.event_type != b.event_type => 3,
                () => 4,
            };
            counts[cause] += 1;
        }
    }
    format!(
        "missed pairs, as read: other or no days {}, no place {}, places apart {}, other types {}, \
         none of these {}",
        counts[0], counts[1], counts[2], counts[3], counts[4]
    )
}

fn list_errors(mentions: &[Mention<'_>], dataset: &Dataset) {
    let name = |mention: &Mention<'_>| {
        let read = &dataset.articles[mention.article];
        let report = mention.found.map(|(report, _)| {
            let report = &read.reading.reports[report];
            let places: Vec<&str> = report.locations.iter().map(|l| l.name.as_str()).collect();
            let days = report.date.as_ref().map(|d| (d.range.first(), d.range.days()));
            let killed = report.killed.map(|count| count.label()).unwrap_or_default();
            format!("{} {days:?} {places:?} killed {killed}", report.event_type.key())
        });
        format!("{}: “{}” {}", read.article.id, mention.words, report.unwrap_or_default())
    };
    for mention in mentions.iter().filter(|mention| mention.found.is_none()) {
        println!("  not found: {} {}", mention.happening, name(mention));
    }
    for (n, a) in mentions.iter().enumerate() {
        for b in &mentions[n + 1..] {
            let Some(((_, x), (_, y))) = a.found.zip(b.found) else { continue };
            match (a.happening == b.happening, x == y) {
                (true, false) => {
                    println!("  missed: {}\n     {}\n     {}", a.happening, name(a), name(b))
                }
                (false, true) => println!(
                    "  wrong: {} and {}\n     {}\n     {}\n     {:?}",
                    a.happening,
                    b.happening,
                    name(a),
                    name(b),
                    dataset.events[x].joins.iter().map(|join| &join.why).collect::<Vec<_>>()
                ),
                _ => {}
            }
        }
    }
}
