//! `--help` teaches, and what is not understood is refused with exit code 2.

use super::program::Folder;

/// The help of a command has these words.
fn check(arguments: &[&str], words: &[&str]) {
    let run = Folder::new().run(arguments);
    assert_eq!(run.code, Some(0), "{:?}", run.said);
    for word in words {
        assert!(run.out.contains(word), "{word:?} is not in\n{}", run.out);
    }
}

/// The arguments are refused, and the reason is given.
fn refused(arguments: &[&str], reason: &str) {
    let run = Folder::new().run(arguments);
    assert_eq!(run.code, Some(2), "{arguments:?}: {:?}", run.said);
    assert!(run.said.join("\n").contains(reason), "{:?}", run.said);
    assert_eq!(run.out, "");
}

#[test]
fn help_shows_examples_of_every_command() {
    check(&["--help"], &["dateline extract - < articles.jsonl", "dateline places", ".jsonl"]);
    check(&["extract", "--help"], &["offsets in Unicode code points", "--published 2022-09-13"]);
    check(
        &["events", "--help"],
        &["--map first_day=Datum", "--rejected bad.csv", ".geojson .json .jsonl"],
    );
    check(&["places", "--help"], &["dateline places Goris"]);
    check(&["project", "--help"], &["dateline project check war.gpkg --rescue saved.gpkg"]);
    check(&["render", "--help"], &["--from 2021-05-01", "--size 1920x1080"]);
}

#[test]
fn what_is_not_understood_is_refused() {
    refused(&["extract"], "<PATH>");
    refused(&["extract", "a.txt", "--format", "xls"], "xls");
    refused(&["extract", "a.txt", "--published", "13.9.2022"], "write year, month and day");
    refused(&["extract", "-", "a.txt"], "cannot be read together");
    refused(&["extract", "-", "--format", "csv"], "annotations only");
    refused(&["render", "a.txt"], "--output");
    refused(&["render", "-o", "a.png", "--size", "9x9"], "from 200 to 8192");
    refused(&["render", "-o", "a.png", "--from", "2022-02-01", "--to", "2022-01-01"], "before");
    refused(&["places", "Goris", "--limit", "0"], "from 1");
    refused(&["places", "Goris", "--country", "Armenia"], "two letters");
    refused(&["places", "Goris", "--near", "95,46"], "write latitude and longitude");
    refused(&["--no-such-thing"], "no-such-thing");
}
