//! The clock: which days are shown, and how they move while playing.
//!
//! Time is counted in days since 1970-01-01 (see `model::date::day_number`).
//! Day `d` reaches from `d` to `d + 1`, so that a window of one day is 1.0 long.

use std::collections::VecDeque;

use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};

use crate::model::{DateRange, date::day_number};

/// The shortest window, in days.
pub const SHORTEST: f64 = 1.0;

/// How long playing from end to end takes at the speed chosen for new data, in seconds.
const FULL_PLAY_SECONDS: f64 = 24.0;

/// Lengths of windows that people think in: day, three days, week, fortnight,
/// month, quarter, half year, year, five years, a generation, a century.
const ROUND_LENGTHS: [f64; 11] =
    [1.0, 3.0, 7.0, 14.0, 30.0, 91.0, 182.0, 365.0, 1826.0, 9131.0, 36525.0];

/// The day with this number; the calendar's end where the number lies beyond it.
pub fn date_of(day: i32) -> Date {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    EPOCH.saturating_add(Span::new().days(day.clamp(-4_000_000, 2_900_000)))
}

/// A stretch of time in days, `to` exclusive. Invariant: `from < to`, both finite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Ends")]
pub struct Window {
    from: f64,
    to: f64,
}

/// A window as it is written.
#[derive(Deserialize)]
struct Ends {
    from: f64,
    to: f64,
}

impl From<Ends> for Window {
    fn from(ends: Ends) -> Self {
        let finite = |end: f64| if end.is_finite() { end } else { 0.0 };
        Self::new(finite(ends.from), finite(ends.to))
    }
}

impl Window {
    /// From one moment to another in either order, at least [`SHORTEST`] long.
    pub fn new(a: f64, b: f64) -> Self {
        let (from, to) = (a.min(b), a.max(b));
        Self { from, to: to.max(from + SHORTEST) }
    }

    /// All of these days.
    pub fn of_days(days: DateRange) -> Self {
        Self::new(f64::from(day_number(days.first())), f64::from(day_number(days.last())) + 1.0)
    }

    /// The first moment.
    pub fn from(&self) -> f64 {
        self.from
    }

    /// The moment after the last.
    pub fn to(&self) -> f64 {
        self.to
    }

    /// The length in days.
    pub fn length(&self) -> f64 {
        self.to - self.from
    }

    /// The days that it touches.
    pub fn days(&self) -> DateRange {
        // A window ending at midnight does not touch the day that begins there.
        let first = self.from.floor() as i32;
        let last = ((self.to - 1e-6).floor() as i32).max(first);
        DateRange::new(date_of(first), date_of(last))
            .unwrap_or_else(|| DateRange::day(date_of(first)))
    }

    /// Whether some moment of these days lies inside.
    pub fn touches(&self, days: DateRange) -> bool {
        let own = Self::of_days(days);
        own.from < self.to && self.from < own.to
    }

    /// The same length, so many days later.
    pub fn moved(&self, days: f64) -> Self {
        Self { from: self.from + days, to: self.to + days }
    }

    /// Moved, and shortened where it must, so that it lies inside `outer`.
    pub fn kept_in(&self, outer: Window) -> Self {
        let length = self.length().min(outer.length());
        let from = self.from.clamp(outer.from, outer.to - length);
        Self { from, to: from + length }
    }

    /// Whether it reaches over all of `other`.
    pub fn covers(&self, other: Window) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

/// How the window moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub enum Mode {
    /// A window of fixed length moves along.
    #[default]
    Window,
    /// Everything from the start up to a moment.
    Cumulative,
}

/// Which days are shown, and whether they move.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    extent: Option<Window>,
    core: Window,
    window: Window,
    playing: bool,
    speed: f64,
    mode: Mode,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            extent: None,
            core: Window::new(0.0, 1.0),
            window: Window::new(0.0, 1.0),
            playing: false,
            speed: 1.0,
            mode: Mode::default(),
        }
    }
}

impl Clock {
    /// From the first day of the data to the last; none where nothing is dated.
    pub fn extent(&self) -> Option<Window> {
        self.extent
    }

    /// When most of it happened: the extent without a few events long before or after.
    pub fn core(&self) -> Window {
        self.core
    }

    /// What is shown.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Whether the window moves by itself.
    pub fn playing(&self) -> bool {
        self.playing
    }

    /// Days per second.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// How the window moves.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether all of the data's time is shown.
    pub fn shows_all(&self) -> bool {
        self.extent.is_none_or(|extent| self.window.covers(extent))
    }

    /// New data reach over `extent`, most of them over `core`. A window that showed everything goes on
    /// doing so; another stays where it is, as far as it can.
    pub(super) fn set_extent(&mut self, extent: Option<Window>, core: Window) {
        let showed_all = self.shows_all();
        self.extent = extent;
        self.core = core;
        let Some(extent) = extent else {
            self.playing = false;
            return;
        };
        if showed_all {
            self.window = extent;
            self.speed = (core.length() / FULL_PLAY_SECONDS).max(0.5);
        } else {
            self.window = self.window.kept_in(extent);
        }
    }

    pub(super) fn set_window(&mut self, window: Window) {
        if let Some(extent) = self.extent {
            self.window = window.kept_in(extent);
            if self.mode == Mode::Cumulative {
                self.window = Window::new(extent.from, self.window.to);
            }
        }
    }

    pub(super) fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
        if self.extent.is_none() {
            return;
        }
        match mode {
            Mode::Cumulative => self.set_window(self.window),
            Mode::Window if !self.shows_all() => {
                let length = playing_length(self.core);
                self.set_window(Window::new(self.window.to - length, self.window.to));
            }
            Mode::Window => {}
        }
    }

    pub(super) fn set_speed(&mut self, days_per_second: f64) {
        if days_per_second.is_finite() {
            self.speed = days_per_second.clamp(0.01, 36_525.0);
        }
    }

    pub(super) fn pause(&mut self) {
        self.playing = false;
    }

    /// Starts to play. What has run to the end starts again; a window over
    /// everything would have nowhere to go and becomes a short one at the start.
    pub(super) fn play(&mut self) {
        let Some(extent) = self.extent else { return };
        self.playing = true;
        if self.window.to >= extent.to {
            self.go_to(self.core.from);
        }
    }

    pub(super) fn go_to_start(&mut self) {
        if let Some(extent) = self.extent {
            self.go_to(extent.from);
        }
    }

    /// Begins at a moment with the window's length, or with everything before it.
    fn go_to(&mut self, from: f64) {
        let length = match self.mode {
            Mode::Cumulative => SHORTEST,
            Mode::Window => self.moving_length(),
        };
        self.set_window(Window::new(from, from + length));
    }

    pub(super) fn go_to_end(&mut self) {
        let Some(extent) = self.extent else { return };
        let length = match self.mode {
            Mode::Cumulative => extent.length(),
            Mode::Window => self.moving_length(),
        };
        self.set_window(Window::new(extent.to - length, extent.to));
    }

    /// The window's length, or a shorter one where that would leave no room to move.
    fn moving_length(&self) -> f64 {
        if self.shows_all() { playing_length(self.core) } else { self.window.length() }
    }

    /// Moves the window as little as needed to show `days`. In cumulative mode
    /// it ends with them, so that they are the newest.
    pub(super) fn reveal(&mut self, days: DateRange) {
        let wanted = Window::of_days(days);
        let ends_elsewhere = self.mode == Mode::Cumulative && !self.shows_all();
        if ends_elsewhere {
            self.set_window(Window::new(self.window.from, wanted.to));
        } else if !self.window.touches(days) {
            let by = if wanted.from < self.window.from {
                wanted.from - self.window.from
            } else {
                wanted.to - self.window.to
            };
            self.set_window(self.window.moved(by));
        }
    }

    /// Lets time pass; whether the window moved.
    pub(super) fn tick(&mut self, seconds: f64) -> bool {
        let (Some(extent), true) = (self.extent, self.playing) else { return false };
        let days = self.speed * seconds.clamp(0.0, 1.0);
        let next = match self.mode {
            Mode::Window => self.window.moved(days),
            Mode::Cumulative => Window::new(self.window.from, self.window.to + days),
        };
        self.playing = next.to < extent.to;
        self.set_window(next);
        true
    }
}

/// From the first day of all to the last; days are pairs of numbers, the last included.
pub(super) fn hull_of(days: &[[i32; 2]]) -> Option<Window> {
    let first = days.iter().map(|days| days[0]).min()?;
    let last = days.iter().map(|days| days[1]).max()?;
    Some(Window::new(f64::from(first), f64::from(last) + 1.0))
}

/// When most events happened, given their days in the order of the first ones: all
/// days, or those of five sixths of the events if that is much shorter.
pub(super) fn core_of(days: &[[i32; 2]]) -> Option<Window> {
    const MUCH_SHORTER: f64 = 4.0;
    let all = hull_of(days)?;
    let kept = days.len() - days.len() / 6;
    let mut shortest = all;
    // Where the greatest last day may be of the stretch at hand: later days are smaller.
    let mut greatest: VecDeque<usize> = VecDeque::new();
    for (end, [_, last]) in days.iter().enumerate() {
        while greatest.back().is_some_and(|at| days[*at][1] <= *last) {
            greatest.pop_back();
        }
        greatest.push_back(end);
        let Some(start) = (end + 1).checked_sub(kept) else { continue };
        while greatest.front().is_some_and(|at| *at < start) {
            greatest.pop_front();
        }
        let latest = greatest.front().map_or(*last, |at| days[*at][1]);
        let stretch = Window::new(f64::from(days[start][0]), f64::from(latest) + 1.0);
        if stretch.length() < shortest.length() {
            shortest = stretch;
        }
    }
    Some(if shortest.length() * MUCH_SHORTER < all.length() { shortest } else { all })
}

/// A round length that takes about a twelfth of the data's time.
fn playing_length(extent: Window) -> f64 {
    let twelfth = extent.length() / 12.0;
    ROUND_LENGTHS.into_iter().rev().find(|length| *length <= twelfth).unwrap_or(SHORTEST)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn clock(days: f64) -> Clock {
        let mut clock = Clock::default();
        let all = Window::new(100.0, 100.0 + days);
        clock.set_extent(Some(all), all);
        clock
    }

    #[test]
    fn a_day_number_and_its_date_are_inverse() {
        for day in [-700_000, -1, 0, 1, 18_993, 200_000] {
            assert_eq!(day_number(date_of(day)), day);
        }
    }

    #[test]
    fn a_window_shows_the_days_it_touches() {
        let days = DateRange::new(date(2021, 5, 12), date(2021, 5, 14)).unwrap();
        let window = Window::of_days(days);
        assert_eq!(window.length(), 3.0);
        assert_eq!(window.days(), days);
        assert!(window.touches(DateRange::day(date(2021, 5, 14))));
        assert!(!window.touches(DateRange::day(date(2021, 5, 15))));
        assert!(!window.touches(DateRange::day(date(2021, 5, 11))));
    }

    #[test]
    fn a_window_is_kept_inside_without_changing_its_length() {
        let outer = Window::new(0.0, 100.0);
        assert_eq!(Window::new(-5.0, 5.0).kept_in(outer), Window::new(0.0, 10.0));
        assert_eq!(Window::new(95.0, 105.0).kept_in(outer), Window::new(90.0, 100.0));
        assert_eq!(Window::new(-5.0, 500.0).kept_in(outer), outer);
    }

    #[test]
    fn new_data_are_shown_whole_unless_a_window_was_chosen() {
        let mut clock = clock(100.0);
        assert!(clock.shows_all());
        clock.set_extent(Some(Window::new(0.0, 300.0)), Window::new(0.0, 300.0));
        assert_eq!(clock.window(), Window::new(0.0, 300.0));
        clock.set_window(Window::new(10.0, 20.0));
        clock.set_extent(Some(Window::new(0.0, 400.0)), Window::new(0.0, 400.0));
        assert_eq!(clock.window(), Window::new(10.0, 20.0));
    }

    #[test]
    fn playing_moves_a_short_window_from_the_start_to_the_end_and_stops() {
        let mut clock = clock(100.0);
        clock.play();
        assert_eq!(clock.window(), Window::new(100.0, 107.0));
        let mut steps = 0;
        while clock.tick(0.5) && clock.playing() {
            steps += 1;
            assert!((clock.window().length() - 7.0).abs() < 1e-9);
        }
        assert!(steps > 10);
        assert_eq!(clock.window().to(), 200.0);
        assert!(!clock.playing());
    }

    #[test]
    fn playing_cumulatively_keeps_the_start() {
        let mut clock = clock(100.0);
        clock.set_mode(Mode::Cumulative);
        clock.play();
        clock.tick(1.0);
        assert_eq!(clock.window().from(), 100.0);
        assert!(clock.window().to() > 101.0);
        clock.go_to_end();
        assert!(clock.shows_all());
    }

    #[test]
    fn revealing_moves_as_little_as_needed() {
        let mut clock = clock(100.0);
        clock.set_window(Window::new(100.0, 110.0));
        clock.reveal(DateRange::day(date_of(105)));
        assert_eq!(clock.window(), Window::new(100.0, 110.0));
        clock.reveal(DateRange::day(date_of(120)));
        assert_eq!(clock.window(), Window::new(111.0, 121.0));
        clock.reveal(DateRange::day(date_of(102)));
        assert_eq!(clock.window(), Window::new(102.0, 112.0));
    }

    #[test]
    fn a_few_events_long_ago_do_not_stretch_the_core() {
        let mut days = vec![[6_624, 6_624]];
        days.extend((19_236..=19_244).map(|day| [day, day]));
        let most = Some(Window::new(19_236.0, 19_245.0));
        assert_eq!((core_of(&days), core_of(&days[1..])), (most, most));
        assert_eq!(core_of(&[]), None);
    }

    #[test]
    fn playing_everything_begins_with_the_core() {
        let mut clock = Clock::default();
        clock.set_extent(Some(Window::new(0.0, 10_000.0)), Window::new(9_900.0, 10_000.0));
        clock.play();
        assert_eq!(clock.window(), Window::new(9_900.0, 9_907.0));
        clock.go_to_start();
        assert_eq!(clock.window(), Window::new(0.0, 7.0));
    }

    #[test]
    fn a_clock_without_days_does_not_play() {
        let mut clock = Clock::default();
        clock.play();
        assert!(!clock.playing());
        assert!(!clock.tick(1.0));
    }
}
