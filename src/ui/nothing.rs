//! Why no events are shown, and what can be done about it.

use crate::{
    session::{Command, Session},
    tr,
};

/// A reason why no events are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nothing {
    /// Nothing is open.
    Empty,
    /// No event has a place and a day.
    NoneFound,
    /// All are hidden by filters.
    Hidden,
    /// All are history told as context.
    History,
    /// None happened in the days that are chosen.
    OtherDays,
}

impl Nothing {
    /// The reason; none if events are shown.
    pub fn of(session: &Session) -> Option<Self> {
        let (shown, all) = session.counts();
        if shown > 0 {
            None
        } else if session.is_empty() {
            Some(Self::Empty)
        } else if all == 0 {
            Some(Self::NoneFound)
        } else if !session.filtered().is_empty() {
            Some(Self::OtherDays)
        } else if session.filter().is_active() {
            Some(Self::Hidden)
        } else {
            Some(Self::History)
        }
    }

    /// The reason in words.
    pub fn words(self) -> String {
        match self {
            Self::Empty => tr!("list-no-articles"),
            Self::NoneFound => tr!("list-events-none-found"),
            Self::Hidden => tr!("list-events-all-hidden"),
            Self::History => tr!("list-events-all-history"),
            Self::OtherDays => tr!("list-events-none-in-window"),
        }
    }

    /// What shows events again: the words of the button, and what it does.
    pub fn way_out(self) -> Option<(String, Command)> {
        match self {
            Self::Empty | Self::NoneFound => None,
            Self::Hidden => Some((tr!("filter-clear"), Command::ClearFilter)),
            Self::History => Some((tr!("nothing-show-history"), Command::ShowBackground(true))),
            Self::OtherDays => Some((tr!("timeline-all-days"), Command::ShowAllTime)),
        }
    }
}
