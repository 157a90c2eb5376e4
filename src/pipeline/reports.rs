//! Several sentences of one article on one happening become one report.

use super::casualties;
use super::particulars::Particulars;
use crate::model::{EventType, Group, Location, Precision, Report};

/// Two towns that one article tells apart are two places, however near.
const SAME_SPOT_KM: f64 = 3.0;

/// How many reports back an earlier account of the same happening is looked for.
const FARTHEST_APART: usize = 200;

/// Joins the reports of one article that tell of one happening, in text order. The
/// first keeps its trigger; each field comes from the sentence that knows most.
/// Two accounts of another time of day, or of other things hit with other numbers of dead,
/// are two.
pub fn join(text: &str, reports: Vec<Report>) -> Vec<Report> {
    let mut joined: Vec<(Report, Particulars)> = Vec::new();
    for report in reports {
        let told = Particulars::of(&report.quote.of(text).to_lowercase());
        // Far apart in a long text, two accounts are not of one happening.
        let near = joined.len().saturating_sub(FARTHEST_APART);
        let same = |(known, known_told): &&mut (Report, Particulars)| {
            tells_the_same(known, &report)
                && !told.at_other_hours(known_told)
                && !(told.other_targets(known_told) && tolls_differ(known, &report))
        };
        match joined[near..].iter_mut().find(same) {
            Some((known, _)) => absorb(known, report),
            None => joined.push((report, told)),
        }
    }
    joined.into_iter().map(|(report, _)| report).collect()
}

fn tolls_differ(a: &Report, b: &Report) -> bool {
    a.killed.zip(b.killed).is_some_and(|(a, b)| a.low() != b.low())
}

/// Whether two reports of one article tell of one happening: the same sort of event,
/// days that overlap, places that do not contradict each other, and, for talks, someone
/// who takes part in both.
fn tells_the_same(a: &Report, b: &Report) -> bool {
    same_type(a.event_type, b.event_type)
        && (dates_agree(a, b) || a_day_apart(a, b))
        && places_agree(&a.locations, &b.locations, SAME_SPOT_KM)
        && numbers_agree(a, b)
        && actors_agree(a, b)
}

/// Violence without a closer word joins violence of any kind.
fn same_type(a: EventType, b: EventType) -> bool {
    let general = |t: EventType| matches!(t, EventType::Battle | EventType::AttackOnCivilians);
    a == b
        || a.group() == Group::Violent && b.group() == Group::Violent && (general(a) || general(b))
}

fn dates_agree(a: &Report, b: &Report) -> bool {
    match (&a.date, &b.date) {
        (Some(a), Some(b)) => {
            // A day within a year told elsewhere is not the same happening.
            const SAME_GRAIN: i32 = 40;
            a.range.overlaps(b.range) && (a.range.days() - b.range.days()).abs() <= SAME_GRAIN
        }
        _ => true,
    }
}

/// Two accounts a day apart, neither with a spot of its own.
fn a_day_apart(a: &Report, b: &Report) -> bool {
    let coarse = |r: &Report| r.locations.iter().all(|l| l.precision != Precision::Exact);
    a.date.as_ref().zip(b.date.as_ref()).is_some_and(|(x, y)| {
        x.range.gap_days(y.range) <= 1
            && x.range.days() + y.range.days() <= 4
            && coarse(a)
            && coarse(b)
    })
}

fn numbers_agree(a: &Report, b: &Report) -> bool {
    match (a.killed, b.killed) {
        (Some(x), Some(y)) => {
            let exactly_dated = |r: &Report| r.date.as_ref().is_some_and(|d| d.evidence.is_some());
            x.low() == y.low() || !(exactly_dated(a) && exactly_dated(b)) || same_day(a, b)
        }
        _ => true,
    }
}

fn same_day(a: &Report, b: &Report) -> bool {
    a.date.as_ref().zip(b.date.as_ref()).is_some_and(|(a, b)| a.range == b.range)
}

/// Two spots contradict each other when they lie more than `spot_km` apart; a province
/// or a country only when the spot lies in another.
pub fn places_agree(a: &[Location], b: &[Location], spot_km: f64) -> bool {
    const SLACK_KM: f64 = 20.0;
    if a.is_empty() || b.is_empty() {
        return true;
    }
    a.iter().any(|a| {
        b.iter().any(|b| {
            let spots = a.precision == Precision::Exact && b.precision == Precision::Exact;
            let reach = if spots { spot_km } else { SLACK_KM + a.radius_km + b.radius_km };
            a.place.is_some() && a.place == b.place || a.position.distance_km(b.position) <= reach
        })
    })
}

fn actors_agree(a: &Report, b: &Report) -> bool {
    if a.event_type != EventType::TalksDiplomacy || a.actors.is_empty() || b.actors.is_empty() {
        return true;
    }
    a.actors.iter().filter(|x| b.actors.iter().any(|y| x.name == y.name)).count() >= 2
}

fn absorb(known: &mut Report, report: Report) {
    known.also.push(report.quote);
    let named = |r: &Report| r.date.as_ref().is_some_and(|d| d.evidence.is_some());
    let narrower = |a: &Report, b: &Report| {
        let days = |r: &Report| r.date.as_ref().map_or(i32::MAX, |d| d.range.days());
        days(b) < days(a)
    };
    if named(&report) && (!named(known) || narrower(known, &report)) {
        known.date = report.date.clone();
    }
    let finest = |l: &[Location]| l.iter().map(|l| l.precision).min().unwrap_or(Precision::Country);
    let on_the_ground = matches!(known.event_type.group(), Group::Violent | Group::Movement);
    let finer = on_the_ground && finest(&report.locations) < finest(&known.locations);
    if known.locations.is_empty() || finer && !report.locations.is_empty() {
        known.locations = report.locations;
    }
    casualties::absorb(known, &report.tolls);
    for actor in report.actors {
        if !known.actors.iter().any(|a| a.name == actor.name) {
            known.actors.push(actor);
        }
    }
    known.claimed_by = known.claimed_by.take().or(report.claimed_by);
    known.background &= report.background;
    known.confidence = known.confidence.max(report.confidence);
    let general = matches!(known.event_type, EventType::Battle | EventType::AttackOnCivilians);
    if general
        && report.event_type.group() == Group::Violent
        && report.event_type != EventType::AttackOnCivilians
    {
        known.event_type = report.event_type;
    }
}
