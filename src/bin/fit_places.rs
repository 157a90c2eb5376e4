//! Learns how much each sign counts when a place is chosen for a name, and how far the
//! choice can be trusted, from texts whose places are known.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin fit_places -- \
//!     [--check] FILE.jsonl… [FILE.tsv] > places.toml
//! ```
//!
//! A file with the ending `.tsv` is a list of names with their positions, as
//! `tests/recall/names.tsv`; of it the part `dev` is used, each name in a sentence of its own.
//!
//! Each line of another file is a document: `{"id", "text", "date", "toponyms": [{"start", "end",
//! "lat", "lon"}]}`, offsets in Unicode code points. Writes the weights to standard output,
//! for `assets/rules/places.toml`, and figures to standard error. With `--check` the weights
//! of each half of the documents are learned from the other half, and only the figures are
//! written.

use std::fmt::Write as _;

use dateline::gazetteer::Gazetteer;
use dateline::model::{Article, Found, LonLat, Span};
use dateline::pipeline::stages::Analysed;
use dateline::pipeline::{FEATURES, Feature, Features, SIGN_KEYS, Signs, Trust, Weighed, Weights};

/// A place is right within so many kilometres, as in the published figures.
const RIGHT_KM: f64 = 161.0;
/// Of several right places those count that are hardly farther than the nearest.
const AS_NEAR_KM: f64 = 25.0;
/// How often features are computed with the last weights, and weights learned anew.
const ROUNDS: usize = 4;
/// Pulls the weights towards 0.
const PULL: f32 = 0.4;
/// Pulls the weights of trust towards 0.
const TRUST_PULL: f32 = 0.5;

/// What is expected of signs that few texts show, or none: the weights are pulled there
/// rather than to 0.
const EXPECTED: [(Feature, f32); 6] = [
    (Feature::Admin1Second, -1.5),
    (Feature::NeighbourNamed, 1.0),
    (Feature::Former, -1.5),
    (Feature::Loose, -1.5),
    (Feature::Folded, -0.5),
    (Feature::Nature, -1.0),
];

struct Document {
    article: Article,
    gold: Vec<Gold>,
}

struct Gold {
    span: Span,
    position: Option<LonLat>,
}

/// One name: the features of its places and which are right.
struct Case {
    features: Vec<Features>,
    right: Vec<bool>,
    weight: f32,
}

fn main() -> std::process::ExitCode {
    let mut check = false;
    let mut documents = Vec::new();
    for argument in std::env::args().skip(1) {
        if argument == "--check" {
            check = true;
            continue;
        }
        match read(&argument) {
            Ok(found) => documents.extend(found),
            Err(message) => {
                eprintln!("fit_places: {argument}: {message}");
                return std::process::ExitCode::FAILURE;
            }
        }
    }
    if check {
        let (even, odd): (Vec<_>, Vec<_>) =
            documents.into_iter().enumerate().partition(|(number, _)| number % 2 == 0);
        let half = |part: Vec<(usize, Document)>| part.into_iter().map(|(_, d)| d).collect();
        let (even, odd): (Vec<Document>, Vec<Document>) = (half(even), half(odd));
        let mut table = Reliability::default();
        for (learned, held) in [(&even, &odd), (&odd, &even)] {
            report(held, &fit(&with_parts(learned)), &mut table);
        }
        eprint!("{}", table.lines());
    } else {
        let weights = fit(&with_parts(&documents));
        let mut table = Reliability::default();
        report(&documents, &weights, &mut table);
        eprint!("{}", table.lines());
        print!("{}", written(&weights));
    }
    std::process::ExitCode::SUCCESS
}

fn read(path: &str) -> Result<Vec<Document>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string())?;
    if path.ends_with(".tsv") {
        return Ok(text.lines().filter_map(named).collect());
    }
    text.lines().map(|line| document(line).ok_or("not a document with places".into())).collect()
}

/// The documents, and parts of each of them: in a single sentence there is little beside a
/// name to go by.
fn with_parts(documents: &[Document]) -> Vec<Document> {
    const LEAST_BYTES: usize = 160;
    const EVERY: usize = 2;
    let mut all = Vec::new();
    for document in documents {
        let text = document.article.text.as_str();
        let mut parts = Vec::new();
        let mut start = 0;
        for (end, _) in text.match_indices(". ").map(|(at, stop)| (at + stop.len(), stop)) {
            if end - start >= LEAST_BYTES {
                parts.push(Span::new(start, end));
                start = end;
            }
        }
        all.push(document.part(Span::new(0, text.len())));
        all.extend(parts.into_iter().step_by(EVERY).map(|part| document.part(part)));
    }
    all
}

impl Document {
    fn part(&self, span: Span) -> Document {
        let article = Article::new(&self.article.id, span.of(&self.article.text));
        let inside = self.gold.iter().filter(|gold| span.contains(gold.span));
        let moved = |at: usize| at - span.start;
        let gold = inside.map(|gold| Gold {
            span: Span::new(moved(gold.span.start), moved(gold.span.end)),
            position: gold.position,
        });
        Document { gold: gold.collect(), article }
    }
}

/// A name of a list in a sentence that says little else.
fn named(line: &str) -> Option<Document> {
    let mut columns = line.split('\t');
    let (name, _, lat, lon) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
    let position = LonLat::new(lon.parse().ok()?, lat.parse().ok()?);
    if columns.next_back()? != "dev" {
        return None;
    }
    let before = "On Tuesday shells fell on ";
    let article = Article::new(name, format!("{before}{name}."));
    let span = Span::new(before.len(), before.len() + name.len());
    Some(Document { article, gold: vec![Gold { span, position: Some(position) }] })
}

fn document(line: &str) -> Option<Document> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let text = value["text"].as_str()?;
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let gold = value["toponyms"].as_array()?.iter().filter_map(|toponym| {
        let at = |key: &str| bytes.get(toponym[key].as_u64()? as usize).copied();
        let position = toponym["lat"].as_f64().zip(toponym["lon"].as_f64());
        Some(Gold {
            span: Span::new(at("start")?, at("end")?),
            position: position.map(|(lat, lon)| LonLat::new(lon, lat)),
        })
    });
    let gold = gold.collect();
    let mut article = Article::new(value["id"].as_str()?, text);
    article.given.published =
        value["date"].as_str().and_then(|date| date.parse().ok()).map(Found::given);
    Some(Document { article, gold })
}

fn fit(documents: &[Document]) -> Weights {
    let mut weights = Weights::default();
    for round in 0..ROUNDS {
        let weighed = weigh_all(documents, &weights);
        if round == 0 {
            let cases = cases(documents, &weighed, false);
            weights.alone = logit(&cases);
            weights.beside = weights.alone;
            continue;
        }
        weights.beside = logit(&cases(documents, &weighed, true));
    }
    let weighed = weigh_all(documents, &weights);
    let judged = judged(documents, &weighed);
    weights.trust =
        trust(&judged.iter().filter_map(|j| Some((j.signs, j.right?))).collect::<Vec<_>>());
    weights.name = trust(&judged.iter().map(|j| (j.signs, j.named)).collect::<Vec<_>>());
    weights
}

fn weigh_all(documents: &[Document], weights: &Weights) -> Vec<Vec<Weighed>> {
    let gazetteer = Gazetteer::bundled();
    let weigh = |d: &Document| Analysed::with(&d.article, |a| a.weigh(gazetteer, weights));
    documents.iter().map(weigh).collect()
}

/// Features that tell of the other names' places; a candidate alone does without.
const BESIDE: [Feature; 4] =
    [Feature::CountryShare, Feature::DivisionShare, Feature::Nearest, Feature::Around];

fn cases(documents: &[Document], weighed: &[Vec<Weighed>], beside: bool) -> Vec<Case> {
    let mut cases = Vec::new();
    for (document, names) in documents.iter().zip(weighed) {
        for name in names {
            let positions: Vec<LonLat> = name
                .mentions
                .iter()
                .filter_map(|(span, _)| gold(document, *span)?.position)
                .collect();
            let Some(there) = positions.first() else { continue };
            let distances: Vec<f64> =
                name.options.iter().map(|(position, _, _)| position.distance_km(*there)).collect();
            let nearest = distances.iter().copied().fold(f64::INFINITY, f64::min);
            if nearest > RIGHT_KM {
                continue;
            }
            let mut features: Vec<Features> = name.options.iter().map(|(_, f, _)| *f).collect();
            if !beside {
                for row in &mut features {
                    BESIDE.iter().for_each(|feature| row[*feature as usize] = 0.0);
                }
            }
            cases.push(Case {
                features,
                right: distances.iter().map(|d| *d <= nearest + AS_NEAR_KM).collect(),
                weight: (positions.len() as f32).sqrt(),
            });
        }
    }
    cases
}

fn gold(document: &Document, span: Span) -> Option<&Gold> {
    document.gold.iter().find(|g| g.span.start < span.end && span.start < g.span.end)
}

/// The weights under which the right places are most likely: a conditional logit, by
/// gradient ascent with Adam.
fn logit(cases: &[Case]) -> Features {
    let mut expected = [0.0_f32; FEATURES];
    EXPECTED.iter().for_each(|(feature, weight)| expected[*feature as usize] = *weight);
    let gradient = |weights: &Features| {
        let mut sum = [0.0_f32; FEATURES];
        for case in cases {
            let scores: Vec<f32> = case.features.iter().map(|f| dot(f, weights)).collect();
            let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let powers: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
            let all: f32 = powers.iter().sum();
            let of_right = |(power, right): (&f32, &bool)| if *right { *power } else { 0.0 };
            let right: f32 = powers.iter().zip(&case.right).map(of_right).sum();
            for ((features, power), is_right) in case.features.iter().zip(&powers).zip(&case.right)
            {
                let wanted = if *is_right && right > 0.0 { power / right } else { 0.0 };
                let pull = case.weight * (wanted - power / all);
                sum.iter_mut().zip(features).for_each(|(sum, f)| *sum += pull * f);
            }
        }
        for (sum, (weight, expected)) in sum.iter_mut().zip(weights.iter().zip(expected)) {
            *sum -= PULL * (weight - expected);
        }
        sum
    };
    ascend(gradient)
}

/// What is known of a mention.
struct Judged {
    signs: Signs,
    /// Whether a place is named there.
    named: bool,
    /// Whether its place is right; where nobody gave its position, it does not count.
    right: Option<bool>,
}

fn judged(documents: &[Document], weighed: &[Vec<Weighed>]) -> Vec<Judged> {
    let mut judged = Vec::new();
    for (document, names) in documents.iter().zip(weighed) {
        for name in names {
            let Some((position, _, _)) = name.options.first() else { continue };
            for (span, signs) in &name.mentions {
                let gold = gold(document, *span);
                let right = match gold.map(|gold| gold.position) {
                    Some(None) => None,
                    Some(Some(there)) => Some(position.distance_km(there) <= RIGHT_KM),
                    None => Some(false),
                };
                judged.push(Judged { signs: *signs, named: gold.is_some(), right });
            }
        }
    }
    judged
}

fn trust(judged: &[(Signs, bool)]) -> Trust {
    let gradient = |weights: &Signs| {
        let mut sum = [0.0_f32; SIGN_KEYS.len()];
        for (signs, right) in judged {
            let score: f32 = signs.iter().zip(weights).map(|(sign, weight)| sign * weight).sum();
            let pull = f32::from(*right) - 1.0 / (1.0 + (-score).exp());
            sum.iter_mut().zip(signs).for_each(|(sum, sign)| *sum += pull * sign);
        }
        sum.iter_mut().zip(weights).for_each(|(sum, weight)| *sum -= TRUST_PULL * weight);
        sum
    };
    Trust::new(ascend(gradient))
}

/// Climbs to where the gradient vanishes.
fn ascend<const N: usize>(gradient: impl Fn(&[f32; N]) -> [f32; N]) -> [f32; N] {
    const STEPS: i32 = 1500;
    let (mut weights, mut first, mut second) = ([0.0_f32; N], [0.0_f32; N], [0.0_f32; N]);
    for step in 1..=STEPS {
        let slope = gradient(&weights);
        let rate = 0.05 * (1.0 - step as f32 / STEPS as f32).max(0.02);
        for i in 0..N {
            first[i] = 0.9 * first[i] + 0.1 * slope[i];
            second[i] = 0.999 * second[i] + 0.001 * slope[i] * slope[i];
            let mean = first[i] / (1.0 - 0.9_f32.powi(step));
            let spread = second[i] / (1.0 - 0.999_f32.powi(step));
            weights[i] += rate * mean / (spread.sqrt() + 1e-8);
        }
    }
    weights
}

fn dot(features: &Features, weights: &Features) -> f32 {
    features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum()
}

/// How often mentions of a confidence are right, by tenths.
#[derive(Default)]
struct Reliability {
    right: [u32; 10],
    all: [u32; 10],
    confidence: [f32; 10],
}

impl Reliability {
    fn count(&mut self, confidence: f32, right: bool) {
        let tenth = ((confidence * 10.0) as usize).min(9);
        self.all[tenth] += 1;
        self.right[tenth] += u32::from(right);
        self.confidence[tenth] += confidence;
    }

    fn lines(&self) -> String {
        let mut lines = String::from("confidence  mentions  mean  right\n");
        let mut gap = 0.0;
        let total: u32 = self.all.iter().sum();
        for tenth in 0..10 {
            let all = self.all[tenth].max(1) as f32;
            let (mean, right) = (self.confidence[tenth] / all, self.right[tenth] as f32 / all);
            gap += self.all[tenth] as f32 / total.max(1) as f32 * (mean - right).abs();
            let from = tenth as f32 / 10.0;
            let _ = writeln!(
                lines,
                "{from:.1}–{:.1}     {:8}  {mean:.3}  {right:.3}",
                from + 0.1,
                self.all[tenth]
            );
        }
        let _ = writeln!(lines, "expected calibration error {gap:.3}");
        lines
    }
}

/// Prints how many places are right, and counts how far they were trusted.
fn report(documents: &[Document], weights: &Weights, table: &mut Reliability) {
    let weighed = weigh_all(documents, weights);
    let judged = judged(documents, &weighed);
    for (signs, right) in judged.iter().filter_map(|j| Some((j.signs, j.right?))) {
        table.count(weights.trust.of(&signs), right);
    }
    let (mut right, mut possible, mut all) = (0, 0, 0);
    for (document, names) in documents.iter().zip(&weighed) {
        for name in names {
            for (span, _) in &name.mentions {
                let Some(there) = gold(document, *span).and_then(|gold| gold.position) else {
                    continue;
                };
                let is_right = |position: &LonLat| position.distance_km(there) <= RIGHT_KM;
                all += 1;
                possible += u32::from(name.options.iter().any(|(p, _, _)| is_right(p)));
                right += u32::from(name.options.first().is_some_and(|(p, _, _)| is_right(p)));
            }
        }
    }
    let share = |part: u32| f64::from(part) / f64::from(all.max(1));
    eprintln!(
        "{all} mentions with a known place: right {:.4}, among the candidates {:.4}",
        share(right),
        share(possible)
    );
}

fn written(weights: &Weights) -> String {
    let mut text = String::from(
        "# How much each sign counts when a place is chosen for a name: see\n\
         # `src/pipeline/toponyms/resolve/features.rs`. Learned by `src/bin/fit_places.rs`;\n\
         # from which data and how well, see EVALUATION.md. Do not edit by hand.\n",
    );
    for (title, row) in [
        ("A candidate alone, before it is known which places the article names.", &weights.alone),
        ("A candidate beside the likely places of the other names.", &weights.beside),
    ] {
        let key = if std::ptr::eq(row, &weights.alone) { "alone" } else { "beside" };
        let _ = writeln!(text, "\n# {title}\n[{key}]");
        for feature in Feature::ALL {
            let _ = writeln!(text, "{} = {:.3}", feature.key(), row[*feature as usize]);
        }
    }
    for (title, key, trust) in [
        ("that both are right", "trust", weights.trust),
        ("that a place is named at all", "name", weights.name),
    ] {
        let _ = writeln!(
            text,
            "\n# From the choice and the mention to the probability {title}.\n[{key}]"
        );
        for (sign, weight) in SIGN_KEYS.iter().zip(trust.weights()) {
            let _ = writeln!(text, "{sign} = {weight:.3}");
        }
    }
    text
}
