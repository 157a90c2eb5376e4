//! The rows of a file as cells, whatever the file is.

mod ahead;
mod features;
mod input;
mod json;
mod kml;
mod layer;
mod packed;
mod parquet;
mod quotes;
mod shape;
mod shapefile;
mod sheet;
mod tags;
mod text;

use std::ops::ControlFlow;
use std::path::Path;

use csv::ByteRecord;

use super::{TableError, TableFacts};
use crate::model::{RecordField, TableOptions, Unit};
use input::Input;
pub use shape::Shape;

/// So many rows are looked at for a guess.
const HEAD_ROWS: usize = 1000;

/// A table with more columns is none.
const MOST_COLUMNS: usize = 10_000;

/// What a file that is packed may hold in cells; one that is not holds no more than its size.
pub const MOST_CELL_BYTES: u64 = 4_000_000_000;

/// How a file is written, its headings, and its rows.
pub struct Rows {
    /// The headings.
    pub columns: Vec<String>,
    /// What was found out about the file, in words.
    pub notes: Vec<String>,
    /// The first rows, for a guess.
    pub head: Vec<Vec<String>>,
    /// What its rows are counted as.
    pub unit: Unit,
    /// What columns tell by what the file is, whatever they are called: positions of shapes,
    /// and days beside the properties.
    pub given: Vec<(RecordField, usize)>,
    /// What tags say of the columns.
    pub tagged: Vec<(RecordField, usize)>,
    /// How it is written.
    pub facts: TableFacts,
    /// Whether headings end after ten letters.
    pub has_short_names: bool,
    /// Whether it is a layer of shapes.
    pub has_shapes: bool,
    /// Whether its rows may be texts to read rather than events.
    pub may_be_articles: bool,
    source: Box<dyn Source>,
}

/// What rows come from.
trait Source: Send {
    /// Calls `each` with every row until it breaks off.
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError>;
}

/// Called with the number of a row in its file, and its cells or what is wrong with it.
pub type Each<'e> = dyn FnMut(u32, Result<&mut ByteRecord, Bad>) -> ControlFlow<()> + 'e;

/// The number of a row in its file, and its cells or what is wrong with it.
pub type SampleRow = (u32, Result<ByteRecord, Bad>);

/// No rows.
struct Nothing;

impl Source for Nothing {
    fn each(self: Box<Self>, _: &mut Each<'_>) -> Result<(), TableError> {
        Ok(())
    }
}

/// A row that cannot be read at all.
pub struct Bad {
    /// What is wrong, and what to do.
    pub reason: String,
    /// What can be shown of it.
    pub cells: Vec<String>,
}

/// How much of a file is looked at before its rows are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What tells whether it is an event table.
    Head,
    /// All of it, where only all of it tells which columns there are.
    Whole,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Json,
    Kml,
    Zip,
    Parquet,
    Layer,
    Shapes,
}

impl Rows {
    /// Opens a table.
    ///
    /// # Errors
    /// If it cannot be read, or has no rows.
    pub fn open(path: &Path, options: &TableOptions, look: Look) -> Result<Self, TableError> {
        open(Input::asked(path, options)?, options, look)
    }

    /// Takes out the first rows, and whether these are all. No others come after that.
    ///
    /// # Errors
    /// If the file cannot be read so far.
    pub fn sample(&mut self, most: usize) -> Result<(Vec<SampleRow>, bool), TableError> {
        let (mut rows, mut is_whole) = (Vec::new(), true);
        std::mem::replace(&mut self.source, Box::new(Nothing)).each(&mut |line, row| {
            if rows.len() == most {
                is_whole = false;
                return ControlFlow::Break(());
            }
            rows.push((line, row.map(|cells| cells.clone())));
            ControlFlow::Continue(())
        })?;
        Ok((rows, is_whole))
    }

    /// Calls `each` with every row until it breaks off.
    ///
    /// # Errors
    /// If the file cannot be read to its end.
    pub fn each(self, each: &mut Each<'_>) -> Result<(), TableError> {
        self.source.each(each)
    }
}

fn open(input: Input, options: &TableOptions, look: Look) -> Result<Rows, TableError> {
    let head = input.head(64)?;
    match kind(&input, &head)? {
        Kind::Text => text::open(&input, options).map(tags::take),
        Kind::Json => json::open(input, look),
        Kind::Kml => kml::open(input, look),
        Kind::Zip => packed::open(input, options, look),
        Kind::Parquet => parquet::open(input),
        Kind::Layer => layer::open(&input, options),
        Kind::Shapes => shapefile::open(&input),
    }
}

/// By its first bytes, else by its ending, since endings get lost.
fn kind(input: &Input, head: &[u8]) -> Result<Kind, TableError> {
    const MARKS: [(&[u8], Kind); 5] = [
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"PAR1", Kind::Parquet),
        (b"SQLite format 3\0", Kind::Layer),
        (b"\0\0\x27\x0a", Kind::Shapes),
    ];
    if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Ok(*kind);
    }
    let extension = input.extension();
    let first = head.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).copied();
    Ok(match extension.as_str() {
        _ if first.is_none() => return Err(TableError::NoRows { path: input.path().to_owned() }),
        "kml" => Kind::Kml,
        "json" | "geojson" | "jsonl" | "ndjson" | "geojsonl" | "geojsons" => Kind::Json,
        "xlsx" | "xlsm" | "ods" => return Err(input.is_no("workbook")),
        "parquet" | "geoparquet" => return Err(input.is_no("Parquet")),
        "gpkg" => return Err(input.is_no("GeoPackage")),
        "shp" => return Err(input.is_no("Shapefile")),
        "kmz" | "zip" => return Err(input.is_no("ZIP")),
        "txt" => Kind::Text,
        _ if matches!(first, Some(b'{' | b'[')) => Kind::Json,
        _ => Kind::Text,
    })
}

/// The first rows of a source, and what is said where there are none.
fn head_of(source: Box<dyn Source>, path: &Path) -> Result<Vec<Vec<String>>, TableError> {
    let mut head: Vec<Vec<String>> = Vec::new();
    source.each(&mut |_, row| {
        if let Ok(row) = row {
            head.push(row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect());
        }
        if head.len() < HEAD_ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    if head.is_empty() {
        return Err(TableError::NoRows { path: path.to_owned() });
    }
    Ok(head)
}
