//! Names of labels in other languages than English.

use super::bytes::{Rows, u16_at, u32_at};
use super::{Basemap, Error, label};

/// A language that some labels have names in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language<'a> {
    /// ISO 639-1, or `local` for what people call their own places.
    pub code: &'a str,
    /// What its speakers call it.
    pub name: &'a str,
    first: u32,
    count: u32,
}

pub(super) fn all<'a>(map: &'a Basemap<'a>) -> impl Iterator<Item = Language<'a>> {
    (0..map.languages.len()).map(|number| {
        let row = map.languages.row(number);
        Language {
            code: map.languages.bytes(number).and_then(code).unwrap_or_default(),
            name: label::name(map.translations, u32_at(&row, 20), u16_at(&row, 16))
                .unwrap_or_default(),
            first: u32_at(&row, 8),
            count: u32_at(&row, 12),
        }
    })
}

fn code(row: &[u8]) -> Option<&str> {
    let code = row.get(..8)?;
    let length = code.iter().position(|byte| *byte == 0).unwrap_or(8);
    std::str::from_utf8(&code[..length]).ok()
}

/// The labels that have a name in a language, by number, with the name.
pub(super) fn names<'a>(
    map: &'a Basemap<'a>,
    language: Language<'_>,
) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
    let rows = map.translated.range(language.first, language.count).unwrap_or_default();
    rows.iter().filter_map(|row| {
        let name = label::name(map.translations, u32_at(&row, 4), u16_at(&row, 8))?;
        Some((u32_at(&row, 0) as usize, name))
    })
}

/// Every language has its names, and every name is in the pool.
pub(super) fn check(map: &Basemap) -> Result<(), Error> {
    let languages = Rows::iter(&map.languages).all(|row| {
        label::name(map.translations, u32_at(&row, 20), u16_at(&row, 16)).is_some()
            && map.translated.range(u32_at(&row, 8), u32_at(&row, 12)).is_some()
    });
    let names = map.translated.iter().all(|row| {
        (u32_at(&row, 0) as usize) < map.labels.len()
            && label::name(map.translations, u32_at(&row, 4), u16_at(&row, 8)).is_some()
    });
    if languages && names { Ok(()) } else { Err(Error::Damaged("translations")) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Basemap, LabelClass};

    fn translated(class: LabelClass, english: &str, code: &str) -> String {
        let map = Basemap::bundled();
        let number = map.labels().position(|l| l.class == class && l.name == english).unwrap();
        let language = map.languages().find(|language| language.code == code).unwrap();
        let found = map.names_in(language).find(|(label, _)| *label == number);
        found.map(|(_, name)| name.to_owned()).unwrap_or_default()
    }

    #[test]
    fn countries_divisions_and_capitals_have_names_in_many_languages() {
        assert_eq!(translated(LabelClass::Country, "ARMENIA", "hy"), "ՀԱՅԱՍՏԱՆ");
        assert_eq!(translated(LabelClass::Country, "GEORGIA", "ka"), "საქართველო");
        assert_eq!(translated(LabelClass::Capital, "Kyiv", "uk"), "Київ");
        assert_eq!(translated(LabelClass::Capital, "Kyiv", "ru"), "Киев");
        assert_eq!(translated(LabelClass::Capital, "Yerevan", "local"), "Երևան");
        assert_eq!(translated(LabelClass::City, "Gaza", "ar"), "غزة");
    }
}
