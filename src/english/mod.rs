//! English, read natively: a part that stands on its own and knows nothing of maps.

mod chars;
mod names;
pub mod section;
pub mod token;
pub mod tokenize;
