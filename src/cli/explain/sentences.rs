//! Each sentence with what was found in it.

use super::ink::{Ink, Line, Piece, plain, strong, weak};
use crate::gazetteer::Gazetteer;
use crate::model::{
    DateRange, Field, Location, Place, ReadArticle, Remark, Report, Role, Span, Timex, Toponym,
    Usage, within,
};
use crate::pipeline;

/// The columns that the name of a field takes.
const NAME: usize = 11;
/// How far what is said of a sentence is set in.
const INDENT: usize = 4;

/// All sentences of an article. Of what is furniture, only that it was passed over.
pub fn lines(read: &ReadArticle, gazetteer: &Gazetteer) -> Vec<Line> {
    let text = &read.article.text;
    let mut lines = Vec::new();
    for sentence in pipeline::sentences(&read.article) {
        if !sentence.is_news {
            let words = one_line(sentence.span.of(text));
            lines.push(Line::new(0, vec![weak("not news: "), weak(&shortened(&words))]));
            continue;
        }
        lines.push(Line::new(0, marked(read, sentence.span)));
        lines.extend(found_in(read, sentence.span, gazetteer));
        lines.push(Line::empty());
    }
    lines
}

/// The words of a sentence, those that values rest on in their ink.
fn marked(read: &ReadArticle, sentence: Span) -> Vec<Piece> {
    let reading = &read.reading;
    let mut marks: Vec<(Span, Ink)> = Vec::new();
    for report in &reading.reports {
        marks.extend(report.evidence().into_iter().map(|(field, span)| (span, ink_of(field))));
        marks.extend(report.tolls.iter().map(|toll| (toll.count.evidence, Ink::Number)));
    }
    marks.extend(reading.timexes.iter().map(|timex| (timex.span, Ink::Date)));
    let places = reading.toponyms.iter().filter(|toponym| toponym.place.is_some());
    marks.extend(places.map(|toponym| (toponym.span, Ink::Place)));
    marks.extend(reading.remarks.iter().map(|remark| (remark.span, Ink::LeftOut)));
    marks.retain(|(span, _)| !span.is_empty() && sentence.contains(*span));
    marks.sort_by_key(|(span, ink)| (span.start, *ink, span.end));

    let text = &read.article.text;
    let mut pieces = Vec::new();
    let mut at = sentence.start;
    for (span, ink) in marks {
        if span.start < at {
            continue;
        }
        pieces.push(plain(&flat(Span::new(at, span.start).of(text))));
        pieces.push(ink.piece(&flat(span.of(text))));
        at = span.end;
    }
    pieces.push(plain(&flat(Span::new(at, sentence.end).of(text))));
    pieces
}

fn ink_of(field: Field) -> Ink {
    match field {
        Field::Trigger => Ink::Trigger,
        Field::Date => Ink::Date,
        Field::Place => Ink::Place,
        Field::Killed | Field::Wounded | Field::Captured => Ink::Number,
        Field::Actor => Ink::Actor,
        Field::Weapon | Field::Damage => Ink::Means,
        Field::Claim => Ink::Claim,
    }
}

/// What a sentence gave: events, what was left out, then places and dates.
fn found_in(read: &ReadArticle, sentence: Span, gazetteer: &Gazetteer) -> Vec<Line> {
    let reading = &read.reading;
    let text = &read.article.text;
    let mut lines = Vec::new();
    let here = |span: Span| sentence.contains(span) && !span.is_empty();
    for report in reading.reports.iter().filter(|report| here(report.trigger)) {
        lines.extend(event(report, text));
    }
    for report in &reading.reports {
        if report.also.iter().any(|also| sentence.contains(*also)) && !here(report.trigger) {
            let words = quoted(report.trigger, text);
            lines.push(Line::new(
                INDENT,
                vec![
                    strong("MORE  "),
                    plain(&format!("on the event told by {words}: {}", report.event_type.label())),
                ],
            ));
        }
    }
    for remark in reading.remarks.iter().filter(|remark| here(remark.span)) {
        lines.push(left_out(remark, text));
    }
    for toponym in within(&reading.toponyms, sentence, |toponym| toponym.span) {
        lines.push(place(toponym, text, gazetteer));
    }
    for timex in within(&reading.timexes, sentence, |timex| timex.span) {
        lines.push(date(timex, text));
    }
    lines
}

fn event(report: &Report, text: &str) -> Vec<Line> {
    let percent = report.confidence * 100.0;
    let mut lines = vec![Line::new(
        INDENT,
        vec![
            Ink::Trigger.piece("EVENT  "),
            strong(report.event_type.label()),
            plain(&format!(": {}", quoted(report.trigger, text))),
            weak(&format!(" · confidence {percent:.0} %")),
            weak(if report.background { " · history told as context" } else { "" }),
        ],
    )];
    let mut row = |ink: Ink, name: &str, value: &str, words: Option<Span>, why: &str| {
        let mut pieces = vec![ink.piece(name), plain(&" ".repeat(NAME.saturating_sub(name.len())))];
        pieces.push(plain(value));
        pieces.extend(words.map(|span| plain(&format!(": {}", quoted(span, text)))));
        if !why.is_empty() {
            pieces.push(weak(&format!(" – {why}")));
        }
        lines.push(Line::new(INDENT + 2, pieces));
    };
    match &report.date {
        Some(date) => row(Ink::Date, "when", &days(date.range), date.evidence, &date.why),
        None => row(Ink::LeftOut, "when", "unknown", None, ""),
    }
    for location in &report.locations {
        row(Ink::Place, "where", &spot(location), Some(location.evidence), &location.why);
    }
    if report.locations.is_empty() {
        row(Ink::LeftOut, "where", "unknown", None, "");
    }
    let totals =
        [("killed", report.killed), ("wounded", report.wounded), ("captured", report.captured)];
    for (name, count) in totals {
        if let Some(count) = count {
            row(Ink::Number, name, &count.label(), Some(count.evidence), "");
        }
    }
    for toll in &report.tolls {
        let side = toll.side.as_deref().unwrap_or("side not told");
        let parts = [Some(side), toll.standing.key()];
        let whom = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let value = format!("{} {} ({whom})", toll.count.label(), toll.fate.key());
        row(Ink::Number, "of these", &value, Some(toll.count.evidence), "");
    }
    for actor in &report.actors {
        let role = match actor.role {
            Role::Perpetrator => "by whom",
            Role::Victim => "to whom",
            Role::Participant => "who",
        };
        row(Ink::Actor, role, &actor.name, Some(actor.span), "");
    }
    for weapon in &report.weapons {
        row(Ink::Means, "with", &weapon.class, Some(weapon.span), "");
    }
    for damage in &report.damage {
        let how = if damage.destroyed { "destroyed" } else { "damaged" };
        let value = format!("{}, {how}", damage.class);
        row(Ink::Means, "damage", &value, Some(damage.span), "");
    }
    for claim in &report.claims {
        let claimant = &claim.claimant;
        let value = format!("{} {} it", claimant.name, claim.stance.key());
        row(Ink::Claim, "says who", &value, Some(claim.verb), &claim.about());
    }
    lines
}

/// "Jermuk (exact), 39.84 N 45.67 E".
fn spot(location: &Location) -> String {
    let precision = location.precision.label().to_lowercase();
    let radius = match location.radius_km {
        km if km >= 1.0 => format!(", within {km:.0} km"),
        _ => String::new(),
    };
    let (lon, lat) = (location.position.lon, location.position.lat);
    format!("{} ({precision}{radius}), {}", location.name, degrees(lon, lat))
}

fn degrees(lon: f64, lat: f64) -> String {
    let north = if lat < 0.0 { "S" } else { "N" };
    let east = if lon < 0.0 { "W" } else { "E" };
    format!("{:.2} {north} {:.2} {east}", lat.abs(), lon.abs())
}

fn left_out(remark: &Remark, text: &str) -> Line {
    Line::new(
        INDENT,
        vec![
            Ink::LeftOut.piece("LEFT OUT"),
            plain(&format!("  {}: {} – ", quoted(remark.span, text), remark.kind.label())),
            plain(&remark.message),
        ],
    )
}

/// The place that a name stands for, how sure that is, and what else it might be.
fn place(toponym: &Toponym, text: &str, gazetteer: &Gazetteer) -> Line {
    let mut pieces = vec![Ink::Place.piece("place  "), plain(&quoted(toponym.span, text))];
    pieces.push(match &toponym.place {
        Some(place) => plain(&format!(" is {}", described(place))),
        None => Ink::LeftOut.piece(" is no place that is known"),
    });
    pieces.push(weak(&format!(" · {:.0} %", toponym.confidence * 100.0)));
    if toponym.usage != Usage::Literal {
        pieces.push(weak(&format!(" · {}", toponym.usage.key())));
    }
    if !toponym.why.is_empty() {
        pieces.push(weak(&format!(" – {}", toponym.why)));
    }
    let others = toponym.others.iter().take(2).filter_map(|other| {
        let place = gazetteer.place(other.place)?;
        Some(format!("{} ({:.0} %)", described(&place), other.probability * 100.0))
    });
    let others: Vec<String> = others.collect();
    if !others.is_empty() {
        pieces.push(weak(&format!("; not {}", others.join(", "))));
    }
    Line::new(INDENT, pieces)
}

/// "Goris, Syunik, AM, 39.51 N 46.34 E".
fn described(place: &Place) -> String {
    let country = place.country.map(|country| country.to_string());
    let admin1 = place.admin1.clone().filter(|admin1| *admin1 != place.name);
    let parts = [Some(place.name.clone()), admin1, country];
    let (lon, lat) = (place.position.lon, place.position.lat);
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{name}, {}", degrees(lon, lat))
}

fn date(timex: &Timex, text: &str) -> Line {
    let value = match timex.range {
        Some(range) => days(range),
        None if timex.value.is_empty() => "a time that could not be worked out".to_owned(),
        None => timex.value.clone(),
    };
    let mut pieces = vec![
        Ink::Date.piece("date   "),
        plain(&format!("{} is {value}", quoted(timex.span, text))),
    ];
    if !timex.why.is_empty() {
        pieces.push(weak(&format!(" – {}", timex.why)));
    }
    Line::new(INDENT, pieces)
}

/// "2022-09-13", "2022-09-12 to 2022-09-18".
pub fn days(range: DateRange) -> String {
    match (range.first(), range.last()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first} to {last}"),
    }
}

fn quoted(span: Span, text: &str) -> String {
    format!("“{}”", one_line(span.of(text)))
}

pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// On one line, with the spaces at its ends.
fn flat(words: &str) -> String {
    words.replace(['\n', '\r', '\t'], " ")
}

fn shortened(words: &str) -> String {
    const MOST: usize = 60;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
