//! The main job where there is no display: a table, a picture, a file of events.

use std::fs;

use super::program::{Folder, articles};

#[test]
fn without_a_display_the_sample_is_read_and_written() {
    let folder = Folder::new();
    let run = folder.run(&[]);
    let reason = if cfg!(feature = "ui") { "there is no display" } else { "this program was" };
    assert!(run.said[0].starts_with(&format!("no window ({reason}")), "{:?}", run.said);
    assert!(run.out.contains("12 articles, "), "{}", run.out);
    let events = fs::read(folder.path().join("dateline-events.geojson")).unwrap();
    let events: serde_json::Value = serde_json::from_slice(&events).unwrap();
    assert_eq!(events["type"], "FeatureCollection");
    if cfg!(feature = "ui") {
        assert_eq!(run.code, Some(0), "{:?}", run.said);
        assert_eq!(folder.names(), ["dateline-events.geojson", "dateline-map.png"]);
        let picture = fs::read(folder.path().join("dateline-map.png")).unwrap();
        assert!(picture.starts_with(b"\x89PNG"));
    }
}

#[test]
fn without_a_display_the_named_articles_are_read() {
    let folder = Folder::new();
    let run = folder.run(&[&articles()]);
    assert!(run.out.contains("5 articles, "), "{}", run.out);
    assert!(folder.names().contains(&"dateline-events.geojson".to_owned()));
}
