#![allow(dead_code, reason = "not every benchmark needs all of it")]
//! Invented tables in other people's columns, for the benchmarks.

use std::io::{BufWriter, Write as _};
use std::path::Path;

/// "812 MB", of Linux.
pub fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
    kilobytes.map_or("an unknown amount".to_owned(), |kb: f64| format!("{:.0} MB", kb / 1e3))
}

/// A table in the 49 columns of UCDP GED, without headings.
pub fn ucdp(path: &Path, rows: usize) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    for row in 0..rows {
        let (day, lat, lon) = (row % 28 + 1, place(row, 7), place(row, 11));
        writeln!(
            out,
            "{row},AZE-{row},2022,1,Clear,1,1,1,State A: State B,1,1,State A - State B,1,1,State A,\
             2,2,State B,2,\"A wire, 2022-09-{day:02}, A headline that says what happened here\",\
             A wire,2022-09-{day:02},A headline that says what happened here,,1,A town,near a town,\
             A province,A district,{lat},{lon},POINT ({lon} {lat}),183000,A country,371,Europe,1,1,\
             2022-09-{day:02} 00:00:00.000,2022-09-{day:02} 00:00:00.000,1,2,0,0,3,3,4,371,373"
        )?;
    }
    out.flush()
}

/// A table in columns of ACLED, about 300 bytes a row.
pub fn acled(path: &Path, rows: usize) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    writeln!(
        out,
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,\
         actor1,actor2,country,admin1,location,latitude,longitude,geo_precision,source,notes,\
         fatalities"
    )?;
    for row in 0..rows {
        let (day, lat, lon) = (row % 28 + 1, place(row, 7), place(row, 11));
        writeln!(
            out,
            "ARM{row},2022-09-{day:02},2022,1,Political violence,Battles,Armed clash,Military \
             Forces of State A,Military Forces of State B,A country,A province,A town,{lat},{lon},1,\
             A wire; another,\"On {day} September 2022, forces of State A and of State B clashed \
             near a town, with mortars and small arms; one was wounded.\",{}",
            row % 4
        )?;
    }
    out.flush()
}

/// Features of GeoJSON with days and deaths.
pub fn features(path: &Path, rows: usize) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(path)?);
    writeln!(out, "{{\"type\": \"FeatureCollection\", \"features\": [")?;
    for row in 0..rows {
        let (day, lat, lon) = (row % 28 + 1, place(row, 7), place(row, 11));
        let comma = if row == 0 { "" } else { "," };
        writeln!(
            out,
            "{comma}{{\"type\": \"Feature\", \"geometry\": {{\"type\": \"Point\", \"coordinates\": \
             [{lon}, {lat}]}}, \"properties\": {{\"date\": \"2022-09-{day:02}\", \"town\": \"A town\", \
             \"deaths\": {}, \"notes\": \"Forces of State A and of State B clashed near a town.\"}}}}",
            row % 4
        )?;
    }
    writeln!(out, "]}}")?;
    out.flush()
}

/// Degrees that are spread.
fn place(row: usize, step: usize) -> f64 {
    38.0 + (row * step % 10_000) as f64 / 2_000.0
}
