//! What is open, chosen and shown. The window shows this state and sends
//! commands; [`Session::apply`] alone changes things. No drawing here.

mod added;
mod alike;
mod build;
mod calendar;
mod clock;
mod columns;
mod command;
mod divisions;
mod editing;
mod edits;
mod event_history;
mod facets;
mod filter;
#[cfg(test)]
mod fixture;
mod following;
mod histogram;
mod kept;
mod left_out;
mod movements;
mod notice;
mod opening;
mod own_places;
mod playing;
mod projects;
mod rereading;
mod searching;
mod selection;
mod shown;
mod sides;
mod step;
mod storing;
mod tables;
#[cfg(test)]
mod tests;
mod time_axis;
mod values;
mod worker;

use std::{cell::OnceCell, collections::VecDeque, ops::Range, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::{
    gazetteer::Gazetteer,
    import::OwnPlaces,
    model::{Dataset, Event, EventId, ReadArticle},
    pipeline,
    storage::Mappings,
};

use build::{Building, Built, BuiltOf, Merge};
pub use calendar::Step;
pub use clock::{Clock, DAYS, Mode, PlayBy, ROUND_LENGTHS, SHORTEST, Window, date_of};
pub use command::{ACTIONS, Action, ActionInfo, Command, Menu};
pub use divisions::divisions;
pub use edits::{Edits, History, ReportKey, Slot, Target, Value};
pub use facets::Facet;
pub use filter::Filter;
pub use following::{FacetValue, Tallies};
pub use histogram::{Bar, Histogram, LAYERS};
pub use kept::{Bookmark, StoryStep, View};
pub use left_out::{About, LeftOut, Reason, Restore};
pub use movements::Movement;
pub use notice::{Notice, Notices, Severity};
pub use own_places::{gazetteer_with, read_own_places};
pub use projects::{Projects, is_project};
pub use selection::{Focus, Selection};
pub use shown::Shown;
pub use sides::{Side, Sides};
pub use storing::{OpenedProject, Store};
pub use tables::Unclear;
pub use time_axis::TimeAxis;
use worker::Places;
pub use worker::{Progress, Worker};

/// From so many articles on, joining their reports may take longer than a frame.
const MANY_ARTICLES: usize = 60;

/// An article for as long as the program runs, whatever is opened or closed
/// beside it: its number in the order of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleKey(pub usize);

/// What is open, chosen and shown.
pub struct Session {
    /// Everything that was ever opened, as it was read. Closing is an edit.
    opened: Vec<ReadArticle>,
    /// The version of the places that each of them was read with.
    read_with: Vec<u64>,
    gazetteer: Arc<Gazetteer>,
    own_places: Vec<OwnPlaces>,
    tables: tables::Tables,
    /// How tables were read before.
    mappings: Mappings,
    /// Tables of which a person must say how they are read, the first first.
    unclear: VecDeque<tables::Unclear>,
    /// Changes when other places are in use.
    places_version: u64,
    /// Changes when places change, and when articles were read again with them.
    readings_version: u64,
    /// The one that the dataset was made with.
    built_with: u64,
    edits: Edits,
    history: History,
    /// Events of which a person changed something, as they were read.
    as_read: values::AsRead,
    /// What `opened` and `edits` make together.
    dataset: Dataset,
    /// The keys of the dataset's articles.
    keys: Vec<ArticleKey>,
    left_out: Vec<LeftOut>,
    /// Who says what; found when first asked for.
    sides: OnceCell<Sides>,
    /// Who moved where; found when first asked for.
    movements: OnceCell<Vec<Movement>>,
    /// What is asked of each event again and again.
    facts: Vec<columns::Facts>,
    /// The text to search in; made at the first search.
    search_texts: OnceCell<searching::Texts>,
    /// What was found at the last search.
    found: Option<following::Found>,
    /// Made when first asked for.
    facets: OnceCell<facets::Facets>,
    /// The conditions of the filter that each event fails.
    fails: Vec<filter::Fails>,
    tallies: following::Tallies,
    /// Those of each facet; made when first asked for.
    facet_counts: following::FacetCounts,
    selection: Selection,
    filter: Filter,
    clock: Clock,
    /// Placed and dated events that pass the filter, in time order.
    in_time: shown::InTime,
    /// Those of them that the clock shows though they began before.
    shown_early: Vec<EventId>,
    /// Where the others are that it shows.
    shown_rest: Range<usize>,
    /// The events by day where that is not the order of their numbers.
    order: Option<Vec<u32>>,
    /// How many of the filter have no day on the axis of time.
    without_day: usize,
    notices: Notices,
    worker: Option<Worker>,
    /// The next dataset, while a thread makes it.
    building: Option<Building>,
    /// How many articles were open when the dataset was last made.
    opened_when_built: usize,
    data_version: u64,
    filter_version: u64,
    /// Joins reports to events; another in tests.
    merge: Merge,
    /// Where everything is kept; none in a session that is not.
    store: Option<Box<dyn Store>>,
    /// What the store has not been given yet.
    unkept: storing::Unkept,
    /// What changed when articles were read again.
    reread: rereading::Differences,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            opened: Vec::new(),
            read_with: Vec::new(),
            gazetteer: Arc::new(Gazetteer::bundled_with(Vec::new())),
            own_places: Vec::new(),
            tables: tables::Tables::default(),
            mappings: Mappings::default(),
            unclear: VecDeque::new(),
            places_version: 0,
            readings_version: 0,
            built_with: 0,
            edits: Edits::default(),
            history: History::default(),
            as_read: None,
            dataset: Dataset::default(),
            keys: Vec::new(),
            left_out: Vec::new(),
            facts: Vec::new(),
            search_texts: OnceCell::new(),
            sides: OnceCell::new(),
            movements: OnceCell::new(),
            found: None,
            facets: OnceCell::new(),
            fails: Vec::new(),
            tallies: following::Tallies::default(),
            facet_counts: following::FacetCounts::default(),
            selection: Selection::default(),
            filter: Filter::default(),
            clock: Clock::default(),
            in_time: shown::InTime::default(),
            shown_early: Vec::new(),
            shown_rest: 0..0,
            order: None,
            without_day: 0,
            notices: Notices::default(),
            worker: None,
            building: None,
            opened_when_built: 0,
            data_version: 0,
            filter_version: 0,
            merge: pipeline::merge,
            store: None,
            unkept: storing::Unkept::default(),
            reread: rereading::Differences::default(),
        }
    }
}

/// What the window reads.
impl Session {
    /// The articles and events, with all edits in force.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The event, if there is one of this number.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.dataset.events.get(id.0)
    }

    /// The key of the article at this place in the dataset.
    pub fn key_of(&self, article: usize) -> Option<ArticleKey> {
        self.keys.get(article).copied()
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The event that is selected.
    pub fn selected(&self) -> Option<(EventId, &Event)> {
        let id = self.selection.event?;
        Some((id, self.event(id)?))
    }

    /// Which events may be shown.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Which days are shown.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Placed and dated events that pass the filter, in the order of their days on the axis
    /// of time, then of their numbers.
    pub fn filtered(&self) -> &[EventId] {
        self.in_time.events()
    }

    /// The events that pass filter and clock, in time order: the same for map,
    /// list and slider.
    pub fn shown(&self) -> Shown<'_> {
        let rest = self.in_time.events().get(self.shown_rest.clone()).unwrap_or_default();
        Shown { early: &self.shown_early, rest, facts: &self.facts }
    }

    /// How many are shown, of how many that have a place and a day.
    pub fn counts(&self) -> (usize, usize) {
        (self.shown().len(), self.tallies.mappable)
    }

    /// What is not on the map, each with its reason.
    pub fn not_on_map(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// What can be undone and redone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What a person changed.
    pub fn edits(&self) -> &Edits {
        &self.edits
    }

    /// What a person should know.
    pub fn notices(&self) -> &[Notice] {
        self.notices.open()
    }

    /// How far the reading is; none if nothing is being read.
    pub fn progress(&self) -> Option<&Progress> {
        self.worker.as_ref().map(Worker::progress)
    }

    /// Changes when articles or events change.
    pub fn data_version(&self) -> u64 {
        self.data_version
    }

    /// Changes when other events pass the filter.
    pub fn filter_version(&self) -> u64 {
        self.filter_version
    }

    /// The keys of an event's reports.
    fn keys_of<'s>(&'s self, event: &'s Event) -> impl Iterator<Item = ReportKey> + 's {
        self.dataset.reports_of(event).filter_map(|(at, _, report)| {
            Some(ReportKey { article: self.key_of(at.article)?, trigger: report.trigger })
        })
    }
}

/// What changes it.
impl Session {
    /// Carries out a command, and keeps what it changed before anything shows it.
    pub fn apply(&mut self, command: Command) {
        let told = command.is_edit().then(|| serde_json::to_string(&command).ok()).flatten();
        let filter = self.filter_version;
        self.carry_out(command);
        self.unkept.filter |= self.filter_version != filter;
        self.keep_step(told);
    }

    fn carry_out(&mut self, command: Command) {
        match command {
            Command::Open(paths) => self.open(paths),
            Command::OpenTable(path, options) => self.open_table(path, options),
            Command::AskAboutTable(table) => self.ask_about_table(table),
            Command::SaveMapping(key, saved) => self.save_mapping(key, *saved),
            Command::DropMapping(key) => self.drop_mapping(&key),
            Command::OpenSample => self.open_sample(),
            Command::Paste(text) => self.paste(&text),
            Command::AddPlaces(paths) => self.add_own_places(&paths),
            Command::RemovePlaces(path) => self.remove_own_places(&path),
            Command::ReadAgain => self.read_all_again(),
            Command::ReadArticlesAgain(articles) => self.read_articles_again(&articles),
            Command::New => self.close_all(),
            Command::CancelReading => self.cancel_reading(),
            Command::Select(event) => self.select(event),
            Command::GoTo(event) => self.go_to(event),
            Command::Deselect => self.deselect(),
            Command::Show { article, span, field } => self.show(article, span, field),
            Command::TogglePlay => self.toggle_play(),
            Command::StepNext => self.step(step::next),
            Command::StepPrevious => self.step(step::previous),
            Command::ToStart => self.change_clock(Clock::go_to_start),
            Command::ToEnd => self.change_clock(Clock::go_to_end),
            Command::SetWindow(window) => self.change_clock(|clock| clock.set_window(window)),
            Command::ShowAllTime => self.show_all_time(),
            Command::SetMode(mode) => self.change_clock(|clock| clock.set_mode(mode)),
            Command::ToggleMode => self.toggle_mode(),
            Command::SetSpeed(speed) => self.clock.set_speed(speed),
            Command::SetPace(pace) => self.clock.set_pace(pace),
            Command::SetPlayBy(play_by) => self.clock.set_play_by(play_by),
            Command::TogglePlayEvents => self.toggle_play_events(),
            Command::ToggleLoop => self.clock.set_looped(!self.clock.looped()),
            Command::ToggleTrails => self.clock.set_trails(!self.clock.trails()),
            Command::SetLength(days) => self.change_clock(|clock| clock.set_length(days)),
            Command::ShortenWindow => self.change_clock(|clock| clock.change_length(false)),
            Command::LengthenWindow => self.change_clock(|clock| clock.change_length(true)),
            Command::WindowBack => self.change_clock(|clock| clock.move_by_length(-1.0)),
            Command::WindowOn => self.change_clock(|clock| clock.move_by_length(1.0)),
            Command::SetTimeAxis(axis) => self.set_time_axis(axis),
            Command::ToggleTimeAxis => self.toggle_time_axis(),
            Command::ToggleType(t) => self.change_filter(|filter| filter.toggle_type(t)),
            Command::OnlyType(t) => self.change_filter(|filter| filter.only_type(t)),
            Command::TogglePrecision(p) => self.change_filter(|filter| filter.toggle_precision(p)),
            Command::ToggleArticle(key) => self.change_filter(|filter| filter.toggle_article(key)),
            Command::ToggleReview(r) => self.change_filter(|filter| filter.toggle_review(r)),
            Command::ToggleFacet(facet, name) => {
                self.change_filter(|filter| filter.toggle_chosen(facet, name));
            }
            Command::OnlyFacet(facet, name) => {
                self.change_filter(|filter| filter.only_chosen(facet, name));
            }
            Command::DisputedOnly(only) => {
                self.change_filter(|filter| filter.set_disputed_only(only));
            }
            Command::LeastKilled(number) => {
                self.change_filter(|filter| filter.set_least_killed(number));
            }
            Command::SetSearch(text) => self.change_filter(|filter| filter.set_text(text)),
            Command::ShowBackground(shown) => self.show_background(shown),
            Command::SetArea(area) => self.change_filter(|filter| filter.set_area(area)),
            Command::ClearFilter => self.clear_filter(),
            Command::SetPublished(article, date) => self.set_published(article, date),
            Command::Reject(event) => self.reject(event),
            Command::Restore(reports) => self.restore(&reports),
            Command::SetType(event, event_type) => self.set_types(&[event], event_type),
            Command::SetTypes(events, event_type) => self.set_types(&events, event_type),
            Command::JoinEvents(events) => self.join_events(&events),
            Command::PartReport(event, report) => self.part_report(event, report),
            Command::Close(article) => self.close(&[article]),
            Command::CloseMany(articles) => self.close(&articles),
            Command::Reopen(articles) => self.reopen(&articles),
            Command::CloseTable(table) => self.close_table(table),
            Command::SelectMany(events) => self.select_many(events),
            Command::Change(events, value) => self.change(&events, &value),
            Command::Revert(event, slot) => self.revert(event, slot),
            Command::RejectAll(events) => self.reject_all(&events),
            Command::RestoreRows(rows) => self.restore_rows(&rows),
            Command::AddEvent { article, words, event_type } => {
                self.add_event(article, words, event_type);
            }
            Command::PlaceName(name, location) => self.place_name(&name, location),
            Command::SaveFilter(name) => self.save_filter(&name),
            Command::UseFilter(name) => self.use_filter(&name),
            Command::DropFilter(name) => self.edit("delete filter", |edits| {
                edits.filters.remove(&name);
            }),
            Command::SaveBookmark(name, bookmark) => self.edit("save bookmark", |edits| {
                edits.bookmarks.insert(name, *bookmark);
            }),
            Command::DropBookmark(name) => self.edit("delete bookmark", |edits| {
                edits.bookmarks.remove(&name);
            }),
            Command::ShowBookmark(bookmark) => self.show_bookmark(&bookmark),
            Command::SaveStory(name, steps) => self.edit("change story", |edits| {
                edits.stories.insert(name, steps);
            }),
            Command::DropStory(name) => self.edit("delete story", |edits| {
                edits.stories.remove(&name);
            }),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Dismiss(id) => self.notices.dismiss(id),
        }
    }

    /// Shows a dataset as it is, with the edits that went into it.
    pub fn of(dataset: Dataset) -> Self {
        let keys = (0..dataset.articles.len()).map(ArticleKey).collect();
        let opened = dataset.articles.clone();
        let read_with = vec![0; opened.len()];
        let mut session = Self { opened, read_with, keys, dataset, ..Self::default() };
        session.update_all();
        session
    }

    /// Adds articles that were read elsewhere.
    pub fn add(&mut self, articles: Vec<ReadArticle>) {
        self.push_read(articles);
        self.rebuild();
        self.keep();
    }

    /// The places to read with, for another thread.
    fn places(&self) -> Places {
        Places { gazetteer: Arc::clone(&self.gazetteer), version: self.places_version }
    }

    /// Takes in articles that were read with the places in use.
    fn push_read(&mut self, articles: Vec<ReadArticle>) {
        self.opened.extend(articles);
        self.read_with.resize(self.opened.len(), self.places_version);
    }

    /// Adds a notice that something went as asked.
    pub fn inform(&mut self, message: impl Into<String>) {
        self.notices.add(Severity::Info, message, Vec::new());
    }

    /// Adds a notice that something could not be done, with the reasons.
    pub fn warn(&mut self, message: impl Into<String>, details: Vec<String>) {
        self.notices.add(Severity::Error, message, details);
    }

    fn select(&mut self, id: EventId) {
        let Some(event) = self.event(id) else { return };
        let focus = self.dataset.reports_of(event).next().map(|(at, _, report)| Focus {
            article: at.article,
            span: Some(report.trigger),
            field: None,
        });
        let shows = self.selection.shows + 1;
        self.selection = Selection { event: Some(id), focus, shows, ..Selection::default() };
    }

    /// The first of them is shown, and all are selected.
    fn select_many(&mut self, events: Vec<EventId>) {
        match events.first() {
            Some(first) => self.select(*first),
            None => self.deselect(),
        }
        self.selection.others = events.into_iter().collect();
    }

    /// The reader keeps its article, without marked words.
    fn deselect(&mut self) {
        let article = self.selection.focus.map(|focus| focus.article);
        let focus = article.map(|article| Focus { article, span: None, field: None });
        let shows = self.selection.shows;
        self.selection = Selection { focus, shows, ..Selection::default() };
    }

    fn show(
        &mut self,
        article: usize,
        span: Option<crate::model::Span>,
        field: Option<crate::model::Field>,
    ) {
        self.selection.focus = Some(Focus { article, span, field });
        self.selection.shows += 1;
    }

    fn change_clock(&mut self, change: impl FnOnce(&mut Clock)) {
        change(&mut self.clock);
        self.update_shown();
    }

    fn change_filter(&mut self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.filter);
        self.update_filtered();
    }

    fn show_background(&mut self, shown: bool) {
        self.filter.set_background(shown);
        self.update_extent();
        self.update_filtered();
    }

    fn clear_filter(&mut self) {
        let background = self.filter.background();
        self.change_filter(|filter| {
            *filter = Filter::default();
            filter.set_background(background);
        });
    }
}
