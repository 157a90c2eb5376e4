//! Events as a table for the terminal.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::summary::{self, Summary, on_one_line};
use crate::model::{Count, Dataset, DateRange};

const HEADINGS: [&str; 7] =
    ["Date", "Type", "Place", "Killed", "Wounded", "Claimed by", "Articles"];

/// All events of a dataset, in its order, `width` columns wide. Events told as
/// history are marked, since they are not what the articles are about.
pub fn events(dataset: &Dataset, width: u16) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width)
        .set_header(HEADINGS);
    for event in summary::events(dataset) {
        table.add_row(row(&event));
    }
    if let Some(dates) = table.column_mut(0) {
        dates.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(12)));
    }
    table.trim_fmt()
}

fn row(summary: &Summary<'_>) -> [String; 7] {
    let event = summary.event;
    let places: Vec<&str> = event.locations.iter().map(|l| l.name.as_str()).collect();
    let kind = event.event_type.label();
    [
        event.date.map_or_else(|| "undated".to_owned(), days),
        if event.background { format!("{kind} (history)") } else { kind.to_owned() },
        if places.is_empty() { "unknown".to_owned() } else { places.join(", ") },
        event.killed.as_ref().map(Count::label).unwrap_or_default(),
        event.wounded.as_ref().map(Count::label).unwrap_or_default(),
        on_one_line(&summary.claimants().join(", ")),
        summary.articles().join(", "),
    ]
}

/// "2022-09-13", or the first and the last day.
fn days(range: DateRange) -> String {
    if range.first() == range.last() {
        range.first().to_string()
    } else {
        format!("{} – {}", range.first(), range.last())
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn each_event_has_its_row() {
        let table = events(&fixture::dataset(), 120);
        let row = table.lines().find(|line| line.contains("Goris, Sotk")).unwrap_or_default();
        assert!(row.contains("2022-09-13") && row.contains("49 or more"), "{table}");
        assert!(table.contains("undated") && table.contains("unknown"), "{table}");
    }
}
