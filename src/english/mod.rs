//! English, read natively: a part that stands on its own and knows nothing of maps.

mod chars;
pub mod lemmatize;
mod names;
pub mod ruler;
pub mod section;
pub mod token;
pub mod tokenize;
pub mod truecase;
mod words;

/// A section of the model for tests, from the folder into which
/// `assets/english/build/tables.py` wrote it; `None` if `ENGLISH_SECTIONS` names none.
#[cfg(test)]
fn test_section(name: &str) -> Option<&'static [u8]> {
    let folder = std::env::var_os("ENGLISH_SECTIONS")?;
    let path = std::path::Path::new(&folder).join(format!("{name}.bin"));
    let bytes = std::fs::read(path).ok()?;
    Some(Box::leak(bytes.into_boxed_slice()))
}
