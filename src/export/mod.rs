//! Formats out: annotations, GeoJSON, CSV.
