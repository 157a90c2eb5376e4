//! Expressions of time and the days they mean (TIMEX3, ISO-TimeML).
//!
//! The patterns stand in `assets/rules/dates.toml`; [`values`] does the sums.

mod accepts;
mod rules;
mod units;
mod values;
mod words;

use std::cmp::Reverse;

use jiff::civil::Date;
use regex::Captures;

use self::rules::{Rule, rules};
use self::values::Anchor;
use super::sentences::Sentence;
use crate::lexicon::Lexicon;
use crate::model::{Remark, RemarkKind, Span, Timex};

/// Finds the expressions of time in the sentences, in text order, without overlaps.
/// What needs a day of publication and has none leaves a remark.
pub fn find(
    text: &str,
    sentences: &[Sentence],
    published: Option<Date>,
    lexicon: &Lexicon,
) -> (Vec<Timex>, Vec<Remark>) {
    let mut timexes = Vec::new();
    let mut remarks = Vec::new();
    let mut reader = Reader { text, published, lexicon, told: None };
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
    let anchor = Anchor {
        published: year.and_then(|year| Date::new(year, 12, 31).ok()),
        told: None,
        future: false,
    };
    let candidates = candidates(text, |rule| rule.gives_a_day());
    choose(candidates).into_iter().find_map(|candidate| {
        let value = candidate.rule.value(&candidate.captures, candidate.span, &anchor)?;
        let range = value.range?;
        (range.days() == 1).then_some((range.first(), value.span))
    })
}

/// Walks through the sentences and remembers the day that was told last.
struct Reader<'t> {
    text: &'t str,
    published: Option<Date>,
    lexicon: &'t Lexicon,
    told: Option<Date>,
}

impl Reader<'_> {
    fn read(&mut self, sentence: &Sentence) -> Vec<Timex> {
        let words = sentence.span.of(self.text);
        let mut timexes = Vec::new();
        for candidate in choose(candidates(words, |_| true)) {
            let before = &words[..candidate.span.start];
            let anchor = Anchor {
                published: self.published,
                told: self.told,
                future: self.lexicon.looks_ahead(before),
            };
            let Some(value) = candidate.rule.value(&candidate.captures, candidate.span, &anchor)
            else {
                continue;
            };
            self.told = value.tells.or(self.told);
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
}

struct Candidate<'t> {
    rule: &'static Rule,
    order: usize,
    span: Span,
    captures: Captures<'t>,
}

fn candidates(text: &str, wanted: impl Fn(&Rule) -> bool) -> Vec<Candidate<'_>> {
    let wanted = rules().iter().enumerate().filter(|(_, rule)| wanted(rule));
    wanted
        .flat_map(|(order, rule)| {
            let matches = rule.matches(text).into_iter();
            matches.map(move |(span, captures)| Candidate { rule, order, span, captures })
        })
        .collect()
}

/// The candidate that starts first wins, then the longer, then the earlier rule.
fn choose(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    candidates.sort_by_key(|c| (c.span.start, Reverse(c.span.end), c.order));
    let mut end = 0;
    candidates.retain(|candidate| {
        let free = candidate.span.start >= end;
        if free {
            end = candidate.span.end;
        }
        free
    });
    candidates
}
