//! The tables of others, with values of our own invention.

use dateline::export::Row;
use dateline::model::{Precision, RecordField, Role, Standing};

use super::imported::{line, read, rows, told};

/// "A wire | A headline | 2022-09-13" for each report.
fn sources(row: &Row) -> Vec<String> {
    let one = |report: &dateline::export::row::RowReport| {
        let day = report.published.map(|day| day.to_string());
        let parts = [report.source.clone(), report.title.clone(), day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
    };
    row.reports.iter().map(one).collect()
}

const UCDP: &str = "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,\
conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,\
side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,\
source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,\
adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,\
date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

const UCDP_ROW: &str = "7,ARM-1,2022,1,Clear,1,1,1,A - B,1,1,A - B,1,1,Government of A,2,2,XXX212,2,\
\"\"\"A wire,2022-09-13,Shells; many\"\";\"\"B post,2022-09-14,More\"\"\",A wire;B post,2022-09-13;2022-09-14,\
Shells fell;More of them,A ministry,3,Vardenis town,near Vardenis,Gegharkunik,Vardenis,40.18,45.73,\
POINT (45.73 40.18),187000,Armenia,371,Europe,1,3,2022-09-12 00:00:00.000,2022-09-18 00:00:00.000,\
2,1,4,0,7,9,5,371,";

#[test]
fn ucdp_keeps_its_sides_their_deaths_and_its_sources() {
    let row = &rows("ged.csv", &format!("{UCDP}\n{UCDP_ROW}\n"))[0];
    let place = &row.places[0];
    assert_eq!((place.name.as_str(), place.precision), ("Vardenis town", Precision::Admin2));
    let days = row.date.map(|range| (range.first().to_string(), range.last().to_string()));
    assert_eq!(days, Some(("2022-09-12".to_owned(), "2022-09-18".to_owned())));
    assert_eq!((row.killed.low, row.killed.high), (Some(5), Some(9)));
    // A side that is not known is no actor.
    assert_eq!(row.actors_as(Role::Participant), ["Government of A"]);
    let tolls: Vec<_> = row.tolls.iter().map(|t| (t.low, t.side.as_deref(), t.standing)).collect();
    let (fighters, civilians) = (Standing::Military, Standing::Civilian);
    assert_eq!(
        tolls,
        [(2, Some("Government of A"), fighters), (1, None, fighters), (4, None, civilians)]
    );
    assert_eq!(
        sources(row),
        ["A wire | Shells fell | 2022-09-13", "B post | More of them | 2022-09-14"]
    );
    // What the row says is said by the row, not by each source.
    let quotes: Vec<&str> = row.reports.iter().map(|report| report.quote.as_str()).collect();
    assert_eq!(quotes, ["Shells fell;More of them", ""]);
    assert_eq!(row.reports[1].killed.low, None);
    assert!(row.words.date.contains(&"date_prec: 3".to_owned()));
}

#[test]
fn ucdp_of_older_years_has_fewer_columns_and_candidates_no_headings() {
    // Without those of later years.
    let left_out = [
        "active_year",
        "code_status",
        "source_office",
        "source_date",
        "source_headline",
        "gwnoa",
        "gwnob",
    ];
    let text = format!("{UCDP}\n{UCDP_ROW}\n");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let kept = |cells: &csv::StringRecord| -> csv::StringRecord {
        let cells = headings.iter().zip(cells).filter(|(heading, _)| !left_out.contains(heading));
        cells.map(|(_, cell)| cell).collect()
    };
    let mut older = csv::Writer::from_writer(Vec::new());
    older.write_record(&kept(&headings)).unwrap();
    older.write_record(&kept(&row)).unwrap();
    let older = String::from_utf8(older.into_inner().unwrap()).unwrap();
    assert_eq!(older.lines().next().unwrap().split(',').count(), 42);
    let row = &rows("ged191.csv", &older)[0];
    // The references, where outlets have no column.
    let wanted = ["\"A wire,2022-09-13,Shells; many\"", "\"B post,2022-09-14,More\""];
    assert_eq!(sources(row), wanted);

    let imported = read("GEDEvent_v22_0_9.csv", format!("{UCDP_ROW}\n{UCDP_ROW}\n")).unwrap();
    assert_eq!((imported.table.format.as_str(), imported.events.len()), ("UCDP GED", 2));
    let narrower = UCDP_ROW.replacen("7,ARM-1,", "7,", 1);
    let said = read("GEDEvent_v22_0_9.csv", &narrower).unwrap_err().to_string();
    assert!(said.starts_with("no column tells where"), "{said}");
}

#[test]
fn ucdp_codes_for_places_are_radii_and_precisions() {
    let check = |code: &str, precision: Precision, km: f64| {
        let text =
            UCDP_ROW.replace("A ministry,3,Vardenis", &format!("A ministry,{code},Vardenis"));
        let place = rows("ged.csv", &format!("{UCDP}\n{text}\n"))[0].places[0].clone();
        assert_eq!((place.precision, place.radius_km), (precision, km), "{code}");
    };
    check("1", Precision::Exact, 0.0);
    check("2", Precision::Near, 25.0);
    check("3", Precision::Admin2, 40.0);
    check("4", Precision::Admin1, 100.0);
    check("5", Precision::Admin1, 150.0);
    check("6", Precision::Country, 300.0);
    check("7", Precision::Near, 100.0);
}

const ACLED: &str = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,\
sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,\
civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,\
geo_precision,source,source_scale,notes,fatalities,tags,timestamp";

fn acled(date: &str, time_precision: &str, inter: &str) -> String {
    format!(
        "ARM7,{date},2022,{time_precision},Political violence,Battles,Armed clash,Military Forces of A,\
         Guards; Police,{inter},Military Forces of B,,{inter},11,,51,Caucasus and Central Asia,Armenia,\
         Gegharkunik,Vardenis,,Sotk,40.2,45.87,1,A wire; B post,National,\"Shells fell, and more.\",3,,1663113600"
    )
}

#[test]
fn acled_is_read_in_all_its_generations() {
    let check = |text: &str, days: &str| {
        let imported = read("a.csv", text).unwrap();
        assert_eq!(imported.table.format, "ACLED");
        assert_eq!(told(&imported), format!("battle {days} 40.2,45.87 exact 0 Sotk killed 3"));
    };
    let of = |headings: &str, date: &str, precision: &str, inter: &str| {
        format!("{headings}\n{}\n", acled(date, precision, inter))
    };
    let day = "2022-09-13..2022-09-13";
    check(&of(ACLED, "2022-09-13", "1", "State forces"), day);
    check(&of(&format!("\u{feff}{ACLED}"), "13 September 2022", "1", "1"), day);
    check(&of(ACLED, "13-09-2022", "1", "1"), day);
    check(&of(&ACLED.to_uppercase(), "13-September-2022", "1", "1"), day);
    check(&of(ACLED, "2022-09-13", "2", "1"), "2022-09-10..2022-09-16");
    check(&of(ACLED, "2022-09-13", "3", "1"), "2022-09-01..2022-09-30");
    let more = "population_1km,population_2km,population_5km,population_best";
    let text = format!("{ACLED},{more}\n{},10,20,50,20\n", acled("2022-09-13", "1", "1"));
    check(&text, day);
}

#[test]
fn acled_tells_of_no_direction_and_of_several_sources() {
    let row = &rows("a.csv", &format!("{ACLED}\n{}\n", acled("2022-09-13", "1", "1")))[0];
    let wanted = ["Military Forces of A", "Guards", "Police", "Military Forces of B"];
    assert_eq!(row.actors_as(Role::Participant), wanted);
    assert_eq!(sources(row), ["A wire", "B post"]);
    assert_eq!(row.quotes(), ["Shells fell, and more."]);
}

#[test]
fn acled_with_a_day_that_may_be_a_month_says_how_it_was_read() {
    let text = format!("{ACLED}\n{}\n", acled("03-02-2022", "1", "1"));
    let imported = read("a.csv", &text).unwrap();
    assert!(told(&imported).starts_with("battle 2022-02-03..2022-02-03"));
    let note = "dates with the day before month, since nothing tells otherwise: check it";
    assert!(imported.table.notes.contains(&note.to_owned()), "{:?}", imported.table.notes);
}

/// A row of GDELT with so many columns; those of place begin at `at`.
fn gdelt(width: usize, at: usize, changes: &[(usize, &str)]) -> String {
    let mut cells = vec![""; width];
    (cells[0], cells[1], cells[6], cells[16], cells[26]) = ("1", "20220913", "A", "B", "0874");
    (cells[at], cells[at + 1]) = ("4", "Goris, Syunik, Armenia");
    let lat = at + if width == 61 { 5 } else { 4 };
    (cells[lat], cells[lat + 1]) = ("39.5", "46.3");
    for (column, cell) in changes {
        cells[*column] = cell;
    }
    cells.join("\t") + "\n"
}

#[test]
fn gdelt_codes_keep_their_zeros_and_a_tab_too_many_is_no_column() {
    for (width, at) in [(61, 51), (58, 49)] {
        let row = gdelt(width, at, &[]);
        let wanted = "troop_deployment_movement 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris, Syunik, Armenia";
        assert_eq!(told(&read("a.CSV", &row).unwrap()), wanted);
        let tab_more = row.replace('\n', "\t\n");
        assert_eq!(told(&read("a.CSV", tab_more.repeat(2)).unwrap()), wanted, "{width}");
        let lat = at + if width == 61 { 5 } else { 4 };
        let rows = row.clone()
            + &gdelt(width, at, &[(lat, "395.0")])
            + &gdelt(width, at, &[(lat, "")])
            + "1\t2\n";
        let rejected = read("a.CSV", &rows).unwrap().table.rejected;
        let why: Vec<&str> = rejected.iter().map(|row| row.reason.as_str()).collect();
        let cells = format!("2 cells instead of {width}, correct the row");
        assert_eq!(
            why,
            [
                "\"395.0\" is not a latitude in degrees, write it as 39.84",
                "a latitude or a longitude alone, fill in both",
                cells.as_str(),
            ]
        );
    }
}

#[test]
fn gdelt_has_one_who_does_and_one_to_whom_it_is_done() {
    let row =
        &rows("a.CSV", &gdelt(61, 51, &[(60, "https://a.example/1"), (59, "20220914001500")]))[0];
    assert_eq!(
        (row.actors_as(Role::Perpetrator), row.actors_as(Role::Victim)),
        (vec!["A"], vec!["B"])
    );
    assert_eq!(row.reports[0].url.as_deref(), Some("https://a.example/1"));
    assert_eq!(row.reports[0].published.map(|day| day.to_string()).as_deref(), Some("2022-09-14"));
}

#[test]
fn polecat_rows_that_are_malformed_are_named() {
    let headings = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tRecipient Name\tPlacename\t\
                    City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tSource\tPublication Date";
    let row = |place: &str| {
        format!(
            "1\t2022-09-13\tASSAULT\tdrone\tA; C\tB\t{place}\tGoris\t\tSyunik\tARM\t39.5\t46.3\tA wire\t2022-09-14"
        )
    };
    let half = "2\t2022-09-13\tASSAULT\tdrone";
    let text = format!(
        "{headings}\n{}\n{half}\n{}\n{}\tmore\tcells\n",
        row("\"Goris"),
        row("x"),
        row("y")
    );
    let imported = read("ngecEvents.txt", &text).unwrap();
    assert_eq!((imported.table.format.as_str(), imported.events.len()), ("POLECAT", 2));
    let why: Vec<String> =
        imported.table.rejected.iter().map(|row| format!("{}: {}", row.line, row.reason)).collect();
    assert_eq!(
        why,
        ["3: 4 cells instead of 15, correct the row", "5: 17 cells instead of 15, correct the row"]
    );
    assert_eq!(told(&imported), "air_drone_strike 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris");
    let row = &rows("p.txt", &format!("{headings}\n{}\n", row("x")))[0];
    assert_eq!(row.actors_as(Role::Perpetrator), ["A", "C"]);
}

const GTD: &str = "eventid,iyear,imonth,iday,approxdate,country,country_txt,provstate,city,latitude,longitude,\
specificity,vicinity,summary,suicide,attacktype1,target1,gname,gname2,nperps,nkill,nwound,scite1,scite2,dbsource";

#[test]
fn gtd_keeps_who_did_it_to_whom_and_knows_what_is_unknown() {
    let text = format!(
        "{GTD}\n\
         202209130001,2022,9,13,,12,Armenia,Syunik,Goris,39.5,46.3,1,0,A bomb,0,3,A market,Group A,Group B,-99,2,-9,\
         \"Some \"\"Title,\"\" A Post, 2022\",B Post,START\n\
         202200000002,2022,0,0,,12,Armenia,Syunik,Unknown,39.3,46.4,4,0,,1,3,Police,Unknown,,-9,,,,,START\n"
    );
    let rows = rows("gtd.csv", &text);
    assert_eq!((rows[0].killed.low, rows[0].wounded.low), (Some(2), None));
    assert_eq!(rows[0].actors_as(Role::Perpetrator), ["Group A", "Group B"]);
    assert_eq!(rows[0].actors_as(Role::Victim), ["A market"]);
    assert_eq!(sources(&rows[0]), ["Some \"Title,\" A Post, 2022", "B Post"]);
    let year = rows[1].date.map(|range| (range.first().to_string(), range.days()));
    assert_eq!(year, Some(("2022-01-01".to_owned(), 365)));
    // A city that nobody knows is no name for a place.
    assert_eq!(
        (rows[1].places[0].name.as_str(), rows[1].places[0].precision),
        ("Syunik", Precision::Admin1)
    );
    assert_eq!((rows[1].killed.low, sources(&rows[1])), (None, vec!["START".to_owned()]));
}

#[test]
fn gtd_as_a_workbook_is_the_same_table() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(GTD.split(',')) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let numbers = [
        (0, 202_209_130_001.0),
        (1, 2022.0),
        (2, 9.0),
        (3, 0.0),
        (9, 39.5),
        (10, 46.3),
        (11, 1.0),
        (15, 2.0),
        (20, -99.0),
        (21, 1.5),
    ];
    for (column, number) in numbers {
        sheet.write_number(1, column, number).unwrap();
    }
    sheet.write_string(1, 8, "Goris").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let imported = read("gtd.xlsx", &bytes).unwrap();
    assert_eq!(imported.table.format, "GTD");
    assert_eq!(told(&imported), "battle 2022-09-01..2022-09-30 39.5,46.3 exact 0 Goris");
    assert_eq!(imported.table.record(0).unwrap().get(RecordField::Id), Some("202209130001"));
    assert_eq!(imported.events[0].wounded.map(|count| count.low()), Some(2));
}

#[test]
fn timemap_needs_a_day_or_a_place() {
    let text = "id,date,latitude,longitude,location,description,sources,associations\n\
                1,2022-09-13,39.5,46.3,Goris,Shells fell,s1,a1\n\
                2,2022-09-14,,,,Talks,s2,a2\n\
                3,,40.2,45.87,Sotk,A video,s3,a3\n\
                4,,,,,Nothing,s4,a4\n";
    let imported = read("t.csv", text).unwrap();
    assert_eq!(imported.table.format, "TimeMap");
    let told: Vec<String> = imported.events.iter().map(line).collect();
    assert_eq!(
        told,
        [
            "other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris",
            "other 2022-09-14..2022-09-14",
            "other 40.2,45.87 exact 0 Sotk",
        ]
    );
    assert_eq!(imported.table.rejected[0].line, 5);
}
