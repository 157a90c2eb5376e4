#![allow(clippy::unwrap_used, clippy::panic)]

mod containers;
mod others;
mod text;

use super::*;
use crate::model::{EventType, Precision};

/// Reads a table written for the test.
fn read(name: &str, text: &str) -> Result<ImportedTable, TableError> {
    read_with(name, text.as_bytes(), &TableOptions::default())
}

fn read_with(
    name: &str,
    bytes: &[u8],
    options: &TableOptions,
) -> Result<ImportedTable, TableError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    event_table(&path, options, &mut |_| ControlFlow::Continue(()))
}

/// The first event, as [`line`] has it.
fn told(imported: &ImportedTable) -> String {
    line(&imported.events[0])
}

/// "battle 2022-09-13..2022-09-13 39.84,45.67 exact 0 Jermuk killed 3–5".
fn line(event: &Event) -> String {
    let days = event.date.map(|d| format!(" {}..{}", d.first(), d.last())).unwrap_or_default();
    let place = event.locations.first().map(|place| {
        let (at, radius) = (place.position, place.radius_km);
        format!(" {},{} {} {radius} {}", at.lat, at.lon, place.precision.key(), place.name)
    });
    let killed = event.killed.map(|count| format!(" killed {}", count.label()));
    let (place, killed) = (place.unwrap_or_default(), killed.unwrap_or_default());
    format!("{}{days}{place}{killed}", event.event_type.key())
}

/// What is said, without the folder of the test.
fn without_folder(error: &TableError, name: &str) -> String {
    let said = error.to_string();
    said.rsplit_once(": ").map_or(said.clone(), |(said, _)| format!("{said}: {name}"))
}

#[test]
fn acled_keeps_its_codes_for_days_and_places() {
    let table = read(
        "a.csv",
        "\u{feff}event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,location,latitude,longitude,geo_precision,source,notes,fatalities\n\
         ARM1,13 September 2022,2,Explosions/Remote violence,Shelling/artillery/missile attack,A,B,Armenia,Jermuk,39.84,45.67,2,Wire,\"Shells, many\",3\n",
    )
    .unwrap();
    assert_eq!(table.table.format, "ACLED");
    let wanted = "shelling_missile 2022-09-10..2022-09-16 39.84,45.67 near 25 Jermuk killed 3";
    assert_eq!(told(&table), wanted);
    let record = table.table.record(0).unwrap();
    assert_eq!(record.all(RecordField::Actor).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!(record.get(RecordField::Notes), Some("Shells, many"));
}

fn ucdp_row(id: &str) -> String {
    let mut cells = vec!["x"; 49];
    (cells[0], cells[5], cells[14], cells[20]) = (id, "3", "Side A", "");
    (cells[24], cells[25], cells[29], cells[30]) = ("4", "Vardenis", "40.1", "45.7");
    (cells[38], cells[39]) = ("2022-09-01 00:00:00.000", "2022-09-30 00:00:00.000");
    (cells[44], cells[45], cells[46]) = ("5", "9", "3");
    cells.join(",")
}

#[test]
fn ucdp_without_headings_is_known_by_its_width() {
    let table = read("candidate.csv", &format!("{}\n{}\n", ucdp_row("1"), ucdp_row("2"))).unwrap();
    assert_eq!((table.table.format.as_str(), table.events.len()), ("UCDP GED", 2));
    let wanted =
        "attack_on_civilians 2022-09-01..2022-09-30 40.1,45.7 admin1 100 Vardenis killed 3–9";
    assert_eq!(told(&table), wanted);
}

#[test]
fn gdelt_is_tabs_without_headings_and_codes_are_text() {
    let mut cells = vec![""; 61];
    (cells[0], cells[1], cells[26]) = ("1", "20220913", "0871");
    (cells[51], cells[52], cells[56], cells[57]) = ("4", "Goris \"old", "39.5", "46.3");
    let table = read("20220913.export.CSV", &(cells.join("\t") + "\n")).unwrap();
    assert_eq!(table.table.format, "GDELT 2.0 events");
    let wanted = "ceasefire_agreement 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris \"old";
    assert_eq!(told(&table), wanted);
}

#[test]
fn gtd_with_an_unknown_day_is_the_month() {
    let table = read(
        "gtd.csv",
        "eventid,iyear,imonth,iday,city,latitude,longitude,specificity,suicide,attacktype1,nkill,nwound\n\
         1,1988,2,0,Sumgait,40.59,49.67,1,0,2,-99,4\n",
    )
    .unwrap();
    assert_eq!(told(&table), "battle 1988-02-01..1988-02-29 40.59,49.67 exact 0 Sumgait");
    assert_eq!(table.events[0].wounded.map(|count| count.low()), Some(4));
}

#[test]
fn any_table_is_guessed_with_semicolons_and_decimal_commas() {
    let text =
        "Datum;Lat;Lng;Town;Deaths\n13.09.2022;39,5;46,3;Goris;1\n01.10.2022;39,5;46,3;Goris;\n";
    let table = read("own.csv", text).unwrap();
    assert_eq!(told(&table), "other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris killed 1");
    assert!(table.table.notes.iter().any(|note| note.contains("semicolons")));
    assert!(table.table.notes.iter().any(|note| note.contains("day before month")));
}

#[test]
fn a_mapping_by_hand_comes_before_the_guess() {
    let options = TableOptions {
        mapping: vec![(RecordField::FirstDay, "reported".to_owned())],
        ..TableOptions::default()
    };
    let text = "date,reported,lat,lon\n2022-01-01,2022-01-05,1,2\n";
    let table = read_with("t.csv", text.as_bytes(), &options).unwrap();
    assert_eq!(told(&table), "other 2022-01-05..2022-01-05 1,2 exact 0 ");
    let options = TableOptions {
        mapping: vec![(RecordField::FirstDay, "nope".to_owned())],
        ..TableOptions::default()
    };
    let error = read_with("t.csv", text.as_bytes(), &options).unwrap_err().to_string();
    assert!(
        error.starts_with("no column \"nope\", choose among date, reported, lat, lon"),
        "{error}"
    );
}

#[test]
fn bad_rows_are_kept_with_line_and_reason_and_the_counts_add_up() {
    let text = "date,lat,lon\n2022-01-01,1,2\nsoon,1,2\n2022-01-02,91,2\n2022-01-03,1\n,,\n2022-01-04,,2\n";
    let table = read("t.csv", text).unwrap().table;
    let told: Vec<(u32, &str)> =
        table.rejected.iter().map(|row| (row.line, row.reason.as_str())).collect();
    assert_eq!(
        told,
        [
            (3, "\"soon\" is not a day, write it as 2022-09-13"),
            (
                4,
                "\"91\" is not a latitude in degrees, perhaps it is the longitude: swap the columns"
            ),
            (5, "2 cells instead of 3, correct the row"),
            (6, "the row is empty"),
            (7, "a latitude or a longitude alone, fill in both"),
        ]
    );
    assert_eq!(table.len() + table.rejected.len(), 6);
}

#[test]
fn other_encodings_are_found_out() {
    let (bytes, ..) = encoding_rs::UTF_16LE.encode("");
    assert!(bytes.is_empty());
    let text = "date,lat,lon,place\n2022-01-01,1,2,Şuşa\n";
    let mut wide = vec![0xff, 0xfe];
    wide.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let table = read_with("t.csv", &wide, &TableOptions::default()).unwrap();
    assert!(told(&table).ends_with("Şuşa"));
    let (latin, ..) =
        encoding_rs::WINDOWS_1252.encode("date,lat,lon,place\n2022-01-01,1,2,São João\n");
    let table = read_with("t.csv", &latin, &TableOptions::default()).unwrap();
    assert!(told(&table).ends_with("São João"), "{}", told(&table));
}

#[test]
fn what_tells_neither_when_nor_where_is_no_event_table() {
    let error = read("t.csv", "name,size\na,1\n").unwrap_err().to_string();
    assert!(error.starts_with("no column tells when, name one as first_day=COLUMN"), "{error}");
    let error = read("t.csv", "date,size\n2022-01-01,1\n").unwrap_err().to_string();
    assert!(error.starts_with("no column tells where"), "{error}");
    assert!(read("t.csv", "").unwrap_err().to_string().starts_with("no rows in the table"));
}

#[test]
fn the_same_file_again_has_the_same_hash() {
    let text = "date,lat,lon\n2022-01-01,1,2\n";
    let hash = |text: &str| read("t.csv", text).unwrap().table.hash;
    assert_eq!(hash(text), hash(text));
    assert_ne!(hash(text), hash("date,lat,lon\n2022-01-01,1,3\n"));
}

#[test]
fn gdelt_of_the_first_generation_is_known_by_its_width() {
    let mut cells = vec![""; 58];
    (cells[0], cells[1], cells[6], cells[16], cells[26]) = ("1", "19990913", "A", "B", "195");
    (cells[49], cells[50], cells[53], cells[54]) = ("2", "Syunik", "39.3", "46.2");
    let table = read("1999.csv", &(cells.join("\t") + "\n")).unwrap();
    assert_eq!(table.table.format, "GDELT 1.0 events");
    let wanted = "air_drone_strike 1999-09-13..1999-09-13 39.3,46.2 admin1 150 Syunik";
    assert_eq!(told(&table), wanted);
    let record = table.table.record(0).unwrap();
    let who = (record.get(RecordField::Perpetrator), record.get(RecordField::Victim));
    assert_eq!(who, (Some("A"), Some("B")));
}

#[test]
fn polecat_is_tabs_with_headings_and_takes_mode_before_type() {
    let text = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tRecipient Name\t\
                City\tProvince\tCountry\tLatitude\tLongitude\n\
                1\t2022-09-13\tASSAULT\theavy-weapons\tA\tB\tJermuk\tVayots Dzor\tARM\t39.84\t45.67\n\
                2\t2022-09-14\tCONSULT\t\tA\tB\t\tVayots Dzor\tARM\t39.8\t45.5\n";
    let table = read("p.txt", text).unwrap();
    assert_eq!(table.table.format, "POLECAT");
    let wanted = "shelling_missile 2022-09-13..2022-09-13 39.84,45.67 exact 0 Jermuk";
    assert_eq!(told(&table), wanted);
    assert_eq!(table.events[1].event_type, EventType::TalksDiplomacy);
    let province = &table.events[1].locations[0];
    assert_eq!((province.name.as_str(), province.precision), ("Vayots Dzor", Precision::Admin1));
}

#[test]
fn timemap_and_the_older_columns_of_acled_are_known() {
    let text = "id,description,date,time,location,latitude,longitude,category,associations,sources\n\
                1,Shells fell,9/13/2022,,Sotk,40.2,45.87,battle,x,s1\n";
    let table = read("t.csv", text).unwrap();
    assert_eq!(table.table.format, "TimeMap");
    assert_eq!(told(&table), "battle 2022-09-13..2022-09-13 40.2,45.87 exact 0 Sotk");
    let text = "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,\
                event_type,sub_event_type,actor1,inter1,country,location,latitude,longitude,\
                geo_precision,source,notes,fatalities,timestamp,iso3\n\
                7,51,ARM7,7,13 September 2020,2020,3,Battles,Armed clash,A,1,Armenia,Sotk,40.2,\
                45.87,3,w,n,0,1,ARM\n";
    let table = read("a.csv", text).unwrap();
    let wanted = "battle 2020-09-01..2020-09-30 40.2,45.87 admin1 100 Sotk killed 0";
    assert_eq!((table.table.format.as_str(), told(&table).as_str()), ("ACLED", wanted));
}

#[test]
fn what_a_person_says_of_cells_comes_before_codes_and_words() {
    let options = TableOptions {
        types: vec![("Battles".to_owned(), EventType::TerritoryTaken)],
        precisions: vec![("about".to_owned(), Precision::Near)],
        ..TableOptions::default()
    };
    let text = "date,lat,lon,type,how\n2022-09-13,1,2,battles,about\n";
    let options =
        TableOptions { mapping: vec![(RecordField::PlacePrecision, "how".to_owned())], ..options };
    let table = read_with("t.csv", text.as_bytes(), &options).unwrap();
    assert_eq!(told(&table), "territory_taken 2022-09-13..2022-09-13 1,2 near 25 ");
    assert_eq!(events_of(&table.table), table.events);
}

#[test]
fn a_point_or_comma_is_the_decimal_sign_of_the_whole_table() {
    let killed = |text: &str| {
        let table = read("t.csv", text).unwrap();
        assert_eq!(events_of(&table.table), table.events);
        table.events[0].killed.map(|count| count.low())
    };
    assert_eq!(killed("date;lat;lon;deaths\n2022-09-13;39,5;46,3;1.200\n"), Some(1200));
    assert_eq!(killed("date;lat;lon;deaths\n2022-09-13;39.5;46.3;1,200\n"), Some(1200));
    assert_eq!(killed("date;lat;lon;deaths\n2022-09-13;39;46;1 200\n"), Some(1200));
}

#[test]
fn only_the_columns_that_a_person_names_tell_anything_where_that_is_wanted() {
    let options = TableOptions {
        mapping: vec![
            (RecordField::FirstDay, "date".to_owned()),
            (RecordField::Latitude, "#2".to_owned()),
            (RecordField::Longitude, "#3".to_owned()),
        ],
        only_mapped: true,
        ..TableOptions::default()
    };
    let text = "date,x,x,place\n2022-09-13,1,2,Goris\n";
    let table = read_with("t.csv", text.as_bytes(), &options).unwrap();
    assert_eq!(told(&table), "other 2022-09-13..2022-09-13 1,2 exact 0 ");
    assert_eq!(column_name(&table.table.columns, 2), "#3");
}

#[test]
fn the_first_row_is_one_of_values_where_a_person_says_so() {
    let options = TableOptions {
        headings: Some(false),
        mapping: [(RecordField::FirstDay, "#1"), (RecordField::Place, "#2")]
            .map(|(field, name)| (field, name.to_owned()))
            .to_vec(),
        ..TableOptions::default()
    };
    let text = "September 2022,Goris\nOctober 2022,Sotk\n";
    let table = read_with("t.csv", text.as_bytes(), &options).unwrap();
    assert_eq!((table.table.columns.join(" "), table.events.len()), ("1 2".to_owned(), 2));
}
