//! The sums behind expressions of time: which day is "last Tuesday". One file for each
//! kind of expression; `periods` makes the values of weeks, months and years.

mod clock;
mod day;
mod length;
mod month;
mod nth;
mod periods;
mod quarter;
mod relative;
mod vague;
mod weekday;
mod year;

use regex::Captures;

use super::context::Anchor;
use super::rules::Kind;
use super::tense::Tense;
use crate::model::{DateRange, Span, TimexType};

/// What an expression of time means.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The words of the expression.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub timex_type: TimexType,
    /// The TIMEX3 value.
    pub text: String,
    /// The days it means, where it means days that are known.
    pub range: Option<DateRange>,
    /// How the value was found, in words.
    pub why: String,
    /// The days that later expressions ("a day later", "that year") may count from.
    pub tells: Option<DateRange>,
}

/// Whether a value still lacks the day that it is relative to.
pub fn needs_anchor(value: &str) -> bool {
    value.starts_with("XXXX") && value != "XXXX-XX-XX" || value.is_empty()
}

/// The value of a match of the given kind.
pub fn value(kind: Kind, captures: &Captures<'_>, span: Span, anchor: &Anchor) -> Option<Value> {
    let found = match kind {
        Kind::Day | Kind::DayListed => day::day(captures, anchor),
        Kind::Iso => day::iso(captures),
        Kind::Numeric => day::numeric(captures),
        Kind::Holiday => day::holiday(captures, anchor),
        Kind::Clock => clock::clock(captures, anchor),
        Kind::Part => clock::part_of_a_day(captures, anchor),
        Kind::PartAlone => clock::part_alone(captures, anchor),
        Kind::Weekday => weekday::weekday(captures, anchor),
        Kind::Deictic => relative::deictic(captures, anchor),
        Kind::SameDay => relative::same_day(anchor),
        Kind::Same => relative::same(captures, anchor),
        Kind::Ago => relative::ago(captures, anchor),
        Kind::Calendar => relative::calendar(captures, anchor),
        Kind::WeekOf => relative::week_of(captures, anchor),
        Kind::SameTime => {
            relative::same_time(captures, anchor).filter(|_| anchor.tells_of_the_past())
        }
        Kind::NthOf => nth::nth_of(captures, anchor),
        Kind::Offset => nth::offset(captures, anchor),
        Kind::Ahead => relative::ahead(captures, anchor),
        Kind::MonthListed => month::listed(captures),
        Kind::Month => month::month(captures, anchor),
        Kind::Season => month::season(captures, anchor),
        Kind::Quarter => quarter::quarter(captures, anchor),
        Kind::PeriodAgo => quarter::period_ago(captures, anchor),
        Kind::Period => quarter::period(captures, anchor),
        Kind::Decade => year::decade(captures),
        Kind::Century => year::century(captures),
        Kind::Year => year::year(captures),
        Kind::Duration => length::duration(captures, anchor),
        Kind::VagueDuration => length::vague_duration(captures),
        Kind::After => length::after(captures, anchor),
        Kind::Set => length::set(captures),
        Kind::Present => vague::present(anchor),
        Kind::Past => vague::past(),
        Kind::Former => vague::past().filter(|_| anchor.tells_of_the_past()),
        Kind::Future => vague::future(),
        Kind::HistoryFuture => vague::future().filter(|_| anchor.tells_of_the_past()),
        Kind::HistorySeason => {
            month::season(captures, anchor).filter(|_| anchor.tells_of_the_past())
        }
        Kind::ThisDate => relative::same_day(anchor).filter(|_| anchor.tells_of_the_past()),
        Kind::FeastMonth => day::feast_month(captures, anchor),
        Kind::OneDay => vague::future().filter(|_| anchor.ahead()),
        Kind::DayOfMonth => day::of_month(captures, anchor),
    }?;
    Some(Value { span, ..found })
}

fn group<'t>(captures: &Captures<'t>, name: &str) -> Option<&'t str> {
    captures.name(name).map(|m| m.as_str())
}

/// The words of a group in lower case with single spaces; empty where it has none.
fn low(captures: &Captures<'_>, name: &str) -> String {
    let words = group(captures, name).unwrap_or("").split_whitespace();
    words.map(str::to_lowercase).collect::<Vec<String>>().join(" ")
}

fn parse<T: std::str::FromStr>(captures: &Captures<'_>, name: &str) -> Option<T> {
    let digits: String = group(captures, name)?.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn make(timex_type: TimexType, text: String, range: Option<DateRange>, why: &str) -> Option<Value> {
    Some(Value {
        span: Span::new(0, 0),
        timex_type,
        text,
        range,
        why: why.to_owned(),
        tells: range,
    })
}

/// A date that lacks the day that it is relative to.
fn unknown(text: String, why: &str) -> Option<Value> {
    make(TimexType::Date, text, None, why)
}

/// Of years before, in and after `now`, the one whose date an expression without a year means.
///
/// In news, it is the nearest on the side to which the words look. In histories, the
/// story goes on: the year told, or the next where that would go far back.
fn year_of<T>(
    anchor: &Anchor,
    date_in: impl Fn(i16) -> Option<T>,
    gap_days: impl Fn(&T) -> i32,
) -> Option<(T, &'static str)> {
    if let Some(from) = anchor.from {
        let why = "the next such day after the start of the stretch";
        let year = from.first().year();
        let date =
            date_in(year).filter(|date| gap_days(date) >= 0).or_else(|| date_in(year + 1))?;
        return Some((date, why));
    }
    let now = anchor.story_or_now()?;
    let this = date_in(now.year());
    let ahead = this.as_ref().map(gap_days);
    let (year, why) = if anchor.tells_of_the_past() {
        let told = anchor.story.map_or(0, |told| told.days());
        match ahead {
            Some(ahead) if told < 300 && ahead < -STORY_BACK_DAYS => {
                (now.year() + 1, "the next such day after those told before")
            }
            _ => (now.year(), "of the year told before"),
        }
    } else {
        let most = match anchor.tense {
            Some(Tense::Ahead) => i32::MAX,
            Some(Tense::Back) => MOST_AHEAD_IN_PAST_DAYS,
            None => MOST_AHEAD_DAYS,
        };
        match ahead {
            Some(ahead) if anchor.ahead() && ahead < -MOST_BEHIND_DAYS => {
                (now.year() + 1, "the next such day, since the words look ahead")
            }
            Some(ahead) if ahead > most => (now.year() - 1, "the last such day before publication"),
            Some(_) => (now.year(), "the year is that of publication"),
            None => (now.year() - 1, "the last year that has such a day"),
        }
    };
    date_in(year).map(|date| (date, why))
}

/// So many days ahead, a day without a year is still taken to be the next one: where the
/// words look back, and where they do not tell. Where they look ahead, so many days behind
/// are still taken to be the last one.
const MOST_AHEAD_IN_PAST_DAYS: i32 = 60;
const MOST_AHEAD_DAYS: i32 = 90;
const MOST_BEHIND_DAYS: i32 = 45;
/// So many days back, a history has more likely gone on to the next year.
const STORY_BACK_DAYS: i32 = 240;
