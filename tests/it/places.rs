//! `dateline places`.

use super::program::Folder;

#[test]
fn candidates_come_with_position_and_reason() {
    let run = Folder::new().run(&["places", "Goris"]);
    assert_eq!(run.code, Some(0), "{:?}", run.said);
    let first = run.out.lines().find(|line| line.contains("Goris")).unwrap_or_default();
    assert!(first.contains("AM") && first.contains("39.5"), "{}", run.out);
}

#[test]
fn the_rest_is_counted() {
    let run = Folder::new().run(&["places", "San Antonio", "--limit", "1"]);
    assert!(run.out.contains(" more, see them with --limit "), "{}", run.out);
}

#[test]
fn an_unknown_name_is_said() {
    let run = Folder::new().run(&["places", "Xyzzyburgh"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert_eq!(run.said, ["no place of the name \"Xyzzyburgh\" in the gazetteer"]);
}
