//! The fields of a report as rows: name, value, words behind it, why.

use crate::{
    gazetteer::Gazetteer,
    model::{Claim, Count, Field, Location, Precision, Report, ReportRef, Role, Span},
    tr,
    ui::words,
};

/// A field of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which field.
    pub field: Field,
    /// Its name on the screen.
    pub label: String,
    /// Its value in words.
    pub value: String,
    /// The words it came from, on one line; empty if it came from none.
    pub words: String,
    /// The place in the dataset of the article that they are of.
    pub article: Option<usize>,
    /// Where they are.
    pub evidence: Option<Span>,
    /// Whether they are shown below the value.
    pub quoted: bool,
    /// Whether a person gave another value in its place.
    pub replaced: bool,
    /// Whether the row above has the same name, which is not written twice.
    pub again: bool,
    /// How the value was found; may be empty.
    pub why: String,
    /// What must be known about the value at once; may be empty.
    pub note: String,
}

/// All fields that have a value, in the order in which one asks: what, when, where,
/// how many, who, and who says so.
pub fn rows(at: ReportRef, report: &Report, text: &str, gazetteer: &Gazetteer) -> Vec<Row> {
    let row = |field, label, value: String, evidence: Option<Span>, why: &str| Row {
        field,
        label,
        value,
        words: evidence.map_or_else(String::new, |span| one_line(span.of(text))),
        article: Some(at.article),
        evidence,
        quoted: true,
        replaced: false,
        again: false,
        why: why.to_owned(),
        note: String::new(),
    };
    let mut rows = Vec::new();
    let what = words::event_type(report.event_type);
    rows.push(row(Field::Trigger, tr!("inspector-what"), what, Some(report.trigger), ""));
    if let Some(date) = &report.date {
        let value = words::days(date.range);
        rows.push(row(Field::Date, tr!("inspector-when"), value, date.evidence, &date.why));
    }
    for location in &report.locations {
        let (name, value) = (tr!("inspector-where"), place(location));
        let place = row(Field::Place, name, value, Some(location.evidence), &location.why);
        let file = location.place.and_then(|place| gazetteer.own_file(place));
        let note = file.map_or_else(String::new, |file| tr!("inspector-own-place", file = file));
        rows.push(Row { note, ..place });
    }
    let mut count = |field, label, count: &Option<Count>| {
        if let Some(count) = count {
            rows.push(row(field, label, words::count(count), Some(count.evidence), ""));
        }
    };
    count(Field::Killed, tr!("inspector-killed"), &report.killed);
    count(Field::Wounded, tr!("inspector-wounded"), &report.wounded);
    count(Field::Captured, tr!("inspector-captured"), &report.captured);
    for actor in &report.actors {
        let label = match actor.role {
            Role::Perpetrator => tr!("inspector-by-whom"),
            Role::Victim => tr!("inspector-to-whom"),
            Role::Participant => tr!("inspector-who"),
        };
        rows.push(row(Field::Actor, label, actor.name.clone(), Some(actor.span), ""));
    }
    for weapon in &report.weapons {
        let (name, value) = (tr!("inspector-with"), words::weapon(&weapon.class));
        rows.push(row(Field::Weapon, name, value, Some(weapon.span), ""));
    }
    for damage in &report.damage {
        let (name, value) = (tr!("inspector-damage"), words::damage(&damage.class));
        rows.push(row(Field::Damage, name, value, Some(damage.span), ""));
    }
    let first = |claim: &&Claim| Some(&claim.claimant) == report.claimed_by.as_ref();
    let (first, others): (Vec<&Claim>, Vec<&Claim>) = report.claims.iter().partition(first);
    if let Some(by) = report.claimed_by.as_ref().filter(|_| first.is_empty()) {
        let value = format!("{} {}", by.name, by.verb);
        rows.push(row(Field::Claim, tr!("inspector-says-who"), value, Some(by.span), ""));
    }
    for claim in first.into_iter().chain(others) {
        let by = &claim.claimant;
        let value = format!("{} {}", by.name, by.verb);
        rows.push(row(
            Field::Claim,
            tr!("inspector-says-who"),
            value,
            Some(by.span),
            &claim.about(),
        ));
    }
    rows
}

/// The name of a place, and how well it is known unless it is the very place.
pub fn place(location: &Location) -> String {
    let name = &location.name;
    match location.precision {
        Precision::Exact => name.clone(),
        Precision::Near => tr!("inspector-place-near", place = name),
        Precision::Admin2 => tr!("inspector-place-admin2", place = name),
        Precision::Admin1 => tr!("inspector-place-admin1", place = name),
        Precision::Country => tr!("inspector-place-country", place = name),
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
