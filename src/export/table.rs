//! Events as a table for the terminal.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};

use super::one_line::on_one_line;
use super::row::{Row, Rows};
use crate::model::{Dataset, DateRange};

const HEADINGS: [&str; 7] =
    ["Date", "Type", "Place", "Killed", "Wounded", "Claimed by", "Articles"];

/// All events of a dataset, in its order, `width` columns wide. Events told as
/// history are marked, since they are not what the articles are about.
pub fn events(dataset: &Dataset, width: u16) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width)
        .set_header(HEADINGS);
    let rows = Rows::new(dataset);
    for (number, event) in (1..).zip(&dataset.events) {
        table.add_row(cells(&rows.row(number, event)));
    }
    // Dates and ids are of no use in pieces.
    for whole in [0, HEADINGS.len() - 1] {
        if let Some(column) = table.column_mut(whole) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table.trim_fmt()
}

fn cells(row: &Row) -> [String; 7] {
    let places: Vec<&str> = row.places.iter().map(|place| place.name.as_str()).collect();
    let kind = row.event_type.label();
    [
        row.date.map_or_else(|| "undated".to_owned(), days),
        if row.background { format!("{kind} (history)") } else { kind.to_owned() },
        if places.is_empty() { "unknown".to_owned() } else { places.join(", ") },
        row.killed.label().unwrap_or_default(),
        row.wounded.label().unwrap_or_default(),
        on_one_line(&row.claimants().join(", ")),
        first_and_more(&row.articles()),
    ]
}

/// "2022-09-13", or the first and the last day: "2022-09-13 – 14", "2022-09-13 – 10-02".
fn days(range: DateRange) -> String {
    let (first, last) = (range.first(), range.last());
    if first == last {
        first.to_string()
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{first} – {:02}", last.day())
    } else if first.year() == last.year() {
        format!("{first} – {:02}-{:02}", last.month(), last.day())
    } else {
        format!("{first} – {last}")
    }
}

/// The first id, and how many more there are; all of them would fill the screen.
fn first_and_more(ids: &[&str]) -> String {
    match ids {
        [] => String::new(),
        [only] => shortened(only),
        [first, more @ ..] => format!("{} + {}", shortened(first), more.len()),
    }
}

/// An id cut to what still tells it from others in most folders.
fn shortened(id: &str) -> String {
    const LETTERS: usize = 16;
    if id.chars().count() <= LETTERS {
        return id.to_owned();
    }
    id.chars().take(LETTERS - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::fixture;
    use super::*;

    #[test]
    fn days_leave_out_what_both_share() {
        let check = |last, wanted| {
            let range = DateRange::new(date(2022, 9, 13), last);
            assert_eq!(range.map(days).as_deref(), Some(wanted));
        };
        check(date(2022, 9, 13), "2022-09-13");
        check(date(2022, 9, 14), "2022-09-13 – 14");
        check(date(2022, 10, 2), "2022-09-13 – 10-02");
        check(date(2023, 1, 2), "2022-09-13 – 2023-01-02");
    }

    #[test]
    fn each_event_has_its_row() {
        let table = events(&fixture::dataset(), 120);
        let row = table.lines().find(|line| line.contains("Goris, Sotk")).unwrap_or_default();
        assert!(row.contains("2022-09-13") && row.contains("49 or more"), "{table}");
        assert!(table.contains("undated") && table.contains("unknown"), "{table}");
    }
}
