//! Articles and what was read in them, in and out of the tables.

use std::collections::BTreeMap;

use rusqlite::{Connection, Result, Row, named_params, params};
use sha2::{Digest as _, Sha256};

use super::columns::{CodePoints, days, joined};
use crate::model::{Article, CountryCode, Metadata, Place, PlaceId, ReadArticle, Reading, Span};

/// Counts up when the JSON of a reading changes so that older programs cannot read it.
const READING_FORMAT: i64 = 1;

/// An article to keep: a new one, or one that was read again.
pub struct ArticleRow<'a> {
    /// Its number in the order of opening, from 0.
    pub number: usize,
    /// The article and what was read.
    pub read: &'a ReadArticle,
    /// The places that the reading names, since their numbers change with the gazetteer.
    pub places: Vec<Place>,
}

/// An article that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredArticle {
    /// Its number in the order of opening, from 0.
    pub number: usize,
    /// The article.
    pub article: Article,
    /// What was read; `None` where that cannot be read any more, so that the article must be.
    pub reading: Option<Reading>,
}

/// A row of the gazetteer by what stays the same in another gazetteer.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPlace {
    /// The number that readings name it by.
    pub id: PlaceId,
    /// The number in GeoNames.
    pub geonameid: Option<u32>,
    /// The main name.
    pub name: String,
    /// Longitude, latitude.
    pub position: (f64, f64),
}

/// SHA-256 of a text in UTF-8, in hexadecimal digits.
pub fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Writes an article, or in place of an older reading, another.
pub fn write(to: &Connection, row: &ArticleRow<'_>, program: &str) -> Result<()> {
    let fid = fid(row.number);
    let (article, reading) = (&row.read.article, &row.read.reading);
    let known = &reading.metadata;
    to.prepare_cached(
        "INSERT INTO articles (fid, id, path, title, source, url, published, text, sha256, given)
         VALUES (:fid, :id, :path, :title, :source, :url, :published, :text, :sha256, :given)
         ON CONFLICT (fid) DO UPDATE SET title = excluded.title, source = excluded.source,
             url = excluded.url, published = excluded.published",
    )?
    .execute(named_params! {
        ":fid": fid,
        ":id": article.id,
        ":path": article.path.as_ref().map(|path| path.to_string_lossy()),
        ":title": known.title.as_ref().map(|found| &found.value),
        ":source": known.source.as_ref().map(|found| &found.value),
        ":url": known.url.as_ref().map(|found| &found.value),
        ":published": known.published.as_ref().map(|found| found.value.to_string()),
        ":text": article.text,
        ":sha256": sha256(&article.text),
        ":given": json(&article.given)?,
    })?;
    to.prepare_cached(
        "INSERT OR REPLACE INTO readings (article, format, program, reading) VALUES (?, ?, ?, ?)",
    )?
    .execute(params![fid, READING_FORMAT, program, json(reading)?])?;
    for place in &row.places {
        write_place(to, place)?;
    }
    for table in ["mentions", "reports", "claims"] {
        to.prepare_cached(&format!("DELETE FROM {table} WHERE article = ?"))?.execute([fid])?;
    }
    let at = CodePoints::of(&article.text);
    write_mentions(to, fid, row.read, &at)?;
    write_reports(to, fid, row.read, &at)
}

fn write_place(to: &Connection, place: &Place) -> Result<()> {
    to.prepare_cached(
        "INSERT OR REPLACE INTO places (id, geonameid, name, kind, country, admin1, longitude, latitude)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        place.id.0,
        place.geonameid,
        place.name,
        place.kind.key(),
        place.country.map(|country| country.to_string()),
        place.admin1,
        place.position.lon,
        place.position.lat,
    ])?;
    Ok(())
}

fn write_mentions(to: &Connection, fid: i64, read: &ReadArticle, at: &CodePoints) -> Result<()> {
    let text = &read.article.text;
    let mut insert = to.prepare_cached(
        "INSERT INTO mentions (article, start, end, words, sort, value, geonameid, longitude,
             latitude, country, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for toponym in &read.reading.toponyms {
        let place = toponym.place.as_ref();
        insert.execute(params![
            fid,
            at.of_byte(toponym.span.start),
            at.of_byte(toponym.span.end),
            toponym.span.of(text),
            "place",
            place.map(|place| &place.name),
            place.and_then(|place| place.geonameid),
            place.map(|place| place.position.lon),
            place.map(|place| place.position.lat),
            place.and_then(|place| place.country).map(|country| country.to_string()),
            toponym.confidence,
        ])?;
    }
    let none = || None::<f64>;
    for timex in &read.reading.timexes {
        insert.execute(params![
            fid,
            at.of_byte(timex.span.start),
            at.of_byte(timex.span.end),
            timex.span.of(text),
            "time",
            timex.value,
            none(),
            none(),
            none(),
            none(),
            none(),
        ])?;
    }
    for demonym in &read.reading.demonyms {
        insert.execute(params![
            fid,
            at.of_byte(demonym.span.start),
            at.of_byte(demonym.span.end),
            demonym.span.of(text),
            "people",
            none(),
            none(),
            none(),
            none(),
            demonym.country.to_string(),
            none(),
        ])?;
    }
    Ok(())
}

fn write_reports(to: &Connection, fid: i64, read: &ReadArticle, at: &CodePoints) -> Result<()> {
    let words = |span: Span| span.of(&read.article.text);
    let mut insert = to.prepare_cached(
        "INSERT INTO reports (article, number, type, start, end, words, quote, first_day, last_day,
             date_words, places, place_words, killed_low, killed_high, killed_words, wounded_low,
             wounded_high, wounded_words, captured_low, captured_high, captured_words, actors,
             claimant, background, confidence)
         VALUES (:article, :number, :type, :start, :end, :words, :quote, :first_day, :last_day,
             :date_words, :places, :place_words, :killed_low, :killed_high, :killed_words,
             :wounded_low, :wounded_high, :wounded_words, :captured_low, :captured_high,
             :captured_words, :actors, :claimant, :background, :confidence)",
    )?;
    let mut insert_claim = to.prepare_cached(
        "INSERT INTO claims (article, report, claimant, source, stance, country, verb, start, end)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (number, report) in read.reading.reports.iter().enumerate() {
        let (first, last) = days(report.date.as_ref().map(|dated| dated.range));
        let date_words = report.date.as_ref().and_then(|dated| dated.evidence).map(words);
        let places = report.locations.iter();
        insert.execute(named_params! {
            ":article": fid,
            ":number": number,
            ":type": report.event_type.key(),
            ":start": at.of_byte(report.trigger.start),
            ":end": at.of_byte(report.trigger.end),
            ":words": words(report.trigger),
            ":quote": words(report.quote),
            ":first_day": first,
            ":last_day": last,
            ":date_words": date_words,
            ":places": joined(places.clone().map(|place| place.name.as_str())),
            ":place_words": joined(places.map(|place| words(place.evidence))),
            ":killed_low": report.killed.map(|count| count.low()),
            ":killed_high": report.killed.and_then(|count| count.high()),
            ":killed_words": report.killed.map(|count| words(count.evidence)),
            ":wounded_low": report.wounded.map(|count| count.low()),
            ":wounded_high": report.wounded.and_then(|count| count.high()),
            ":wounded_words": report.wounded.map(|count| words(count.evidence)),
            ":captured_low": report.captured.map(|count| count.low()),
            ":captured_high": report.captured.and_then(|count| count.high()),
            ":captured_words": report.captured.map(|count| words(count.evidence)),
            ":actors": joined(report.actors.iter().map(|actor| actor.name.as_str())),
            ":claimant": report.claimed_by.as_ref().map(|claimant| &claimant.name),
            ":background": report.background,
            ":confidence": report.confidence,
        })?;
        for claim in &report.claims {
            insert_claim.execute(params![
                fid,
                number,
                claim.claimant.name,
                claim.source.key(),
                claim.stance.key(),
                claim.country.map(|country| country.to_string()),
                claim.claimant.verb,
                at.of_byte(claim.claimant.span.start),
                at.of_byte(claim.claimant.span.end),
            ])?;
        }
    }
    Ok(())
}

/// All articles, by number.
pub fn read(from: &Connection) -> Result<Vec<StoredArticle>> {
    let mut readings = readings(from)?;
    let mut select =
        from.prepare("SELECT fid, id, path, text, given FROM articles ORDER BY fid")?;
    let rows = select.query_map([], article)?;
    let mut articles: Vec<StoredArticle> = Vec::new();
    for row in rows {
        let (fid, article) = row?;
        // Edits name articles by number: one that was lost keeps its seat.
        articles.extend((articles.len()..number(fid)).map(lost));
        let reading = readings.remove(&fid).flatten();
        articles.push(StoredArticle { number: number(fid), article, reading });
    }
    Ok(articles)
}

fn lost(number: usize) -> StoredArticle {
    let article = Article::new(format!("lost article {}", number + 1), "");
    StoredArticle { number, article, reading: Some(Reading::default()) }
}

fn readings(from: &Connection) -> Result<BTreeMap<i64, Option<Reading>>> {
    let mut select = from.prepare("SELECT article, format, reading FROM readings")?;
    let rows = select.query_map([], |row| {
        let known = row.get::<_, i64>(1)? == READING_FORMAT;
        let reading = if known {
            // One that this program does not understand is made anew.
            serde_json::from_str(row.get_ref(2)?.as_str()?).ok()
        } else {
            None
        };
        Ok((row.get(0)?, reading))
    })?;
    rows.collect()
}

/// An article as it came in. What was given with it is kept as far as it is understood.
pub fn article(row: &Row<'_>) -> Result<(i64, Article)> {
    let given: Metadata = serde_json::from_str(row.get_ref("given")?.as_str()?).unwrap_or_default();
    let path: Option<String> = row.get("path")?;
    let article =
        Article { id: row.get("id")?, path: path.map(Into::into), text: row.get("text")?, given };
    Ok((row.get("fid")?, article))
}

/// All places that readings name, by number.
pub fn places(from: &Connection) -> Result<Vec<StoredPlace>> {
    let mut select =
        from.prepare("SELECT id, geonameid, name, longitude, latitude FROM places ORDER BY id")?;
    let rows = select.query_map([], |row| {
        Ok(StoredPlace {
            id: PlaceId(row.get(0)?),
            geonameid: row.get(1)?,
            name: row.get(2)?,
            position: (row.get(3)?, row.get(4)?),
        })
    })?;
    rows.collect()
}

/// The row of an article: from 1, since some programs take 0 for none.
pub fn fid(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX - 1) + 1
}

/// The number of an article in a row.
pub fn number(fid: i64) -> usize {
    usize::try_from(fid - 1).unwrap_or(usize::MAX)
}

/// The country of a column.
pub fn country(code: Option<&str>) -> Option<CountryCode> {
    code.and_then(CountryCode::new)
}

pub fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
