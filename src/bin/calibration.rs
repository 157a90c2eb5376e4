//! Prints how far confidences can be trusted: the share that is right of what the program is
//! so sure of.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin calibration -- FOLDER [--fit]
//! ```
//!
//! FOLDER holds gold as `.ci/evaluate` reads it: `pitf.jsonl` (one event a document: days,
//! places, dead), `wikievents_dev.jsonl` (words of events) and `seeds.jsonl` (events). Events are
//! also compared with the happenings of `tests/merging`. What is compared:
//!
//! - `event`, `detection`: the event is one of the gold: words of a gold event of conflict stand in
//!   its sentences, or sort, days (give or take one) and place (50 km, 200 km where coarse) agree;
//! - `date`, `place`, `killed`: the first day, the first place within 20 km, and the lowest number
//!   are those of the gold, in documents of PITF that have a text of their own and give one event.
//!   There is no confidence for `killed` alone; that of the detection is taken.
//!
//! Half of the documents, by a hash of their ids, are there to fit, the others to measure. `--fit`
//! prints `assets/rules/confidence.toml` anew and what it changes in the other half; the steps in
//! the file must be empty for it, slope 1 and offset 0, since values are taken as they are worked
//! out. Steps are fitted by isotonic regression (pool adjacent violators), the event's line by
//! logistic regression (Platt 1999).

use std::error::Error;
use std::{env, fs};

use dateline::gazetteer::Gazetteer;
use dateline::model::{
    Article, Dataset, Event, EventType, Found, Joins, LonLat, ReadArticle, Span, text_hash,
};
use dateline::pipeline;
use jiff::civil::Date;
use serde::Deserialize;

const PARTS: [&str; 5] = ["event", "detection", "date", "place", "killed"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let fit = arguments.iter().any(|argument| argument == "--fit");
    arguments.retain(|argument| argument != "--fit");
    let [folder] = arguments.as_slice() else {
        return Err("usage: calibration FOLDER [--fit]".into());
    };
    let mut samples = Vec::new();
    one_event_each(&documents(folder, "pitf")?, &mut samples);
    words_of_events(&documents(folder, "wikievents_dev")?, &mut samples);
    events_compared(&documents(folder, "seeds")?, &mut samples);
    for part in ["dev", "test"] {
        happenings(part, &mut samples)?;
    }
    for part in PARTS {
        let of = |fits: bool| -> Vec<(f32, bool)> {
            let all = samples.iter().filter(|s| s.part == part && s.fits == fits);
            all.map(|s| (s.confidence, s.right)).collect()
        };
        let (to_fit, kept) = (of(true), of(false));
        print_table(&format!("{part}, half to fit"), &to_fit);
        print_table(&format!("{part}, other half"), &kept);
        match part {
            "killed" => {}
            "event" if fit => {
                let (slope, offset) = line(&to_fit);
                let after = |p: f32| logistic(offset + slope * logit(p));
                print_table("event, other half, fitted", &changed(&kept, after));
                println!("[event]\nslope = {slope:.2}\noffset = {offset:.2}\n");
            }
            _ if fit => {
                let steps = steps(&to_fit);
                let after = |p: f32| {
                    let reached = steps.iter().rev().find(|step| step.0 <= p + 0.001);
                    reached.or(steps.first()).map_or(p, |step| step.1)
                };
                print_table(&format!("{part}, other half, fitted"), &changed(&kept, after));
                let steps: Vec<String> =
                    steps.iter().map(|(from, share)| format!("[{from:.2}, {share:.2}]")).collect();
                println!("[{part}]\nsteps = [{}]\n", steps.join(", "));
            }
            _ => {}
        }
    }
    Ok(())
}

fn changed(samples: &[(f32, bool)], after: impl Fn(f32) -> f32) -> Vec<(f32, bool)> {
    samples.iter().map(|&(confidence, right)| (after(confidence), right)).collect()
}

/// How sure the program was of something, and whether it was right.
struct Sample {
    part: &'static str,
    confidence: f32,
    right: bool,
    fits: bool,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    date: Option<String>,
    events: Vec<Gold>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Gold {
    #[serde(rename = "type")]
    event_type: String,
    trigger: Option<Words>,
    date: Option<String>,
    date_start: Option<String>,
    date_end: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    places: Vec<GoldPlace>,
    killed: serde_json::Value,
}

/// Code points, end-exclusive.
#[derive(Deserialize)]
struct Words {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct GoldPlace {
    lat: Option<f64>,
    lon: Option<f64>,
    precision: String,
}

fn documents(folder: &str, corpus: &str) -> Result<Vec<Document>, Box<dyn Error>> {
    let path = format!("{folder}/{corpus}.jsonl");
    let text = fs::read_to_string(&path).map_err(|error| format!("{error}: {path}"))?;
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().map_err(|error| format!("{error}: {path}").into())
}

/// Half of the documents are there to fit.
fn fits(id: &str) -> bool {
    text_hash(id).is_multiple_of(2)
}

fn read(document: &Document) -> Dataset {
    let mut article = Article::new(&document.id, &document.text);
    let published = document.date.as_ref().and_then(|date| date.parse().ok());
    article.given.published = published.map(Found::given);
    let reading = pipeline::read(&article, Gazetteer::bundled());
    let articles = vec![ReadArticle { article, reading }];
    let events = pipeline::merge(&articles, &Joins::default());
    Dataset { articles, events, ..Dataset::default() }
}

fn detected(id: &str, event: &Event, right: bool, samples: &mut Vec<Sample>) {
    let fits = fits(id);
    samples.push(Sample { part: "event", confidence: event.confidence, right, fits });
    let confidence = event.parts.detection;
    samples.push(Sample { part: "detection", confidence, right, fits });
}

/// Days, places and dead of documents that tell of one event.
fn one_event_each(documents: &[Document], samples: &mut Vec<Sample>) {
    for document in documents.iter().filter(|document| !document.text.contains("vdc-sy")) {
        let dataset = read(document);
        let ([event], [gold]) = (dataset.events.as_slice(), document.events.as_slice()) else {
            continue;
        };
        let fits = fits(&document.id);
        let mut add =
            |part, confidence, right| samples.push(Sample { part, confidence, right, fits });
        if let (Some(days), Some(day)) = (event.date, gold.date.as_deref().and_then(day)) {
            add("date", event.parts.date, days.first() == day);
        }
        if let (Some(place), Some(spot)) = (event.locations.first(), position(gold.lat, gold.lon)) {
            add("place", event.parts.place, place.position.distance_km(spot) <= 20.0);
        }
        if let (Some(killed), Some(number)) = (event.killed, gold.killed.as_u64()) {
            add("killed", event.parts.detection, u64::from(killed.low()) == number);
        }
    }
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn position(lat: Option<f64>, lon: Option<f64>) -> Option<LonLat> {
    Some(LonLat::new(lon?, lat?))
}

/// Events whose sentences hold words of a gold event of conflict.
fn words_of_events(documents: &[Document], samples: &mut Vec<Sample>) {
    const CONFLICT: [&str; 6] =
        ["Conflict.", "Life.", "Justice.ArrestJailDetain", "Contact.", "Movement.", "Personnel."];
    for document in documents {
        let starts: Vec<usize> = document.text.char_indices().map(|(byte, _)| byte).collect();
        let byte = |point: usize| starts.get(point).copied().unwrap_or(document.text.len());
        let of_conflict =
            |gold: &&Gold| CONFLICT.iter().any(|kind| gold.event_type.starts_with(kind));
        let words = document.events.iter().filter(of_conflict).filter_map(|gold| {
            gold.trigger.as_ref().map(|words| Span::new(byte(words.start), byte(words.end)))
        });
        let words: Vec<Span> = words.collect();
        let dataset = read(document);
        for event in &dataset.events {
            let mut triggers = dataset.reports_of(event).map(|(_, _, report)| report.trigger);
            let right = triggers.any(|trigger| words.iter().any(|gold| gold.overlaps(trigger)));
            detected(&document.id, event, right, samples);
        }
    }
}

/// Events that agree with one of the gold, each of which counts once.
fn events_compared(documents: &[Document], samples: &mut Vec<Sample>) {
    for document in documents {
        let mut left: Vec<&Gold> = document.events.iter().collect();
        for event in &read(document).events {
            let same = left.iter().position(|gold| agrees(event, gold));
            detected(&document.id, event, same.is_some(), samples);
            same.map(|at| left.remove(at));
        }
    }
}

fn agrees(event: &Event, gold: &Gold) -> bool {
    let same_group = EventType::from_key(&gold.event_type)
        .is_some_and(|t| t.group() == event.event_type.group());
    let first = gold.date_start.as_deref().and_then(day);
    let last = gold.date_end.as_deref().and_then(day).or(first);
    let same_days = match (event.date, first.zip(last)) {
        (Some(days), Some((first, last))) => {
            let apart =
                |from: Date, to: Date| from.until(to).map_or(i32::MAX, |gap| gap.get_days());
            apart(days.last(), first) <= 1 && apart(last, days.first()) <= 1
        }
        _ => true,
    };
    let near = |gold: &GoldPlace| {
        let Some(spot) = position(gold.lat, gold.lon) else { return false };
        let reach = if gold.precision == "exact" { 50.0 } else { 200.0 };
        event.locations.iter().any(|l| l.position.distance_km(spot) <= reach)
    };
    let placed = gold.places.is_empty() && event.locations.is_empty();
    same_group && same_days && (placed || gold.places.iter().any(near))
}

#[derive(Deserialize)]
struct Line {
    id: String,
    published: String,
    source: String,
    title: String,
    text: String,
    happenings: Vec<Happening>,
}

#[derive(Deserialize)]
struct Happening {
    words: String,
}

/// Events of the set of articles on happenings, merged.
fn happenings(part: &str, samples: &mut Vec<Sample>) -> Result<(), Box<dyn Error>> {
    let path = format!("{}/tests/merging/{part}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).map_err(|error| format!("{error}: {path}"))?;
    let lines: Vec<Line> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut articles = Vec::new();
    for line in &lines {
        let mut article = Article::new(&line.id, &line.text);
        article.given.title = Some(Found::given(line.title.clone()));
        article.given.source = Some(Found::given(line.source.clone()));
        article.given.published = Some(Found::given(line.published.parse()?));
        let reading = pipeline::read(&article, Gazetteer::bundled());
        articles.push(ReadArticle { article, reading });
    }
    let events = pipeline::merge(&articles, &Joins::default());
    let dataset = Dataset { articles, events, ..Dataset::default() };
    for event in &dataset.events {
        let right = dataset.reports_of(event).any(|(at, read, report)| {
            let words = lines[at.article].happenings.iter().filter_map(|happening| {
                let start = read.article.text.find(&happening.words)?;
                Some(Span::new(start, start + happening.words.len()))
            });
            let sentences: Vec<Span> =
                std::iter::once(report.quote).chain(report.also.iter().copied()).collect();
            let mut words = words;
            words.any(|words| sentences.iter().any(|sentence| sentence.overlaps(words)))
        });
        let id = event.reports.first().map_or("", |at| lines[at.article].id.as_str());
        detected(id, event, right, samples);
    }
    Ok(())
}

/// Bins of confidence with the share that is right, the Brier score (0 is best) and the
/// expected calibration error over ten bins (Naeini et al. 2015).
fn print_table(title: &str, samples: &[(f32, bool)]) {
    let count = samples.len().max(1) as f32;
    let hit = |right: bool| if right { 1.0_f32 } else { 0.0 };
    let brier = samples.iter().map(|&(p, right)| (p - hit(right)).powi(2)).sum::<f32>() / count;
    let right = samples.iter().map(|&(_, right)| hit(right)).sum::<f32>() / count;
    let mut error = 0.0;
    let mut rows = Vec::new();
    for bin in 0_u8..10 {
        let of_bin = |p: f32| ((p * 10.0 + 0.001) as u8).min(9) == bin;
        let these: Vec<_> = samples.iter().filter(|(p, _)| of_bin(*p)).collect();
        let n = these.len() as f32;
        if these.is_empty() {
            continue;
        }
        let sure = these.iter().map(|(p, _)| p).sum::<f32>() / n;
        let share = these.iter().map(|(_, right)| hit(*right)).sum::<f32>() / n;
        error += n / count * (sure - share).abs();
        rows.push(format!(
            "    {:.1}  n {n:4}  said {sure:.2}  right {share:.2}",
            f32::from(bin) / 10.0
        ));
    }
    println!(
        "{title}: {} samples, right {right:.3}, Brier {brier:.3}, ECE {error:.3}",
        samples.len()
    );
    println!("{}\n", rows.join("\n"));
}

fn logit(p: f32) -> f32 {
    let p = p.clamp(0.001, 0.999);
    (p / (1.0 - p)).ln()
}

fn logistic(points: f32) -> f32 {
    1.0 / (1.0 + (-points).exp())
}

/// Slope and offset on the scale of logits that make the samples likeliest, by Newton's
/// method, pulled a little towards 1 and 0; the slope is at least 0.1.
fn line(samples: &[(f32, bool)]) -> (f32, f32) {
    const PULL: f32 = 1.0;
    let (mut slope, mut offset) = (1.0_f32, 0.0_f32);
    for _ in 0..100 {
        let (mut gs, mut go) = (PULL * (slope - 1.0), PULL * offset);
        let (mut ss, mut so, mut oo) = (PULL, 0.0, PULL);
        for &(p, right) in samples {
            let x = logit(p);
            let said = logistic(offset + slope * x);
            let off = said - if right { 1.0 } else { 0.0 };
            let weight = said * (1.0 - said);
            gs += off * x;
            go += off;
            ss += weight * x * x;
            so += weight * x;
            oo += weight;
        }
        let determinant = ss * oo - so * so;
        slope -= (gs * oo - go * so) / determinant;
        offset -= (go * ss - gs * so) / determinant;
    }
    (slope.max(0.1), offset)
}

/// Shares that are right, rising with the confidence from which on they hold. Steps of few
/// samples are joined to the one below.
fn steps(samples: &[(f32, bool)]) -> Vec<(f32, f32)> {
    const FEWEST: f32 = 4.0;
    let mut sorted: Vec<(f32, bool)> = samples.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    // From, right, all.
    let mut blocks: Vec<(f32, f32, f32)> = Vec::new();
    for (confidence, right) in sorted {
        let one = if right { 1.0 } else { 0.0 };
        match blocks.last_mut().filter(|block| confidence - block.0 < 0.005) {
            Some(block) => (block.1, block.2) = (block.1 + one, block.2 + 1.0),
            None => blocks.push((confidence, one, 1.0)),
        }
    }
    let mut pooled: Vec<(f32, f32, f32)> = Vec::new();
    for mut block in blocks {
        let falls = |low: &(f32, f32, f32), high: &(f32, f32, f32)| {
            low.1 / low.2 >= high.1 / high.2 || high.2 < FEWEST || low.2 < FEWEST
        };
        while let Some(below) = pooled.pop_if(|below| falls(below, &block)) {
            block = (below.0, below.1 + block.1, below.2 + block.2);
        }
        pooled.push(block);
    }
    // By Laplace's rule, so that no share is 0 or 1; it may not turn the order around.
    let mut most = 0.0_f32;
    let share = |(from, right, all): (f32, f32, f32)| {
        most = most.max((right + 1.0) / (all + 2.0));
        (from, most)
    };
    pooled.into_iter().map(share).collect()
}
