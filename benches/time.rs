//! How fast the time slider is with a million events: `cargo bench --bench time`.
//!
//! What a frame may cost (a tick, the bars again at another zoom, the events on a stretch of
//! the axis), and what happens now and then (another filter, another axis of time).

use dateline::model::{
    ConfidenceParts, Dataset, DateRange, Event, EventType, Kind, Location, LonLat, Precision, Span,
};
use dateline::session::{Command, Session, Step, Window, date_of};
use divan::Bencher;

const EVENTS: u64 = 1_000_000;

/// About ten years.
const DAYS: u64 = 4000;

fn main() {
    divan::main();
}

/// The same numbers each time (splitmix64).
fn random(seed: u64) -> u64 {
    let mut x = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// One in four is known by the week or worse.
fn event(number: u64) -> Event {
    let first = 16_000 + (random(number) % DAYS) as i32;
    let length = [0, 0, 0, 6 + (random(number + 7) % 90) as i32][(random(number + 3) % 4) as usize];
    let days = DateRange::new(date_of(first), date_of(first + length));
    let location = Location {
        name: "Kestrel Ridge".to_owned(),
        position: LonLat::new(45.0, 40.0),
        radius_km: 5.0,
        precision: Precision::Exact,
        place: None,
        kind: Kind::City,
        country: None,
        admin1: None,
        evidence: Span::new(0, 0),
        why: String::new(),
    };
    Event {
        event_type: EventType::ALL[(random(number + 1) % 14) as usize],
        reports: Vec::new(),
        record: None,
        person: None,
        date: days,
        locations: vec![location],
        killed: None,
        wounded: None,
        captured: None,
        disputes: Vec::new(),
        background: false,
        confidence: 0.9,
        parts: ConfidenceParts::default(),
        joins: Vec::new(),
    }
}

fn session() -> Session {
    let mut events: Vec<Event> = (0..EVENTS).map(event).collect();
    events.sort_by_key(|event| event.date);
    Session::of(Dataset { events, ..Dataset::default() })
}

fn extent(session: &Session) -> Window {
    session.clock().extent().unwrap_or(Window::new(0.0, 1.0))
}

/// The bars again, of all types and with most hidden, by day as when zoomed in to a year,
/// and over all days by month.
#[divan::bench(args = [("day", false), ("month", false), ("month", true)])]
fn histogram(bencher: Bencher, (step, filtered): (&str, bool)) {
    let mut session = session();
    if filtered {
        session.apply(Command::OnlyType(EventType::Battle));
    }
    let all = extent(&session);
    let (step, window) = match step {
        "day" => (Step::Days(1), Window::new(all.from() + 1000.0, all.from() + 2095.0)),
        _ => (Step::Months(1), all),
    };
    bencher.bench_local(|| session.histogram(step, window));
}

#[divan::bench]
fn another_filter(bencher: Bencher) {
    let mut session = session();
    bencher.bench_local(|| session.apply(Command::ToggleType(EventType::Battle)));
}

#[divan::bench]
fn another_axis_of_time(bencher: Bencher) {
    let mut session = session();
    bencher.bench_local(|| session.apply(Command::ToggleTimeAxis));
}

#[divan::bench]
fn tick(bencher: Bencher) {
    let mut session = session();
    session.apply(Command::ToggleLoop);
    session.apply(Command::SetLength(91.0));
    session.apply(Command::TogglePlay);
    bencher.bench_local(|| session.tick(1.0 / 60.0));
}

#[divan::bench]
fn single_events_of_a_week(bencher: Bencher) {
    let session = session();
    let from = extent(&session).from() + 2000.0;
    bencher.bench_local(|| session.touched(Window::new(from, from + 7.0)));
}
