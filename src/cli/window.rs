//! `dateline` alone: the window, or where there is no display, what it would show.

use std::path::{Path, PathBuf};

use super::args::{Size, Theme};
use super::inputs::{self, Inputs};
use super::picture::{self, Picture};
use super::{Answer, CliError, own as own_places, print, say, terminal};
use crate::export::{geojson, table, write_atomically};
use crate::model::{Dataset, Event};
#[cfg(feature = "ui")]
use crate::storage::Folder;

const PICTURE: &str = "dateline-map.png";
const EVENTS: &str = "dateline-events.geojson";

pub fn run(paths: &[PathBuf], own: &[PathBuf]) -> Result<Answer, CliError> {
    match open(paths, own) {
        Ok(()) => Ok(Answer::Complete),
        Err(reason) => {
            say(&format!("no window ({reason}); here is what it would show"));
            without_window(paths, own)
        }
    }
}

/// Opens the window and stays until it is closed; or says why it cannot.
#[cfg(feature = "ui")]
fn open(paths: &[PathBuf], own: &[PathBuf]) -> Result<(), String> {
    if !has_display() {
        return Err("there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set".to_owned());
    }
    // Where a library of the system is missing, the crates below panic.
    std::panic::catch_unwind(|| crate::ui::run(paths.to_vec(), own.to_vec(), Folder::of_user()))
        .map_err(|_| "it broke off".to_owned())?
        .map_err(|error| error.to_string())
}

/// Says that there is none.
#[cfg(not(feature = "ui"))]
fn open(_paths: &[PathBuf], _own: &[PathBuf]) -> Result<(), String> {
    Err("this program was built without the feature `ui`".to_owned())
}

/// Only Linux and its like can be without a display; elsewhere one is taken for granted.
#[cfg(feature = "ui")]
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Reads the articles, prints their events as a table, and writes the map and the
/// events into the current folder.
fn without_window(paths: &[PathBuf], own: &[PathBuf]) -> Result<Answer, CliError> {
    let (gazetteer, places) = own_places::gazetteer(own);
    let (dataset, mut answer) = if paths.is_empty() {
        (inputs::sample(&gazetteer), places)
    } else {
        let (dataset, answer) =
            Inputs { paths, published: None }.dataset(inputs::all_threads(), &gazetteer);
        (dataset, answer.and(places))
    };
    print(&table::events(&dataset, terminal::width()))?;
    print(&counts(&dataset))?;
    write_atomically(Path::new(EVENTS), |out| geojson::write(out, &dataset))?;
    say(&format!("wrote the events to {EVENTS}"));
    let wanted = Picture {
        size: Size { width: 1280, height: 720 },
        from: None,
        to: None,
        theme: Theme::Light,
    };
    match picture::write(&dataset, wanted, Path::new(PICTURE)) {
        Ok(()) => say(&format!("wrote a picture of the map to {PICTURE}")),
        Err(reason) => {
            say(&format!("no picture of the map ({reason})"));
            answer = Answer::Incomplete;
        }
    }
    Ok(answer)
}

/// "12 articles, 30 events; not on the map: 2 without a place, 1 without a day".
fn counts(dataset: &Dataset) -> String {
    let without = |field: fn(&Event) -> bool| dataset.events.iter().filter(|e| field(e)).count();
    let unplaced = without(|event| event.locations.is_empty());
    let undated = without(|event| event.date.is_none());
    let (articles, events) = (dataset.articles.len(), dataset.events.len());
    let mut line = format!("{articles} articles, {events} events");
    if unplaced + undated > 0 {
        line += &format!("; {unplaced} without a place, {undated} without a day");
    }
    line
}
