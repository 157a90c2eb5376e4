//! The rows of a file as cells, whatever the file is.

use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::ops::ControlFlow;
use std::path::Path;

use calamine::{Data, Reader as _};
use csv::ByteRecord;
use encoding_rs::{Encoding, UTF_8};

use super::TableError;
use super::presets::Presets;

/// So much of a file tells how it is written.
const HEAD_BYTES: usize = 256 * 1024;

/// A file of another encoding than UTF-8 is turned into it as a whole.
const MAX_OTHER_BYTES: u64 = 1_000_000_000;

/// How a file is written, its headings, and its rows.
pub struct Rows {
    /// The headings.
    pub columns: Vec<String>,
    /// What was found out about the file, in words.
    pub notes: Vec<String>,
    /// The first rows, for a guess.
    pub head: Vec<Vec<String>>,
    source: Source,
}

enum Source {
    Csv { reader: Box<csv::Reader<Box<dyn Read + Send>>>, first: Option<ByteRecord> },
    Sheet(std::vec::IntoIter<(u32, ByteRecord)>),
}

impl Rows {
    /// Opens a table.
    ///
    /// # Errors
    /// If it cannot be read, or has no rows.
    pub fn open(path: &Path, delimiter: Option<u8>) -> Result<Self, TableError> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match extension.as_str() {
            "xlsx" | "xlsm" | "ods" => sheet(path),
            _ => text(path, delimiter),
        }
    }

    /// Calls `each` with the line and the cells of every row until it breaks off.
    ///
    /// # Errors
    /// If the file cannot be read to its end.
    pub fn each(
        self,
        path: &Path,
        each: &mut dyn FnMut(u32, &mut ByteRecord) -> ControlFlow<()>,
    ) -> Result<(), TableError> {
        match self.source {
            Source::Sheet(rows) => {
                for (line, mut cells) in rows {
                    if each(line, &mut cells).is_break() {
                        break;
                    }
                }
            }
            Source::Csv { mut reader, first } => {
                let mut record = ByteRecord::new();
                if let Some(mut first) = first
                    && each(1, &mut first).is_break()
                {
                    return Ok(());
                }
                while reader
                    .read_byte_record(&mut record)
                    .map_err(|error| TableError::unreadable(path, &error))?
                {
                    let line = record.position().map_or(0, csv::Position::line);
                    if each(u32::try_from(line).unwrap_or(u32::MAX), &mut record).is_break() {
                        break;
                    }
                }
            }
        }
        Ok(())
    }
}

fn text(path: &Path, delimiter: Option<u8>) -> Result<Rows, TableError> {
    let refuse = |error: std::io::Error| TableError::unreadable(path, &error);
    let mut file = File::open(path).map_err(refuse)?;
    let mut head = Vec::with_capacity(HEAD_BYTES);
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(refuse)?;
    let mut notes = Vec::new();
    let whole = head.len() < HEAD_BYTES;
    let (encoding, mark) = encoding_of(&head, whole);
    let source: Box<dyn Read + Send> = if encoding == UTF_8 {
        let start = Cursor::new(head[mark..].to_vec());
        Box::new(start.chain(BufReader::with_capacity(1 << 20, file)))
    } else {
        let mut bytes = head.clone();
        file.take(MAX_OTHER_BYTES).read_to_end(&mut bytes).map_err(refuse)?;
        notes.push(format!("read as {}, which was guessed", encoding.name()));
        let text = encoding.decode(&bytes).0.into_owned();
        head = text.as_bytes()[..text.floor_char_boundary(HEAD_BYTES)].to_vec();
        Box::new(Cursor::new(text.into_bytes()))
    };
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&head);
    let delimiter = delimiter.unwrap_or_else(|| delimiter_of(head, whole));
    if delimiter != b',' {
        notes.push(format!("cells parted by {}", delimiter_name(delimiter)));
    }
    let mut sample = sample_of(head, delimiter, whole);
    if sample.is_empty() {
        return Err(TableError::NoRows { path: path.to_owned() });
    }
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(1 << 20);
    // Files of tabs without headings do not quote.
    let by_width = Presets::bundled().by_width(sample[0].len());
    let has_headings = has_headings(&sample[0]);
    if delimiter == b'\t' && !has_headings {
        builder.quoting(false);
    }
    let mut reader = Box::new(builder.from_reader(source));
    let mut first = ByteRecord::new();
    let read = reader.read_byte_record(&mut first);
    read.map_err(|error| TableError::unreadable(path, &error))?;
    let (columns, first) = if has_headings {
        (sample.remove(0), None)
    } else if let Some((preset, names)) = by_width {
        notes.push(format!("no headings; by its {} columns it is {}", names.len(), preset.label));
        (names, Some(first))
    } else {
        notes.push("no headings: the columns are called 1, 2, 3 …".to_owned());
        ((1..=first.len()).map(|n| n.to_string()).collect(), Some(first))
    };
    Ok(Rows { columns, notes, head: sample, source: Source::Csv { reader, first } })
}

/// The encoding, and how long its mark is.
fn encoding_of(head: &[u8], whole: bool) -> (&'static Encoding, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(head) {
        return (encoding, mark);
    }
    match std::str::from_utf8(head) {
        Ok(_) => (UTF_8, 0),
        Err(error) if !whole && error.error_len().is_none() => (UTF_8, 0),
        Err(_) => {
            let mut detector = chardetng::EncodingDetector::new();
            detector.feed(head, whole);
            (detector.guess(None, false), 0)
        }
    }
}

/// The first rows; the last one only if the file ends with it.
fn sample_of(head: &[u8], delimiter: u8, whole: bool) -> Vec<Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    let mut reader =
        builder.delimiter(delimiter).has_headers(false).flexible(true).from_reader(head);
    let rows = reader.byte_records().map_while(Result::ok);
    let cells = |row: ByteRecord| {
        row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    };
    let mut rows: Vec<Vec<String>> = rows.map(cells).collect();
    if !whole && rows.len() > 1 {
        rows.pop();
    }
    rows.truncate(1000);
    rows
}

/// That which parts most rows into the same number of cells, the most cells.
fn delimiter_of(head: &[u8], whole: bool) -> u8 {
    let rated = |delimiter: u8| {
        let rows = sample_of(head, delimiter, whole);
        let width = rows.first().map_or(0, Vec::len);
        let same = rows.iter().filter(|row| row.len() == width).count();
        let share = if rows.is_empty() { 0 } else { same * 10 / rows.len() };
        (width > 1, share, width)
    };
    // The first of equals.
    let candidates = [b'|', b';', b'\t', b','];
    candidates.into_iter().max_by_key(|delimiter| rated(*delimiter)).unwrap_or(b',')
}

fn delimiter_name(delimiter: u8) -> String {
    match delimiter {
        b'\t' => "tabs".to_owned(),
        b';' => "semicolons".to_owned(),
        other => format!("\"{}\"", char::from(other)),
    }
}

/// Whether a first row names columns: no cell of it is a number or a day, and none comes twice.
fn has_headings(row: &[String]) -> bool {
    let is_value = |cell: &String| {
        cell.trim().parse::<f64>().is_ok() || super::days::days(cell, true).is_some()
    };
    let named: Vec<&String> = row.iter().filter(|cell| !cell.trim().is_empty()).collect();
    !named.is_empty() && !named.iter().any(|cell| is_value(cell))
}

fn sheet(path: &Path) -> Result<Rows, TableError> {
    let refuse = |error: calamine::Error| TableError::unreadable(path, &error);
    let mut book = calamine::open_workbook_auto(path).map_err(refuse)?;
    let names = book.sheet_names();
    let mut best: Option<(String, calamine::Range<Data>)> = None;
    for name in &names {
        let range = book.worksheet_range(name).map_err(refuse)?;
        if best.as_ref().is_none_or(|(_, other)| range.height() > other.height()) {
            best = Some((name.clone(), range));
        }
    }
    let no_rows = || TableError::NoRows { path: path.to_owned() };
    let (name, range) = best.ok_or_else(no_rows)?;
    let top = range.start().map_or(0, |(row, _)| row);
    let mut rows = range.rows();
    let columns: Vec<String> = rows.next().ok_or_else(no_rows)?.iter().map(cell).collect();
    let mut notes = Vec::new();
    if names.len() > 1 {
        notes.push(format!("of {} sheets, \"{name}\" was read: it has the most rows", names.len()));
    }
    let rows: Vec<(u32, ByteRecord)> = rows
        .zip(top + 2..)
        .map(|(row, line)| (line, ByteRecord::from(row.iter().map(cell).collect::<Vec<_>>())))
        .collect();
    let head = rows.iter().take(1000);
    let head = head
        .map(|(_, row)| row.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect())
        .collect();
    Ok(Rows { columns, notes, head, source: Source::Sheet(rows.into_iter()) })
}

/// The cell of a sheet as text; days as 2022-09-13.
fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, of_month, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{of_month:02}")
        }
        other => other.to_string(),
    }
}
