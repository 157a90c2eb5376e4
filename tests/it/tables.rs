//! Event tables of others, by the command line.

use super::program::Folder;

/// Values of our own in the columns of ACLED; the third row has no such day.
const ACLED: &str = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,\
actor2,country,location,latitude,longitude,geo_precision,source,notes,fatalities\n\
ARM1,13 September 2022,1,Explosions/Remote violence,Shelling/artillery/missile attack,\
Side A,Side B,Armenia,Jermuk,39.8420,45.6690,1,A wire,\"Shells, many of them\",3\n\
ARM2,12 September 2022,2,Battles,Armed clash,Side A,Side B,Armenia,Sotk,40.2,45.87,2,A wire,,0\n\
ARM3,31 February 2022,1,Battles,Armed clash,Side A,Side B,Armenia,Sotk,40.2,45.87,1,A wire,,0\n";

/// The cells under some headings, a line an event.
fn cells(csv: &str, headings: &[&str]) -> Vec<String> {
    let mut table = csv::Reader::from_reader(csv.as_bytes());
    let all = table.headers().unwrap().clone();
    let at = |heading: &&str| all.iter().position(|other| other == *heading).expect(heading);
    let columns: Vec<usize> = headings.iter().map(at).collect();
    let line = |row: csv::StringRecord| {
        columns.iter().map(|at| row[*at].to_owned()).collect::<Vec<_>>().join("|")
    };
    table.records().map(|row| line(row.unwrap())).collect()
}

#[test]
fn a_table_of_others_becomes_events_and_its_bad_rows_are_kept() {
    let folder = Folder::with(&[("a.csv", ACLED.as_bytes())]);
    let ran = folder.run(&["events", "a.csv", "--rejected", "bad.csv"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.said[..2],
        [
            "a.csv: ACLED, 3 rows: 2 events, 1 rejected",
            "a.csv, line 4: \"31 February 2022\" is not a day, write it as 2022-09-13",
        ]
    );
    assert_eq!(
        cells(&ran.out, &["type", "date_start", "date_end", "actors", "sources", "quotes"]),
        [
            "battle|2022-09-09|2022-09-15|Side A; Side B|A wire|",
            "shelling_missile|2022-09-13|2022-09-13|Side A; Side B|A wire|Shells, many of them",
        ]
    );
    let bad = std::fs::read_to_string(folder.path().join("bad.csv")).unwrap();
    assert!(bad.starts_with("file,line,reason,event_id_cnty,"), "{bad}");
    assert!(bad.contains("a.csv,4,"), "{bad}");
}

#[test]
fn what_goes_out_as_our_table_comes_in_again() {
    let article = b"Shells hit Goris on 13 September 2022, killing two soldiers.";
    let folder = Folder::with(&[("a.txt", article)]);
    assert_eq!(folder.run(&["extract", "a.txt", "-o", "ours.csv"]).code, Some(0));
    let first = std::fs::read_to_string(folder.path().join("ours.csv")).unwrap();
    let again = folder.run(&["events", "ours.csv"]);
    assert!(again.said[0].starts_with("ours.csv: Dateline, 1 rows"), "{:?}", again.said);
    let headings = ["type", "date_start", "date_end", "killed_low", "quotes"];
    assert_eq!(cells(&again.out, &headings), cells(&first, &headings));
}

#[test]
fn columns_can_be_named_by_hand() {
    let folder = Folder::with(&[("t.csv", b"when;N;E\n01/02/2022;39,5;46,3\n")]);
    let map = "first_day=when,latitude=N,longitude=E";
    let ran = folder.run(&["events", "t.csv", "--map", map, "--date-order", "month-first"]);
    assert_eq!(cells(&ran.out, &["date_start"]), ["2022-01-02"]);
    let wrong = folder.run(&["events", "t.csv", "--map", "first_day=no"]);
    assert_eq!(wrong.code, Some(1));
    assert!(wrong.said[0].starts_with("no column \"no\", choose among when, N, E"));
    assert_eq!(folder.run(&["events", "t.csv", "--map", "colour=N"]).code, Some(2));
}

#[test]
fn how_a_file_is_written_can_be_said() {
    let (bytes, ..) =
        encoding_rs::WINDOWS_1251.encode("2022-09-13;39,512;46,342;Горис;бой;1.200\n");
    let folder = Folder::with(&[("t.csv", &bytes)]);
    let map = "first_day=1,latitude=#2,longitude=#3,place=#4,type=#5,killed=#6";
    let flags = ["--encoding", "windows-1251", "--no-headings", "--decimal", "comma", "--type"];
    let mut arguments = vec!["events", "t.csv", "--map", map, "бой=battle", "--save-map", "m.json"];
    arguments.splice(4..4, flags);
    let ran = folder.run(&arguments);
    let headings = ["type", "places", "latitudes", "killed_low"];
    assert_eq!(cells(&ran.out, &headings), ["battle|Горис|39.512|1200"], "{:?}", ran.said);
    // As the file says that was kept.
    let again = folder.run(&["events", "t.csv", "--map-file", "m.json"]);
    assert_eq!(cells(&again.out, &headings), ["battle|Горис|39.512|1200"], "{:?}", again.said);
    assert_eq!(folder.run(&["events", "t.csv", "--encoding", "ebcdic"]).code, Some(2));
    assert_eq!(folder.run(&["events", "t.csv", "--type", "a=b"]).code, Some(2));
    assert_eq!(folder.run(&["events", "t.csv", "--map-file", "no.json"]).code, Some(1));
}

#[test]
fn what_goes_out_in_any_format_of_ours_comes_in_again_without_loss() {
    let article =
        b"Shells hit Goris on 13 September 2022, killing two soldiers, the ministry said. \
                    Gunmen abducted a farmer near Sotk on 14 September 2022.";
    let folder = Folder::with(&[("a.txt", article)]);
    folder.run(&["project", "read", "a.txt", "-o", "p.gpkg"]);
    let export = |name: &str| {
        let ran = folder.run(&["project", "export", "p.gpkg", "-o", name]);
        assert_eq!(ran.code, Some(0), "{:?}", ran.said);
    };
    export("e.jsonl");
    let wanted = std::fs::read_to_string(folder.path().join("e.jsonl")).unwrap();
    assert!(wanted.lines().count() > 1, "{wanted}");
    for ending in ["csv", "xlsx", "geojson", "kml", "kmz", "gpkg", "parquet", "jsonl", "zip"] {
        let name = format!("e.{ending}");
        export(&name);
        let again = folder.run(&["events", &name, "--format", "jsonl"]);
        assert!(again.said[0].contains("Dateline, "), "{:?}", again.said);
        assert_eq!((again.out.as_str(), again.code), (wanted.as_str(), Some(0)), "{name}");
    }
    let project = folder.run(&["events", "p.gpkg"]);
    assert!(project.said[0].starts_with("a project, not a layer: open it"), "{:?}", project.said);
}

#[test]
fn features_are_counted_and_mentions_go_to_their_events() {
    let features = br#"{"type": "FeatureCollection", "features": [
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [46.3, 39.5]},
       "properties": {"date": "2022-09-13"}},
      {"type": "Feature", "geometry": null, "properties": {"date": "soon"}}]}"#;
    let mut event = vec![""; 61];
    (event[0], event[1], event[26], event[51]) = ("1", "20220913", "194", "4");
    (event[56], event[57]) = ("39.5", "46.3");
    let mut mention = vec!["1"; 16];
    (mention[1], mention[2]) = ("20220913000000", "20220914001500");
    (mention[4], mention[5]) = ("a.example", "https://a.example/1");
    let (event, mention) = (event.join("\t") + "\n", mention.join("\t") + "\n");
    let folder = Folder::with(&[
        ("a.geojson", features),
        ("a.export.CSV", event.as_bytes()),
        ("a.mentions.CSV", mention.as_bytes()),
    ]);
    let ran = folder.run(&["events", "a.geojson"]);
    assert_eq!(
        ran.said,
        [
            "a.geojson: table, 2 rows: 1 events, 1 rejected",
            "a.geojson, feature 2: \"soon\" is not a day, write it as 2022-09-13",
        ]
    );
    let ran = folder.run(&["events", "a.mentions.CSV", "a.export.CSV"]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.said[1],
        "a.mentions.CSV: GDELT 2.0 mentions, 1 rows: 1 added to 1 events, 0 of events that are \
         not here, 0 rejected"
    );
    assert_eq!(cells(&ran.out, &["sources", "urls"]), ["a.example|https://a.example/1"]);
    let alone = folder.run(&["events", "a.mentions.CSV"]);
    assert!(alone.said[0].starts_with("mentions of GDELT, which know their events by number"));
    assert_eq!(alone.code, Some(1));
}
