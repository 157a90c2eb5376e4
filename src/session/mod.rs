//! What is open, chosen and shown. The window shows this state and sends
//! commands; [`Session::apply`] alone changes things. No drawing here.

mod build;
mod clock;
mod command;
mod edits;
mod filter;
#[cfg(test)]
mod fixture;
mod histogram;
mod left_out;
mod notice;
mod selection;
mod step;
#[cfg(test)]
mod tests;
mod worker;

use std::cell::OnceCell;

use crate::{
    import,
    model::{Article, Dataset, DateRange, Event, EventId, EventType, ReadArticle},
    pipeline,
};

use build::{Building, Built, Merge};
pub use clock::{Clock, Mode, SHORTEST, Window, date_of};
pub use command::{ACTIONS, Action, ActionInfo, Command, Menu};
pub use edits::{Edits, History, ReportKey};
pub use filter::Filter;
pub use histogram::{Bar, Histogram, LAYERS};
pub use left_out::{LeftOut, Reason};
pub use notice::{Notice, Notices, Severity};
pub use selection::{Focus, Selection};
pub use worker::{Progress, Worker};

/// From so many articles on, joining their reports may take longer than a frame.
const MANY_ARTICLES: usize = 60;

/// An article for as long as the program runs, whatever is opened or closed
/// beside it: its number in the order of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleKey(pub usize);

/// What is open, chosen and shown.
pub struct Session {
    /// Everything that was ever opened, as it was read. Closing is an edit.
    opened: Vec<ReadArticle>,
    edits: Edits,
    history: History,
    /// What `opened` and `edits` make together.
    dataset: Dataset,
    /// The keys of the dataset's articles.
    keys: Vec<ArticleKey>,
    left_out: Vec<LeftOut>,
    /// The text to search in for each event, in lower case; made at the first search.
    search_texts: OnceCell<Vec<String>>,
    selection: Selection,
    filter: Filter,
    clock: Clock,
    /// Placed and dated events that pass the filter, in time order.
    filtered: Vec<EventId>,
    /// Those of them that the clock shows.
    shown: Vec<EventId>,
    histogram: Histogram,
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
}

impl Default for Session {
    fn default() -> Self {
        Self {
            opened: Vec::new(),
            edits: Edits::default(),
            history: History::default(),
            dataset: Dataset::default(),
            keys: Vec::new(),
            left_out: Vec::new(),
            search_texts: OnceCell::new(),
            selection: Selection::default(),
            filter: Filter::default(),
            clock: Clock::default(),
            filtered: Vec::new(),
            shown: Vec::new(),
            histogram: Histogram::default(),
            notices: Notices::default(),
            worker: None,
            building: None,
            opened_when_built: 0,
            data_version: 0,
            filter_version: 0,
            merge: pipeline::merge,
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

    /// Placed and dated events that pass the filter, in time order.
    pub fn filtered(&self) -> &[EventId] {
        &self.filtered
    }

    /// The events that pass filter and clock, in time order: the same for map,
    /// list and slider.
    pub fn shown(&self) -> &[EventId] {
        &self.shown
    }

    /// How many are shown, of how many that have a place and a day.
    pub fn counts(&self) -> (usize, usize) {
        let mappable = |event: &&Event| event.date.is_some() && !event.locations.is_empty();
        (self.shown.len(), self.dataset.events.iter().filter(mappable).count())
    }

    /// The events of the filter by day.
    pub fn histogram(&self) -> &Histogram {
        &self.histogram
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

    /// Whether a person chose the type of the event.
    pub fn type_was_edited(&self, event: &Event) -> bool {
        self.keys_of(event).any(|key| self.edits.types.contains_key(&key))
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
    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Open(paths) => self.open(paths),
            Command::OpenSample => self.open_sample(),
            Command::New => self.close_all(),
            Command::CancelReading => self.cancel_reading(),
            Command::Select(event) => self.select(event),
            Command::Deselect => self.selection.event = None,
            Command::Show { article, span, field } => self.show(article, span, field),
            Command::TogglePlay => self.toggle_play(),
            Command::StepNext => self.step(step::next),
            Command::StepPrevious => self.step(step::previous),
            Command::ToStart => self.change_clock(Clock::go_to_start),
            Command::ToEnd => self.change_clock(Clock::go_to_end),
            Command::SetWindow(window) => self.change_clock(|clock| clock.set_window(window)),
            Command::ShowAllTime => self.show_all_time(),
            Command::SetMode(mode) => self.change_clock(|clock| clock.set_mode(mode)),
            Command::SetSpeed(speed) => self.clock.set_speed(speed),
            Command::ToggleType(t) => self.change_filter(|filter| filter.toggle_type(t)),
            Command::OnlyType(t) => self.change_filter(|filter| filter.only_type(t)),
            Command::TogglePrecision(p) => self.change_filter(|filter| filter.toggle_precision(p)),
            Command::ToggleArticle(key) => self.change_filter(|filter| filter.toggle_article(key)),
            Command::SetSearch(text) => self.change_filter(|filter| filter.set_text(text)),
            Command::ShowBackground(shown) => self.show_background(shown),
            Command::ClearFilter => self.clear_filter(),
            Command::SetPublished(article, date) => self.set_published(article, date),
            Command::Reject(event) => self.reject(event),
            Command::Restore(reports) => self.restore(&reports),
            Command::SetType(event, event_type) => self.set_type(event, event_type),
            Command::Close(article) => self.close(article),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Dismiss(id) => self.notices.dismiss(id),
        }
    }

    /// Shows a dataset as it is, with the edits that went into it.
    pub fn of(dataset: Dataset) -> Self {
        let keys = (0..dataset.articles.len()).map(ArticleKey).collect();
        let opened = dataset.articles.clone();
        let mut session = Self { opened, keys, dataset, ..Self::default() };
        session.update_all();
        session
    }

    /// Adds articles that were read elsewhere.
    pub fn add(&mut self, articles: Vec<ReadArticle>) {
        self.opened.extend(articles);
        self.rebuild();
    }

    /// Adds a notice that something went as asked.
    pub fn inform(&mut self, message: impl Into<String>) {
        self.notices.add(Severity::Info, message, Vec::new());
    }

    /// Adds a notice that something could not be done, with the reasons.
    pub fn warn(&mut self, message: impl Into<String>, details: Vec<String>) {
        self.notices.add(Severity::Error, message, details);
    }

    /// Lets time pass for the clock; whether what is shown may have changed.
    pub fn tick(&mut self, seconds: f64) -> bool {
        let moved = self.clock.tick(seconds);
        if moved {
            self.update_shown();
        }
        moved
    }

    fn select(&mut self, id: EventId) {
        let Some(event) = self.event(id) else { return };
        let focus = self.dataset.reports_of(event).next().map(|(at, _, report)| Focus {
            article: at.article,
            span: Some(report.trigger),
            field: None,
        });
        self.selection = Selection { event: Some(id), focus, shows: self.selection.shows + 1 };
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

    fn toggle_play(&mut self) {
        if self.clock.playing() {
            self.clock.pause();
        } else {
            self.change_clock(Clock::play);
        }
    }

    fn show_all_time(&mut self) {
        if let Some(extent) = self.clock.extent() {
            self.clock.pause();
            self.change_clock(|clock| clock.set_window(extent));
        }
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

    /// Goes to the event that `find` gives from the selected one.
    fn step(&mut self, find: fn(&Session) -> Option<EventId>) {
        self.clock.pause();
        let Some(id) = find(self) else { return };
        self.select(id);
        if let Some(days) = self.event(id).and_then(|event| event.date) {
            self.change_clock(|clock| clock.reveal(days));
        }
    }
}

/// Edits: each remembers what was before.
impl Session {
    fn edit(&mut self, label: impl Into<String>, change: impl FnOnce(&mut Edits)) {
        let before = self.edits.clone();
        change(&mut self.edits);
        if self.edits != before {
            self.history.remember(label, before);
            self.rebuild();
        }
    }

    fn close_all(&mut self) {
        self.cancel_reading();
        let open = self.keys.clone();
        self.edit("new", |edits| edits.closed.extend(open));
    }

    fn close(&mut self, article: ArticleKey) {
        self.edit("close article", |edits| {
            edits.closed.insert(article);
        });
    }

    fn set_published(&mut self, article: ArticleKey, date: Option<jiff::civil::Date>) {
        self.edit("publication date", |edits| match date {
            Some(date) => {
                edits.published.insert(article, date);
            }
            None => {
                edits.published.remove(&article);
            }
        });
    }

    fn reject(&mut self, id: EventId) {
        let Some(event) = self.event(id) else { return };
        let keys: Vec<ReportKey> = self.keys_of(event).collect();
        self.edit("not an event", |edits| edits.rejected.extend(keys));
    }

    fn restore(&mut self, reports: &[ReportKey]) {
        self.edit("restore event", |edits| {
            edits.rejected.retain(|key| !reports.contains(key));
        });
    }

    fn set_type(&mut self, id: EventId, event_type: EventType) {
        let Some(event) = self.event(id) else { return };
        let keys: Vec<ReportKey> = self.keys_of(event).collect();
        self.edit("change type", |edits| {
            edits.types.extend(keys.into_iter().map(|key| (key, event_type)));
        });
    }

    fn undo(&mut self) {
        if let Some(edits) = self.history.undo(&self.edits) {
            self.edits = edits;
            self.rebuild();
        }
    }

    fn redo(&mut self) {
        if let Some(edits) = self.history.redo(&self.edits) {
            self.edits = edits;
            self.rebuild();
        }
    }
}

/// Opening.
impl Session {
    fn open(&mut self, paths: Vec<std::path::PathBuf>) {
        match &mut self.worker {
            Some(worker) => worker.add(paths),
            None => self.worker = Some(Worker::start(paths)),
        }
    }

    fn open_sample(&mut self) {
        let sample: Vec<ReadArticle> = import::sample()
            .into_iter()
            .filter(|article| !self.is_open(article))
            .map(|article| ReadArticle { reading: pipeline::read(&article), article })
            .collect();
        if sample.is_empty() {
            self.inform("The sample is already open");
        }
        self.add(sample);
    }

    fn cancel_reading(&mut self) {
        if let Some(worker) = self.worker.take() {
            let progress = worker.progress().clone();
            worker.cancel();
            self.rebuild();
            self.inform(format!("Stopped after {} of {}", progress.read, progress.total));
        }
    }

    fn is_open(&self, article: &Article) -> bool {
        self.dataset
            .articles
            .iter()
            .any(|read| read.article.id == article.id && read.article.text == article.text)
    }

    /// Takes in what the reading has brought since the last call; whether there was anything.
    pub fn poll(&mut self) -> bool {
        let Some(mut worker) = self.worker.take() else { return false };
        let news = worker.news();
        let any = !news.articles.is_empty() || news.moved || news.finished;
        let fresh: Vec<ReadArticle> =
            news.articles.into_iter().filter(|read| !self.is_open(&read.article)).collect();
        self.opened.extend(fresh);
        // Results arrive as they come, but joining all again for each article
        // would take quadratic time: it waits for a quarter more.
        let waiting = self.opened.len() - self.opened_when_built;
        if waiting * 4 > self.opened.len() || (news.finished && waiting > 0) {
            self.rebuild_soon();
        }
        let installed = self.poll_building();
        if news.finished && self.building.is_none() {
            self.report_end(&worker);
        } else {
            self.worker = Some(worker);
        }
        any || installed
    }

    /// As [`Session::rebuild`], but never so long that the window would stand still.
    fn rebuild_soon(&mut self) {
        if self.opened.len() < MANY_ARTICLES {
            self.rebuild();
        } else if self.building.is_none() {
            let (keys, articles) = self.edited_articles();
            let (edits, opened) = (self.edits.clone(), self.opened.len());
            self.building = Some(Building::start(keys, articles, self.merge, edits, opened));
        }
    }

    /// Takes in the dataset that a thread has made; whether there was one. If edits
    /// were made meanwhile, the dataset has been made with them already.
    fn poll_building(&mut self) -> bool {
        let Some(building) = self.building.take() else { return false };
        match building.poll() {
            Ok(None) => {
                self.building = Some(building);
                false
            }
            Ok(Some(built)) if building.edits == self.edits => {
                self.opened_when_built = building.opened;
                self.install(built);
                true
            }
            Ok(Some(_)) | Err(()) => {
                self.rebuild();
                true
            }
        }
    }

    fn report_end(&mut self, worker: &Worker) {
        let problems = worker.problems();
        match problems.len() {
            0 => {}
            1 => self.warn("A file could not be read", problems.to_vec()),
            n => self.warn(format!("{n} files could not be read"), problems.to_vec()),
        }
        let message = match (worker.progress().read, problems.len()) {
            (0, 0) => "No articles found there".to_owned(),
            (0, _) => return,
            (1, _) => "Read 1 article".to_owned(),
            (n, _) => format!("Read {n} articles"),
        };
        self.notices.add(Severity::Info, message, worker.remarks().to_vec());
    }
}

/// What follows from what: opened and edits → dataset → filtered → shown.
impl Session {
    fn rebuild(&mut self) {
        self.building = None;
        self.opened_when_built = self.opened.len();
        let (keys, articles) = self.edited_articles();
        self.install(Built::new(keys, articles, self.merge));
    }

    /// Shows another dataset, with the same event selected and the same article open.
    fn install(&mut self, built: Built) {
        let selected = self.selected().and_then(|(_, event)| self.keys_of(event).next());
        let reading = self.selection.focus.and_then(|focus| self.key_of(focus.article));

        self.keys = built.keys;
        self.dataset = built.dataset;
        self.apply_types();
        self.update_all();

        self.selection.event = selected.and_then(|key| self.event_with(key));
        let article = reading.and_then(|key| self.keys.iter().position(|other| *other == key));
        self.selection.focus =
            self.selection.focus.zip(article).map(|(focus, article)| Focus { article, ..focus });
    }

    /// Everything that follows from the dataset.
    fn update_all(&mut self) {
        self.left_out = left_out::gather(&self.dataset, &self.keys, &self.edits);
        self.search_texts = OnceCell::new();
        self.data_version += 1;
        self.update_extent();
        self.update_filtered();
    }

    /// The open articles with the person's dates, without the reports that the
    /// person rejected.
    fn edited_articles(&self) -> (Vec<ArticleKey>, Vec<ReadArticle>) {
        let open = (0..self.opened.len()).map(ArticleKey);
        open.filter(|key| !self.edits.closed.contains(key))
            .map(|key| {
                let mut read = self.with_published(key);
                read.reading.reports.retain(|report| {
                    let report = ReportKey { article: key, trigger: report.trigger };
                    !self.edits.rejected.contains(&report)
                });
                (key, read)
            })
            .unzip()
    }

    /// The article, read again where a person entered its date.
    fn with_published(&self, key: ArticleKey) -> ReadArticle {
        let read = &self.opened[key.0];
        let Some(date) = self.edits.published.get(&key) else { return read.clone() };
        let mut article = read.article.clone();
        article.given.published = Some(crate::model::Found::by_person(*date));
        let again = self.dataset.articles.iter().find(|read| read.article == article);
        match again {
            Some(again) if self.edits.rejected.is_empty() => again.clone(),
            _ => ReadArticle { reading: pipeline::read(&article), article },
        }
    }

    fn apply_types(&mut self) {
        if self.edits.types.is_empty() {
            return;
        }
        let chosen: Vec<Option<EventType>> = self
            .dataset
            .events
            .iter()
            .map(|event| self.keys_of(event).find_map(|key| self.edits.types.get(&key).copied()))
            .collect();
        for (event, chosen) in self.dataset.events.iter_mut().zip(chosen) {
            event.event_type = chosen.unwrap_or(event.event_type);
        }
    }

    fn event_with(&self, key: ReportKey) -> Option<EventId> {
        let has = |event: &Event| self.keys_of(event).any(|other| other == key);
        self.dataset.events.iter().position(has).map(EventId)
    }

    fn update_extent(&mut self) {
        let days: Vec<DateRange> = self
            .dataset
            .events
            .iter()
            .filter(|event| self.filter.background() || !event.background)
            .filter(|event| !event.locations.is_empty())
            .filter_map(|event| event.date)
            .collect();
        let extent = days.iter().copied().reduce(|a, b| a.hull(b)).map(Window::of_days);
        let core = clock::core_of(&days).or(extent).unwrap_or(Window::new(0.0, SHORTEST));
        self.clock.set_extent(extent, core);
    }

    fn update_filtered(&mut self) {
        let words = self.filter.words();
        let passes = |(number, event): (usize, &Event)| {
            let mappable = event.date.is_some() && !event.locations.is_empty();
            let articles = event.reports.iter().filter_map(|at| self.key_of(at.article));
            let passes = mappable
                && self.filter.passes(event, articles)
                && (words.is_empty() || self.has_words(number, &words));
            passes.then_some(EventId(number))
        };
        self.filtered = self.dataset.events.iter().enumerate().filter_map(passes).collect();
        let days = self.clock.core().length() as i32;
        let events = self.filtered.iter().filter_map(|id| self.event(*id));
        self.histogram = Histogram::of(events, days);
        self.filter_version += 1;
        self.update_shown();
    }

    fn update_shown(&mut self) {
        let window = self.clock.window();
        self.shown.clear();
        for &id in &self.filtered {
            let date = self.dataset.events.get(id.0).and_then(|event| event.date);
            if date.is_some_and(|date| window.touches(date)) {
                self.shown.push(id);
            }
        }
    }

    fn has_words(&self, event: usize, words: &[String]) -> bool {
        let texts = self.search_texts.get_or_init(|| {
            self.dataset.events.iter().map(|event| search_text(&self.dataset, event)).collect()
        });
        texts.get(event).is_some_and(|text| words.iter().all(|word| text.contains(word.as_str())))
    }
}

/// Everything that a search may find an event by, in lower case.
fn search_text(dataset: &Dataset, event: &Event) -> String {
    let mut parts = vec![event.event_type.label()];
    parts.extend(event.locations.iter().map(|location| location.name.as_str()));
    for (_, read, report) in dataset.reports_of(event) {
        parts.push(report.quote.of(&read.article.text));
        parts.extend(report.actors.iter().map(|actor| actor.name.as_str()));
        parts.extend(report.claimed_by.iter().map(|claimant| claimant.name.as_str()));
        let metadata = &read.reading.metadata;
        parts.extend(metadata.title.iter().map(|title| title.value.as_str()));
        parts.extend(metadata.source.iter().map(|source| source.value.as_str()));
    }
    parts.join("\n").to_lowercase()
}
