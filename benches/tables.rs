//! How fast event tables come in: `cargo bench --no-default-features --bench tables [ROWS]`.
//!
//! Reads an invented table in the 49 columns of UCDP GED, 200,000 rows, and one in the
//! columns of ACLED, 1,000,000 rows of about 300 bytes, as well as 200,000 features of
//! GeoJSON; or so many of each. Also says how much memory the program had at most, where the
//! system tells. Timing is no test.

#[path = "common/tables.rs"]
mod tables;

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use dateline::import::{TableOptions, event_table};

fn main() -> std::io::Result<()> {
    let given: Option<usize> = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("table.csv");
    tables::ucdp(&path, given.unwrap_or(200_000))?;
    measure("UCDP GED", &path)?;
    tables::acled(&path, given.unwrap_or(1_000_000))?;
    measure("ACLED", &path)?;
    let path = folder.path().join("table.geojson");
    tables::features(&path, given.unwrap_or(200_000))?;
    measure("GeoJSON", &path)
}

fn measure(name: &str, path: &Path) -> std::io::Result<()> {
    let megabytes = std::fs::metadata(path)?.len() as f64 / 1e6;
    let start = Instant::now();
    let read = event_table(path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    let took = start.elapsed();
    let imported = read.map_err(std::io::Error::other)?;
    println!(
        "{name}: {} rows, {megabytes:.0} MB, {} rejected: {took:.2?}, at most {} of memory",
        imported.table.len(),
        imported.table.rejected.len(),
        tables::peak_memory(),
    );
    Ok(())
}
