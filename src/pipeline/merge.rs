//! Reports of one happening, from several articles, become one event.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{
    Count, DateRange, Event, EventType, Group, Location, PlaceId, Precision, Reading, Report,
    ReportRef,
};

use super::reports::places_agree;

/// Towns this near may be two names for where one thing happened.
const NEAR_KM: f64 = 10.0;

/// Gathers the reports of all readings into events, by first day, then last day;
/// undated ones come last. A report joins the group with which it shares most places.
pub fn merge(readings: &[&Reading]) -> Vec<Event> {
    let mut all: Vec<(ReportRef, &Report)> = readings
        .iter()
        .enumerate()
        .flat_map(|(article, reading)| {
            reading
                .reports
                .iter()
                .enumerate()
                .map(move |(n, report)| (ReportRef { article, report: n }, report))
        })
        .collect();
    all.sort_by_key(order);
    let mut groups: Vec<Gathering> = Vec::new();
    for (at, report) in all {
        let matches = groups.iter_mut().rev().filter_map(|group| {
            let why = group.accepts(at, report)?;
            Some((group, why))
        });
        let known = matches.min_by_key(|(group, _)| Reverse(group.shared_places(report)));
        match known {
            Some((group, why)) => {
                group.why.push(why);
                group.reports.push((at, report));
            }
            None => groups.push(Gathering { reports: vec![(at, report)], why: Vec::new() }),
        }
    }
    let mut events: Vec<Event> = groups.into_iter().map(Gathering::into_event).collect();
    events.sort_by(|a, b| {
        time_key(a.date).cmp(&time_key(b.date)).then_with(|| a.reports.cmp(&b.reports))
    });
    events
}

/// Dated reports first, the narrowest first within a day, so that the exact ones found events.
fn order(
    entry: &(ReportRef, &Report),
) -> (bool, Option<(jiff::civil::Date, i32)>, EventType, ReportRef) {
    let range = entry.1.date.as_ref().map(|d| d.range);
    (range.is_none(), range.map(|r| (r.first(), r.days())), entry.1.event_type, entry.0)
}

fn time_key(date: Option<DateRange>) -> (bool, Option<DateRange>) {
    (date.is_none(), date)
}

/// Reports that tell of one happening.
struct Gathering<'r> {
    reports: Vec<(ReportRef, &'r Report)>,
    why: Vec<String>,
}

impl Gathering<'_> {
    /// Why the report belongs here; `None` if it does not.
    fn accepts(&self, at: ReportRef, report: &Report) -> Option<String> {
        // One article tells of one happening once.
        let own_article = self.reports.iter().any(|(known, _)| known.article == at.article);
        // A vague report must not tie two towns together that lie apart.
        let elsewhere = self
            .reports
            .iter()
            .any(|(_, known)| !places_agree(&known.locations, &report.locations, NEAR_KM));
        if own_article || elsewhere {
            return None;
        }
        self.reports.iter().find_map(|(_, known)| same_happening(known, report))
    }

    /// How many of its places the report names too.
    fn shared_places(&self, report: &Report) -> usize {
        let known: BTreeSet<PlaceId> =
            self.reports.iter().flat_map(|(_, r)| &r.locations).filter_map(|l| l.place).collect();
        report.locations.iter().filter(|l| l.place.is_some_and(|id| known.contains(&id))).count()
    }

    fn into_event(mut self) -> Event {
        self.reports.sort_by_key(|(at, _)| *at);
        let reports = || self.reports.iter().map(|(_, report)| *report);
        let dates: Vec<DateRange> =
            reports().filter_map(|r| r.date.as_ref()).map(|d| d.range).collect();
        let (killed, killed_differ) = joined(reports().filter_map(|r| r.killed));
        let (wounded, wounded_differ) = joined(reports().filter_map(|r| r.wounded));
        Event {
            event_type: commonest(reports().map(|r| r.event_type)),
            date: common_days(&dates),
            locations: locations(reports()),
            killed,
            wounded,
            disputed: killed_differ || wounded_differ,
            background: reports().all(|r| r.background),
            confidence: reports().map(|r| r.confidence).fold(0.0, f32::max),
            reports: self.reports.iter().map(|(at, _)| *at).collect(),
            why_joined: self.why,
        }
    }
}

/// Why two reports tell of one happening, in words; `None` if they do not.
fn same_happening(a: &Report, b: &Report) -> Option<String> {
    let (a_days, b_days) = (a.date.as_ref()?.range, b.date.as_ref()?.range);
    let grain = (a_days.days() - b_days.days()).abs() <= 31;
    let same_type = a.event_type == b.event_type
        || a.event_type.group() == Group::Violent && b.event_type.group() == Group::Violent;
    if !same_type || a.background != b.background || !a_days.overlaps(b_days) || !grain {
        return None;
    }
    let placed = !a.locations.is_empty() && !b.locations.is_empty();
    let coarse = |r: &Report| r.locations.iter().all(|l| l.precision >= Precision::Near);
    let shared: Vec<&str> = a
        .actors
        .iter()
        .filter(|x| b.actors.iter().any(|y| x.name == y.name))
        .map(|x| x.name.as_str())
        .collect();
    let talks = a.event_type == EventType::TalksDiplomacy;
    let enough_actors =
        if talks { shared.len() >= 2 } else { !shared.is_empty() || !coarse(a) && !coarse(b) };
    if !placed || !places_agree(&a.locations, &b.locations, NEAR_KM) || !enough_actors {
        return None;
    }
    let distance = nearest_km(&a.locations, &b.locations);
    let days = if a_days == b_days { "the same days" } else { "days that overlap" };
    let place = if distance < 1.0 {
        "the same place".to_owned()
    } else {
        format!("{distance:.0} km apart")
    };
    let actors = if shared.is_empty() {
        String::new()
    } else {
        format!(", both name {}", shared.join(" and "))
    };
    Some(format!(
        "{days}, {place}, {}{actors}",
        if a.event_type == b.event_type { "the same type" } else { "both violence" }
    ))
}

fn nearest_km(a: &[Location], b: &[Location]) -> f64 {
    let distances =
        a.iter().flat_map(|a| b.iter().map(move |b| a.position.distance_km(b.position)));
    distances.fold(f64::INFINITY, f64::min)
}

/// The days that all allow, else all their days.
fn common_days(dates: &[DateRange]) -> Option<DateRange> {
    let first = *dates.first()?;
    let common = dates.iter().try_fold(first, |common, d| common.intersection(*d));
    common.or_else(|| Some(dates.iter().fold(first, |hull, d| hull.hull(*d))))
}

/// From the lowest to the highest, with the words of the first; and whether they differ.
fn joined(counts: impl Iterator<Item = Count>) -> (Option<Count>, bool) {
    let counts: Vec<Count> = counts.collect();
    let Some(first) = counts.first() else { return (None, false) };
    let low = counts.iter().map(Count::low).min().unwrap_or(0);
    let high =
        counts.iter().map(Count::high).try_fold(0, |most, high| high.map(|high| most.max(high)));
    let differ = counts.iter().any(|c| (c.low(), c.high()) != (first.low(), first.high()));
    (Count::new(low, high, first.evidence), differ)
}

/// The type most reports give; the earliest among equals.
fn commonest(types: impl Iterator<Item = EventType>) -> EventType {
    let types: Vec<EventType> = types.collect();
    let count = |wanted: EventType| types.iter().filter(|t| **t == wanted).count();
    let best = types.iter().copied().rev().max_by_key(|t| count(*t));
    best.unwrap_or(EventType::Other)
}

/// The locations of all reports, the most precise first, each spot once; coarse ones
/// only where nothing finer is known.
fn locations<'r>(reports: impl Iterator<Item = &'r Report>) -> Vec<Location> {
    let mut all: Vec<Location> = reports.flat_map(|r| r.locations.iter().cloned()).collect();
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
