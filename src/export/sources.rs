//! The articles behind the events: those that were read, and those of which a table of ours
//! tells that came in again.

use std::borrow::Cow;
use std::collections::HashSet;

use jiff::civil::Date;

use super::options::Export;
use crate::model::OURS;

/// An article that tells of events.
pub struct Source<'e> {
    /// Its id.
    pub id: Cow<'e, str>,
    /// Its headline.
    pub title: Option<Cow<'e, str>>,
    /// The outlet.
    pub source: Option<Cow<'e, str>>,
    /// The address.
    pub url: Option<Cow<'e, str>>,
    /// The day of publication.
    pub published: Option<Date>,
    /// SHA-256 of its text.
    pub sha256: Cow<'e, str>,
    /// How many letters it has; known only of those that were read.
    pub characters: Option<usize>,
    /// The name of its file without the folder, which is nobody's business.
    pub file: Option<String>,
}

/// All of them, those that were read first.
pub fn sources<'e>(export: &'e Export<'_>) -> impl Iterator<Item = Source<'e>> {
    let read = export.articles().into_iter().filter_map(|at| {
        let read = export.dataset.articles.get(at)?;
        let known = &read.reading.metadata;
        let title = known.title.as_ref().filter(|_| !export.is_mute());
        let words = |found: &'e crate::model::Found<String>| Cow::Borrowed(found.value.as_str());
        let name = read.article.path.as_ref().and_then(|path| path.file_name());
        Some(Source {
            id: Cow::Borrowed(read.article.id.as_str()),
            title: title.map(words),
            source: known.source.as_ref().map(words),
            url: known.url.as_ref().map(words),
            published: known.published.as_ref().map(|found| found.value),
            sha256: Cow::Borrowed(export.hash(at)),
            characters: Some(read.article.text.chars().count()),
            file: name.map(|name| name.to_string_lossy().into_owned()),
        })
    });
    read.chain(of_tables(export))
}

/// Those that rows of tables of ours tell of, each once.
fn of_tables<'e>(export: &'e Export<'_>) -> impl Iterator<Item = Source<'e>> {
    let tables = &export.dataset.tables;
    let is_ours = |table: u32| tables.get(table as usize).is_some_and(|table| table.preset == OURS);
    let any = (0..tables.len()).any(|table| u32::try_from(table).is_ok_and(is_ours));
    let rows = any.then(|| export.events().zip(export.rows())).into_iter().flatten();
    let rows = rows.filter(move |(event, _)| event.record.is_some_and(|at| is_ours(at.table)));
    let mut seen = HashSet::new();
    let reports = rows.flat_map(|(_, row)| row.reports);
    let reports = reports.filter(move |report| seen.insert(report.article.clone()));
    reports.map(|report| Source {
        id: Cow::Owned(report.article),
        title: report.title.map(Cow::Owned),
        source: report.source.map(Cow::Owned),
        url: report.url.map(Cow::Owned),
        published: report.published,
        sha256: Cow::Owned(report.sha256),
        characters: None,
        file: None,
    })
}
