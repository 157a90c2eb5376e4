//! Word lists and rules, read from `assets/`.
