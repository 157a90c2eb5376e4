//! Prints how much of the gazetteer lies in memory once the sample has been read.
//!
//! ```text
//! cargo run --release --no-default-features --features tools --bin gazetteer_memory
//! ```

use std::hint::black_box;

fn main() {
    read_sample();
    match resident_kib() {
        Some(resident) => println!("{resident} KiB of the program's constants are resident"),
        None => println!("this system does not say what is resident"),
    }
}

/// The sample that comes with the program, as a newcomer reads it.
fn read_sample() {
    for article in dateline::import::sample() {
        black_box(dateline::pipeline::read(&article, dateline::gazetteer::Gazetteer::bundled()));
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
