//! What speaks for and against two accounts being of one happening.

use super::super::particulars::overlap;
use super::account::Account;
use crate::lexicon::{Lexicon, MergePoints, MergeRules};
use crate::model::{Count, EventType, Group, Kind, Location, PlaceId, Precision};

/// Spots so near are one spot to a reporter.
const CLOSE_KM: f64 = 3.0;
/// Spots so near may be a town and a place beside it.
const NEAR_KM: f64 = 12.0;
/// Spots farther apart exclude each other.
const APART_KM: f64 = 25.0;
/// How far beyond its radius an area may reach.
const SLACK_KM: f64 = 20.0;

/// The evidence on two accounts.
#[derive(Clone, Debug, Default, PartialEq)]
struct Evidence {
    /// The sum of all points, roughly the logarithm of the odds.
    points: f32,
    /// What speaks for one happening, in words.
    why: Vec<String>,
}

/// Adds up the points; `None` where the accounts contradict each other.
pub fn points(a: &Account<'_>, b: &Account<'_>) -> Option<f32> {
    compare(a, b, false).map(|found| found.points)
}

/// Why two accounts are of one happening, in words.
pub fn reasons(a: &Account<'_>, b: &Account<'_>) -> Vec<String> {
    compare(a, b, true).unwrap_or_default().why
}

/// Words take far longer than numbers, so that they are made only where asked for.
fn compare(a: &Account<'_>, b: &Account<'_>, in_words: bool) -> Option<Evidence> {
    const PARTS: [fn(&mut Comparison<'_, '_>) -> Option<()>; 9] =
        [articles, days, hours, places, types, actors, tolls, things, words];
    let rules = &Lexicon::bundled().merging;
    let mut comparison =
        Comparison { a, b, rules, points: &rules.points, in_words, found: Evidence::default() };
    comparison.found.points = rules.points.base;
    for part in PARTS {
        part(&mut comparison)?;
    }
    Some(comparison.found)
}

struct Comparison<'c, 'a> {
    a: &'c Account<'a>,
    b: &'c Account<'a>,
    rules: &'c MergeRules,
    points: &'c MergePoints,
    in_words: bool,
    found: Evidence,
}

impl Comparison<'_, '_> {
    fn add(&mut self, points: f32) {
        self.found.points += points;
    }

    fn say<S: Into<String>>(&mut self, points: f32, why: impl FnOnce() -> S) {
        self.add(points);
        self.tell(why);
    }

    fn tell<S: Into<String>>(&mut self, why: impl FnOnce() -> S) {
        if self.in_words {
            self.found.why.push(why().into());
        }
    }
}

fn days(c: &mut Comparison<'_, '_>) -> Option<()> {
    const WEEK: i32 = 10;
    const MONTHS: i32 = 62;
    let (a, b) = (c.a.days?, c.b.days?);
    let p = c.points;
    let by_publication = c.a.by_publication || c.b.by_publication;
    let longest = a.days().max(b.days());
    // A day within a year told elsewhere is not the same happening.
    if (longest > WEEK) != (a.days().min(b.days()) > WEEK) {
        return None;
    }
    match a.gap_days(b) {
        0 if longest > MONTHS => c.say(p.months_overlap, || "the same months"),
        0 if longest > 3 => c.say(p.weeks_overlap, || "days that overlap"),
        0 if by_publication => c.say(p.days_overlap_by_publication, || "days that overlap"),
        0 if longest > 1 => c.say(p.days_overlap, || "days that overlap"),
        0 => c.say(p.same_day, || "the same day"),
        1 if by_publication => c.say(p.next_day_by_publication, || "a day apart"),
        1 if longest > 3 => return None,
        1 if is_night(c.a) && is_night(c.b) => c.say(p.next_day_at_night, || "a night apart"),
        1 => c.say(p.next_day, || "a day apart"),
        2 if by_publication => c.say(p.two_days_by_publication, || "two days apart"),
        _ => return None,
    }
    Some(())
}

/// Whether it may have been around midnight, so that either day may be told.
fn is_night(account: &Account<'_>) -> bool {
    account.told.hours.is_some_and(|hours| overlap(hours, (22.0, 4.0)))
}

fn hours(c: &mut Comparison<'_, '_>) -> Option<()> {
    if c.a.told.at_other_hours(&c.b.told) {
        c.add(c.points.other_hours);
    } else if c.a.told.hours.is_some() && c.b.told.hours.is_some() {
        c.say(c.points.same_hours, || "the same time of day");
    }
    Some(())
}

fn types(c: &mut Comparison<'_, '_>) -> Option<()> {
    let (a, b) = (c.a.event_type(), c.b.event_type());
    let points = c.rules.kinship(a, b)?;
    c.add(points);
    if a == b {
        c.tell(|| "the same type");
    } else if a.group() == Group::Violent && b.group() == Group::Violent {
        c.tell(|| "both violence");
    }
    Some(())
}

fn places(c: &mut Comparison<'_, '_>) -> Option<()> {
    let (a, b) = (c.a.locations(), c.b.locations());
    if a.is_empty() || b.is_empty() {
        c.add(c.points.place_untold);
        return Some(());
    }
    let best = a
        .iter()
        .flat_map(|a| b.iter().map(move |b| (a, b)))
        .filter_map(|(a, b)| Some(((a, b), fit(c.points, a, b)?)))
        .max_by(|(_, x), (_, y)| x.0.total_cmp(&y.0));
    let Some((best, mut fit)) = best else { return apart_but_named(c) };
    if fit.0 < 0.0 && (names(c.b, best.0) || names(c.a, best.1)) {
        fit.0 = c.points.spot_named_too;
    }
    c.say(fit.0, || fit.1.to_string());
    if is_spot(best.0) && is_spot(best.1) {
        c.add(c.points.spot_missing * missing(a, b) as f32);
    }
    Some(())
}

/// The reading may have taken a name in the sentence for the place: then it names the
/// other account's place too.
fn apart_but_named(c: &mut Comparison<'_, '_>) -> Option<()> {
    let theirs = c.b.locations().iter().find(|location| names(c.a, location));
    let ours = || c.a.locations().iter().find(|location| names(c.b, location));
    let place = theirs.or_else(ours)?;
    c.say(c.points.spot_apart_but_named, || format!("both name {}", place.name));
    Some(())
}

/// Whether an account's sentences name the place too, as where "the Saltivka district of
/// Kharkiv" is one account's spot and Kharkiv the other's.
fn names(account: &Account<'_>, location: &Location) -> bool {
    is_spot(location) && location.place.is_some_and(|id| account.named.binary_search(&id).is_ok())
}

/// How two locations fit, in words.
enum Fit<'l> {
    Same,
    Apart { km: f64 },
    Within(&'l str, &'l str),
}

impl std::fmt::Display for Fit<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fit::Same => f.write_str("the same place"),
            Fit::Apart { km } => write!(f, "{km:.0} km apart"),
            Fit::Within(inner, outer) => write!(f, "{inner} lies in or near {outer}"),
        }
    }
}

/// Points for two locations, and how they fit in words; `None` where they exclude each other.
fn fit<'l>(p: &MergePoints, a: &'l Location, b: &'l Location) -> Option<(f32, Fit<'l>)> {
    let same = a.place.is_some() && a.place == b.place;
    let km = a.position.distance_km(b.position);
    if is_spot(a) && is_spot(b) {
        let small = a.kind != Kind::City;
        return match km {
            _ if same && small => Some((p.same_small_spot, Fit::Same)),
            _ if same => Some((p.same_town, Fit::Same)),
            km if km < 1.0 => Some((p.same_town, Fit::Same)),
            km if km <= CLOSE_KM => Some((p.spots_close, Fit::Apart { km })),
            km if km <= NEAR_KM => Some((p.spots_near, Fit::Apart { km })),
            km if km <= APART_KM => Some((2.0 * p.spots_near, Fit::Apart { km })),
            _ => None,
        };
    }
    let coarse = a.precision.max(b.precision);
    if same || is_area(a) && is_area(b) && km < 1.0 {
        let points = if coarse == Precision::Country { p.same_country } else { p.same_area };
        return Some((points, Fit::Same));
    }
    let other_province = a.precision.max(b.precision) == Precision::Admin1
        && is_province(a, b)
        && a.admin1.is_some()
        && b.admin1.is_some()
        && a.admin1 != b.admin1;
    let other_country = coarse == Precision::Country && a.country != b.country;
    if other_province || other_country || km > a.radius_km + b.radius_km + SLACK_KM {
        return None;
    }
    let points = match coarse {
        Precision::Exact | Precision::Near | Precision::Admin2 => p.spot_in_district,
        Precision::Admin1 => p.spot_in_province,
        Precision::Country => p.spot_in_country,
    };
    let (inner, outer) = if a.precision <= b.precision { (a, b) } else { (b, a) };
    Some((points, Fit::Within(&inner.name, &outer.name)))
}

fn is_spot(location: &Location) -> bool {
    location.precision == Precision::Exact
}

fn is_area(location: &Location) -> bool {
    !is_spot(location)
}

/// Whether the coarser of the two is a province whose borders are known by name.
fn is_province(a: &Location, b: &Location) -> bool {
    let coarser = if a.precision >= b.precision { a } else { b };
    coarser.kind == Kind::Admin1 && a.country == b.country
}

/// How many spots one account names that the other, which names spots too, does not.
fn missing(a: &[Location], b: &[Location]) -> usize {
    let near = |one: &Location, others: &[Location]| {
        others.iter().any(|other| {
            one.place.is_some() && one.place == other.place
                || one.position.distance_km(other.position) <= NEAR_KM
        })
    };
    let lonely = |these: &[Location], those: &[Location]| {
        these.iter().filter(|one| is_spot(one) && !near(one, those)).count()
    };
    (lonely(a, b) + lonely(b, a)).min(3)
}

fn tolls(c: &mut Comparison<'_, '_>) -> Option<()> {
    let (a, b) = (c.a.report, c.b.report);
    // The earlier account first: its numbers may have risen since.
    let (first, second) = if c.a.published <= c.b.published { (a, b) } else { (b, a) };
    let same_day = c.a.published == c.b.published;
    let mut points = 0.0;
    if let Some((killed, same)) = toll(c.points, first.killed, second.killed, same_day) {
        points += killed;
        if let Some(n) = same {
            c.tell(|| format!("both count {n} killed"));
        }
    }
    if let Some((wounded, same)) = toll(c.points, first.wounded, second.wounded, same_day) {
        points += wounded * c.points.wounded_share;
        if let Some(n) = same {
            c.tell(|| format!("both count {n} wounded"));
        }
    }
    c.add(points);
    Some(())
}

/// Points for two numbers of which the first was published first, and the number if it is
/// the same one. `None` where either is not told.
fn toll(
    p: &MergePoints,
    first: Option<Count>,
    second: Option<Count>,
    same_day: bool,
) -> Option<(f32, Option<u32>)> {
    /// Early numbers are seldom farther from the last than this.
    const RISE: u32 = 3;
    let (first, second) = (first?, second?);
    let (low, high) = (first.low().min(second.low()), first.low().max(second.low()));
    if low == high {
        let log = (1.0 + low as f32).ln();
        return Some((p.same_toll + p.same_toll_for_each_log * log, Some(low)));
    }
    let rose = second.low() > first.low() || same_day;
    Some(match () {
        () if high > low.max(2).saturating_mul(RISE) + 5 => (p.toll_apart, None),
        () if rose && low > 0 => (p.toll_compatible, None),
        () if low == 0 => (p.toll_apart, None),
        () => (p.toll_higher_before, None),
    })
}

/// Countries, groups and persons; "gunmen" and "civilians" tell nothing apart.
fn named<'a>(account: &Account<'a>) -> Vec<&'a str> {
    let named = account.report.actors.iter().filter(|actor| actor.is_named());
    named.map(|actor| actor.name.as_str()).collect()
}

fn actors(c: &mut Comparison<'_, '_>) -> Option<()> {
    const MOST: usize = 2;
    let (a, b) = (named(c.a), named(c.b));
    let mut shared: Vec<&str> = a.iter().copied().filter(|name| b.contains(name)).collect();
    shared.sort_unstable();
    shared.dedup();
    let talks = c.a.event_type() == EventType::TalksDiplomacy
        || c.b.event_type() == EventType::TalksDiplomacy;
    if talks && !a.is_empty() && !b.is_empty() {
        c.add(if shared.len() >= 2 {
            c.points.talks_of_the_same
        } else {
            c.points.talks_with_others
        });
    }
    if !shared.is_empty() {
        let points = c.points.shared_actor * shared.len().min(MOST) as f32;
        c.say(points, || format!("both name {}", shared.join(" and ")));
    } else if !a.is_empty() && !b.is_empty() {
        c.add(c.points.no_shared_actor);
    }
    Some(())
}

/// What was hit, and with what.
fn things(c: &mut Comparison<'_, '_>) -> Option<()> {
    let (a, b, p) = (c.a.told, c.b.told, c.points);
    let say = |names: Vec<&str>| names.join(", ").replace('_', " ");
    if a.targets & b.targets != 0 {
        let rules = c.rules;
        c.say(p.same_target * share(a.targets, b.targets), || {
            format!("the same target ({})", say(rules.target_names(a.targets & b.targets)))
        });
    } else if c.a.quoted.other_targets(&c.b.quoted) {
        c.add(p.other_target);
    }
    if a.weapons & b.weapons != 0 {
        let rules = c.rules;
        c.say(p.same_weapon * share(a.weapons, b.weapons), || {
            format!("the same weapon ({})", say(rules.weapons.names(a.weapons & b.weapons)))
        });
    } else if a.weapons != 0 && b.weapons != 0 {
        c.add(p.other_weapon);
    }
    Some(())
}

/// How much of two sets of classes is in both, 0 to 1 (Jaccard).
fn share(a: u32, b: u32) -> f32 {
    (a & b).count_ones() as f32 / (a | b).count_ones().max(1) as f32
}

fn words(c: &mut Comparison<'_, '_>) -> Option<()> {
    const MOST_NAMES: usize = 2;
    let mut names = shared(&c.a.names, &c.b.names);
    if c.a.locations().is_empty() != c.b.locations().is_empty() {
        names += shared(&c.a.names, &c.b.place_words) + shared(&c.a.place_words, &c.b.names);
    }
    c.add(c.points.shared_name * names.min(MOST_NAMES) as f32);
    let words = c.points.shared_words * likeness(&c.a.words, &c.b.words);
    let title = c.points.shared_title * likeness(&c.a.title, &c.b.title);
    c.add(words + title);
    if names > 0 {
        c.tell(|| "the same names beside");
    } else if words + title > 0.5 {
        c.tell(|| "like words");
    }
    Some(())
}

/// One article tells of one happening once, unless it also sums up.
fn articles(c: &mut Comparison<'_, '_>) -> Option<()> {
    if c.a.report.background != c.b.report.background {
        c.add(c.points.context_in_one);
    }
    let same_article = c.a.at.article == c.b.at.article;
    (!same_article).then_some(())
}

/// How many values two ordered lists share.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        count += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    count
}

/// Shared values over the geometric mean of the lengths, 0 to 1; less where there are few.
fn likeness(a: &[u64], b: &[u64]) -> f32 {
    /// So many words tell half of what many tell.
    const FEW: f32 = 4.0;
    let shortest = a.len().min(b.len()) as f32;
    if shortest == 0.0 {
        return 0.0;
    }
    let cosine = shared(a, b) as f32 / ((a.len() * b.len()) as f32).sqrt();
    cosine * shortest / (shortest + FEW)
}

/// Places that both name, for choosing among equals.
pub fn shared_places(a: &Account<'_>, b: &Account<'_>) -> usize {
    let ids = |account: &Account<'_>| -> Vec<PlaceId> {
        account.locations().iter().filter_map(|l| l.place).collect()
    };
    let theirs = ids(b);
    ids(a).iter().filter(|id| theirs.contains(id)).count()
}
