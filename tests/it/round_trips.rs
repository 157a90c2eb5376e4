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
    let imported = event_table(path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    let imported = imported.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(imported.table.rejected, [], "{}", path.display());
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
        // And once more, from the project's or the table's own events.
        let second = written(folder.path(), &again, Format::Csv);
        compare(&rows(&read_again(&second)), &wanted, format.key());
    }
}
