//! What all accounts of one happening say together. Ranges are joined, disputes flagged;
//! nothing is ever added up.

use std::collections::{BTreeMap, BTreeSet};

use super::account::Account;
use super::clusters::Cluster;
use crate::lexicon::Lexicon;
use crate::model::{
    ConfidenceParts, Count, DateRange, Dispute, Event, EventType, Field, Join, Location, Precision,
    Stance, text_hash,
};

/// Spots of one event farther apart are a dispute, unless one account names both.
const SPOTS_DIFFER_KM: f64 = 5.0;

/// The event that the accounts of a cluster tell of.
pub fn of(cluster: &Cluster, accounts: &[Account<'_>]) -> Event {
    let mut told: Vec<&Account<'_>> = cluster.members.iter().map(|n| &accounts[*n]).collect();
    told.sort_by_key(|account| (account.rank, account.report.trigger));
    let dates: Vec<DateRange> = told.iter().filter_map(|account| account.days).collect();
    let (killed, killed_dispute) = toll(&told, Field::Killed, |account| account.report.killed);
    let (wounded, wounded_dispute) = toll(&told, Field::Wounded, |account| account.report.wounded);
    let (captured, captured_dispute) =
        toll(&told, Field::Captured, |account| account.report.captured);
    let disputes = [
        date_dispute(&told),
        place_dispute(&told),
        killed_dispute,
        wounded_dispute,
        captured_dispute,
        denial(&told),
    ];
    let date = common_days(&dates);
    let locations = locations(&told);
    let told_parts = confidence_parts(&told, &locations);
    let joins = cluster.links.iter().map(|link| Join {
        first: accounts[link.first].at,
        second: accounts[link.second].at,
        why: link.why.clone(),
        by_person: link.by_person,
    });
    Event {
        event_type: commonest(told.iter().map(|account| account.event_type())),
        reports: told.iter().map(|account| account.at).collect(),
        record: None,
        date,
        locations,
        killed,
        wounded,
        captured,
        disputes: disputes.into_iter().flatten().collect(),
        background: told.iter().all(|account| account.report.background),
        confidence: confidence(told_parts),
        parts: calibrated(told_parts),
        joins: joins.collect(),
        person: None,
    }
}

/// The days that all allow, else all their days.
fn common_days(dates: &[DateRange]) -> Option<DateRange> {
    let first = *dates.first()?;
    let common = dates.iter().try_fold(first, |common, d| common.intersection(*d));
    common.or_else(|| Some(dates.iter().fold(first, |hull, d| hull.hull(*d))))
}

/// The type most accounts give; the first among equals.
fn commonest(types: impl Iterator<Item = EventType>) -> EventType {
    let types: Vec<EventType> = types.collect();
    let count = |wanted: EventType| types.iter().filter(|t| **t == wanted).count();
    let best = types.iter().copied().rev().max_by_key(|t| count(*t));
    best.unwrap_or(EventType::Other)
}

/// A number that an account gives.
struct Told<'t, 'a> {
    account: &'t Account<'a>,
    count: Count,
}

/// The numbers from the lowest to the highest, and whether they contradict each other.
/// Left out are those that a newer one replaces, and those of accounts that sum up more
/// than this event.
fn toll(
    told: &[&Account<'_>],
    field: Field,
    count: impl Fn(&Account<'_>) -> Option<Count>,
) -> (Option<Count>, Option<Dispute>) {
    let all: Vec<Told<'_, '_>> =
        told.iter().filter_map(|account| Some(Told { account, count: count(account)? })).collect();
    let some_are_exact = all.iter().any(|told| !told.account.sums_up());
    let counted: Vec<&Told<'_, '_>> = all
        .iter()
        .filter(|told| !(some_are_exact && told.account.sums_up()))
        .filter(|told| !all.iter().any(|newer| replaces(newer, told)))
        .collect();
    let Some(first) = counted.first() else { return (None, None) };
    let low = counted.iter().map(|told| told.count.low()).min().unwrap_or(0);
    let most = counted.iter().map(|told| told.count.low()).max().unwrap_or(0);
    let high = counted.iter().filter_map(|told| told.count.high()).max();
    let joined = Count::new(low, high.filter(|high| *high >= most), first.count.evidence);
    let differ = counted.iter().any(|a| counted.iter().any(|b| contradict(a, b)));
    (joined, differ.then(|| dispute(field, &counted)))
}

/// Whether one number is told as the latest, and the other is lower and was published before.
fn replaces(newer: &Told<'_, '_>, older: &Told<'_, '_>) -> bool {
    newer.account.is_update
        && newer.account.published > older.account.published
        && newer.count.low() > older.count.low()
}

/// Whether two numbers exclude each other and the later one is not just a higher one.
fn contradict(a: &Told<'_, '_>, b: &Told<'_, '_>) -> bool {
    let below = |x: &Count, y: &Count| x.high().is_some_and(|high| high < y.low());
    let rose = |x: &Told<'_, '_>, y: &Told<'_, '_>| x.account.published < y.account.published;
    below(&a.count, &b.count) && !rose(a, b)
}

/// "killed: 3 (Meridian Wire), 5 (Caspian Courier)".
fn dispute(field: Field, counted: &[&Told<'_, '_>]) -> Dispute {
    let values = counted.iter().map(|told| (told.count.label(), told.account.outlet));
    differing(field, values)
}

fn differing<'v>(field: Field, values: impl Iterator<Item = (String, &'v str)>) -> Dispute {
    let mut outlets: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for (value, outlet) in values {
        let of_value = outlets.entry(value.clone()).or_default();
        if of_value.is_empty() {
            order.push(value);
        }
        if !of_value.contains(&outlet) {
            of_value.push(outlet);
        }
    }
    let words: Vec<String> =
        order.iter().map(|value| format!("{value} ({})", outlets[value].join(", "))).collect();
    Dispute { field, message: format!("{}: {}", field.key(), words.join(", ")) }
}

fn date_dispute(told: &[&Account<'_>]) -> Option<Dispute> {
    let named: Vec<(DateRange, &str)> = told
        .iter()
        .filter(|account| !account.by_publication)
        .filter_map(|account| Some((account.days?, account.outlet)))
        .collect();
    let differ = named.iter().any(|(a, _)| named.iter().any(|(b, _)| !a.overlaps(*b)));
    let days = |range: DateRange| match range.days() {
        1 => range.first().to_string(),
        _ => format!("{} to {}", range.first(), range.last()),
    };
    differ.then(|| {
        differing(Field::Date, named.iter().map(|(range, outlet)| (days(*range), *outlet)))
    })
}

/// What somebody denies is disputed, whatever others say.
fn denial(told: &[&Account<'_>]) -> Option<Dispute> {
    let claims = told.iter().flat_map(|account| {
        let claims = account.report.claims.iter();
        claims.map(move |claim| (claim, account.outlet))
    });
    let denied: Vec<(String, &str)> = claims
        .filter(|(claim, _)| claim.stance == Stance::Denies)
        .map(|(claim, outlet)| (format!("denied by {}", claim.claimant.name), outlet))
        .collect();
    (!denied.is_empty()).then(|| differing(Field::Claim, denied.into_iter()))
}

fn place_dispute(told: &[&Account<'_>]) -> Option<Dispute> {
    let spots = |account: &Account<'_>| -> Vec<Location> {
        let exact = account.locations().iter().filter(|l| l.precision == Precision::Exact);
        exact.cloned().collect()
    };
    let named: Vec<(Vec<Location>, &str)> = told
        .iter()
        .map(|account| (spots(account), account.outlet))
        .filter(|(spots, _)| !spots.is_empty())
        .collect();
    let close = |a: &[Location], b: &[Location]| {
        a.iter().any(|a| b.iter().any(|b| a.position.distance_km(b.position) <= SPOTS_DIFFER_KM))
    };
    let differ = named.iter().any(|(a, _)| named.iter().any(|(b, _)| !close(a, b)));
    let names = |spots: &[Location]| {
        spots.iter().map(|spot| spot.name.as_str()).collect::<Vec<_>>().join(" and ")
    };
    differ.then(|| {
        differing(Field::Place, named.iter().map(|(spots, outlet)| (names(spots), *outlet)))
    })
}

/// The locations of all accounts, the most precise first, each spot once; coarse ones
/// only where nothing finer is known.
fn locations(told: &[&Account<'_>]) -> Vec<Location> {
    let mut all: Vec<Location> =
        told.iter().flat_map(|account| account.locations().iter().cloned()).collect();
    all.sort_by(|a, b| a.precision.cmp(&b.precision).then(a.name.cmp(&b.name)));
    let mut kept: Vec<Location> = Vec::new();
    for location in all {
        let known = kept.iter().any(|k| {
            let spots = k.precision == Precision::Exact && location.precision == Precision::Exact;
            let reach = if spots { 1.0 } else { k.radius_km + location.radius_km + 20.0 };
            k.place.is_some() && k.place == location.place
                || k.position.distance_km(location.position) <= reach
        });
        if !known {
            kept.push(location);
        }
    }
    kept
}

fn confidence_parts(told: &[&Account<'_>], locations: &[Location]) -> ConfidenceParts {
    let best = |of: &dyn Fn(&Account<'_>) -> f32| {
        told.iter().map(|account| of(account)).fold(0.0, f32::max)
    };
    let date = |account: &Account<'_>| match account.days.map(|days| days.days()) {
        None => 0.0,
        Some(_) if account.by_publication => 0.6,
        Some(1) => 1.0,
        Some(2..=3) => 0.8,
        Some(4..=31) => 0.5,
        Some(_) => 0.2,
    };
    let place = match locations.first().map(|location| location.precision) {
        None => 0.0,
        Some(Precision::Exact) => 1.0,
        Some(Precision::Near) => 0.8,
        Some(Precision::Admin2) => 0.7,
        Some(Precision::Admin1) => 0.5,
        Some(Precision::Country) => 0.3,
    };
    let others = independent(told).saturating_sub(1).min(30);
    ConfidenceParts {
        detection: best(&|account| account.report.confidence),
        date: best(&date),
        place,
        corroboration: 1.0 - 0.5_f32.powi(i32::try_from(others).unwrap_or(0)),
    }
}

/// How many outlets tell of it in words of their own: an agency's text that others print
/// counts once.
fn independent(told: &[&Account<'_>]) -> usize {
    let outlets: BTreeSet<&str> = told.iter().map(|account| account.outlet).collect();
    let wordings: BTreeSet<u64> = told
        .iter()
        .map(|account| {
            let words = account.words.iter().chain(&account.names);
            text_hash(&words.map(u64::to_string).collect::<Vec<_>>().join(" "))
        })
        .collect();
    outlets.len().min(wordings.len())
}

/// The parts as shares that are right.
fn calibrated(parts: ConfidenceParts) -> ConfidenceParts {
    let known = &Lexicon::bundled().calibration;
    ConfidenceParts {
        detection: known.detection.of(parts.detection),
        date: known.date.of(parts.date),
        place: known.place.of(parts.place),
        corroboration: parts.corroboration,
    }
}

/// 0 to 1, from the parts as they are worked out.
fn confidence(parts: ConfidenceParts) -> f32 {
    let lexicon = Lexicon::bundled();
    let weights = lexicon.merging.confidence;
    let sum = weights.base
        + weights.detection * parts.detection
        + weights.date * parts.date
        + weights.place * parts.place
        + weights.corroboration * parts.corroboration;
    lexicon.calibration.event.of_points(sum)
}
