//! Mentions of GDELT, with the table of their events.

use std::ops::ControlFlow;
use std::sync::Arc;

use dateline::import::{Added, Mentions, TableOptions, event_table_with, events_of, is_mentions};

use super::imported::{dataset, read, rows_of};

/// A row of events: number, day, and the address that GDELT gives.
fn event(number: &str, url: &str) -> String {
    let mut cells = vec![""; 61];
    (cells[0], cells[1], cells[26]) = (number, "20220913", "194");
    (cells[51], cells[52], cells[56], cells[57]) = ("4", "Goris", "39.5", "46.3");
    (cells[59], cells[60]) = ("20220914001500", url);
    cells.join("\t") + "\n"
}

/// A row of mentions.
fn mention(number: &str, time: &str, source: &str, url: &str) -> String {
    let mut cells = vec!["1"; 16];
    (cells[0], cells[1], cells[2]) = (number, "20220913000000", time);
    (cells[4], cells[5], cells[14], cells[15]) = (source, url, "", "");
    cells.join("\t") + "\n"
}

const FIRST: &str = "https://a.example/1;x=1";
const SECOND: &str = "https://b.example/2";

fn mentions() -> String {
    [
        mention("1", "20220914001500", "a.example", FIRST),
        mention("1", "20220915120000", "b.example", SECOND),
        // The same source in another sentence.
        mention("1", "20220915120000", "b.example", SECOND),
        mention("99", "20220915120000", "b.example", SECOND),
        mention("x", "20220915120000", "b.example", SECOND),
        mention("1", "soon", "b.example", SECOND),
    ]
    .concat()
}

#[test]
fn mentions_add_sources_and_times_to_their_events() {
    let folder = tempfile::tempdir().unwrap();
    let (events, path) = (folder.path().join("a.export.CSV"), folder.path().join("a.mentions.CSV"));
    std::fs::write(&events, event("1", FIRST) + &event("2", FIRST)).unwrap();
    std::fs::write(&path, mentions()).unwrap();
    assert!(is_mentions(&path) && !is_mentions(&events));
    let read = Mentions::read(std::slice::from_ref(&path)).unwrap();
    assert_eq!((read.rows, read.rejected.len()), (6, 2));
    assert!(read.rejected[0].ends_with("line 5: \"x\" is not the number of an event"));
    assert!(read.rejected[1].contains("line 6: \"soon\" is not a time"));
    let (options, read) = (TableOptions::default(), Arc::new(read));
    let mut go_on = |_| ControlFlow::Continue(());
    let imported = event_table_with(&events, &options, Some(&read), &mut go_on).unwrap();
    let added = read.added([&imported.table].into_iter());
    assert_eq!(added, Added { mentions: 3, events: 1, elsewhere: 1 });
    assert_eq!(imported.table.notes.last().unwrap(), "3 mentions of 1 events added");
    let dataset = dataset(imported);
    let rows = rows_of(&dataset);
    let row = &rows[0];
    let told = row.reports.iter().map(|report| {
        let day = report.published.map(|day| day.to_string()).unwrap_or_default();
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        format!("{} {} {day}", text(&report.source), text(&report.url))
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [format!("a.example {FIRST} 2022-09-14"), format!("b.example {SECOND} 2022-09-15")]
    );
    // One that nobody mentions keeps its own address.
    let row = &rows[1];
    assert_eq!((row.reports.len(), row.reports[0].url.as_deref()), (1, Some(FIRST)));
    assert_eq!(events_of(&dataset.tables[0]), dataset.events);
}

#[test]
fn mentions_alone_are_no_table_and_it_is_said_what_is_missing() {
    let error = read("a.mentions.CSV", mentions()).unwrap_err().to_string();
    assert!(error.starts_with("mentions of GDELT, which know their events by number only: read"));
}

#[test]
fn a_table_of_as_many_columns_is_not_taken_for_mentions() {
    let row = "1\t".repeat(15) + "1\n";
    let error = read("a.tsv", &row).unwrap_err().to_string();
    assert!(error.starts_with("no column tells when"), "{error}");
}
