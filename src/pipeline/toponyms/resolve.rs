//! Which place a name stands for: one sense an article, by what the article names
//! beside it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Mention, Source, usage};
use crate::gazetteer::{Candidate, MOST_CANDIDATES, Matched, NameUse, Row, fold};
use crate::model::{CountryCode, Kind, PlaceId, Remark, RemarkKind, Toponym};

/// Below this many inhabitants a place needs a reason to be meant.
const SMALL: u32 = 30_000;
/// How much the country of a place that hardly anybody knows must be named.
const OBSCURE_SHARE: f32 = 0.25;
/// One of so many mentions at least must read as one of a place.
const OBSCURE_MENTIONS: usize = 2;
/// Inhabitants of a city that is meant rather than an obscure place of its name.
const KNOWN_CITY: u32 = 100_000;
/// Countries whose places are looked up one by one where too many bear the name.
const NAMED_COUNTRIES: usize = 3;
/// A place of the user's own outweighs others of its name, unless the article says which
/// country or province it means: "Goris, Armenia".
const OWN: f32 = 1.5;
/// Candidates this close in score make the choice unsure.
const CLOSE: f32 = 0.06;
/// How much a town that is the only one of its name counts for its country.
const CLEAR: f32 = 0.2;
/// A country of which no other name speaks, while others speak of another country, where
/// a division of that one has the same name: "Georgia" beside "Alabama".
const UNSPOKEN: f32 = 0.15;

/// Chooses a place for each mention. Names without a good candidate are left out;
/// where two are close, a remark says so.
pub fn resolve(source: &Source<'_>, mentions: &[Mention]) -> (Vec<Toponym>, Vec<Remark>) {
    let keys: Vec<String> = mentions.iter().map(|m| fold(m.span.of(source.text))).collect();
    let mut groups: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
    for (key, mention) in keys.iter().zip(mentions) {
        groups.entry(key).or_default().push(mention);
    }
    let evidence = Evidence::gather(source, &groups);
    let senses: BTreeMap<&str, Option<Sense>> =
        groups.iter().map(|(key, group)| (*key, choose(source, &evidence, key, group))).collect();
    let mut toponyms = Vec::new();
    let mut remarks = Vec::new();
    for (key, mention) in keys.iter().zip(mentions) {
        let Some(Some(sense)) = senses.get(key.as_str()) else { continue };
        let Some(row) = source.gazetteer.row(sense.place) else { continue };
        if let Some(message) = &sense.doubt {
            let kind = RemarkKind::AmbiguousPlace;
            remarks.push(Remark { span: mention.span, kind, message: message.clone() });
        }
        toponyms.push(Toponym {
            span: mention.span,
            place: source.gazetteer.place(sense.place),
            usage: usage::of(source, mention, sense.place, &row),
            confidence: sense.confidence,
            candidates: sense.candidates,
            why: sense.why.clone(),
        });
    }
    (toponyms, remarks)
}

/// The place that a name stands for in this article.
struct Sense {
    place: PlaceId,
    confidence: f32,
    candidates: usize,
    why: String,
    doubt: Option<String>,
}

/// What the article says about where it is.
#[derive(Default)]
struct Evidence {
    /// How often each country is named, by itself, its people or its capital.
    countries: BTreeMap<CountryCode, f32>,
    /// What each name itself added to a country.
    own: BTreeMap<String, (CountryCode, f32)>,
    /// First-level divisions that are named, each with the names that name it.
    divisions: BTreeMap<PlaceId, BTreeSet<String>>,
}

impl Evidence {
    fn gather(source: &Source<'_>, groups: &BTreeMap<&str, Vec<&Mention>>) -> Self {
        let mut evidence = Self::default();
        for token in source.tokens {
            if token.is_capitalised(source.text)
                && let Some(country) = source.gazetteer.demonym(token.of(source.text))
            {
                *evidence.countries.entry(country).or_default() += 0.7;
            }
        }
        for (key, group) in groups {
            let Some(mention) = group.first() else { continue };
            let Some(best) = mention.candidates.first() else { continue };
            let Some(row) = source.gazetteer.row(best.place) else { continue };
            let weight = match row.kind {
                Kind::Country => 1.0,
                Kind::Region => 0.8,
                _ if row.is_capital => 0.7,
                Kind::Admin1 => 0.4,
                _ if is_clear(source, mention, &row) => CLEAR,
                _ => 0.0,
            };
            if let Some(country) = row.country.filter(|_| weight > 0.0) {
                let weight = weight * group.len() as f32;
                *evidence.countries.entry(country).or_default() += weight;
                evidence.own.insert((*key).to_owned(), (country, weight));
            }
            let division = mention.candidates.iter().find(|c| {
                source.gazetteer.row(c.place).is_some_and(|row| row.kind == Kind::Admin1)
            });
            let around = source.gazetteer.admin1_of(best.place).filter(|_| weight == CLEAR);
            if let Some(division) = division.map(|division| division.place).or(around) {
                evidence.divisions.entry(division).or_default().insert((*key).to_owned());
            }
        }
        evidence
    }

    /// Whether another name than this one names the first-level division.
    fn names_division(&self, division: PlaceId, key: &str) -> bool {
        self.divisions.get(&division).is_some_and(|keys| keys.iter().any(|k| k != key))
    }

    /// The countries named most, the first one first.
    fn most_named(&self, count: usize) -> Vec<CountryCode> {
        let mut named: Vec<(f32, CountryCode)> =
            self.countries.iter().map(|(country, weight)| (*weight, *country)).collect();
        named.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        named.into_iter().take(count).map(|(_, country)| country).collect()
    }

    /// 0 for a country that no name but this one names, 1 for the one that the other names
    /// name most.
    fn share(&self, country: Option<CountryCode>, key: &str) -> f32 {
        let own = self.own.get(key).copied();
        let by_others = |country: CountryCode, weight: f32| {
            let own = own.filter(|(named, _)| *named == country).map_or(0.0, |(_, own)| own);
            (weight - own).max(0.0)
        };
        let most = self.countries.iter().map(|(c, w)| by_others(*c, *w)).fold(0.0, f32::max);
        let weight = country.and_then(|c| Some(by_others(c, *self.countries.get(&c)?)));
        if most > 0.0 { (weight.unwrap_or(0.0) / most).sqrt() } else { 0.0 }
    }
}

/// Scores the candidates of a name by all its mentions.
fn choose(
    source: &Source<'_>,
    evidence: &Evidence,
    key: &str,
    group: &[&Mention],
) -> Option<Sense> {
    let first = group.first()?;
    let supported = group.iter().any(|m| m.supported);
    let wholes: BTreeSet<PlaceId> = group.iter().filter_map(|m| whole_beside(source, m)).collect();
    let division_wanted = group.iter().any(|m| wants_division(source, m));
    let may_be_obscure = reads_as_obscure(source, group);
    let has_known = first.candidates.iter().any(|c| is_known(source, c));
    let candidates = in_named_countries(source, evidence, key, &first.candidates);
    let division_spoken_of = candidates.iter().any(|candidate| {
        let row = source.gazetteer.row(candidate.place);
        row.is_some_and(|row| row.kind == Kind::Admin1 && evidence.share(row.country, key) >= 1.0)
    });
    let mut scored: Vec<(f32, &Candidate, Vec<String>)> = candidates
        .iter()
        .filter_map(|candidate| {
            let row = source.gazetteer.row(candidate.place)?;
            let share = evidence.share(row.country, key);
            let division = source.gazetteer.admin1_of(candidate.place);
            let division_named = division.is_some_and(|d| evidence.names_division(d, key));
            let with_whole =
                wholes.iter().any(|&whole| lies_in(source, candidate.place, &row, whole));
            let with_another_whole = !with_whole && !wholes.is_empty();
            let support =
                Support { share, division_named, division_wanted, with_whole, with_another_whole };
            let (mut score, reasons) = score(source, support, group, candidate, &row);
            if row.kind == Kind::Country && division_spoken_of && share == 0.0 {
                score -= UNSPOKEN;
            }
            let named_as_division = row.kind == Kind::Admin2 && division_wanted;
            let heard = candidate.matched >= Matched::Loose;
            let is_own = source.gazetteer.own_file(candidate.place).is_some();
            let obscure = is_obscure(&row) && !is_own || heard;
            let allowed = if obscure && !named_as_division {
                let here = share > OBSCURE_SHARE || division_named;
                may_be_obscure && (with_whole || here && !has_known)
            } else {
                supported || share > 0.0 || !reasons.is_empty() || !is_small(&row)
            };
            allowed.then_some((score, candidate, reasons))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.place.cmp(&b.1.place)));
    if !division_wanted {
        put_town_before_its_division(source, &mut scored);
    }
    let (best_score, best, reasons) = scored.first()?;
    let second = scored.get(1);
    let margin = best_score - second.map_or(0.0, |s| s.0);
    let row = source.gazetteer.row(best.place)?;
    let near = |other: &Row| other.position.distance_km(row.position) < 40.0;
    let doubt = second.filter(|_| margin < CLOSE).and_then(|(_, other_candidate, _)| {
        let other = source.gazetteer.row(other_candidate.place)?;
        let around = source.gazetteer.admin1_of(best.place) == Some(other_candidate.place);
        (!near(&other) && !around).then(|| {
            let country = other.country.map(|c| format!(" in {c}")).unwrap_or_default();
            format!("could also be the {}{country}", kind_in_words(other.kind))
        })
    });
    Some(Sense {
        place: best.place,
        confidence: confidence(*best_score, margin, supported, doubt.is_some()),
        candidates: first.candidates.len(),
        why: heard_as(source, best) + &explain(reasons, scored.len()),
        doubt,
    })
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

/// Without "province" beside it, the name of a division that is also that of its town
/// means the town: "shells fell on Idlib".
fn put_town_before_its_division(
    source: &Source<'_>,
    scored: &mut [(f32, &Candidate, Vec<String>)],
) {
    const TOWN: u32 = 10_000;
    let row = |n: usize| scored.get(n).and_then(|(_, c, _)| source.gazetteer.row(c.place));
    if row(0).is_none_or(|row| row.kind != Kind::Admin1) {
        return;
    }
    let division = scored.first().map(|(_, candidate, _)| candidate.place);
    let town = (1..scored.len()).find(|&n| {
        row(n).is_some_and(|town| {
            town.kind == Kind::City
                && (town.is_admin_seat || town.population.is_some_and(|p| p >= TOWN))
                && town.admin1 == division
        })
    });
    if let Some(town) = town {
        scored[..=town].rotate_right(1);
    }
}

/// Whether it must lie in a country that the article names, or be named as a place.
fn is_small(row: &Row) -> bool {
    match row.kind {
        Kind::City | Kind::Village => row.population.unwrap_or(0) < SMALL && !row.is_capital,
        Kind::Country | Kind::Region | Kind::Sea | Kind::Admin1 => false,
        _ => true,
    }
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

/// What the rest of the article says for a candidate.
#[derive(Clone, Copy)]
struct Support {
    /// How much its country is named, 0 to 1.
    share: f32,
    /// Whether the first-level division that it lies in is named.
    division_named: bool,
    /// Whether the words ask for a division: "Syunik province".
    division_wanted: bool,
    /// Whether a country or division that it lies in stands behind the name: "Goris, Armenia".
    with_whole: bool,
    /// Whether one stands there in which it does not lie.
    with_another_whole: bool,
}

fn score(
    source: &Source<'_>,
    support: Support,
    group: &[&Mention],
    candidate: &Candidate,
    row: &Row,
) -> (f32, Vec<String>) {
    let mut reasons = Vec::new();
    let mut score = prior(row) + name_weight(candidate);
    if let Some(file) = source.gazetteer.own_file(candidate.place) {
        score += OWN;
        reasons.push(format!("one of your own places, from {file}"));
    }
    score += 0.45 * support.share;
    if support.share > 0.3 && row.kind != Kind::Country {
        reasons.extend(row.country.map(|country| format!("in {country}, which the article names")));
    }
    if support.division_named {
        score += 0.25;
        reasons.push("in a province that the article names".to_owned());
    }
    if support.with_whole {
        score += 0.8;
        reasons.push("named with the country or province it lies in".to_owned());
    } else if support.with_another_whole {
        score -= 0.3;
    }
    match row.kind {
        Kind::Admin1 | Kind::Admin2 if support.division_wanted => score += 0.3,
        // Named after its town, and the town is meant.
        Kind::Admin2 => score -= 0.2,
        _ => {}
    }
    if group.iter().any(|m| wants_settlement(source, m))
        && matches!(row.kind, Kind::City | Kind::Village)
    {
        score += 0.3;
    }
    (score, reasons)
}

/// How likely a place is meant before anything else is known, 0 to 1.
fn prior(row: &Row) -> f32 {
    let size = || row.population.map_or(0.0, |p| (p.max(1) as f32).log10());
    match row.kind {
        Kind::Country => 1.0,
        Kind::Admin1 => 0.55,
        Kind::Region | Kind::Sea => 0.6,
        Kind::City if row.is_capital => 0.75,
        Kind::City => 0.085 * size(),
        Kind::Village => 0.12 + 0.03 * size(),
        Kind::Admin2 => 0.3,
        Kind::Lake | Kind::River | Kind::Mountain => 0.45,
        Kind::Airport | Kind::Base | Kind::Camp | Kind::Other => 0.4,
    }
}

fn name_weight(candidate: &Candidate) -> f32 {
    let of_use = match candidate.name_use {
        NameUse::Main | NameUse::Abbreviation => 0.0,
        NameUse::Alternate => -0.12,
        NameUse::Former => -0.05,
        NameUse::Metonym(_) => 0.1,
    };
    let of_match = match candidate.matched {
        Matched::Exact => 0.0,
        Matched::Folded => 0.02,
        Matched::Loose | Matched::Misspelt => 0.15,
    };
    of_use - of_match
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

/// "province of Syunik", "Syunik province", and names that end so: "Wayne County".
fn wants_division(source: &Source<'_>, mention: &Mention) -> bool {
    const WORDS: [&str; 8] =
        ["province", "region", "oblast", "governorate", "state", "district", "county", "raion"];
    let last = source.word(mention.last).to_lowercase();
    if mention.last > mention.first && WORDS.contains(&last.as_str()) {
        return true;
    }
    let after = source.word(mention.last + 1).to_lowercase();
    let before_of = mention.first >= 2 && source.word(mention.first - 1) == "of";
    let before =
        if before_of { source.word(mention.first - 2).to_lowercase() } else { String::new() };
    WORDS.contains(&after.as_str()) || WORDS.contains(&before.as_str())
}

/// "the city of Idlib", "the village of Sotk".
fn wants_settlement(source: &Source<'_>, mention: &Mention) -> bool {
    const WORDS: [&str; 8] =
        ["city", "cities", "town", "towns", "village", "villages", "settlement", "capital"];
    let back =
        |n: usize| mention.first.checked_sub(n).map_or("", |at| source.word(at)).to_lowercase();
    WORDS.contains(&back(1).as_str()) || back(1) == "of" && WORDS.contains(&back(2).as_str())
}

fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Admin1 => "province",
        Kind::Admin2 => "district",
        other => other.key(),
    }
}

/// 0 to 1.
fn confidence(score: f32, margin: f32, supported: bool, doubtful: bool) -> f32 {
    let base =
        0.45 + 0.3 * score.min(1.2) + 0.25 * margin.min(0.6) + if supported { 0.05 } else { 0.0 };
    let base = if doubtful { base - 0.2 } else { base };
    base.clamp(0.05, 0.99)
}

/// Whether there is but one town of the name, and not one of which nothing is known: it
/// says where the article is.
fn is_clear(source: &Source<'_>, mention: &Mention, row: &Row) -> bool {
    let division = |c: &Candidate| source.gazetteer.admin1_of(c.place);
    let first = mention.candidates.first().and_then(division);
    row.population.is_some()
        && first.is_some()
        && mention.candidates.iter().all(|candidate| division(candidate) == first)
}

/// Says so where the gazetteer has the name in another romanisation.
fn heard_as(source: &Source<'_>, candidate: &Candidate) -> String {
    match (candidate.matched, source.gazetteer.matched_name(candidate)) {
        (Matched::Loose | Matched::Misspelt, Some(name)) => {
            format!("sounds like {name} in the gazetteer; ")
        }
        _ => String::new(),
    }
}

fn explain(reasons: &[String], candidates: usize) -> String {
    let mut why = if reasons.is_empty() {
        "the best-known place of the name".to_owned()
    } else {
        reasons.join("; ")
    };
    match candidates {
        0 | 1 => {}
        2 => why.push_str("; 1 other place of the name"),
        n => why.push_str(&format!("; {} other places of the name", n - 1)),
    }
    why
}
