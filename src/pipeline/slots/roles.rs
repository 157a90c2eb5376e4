//! Who did it and to whom.

use super::Source;
use super::groups::Party;
use super::parts::Parts;
use crate::english::EntityLabel;
use crate::model::{Actor, Claim, EventType, Fate, Group, Role, within};
use crate::pipeline::events::Draft;

/// Those who take part, in text order, each once. Who only speaks of it is left out.
pub fn find(source: &Source<'_>, draft: &Draft, told: &Parts, claims: &[Claim]) -> Vec<Actor> {
    let violent = is_deed(draft.event_type);
    let mut cast = Cast { found: Vec::new() };
    let role = |role: Role| if told.mutual || !violent { Role::Participant } else { role };
    for &word in &told.doers {
        cast.add_all(parties(source, word), role(Role::Perpetrator));
    }
    for &noun in &told.nouns {
        // "A suicide bomber": who did it is the trigger itself.
        let written = source.syntax.word(noun).to_lowercase();
        if source.lexicon.actor_words.is_armed(&written) {
            cast.add_all(source.parties(noun), role(Role::Perpetrator));
        }
        for owner in source.owners(noun) {
            let done = if owner.civilian { Role::Victim } else { Role::Perpetrator };
            cast.add(owner, role(done));
        }
    }
    for &word in &told.partners {
        cast.add_all(source.parties(word), Role::Participant);
    }
    let mut ground = Vec::new();
    for &word in &told.done_to {
        let (of_ground, people): (Vec<Party>, Vec<Party>) =
            parties(source, word).into_iter().partition(|party| party.ground);
        let (civilians, others): (Vec<Party>, Vec<Party>) =
            people.into_iter().partition(|party| party.civilian && violent);
        cast.add_all(civilians, Role::Victim);
        cast.add_all(others, role(Role::Victim));
        ground.extend(of_ground);
    }
    add_tolls(source, draft, &mut cast);
    // "Shelled the Armenian town of Goris": done to Armenia where another country did it.
    for party in ground {
        if cast.found.iter().any(|a| {
            a.role == Role::Perpetrator && a.country.is_some() && a.country != party.actor.country
        }) {
            cast.add(party, Role::Victim);
        }
    }
    named_beside(source, draft, told, claims, &mut cast);
    cast.found.sort_by_key(|actor| (actor.span, actor.role));
    cast.found
}

/// "The army said it had shelled …", "… one of its soldiers": the side that speaks.
fn own_side(source: &Source<'_>, head: usize) -> Vec<Party> {
    const LONGEST: usize = 8;
    let syntax = source.syntax;
    let is = |n: usize, list: &[&str]| list.contains(&syntax.word(n).to_lowercase().as_str());
    let words = syntax.phrase(head);
    let own = is(head, &["it", "we"])
        || words.take(LONGEST).any(|n| syntax.tag(n) == "PRP$" && is(n, &["its", "our"]));
    let verbs = syntax
        .heads(head)
        .filter(|&verb| source.lexicon.claims.verb(&syntax.lemma(verb).to_lowercase()).is_some());
    let speaker = verbs.into_iter().find_map(|verb| syntax.dependent(verb, &["nsubj"]));
    let speaker = speaker.filter(|&speaker| own && speaker != head);
    speaker.map_or_else(Vec::new, |speaker| source.parties(speaker))
}

/// All whom a phrase names; of "its soldiers", the side that speaks.
fn parties(source: &Source<'_>, head: usize) -> Vec<Party> {
    let own = own_side(source, head);
    if own.is_empty() { source.parties(head) } else { own }
}

/// Whether somebody does it to somebody.
fn is_deed(event_type: EventType) -> bool {
    matches!(event_type.group(), Group::Violent | Group::Movement)
        || event_type == EventType::AbductionArrest
}

/// Those found so far, each name once.
struct Cast {
    found: Vec<Actor>,
}

impl Cast {
    fn add(&mut self, party: Party, role: Role) {
        if !self.found.iter().any(|known| known.name == party.actor.name) {
            self.found.push(Actor { role, ..party.actor });
        }
    }

    fn add_all(&mut self, parties: Vec<Party>, role: Role) {
        parties.into_iter().for_each(|party| self.add(party, role));
    }
}

/// Those who were killed, hurt or taken.
fn add_tolls(source: &Source<'_>, draft: &Draft, cast: &mut Cast) {
    for toll in &draft.tolls {
        let nobody = toll.count.high() == Some(0);
        if nobody || matches!(toll.fate, Fate::Missing) {
            continue;
        }
        let Some(head) = source.syntax.top(toll.count.evidence) else { continue };
        let role = if toll.of_attackers { Role::Perpetrator } else { Role::Victim };
        cast.add_all(parties(source, head), role);
    }
}

/// Where the grammar names nobody of a clash, or not all who talk: the sides named in the
/// sentence, but for those who only speak of it.
fn named_beside(
    source: &Source<'_>,
    draft: &Draft,
    told: &Parts,
    claims: &[Claim],
    cast: &mut Cast,
) {
    let deed = is_deed(draft.event_type);
    if deed && !(told.mutual && cast.found.is_empty()) {
        return;
    }
    let clause = |word: usize| source.syntax.tag(word).starts_with('V');
    let verb =
        std::iter::once(draft.head).chain(source.syntax.heads(draft.head)).find(|&n| clause(n));
    let span = match verb {
        Some(verb) if !cast.found.is_empty() => source.syntax.phrase_span(verb),
        _ => source.sentence,
    };
    for actor in within(source.mentions, span, |a| a.span) {
        let speaks = claims.iter().any(|claim| {
            claim.claimant.span.overlaps(actor.span) || claim.claimant.name.ends_with(&actor.name)
        });
        if !speaks && source.sentence.contains(actor.span) && !is_of_title(source, actor) {
            let party = Party { actor: actor.clone(), ground: false, civilian: false };
            cast.add(party, Role::Participant);
        }
    }
}

/// "Russian President Vladimir Putin": the person takes part, as is told by the name.
fn is_of_title(source: &Source<'_>, actor: &Actor) -> bool {
    let syntax = source.syntax;
    let Some(top) = syntax.top(actor.span) else { return false };
    let Some(head) = syntax.head(top) else { return false };
    matches!(syntax.relation(top), "amod" | "compound" | "nmod" | "poss")
        && (source.mention(syntax.span(head)).is_some()
            || source.label(head) == Some(EntityLabel::Person))
}
