//! Files in and out of the window: dialogs on threads of their own, since a system's
//! dialog may take as long as it likes; files dropped; exports.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use eframe::egui::{Context, Ui};

use super::{
    dialogs::{self, Export},
    render::{self, PictureOptions},
    words,
};
use crate::{
    export::{self, ExportError, Format, annotations, write_atomically},
    import::{self, EVENT_TABLE_KINDS, KINDS, OWN_PLACES_KINDS},
    locale,
    model::Dataset,
    session::{Action, Command, Session},
    tr,
};

/// The dialogs that are open, and what they have answered.
pub struct Files {
    answers: Receiver<Answer>,
    to_window: Sender<Answer>,
    open: usize,
    /// Files of tiles that were chosen or dropped, for the map.
    tiles: Vec<PathBuf>,
    /// The file that was chosen for an export.
    export_to: Option<PathBuf>,
    /// The name that was chosen for the project.
    save_as: Option<PathBuf>,
    /// The table that was chosen to say how it is read.
    table: Option<PathBuf>,
    /// The file that was chosen for a picture.
    picture_to: Option<PathBuf>,
    /// The file that was chosen for rejected rows.
    rejected_to: Option<PathBuf>,
}

impl Default for Files {
    fn default() -> Self {
        let (to_window, answers) = channel();
        Self {
            answers,
            to_window,
            open: 0,
            tiles: Vec::new(),
            export_to: None,
            save_as: None,
            table: None,
            picture_to: None,
            rejected_to: None,
        }
    }
}

/// What a thread has to say.
enum Answer {
    /// A dialog was closed, with these paths or none.
    Chosen(Action, Vec<PathBuf>),
    /// A picture was written, or why not.
    Pictured(Result<PathBuf, String>),
    /// Events were written, with what was written, or why not.
    Exported(Result<(PathBuf, String), String>),
    /// The file for the events to go to.
    ExportTo(PathBuf),
    /// The file for the rejected rows to go to.
    RejectedTo(PathBuf),
    /// No file was chosen.
    Nothing,
}

impl Files {
    /// Shows the dialog of an action. One at a time is enough.
    pub fn ask(&mut self, action: Action, session: &Session, ui: &Ui) {
        if self.open > 0 || (is_export(action) && session.is_empty()) {
            return;
        }
        self.open += 1;
        let (to_window, context) = (self.to_window.clone(), ui.ctx().clone());
        locale::spawn(move || {
            let paths = pollster::block_on(dialog(action));
            // The window may be gone by now; then nobody waits for the answer.
            let _ = to_window.send(Answer::Chosen(action, paths));
            context.request_repaint();
        });
    }

    /// The files of tiles that came since the last call.
    pub fn take_tiles(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.tiles)
    }

    /// The file that was chosen for an export since the last call.
    pub fn take_export_path(&mut self) -> Option<PathBuf> {
        self.export_to.take()
    }

    /// The name that was chosen for the project since the last call.
    pub fn take_project_path(&mut self) -> Option<PathBuf> {
        self.save_as.take()
    }

    /// The table that was chosen since the last call to say how it is read.
    pub fn take_table(&mut self) -> Option<PathBuf> {
        self.table.take()
    }

    /// The file that was chosen for a picture since the last call.
    pub fn take_picture_path(&mut self) -> Option<PathBuf> {
        self.picture_to.take()
    }

    /// The file that was chosen for rejected rows since the last call.
    pub fn take_rejected_path(&mut self) -> Option<PathBuf> {
        self.rejected_to.take()
    }

    /// Asks the system where to write rejected rows.
    pub fn ask_rejected(&mut self, ui: &Ui) {
        if self.open > 0 {
            return;
        }
        self.open += 1;
        let (to_window, context) = (self.to_window.clone(), ui.ctx().clone());
        locale::spawn(move || {
            let dialog = rfd::AsyncFileDialog::new().set_title(tr!("rejected-title"));
            let dialog = dialog.set_file_name("rejected.csv").add_filter("CSV", &["csv"]);
            let file = pollster::block_on(dialog.save_file());
            let answer =
                file.map_or(Answer::Nothing, |file| Answer::RejectedTo(file.path().to_path_buf()));
            // The window may be gone by now; then nobody waits for the answer.
            let _ = to_window.send(answer);
            context.request_repaint();
        });
    }

    /// Asks the system where to write events.
    pub fn ask_export(&mut self, format: Format, ui: &Ui) {
        if self.open > 0 {
            return;
        }
        self.open += 1;
        let (to_window, context) = (self.to_window.clone(), ui.ctx().clone());
        locale::spawn(move || {
            let dialog = rfd::AsyncFileDialog::new().set_title(tr!("files-export-title"));
            let dialog = dialog.set_file_name(format!("events.{}", format.extension()));
            let dialog = dialog.add_filter(words::format(format), &[format.extension()]);
            let file = pollster::block_on(dialog.save_file());
            let answer =
                file.map_or(Answer::Nothing, |file| Answer::ExportTo(file.path().to_path_buf()));
            // The window may be gone by now; then nobody waits for the answer.
            let _ = to_window.send(answer);
            context.request_repaint();
        });
    }

    /// Writes events on a thread of its own, which speaks English, as all exports do. The map
    /// in an evidence pack has this look.
    pub fn export(&self, export: Export, look: PictureOptions, session: &Session, ui: &Ui) {
        let dataset = session.dataset().clone();
        let (to_window, context): (_, Context) = (self.to_window.clone(), ui.ctx().clone());
        thread::spawn(move || {
            let Export { path, format, mut options } = export;
            options.picture = map_for(format, &options, &look, &dataset);
            let written = export::write(&path, &dataset, &options, format);
            let said = written
                .map(|outcome| (path, outcome.to_string()))
                .map_err(|error| error.to_string());
            // As above: without a window nobody waits.
            let _ = to_window.send(Answer::Exported(said));
            context.request_repaint();
        });
    }

    /// Does what dialogs have answered, and opens files that were dropped.
    pub fn update(&mut self, ui: &Ui, session: &mut Session, commands: &mut Vec<Command>) {
        let dropped: Vec<PathBuf> = ui.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_path_buf()).collect()
        });
        let (tiles, dropped): (Vec<_>, Vec<_>) = dropped.into_iter().partition(|p| is_tiles(p));
        self.tiles.extend(tiles);
        // Places first, so that the articles are read with them.
        let (places, articles): (Vec<_>, Vec<_>) = dropped
            .into_iter()
            .partition(|path| import::is_own_places(path) && !import::is_event_table(path));
        if !places.is_empty() {
            commands.push(Command::AddPlaces(places));
        }
        if !articles.is_empty() {
            commands.push(Command::Open(articles));
        }
        while let Ok(answer) = self.answers.try_recv() {
            match answer {
                Answer::Chosen(action, paths) => {
                    self.open = self.open.saturating_sub(1);
                    self.chosen(action, paths, session, commands);
                }
                Answer::Pictured(Ok(path)) => inform_written(session, &path),
                Answer::Pictured(Err(why)) => {
                    session.warn(tr!("notice-picture-failed"), vec![why]);
                }
                Answer::Exported(Ok((path, outcome))) => {
                    let path = path.display().to_string();
                    session.inform(tr!("notice-exported", path = path, outcome = outcome));
                }
                Answer::Exported(Err(why)) => {
                    session.warn(tr!("notice-export-failed"), vec![why]);
                }
                Answer::ExportTo(path) => {
                    self.open = self.open.saturating_sub(1);
                    self.export_to = Some(path);
                }
                Answer::RejectedTo(path) => {
                    self.open = self.open.saturating_sub(1);
                    self.rejected_to = Some(path);
                }
                Answer::Nothing => self.open = self.open.saturating_sub(1),
            }
        }
    }

    fn chosen(
        &mut self,
        action: Action,
        paths: Vec<PathBuf>,
        session: &mut Session,
        commands: &mut Vec<Command>,
    ) {
        let Some(path) = paths.first() else { return };
        match action {
            Action::OpenFiles | Action::OpenFolder | Action::OpenProject => {
                commands.push(Command::Open(paths));
            }
            Action::ImportTable => self.table = Some(path.clone()),
            Action::SaveProjectAs => self.save_as = Some(dialogs::with_ending(path.clone())),
            Action::AddPlaces => commands.push(Command::AddPlaces(paths)),
            Action::MapLayers => self.tiles.extend(paths),
            Action::SavePicture => self.picture_to = Some(path.clone()),
            _ => match write_annotations(path, session.dataset()) {
                Ok(()) => inform_written(session, path),
                Err(error) => session.warn(tr!("notice-export-failed"), vec![error.to_string()]),
            },
        }
    }

    /// Draws and writes a picture on a thread of its own.
    pub fn picture(&self, path: PathBuf, options: PictureOptions, session: &Session, ui: &Ui) {
        let dataset = session.dataset().clone();
        let (to_window, context): (_, Context) = (self.to_window.clone(), ui.ctx().clone());
        locale::spawn(move || {
            let written = render::write(&dataset, &options, &path).map_err(|e| e.to_string());
            // As above: without a window nobody waits.
            let _ = to_window.send(Answer::Pictured(written.map(|()| path)));
            context.request_repaint();
        });
    }
}

fn is_export(action: Action) -> bool {
    !matches!(
        action,
        Action::OpenFiles
            | Action::OpenFolder
            | Action::OpenProject
            | Action::ImportTable
            | Action::SaveProjectAs
            | Action::AddPlaces
            | Action::MapLayers
    )
}

/// Whether a file is an archive of map tiles.
pub fn is_tiles(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pmtiles"))
}

fn inform_written(session: &mut Session, path: &Path) {
    session.inform(tr!("notice-saved", path = path.display().to_string()));
}

/// Asks the system for paths; none if the person cancels, or if the system has no
/// dialogs, for which "Open path…" is there.
async fn dialog(action: Action) -> Vec<PathBuf> {
    let dialog = rfd::AsyncFileDialog::new().set_title(action.info().label().trim_end_matches('…'));
    let save = |name: &str, kind: String, extension: &str| {
        dialog.clone().set_file_name(name).add_filter(kind, &[extension]).save_file()
    };
    let one = |file: Option<rfd::FileHandle>| {
        file.into_iter().map(|file| file.path().to_path_buf()).collect()
    };
    match action {
        Action::OpenFiles => {
            let kinds = [KINDS, EVENT_TABLE_KINDS].concat();
            let files = dialog.add_filter(tr!("files-articles"), &kinds).pick_files().await;
            files.unwrap_or_default().iter().map(|file| file.path().to_path_buf()).collect()
        }
        Action::ImportTable => {
            one(dialog.add_filter(tr!("files-tables"), EVENT_TABLE_KINDS).pick_file().await)
        }
        Action::AddPlaces => {
            // GeoJSON often goes by the name of its mother.
            let kinds = [OWN_PLACES_KINDS, &["json"]].concat();
            let files = dialog.add_filter(tr!("files-places"), &kinds).pick_files().await;
            files.unwrap_or_default().iter().map(|file| file.path().to_path_buf()).collect()
        }
        Action::MapLayers => {
            one(dialog.add_filter(tr!("files-tiles"), &["pmtiles"]).pick_file().await)
        }
        Action::OpenFolder => one(dialog.pick_folder().await),
        Action::OpenProject => {
            one(dialog.add_filter(tr!("files-project"), &["gpkg"]).pick_file().await)
        }
        Action::SaveProjectAs => one(save("project.gpkg", tr!("files-project"), "gpkg").await),
        Action::ExportAnnotations => {
            one(save("articles.jsonl", tr!("files-json-lines"), "jsonl").await)
        }
        Action::SavePicture => one(save("map.png", tr!("files-picture"), "png").await),
        _ => Vec::new(),
    }
}

/// Writes all that was read, a line of JSON an article.
fn write_annotations(path: &Path, dataset: &Dataset) -> Result<(), ExportError> {
    write_atomically(path, |out| {
        dataset
            .articles
            .iter()
            .try_for_each(|read| annotations::write(out, &read.article, &read.reading))
    })
}

/// The map for an evidence pack. It shows all events where they are, so there is none where
/// anything is kept back; nor where it cannot be drawn.
fn map_for(
    format: Format,
    options: &export::Options,
    look: &PictureOptions,
    dataset: &Dataset,
) -> Option<Vec<u8>> {
    let everything = options.events == export::Chosen::All
        && options.coarsen.is_none()
        && options.delay.is_none()
        && !options.leave_out_names
        && !options.leave_out_quotes;
    if format != Format::EvidencePack || !everything {
        return None;
    }
    render::png(dataset, look).ok()
}
