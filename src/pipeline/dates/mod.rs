//! Expressions of time and the days they mean (TIMEX3, ISO-TimeML).
//!
//! The patterns stand in `assets/rules/dates.toml`; [`values`] does the sums.

mod classes;
mod context;
mod holidays;
mod narrative;
mod rules;
mod tense;
mod units;
mod values;
mod words;

use std::cmp::Reverse;

use jiff::civil::Date;
use regex::Captures;

use self::context::Anchor;
use self::rules::{Rule, rules};
use self::values::Value;
use super::sentences::Sentence;
use crate::model::{DateRange, Remark, RemarkKind, Span, Timex, TimexType, day_number};

/// Finds the expressions of time in the sentences, in text order, without overlaps.
/// What needs a day of publication and has none leaves a remark.
pub fn find(
    text: &str,
    sentences: &[Sentence],
    published: Option<Date>,
) -> (Vec<Timex>, Vec<Remark>) {
    let mut timexes = Vec::new();
    let mut remarks = Vec::new();
    let narrative = narrative::tells_of_the_past(text, published);
    let anchor = Anchor { published: published.filter(|_| !narrative), ..Anchor::default() };
    let mut reader = Reader { text, anchor };
    for sentence in sentences {
        for timex in reader.read(sentence) {
            if timex.range.is_none() && published.is_none() && values::needs_anchor(&timex.value) {
                let message = "relative to an unknown day of publication".to_owned();
                remarks.push(Remark { span: timex.span, kind: RemarkKind::Undated, message });
            }
            timexes.push(timex);
        }
    }
    (timexes, remarks)
}

/// The first date of `text` with day, month and year; `year` stands in for a missing one.
pub fn first_full_date(text: &str, year: Option<i16>) -> Option<(Date, Span)> {
    let published = year.and_then(|year| Date::new(year, 12, 31).ok());
    let anchor = Anchor { published, ..Anchor::default() };
    let candidates = candidates(text, Rule::gives_a_day);
    in_order(candidates).into_iter().find_map(|candidate| {
        let value = candidate.rule.value(&candidate.captures, candidate.span, &anchor)?;
        let range = value.range?;
        (range.days() == 1).then_some((range.first(), value.span))
    })
}

/// So near to its start, an expression sets the time of the whole sentence: "In 1812".
const LEADING_BYTES: usize = 24;

/// A day further back than so many days, told in passing, does not take the story there.
const MOST_BACK_IN_PASSING_DAYS: i32 = 60;
/// Nor does a day further ahead than so many.
const MOST_AHEAD_IN_PASSING_DAYS: i32 = 250;

/// Walks through the sentences and remembers the days that were told last.
struct Reader<'t> {
    text: &'t str,
    anchor: Anchor,
}

impl Reader<'_> {
    fn read(&mut self, sentence: &Sentence) -> Vec<Timex> {
        let words = sentence.span.of(self.text);
        let mut timexes = Vec::new();
        let mut free_from = 0;
        for candidate in in_order(candidates(words, |_| true)) {
            if candidate.span.start < free_from {
                continue;
            }
            let from =
                timexes.last().filter(|last| self.starts_a_stretch(last, &candidate, sentence));
            let from = from.and_then(|timex: &Timex| timex.range);
            let Some(value) = self.value(words, &candidate, from) else { continue };
            free_from = candidate.span.end;
            let leads = sentence.heading || self.leads(words, candidate.span);
            self.remember(&value, leads);
            let start = sentence.span.start;
            timexes.push(Timex {
                span: Span::new(start + value.span.start, start + value.span.end),
                timex_type: value.timex_type,
                value: value.text,
                range: value.range,
                why: value.why,
            });
        }
        timexes
    }

    /// Whether an expression sets the time of its sentence: it stands near the start, and is no
    /// attribute ("A 1919 attempt").
    fn leads(&self, words: &str, span: Span) -> bool {
        let before = words[..span.start].trim_end();
        let attribute = ["a", "an", "the", "A", "An", "The"]
            .iter()
            .any(|article| before.rsplit([' ', '\n']).next() == Some(article));
        let year = span.of(words).bytes().all(|byte| byte.is_ascii_digit());
        span.start <= LEADING_BYTES && !(attribute && year)
    }

    /// Whether `candidate` follows a date with nothing but "to" or the like between them.
    fn starts_a_stretch(
        &self,
        start: &Timex,
        candidate: &Candidate<'_>,
        sentence: &Sentence,
    ) -> bool {
        const BETWEEN: [&str; 9] =
            ["to", "until", "till", "through", "-", "–", "—", "to the", "until the"];
        let at = sentence.span.start + candidate.span.start;
        let between = self.text.get(start.span.end..at).unwrap_or("").trim();
        start.timex_type == TimexType::Date && BETWEEN.contains(&between)
    }

    fn value(
        &self,
        words: &str,
        candidate: &Candidate<'_>,
        from: Option<DateRange>,
    ) -> Option<Value> {
        let (before, after) = (&words[..candidate.span.start], &words[candidate.span.end..]);
        let anchor = Anchor { tense: rules().tense.of(before, after), from, ..self.anchor };
        candidate.rule.value(&candidate.captures, candidate.span, &anchor)
    }

    /// A year in passing ("as in the war of 1812"), and a month or day in passing that lies
    /// far off ("the leader of the May 1812 uprising"), is told, but the story stays where it is;
    /// a sentence that starts with one takes it there.
    fn remember(&mut self, value: &Value, leads: bool) {
        let Some(told) = value.tells else { return };
        let names_a_month = told.days() <= 31;
        let names_a_year = told.days() <= 366;
        let near = self.anchor.story.is_none_or(|story| {
            let back = day_number(story.first()) - day_number(told.last());
            let ahead = day_number(told.first()) - day_number(story.last());
            back <= MOST_BACK_IN_PASSING_DAYS && ahead <= MOST_AHEAD_IN_PASSING_DAYS
        });
        if names_a_month && (leads || near)
            || names_a_year && (leads || self.anchor.story.is_none())
        {
            self.anchor.story = Some(told);
        }
        self.anchor.told = Some(told);
        self.anchor.told_day = if told.days() == 1 {
            Some(told.first())
        } else if self.anchor.tells_of_the_past() {
            None
        } else {
            self.anchor.told_day
        };
        if let Some((year, quarter)) = value.text.split_once("-Q") {
            self.anchor.quarter = year.parse().ok().zip(quarter.parse().ok());
        }
    }
}

struct Candidate<'t> {
    rule: &'static Rule,
    order: usize,
    span: Span,
    captures: Captures<'t>,
}

fn candidates(text: &str, wanted: impl Fn(&Rule) -> bool) -> Vec<Candidate<'_>> {
    let classes = rules().classes.of(text);
    if classes.is_empty() {
        return Vec::new();
    }
    let rules = rules().rules.iter().enumerate();
    rules
        .filter(|(_, rule)| rule.can_match(classes) && wanted(rule))
        .flat_map(|(order, rule)| {
            let matches = rule.matches(text).into_iter();
            matches.map(move |(span, captures)| Candidate { rule, order, span, captures })
        })
        .collect()
}

/// The candidate that starts first goes first, then the longer, then the earlier rule.
fn in_order(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    candidates.sort_by_key(|c| (c.span.start, Reverse(c.span.end), c.order));
    candidates
}
