//! The values of an event: of all its reports, or by a person's word.

use super::fields::{self, Row};
use crate::{
    model::{Event, NamedActor, Role},
    session::{Session, Slot},
    tr,
    ui::words,
};

/// The name of a field.
pub fn label(slot: Slot) -> String {
    match slot {
        Slot::Days => tr!("inspector-when"),
        Slot::Places => tr!("inspector-where"),
        Slot::Killed => tr!("inspector-killed"),
        Slot::Wounded => tr!("inspector-wounded"),
        Slot::Captured => tr!("inspector-captured"),
        Slot::Actors => tr!("inspector-who"),
        Slot::Claimant => tr!("inspector-says-who"),
        Slot::Note => tr!("inspector-note"),
        Slot::Review => tr!("inspector-review"),
    }
}

/// The value of a field, a line for each; nothing where nothing is known.
fn lines(session: &Session, event: &Event, slot: Slot) -> Vec<String> {
    let people = |count: Option<crate::model::Count>| count.iter().map(words::count).collect();
    match slot {
        Slot::Days => event.date.map(words::days).into_iter().collect(),
        Slot::Places => event.locations.iter().map(fields::place).collect(),
        Slot::Killed => people(event.killed),
        Slot::Wounded => people(event.wounded),
        Slot::Captured => people(event.captured),
        Slot::Actors => actors(session, event).iter().map(actor).collect(),
        Slot::Claimant => {
            Some(claimant(session, event)).filter(|by| !by.is_empty()).into_iter().collect()
        }
        Slot::Note | Slot::Review => Vec::new(),
    }
}

/// "Azerbaijan (did it)"; the name alone where no more is known.
pub fn actor(actor: &NamedActor) -> String {
    match actor.role {
        Role::Participant => actor.name.clone(),
        role => tr!("inspector-actor", name = actor.name.as_str(), role = words::role(role)),
    }
}

/// Who took part: by a person's word, or whom the reports name, each once.
pub fn actors(session: &Session, event: &Event) -> Vec<NamedActor> {
    let person = event.person.as_deref();
    if let Some(actors) = person.and_then(|person| person.actors.clone()) {
        return actors;
    }
    let mut found: Vec<NamedActor> = Vec::new();
    for (_, _, report) in session.dataset().reports_of(event) {
        for actor in &report.actors {
            let is_there = found.iter().any(|a| a.name == actor.name && a.role == actor.role);
            if !is_there {
                let (name, role, country) = (actor.name.clone(), actor.role, actor.country);
                found.push(NamedActor { name, role, country });
            }
        }
    }
    found
}

/// Who says so: by a person's word, or whom the reports name; empty for nobody but them.
pub fn claimant(session: &Session, event: &Event) -> String {
    let person = event.person.as_deref();
    if let Some(claimant) = person.and_then(|person| person.claimant.clone()) {
        return claimant;
    }
    let mut names: Vec<&str> = Vec::new();
    for (_, _, report) in session.dataset().reports_of(event) {
        if let Some(by) = &report.claimed_by
            && !names.contains(&by.name.as_str())
        {
            names.push(&by.name);
        }
    }
    names.join(", ")
}

/// The rows of a field. Of an event that one report tells of, they have the words they came
/// from, and below a person's value is what was read. Of others, a click on a row shows the
/// words of the first report that tells of the field.
pub fn rows(session: &Session, event: &Event, slot: Slot) -> Vec<Row> {
    let Some(field) = slot.field() else { return Vec::new() };
    let by_person = event.is_by_person(field);
    let read = read_rows(session, event).into_iter().filter(|row| row.field == field);
    let mut read: Vec<Row> = read.map(|row| Row { replaced: by_person, ..row }).collect();
    if event.reports.len() == 1 && !by_person {
        return read;
    }
    let first = read.first().filter(|_| !by_person).cloned();
    let row = |value| Row {
        field,
        label: label(slot),
        value,
        words: first.as_ref().map_or_else(String::new, |row| row.words.clone()),
        article: first.as_ref().and_then(|row| row.article),
        evidence: first.as_ref().and_then(|row| row.evidence),
        quoted: false,
        replaced: false,
        again: false,
        why: String::new(),
        note: String::new(),
    };
    let mut lines = lines(session, event, slot);
    if lines.is_empty() && by_person {
        lines.push(tr!("inspector-nothing"));
    }
    let mut rows: Vec<Row> = lines.into_iter().map(row).collect();
    if event.reports.len() == 1 {
        rows.append(&mut read);
    }
    rows
}

/// What the reports say, the first report first.
pub fn read_rows(session: &Session, event: &Event) -> Vec<Row> {
    let reports = session.dataset().reports_of(event);
    reports
        .flat_map(|(at, read, report)| {
            fields::rows(at, report, &read.article.text, session.gazetteer())
        })
        .collect()
}
