//! The base map, drawn through walkers: sea, land, lakes, borders, names.
