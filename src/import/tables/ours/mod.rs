//! Tables of ours that come in again. A row has the whole event as JSON in `details`; where a
//! person changed a plain cell, so that it differs from what `details` would have written
//! there, the cell counts, and the rest of `details` is kept. Without `details`, the cells
//! tell all that is known.

mod feature;
mod lists;
mod people;
mod places;
mod reports;

use std::borrow::Cow;

use jiff::civil::Date;

use super::convert::number;
use super::days::days;
use super::presets::Headings;
use crate::model::{
    ConfidenceParts, Count, DETAILS, DateRange, Dispute, Event, EventType, Location, RecordField,
    Review, Span,
};
use crate::row::columns::{COLUMNS, Cell, Column, Sort, is_of_our_era};
use crate::row::{Bounds, Row, RowPlace};

pub use feature::{is_feature, is_line, of_feature, of_line};

/// Where the columns of a table of ours are.
pub struct Ours {
    /// Each column that is there, and its place in the table.
    columns: Vec<(&'static Column, usize)>,
    details: Option<usize>,
    /// Columns with the pieces of details that are too long for a cell, in order.
    pieces: Vec<usize>,
    /// Columns with the points of a shape: latitudes and longitudes.
    points: Option<(usize, usize)>,
    day_first: bool,
}

impl Ours {
    /// Finds the columns by their headings; `given` are those of shapes.
    pub fn new(headings: &Headings, given: &[(RecordField, usize)], day_first: bool) -> Self {
        let at = |name: &str| headings.find(name);
        let columns = COLUMNS.iter().filter(|column| column.name != DETAILS);
        let side = |field| given.iter().find(|(of, _)| *of == field).map(|(_, at)| *at);
        let pieces = (1..).map_while(|piece| at(&format!("{DETAILS}_{piece}")));
        Self {
            columns: columns.filter_map(|column| Some((column, at(column.name)?))).collect(),
            details: at(DETAILS),
            pieces: pieces.collect(),
            points: side(RecordField::Latitude).zip(side(RecordField::Longitude)),
            day_first,
        }
    }

    /// Where `details` is.
    pub fn details(&self) -> Option<usize> {
        self.details
    }

    /// Where the pieces of `details` are.
    pub fn pieces(&self) -> &[usize] {
        &self.pieces
    }

    /// What a row tells, and whether it has `details` that cannot be read.
    ///
    /// # Errors
    /// If a cell that somebody changed cannot be understood.
    pub fn row(&self, cells: &[Cow<'_, str>]) -> Result<(Row, bool), String> {
        let whole = self.details.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let pieces: String = if whole.is_empty() {
            self.pieces.iter().filter_map(|at| cells.get(*at)).map(AsRef::as_ref).collect()
        } else {
            String::new()
        };
        let json = if pieces.is_empty() { whole } else { &pieces };
        let row = serde_json::from_str::<Row>(json).ok().filter(is_sound);
        let is_broken = row.is_none() && !json.is_empty();
        let mut row = row.unwrap_or_default();
        let before = row.clone();
        let seen = Seen { ours: self, cells, before: &before };
        seen.type_and_days(&mut row)?;
        seen.places(&mut row)?;
        seen.numbers(&mut row)?;
        seen.people(&mut row)?;
        seen.reports(&mut row)?;
        seen.words(&mut row);
        seen.confidence(&mut row)?;
        Ok((row, is_broken))
    }
}

/// Whether JSON of others tells days and positions that can be.
fn is_sound(row: &Row) -> bool {
    let is_place = |place: &RowPlace| {
        place.position.is_none_or(|at| at.lat.abs() <= 90.0 && at.lon.abs() <= 180.0)
            && place.radius_km >= 0.0
    };
    let days = row.reports.iter().map(|report| report.date).chain([row.date]);
    days.flatten().all(|range| range.first() <= range.last()) && row.places.iter().all(is_place)
}

/// The cells of a row beside what `details` would have written there.
struct Seen<'s> {
    ours: &'s Ours,
    cells: &'s [Cow<'s, str>],
    before: &'s Row,
}

impl<'s> Seen<'s> {
    /// The cell of a column; nothing where there is no such column.
    fn cell(&self, name: &str) -> Option<(&'static Column, &'s str)> {
        let (column, at) = self.ours.columns.iter().find(|(column, _)| column.name == name)?;
        Some((*column, self.cells.get(*at)?.trim()))
    }

    /// The cell of a column if somebody changed it.
    fn changed(&self, name: &str) -> Option<&'s str> {
        let (column, cell) = self.cell(name)?;
        (!self.is_same(column, cell)).then_some(cell)
    }

    fn is_same(&self, column: &Column, cell: &str) -> bool {
        let written = column.cell(self.before);
        match (&written, column.sort) {
            (Cell::Empty, Sort::Flag) => cell.is_empty(),
            (Cell::Empty, _) => cell.is_empty(),
            // Some formats have no room for days before the year 1.
            (Cell::Day(day), _) if cell.is_empty() => !is_of_our_era(*day),
            (Cell::Day(day), _) => self.day(cell) == Some(DateRange::day(*day)),
            (Cell::Whole(whole), _) => number::<f64>(cell) == Some(*whole as f64),
            (Cell::Number(told), _) => {
                number::<f64>(cell).is_some_and(|number| (number - told).abs() < 1e-9)
            }
            (Cell::Flag(flag), _) => self::flag(cell) == Some(*flag),
            _ => {
                let text = written.clone().into_text();
                cell == text.trim()
                    || cell == written.into_harmless_text().trim()
                    || is_cut(cell, &text)
            }
        }
    }

    fn day(&self, cell: &str) -> Option<DateRange> {
        let exact = cell.parse::<Date>().ok().map(DateRange::day);
        exact.or_else(|| days(cell, self.ours.day_first))
    }

    fn type_and_days(&self, row: &mut Row) -> Result<(), String> {
        if let Some(cell) = self.changed("type") {
            row.event_type = event_type(cell)?;
        }
        if self.changed("date_start").is_none() && self.changed("date_end").is_none() {
            return Ok(());
        }
        let read = |name: &str, before: Option<DateRange>| {
            let Some((_, cell)) = self.cell(name) else { return Ok(before) };
            if cell.is_empty() {
                return Ok(None);
            }
            let told = self.day(cell);
            told.map(Some).ok_or_else(|| format!("\"{cell}\" is not a day, write it as 2022-09-13"))
        };
        let before = self.before.date;
        let first = read("date_start", before.map(|range| DateRange::day(range.first())))?;
        let last = read("date_end", before.map(|range| DateRange::day(range.last())))?;
        let ends = first.or(last).zip(last.or(first));
        row.date = match ends {
            None => None,
            Some((first, last)) => Some(range(first, last)?),
        };
        Ok(())
    }

    fn numbers(&self, row: &mut Row) -> Result<(), String> {
        for (bounds, low, high) in [
            (&mut row.killed, "killed_low", "killed_high"),
            (&mut row.wounded, "wounded_low", "wounded_high"),
            (&mut row.captured, "captured_low", "captured_high"),
        ] {
            if let Some(cell) = self.changed(low) {
                bounds.low = people(cell)?;
            }
            if let Some(cell) = self.changed(high) {
                bounds.high = people(cell)?;
            }
            if let (Some(least), Some(most)) = (bounds.low, bounds.high)
                && least > most
            {
                return Err(format!("{low} {least} is more than {high} {most}"));
            }
        }
        Ok(())
    }

    fn confidence(&self, row: &mut Row) -> Result<(), String> {
        if let Some(cell) = self.changed("background") {
            row.background = flag(cell).unwrap_or(false);
        }
        if let Some(cell) = self.changed("review") {
            row.review = Review::ALL.into_iter().find(|review| review.key() == cell);
        }
        for (value, name) in [
            (&mut row.confidence, "confidence"),
            (&mut row.confidence_parts.detection, "confidence_detection"),
            (&mut row.confidence_parts.date, "confidence_date"),
            (&mut row.confidence_parts.place, "confidence_place"),
            (&mut row.confidence_parts.corroboration, "confidence_corroboration"),
        ] {
            if let Some(cell) = self.changed(name) {
                let told = number::<f64>(cell).filter(|told| (0.0..=1.0).contains(told));
                *value = match told {
                    Some(told) => told,
                    None if cell.is_empty() => 0.0,
                    None => return Err(format!("{name} \"{cell}\" is not a number from 0 to 1")),
                };
            }
        }
        Ok(())
    }
}

/// The event that a row of ours tells. Which articles tell of it is known to the row alone.
pub fn event_of(row: &Row) -> Event {
    let count = |bounds: Bounds| {
        let low = bounds.low.or(bounds.high.map(|_| 0))?;
        Count::new(low, bounds.high, nowhere())
    };
    let dispute = |dispute: &crate::row::RowDispute| Dispute {
        field: dispute.field,
        message: dispute.message.clone(),
    };
    let parts = row.confidence_parts;
    Event {
        event_type: row.event_type,
        reports: Vec::new(),
        record: None,
        date: row.date,
        locations: row.places.iter().filter_map(location).collect(),
        killed: count(row.killed),
        wounded: count(row.wounded),
        captured: count(row.captured),
        disputes: row.disputes.iter().map(dispute).collect(),
        background: row.background,
        confidence: row.confidence as f32,
        parts: ConfidenceParts {
            detection: parts.detection as f32,
            date: parts.date as f32,
            place: parts.place as f32,
            corroboration: parts.corroboration as f32,
        },
        joins: Vec::new(),
        person: None,
    }
}

fn location(place: &RowPlace) -> Option<Location> {
    Some(Location {
        name: place.name.clone(),
        position: place.position?,
        radius_km: place.radius_km,
        precision: place.precision,
        place: None,
        kind: place.kind,
        country: place.country,
        admin1: place.admin1.clone(),
        evidence: nowhere(),
        why: String::new(),
    })
}

/// No words stand behind what a table tells.
fn nowhere() -> Span {
    Span::new(0, 0)
}

fn range(first: DateRange, last: DateRange) -> Result<DateRange, String> {
    DateRange::new(first.first(), last.last()).ok_or_else(|| {
        format!("the last day {} is before the first {}", last.last(), first.first())
    })
}

fn event_type(cell: &str) -> Result<EventType, String> {
    let known = EventType::ALL
        .into_iter()
        .find(|t| t.key().eq_ignore_ascii_case(cell) || t.label().eq_ignore_ascii_case(cell));
    let all = || EventType::ALL.map(EventType::key).join(", ");
    match known {
        Some(known) => Ok(known),
        None if cell.is_empty() => Ok(EventType::Other),
        None => Err(format!("\"{cell}\" is no type, write one of {}", all())),
    }
}

/// A number of people; none where the cell is empty.
fn people(cell: &str) -> Result<Option<u32>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let told = number::<f64>(cell).filter(|value| (0.0..1e9).contains(value));
    // Below a thousand million.
    told.map(|value| Some(value.round() as u32))
        .ok_or_else(|| format!("\"{cell}\" is not a number of people"))
}

/// Yes or no, also as spreadsheets in some languages write it.
fn flag(cell: &str) -> Option<bool> {
    const YES: [&str; 8] = ["true", "1", "yes", "wahr", "vrai", "verdadero", "vero", "истина"];
    const NO: [&str; 9] = ["", "false", "0", "no", "falsch", "faux", "falso", "ложь", "нет"];
    let cell = cell.to_lowercase();
    YES.contains(&cell.as_str()).then_some(true).or(NO.contains(&cell.as_str()).then_some(false))
}

/// Whether a cell is the beginning of a text that is too long for a workbook.
fn is_cut(cell: &str, text: &str) -> bool {
    const LONGEST_CELL: usize = 32_000;
    cell.len() > LONGEST_CELL
        && cell.strip_suffix('…').is_some_and(|kept| text.starts_with(kept.trim_end()))
}
