//! Rows to events.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hasher as _;
use std::sync::Arc;

use csv::ByteRecord;

use super::ImportedTable;
use super::days::{days, stretch};
use super::error::shown;
use super::mentions::{Mentions, has_mentions};
use super::numbers;
use super::ours::{self, Ours};
use super::people::{People, people};
use super::positions::{Position, degrees, position};
use super::presets::{Headings, Preset, Presets, TypeRule, plain};
use crate::model::{
    ConfidenceParts, Count, CountryCode, DETAILS, DateRange, Event, EventTable, EventType, Kind,
    Location, LonLat, Precision, RecordField as F, RecordRef, Rejected, Span, Stretch,
    says_nothing,
};
use crate::row::Row;

/// Codes that stand for "not known".
const UNKNOWN: [&str; 6] = ["-9", "-99", "-999", "-9999", "NA", "NULL"];

/// Makes events of rows, one after the other.
pub struct Converter<'p> {
    imported: ImportedTable,
    preset: &'p Preset,
    rules: Vec<(usize, &'p TypeRule)>,
    types: Met,
    /// What a person says that cells mean, by their words in lower case.
    chosen_types: HashMap<String, EventType>,
    chosen_precisions: HashMap<String, Precision>,
    chosen_stretches: HashMap<String, Stretch>,
    columns: ByField,
    day_first: bool,
    hash: Fnv,
    any_type: TypeRule,
    /// How many cells a row has in the file.
    width: usize,
    ours: Option<Ours>,
    mentions: Option<Arc<Mentions>>,
    /// Rows of ours whose details cannot be read.
    broken: usize,
    /// Lines with bytes that are no UTF-8: the first, and how many.
    not_utf8: Option<(u32, usize)>,
}

impl<'p> Converter<'p> {
    pub fn new(table: EventTable, preset: &'p Preset) -> Self {
        let day_first = table.day_first;
        let at = |name: &str| table.columns.iter().position(|column| plain(column) == plain(name));
        let tells_type = |column: usize| table.mapping.contains(&(F::Type, column));
        // Tables of older projects do not say which columns tell the type.
        let is_told = table.mapping.iter().any(|(field, _)| *field == F::Type);
        let rules = preset
            .types
            .iter()
            .filter_map(|rule| Some((at(&rule.column)?, rule)))
            .filter(|(column, _)| !is_told || tells_type(*column))
            .collect();
        let columns = ByField::new(&table.mapping);
        let width = table.columns.len();
        let chosen_types = by_words(&table.options.types);
        let chosen_precisions = by_words(&table.options.precisions);
        let chosen_stretches = by_words(&table.options.stretches);
        let imported = ImportedTable { table, events: Vec::new() };
        Self {
            imported,
            preset,
            rules,
            types: Met::default(),
            chosen_types,
            chosen_precisions,
            chosen_stretches,
            columns,
            day_first,
            hash: Fnv::default(),
            any_type: TypeRule::default(),
            width,
            ours: None,
            mentions: None,
            broken: 0,
            not_utf8: None,
        }
    }

    /// Takes the rows for those of a table of ours; `given` are the columns of shapes.
    pub fn is_ours(&mut self, given: &[(F, usize)], has_short_names: bool) {
        let columns = &mut self.imported.table.columns;
        let headings = Headings::new(columns, has_short_names);
        let ours = Ours::new(&headings, given, self.day_first);
        match ours.details().and_then(|at| columns.get_mut(at)) {
            Some(heading) => DETAILS.clone_into(heading),
            None => columns.push(DETAILS.to_owned()),
        }
        self.ours = Some(ours);
    }

    /// Adds mentions to the rows of a table of GDELT; of no other.
    pub fn add_mentions(&mut self, mentions: Arc<Mentions>) {
        if has_mentions(&self.imported.table) {
            Mentions::add_columns(&mut self.imported.table);
            // With other mentions, it is another table.
            self.hash.write_usize(mentions.rows);
            self.mentions = Some(mentions);
        }
    }

    /// Takes a row, as an event or among those rejected.
    pub fn row(&mut self, line: u32, record: &mut ByteRecord) {
        for cell in record.iter() {
            self.hash.write(cell);
            self.hash.write_u8(0x1f);
        }
        // An empty line at the end, or a tab too many.
        let width = self.width;
        while record.len() > width && record.iter().next_back().is_some_and(<[u8]>::is_empty) {
            record.truncate(record.len() - 1);
        }
        let text = std::str::from_utf8(record.as_slice()).ok();
        let is_text = |at| text?.get(record.range(at)?).map(Cow::Borrowed);
        let cell = |at| is_text(at).unwrap_or_else(|| String::from_utf8_lossy(&record[at]));
        let cells: Vec<Cow<'_, str>> = (0..record.len()).map(cell).collect();
        if cells.iter().any(|cell| matches!(cell, Cow::Owned(_))) {
            let (first, count) = self.not_utf8.unwrap_or((line, 0));
            self.not_utf8 = Some((first, count + 1));
        }
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return self.reject(line, "the row is empty".to_owned(), &cells);
        }
        if cells.len() != width {
            let reason = format!("{} cells instead of {width}, correct the row", cells.len());
            return self.reject(line, reason, &cells);
        }
        let made = match &self.ours {
            Some(ours) => ours.row(&cells).map(|(row, is_broken)| {
                self.broken += usize::from(is_broken);
                (ours::event_of(&row), with_details(ours, &cells, &row))
            }),
            None => self.event(&cells).map(|event| (event, self.with_mentions(&cells))),
        };
        match made {
            Ok((mut event, kept)) => {
                let kept = if kept.is_empty() { &cells } else { &kept };
                let row = self.imported.table.push(line, kept.iter().map(AsRef::as_ref));
                event.record = Some(RecordRef { table: 0, row });
                self.imported.events.push(event);
            }
            Err(reason) => self.reject(line, reason, &cells),
        }
    }

    /// The cells of a row with those of its mentions; nothing where there are none to add.
    fn with_mentions<'c>(&self, cells: &[Cow<'c, str>]) -> Vec<Cow<'c, str>> {
        let Some(mentions) = &self.mentions else { return Vec::new() };
        let cell = |field| self.cell(field, cells).unwrap_or_default();
        let added = mentions.cells(cell(F::Id), cell(F::Url), cell(F::Published));
        [cells, &added].concat()
    }

    /// Takes a row that could not be read at all.
    pub fn bad(&mut self, line: u32, reason: String, cells: Vec<String>) {
        cells.iter().for_each(|cell| self.hash.write(cell.as_bytes()));
        self.imported.table.rejected.push(Rejected { line, reason, cells });
    }

    /// The event of a row that was taken before.
    pub fn again(&mut self, table: &EventTable, row: u32) -> Option<Event> {
        let record = table.record(row)?;
        let event = match Row::of_record(table, record) {
            Some(ours) => ours::event_of(&ours),
            None => {
                let cells: Vec<_> = record.cells().map(Cow::Borrowed).collect();
                self.event(&cells).ok()?
            }
        };
        Some(Event { record: Some(RecordRef { table: 0, row }), ..event })
    }

    pub fn finish(mut self) -> ImportedTable {
        self.imported.table.hash = self.hash.finish();
        let added = self.mentions.as_ref().map(|m| m.added([&self.imported.table].into_iter()));
        let notes = &mut self.imported.table.notes;
        notes.extend(
            added.map(|added| {
                format!("{} mentions of {} events added", added.mentions, added.events)
            }),
        );
        if self.broken > 0 {
            let rows = self.broken;
            notes.push(format!("details of {rows} rows cannot be read, so only their cells count"));
        }
        if let Some((first, count)) = self.not_utf8 {
            let at = self.imported.table.unit.at(first);
            notes.push(format!(
                "bytes that are no UTF-8 in {count} rows, the first in {at}, are shown as \u{fffd}: \
                 save the file again as UTF-8"
            ));
        }
        self.imported
    }

    fn reject(&mut self, line: u32, reason: String, cells: &[Cow<'_, str>]) {
        let cells = cells.iter().map(|cell| cell.clone().into_owned()).collect();
        self.imported.table.rejected.push(Rejected { line, reason, cells });
    }

    /// The first cell of a field that is not empty.
    fn cell<'c>(&self, field: F, cells: &'c [Cow<'_, str>]) -> Option<&'c str> {
        self.columns
            .of(field)
            .iter()
            .filter_map(|column| cells.get(*column))
            .map(|cell| cell.trim())
            // Namibia is no gap.
            .filter(|cell| !says_nothing(cell) || field == F::Country && *cell == "NA")
            .find(|cell| field != F::Place || !is_nowhere(cell))
    }

    fn event(&mut self, cells: &[Cow<'_, str>]) -> Result<Event, String> {
        let date = self.date(cells)?;
        let location = self.location(cells)?;
        if date.is_none() && location.is_none() {
            return Err("neither day nor place, fill in one of them".to_owned());
        }
        let event_type = self.event_type(cells);
        let killed = self.count([F::Killed, F::KilledLow, F::KilledHigh], cells)?;
        let wounded = self.count([F::Wounded, F::WoundedLow, F::WoundedHigh], cells)?;
        let background = self.cell(F::Background, cells);
        let confidence = self
            .cell(F::Confidence, cells)
            .and_then(|cell| self.number::<f32>(cell))
            .unwrap_or(1.0);
        let place = location.as_ref().map_or(0.0, |location| match location.precision {
            Precision::Exact => 1.0,
            Precision::Near => 0.8,
            Precision::Admin2 => 0.6,
            Precision::Admin1 => 0.4,
            Precision::Country => 0.2,
        });
        Ok(Event {
            event_type,
            reports: Vec::new(),
            record: None,
            date,
            locations: location.into_iter().collect(),
            killed,
            wounded,
            captured: None,
            disputes: Vec::new(),
            background: background.is_some_and(|cell| matches!(cell, "true" | "1" | "yes")),
            confidence: confidence.clamp(0.0, 1.0),
            parts: ConfidenceParts {
                detection: 1.0,
                date: date.map_or(0.0, |date| 1.0 / (date.days() as f32).sqrt()),
                place,
                corroboration: 0.0,
            },
            joins: Vec::new(),
            person: None,
        })
    }

    fn date(&self, cells: &[Cow<'_, str>]) -> Result<Option<DateRange>, String> {
        let read = |field| {
            let Some(cell) = self.cell(field, cells) else { return Ok(None) };
            let told = days(cell, self.day_first);
            told.map(Some)
                .ok_or_else(|| format!("\"{}\" is not a day, write it as 2022-09-13", shown(cell)))
        };
        let by_parts = || {
            let part = |field| self.cell(field, cells).and_then(|cell| cell.parse::<i16>().ok());
            let year = part(F::Year)?;
            let known = |field| part(field).filter(|part| *part > 0);
            let written = match (known(F::Month), known(F::Day)) {
                (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
                (Some(month), None) => format!("{year:04}-{month:02}"),
                (None, _) => format!("{year:04}"),
            };
            days(&written, true)
        };
        let Some(first) = read(F::FirstDay)?.or_else(by_parts) else { return Ok(None) };
        if let Some(last) = read(F::LastDay)? {
            let range = DateRange::new(first.first(), last.last());
            return range.map(Some).ok_or_else(|| {
                format!("the last day {} is before the first {}", last.last(), first.first())
            });
        }
        let code = self.cell(F::DatePrecision, cells);
        let known = code.and_then(|code| self.stretch_of(code));
        let wider = known.and_then(|known| stretch(first.first(), known));
        Ok(Some(wider.unwrap_or(first)))
    }

    fn location(&self, cells: &[Cow<'_, str>]) -> Result<Option<Location>, String> {
        let Some(at) = self.position(cells)? else { return Ok(None) };
        let code = self.cell(F::PlacePrecision, cells);
        let known = code.and_then(|code| self.precision(code));
        let known = known.or_else(|| self.by_column(cells));
        let told = self.cell(F::Radius, cells).and_then(|cell| self.number::<f64>(cell));
        let told = told.filter(|km| km.is_finite()).or(at.radius_km);
        let (precision, radius) = known.unwrap_or_else(|| by_radius(told.unwrap_or(0.0)));
        let radius = told.unwrap_or(radius);
        let kind = match precision {
            Precision::Exact | Precision::Near => Kind::City,
            Precision::Admin2 => Kind::Admin2,
            Precision::Admin1 => Kind::Admin1,
            Precision::Country => Kind::Country,
        };
        let country = self.cell(F::Country, cells);
        Ok(Some(Location {
            name: self.cell(F::Place, cells).or(country).unwrap_or_default().to_owned(),
            position: LonLat::new(at.lon, at.lat),
            radius_km: radius.max(0.0),
            precision,
            place: None,
            kind,
            country: country.filter(|cell| cell.len() == 2).and_then(CountryCode::new),
            admin1: None,
            evidence: Span::new(0, 0),
            why: String::new(),
        }))
    }

    /// Where it is; nothing where no cell tells.
    fn position(&self, cells: &[Cow<'_, str>]) -> Result<Option<Position>, String> {
        let (north, east) = match (self.cell(F::Latitude, cells), self.cell(F::Longitude, cells)) {
            (Some(north), Some(east)) => (north, east),
            (None, None) => return Ok(None),
            _ => return Err("a latitude or a longitude alone, fill in both".to_owned()),
        };
        if std::ptr::eq(north, east) {
            // One column tells both.
            let told = position(north).map(Some);
            return told.ok_or_else(|| {
                format!(
                    "\"{}\" is no position, write it as \"39.84, 45.67\" or POINT (45.67 39.84)",
                    shown(north)
                )
            });
        }
        let comma = self.imported.table.decimal_comma;
        let (lat, lon) = (degrees(north, comma), degrees(east, comma));
        let within = |degrees: Option<f64>, limit| degrees.filter(|value| value.abs() <= limit);
        match (within(lat, 90.0), within(lon, 180.0)) {
            (Some(lat), Some(lon)) => Ok(Some(Position { lat, lon, radius_km: None })),
            _ if north == east && UNKNOWN.contains(&north) => Ok(None),
            (None, _) if within(lat, 180.0).is_some() && within(lon, 90.0).is_some() => {
                let reason =
                    "is not a latitude in degrees, perhaps it is the longitude: swap the columns";
                Err(format!("\"{}\" {reason}", shown(north)))
            }
            (None, _) => {
                Err(format!("\"{}\" is not a latitude in degrees, write it as 39.84", shown(north)))
            }
            _ => {
                Err(format!("\"{}\" is not a longitude in degrees, write it as 45.67", shown(east)))
            }
        }
    }

    /// A place that only the column of divisions or of countries names is known no better.
    fn by_column(&self, cells: &[Cow<'_, str>]) -> Option<(Precision, f64)> {
        let is_told = |column: &&usize| {
            let cell = cells.get(**column).map_or("", |cell| cell.trim());
            !says_nothing(cell) && !is_nowhere(cell)
        };
        let column = self.columns.of(F::Place).iter().find(is_told)?;
        let is_of = |field| self.columns.of(field).contains(column);
        if is_of(F::Country) {
            Some((Precision::Country, 300.0))
        } else {
            is_of(F::Admin1).then_some((Precision::Admin1, 100.0))
        }
    }

    fn event_type(&mut self, cells: &[Cow<'_, str>]) -> EventType {
        for (column, rule) in &self.rules {
            let Some(cell) = cells.get(*column) else { continue };
            let known = look_up(&mut self.types, &self.chosen_types, *column, cell, rule);
            if let Some(known) = known {
                return known;
            }
        }
        let columns = self.columns.of(F::Type).iter();
        let mut told = columns.filter_map(|column| Some((*column, cells.get(*column)?)));
        let (types, chosen, rule) = (&mut self.types, &self.chosen_types, &self.any_type);
        let found = told.find_map(|(column, cell)| look_up(types, chosen, column, cell, rule));
        found.unwrap_or(EventType::Other)
    }

    /// What a cell of a column of types means.
    pub fn type_of(&mut self, column: usize, cell: &str) -> Option<EventType> {
        let of_column = self.rules.iter().find(|(other, _)| *other == column);
        let rule = of_column.map_or(&self.any_type, |(_, rule)| rule);
        look_up(&mut self.types, &self.chosen_types, column, cell, rule)
    }

    /// What a code of how well a place is known means.
    pub fn precision_of(&self, code: &str) -> Option<Precision> {
        self.precision(code).map(|(precision, _)| precision)
    }

    /// What a code of how well a day is known means.
    pub fn stretch_of(&self, code: &str) -> Option<Stretch> {
        let chosen = match self.chosen_stretches.is_empty() {
            true => None,
            false => self.chosen_stretches.get(&code.trim().to_lowercase()).copied(),
        };
        let by_code = || self.preset.date_precision.get(code).copied();
        let by_key = || Stretch::ALL.into_iter().find(|it| it.key().eq_ignore_ascii_case(code));
        chosen.or_else(by_code).or_else(by_key)
    }

    /// The same with the radius in kilometres that goes with it.
    fn precision(&self, code: &str) -> Option<(Precision, f64)> {
        let usual = |precision| (precision, usual_radius_km(precision));
        let chosen = match self.chosen_precisions.is_empty() {
            true => None,
            false => self.chosen_precisions.get(&code.trim().to_lowercase()),
        };
        let by_code = || self.preset.place_precision.get(code).copied();
        let by_key = || Precision::ALL.into_iter().find(|p| p.key() == code).map(|p| (p, 0.0));
        chosen.copied().map(usual).or_else(by_code).or_else(by_key)
    }

    /// A number, with the decimal sign of the table.
    fn number<N: std::str::FromStr>(&self, cell: &str) -> Option<N> {
        numbers::number(cell, self.imported.table.decimal_comma)
    }

    /// A number with its bounds, which may be wider.
    fn count(
        &self,
        [best, low, high]: [F; 3],
        cells: &[Cow<'_, str>],
    ) -> Result<Option<Count>, String> {
        let read = |field| {
            let cell = self.cell(field, cells).filter(|cell| !UNKNOWN.contains(cell));
            let Some(cell) = cell else { return Ok(None) };
            match people(cell, self.imported.table.decimal_comma) {
                Some(People::Told(low, high)) => Ok(Some((low, high))),
                Some(People::Unknown) => Ok(None),
                None => Err(format!(
                    "\"{}\" is not a number of people, write it as 12 or 3-5",
                    shown(cell)
                )),
            }
        };
        let (best, low, high) = (read(best)?, read(low)?, read(high)?);
        let nowhere = Span::new(0, 0);
        Ok(match (low, best, high) {
            (None, None, None) => None,
            (Some((low, _)), None, None) => Count::new(low, None, nowhere),
            (low, best, high) => {
                let mut told = [low, best, high].into_iter().flatten();
                let least = told.clone().map(|(low, _)| low).min().unwrap_or(0);
                // What has no limit leaves all without one.
                let most = told.try_fold(0, |most, (_, high)| Some(most.max(high?)));
                Count::new(least, most, nowhere)
            }
        })
    }
}

/// How well a place is known of which nothing but a radius in kilometres is told.
fn by_radius(km: f64) -> (Precision, f64) {
    let precision = match km {
        ..=0.0 => Precision::Exact,
        ..=25.0 => Precision::Near,
        ..=75.0 => Precision::Admin2,
        ..=250.0 => Precision::Admin1,
        _ => Precision::Country,
    };
    (precision, km)
}

/// Whether a cell says that nobody knows the place.
fn is_nowhere(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("unknown")
}

/// The columns that tell each field, in the order of the mapping.
struct ByField(Vec<Vec<usize>>);

impl ByField {
    fn new(mapping: &[(F, usize)]) -> Self {
        let most = mapping.iter().map(|(field, _)| *field as usize + 1).max().unwrap_or(0);
        let mut columns = vec![Vec::new(); most];
        for (field, column) in mapping {
            columns[*field as usize].push(*column);
        }
        Self(columns)
    }

    fn of(&self, field: F) -> &[usize] {
        self.0.get(field as usize).map_or(&[], Vec::as_slice)
    }
}

/// What the cells of each column of types mean that were met so far.
#[derive(Default)]
struct Met(Vec<(usize, HashMap<String, Option<EventType>>)>);

impl Met {
    /// What a cell means, found out by `meaning` when it is met first.
    fn get(
        &mut self,
        column: usize,
        cell: &str,
        meaning: impl FnOnce() -> Option<EventType>,
    ) -> Option<EventType> {
        let at = self.0.iter().position(|(of, _)| *of == column).unwrap_or_else(|| {
            self.0.push((column, HashMap::new()));
            self.0.len() - 1
        });
        let known = &mut self.0[at].1;
        if let Some(known) = known.get(cell) {
            return *known;
        }
        *known.entry(cell.to_owned()).or_insert_with(meaning)
    }
}

/// The type that a cell means, by a person's word, the rule's codes, or our own words.
fn look_up(
    known: &mut Met,
    chosen: &HashMap<String, EventType>,
    column: usize,
    cell: &str,
    rule: &TypeRule,
) -> Option<EventType> {
    let cell = cell.trim();
    if cell.is_empty() {
        return None;
    }
    known.get(column, cell, || {
        if let Some(chosen) = chosen.get(&cell.to_lowercase()) {
            return Some(*chosen);
        }
        let cell = &*rule.whole_code(cell);
        let same = |code: &str| plain(code) == plain(cell);
        let begins = |code: &str| plain(cell).starts_with(&plain(code));
        let by_code = rule
            .codes
            .iter()
            .filter(|(code, _)| if rule.prefix { begins(code) } else { same(code) })
            .max_by_key(|(code, _)| code.len())
            .map(|(_, told)| *told);
        let own = || EventType::ALL.into_iter().find(|t| same(t.key()) || same(t.label()));
        let by_words = || Presets::bundled().type_by_words(cell).filter(|_| rule.codes.is_empty());
        by_code.or_else(own).or_else(by_words)
    })
}

/// The cells of a row of ours with what it tells as its details, and without the pieces that
/// these came in.
fn with_details<'c>(ours: &Ours, cells: &[Cow<'c, str>], row: &Row) -> Vec<Cow<'c, str>> {
    let json = serde_json::to_string(row).unwrap_or_default();
    let mut kept = cells.to_vec();
    for &at in ours.pieces() {
        if let Some(piece) = kept.get_mut(at) {
            *piece = Cow::Borrowed("");
        }
    }
    match ours.details().map(|at| kept.get_mut(at)) {
        Some(Some(details)) => *details = Cow::Owned(json),
        _ => kept.push(Cow::Owned(json)),
    }
    kept
}

/// The radius of a place that is known so well and no better, in kilometres.
fn usual_radius_km(precision: Precision) -> f64 {
    match precision {
        Precision::Exact => 0.0,
        Precision::Near => 25.0,
        Precision::Admin2 => 40.0,
        Precision::Admin1 => 100.0,
        Precision::Country => 300.0,
    }
}

fn by_words<T: Copy>(chosen: &[(String, T)]) -> HashMap<String, T> {
    chosen.iter().map(|(cell, meaning)| (cell.trim().to_lowercase(), *meaning)).collect()
}

/// A number, also with a decimal comma, "39,5", or with thousands, "1,234,567.8".
pub fn number<N: std::str::FromStr>(cell: &str) -> Option<N> {
    numbers::number(cell, None)
}

/// FNV-1a, 64 bits, eight bytes at a time.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut add = |word| {
            self.0 = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01b3);
        };
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| add(*word));
        if !rest.is_empty() {
            let mut word = [0; 8];
            word[..rest.len()].copy_from_slice(rest);
            add(word);
        }
    }
}
