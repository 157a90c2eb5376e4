//! What people did to an event: who, when, what, and the values before and after.

use eframe::egui::{Label, RichText, Sense, Ui};
use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, de::DeserializeOwned};

use super::values;
use crate::{
    model::{Event, EventId, EventType, Location, RecordRef},
    session::{Command, ReportKey, Session, Slot, Target, Value},
    storage::{LoggedEdit, StepKind},
    tr,
    ui::{theme, words},
};

/// A step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What was done: "change deaths".
    pub what: String,
    /// By whom and when, by the clock on the wall.
    pub by: String,
    /// The same moment with its zone, and in UTC.
    pub moment: String,
    /// The values before and after, where there are any to tell.
    pub values: Vec<(String, String)>,
}

/// The parts of a step that have values to tell, as the session writes them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Part {
    types: Vec<(ReportKey, Option<EventType>)>,
    record_types: Vec<(RecordRef, Option<EventType>)>,
    values: Vec<((Target, Slot), Option<Value>)>,
    names: Vec<(String, Option<Location>)>,
}

/// The steps of an event, the latest first.
pub fn lines(session: &Session, id: EventId) -> Vec<Line> {
    let Some(event) = session.event(id) else { return Vec::new() };
    session.history_of(id).into_iter().rev().map(|step| line(session, event, step)).collect()
}

fn line(session: &Session, event: &Event, step: &LoggedEdit) -> Line {
    let label = words::step(&step.label);
    let what = match step.kind {
        StepKind::Edit => label,
        StepKind::Undo => tr!("history-undone", step = label),
        StepKind::Redo => tr!("history-redone", step = label),
    };
    let by = step.by.as_ref().map_or_else(String::new, |(who, when)| {
        tr!("history-by", who = who.as_str(), when = moment(when, &TimeZone::system()))
    });
    let moment =
        step.by.as_ref().map_or_else(String::new, |(_, when)| zoned(when, TimeZone::system()));
    let (before, after): (Part, Part) = (read(&step.before), read(&step.after));
    Line {
        what,
        by,
        moment,
        values: changes(&before, &after, |target| is_of(session, event, target)),
    }
}

fn read<T: DeserializeOwned + Default>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_default()
}

/// Whether a value is of this event. Of words that moved nothing is known, so they may be.
fn is_of(session: &Session, event: &Event, target: &Target) -> bool {
    match target {
        Target::Record(at) => event.record == Some(*at),
        Target::Report(key) => session.dataset().reports_of(event).any(|(at, _, report)| {
            session.key_of(at.article) == Some(key.article) && report.trigger == key.trigger
        }),
    }
}

/// The different values of a step, each pair once.
fn changes(before: &Part, after: &Part, is_of: impl Fn(&Target) -> bool) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |pair: (String, String)| {
        if !found.contains(&pair) {
            found.push(pair);
        }
    };
    for ((target, slot), value) in after.values.iter().filter(|((target, _), _)| is_of(target)) {
        let old = before.values.iter().find(|(key, _)| *key == (*target, *slot));
        let old = old.and_then(|(_, value)| value.as_ref());
        add((told(*slot, old), told(*slot, value.as_ref())));
    }
    let event_type = |value: Option<EventType>| value.map_or_else(as_read, words::event_type);
    let types = after.types.iter().zip(&before.types);
    types
        .filter(|((key, _), _)| is_of(&Target::Report(*key)))
        .for_each(|((_, new), (_, old))| add((event_type(*old), event_type(*new))));
    let rows = after.record_types.iter().zip(&before.record_types);
    rows.filter(|((at, _), _)| is_of(&Target::Record(*at)))
        .for_each(|((_, new), (_, old))| add((event_type(*old), event_type(*new))));
    let place = |value: &Option<Location>| value.as_ref().map_or_else(as_read, |l| l.name.clone());
    let names = after.names.iter().zip(&before.names);
    names.for_each(|((_, new), (_, old))| add((place(old), place(new))));
    found
}

fn as_read() -> String {
    tr!("history-as-read")
}

/// A value in words.
fn told(slot: Slot, value: Option<&Value>) -> String {
    let nothing = || tr!("inspector-nothing");
    let people = |told: &Option<(u32, Option<u32>)>| match told {
        None => nothing(),
        Some((low, None)) => tr!("count-at-least", n = *low),
        Some((low, Some(high))) if low == high => high.to_string(),
        Some((low, Some(high))) => format!("{low}–{high}"),
    };
    let list = |names: Vec<String>| match names.as_slice() {
        [] => nothing(),
        names => names.join(", "),
    };
    match (slot, value) {
        (Slot::Note, None) => nothing(),
        (Slot::Review, None) => words::review(Default::default()),
        (_, None) => as_read(),
        (_, Some(value)) => match value {
            Value::Days(days) => days.map_or_else(nothing, words::days),
            Value::Places(places) => list(places.iter().map(|l| l.name.clone()).collect()),
            Value::Killed(told) | Value::Wounded(told) | Value::Captured(told) => people(told),
            Value::Actors(actors) => list(actors.iter().map(values::actor).collect()),
            Value::Claimant(text) | Value::Note(text) if text.is_empty() => nothing(),
            Value::Claimant(text) | Value::Note(text) => text.clone(),
            Value::Review(review) => words::review(*review),
        },
    }
}

/// "13 Sep 2022, 14:05", in a zone.
fn moment(when: &str, zone: &TimeZone) -> String {
    let Ok(time) = when.parse::<Timestamp>() else { return when.to_owned() };
    let time = time.to_zoned(zone.clone());
    tr!("history-moment", day = words::day(time.date()), time = time.strftime("%H:%M").to_string())
}

/// "14:05 +04 (Asia/Yerevan), 10:05 UTC"; empty for what is no moment.
fn zoned(when: &str, zone: TimeZone) -> String {
    let Ok(time) = when.parse::<Timestamp>() else { return String::new() };
    let name = zone.iana_name().map_or_else(String::new, |name| format!(" ({name})"));
    let local = time.to_zoned(zone).strftime("%H:%M %:::z").to_string();
    let utc = time.to_zoned(TimeZone::UTC).strftime("%H:%M").to_string();
    format!("{local}{name}, {utc} UTC")
}

/// Whether the step that Undo would take back is the last one of this event.
fn is_undone_next(session: &Session, id: EventId) -> bool {
    session.history_of(id).last().is_some_and(|last| {
        last.kind != StepKind::Undo && last.undo_position == session.history().position()
    })
}

/// Shows the steps, the latest first, with a button that takes the last one back.
pub fn history_ui(ui: &mut Ui, session: &Session, id: EventId, commands: &mut Vec<Command>) {
    let theme = theme::current(ui);
    for (number, line) in lines(session, id).iter().enumerate() {
        ui.horizontal(|ui| {
            ui.label(RichText::new(sentence(&line.what)).font(theme::strong(12.5)));
            if number == 0 && is_undone_next(session, id) {
                let undo = ui.small_button(tr!("history-undo"));
                if undo.on_hover_text(tr!("history-undo-help")).clicked() {
                    commands.push(Command::Undo);
                }
            }
        });
        for (before, after) in &line.values {
            let words = tr!("history-change", before = before.as_str(), after = after.as_str());
            ui.add(Label::new(RichText::new(words).size(12.5)).wrap());
        }
        let by = Label::new(RichText::new(&line.by).size(11.5).color(theme.text.weak.0)).wrap();
        let by = ui.add(by.sense(Sense::hover()));
        if !line.moment.is_empty() {
            by.on_hover_text(&line.moment);
        }
        ui.add_space(4.0);
    }
}

/// With a capital.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::Review;

    fn session() -> (Session, EventId) {
        let mut session = Session::default();
        session.apply(Command::OpenSample);
        let id = session.shown()[0];
        session.apply(Command::Select(id));
        (session, id)
    }

    #[test]
    fn a_step_tells_the_values_before_and_after_and_what_was_undone() {
        let (mut session, id) = session();
        session.apply(Command::Change(vec![id], Value::Killed(Some((7, None)))));
        session.apply(Command::Change(vec![id], Value::Killed(Some((3, Some(5))))));
        session.apply(Command::Change(vec![id], Value::Review(Review::Disputed)));
        session.apply(Command::Undo);
        let told: Vec<(String, Vec<(String, String)>)> =
            lines(&session, id).into_iter().map(|line| (line.what, line.values)).collect();
        let pair = |before: &str, after: &str| vec![(before.to_owned(), after.to_owned())];
        assert_eq!(
            told,
            [
                ("undone: review".to_owned(), pair("Disputed", "Not reviewed")),
                ("review".to_owned(), pair("Not reviewed", "Disputed")),
                ("change deaths".to_owned(), pair("7 or more", "3–5")),
                ("change deaths".to_owned(), pair("as it was read", "7 or more")),
            ]
        );
    }

    #[test]
    fn a_moment_is_told_by_the_clock_on_the_wall_and_on_request_in_utc() {
        let (when, zone) = ("2022-09-13T21:05:00Z", || TimeZone::fixed(jiff::tz::offset(4)));
        assert_eq!(moment(when, &zone()), "14 Sep 2022, 01:05");
        assert_eq!(zoned(when, zone()), "01:05 +04, 21:05 UTC");
        assert_eq!(moment("once", &zone()), "once");
    }

    #[test]
    fn the_last_step_of_an_event_is_offered_for_undoing_only_while_it_is_the_last_of_all() {
        let (mut session, id) = session();
        let other = session.shown()[1];
        let note = |text: &str| Value::Note(text.to_owned());
        session.apply(Command::Change(vec![id], note("a")));
        assert!(is_undone_next(&session, id));
        session.apply(Command::Change(vec![other], note("b")));
        assert!(!is_undone_next(&session, id) && is_undone_next(&session, other));
        session.apply(Command::Undo);
        assert!(is_undone_next(&session, id) && !is_undone_next(&session, other));
    }
}
