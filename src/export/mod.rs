//! What was read, in formats that other programs read. The same input gives the
//! same bytes.

pub mod annotations;
mod atomic;
mod code_points;
pub mod csv;
#[cfg(test)]
mod fixture;
pub mod geojson;
mod number;
mod summary;
pub mod table;

pub use atomic::{ExportError, write_atomically};
pub use code_points::CodePoints;
