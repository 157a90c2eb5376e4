//! A small dataset for the tests of the formats.

use jiff::civil::date;

use crate::model::{
    Actor, Article, Claimant, Count, CountryCode, Dataset, DateRange, Dated, Event, EventType,
    Found, Kind, Location, LonLat, Metadata, Precision, ReadArticle, Reading, Remark, RemarkKind,
    Report, ReportRef, Role, Span, Timex, TimexType,
};

/// The article's text. Letters of two and three bytes stand before everything.
pub const TEXT: &str = "“Սոթք” Armenia’s ministry said that on Tuesday Goris came under fire, \
                        killing at least 49. Sotk burns.";

/// The span of the first place where these words stand.
pub fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or(0);
    Span::new(start, start + words.len())
}

/// An article with one full report and one that has neither place nor day.
pub fn dataset() -> Dataset {
    let article = Article::new("border", TEXT);
    let reports = vec![shelling(), bare()];
    let events = reports.iter().enumerate().map(|(number, report)| event(number, report)).collect();
    let reading = Reading {
        metadata: Metadata {
            published: Some(Found::given(date(2022, 9, 13))),
            ..Metadata::default()
        },
        timexes: vec![Timex {
            span: span("Tuesday"),
            timex_type: TimexType::Date,
            value: "2022-09-13".to_owned(),
            range: Some(DateRange::day(date(2022, 9, 13))),
            why: String::new(),
        }],
        reports,
        remarks: vec![Remark {
            span: span("burns"),
            kind: RemarkKind::Undated,
            message: "No day is given".to_owned(),
        }],
        ..Reading::default()
    };
    Dataset { articles: vec![ReadArticle { article, reading }], events, ..Dataset::default() }
}

fn shelling() -> Report {
    Report {
        event_type: EventType::ShellingMissile,
        trigger: span("came under fire"),
        quote: span("Goris came under fire, killing at least 49."),
        date: Some(Dated {
            range: DateRange::day(date(2022, 9, 13)),
            evidence: Some(span("Tuesday")),
            why: String::new(),
        }),
        locations: vec![
            place("Goris", LonLat::new(46.338_942_1, 39.507_966)),
            place("Sotk", LonLat::new(45.864, 40.2)),
        ],
        killed: Count::new(49, None, span("at least 49")),
        wounded: None,
        captured: None,
        tolls: Vec::new(),
        weapons: Vec::new(),
        damage: Vec::new(),
        claims: Vec::new(),
        actors: vec![Actor {
            name: "Armenia".to_owned(),
            span: span("Armenia"),
            country: None,
            role: Role::Victim,
        }],
        claimed_by: Some(Claimant {
            name: "Armenia’s ministry".to_owned(),
            span: span("Armenia’s ministry"),
            verb: "said".to_owned(),
        }),
        background: false,
        confidence: 0.876,
        also: Vec::new(),
    }
}

fn bare() -> Report {
    Report {
        event_type: EventType::Other,
        trigger: span("burns"),
        quote: span("Sotk burns."),
        date: None,
        locations: Vec::new(),
        killed: None,
        actors: Vec::new(),
        claimed_by: None,
        ..shelling()
    }
}

fn place(name: &str, position: LonLat) -> Location {
    Location {
        name: name.to_owned(),
        position,
        radius_km: 2.5,
        precision: Precision::Exact,
        place: None,
        kind: Kind::City,
        country: CountryCode::new("AM"),
        admin1: None,
        evidence: span(name),
        why: String::new(),
    }
}

fn event(number: usize, report: &Report) -> Event {
    Event::of_report(ReportRef { article: 0, report: number }, report)
}
