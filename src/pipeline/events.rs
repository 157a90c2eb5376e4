//! What the sentences say happened: drafts of reports, before they have a place.

use super::casualties::{self, Casualty};
use super::sentences::Sentence;
use crate::lexicon::{EventRule, Lexicon, Strength};
use crate::model::{
    Count, EventType, Remark, RemarkKind, Span, Timex, TimexType, Toponym, Usage, within,
};

/// Something that happened, as one sentence tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What happened.
    pub event_type: EventType,
    /// The words that say so.
    pub trigger: Span,
    /// The sentence, by its place in the list.
    pub sentence: usize,
    /// How much the trigger tells by itself.
    pub strength: Strength,
    /// How many died.
    pub killed: Option<Count>,
    /// How many were hurt.
    pub wounded: Option<Count>,
    /// How many were taken.
    pub captured: Option<Count>,
    /// What became of whom.
    pub tolls: Vec<Casualty>,
}

/// What this stage reads.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// For each sentence, whether it is news.
    pub news: &'a [bool],
    /// The numbers of dead and hurt, by sentence.
    pub casualties: &'a [Vec<Casualty>],
    /// The places found.
    pub toponyms: &'a [Toponym],
    /// The expressions of time found.
    pub timexes: &'a [Timex],
    /// Words and rules.
    pub lexicon: &'a Lexicon,
}

/// The drafts in text order of their triggers, and a remark for each trigger that is
/// no event, or not yet one.
pub fn find(source: &Source<'_>) -> (Vec<Draft>, Vec<Remark>) {
    let mut drafts = Vec::new();
    let mut remarks = Vec::new();
    for (number, sentence) in source.sentences.iter().enumerate() {
        if source.news[number] {
            read_sentence(source, number, sentence, &mut drafts, &mut remarks);
        }
    }
    drop_repeated_headings(source, &mut drafts);
    (drafts, remarks)
}

/// A trigger in a sentence; its span counts from the sentence's start.
struct Trigger<'r> {
    rule: &'r EventRule,
    span: Span,
}

fn read_sentence(
    source: &Source<'_>,
    number: usize,
    sentence: &Sentence,
    drafts: &mut Vec<Draft>,
    remarks: &mut Vec<Remark>,
) {
    let words = sentence.span.of(source.text);
    let mut found: Vec<Draft> = Vec::new();
    for trigger in triggers(source.lexicon, words) {
        if !has_support(source, number, sentence, trigger.rule.strength) {
            continue;
        }
        let at = Span::new(
            sentence.span.start + trigger.span.start,
            sentence.span.start + trigger.span.end,
        );
        if let Some((kind, message)) = context(source.lexicon, words, trigger.span) {
            remarks.push(Remark { span: at, kind, message });
            continue;
        }
        let same = found.iter().any(|d| d.event_type == trigger.rule.event_type);
        let weaker = trigger.rule.strength == Strength::Casualty && !found.is_empty();
        if !same && !weaker {
            found.push(Draft {
                event_type: trigger.rule.event_type,
                trigger: at,
                sentence: number,
                strength: trigger.rule.strength,
                killed: None,
                wounded: None,
                captured: None,
                tolls: Vec::new(),
            });
        }
    }
    keep_most_telling(&mut found);
    give_casualties(&source.casualties[number], &mut found);
    found.iter_mut().for_each(|draft| tell_battle_from_killing(source, words, draft));
    drafts.append(&mut found);
}

/// A sentence with more matches of one rule is no sentence.
const MOST_TRIGGERS: usize = 32;

/// All triggers, the strongest first, then in text order, without overlaps.
fn triggers<'r>(lexicon: &'r Lexicon, words: &str) -> Vec<Trigger<'r>> {
    let mut found: Vec<Trigger<'r>> = Vec::new();
    for rule in &lexicon.event_rules {
        for captures in rule.pattern.captures_iter(words).take(MOST_TRIGGERS) {
            let Some(whole) = captures.name("trigger").or_else(|| captures.get(0)) else {
                continue;
            };
            let trimmed = whole.as_str().trim_end();
            let span = Span::new(whole.start(), whole.start() + trimmed.len());
            found.push(Trigger { rule, span });
        }
    }
    found.sort_by_key(|t| {
        (std::cmp::Reverse(t.rule.strength), t.span.start, std::cmp::Reverse(t.span.end))
    });
    let mut kept: Vec<Trigger<'r>> = Vec::new();
    for trigger in found {
        if !kept.iter().any(|k| k.span.overlaps(trigger.span)) {
            kept.push(trigger);
        }
    }
    kept
}

/// Whether a trigger of this strength counts in this sentence.
fn has_support(
    source: &Source<'_>,
    number: usize,
    sentence: &Sentence,
    strength: Strength,
) -> bool {
    let somebody = |c: &Casualty| c.count.high() != Some(0);
    let casualties = source.casualties[number].iter().any(somebody);
    match strength {
        Strength::Strong => true,
        Strength::Casualty => casualties,
        Strength::Weak => {
            let timexes = within(source.timexes, sentence.span, |t| t.span);
            let toponyms = within(source.toponyms, sentence.span, |t| t.span);
            let dated = timexes.iter().any(|t| {
                t.range.is_some() && t.timex_type != TimexType::Duration && t.value != "PRESENT_REF"
            });
            let placed = toponyms.iter().any(|t| t.usage == Usage::Literal);
            casualties || dated || placed
        }
    }
}

/// Why a trigger is no event: the first rule that fits.
fn context(lexicon: &Lexicon, words: &str, span: Span) -> Option<(RemarkKind, String)> {
    let rule = lexicon.context_rules.iter().find(|rule| rule.fits(words, span.start, span.end))?;
    Some((rule.kind, rule.message.clone()))
}

/// Of several kinds of violence in a sentence, the one that tells more: shelling
/// rather than a battle, a battle rather than a killing.
fn keep_most_telling(drafts: &mut Vec<Draft>) {
    const TELLING: [EventType; 5] = [
        EventType::IedMineSuicide,
        EventType::AirDroneStrike,
        EventType::ShellingMissile,
        EventType::Battle,
        EventType::AttackOnCivilians,
    ];
    let rank = |draft: &Draft| TELLING.iter().position(|t| *t == draft.event_type);
    let Some(best) =
        drafts.iter().filter_map(|d| rank(d).map(|r| (std::cmp::Reverse(d.strength), r))).min()
    else {
        return;
    };
    drafts.retain(|d| rank(d).is_none_or(|r| (std::cmp::Reverse(d.strength), r) == best));
}

/// The dead and hurt of the sentence belong to its violence.
fn give_casualties(casualties: &[Casualty], drafts: &mut [Draft]) {
    let totals = casualties::totals(casualties);
    let violent = |d: &Draft| {
        d.event_type.group() == crate::model::Group::Violent
            || d.event_type == EventType::ProtestRiot
    };
    let takes_people = |d: &Draft| d.event_type == EventType::AbductionArrest;
    let at = drafts.iter().position(violent).or_else(|| drafts.iter().position(takes_people));
    if let Some(draft) = at.and_then(|at| drafts.get_mut(at)) {
        draft.killed = totals.killed;
        draft.wounded = totals.wounded;
        draft.captured = totals.captured;
        draft.tolls = casualties.to_vec();
    }
}

/// Soldiers who were killed fell in a battle, and so did the dead of a war.
fn tell_battle_from_killing(source: &Source<'_>, sentence: &str, draft: &mut Draft) {
    if draft.strength != Strength::Casualty {
        return;
    }
    let victims = draft.killed.or(draft.wounded).map_or("", |count| count.evidence.of(source.text));
    let has = |text: &str, fits: &dyn Fn(&str) -> bool| {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| fits(&word.to_lowercase()))
    };
    let fight = has(victims, &|word| source.lexicon.casualties.people.military.contains(word));
    let war = has(sentence, &|word| matches!(word, "war" | "fighting" | "battle" | "clashes"));
    if fight || war {
        draft.event_type = EventType::Battle;
    }
}

/// A headline says what the body says again.
fn drop_repeated_headings(source: &Source<'_>, drafts: &mut Vec<Draft>) {
    let in_body: Vec<EventType> = drafts
        .iter()
        .filter(|d| !source.sentences[d.sentence].heading)
        .map(|d| d.event_type)
        .collect();
    let groups: Vec<_> = in_body.iter().map(|t| t.group()).collect();
    drafts.retain(|d| {
        !source.sentences[d.sentence].heading || !groups.contains(&d.event_type.group())
    });
}
