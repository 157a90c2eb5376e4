//! When an event was: the expression of time that belongs to it, or the day of the story.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::dateline_prefix;
use super::events::Draft;
use super::sentences::Sentence;
use super::syntax::Syntax;
use super::ties::{Tie, tie};
use crate::lexicon::Lexicon;
use crate::model::{DateRange, Dated, Span, Timex, TimexType, within};

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
    /// The expressions of time found, in text order.
    pub timexes: &'a [Timex],
    /// The day of publication, where known.
    pub published: Option<Date>,
}

/// History told as context lies more than so many days before publication.
const BACKGROUND_DAYS: i32 = 60;

/// How a report came by its day, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firmness {
    /// Its sentence says it of the event.
    Named,
    /// It is the day on which somebody spoke of it.
    Told,
    /// The sentences before name it.
    Before,
    /// It is that of the story, or of publication.
    Assumed,
}

/// Finds the days of one article's events.
pub struct Calendar<'a> {
    source: Source<'a>,
    /// For what is told without a day.
    story: Option<Dated>,
}

impl<'a> Calendar<'a> {
    /// Looks at the article as a whole.
    pub fn new(source: Source<'a>) -> Self {
        let story = day_of_the_story(&source).or_else(|| around_publication(&source));
        Self { source, story }
    }

    /// When the draft happened, and how sure that is. `None` where nothing tells.
    pub fn date(&self, draft: &Draft) -> Option<(Dated, Firmness)> {
        let source = &self.source;
        let here = days_around(source, draft);
        let named = || Some((nearest(source, draft, &here, false)?, Firmness::Named));
        let told = || Some((nearest(source, draft, &here, true)?, Firmness::Told));
        let before = || Some((in_the_paragraph(source, draft)?, Firmness::Before));
        let assumed = || Some((self.story.clone()?, Firmness::Assumed));
        // "The attack", told before, was before what is said of it today.
        let (then, at_last): (&dyn Fn() -> _, &dyn Fn() -> _) =
            if draft.definite { (&before, &told) } else { (&told, &before) };
        named().or_else(then).or_else(at_last).or_else(assumed)
    }

    /// Whether it is told for a day after publication.
    pub fn is_ahead(&self, draft: &Draft) -> bool {
        let Some(published) = self.source.published else { return false };
        let here = days_around(&self.source, draft);
        let dated = nearest(&self.source, draft, &here, false);
        // The day of publication may be that of another zone.
        let tomorrow = published.tomorrow().unwrap_or(published);
        let planned = is_future(&self.source, draft.head);
        let latest = if planned { published } else { tomorrow };
        dated.is_some_and(|dated| dated.range.first() > latest)
    }

    /// Whether an event of these days is history told as context.
    pub fn is_background(&self, range: DateRange) -> bool {
        is_background(range, self.source.published)
    }
}

/// Whether an event of these days is history told as context.
fn is_background(range: DateRange, published: Option<Date>) -> bool {
    let Some(published) = published else { return false };
    DateRange::day(published).gap_days(range) > BACKGROUND_DAYS && range.last() < published
}

/// Whether an expression names days on which something can have happened.
fn names_days(timex: &Timex) -> bool {
    let vague = matches!(timex.value.as_str(), "PRESENT_REF" | "PAST_REF" | "FUTURE_REF");
    timex.range.is_some() && !vague && timex.timex_type != TimexType::Set
}

/// "Talks would continue on Saturday".
fn is_future(source: &Source<'_>, head: usize) -> bool {
    let syntax = source.syntax;
    let argument = matches!(syntax.relation(head), "nsubj" | "nsubjpass" | "dobj");
    let verb = syntax.head(head).filter(|_| argument).unwrap_or(head);
    syntax.dependents(verb).any(|word| {
        syntax.relation(word) == "aux"
            && matches!(syntax.lemma(word).as_ref(), "will" | "would" | "shall")
    })
}

/// The expressions of time of the draft's sentence that can be its day, with their ties.
fn days_around<'a>(source: &Source<'a>, draft: &Draft) -> Vec<(&'a Timex, Tie)> {
    let sentence = source.sentences[draft.sentence].span;
    let body = sentence.start + dateline_prefix::length(sentence.of(source.text));
    let timexes = within(source.timexes, sentence, |t| t.span);
    let here = timexes.iter().filter(|t| {
        t.span.start >= body && names_days(t) && !describes_a_thing(source.text, draft, t)
    });
    let with_tie = here.map(|timex| {
        let tie = tie(source.syntax, source.lexicon, draft.head, timex.span);
        (timex, tie.unwrap_or(Tie { steps: 6, ..Tie::default() }))
    });
    with_tie.filter(|(_, tie)| !tie.apart && !tie.describes).collect()
}

/// The day that is tied most closely, of those that are of the event or of its telling.
fn nearest(
    source: &Source<'_>,
    draft: &Draft,
    days: &[(&Timex, Tie)],
    told: bool,
) -> Option<Dated> {
    const STEP: usize = 40;
    let fit = days.iter().filter(|(_, tie)| tie.told == told);
    let (nearest, _) =
        fit.min_by_key(|(t, tie)| STEP * tie.steps + nearness(source.text, draft, t))?;
    let sentence = source.sentences[draft.sentence].span;
    let all = within(source.timexes, sentence, |t| t.span);
    let range = with_listed(source.text, all, nearest)?;
    let why = if told {
        format!("{}; the day on which it was told", nearest.why)
    } else {
        nearest.why.clone()
    };
    Some(Dated { range, evidence: Some(nearest.span), why })
}

/// "in May and April": the days of both.
fn with_listed(text: &str, timexes: &[Timex], timex: &Timex) -> Option<DateRange> {
    let own = timex.range?;
    let listed = timexes.iter().filter(|other| {
        let (first, second) =
            if other.span < timex.span { (*other, timex) } else { (timex, *other) };
        let between = text.get(first.span.end..second.span.start).unwrap_or("-");
        other.span != timex.span
            && matches!(
                between.trim(),
                "and" | "and in" | "or" | "to" | "until" | "-" | "–" | "and on"
            )
    });
    Some(listed.filter_map(|other| other.range).fold(own, |hull, range| hull.hull(range)))
}

/// The day that the article names most, if it is that of publication or shortly before.
fn day_of_the_story(source: &Source<'_>) -> Option<Dated> {
    const STORY_DAYS: i32 = 3;
    let published = DateRange::day(source.published?);
    let recent = |range: DateRange| {
        range.days() == 1
            && range.last() <= published.last()
            && range.gap_days(published) <= STORY_DAYS
    };
    let days: Vec<&Timex> =
        source.timexes.iter().filter(|t| names_days(t) && t.range.is_some_and(recent)).collect();
    let mut counts: BTreeMap<Option<DateRange>, usize> = BTreeMap::new();
    days.iter().for_each(|day| *counts.entry(day.range).or_default() += 1);
    let most = days.iter().rev().max_by_key(|day| counts.get(&day.range))?;
    let why = "no day is named: the day that the article names most".to_owned();
    Some(Dated { range: most.range?, evidence: Some(most.span), why })
}

/// "a 1997 pact": the year of a thing, not of what happened.
fn describes_a_thing(text: &str, draft: &Draft, timex: &Timex) -> bool {
    let before = text.get(..timex.span.start).unwrap_or("");
    let article = before.ends_with(" a ") || before.ends_with(" an ");
    article && timex.range.is_some_and(|r| r.days() > 31) && !draft.trigger.overlaps(timex.span)
}

/// The bytes between trigger and day; a comma sets them apart.
fn nearness(text: &str, draft: &Draft, timex: &Timex) -> usize {
    const COMMA: usize = 25;
    const CLAUSE: usize = 60;
    let (start, end) = if timex.span.start >= draft.trigger.end {
        (draft.trigger.end, timex.span.start)
    } else {
        (timex.span.end.min(draft.trigger.start), draft.trigger.start)
    };
    let between = text.get(start..end).unwrap_or("");
    let commas = between.matches(',').count();
    let clauses = between.matches([';', '"', '—']).count();
    draft.trigger.distance(timex.span) + COMMA * commas + CLAUSE * clauses
}

/// The last day named before, in the same paragraph.
fn in_the_paragraph(source: &Source<'_>, draft: &Draft) -> Option<Dated> {
    let sentence = &source.sentences[draft.sentence];
    let block_start = source.sentences[..draft.sentence]
        .iter()
        .rev()
        .take_while(|s| s.block == sentence.block)
        .last()?
        .span
        .start;
    let before = within(source.timexes, Span::new(block_start, sentence.span.start), |t| t.span);
    let exact = |t: &Timex| t.range.is_some_and(|range| range.days() <= 31);
    let mut named = before.iter().rev().filter(|t| names_days(t));
    let last = named.clone().find(|t| exact(t)).or_else(|| named.next())?;
    let why = "the day named before in the paragraph".to_owned();
    Some(Dated { range: last.range?, evidence: Some(last.span), why })
}

/// News without a day is of the day of publication; now and then of the day before.
fn around_publication(source: &Source<'_>) -> Option<Dated> {
    let range = DateRange::day(source.published?);
    let why = "no day is named: the day of publication, or shortly before".to_owned();
    Some(Dated { range, evidence: None, why })
}
