//! The map: the base map underneath, the events on top.

pub mod base;
