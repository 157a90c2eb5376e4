//! A project: one file that holds articles, what was read in them, what people changed,
//! and the events that follow from both. It is an OGC GeoPackage, which QGIS and GDAL open
//! as it is; `docs/project-file.md` says what every table and column means.
//!
//! What was read and what people changed are kept apart. The events are made from both,
//! and are in the file so that other programs see them and opening is quick; where they are
//! stale, they are made anew.

mod articles;
mod check;
mod columns;
mod error;
mod events;
mod folder;
mod kept;
mod lock;
mod mappings;
mod migrate;
mod project;
mod rescue;
mod settings;
mod tables;
#[cfg(test)]
mod tests;

pub use articles::{ArticleRow, StoredArticle, StoredPlace, sha256};
pub use check::{Finding, check};
pub use error::StorageError;
pub use events::Events;
pub use folder::Folder;
pub use kept::{BookmarkRow, KeptRows};
pub use mappings::{Mappings, SavedMapping};
pub use project::{Change, Contents, Counts, LoggedEdit, OwnPlacesRow, Project, StepKind, who};
pub use rescue::{Rescued, rescue};
pub use settings::{FoundSettings, Palette, Panels, Settings, TextSize, Theme, WindowPlace};
pub use tables::TableRow;
