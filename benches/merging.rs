//! How fast reports are joined: `cargo bench --no-default-features --bench merging [ARTICLES]`.
//!
//! Joins the readings of 10,000 invented articles, 4 reports each, in two shapes: spread
//! over 400 towns and 120 days, and crowded into 6 towns and 10 days. Then twice as many,
//! to see how the time grows. Timing is no test: nothing here fails.

use std::time::Instant;

use dateline::model::{
    Article, Count, DateRange, Dated, EventType, Found, Joins, Kind, Location, LonLat, PlaceId,
    Precision, ReadArticle, Reading, Report, Span,
};
use dateline::pipeline;
use jiff::ToSpan as _;
use jiff::civil::date;

const REPORTS: usize = 4;

fn main() {
    let given = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let articles: usize = given.unwrap_or(10_000);
    for (shape, towns, days) in [("spread", 400, 120), ("crowded", 6, 10)] {
        for count in [articles, 2 * articles] {
            let set: Vec<ReadArticle> =
                (0..count).map(|number| article(number, towns, days)).collect();
            let start = Instant::now();
            let events = pipeline::merge(&set, &Joins::default()).len();
            let reports = count * REPORTS;
            println!(
                "{shape}: {reports} reports of {count} articles make {events} events: {:.2?}",
                start.elapsed()
            );
        }
    }
}

/// The same numbers each time (splitmix64).
fn random(seed: u64) -> u64 {
    let mut x = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn article(number: usize, towns: u64, days: u64) -> ReadArticle {
    const HIT: [&str; 6] = ["market", "hospital", "school", "bridge", "warehouse", "checkpoint"];
    let mut text = String::new();
    let mut reports = Vec::new();
    for n in 0..REPORTS {
        let dice = random((number * REPORTS + n) as u64);
        let happening = random(dice % (towns * days * 2));
        let (town, day) = (happening % towns, happening / towns % days);
        let hit = HIT[(happening >> 20) as usize % HIT.len()];
        let start = text.len();
        text.push_str(&format!("Shells hit a {hit} in Town{town} on day {day}, officials said. "));
        let quote = Span::new(start, text.len() - 1);
        reports.push(report(quote, town, day, (happening >> 30) % 20 + dice % 3));
    }
    let article = Article::new(format!("article-{number}"), text);
    let mut reading = Reading { reports, ..Reading::default() };
    let published = date(2024, 1, 2).checked_add((number as i64 % 130).days());
    reading.metadata.published = published.ok().map(Found::given);
    reading.metadata.source = Some(Found::given(format!("Outlet {}", number % 40)));
    ReadArticle { article, reading }
}

fn report(quote: Span, town: u64, day: u64, killed: u64) -> Report {
    let words = Span::new(quote.start, quote.start + 6);
    let day = date(2024, 1, 1).checked_add((day as i64).days()).unwrap_or(date(2024, 1, 1));
    Report {
        event_type: EventType::ShellingMissile,
        trigger: words,
        quote,
        date: Some(Dated { range: DateRange::day(day), evidence: Some(words), why: String::new() }),
        locations: vec![place(town, words)],
        killed: Some(Count::exactly(killed as u32, words)),
        wounded: None,
        captured: None,
        tolls: Vec::new(),
        weapons: Vec::new(),
        damage: Vec::new(),
        claims: Vec::new(),
        actors: Vec::new(),
        claimed_by: None,
        background: false,
        confidence: 0.8,
        also: Vec::new(),
    }
}

fn place(town: u64, evidence: Span) -> Location {
    Location {
        name: format!("Town{town}"),
        position: LonLat::new(30.0 + (town % 20) as f64 * 0.3, 48.0 + (town / 20) as f64 * 0.2),
        radius_km: 0.0,
        precision: Precision::Exact,
        place: Some(PlaceId(town as u32)),
        kind: Kind::City,
        country: None,
        admin1: None,
        evidence,
        why: String::new(),
    }
}
