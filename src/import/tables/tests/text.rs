//! How texts of tables are written.

use super::*;

const ROWS: &str = "date,lat,lon,place,notes\n2022-09-13,39.5,46.3,Goris,\"Shells, many\nof them\"\n\
                    2022-09-14,39.8,45.7,Jermuk,\"a \"\"quoted\"\" word\"\n";

/// The places, notes and lines of all rows.
fn check(bytes: &[u8]) {
    let table = read_with("t.csv", bytes, &TableOptions::default()).unwrap().table;
    let told: Vec<(u32, String, String)> = table
        .records()
        .map(|record| {
            let get = |field| record.get(field).unwrap_or_default().replace("\r\n", "\n");
            (record.line, get(RecordField::Place), get(RecordField::Notes))
        })
        .collect();
    let row = |line, place: &str, notes: &str| (line, place.to_owned(), notes.to_owned());
    let wanted = [row(2, "Goris", "Shells, many\nof them"), row(4, "Jermuk", "a \"quoted\" word")];
    assert_eq!((told, table.rejected.len()), (wanted.to_vec(), 0));
}

#[test]
fn line_ends_marks_and_delimiters_of_all_sorts_are_read() {
    check(ROWS.as_bytes());
    check(ROWS.replace('\n', "\r\n").as_bytes());
    check(format!("\u{feff}{ROWS}").as_bytes());
    check(ROWS.trim_end().as_bytes());
    let parted = |with: &str| {
        let guarded = ROWS.replace("Shells, many", "Shells# many").replace(',', with);
        guarded.replace('#', ",")
    };
    check(parted(";").as_bytes());
    check(parted("\t").as_bytes());
    check(parted("|").as_bytes());
    let mut wide = vec![0xff, 0xfe];
    wide.extend(ROWS.encode_utf16().flat_map(u16::to_le_bytes));
    check(&wide);
    let mut wide = vec![0xfe, 0xff];
    wide.extend(ROWS.encode_utf16().flat_map(u16::to_be_bytes));
    check(&wide);
}

#[test]
fn numbers_with_decimal_commas_and_thousands_are_read() {
    let text = "date;lat;lon;deaths\n13.09.2022;39,5;46,3;1,234\n";
    assert_eq!(
        told(&read("t.csv", text).unwrap()),
        "other 2022-09-13..2022-09-13 39.5,46.3 exact 0  killed 1"
    );
    let text = "date,lat,lon,deaths\n2022-09-13,\"39,5\",\"46,3\",\"1,234,567\"\n";
    assert_eq!(
        told(&read("t.csv", text).unwrap()),
        "other 2022-09-13..2022-09-13 39.5,46.3 exact 0  killed 1234567"
    );
}

#[test]
fn bytes_that_are_no_utf8_far_down_are_said() {
    let mut bytes = b"date,lat,lon,place\n".to_vec();
    for _ in 0..20_000 {
        bytes.extend(b"2022-09-13,1,2,Goris\n");
    }
    bytes.extend(b"2022-09-13,1,2,S\xe3o\n");
    let table = read_with("t.csv", &bytes, &TableOptions::default()).unwrap().table;
    assert_eq!(
        table.notes,
        [
            "bytes that are no UTF-8 in 1 rows, the first in line 20002, are shown as \u{fffd}: save \
          the file again as UTF-8"
        ]
    );
}

#[test]
fn files_with_a_wrong_ending_are_said() {
    let check = |name: &str, bytes: &[u8], wanted: &str| {
        let said = read_with(name, bytes, &TableOptions::default()).unwrap_err().to_string();
        assert!(said.starts_with(wanted), "{said}");
    };
    check("t.csv", b"%PDF-1.7 ...", "not text but a PDF, save the table as .csv or .xlsx");
    check(
        "t.csv",
        b"\xd0\xcf\x11\xe0 old workbook",
        "not text but a word processor's document, save",
    );
    check("t.csv", b"a,b\0\0\0,c", "not text, it has zero bytes, save");
    check("t.csv", b"", "no rows in the table");
    check("t.csv", b" \n\n ", "no rows in the table");
    check("t.csv", b"date,lat,lon\n", "no rows in the table");
    check("t.ods", b"date,lat,lon\n", "no workbook in it");
}

#[test]
fn a_stray_quote_in_a_file_of_tabs_swallows_no_rows() {
    let text = "date\tlat\tlon\tplace\n2022-09-13\t1\t2\t\"Goris\n2022-09-14\t1\t2\tSotk\n";
    let table = read("t.tsv", text).unwrap();
    assert_eq!(table.events.len(), 2);
    assert!(told(&table).ends_with("\"Goris"));
    let text =
        "date\tlat\tlon\tplace\n2022-09-13\t1\t2\t\"Goris\told\"\n2022-09-14\t1\t2\t\"Sotk\"\n";
    let table = read("t.tsv", text).unwrap();
    assert!(told(&table).ends_with(" Goris\told"), "{}", told(&table));
}

#[test]
fn days_of_many_shapes_stand_in_one_column() {
    let text =
        "date,lat,lon\n2022-09,1,2\n2022,1,2\n2022-09-13/2022-09-15,1,2\n1663027200000,1,2\n";
    let table = read("t.csv", text).unwrap();
    let days: Vec<String> = table.events.iter().map(line).collect();
    assert_eq!(
        days,
        [
            "other 2022-09-01..2022-09-30 1,2 exact 0 ",
            "other 2022-01-01..2022-12-31 1,2 exact 0 ",
            "other 2022-09-13..2022-09-15 1,2 exact 0 ",
            "other 2022-09-13..2022-09-13 1,2 exact 0 ",
        ]
    );
}
