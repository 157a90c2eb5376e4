//! The event tables of others: `assets/presets/tables.toml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{EventType, OURS, Precision, RecordField};

const FILE: &str = include_str!("../../../assets/presets/tables.toml");

/// All presets, and the names by which columns of other tables are guessed.
#[derive(Default, Deserialize)]
pub struct Presets {
    presets: Vec<Preset>,
    guess: BTreeMap<RecordField, Vec<String>>,
}

/// A sort of table.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Preset {
    /// The word for it in data.
    pub key: String,
    /// The words for it on the screen.
    pub label: String,
    needs: Vec<String>,
    /// Other columns that do as well.
    or_needs: Vec<String>,
    headerless: Option<usize>,
    names: String,
    /// How many digits some cells of a table without headings have.
    digits: HashMap<String, usize>,
    like: Option<String>,
    columns: BTreeMap<RecordField, Vec<String>>,
    /// Where the type is looked up, in this order.
    pub types: Vec<TypeRule>,
    /// What the codes for days mean.
    pub date_precision: HashMap<String, Stretch>,
    /// What the codes for places mean, with the radius in km.
    pub place_precision: HashMap<String, (Precision, f64)>,
}

/// A column that tells the type.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct TypeRule {
    /// The column.
    pub column: String,
    /// Whether the longest code counts with which the cell begins.
    pub prefix: bool,
    /// What the codes mean.
    pub codes: BTreeMap<String, EventType>,
}

/// How long a stretch of days a date stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stretch {
    Day,
    Week,
    Month,
    Year,
}

impl Presets {
    /// Those of the program.
    pub fn bundled() -> &'static Presets {
        static ALL: LazyLock<Presets> = LazyLock::new(|| toml::from_str(FILE).unwrap_or_default());
        &ALL
    }

    /// The preset that a table with these headings follows. Positions may also be those of
    /// shapes, and headings may end after ten letters.
    pub fn by_columns(
        &self,
        columns: &[String],
        has_shapes: bool,
        has_short_names: bool,
    ) -> Option<Preset> {
        let headings = Headings::new(columns, has_short_names);
        let is_there = |needed: &String| {
            headings.find(needed).is_some()
                || has_shapes && matches!(plain(needed).as_str(), "latitude" | "longitude")
        };
        let all = |needs: &[String]| !needs.is_empty() && needs.iter().all(is_there);
        let fits = |preset: &&Preset| all(&preset.needs) || all(&preset.or_needs);
        self.presets.iter().find(fits).map(|preset| self.whole(preset))
    }

    /// Whether a table with these headings is of a known sort.
    pub fn knows(&self, columns: &[String]) -> bool {
        self.by_columns(columns, false, false).is_some()
    }

    /// Whether a table with these headings is one of ours.
    pub fn is_ours(&self, columns: &[String]) -> bool {
        self.by_columns(columns, false, false).is_some_and(|preset| preset.key == OURS)
    }

    /// The preset with this word; one that knows nothing where there is none.
    pub fn by_key(&self, key: &str) -> Preset {
        let found = self.presets.iter().find(|preset| preset.key == key);
        found.map(|preset| self.whole(preset)).unwrap_or_default()
    }

    /// The preset of a table without headings whose first row this is, and its headings.
    pub fn by_first_row(&self, row: &[String]) -> Option<(Preset, Vec<String>)> {
        let names = |preset: &Preset| preset.names.split_whitespace().map(str::to_owned).collect();
        let fits = |preset: &&Preset| {
            let names: Vec<String> = names(preset);
            let has_digits = |(name, digits): (&String, &usize)| {
                let at = names.iter().position(|other| other == name);
                let cell = at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim());
                cell.len() == *digits && cell.bytes().all(|byte| byte.is_ascii_digit())
            };
            // A tab too many at the end is no column.
            let width = row.len() - usize::from(row.last().is_some_and(String::is_empty));
            let is_as_wide =
                preset.headerless.is_some_and(|wide| [width, row.len()].contains(&wide));
            is_as_wide && preset.digits.iter().all(has_digits)
        };
        let found = self.presets.iter().find(fits)?;
        Some((self.whole(found), names(found)))
    }

    fn whole(&self, preset: &Preset) -> Preset {
        let mut whole = preset.clone();
        let like = preset.like.as_ref();
        if let Some(other) = like.and_then(|key| self.presets.iter().find(|p| p.key == *key)) {
            whole.columns = other.columns.clone();
            whole.types = other.types.clone();
            whole.date_precision = other.date_precision.clone();
            whole.place_precision = other.place_precision.clone();
        }
        whole
    }

    /// A mapping by the names of the columns alone. Each column tells one field; the
    /// better name comes first, and only people and sources may have several columns.
    pub fn guess(&self, columns: &[String]) -> Vec<(RecordField, usize)> {
        let there: Vec<String> = columns.iter().map(|name| plain(name)).collect();
        let mut taken = vec![false; there.len()];
        let mut mapping = Vec::new();
        for (&field, names) in &self.guess {
            for name in names {
                let at = there.iter().position(|column| *column == plain(name));
                let Some(at) = at.filter(|at| !taken[*at]) else { continue };
                taken[at] = true;
                mapping.push((field, at));
                if field != RecordField::Actor {
                    break;
                }
            }
        }
        mapping
    }
}

impl Preset {
    /// Which columns of a table with these headings tell what.
    pub fn mapping(&self, columns: &[String], has_short_names: bool) -> Vec<(RecordField, usize)> {
        let headings = Headings::new(columns, has_short_names);
        let mut mapping = Vec::new();
        for (&field, names) in &self.columns {
            mapping.extend(names.iter().filter_map(|name| Some((field, headings.find(name)?))));
        }
        mapping
    }
}

impl Preset {
    /// The columns of a table with these headings that tell the type, in the order in which
    /// they are looked up.
    pub fn type_columns(&self, columns: &[String], has_short_names: bool) -> Vec<usize> {
        let headings = Headings::new(columns, has_short_names);
        self.types.iter().filter_map(|rule| headings.find(&rule.column)).collect()
    }
}

/// The headings of a table, to look up names in.
pub struct Headings {
    plain: Vec<String>,
    has_short_names: bool,
}

impl Headings {
    /// Letters of the longest name in a Shapefile.
    const SHORT: usize = 10;

    /// Of these columns, whose names may end after ten letters.
    pub fn new(columns: &[String], has_short_names: bool) -> Self {
        Self { plain: columns.iter().map(|name| plain(name)).collect(), has_short_names }
    }

    /// The column of a name.
    pub fn find(&self, name: &str) -> Option<usize> {
        let of = |wanted: String| self.plain.iter().position(|heading| *heading == wanted);
        let short: String = name.chars().take(Self::SHORT).collect();
        of(plain(name)).or_else(|| of(plain(&short)).filter(|_| self.has_short_names))
    }
}

/// A heading without capitals, spaces and underscores.
pub fn plain(name: &str) -> String {
    let name = name.trim_start_matches('\u{feff}');
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_presets_can_be_read() {
        let read: Result<Presets, _> = toml::from_str(FILE);
        let read = read.unwrap_or_else(|error| panic!("{error}"));
        assert!(read.presets.len() >= 8);
        for preset in read.presets.iter().filter(|preset| preset.headerless.is_some()) {
            let names = preset.names.split_whitespace().count();
            assert_eq!(Some(names), preset.headerless, "{}", preset.key);
        }
    }

    #[test]
    fn headings_are_compared_without_capitals_and_underscores() {
        let columns = ["EVENT_DATE", "Latitude", "lon", "Fatalities"].map(str::to_owned);
        let guessed = Presets::bundled().guess(&columns);
        use RecordField::{FirstDay, Killed, Latitude, Longitude};
        assert_eq!(guessed, [(FirstDay, 0), (Latitude, 1), (Longitude, 2), (Killed, 3)]);
    }
}
