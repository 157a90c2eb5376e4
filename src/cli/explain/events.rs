//! What the reports of all articles make together.

use super::ink::{Ink, Line, plain, strong, weak};
use super::sentences::{days, one_line};
use crate::model::{Dataset, Event};

/// The events, each with its reports, why these were joined, on what they differ, and what
/// its confidence is made of.
pub fn lines(dataset: &Dataset) -> Vec<Line> {
    let events = dataset.events.len();
    let heading = if events == 1 { "1 event".to_owned() } else { format!("{events} events") };
    let mut lines = vec![Line::new(0, vec![strong(&heading)])];
    lines.extend(dataset.events.iter().flat_map(|event| about(dataset, event)));
    lines
}

fn about(dataset: &Dataset, event: &Event) -> Vec<Line> {
    let date = event.date.map_or_else(|| "day unknown".to_owned(), days);
    let places: Vec<&str> = event.locations.iter().map(|place| place.name.as_str()).collect();
    let place = if places.is_empty() { "place unknown".to_owned() } else { places.join(", ") };
    let parts = &event.parts;
    let mut lines = vec![
        Line::new(
            0,
            vec![
                Ink::Trigger.piece(event.event_type.label()),
                plain(&format!(" · {place} · {date}")),
            ],
        ),
        Line::new(
            2,
            vec![weak(&format!(
                "confidence {:.0} %: detection {:.2}, date {:.2}, place {:.2}, other outlets {:.2}",
                event.confidence * 100.0,
                parts.detection,
                parts.date,
                parts.place,
                parts.corroboration
            ))],
        ),
    ];
    for (_, read, report) in dataset.reports_of(event) {
        let quote = one_line(report.quote.of(&read.article.text));
        lines.push(Line::new(2, vec![weak(&format!("{}: ", read.article.id)), plain(&quote)]));
    }
    let joins = event.joins.iter();
    lines.extend(joins.map(|join| Line::new(2, vec![strong("joined: "), plain(&join.why)])));
    let disputes = event.disputes.iter();
    lines.extend(
        disputes.map(|dispute| Line::new(2, vec![strong("differs: "), plain(&dispute.message)])),
    );
    lines
}
