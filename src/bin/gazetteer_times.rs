//! Prints how soon the gazetteer is ready, how long a look-up takes and what it keeps in memory.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin gazetteer_times
//! ```

use std::borrow::Cow;
use std::hint::black_box;
use std::time::{Duration, Instant};

use dateline::gazetteer::{Gazetteer, fold};
use dateline::model::PlaceId;

/// Names looked up, spread evenly over all places.
const NAMES: usize = 20_000;

fn main() {
    let start = Instant::now();
    let gazetteer = Gazetteer::bundled();
    let found = gazetteer.look_up("Goris").len();
    println!("ready after {:?}, with a first look-up of {found} candidates", start.elapsed());
    println!("{} places, {} names", gazetteer.place_count(), gazetteer.name_count());

    read_sample();
    if let Some(resident) = resident_kib() {
        println!("{resident} KiB of the program's constants resident after the sample was read");
    }

    let step = (gazetteer.place_count() / NAMES).max(1);
    let ids = (0..gazetteer.place_count()).step_by(step).filter_map(|id| u32::try_from(id).ok());
    let names: Vec<String> =
        ids.filter_map(|id| gazetteer.name_of(PlaceId(id))).map(Cow::into_owned).collect();
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();

    let each = |what: &str, spent: Duration| {
        println!("{what}: {:?} each", spent / u32::try_from(names.len()).unwrap_or(1))
    };
    each("fold", time(&names, fold));
    each("look up", time(&names, |name| gazetteer.look_up(name)));
    each(
        "look up a word that is no name",
        time(&names, |_| drop(black_box(gazetteer.look_up("qwertyuiop")))),
    );
    each("look up loosely", time(&names, |name| gazetteer.look_up_loose(name, None)));
    each("has prefix", time(&folded, |name| gazetteer.has_prefix(name)));
    each("demonym", time(&names, |name| gazetteer.demonym(name)));
}

fn time<Answer>(names: &[String], work: impl Fn(&str) -> Answer) -> Duration {
    let start = Instant::now();
    for name in names {
        black_box(work(name));
    }
    start.elapsed()
}

/// The sample that comes with the program, as a newcomer reads it.
fn read_sample() {
    for article in dateline::import::sample() {
        black_box(dateline::pipeline::read(&article));
    }
}

/// Pages in RAM of the largest part of the program's file that is only read: its constants, of which
/// the gazetteer is by far the largest. Only Linux says so in a file.
fn resident_kib() -> Option<u64> {
    let maps = std::fs::read_to_string("/proc/self/smaps").ok()?;
    let number = |line: &str, field: &str| {
        line.strip_prefix(field)?.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()
    };
    let mut parts: Vec<(u64, u64)> = Vec::new();
    for line in maps.lines() {
        if let Some(size) = number(line, "Size:") {
            parts.push((size, 0));
        }
        if let (Some(resident), Some(part)) = (number(line, "Rss:"), parts.last_mut()) {
            part.1 = resident;
        }
    }
    parts.into_iter().max().map(|(_, resident)| resident)
}
