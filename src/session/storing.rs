//! What is open is kept: each command, each new reading and the events that follow from
//! them go to a store before the screen shows them as done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::edits::{Part, Step};
use super::{ArticleKey, Built, ReportKey, Session, Severity, gazetteer_with};
use crate::gazetteer::Gazetteer;
use crate::import::{self, ImportedTable, OwnPlaces};
use crate::model::{Event, LonLat, OwnPlace, Place, PlaceId, ReadArticle, Reading};
use crate::pipeline;
use crate::storage::{
    ArticleRow, Change, Contents, Events, LoggedEdit, OwnPlacesRow, Project, StepKind,
    StorageError, StoredPlace, TableRow, who,
};
use crate::tr;
use jiff::Timestamp;

/// Keeps what a session has.
pub trait Store: Send {
    /// Keeps a change as a whole, or nothing of it.
    ///
    /// # Errors
    /// Where it could not be kept.
    fn commit(&mut self, change: &Change<'_>) -> Result<(), StorageError>;

    /// Where.
    fn path(&self) -> &Path;

    /// Whether nothing can be kept.
    fn is_read_only(&self) -> bool;

    /// Writes a copy under another name.
    ///
    /// # Errors
    /// Those of either file.
    fn copy_to(&self, path: &Path) -> Result<(), StorageError>;

    /// Gives back room: bytes before and after.
    ///
    /// # Errors
    /// Those of the disk.
    fn compact(&mut self) -> Result<(u64, u64), StorageError>;
}

impl Store for Project {
    fn commit(&mut self, change: &Change<'_>) -> Result<(), StorageError> {
        self.commit(change)
    }

    fn path(&self) -> &Path {
        self.path()
    }

    fn is_read_only(&self) -> bool {
        self.is_read_only()
    }

    fn copy_to(&self, path: &Path) -> Result<(), StorageError> {
        self.copy_to(path)
    }

    fn compact(&mut self) -> Result<(u64, u64), StorageError> {
        self.compact()
    }
}

/// What the store has not been given yet.
#[derive(Default)]
pub struct Unkept {
    /// So many articles are in the store.
    articles_kept: usize,
    /// So many event tables are in the store.
    tables_kept: usize,
    /// Articles that were read again.
    pub readings: BTreeSet<ArticleKey>,
    /// A step that was taken.
    step: Option<LoggedEdit>,
    /// The version of the dataset whose events are in the store.
    events_of: Option<u64>,
    /// The files of the user's own places.
    pub own_places: bool,
    /// What is shown.
    pub filter: bool,
    /// What has a name: filters, bookmarks, stories.
    pub kept: bool,
    /// What was said last, so that it is not said again and again.
    trouble: Option<String>,
    /// All steps of this session and those before, to write a file anew.
    pub log: Vec<LoggedEdit>,
}

/// A session with a project open, and what to say about it.
pub struct OpenedProject {
    /// What is open.
    pub session: Session,
    /// The program that wrote it, where it is another version.
    pub other_program: Option<String>,
}

const FILTER: &str = "filter";
const GAZETTEER: &str = "gazetteer";

impl Session {
    /// The file in which all is kept; none where nothing is.
    pub fn project_path(&self) -> Option<&Path> {
        self.store.as_ref().map(|store| store.path())
    }

    /// Whether the project may only be read.
    pub fn is_read_only(&self) -> bool {
        self.store.as_ref().is_some_and(|store| store.is_read_only())
    }

    /// Whether all that was read and done is in the project.
    pub fn is_kept(&self) -> bool {
        let unkept = &self.unkept;
        self.store.is_some()
            && unkept.articles_kept == self.opened.len()
            && unkept.tables_kept == self.tables.all.len()
            && unkept.readings.is_empty()
            && unkept.step.is_none()
    }

    /// How many steps were ever taken in the project, undoing included.
    pub fn steps_kept(&self) -> usize {
        self.unkept.log.len()
    }

    /// Opens a project of this program's version `program`: articles, edits with their
    /// history, and events as they were.
    ///
    /// # Errors
    /// As for [`Project::open`].
    pub fn open_project(path: &Path, program: &str) -> Result<OpenedProject, StorageError> {
        Self::of_project(Project::open(path, program)?, program)
    }

    /// The same for reading only.
    ///
    /// # Errors
    /// As for [`Project::open_to_read`].
    pub fn read_project(path: &Path, program: &str) -> Result<OpenedProject, StorageError> {
        Self::of_project(Project::open_to_read(path, program)?, program)
    }

    fn of_project(project: Project, program: &str) -> Result<OpenedProject, StorageError> {
        let mut contents = project.contents()?;
        let mut session = Session::default();
        session.take_own_places(&contents.own_places);
        let moved = session.take_articles(&contents);
        session.take_edits(&contents.edits);
        for table in std::mem::take(&mut contents.tables) {
            let events = import::events_of(&table);
            session.tables.add(ImportedTable { table, events });
        }
        session.unkept.tables_kept = session.tables.all.len();
        if let Some(filter) = contents.settings.get(FILTER) {
            session.filter = serde_json::from_str(filter).unwrap_or_default();
        }
        session.show_events(&project, moved)?;
        session.say_about(&project);
        let by = contents.settings.get("program").filter(|by| *by != program).cloned();
        session.unkept.log = contents.edits;
        session.store = Some(Box::new(project));
        if !session.is_read_only() {
            session.keep();
        }
        Ok(OpenedProject { session, other_program: by })
    }

    fn say_about(&mut self, project: &Project) {
        if project.is_read_only() {
            self.warn(tr!("notice-project-read-only"), vec![tr!("notice-project-read-only-help")]);
        }
        if let Some(backup) = project.backup() {
            let path = backup.display().to_string();
            self.inform(tr!("notice-project-brought-up", path = path));
        }
    }

    fn take_own_places(&mut self, rows: &[OwnPlacesRow]) {
        let own = |row: &OwnPlacesRow| {
            let file = row.path.file_name().unwrap_or_default().to_string_lossy();
            let places: Vec<OwnPlaceRow> = serde_json::from_str(&row.places).ok()?;
            let places = places.into_iter().map(|place| place.into_place(&file)).collect();
            Some(OwnPlaces { path: row.path.clone(), places, problems: Vec::new() })
        };
        self.own_places = rows.iter().filter_map(own).collect();
        if !self.own_places.is_empty() {
            self.gazetteer = gazetteer_with(&self.own_places).into();
        }
    }

    /// Whether places have other numbers now.
    fn take_articles(&mut self, contents: &Contents) -> bool {
        let rows = Rows::of(&contents.places, &self.gazetteer);
        for stored in &contents.articles {
            let article = stored.article.clone();
            let reading = match &stored.reading {
                Some(reading) => rows.renumbered(reading.clone()),
                None => {
                    self.unkept.readings.insert(ArticleKey(stored.number));
                    pipeline::read(&article, &self.gazetteer)
                }
            };
            self.opened.push(ReadArticle { article, reading });
        }
        if rows.any_moved() {
            self.unkept.readings.extend((0..self.opened.len()).map(ArticleKey));
        }
        self.read_with.resize(self.opened.len(), self.places_version);
        self.unkept.articles_kept = self.opened.len();
        !self.unkept.readings.is_empty()
    }

    fn take_edits(&mut self, log: &[LoggedEdit]) {
        for logged in log {
            match logged.kind {
                StepKind::Edit => {
                    // One that this program does not understand changes nothing for it.
                    let part = |json: &str| serde_json::from_str::<Part>(json).unwrap_or_default();
                    let (before, after) = (part(&logged.before), part(&logged.after));
                    self.edits.set(&after);
                    self.history.remember(Step { label: logged.label.clone(), before, after });
                }
                StepKind::Undo => {
                    self.history.undo(&mut self.edits);
                }
                StepKind::Redo => {
                    self.history.redo(&mut self.edits);
                }
            }
        }
    }

    /// Shows the events that are in the file, or makes them anew.
    fn show_events(&mut self, project: &Project, stale: bool) -> Result<(), StorageError> {
        let (keys, articles) = self.edited_articles();
        let numbers: Vec<usize> = keys.iter().map(|key| key.0).collect();
        let events = if stale { None } else { project.events(&articles, &numbers)? };
        let Some(events) = events else {
            self.rebuild();
            return Ok(());
        };
        self.opened_when_built = self.opened.len();
        self.install(Built {
            keys,
            dataset: crate::model::Dataset { articles, events, tables: Vec::new() },
            as_read: false,
        });
        self.unkept.events_of = Some(self.data_version);
        Ok(())
    }

    /// Keeps all that is open in a new project from now on.
    ///
    /// # Errors
    /// Where the file cannot be made or written; then all stays as it was.
    pub fn keep_in(&mut self, store: impl Store + 'static) -> Result<(), StorageError> {
        let before = self.store.replace(Box::new(store));
        let unkept = Unkept {
            own_places: !self.own_places.is_empty(),
            filter: true,
            kept: self.has_kept(),
            log: self.unkept.log.clone(),
            ..Unkept::default()
        };
        let unkept = std::mem::replace(&mut self.unkept, unkept);
        let log = self.unkept.log.clone();
        let answer = self.commit(&log);
        if answer.is_err() {
            self.store = before;
            self.unkept = unkept;
        }
        answer
    }

    /// Goes on under another name. The old file stays as it is; where it is gone, all is
    /// written from what is open.
    ///
    /// # Errors
    /// Where the new file cannot be written; then all stays as it was.
    pub fn save_as(&mut self, path: &Path, program: &str) -> Result<(), StorageError> {
        if self.project_path().is_some_and(|own| is_same(own, path)) {
            return Ok(());
        }
        if let Some(store) = self.store.as_ref().filter(|_| self.is_kept())
            && store.copy_to(path).is_ok()
        {
            let project = Project::open(path, program)?;
            self.store = Some(Box::new(project));
            return Ok(());
        }
        let part = path.with_extension("gpkg.part");
        // What an earlier attempt left behind.
        let _ = std::fs::remove_file(&part);
        let before = self.store.take();
        let answer = Project::create(&part, program).and_then(|new| self.keep_in(new));
        let new = self.store.take();
        let answer = answer.and_then(|()| match &new {
            Some(new) => new.copy_to(path),
            None => Ok(()),
        });
        drop(new);
        let _ = std::fs::remove_file(&part);
        match answer.and_then(|()| Project::open(path, program)) {
            Ok(project) => {
                self.store = Some(Box::new(project));
                Ok(())
            }
            Err(error) => {
                self.store = before;
                Err(error)
            }
        }
    }

    /// Gives back the room of what was deleted, and says how much.
    pub fn compact(&mut self) {
        match self.store.as_mut().map(|store| store.compact()) {
            None => self.inform(tr!("notice-no-project")),
            Some(Ok((before, after))) => {
                let mb = |bytes: u64| format!("{:.1}", bytes as f64 / 1e6);
                self.inform(tr!("notice-compacted", before = mb(before), after = mb(after)));
            }
            Some(Err(error)) => {
                self.warn(tr!("notice-not-compacted"), vec![error.to_string()]);
            }
        }
    }

    /// Notes a step for the store.
    pub(super) fn log(&mut self, kind: StepKind, step: &Step) {
        let json = |part: &Part| serde_json::to_string(part).unwrap_or_default();
        self.unkept.step = Some(LoggedEdit {
            kind,
            label: step.label.clone(),
            words: self.words_of(step.after.reports()),
            command: String::new(),
            before: json(&step.before),
            after: json(&step.after),
            undo_position: 0,
            by: Some((who(), Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string())),
        });
    }

    /// Keeps the step of a command and what else is new. A step that cannot be kept is
    /// taken back, so that the screen never shows what would be lost.
    pub(super) fn keep_step(&mut self, command: Option<String>) {
        if let Some(step) = &mut self.unkept.step {
            step.command = command.unwrap_or_else(|| "null".to_owned());
            step.undo_position = self.history.position();
        }
        self.keep();
    }

    /// Gives the store what it has not been given yet, in one transaction.
    pub(super) fn keep(&mut self) {
        let Some(step) = self.unkept.step.take() else {
            if self.store.is_some() && self.has_news() {
                let answer = self.commit(&[]);
                self.say_trouble(answer);
            }
            return;
        };
        if self.store.is_some() {
            let answer = self.commit(std::slice::from_ref(&step));
            if answer.is_err() {
                self.take_back(step.kind);
                self.say_trouble(answer);
                return;
            }
            self.unkept.trouble = None;
        }
        self.unkept.log.push(step);
    }

    fn take_back(&mut self, kind: StepKind) {
        match kind {
            StepKind::Edit => self.history.forget(&mut self.edits),
            StepKind::Undo => {
                self.history.redo(&mut self.edits);
            }
            StepKind::Redo => {
                self.history.undo(&mut self.edits);
            }
        }
        self.rebuild();
    }

    fn has_news(&self) -> bool {
        let unkept = &self.unkept;
        let derived = unkept.own_places || unkept.filter || unkept.kept || self.events_to_keep();
        unkept.articles_kept < self.opened.len()
            || unkept.tables_kept < self.tables.all.len()
            || !unkept.readings.is_empty()
            // Looking around in a project that may only be read is no reason to complain.
            || (derived && !self.is_read_only())
    }

    /// Whether the events shown are those of all articles and edits, and not in the store.
    fn events_to_keep(&self) -> bool {
        self.building.is_none()
            && self.opened_when_built == self.opened.len()
            && self.unkept.events_of != Some(self.data_version)
    }

    fn say_trouble(&mut self, answer: Result<(), StorageError>) {
        match answer {
            Ok(()) => self.unkept.trouble = None,
            Err(error) => {
                let why = error.to_string();
                if self.unkept.trouble.as_ref() != Some(&why) {
                    self.notices.add(Severity::Error, tr!("notice-not-saved"), vec![why.clone()]);
                }
                // A read-only project says so each time that one tries to change it.
                let again = matches!(error, StorageError::ReadOnly(_));
                self.unkept.trouble = Some(why).filter(|_| !again);
            }
        }
    }

    fn commit(&mut self, steps: &[LoggedEdit]) -> Result<(), StorageError> {
        let Some(mut store) = self.store.take() else { return Ok(()) };
        let answer = self.commit_to(store.as_mut(), steps);
        self.store = Some(store);
        answer?;
        let events = self.events_to_keep().then_some(self.data_version);
        let unkept = &mut self.unkept;
        unkept.articles_kept = self.opened.len();
        unkept.tables_kept = self.tables.all.len();
        unkept.readings.clear();
        unkept.own_places = false;
        unkept.filter = false;
        unkept.kept = false;
        unkept.events_of = events.or(unkept.events_of);
        Ok(())
    }

    fn commit_to(&self, store: &mut dyn Store, steps: &[LoggedEdit]) -> Result<(), StorageError> {
        let own_places: Option<Vec<OwnPlacesRow>> =
            self.unkept.own_places.then(|| self.own_places.iter().map(own_places_row).collect());
        let numbers: Vec<usize> = self.keys.iter().map(|key| key.0).collect();
        let edited = self.edited_reports();
        let is_edited = |event: &Event| {
            !edited.is_empty() && self.keys_of(event).any(|key| edited.contains(&key))
                || event.joins.iter().any(|join| join.by_person)
        };
        let events = self.events_to_keep().then_some(Events {
            dataset: &self.dataset,
            numbers: &numbers,
            edited: &is_edited,
        });
        store.commit(&Change {
            articles: self.unkept_articles(),
            tables: self.unkept_tables(),
            edits: steps,
            settings: &self.unkept_settings(),
            own_places: own_places.as_deref(),
            kept: self.unkept.kept.then(|| self.kept_rows()),
            events,
        })
    }

    fn edited_reports(&self) -> BTreeSet<ReportKey> {
        let valued = self.edits.values.keys().filter_map(|(target, _)| match target {
            super::Target::Report(key) => Some(key),
            super::Target::Record(_) => None,
        });
        let edited = self.edits.types.keys().chain(self.edits.added.keys()).chain(valued);
        edited.filter_map(|key| self.now_at(*key)).collect()
    }

    fn unkept_articles(&self) -> Vec<ArticleRow<'_>> {
        let kept = self.unkept.articles_kept;
        let again = self.unkept.readings.iter().map(|key| key.0).filter(|at| *at < kept);
        let row = |number: usize| {
            let read = self.opened.get(number)?;
            Some(ArticleRow { number, read, places: places_of(&read.reading, &self.gazetteer) })
        };
        again.chain(kept..self.opened.len()).filter_map(row).collect()
    }

    fn unkept_tables(&self) -> Vec<TableRow<'_>> {
        let all = self.tables.all.iter().enumerate().skip(self.unkept.tables_kept);
        all.map(|(number, table)| TableRow { number, table }).collect()
    }

    fn unkept_settings(&self) -> Vec<(&'static str, String)> {
        let mut settings = Vec::new();
        if self.unkept.filter {
            settings.extend(serde_json::to_string(&self.filter).ok().map(|json| (FILTER, json)));
        }
        if self.unkept.articles_kept < self.opened.len() || !self.unkept.readings.is_empty() {
            let gazetteer = &self.gazetteer;
            let data =
                format!("{} places, {} names", gazetteer.place_count(), gazetteer.name_count());
            settings.push((GAZETTEER, data));
        }
        settings
    }
}

fn own_places_row(own: &OwnPlaces) -> OwnPlacesRow {
    let places: Vec<OwnPlaceRow> = own.places.iter().map(OwnPlaceRow::of).collect();
    let places = serde_json::to_string(&places).unwrap_or_default();
    OwnPlacesRow { path: own.path.clone(), places }
}

/// The places that a reading names.
fn places_of(reading: &Reading, gazetteer: &Gazetteer) -> Vec<Place> {
    let mut ids = BTreeSet::new();
    for toponym in &reading.toponyms {
        ids.extend(toponym.place.as_ref().map(|place| place.id));
        ids.extend(toponym.others.iter().map(|other| other.place));
    }
    let locations = reading.reports.iter().flat_map(|report| &report.locations);
    ids.extend(locations.filter_map(|location| location.place));
    ids.into_iter().filter_map(|id| gazetteer.place(id)).collect()
}

/// What rows of the gazetteer that a project was read with are in that of this program.
struct Rows(BTreeMap<PlaceId, Option<PlaceId>>);

impl Rows {
    /// Only those that have another number, or none.
    fn of(places: &[StoredPlace], gazetteer: &Gazetteer) -> Self {
        let moved = |place: &StoredPlace| {
            let found = row_of(place, gazetteer);
            (found != Some(place.id)).then_some((place.id, found))
        };
        Self(places.iter().filter_map(moved).collect())
    }

    fn any_moved(&self) -> bool {
        !self.0.is_empty()
    }

    fn now(&self, id: PlaceId) -> Option<PlaceId> {
        self.0.get(&id).copied().unwrap_or(Some(id))
    }

    fn renumbered(&self, mut reading: Reading) -> Reading {
        if !self.any_moved() {
            return reading;
        }
        // No row has this number: what is known of the place stands beside it.
        const NONE: PlaceId = PlaceId(u32::MAX);
        for toponym in &mut reading.toponyms {
            if let Some(place) = &mut toponym.place {
                place.id = self.now(place.id).unwrap_or(NONE);
            }
            toponym.others.retain_mut(|other| match self.now(other.place) {
                Some(id) => {
                    other.place = id;
                    true
                }
                None => false,
            });
        }
        for location in reading.reports.iter_mut().flat_map(|report| &mut report.locations) {
            location.place = location.place.and_then(|id| self.now(id));
        }
        reading
    }
}

/// The row of the same place: of the same GeoNames number, or of the same name within a
/// few kilometres.
fn row_of(stored: &StoredPlace, gazetteer: &Gazetteer) -> Option<PlaceId> {
    const NEAR_KM: f64 = 5.0;
    let position = LonLat::new(stored.position.0, stored.position.1);
    let is_it = |place: &Place| match (stored.geonameid, place.geonameid) {
        (Some(a), Some(b)) => a == b,
        _ => place.name == stored.name && place.position.distance_km(position) < NEAR_KM,
    };
    if gazetteer.place(stored.id).as_ref().is_some_and(is_it) {
        return Some(stored.id);
    }
    let candidates = gazetteer.look_up(&stored.name);
    let mut places = candidates.iter().filter_map(|candidate| gazetteer.place(candidate.place));
    places.find(is_it).map(|place| place.id)
}

/// A place of the user's own as it stands in a project.
#[derive(serde::Serialize, serde::Deserialize)]
struct OwnPlaceRow {
    name: String,
    aliases: Vec<String>,
    position: LonLat,
    kind: crate::model::Kind,
    country: Option<String>,
    population: Option<u32>,
    radius_km: Option<f64>,
}

impl OwnPlaceRow {
    fn of(place: &OwnPlace) -> Self {
        let place = place.clone();
        Self {
            name: place.name,
            aliases: place.aliases,
            position: place.position,
            kind: place.kind,
            country: place.country,
            population: place.population,
            radius_km: place.radius_km,
        }
    }

    fn into_place(self, file: &str) -> OwnPlace {
        OwnPlace {
            name: self.name,
            aliases: self.aliases,
            position: self.position,
            kind: self.kind,
            country: self.country,
            population: self.population,
            radius_km: self.radius_km,
            file: file.into(),
        }
    }
}

fn is_same(a: &Path, b: &Path) -> bool {
    let whole = |path: &Path| -> PathBuf {
        std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
    };
    whole(a) == whole(b)
}
