//! How words around a name of a place turn it into another spot, read from
//! `assets/rules/relative_places.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::numbers::number_word;

/// Where something is, as seen from a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bearing {
    /// So many kilometres away at so many degrees from north.
    Offset(f64, f64),
    /// Somewhere within so many kilometres.
    Ring(f64),
    /// To the side at so many degrees, nobody says how far.
    Beside(f64),
    /// In the part of it at so many degrees.
    Part(f64),
    /// Close to it.
    Near,
    /// Half way to the name behind "and".
    Between,
}

/// The rules, in the order of the file.
pub struct RelativePlaces {
    directions: BTreeMap<String, f64>,
    rules: Vec<(Shape, Regex)>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shape {
    Offset,
    Ring,
    Beside,
    Part,
    Near,
    Between,
}

#[derive(Deserialize, Default)]
struct File {
    directions: BTreeMap<String, f64>,
    rule: Vec<RawRule>,
}

#[derive(Deserialize)]
struct RawRule {
    shape: Shape,
    #[serde(rename = "match")]
    pattern: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "the examples are tests"))]
    finds: Vec<(String, String)>,
}

const FILE: &str = include_str!("../../assets/rules/relative_places.toml");
const NUM: &str = "(?:[0-9]+(?:[.,][0-9]+)?|[a-z]+)";
const UNIT: &str = "(?:km|kms|kilomet(?:er|re)s?|miles?|mi)";
const AREA: &str = "(?:the )?(?:(?:border |provincial |regional )?(?:town|city|village|capital|district|settlement|province|region) (?:of )?)?";

impl RelativePlaces {
    /// The rules of the program.
    pub fn bundled() -> &'static Self {
        static RULES: LazyLock<RelativePlaces> = LazyLock::new(RelativePlaces::read);
        &RULES
    }

    fn read() -> Self {
        let file: File = toml::from_str(FILE).unwrap_or_default();
        let mut names: Vec<&str> = file.directions.keys().map(String::as_str).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let directions = format!("(?:{})", names.join("|"));
        let compiled = file.rule.iter().filter_map(|rule| {
            let pattern = rule.pattern.replace("DIR", &directions).replace("NUM", NUM);
            let pattern = pattern.replace("UNIT", UNIT).replace("AREA", AREA);
            Some((rule.shape, Regex::new(&format!("(?i)\\b{pattern}")).ok()?))
        });
        let rules = compiled.collect();
        Self { rules, directions: file.directions }
    }

    /// What the words before a name say, and the byte at which they begin. A space stands at
    /// their end.
    pub fn find(&self, before: &str) -> Option<(usize, Bearing)> {
        self.rules.iter().find_map(|(shape, rule)| {
            let found = rule.captures(before)?;
            let group = |name: &str| found.name(name).map(|m| m.as_str().to_lowercase());
            let direction = || self.directions.get(&group("dir")?).copied();
            let distance = || kilometres(&group("n")?, &group("unit")?);
            let bearing = match shape {
                Shape::Offset => Bearing::Offset(distance()?, direction()?),
                Shape::Ring => Bearing::Ring(distance()?),
                Shape::Beside => Bearing::Beside(direction()?),
                Shape::Part => Bearing::Part(direction()?),
                Shape::Near => Bearing::Near,
                Shape::Between => Bearing::Between,
            };
            Some((found.get(0)?.start(), bearing))
        })
    }
}

/// A distance in words or digits; `None` where it is no number, or farther than anybody
/// says of a place.
fn kilometres(number: &str, unit: &str) -> Option<f64> {
    const FARTHEST: f64 = 1000.0;
    const KM_PER_MILE: f64 = 1.609_344;
    let number = match number.replace(',', ".").parse::<f64>() {
        Ok(number) => number,
        Err(_) => number_word(number)?,
    };
    let km = if unit.starts_with("mi") { number * KM_PER_MILE } else { number };
    (km > 0.0 && km <= FARTHEST).then_some(km)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn words(bearing: Bearing) -> String {
        match bearing {
            Bearing::Offset(km, degrees) => {
                format!("{km:.0} km at {degrees}°, within {:.0} km", (km / 4.0).max(1.0))
            }
            Bearing::Ring(km) => format!("within {km:.0} km"),
            Bearing::Beside(degrees) => format!("10 km at {degrees}°, within 10 km"),
            Bearing::Part(degrees) => format!("the side at {degrees}°"),
            Bearing::Near => "near".to_owned(),
            Bearing::Between => "half way".to_owned(),
        }
    }

    #[test]
    fn every_rule_finds_its_examples() {
        let file: File = toml::from_str(FILE).expect("a rules file");
        let rules = RelativePlaces::bundled();
        assert_eq!(rules.rules.len(), file.rule.len());
        for (text, expected) in file.rule.into_iter().flat_map(|rule| rule.finds) {
            let before = text.split('[').next().unwrap_or("");
            let found = rules.find(before).map(|(_, bearing)| words(bearing));
            assert_eq!(found.as_deref(), Some(expected.as_str()), "{text}");
        }
    }

    #[test]
    fn other_words_before_a_name_say_nothing() {
        for text in ["troops in ", "He left 20 people from ", "the wind from the east, in "] {
            assert_eq!(RelativePlaces::bundled().find(text), None, "{text}");
        }
    }
}
