//! What a row has that was imported from a table: its cells stand for an article's words.

use jiff::civil::Date;

use super::row::{Bounds, Row, RowActor, RowReport, RowToll, Words, distinct};
use crate::model::{EventTable, Fate, Record, RecordField as F, Role, Standing, says_nothing};

/// Fills in what no report tells: who took part, the source, and the cells behind each field.
///
/// A row of a table of ours tells all of it itself, but its number and its type, which a
/// person may have changed since.
pub fn fill(row: &mut Row, table: &EventTable, record: Record<'_>) {
    if let Some(ours) = Row::of_record(table, record) {
        *row = Row { event: row.event, event_type: row.event_type, ..ours };
        return;
    }
    row.actors = distinct(actors(record));
    row.tolls = tolls(record);
    row.words = Words {
        event_type: words(record, &[F::Type]),
        date: words(
            record,
            &[F::FirstDay, F::LastDay, F::Year, F::Month, F::Day, F::DatePrecision],
        ),
        place: words(record, &[F::Place, F::PlacePrecision]),
        killed: words(record, &KILLED),
        wounded: words(record, &[F::Wounded, F::WoundedLow, F::WoundedHigh]),
        actor: words(record, &[F::Actor, F::Perpetrator, F::Victim]),
        ..Words::default()
    };
    row.reports = reports(row, table, record);
}

/// The columns that tell of deaths.
const KILLED: [F; 7] = [
    F::Killed,
    F::KilledLow,
    F::KilledHigh,
    F::KilledA,
    F::KilledB,
    F::KilledCivilians,
    F::KilledUnknown,
];

fn actors(record: Record<'_>) -> impl Iterator<Item = RowActor> {
    let roles = [
        (F::Perpetrator, Role::Perpetrator),
        (F::Victim, Role::Victim),
        (F::Actor, Role::Participant),
    ];
    roles.into_iter().flat_map(move |(field, role)| {
        let names = record.all(field).flat_map(|cell| cell.split(';')).map(str::trim);
        let names = names.filter(|name| is_name(name));
        names.map(move |name| RowActor { name: name.to_owned(), role, country: None })
    })
}

/// UCDP calls a side of which nothing is known XXX and a number, GTD calls it Unknown.
fn is_name(name: &str) -> bool {
    !says_nothing(name) && !name.starts_with("XXX") && !name.eq_ignore_ascii_case("unknown")
}

/// Deaths by side, where the table has columns for them.
fn tolls(record: Record<'_>) -> Vec<RowToll> {
    let side = |nth| record.nth(F::Actor, nth).filter(|name| is_name(name)).map(str::to_owned);
    let columns = [
        (F::KilledA, side(0), Standing::Military),
        (F::KilledB, side(1), Standing::Military),
        (F::KilledCivilians, None, Standing::Civilian),
        (F::KilledUnknown, None, Standing::Unknown),
    ];
    let toll = |(field, side, standing): (F, Option<String>, Standing)| {
        let number = record.get(field)?.parse::<f64>().ok()?.round();
        // Numbers of people, below a thousand million.
        let number = (1.0..1e9).contains(&number).then_some(number as u32)?;
        Some(RowToll {
            fate: Fate::Killed,
            low: number,
            high: Some(number),
            side,
            country: None,
            standing,
            of_attackers: false,
            part: false,
            further: false,
            cumulative: false,
        })
    };
    columns.into_iter().filter_map(toll).collect()
}

/// The row as a report of its first source, and the other sources, of which nothing is known
/// but that they tell of it.
fn reports(row: &Row, table: &EventTable, record: Record<'_>) -> Vec<RowReport> {
    let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let outlets = record.all(F::Source).flat_map(split).filter(|name| !says_nothing(name));
    let (linked, outlets): (Vec<&str>, Vec<&str>) = outlets.partition(|name| is_address(name));
    let cited = || owned(record.get(F::Citation).map(split).unwrap_or_default());
    let mut urls = record.get(F::Url).map(addresses).unwrap_or_default();
    // Some name their sources by address alone.
    if urls.is_empty() {
        urls = owned(linked);
    }
    let sources = if outlets.is_empty() { cited() } else { owned(outlets) };
    let titles = owned(record.get(F::Title).map(split).unwrap_or_default());
    let days: Vec<Date> = record
        .get(F::Published)
        .map(split)
        .unwrap_or_default()
        .into_iter()
        .filter_map(day)
        .collect();
    let count = sources.len().max(urls.len()).max(1);
    let name = format!("{} {}", table.name, record.at());
    let report = |at: usize| RowReport {
        article: if count > 1 { format!("{name} source {}", at + 1) } else { name.clone() },
        title: nth_of(&titles, at, count),
        source: nth_of(&sources, at, count),
        url: nth_of(&urls, at, count),
        published: nth_of(&days, at, count),
        sha256: String::new(),
        quote: String::new(),
        quote_span: None,
        claim: None,
        date: None,
        killed: Bounds::default(),
        wounded: Bounds::default(),
        captured: Bounds::default(),
    };
    let mut reports: Vec<RowReport> = (0..count).map(report).collect();
    if let Some(first) = reports.first_mut() {
        first.quote = record.get(F::Notes).unwrap_or_default().to_owned();
        (first.date, first.killed, first.wounded) = (row.date, row.killed, row.wounded);
    }
    reports
}

/// The value of one of `count` sources: lists are parallel if they are as long; otherwise
/// nothing tells whose a value is but that the first is of the first.
fn nth_of<T: Clone>(values: &[T], at: usize, count: usize) -> Option<T> {
    if values.len() == count || at == 0 { values.get(at).cloned() } else { None }
}

/// The values of a cell, parted by line ends, or by semicolons outside of quotes.
fn split(cell: &str) -> Vec<&str> {
    let mut quoted = false;
    let ends = move |c: char| {
        quoted ^= c == '"';
        c == '\n' || c == ';' && !quoted
    };
    cell.split(ends).map(str::trim).filter(|value| !value.is_empty()).collect()
}

fn is_address(name: &str) -> bool {
    name.starts_with("https://") || name.starts_with("http://")
}

/// Addresses, in which semicolons may stand.
fn addresses(cell: &str) -> Vec<String> {
    let parts = cell.split('\n').flat_map(|line| line.split("; "));
    let parts = parts.flat_map(|part| part.split(";http").enumerate());
    let whole =
        parts.map(|(at, part)| if at > 0 { format!("http{part}") } else { part.to_owned() });
    let trimmed = whole.map(|address| address.trim().trim_end_matches(';').to_owned());
    trimmed.filter(|address| !address.is_empty()).collect()
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

    #[test]
    fn lists_of_sources_are_parted_by_semicolons_outside_of_quotes() {
        assert_eq!(split("A wire; B;; C "), ["A wire", "B", "C"]);
        assert_eq!(split("\"A, 1; 2\";\"B, 3\""), ["\"A, 1; 2\"", "\"B, 3\""]);
        assert_eq!(split("A\nB; C"), ["A", "B", "C"]);
        let urls = addresses("https://a.example/?x=1;y=2;https://b.example; c");
        assert_eq!(urls, ["https://a.example/?x=1;y=2", "https://b.example", "c"]);
        assert_eq!(
            addresses("https://a.example/;jsessionid=1"),
            ["https://a.example/;jsessionid=1"]
        );
    }

    #[test]
    fn parallel_lists_go_together_and_others_begin_with_the_first() {
        assert_eq!((nth_of(&[1, 2], 1, 2), nth_of(&[1, 2], 1, 3)), (Some(2), None));
        assert_eq!((nth_of(&[1], 0, 3), nth_of(&[1, 2, 3, 4], 3, 3)), (Some(1), None));
    }
}
