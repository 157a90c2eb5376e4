//! The clock: which days are shown, and how they move while playing.
//!
//! Time is counted in days since 1970-01-01 (see `model::date::day_number`).
//! Day `d` reaches from `d` to `d + 1`, so that a window of one day is 1.0 long.

use std::collections::VecDeque;

use jiff::{Span, civil::Date};
use serde::{Deserialize, Serialize};

use super::TimeAxis;
use crate::model::{DateRange, date::day_number};

/// The shortest window, in days.
pub const SHORTEST: f64 = 1.0;

/// How long playing from end to end takes at the speed chosen for new data, in seconds.
const FULL_PLAY_SECONDS: f64 = 24.0;

/// Lengths of windows that people think in: day, three days, week, fortnight,
/// month, quarter, half year, year, five years, a generation, a century.
pub const ROUND_LENGTHS: [f64; 11] =
    [1.0, 3.0, 7.0, 14.0, 30.0, 91.0, 182.0, 365.0, 1826.0, 9131.0, 36525.0];

/// The days that a window, and a second of playing, may have: one to all of the calendar.
pub const DAYS: std::ops::RangeInclusive<f64> = 0.01..=7_400_000.0;

/// The day with this number; the calendar's end where the number lies beyond it.
pub fn date_of(day: i32) -> Date {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    // No span is longer; the calendar is shorter.
    EPOCH.saturating_add(Span::new().days(day.clamp(-7_000_000, 7_000_000)))
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
        // In this order: what is rounded off of a long length must not turn the bounds around.
        let from = self.from.min(outer.to - length).max(outer.from);
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

/// What playing goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub enum PlayBy {
    /// So many days in a second.
    #[default]
    Time,
    /// So many events in a second, one after the other, however far apart they are.
    Events,
}

/// Which days are shown, and whether they move.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    extent: Option<Window>,
    core: Window,
    window: Window,
    playing: bool,
    play_by: PlayBy,
    /// Days per second.
    speed: f64,
    /// Events per second.
    pace: f64,
    /// Seconds since an event was shown while playing by events.
    waited: f64,
    looped: bool,
    trails: bool,
    /// Whether playing has moved the window to where it is.
    played: bool,
    mode: Mode,
    axis: TimeAxis,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            extent: None,
            core: Window::new(0.0, 1.0),
            window: Window::new(0.0, 1.0),
            playing: false,
            play_by: PlayBy::default(),
            speed: 1.0,
            pace: 1.0,
            waited: 0.0,
            looped: false,
            trails: true,
            played: false,
            mode: Mode::default(),
            axis: TimeAxis::default(),
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

    /// Whether time runs.
    pub fn playing(&self) -> bool {
        self.playing
    }

    /// What playing goes by.
    pub fn play_by(&self) -> PlayBy {
        self.play_by
    }

    /// Days per second, when playing by time.
    pub fn speed(&self) -> f64 {
        self.speed
    }

    /// Events per second, when playing by events.
    pub fn pace(&self) -> f64 {
        self.pace
    }

    /// Whether playing starts again at the end.
    pub fn looped(&self) -> bool {
        self.looped
    }

    /// Whether events fade after the window has left them, while playing.
    pub fn trails(&self) -> bool {
        self.trails
    }

    /// How many days before the window events are still fading; none where they do not.
    /// A window that a person chose shows what is in it and nothing else.
    pub fn trail_days(&self) -> Option<f64> {
        let trailing = self.trails && self.played && self.mode == Mode::Window;
        (trailing && !self.shows_all()).then(|| self.window.length())
    }

    /// How the window moves.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Which day of an event counts.
    pub fn axis(&self) -> TimeAxis {
        self.axis
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
            let speed = core.length() / FULL_PLAY_SECONDS;
            self.speed = if speed < 10.0 { (speed * 10.0).round() / 10.0 } else { speed.round() };
            self.speed = self.speed.max(0.5);
        } else {
            self.window = self.window.kept_in(extent);
        }
    }

    /// Shows these days, which a person chose.
    pub(super) fn set_window(&mut self, window: Window) {
        self.played = false;
        self.move_to(window);
    }

    fn move_to(&mut self, window: Window) {
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

    pub(super) fn set_axis(&mut self, axis: TimeAxis) {
        self.axis = axis;
        self.played = false;
    }

    pub(super) fn set_speed(&mut self, days_per_second: f64) {
        if days_per_second.is_finite() {
            self.speed = days_per_second.clamp(*DAYS.start(), *DAYS.end());
        }
    }

    pub(super) fn set_pace(&mut self, events_per_second: f64) {
        if events_per_second.is_finite() {
            self.pace = events_per_second.clamp(0.05, 100.0);
        }
    }

    pub(super) fn set_looped(&mut self, looped: bool) {
        self.looped = looped;
    }

    pub(super) fn set_trails(&mut self, trails: bool) {
        self.trails = trails;
    }

    /// Gives the window a length; one over everything begins with the core then. As long
    /// as everything is everything.
    pub(super) fn set_length(&mut self, days: f64) {
        if !days.is_finite() || self.extent.is_none() {
            return;
        }
        self.mode = Mode::Window;
        let from = if self.shows_all() { self.core.from } else { self.window.from };
        self.set_window(Window::new(from, from + days.clamp(SHORTEST, *DAYS.end())));
    }

    /// The next round length, shorter or longer.
    pub(super) fn change_length(&mut self, longer: bool) {
        let now = self.window.length();
        let mut lengths = ROUND_LENGTHS.into_iter();
        let next = if longer {
            lengths.find(|length| *length > now + 0.5).unwrap_or(*DAYS.end())
        } else {
            lengths.rfind(|length| *length < now - 0.5).unwrap_or(SHORTEST)
        };
        self.set_length(next);
    }

    /// Moves the window by its own length, so many times; its end, in cumulative mode, by
    /// the length that playing would choose.
    pub(super) fn move_by_length(&mut self, times: f64) {
        let moved = match self.mode {
            Mode::Window => self.window.moved(times * self.window.length()),
            Mode::Cumulative => {
                let by = times * playing_length(self.core);
                Window::new(self.window.from, (self.window.to + by).max(self.window.from))
            }
        };
        self.set_window(moved);
    }

    pub(super) fn pause(&mut self) {
        self.playing = false;
    }

    pub(super) fn set_play_by(&mut self, play_by: PlayBy) {
        self.play_by = play_by;
        self.waited = 0.0;
    }

    /// Starts to play. What has run to the end starts again; a window over
    /// everything would have nowhere to go and becomes a short one at the start.
    pub(super) fn play(&mut self) {
        let Some(extent) = self.extent else { return };
        self.playing = true;
        self.waited = 0.0;
        let ended = match self.play_by {
            PlayBy::Time => self.window.to >= extent.to,
            // The last events may share the last window.
            PlayBy::Events => self.shows_all(),
        };
        if ended {
            self.go_to(self.core.from);
        }
        self.played = true;
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
            self.move_to(Window::new(self.window.from, wanted.to));
        } else if !self.window.touches(days) {
            let by = if wanted.from < self.window.from {
                wanted.from - self.window.from
            } else {
                wanted.to - self.window.to
            };
            self.move_to(self.window.moved(by));
        }
    }

    /// Lets time pass; whether the window moved.
    pub(super) fn tick(&mut self, seconds: f64) -> bool {
        let (Some(extent), true) = (self.extent, self.playing) else { return false };
        if self.play_by == PlayBy::Events {
            return false;
        }
        if self.looped && self.window.to >= extent.to {
            self.go_to(self.core.from);
            self.played = true;
            return true;
        }
        let days = self.speed * seconds.clamp(0.0, 1.0);
        let next = match self.mode {
            Mode::Window => self.window.moved(days),
            Mode::Cumulative => Window::new(self.window.from, self.window.to + days),
        };
        self.playing = self.looped || next.to < extent.to;
        self.move_to(next);
        true
    }

    /// Lets time pass; how many events on to go, when playing by events.
    pub(super) fn events_due(&mut self, seconds: f64) -> usize {
        if !self.playing || self.play_by == PlayBy::Time {
            return 0;
        }
        self.waited += self.pace * seconds.clamp(0.0, 1.0);
        let due = self.waited.floor();
        self.waited -= due;
        due as usize
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
        for day in [-4_371_587, -700_000, -1, 0, 1, 18_993, 200_000, 2_932_896] {
            assert_eq!(day_number(date_of(day)), day);
        }
    }

    #[test]
    fn a_window_is_kept_in_another_of_the_same_length_wherever_that_is() {
        for years in 0..2000 {
            let (from, length) = (-160_708.3 - f64::from(years) * 0.1, 178_000.7 / 3.0);
            let outer = Window::new(from, from + length * 1.000_1);
            let inner = Window::new(7240.728, 7240.728 + outer.length());
            assert_eq!(inner.kept_in(outer).from(), outer.from());
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
        assert_eq!(core_of(&days), Some(Window::new(19_236.0, 19_245.0)));
        assert_eq!(core_of(&days[1..]), Some(Window::new(19_236.0, 19_245.0)));
        days[1][1] = 19_300;
        assert_eq!(core_of(&days), Some(Window::new(19_236.0, 19_301.0)));
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
    fn a_loop_starts_again_after_the_last_day() {
        let mut clock = clock(20.0);
        clock.set_looped(true);
        clock.set_speed(10.0);
        clock.play();
        let starts: Vec<f64> = (0..6).map(|_| (clock.tick(1.0), clock.window().from()).1).collect();
        assert_eq!(starts, [110.0, 119.0, 100.0, 110.0, 119.0, 100.0]);
        assert!(clock.playing());
    }

    #[test]
    fn events_are_due_by_their_pace_and_the_window_waits_for_them() {
        let mut clock = clock(100.0);
        clock.set_play_by(PlayBy::Events);
        clock.set_pace(2.0);
        clock.play();
        let due: Vec<usize> = (0..4).map(|_| clock.events_due(0.3)).collect();
        assert_eq!(due, [0, 1, 0, 1]);
        assert!(!clock.tick(1.0));
        clock.set_pace(50.0);
        assert_eq!(clock.events_due(0.1), 5);
    }

    #[test]
    fn what_playing_left_behind_fades_and_a_window_that_was_chosen_has_no_trail() {
        let mut clock = clock(100.0);
        assert_eq!(clock.trail_days(), None);
        clock.play();
        assert_eq!(clock.trail_days(), Some(7.0));
        clock.pause();
        assert_eq!(clock.trail_days(), Some(7.0));
        clock.set_window(Window::new(120.0, 130.0));
        assert_eq!(clock.trail_days(), None);
        clock.play();
        clock.set_trails(false);
        assert_eq!(clock.trail_days(), None);
        clock.set_trails(true);
        clock.set_mode(Mode::Cumulative);
        clock.play();
        assert_eq!(clock.trail_days(), None);
    }

    #[test]
    fn the_length_is_typed_or_goes_from_one_round_number_to_the_next() {
        let mut clock = clock(100.0);
        clock.set_length(10.0);
        assert_eq!(clock.window(), Window::new(100.0, 110.0));
        clock.change_length(true);
        assert_eq!(clock.window(), Window::new(100.0, 114.0));
        clock.change_length(false);
        assert_eq!(clock.window(), Window::new(100.0, 107.0));
        clock.move_by_length(1.0);
        assert_eq!(clock.window(), Window::new(107.0, 114.0));
        clock.move_by_length(-2.0);
        assert_eq!(clock.window(), Window::new(100.0, 107.0));
        (0..9).for_each(|_| clock.change_length(true));
        assert!(clock.shows_all());
        clock.change_length(false);
        assert_eq!(clock.window(), Window::new(100.0, 191.0));
        (0..9).for_each(|_| clock.change_length(false));
        assert_eq!(clock.window().length(), SHORTEST);
    }

    #[test]
    fn one_day_can_be_played_and_moved_without_end() {
        let mut clock = clock(1.0);
        clock.set_looped(true);
        clock.play();
        (0..5).for_each(|_| assert!(clock.tick(1.0)));
        clock.change_length(true);
        clock.move_by_length(1.0);
        assert_eq!(clock.window(), Window::new(100.0, 101.0));
    }

    #[test]
    fn a_clock_without_days_does_not_play() {
        let mut clock = Clock::default();
        clock.play();
        assert!(!clock.playing());
        assert!(!clock.tick(1.0));
    }
}
