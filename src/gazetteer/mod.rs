//! Names of places and where they are, read in place from `geodata/`.
