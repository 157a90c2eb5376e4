//! Articles read by hand, for tests of the session that must not depend on
//! how well the pipeline reads.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a fixture that is wrong must fail")]

use jiff::civil::Date;

use super::Session;
use crate::model::{
    Article, Count, DateRange, Dated, Event, EventType, Joins, Kind, Location, LonLat, Precision,
    ReadArticle, Reading, Remark, RemarkKind, Report, ReportRef, Span,
};

/// A session with two articles and five reports, each of them an event:
/// shelling at Goris on 12 May 2021, a battle at Sotk on 20 May, an undated
/// battle in Syunik, talks without a place on 21 May, and a battle of 1993 as background.
pub fn session() -> Session {
    let mut session = Session { merge: one_event_per_report, ..Session::default() };
    session.add(vec![first(), second()]);
    session
}

fn first() -> ReadArticle {
    let text = "Goris was shelled on May 12. Three died at Sotk in a clash. \
                A clash in Syunik followed. An exercise is planned.";
    let mut reading = Reading::default();
    let shelling = report(text, "shelled", EventType::ShellingMissile)
        .at("Goris", 46.34, 39.51, Precision::Exact)
        .on("2021-05-12", Some("May 12"));
    let mut clash = report(text, "clash", EventType::Battle)
        .at("Sotk", 45.87, 40.2, Precision::Exact)
        .on("2021-05-20", None);
    clash.0.killed = Some(Count::exactly(3, span(text, "Three")));
    let undated =
        report(text, "A clash", EventType::Battle).at("Syunik", 46.4, 39.3, Precision::Admin1);
    reading.reports = vec![shelling.0, clash.0, undated.0];
    reading.remarks = vec![Remark {
        span: span(text, "An exercise is planned."),
        kind: RemarkKind::Exercise,
        message: "an exercise".to_owned(),
    }];
    ReadArticle { article: Article::new("first", text), reading }
}

fn second() -> ReadArticle {
    let text = "Ministers met on May 21. Fighting took Kelbajar in 1993.";
    let talks = report(text, "met", EventType::TalksDiplomacy).on("2021-05-21", Some("May 21"));
    let mut history = report(text, "Fighting", EventType::Battle)
        .at("Kelbajar", 46.04, 40.11, Precision::Exact)
        .on("1993-04-02", Some("1993"));
    history.0.background = true;
    let reports = vec![talks.0, history.0];
    let reading = Reading { reports, ..Reading::default() };
    ReadArticle { article: Article::new("second", text), reading }
}

struct Draft<'t>(Report, &'t str);

fn report<'t>(text: &'t str, trigger: &str, event_type: EventType) -> Draft<'t> {
    let trigger = span(text, trigger);
    let report = Report {
        event_type,
        trigger,
        quote: trigger,
        date: None,
        locations: Vec::new(),
        killed: None,
        wounded: None,
        captured: None,
        tolls: Vec::new(),
        weapons: Vec::new(),
        damage: Vec::new(),
        claims: Vec::new(),
        actors: Vec::new(),
        claimed_by: None,
        background: false,
        confidence: 0.9,
        also: Vec::new(),
    };
    Draft(report, text)
}

impl Draft<'_> {
    fn at(mut self, name: &str, lon: f64, lat: f64, precision: Precision) -> Self {
        self.0.locations.push(Location {
            name: name.to_owned(),
            position: LonLat::new(lon, lat),
            radius_km: 5.0,
            precision,
            place: None,
            kind: Kind::City,
            country: None,
            admin1: None,
            evidence: span(self.1, name),
            why: String::new(),
        });
        self
    }

    fn on(mut self, date: &str, words: Option<&str>) -> Self {
        let day: Date = date.parse().unwrap();
        self.0.date = Some(Dated {
            range: DateRange::day(day),
            evidence: words.map(|words| span(self.1, words)),
            why: String::new(),
        });
        self
    }
}

fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words are in the text");
    Span::new(start, start + words.len())
}

/// Every report is an event.
pub fn one_event_per_report(articles: &[ReadArticle], _: &Joins) -> Vec<Event> {
    let mut events = Vec::new();
    for (article, read) in articles.iter().enumerate() {
        for (number, report) in read.reading.reports.iter().enumerate() {
            events.push(Event::of_report(ReportRef { article, report: number }, report));
        }
    }
    events.sort_by_key(|event| (event.date.is_none(), event.date));
    events
}
