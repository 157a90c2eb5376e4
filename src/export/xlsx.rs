//! Events as a workbook: a sheet of events, one of reports, one of sources, and one that
//! says what the file is. Texts are cells of text and never formulas.

use std::io::{self, Write};

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::columns::{COLUMNS, Cell, Sort};
use super::options::{Export, PROGRAM};
use super::tables;
use crate::model::DETAILS;

/// Letters of the longest cell that Excel reads.
const LONGEST_CELL: usize = 32_767;
/// Rows of the longest sheet, headings included.
const LONGEST_SHEET: usize = 1_048_576;

/// Writes a workbook, and notes in the outcome what did not fit.
pub(super) fn write(out: &mut dyn Write, export: &mut Export<'_>) -> io::Result<()> {
    if export.len() >= LONGEST_SHEET {
        return Err(io::Error::other(format!(
            "a sheet holds {} events at most, and there are {}: choose fewer, or another format",
            LONGEST_SHEET - 1,
            export.len()
        )));
    }
    let (bytes, cut) = workbook(export).map_err(io::Error::other)?;
    export.outcome.notes.extend(note(cut));
    out.write_all(&bytes)
}

fn note(cut: usize) -> Option<String> {
    let cells = if cut == 1 { "cell" } else { "cells" };
    (cut > 0).then(|| format!("{cut} {cells} of more than {LONGEST_CELL} letters cut"))
}

fn workbook(export: &Export<'_>) -> Result<(Vec<u8>, usize), XlsxError> {
    let mut book = Workbook::new();
    let formats = Formats::new();
    // A day of our own choice, so that the same input gives the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let about = DocProperties::new().set_title("Events").set_author(PROGRAM);
    book.set_properties(&about.set_creation_datetime(&made));

    let columns: Vec<(&str, Sort)> = COLUMNS.iter().map(|c| (c.name, c.sort)).collect();
    let sheet = book.add_worksheet().set_name("Events")?;
    let mut cut = 0;
    let rows = export.rows().map(|row| COLUMNS.iter().map(|c| c.cell(&row)).collect());
    cut += fill(sheet, &columns, rows, &formats)?;
    let sheet = book.add_worksheet().set_name("Reports")?;
    let rows = export.rows().flat_map(|row| tables::reports(&row));
    cut += fill(sheet, &tables::REPORTS, rows, &formats)?;
    let sheet = book.add_worksheet().set_name("Sources")?;
    cut += fill(sheet, &tables::SOURCES, tables::sources(export), &formats)?;

    let sheet = book.add_worksheet().set_name("About")?;
    let mut about = export.about();
    about.extend(note(cut).map(|note| ("cut".to_owned(), note)));
    let rows = about.into_iter().map(|(name, value)| vec![Cell::Text(name), Cell::Text(value)]);
    fill(sheet, &[("name", Sort::Text), ("value", Sort::Text)], rows, &formats)?;
    Ok((book.save_to_buffer()?, cut))
}

struct Formats {
    heading: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        Self { heading: Format::new().set_bold(), day: Format::new().set_num_format("yyyy-mm-dd") }
    }
}

/// Fills a sheet under headings that stay in sight, and tells how many cells were cut.
fn fill(
    sheet: &mut Worksheet,
    columns: &[(&str, Sort)],
    rows: impl Iterator<Item = Vec<Cell>>,
    formats: &Formats,
) -> Result<usize, XlsxError> {
    for (column, (name, sort)) in (0_u16..).zip(columns) {
        sheet.write_with_format(0, column, *name, &formats.heading)?;
        sheet.set_column_width(column, width(name, *sort))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    let (mut last, mut cut, mut pieces) = (0, 0, 0);
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                // Half an object is no JSON: what is too long goes in pieces to the end.
                Cell::Json(json) if units(&json) > LONGEST_CELL => {
                    for (column, piece) in (width..).zip(split(&json)) {
                        sheet.write_string(row, column, piece)?;
                        pieces = pieces.max(column + 1 - width);
                    }
                }
                cell => cut += usize::from(put(sheet, row, column, cell, formats)?),
            }
        }
        last = row;
    }
    for piece in 0..pieces {
        let name = format!("{DETAILS}_{}", piece + 1);
        sheet.write_with_format(0, width + piece, name, &formats.heading)?;
    }
    let last_column = (width + pieces).saturating_sub(1);
    sheet.autofilter(0, 0, last, last_column)?;
    Ok(cut)
}

/// Writes a cell, and tells whether it was cut.
fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell,
    formats: &Formats,
) -> Result<bool, XlsxError> {
    match cell {
        Cell::Empty => {}
        // Excel counts in doubles too, and all numbers here are exact in them.
        Cell::Whole(number) => drop(sheet.write(row, column, number)?),
        Cell::Number(number) => drop(sheet.write(row, column, number)?),
        Cell::Flag(flag) => drop(sheet.write_boolean(row, column, flag)?),
        Cell::Day(day) => match excel_day(day) {
            Some(day) => drop(sheet.write_datetime_with_format(row, column, &day, &formats.day)?),
            None => drop(sheet.write_string(row, column, day.to_string())?),
        },
        text => {
            let text = text.into_text();
            let is_cut = units(&text) > LONGEST_CELL;
            let kept = if is_cut { cut(&text) } else { text };
            sheet.write_string(row, column, kept)?;
            return Ok(is_cut);
        }
    }
    Ok(false)
}

/// Days before 1900 are none for Excel.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// Excel counts letters in UTF-16.
fn units(text: &str) -> usize {
    if text.len() <= LONGEST_CELL { text.len() } else { text.encode_utf16().count() }
}

/// A text in pieces that each fit into a cell.
fn split(text: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut left) = (Vec::new(), 0, LONGEST_CELL);
    for (at, c) in text.char_indices() {
        if c.len_utf16() > left {
            pieces.push(&text[start..at]);
            (start, left) = (at, LONGEST_CELL);
        }
        left -= c.len_utf16();
    }
    pieces.push(&text[start..]);
    pieces
}

/// The longest beginning that fits.
fn cut(text: &str) -> String {
    let mut left = LONGEST_CELL - 1;
    let fits = |c: &char| {
        let size = c.len_utf16();
        let fits = size <= left;
        left = left.saturating_sub(size);
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// In letters of Excel's own font.
fn width(name: &str, sort: Sort) -> f64 {
    match sort {
        Sort::Text if matches!(name, "quotes" | "quote" | "value") => 60.0,
        Sort::Text => 22.0,
        Sort::Day => 12.0,
        Sort::Whole | Sort::Number | Sort::Flag => (name.len() as f64 + 3.0).max(8.0),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::{Cursor, Read as _};

    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    fn part(name: &str) -> String {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write(&mut out, &mut Export::new(&dataset, &options)).unwrap();
        let mut again = Vec::new();
        write(&mut again, &mut Export::new(&dataset, &options)).unwrap();
        assert_eq!(out, again);
        let mut file = zip::ZipArchive::new(Cursor::new(out)).unwrap();
        let mut text = String::new();
        file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn cells_have_their_types_and_headings_stay_in_sight() {
        let sheet = part("xl/worksheets/sheet1.xml");
        assert!(sheet.contains(r#"<c r="A2"><v>1</v></c>"#), "{sheet}");
        assert!(sheet.contains(r#"<c r="M2"><v>49</v></c>"#), "{sheet}");
        assert!(sheet.contains(r#"t="b"><v>0</v>"#) && sheet.contains("autoFilter"), "{sheet}");
        assert!(sheet.contains(r#"<pane ySplit="1""#) && !sheet.contains("<f>"), "{sheet}");
        // 13 September 2022, counted from 1900.
        assert!(sheet.contains("<v>44817</v>"), "{sheet}");
        assert!(part("xl/workbook.xml").contains(r#"name="Sources""#));
        assert!(part("xl/sharedStrings.xml").contains("2 of 2 events written"));
    }

    #[test]
    fn long_cells_are_cut_to_what_fits() {
        let kept = cut(&"😀".repeat(LONGEST_CELL));
        assert!(units(&kept) <= LONGEST_CELL && kept.ends_with('…'));
        let text = format!("a{}", "😀".repeat(LONGEST_CELL));
        let pieces = split(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|piece| units(piece) <= LONGEST_CELL), "{}", pieces.len());
    }
}
