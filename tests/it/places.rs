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
    let run = Folder::new().run(&["places", "Yerevan 77", "--format", "json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), "[]\n"));
    assert!(run.said[0].contains("; did you mean Yerevan"), "{:?}", run.said);
}

/// What `dateline places … --format json` gives.
fn json(arguments: &[&str]) -> Vec<serde_json::Value> {
    let run = Folder::new().run(&[&["places", "--format", "json"], arguments].concat());
    assert_eq!(run.code, Some(0), "{:?}", run.said);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn candidates_as_json_say_how_they_match_and_where_they_are() {
    let found = json(&["goris", "--country", "AM"]);
    let first = &found[0];
    for (field, wanted) in
        [("name", "Goris"), ("how", "folded"), ("use", "main"), ("kind", "city"), ("country", "AM")]
    {
        assert_eq!(first[field], wanted, "{first}");
    }
    assert_eq!(first["admin1"], "Syunik");
    assert!((first["lat"].as_f64().unwrap() - 39.51).abs() < 0.01, "{first}");
    assert!(first["score"].is_f64() && first["population"].is_u64(), "{first}");
    assert!(found.iter().all(|place| place["country"] == "AM"));
}

#[test]
fn the_nearer_place_comes_first_with_its_distance() {
    let near = |position| {
        let found = json(&["Tripoli", "--near", position]);
        assert!(found[0]["distance_km"].as_f64().unwrap() < 20.0, "{}", found[0]);
        found[0]["country"].clone()
    };
    assert_eq!((near("34.4,35.8"), near("32.9,13.2")), ("LB".into(), "LY".into()));
}

#[test]
fn another_romanisation_is_found_loosely() {
    let found = json(&["Tel Rifaat", "--country", "SY"]);
    assert!(found.iter().any(|place| {
        let near = |field: &str, wanted: f64| (place[field].as_f64().unwrap() - wanted).abs() < 0.1;
        near("lat", 36.47) && near("lon", 37.1)
    }));
}

#[test]
fn a_country_without_the_name_says_how_many_there_are_elsewhere() {
    let run = Folder::new().run(&["places", "Goris", "--country", "FJ"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.said[0].contains("in FJ in the gazetteer; without --country there "),
        "{:?}",
        run.said
    );
}
