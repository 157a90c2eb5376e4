//! Where an event was: the place of what happened, not of who speaks of it.

use std::collections::{BTreeMap, BTreeSet};

use super::dateline_prefix;
use super::dating::Firmness;
use super::events::Draft;
use super::relative;
use super::sentences::Sentence;
use super::syntax::Syntax;
use super::ties::{Tie, tie};
use crate::english::ruler::Pos;
use crate::gazetteer::{Gazetteer, fold};
use crate::lexicon::Lexicon;
use crate::model::{
    Actor, CountryCode, EventType, Group, Kind, Location, PlaceId, Precision, Span, Toponym, Usage,
    within,
};

/// What this stage reads.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// Its grammar.
    pub syntax: &'a Syntax<'a>,
    /// Words.
    pub lexicon: &'a Lexicon,
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// The places found, in text order.
    pub toponyms: &'a [Toponym],
    /// The actors found, in text order.
    pub actors: &'a [Actor],
    /// Names of places.
    pub gazetteer: &'a Gazetteer,
}

/// Finds the places of one article's events.
pub struct Geocoder<'a> {
    source: Source<'a>,
    /// For each sentence, the countries it names, by code.
    countries: Vec<Vec<CountryCode>>,
    /// The two neighbours that fight in this article.
    opponents: Option<(CountryCode, CountryCode)>,
    /// The place that the article names most.
    story: Option<&'a Toponym>,
}

impl<'a> Geocoder<'a> {
    /// Looks at the article as a whole.
    pub fn new(source: Source<'a>) -> Self {
        let countries: Vec<_> =
            source.sentences.iter().map(|s| countries_in(&source, s.span)).collect();
        let opponents = opponents(&source, &countries);
        let story = place_named_most(&source);
        Self { source, countries, opponents, story }
    }

    /// The locations of a draft, the most precise first, and how sure it is that they are
    /// meant; empty where none could be found.
    pub fn locate(&self, draft: &Draft) -> (Vec<Location>, Firmness) {
        type Step = fn(&Geocoder<'_>, &Draft) -> Vec<Location>;
        const STEPS: [(Step, Firmness); 7] = [
            (in_the_sentence, Firmness::Named),             // "shelled Goris"
            (on_the_border_named, Firmness::Told), // "clashes between Armenia and Azerbaijan"
            (beside_in_the_sentence, Firmness::Told), // named with something else
            (in_the_paragraph, Firmness::Before),  // the sentence before, for what is told on
            (on_the_border_of_opponents, Firmness::Before), // of the two that fight
            (where_the_story_is, Firmness::Assumed), // the place named most
            (where_the_actors_are, Firmness::Named), // talks and appeals
        ];
        let mut found = STEPS.iter().map(|(step, firmness)| (step(self, draft), *firmness));
        found.find(|(found, _)| !found.is_empty()).unwrap_or((Vec::new(), Firmness::Assumed))
    }

    /// The actors named in a sentence, in text order.
    pub fn actors(&self, sentence: usize) -> &'a [Actor] {
        within(self.source.actors, self.source.sentences[sentence].span, |a| a.span)
    }

    fn toponyms(&self, sentence: usize) -> &'a [Toponym] {
        within(self.source.toponyms, self.source.sentences[sentence].span, |t| t.span)
    }

    fn sentence(&self, draft: &Draft) -> Span {
        self.source.sentences[draft.sentence].span
    }
}

/// The literal place that is tied most closely to the trigger, with those it is listed
/// with.
fn in_the_sentence(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    let tied = tied_places(geo, draft);
    if border_is_meant(geo, draft) && tied.iter().all(|(t, _)| is_country(t)) {
        let border = on_the_border_named(geo, draft);
        if !border.is_empty() {
            return border;
        }
    }
    let own = tied.into_iter().filter(|(_, tie)| !tie.told && !tie.apart).collect();
    let found = place_among(geo, draft, own);
    let vague = found.iter().all(|l| l.precision == Precision::Country);
    let capital = if vague { in_the_capital(geo, draft) } else { None };
    capital.map_or(found, |capital| vec![capital])
}

/// A place named in the sentence with something else.
fn beside_in_the_sentence(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    let spots = tied_places(geo, draft).into_iter().filter(|(t, tie)| !is_country(t) && !tie.told);
    place_among(geo, draft, spots.collect())
}

/// The literal places of the draft's sentence with their ties to the trigger. Without
/// those where the reporter sits, and where somebody comes from.
fn tied_places<'a>(geo: &Geocoder<'a>, draft: &Draft) -> Vec<(&'a Toponym, Tie)> {
    let source = &geo.source;
    let appeal = draft.event_type == EventType::AppealRequest;
    let sentence = geo.sentence(draft);
    let literal = geo.toponyms(draft.sentence).iter().filter(|t| {
        t.place.is_some()
            && is_spot(source, t)
            && !(appeal && is_country(t))
            && !is_origin(source, t)
            && !is_dateline(source, sentence, t)
    });
    let with_tie = literal.map(|toponym| {
        let tie = tie(source.syntax, source.lexicon, draft.head, toponym.span);
        (toponym, tie.unwrap_or(Tie { steps: 6, ..Tie::default() }))
    });
    with_tie
        .filter(|(t, tie)| !(is_country(t) && tie.steps > 2 && is_far(source, draft, t)))
        .collect()
}

/// Whether the words mean the place itself, not those who act for it. "A Baghdad hotel"
/// stands in Baghdad, and what is in a place is there, whoever speaks for it.
fn is_spot(source: &Source<'_>, toponym: &Toponym) -> bool {
    const WHERE: [&str; 9] =
        ["in", "at", "near", "around", "outside", "inside", "across", "throughout", "of"];
    let syntax = source.syntax;
    let literal = toponym.usage == Usage::Literal;
    let (Some(top), false) = (syntax.top(toponym.span), is_country(toponym)) else {
        return literal;
    };
    let Some(head) = syntax.head(top) else { return literal };
    let before_a_noun = matches!(syntax.relation(top), "compound" | "nmod" | "poss" | "amod");
    let rules = &source.lexicon.events;
    let thing = rules.classes(&syntax.lemma(head).to_lowercase());
    let (ground, building) = (rules.set(&["ground"]), rules.set(&["building"]));
    if literal {
        // "The Villa Rosa hotel" is not in the village of that name.
        let village = toponym.place.as_ref().is_some_and(|p| p.kind == Kind::Village);
        let named_after = syntax.relation(top) == "compound" && !ground.meets(thing);
        return !(village && named_after && building.meets(thing));
    }
    let behind = |word: usize, head: usize| {
        syntax.relation(word) == "pobj" && WHERE.contains(&syntax.word(head))
    };
    match toponym.usage {
        Usage::Modifier => before_a_noun && ground.with(building).meets(thing),
        Usage::Metonym => {
            let apposed = syntax.relation(top) == "appos";
            behind(top, head)
                || apposed && syntax.head(head).is_some_and(|above| behind(head, above))
        }
        _ => false,
    }
}

/// The closest of some places, and those it is listed with.
fn place_among(geo: &Geocoder<'_>, draft: &Draft, tied: Vec<(&Toponym, Tie)>) -> Vec<Location> {
    const STEP: usize = 40;
    /// A spot so much farther than the province around it is still the spot.
    const FARTHER: usize = 2;
    /// "Gossi, southeast of Timbuktu" is Gossi.
    const BEARING: usize = 3;
    let source = &geo.source;
    let bearing = |t: &Toponym| relative::is_from(source.text, t);
    let doubt = |t: &Toponym| ((1.0 - t.confidence) * 60.0) as usize;
    let key = |(t, tie): &(&Toponym, Tie)| {
        let steps = tie.steps + if bearing(t) { BEARING } else { 0 };
        STEP * steps + nearness(draft, t) + doubt(t)
    };
    let Some(&(closest, closest_tie)) = tied.iter().min_by_key(|tied| key(tied)) else {
        return Vec::new();
    };
    let finer = tied.iter().filter(|(t, tie)| {
        coarseness_of(t) < coarseness_of(closest)
            && tie.steps <= closest_tie.steps + FARTHER
            && same_country(t, closest)
            && !bearing(t)
    });
    let nearest =
        finer.min_by_key(|tied| (coarseness_of(tied.0), key(tied))).map_or(closest, |t| t.0);
    let nearest = around(source, &tied, nearest).unwrap_or(nearest);
    let literal: Vec<&Toponym> = tied.iter().map(|(t, _)| *t).collect();
    let group = list_around(source, geo.toponyms(draft.sentence), &literal, nearest);
    let finest = group.iter().map(|t| coarseness_of(t)).min();
    let mut locations: Vec<Location> = group
        .iter()
        .filter(|t| Some(coarseness_of(t)) == finest)
        .filter_map(|t| from_toponym(source, t, "named with what happened"))
        .collect();
    if locations.iter().all(|l| l.precision >= Precision::Admin1) {
        // "crossed into the province of Syunik and surrounded Sev Lake"
        let finer = literal.iter().filter(|t| coarseness_of(t) == 0);
        let inside =
            finer.filter(|t| same_country(t, nearest) && t.span.start > draft.trigger.start);
        locations
            .extend(inside.filter_map(|t| from_toponym(source, t, "named in the same sentence")));
    }
    locations.sort_by_key(|l| (l.precision, l.evidence));
    locations.dedup_by(|a, b| a.place == b.place);
    locations
}

/// "Banoda restaurant in Mogadishu": where a name far off was chosen for a thing in a
/// town, the town.
fn around<'a>(
    source: &Source<'_>,
    tied: &[(&'a Toponym, Tie)],
    inner: &Toponym,
) -> Option<&'a Toponym> {
    const FAR_KM: f64 = 150.0;
    let syntax = source.syntax;
    let place = inner.place.as_ref()?;
    let top = syntax.top(inner.span)?;
    let thing = syntax.head(top).filter(|_| syntax.relation(top) == "compound").unwrap_or(top);
    let is_outer = |t: &&'a Toponym| {
        let Some(outer) = t.place.as_ref() else { return false };
        let below = syntax
            .top(t.span)
            .is_some_and(|word| syntax.heads(word).take(2).any(|head| head == thing));
        let reach = FAR_KM + outer.radius_km + place.radius_km;
        below && outer.position.distance_km(place.position) > reach
    };
    tied.iter().map(|(t, _)| *t).find(is_outer)
}

/// "in Somalia's capital", "the Somali capital", without its name.
fn in_the_capital(geo: &Geocoder<'_>, draft: &Draft) -> Option<Location> {
    let source = &geo.source;
    let syntax = source.syntax;
    let words = syntax.within(geo.sentence(draft));
    let fit = |&word: &usize| {
        syntax.pos(word) == Pos::Noun
            && syntax.lemma(word) == "capital"
            && tie(syntax, source.lexicon, draft.head, syntax.span(word))
                .is_some_and(|tie| !tie.told && !tie.apart)
    };
    let capital = words.into_iter().find(fit)?;
    let country = syntax.dependents(capital).find_map(|word| {
        let of = syntax.dependent(word, &["pobj"]).filter(|_| syntax.word(word) == "of");
        country_at(source, of.unwrap_or(word))
    });
    let place = source.gazetteer.place(source.gazetteer.capital_of(country?)?)?;
    let why = "the capital of the country named beside it";
    Some(Location::of_place(&place, syntax.phrase_span(capital), why))
}

/// The country that a word names, or whose people it names.
fn country_at(source: &Source<'_>, word: usize) -> Option<CountryCode> {
    let span = source.syntax.span(word);
    let named = within(source.toponyms, span, |t| t.span).first();
    let place = named.and_then(|t| t.place.as_ref()).filter(|p| p.kind == Kind::Country);
    place.and_then(|p| p.country).or_else(|| source.gazetteer.demonym(source.syntax.word(word)))
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
fn list_around<'a>(
    source: &Source<'_>,
    all: &'a [Toponym],
    literal: &[&'a Toponym],
    nearest: &'a Toponym,
) -> Vec<&'a Toponym> {
    let Some(at) = all.iter().position(|t| t.span == nearest.span) else { return vec![nearest] };
    let listed = |a: &Toponym, b: &Toponym| {
        let between = source.text.get(a.span.end..b.span.start).unwrap_or("-");
        let words = between.replace([',', '/'], " ");
        words.split_whitespace().all(|w| {
            matches!(
                w,
                "and" | "or" | "the" | "in" | "of" | "cities" | "towns" | "villages" | "near"
            )
        }) && between.len() < 16
    };
    let mut first = at;
    while first > 0 && listed(&all[first - 1], &all[first]) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < all.len() && listed(&all[last], &all[last + 1]) {
        last += 1;
    }
    let span = Span::new(all[first].span.start, all[last].span.end);
    let mut group: Vec<&Toponym> =
        literal.iter().copied().filter(|t| span.contains(t.span)).collect();
    if group.is_empty() {
        group.push(nearest);
    }
    group
}

/// "YEREVAN, Armenia — …": where the reporter sits is not where it happened.
fn is_dateline(source: &Source<'_>, sentence: Span, toponym: &Toponym) -> bool {
    toponym.span.end <= sentence.start + dateline_prefix::length(sentence.of(source.text))
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
    before.ends_with(" from") && is_country(toponym)
}

fn is_country(toponym: &Toponym) -> bool {
    coarseness_of(toponym) >= 3
}

fn coarseness_of(toponym: &Toponym) -> u8 {
    toponym.place.as_ref().map_or(3, |place| coarseness(place.kind))
}

/// 0 for a spot, 1 for a district, 2 for a province or region, 3 for a country.
fn coarseness(kind: Kind) -> u8 {
    match kind {
        Kind::Country => 3,
        Kind::Admin1 | Kind::Region | Kind::Sea => 2,
        Kind::Admin2 | Kind::River | Kind::Mountain => 1,
        _ => 0,
    }
}

/// Whether the sentence speaks of a border or of two neighbours that fight.
fn border_is_meant(geo: &Geocoder<'_>, draft: &Draft) -> bool {
    let words = geo.sentence(draft).of(geo.source.text).to_lowercase();
    words.contains("border") || words.contains("frontier") || words.contains("along their")
}

/// The border that the sentence speaks of, or that of two neighbours that fight in it.
fn on_the_border_named(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    let source = &geo.source;
    let here = &geo.countries[draft.sentence];
    let neighbours = |countries: &[CountryCode]| {
        pairs(countries).find(|&(a, b)| source.gazetteer.border(a, b).is_some())
    };
    let clash = matches!(
        draft.event_type,
        EventType::Battle | EventType::ShellingMissile | EventType::CeasefireAgreement
    );
    let one_here = |a, b| here.contains(&a) || here.contains(&b);
    let pair = match geo.opponents {
        _ if !border_is_meant(geo, draft) => {
            neighbours(&countries_of_the_fight(geo, draft)).filter(|_| clash)
        }
        Some((a, b)) if one_here(a, b) || neighbours(here).is_none() => Some((a, b)),
        _ => neighbours(here),
    };
    border_if(geo, draft, pair)
}

/// The countries that are tied closely to the trigger: "clashes between Chad and Sudan".
fn countries_of_the_fight(geo: &Geocoder<'_>, draft: &Draft) -> Vec<CountryCode> {
    const CLOSE: usize = 1;
    let source = &geo.source;
    let close = |span| {
        let tie = tie(source.syntax, source.lexicon, draft.head, span);
        tie.is_some_and(|tie| tie.steps <= CLOSE && !tie.told && !tie.apart)
    };
    let words = source.syntax.within(geo.sentence(draft));
    let named = words.filter_map(|word| {
        let span = source.syntax.span(word);
        source.syntax.word(word).starts_with(char::is_uppercase).then_some(())?;
        country_at(source, word).filter(|_| close(span))
    });
    let countries: BTreeSet<CountryCode> = named.collect();
    countries.into_iter().collect()
}

/// The border between the two that fight in the article.
fn on_the_border_of_opponents(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    border_if(geo, draft, geo.opponents)
}

/// A border, for what happens on borders.
fn border_if(
    geo: &Geocoder<'_>,
    draft: &Draft,
    pair: Option<(CountryCode, CountryCode)>,
) -> Vec<Location> {
    let fights = draft.event_type.group() == Group::Violent
        || draft.event_type == EventType::CeasefireAgreement
        || border_is_meant(geo, draft) && draft.event_type.group() == Group::Movement;
    let pair = pair.filter(|_| fights);
    pair.and_then(|(a, b)| border_location(&geo.source, draft, a, b)).into_iter().collect()
}

fn pairs(countries: &[CountryCode]) -> impl Iterator<Item = (CountryCode, CountryCode)> {
    countries.iter().enumerate().flat_map(|(n, &a)| countries[n + 1..].iter().map(move |&b| (a, b)))
}

/// The two neighbours that the article names together most where it speaks of fighting.
fn opponents(
    source: &Source<'_>,
    countries: &[Vec<CountryCode>],
) -> Option<(CountryCode, CountryCode)> {
    const AT_LEAST: usize = 2;
    const FIGHTING: [&str; 9] =
        ["border", "clash", "fight", "war", "conflict", "attack", "shell", "hostilit", "ceasefire"];
    let mut together: BTreeMap<(CountryCode, CountryCode), (usize, usize)> = BTreeMap::new();
    for (sentence, countries) in source.sentences.iter().zip(countries) {
        let words = sentence.span.of(source.text).to_lowercase();
        let weight = 1 + 2 * usize::from(FIGHTING.iter().any(|word| words.contains(word)));
        for pair in pairs(countries) {
            let (sentences, sum) = together.entry(pair).or_default();
            *sentences += 1;
            *sum += weight;
        }
    }
    let neighbours = together.into_iter().filter(|((a, b), (sentences, _))| {
        *sentences >= AT_LEAST && source.gazetteer.border(*a, *b).is_some()
    });
    neighbours
        .max_by_key(|(pair, (_, weight))| (*weight, std::cmp::Reverse(*pair)))
        .map(|(pair, _)| pair)
}

fn border_location(
    source: &Source<'_>,
    draft: &Draft,
    a: CountryCode,
    b: CountryCode,
) -> Option<Location> {
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
    let named =
        ["border", "frontier"].iter().find_map(|word| Some((words.find(word)?, word.len())));
    match named {
        // Lower case may be longer than what was written; then the bytes do not fit.
        Some((at, length)) if words.len() == sentence.len() => {
            Span::new(sentence.start + at, sentence.start + at + length)
        }
        _ => within(source.actors, sentence, |a| a.span).first().map_or(draft.trigger, |a| a.span),
    }
}

/// The countries of toponyms, peoples and actors in these words, by code.
fn countries_in(source: &Source<'_>, span: Span) -> Vec<CountryCode> {
    let toponyms = within(source.toponyms, span, |t| t.span);
    let of_places = toponyms.iter().filter_map(|t| t.place.as_ref()?.country);
    let of_actors = within(source.actors, span, |a| a.span).iter().filter_map(|a| a.country);
    let words = span.of(source.text).split(|c: char| !c.is_alphanumeric());
    let of_peoples = words.filter_map(|word| source.gazetteer.demonym(word));
    let countries: BTreeSet<CountryCode> = of_places.chain(of_actors).chain(of_peoples).collect();
    countries.into_iter().collect()
}

/// The place of the sentence before, in the same paragraph.
fn in_the_paragraph(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    if !matches!(draft.event_type.group(), Group::Violent | Group::Movement) {
        return Vec::new();
    }
    let source = &geo.source;
    let sentence = &source.sentences[draft.sentence];
    let Some(before) = draft.sentence.checked_sub(1) else { return Vec::new() };
    if source.sentences[before].block != sentence.block {
        return Vec::new();
    }
    let last = geo.toponyms(before).iter().rfind(|t| t.usage == Usage::Literal && !is_country(t));
    let found = last.and_then(|t| from_toponym(source, t, "named in the sentence before"));
    found.into_iter().collect()
}

/// The place that the article as a whole is about, for what happened on the ground.
fn where_the_story_is(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    if !matches!(draft.event_type.group(), Group::Violent | Group::Movement) {
        return Vec::new();
    }
    let why = "the place that the article names most";
    geo.story.and_then(|t| from_toponym(&geo.source, t, why)).into_iter().collect()
}

/// The literal place named most; the first among equals. Datelines do not count.
fn place_named_most<'a>(source: &Source<'a>) -> Option<&'a Toponym> {
    let mut counts: BTreeMap<PlaceId, (usize, &Toponym)> = BTreeMap::new();
    for sentence in source.sentences {
        for toponym in within(source.toponyms, sentence.span, |t| t.span) {
            let literal =
                toponym.usage == Usage::Literal && !is_dateline(source, sentence.span, toponym);
            if let Some(place) = toponym.place.as_ref().filter(|_| literal) {
                counts.entry(place.id).or_insert((0, toponym)).0 += 1;
            }
        }
    }
    let best =
        counts.into_values().max_by_key(|(count, t)| (*count, std::cmp::Reverse(t.span.start)));
    best.map(|(_, toponym)| toponym)
}

/// The countries of those who talk, or of the one who asks.
fn where_the_actors_are(geo: &Geocoder<'_>, draft: &Draft) -> Vec<Location> {
    let source = &geo.source;
    let mut actors: Vec<&Actor> =
        geo.actors(draft.sentence).iter().filter(|a| a.country.is_some()).collect();
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
        let Some(place) = actor
            .country
            .and_then(|c| source.gazetteer.country(c))
            .and_then(|id| source.gazetteer.place(id))
        else {
            continue;
        };
        if locations.len() < keep && !locations.iter().any(|l| l.place == Some(place.id)) {
            locations.push(Location::of_place(
                &place,
                actor.span,
                "the country of the one who acts",
            ));
        }
    }
    locations
}

fn from_toponym(source: &Source<'_>, toponym: &Toponym, why: &str) -> Option<Location> {
    let place = toponym.place.as_ref()?;
    let location = Location::of_place(place, toponym.span, format!("{why}; {}", toponym.why));
    let name = name_to_show(toponym.span.of(source.text), &place.name);
    let at = source.sentences.partition_point(|s| s.span.end <= toponym.span.start);
    let others = source
        .sentences
        .get(at)
        .map_or(&[][..], |sentence| within(source.toponyms, sentence.span, |t| t.span));
    Some(relative::moved(source.text, toponym, others, Location { name, ..location }))
}

/// The name as the article spells it, unless that is in capitals, an abbreviation, or
/// the gazetteer's name with more words: "Lachin" rather than "Laçın".
fn name_to_show(written: &str, main: &str) -> String {
    const SHORTEST: usize = 4;
    let same = fold(written).contains(&fold(main));
    let shouted = !written.chars().any(char::is_lowercase);
    if same || shouted || written.contains(['.', '\n']) || written.len() < SHORTEST {
        return main.to_owned();
    }
    written.to_owned()
}
