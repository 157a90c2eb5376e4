//! Prints how soon the gazetteer is ready, how long a look-up takes and what it keeps in memory.
//!
//! ```text
//! cargo run --release --no-default-features --example gazetteer_times
//! ```

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

    let step = (gazetteer.place_count() / NAMES).max(1);
    let ids = (0..gazetteer.place_count()).step_by(step).filter_map(|id| u32::try_from(id).ok());
    let names: Vec<String> =
        ids.filter_map(|id| gazetteer.row(PlaceId(id))).map(|row| row.name.to_owned()).collect();
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
    each("has prefix", time(&folded, |name| gazetteer.has_prefix(name)));
    each("demonym", time(&names, |name| gazetteer.demonym(name)));
    if let Some(resident) = resident_kib() {
        println!("{resident} KiB resident, the pages of the file that were touched included");
    }
}

fn time<Answer>(names: &[String], work: impl Fn(&str) -> Answer) -> Duration {
    let start = Instant::now();
    for name in names {
        black_box(work(name));
    }
    start.elapsed()
}

/// Memory of this process that lies in RAM; only Linux says so in a file.
fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}
