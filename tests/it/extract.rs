//! `dateline extract`.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use super::program::{Folder, article, articles, lines};

#[test]
fn an_articles_own_fields_are_written() {
    let run = Folder::new().run(&["extract", &articles()]);
    assert_eq!(run.code, Some(0), "{:?}", run.said);
    let read = lines(&run.out);
    let ids: Vec<_> = read.iter().filter_map(|line| line["id"].as_str()).collect();
    assert_eq!(ids, ["bridge", "lines-1", "market", "road", "school"]);
    let page = &read[0];
    assert_eq!(page["title"], "Bridge at Kesh closed after mortar fire");
    assert_eq!(page["source"], "The Test Gazette");
    assert_eq!(page["published"], "2021-07-16");
    assert_eq!(page["url"], "https://example.org/bridge-closed");
    assert_eq!(read[1]["published"], "2021-07-18");
}

#[test]
fn a_given_day_beats_the_one_of_the_command_line() {
    let folder = Folder::with(&[(
        "a.jsonl",
        b"{\"id\":\"a\",\"text\":\"Shells fell.\",\"published\":\"2021-05-12\"}
          {\"id\":\"b\",\"text\":\"Shells fell.\",\"date\":\"\"}",
    )]);
    let run = folder.run(&["extract", "a.jsonl", "--published", "2022-09-13"]);
    let days: Vec<_> = lines(&run.out).iter().map(|line| line["published"].to_string()).collect();
    assert_eq!(days, ["\"2021-05-12\"", "\"2022-09-13\""]);
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    for format in ["annotations", "geojson", "csv"] {
        let once = || Folder::new().run(&["extract", &articles(), "--format", format]).out;
        let first = once();
        assert!(!first.is_empty());
        assert_eq!(first, once(), "{format}");
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = Folder::with(&[("broken.json", b"{\"text\": ")]);
    let on = |threads: &str| {
        let run = folder.run(&["extract", &articles(), "broken.json", "--threads", threads]);
        (run.code, run.out, run.said)
    };
    let one = on("1");
    assert_eq!(one.0, Some(1));
    for threads in ["2", "5"] {
        assert_eq!(on(threads), one, "{threads} threads");
    }
}

#[test]
fn each_sentence_is_explained_without_colours_in_a_pipe_and_with_them_if_wanted() {
    let file = format!("{}/market.txt", articles());
    let run = |more: &[&str]| {
        let run = Folder::new().run(&[&["extract", &file, "--explain"], more].concat());
        assert_eq!(run.code, Some(0), "{:?}", run.said);
        run.out
    };
    let plain = run(&[]);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    for said in ["EVENT  ", "where ", "place  ", "confidence "] {
        assert!(plain.contains(said), "{said} in {plain}");
    }
    assert!(run(&["--color", "always"]).contains("\u{1b}[32m"));
}

#[test]
fn offsets_count_code_points_of_the_text() {
    let text = article("market.txt");
    let run = Folder::new().run(&["extract", &format!("{}/market.txt", articles())]);
    for timex in lines(&run.out)[0]["timexes"].as_array().unwrap() {
        let at = |end: &str| usize::try_from(timex[end].as_u64().unwrap()).unwrap();
        let words: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
        assert_eq!(timex["text"], words.as_str());
    }
}

#[test]
fn a_line_in_is_a_line_out_at_once() {
    let folder = Folder::new();
    let mut child = folder.program(&["extract", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut answer = |line: &str| {
        writeln!(input, "{line}").unwrap();
        input.flush().unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        lines(&answer).remove(0)["id"].as_str().unwrap().to_owned()
    };
    assert_eq!(answer(r#"{"id": "a", "text": "Shells fell on Goris."}"#), "a");
    // The same id again stays as it is: whoever asks knows what it means.
    assert_eq!(answer(r#"{"id": "a", "text": "Shells fell on Sotk."}"#), "a");
    assert_eq!(answer("{broken\n{\"text\": \"Shells fell.\"}"), "article-4");
    drop(input);
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.starts_with("dateline: not a JSON article in line 3 ("), "{said}");
    assert!(said.trim_end().ends_with("standard input"), "{said}");
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let folder = Folder::new();
    let mut child = folder.program(&["extract", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    // The program may be gone before it has read all this.
    let _may_be_gone = input.write_all(b"{\"text\": \"Shells fell.\"}\n");
    drop(input);
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_file_is_written_as_a_whole_or_not_at_all() {
    let folder = Folder::with(&[("a.txt", b"Shells fell on Goris."), ("b.csv", b"old")]);
    let run = folder.run(&["extract", "a.txt", "--format", "csv", "-o", "b.csv"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{:?}", run.said);
    let written = fs::read_to_string(folder.path().join("b.csv")).unwrap();
    assert!(written.starts_with("event,type,label,date_start,"), "{written}");
    let run = folder.run(&["extract", "a.txt", "-o", "none/b.jsonl"]);
    assert_eq!(run.code, Some(1));
    assert!(run.said[0].starts_with("cannot write the file ("), "{:?}", run.said);
    assert_eq!(folder.names(), ["a.txt", "b.csv"]);
}

#[test]
fn the_ending_of_the_name_picks_the_format() {
    let folder = Folder::with(&[("a.txt", b"Shells fell on Goris on 13 September 2022.")]);
    let begins: [(&str, &[u8]); 7] = [
        ("x.kml", b"<?xml"),
        ("x.kmz", b"PK"),
        ("x.gpkg", b"SQLite format 3"),
        ("x.parquet", b"PAR1"),
        ("x.md", b"# Events"),
        ("x.csv", b"event,type"),
        ("x.jsonl", b"{\"id\":\"a\""),
    ];
    for (name, beginning) in begins {
        let run = folder.run(&["extract", "a.txt", "--out", name]);
        assert_eq!((run.code, run.said), (Some(0), vec![]), "{name}");
        let written = fs::read(folder.path().join(name)).unwrap();
        assert!(written.starts_with(beginning), "{name}");
    }
}

#[test]
fn what_is_kept_back_is_kept_back_and_said() {
    let folder = Folder::with(&[("a.txt", b"Shells fell on Goris on 13 September 2022.")]);
    let run = folder.run(&["extract", "a.txt", "--format", "csv", "--coarsen", "admin1"]);
    assert!(run.out.contains("Syunik") && !run.out.contains("Goris"), "{}", run.out);
    let said = "1 of 1 events written; positions moved to the middles of first-level divisions";
    assert!(run.said[0].starts_with(said), "{:?}", run.said);
    let young = ["extract", "a.txt", "--format", "csv", "--delay", "9", "--before", "2022-09-20"];
    let run = folder.run(&young);
    assert_eq!(
        run.said,
        ["0 of 1 events written; 1 event left out, younger than 9 days on 2022-09-20"]
    );
    let refused = folder.run(&["extract", "a.txt", "--no-names"]);
    assert_eq!(refused.code, Some(2));
}

#[test]
fn places_of_the_users_own_are_found_and_bad_rows_are_said() {
    let rows = "name,aliases,lat,lon,kind,country\n\
                Kestrel Ridge,Height 1203,39.5,46.3,ridge,Armenia\n\
                Nowhere,,95,46,,\n\
                Far Post,,1,2,base,Atlantis\n";
    let folder = Folder::with(&[
        ("mine.csv", rows.as_bytes()),
        ("a.txt", b"On 14 September 2022 mortars hit Height 1203."),
    ]);
    let run = folder.run(&["extract", "a.txt", "--gazetteer", "mine.csv"]);
    assert_eq!(
        run.said,
        [
            "mine.csv: line 3: latitude 95 is not from -90 to 90, perhaps it changed places with \
             the longitude; left out",
            "mine.csv: Far Post: country \"Atlantis\" is not known, left open",
        ]
    );
    assert_eq!(run.code, Some(1));
    let toponym = &lines(&run.out)[0]["toponyms"][0];
    assert_eq!((&toponym["name"], &toponym["lat"]), (&"Kestrel Ridge".into(), &39.5.into()));
    assert_eq!(toponym["country"], "AM");
}
