//! Whole articles: each text of `tests/readings` and, in a file of its name with
//! the ending `.events`, what is read in it, a line a report or remark.
//!
//! `UPDATE_EVENTS=1 cargo test --test it articles` writes the files anew; read the
//! difference before you keep it.

use std::path::{Path, PathBuf};

use dateline::gazetteer::Gazetteer;
use dateline::model::{Article, Reading, Report};
use dateline::pipeline;

#[test]
fn articles_are_read_as_their_events_files_say() {
    let mut texts: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the folder of articles")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e != "events"))
        .collect();
    texts.sort();
    assert!(!texts.is_empty());
    for path in texts {
        let text = std::fs::read_to_string(&path).expect("an article");
        let reading = pipeline::read(&Article::new("article", text.as_str()), Gazetteer::bundled());
        let told = lines(&text, &reading);
        let expected = path.with_extension("events");
        if std::env::var_os("UPDATE_EVENTS").is_some() {
            std::fs::write(&expected, &told).expect("a writable folder");
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(told, wanted, "{}", path.display());
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readings")
}

fn lines(text: &str, reading: &Reading) -> String {
    let reports = reading.reports.iter().map(|report| line(text, report));
    let remarks = reading.remarks.iter().filter(|r| r.kind.is_about_an_event());
    let remarks = remarks.map(|r| format!("not an event ({}): {}", r.kind.key(), r.span.of(text)));
    reports.chain(remarks).map(|line| line + "\n").collect()
}

/// "type, days, places, killed, wounded, claimant".
fn line(text: &str, report: &Report) -> String {
    let days = report.date.as_ref().map_or("no date".to_owned(), |dated| {
        let (first, last) = (dated.range.first(), dated.range.last());
        if first == last { first.to_string() } else { format!("{first} to {last}") }
    });
    let places: Vec<String> = report
        .locations
        .iter()
        .map(|place| format!("{} ({})", place.name, place.precision.key()))
        .collect();
    let mut parts = vec![report.event_type.key().to_owned(), days, places.join(" and ")];
    parts.extend(report.killed.map(|count| format!("{} killed", count.label())));
    parts.extend(report.wounded.map(|count| format!("{} wounded", count.label())));
    parts.extend(report.claimed_by.as_ref().map(|claim| format!("says {}", claim.name)));
    if report.background {
        parts.push("background".to_owned());
    }
    format!("{}: {}", report.trigger.of(text), parts.join(", "))
}
