//! What was read, in formats that other programs read. The same input gives the
//! same bytes.
//!
//! [`write()`] writes events in any [`Format`], as [`Options`] say, and tells what came of it.
//! Every format is written from [`Row`]s, one an event. `docs/formats.md` says what each
//! format carries.

mod acled;
pub mod annotations;
mod archive;
mod atomic;
mod by_person;
mod code_points;
pub mod csv;
mod evidence_pack;
#[cfg(test)]
mod fixture;
mod format;
pub mod geojson;
mod geopackage;
mod geoparquet;
mod icon;
mod json_lines;
mod kml;
mod markdown;
mod number;
mod options;
mod record;
mod references;
mod rejected;
pub mod row;
mod sources;
pub mod table;
mod tables;
mod ucdp;
mod xlsx;

use crate::row::{columns, one_line, schemes};

pub use atomic::{ExportError, write_atomically};
pub use code_points::CodePoints;
pub use format::{Format, write, write_to};
pub use options::{Chosen, Coarsen, Delay, Division, Options, Outcome};
pub use rejected::write_rejected;
pub use row::{Row, Rows};
