//! What can be gone to by its words: commands, languages, files, places, events, articles.

use eframe::egui::Context;

use super::find::Finder;
use crate::{
    locale::Language,
    model::{Event, EventId, LonLat, Place},
    session::{ACTIONS, Action, ActionInfo, Bookmark, Session},
    storage::Settings,
    tr,
    ui::{keys, lists::title_of, menu, words},
};

/// How many of a group are offered.
const MOST: usize = 7;

/// What an entry stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To do what a menu does.
    Do(Action),
    /// To speak a language.
    Speak(Language),
    /// To open a file again.
    Open(std::path::PathBuf),
    /// To show a place on the map, which reaches so far.
    Place(LonLat, f64),
    /// To select an event.
    Event(EventId),
    /// To show an article, by its place in the dataset.
    Article(usize),
    /// To filter as was saved under a name.
    Filter(String),
    /// To show what was saved under a name.
    Bookmark(Box<Bookmark>),
}

/// What entries are headed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Recent,
    Commands,
    Saved,
    Files,
    Places,
    Events,
    Articles,
}

impl Group {
    /// Its words.
    pub fn label(self) -> String {
        match self {
            Group::Recent => tr!("palette-recent"),
            Group::Commands => tr!("palette-commands"),
            Group::Saved => tr!("palette-saved"),
            Group::Files => tr!("palette-files"),
            Group::Places => tr!("palette-places"),
            Group::Events => tr!("palette-events"),
            Group::Articles => tr!("palette-articles"),
        }
    }
}

/// A line to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it stands for.
    pub target: Target,
    /// What it is headed by.
    pub group: Group,
    /// Its words.
    pub words: String,
    /// More about it: the menu, the country, the day.
    pub about: String,
    /// The key that does the same.
    pub keys: String,
}

/// What was typed, and where it is looked for.
pub struct Search<'a> {
    /// As typed.
    pub typed: &'a str,
    /// What is open.
    pub session: &'a Session,
    /// What was chosen before.
    pub settings: &'a Settings,
    /// What [`events`] says of them.
    pub events: &'a [String],
}

/// A line for each event.
pub fn events(session: &Session) -> Vec<String> {
    let line = |event: &Event| {
        let names = event.locations.iter().map(|location| location.name.as_str());
        let places = match event.locations.len() {
            1..=4 => names.collect::<Vec<_>>().join(", "),
            _ => words::place(event),
        };
        format!("{} · {places} · {}", words::event_type(event.event_type), words::date(event))
    };
    session.dataset().events.iter().map(line).collect()
}

impl Search<'_> {
    /// What fits, in groups; the group with the best one first. Without any letters, what was
    /// chosen last and then all commands.
    pub fn entries(&self, context: &Context) -> Vec<Entry> {
        if self.typed.trim().is_empty() {
            return self.all_commands(context);
        }
        let mut finder = Finder::new(self.typed);
        let mut groups = [
            self.commands(&mut finder, context),
            self.saved(&mut finder),
            self.files(&mut finder),
            self.places(),
            self.events(&mut finder),
            self.articles(&mut finder),
        ];
        groups.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        groups.into_iter().flat_map(|(_, entries)| entries).collect()
    }

    fn all_commands(&self, context: &Context) -> Vec<Entry> {
        let can = |info: &&ActionInfo| self.can_be_chosen(info);
        let recent = self.settings.recent_commands.iter().take(MOST).filter_map(|id| {
            let info = ACTIONS.iter().find(|info| info.id == id).filter(can)?;
            Some(Entry { group: Group::Recent, ..command(info, context) })
        });
        let all = ACTIONS.iter().filter(can).map(|info| command(info, context));
        recent.chain(all).collect()
    }

    fn can_be_chosen(&self, info: &ActionInfo) -> bool {
        info.action != Action::CommandPalette && menu::label_and_state(info, self.session).1
    }

    fn commands(&self, finder: &mut Finder, context: &Context) -> (u32, Vec<Entry>) {
        let actions = ACTIONS.iter().filter(|info| self.can_be_chosen(info));
        let mut entries: Vec<Entry> = actions.map(|info| command(info, context)).collect();
        entries.extend(Language::ALL.map(|language| Entry {
            target: Target::Speak(language),
            group: Group::Commands,
            words: language.own_name().to_owned(),
            about: tr!("settings-language"),
            keys: String::new(),
        }));
        let text = |entry: &Entry| format!("{} {}", entry.words, entry.about);
        best(finder, entries, text)
    }

    /// Filters and bookmarks with a name.
    fn saved(&self, finder: &mut Finder) -> (u32, Vec<Entry>) {
        let entry = |words: &String, target, about| Entry {
            target,
            group: Group::Saved,
            words: words.clone(),
            about,
            keys: String::new(),
        };
        let edits = self.session.edits();
        let filters = edits
            .filters
            .keys()
            .map(|name| entry(name, Target::Filter(name.clone()), tr!("palette-filter")));
        let bookmarks = edits.bookmarks.iter().map(|(name, bookmark)| {
            let target = Target::Bookmark(Box::new(bookmark.clone()));
            entry(name, target, tr!("palette-bookmark"))
        });
        best(finder, filters.chain(bookmarks).collect(), |entry| entry.words.clone())
    }

    fn files(&self, finder: &mut Finder) -> (u32, Vec<Entry>) {
        let entry = |path: &std::path::PathBuf| Entry {
            target: Target::Open(path.clone()),
            group: Group::Files,
            words: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            about: path.parent().map(|folder| folder.display().to_string()).unwrap_or_default(),
            keys: String::new(),
        };
        let entries = self.settings.recent_files.iter().map(entry).collect();
        best(finder, entries, |entry| entry.words.clone())
    }

    /// Places whose names begin so. The gazetteer finds them, likeliest first.
    fn places(&self) -> (u32, Vec<Entry>) {
        let typed = self.typed.trim();
        if typed.chars().count() < 2 {
            return (0, Vec::new());
        }
        let gazetteer = self.session.gazetteer();
        let found = gazetteer.prefix_search(typed, MOST);
        let entries: Vec<Entry> = found
            .iter()
            .filter_map(|candidate| {
                let place = gazetteer.place(candidate.place)?;
                let name = gazetteer.matched_name(candidate)?.into_owned();
                Some(place_entry(self.session, place, name))
            })
            .collect();
        // As a whole word that fits from its start would be.
        let score = |entry: &Entry| Finder::new(typed).score(&entry.words);
        (entries.iter().filter_map(score).max().unwrap_or(0), entries)
    }

    /// Events by what they are, and then by any words that are told of them.
    fn events(&self, finder: &mut Finder) -> (u32, Vec<Entry>) {
        let best = finder.best(self.events, MOST);
        let score = best.first().map_or(0, |found| found.score);
        let mut found: Vec<EventId> = best.iter().map(|found| EventId(found.at)).collect();
        if found.len() < MOST && self.typed.trim().chars().count() > 2 {
            let with_words = self.session.events_with(self.typed);
            let others = with_words.into_iter().filter(|id| !found.contains(id));
            let others: Vec<EventId> = others.take(MOST - found.len()).collect();
            found.extend(others);
        }
        let entry = |id: EventId| Entry {
            target: Target::Event(id),
            group: Group::Events,
            words: self.events.get(id.0).cloned().unwrap_or_default(),
            about: String::new(),
            keys: String::new(),
        };
        (score, found.into_iter().map(entry).collect())
    }

    fn articles(&self, finder: &mut Finder) -> (u32, Vec<Entry>) {
        let articles = self.session.dataset().articles.iter().enumerate();
        let entries = articles.map(|(at, read)| {
            let metadata = &read.reading.metadata;
            let source = metadata.source.iter().map(|source| source.value.clone());
            let day = metadata.published.iter().map(|published| words::day(published.value));
            Entry {
                target: Target::Article(at),
                group: Group::Articles,
                words: title_of(read).to_owned(),
                about: source.chain(day).collect::<Vec<_>>().join(" · "),
                keys: String::new(),
            }
        });
        best(finder, entries.collect(), |entry| format!("{} {}", entry.words, entry.about))
    }
}

fn command(info: &ActionInfo, context: &Context) -> Entry {
    let keys = keys::shortcut(info.key);
    Entry {
        target: Target::Do(info.action),
        group: Group::Commands,
        words: info.label(),
        about: info.menu.label(),
        keys: keys.map_or_else(String::new, |keys| context.format_shortcut(&keys)),
    }
}

fn place_entry(session: &Session, place: Place, name: String) -> Entry {
    let country = place.country.and_then(|code| {
        let gazetteer = session.gazetteer();
        gazetteer.name_of(gazetteer.country(code)?).map(std::borrow::Cow::into_owned)
    });
    let main_name = (place.name != name).then(|| place.name.clone());
    let parts = main_name.into_iter().chain(place.admin1).chain(country);
    Entry {
        target: Target::Place(place.position, place.radius_km),
        group: Group::Places,
        words: name,
        about: parts.collect::<Vec<_>>().join(", "),
        keys: String::new(),
    }
}

/// The entries that fit best, and how well the first of them does.
fn best(
    finder: &mut Finder,
    entries: Vec<Entry>,
    text: impl Fn(&Entry) -> String,
) -> (u32, Vec<Entry>) {
    let found = finder.best(entries.iter().map(text), MOST);
    let score = found.first().map_or(0, |found| found.score);
    (score, found.into_iter().map(|found| entries[found.at].clone()).collect())
}
