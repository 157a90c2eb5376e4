//! Tests of the program as a whole. One binary, since each costs a link.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod articles;
mod bad_files;
mod english;
mod extract;
#[cfg(feature = "ui")]
mod habits;
mod help;
mod imported;
mod imports_point_down_only;
#[cfg(feature = "ui")]
mod inspector;
#[cfg(feature = "ui")]
mod lists;
#[cfg(feature = "ui")]
mod map;
#[cfg(feature = "ui")]
mod mapping;
mod mentions;
#[cfg(feature = "ui")]
mod monkey;
mod places;
mod presets;
mod program;
mod project;
mod round_trips;
#[cfg(feature = "ui")]
mod states;
mod tables;
#[cfg(feature = "ui")]
mod time;
#[cfg(feature = "ui")]
mod ui;
mod without_display;
