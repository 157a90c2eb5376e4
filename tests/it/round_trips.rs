//! What goes out in a format of ours comes in again without loss.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::export::{self, Format, Options, Row};
use dateline::import::{TableOptions, event_table, is_event_table};
use dateline::model::{
    Actor, Article, Claim, Claimant, ConfidenceParts, Count, CountryCode, Damage, Dataset,
    DateRange, Dated, Dispute, Event, EventType, Fate, Field, Found, Join, Kind, Location, LonLat,
    Metadata, Precision, ReadArticle, Reading, Report, ReportRef, Role, SourceKind, Span, Stance,
    Standing, Toll, Weapon,
};
use jiff::civil::date;

/// A text with all that formats stumble over: quotes, semicolons, line ends, control
/// characters, formulas, and what looks like an escape of XML or of workbooks.
const TEXT: &str = "=1+1 “Սոթք”; \"Goris\", said: A & B <b>_x000D_</b>\r\n\u{b}\u{1f}\u{85}\
                    \u{ffff}'tis 😀 +5\t; two houses; -3 Grad rockets\u{a0}fell.";

fn all() -> Span {
    Span::new(0, TEXT.len())
}

fn words(words: &str) -> Span {
    let start = TEXT.find(words).expect(words);
    Span::new(start, start + words.len())
}

fn place(name: &str, lon: f64, lat: f64, precision: Precision) -> Location {
    Location {
        name: name.to_owned(),
        position: LonLat::new(lon, lat),
        radius_km: 12.3,
        precision,
        place: None,
        kind: Kind::Lake,
        country: CountryCode::new("AM"),
        admin1: Some("Syunik; old".to_owned()),
        evidence: words("Goris"),
        why: "by a test".to_owned(),
    }
}

fn report(number: u32) -> Report {
    let claimant = |verb: &str| Claimant {
        name: "A & B; ministry".to_owned(),
        span: words("A & B"),
        verb: verb.to_owned(),
    };
    Report {
        event_type: EventType::ShellingMissile,
        trigger: words("fell"),
        quote: all(),
        date: DateRange::new(date(2022, 9, 12), date(2022, 9, 14)).map(|range| Dated {
            range,
            evidence: Some(words("+5")),
            why: String::new(),
        }),
        locations: vec![
            place("Goris; \"old\" town", 46.338_942_1, 39.507_966, Precision::Near),
            place("=Sotk", -0.5, -40.2, Precision::Admin1),
        ],
        killed: Count::new(number, None, words("two")),
        wounded: Count::new(2, Some(3), words("+5")),
        captured: Count::new(1, Some(1), words("-3")),
        tolls: vec![Toll {
            fate: Fate::Missing,
            count: Count::exactly(4, words("two")),
            word: words("fell"),
            side: Some("Armenia".to_owned()),
            country: CountryCode::new("AM"),
            standing: Standing::Military,
            of_attackers: true,
            part: true,
            further: false,
            cumulative: true,
        }],
        actors: vec![
            Actor {
                name: "=A; B".to_owned(),
                span: words("A & B"),
                country: CountryCode::new("AZ"),
                role: Role::Perpetrator,
            },
            Actor { name: "B".to_owned(), span: words("B"), country: None, role: Role::Victim },
        ],
        weapons: vec![Weapon { class: "artillery".to_owned(), span: words("-3 Grad rockets") }],
        damage: vec![Damage {
            class: "homes".to_owned(),
            low: Some(2),
            destroyed: true,
            span: words("two houses"),
        }],
        claimed_by: Some(claimant("said")),
        claims: vec![Claim {
            claimant: claimant("according to"),
            source: SourceKind::Office,
            country: CountryCode::new("AM"),
            stance: Stance::Denies,
            verb: words("said"),
            fields: vec![Field::Killed],
        }],
        background: false,
        confidence: 0.876,
        also: Vec::new(),
    }
}

fn read(id: &str, number: u32, source: &str) -> ReadArticle {
    let metadata = Metadata {
        title: Some(Found::given(format!("Headline; {source} \"says\""))),
        source: Some(Found::given(source.to_owned())),
        url: Some(Found::given(format!("https://example.org/{id}?a=1&b=2;c"))),
        published: Some(Found::given(date(2022, 9, 15))),
        ..Metadata::default()
    };
    let reading = Reading { metadata, reports: vec![report(number)], ..Reading::default() };
    ReadArticle { article: Article::new(id, TEXT), reading }
}

/// Events with everything that an event may have, and with nothing; one before the year 1,
/// and one of so many reports that its details fill no cell of a workbook.
fn dataset() -> Dataset {
    let mut articles = vec![read("first", 49, "A wire"), read("second; two", 50, "Bote; neu")];
    articles.extend((0..90).map(|n| read(&format!("many-{n}"), 5, &format!("Outlet {n}"))));
    let of = |articles: std::ops::Range<usize>| {
        articles.map(|article| ReportRef { article, report: 0 }).collect::<Vec<_>>()
    };
    let base =
        Event::of_report(ReportRef { article: 0, report: 0 }, &articles[0].reading.reports[0]);
    let rich = Event {
        reports: of(0..2),
        killed: Count::new(49, Some(50), words("two")),
        disputes: vec![
            Dispute { field: Field::Killed, message: "killed: 49 (A wire); 50 (Bote)".to_owned() },
            Dispute { field: Field::Place, message: "place: =Sotk".to_owned() },
        ],
        parts: ConfidenceParts { detection: 0.5, date: 0.25, place: 0.125, corroboration: 0.06 },
        joins: vec![Join {
            first: ReportRef { article: 0, report: 0 },
            second: ReportRef { article: 1, report: 0 },
            why: "the same day; 8 km apart".to_owned(),
            by_person: false,
        }],
        ..base.clone()
    };
    let ancient = Event {
        date: Some(DateRange::day(date(-512, 1, 2))),
        background: true,
        event_type: EventType::TerritoryTaken,
        ..base.clone()
    };
    let bare = Event {
        reports: of(1..2),
        event_type: EventType::Other,
        date: None,
        locations: Vec::new(),
        killed: None,
        wounded: None,
        captured: None,
        ..base.clone()
    };
    let unplaced = Event { locations: Vec::new(), ..base.clone() };
    let undated = Event { date: None, ..base.clone() };
    let crowded = Event { reports: of(2..92), ..base };
    let events = vec![ancient, rich, unplaced, crowded, undated, bare];
    Dataset { articles, events, ..Dataset::default() }
}

/// The events as rows, as JSON lines have them.
fn rows(dataset: &Dataset) -> Vec<Row> {
    let mut out = Vec::new();
    export::write_to(&mut out, dataset, &Options::default(), Format::JsonLines).unwrap();
    let lines = String::from_utf8(out).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn written(folder: &Path, dataset: &Dataset, format: Format) -> PathBuf {
    let path = folder.join(format!("{}.{}", format.key(), format.extension()));
    export::write(&path, dataset, &Options::default(), format).unwrap();
    path
}

/// A table and its events as a dataset of their own, and what was said of it.
fn read_again(path: &Path) -> Dataset {
    let again = read_what_can_be(path);
    assert_eq!(again.tables[0].rejected, [], "{}", path.display());
    again
}

fn read_what_can_be(path: &Path) -> Dataset {
    let imported = event_table(path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    let imported = imported.unwrap();
    let mut events = imported.events;
    events.sort_by_key(|event| (event.date.is_none(), event.date));
    Dataset { events, tables: vec![Arc::new(imported.table)], ..Dataset::default() }
}

/// Compares row by row, so that a failure can be read.
fn compare(found: &[Row], wanted: &[Row], what: &str) {
    assert_eq!(found.len(), wanted.len(), "{what}");
    for (found, wanted) in found.iter().zip(wanted) {
        let lines = |row: &Row| serde_json::to_string_pretty(row).unwrap();
        let (found, wanted) = (lines(found), lines(wanted));
        let differs = found.lines().zip(wanted.lines()).find(|(a, b)| a != b);
        assert!(found == wanted, "{what}: {differs:?}");
    }
}

#[test]
fn formats_of_ours_come_in_again_without_loss() {
    let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
    let wanted = rows(&dataset);
    for format in [
        Format::Csv,
        Format::Xlsx,
        Format::GeoJson,
        Format::Kml,
        Format::Kmz,
        Format::GeoPackage,
        Format::GeoParquet,
        Format::JsonLines,
        Format::EvidencePack,
    ] {
        let path = written(folder.path(), &dataset, format);
        assert!(is_event_table(&path), "{format:?}");
        let again = read_again(&path);
        assert_eq!(again.tables[0].format, "Dateline", "{format:?}");
        compare(&rows(&again), &wanted, format.key());
        // The articles are known again, but for their length and their files.
        let bibtex = |dataset: &Dataset| {
            let mut out = Vec::new();
            export::write_to(&mut out, dataset, &Options::default(), Format::BibTex).unwrap();
            let text = String::from_utf8(out).unwrap();
            let mut entries: Vec<String> = text.split("\n@").map(str::to_owned).collect();
            entries.sort();
            entries.join("\n").trim().to_owned()
        };
        assert_eq!(bibtex(&again), bibtex(&dataset), "{format:?}");
        // And once more, from the project's or the table's own events.
        let second = written(folder.path(), &again, Format::Csv);
        compare(&rows(&read_again(&second)), &wanted, format.key());
    }
}

/// The table of ours as headings and rows.
type Table = (Vec<String>, Vec<Vec<String>>);

fn table_of(path: &Path) -> Table {
    let mut table = csv::Reader::from_path(path).unwrap();
    let headings = table.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    (headings, rows.collect())
}

fn write_table(path: &Path, (headings, rows): &Table) {
    let mut table = csv::Writer::from_path(path).unwrap();
    table.write_record(headings).unwrap();
    rows.iter().for_each(|row| table.write_record(row).unwrap());
    table.flush().unwrap();
}

/// Sets cells of the second event, the rich one, and gives its row as it comes in again.
fn edited(cells: &[(&str, &str)]) -> Result<Row, String> {
    let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
    let path = written(folder.path(), &dataset, Format::Csv);
    let (headings, mut rows) = table_of(&path);
    for (heading, cell) in cells {
        let at = headings.iter().position(|other| other == heading).expect(heading);
        (*cell).clone_into(&mut rows[1][at]);
    }
    write_table(&path, &(headings, vec![rows.swap_remove(1)]));
    let imported = event_table(&path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    let imported = imported.map_err(|error| error.to_string())?;
    let dataset = Dataset {
        events: imported.events,
        tables: vec![Arc::new(imported.table)],
        ..Dataset::default()
    };
    Ok(self::rows(&dataset).remove(0))
}

/// What is said of a cell that cannot be understood.
fn check_refused(heading: &str, cell: &str, wanted: &str) {
    let said = edited(&[(heading, cell)]).unwrap_err();
    assert!(said.contains(wanted), "{said}");
}

#[test]
fn a_cell_that_a_person_changed_counts_and_the_rest_is_kept() {
    let before = edited(&[]).unwrap();
    let check = |cells: &[(&str, &str)], change: &dyn Fn(&mut Row)| {
        let mut wanted = before.clone();
        change(&mut wanted);
        compare(&[edited(cells).unwrap()], &[wanted], cells[0].0);
    };
    check(&[("type", "Battle")], &|row| row.event_type = EventType::Battle);
    check(&[("date_start", "13.09.2022"), ("date_end", "13.09.2022")], &|row| {
        row.date = Some(DateRange::day(date(2022, 9, 13)));
    });
    check(&[("killed_low", "7"), ("killed_high", "")], &|row| {
        (row.killed.low, row.killed.high) = (Some(7), None);
    });
    check(&[("latitude", "39,6")], &|row| {
        row.places[0].position.as_mut().unwrap().lat = 39.6;
    });
    check(&[("radii_km", "12.3; 5")], &|row| row.places[1].radius_km = 5.0);
    check(&[("victims", "B; civilians")], &|row| {
        let mut new = row.actors[1].clone();
        new.name = "civilians".to_owned();
        row.actors.push(new);
    });
    check(&[("perpetrators", "")], &|row| _ = row.actors.remove(0));
    check(&[("tolls", "killed 3 or more, Armenia")], &|row| {
        let toll = &mut row.tolls[0];
        (toll.fate, toll.low, toll.high) = (Fate::Killed, 3, None);
        (toll.standing, toll.country) = (Standing::Unknown, None);
        (toll.of_attackers, toll.part, toll.cumulative) = (false, false, false);
    });
    check(&[("sources", "A wire; Bote")], &|row| {
        row.reports.iter_mut().filter(|r| r.source.as_deref() == Some("Bote; neu")).for_each(|r| {
            r.source = Some("Bote".to_owned());
        });
    });
    check(&[("disputes", "place: =Sotk")], &|row| _ = row.disputes.remove(0));
    check(&[("confidence", "0.5"), ("review", "reviewed")], &|row| {
        (row.confidence, row.review) = (0.5, Some(dateline::model::Review::Reviewed));
    });
    // A third place, in every list.
    let third = |heading: &str, value: &str| {
        let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
        let (headings, rows) = table_of(&written(folder.path(), &dataset, Format::Csv));
        let at = headings.iter().position(|other| other == heading).unwrap();
        format!("{}; {value}", rows[1][at])
    };
    let lists = [
        ("places", "Jermuk"),
        ("latitudes", "39.84"),
        ("longitudes", "45.67"),
        ("radii_km", "1"),
        ("precisions", "exact"),
        ("countries", "AM"),
        ("admin1", ""),
        ("place_kinds", "city"),
    ];
    let cells = lists.map(|(heading, value)| (heading, third(heading, value)));
    let cells: Vec<(&str, &str)> = cells.iter().map(|(h, cell)| (*h, cell.as_str())).collect();
    let row = edited(&cells).unwrap();
    assert_eq!(row.places[..2], before.places[..]);
    assert_eq!((row.places[2].name.as_str(), row.places[2].kind), ("Jermuk", Kind::City));
}

#[test]
fn a_cell_that_makes_no_sense_is_refused_with_its_reason() {
    check_refused("type", "skirmish", "\"skirmish\" is no type, write one of battle, ");
    check_refused("date_start", "soon", "\"soon\" is not a day, write it as 2022-09-13");
    check_refused("date_end", "2021-01-01", "the last day 2021-01-01 is before the first");
    check_refused("killed_low", "many", "\"many\" is not a number of people");
    check_refused("killed_high", "3", "killed_low 49 is more than killed_high 3");
    check_refused("latitude", "139", "\"139\" is not a latitude in degrees");
    check_refused("precisions", "exact; good", "\"good\" is no precision, write one of exact, ");
    check_refused("places", "Goris; x; y; z; a", "another column");
    check_refused("tolls", "some died", "toll \"some died\" is not understood");
    check_refused("confidence", "5", "confidence \"5\" is not a number from 0 to 1");
}

#[test]
fn without_details_the_cells_tell_what_they_can() {
    let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
    let path = written(folder.path(), &dataset, Format::Csv);
    let (mut headings, mut rows) = table_of(&path);
    headings.pop();
    for row in &mut rows {
        row.pop();
        // Nothing tells a semicolon in a name from one between names.
        row.iter_mut().for_each(|cell| {
            *cell = cell.replace("; \"old\"", "").replace("Syunik; old", "Syunik");
            *cell = cell.replace("second; two", "second").replace("=A; B", "A");
            *cell = cell.replace("A & B; ministry", "A & B");
        });
    }
    write_table(&path, &(headings, rows));
    let again = self::rows(&read_again(&path));
    let wanted = self::rows(&dataset);
    assert_eq!(again.len(), wanted.len());
    for (found, wanted) in again.iter().zip(&wanted) {
        assert_eq!(
            (found.event_type, found.date, found.killed, found.captured, found.background),
            (wanted.event_type, wanted.date, wanted.killed, wanted.captured, wanted.background)
        );
        let positions = |row: &Row| row.places.iter().map(|p| p.position).collect::<Vec<_>>();
        assert_eq!(positions(found), positions(wanted));
        assert_eq!(found.tolls.len(), wanted.tolls.len());
        assert_eq!(found.reports.len(), wanted.reports.len());
    }
}

#[test]
fn a_table_that_a_spreadsheet_saved_in_its_own_way_is_the_same() {
    let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
    let path = written(folder.path(), &dataset, Format::Csv);
    let (headings, rows) = table_of(&path);
    let saved = |cell: &str| match cell {
        "true" => "WAHR".to_owned(),
        "false" => "FALSCH".to_owned(),
        number if number.parse::<f64>().is_ok() => number.replace('.', ","),
        day => match day.parse::<jiff::civil::Date>() {
            Ok(date) if date.year() > 0 => date.strftime("%d.%m.%Y").to_string(),
            _ => day.to_owned(),
        },
    };
    let mut table = csv::WriterBuilder::new().delimiter(b';').from_path(&path).unwrap();
    table.write_record(headings.iter().map(|heading| heading.to_uppercase())).unwrap();
    for row in rows {
        table.write_record(row.iter().map(|cell| saved(cell))).unwrap();
    }
    table.flush().unwrap();
    compare(&self::rows(&read_again(&path)), &self::rows(&dataset), "saved");
}

#[test]
fn a_point_that_was_moved_on_a_map_moves_the_place() {
    let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
    let path = written(folder.path(), &dataset, Format::GeoJson);
    let text = std::fs::read_to_string(&path).unwrap();
    let moved =
        text.replace("\"coordinates\":[[46.33894,39.50797]", "\"coordinates\":[[46.4,39.6]");
    std::fs::write(&path, moved).unwrap();
    let mut wanted = rows(&dataset);
    for row in &mut wanted {
        if let Some(place) = row.places.first_mut() {
            place.position = Some(LonLat::new(46.4, 39.6));
        }
    }
    compare(&rows(&read_again(&path)), &wanted, "geojson");
}

#[test]
fn other_formats_lose_what_the_docs_say() {
    let (dataset, folder) = (dataset(), tempfile::tempdir().unwrap());
    let wanted = rows(&dataset);
    let path = written(folder.path(), &dataset, Format::CsvAcled);
    let again = read_what_can_be(&path);
    assert_eq!(again.tables[0].format, "ACLED");
    // What has neither day nor place is none for ACLED.
    assert_eq!(again.tables[0].rejected.len(), 1);
    let found = rows(&again);
    let is_rich = |row: &&Row| row.event_type == EventType::ShellingMissile;
    let rich = found.iter().find(is_rich).unwrap();
    assert_eq!((rich.killed.low, rich.places.len()), (Some(49), 1));
    assert_eq!(rich.places[0].position, wanted[1].places[0].position);
    let path = written(folder.path(), &dataset, Format::CsvUcdp);
    let again = read_again(&path);
    assert_eq!(again.tables[0].format, "UCDP GED");
    let rich = rows(&again).remove(0);
    assert_eq!((rich.killed, rich.date), (wanted[1].killed, wanted[1].date));
    assert_eq!(rich.reports.len(), 2);
    for format in [Format::Markdown, Format::BibTex, Format::Ris] {
        let path = written(folder.path(), &dataset, format);
        assert!(!is_event_table(&path), "{format:?}");
    }
}
