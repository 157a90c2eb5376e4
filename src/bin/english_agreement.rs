//! Compares the analysis of English with that of spaCy on the same texts, and times it.
//!
//! ```text
//! english_agreement [--differences N] [--model FILE] REFERENCE.jsonl…
//! ```
//!
//! A reference has a line for each text, as `assets/english/build/reference.py` writes it:
//! `{"id", "text", "tokens": [[start, end, tag, pos, lemma, head, relation], …],
//! "sents": [[first, end], …], "ents": [[start, end, label], …]}`, offsets in code points.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::num::NonZero;
use std::time::Instant;

use dateline::english::{Analysis, English, Wanted};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    id: String,
    text: String,
    tokens: Vec<(usize, usize, String, String, String, usize, String)>,
    sents: Vec<(usize, usize)>,
    ents: Vec<(usize, usize, String)>,
}

/// How many of something are the same, of how many of spaCy's.
#[derive(Default, Clone, Copy)]
struct Share {
    same: usize,
    of: usize,
}

impl Share {
    fn add(&mut self, same: bool) {
        self.same += usize::from(same);
        self.of += 1;
    }
}

#[derive(Default)]
struct Agreement {
    shares: BTreeMap<&'static str, Share>,
    differences: Vec<String>,
}

impl Agreement {
    fn add(&mut self, what: &'static str, same: bool) {
        self.shares.entry(what).or_default().add(same);
    }

    fn differs(&mut self, reference: &Reference, what: &str, ours: &str, theirs: &str, at: usize) {
        let around: String = reference.text.chars().skip(at.saturating_sub(30)).take(70).collect();
        self.differences
            .push(format!("{}: {what}: ours {ours}, theirs {theirs}, in {around:?}", reference.id));
    }

    fn compare(&mut self, ours: &Analysis, reference: &Reference) {
        let points = code_points(&reference.text);
        let place = |token: usize| {
            let span = ours.tokens()[token].span();
            (points[span.start], points[span.end])
        };
        let by_place: BTreeMap<(usize, usize), usize> =
            (0..ours.tokens().len()).map(|token| (place(token), token)).collect();
        let place_of = |token: usize| reference.tokens.get(token).map(|token| (token.0, token.1));
        for token in &reference.tokens {
            let (start, end, tag, pos, lemma, head, relation) = token;
            let Some(&found) = by_place.get(&(*start, *end)) else {
                self.add("tokens", false);
                self.differs(
                    reference,
                    "token",
                    "none",
                    &reference.text.chars().skip(*start).take(end - start).collect::<String>(),
                    *start,
                );
                continue;
            };
            self.add("tokens", true);
            self.add("tags", ours.tag(found) == tag);
            if ours.tag(found) != tag {
                self.differs(reference, "tag", ours.tag(found), tag, *start);
            }
            self.add("coarse parts of speech", ours.pos(found).name() == pos);
            self.add("lemmas", ours.lemma(found) == *lemma);
            let same_head = ours.head(found).map(place) == place_of(*head);
            self.add("heads", same_head);
            self.add("heads and relations", same_head && ours.relation(found) == relation);
        }
        self.compare_sentences(ours, reference, &place);
        self.compare_entities(ours, reference, &points);
    }

    fn compare_sentences(
        &mut self,
        ours: &Analysis,
        reference: &Reference,
        place: &dyn Fn(usize) -> (usize, usize),
    ) {
        let found: Vec<usize> = ours.sentences().map(|sentence| place(sentence.start).0).collect();
        for (first, _) in &reference.sents {
            let start = reference.tokens.get(*first).map_or(0, |token| token.0);
            self.add("sentence starts", found.binary_search(&start).is_ok());
        }
    }

    fn compare_entities(&mut self, ours: &Analysis, reference: &Reference, points: &[usize]) {
        let found: Vec<(usize, usize, String)> = ours
            .entities()
            .iter()
            .map(|entity| {
                let span = ours.span(entity);
                (points[span.start], points[span.end], entity.label.name().to_owned())
            })
            .collect();
        for entity in &reference.ents {
            self.add("entities, of spaCy's", found.contains(entity));
            if !found.contains(entity) {
                self.differs(reference, "entity", "none", &entity.2, entity.0);
            }
        }
        for entity in &found {
            self.add("entities, of ours", reference.ents.contains(entity));
        }
    }

    fn print(&self) {
        for (what, share) in &self.shares {
            println!(
                "{what:<22} {:>8.4} %  {:>7} of {}",
                share.same as f64 / share.of as f64 * 100.0,
                share.same,
                share.of
            );
        }
    }
}

/// The number of code points before each byte, and before the end.
fn code_points(text: &str) -> Vec<usize> {
    let mut points = Vec::with_capacity(text.len() + 1);
    for (number, char) in text.chars().enumerate() {
        points.resize(points.len() + char.len_utf8(), number);
    }
    points.push(text.chars().count());
    points
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (mut references, mut differences, mut model) = (Vec::new(), 0, None);
    while let Some(arg) = args.next() {
        match &*arg {
            "--differences" => differences = args.next().ok_or("how many?")?.parse()?,
            "--model" => model = args.next(),
            _ => references.push(arg),
        }
    }
    let start = Instant::now();
    let english = match model {
        Some(path) => English::from_bytes(Box::leak(fs::read(path)?.into_boxed_slice()))?,
        None => English::from_bytes(include_bytes!("../../assets/english/english.bin"))?,
    };
    println!("model ready in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let mut agreement = Agreement::default();
    let mut texts = Vec::new();
    for path in &references {
        for line in fs::read_to_string(path)?.lines() {
            texts.push(serde_json::from_str::<Reference>(line)?);
        }
    }
    let bytes: usize = texts.iter().map(|text| text.text.len()).sum();
    for (name, wanted) in [
        ("tokens", Wanted::Tokens),
        ("entities", Wanted::Entities),
        ("syntax", Wanted::Syntax),
        ("everything", Wanted::All),
    ] {
        let start = Instant::now();
        let mut tokens = 0;
        for text in &texts {
            tokens += english.analyse_as_written(&text.text, wanted).tokens().len();
        }
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{name:<12} {:>6.2} MB/s  {tokens} tokens of {bytes} bytes in {seconds:.3} s",
            bytes as f64 / seconds / 1e6
        );
    }
    let all: Vec<&str> = texts.iter().map(|text| &*text.text).collect();
    for threads in [1, 2] {
        let threads = NonZero::new(threads).ok_or("no threads")?;
        let start = Instant::now();
        let tokens: usize = english
            .analyse_all(&all, Wanted::All, threads)
            .iter()
            .map(|found| found.tokens().len())
            .sum();
        let speed = bytes as f64 / start.elapsed().as_secs_f64() / 1e6;
        println!("with true-casing, {threads} threads: {speed:.2} MB/s, {tokens} tokens");
    }
    for text in &texts {
        agreement.compare(&english.analyse_as_written(&text.text, Wanted::All), text);
    }
    println!("{} texts", texts.len());
    agreement.print();
    for difference in agreement.differences.iter().take(differences) {
        println!("{difference}");
    }
    Ok(())
}
