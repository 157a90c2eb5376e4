//! What the terminal is like.

use comfy_table::{ContentArrangement, Table, presets};

/// The columns of the terminal; 100 where there is none, as in a pipe.
pub fn width() -> u16 {
    terminal_size::terminal_size().map_or(100, |(width, _)| width.0.max(40))
}

/// A table as wide as the terminal.
pub fn table<R>(headings: &[&str], rows: impl Iterator<Item = R>) -> String
where
    R: IntoIterator<Item = String>,
{
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width())
        .set_header(headings)
        .add_rows(rows.map(|row| row.into_iter().collect::<Vec<_>>()));
    table.trim_fmt()
}
