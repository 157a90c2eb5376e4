//! The row of tags under the headings that the Humanitarian Exchange Language puts there:
//! "#date+occurred", "#geo+lat".

use std::ops::ControlFlow;

use super::{Each, Rows, Source, TableError};
use crate::import::tables::presets::Presets;

/// A source without its first row, which is one of tags.
struct WithoutFirst(Box<dyn Source>);

impl Source for WithoutFirst {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        let mut is_first = true;
        self.0.each(&mut |line, row| {
            if std::mem::take(&mut is_first) {
                return ControlFlow::Continue(());
            }
            each(line, row)
        })
    }
}

/// Takes the row of tags out of the rows, if the first one or the headings are tags. What
/// the tags say of the columns is told by `tagged`.
pub fn take(mut rows: Rows) -> Rows {
    let tags = match rows.head.first() {
        Some(first) if are_tags(first) => {
            let tags = rows.head.remove(0);
            rows.source = Box::new(WithoutFirst(rows.source));
            rows.notes.push("a row of HXL tags under the headings".to_owned());
            tags
        }
        _ if are_tags(&rows.columns) => rows.columns.clone(),
        _ => return rows,
    };
    rows.tagged = Presets::bundled().by_tags(&tags);
    rows
}

/// Whether all cells that are not empty are tags, and there are some.
fn are_tags(cells: &[String]) -> bool {
    let is_tag = |cell: &&str| {
        let mut letters = cell.chars();
        letters.next() == Some('#') && letters.next().is_some_and(char::is_alphabetic)
    };
    let told: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|c| !c.is_empty()).collect();
    told.len() > 1 && told.iter().all(is_tag)
}
