//! What the tests of the slider's parts share.

use jiff::civil::Date;

use crate::model::{
    ConfidenceParts, DateRange, Event, EventType, Kind, Location, LonLat, Precision, Span,
};

/// A battle on a day, at an invented spot.
pub fn event(day: Date) -> Event {
    let location = Location {
        name: "Kestrel Ridge".to_owned(),
        position: LonLat::new(45.0, 40.0),
        radius_km: 5.0,
        precision: Precision::Exact,
        place: None,
        kind: Kind::City,
        country: None,
        admin1: None,
        evidence: Span::new(0, 0),
        why: String::new(),
    };
    Event {
        event_type: EventType::Battle,
        reports: Vec::new(),
        record: None,
        person: None,
        date: Some(DateRange::day(day)),
        locations: vec![location],
        killed: None,
        wounded: None,
        captured: None,
        disputes: Vec::new(),
        background: false,
        confidence: 0.9,
        parts: ConfidenceParts::default(),
        joins: Vec::new(),
    }
}
