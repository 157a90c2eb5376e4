//! How many events each stretch of days has, by type, for the time slider.

use rayon::prelude::*;

use super::{Session, Step, Window, columns::Facts, filter::Fails};
use crate::model::EventType;

/// The number of types, and so of layers in a bar.
pub const LAYERS: usize = EventType::ALL.len();

/// The layer of what the filter hides, whatever its type.
const HIDDEN: usize = LAYERS;

/// Events that are counted by one thread at a time.
const CHUNK: usize = 1 << 16;

/// How many events a stretch of days has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Those that were certainly in it, by type code; last, those that the filter hides.
    certain: [u32; LAYERS + 1],
    /// Those that may have been in it or in another.
    possible: [u32; LAYERS + 1],
    /// Of the events that pass, those whose first possible day is in it.
    begun: u32,
    /// Of the events that pass, those whose last possible day is in it.
    ended: u32,
}

impl Bar {
    /// How many were certainly in it, by type code.
    pub fn certain(&self) -> &[u32] {
        &self.certain[..LAYERS]
    }

    /// How many may have been in it, by type code.
    pub fn possible(&self) -> &[u32] {
        &self.possible[..LAYERS]
    }

    /// How many the filter hides.
    pub fn hidden(&self) -> u32 {
        self.certain[LAYERS] + self.possible[LAYERS]
    }

    /// How many it shows.
    pub fn total(&self) -> u32 {
        self.certain().iter().chain(self.possible()).sum()
    }
}

/// Bars side by side, in the order of their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The first day of each bar, and the day after the last.
    edges: Vec<i32>,
    bars: Vec<Bar>,
    /// How many events ended before the first bar.
    before: u32,
    /// How many began after the last.
    after: u32,
}

impl Histogram {
    /// Bars of a step over all of these days.
    fn empty(step: Step, window: Window) -> Self {
        let first = step.number_of(window.from().floor() as i32);
        let last = step.number_of(window.to().ceil() as i32 - 1).max(first);
        let edges: Vec<i32> = (first..=last + 1).map(|number| step.first_day(number)).collect();
        let bars = vec![Bar::default(); edges.len() - 1];
        Self { edges, bars, before: 0, after: 0 }
    }

    /// Counts events that could be on the map, given the conditions of the filter that
    /// each fails.
    fn of(facts: &[Facts], fails: &[Fails], step: Step, window: Window) -> Self {
        let empty = Self::empty(step, window);
        let chunks = facts.par_chunks(CHUNK).zip(fails.par_chunks(CHUNK));
        let mut counted = chunks
            .fold(|| empty.clone(), |counted, (facts, fails)| counted.count(facts, fails))
            .reduce(|| empty.clone(), Self::plus);
        let mut possible = [0u32; LAYERS + 1];
        for bar in &mut counted.bars {
            for (sum, change) in possible.iter_mut().zip(&mut bar.possible) {
                *sum = sum.wrapping_add(*change);
                *change = *sum;
            }
        }
        counted
    }

    /// Adds events; of those that are possible, only how their number changes from bar to bar.
    fn count(mut self, facts: &[Facts], fails: &[Fails]) -> Self {
        let (start, end) = (self.edges[0], self.edges[self.bars.len()]);
        let per_day = self.bars.len() as f32 / (end - start).max(1) as f32;
        for (facts, fails) in facts.iter().zip(fails) {
            if !facts.is_mappable() {
                continue;
            }
            let [first, last] = facts.days;
            let passes = u32::from(*fails == 0);
            if last < start {
                self.before += passes;
                continue;
            }
            if first >= end {
                self.after += passes;
                continue;
            }
            let seat = if *fails == 0 { usize::from(facts.code) } else { HIDDEN };
            let from = self.bar_of(first.max(start), per_day);
            let to = if last < self.edges[from + 1] {
                from
            } else {
                self.bar_of(last.min(end - 1), per_day)
            };
            if from == to && first >= start && last < end {
                let bar = &mut self.bars[from];
                bar.certain[seat] += 1;
                bar.begun += passes;
                bar.ended += passes;
                continue;
            }
            self.bars[from].possible[seat] = self.bars[from].possible[seat].wrapping_add(1);
            self.bars[from].begun += if first >= start { passes } else { 0 };
            self.bars[to].ended += if last < end { passes } else { 0 };
            if let Some(next) = self.bars.get_mut(to + 1) {
                next.possible[seat] = next.possible[seat].wrapping_sub(1);
            }
        }
        self
    }

    /// The bar of a day between the edges: a guess, for all bars are about as long, put right.
    fn bar_of(&self, day: i32, per_day: f32) -> usize {
        let guess = ((day - self.edges[0]) as f32 * per_day) as usize;
        let mut bar = guess.min(self.bars.len() - 1);
        while self.edges[bar + 1] <= day {
            bar += 1;
        }
        while self.edges[bar] > day {
            bar -= 1;
        }
        bar
    }

    fn plus(mut self, other: Self) -> Self {
        self.before += other.before;
        self.after += other.after;
        for (bar, more) in self.bars.iter_mut().zip(&other.bars) {
            let layers = bar.certain.iter_mut().chain(&mut bar.possible);
            for (count, more) in layers.zip(more.certain.iter().chain(&more.possible)) {
                *count = count.wrapping_add(*more);
            }
            bar.begun += more.begun;
            bar.ended += more.ended;
        }
        self
    }

    /// The bars with their first days and the days after their last ones.
    pub fn bars(&self) -> impl DoubleEndedIterator<Item = ([i32; 2], &Bar)> {
        self.edges.windows(2).map(|edges| [edges[0], edges[1]]).zip(&self.bars)
    }

    /// The bars that have a moment of the window.
    pub fn bars_in(&self, window: Window) -> impl Iterator<Item = ([i32; 2], &Bar)> {
        let (from, to) = (window.from().floor() as i32, window.to().ceil() as i32);
        let start = self.edges.partition_point(|edge| *edge <= from).saturating_sub(1);
        self.bars().skip(start).take_while(move |(days, _)| days[0] < to)
    }

    /// The bar that a moment is in.
    pub fn bar_at(&self, day: f64) -> Option<([i32; 2], &Bar)> {
        self.bars().find(|([from, to], _)| f64::from(*from) <= day && day < f64::from(*to))
    }

    /// How many events ended before the bar that this moment is in.
    pub fn earlier_than(&self, day: f64) -> u32 {
        let bars = self.bars().take_while(|(days, _)| f64::from(days[1]) <= day);
        self.before + bars.map(|(_, bar)| bar.ended).sum::<u32>()
    }

    /// How many events began after the bar that this moment is in.
    pub fn later_than(&self, day: f64) -> u32 {
        let bars = self.bars().rev().take_while(|(days, _)| f64::from(days[0]) >= day);
        self.after + bars.map(|(_, bar)| bar.begun).sum::<u32>()
    }
}

impl Session {
    /// The events of the filter, and how many it hides, in bars over these days. Takes some
    /// milliseconds where there are many events: keep it as long as
    /// [`Session::filter_version`] stays.
    pub fn histogram(&self, step: Step, window: Window) -> Histogram {
        Histogram::of(&self.facts, &self.fails, step, window)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::model::{Review, date::day_number};

    const SEPTEMBER: (Date, Date) = (date(2022, 9, 1), date(2022, 9, 30));

    /// Events as first day, last day and code of the type, counted by step: of each bar that
    /// is not empty the first day and how many are certain, possible and hidden.
    fn check(step: Step, over: (Date, Date), events: &[(Date, Date, u8)], wanted: &[&str]) {
        let facts: Vec<Facts> = events.iter().map(facts).collect();
        let fails: Vec<Fails> =
            events.iter().map(|event| Fails::from(event.2 == FILTERED) << 4).collect();
        let window =
            Window::new(f64::from(day_number(over.0)), f64::from(day_number(over.1)) + 1.0);
        let counted = Histogram::of(&facts, &fails, step, window);
        let mut found = vec![format!("{} earlier", counted.earlier_than(window.from()))];
        found.extend(counted.bars().filter(|(_, bar)| bar.total() + bar.hidden() > 0).map(
            |([from, _], bar)| {
                let [certain, possible] =
                    [bar.certain(), bar.possible()].map(|counts| counts.iter().sum::<u32>());
                format!("{}: {certain} {possible} {}", crate::session::date_of(from), bar.hidden())
            },
        ));
        found.push(format!("{} later", counted.later_than(window.to())));
        assert_eq!(found, wanted);
    }

    /// In place of a type, an event that the filter hides, and one without a place.
    const FILTERED: u8 = 20;
    const UNPLACED: u8 = 21;

    fn facts((first, last, code): &(Date, Date, u8)) -> Facts {
        Facts {
            days: [day_number(*first), day_number(*last)],
            killed: 0,
            code: *code,
            precision: u8::from(*code != UNPLACED),
            review: Review::default(),
            background: false,
            disputed: false,
        }
    }

    fn day(day: i8) -> Date {
        date(2022, 9, day)
    }

    #[test]
    fn events_of_a_day_are_certain_and_others_possible_on_all_of_their_days() {
        let events = [
            (day(12), day(12), 0),
            (day(12), day(12), 3),
            (day(13), day(15), 1),
            (day(14), day(14), FILTERED),
            (day(14), day(14), UNPLACED),
        ];
        check(
            Step::Days(1),
            SEPTEMBER,
            &events,
            &[
                "0 earlier",
                "2022-09-12: 2 0 0",
                "2022-09-13: 0 1 0",
                "2022-09-14: 0 1 1",
                "2022-09-15: 0 1 0",
                "0 later",
            ],
        );
        check(Step::Days(7), SEPTEMBER, &events, &["0 earlier", "2022-09-12: 3 0 1", "0 later"]);
    }

    #[test]
    fn an_event_across_the_border_of_two_bars_is_possible_in_both() {
        let events = [(date(2022, 8, 30), day(2), 5), (day(2), day(3), 5)];
        let year = (date(2022, 1, 1), date(2022, 12, 31));
        check(
            Step::Months(1),
            year,
            &events,
            &["0 earlier", "2022-08-01: 0 1 0", "2022-09-01: 1 1 0", "0 later"],
        );
        check(Step::years(1), year, &events, &["0 earlier", "2022-01-01: 2 0 0", "0 later"]);
    }

    #[test]
    fn what_is_beyond_the_bars_is_counted_and_what_reaches_into_them_is_shown() {
        let events = [
            (date(1993, 4, 2), date(1993, 4, 2), 0),
            (date(2022, 8, 1), day(1), 0),
            (day(30), date(2022, 10, 5), 0),
            (date(2022, 11, 5), date(2022, 11, 5), 0),
            (date(2022, 11, 5), date(2022, 11, 5), FILTERED),
        ];
        check(
            Step::Days(1),
            SEPTEMBER,
            &events,
            &["1 earlier", "2022-09-01: 0 1 0", "2022-09-30: 0 1 0", "1 later"],
        );
    }

    #[test]
    fn years_before_the_first_and_far_ahead_have_their_own_bars() {
        let events = [
            (date(-43, 3, 15), date(-43, 3, 15), 0),
            (date(1, 1, 1), date(1, 1, 1), 0),
            (date(9999, 12, 31), date(9999, 12, 31), 0),
        ];
        check(
            Step::years(1000),
            (Date::MIN, Date::MAX),
            &events,
            &[
                "0 earlier",
                "-001000-01-01: 1 0 0",
                "0000-01-01: 1 0 0",
                "9000-01-01: 1 0 0",
                "0 later",
            ],
        );
    }
}
