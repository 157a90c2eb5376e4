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
