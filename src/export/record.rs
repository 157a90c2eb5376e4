//! What a row has that was imported from a table: its cells stand for an article's words.

use jiff::civil::Date;

use super::row::{Bounds, Row, RowActor, RowReport, Words, distinct};
use crate::model::{EventTable, Record, RecordField as F, Role};

/// Fills in what no report tells: who took part, the source, and the cells behind each field.
///
/// A row of a table of ours tells all of it itself, but its number and its type, which a
/// person may have changed since.
pub fn fill(row: &mut Row, table: &EventTable, record: Record<'_>) {
    if let Some(ours) = Row::of_record(table, record) {
        *row = Row { event: row.event, event_type: row.event_type, ..ours };
        return;
    }
    let roles = [
        (F::Perpetrator, Role::Perpetrator),
        (F::Victim, Role::Victim),
        (F::Actor, Role::Participant),
    ];
    row.actors = distinct(roles.into_iter().flat_map(|(field, role)| {
        let names = record.all(field).flat_map(|cell| cell.split(';')).map(str::trim);
        let names = names.filter(|name| !name.is_empty());
        names.map(move |name| RowActor { name: name.to_owned(), role, country: None })
    }));
    row.words = Words {
        event_type: words(record, &[F::Type]),
        date: words(
            record,
            &[F::FirstDay, F::LastDay, F::Year, F::Month, F::Day, F::DatePrecision],
        ),
        place: words(record, &[F::Place, F::PlacePrecision]),
        killed: words(record, &[F::Killed, F::KilledLow, F::KilledHigh]),
        wounded: words(record, &[F::Wounded, F::WoundedLow, F::WoundedHigh]),
        actor: words(record, &[F::Actor, F::Perpetrator, F::Victim]),
        ..Words::default()
    };
    let owned = |field| record.get(field).map(str::to_owned);
    row.reports = vec![RowReport {
        article: format!("{} {}", table.name, record.at()),
        title: None,
        source: owned(F::Source),
        url: owned(F::Url),
        published: record.get(F::Published).and_then(day),
        sha256: String::new(),
        quote: owned(F::Notes).unwrap_or_default(),
        quote_span: None,
        claim: None,
        date: row.date,
        killed: row.killed,
        wounded: row.wounded,
        captured: Bounds::default(),
    }];
}

/// "fatalities: 3": headings and cells behind some fields.
fn words(record: Record<'_>, fields: &[F]) -> Vec<String> {
    let cells = fields.iter().flat_map(|field| record.evidence(*field));
    distinct(cells.map(|(heading, cell)| format!("{heading}: {cell}")))
}

/// A day that begins with "2022-09-13" or "20220913".
fn day(cell: &str) -> Option<Date> {
    let begins = |length, format| Date::strptime(format, cell.get(..length)?).ok();
    begins(10, "%Y-%m-%d").or_else(|| begins(8, "%Y%m%d"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_publication_are_read_in_both_shapes() {
        let wanted = Some(Date::constant(2022, 9, 13));
        assert_eq!((day("2022-09-13 00:00"), day("20220913120000")), (wanted, wanted));
        assert_eq!(day("ş13.09.2022"), None);
    }
}
