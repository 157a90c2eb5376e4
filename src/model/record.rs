//! Event tables that were imported: their rows as they came, and what each column is.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::TableOptions;

/// A row of an event table: table, then row, both from 0.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct RecordRef {
    /// The table's place in the dataset.
    pub table: u32,
    /// The row among those that were taken.
    pub row: u32,
}

/// What a column of an event table tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordField {
    /// The record's own number or name.
    Id,
    /// What happened.
    Type,
    /// The day, or the first possible one.
    FirstDay,
    /// The last possible day.
    LastDay,
    /// The year, where it has a column of its own.
    Year,
    /// The month, 1 to 12; 0 where unknown.
    Month,
    /// The day of the month; 0 where unknown.
    Day,
    /// How well the day is known: a code.
    DatePrecision,
    /// Degrees north, WGS 84.
    Latitude,
    /// Degrees east, WGS 84.
    Longitude,
    /// The name of the place.
    Place,
    /// How well the place is known: a code.
    PlacePrecision,
    /// The radius that holds it, in kilometres.
    Radius,
    /// The first-level division.
    Admin1,
    /// The country.
    Country,
    /// Deaths.
    Killed,
    /// Deaths, at least.
    KilledLow,
    /// Deaths, at most.
    KilledHigh,
    /// Deaths on the side of the first actor.
    KilledA,
    /// Deaths on the side of the second actor.
    KilledB,
    /// Deaths of civilians.
    KilledCivilians,
    /// Deaths of people whose side is not known.
    KilledUnknown,
    /// Injuries.
    Wounded,
    /// Injuries, at least.
    WoundedLow,
    /// Injuries, at most.
    WoundedHigh,
    /// One who took part.
    Actor,
    /// Who did it.
    Perpetrator,
    /// To whom it was done.
    Victim,
    /// The outlet, or several.
    Source,
    /// A reference to the source, where its outlet has no cell of its own.
    Citation,
    /// The headline of a source.
    Title,
    /// The address of a source.
    Url,
    /// The day of publication.
    Published,
    /// An account in words.
    Notes,
    /// Whether it is history told as context.
    Background,
    /// How sure it is, 0 to 1.
    Confidence,
}

impl RecordField {
    /// The word for it in data and on the command line.
    pub fn key(self) -> String {
        // A unit variant is a string in JSON.
        serde_json::to_value(self)
            .ok()
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// The field with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(key.to_owned())).ok()
    }
}

/// Whether a cell says nothing, as programs of others write that.
pub fn says_nothing(cell: &str) -> bool {
    const NOTHING: [&str; 9] = ["NaN", "nan", "NaT", "None", "null", "NULL", "<NA>", "#N/A", "NA"];
    cell.is_empty() || cell.len() <= 4 && NOTHING.contains(&cell)
}

/// What the rows of a file are counted as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Lines of a text; a row may have several, and the first counts.
    #[default]
    Line,
    /// Rows of a sheet or of a table.
    Row,
    /// Features of a layer.
    Feature,
}

impl Unit {
    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Unit::Line => "line",
            Unit::Row => "row",
            Unit::Feature => "feature",
        }
    }

    /// "line 7", "row 7", "feature 7".
    pub fn at(self, number: u32) -> String {
        format!("{} {number}", self.key())
    }
}

/// Rows in a block of [`EventTable`].
const BLOCK_ROWS: usize = 4096;

/// The preset of tables of ours.
pub const OURS: &str = "dateline";

/// The column of a table of ours that holds the whole row as JSON.
pub const DETAILS: &str = "details";

/// Parts the cells of a row; no text has it.
const SEPARATOR: char = '\u{1f}';

/// An event table: which file, what its columns are, and the rows that became events, with
/// all their cells as they were written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventTable {
    /// The file's name.
    pub name: String,
    /// The file.
    pub path: Option<PathBuf>,
    /// What sort of table it is: "UCDP GED".
    pub format: String,
    /// The preset by which its columns are understood; empty for a table of no known sort.
    #[serde(default)]
    pub preset: String,
    /// Whether "01/02/2022" in it is the first of February.
    #[serde(default)]
    pub day_first: bool,
    /// Whether a comma is the decimal sign in it; `None` where nothing tells.
    #[serde(default)]
    pub decimal_comma: Option<bool>,
    /// What a person said about how to read it.
    #[serde(default, skip_serializing_if = "TableOptions::is_default")]
    pub options: TableOptions,
    /// What its rows are counted as.
    #[serde(default)]
    pub unit: Unit,
    /// Tells a file from others: of all its bytes.
    pub hash: u64,
    /// The headings.
    pub columns: Vec<String>,
    /// What the columns tell: field and column, from 0, in the order of the fields.
    pub mapping: Vec<(RecordField, usize)>,
    /// Rows that were not taken.
    pub rejected: Vec<Rejected>,
    /// How the file was read, in words: encoding, delimiter, order of dates.
    pub notes: Vec<String>,
    #[serde(skip)]
    blocks: Vec<Block>,
    #[serde(skip)]
    rows: usize,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Block {
    text: String,
    /// Where each row ends in `text`, in bytes.
    ends: Vec<u32>,
    /// The line of each row in the file.
    lines: Vec<u32>,
}

/// A row of a file that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Its number in the file, from 1: see [`Unit`].
    pub line: u32,
    /// What is wrong, and what to do.
    pub reason: String,
    /// Its cells.
    pub cells: Vec<String>,
}

impl EventTable {
    /// A table without rows yet.
    pub fn new(
        path: &Path,
        format: &str,
        columns: Vec<String>,
        mapping: Vec<(RecordField, usize)>,
    ) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (path, format) = (Some(path.to_owned()), format.to_owned());
        Self { name, path, format, columns, mapping, ..Self::default() }
    }

    /// How many rows became events.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether no row did.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Adds a row with its line in the file and gives its number.
    pub fn push<'c>(&mut self, line: u32, cells: impl IntoIterator<Item = &'c str>) -> u32 {
        if self.rows.is_multiple_of(BLOCK_ROWS) {
            if let Some(full) = self.blocks.last_mut() {
                full.text.shrink_to_fit();
            }
            self.blocks.push(Block::default());
        }
        let row = self.rows;
        if let Some(block) = self.blocks.last_mut() {
            for (seat, cell) in cells.into_iter().enumerate() {
                if seat > 0 {
                    block.text.push(SEPARATOR);
                }
                if cell.contains(SEPARATOR) {
                    block.text.extend(cell.chars().filter(|c| *c != SEPARATOR));
                } else {
                    block.text.push_str(cell);
                }
            }
            block.ends.push(block.text.len().try_into().unwrap_or(u32::MAX));
            block.lines.push(line);
            self.rows += 1;
        }
        row.try_into().unwrap_or(u32::MAX)
    }

    /// The same table without its rows.
    pub fn without_rows(&self) -> Self {
        Self {
            name: self.name.clone(),
            path: self.path.clone(),
            format: self.format.clone(),
            preset: self.preset.clone(),
            day_first: self.day_first,
            decimal_comma: self.decimal_comma,
            options: self.options.clone(),
            unit: self.unit,
            hash: self.hash,
            columns: self.columns.clone(),
            mapping: self.mapping.clone(),
            notes: self.notes.clone(),
            ..Self::default()
        }
    }

    /// The rows as blocks of bytes, to be kept: the number of rows, where each ends in the
    /// text, its line in the file (all 32 bits, little-endian), and the text.
    pub fn blocks(&self) -> impl Iterator<Item = Vec<u8>> {
        self.blocks.iter().map(|block| {
            let count = u32::try_from(block.ends.len()).unwrap_or(0);
            let numbers = std::iter::once(&count).chain(&block.ends).chain(&block.lines);
            let mut bytes = Vec::with_capacity(8 * block.ends.len() + 4 + block.text.len());
            numbers.for_each(|number| bytes.extend(number.to_le_bytes()));
            bytes.extend_from_slice(block.text.as_bytes());
            bytes
        })
    }

    /// Takes back the next of [`EventTable::blocks`]; whether it is sound.
    pub fn push_block(&mut self, bytes: &[u8]) -> bool {
        let Some(block) = Block::of_bytes(bytes) else { return false };
        if !self.rows.is_multiple_of(BLOCK_ROWS) || block.ends.len() > BLOCK_ROWS {
            return false;
        }
        self.rows += block.ends.len();
        self.blocks.push(block);
        true
    }

    /// The texts of all rows, a block of rows each, with the ends of the rows in it, in bytes.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &[u32])> {
        self.blocks.iter().map(|block| (block.text.as_str(), block.ends.as_slice()))
    }

    /// A row, if there is one of this number.
    pub fn record(&self, row: u32) -> Option<Record<'_>> {
        let row = row as usize;
        let (block, at) = (self.blocks.get(row / BLOCK_ROWS)?, row % BLOCK_ROWS);
        let end = *block.ends.get(at)? as usize;
        let start = at.checked_sub(1).map_or(0, |before| block.ends[before] as usize);
        let text = block.text.get(start..end)?;
        Some(Record { table: self, text, line: *block.lines.get(at)? })
    }

    /// All rows, in the order of the file.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        (0..self.rows).filter_map(|row| self.record(row.try_into().ok()?))
    }
}

impl Block {
    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (ends, rest) = rest.split_at_checked(count.checked_mul(4)?)?;
        let (lines, text) = rest.split_at_checked(count * 4)?;
        let numbers = |bytes: &[u8]| -> Vec<u32> {
            bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
        };
        let text = std::str::from_utf8(text).ok()?.to_owned();
        Some(Self { text, ends: numbers(ends), lines: numbers(lines) })
    }
}

/// A row of an event table.
#[derive(Clone, Copy, Debug)]
pub struct Record<'t> {
    table: &'t EventTable,
    text: &'t str,
    /// Its number in the file, from 1: see [`Unit`].
    pub line: u32,
}

impl<'t> Record<'t> {
    /// The cells, in the order of the columns.
    pub fn cells(&self) -> impl Iterator<Item = &'t str> {
        self.text.split(SEPARATOR)
    }

    /// Where it stands in its file: "line 7".
    pub fn at(&self) -> String {
        self.table.unit.at(self.line)
    }

    /// The headings and cells that are not empty. What is there for programs alone, the
    /// details of a table of ours, is left out.
    pub fn named(&self) -> impl Iterator<Item = (&'t str, &'t str)> {
        let names = self.table.columns.iter().map(String::as_str);
        let is_ours = self.table.preset == OURS;
        let cells = names.zip(self.cells()).filter(|(_, cell)| !cell.trim().is_empty());
        cells.filter(move |(name, _)| !(is_ours && *name == DETAILS))
    }

    /// Whether "01/02/2022" in it is the first of February.
    pub fn day_first(&self) -> bool {
        self.table.day_first
    }

    /// The cells that tell a field, those that are empty left out.
    pub fn all(&self, field: RecordField) -> impl Iterator<Item = &'t str> + use<'t> {
        let (mapping, text) = (&self.table.mapping, self.text);
        mapping
            .iter()
            .filter(move |(of, _)| *of == field)
            .filter_map(move |(_, column)| text.split(SEPARATOR).nth(*column))
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
    }

    /// The cell of the nth column that tells a field, from 0, if it is not empty.
    pub fn nth(&self, field: RecordField, nth: usize) -> Option<&'t str> {
        let mut columns = self.table.mapping.iter().filter(|(of, _)| *of == field);
        let cell = self.text.split(SEPARATOR).nth(columns.nth(nth)?.1)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    /// The first of them.
    pub fn get(&self, field: RecordField) -> Option<&'t str> {
        self.all(field).next()
    }

    /// Headings and cells behind a field, for a person to check.
    pub fn evidence(&self, field: RecordField) -> impl Iterator<Item = (&'t str, &'t str)> {
        let (table, text) = (self.table, self.text);
        table
            .mapping
            .iter()
            .filter(move |(of, _)| *of == field)
            .filter_map(move |(_, column)| {
                let name = table.columns.get(*column)?;
                Some((name.as_str(), text.split(SEPARATOR).nth(*column)?.trim()))
            })
            .filter(|(_, cell)| !cell.is_empty())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_row_comes_back_as_it_was_written() {
        let mut table = EventTable {
            columns: vec!["id".into(), "note".into()],
            mapping: vec![(RecordField::Notes, 1)],
            ..EventTable::default()
        };
        for row in 0..10_000 {
            table.push(row + 2, [row.to_string().as_str(), "a, b\nc"]);
        }
        let record = table.record(9_000).unwrap();
        assert_eq!(record.cells().collect::<Vec<_>>(), ["9000", "a, b\nc"]);
        assert_eq!((record.line, record.get(RecordField::Notes)), (9_002, Some("a, b\nc")));
        assert!(table.record(10_000).is_none());
    }

    #[test]
    fn rows_survive_as_blocks_of_bytes_and_damage_is_found() {
        let mut table = EventTable::default();
        (0..5_000).for_each(|row| _ = table.push(row, ["ş", "b"]));
        let mut again = table.without_rows();
        assert!(table.blocks().all(|block| again.push_block(&block)));
        assert_eq!(again, table);
        assert!(!EventTable::default().push_block(&[9, 0, 0, 0, 1]));
    }

    #[test]
    fn fields_have_the_words_of_the_command_line() {
        assert_eq!(RecordField::FirstDay.key(), "first_day");
        assert_eq!(RecordField::from_key("killed_low"), Some(RecordField::KilledLow));
        assert_eq!(RecordField::from_key("nonsense"), None);
    }
}
