//! Tables as other programs and people write them, with values of our own.

use super::*;

/// All events of a table without rejected rows, a line each.
fn lines(name: &str, text: &str) -> Vec<String> {
    let imported = read(name, text).unwrap();
    assert_eq!(imported.table.rejected, []);
    assert_eq!(events_of(&imported.table), imported.events);
    imported.events.iter().map(line).collect()
}

#[test]
fn a_row_of_tags_is_no_event_and_says_what_the_columns_are() {
    let text = "When it was,A,B,C,D\n#date+occurred,#geo+lat,#geo+lon,#affected+killed,#event+type\n\
                2022-09-13,39.5,46.3,4,Shelling\n";
    let wanted = ["shelling_missile 2022-09-13..2022-09-13 39.5,46.3 exact 0  killed 4"];
    assert_eq!(lines("hdx.csv", text), wanted);
    let alone = text.split_once('\n').unwrap().1;
    assert_eq!(lines("hdx.csv", alone), wanted);
}

#[test]
fn one_column_may_hold_whole_positions() {
    let text = "item,itemLabel,date,coord\nhttp://x.example/Q1,Battle of X,2022-09-13T00:00:00Z,\
                Point(45.87 40.2)\nhttp://x.example/Q2,Old,-0331-10-01T00:00:00Z,Point(43.3 36.3)\n";
    let wanted = [
        "other 2022-09-13..2022-09-13 40.2,45.87 exact 0 ",
        "other -000331-10-01..-000331-10-01 36.3,43.3 exact 0 ",
    ];
    assert_eq!(lines("query.csv", text), wanted);
    let text = "Date,Location,Coordinates,Event,Deaths\n9/13/2022,Goris,\"39.5, 46.3\",Clash,3-5\n\
                9/14/2022,Sotk,40.2 45.87 0 0,Shelling,10+\n";
    let wanted = [
        "battle 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris killed 3–5",
        "shelling_missile 2022-09-14..2022-09-14 40.2,45.87 exact 0 Sotk killed 10 or more",
    ];
    assert_eq!(lines("sheet.csv", text), wanted);
    let text = "WKT,name,date\n\"POLYGON ((46 39, 46.2 39, 46.2 39.2, 46 39))\",A,2022-09-13\n";
    let wanted = ["other 2022-09-13..2022-09-13 39.1,46.1 near 14.1 A"];
    assert_eq!(lines("wkt.csv", text), wanted);
    let bad = read("t.csv", "date,gps\n2022-09-13,39.5 46.3\n2022-09-14,near Goris\n").unwrap();
    let reason =
        "\"near Goris\" is no position, write it as \"39.84, 45.67\" or POINT (45.67 39.84)";
    assert_eq!((bad.table.rejected[0].line, bad.table.rejected[0].reason.as_str()), (3, reason));
}

#[test]
fn a_form_is_known_by_its_questions_not_by_when_it_was_filled_in() {
    let text = "start;end;today;Date of incident;Type of incident;Village;_GPS_latitude;\
                _GPS_longitude;_GPS_altitude;Number killed\n\
                2022-09-20T10:11:12.123+04:00;2022-09-20T10:20:12.123+04:00;2022-09-20;2022-09-13;\
                Shelling;Sotk;40.2;45.87;2000;2\n";
    let wanted = ["shelling_missile 2022-09-13..2022-09-13 40.2,45.87 exact 0 Sotk killed 2"];
    assert_eq!(lines("form.csv", text), wanted);
    let text = "start,end,lat,lon\n2022-09-13,2022-09-15,40.2,45.87\n";
    assert_eq!(lines("t.csv", text), ["other 2022-09-13..2022-09-15 40.2,45.87 exact 0 "]);
}

#[test]
fn headings_may_be_in_the_languages_of_the_window() {
    let text = "Дата;Место;Широта;Долгота;Событие;Погибшие\n13.09.2022;Горис;39,5;46,3;обстрел;3\n";
    let wanted = ["shelling_missile 2022-09-13..2022-09-13 39.5,46.3 exact 0 Горис killed 3"];
    assert_eq!(lines("t.csv", text), wanted);
    let text = "Tarih,Yer,Enlem,Boylam,Olay,Ölü\n2022-09-13,Goris,39.5,46.3,çatışma,bilinmiyor\n";
    assert_eq!(lines("t.csv", text), ["battle 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris"]);
}

#[test]
fn gdelt_before_2013_has_no_addresses_and_spreadsheets_take_zeros_from_codes() {
    let mut cells = vec![""; 57];
    (cells[0], cells[1], cells[26]) = ("1", "19790113", "042");
    (cells[49], cells[50], cells[53], cells[54]) = ("4", "Goris", "39.5", "46.3");
    (cells[5], cells[56]) = ("ARM", "19790113");
    let wanted = "talks_diplomacy 1979-01-13..1979-01-13 39.5,46.3 exact 0 Goris";
    let table = read("197901.csv", &(cells.join("\t") + "\n")).unwrap();
    assert_eq!(table.table.format, "GDELT 1.0 events");
    assert_eq!(told(&table), wanted);
    cells[26] = "42";
    assert_eq!(lines("197901.csv", &(cells.join("\t") + "\n")), [wanted]);
}

#[test]
fn icews_scad_and_the_first_columns_of_acled_are_known() {
    let text = "Event ID\tEvent Date\tSource Name\tEvent Text\tCAMEO Code\tTarget Name\tPublisher\t\
                City\tProvince\tCountry\tLatitude\tLongitude\n\
                7\t1995-01-02\tMilitary (A)\tUse force\t190\tCitizen (B)\tPaper\tGrozny\tC\tR\t43.31\t\
                45.69\n8\t1995-01-03\tA\tPraise\t051\tB\tPaper\t\t\tR\t55\t37\n";
    let wanted = [
        "battle 1995-01-02..1995-01-02 43.31,45.69 exact 0 Grozny",
        "talks_diplomacy 1995-01-03..1995-01-03 55,37 country 300 R",
    ];
    assert_eq!(lines("events.tab", text), wanted);
    let text = "eventid,ccode,countryname,startdate,enddate,etype,actor1,target1,ndeath,elocal,\
                latitude,longitude\n6150001,615,A,13-Jan-90,14-Jan-90,3,Students,Police,-99,X,36.7,3\n";
    let wanted = ["protest_riot 1990-01-13..1990-01-14 36.7,3 exact 0 X"];
    assert_eq!(lines("SCAD.csv", text), wanted);
    let text = "EVENT_ID_CNTY,EVENT_DATE,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,COUNTRY,\
                LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,FATALITIES\n\
                1X,13/01/1997,1,Battle-Government regains territory,A,B,X,Y,36.6,2.7,1,5\n";
    let wanted = ["territory_taken 1997-01-13..1997-01-13 36.6,2.7 exact 0 Y killed 5"];
    assert_eq!(lines("acled.csv", text), wanted);
}

#[test]
fn codes_of_unknown_positions_and_names_are_no_values() {
    let text = "eventid,iyear,imonth,iday,provstate,city,latitude,longitude,specificity,suicide,\
                attacktype1,nkill,gname\n1,1988,2,3,P,Unknown,-99,-99,5,0,2,1,Unknown\n";
    assert_eq!(lines("gtd.csv", text), ["battle 1988-02-03..1988-02-03 killed 1"]);
    let text = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tRecipient Name\tCity\t\
                Province\tCountry\tLatitude\tLongitude\n\
                1\t2022-09-13\tASSAULT\taerial\tNone\tB\tNone\tVayots Dzor\tARM\t39.84\t45.67\n";
    let wanted = ["air_drone_strike 2022-09-13..2022-09-13 39.84,45.67 admin1 100 Vayots Dzor"];
    assert_eq!(lines("p.txt", text), wanted);
    // Namibia is no gap.
    let text = "date,lat,lon,country\n2022-09-13,-22.5,17,NA\n";
    assert_eq!(lines("t.csv", text), ["other 2022-09-13..2022-09-13 -22.5,17 exact 0 NA"]);
}

#[test]
fn sources_of_timemap_are_addresses_and_its_filters_are_words() {
    let text = r#"[{"id": "CIV1", "date": "2/24/2022", "latitude": "49.8", "longitude": "36.6",
        "location": "X", "description": "Damage", "sources": [{"id": "A", "path": "https://x.example/1"}],
        "filters": [{"key": "Area", "value": "Homes"}, {"key": "Weapon", "value": ""}]}]"#;
    let table = read("ukr.json", text).unwrap();
    assert_eq!(table.table.format, "TimeMap");
    assert_eq!(told(&table), "other 2022-02-24..2022-02-24 49.8,36.6 exact 0 X");
    let record = table.table.record(0).unwrap();
    assert_eq!(record.get(RecordField::Source), Some("https://x.example/1"));
}

#[test]
fn degrees_may_have_minutes_and_days_may_be_numbers_of_a_spreadsheet() {
    let text = "date,lat,lon,deaths\n44817,40°10'12\"N,45°52'12\"E,\"1,200\"\n";
    let wanted = ["other 2022-09-13..2022-09-13 40.17,45.87 exact 0  killed 1200"];
    assert_eq!(lines("t.csv", text), wanted);
}

#[test]
fn a_quote_without_its_end_costs_its_own_row_alone() {
    let rows: Vec<String> = (1..=90).map(|i| format!("2022-09-13,39.5,46.3,Town {i}")).collect();
    let text = format!("date,lat,lon,place\n{}\n", rows.join("\n"));
    let text = text.replace(",Town 40\n", ",\"Town 40\n");
    let table = read("t.csv", &text).unwrap().table;
    assert_eq!((table.len(), table.rejected.len()), (89, 1));
    let rejected = &table.rejected[0];
    let told = (rejected.line, rejected.reason.as_str());
    assert_eq!(told, (41, "a quote without its end, add it or take the quote out"));
    assert_eq!(rejected.cells, ["2022-09-13", "39.5", "46.3", "Town 40"]);
    assert_eq!(table.record(88).unwrap().line, 91);
    // A long text of several lines is one.
    let notes = "A line, with a comma\n".repeat(100);
    let text = format!("date,lat,lon,notes\n2022-09-13,39.5,46.3,\"{notes}\"\n");
    assert_eq!(lines("t.csv", &text), ["other 2022-09-13..2022-09-13 39.5,46.3 exact 0 "]);
}

#[test]
fn titles_above_the_headings_and_names_of_rows_are_no_columns() {
    let wanted = ["other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris"];
    let table = "date,lat,lon,place\n2022-09-13,39.5,46.3,Goris\n";
    assert_eq!(lines("t.csv", &format!("Incidents of 2022\n\n{table}")), wanted);
    assert_eq!(lines("t.csv", &format!("sep=;\r\n{}", table.replace(',', ";"))), wanted);
    let bad = read("t.csv", &format!("# by us\n# in May\n{table}soon,1,2,x\n")).unwrap();
    assert_eq!(bad.table.rejected[0].line, 5);
    assert_eq!(bad.table.notes, ["2 rows above the headings left out"]);
    let named =
        "date,lat,lon,place\n\"1\",2022-09-13,39.5,46.3,Goris\n\"2\",2022-09-13,39.5,46.3,Goris\n";
    assert_eq!(lines("t.csv", named), [wanted[0], wanted[0]]);
}

#[test]
fn utf16_is_read_without_its_mark_too() {
    let text = "date,lat,lon,place\n2022-09-13,39.5,46.3,Goris\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let table = read_with("t.csv", &bytes, &TableOptions::default()).unwrap();
        assert_eq!(told(&table), "other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris");
    }
}

#[test]
fn messages_show_no_more_of_a_cell_than_can_be_read() {
    let text = format!("date,lat,lon\n{}\u{1b}[31m,1,2\n", "x".repeat(500));
    let said = read("t.csv", &text).unwrap_err().to_string();
    assert!(said.contains(&format!("\"{}…\" is not a day", "x".repeat(60))), "{said}");
    let said = read("t.csv", &format!("a\u{1b}[31m{}\n1,2\n", ",b".repeat(900))).unwrap_err();
    let said = said.to_string();
    assert!(said.contains("and 861 more") && !said.contains('\u{1b}'), "{said}");
}
