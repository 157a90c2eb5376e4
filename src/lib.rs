//! Dateline reads news articles about an armed conflict, finds the events they
//! report, places them with a gazetteer of its own, and shows them on a map with
//! a time slider.
//!
//! ```text
//! files ─ import ─→ articles ─ pipeline ─→ readings ─ merge ─→ dataset
//!                               │  lexicon, gazetteer             │
//!                               └─ sentences, tokens, toponyms,   ├─ session ─ ui
//!                                  dates, actors, events, geocode ├─ export
//!                                                                 └─ storage
//! ```
//!
//! Imports point down only: ui → session → pipeline → lexicon, gazetteer → model.
//! `import`, `export` and `storage` know only `model`, `row` for events as flat rows, and
//! `geopackage` for the files of that name; `locale` knows nothing of the rest; `basemap` and `geopackage` know only `model`. `english` knows nothing
//! of the rest, and `pipeline` asks it.

pub mod about;
pub mod locale;

pub mod model;
mod row;

pub mod basemap;
pub mod english;
pub mod gazetteer;
pub mod lexicon;

pub mod pipeline;

pub mod geopackage;

pub mod export;
pub mod import;
pub mod storage;

pub mod session;

#[cfg(feature = "ui")]
pub mod tiles;
#[cfg(feature = "ui")]
pub mod ui;

pub mod cli;
