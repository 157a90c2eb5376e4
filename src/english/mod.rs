//! English, read natively: a part that stands on its own and knows nothing of maps.

mod chars;
pub mod lemmatize;
mod names;
pub mod ruler;
pub mod section;
pub mod token;
pub mod tokenize;
mod words;
