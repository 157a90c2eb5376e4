//! Which place a name stands for: one sense an article, by what the article names
//! beside it.

mod evidence;
mod features;
mod reasons;
mod vote;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use self::evidence::Evidence;
use self::vote::{Ballot, Choice, vote};
use super::opinion::Opinion;
use super::{Mention, Source, usage};
use crate::gazetteer::{Candidate, MOST_CANDIDATES, Matched, NameUse, Row, fold};
use crate::model::{CountryCode, Kind, OtherPlace, PlaceId, Remark, RemarkKind, Toponym};

pub use self::features::{FEATURES, Feature, Features, SIGN_KEYS, Signs, Trust, Weights};

/// How much the country of a place that hardly anybody knows must be named.
const OBSCURE_SHARE: f32 = 0.25;
/// One of so many mentions at least must read as one of a place.
const OBSCURE_MENTIONS: usize = 2;
/// Inhabitants of a city that is meant rather than an obscure place of its name.
const KNOWN_CITY: u32 = 100_000;
/// Countries whose places are looked up one by one where too many bear the name.
const NAMED_COUNTRIES: usize = 3;
/// Of the countries named, so many are asked whether a candidate's country lies beside them.
const NEIGHBOURS_ASKED: usize = 4;
/// A place of the user's own outweighs others of its name, unless the article says which
/// country or province it means: "Goris, Armenia".
const OWN: f32 = 8.0;
/// A second place so likely makes the choice unsure.
const UNSURE: f32 = 0.3;
/// Words less likely to name a place are left out.
const LEAST_LIKELY_NAME: f32 = 0.45;
/// Other places of a name that are kept with it.
const MOST_OTHERS: usize = 5;
/// Other places less likely are not kept.
const LEAST_OTHER: f32 = 0.005;

/// A name in one sense: as the article writes it, and the country or division behind it
/// where that is said: "Newcastle, Maine".
type Name = (String, Option<PlaceId>);
/// The mentions of each name, in text order.
type Names<'m> = BTreeMap<Name, Vec<&'m Mention>>;

/// Chooses a place for each mention. Names without a good candidate are left out;
/// where two are close, a remark says so.
pub fn resolve(
    source: &Source<'_>,
    mentions: &[Mention],
    opinion: &Opinion,
) -> (Vec<Toponym>, Vec<Remark>) {
    let weights = Weights::bundled();
    let named = names(source, mentions);
    let ballots = ballots(source, mentions, &named, opinion, weights);
    let mut toponyms = Vec::new();
    let mut remarks = Vec::new();
    for (name, mention) in named.iter().zip(mentions) {
        let Some(ballot) = ballots.get(name) else { continue };
        let Some(best) = ballot.options.first() else { continue };
        let signs = signs(source, mention, ballot, opinion);
        let own = source.gazetteer.own_file(best.candidate.place).is_some();
        if weights.name.of(&signs) < LEAST_LIKELY_NAME && !own {
            continue;
        }
        if let Some(message) = reasons::doubt(source, ballot) {
            let kind = RemarkKind::AmbiguousPlace;
            remarks.push(Remark { span: mention.span, kind, message });
        }
        let place = best.candidate.place;
        toponyms.push(Toponym {
            span: mention.span,
            place: source.gazetteer.place(place),
            usage: usage::of(source, mention, place, &best.row),
            confidence: weights.trust.of(&signs),
            candidates: mention.candidates.len(),
            others: others(ballot),
            why: reasons::why(source, ballot),
        });
    }
    (toponyms, remarks)
}

/// A name of an article with all that its places were weighed by, to learn weights from.
pub struct Weighed {
    /// Where the name stands, with the signs by which it is trusted.
    pub mentions: Vec<(crate::model::Span, Signs)>,
    /// Its places, the likeliest first: position, features, probability.
    pub options: Vec<(crate::model::LonLat, Features, f32)>,
}

/// Weighs all names, to learn weights from.
pub fn weigh(
    source: &Source<'_>,
    mentions: &[Mention],
    opinion: &Opinion,
    weights: &Weights,
) -> Vec<Weighed> {
    let named = names(source, mentions);
    let ballots = ballots(source, mentions, &named, opinion, weights);
    let weighed = ballots.into_iter().map(|(name, ballot)| {
        let of_name = named.iter().zip(mentions).filter(|(other, _)| **other == name);
        Weighed {
            mentions: of_name.map(|(_, m)| (m.span, signs(source, m, &ballot, opinion))).collect(),
            options: ballot
                .options
                .iter()
                .map(|option| (option.row.position, option.features, option.probability))
                .collect(),
        }
    });
    weighed.collect()
}

/// The name of each mention. One without a country or division behind it means what the
/// last mention of the name meant, else the next.
fn names(source: &Source<'_>, mentions: &[Mention]) -> Vec<Name> {
    let keys: Vec<String> = mentions.iter().map(|m| fold(m.span.of(source.text))).collect();
    let own: Vec<Option<PlaceId>> = mentions.iter().map(|m| whole_beside(source, m)).collect();
    let mut last: BTreeMap<&str, PlaceId> = BTreeMap::new();
    for (key, whole) in keys.iter().zip(&own).rev() {
        last.extend(whole.map(|whole| (key.as_str(), whole)));
    }
    let mut found = Vec::with_capacity(mentions.len());
    for (key, whole) in keys.iter().zip(&own) {
        last.extend(whole.map(|whole| (key.as_str(), whole)));
        found.push((key.clone(), last.get(key.as_str()).copied()));
    }
    found
}

/// The places of each name with their probabilities; names without any are left out.
fn ballots(
    source: &Source<'_>,
    mentions: &[Mention],
    named: &[Name],
    opinion: &Opinion,
    weights: &Weights,
) -> BTreeMap<Name, Ballot> {
    let mut groups: Names<'_> = BTreeMap::new();
    for (name, mention) in named.iter().zip(mentions) {
        groups.entry(name.clone()).or_default().push(mention);
    }
    let evidence = Evidence::gather(source, &groups);
    let mut order: Vec<(&Name, &Vec<&Mention>)> = groups.iter().collect();
    // Names far apart in a long article do not hear each other.
    order.sort_by_key(|(_, group)| group.first().map(|mention| mention.first));
    let (names, mut ballots): (Vec<&Name>, Vec<Ballot>) = order
        .into_iter()
        .map(|(name, group)| (name, open(source, &evidence, name, group, opinion)))
        .filter(|(_, ballot)| !ballot.options.is_empty())
        .unzip();
    vote(&mut ballots, &evidence.people(), weights);
    let others = ballots.len().saturating_sub(1);
    for ballot in &mut ballots {
        ballot.others = others;
        put_town_before_its_division(ballot);
        prefer_own(source, ballot);
    }
    names.into_iter().cloned().zip(ballots).collect()
}

/// Without "province" beside it, the name of a division that is also that of its town
/// means the town: "shells fell on Idlib".
fn put_town_before_its_division(ballot: &mut Ballot) {
    let Some(division) = ballot.options.first() else { return };
    if division.features[Feature::AroundItsTown as usize] == 0.0 {
        return;
    }
    let division = division.candidate.place;
    let is_its_town =
        |option: &Choice| is_main_town(&option.row) && option.row.admin1 == Some(division);
    let Some(town) = ballot.options.iter().position(is_its_town) else { return };
    let (likely, unlikely) = (ballot.options[0].probability, ballot.options[town].probability);
    ballot.options[0].probability = unlikely;
    ballot.options[town].probability = likely;
    ballot.options[..=town].rotate_right(1);
}

/// Whether a division may be named after it: its seat, or a town of some size.
fn is_main_town(row: &Row) -> bool {
    const TOWN: u32 = 10_000;
    let size = row.population.is_some_and(|people| people >= TOWN);
    row.kind == Kind::City && (row.is_admin_seat || size)
}

/// A place of the user's own, unless the words behind the name speak of another.
fn prefer_own(source: &Source<'_>, ballot: &mut Ballot) {
    let is_own = |c: &Choice| source.gazetteer.own_file(c.candidate.place).is_some();
    if !ballot.options.iter().any(is_own) {
        return;
    }
    for option in &mut ballot.options {
        let whole = option.features[Feature::Whole as usize] > 0.0;
        let weight = if is_own(option) { OWN } else { 0.0 } + if whole { 2.0 * OWN } else { 0.0 };
        option.probability *= weight.exp();
    }
    let sum: f32 = ballot.options.iter().map(|option| option.probability).sum();
    ballot.options.iter_mut().for_each(|option| option.probability /= sum);
    ballot.options.sort_by(|a, b| b.probability.total_cmp(&a.probability));
}

/// The places that a name may mean, each with what speaks for it alone.
fn open(
    source: &Source<'_>,
    evidence: &Evidence,
    name: &Name,
    group: &[&Mention],
    opinion: &Opinion,
) -> Ballot {
    let Some(first) = group.first() else {
        return Ballot { mentions: 0, clear: 0, others: 0, options: Vec::new() };
    };
    let (key, whole) = (name.0.as_str(), name.1);
    let may_be_obscure = reads_as_obscure(source, group);
    let has_known = first.candidates.iter().any(|c| is_known(source, c));
    let candidates = in_named_countries(source, evidence, key, &first.candidates);
    let wanted = Wanted {
        division: group.iter().any(|m| wants_division(source, m)),
        settlement: group.iter().any(|m| wants_settlement(source, m)),
    };
    let most_named = evidence.most_named(NEIGHBOURS_ASKED);
    let mut options = Vec::new();
    for (number, candidate) in candidates.iter().enumerate() {
        let Some(row) = source.gazetteer.row(candidate.place) else { continue };
        let share = evidence.share(row.country, key);
        let division = source.gazetteer.admin1_of(candidate.place);
        let division_named = division.is_some_and(|d| evidence.names_division(d, key));
        let with_whole = whole.is_some_and(|whole| lies_in(source, candidate.place, &row, whole));
        let named_as_division = row.kind == Kind::Admin2 && wanted.division;
        let heard = candidate.matched >= Matched::Loose;
        let is_own = source.gazetteer.own_file(candidate.place).is_some();
        let obscure = is_obscure(&row) && !is_own || heard;
        // What is obscure needs a reason; the rest is left to what the other names say.
        if obscure && !named_as_division {
            let here = share > OBSCURE_SHARE || division_named;
            if !(may_be_obscure && (with_whole || here && !has_known)) {
                continue;
            }
        }
        let mut features = alone(candidate, &row, wanted);
        let mut set = |feature: Feature, on: bool| features[feature as usize] = f32::from(on);
        set(Feature::CountrySilent, share == 0.0 && evidence.names_a_country(key));
        set(Feature::DivisionNamed, division_named);
        set(Feature::Whole, with_whole);
        set(Feature::OtherWhole, whole.is_some() && !with_whole);
        features[Feature::CountryNamed as usize] = share;
        features[Feature::NeighbourNamed as usize] = match row.country {
            Some(country) if share == 0.0 => {
                beside_named(source, country, &most_named, evidence, key)
            }
            _ => 0.0,
        };
        features[Feature::First as usize] = f32::from(number == 0);
        let second = row.kind == Kind::Admin1 && number > 0 && !wanted.division;
        features[Feature::Admin1Second as usize] = f32::from(second);
        options.push(Choice::new(*candidate, row, features));
    }
    compare(source, evidence, key, wanted, &mut options);
    let clear = group.iter().filter(|m| m.supported && opinion.is_place(m.span)).count();
    Ballot { mentions: group.len(), clear, others: 0, options }
}

/// How much a country that touches this one is named, 0 to 1.
fn beside_named(
    source: &Source<'_>,
    country: CountryCode,
    named: &[CountryCode],
    evidence: &Evidence,
    key: &str,
) -> f32 {
    let touching = named.iter().filter(|other| source.gazetteer.border(country, **other).is_some());
    touching.map(|other| evidence.share(Some(*other), key)).fold(0.0, f32::max)
}

/// What the words around a name ask for.
#[derive(Clone, Copy)]
struct Wanted {
    /// "Syunik province".
    division: bool,
    /// "the town of Goris".
    settlement: bool,
}

/// What is known of a candidate alone.
fn alone(candidate: &Candidate, row: &Row, wanted: Wanted) -> Features {
    let mut features = [0.0; FEATURES];
    let mut set = |feature: Feature, value: f32| features[feature as usize] = value;
    let kind = match row.kind {
        Kind::Country => Feature::Country,
        Kind::Admin1 => Feature::Admin1,
        Kind::Admin2 => Feature::Admin2,
        Kind::Region => Feature::Region,
        Kind::Sea => Feature::Sea,
        Kind::City => Feature::City,
        Kind::Village => Feature::Village,
        Kind::Lake | Kind::River | Kind::Mountain => Feature::Nature,
        Kind::Airport | Kind::Base | Kind::Camp | Kind::Other => Feature::Facility,
    };
    set(kind, 1.0);
    set(Feature::Prior, candidate.prior);
    let on = |is: bool| f32::from(is);
    let settlement = matches!(row.kind, Kind::City | Kind::Village);
    let division = matches!(row.kind, Kind::Admin1 | Kind::Admin2);
    let people = people(row);
    set(Feature::People, if settlement { people } else { 0.0 });
    set(Feature::DivisionPeople, if division { people } else { 0.0 });
    set(Feature::Capital, on(settlement && row.is_capital));
    set(Feature::Seat, on(settlement && row.is_admin_seat));
    set(Feature::Quarter, on(row.is_quarter));
    set(Feature::Obscure, on(is_obscure(row)));
    match candidate.name_use {
        NameUse::Main | NameUse::Abbreviation => {}
        NameUse::Alternate => set(Feature::Alternate, 1.0),
        NameUse::Former => set(Feature::Former, 1.0),
        NameUse::Metonym(_) => set(Feature::Metonym, 1.0),
    }
    match candidate.matched {
        Matched::Exact => {}
        Matched::Folded => set(Feature::Folded, 1.0),
        Matched::Loose | Matched::Misspelt => set(Feature::Loose, 1.0),
    }
    set(Feature::DivisionWanted, on(division && wanted.division));
    set(Feature::NoDivision, on(!division && wanted.division));
    set(Feature::Admin1Unasked, on(row.kind == Kind::Admin1 && !wanted.division));
    set(Feature::Admin2Unasked, on(row.kind == Kind::Admin2 && !wanted.division));
    set(Feature::SettlementWanted, on(settlement && wanted.settlement));
    features
}

/// The tenth part of the logarithm of the inhabitants; 0 where unknown.
fn people(row: &Row) -> f32 {
    row.population.map_or(0.0, |people| (people.max(1) as f32).log10() / 10.0)
}

/// What the candidates of a name say of each other.
fn compare(
    source: &Source<'_>,
    evidence: &Evidence,
    key: &str,
    wanted: Wanted,
    options: &mut [Choice],
) {
    let is_settlement = |row: &Row| matches!(row.kind, Kind::City | Kind::Village);
    let most = options
        .iter()
        .filter(|option| is_settlement(&option.row))
        .filter_map(|option| option.row.population)
        .max();
    let spoken_of = options.iter().any(|option| {
        option.row.kind == Kind::Admin1 && evidence.share(option.row.country, key) >= 1.0
    });
    let towns: BTreeSet<PlaceId> = options
        .iter()
        .filter(|option| is_main_town(&option.row))
        .filter_map(|option| source.gazetteer.admin1_of(option.candidate.place))
        .collect();
    for option in options {
        let largest = is_settlement(&option.row) && most.is_some() && option.row.population == most;
        let unspoken = option.row.kind == Kind::Country
            && spoken_of
            && evidence.share(option.row.country, key) == 0.0;
        let around = option.row.kind == Kind::Admin1
            && !wanted.division
            && towns.contains(&option.candidate.place);
        option.features[Feature::Largest as usize] = f32::from(largest);
        option.features[Feature::CountryUnspoken as usize] = f32::from(unspoken);
        option.features[Feature::AroundItsTown as usize] = f32::from(around);
    }
}

/// What is known of a mention, by which it is trusted; see [`Trust`].
fn signs(source: &Source<'_>, mention: &Mention, ballot: &Ballot, opinion: &Opinion) -> Signs {
    let Some(best) = ballot.options.first() else { return [0.0; SIGN_KEYS.len()] };
    let of = |feature: Feature| best.features[feature as usize];
    let probability = best.probability.clamp(1e-6, 1.0 - 1e-6);
    let called = opinion.at(mention.span);
    let called_place = opinion.is_place(mention.span);
    let text = mention.span.of(source.text);
    let single = mention.first == mention.last;
    let own = source.gazetteer.own_file(best.candidate.place).is_some();
    let ordinary = source.lexicon.is_ordinary_word(text) || source.lexicon.is_given_name(text);
    let on = |is: bool| f32::from(is);
    Trust {
        bias: 1.0,
        choice: (probability / (1.0 - probability)).ln().clamp(-4.0, 6.0),
        supported: on(mention.supported || own),
        called_place: on(called_place),
        called_other: on(called.is_some() && !called_place),
        wide: on(matches!(best.row.kind, Kind::Country | Kind::Region | Kind::Sea)
            || matches!(best.candidate.name_use, NameUse::Metonym(_))),
        admin1: on(best.row.kind == Kind::Admin1),
        people: if best.row.kind == Kind::City { people(&best.row) } else { 0.0 },
        obscure: on(is_obscure(&best.row)),
        nearest: of(Feature::Nearest),
        division_share: of(Feature::DivisionShare),
        country_named: of(Feature::CountryNamed),
        whole: of(Feature::Whole),
        single: on(single),
        ordinary: on(single && ordinary),
        repeated: on(ballot.mentions > 1),
        alone: if of(Feature::Nearest) < 0.2 { (ballot.others as f32).ln_1p() } else { 0.0 },
        known: on(
            best.row.is_capital || best.row.population.is_some_and(|people| people >= KNOWN_CITY)
        ),
        elsewhere: on(ballot.clear > usize::from(mention.supported && called_place)),
    }
    .weights()
}

/// The other likely places of a name.
fn others(ballot: &Ballot) -> Vec<OtherPlace> {
    let likely = ballot.options.iter().skip(1).filter(|option| option.probability > LEAST_OTHER);
    likely
        .take(MOST_OTHERS)
        .map(|option| OtherPlace { place: option.candidate.place, probability: option.probability })
        .collect()
}

/// The candidates; of a name that very many places bear also the unlikelier ones in the
/// countries that the article names most.
fn in_named_countries<'a>(
    source: &Source<'_>,
    evidence: &Evidence,
    key: &str,
    candidates: &'a [Candidate],
) -> Cow<'a, [Candidate]> {
    if candidates.len() < MOST_CANDIDATES {
        return Cow::Borrowed(candidates);
    }
    let mut all = candidates.to_vec();
    for country in evidence.most_named(NAMED_COUNTRIES) {
        let more = source.gazetteer.look_up_in(key, country);
        let known: BTreeSet<PlaceId> = all.iter().map(|candidate| candidate.place).collect();
        all.extend(more.into_iter().filter(|candidate| !known.contains(&candidate.place)));
    }
    Cow::Owned(all)
}

/// Whether it is one of the millions of which nothing but name and position is known. Most
/// words that are names of such places mean something else.
fn is_obscure(row: &Row) -> bool {
    matches!(row.kind, Kind::Village | Kind::City | Kind::Admin2 | Kind::Airport)
        && row.population.is_none()
        && row.geonameid.is_none()
}

/// Whether the words around a name let it be that of an obscure place: most often they would be
/// those for a place, and a name that is also a word of English is none.
fn reads_as_obscure(source: &Source<'_>, group: &[&Mention]) -> bool {
    let is_plain = |m: &&&Mention| {
        let text = m.span.of(source.text);
        let single = m.first == m.last;
        let word = source.lexicon.is_ordinary_word(text) || source.lexicon.is_given_name(text);
        let next = source.tokens.get(m.last + 1);
        let goes_on = next.is_some_and(|token| {
            token.spaced
                && token.is_capitalised(source.text)
                && !source.lexicon.places.is_tail(&token.of(source.text).to_lowercase())
        });
        m.supported && !goes_on && !(single && (word || source.lexicon.ends_in_title(text)))
    };
    group.iter().filter(is_plain).count() * OBSCURE_MENTIONS >= group.len()
}

/// Whether the candidate is a country, a division or a large city, which anybody would mean
/// rather than an obscure place.
fn is_known(source: &Source<'_>, candidate: &Candidate) -> bool {
    source.gazetteer.row(candidate.place).is_some_and(|row| match row.kind {
        Kind::Country | Kind::Admin1 | Kind::Region => true,
        Kind::City => row.population.is_some_and(|people| people >= KNOWN_CITY),
        _ => false,
    })
}

/// The country or first-level division after a comma: "Goris, Armenia".
fn whole_beside(source: &Source<'_>, mention: &Mention) -> Option<PlaceId> {
    if source.word(mention.last + 1) != "," {
        return None;
    }
    let start = source.tokens.get(mention.last + 2)?;
    let longest = (mention.last + 2..mention.last + 5).rev().filter_map(|last| {
        let end = source.tokens.get(last)?.span.end;
        let name = source.text.get(start.span.start..end)?;
        source.look_up(name).into_iter().find(|c| {
            let row = source.gazetteer.row(c.place);
            row.is_some_and(|row| matches!(row.kind, Kind::Country | Kind::Admin1))
        })
    });
    longest.map(|c| c.place).next()
}

fn lies_in(source: &Source<'_>, place: PlaceId, row: &Row, whole: PlaceId) -> bool {
    let Some(outer) = source.gazetteer.row(whole) else { return false };
    match outer.kind {
        Kind::Country => {
            row.country.is_some() && row.country == outer.country && row.kind != Kind::Country
        }
        _ => source.gazetteer.admin1_of(place) == Some(whole),
    }
}

/// "province of Syunik", "Syunik province", "Anderson and Cherokee counties", and names that
/// end so: "Wayne County".
fn wants_division(source: &Source<'_>, mention: &Mention) -> bool {
    let words = &source.lexicon.places;
    let is_division = |at: usize| words.is_division(&source.word(at).to_lowercase());
    let inside = mention.last > mention.first && is_division(mention.last);
    let before = mention.first >= 2
        && source.word(mention.first - 1) == "of"
        && is_division(mention.first - 2);
    inside || before || is_division(mention.last + 1) || is_listed_division(source, mention)
}

/// "Anderson and Cherokee counties": the word stands behind a list of names.
fn is_listed_division(source: &Source<'_>, mention: &Mention) -> bool {
    const LONGEST_LIST: usize = 24;
    let names = (mention.last + 1..source.tokens.len()).take(LONGEST_LIST);
    let mut listed = false;
    for at in names {
        let word = source.word(at);
        if source.lexicon.places.are_divisions(word) {
            return listed;
        }
        let joins = matches!(word, "," | "and" | "or");
        listed |= joins;
        if !joins && !source.tokens[at].is_capitalised(source.text) {
            return false;
        }
    }
    false
}

/// "the city of Idlib", "the village of Sotk".
fn wants_settlement(source: &Source<'_>, mention: &Mention) -> bool {
    let is_settlement = |back: usize| {
        let before = mention.first.checked_sub(back).map_or("", |at| source.word(at));
        source.lexicon.places.is_settlement(&before.to_lowercase())
    };
    let of = mention.first.checked_sub(1).is_some_and(|at| source.word(at) == "of");
    is_settlement(1) || of && is_settlement(2)
}
