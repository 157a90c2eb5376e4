#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;
use regex::Regex;
use walkdir::WalkDir;

use super::*;

/// Ids that are made of a group and a key of the data: "event-type-battle". Tests beside
/// the code that makes them see to it that all of a group are there.
const MADE: &[&str] = &[
    "action-",
    "damage-",
    "event-type-",
    "export-format-",
    "facet-",
    "gesture-",
    "key-",
    "kind-",
    "map-kind-",
    "mapping-group-",
    "month-short-",
    "picture-size-",
    "precision-",
    "stretch-",
    "record-field-",
    "remark-",
    "review-",
    "role-",
    "stance-",
    "step-",
    "tells-",
    "timeline-length-",
    "weapon-",
];

#[test]
fn the_language_of_a_tag_is_found() {
    assert_eq!(Language::of_tag("hy_AM.UTF-8"), Language::Armenian);
    assert_eq!(Language::of_tag("ru-RU"), Language::Russian);
    assert_eq!(Language::of_tag("C"), Language::English);
}

#[test]
fn plurals_follow_the_rules_of_the_language() {
    let said = |n: usize| crate::tr!("count-events", n = n);
    assert_eq!([said(1), said(2)], ["1 event", "2 events"]);
    set_language(Language::Russian);
    assert_eq!([said(1), said(2), said(5)], ["1 событие", "2 события", "5 событий"]);
    set_language(Language::English);
}

#[test]
fn numbers_are_written_without_commas_and_zero_may_have_its_own_words() {
    assert_eq!(crate::tr!("count-events", n = 12_345), "12345 events");
    assert_eq!(crate::tr!("map-scale-km", n = 0.5), "0.5 km");
    assert_eq!(crate::tr!("map-scale-km", n = 200.0), "200 km");
    let again = |changed: usize, lost: usize| {
        crate::tr!("notice-read-again", changed = changed, lost = lost)
    };
    assert_eq!(again(0, 0), "Read again; nothing changed");
    assert_eq!(
        again(1, 2),
        "Read again; 1 article says something else; 2 edits have lost their words and wait for them"
    );
}

#[test]
fn a_thread_may_speak_the_language_of_the_one_that_started_it() {
    set_language(Language::Russian);
    let (to_test, said) = std::sync::mpsc::channel();
    spawn(move || to_test.send(crate::tr!("count-events", n = 2)).unwrap());
    assert_eq!(said.recv().unwrap(), "2 события");
    set_language(Language::English);
}

#[test]
fn every_file_of_words_can_be_read() {
    for language in Language::ALL {
        let read = FluentResource::try_new(language.file().to_owned());
        assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn what_a_language_lacks_is_in_english_and_what_none_has_is_the_id() {
    assert_eq!(crate::tr!("no-such-words"), "no-such-words");
    assert_eq!(find("no-such-words"), None);
}

#[test]
fn no_file_says_the_same_id_twice_and_only_english_may_have_an_id_alone() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let file = messages(language);
        for (number, (id, _)) in file.iter().enumerate() {
            assert!(file[..number].iter().all(|(other, _)| other != id), "{language:?}: {id}");
            assert!(english.iter().any(|(other, _)| other == id), "{language:?}: {id}");
        }
    }
}

#[test]
fn every_language_has_all_words() {
    for language in Language::ALL {
        let file: BTreeSet<String> = messages(language).into_iter().map(|(id, _)| id).collect();
        for (id, _) in messages(Language::English) {
            assert!(file.contains(&id), "{language:?}: {id}");
        }
    }
}

#[test]
fn all_languages_name_the_same_values_between_braces() {
    let english = messages(Language::English);
    for language in Language::ALL {
        for (id, values) in messages(language) {
            let wanted = english.iter().find(|(other, _)| *other == id).map(|(_, values)| values);
            assert_eq!(Some(&values), wanted, "{language:?}: {id}");
        }
    }
}

#[test]
fn the_code_asks_for_words_that_there_are_and_gives_the_values_that_they_name() {
    let english = messages(Language::English);
    for (id, given) in asked_for() {
        let wanted = english.iter().find(|(other, _)| *other == id).map(|(_, values)| values);
        assert_eq!(wanted, Some(&given), "{id}");
    }
}

#[test]
fn no_words_are_there_that_the_code_never_asks_for() {
    let asked: BTreeSet<String> = asked_for().into_iter().map(|(id, _)| id).collect();
    for (id, _) in messages(Language::English) {
        let made = MADE.iter().any(|group| id.starts_with(group));
        assert!(made || asked.contains(&id), "{id}");
    }
}

#[test]
fn every_step_that_can_be_undone_has_its_words() {
    let edit = Regex::new(r#"\.edit\(\s*"([^"]+)""#).unwrap();
    for source in sources() {
        for step in edit.captures_iter(&source) {
            let id = format!("step-{}", step[1].replace(' ', "-"));
            assert_eq!(find(&id).as_deref(), Some(&step[1]));
        }
    }
}

/// The names of values: `{ $n }` gives "n".
type Values = BTreeSet<String>;

/// The ids of a file with the values that their words name.
fn messages(language: Language) -> Vec<(String, Values)> {
    let value = Regex::new(r"\$([a-z_]+)").unwrap();
    let mut found: Vec<(String, Values)> = Vec::new();
    for line in language.file().lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let id = line.split('=').next().unwrap_or_default().trim();
            found.push((id.to_owned(), Values::new()));
        }
        if let Some((_, values)) = found.last_mut() {
            values.extend(value.captures_iter(line).map(|name| name[1].to_owned()));
        }
    }
    found
}

/// The ids in all `tr!("…")` of the sources, with the names of the values given.
fn asked_for() -> Vec<(String, Values)> {
    let call = Regex::new(r#"\btr!\(\s*"([^"]+)""#).unwrap();
    let value = Regex::new(r",\s*([a-z_]+) = ").unwrap();
    let mut found = Vec::new();
    for source in sources() {
        for call in call.captures_iter(&source) {
            let rest = &source[call.get(0).map_or(0, |all| all.end())..];
            let rest = &rest[..end_of_call(rest)];
            let values = value.captures_iter(rest).map(|name| name[1].to_owned()).collect();
            found.push((call[1].to_owned(), values));
        }
    }
    found
}

/// Where the bracket is closed that was opened before.
fn end_of_call(source: &str) -> usize {
    let mut open = 1;
    let closes = |(_, letter): &(usize, char)| {
        open += i32::from(*letter == '(') - i32::from(*letter == ')');
        open == 0
    };
    source.char_indices().find(closes).map_or(source.len(), |(at, _)| at)
}

/// All sources but those of this module, without comments.
fn sources() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = WalkDir::new(&folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let is_code = |path: &Path| {
        path.extension().is_some_and(|end| end == "rs") && !path.starts_with(folder.join("locale"))
    };
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let code = |line: &&str| !line.trim_start().starts_with("//");
        text.lines().filter(code).collect::<Vec<_>>().join("\n")
    };
    files.filter(|file| is_code(file.path())).map(|file| read(file.path())).collect()
}
