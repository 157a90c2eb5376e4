//! Rows that a quote without its end has swallowed.

use csv::ByteRecord;

/// A cell with fewer lines is one that somebody wrote.
const FEWEST_LINES: usize = 4;

/// A row that was cut off where its quote has no end, and the lines that it had swallowed.
pub struct Swallowed {
    /// The cells of the row up to the end of its line.
    pub cells: Vec<String>,
    /// The lines after it, in which quotes may be missing.
    pub lines: Vec<String>,
}

/// The rows within a cell of a row, `None` where there are none: lines of which most have as
/// many delimiters as a row of `width` cells.
pub fn swallowed(record: &ByteRecord, delimiter: u8, width: usize) -> Option<Swallowed> {
    let is_row = |line: &&[u8]| {
        line.iter().filter(|byte| **byte == delimiter).count() + 1 == width && width > 2
    };
    let holds_rows = |cell: &[u8]| {
        let mut lines = cell.split(|byte| *byte == b'\n').skip(1).peekable();
        let all = lines.clone().count();
        lines.peek().is_some()
            && all + 1 >= FEWEST_LINES
            && lines.filter(is_row).count() * 4 >= all.saturating_sub(1) * 3
    };
    let at = record.iter().position(holds_rows)?;
    let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
    let cell = text(record.get(at)?);
    let mut lines = cell.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    let cells = record.iter().take(at).map(text).chain([first]).collect();
    Some(Swallowed { cells, lines: lines.map(str::to_owned).collect() })
}
