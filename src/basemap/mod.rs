//! Land, borders, divisions, lakes and rivers to draw, read in place from `geodata/`.
