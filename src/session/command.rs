//! What can be done: commands, and the one table of actions that feeds menu,
//! keys and help.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    ArticleKey, Bookmark, Facet, Mode, PlayBy, ReportKey, Slot, StoryStep, TimeAxis, Value, Window,
};
use crate::model::{
    Area, EventId, EventType, Field, Location, Precision, RecordRef, ReportRef, Review, Span,
    TableOptions,
};
use crate::storage::SavedMapping;
use crate::tr;

/// A change to the session. Only [`super::Session::apply`] carries it out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Command {
    /// Read files and folders in the background and add their articles.
    Open(Vec<PathBuf>),
    /// Read an event table in this way; where it is open, in place of how it was read.
    OpenTable(PathBuf, Box<TableOptions>),
    /// A person wants to say how this table is read, by its number in the order of opening.
    AskAboutTable(usize),
    /// Read tables with these headings like this one from now on.
    SaveMapping(String, Box<SavedMapping>),
    /// Read tables with these headings as they are found.
    DropMapping(String),
    /// Add the sample that is part of the program.
    OpenSample,
    /// Add a text as an article.
    Paste(String),
    /// Put the places of these files on top of the gazetteer and read the articles again.
    AddPlaces(Vec<PathBuf>),
    /// Do without the places of this file.
    RemovePlaces(PathBuf),
    /// Read all articles again, as after an update of the program.
    ReadAgain,
    /// Read these articles again.
    ReadArticlesAgain(Vec<ArticleKey>),
    /// Close all articles.
    New,
    /// Stop reading; what was read stays.
    CancelReading,
    /// Select an event and show its first report's words.
    Select(EventId),
    /// Select an event, and show its days.
    GoTo(EventId),
    /// Select nothing.
    Deselect,
    /// Show words of an article (its place in the dataset), perhaps those behind a field.
    Show {
        /// The article's place in the dataset.
        article: usize,
        /// The words; the top of the article if none.
        span: Option<Span>,
        /// What they are the evidence of.
        field: Option<Field>,
    },
    /// Play or pause.
    TogglePlay,
    /// Select the next event and show it.
    StepNext,
    /// Select the event before and show it.
    StepPrevious,
    /// Move the window to the first day.
    ToStart,
    /// Move the window to the last day.
    ToEnd,
    /// Show these days.
    SetWindow(Window),
    /// Show all days.
    ShowAllTime,
    /// Window or cumulative.
    SetMode(Mode),
    /// The other of the two.
    ToggleMode,
    /// Days per second.
    SetSpeed(f64),
    /// Events per second.
    SetPace(f64),
    /// Play by time or event by event.
    SetPlayBy(PlayBy),
    /// Play event by event, or pause.
    TogglePlayEvents,
    /// Start again at the end, or stop there.
    ToggleLoop,
    /// Let events fade behind the window while playing, or not.
    ToggleTrails,
    /// Make the window so many days long.
    SetLength(f64),
    /// Make the window as long as the round number before.
    ShortenWindow,
    /// Make the window as long as the next round number.
    LengthenWindow,
    /// Move the window back by its own length.
    WindowBack,
    /// Move the window on by its own length.
    WindowOn,
    /// Go by the days on which events happened, or became known.
    SetTimeAxis(TimeAxis),
    /// The other of the two.
    ToggleTimeAxis,
    /// Hide a type or show it again.
    ToggleType(EventType),
    /// Hide all other types.
    OnlyType(EventType),
    /// Hide a class of precision or show it again.
    TogglePrecision(Precision),
    /// Hide the events of an article or show them again.
    ToggleArticle(ArticleKey),
    /// Hide events of which a person thinks so, or show them again.
    ToggleReview(Review),
    /// Ask for events with this name in a facet, or no longer.
    ToggleFacet(Facet, String),
    /// Ask for this name alone.
    OnlyFacet(Facet, String),
    /// Show only events whose reports differ.
    DisputedOnly(bool),
    /// Show only events with so many deaths at least.
    LeastKilled(u32),
    /// Look for words.
    SetSearch(String),
    /// Show history told as context.
    ShowBackground(bool),
    /// Hide what happened outside of a part of the map, or nowhere in particular.
    SetArea(Option<Area>),
    /// Hide nothing.
    ClearFilter,
    /// Enter the day of publication, or go back to what was read.
    SetPublished(ArticleKey, Option<Date>),
    /// This is not an event.
    Reject(EventId),
    /// These reports are of an event after all.
    Restore(Vec<ReportKey>),
    /// Choose another type.
    SetType(EventId, EventType),
    /// Choose another type for all of these.
    SetTypes(Vec<EventId>, EventType),
    /// These are one event.
    JoinEvents(Vec<EventId>),
    /// This report is not of that event.
    PartReport(EventId, ReportRef),
    /// Close an article.
    Close(ArticleKey),
    /// Close several articles.
    CloseMany(Vec<ArticleKey>),
    /// Open articles again that were closed.
    Reopen(Vec<ArticleKey>),
    /// Close an event table, by its number in the order of opening.
    CloseTable(usize),
    /// Select these, the first before all.
    SelectMany(Vec<EventId>),
    /// Choose a value for these events.
    Change(Vec<EventId>, Value),
    /// Go back to what was read.
    Revert(EventId, Slot),
    /// None of these is an event.
    RejectAll(Vec<EventId>),
    /// These rows of tables are of an event after all.
    RestoreRows(Vec<RecordRef>),
    /// These words of an article tell of an event.
    AddEvent {
        /// The article.
        article: ArticleKey,
        /// The words.
        words: Span,
        /// What happened.
        event_type: EventType,
    },
    /// All mentions of a name mean this place; `None` for what was read.
    PlaceName(String, Option<Box<Location>>),
    /// Keep the filter under a name.
    SaveFilter(String),
    /// Filter by one that has a name.
    UseFilter(String),
    /// Forget a filter that has a name.
    DropFilter(String),
    /// Keep what is on the screen under a name.
    SaveBookmark(String, Box<Bookmark>),
    /// Forget a bookmark.
    DropBookmark(String),
    /// Show the days, the filter and the event of a bookmark.
    ShowBookmark(Box<Bookmark>),
    /// Keep the steps of a story.
    SaveStory(String, Vec<StoryStep>),
    /// Forget a story.
    DropStory(String),
    /// Take back the last edit.
    Undo,
    /// Do it again.
    Redo,
    /// Put away a notice.
    Dismiss(u64),
}

impl Command {
    /// Whether it may change what is kept about articles and events.
    pub fn is_edit(&self) -> bool {
        matches!(
            self,
            Command::New
                | Command::SetPublished(..)
                | Command::Reject(_)
                | Command::Restore(_)
                | Command::SetType(..)
                | Command::SetTypes(..)
                | Command::JoinEvents(_)
                | Command::PartReport(..)
                | Command::Close(_)
                | Command::CloseMany(_)
                | Command::Reopen(_)
                | Command::CloseTable(_)
                | Command::Change(..)
                | Command::Revert(..)
                | Command::RejectAll(_)
                | Command::RestoreRows(_)
                | Command::AddEvent { .. }
                | Command::PlaceName(..)
                | Command::SaveFilter(_)
                | Command::DropFilter(_)
                | Command::SaveBookmark(..)
                | Command::DropBookmark(_)
                | Command::SaveStory(..)
                | Command::DropStory(_)
                | Command::Undo
                | Command::Redo
        )
    }
}

/// Something a person can ask for by menu or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the files of words say what each does")]
pub enum Action {
    NewProject,
    OpenProject,
    SaveProjectAs,
    Compact,
    OpenFiles,
    OpenFolder,
    OpenPath,
    ImportTable,
    OpenSample,
    New,
    AddPlaces,
    ReadAgain,
    ExportEvents,
    ExportAnnotations,
    SavePicture,
    Quit,
    Undo,
    Redo,
    Find,
    FindInArticle,
    MarkUnverified,
    MarkDisputed,
    MarkReviewed,
    CommandPalette,
    Deselect,
    Settings,
    TogglePlay,
    StepNext,
    StepPrevious,
    ToStart,
    ToEnd,
    ShowAllTime,
    TogglePlayEvents,
    ToggleLoop,
    ToggleTrails,
    ToggleMode,
    WindowBack,
    WindowOn,
    ShortenWindow,
    LengthenWindow,
    GoToDay,
    FocusTime,
    ZoomTimeIn,
    ZoomTimeOut,
    WholeTimeAxis,
    ToggleTimeAxis,
    ZoomIn,
    ZoomOut,
    FitMap,
    MapLayers,
    Stories,
    MapDisplay,
    GoToPlace,
    SelectRectangle,
    SelectPolygon,
    FilterToView,
    Measure,
    CopyCoordinates,
    ToggleLists,
    ToggleInspector,
    NextPane,
    PreviousPane,
    TextLarger,
    TextSmaller,
    TextUsual,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    HighContrast,
    SafeColours,
    ReducedMotion,
    ShowKeys,
    ShowNotices,
    About,
}

/// The menu that an action is found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the titles on the menu bar")]
pub enum Menu {
    File,
    Edit,
    View,
    Time,
    Help,
}

impl Menu {
    /// All menus, from left to right.
    pub const ALL: [Menu; 5] = [Menu::File, Menu::Edit, Menu::View, Menu::Time, Menu::Help];

    /// The title on the menu bar.
    pub fn label(self) -> String {
        match self {
            Menu::File => tr!("menu-file"),
            Menu::Edit => tr!("menu-edit"),
            Menu::View => tr!("menu-view"),
            Menu::Time => tr!("menu-time"),
            Menu::Help => tr!("menu-help"),
        }
    }
}

/// A row of the table of actions.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// What is asked for.
    pub action: Action,
    /// Its name in the files of words.
    pub id: &'static str,
    /// The menu it is in; a line is drawn above the first of each `group`.
    pub menu: Menu,
    /// Counts the groups within the menu.
    pub group: u8,
    /// The key: "Ctrl+O", or "" for none. Ctrl is the command key on a Mac.
    pub key: &'static str,
}

impl ActionInfo {
    /// The words in the menu.
    pub fn label(&self) -> String {
        tr!(&format!("action-{}", self.id))
    }

    /// What it does, for the list of keys and for tooltips.
    pub fn help(&self) -> String {
        tr!(&format!("action-{}-help", self.id))
    }
}

/// Everything that menus and keys can do, in the order of the menus.
pub const ACTIONS: &[ActionInfo] = &[
    row(Action::NewProject, "new-project", Menu::File, 0, "Ctrl+N"),
    row(Action::OpenProject, "open-project", Menu::File, 0, ""),
    row(Action::SaveProjectAs, "save-project-as", Menu::File, 0, "Ctrl+Shift+S"),
    row(Action::Compact, "compact", Menu::File, 0, ""),
    row(Action::OpenFiles, "open-files", Menu::File, 1, "Ctrl+O"),
    row(Action::OpenFolder, "open-folder", Menu::File, 1, "Ctrl+Shift+O"),
    row(Action::OpenPath, "open-path", Menu::File, 1, ""),
    row(Action::ImportTable, "import-table", Menu::File, 1, ""),
    row(Action::OpenSample, "open-sample", Menu::File, 1, ""),
    row(Action::New, "new", Menu::File, 1, ""),
    row(Action::AddPlaces, "add-places", Menu::File, 2, ""),
    row(Action::ReadAgain, "read-again", Menu::File, 2, ""),
    row(Action::ExportEvents, "export-events", Menu::File, 3, "Ctrl+E"),
    row(Action::ExportAnnotations, "export-annotations", Menu::File, 3, ""),
    row(Action::SavePicture, "save-picture", Menu::File, 3, "Ctrl+S"),
    row(Action::Quit, "quit", Menu::File, 4, "Ctrl+Q"),
    row(Action::Undo, "undo", Menu::Edit, 0, "Ctrl+Z"),
    row(Action::Redo, "redo", Menu::Edit, 0, "Ctrl+Shift+Z"),
    row(Action::Find, "find", Menu::Edit, 1, "Ctrl+F"),
    row(Action::FindInArticle, "find-in-article", Menu::Edit, 1, "Ctrl+Shift+F"),
    row(Action::CommandPalette, "command-palette", Menu::Edit, 1, "Ctrl+K"),
    row(Action::Deselect, "deselect", Menu::Edit, 1, "Escape"),
    row(Action::MarkUnverified, "mark-unverified", Menu::Edit, 2, "Shift+V"),
    row(Action::MarkDisputed, "mark-disputed", Menu::Edit, 2, "Shift+D"),
    row(Action::MarkReviewed, "mark-reviewed", Menu::Edit, 2, "Shift+R"),
    row(Action::Settings, "settings", Menu::Edit, 3, "Ctrl+Comma"),
    row(Action::FitMap, "fit-map", Menu::View, 0, "F"),
    row(Action::ZoomIn, "zoom-in", Menu::View, 0, "+"),
    row(Action::ZoomOut, "zoom-out", Menu::View, 0, "-"),
    row(Action::MapLayers, "map-layers", Menu::View, 1, "L"),
    row(Action::Stories, "stories", Menu::View, 1, "S"),
    row(Action::MapDisplay, "map-display", Menu::View, 1, "M"),
    row(Action::ToggleLists, "toggle-lists", Menu::View, 1, "F2"),
    row(Action::ToggleInspector, "toggle-inspector", Menu::View, 1, "F3"),
    row(Action::GoToPlace, "go-to-place", Menu::View, 2, "Ctrl+G"),
    row(Action::SelectRectangle, "select-rectangle", Menu::View, 2, ""),
    row(Action::SelectPolygon, "select-polygon", Menu::View, 2, ""),
    row(Action::FilterToView, "filter-to-view", Menu::View, 2, ""),
    row(Action::Measure, "measure", Menu::View, 2, ""),
    row(Action::CopyCoordinates, "copy-coordinates", Menu::View, 2, "C"),
    row(Action::NextPane, "next-pane", Menu::View, 1, "F6"),
    row(Action::PreviousPane, "previous-pane", Menu::View, 1, "Shift+F6"),
    row(Action::TextLarger, "text-larger", Menu::View, 3, "Ctrl+Plus"),
    row(Action::TextSmaller, "text-smaller", Menu::View, 3, "Ctrl+Minus"),
    row(Action::TextUsual, "text-usual", Menu::View, 3, "Ctrl+0"),
    row(Action::ThemeSystem, "theme-system", Menu::View, 4, ""),
    row(Action::ThemeLight, "theme-light", Menu::View, 4, ""),
    row(Action::ThemeDark, "theme-dark", Menu::View, 4, ""),
    row(Action::HighContrast, "high-contrast", Menu::View, 5, ""),
    row(Action::SafeColours, "safe-colours", Menu::View, 5, ""),
    row(Action::ReducedMotion, "reduced-motion", Menu::View, 5, ""),
    row(Action::TogglePlay, "toggle-play", Menu::Time, 0, "Space"),
    row(Action::TogglePlayEvents, "toggle-play-events", Menu::Time, 0, "Shift+Space"),
    row(Action::ToggleLoop, "toggle-loop", Menu::Time, 0, "R"),
    row(Action::ToggleTrails, "toggle-trails", Menu::Time, 0, "T"),
    row(Action::StepNext, "step-next", Menu::Time, 1, "Right"),
    row(Action::StepPrevious, "step-previous", Menu::Time, 1, "Left"),
    row(Action::WindowOn, "window-on", Menu::Time, 2, "."),
    row(Action::WindowBack, "window-back", Menu::Time, 2, ","),
    row(Action::LengthenWindow, "lengthen-window", Menu::Time, 2, "]"),
    row(Action::ShortenWindow, "shorten-window", Menu::Time, 2, "["),
    row(Action::ToggleMode, "toggle-mode", Menu::Time, 2, "W"),
    row(Action::ToStart, "to-start", Menu::Time, 3, "Home"),
    row(Action::ToEnd, "to-end", Menu::Time, 3, "End"),
    row(Action::GoToDay, "go-to-day", Menu::Time, 3, "Ctrl+D"),
    row(Action::ShowAllTime, "show-all-time", Menu::Time, 3, "A"),
    row(Action::ToggleTimeAxis, "toggle-time-axis", Menu::Time, 4, "K"),
    row(Action::FocusTime, "focus-time", Menu::Time, 5, "Ctrl+T"),
    row(Action::ZoomTimeIn, "zoom-time-in", Menu::Time, 5, ""),
    row(Action::ZoomTimeOut, "zoom-time-out", Menu::Time, 5, ""),
    row(Action::WholeTimeAxis, "whole-time-axis", Menu::Time, 5, ""),
    row(Action::ShowKeys, "show-keys", Menu::Help, 0, "F1"),
    row(Action::ShowNotices, "show-notices", Menu::Help, 0, ""),
    row(Action::About, "about", Menu::Help, 0, ""),
];

const fn row(
    action: Action,
    id: &'static str,
    menu: Menu,
    group: u8,
    key: &'static str,
) -> ActionInfo {
    ActionInfo { action, id, menu, group, key }
}

impl Action {
    /// Its row in the table.
    pub fn info(self) -> ActionInfo {
        ACTIONS.iter().copied().find(|info| info.action == self).unwrap_or(ACTIONS[0])
    }

    /// The command it stands for; none where the window must first ask something
    /// or where only the window is concerned.
    pub fn command(self) -> Option<Command> {
        Some(match self {
            Action::OpenSample => Command::OpenSample,
            Action::New => Command::New,
            Action::ReadAgain => Command::ReadAgain,
            Action::Undo => Command::Undo,
            Action::Redo => Command::Redo,
            Action::Deselect => Command::Deselect,
            Action::TogglePlay => Command::TogglePlay,
            Action::StepNext => Command::StepNext,
            Action::StepPrevious => Command::StepPrevious,
            Action::ToStart => Command::ToStart,
            Action::ToEnd => Command::ToEnd,
            Action::ShowAllTime => Command::ShowAllTime,
            Action::TogglePlayEvents => Command::TogglePlayEvents,
            Action::ToggleLoop => Command::ToggleLoop,
            Action::ToggleTrails => Command::ToggleTrails,
            Action::ToggleMode => Command::ToggleMode,
            Action::WindowBack => Command::WindowBack,
            Action::WindowOn => Command::WindowOn,
            Action::ShortenWindow => Command::ShortenWindow,
            Action::LengthenWindow => Command::LengthenWindow,
            Action::ToggleTimeAxis => Command::ToggleTimeAxis,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_actions_share_a_key_or_a_name_or_words() {
        let keys: Vec<&str> = ACTIONS.iter().map(|a| a.key).filter(|k| !k.is_empty()).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        let ids: BTreeSet<&str> = ACTIONS.iter().map(|a| a.id).collect();
        assert_eq!(ids.len(), ACTIONS.len());
        let labels: BTreeSet<String> = ACTIONS.iter().map(ActionInfo::label).collect();
        assert_eq!(labels.len(), ACTIONS.len());
    }

    #[test]
    fn every_action_finds_its_own_row() {
        for info in ACTIONS {
            assert_eq!(info.action.info().id, info.id);
        }
    }

    /// "SaveProjectAs" is "save-project-as".
    fn kebab(name: &str) -> String {
        let mut words = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !words.is_empty() {
                words.push('-');
            }
            words.extend(letter.to_lowercase());
        }
        words
    }

    #[test]
    fn every_action_is_named_as_in_the_code_and_has_words() {
        for info in ACTIONS {
            assert_eq!(info.id, kebab(&format!("{:?}", info.action)));
            assert!(!info.label().starts_with("action-"), "{}", info.label());
            assert!(!info.help().starts_with("action-"), "{}", info.help());
        }
    }
}
