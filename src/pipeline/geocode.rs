//! Where an event was: the place of what happened, not of who speaks of it.

use std::collections::{BTreeMap, BTreeSet};

use super::events::Draft;
use super::sentences::Sentence;
use crate::gazetteer::Gazetteer;
use crate::model::{
    Actor, CountryCode, EventType, Group, Kind, Location, Place, Precision, Span, Toponym, Usage,
};

/// What this stage reads.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// The places found, in text order.
    pub toponyms: &'a [Toponym],
    /// The actors found, in text order.
    pub actors: &'a [Actor],
    /// Names of places.
    pub gazetteer: &'a Gazetteer,
}

/// The locations of a draft, the most precise first; empty where none could be found.
pub fn locate(source: &Source<'_>, draft: &Draft) -> Vec<Location> {
    let steps: [fn(&Source<'_>, &Draft) -> Vec<Location>; 5] = [
        in_the_sentence,   // "shelled Goris"
        on_a_border,       // "clashes on the border", between two countries named
        in_the_paragraph,  // the sentence before, for what is told on
        where_the_story_is, // the dateline, the place named most
        where_the_actors_are, // talks and appeals
    ];
    steps.iter().map(|step| step(source, draft)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn in_sentence<'a>(source: &'a Source<'_>, number: usize) -> impl Iterator<Item = &'a Toponym> {
    let span = source.sentences[number].span;
    source.toponyms.iter().filter(move |t| span.contains(t.span))
}

/// The literal place nearest to the trigger, with those it is listed with.
fn in_the_sentence(source: &Source<'_>, draft: &Draft) -> Vec<Location> {
    let literal: Vec<&Toponym> =
        in_sentence(source, draft.sentence).filter(|t| t.usage == Usage::Literal && t.place.is_some()).collect();
    if border_is_meant(source, draft) && literal.iter().all(|t| is_coarse(t)) {
        let border = on_a_border(source, draft);
        if !border.is_empty() {
            return border;
        }
    }
    let names_side = |t: &&&Toponym| {
        !(draft.event_type == EventType::AppealRequest && is_coarse(t))
            && !is_origin(source, t)
            && !is_dateline(source, t)
            && !(is_coarse(t) && is_far(source, draft, t))
    };
    let Some(nearest) = literal.iter().filter(names_side).min_by_key(|t| nearness(draft, t)) else {
        return Vec::new();
    };
    let group = list_around(source, &literal, nearest);
    let finest = group.iter().filter_map(|t| t.place.as_ref()).map(|p| coarseness(p.kind)).min();
    let mut locations: Vec<Location> = group
        .iter()
        .filter(|t| t.place.as_ref().map(|p| coarseness(p.kind)) == finest)
        .filter_map(|t| from_toponym(source, t, "named with what happened"))
        .collect();
    if locations.iter().all(|l| l.precision >= Precision::Admin1) {
        // "crossed into the province of Syunik and surrounded Sev Lake"
        let finer = literal.iter().filter(|t| t.place.as_ref().is_some_and(|p| coarseness(p.kind) == 0));
        let inside = finer.filter(|t| same_country(t, nearest) && t.span.start > draft.trigger.start);
        locations.extend(inside.filter_map(|t| from_toponym(source, t, "named in the same sentence")));
    }
    locations.sort_by_key(|l| (l.precision, l.evidence));
    locations.dedup_by(|a, b| a.place == b.place);
    locations
}

fn same_country(a: &Toponym, b: &Toponym) -> bool {
    let country = |t: &Toponym| t.place.as_ref().and_then(|p| p.country);
    country(a) == country(b)
}

/// What stands behind the trigger is nearer than what stands before it.
fn nearness(draft: &Draft, toponym: &Toponym) -> usize {
    let distance = draft.trigger.distance(toponym.span);
    if toponym.span.start >= draft.trigger.end { distance } else { distance * 2 + 10 }
}

/// The toponyms listed with one: "Goris, Sotk, and Jermuk".
fn list_around<'a>(source: &Source<'_>, literal: &[&'a Toponym], nearest: &'a Toponym) -> Vec<&'a Toponym> {
    let all: Vec<&Toponym> = source.toponyms.iter().collect();
    let Some(at) = all.iter().position(|t| t.span == nearest.span) else { return vec![nearest] };
    let listed = |a: &Toponym, b: &Toponym| {
        let between = source.text.get(a.span.end..b.span.start).unwrap_or("-");
        let words = between.replace([',', '/'], " ");
        words.split_whitespace().all(|w| matches!(w, "and" | "or" | "the" | "in" | "of" | "cities" | "towns" | "villages" | "near"))
            && between.len() < 16
    };
    let mut first = at;
    while first > 0 && listed(all[first - 1], all[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < all.len() && listed(all[last], all[last + 1]) {
        last += 1;
    }
    let span = Span::new(all[first].span.start, all[last].span.end);
    // "Vardenis in Gegharkunik province and Sisian in Syunik province" is one list too.
    let mut group: Vec<&Toponym> = literal.iter().copied().filter(|t| span.contains(t.span)).collect();
    if group.is_empty() {
        group.push(nearest);
    }
    // Places of one kind that follow each other in the same clause.
    group
}

/// "YEREVAN, Armenia — …": where the reporter sits is not where it happened.
fn is_dateline(source: &Source<'_>, toponym: &Toponym) -> bool {
    let Some(sentence) = source.sentences.iter().find(|s| s.span.contains(toponym.span)) else { return false };
    let before = Span::new(sentence.span.start, toponym.span.start).of(source.text);
    let after = Span::new(toponym.span.end, sentence.span.end).of(source.text);
    let dash = after.find(['—', '–', '(']).or_else(|| after.find(" - "));
    before.len() < 30 && !before.contains(' ') && dash.is_some_and(|at| at < 40 && !after[..at].contains(". "))
        || before.ends_with(", ") && before.len() < 40 && dash == Some(1)
}

/// A country named in another clause says little of where it happened.
fn is_far(source: &Source<'_>, draft: &Draft, toponym: &Toponym) -> bool {
    const NEAR: usize = 60;
    let first = draft.trigger.end.min(toponym.span.end);
    let last = draft.trigger.start.max(toponym.span.start);
    let between = source.text.get(first..last).unwrap_or("");
    between.len() > NEAR || between.contains(['—', '–', ';', '"'])
}

/// "guards from Russia": where someone comes from is not where it happened.
fn is_origin(source: &Source<'_>, toponym: &Toponym) -> bool {
    let before = source.text.get(..toponym.span.start).unwrap_or("").trim_end();
    before.ends_with(" from") && is_coarse(toponym)
}

fn is_coarse(toponym: &Toponym) -> bool {
    toponym.place.as_ref().is_none_or(|p| coarseness(p.kind) >= 2)
}

/// 0 for a spot, 1 for a province or region, 2 for a country.
fn coarseness(kind: Kind) -> u8 {
    match kind {
        Kind::Country => 2,
        Kind::Admin1 | Kind::Region | Kind::Sea => 1,
        _ => 0,
    }
}

/// Whether the sentence speaks of a border or of two neighbours that fight.
fn border_is_meant(source: &Source<'_>, draft: &Draft) -> bool {
    let words = source.sentences[draft.sentence].span.of(source.text).to_lowercase();
    words.contains("border") || words.contains("frontier") || words.contains("along their")
}

/// The border between the two countries that the sentence, or the article, is about.
fn on_a_border(source: &Source<'_>, draft: &Draft) -> Vec<Location> {
    let fights = matches!(draft.event_type.group(), Group::Violent)
        || draft.event_type == EventType::CeasefireAgreement
        || border_is_meant(source, draft) && draft.event_type.group() == Group::Movement;
    if !fights {
        return Vec::new();
    }
    let sentence = source.sentences[draft.sentence].span;
    let here = countries_in(source, sentence);
    let sides = opponents(source);
    let beside = pairs(&here).find(|&(a, b)| source.gazetteer.border(a, b).is_some());
    let pair = match sides {
        Some((a, b)) if here.contains(&a) || here.contains(&b) || beside.is_none() => Some((a, b)),
        _ => beside,
    };
    pair.and_then(|(a, b)| border_location(source, draft, a, b)).into_iter().collect()
}

fn pairs(countries: &[CountryCode]) -> impl Iterator<Item = (CountryCode, CountryCode)> {
    countries.iter().enumerate().flat_map(|(n, &a)| countries[n + 1..].iter().map(move |&b| (a, b)))
}

/// The two neighbours that the article names together most where it speaks of fighting.
fn opponents(source: &Source<'_>) -> Option<(CountryCode, CountryCode)> {
    const FIGHTING: [&str; 9] =
        ["border", "clash", "fight", "war", "conflict", "attack", "shell", "hostilit", "ceasefire"];
    let mut together: BTreeMap<(CountryCode, CountryCode), usize> = BTreeMap::new();
    for sentence in source.sentences {
        let words = sentence.span.of(source.text).to_lowercase();
        let weight = 1 + 2 * usize::from(FIGHTING.iter().any(|word| words.contains(word)));
        for pair in pairs(&countries_in(source, sentence.span)) {
            *together.entry(pair).or_default() += weight;
        }
    }
    let neighbours = together.into_iter().filter(|((a, b), _)| source.gazetteer.border(*a, *b).is_some());
    neighbours.max_by_key(|(pair, weight)| (*weight, std::cmp::Reverse(*pair))).map(|(pair, _)| pair)
}

fn border_location(source: &Source<'_>, draft: &Draft, a: CountryCode, b: CountryCode) -> Option<Location> {
    let border = source.gazetteer.border(a, b)?;
    let (a, b) = (a.min(b), a.max(b));
    let name = |code: CountryCode| {
        let place = source.gazetteer.country(code).and_then(|id| source.gazetteer.place(id));
        place.map_or_else(|| code.as_str().to_owned(), |p| p.name)
    };
    Some(Location {
        name: format!("{}–{} border", name(a), name(b)),
        position: border.middle,
        radius_km: border.radius_km,
        precision: Precision::Near,
        place: None,
        kind: Kind::Other,
        country: Some(a),
        admin1: None,
        evidence: evidence_of_border(source, draft),
        why: "the two countries fight and no place nearer is named".to_owned(),
    })
}

fn evidence_of_border(source: &Source<'_>, draft: &Draft) -> Span {
    let sentence = source.sentences[draft.sentence].span;
    let words = sentence.of(source.text).to_lowercase();
    match words.find("border").or_else(|| words.find("frontier")) {
        Some(at) if words.len() == sentence.len() => Span::new(sentence.start + at, sentence.start + at + 6),
        _ => source.actors.iter().find(|a| sentence.contains(a.span)).map_or(draft.trigger, |a| a.span),
    }
}

/// The countries of toponyms, peoples and actors in these words, by code.
fn countries_in(source: &Source<'_>, span: Span) -> Vec<CountryCode> {
    let of_places =
        source.toponyms.iter().filter(|t| span.contains(t.span)).filter_map(|t| t.place.as_ref()?.country);
    let of_actors = source.actors.iter().filter(|a| span.contains(a.span)).filter_map(|a| a.country);
    let words = span.of(source.text).split(|c: char| !c.is_alphanumeric());
    let of_peoples = words.filter_map(|word| source.gazetteer.demonym(word));
    let countries: BTreeSet<CountryCode> = of_places.chain(of_actors).chain(of_peoples).collect();
    countries.into_iter().collect()
}

/// The place of the sentence before, in the same paragraph.
fn in_the_paragraph(source: &Source<'_>, draft: &Draft) -> Vec<Location> {
    if !matches!(draft.event_type.group(), Group::Violent | Group::Movement) {
        return Vec::new();
    }
    let sentence = &source.sentences[draft.sentence];
    let Some(before) = draft.sentence.checked_sub(1) else { return Vec::new() };
    if source.sentences[before].block != sentence.block {
        return Vec::new();
    }
    let last = in_sentence(source, before).filter(|t| t.usage == Usage::Literal && !is_coarse(t)).last();
    let found = last.and_then(|t| from_toponym(source, t, "named in the sentence before"));
    found.into_iter().collect()
}

/// The place that the article as a whole is about, for what happened on the ground.
fn where_the_story_is(source: &Source<'_>, draft: &Draft) -> Vec<Location> {
    if !matches!(draft.event_type.group(), Group::Violent | Group::Movement) {
        return Vec::new();
    }
    let mut counts: Vec<(usize, &Toponym)> = Vec::new();
    for toponym in source.toponyms.iter().filter(|t| t.usage == Usage::Literal && t.place.is_some()) {
        let id = toponym.place.as_ref().map(|p| p.id);
        match counts.iter_mut().find(|(_, t)| t.place.as_ref().map(|p| p.id) == id) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, toponym)),
        }
    }
    let best = counts.iter().max_by_key(|(count, t)| (*count, std::cmp::Reverse(t.span.start)));
    let found = best.and_then(|(_, t)| from_toponym(source, t, "the place that the article names most"));
    found.into_iter().collect()
}

/// The countries of those who talk, or of the one who asks.
fn where_the_actors_are(source: &Source<'_>, draft: &Draft) -> Vec<Location> {
    let sentence = source.sentences[draft.sentence].span;
    let mut actors: Vec<&Actor> = source.actors.iter().filter(|a| sentence.contains(a.span) && a.country.is_some()).collect();
    if draft.event_type == EventType::AppealRequest {
        actors.sort_by_key(|a| a.span);
    } else {
        actors.sort_by_key(|a| (draft.trigger.distance(a.span), a.span));
    }
    let keep = match draft.event_type {
        EventType::AppealRequest => 1,
        EventType::TalksDiplomacy | EventType::CeasefireAgreement => 2,
        _ => 1,
    };
    let mut locations: Vec<Location> = Vec::new();
    for actor in actors {
        let Some(place) = actor.country.and_then(|c| source.gazetteer.country(c)).and_then(|id| source.gazetteer.place(id)) else { continue };
        if locations.len() < keep && !locations.iter().any(|l| l.place == Some(place.id)) {
            locations.push(from_place(&place, actor.span, "the country of the one who acts"));
        }
    }
    locations
}

fn from_toponym(_source: &Source<'_>, toponym: &Toponym, why: &str) -> Option<Location> {
    let place = toponym.place.as_ref()?;
    Some(from_place(place, toponym.span, &format!("{why}; {}", toponym.why)))
}

fn from_place(place: &Place, evidence: Span, why: &str) -> Location {
    let precision = match place.kind {
        Kind::Country => Precision::Country,
        Kind::Admin1 | Kind::Region | Kind::Sea => Precision::Admin1,
        Kind::Admin2 => Precision::Admin2,
        Kind::River | Kind::Mountain => Precision::Near,
        _ => Precision::Exact,
    };
    Location {
        name: place.name.clone(),
        position: place.position,
        radius_km: if precision == Precision::Exact { 0.0 } else { place.radius_km },
        precision,
        place: Some(place.id),
        kind: place.kind,
        country: place.country,
        admin1: if place.kind == Kind::Admin1 { Some(place.name.clone()) } else { place.admin1.clone() },
        evidence,
        why: why.to_owned(),
    }
}
