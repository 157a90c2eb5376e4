//! The cells of a row, and the place they make.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::columns::Column;
use crate::model::{Kind, LonLat, OwnPlace};

/// What a row says, as text; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    cells: [String; Column::ALL.len()],
    radius_km: Option<f64>,
}

impl Record {
    /// Fills a cell.
    pub fn set(&mut self, column: Column, words: &str) {
        words.clone_into(&mut self.cells[column as usize]);
    }

    /// The radius, if the row gives none itself.
    pub fn suggest_radius(&mut self, radius_km: f64) {
        self.radius_km = Some(radius_km);
    }

    /// The place, and what of the row was not understood; or why there is no place.
    pub fn place(&self, file: &Arc<str>) -> Result<(OwnPlace, Vec<String>), String> {
        let mut doubts = Vec::new();
        let name = self.get(Column::Name).ok_or("no name")?.to_owned();
        let place = OwnPlace {
            name,
            aliases: self.aliases(),
            position: self.position()?,
            kind: self.kind(&mut doubts),
            country: self.get(Column::Country).map(str::to_owned),
            population: self.number(Column::Population, &mut doubts).map(|n| n as u32),
            radius_km: self.number(Column::RadiusKm, &mut doubts).or(self.radius_km),
            file: Arc::clone(file),
        };
        Ok((place, doubts))
    }

    fn get(&self, column: Column) -> Option<&str> {
        let cell = self.cells.get(column as usize)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    fn aliases(&self) -> Vec<String> {
        let parts = self.get(Column::Aliases).unwrap_or_default().split(['|', ';']);
        parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    fn position(&self) -> Result<LonLat, String> {
        let (lat, lon) = (self.degrees(Column::Latitude)?, self.degrees(Column::Longitude)?);
        if lat.abs() > 90.0 {
            let swapped = lat.abs() <= 180.0 && lon.abs() <= 90.0;
            let hint = if swapped { ", perhaps it changed places with the longitude" } else { "" };
            return Err(format!("latitude {lat} is not from -90 to 90{hint}"));
        }
        if lon.abs() > 180.0 {
            return Err(format!("longitude {lon} is not from -180 to 180"));
        }
        Ok(LonLat::new(lon, lat))
    }

    fn degrees(&self, column: Column) -> Result<f64, String> {
        let cell = self.get(column).ok_or_else(|| format!("no {}", column.label()))?;
        let number = cell.parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| format!("{} {cell:?} is no number of degrees", column.label()))
    }

    fn kind(&self, doubts: &mut Vec<String>) -> Kind {
        let Some(cell) = self.get(Column::Kind) else { return Kind::Other };
        kind_of(cell).unwrap_or_else(|| {
            doubts.push(format!("kind {cell:?} is not known, taken as \"other\""));
            Kind::Other
        })
    }

    /// A number from 0 on; thousands may be parted by spaces or commas.
    fn number(&self, column: Column, doubts: &mut Vec<String>) -> Option<f64> {
        let cell = self.get(column)?;
        let digits: String = cell.chars().filter(|c| !matches!(c, ' ' | ',' | '\u{a0}')).collect();
        let number = digits.parse().ok().filter(|n: &f64| n.is_finite() && *n >= 0.0);
        if number.is_none() {
            doubts.push(format!("{} {cell:?} is no number from 0 on, ignored", column.label()));
        }
        number
    }
}

/// The kind that a word stands for: a kind itself, or one of `place_kinds.toml`.
fn kind_of(word: &str) -> Option<Kind> {
    static WORDS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
        toml::from_str(include_str!("../../../assets/words/place_kinds.toml")).unwrap_or_default()
    });
    let word = word.to_lowercase().replace(['_', '-'], " ");
    let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
    Kind::ALL.into_iter().find(|kind| {
        let others = WORDS.get(kind.key());
        kind.key() == word || others.is_some_and(|others| others.contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_words() {
        assert_eq!(kind_of("Refugee_camp"), Some(Kind::Camp));
        assert_eq!(kind_of("Town"), Some(Kind::City));
        assert_eq!(kind_of("admin1"), Some(Kind::Admin1));
        assert_eq!(kind_of("volcano"), None);
    }
}
