//! Playing: letting time run, or going from event to event.

use super::{Clock, Mode, PlayBy, Session, TimeAxis, step};
use crate::model::EventId;

impl Session {
    /// Lets time pass for the clock; whether what is shown may have changed.
    pub fn tick(&mut self, seconds: f64) -> bool {
        let due = self.clock.events_due(seconds);
        if due > 0 {
            self.play_on(due);
            return true;
        }
        let moved = self.clock.tick(seconds);
        if moved {
            self.update_shown();
        }
        moved
    }

    pub(super) fn toggle_play(&mut self) {
        if self.clock.playing() {
            self.clock.pause();
            return;
        }
        self.change_clock(Clock::play);
        if self.clock.playing() && self.clock.play_by() == PlayBy::Events {
            step::on(self, 1, true).into_iter().for_each(|id| self.go_to(id));
        }
    }

    /// Plays event by event, or pauses if that is what is going on.
    pub(super) fn toggle_play_events(&mut self) {
        if self.clock.play_by() == PlayBy::Time {
            self.clock.pause();
            self.clock.set_play_by(PlayBy::Events);
        }
        self.toggle_play();
    }

    /// Selects the event so many further on; beyond the last, playing ends with it.
    fn play_on(&mut self, count: usize) {
        let next = step::on(self, count, self.clock.looped());
        if next.is_none() {
            self.clock.pause();
        }
        let next = next.or(self.filtered().last().copied());
        next.into_iter().for_each(|id| self.go_to(id));
    }

    /// Goes to the event that `find` gives from the selected one.
    pub(super) fn step(&mut self, find: fn(&Session) -> Option<EventId>) {
        self.clock.pause();
        find(self).into_iter().for_each(|id| self.go_to(id));
    }

    /// Selects an event, and shows its days.
    pub(super) fn go_to(&mut self, id: EventId) {
        self.select(id);
        if let Some(days) = self.days_of(id) {
            self.change_clock(|clock| clock.reveal(days));
        }
    }

    pub(super) fn show_all_time(&mut self) {
        if let Some(extent) = self.clock.extent() {
            self.clock.pause();
            self.change_clock(|clock| clock.set_window(extent));
        }
    }

    pub(super) fn toggle_mode(&mut self) {
        let other = match self.clock.mode() {
            Mode::Window => Mode::Cumulative,
            Mode::Cumulative => Mode::Window,
        };
        self.change_clock(|clock| clock.set_mode(other));
    }

    pub(super) fn toggle_time_axis(&mut self) {
        self.set_time_axis(match self.clock.axis() {
            TimeAxis::Happened => TimeAxis::Known,
            TimeAxis::Known => TimeAxis::Happened,
        });
    }
}
