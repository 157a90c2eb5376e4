//! What can be done: commands, and the one table of actions that feeds menu,
//! keys and help.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::Serialize;

use super::{ArticleKey, Mode, ReportKey, Window};
use crate::model::{Area, EventId, EventType, Field, Precision, ReportRef, Span};

/// A change to the session. Only [`super::Session::apply`] carries it out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Command {
    /// Read files and folders in the background and add their articles.
    Open(Vec<PathBuf>),
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
    /// Close all articles.
    New,
    /// Stop reading; what was read stays.
    CancelReading,
    /// Select an event and show its first report's words.
    Select(EventId),
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
    /// Days per second.
    SetSpeed(f64),
    /// Hide a type or show it again.
    ToggleType(EventType),
    /// Hide all other types.
    OnlyType(EventType),
    /// Hide a class of precision or show it again.
    TogglePrecision(Precision),
    /// Hide the events of an article or show them again.
    ToggleArticle(ArticleKey),
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
    /// These are one event.
    JoinEvents(Vec<EventId>),
    /// This report is not of that event.
    PartReport(EventId, ReportRef),
    /// Close an article.
    Close(ArticleKey),
    /// Close an event table, by its number in the order of opening.
    CloseTable(usize),
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
                | Command::JoinEvents(_)
                | Command::PartReport(..)
                | Command::Close(_)
                | Command::CloseTable(_)
                | Command::Undo
                | Command::Redo
        )
    }
}

/// Something a person can ask for by menu or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "ACTIONS says what each does")]
pub enum Action {
    NewProject,
    OpenProject,
    SaveProjectAs,
    Compact,
    OpenFiles,
    OpenFolder,
    OpenPath,
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
    Deselect,
    TogglePlay,
    StepNext,
    StepPrevious,
    ToStart,
    ToEnd,
    ShowAllTime,
    ZoomIn,
    ZoomOut,
    FitMap,
    MapLayers,
    ToggleLists,
    ToggleInspector,
    ShowKeys,
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
    pub fn label(self) -> &'static str {
        match self {
            Menu::File => "File",
            Menu::Edit => "Edit",
            Menu::View => "View",
            Menu::Time => "Time",
            Menu::Help => "Help",
        }
    }
}

/// A row of the table of actions.
#[derive(Clone, Copy, Debug)]
pub struct ActionInfo {
    /// What is asked for.
    pub action: Action,
    /// The menu it is in; a line is drawn above the first of each `group`.
    pub menu: Menu,
    /// Counts the groups within the menu.
    pub group: u8,
    /// The words in the menu.
    pub label: &'static str,
    /// The key: "Ctrl+O", or "" for none. Ctrl is the command key on a Mac.
    pub key: &'static str,
    /// What it does, for the list of keys and for tooltips.
    pub help: &'static str,
}

/// Everything that menus and keys can do, in the order of the menus.
pub const ACTIONS: &[ActionInfo] = &[
    row(Action::NewProject, Menu::File, 0, "New project", "Ctrl+N", "Begin with nothing open"),
    row(Action::OpenProject, Menu::File, 0, "Open project…", "", "Go on with another project"),
    row(
        Action::SaveProjectAs,
        Menu::File,
        0,
        "Save project as…",
        "Ctrl+Shift+S",
        "Give the project a name and a place; all that you do is kept there at once",
    ),
    row(
        Action::Compact,
        Menu::File,
        0,
        "Compact project",
        "",
        "Give back the room of what was deleted from the project file",
    ),
    row(Action::OpenFiles, Menu::File, 1, "Open files…", "Ctrl+O", "Add articles from files"),
    row(
        Action::OpenFolder,
        Menu::File,
        1,
        "Open folder…",
        "Ctrl+Shift+O",
        "Add all articles in a folder",
    ),
    row(
        Action::OpenPath,
        Menu::File,
        1,
        "Open path…",
        "",
        "Add articles, or open a project, by typing a path",
    ),
    row(Action::OpenSample, Menu::File, 1, "Open sample", "", "Add the sample articles"),
    row(
        Action::New,
        Menu::File,
        1,
        "Close all articles",
        "",
        "Take all articles out of the project; can be undone",
    ),
    row(
        Action::AddPlaces,
        Menu::File,
        2,
        "Add your own places…",
        "",
        "Names and positions from a CSV or GeoJSON file of yours",
    ),
    row(
        Action::ReadAgain,
        Menu::File,
        2,
        "Read all again",
        "",
        "Read all articles with this version of the program; what you changed stays",
    ),
    row(
        Action::ExportEvents,
        Menu::File,
        3,
        "Export events…",
        "Ctrl+E",
        "Save the events as a table, for a map, as a report or with their evidence",
    ),
    row(
        Action::ExportAnnotations,
        Menu::File,
        3,
        "Export annotations…",
        "",
        "Save everything that was read, a line of JSON for each article",
    ),
    row(Action::SavePicture, Menu::File, 3, "Save picture…", "Ctrl+S", "Save the map as a PNG"),
    row(Action::Quit, Menu::File, 4, "Quit", "Ctrl+Q", "Close the window"),
    row(Action::Undo, Menu::Edit, 0, "Undo", "Ctrl+Z", "Take back the last edit"),
    row(Action::Redo, Menu::Edit, 0, "Redo", "Ctrl+Shift+Z", "Do it again"),
    row(Action::Find, Menu::Edit, 1, "Find", "Ctrl+F", "Look for words in events"),
    row(Action::Deselect, Menu::Edit, 1, "Deselect", "Escape", "Select nothing"),
    row(Action::FitMap, Menu::View, 0, "Fit map to events", "F", "Show all events on the map"),
    row(Action::ZoomIn, Menu::View, 0, "Zoom in", "+", "Come closer"),
    row(Action::ZoomOut, Menu::View, 0, "Zoom out", "-", "See more"),
    row(Action::MapLayers, Menu::View, 1, "Map layers…", "L", "Choose another map"),
    row(Action::ToggleLists, Menu::View, 1, "Lists", "F2", "Show or hide the left panel"),
    row(Action::ToggleInspector, Menu::View, 1, "Inspector", "F3", "Show or hide the right panel"),
    row(Action::TogglePlay, Menu::Time, 0, "Play or pause", "Space", "Let time run"),
    row(Action::StepNext, Menu::Time, 1, "Next event", "Right", "Select the next event in time"),
    row(
        Action::StepPrevious,
        Menu::Time,
        1,
        "Previous event",
        "Left",
        "Select the event before in time",
    ),
    row(Action::ToStart, Menu::Time, 2, "To the first day", "Home", "Go to the start"),
    row(Action::ToEnd, Menu::Time, 2, "To the last day", "End", "Go to the end"),
    row(Action::ShowAllTime, Menu::Time, 2, "All days", "A", "Show all days at once"),
    row(Action::ShowKeys, Menu::Help, 0, "Keys", "F1", "List all keys"),
    row(Action::About, Menu::Help, 0, "About Dateline", "", "Version, licences, sources of data"),
];

const fn row(
    action: Action,
    menu: Menu,
    group: u8,
    label: &'static str,
    key: &'static str,
    help: &'static str,
) -> ActionInfo {
    ActionInfo { action, menu, group, label, key, help }
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
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_actions_share_a_key_or_a_label() {
        let keys: Vec<&str> = ACTIONS.iter().map(|a| a.key).filter(|k| !k.is_empty()).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        let labels: BTreeSet<&str> = ACTIONS.iter().map(|a| a.label).collect();
        assert_eq!(labels.len(), ACTIONS.len());
    }

    #[test]
    fn every_action_finds_its_own_row() {
        for info in ACTIONS {
            assert_eq!(info.action.info().label, info.label);
        }
    }
}
