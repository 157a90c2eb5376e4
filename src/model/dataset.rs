use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Article, Event, EventTable, Reading, Record, Report, ReportRef};

/// Everything that was read, and the events gathered from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// The articles, in the order in which they were opened.
    pub articles: Vec<ReadArticle>,
    /// The events, by first day, then last day; undated ones come last.
    pub events: Vec<Event>,
    /// The event tables that were imported, in the order in which they were opened.
    #[serde(skip)]
    pub tables: Vec<Arc<EventTable>>,
}

/// An article and what was read in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadArticle {
    /// The article.
    pub article: Article,
    /// What was read.
    pub reading: Reading,
}

impl Dataset {
    /// The table and the row that an event was imported from; none for one that was read.
    pub fn record_of(&self, event: &Event) -> Option<(&EventTable, Record<'_>)> {
        let at = event.record?;
        let table = self.tables.get(at.table as usize)?;
        Some((table, table.record(at.row)?))
    }

    /// The report, if there is one.
    pub fn report(&self, at: ReportRef) -> Option<&Report> {
        self.articles.get(at.article)?.reading.reports.get(at.report)
    }

    /// The reports of an event, with their articles.
    pub fn reports_of<'d>(
        &'d self,
        event: &'d Event,
    ) -> impl Iterator<Item = (ReportRef, &'d ReadArticle, &'d Report)> {
        event.reports.iter().filter_map(|&at| {
            let read = self.articles.get(at.article)?;
            Some((at, read, read.reading.reports.get(at.report)?))
        })
    }
}
