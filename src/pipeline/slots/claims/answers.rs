//! What the article says elsewhere of what it reports: denials, and who claims the deed.

use super::speakers::Speakers;
use super::subject;
use crate::model::{Actor, Claim, Group, Report, Role, Stance};
use crate::pipeline::events::Draft;
use crate::pipeline::slots::{Article, Source};

/// How many sentences back an accusation may stand to which "the charge" points.
const REACH: usize = 3;

/// Adds what is said of `reports`, made of `drafts` in the same order.
pub fn answer(
    article: &Article<'_>,
    speakers: &Speakers,
    drafts: &[Draft],
    reports: &mut [&mut Report],
) {
    for number in (0..article.sentences.len()).filter(|&number| article.news[number]) {
        let source = Source::of(article, number);
        for word in source.words() {
            if !source.syntax.tag(word).starts_with('V') {
                continue;
            }
            deny(&source, speakers, (number, word), drafts, reports);
            take_on(&source, speakers, (number, word), drafts, reports);
        }
    }
}

/// "Baku denied it had shelled Goris", "which Armenia rejects".
fn deny(
    source: &Source<'_>,
    speakers: &Speakers,
    (sentence, verb): (usize, usize),
    drafts: &[Draft],
    reports: &mut [&mut Report],
) {
    let syntax = source.syntax;
    let lemma = syntax.lemma(verb).to_lowercase();
    let denies = source.lexicon.claims.verb(&lemma).is_some_and(|v| v.stance == Stance::Denies);
    if !denies || syntax.dependent(verb, &["neg"]).is_some() {
        return;
    }
    let Some(claim) = speakers.claim(source, sentence, verb, Stance::Denies) else { return };
    let Some(denied) = denied(source, verb) else { return };
    let groups = &denied.groups;
    let own =
        |report: &Report| report.claims.iter().any(|c| c.claimant.name == claim.claimant.name);
    let fits = |(draft, report): (&Draft, &&mut Report)| {
        let near = draft.sentence <= sentence && draft.sentence + REACH >= sentence;
        if own(report) {
            return false;
        }
        if groups.is_empty() {
            near && (!report.claims.is_empty() || is_doer(report, &claim))
        } else {
            groups.contains(&report.event_type.group())
                && (near || shares_place(source, &denied, report))
        }
    };
    let last = drafts.iter().zip(reports.iter()).rposition(fits);
    if let Some(report) = last.and_then(|at| reports.get_mut(at)) {
        report.claims.push(claim);
    }
}

fn is_doer(report: &Report, claim: &Claim) -> bool {
    report.actors.iter().any(|actor| {
        actor.role == Role::Perpetrator
            && (actor.name == claim.claimant.name
                || actor.country.is_some() && actor.country == claim.country)
    })
}

/// What a denial is of.
struct Denied {
    /// The sorts of events whose triggers it names; none for "the charge".
    groups: Vec<Group>,
    /// The words of it.
    words: std::ops::Range<usize>,
}

/// `None` where what is denied is no event: "rejected the offer".
fn denied(source: &Source<'_>, verb: usize) -> Option<Denied> {
    let syntax = source.syntax;
    let object = syntax.dependents(verb).find(|&word| {
        matches!(syntax.relation(word), "ccomp" | "dobj" | "xcomp" | "nsubjpass" | "pcomp")
    });
    let Some(object) = object else {
        // "Armenia denies."
        return Some(Denied { groups: Vec::new(), words: verb..verb });
    };
    let words = syntax.phrase(object);
    let rules = &source.lexicon.events;
    let mut groups: Vec<Group> = Vec::new();
    for word in words.clone() {
        let lemma = syntax.lemma(word).to_lowercase();
        let verb = syntax.tag(word).starts_with('V');
        let triggers = if verb { rules.verbs(&lemma) } else { rules.nouns(&lemma) };
        groups.extend(triggers.iter().map(|trigger| rules.frame(trigger).event_type.group()));
    }
    let charge = source.lexicon.claims.charge.contains(&syntax.lemma(object).to_lowercase());
    (charge || !groups.is_empty()).then_some(Denied { groups, words })
}

fn shares_place(source: &Source<'_>, denied: &Denied, report: &Report) -> bool {
    let (Some(first), Some(last)) = (denied.words.clone().next(), denied.words.clone().next_back())
    else {
        return false;
    };
    let span = source.syntax.span(first).join(source.syntax.span(last));
    let toponyms = crate::model::within(source.toponyms, span, |t| t.span);
    let places = toponyms.iter().filter_map(|t| t.place.as_ref().map(|place| place.id));
    places.into_iter().any(|id| report.locations.iter().any(|l| l.place == Some(id)))
}

/// "The group claimed responsibility for the attack."
fn take_on(
    source: &Source<'_>,
    speakers: &Speakers,
    (sentence, verb): (usize, usize),
    drafts: &[Draft],
    reports: &mut [&mut Report],
) {
    let syntax = source.syntax;
    let words = &source.lexicon.claims;
    let takes = words.takes_on.contains(&syntax.lemma(verb).to_lowercase());
    let owned = syntax.dependent(verb, &["dobj"]).filter(|&n| words.owns.contains(syntax.word(n)));
    let (true, Some(_)) = (takes, owned) else { return };
    let Some(head) = subject(source, verb) else { return };
    let nobody = syntax.dependents(head).any(|n| syntax.word(n).eq_ignore_ascii_case("no"));
    if nobody || syntax.dependent(verb, &["neg"]).is_some() {
        return;
    }
    let fits = |(draft, report): (&Draft, &&mut Report)| {
        report.event_type.group() == Group::Violent
            && draft.sentence <= sentence
            && draft.sentence + REACH + 1 >= sentence
    };
    let last = drafts.iter().zip(reports.iter()).rposition(fits);
    let Some(report) = last.and_then(|at| reports.get_mut(at)) else { return };
    if let Some(claim) = speakers.claim(source, sentence, verb, Stance::Admits)
        && !report.claims.iter().any(|c| c.claimant.name == claim.claimant.name)
    {
        report.claims.push(claim);
    }
    for party in source.parties(head) {
        match report.actors.iter_mut().find(|actor| actor.name == party.actor.name) {
            Some(known) => known.role = Role::Perpetrator,
            None => report.actors.push(Actor { role: Role::Perpetrator, ..party.actor }),
        }
    }
}
