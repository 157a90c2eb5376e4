//! The map with so many events as an imported table may have: what a frame costs while
//! panning, zooming and playing, in each way of showing them, and what another filter costs.

use std::{sync::Arc, time::Instant};

use dateline::model::{
    ConfidenceParts, Count, Dataset, DateRange, Event, EventType, Kind, Location, LonLat,
    Precision, RecordRef, Span,
};
use dateline::session::{Command, Session, Window};
use dateline::ui::map::points::Spots;
use dateline::ui::map::{Display, MapOptions};
use jiff::{Span as Days, civil::date};

use super::{Bench, FRAMES};

/// Days over which the events are spread.
const DAYS: usize = 3_000;

/// Numbers that look random, the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        self.next() as f64 / f64::from(u32::MAX >> 1)
    }
}

/// Measures all of it.
pub fn measure(bench: &mut Bench, count: usize) {
    let events = events(count);
    let start = Instant::now();
    bench.session = Session::of(Dataset { events, ..Dataset::default() });
    println!("{count} events; the session took {:.1?}", start.elapsed());
    scenes(&bench.session);
    bench.draws = false;
    let first = bench.frame();
    println!("the first frame took {first:.1?}");
    let start = date(2014, 1, 1).since(date(1970, 1, 1)).map_or(0, |span| span.get_days());
    let all = Window::new(f64::from(start), f64::from(start) + DAYS as f64 + 60.0);
    println!("{:<34}  {:>6} {:>6} {:>6}  ms a frame: least, median, most", "", "", "", "");
    for (name, display) in
        [("markers", Display::Markers), ("clusters", Display::Clusters), ("heat", Display::Heat)]
    {
        for areas in [false, true] {
            bench.map.set_options(MapOptions { display, areas, ..MapOptions::default() });
            let name = format!("{name}{}", if areas { " + areas" } else { "" });
            bench.session.apply(Command::SetWindow(all));
            bench.pan(&format!("{name:<18} panning"), 5.5);
            bench.zoom(&format!("{name:<18} zooming"));
            bench.map.look_at(LonLat::new(45.0, 40.0), 5.5);
            bench.play(&format!("{name:<18} playing a week"), 7.0);
            bench.play(&format!("{name:<18} playing a year"), 365.0);
        }
    }
    bench.map.set_options(MapOptions::default());
    bench.hover();
    bench.filter();
}

impl Bench {
    fn pan(&mut self, name: &str, zoom: f64) {
        let step = 8.0 / (256.0 * f64::exp2(zoom)) * 360.0;
        self.measure(&format!("{name:<34}"), |frame| {
            (LonLat::new(40.0 + f64::from(frame) * step, 40.0), zoom)
        });
    }

    fn zoom(&mut self, name: &str) {
        self.measure(&format!("{name:<34}"), |frame| {
            (LonLat::new(45.0, 40.0), 4.0 + 4.0 * f64::from(frame) / f64::from(FRAMES))
        });
    }

    /// As the clock does, sixty times a second at the usual speed.
    fn play(&mut self, name: &str, length: f64) {
        let from = self.session.clock().extent().map_or(0.0, |extent| extent.from());
        let step = DAYS as f64 / 24.0 / 60.0;
        self.measure_with(&format!("{name:<34}"), |bench, frame| {
            let start = from + 500.0 + f64::from(frame) * step;
            bench.session.apply(Command::SetWindow(Window::new(start, start + length)));
        });
    }

    fn hover(&mut self) {
        self.session.apply(Command::ShowAllTime);
        self.map.look_at(LonLat::new(45.0, 40.0), 5.5);
        self.pointer = Some([600.0, 400.0]);
        self.measure_with(&format!("{:<34}", "hovering"), |bench, frame| {
            bench.pointer = Some([600.0 + frame as f32, 400.0]);
        });
        self.pointer = None;
    }

    /// A type hidden and shown again: the session's part, the scene, and the whole.
    fn filter(&mut self) {
        for _ in 0..3 {
            let start = Instant::now();
            self.session.apply(Command::ToggleType(EventType::Battle));
            let session = start.elapsed();
            let frame = self.frame();
            println!("another filter: the session took {session:.1?}, the frame {frame:.1?}");
        }
    }
}

fn scenes(session: &Session) {
    let start = Instant::now();
    let spots = Arc::new(Spots::of(session));
    let all = start.elapsed();
    let start = Instant::now();
    let scene = spots.scene_of(session.filtered());
    println!("all spots took {all:.1?}, the scene of a filter {:.1?}", start.elapsed());
    let start = Instant::now();
    let mut found = 0;
    scene.each_within([1 << 31; 2], [1 << 20; 2], |_, _| found += 1);
    println!("the first search took {:.1?} ({found} found)", start.elapsed());
}

/// Events around 400 towns between the Balkans and Iran, a tenth of them less exact.
fn events(count: usize) -> Vec<Event> {
    let mut numbers = Numbers(7);
    let towns: Vec<LonLat> = (0..400)
        .map(|_| LonLat::new(20.0 + 40.0 * numbers.share(), 30.0 + 20.0 * numbers.share()))
        .collect();
    let mut events: Vec<Event> = (0..count).map(|row| event(row, &towns, &mut numbers)).collect();
    events.sort_by_key(|event| event.date);
    events
}

fn event(row: usize, towns: &[LonLat], numbers: &mut Numbers) -> Event {
    let town = towns[numbers.next() as usize % towns.len()];
    let vague = numbers.next().is_multiple_of(10);
    let near = |numbers: &mut Numbers| (numbers.share() + numbers.share() - 1.0) * 1.5;
    let position = match vague {
        true => town,
        false => LonLat::new(town.lon + near(numbers), town.lat + near(numbers)),
    };
    let first = date(2014, 1, 1).saturating_add(Days::new().days((row % DAYS) as i64));
    let long = if numbers.next().is_multiple_of(20) { numbers.next() % 30 } else { 0 };
    let last = first.saturating_add(Days::new().days(long as i64));
    let location = Location {
        name: "a town".to_owned(),
        position,
        radius_km: if vague { 25.0 } else { 0.0 },
        precision: if vague { Precision::Admin2 } else { Precision::Exact },
        place: None,
        kind: Kind::City,
        country: None,
        admin1: None,
        evidence: Span::new(0, 0),
        why: String::new(),
    };
    Event {
        event_type: EventType::ALL[numbers.next() as usize % EventType::ALL.len()],
        reports: Vec::new(),
        record: Some(RecordRef { table: 0, row: row as u32 }),
        date: DateRange::new(first, last),
        locations: vec![location],
        killed: Some(Count::exactly((numbers.next() % 7) as u32, Span::new(0, 0))),
        wounded: None,
        captured: None,
        disputes: Vec::new(),
        background: false,
        confidence: 1.0,
        parts: ConfidenceParts::default(),
        joins: Vec::new(),
        person: None,
    }
}
