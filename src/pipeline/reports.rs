//! Several sentences of one article on one happening become one report.

use super::casualties;
use super::dating::Firmness;
use super::particulars::Particulars;
use super::slots;
use crate::model::{EventType, Group, Location, Precision, Report};

/// Two towns that one article tells apart are two places, however near.
const SAME_SPOT_KM: f64 = 3.0;

/// "The attack" may be told of by the town and by its quarter.
const SAME_AREA_KM: f64 = 30.0;

/// How many reports back an earlier account of the same happening is looked for.
const FARTHEST_APART: usize = 200;

/// What one sentence tells of a happening, and how sure its day and place are.
pub struct Account {
    /// What it tells.
    pub report: Report,
    /// The lemma of the trigger's head.
    pub lemma: String,
    /// Whether it speaks of something known: "the attack".
    pub definite: bool,
    /// Whether it is told apart from those before: "another attack".
    pub further: bool,
    /// How it came by its day.
    pub date: Firmness,
    /// How it came by its place.
    pub place: Firmness,
}

/// Joins the reports of one article that tell of one happening, in text order. The
/// first keeps its trigger; each field comes from the sentence that knows most.
/// Two accounts of another time of day, or of other things hit with other numbers of dead,
/// are two.
pub fn join(text: &str, accounts: Vec<Account>) -> Vec<Report> {
    let mut joined: Vec<(Account, Particulars)> = Vec::new();
    for account in accounts {
        let told = Particulars::of(&account.report.quote.of(text).to_lowercase());
        // Far apart in a long text, two accounts are not of one happening.
        let near = joined.len().saturating_sub(FARTHEST_APART);
        let same = |(known, known_told): &(Account, Particulars)| {
            tells_the_same(known, &account)
                && !told.at_other_hours(known_told)
                && !(told.other_targets(known_told) && tolls_differ(&known.report, &account.report))
        };
        let meant = joined.iter().rposition(|(known, _)| is_meant(known, &account));
        let at = meant.or_else(|| Some(near + joined[near..].iter().position(same)?));
        match at.filter(|_| !account.further).and_then(|at| joined.get_mut(at)) {
            Some((known, _)) => absorb(known, account),
            None => joined.push((account, told)),
        }
    }
    joined.into_iter().map(|(account, _)| account.report).collect()
}

/// Whether "the attack" of one sentence is what an earlier one told of.
fn is_meant(known: &Account, account: &Account) -> bool {
    const LONGEST_AGO: i32 = 3;
    let (a, b) = (&known.report, &account.report);
    let named = known.date == Firmness::Named && account.date == Firmness::Named;
    account.definite
        && matches!(a.event_type.group(), Group::Violent | Group::Movement)
        && same_type(a.event_type, b.event_type)
        && a.background == b.background
        && days_apart(a, b) <= if named { 0 } else { LONGEST_AGO }
        && (known.place != Firmness::Named
            || account.place != Firmness::Named
            || places_agree(&a.locations, &b.locations, SAME_AREA_KM))
        && !tolls_differ(a, b)
}

/// From one account's days to the other's; 0 where either is unknown.
fn days_apart(a: &Report, b: &Report) -> i32 {
    a.date.as_ref().zip(b.date.as_ref()).map_or(0, |(a, b)| a.range.gap_days(b.range))
}

fn tolls_differ(a: &Report, b: &Report) -> bool {
    a.killed.zip(b.killed).is_some_and(|(a, b)| a.low() != b.low())
}

/// Whether two reports of one article tell of one happening: the same sort of event,
/// days that overlap, places that do not contradict each other, and, for talks, someone
/// who takes part in both.
fn tells_the_same(known: &Account, account: &Account) -> bool {
    let (a, b) = (&known.report, &account.report);
    let loose = known.date != Firmness::Named || account.date != Firmness::Named;
    same_type(a.event_type, b.event_type)
        && (dates_agree(a, b) || a_day_apart(a, b) || loose && days_apart(a, b) <= 1)
        && places_agree(&a.locations, &b.locations, SAME_SPOT_KM)
        && numbers_agree(a, b)
        && (a.event_type != EventType::TalksDiplomacy || talk_of_the_same(known, account))
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

/// Talks are many: only those of the same two, told in the same words, are one.
fn talk_of_the_same(known: &Account, account: &Account) -> bool {
    let (a, b) = (&known.report.actors, &account.report.actors);
    let shared = a.iter().filter(|x| b.iter().any(|y| x.name == y.name)).count();
    account.definite
        || known.lemma == account.lemma && (shared >= 2 || a.is_empty() || b.is_empty())
}

fn absorb(known: &mut Account, account: Account) {
    let days = |r: &Report| r.date.as_ref().map_or(i32::MAX, |d| d.range.days());
    let surer_day = (account.date, days(&account.report)) < (known.date, days(&known.report));
    if account.report.date.is_some() && surer_day {
        known.report.date.clone_from(&account.report.date);
        known.date = account.date;
    }
    let finest = |l: &[Location]| l.iter().map(|l| l.precision).min().unwrap_or(Precision::Country);
    let (before, after) = (&known.report.locations, &account.report.locations);
    let on_the_ground = matches!(known.report.event_type.group(), Group::Violent | Group::Movement);
    // A spot in what was told coarsely, or in place of a guess.
    let inside = known.place != Firmness::Named || places_agree(before, after, SAME_AREA_KM);
    let finer = on_the_ground && finest(after) < finest(before) && inside;
    let surer = account.place < known.place && finest(after) <= finest(before);
    if !after.is_empty() && (before.is_empty() || surer || finer && account.place <= known.place) {
        known.report.locations.clone_from(&account.report.locations);
        known.place = account.place;
    }
    absorb_report(&mut known.report, account.report);
}

fn absorb_report(known: &mut Report, report: Report) {
    known.also.push(report.quote);
    slots::absorb(known, &report);
    casualties::absorb(known, &report.tolls);
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
