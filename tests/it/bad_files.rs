//! One bad file never stops the others.

use super::program::{Folder, lines};

/// Of a folder with this file and a good one, the good one is read, the other gets
/// this line, and the exit code is 1.
fn check(name: &str, bytes: &[u8], line: &str) {
    let folder = Folder::with(&[(name, bytes), ("zz-good.txt", b"Shells fell on Goris.")]);
    let run = folder.run(&["extract", "."]);
    let ids: Vec<_> = lines(&run.out).iter().map(|line| line["id"].to_string()).collect();
    assert_eq!(ids, ["\"zz-good\""], "{name}");
    assert_eq!(run.said.len(), 1, "{name}: {:?}", run.said);
    let said = run.said[0].replace('\\', "/");
    assert!(said.starts_with(line), "{name}: {said}");
    assert!(said.ends_with(&format!(": ./{name}")), "{name}: {said}");
    assert_eq!(run.code, Some(1), "{name}");
}

#[test]
fn each_kind_of_bad_file_has_its_line() {
    check("a.txt", b"", "no text to read");
    check("a.txt", b"%PDF-1.7 x", "not text but a PDF, give it its ending back");
    check("a.txt", b"PK\x03\x04", "not text but a zip archive");
    check("a.md", b"\x89PNG\r\n\x1a\n\0", "not text but a picture");
    check("a.txt", b"Goris\0\0Sotk", "not text, it has zero bytes");
    check("a.txt", b"\xff\xfeG\0o\0\xd8", "not valid UTF-16LE");
    check("a.txt", "“Goris”, “Sotk”".as_bytes().split_last().unwrap().1, "not valid UTF-8");
    check("a.html", b"<html><body></body></html>", "no text to read");
    check("a.json", b"{\n\"text\": \"Goris\",\n", "not a JSON article in line 3");
    check("a.json", b"[{\"text\": 7}]", "not a JSON article in object 1");
    check("a.jsonl", b"\n{\"title\": \"Goris\"}\n", "no field \"text\" in line 2");
    check(
        "a.jsonl",
        b"{\"text\": \"Goris\", \"published\": \"May\"}",
        "publication date not understood in line 1 (\"May\"), write it as 2022-09-13",
    );
    check("a.txt", &vec![b'x'; 20 * 1024 * 1024 + 1], "more than 20 MB, split it");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let folder = Folder::with(&[("a.txt", b"Shells fell on Goris.")]);
    let run = folder.run(&["extract", "none.txt", "a.txt"]);
    assert_eq!(run.said, ["no such file or folder, check the name: none.txt"]);
    assert_eq!((run.code, lines(&run.out).len()), (Some(1), 1));
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_into_itself_is_named() {
    let folder = Folder::with(&[("in/a.txt", b"Shells fell on Goris.")]);
    std::os::unix::fs::symlink(folder.path().join("in"), folder.path().join("in/loop")).unwrap();
    let run = folder.run(&["extract", "in"]);
    assert_eq!((run.code, lines(&run.out).len()), (Some(1), 1));
    assert!(run.said[0].starts_with("cannot list the folder"), "{:?}", run.said);
}

#[test]
fn files_of_other_kinds_and_guessed_encodings_are_said_without_failing() {
    let (cyrillic, ..) =
        encoding_rs::WINDOWS_1251.encode("Обстрел сёл на границе продолжался весь день.");
    let folder = Folder::with(&[("a.txt", &cyrillic), ("b.csv", b"a,b"), ("c", b"x")]);
    let run = folder.run(&["extract", "."]);
    assert_eq!(run.code, Some(0));
    assert!(run.said[0].starts_with("not UTF-8, read as windows-1251: "), "{:?}", run.said);
    let left_out = "2 files were left out because of the kind: 1 without extension, 1 .csv";
    assert_eq!(run.said[1], left_out);
}
