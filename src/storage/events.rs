//! Events as rows: only those that changed are written, and all are read as columns.

use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

use rusqlite::{Connection, Result, Row, named_params, params};
use serde::{Deserialize, Serialize};

use super::articles::{country, fid, json, number};
use super::columns::{day, days, joined};
use crate::geopackage;
use crate::model::{
    ConfidenceParts, Count, Dataset, DateRange, Dispute, Event, EventType, Join, Kind, Location,
    LonLat, PlaceId, Precision, ReadArticle, RecordField, ReportRef, Review, Span,
};

/// The events as they are shown.
pub struct Events<'a> {
    /// Articles and events, with all edits.
    pub dataset: &'a Dataset,
    /// The number of each of its articles in the order of opening.
    pub numbers: &'a [usize],
    /// Whether a person changed something about an event.
    pub edited: &'a dyn Fn(&Event) -> bool,
}

/// A report by its article's number and its trigger, and how many reports of the same
/// trigger come before it: what stays the same while others come and go.
type ReportAt = (usize, usize, usize, usize);

/// What tells an event again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// Its first report.
    Report(ReportAt),
    /// Its row in an event table.
    Record(u32, u32),
}

impl Key {
    /// The next one, where there is another event of the same trigger.
    fn next(self) -> Self {
        match self {
            Key::Report((article, start, end, number)) => {
                Key::Report((article, start, end, number + 1))
            }
            record @ Key::Record(..) => record,
        }
    }
}

/// Tables with more rows are no part of the layer: each edit would go through all of them.
const MOST_ROWS_IN_LAYER: usize = 20_000;

/// The rows that are in the file: for each event its row and the hash of what the row says.
#[derive(Default)]
pub struct Written(HashMap<Key, (i64, i64)>);

impl Written {
    pub fn read(from: &Connection) -> Result<Self> {
        let mut select = from.prepare(
            "SELECT article, trigger_start, trigger_end, fid, hash, event_table, table_row
             FROM events ORDER BY fid",
        )?;
        let mut rows = select.query([])?;
        let mut written = HashMap::new();
        while let Some(row) = rows.next()? {
            let table: Option<u32> = row.get(5)?;
            let mut key = match table.zip(row.get(6)?) {
                Some((table, line)) => Key::Record(table, line),
                None => Key::Report((number(row.get(0)?), row.get(1)?, row.get(2)?, 0)),
            };
            while matches!(key, Key::Report(_)) && written.contains_key(&key) {
                key = key.next();
            }
            written.insert(key, (row.get(3)?, row.get(4)?));
        }
        Ok(Self(written))
    }

    /// Writes what differs from the rows there. The answer counts as written only once
    /// the transaction is through.
    pub fn update(&self, to: &Connection, events: &Events<'_>) -> Result<Written> {
        let mut now = HashMap::with_capacity(events.dataset.events.len());
        let mut fresh = Vec::new();
        let mut kept = HashSet::new();
        for event in events.dataset.events.iter().filter(|event| events.is_in_layer(event)) {
            let mut key = events.key_of(event);
            while matches!(key, Key::Report(_)) && now.contains_key(&key) {
                key = key.next();
            }
            let hash = events.hash(event);
            match self.0.get(&key) {
                Some(&(row, old)) if old == hash => {
                    kept.insert(row);
                    now.insert(key, (row, hash));
                }
                old => {
                    now.insert(key, (0, hash));
                    fresh.push((key, old.map(|(row, _)| *row), event));
                }
            }
        }
        let changed = !fresh.is_empty() || kept.len() < self.0.len();
        for (row, _) in self.0.values() {
            if !kept.contains(row) {
                delete(to, *row)?;
            }
        }
        for (key, row, event) in fresh {
            if let Some(entry) = now.get_mut(&key) {
                entry.0 = events.insert(to, row, event, entry.1)?;
            }
        }
        if changed {
            say_extents(to)?;
        }
        Ok(Self(now))
    }
}

/// Tells other programs where to look first; without events, at the whole world.
fn say_extents(to: &Connection) -> Result<()> {
    for layer in ["events", "event_areas"] {
        to.prepare_cached(&format!(
            "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = (
                 SELECT coalesce(min(minx), -180), coalesce(max(maxx), 180),
                     coalesce(min(miny), -90), coalesce(max(maxy), 90)
                 FROM rtree_{layer}_geom),
                 last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
             WHERE table_name = ?"
        ))?
        .execute([layer])?;
    }
    Ok(())
}

fn delete(to: &Connection, row: i64) -> Result<()> {
    for (table, column) in [("events", "fid"), ("event_areas", "event"), ("event_reports", "event")]
    {
        to.prepare_cached(&format!("DELETE FROM {table} WHERE {column} = ?"))?.execute([row])?;
    }
    Ok(())
}

/// What has no column of its own, since few events have any of it.
#[derive(Default, PartialEq, Serialize, Deserialize)]
struct Details {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    disputes: Vec<Dispute>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    joins: Vec<JoinAt>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    killed: Option<Span>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wounded: Option<Span>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    captured: Option<Span>,
}

#[derive(PartialEq, Serialize, Deserialize)]
struct JoinAt {
    first: (usize, Span),
    second: (usize, Span),
    why: String,
    by_person: bool,
}

impl Events<'_> {
    /// Number of the article and trigger of a report.
    fn at(&self, report: ReportRef) -> Option<(usize, Span)> {
        let trigger = self.dataset.report(report)?.trigger;
        Some((*self.numbers.get(report.article)?, trigger))
    }

    fn is_in_layer(&self, event: &Event) -> bool {
        let rows = |at: crate::model::RecordRef| {
            self.dataset.tables.get(at.table as usize).map_or(usize::MAX, |table| table.len())
        };
        event.record.is_none_or(|at| rows(at) <= MOST_ROWS_IN_LAYER)
    }

    fn key_of(&self, event: &Event) -> Key {
        match event.record {
            Some(at) => Key::Record(at.table, at.row),
            None => Key::Report(self.place_of(event)),
        }
    }

    fn place_of(&self, event: &Event) -> ReportAt {
        let first = event.reports.first().and_then(|report| self.at(*report));
        let (article, trigger) = first.unwrap_or((0, Span::new(0, 0)));
        (article, trigger.start, trigger.end, 0)
    }

    /// Changes whenever the row would.
    fn hash(&self, event: &Event) -> i64 {
        let mut hash = Fnv::default();
        (event.event_type, event.date, event.background, (self.edited)(event)).hash(&mut hash);
        if let Some(person) = &event.person {
            format!("{person:?}").hash(&mut hash);
        }
        for location in &event.locations {
            let of = (&location.name, location.precision, location.place, location.kind);
            of.hash(&mut hash);
            let position = location.position;
            for value in [position.lon, position.lat, location.radius_km] {
                value.to_bits().hash(&mut hash);
            }
            (location.country, &location.admin1, location.evidence, &location.why).hash(&mut hash);
        }
        for count in [&event.killed, &event.wounded, &event.captured] {
            count.map(|count| (count.low(), count.high(), count.evidence)).hash(&mut hash);
        }
        for dispute in &event.disputes {
            (dispute.field, &dispute.message).hash(&mut hash);
        }
        for join in &event.joins {
            (self.at(join.first), self.at(join.second), &join.why, join.by_person).hash(&mut hash);
        }
        let parts = event.parts;
        for share in
            [event.confidence, parts.detection, parts.date, parts.place, parts.corroboration]
        {
            share.to_bits().hash(&mut hash);
        }
        for (at, read, report) in self.dataset.reports_of(event) {
            let source = read.reading.metadata.source.as_ref().map(|source| &source.value);
            (self.at(at), &read.article.id, source, report.quote).hash(&mut hash);
            report.claimed_by.as_ref().map(|claimant| &claimant.name).hash(&mut hash);
            report.actors.iter().for_each(|actor| actor.name.hash(&mut hash));
        }
        hash.finish().cast_signed()
    }

    fn insert(&self, to: &Connection, row: Option<i64>, event: &Event, hash: i64) -> Result<i64> {
        let best = event.locations.first();
        let (article, start, end, _) = self.place_of(event);
        let (first, last) = days(event.date);
        let reports: Vec<(&ReadArticle, &crate::model::Report)> =
            self.dataset.reports_of(event).map(|(_, read, report)| (read, report)).collect();
        let kind = event.event_type.label();
        let label = best.map_or(kind.to_owned(), |place| format!("{kind}, {}", place.name));
        let details = self.details(event);
        let details = if details == Details::default() { None } else { Some(json(&details)?) };
        let told = Told::of(self.dataset, event);
        let person = event.person.as_deref();
        to.prepare_cached(INSERT)?.execute(named_params! {
            ":fid": row,
            ":geom": best.map(|place| geopackage::point(place.position)),
            ":type": event.event_type.key(),
            ":label": label,
            ":first_day": first,
            ":last_day": last,
            ":place": best.map(|place| &place.name),
            ":country": best.and_then(|place| place.country).map(|country| country.to_string()),
            ":admin1": best.and_then(|place| place.admin1.as_ref()),
            ":precision": best.map(|place| place.precision.key()),
            ":radius_km": best.map(|place| place.radius_km),
            ":longitude": best.map(|place| place.position.lon),
            ":latitude": best.map(|place| place.position.lat),
            ":places": event.locations.len(),
            ":killed_low": event.killed.map(|count| count.low()),
            ":killed_high": event.killed.and_then(|count| count.high()),
            ":wounded_low": event.wounded.map(|count| count.low()),
            ":wounded_high": event.wounded.and_then(|count| count.high()),
            ":captured_low": event.captured.map(|count| count.low()),
            ":captured_high": event.captured.and_then(|count| count.high()),
            ":actors": joined(told.actors.into_iter()),
            ":claimants": joined(told.claimants.into_iter()),
            ":disputes": joined(event.disputes.iter().map(|dispute| dispute.message.as_str())),
            ":background": event.background,
            ":confidence": event.confidence,
            ":confidence_detection": event.parts.detection,
            ":confidence_date": event.parts.date,
            ":confidence_place": event.parts.place,
            ":confidence_corroboration": event.parts.corroboration,
            ":review": match event.review() {
                Review::Unreviewed if (self.edited)(event) => Review::Edited.key(),
                review => review.key(),
            },
            ":articles": joined(reports.iter().map(|(read, _)| read.article.id.as_str())),
            ":sources": joined(told.sources.into_iter()),
            ":quotes": joined(told.quotes.into_iter()),
            ":article": if event.record.is_some() { 0 } else { fid(article) },
            ":trigger_start": start,
            ":trigger_end": end,
            ":details": details,
            ":hash": hash,
            ":event_table": event.record.map(|at| at.table),
            ":table_row": event.record.map(|at| at.row),
            ":by_person": joined(person.iter().flat_map(|person| &person.fields).map(|field| field.key())),
            ":note": person.map(|person| &person.note).filter(|note| !note.is_empty()),
        })?;
        let row = to.last_insert_rowid();
        self.insert_reports(to, row, event)?;
        for (seat, location) in event.locations.iter().enumerate() {
            insert_area(to, row, seat, location)?;
        }
        Ok(row)
    }

    fn insert_reports(&self, to: &Connection, row: i64, event: &Event) -> Result<()> {
        let mut insert = to.prepare_cached(
            "INSERT INTO event_reports (event, seat, article, trigger_start, trigger_end)
             VALUES (?, ?, ?, ?, ?)",
        )?;
        for (seat, report) in event.reports.iter().enumerate() {
            if let Some((article, trigger)) = self.at(*report) {
                insert.execute(params![row, seat, fid(article), trigger.start, trigger.end])?;
            }
        }
        Ok(())
    }

    fn details(&self, event: &Event) -> Details {
        let join = |join: &Join| {
            let (first, second) = (self.at(join.first)?, self.at(join.second)?);
            Some(JoinAt { first, second, why: join.why.clone(), by_person: join.by_person })
        };
        let evidence = |count: &Option<Count>| count.map(|count| count.evidence);
        Details {
            disputes: event.disputes.clone(),
            joins: event.joins.iter().filter_map(join).collect(),
            killed: evidence(&event.killed),
            wounded: evidence(&event.wounded),
            captured: evidence(&event.captured),
        }
    }
}

/// Who and what tells of an event, for people to read.
#[derive(Default)]
struct Told<'d> {
    actors: Vec<&'d str>,
    claimants: Vec<&'d str>,
    sources: Vec<&'d str>,
    quotes: Vec<&'d str>,
}

impl<'d> Told<'d> {
    fn of(dataset: &'d Dataset, event: &'d Event) -> Self {
        let mut told = Self::default();
        for (_, read, report) in dataset.reports_of(event) {
            told.actors.extend(report.actors.iter().map(|actor| actor.name.as_str()));
            told.claimants.extend(report.claimed_by.iter().map(|by| by.name.as_str()));
            let source = read.reading.metadata.source.as_ref();
            told.sources.extend(source.map(|source| source.value.as_str()));
            told.quotes.push(report.quote.of(&read.article.text));
        }
        if let Some((_, record)) = dataset.record_of(event) {
            for field in [RecordField::Perpetrator, RecordField::Victim, RecordField::Actor] {
                told.actors.extend(record.all(field));
            }
            told.sources.extend(record.all(RecordField::Source));
            told.quotes.extend(record.all(RecordField::Notes));
        }
        let person = event.person.as_deref();
        if let Some(actors) = person.and_then(|person| person.actors.as_ref()) {
            told.actors = actors.iter().map(|actor| actor.name.as_str()).collect();
        }
        if let Some(claimant) = person.and_then(|person| person.claimant.as_deref()) {
            told.claimants = vec![claimant];
        }
        told
    }
}

const INSERT: &str = "INSERT INTO events (fid, geom, type, label, first_day, last_day, place,
    country, admin1, precision, radius_km, longitude, latitude, places, killed_low, killed_high,
    wounded_low, wounded_high, captured_low, captured_high, actors, claimants, disputes,
    background, confidence, confidence_detection, confidence_date, confidence_place,
    confidence_corroboration, review, articles, sources, quotes, article, trigger_start,
    trigger_end, details, hash, event_table, table_row, by_person, note)
    VALUES (:fid, :geom, :type, :label, :first_day, :last_day, :place, :country, :admin1,
    :precision, :radius_km, :longitude, :latitude, :places, :killed_low, :killed_high,
    :wounded_low, :wounded_high, :captured_low, :captured_high, :actors, :claimants, :disputes,
    :background, :confidence, :confidence_detection, :confidence_date, :confidence_place,
    :confidence_corroboration, :review, :articles, :sources, :quotes, :article, :trigger_start,
    :trigger_end, :details, :hash, :event_table, :table_row, :by_person, :note)";

fn insert_area(to: &Connection, event: i64, seat: usize, location: &Location) -> Result<()> {
    to.prepare_cached(
        "INSERT INTO event_areas (geom, event, seat, name, longitude, latitude, radius_km,
             precision, place, kind, country, admin1, evidence_start, evidence_end, why)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        geopackage::circle(location.position, location.radius_km),
        event,
        seat,
        location.name,
        location.position.lon,
        location.position.lat,
        location.radius_km,
        location.precision.key(),
        location.place.map(|place| place.0),
        location.kind.key(),
        location.country.map(|country| country.to_string()),
        location.admin1,
        location.evidence.start,
        location.evidence.end,
        location.why,
    ])?;
    Ok(())
}

/// All events in time order, for these articles, `numbers` telling which these are.
/// `None` where the rows do not fit the articles: then the events must be made anew.
pub fn read(
    from: &Connection,
    articles: &[ReadArticle],
    numbers: &[usize],
) -> Result<Option<Vec<Event>>> {
    let mut reports: HashMap<(usize, Span), ReportRef> = HashMap::new();
    for (article, read) in articles.iter().enumerate() {
        let Some(number) = numbers.get(article) else { return Ok(None) };
        for (report, told) in read.reading.reports.iter().enumerate() {
            let at = ReportRef { article, report };
            if reports.insert((*number, told.trigger), at).is_some() {
                return Ok(None);
            }
        }
    }
    let mut events: Vec<Event> = Vec::new();
    let mut place_of_row: Vec<(i64, usize)> = Vec::new();
    let mut select = from.prepare(SELECT)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        place_of_row.push((row.get(0)?, events.len()));
        let Some(event) = event(row, &reports)? else { return Ok(None) };
        events.push(event);
    }
    read_reports(from, &reports, &place_of_row, &mut events)?;
    read_areas(from, &place_of_row, &mut events)?;
    let told: usize = events.iter().map(|event| event.reports.len()).sum();
    if told != reports.len() {
        return Ok(None);
    }
    // Rows were written in the order of the dataset: where days are equal, it stays.
    let mut keyed: Vec<(usize, Event)> = events.into_iter().enumerate().collect();
    keyed.sort_by_key(|(at, event)| (event.date.is_none(), event.date, *at));
    Ok(Some(keyed.into_iter().map(|(_, event)| event).collect()))
}

const SELECT: &str = "SELECT fid, type, first_day, last_day, killed_low, killed_high, wounded_low,
    wounded_high, captured_low, captured_high, background, confidence, confidence_detection,
    confidence_date, confidence_place, confidence_corroboration, details FROM events
    WHERE event_table IS NULL ORDER BY fid";

fn event(row: &Row<'_>, reports: &HashMap<(usize, Span), ReportRef>) -> Result<Option<Event>> {
    let Some(event_type) = EventType::from_key(row.get_ref(1)?.as_str()?) else { return Ok(None) };
    let date =
        |at: usize| Ok::<_, rusqlite::Error>(row.get_ref(at)?.as_str_or_null()?.and_then(day));
    let date = date(2)?.zip(date(3)?).and_then(|(first, last)| DateRange::new(first, last));
    let details: Details = match row.get_ref(16)?.as_str_or_null()? {
        None => Details::default(),
        Some(text) => match serde_json::from_str(text) {
            Ok(details) => details,
            Err(_) => return Ok(None),
        },
    };
    let count = |at: usize, evidence: Option<Span>| {
        let low: Option<u32> = row.get(at)?;
        let high = row.get(at + 1)?;
        Ok::<_, rusqlite::Error>(low.zip(evidence).and_then(|(low, at)| Count::new(low, high, at)))
    };
    let find = |at: (usize, Span)| reports.get(&at).copied();
    let joins = details.joins.into_iter().filter_map(|join| {
        let (first, second) = (find(join.first)?, find(join.second)?);
        Some(Join { first, second, why: join.why, by_person: join.by_person })
    });
    Ok(Some(Event {
        event_type,
        reports: Vec::with_capacity(1),
        record: None,
        date,
        locations: Vec::new(),
        killed: count(4, details.killed)?,
        wounded: count(6, details.wounded)?,
        captured: count(8, details.captured)?,
        disputes: details.disputes,
        background: row.get(10)?,
        confidence: row.get(11)?,
        parts: ConfidenceParts {
            detection: row.get(12)?,
            date: row.get(13)?,
            place: row.get(14)?,
            corroboration: row.get(15)?,
        },
        joins: joins.collect(),
        person: None,
    }))
}

fn read_reports(
    from: &Connection,
    reports: &HashMap<(usize, Span), ReportRef>,
    place_of_row: &[(i64, usize)],
    events: &mut [Event],
) -> Result<()> {
    let mut select = from.prepare(
        "SELECT event, article, trigger_start, trigger_end FROM event_reports ORDER BY event, seat",
    )?;
    let mut rows = select.query([])?;
    let mut rest = place_of_row.iter().peekable();
    while let Some(row) = rows.next()? {
        let key = (number(row.get(1)?), Span::new(row.get(2)?, row.get(3)?));
        let event = advance(&mut rest, row.get(0)?).and_then(|at| events.get_mut(at));
        if let (Some(event), Some(at)) = (event, reports.get(&key)) {
            event.reports.push(*at);
        }
    }
    Ok(())
}

fn read_areas(
    from: &Connection,
    place_of_row: &[(i64, usize)],
    events: &mut [Event],
) -> Result<()> {
    let mut select = from.prepare(
        "SELECT event, name, longitude, latitude, radius_km, precision, place, kind, country,
             admin1, evidence_start, evidence_end, why FROM event_areas ORDER BY event, seat",
    )?;
    let mut rows = select.query([])?;
    let mut rest = place_of_row.iter().peekable();
    while let Some(row) = rows.next()? {
        let event = advance(&mut rest, row.get(0)?).and_then(|at| events.get_mut(at));
        if let (Some(event), Some(location)) = (event, location(row)?) {
            event.locations.push(location);
        }
    }
    Ok(())
}

/// The place of the event with this row; both lists go up.
fn advance<'r>(
    rest: &mut std::iter::Peekable<impl Iterator<Item = &'r (i64, usize)>>,
    wanted: i64,
) -> Option<usize> {
    while rest.next_if(|(row, _)| *row < wanted).is_some() {}
    rest.peek().filter(|(row, _)| *row == wanted).map(|(_, at)| *at)
}

fn location(row: &Row<'_>) -> Result<Option<Location>> {
    let precision = row.get_ref(5)?.as_str()?;
    let kind = row.get_ref(7)?.as_str()?;
    let precision = Precision::ALL.into_iter().find(|known| known.key() == precision);
    let kind = Kind::ALL.into_iter().find(|known| known.key() == kind);
    let (Some(precision), Some(kind)) = (precision, kind) else { return Ok(None) };
    Ok(Some(Location {
        name: row.get(1)?,
        position: LonLat::new(row.get(2)?, row.get(3)?),
        radius_km: row.get(4)?,
        precision,
        place: row.get::<_, Option<u32>>(6)?.map(PlaceId),
        kind,
        country: country(row.get_ref(8)?.as_str_or_null()?),
        admin1: row.get(9)?,
        evidence: Span::new(row.get(10)?, row.get(11)?),
        why: row.get(12)?,
    }))
}

/// FNV-1a: the same in every version of the program, so that rows need not be written
/// again after an update.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
