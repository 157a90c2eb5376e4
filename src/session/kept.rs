//! What people keep under a name: filters, bookmarks and stories. They are edits, so they
//! can be undone and are in the project.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{ArticleKey, Command, Filter, Session, Target, TimeAxis, Window};
use crate::model::{Event, EventId, LonLat};
use crate::storage::{BookmarkRow, KeptRows};

/// Where the map looks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// What is in its middle.
    pub center: LonLat,
    /// The zoom level of web maps.
    pub zoom: f64,
}

/// What was on the screen: each part that is there is shown again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    /// Where the map looked.
    pub view: Option<View>,
    /// Which day of an event counted; older bookmarks do not tell.
    pub axis: Option<TimeAxis>,
    /// The days shown.
    pub window: Option<Window>,
    /// The filter.
    pub filter: Option<Filter>,
    /// The event that was selected.
    pub event: Option<Target>,
    /// Words of a person.
    pub note: String,
}

/// A step of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoryStep {
    /// Its heading.
    pub title: String,
    /// What the audience reads.
    pub text: String,
    /// What it shows.
    pub shows: Bookmark,
}

impl Session {
    /// What is on the screen, with the map at `view`.
    pub fn bookmark(&self, view: Option<View>) -> Bookmark {
        Bookmark {
            view,
            axis: Some(self.clock.axis()),
            window: self.clock.extent().map(|_| self.clock.window()),
            filter: Some(self.filter.clone()),
            event: self.selected().and_then(|(_, event)| self.target_of(event)),
            note: String::new(),
        }
    }

    /// As [`Session::bookmark`] without the event, for a session that has the dataset of this
    /// one and nothing else: its articles are numbered by their places there.
    pub fn bookmark_for_copy(&self) -> Bookmark {
        let mut bookmark = Bookmark { event: None, ..self.bookmark(None) };
        let place = |key| self.keys.iter().position(|other| *other == key).map(ArticleKey);
        if let Some(filter) = &mut bookmark.filter {
            filter.renumber_articles(place);
        }
        bookmark
    }

    /// Shows axis of time, days, filter and event of a bookmark; the map follows by itself.
    pub fn show_bookmark(&mut self, bookmark: &Bookmark) {
        if let Some(filter) = &bookmark.filter {
            let filter = filter.clone();
            let background = filter.background() != self.filter.background();
            self.change_filter(|now| *now = filter);
            if background {
                self.update_extent();
            }
        }
        // First the axis: it has days of its own.
        if let Some(axis) = bookmark.axis.filter(|axis| *axis != self.clock.axis()) {
            self.apply(Command::SetTimeAxis(axis));
        }
        if let Some(window) = bookmark.window {
            self.apply(Command::SetWindow(window));
        }
        match bookmark.event.and_then(|target| self.event_of_target(target)) {
            Some(id) => self.apply(Command::Select(id)),
            None => self.apply(Command::Deselect),
        }
    }

    /// What tells an event again, whatever comes or goes beside it.
    pub fn target_of(&self, event: &Event) -> Option<Target> {
        let record = event.record.map(Target::Record);
        record.or_else(|| self.keys_of(event).next().map(Target::Report))
    }

    /// The event that a target is of now.
    pub fn event_of_target(&self, target: Target) -> Option<EventId> {
        match target {
            Target::Record(at) => self.event_of_record(at),
            Target::Report(key) => self.event_with(self.now_at(key).unwrap_or(key)),
        }
    }

    /// The events that these targets are of now, in their order. However many there are,
    /// all events are gone through but once.
    pub(super) fn events_of_targets(&self, targets: &[Target]) -> Vec<Option<EventId>> {
        if let [] | [_] = targets {
            return targets.iter().map(|target| self.event_of_target(*target)).collect();
        }
        let now = |target: &Target| match *target {
            Target::Report(key) => Target::Report(self.now_at(key).unwrap_or(key)),
            record @ Target::Record(_) => record,
        };
        let wanted: Vec<Target> = targets.iter().map(now).collect();
        let mut found: HashMap<Target, Option<EventId>> =
            wanted.iter().map(|target| (*target, None)).collect();
        for (number, event) in self.dataset.events.iter().enumerate() {
            let reports = self.keys_of(event).map(Target::Report);
            for target in reports.chain(event.record.map(Target::Record)) {
                if let Some(found) = found.get_mut(&target) {
                    found.get_or_insert(EventId(number));
                }
            }
        }
        wanted.iter().map(|target| found.get(target).copied().flatten()).collect()
    }

    /// Whether anything has a name.
    pub(super) fn has_kept(&self) -> bool {
        let edits = &self.edits;
        !(edits.filters.is_empty() && edits.bookmarks.is_empty() && edits.stories.is_empty())
    }

    /// What has a name, as the project tells it to other programs.
    pub(super) fn kept_rows(&self) -> KeptRows {
        fn json<T: Serialize>(value: &T) -> String {
            serde_json::to_string(value).unwrap_or_default()
        }
        let edits = &self.edits;
        let bookmark = |(name, bookmark): (&String, &Bookmark)| BookmarkRow {
            name: name.clone(),
            report: match bookmark.event {
                Some(Target::Report(key)) => Some((key.article.0, key.trigger)),
                _ => None,
            },
            note: bookmark.note.clone(),
            definition: json(bookmark),
        };
        KeptRows {
            filters: edits.filters.iter().map(|(name, f)| (name.clone(), json(f))).collect(),
            bookmarks: edits.bookmarks.iter().map(bookmark).collect(),
            stories: edits.stories.iter().map(|(name, s)| (name.clone(), json(s))).collect(),
        }
    }

    pub(super) fn save_filter(&mut self, name: &str) {
        let filter = self.filter.clone();
        self.edit("save filter", |edits| {
            edits.filters.insert(name.to_owned(), filter);
        });
    }

    pub(super) fn use_filter(&mut self, name: &str) {
        let Some(filter) = self.edits.filters.get(name).cloned() else { return };
        self.show_bookmark(&Bookmark {
            filter: Some(filter),
            event: self.selected().and_then(|(_, event)| self.target_of(event)),
            ..Bookmark::default()
        });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::EventType;
    use crate::session::fixture;

    #[test]
    fn a_filter_with_a_name_is_used_again_and_its_saving_undone() {
        let mut session = fixture::session();
        session.apply(Command::ToggleType(EventType::Battle));
        session.apply(Command::SaveFilter("no battles".to_owned()));
        session.apply(Command::ClearFilter);
        assert_eq!(session.shown().len(), 2);
        session.apply(Command::UseFilter("no battles".to_owned()));
        assert_eq!(session.shown().len(), 1);
        session.apply(Command::Undo);
        assert!(session.edits().filters.is_empty());
    }

    #[test]
    fn a_bookmark_brings_back_the_axis_of_time_and_its_days() {
        let mut session = fixture::session();
        session.apply(Command::SetTimeAxis(TimeAxis::Known));
        let window = session.clock().window();
        let bookmark = session.bookmark(None);
        session.apply(Command::SetTimeAxis(TimeAxis::Happened));
        session.show_bookmark(&bookmark);
        assert_eq!((session.clock().axis(), session.clock().window()), (TimeAxis::Known, window));
        let older = Bookmark { axis: None, ..bookmark };
        session.apply(Command::SetTimeAxis(TimeAxis::Happened));
        session.show_bookmark(&older);
        assert_eq!(session.clock().axis(), TimeAxis::Happened);
    }

    #[test]
    fn a_copy_hides_the_same_article_though_another_was_closed() {
        let mut session = fixture::session();
        let [first, second] = [0, 1].map(|at| session.key_of(at).unwrap());
        session.apply(Command::Close(first));
        session.apply(Command::ToggleArticle(second));
        let mut copy = Session::of(session.dataset().clone());
        copy.show_bookmark(&session.bookmark_for_copy());
        assert_eq!(copy.shown().len(), session.shown().len());
        assert!(!copy.filter().shows_article(copy.key_of(0).unwrap()));
    }

    #[test]
    fn a_bookmark_brings_back_days_filter_and_event() {
        let mut session = fixture::session();
        let goris = session.shown()[0];
        session.apply(Command::Select(goris));
        session.apply(Command::SetSearch("goris".to_owned()));
        let start = session.clock().extent().unwrap().from();
        session.apply(Command::SetWindow(Window::new(start, start + 2.0)));
        let bookmark = session.bookmark(None);
        session.apply(Command::ClearFilter);
        session.apply(Command::ShowAllTime);
        session.apply(Command::Deselect);
        session.show_bookmark(&bookmark);
        assert_eq!(session.filter().text(), "goris");
        assert_eq!(session.clock().window(), Window::new(start, start + 2.0));
        assert_eq!(session.selected().unwrap().0, goris);
    }
}
