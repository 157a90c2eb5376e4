//! Sheets of workbooks.

use std::io::BufReader;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Ods, Reader as _, Xlsx};
use csv::ByteRecord;

use super::input::{Input, ReadSeek};
use super::{Each, HEAD_ROWS, MOST_COLUMNS, Rows, Source, TableError, TableFacts, Unit};
use crate::import::tables::presets::Presets;
use crate::import::tables::{How, missing, plan_of};
use crate::model::TableOptions;

/// Which of the two sorts of workbooks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Book {
    Xlsx,
    Ods,
}

struct Sheet {
    input: Input,
    book: Opened,
    name: String,
    /// Rows before the headings, and these.
    above: usize,
    width: usize,
}

/// A workbook that is open.
enum Opened {
    Xlsx(Box<Xlsx<File>>),
    Ods(Box<Ods<File>>),
}

type File = BufReader<Box<dyn ReadSeek>>;

/// A sheet as far as it was looked at.
#[derive(Clone)]
struct Head {
    name: String,
    above: usize,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Opens the sheet that is asked for, or that is known by its columns, else the first that may hold events, else
/// the one with the most rows.
pub fn open(input: &Input, sort: Book, options: &TableOptions) -> Result<Rows, TableError> {
    let mut book = Opened::new(input, sort)?;
    let names = book.names();
    if let Some(name) = options.sheet.as_ref().filter(|name| !names.contains(name)) {
        return Err(TableError::no_sheet(name, &names, input.path()));
    }
    let asked = |name: &&String| options.sheet.as_ref().is_none_or(|asked| asked == *name);
    let heads =
        names.iter().filter(asked).map(|name| head(input, &mut book, name, options.headings));
    let mut heads: Vec<Head> = heads.collect::<Result<_, _>>()?;
    let is_known = |head: &Head| Presets::bundled().knows(&head.columns);
    let is_whole = |head: &Head| {
        let (preset, mapping) = plan_of(&head.columns, &head.rows);
        missing(&preset, &mapping).is_none()
    };
    let longest = heads.iter().map(|head| head.rows.len()).max();
    let is_longest = |head: &Head| Some(head.rows.len()) == longest;
    let (at, why) = if options.sheet.is_some() {
        ((!heads.is_empty()).then_some(0), "as asked for")
    } else if let Some(at) = heads.iter().position(is_known) {
        (Some(at), "its columns are known")
    } else if let Some(at) = heads.iter().position(is_whole) {
        (Some(at), "it is the first with days and places")
    } else {
        (heads.iter().position(is_longest), "it has the most rows")
    };
    let head = at.map(|at| heads.swap_remove(at)).filter(|head| !head.columns.is_empty());
    let head = head.ok_or_else(|| TableError::NoRows { path: input.path().to_owned() })?;
    let mut notes = Vec::new();
    if names.len() > 1 {
        notes.push(format!("of {} sheets, \"{}\" was read: {why}", names.len(), head.name));
    }
    if head.above > 1 {
        let rows = if head.above == 2 { "row" } else { "rows" };
        notes.push(format!("{} {rows} above the headings left out", head.above - 1));
    }
    let Head { name, above, columns, rows } = head;
    let how = if options.headings.is_some() { How::Asked } else { How::Guessed };
    let facts = TableFacts {
        headings: Some((above > 0, how)),
        sheet: Some(name.clone()),
        sheets: names,
        ..TableFacts::default()
    };
    let width = columns.len();
    Ok(Rows {
        columns,
        head: rows,
        notes,
        unit: Unit::Row,
        given: Vec::new(),
        tagged: Vec::new(),
        facts,
        has_short_names: false,
        has_shapes: false,
        may_be_articles: false,
        source: Box::new(Sheet { input: input.clone(), book, name, above, width }),
    })
}

/// Looks at the first rows of a sheet, whose first row is one of headings or not as asked for.
fn head(
    input: &Input,
    book: &mut Opened,
    name: &str,
    headings: Option<bool>,
) -> Result<Head, TableError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    book.each_row(input, name, &mut |_, row| {
        rows.push(row);
        if rows.len() > HEAD_ROWS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    // A title or two may stand above the headings, which are about as wide as the table.
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let widest = rows.iter().take(20).map(filled).max().unwrap_or(0);
    let at = rows.iter().position(|row| filled(row) * 2 >= widest).unwrap_or(0);
    let above = if rows.is_empty() || headings == Some(false) { 0 } else { at + 1 };
    let headings = rows.drain(..above).next_back();
    let numbered = || (1..=rows.first().map_or(0, Vec::len)).map(|n| n.to_string()).collect();
    let columns = headings.unwrap_or_else(numbered);
    for row in &mut rows {
        row.resize(columns.len().max(row.len()), String::new());
    }
    Ok(Head { name: name.to_owned(), above, columns, rows })
}

impl Source for Sheet {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        let Self { input, mut book, name, mut above, width } = *self;
        book.each_row(&input, &name, &mut |line, mut row| {
            if above > 0 {
                above -= 1;
                return ControlFlow::Continue(());
            }
            // Sheets have no end to their right.
            row.resize(width.max(row.len()), String::new());
            each(line, Ok(&mut ByteRecord::from(row)))
        })
    }
}

type EachRow<'e> = dyn FnMut(u32, Vec<String>) -> ControlFlow<()> + 'e;

/// The readers of workbooks break off on some broken files; that must not end the program.
fn guarded<T>(
    input: &Input,
    read: impl FnOnce() -> Result<T, TableError>,
) -> Result<T, TableError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(input.refuse(&"it is damaged")))
}

impl Opened {
    fn new(input: &Input, sort: Book) -> Result<Self, TableError> {
        let file = BufReader::new(input.open()?);
        guarded(input, || match sort {
            Book::Xlsx => {
                let book = Xlsx::new(file).map_err(|error| input.refuse(&error))?;
                Ok(Self::Xlsx(Box::new(book)))
            }
            Book::Ods => {
                let book = Ods::new(file).map_err(|error| input.refuse(&error))?;
                Ok(Self::Ods(Box::new(book)))
            }
        })
    }

    fn names(&self) -> Vec<String> {
        match self {
            Self::Xlsx(book) => book.sheet_names(),
            Self::Ods(book) => book.sheet_names(),
        }
    }

    /// Calls `each` with the rows of a sheet that are not empty, and their numbers from 1.
    /// Cells begin with the column of the first one.
    fn each_row(
        &mut self,
        input: &Input,
        name: &str,
        each: &mut EachRow<'_>,
    ) -> Result<(), TableError> {
        guarded(input, || match self {
            Self::Xlsx(book) => each_row_of_xlsx(book, input, name, each),
            Self::Ods(book) => each_row_of_ods(book, input, name, each),
        })
    }
}

fn each_row_of_xlsx(
    book: &mut Xlsx<File>,
    input: &Input,
    name: &str,
    each: &mut EachRow<'_>,
) -> Result<(), TableError> {
    let refuse = |error: calamine::XlsxError| input.refuse(&error);
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet that is a chart has no rows.
        Err(calamine::XlsxError::WorksheetNotFound(_)) => return Ok(()),
        Err(error) => return Err(refuse(error)),
    };
    // What the sheet says of its own size may be too much or too little.
    let left = cells.dimensions().start.1;
    let (mut first, mut at, mut row) = (None, 0, Vec::new());
    while let Some(next) = cells.next_cell().map_err(refuse)? {
        let (line, column) = next.get_position();
        if matches!(next.get_value(), DataRef::Empty) {
            continue;
        }
        if line != at && !row.is_empty() && each(at + 1, std::mem::take(&mut row)).is_break() {
            return Ok(());
        }
        at = line;
        // What stands left of the first cell is no part of the table, unless a title above
        // the table begins further to the right.
        let first = *first.get_or_insert(column.min(left));
        let Some(seat) = column.checked_sub(first).map(|seat| seat as usize) else { continue };
        if seat >= MOST_COLUMNS {
            let reason = format!("more than {MOST_COLUMNS} columns in row {}", line + 1);
            return Err(input.refuse(&reason));
        }
        if row.len() <= seat {
            row.resize(seat + 1, String::new());
        }
        row[seat] = words(&next.get_value().clone().into());
    }
    if !row.is_empty() {
        _ = each(at + 1, row);
    }
    Ok(())
}

fn each_row_of_ods(
    book: &mut Ods<File>,
    input: &Input,
    name: &str,
    each: &mut EachRow<'_>,
) -> Result<(), TableError> {
    let range = book.worksheet_range(name).map_err(|error| input.refuse(&error))?;
    let top = range.start().map_or(0, |(row, _)| row);
    for (row, line) in range.rows().zip(top + 1..) {
        let mut cells: Vec<String> = row.iter().map(words).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() && each(line, cells).is_break() {
            break;
        }
    }
    Ok(())
}

/// The cell of a sheet as text; days as 2022-09-13.
fn words(data: &Data) -> String {
    match data {
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, of_month, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{of_month:02}")
        }
        other => other.to_string(),
    }
}
