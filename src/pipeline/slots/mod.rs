//! What hangs on a trigger: who did it to whom, with what, what was damaged, who says so.

mod claims;
mod damage;
mod groups;
mod parts;
mod roles;
mod weapons;

use std::ops::Range;

use self::claims::Speakers;
use super::events::Draft;
use super::sentences::Sentence;
use super::syntax::Syntax;
use crate::gazetteer::Gazetteer;
use crate::lexicon::Lexicon;
use crate::model::{Actor, Claim, Claimant, Damage, Group, Report, Span, Stance, Toponym, Weapon};

/// What an article gives to this stage.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// The plain text.
    pub text: &'a str,
    /// Its grammar.
    pub syntax: &'a Syntax<'a>,
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// For each sentence, whether it is news.
    pub news: &'a [bool],
    /// Countries, groups and persons that it names, in text order.
    pub mentions: &'a [Actor],
    /// The places found in it.
    pub toponyms: &'a [Toponym],
    /// Names of peoples and countries.
    pub gazetteer: &'a Gazetteer,
    /// Words.
    pub lexicon: &'a Lexicon,
}

/// What the readers of one sentence read.
pub struct Source<'a> {
    text: &'a str,
    syntax: &'a Syntax<'a>,
    mentions: &'a [Actor],
    toponyms: &'a [Toponym],
    gazetteer: &'a Gazetteer,
    lexicon: &'a Lexicon,
    sentence: Span,
}

impl<'a> Source<'a> {
    fn of(article: &Article<'a>, sentence: usize) -> Self {
        Self {
            text: article.text,
            syntax: article.syntax,
            mentions: article.mentions,
            toponyms: article.toponyms,
            gazetteer: article.gazetteer,
            lexicon: article.lexicon,
            sentence: article.sentences.get(sentence).map_or(Span::new(0, 0), |s| s.span),
        }
    }

    /// The words of the sentence.
    fn words(&self) -> Range<usize> {
        self.syntax.within(self.sentence)
    }
}

/// What hangs on one trigger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slots {
    /// Who takes part, in text order.
    pub actors: Vec<Actor>,
    /// With what.
    pub weapons: Vec<Weapon>,
    /// What was damaged.
    pub damage: Vec<Damage>,
    /// All that is said of it, in text order.
    pub claims: Vec<Claim>,
}

impl Slots {
    /// Who says that it happened; `None` where the article itself does.
    pub fn claimed_by(&self) -> Option<Claimant> {
        let says = |claim: &&Claim| !matches!(claim.stance, Stance::Denies | Stance::Doubts);
        self.claims.iter().find(says).map(|claim| claim.claimant.clone())
    }
}

/// Reads the slots of drafts in text order.
pub struct Reader<'a> {
    article: Article<'a>,
    speakers: Speakers,
}

impl<'a> Reader<'a> {
    /// Learns who speaks in the article.
    pub fn new(article: Article<'a>) -> Self {
        let speakers = Speakers::of(&article);
        Self { article, speakers }
    }

    /// What hangs on the trigger of a draft.
    pub fn slots(&self, draft: &Draft) -> Slots {
        let source = Source::of(&self.article, draft.sentence);
        let lexicon = source.lexicon;
        let grammar = &lexicon.actor_words.grammar;
        let parts = parts::find(source.syntax, grammar, &lexicon.claims, draft.head);
        let hurts = matches!(draft.event_type.group(), Group::Violent);
        let claims = self.speakers.claims(&source, draft);
        Slots {
            actors: roles::find(&source, draft, &parts, &claims),
            weapons: weapons::find(&source, &parts),
            damage: if hurts { damage::find(&source) } else { Vec::new() },
            claims,
        }
    }

    /// What is said elsewhere in the article of reports that were made of drafts, in the
    /// same order: denials, and who claims to have done it.
    pub fn answer(&self, drafts: &[Draft], reports: &mut [&mut Report]) {
        claims::answer(&self.article, &self.speakers, drafts, reports);
    }

    /// Says of each claim in the reports, joined already, of which fields it speaks.
    pub fn tell_fields(&self, reports: &mut [Report]) {
        claims::tell_fields(&self.article, reports);
    }
}

/// Joins what two accounts of one happening tell; the first keeps its order.
pub fn absorb(known: &mut Report, report: &Report) {
    for actor in &report.actors {
        match known.actors.iter_mut().find(|a| a.name == actor.name) {
            Some(same) if same.role == crate::model::Role::Participant => same.role = actor.role,
            Some(_) => {}
            None => known.actors.push(actor.clone()),
        }
    }
    for weapon in &report.weapons {
        if !known.weapons.iter().any(|w| w.class == weapon.class) {
            known.weapons.push(weapon.clone());
        }
    }
    for damage in &report.damage {
        match known.damage.iter_mut().find(|d| d.class == damage.class) {
            Some(same) => {
                same.destroyed |= damage.destroyed;
                same.low = same.low.max(damage.low);
            }
            None => known.damage.push(damage.clone()),
        }
    }
    for claim in &report.claims {
        let same = |c: &Claim| c.claimant.name == claim.claimant.name && c.stance == claim.stance;
        if !known.claims.iter().any(same) {
            known.claims.push(claim.clone());
        }
    }
}

#[cfg(test)]
mod tests;
