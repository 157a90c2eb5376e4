//! The event tables of others: `assets/presets/tables.toml`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{EventType, OURS, Precision, RecordField, Stretch};

const FILE: &str = include_str!("../../../assets/presets/tables.toml");

/// All presets, and the names by which columns of other tables are guessed.
#[derive(Default, Deserialize)]
pub struct Presets {
    presets: Vec<Preset>,
    guess: BTreeMap<RecordField, Vec<String>>,
    positions: Positions,
    pairs: BTreeMap<String, Vec<String>>,
    endings: BTreeMap<RecordField, Vec<String>>,
    tags: BTreeMap<RecordField, Vec<String>>,
    words: BTreeMap<EventType, Vec<String>>,
    /// How numbers of people are written where they are not only digits.
    pub numbers: NumberWords,
}

/// Names of columns that hold latitude and longitude together.
#[derive(Default, Deserialize)]
struct Positions {
    names: Vec<String>,
}

/// Words around and in place of numbers, in lower case.
#[derive(Default, Deserialize)]
pub struct NumberWords {
    pub unknown: Vec<String>,
    pub none: Vec<String>,
    pub least: Vec<String>,
    pub most: Vec<String>,
    pub about: Vec<String>,
    pub between: Vec<String>,
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
    /// The highest number of two digits with which a code begins, where spreadsheets may have
    /// taken the zeros in front.
    roots: Option<u32>,
    /// The preset whose codes these are.
    like: Option<String>,
    /// What the codes mean.
    pub codes: BTreeMap<String, EventType>,
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
        for rule in &mut whole.types {
            let like = self.presets.iter().find(|p| rule.like.as_ref() == Some(&p.key));
            if let Some(other) = like.and_then(|preset| preset.types.first()) {
                *rule = TypeRule { column: rule.column.clone(), ..other.clone() };
            }
        }
        whole
    }

    /// A mapping by the names of the columns alone. Each column tells one field, but for one
    /// of positions, which tells two; the better name comes first, and only people may have
    /// several columns.
    pub fn guess(&self, columns: &[String]) -> Vec<(RecordField, usize)> {
        use RecordField::{FirstDay, LastDay, Latitude, Longitude};
        let mut mapping = self.by_names(columns);
        let of = |mapping: &[(RecordField, usize)], field| {
            mapping.iter().find(|(of, _)| *of == field).map(|(_, at)| *at)
        };
        if let Some(last) = of(&mapping, LastDay)
            && let Some(firsts) = self.pairs.get(&plain(&columns[last]))
        {
            let first = of(&mapping, FirstDay).map(|at| plain(&columns[at]));
            if first.is_none_or(|first| !firsts.contains(&first)) {
                mapping.retain(|(field, _)| *field != LastDay);
            }
        }
        for (&field, endings) in &self.endings {
            if of(&mapping, field).is_none() {
                let ends = |name: &String| ends_with(name, endings);
                let at = columns.iter().position(ends);
                mapping.extend(at.map(|at| (field, at)));
            }
        }
        if of(&mapping, Latitude).is_none() || of(&mapping, Longitude).is_none() {
            let is_position =
                |column: &String| self.positions.names.iter().any(|n| plain(n) == plain(column));
            if let Some(at) = columns.iter().position(is_position) {
                mapping.retain(|(field, _)| !matches!(field, Latitude | Longitude));
                mapping.extend([(Latitude, at), (Longitude, at)]);
            }
        }
        mapping.sort_by_key(|(field, _)| *field);
        mapping
    }

    fn by_names(&self, columns: &[String]) -> Vec<(RecordField, usize)> {
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

    /// What a row of tags of the Humanitarian Exchange Language says of the columns.
    pub fn by_tags(&self, tags: &[String]) -> Vec<(RecordField, usize)> {
        let mut mapping = Vec::new();
        for (&field, wanted) in &self.tags {
            let found = wanted.iter().filter_map(|tag| tags.iter().position(|t| has_tag(t, tag)));
            let most = if field == RecordField::Actor { usize::MAX } else { 1 };
            mapping.extend(found.take(most).map(|at| (field, at)));
        }
        mapping
    }

    /// The type that words of a table of no known sort mean: all of a cell, or some of the
    /// words of one that has only a few.
    pub fn type_by_words(&self, cell: &str) -> Option<EventType> {
        const MOST_WORDS: usize = 4;
        let words = |text: &str| -> Vec<String> {
            let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
            parts.map(str::to_lowercase).collect()
        };
        let said = words(cell);
        let is_within = |word: &String| {
            let word = words(word);
            said == word
                || !word.is_empty()
                    && said.len() <= MOST_WORDS
                    && said.windows(word.len()).any(|part| part == word)
        };
        let all = self.words.iter().flat_map(|(of, words)| words.iter().map(move |w| (*of, w)));
        let found = all.filter(|(_, word)| is_within(word));
        found.max_by_key(|(of, word)| (word.chars().count(), std::cmp::Reverse(*of))).map(|it| it.0)
    }
}

/// Whether a heading has several words and the last is one of these: "loc-Latitude".
fn ends_with(heading: &str, endings: &[String]) -> bool {
    let mut words = heading.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default().to_lowercase();
    words.next().is_some() && endings.contains(&last)
}

/// Whether a tag is this one, and has all of its attributes.
fn has_tag(tag: &str, wanted: &str) -> bool {
    let tag = tag.to_lowercase();
    let parts: Vec<&str> = tag.split('+').map(str::trim).collect();
    let mut wanted = wanted.split('+');
    parts.first() == wanted.next().as_ref() && wanted.all(|part| parts.contains(&part))
}

impl TypeRule {
    /// A code with the zero that a spreadsheet took from it: "42" is "042", "874" is "0874".
    pub fn whole_code<'c>(&self, code: &'c str) -> Cow<'c, str> {
        let is_number = code.bytes().all(|byte| byte.is_ascii_digit()) && !code.starts_with('0');
        let root = code.get(..2).and_then(|root| root.parse::<u32>().ok());
        match (self.roots, root) {
            (Some(roots), Some(root)) if is_number && (code.len() == 2 || root > roots) => {
                Cow::Owned(format!("0{code}"))
            }
            _ => Cow::Borrowed(code),
        }
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
    fn words_of_types_tags_and_forms_are_understood() {
        let all = Presets::bundled();
        let check = |cell: &str, wanted| assert_eq!(all.type_by_words(cell), wanted, "{cell}");
        check("Artillery shelling", Some(EventType::ShellingMissile));
        check("car bomb", Some(EventType::IedMineSuicide));
        check("Обстрел", Some(EventType::ShellingMissile));
        check("a mine worker went home late", None);
        check("determined", None);
        let tags = ["#date+occurred", "#geo+lat", "#geo +lon", "#affected+killed+f", ""];
        use RecordField::{FirstDay, Killed, Latitude, Longitude};
        let wanted = [(FirstDay, 0), (Latitude, 1), (Longitude, 2), (Killed, 3)];
        assert_eq!(all.by_tags(&tags.map(str::to_owned)), wanted);
        let form = ["start", "end", "Date of incident", "_GPS_latitude", "_GPS_longitude"];
        let wanted = [(FirstDay, 2), (Latitude, 3), (Longitude, 4)];
        assert_eq!(all.guess(&form.map(str::to_owned)), wanted);
        let together = ["date", "Coordinates"].map(str::to_owned);
        assert_eq!(all.guess(&together), [(FirstDay, 0), (Latitude, 1), (Longitude, 1)]);
    }

    #[test]
    fn zeros_that_a_spreadsheet_took_from_codes_are_put_back() {
        let rule = TypeRule { roots: Some(20), ..TypeRule::default() };
        let check = |code: &str, wanted: &str| assert_eq!(rule.whole_code(code), wanted, "{code}");
        check("42", "042");
        check("874", "0874");
        check("190", "190");
        check("042", "042");
        check("1313", "1313");
    }

    #[test]
    fn headings_are_compared_without_capitals_and_underscores() {
        let columns = ["EVENT_DATE", "Latitude", "lon", "Fatalities"].map(str::to_owned);
        let guessed = Presets::bundled().guess(&columns);
        use RecordField::{FirstDay, Killed, Latitude, Longitude};
        assert_eq!(guessed, [(FirstDay, 0), (Latitude, 1), (Longitude, 2), (Killed, 3)]);
    }
}
