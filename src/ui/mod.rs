//! The window.

pub mod map;
