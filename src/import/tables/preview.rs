//! A look at a table before it is read: how it is written, what its columns tell, and what
//! would become of its first rows.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::convert::Converter;
use super::presets::{Presets, plain};
use super::rows::{Look, Rows, SampleRow};
use super::{TableError, TableFacts, missing, start};
use crate::model::{Event, EventType, OURS, Precision, RecordField, Stretch, TableOptions, Unit};

/// So many rows are looked at.
const MOST_ROWS: usize = 1000;
/// So many different cells of a column of codes are listed.
const MOST_VALUES: usize = 200;

/// A table as it would be read.
pub struct TablePreview {
    /// The file.
    pub path: PathBuf,
    /// What tells tables with the same headings from others.
    pub key: String,
    /// What sort of table it is: "UCDP GED".
    pub format: String,
    /// Whether that sort is known by its columns.
    pub is_known: bool,
    /// How it is written.
    pub facts: TableFacts,
    /// The headings.
    pub columns: Vec<String>,
    /// What the columns tell, in the order of the fields.
    pub mapping: Vec<(RecordField, usize)>,
    /// What the cells of columns that tell the type mean.
    pub types: Vec<CodeColumn<EventType>>,
    /// What the cells of columns that tell how well a place is known mean.
    pub precisions: Vec<CodeColumn<Precision>>,
    /// What the cells of columns that tell how well a day is known mean; none where the last
    /// day has a column of its own, which counts more.
    pub stretches: Vec<CodeColumn<Stretch>>,
    /// The first rows.
    pub rows: Vec<PreviewRow>,
    /// Whether these are all.
    pub is_whole: bool,
    /// What the rows are counted as.
    pub unit: Unit,
    /// What a person should look at before it is read.
    pub doubts: Vec<Doubt>,
    /// How it is written, in words.
    pub notes: Vec<String>,
    head: Rows,
    sample: Vec<SampleRow>,
}

/// A row and what would become of it.
pub struct PreviewRow {
    /// Its number in the file.
    pub line: u32,
    /// Its cells.
    pub cells: Vec<String>,
    /// The event, or why there is none.
    pub event: Result<Event, String>,
}

/// A column of codes.
pub struct CodeColumn<T> {
    /// The column.
    pub column: usize,
    /// Its different cells, the most frequent first.
    pub values: Vec<CodeValue<T>>,
}

/// A code.
pub struct CodeValue<T> {
    /// The cell.
    pub value: String,
    /// How many of the rows looked at have it.
    pub count: usize,
    /// What it means; `None` where that is not known.
    pub meaning: Option<T>,
}

/// Why a person should say how a table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No column tells when.
    NoDay,
    /// No column tells where.
    NoPlace,
    /// The column of days is known by its cells alone.
    DayByCells,
    /// "01/02/2022" may be either, and nothing tells.
    DateOrder,
    /// Places have names but no positions.
    NoPosition,
    /// More than half of the rows cannot be used.
    FewRows,
}

/// Looks at a table that is to be read in this way.
///
/// # Errors
/// As [`super::event_table`], but for what a person can say.
pub fn preview(path: &Path, options: &TableOptions) -> Result<TablePreview, TableError> {
    let mut preview = TablePreview::open(path, options, Look::Whole)?;
    // As it is found when it is opened again, without a person's word.
    if let Ok(found) = Rows::open(path, &TableOptions::default(), Look::Head) {
        preview.key = key_of(&found.columns);
    }
    Ok(preview)
}

/// Looks at no more of a table than tells whether it needs a person's word.
///
/// # Errors
/// As [`preview`].
pub fn glance(path: &Path) -> Result<TablePreview, TableError> {
    TablePreview::open(path, &TableOptions::default(), Look::Head)
}

impl TablePreview {
    fn open(path: &Path, options: &TableOptions, look: Look) -> Result<Self, TableError> {
        let mut head = Rows::open(path, options, look)?;
        let (sample, is_whole) = head.sample(MOST_ROWS)?;
        let mut preview = Self {
            path: path.to_owned(),
            key: key_of(&head.columns),
            format: String::new(),
            is_known: false,
            facts: TableFacts::default(),
            columns: head.columns.clone(),
            mapping: Vec::new(),
            types: Vec::new(),
            precisions: Vec::new(),
            stretches: Vec::new(),
            rows: Vec::new(),
            is_whole,
            unit: head.unit,
            doubts: Vec::new(),
            notes: Vec::new(),
            head,
            sample,
        };
        preview.read_as(options)?;
        Ok(preview)
    }

    /// The same rows in another way. Encoding, delimiter, headings and sheet stay as they
    /// were when it was opened.
    ///
    /// # Errors
    /// If a column is named that is not there.
    pub fn read_as(&mut self, options: &TableOptions) -> Result<(), TableError> {
        let (table, preset) = start(&self.path, &mut self.head, options)?;
        self.format.clone_from(&table.format);
        self.is_known = !preset.key.is_empty();
        self.facts = self.head.facts.clone();
        self.mapping.clone_from(&table.mapping);
        self.notes.clone_from(&table.notes);
        let missing = missing(&preset, &table.mapping);
        let mut converter = Converter::new(table, &preset);
        if preset.key == OURS {
            converter.is_ours(&self.head.given, self.head.has_short_names);
        }
        self.types = self.codes(RecordField::Type, |column, cell| converter.type_of(column, cell));
        self.precisions =
            self.codes(RecordField::PlacePrecision, |_, cell| converter.precision_of(cell));
        let has_last = self.mapping.iter().any(|(field, _)| *field == RecordField::LastDay);
        self.stretches = if has_last {
            Vec::new()
        } else {
            self.codes(RecordField::DatePrecision, |_, cell| converter.stretch_of(cell))
        };
        self.rows = self.converted(converter);
        self.doubts = self.doubts_of(missing, options);
        Ok(())
    }

    /// How many of the rows looked at can be used; none before their columns tell when and
    /// where.
    pub fn usable(&self) -> usize {
        if self.lacks_something() {
            return 0;
        }
        self.rows.iter().filter(|row| row.event.is_ok()).count()
    }

    /// Why the others cannot, with the first row and how many there are, the most first.
    pub fn reasons(&self) -> Vec<(&str, u32, usize)> {
        let mut reasons: Vec<(&str, u32, usize)> = Vec::new();
        for row in &self.rows {
            let Err(reason) = &row.event else { continue };
            match reasons.iter_mut().find(|(other, ..)| other == reason) {
                Some((.., count)) => *count += 1,
                None => reasons.push((reason, row.line, 1)),
            }
        }
        reasons.sort_by_key(|(_, line, count)| (std::cmp::Reverse(*count), *line));
        reasons
    }

    /// What a column tells.
    pub fn fields_of(&self, column: usize) -> impl Iterator<Item = RecordField> + '_ {
        self.mapping.iter().filter(move |(_, at)| *at == column).map(|(field, _)| *field)
    }

    /// Whether nothing tells when or where, so that nothing can be read.
    pub fn lacks_something(&self) -> bool {
        self.doubts.iter().any(|doubt| matches!(doubt, Doubt::NoDay | Doubt::NoPlace))
    }

    fn converted(&self, mut converter: Converter<'_>) -> Vec<PreviewRow> {
        for (line, row) in &self.sample {
            match row {
                Ok(cells) => converter.row(*line, &mut cells.clone()),
                Err(bad) => converter.bad(*line, bad.reason.clone(), bad.cells.clone()),
            }
        }
        let imported = converter.finish();
        let mut rejected = imported.table.rejected.into_iter().peekable();
        let mut events = imported.events.into_iter();
        let outcome = |(line, row): &SampleRow| {
            let event = match rejected.next_if(|other| other.line == *line) {
                Some(rejected) => Err(rejected.reason),
                None => Ok(events.next()?),
            };
            let cells = match row {
                Ok(row) => row.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect(),
                Err(bad) => bad.cells.clone(),
            };
            Some(PreviewRow { line: *line, cells, event })
        };
        self.sample.iter().filter_map(outcome).collect()
    }

    /// The different cells of the columns that tell a field.
    fn codes<T>(
        &self,
        field: RecordField,
        mut meaning: impl FnMut(usize, &str) -> Option<T>,
    ) -> Vec<CodeColumn<T>> {
        let columns = self.mapping.iter().filter(|(of, _)| *of == field);
        let codes = columns.map(|(_, column)| {
            let mut counts: HashMap<String, usize> = HashMap::new();
            let rows = self.sample.iter().filter_map(|(_, row)| row.as_ref().ok());
            for cell in rows.filter_map(|row| row.get(*column)) {
                let cell = String::from_utf8_lossy(cell).trim().to_owned();
                if !cell.is_empty() {
                    *counts.entry(cell).or_default() += 1;
                }
            }
            let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
            counts.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
            counts.truncate(MOST_VALUES);
            let values = counts.into_iter().map(|(value, count)| {
                let meaning = meaning(*column, &value);
                CodeValue { value, count, meaning }
            });
            CodeColumn { column: *column, values: values.collect() }
        });
        codes.collect()
    }

    fn doubts_of(
        &self,
        missing: Option<(&'static str, &'static str)>,
        options: &TableOptions,
    ) -> Vec<Doubt> {
        use RecordField::{FirstDay, Year};
        let is_day = |(field, _): &(RecordField, _)| matches!(field, FirstDay | Year);
        let by_name = Presets::bundled().guess(&self.columns).iter().any(is_day)
            || self.head.given.iter().any(is_day)
            || options.mapping.iter().any(|(field, _)| matches!(field, FirstDay | Year));
        let mut doubts = Vec::new();
        match missing {
            Some(("when", _)) => doubts.push(Doubt::NoDay),
            Some(_) => doubts.push(Doubt::NoPlace),
            None if !self.is_known && !by_name => doubts.push(Doubt::DayByCells),
            None => {}
        }
        let tells = |field| self.mapping.iter().any(|(of, _)| *of == field);
        let has_positions = tells(RecordField::Latitude) && tells(RecordField::Longitude);
        if missing.is_none() && !self.is_known && !has_positions {
            doubts.push(Doubt::NoPosition);
        }
        if matches!(self.facts.day_first, Some((_, super::How::Guessed))) {
            doubts.push(Doubt::DateOrder);
        }
        if missing.is_none() && self.usable() * 2 < self.rows.len() {
            doubts.push(Doubt::FewRows);
        }
        doubts
    }
}

/// What tells headings from others, capitals, spaces and underscores aside.
fn key_of(columns: &[String]) -> String {
    let mut hash = Sha256::new();
    for column in columns {
        hash.update(plain(column));
        hash.update([0x1f]);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn look(text: &str, options: &TableOptions) -> TablePreview {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, text).unwrap();
        preview(&path, options).unwrap()
    }

    #[test]
    fn a_table_with_well_known_names_leaves_no_doubt() {
        let preview = look("date,lat,lon\n2022-09-13,39.5,46.3\n", &TableOptions::default());
        assert_eq!(preview.doubts, []);
        assert_eq!(preview.facts.delimiter, Some((b',', super::super::How::Guessed)));
        assert_eq!((preview.usable(), preview.is_whole), (1, true));
    }

    #[test]
    fn what_is_not_told_and_what_is_only_guessed_is_doubtful() {
        let check = |text: &str, wanted: &[Doubt]| {
            assert_eq!(look(text, &TableOptions::default()).doubts, wanted, "{text}");
        };
        check("when,lat,lon\n2022-09-13,39.5,46.3\n", &[Doubt::DayByCells]);
        check("date,N,E\n2022-09-13,39.5,46.3\n", &[Doubt::NoPlace]);
        check("size,lat,lon\n3,39.5,46.3\n", &[Doubt::NoDay]);
        check("date,place\n2022-09-13,Goris\n", &[Doubt::NoPosition]);
        check("date,lat,lon\n01/02/2022,39.5,46.3\n", &[Doubt::DateOrder]);
        check("date,lat,lon\nsoon,39.5,46.3\nlate,1,2\n2022-01-01,1,2\n", &[Doubt::FewRows]);
    }

    #[test]
    fn each_row_has_its_event_or_the_reason_and_each_code_its_meaning() {
        let text = "date,lat,lon,type\n2022-09-13,39.5,46.3,battle\nsoon,1,2,skirmish\n\
                    2022-09-14,39.5,46.3,skirmish\n";
        let mut options = TableOptions::default();
        let mut preview = look(text, &options);
        let told: Vec<(u32, bool)> =
            preview.rows.iter().map(|row| (row.line, row.event.is_ok())).collect();
        assert_eq!(told, [(2, true), (3, false), (4, true)]);
        assert_eq!(preview.reasons(), [("\"soon\" is not a day, write it as 2022-09-13", 3, 1)]);
        let codes = |preview: &TablePreview| -> Vec<(String, usize, Option<EventType>)> {
            let values = preview.types[0].values.iter();
            values.map(|value| (value.value.clone(), value.count, value.meaning)).collect()
        };
        let (battle, skirmish) = ("battle".to_owned(), "skirmish".to_owned());
        assert_eq!(
            codes(&preview),
            [(skirmish.clone(), 2, None), (battle, 1, Some(EventType::Battle))]
        );
        options.types = vec![(skirmish, EventType::TerritoryTaken)];
        preview.read_as(&options).unwrap();
        assert_eq!(codes(&preview)[0].2, Some(EventType::TerritoryTaken));
        let last = preview.rows[2].event.as_ref().unwrap();
        assert_eq!(last.event_type, EventType::TerritoryTaken);
    }

    #[test]
    fn codes_of_days_mean_what_a_person_says() {
        let mut options = TableOptions {
            mapping: vec![(RecordField::DatePrecision, "how".to_owned())],
            ..TableOptions::default()
        };
        let mut preview = look("date,lat,lon,how\n2022-09-13,39.5,46.3,M\n", &options);
        let days = |preview: &TablePreview| {
            preview.rows[0].event.as_ref().unwrap().date.map(|date| date.days())
        };
        assert_eq!((preview.stretches[0].values[0].meaning, days(&preview)), (None, Some(1)));
        options.stretches = vec![("M".to_owned(), Stretch::Month)];
        preview.read_as(&options).unwrap();
        let meaning = preview.stretches[0].values[0].meaning;
        assert_eq!((meaning, days(&preview)), (Some(Stretch::Month), Some(30)));
    }

    #[test]
    fn the_same_headings_have_the_same_key_however_they_are_read() {
        let key = |text: &str, options| look(text, options).key;
        let (found, asked) = (
            TableOptions::default(),
            TableOptions { delimiter: Some(b'|'), ..TableOptions::default() },
        );
        let text = "Date;Lat;Lon\n2022-09-13;1;2\n";
        assert_eq!(key(text, &found), key("date,lat,lon\n2022-01-01,3,4\n", &found));
        assert_eq!(key(text, &found), key(text, &asked));
        assert_ne!(key(text, &found), key("date,lat,lon,x\n2022-01-01,3,4,5\n", &found));
    }
}
