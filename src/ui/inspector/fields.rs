//! The fields of a report as rows: name, value, words behind it, why.

use crate::{
    gazetteer::Gazetteer,
    model::{Claim, Count, Field, Precision, Report, Role, Span},
    ui::words,
};

/// A field of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which field.
    pub field: Field,
    /// Its name on the screen.
    pub label: &'static str,
    /// Its value in words.
    pub value: String,
    /// The words it came from, on one line; empty if it came from none.
    pub words: String,
    /// Where they are.
    pub evidence: Option<Span>,
    /// How the value was found; may be empty.
    pub why: String,
    /// What must be known about the value at once; may be empty.
    pub note: String,
}

/// All fields that have a value, in the order in which one asks: what, when, where,
/// how many, who, and who says so.
pub fn rows(report: &Report, text: &str, gazetteer: &Gazetteer) -> Vec<Row> {
    let row = |field, label, value: String, evidence: Option<Span>, why: &str| Row {
        field,
        label,
        value,
        words: evidence.map_or_else(String::new, |span| one_line(span.of(text))),
        evidence,
        why: why.to_owned(),
        note: String::new(),
    };
    let mut rows = Vec::new();
    let what = report.event_type.label().to_owned();
    rows.push(row(Field::Trigger, "What", what, Some(report.trigger), ""));
    if let Some(date) = &report.date {
        let value = words::days(date.range);
        rows.push(row(Field::Date, "When", value, date.evidence, &date.why));
    }
    for location in &report.locations {
        let value = match location.precision {
            Precision::Exact => location.name.clone(),
            precision => format!("{} ({})", location.name, precision.label().to_lowercase()),
        };
        let place = row(Field::Place, "Where", value, Some(location.evidence), &location.why);
        let file = location.place.and_then(|place| gazetteer.own_file(place));
        let note = file.map_or_else(String::new, |file| format!("Your own place, from {file}"));
        rows.push(Row { note, ..place });
    }
    let mut count = |field, label, count: &Option<Count>| {
        if let Some(count) = count {
            rows.push(row(field, label, count.label(), Some(count.evidence), ""));
        }
    };
    count(Field::Killed, "Killed", &report.killed);
    count(Field::Wounded, "Wounded", &report.wounded);
    count(Field::Captured, "Captured", &report.captured);
    for actor in &report.actors {
        let label = match actor.role {
            Role::Perpetrator => "By whom",
            Role::Victim => "To whom",
            Role::Participant => "Who",
        };
        rows.push(row(Field::Actor, label, actor.name.clone(), Some(actor.span), ""));
    }
    for weapon in &report.weapons {
        rows.push(row(Field::Weapon, "With", weapon.class.clone(), Some(weapon.span), ""));
    }
    for damage in &report.damage {
        rows.push(row(Field::Damage, "Damage", damage.class.clone(), Some(damage.span), ""));
    }
    let first = |claim: &&Claim| Some(&claim.claimant) == report.claimed_by.as_ref();
    let (first, others): (Vec<&Claim>, Vec<&Claim>) = report.claims.iter().partition(first);
    if let Some(by) = report.claimed_by.as_ref().filter(|_| first.is_empty()) {
        let value = format!("{} {}", by.name, by.verb);
        rows.push(row(Field::Claim, "Says who", value, Some(by.span), ""));
    }
    for claim in first.into_iter().chain(others) {
        let by = &claim.claimant;
        let value = format!("{} {}", by.name, by.verb);
        rows.push(row(Field::Claim, "Says who", value, Some(by.span), &claim.about()));
    }
    rows
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
