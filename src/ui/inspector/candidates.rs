//! The places that an event, or a name in an article, may be at.

use std::collections::BTreeSet;

use crate::{
    gazetteer::Gazetteer,
    model::{
        CountryCode, Event, Location, LonLat, Place, PlaceId, ReadArticle, ReportRef, Span,
        Toponym, Usage, within,
    },
    session::Session,
    ui::words,
};

/// So many are offered.
const MOST: usize = 12;

/// A point is told by the name of a settlement no farther away than this.
const NEAR_KM: f64 = 25.0;

/// Settlements around a point that are looked at.
const NEIGHBOURS: usize = 200;

/// A place to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Where the event would be.
    pub location: Location,
    /// What and where the place is: "village · Syunik · Armenia".
    pub about: String,
    /// How far it is from where the event is now.
    pub km: Option<f64>,
    /// Whether the event is there now.
    pub chosen: bool,
}

/// The name of a place in an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention<'d> {
    /// The article's place in the dataset.
    pub article: usize,
    /// The name as it is written.
    pub name: &'d str,
    /// Where it is written.
    pub span: Span,
    /// What was read of it.
    pub toponym: Option<&'d Toponym>,
}

impl<'d> Mention<'d> {
    /// The one at these words.
    pub fn at(read: &'d ReadArticle, article: usize, span: Span) -> Self {
        let toponym = read.reading.toponyms.iter().find(|toponym| toponym.span.overlaps(span));
        let span = toponym.map_or(span, |toponym| toponym.span);
        Self { article, name: span.of(&read.article.text), span, toponym }
    }
}

/// The name that the event's location number `at` comes from; of an event without one, the
/// first name in its sentences.
pub fn mention<'d>(session: &'d Session, event: &'d Event, at: usize) -> Option<Mention<'d>> {
    let reports = || session.dataset().reports_of(event);
    let wanted = event.locations.get(at).map(|location| location.evidence);
    let same = reports().find_map(|(at, read, report)| {
        let its = report.locations.iter().find(|its| Some(its.evidence) == wanted)?;
        Some(mention_at(at, read, its.evidence))
    });
    let any = || {
        reports().find_map(|(at, read, report)| {
            let its = report.locations.iter().find(|its| !its.evidence.is_empty())?;
            Some(mention_at(at, read, its.evidence))
        })
    };
    let beside = || {
        reports().find_map(|(at, read, report)| {
            let names = within(&read.reading.toponyms, report.quote, |toponym| toponym.span);
            let name = names.iter().find(|toponym| toponym.usage == Usage::Literal)?;
            Some(mention_at(at, read, name.span))
        })
    };
    same.filter(|mention| !mention.span.is_empty()).or_else(any).or_else(beside)
}

fn mention_at(at: ReportRef, read: &ReadArticle, span: Span) -> Mention<'_> {
    Mention::at(read, at.article, span)
}

/// The places that a name may mean: what was read first, then the others that the reading
/// weighed, then all of the name.
pub fn of_name(
    gazetteer: &Gazetteer,
    name: &str,
    toponym: Option<&Toponym>,
    now: Option<&Location>,
) -> Vec<Candidate> {
    let read = toponym.iter().flat_map(|toponym| {
        let others = toponym.others.iter().map(|other| other.place);
        toponym.place.iter().map(|place| place.id).chain(others).collect::<Vec<_>>()
    });
    let named = gazetteer.look_up(name).into_iter().map(|candidate| candidate.place);
    let evidence = toponym.map(|toponym| toponym.span);
    gather(gazetteer, read.chain(named), evidence.or(now.map(|now| now.evidence)), now)
}

/// The places whose names begin with what is typed, or sound like it.
pub fn typed(gazetteer: &Gazetteer, text: &str, now: Option<&Location>) -> Vec<Candidate> {
    let text = text.trim();
    let exact = gazetteer.look_up(text).into_iter();
    let begin = gazetteer.prefix_search(text, MOST).into_iter();
    let alike = gazetteer.look_up_loose(text, None).into_iter();
    let ids = exact.take(MOST / 2).chain(begin).chain(alike).map(|candidate| candidate.place);
    gather(gazetteer, ids, now.map(|now| now.evidence), now)
}

/// Each place once, at most [`MOST`].
fn gather(
    gazetteer: &Gazetteer,
    ids: impl Iterator<Item = PlaceId>,
    evidence: Option<Span>,
    now: Option<&Location>,
) -> Vec<Candidate> {
    let mut seen = BTreeSet::new();
    let fresh = ids.filter(|id| seen.insert(*id)).filter_map(|id| gazetteer.place(id));
    fresh
        .take(MOST)
        .map(|place| {
            let evidence = evidence.unwrap_or(Span::new(0, 0));
            let location = Location::of_place(&place, evidence, "chosen by a person");
            Candidate {
                about: about(gazetteer, &place),
                km: now.map(|now| now.position.distance_km(place.position)),
                chosen: now.is_some_and(|now| now.place == Some(place.id)),
                location,
            }
        })
        .collect()
}

/// "village · Syunik · Armenia".
fn about(gazetteer: &Gazetteer, place: &Place) -> String {
    let admin1 = place.admin1.clone().filter(|admin1| *admin1 != place.name);
    let country = place.country.map(|code| country(gazetteer, code));
    let country = country.filter(|country| *country != place.name);
    let parts = [Some(words::kind(place.kind)), admin1, country];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name of a country; its code where the gazetteer has none.
fn country(gazetteer: &Gazetteer, code: CountryCode) -> String {
    let name = gazetteer.country(code).and_then(|id| gazetteer.name_of(id));
    name.map_or_else(|| code.to_string(), |name| name.into_owned())
}

/// An event at a point that a person chose, in the country and division of the settlement
/// nearest to it. It is called as it was `before`, or else after that settlement.
pub fn at_point(
    gazetteer: &Gazetteer,
    position: LonLat,
    before: Option<&Location>,
    why: &str,
) -> Location {
    let near = nearest(gazetteer, position);
    let named = before.map(|before| before.name.clone());
    let name = named.or_else(|| near.as_ref().map(|place| place.name.clone()));
    let name = name.unwrap_or_else(|| format!("{:.4}, {:.4}", position.lat, position.lon));
    Location {
        country: near.as_ref().and_then(|place| place.country),
        admin1: near.and_then(|place| place.admin1),
        evidence: before.map_or(Span::new(0, 0), |before| before.evidence),
        ..Location::at(name, position, why)
    }
}

fn nearest(gazetteer: &Gazetteer, position: LonLat) -> Option<Place> {
    const KM_A_DEGREE: f64 = 111.0;
    let tall = NEAR_KM / KM_A_DEGREE;
    let wide = tall / position.lat.to_radians().cos().max(0.05);
    let corner = |x: f64, y: f64| LonLat::new(position.lon + x * wide, position.lat + y * tall);
    let around = gazetteer.settlements_between(corner(-1.0, -1.0), corner(1.0, 1.0), NEIGHBOURS);
    let places = around.into_iter().filter_map(|id| gazetteer.place(id));
    places.min_by(|a, b| {
        let km = |place: &Place| place.position.distance_km(position);
        km(a).total_cmp(&km(b)).then(a.id.cmp(&b.id))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::session::Command;

    #[test]
    fn a_name_offers_the_place_that_was_read_first_and_each_place_once() {
        let mut session = Session::default();
        session.apply(Command::OpenSample);
        let mut offered = 0;
        for event in &session.dataset().events {
            let Some(location) = event.locations.first() else { continue };
            let mention = mention(&session, event, 0).unwrap();
            let all = of_name(session.gazetteer(), mention.name, mention.toponym, Some(location));
            let mut ids: Vec<_> = all.iter().map(|candidate| candidate.location.place).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all.len(), "{}", mention.name);
            assert!(all.len() <= MOST);
            offered += usize::from(all.first().is_some_and(|first| first.chosen));
        }
        assert!(offered > 8, "{offered} events are at the first place of their names");
    }

    #[test]
    fn places_are_found_by_how_they_begin_and_how_they_sound() {
        let check = |text: &str, wanted: &str| {
            let found = typed(Gazetteer::bundled(), text, None);
            let names: Vec<&str> = found.iter().map(|c| c.location.name.as_str()).collect();
            assert!(names.contains(&wanted), "{text}: {names:?}");
        };
        check("Vayots", "Vayots Dzor");
        check("Goris", "Goris");
        check("Dzhermuk", "Jermuk");
    }

    #[test]
    fn a_point_is_in_the_country_of_the_settlement_nearest_to_it() {
        let at = LonLat::new(46.35, 39.52);
        let location = at_point(Gazetteer::bundled(), at, None, "typed by a person");
        assert_eq!((location.name.as_str(), location.position), ("Goris", at));
        assert_eq!(location.country, CountryCode::new("AM"));
        let sea = at_point(Gazetteer::bundled(), LonLat::new(-30.0, 30.0), None, "");
        assert_eq!((sea.name.as_str(), sea.country), ("30.0000, -30.0000", None));
    }
}
