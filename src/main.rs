//! Dateline
fn main() {}
