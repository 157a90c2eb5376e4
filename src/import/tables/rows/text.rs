//! Tables as text: CSV, and the like of it.

use std::io::Read;
use std::ops::ControlFlow;

use csv::ByteRecord;

use super::input::{Input, Text};
use super::quotes::{Swallowed, swallowed};
use super::{Bad, Each, HEAD_ROWS, MOST_COLUMNS, Rows, Source, TableError, TableFacts, Unit};
use crate::import::MAX_BYTES;
use crate::import::tables::How;
use crate::import::tables::days::days;
use crate::import::tables::presets::Presets;
use crate::model::TableOptions;

struct Csv {
    reader: csv::Reader<Box<dyn Read + Send>>,
    /// The first row, where it is no heading.
    first: Option<ByteRecord>,
    /// By how much the reader is behind with the lines: it takes the second half of a line
    /// end of two for the beginning of the next row.
    behind: u64,
    delimiter: u8,
    width: usize,
    input: Input,
}

/// A row of more bytes that has line ends may have swallowed others.
const LONG_ROW: usize = 150;

pub fn open(input: &Input, options: &TableOptions) -> Result<Rows, TableError> {
    let Text { reader: source, head, is_whole, encoding, how, mut notes } = input.text(None)?;
    let delimiter = options.delimiter.unwrap_or_else(|| delimiter_of(&head, is_whole));
    if delimiter != b',' {
        notes.push(format!("cells parted by {}", delimiter_name(delimiter)));
    }
    let quotes = quotes(&head, delimiter, is_whole);
    let mut sample = sample_of(&head, delimiter, quotes, is_whole);
    if sample.is_empty() {
        return Err(TableError::NoRows { path: input.path().to_owned() });
    }
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(1 << 20);
    let mut reader = builder.quoting(quotes).from_reader(source);
    let titles = titles(&sample);
    let has_headings = options.headings.unwrap_or_else(|| has_headings(&sample[titles]));
    let above = if has_headings { titles } else { 0 };
    sample.drain(..above);
    if sample[0].len() > MOST_COLUMNS {
        return Err(input.refuse(&format!("more than {MOST_COLUMNS} columns")));
    }
    let mut first = ByteRecord::new();
    for _ in 0..=above {
        reader.read_byte_record(&mut first).map_err(|error| input.refuse(&error))?;
    }
    if above > 0 {
        let rows = if above == 1 { "row" } else { "rows" };
        notes.push(format!("{above} {rows} above the headings left out"));
    }
    let asked = |is_asked| if is_asked { How::Asked } else { How::Guessed };
    let facts = TableFacts {
        encoding: Some((encoding.name(), how)),
        delimiter: Some((delimiter, asked(options.delimiter.is_some()))),
        headings: Some((has_headings, asked(options.headings.is_some()))),
        ..TableFacts::default()
    };
    let (columns, first) = if has_headings {
        let mut columns = sample.remove(0);
        if has_row_names(&columns, &sample) {
            // R leaves the heading of the names of rows out.
            columns.insert(0, String::new());
        }
        (columns, None)
    } else if let Some((preset, names)) = Presets::bundled().by_first_row(&sample[0]) {
        notes.push(format!("no headings; by its {} columns it is {}", names.len(), preset.label));
        (names, Some(first))
    } else {
        notes.push("no headings: the columns are called 1, 2, 3 …".to_owned());
        ((1..=first.len()).map(|n| n.to_string()).collect(), Some(first))
    };
    let line_end = head.iter().position(|byte| *byte == b'\n');
    let is_double = line_end.is_some_and(|at| at > 0 && head[at - 1] == b'\r');
    let width = columns.len();
    Ok(Rows {
        columns,
        notes,
        head: sample,
        unit: Unit::Line,
        given: Vec::new(),
        tagged: Vec::new(),
        facts,
        has_short_names: false,
        has_shapes: false,
        may_be_articles: input.extension() == "txt",
        source: Box::new(Csv {
            reader,
            first,
            behind: is_double.into(),
            delimiter,
            width,
            input: input.clone(),
        }),
    })
}

impl Source for Csv {
    fn each(mut self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        if let Some(mut first) = self.first.take()
            && each(1, Ok(&mut first)).is_break()
        {
            return Ok(());
        }
        let mut record = ByteRecord::new();
        let input = self.input.clone();
        let refuse = |error: csv::Error| input.refuse(&error);
        while self.reader.read_byte_record(&mut record).map_err(refuse)? {
            let line = record.position().map_or(0, csv::Position::line) + self.behind;
            let line = u32::try_from(line).unwrap_or(u32::MAX);
            if record.as_slice().len() > LONG_ROW && has_lines(&record) {
                if self.long_row(line, &mut record, each).is_break() {
                    break;
                }
            } else if each(line, Ok(&mut record)).is_break() {
                break;
            }
        }
        Ok(())
    }
}

impl Csv {
    /// A row that may be several, or too long for one.
    fn long_row(&self, line: u32, record: &mut ByteRecord, each: &mut Each<'_>) -> ControlFlow<()> {
        if let Some(Swallowed { cells, lines }) = swallowed(record, self.delimiter, self.width) {
            let reason = "a quote without its end, add it or take the quote out".to_owned();
            each(line, Err(Bad { reason, cells }))?;
            for (line, text) in (line + 1..).zip(lines) {
                let mut builder = csv::ReaderBuilder::new();
                builder.delimiter(self.delimiter).has_headers(false).flexible(true);
                let mut reader = builder.from_reader(text.as_bytes());
                if reader.read_byte_record(record).is_ok_and(|is_there| is_there) {
                    each(line, Ok(record))?;
                }
            }
            return ControlFlow::Continue(());
        }
        if record.as_slice().len() > MAX_BYTES {
            let reason = "the row has more than 20 MB, is the end of a quote missing?".to_owned();
            return each(line, Err(Bad { reason, cells: Vec::new() }));
        }
        each(line, Ok(record))
    }
}

fn has_lines(record: &ByteRecord) -> bool {
    record.as_slice().contains(&b'\n') || record.as_slice().len() > MAX_BYTES
}

/// How many rows stand above the headings, which are about as wide as the table: titles, and
/// what spreadsheets write there, "sep=;".
fn titles(sample: &[Vec<String>]) -> usize {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let widest = sample.iter().take(20).map(filled).max().unwrap_or(0);
    sample.iter().position(|row| filled(row) * 2 >= widest).unwrap_or(0)
}

/// Whether each row has a cell more than there are headings, and something in the last one.
fn has_row_names(columns: &[String], sample: &[Vec<String>]) -> bool {
    let has_one_more = |row: &Vec<String>| row.len() == columns.len() + 1;
    sample.len() > 1
        && sample.iter().all(has_one_more)
        && sample.iter().any(|row| row.last().is_some_and(|cell| !cell.is_empty()))
}

/// The first rows; the last one only if the file ends with it.
fn sample_of(head: &[u8], delimiter: u8, quotes: bool, is_whole: bool) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).quoting(quotes);
    let mut reader = builder.from_reader(head);
    let rows = reader.byte_records().map_while(Result::ok);
    let cells = |row: ByteRecord| {
        row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    };
    let mut rows: Vec<Vec<String>> = rows.map(cells).collect();
    if !is_whole && rows.len() > 1 {
        rows.pop();
    }
    rows.truncate(HEAD_ROWS);
    rows
}

/// What the first line says, as spreadsheets have it, "sep=;", else that which parts most
/// rows into as many cells as the first one, the most cells.
fn delimiter_of(head: &[u8], is_whole: bool) -> u8 {
    if let Some([said, b'\r' | b'\n', ..]) = head.strip_prefix(b"sep=") {
        return *said;
    }
    let rated = |delimiter: u8| {
        let rows = sample_of(head, delimiter, true, is_whole);
        let width = rows.first().map_or(0, Vec::len);
        let same = rows.iter().filter(|row| row.len() == width).count();
        let share = if rows.is_empty() { 0 } else { same * 10 / rows.len() };
        (width > 1, share, width)
    };
    // The last of equals.
    let candidates = [b'|', b';', b'\t', b','];
    let found = candidates.into_iter().max_by_key(|delimiter| rated(*delimiter)).unwrap_or(b',');
    let (is_parted, share, _) = rated(found);
    if is_parted && share >= 5 {
        return found;
    }
    // Titles may stand above the table: the most cells in rows that are alike.
    let alike = |delimiter: &u8| {
        let rows = sample_of(head, *delimiter, true, is_whole);
        let of_width = |width| rows.iter().filter(|row| row.len() == width).count();
        let widths = rows.iter().take(50).map(Vec::len).filter(|width| *width > 1);
        widths.map(|width| of_width(width) * width).max()
    };
    candidates.into_iter().max_by_key(alike).unwrap_or(b',')
}

/// Whether cells may stand in quotes. Files of tabs hardly ever quote, and a stray quote
/// would swallow the rows after it.
fn quotes(head: &[u8], delimiter: u8, is_whole: bool) -> bool {
    if delimiter != b'\t' {
        return true;
    }
    let rows = sample_of(head, delimiter, false, is_whole);
    if rows.first().is_some_and(|first| !has_headings(first)) {
        return false;
    }
    let is_quoted = |cell: &String| cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
    rows.iter().flatten().any(is_quoted)
}

fn delimiter_name(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "tabs".to_owned(),
        b';' => "semicolons".to_owned(),
        other => format!("\"{}\"", char::from(other)),
    }
}

/// Whether a first row names columns: no cell of it is a number or a day.
fn has_headings(row: &[String]) -> bool {
    let is_value = |cell: &String| cell.trim().parse::<f64>().is_ok() || days(cell, true).is_some();
    let named: Vec<&String> = row.iter().filter(|cell| !cell.trim().is_empty()).collect();
    !named.is_empty() && !named.iter().any(|cell| is_value(cell))
}
