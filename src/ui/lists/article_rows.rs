//! Which rows the list of articles has, in which order, and what stands in them that must
//! be counted first.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{
    found::{Found, Hit, Words},
    title_of,
};
use crate::{
    model::{ReadArticle, RemarkKind},
    session::{ArticleKey, Session},
    tr,
};

/// What articles can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Publication; those without a day first, since they need a word.
    #[default]
    Date,
    /// The outlet.
    Outlet,
    /// How many events they tell of.
    Events,
    /// How many remarks the reading made.
    Remarks,
}

impl SortBy {
    /// All of them, in the order of the screen.
    pub const ALL: [SortBy; 4] = [SortBy::Date, SortBy::Outlet, SortBy::Events, SortBy::Remarks];

    /// Its words.
    pub fn title(self) -> String {
        match self {
            SortBy::Date => tr!("list-column-date"),
            SortBy::Outlet => tr!("facet-outlet"),
            SortBy::Events => tr!("list-events"),
            SortBy::Remarks => tr!("list-column-remarks"),
        }
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// An event table, by its number.
    Table(usize),
    /// An article.
    Article(ArticleRow),
}

/// An article in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its place in the dataset.
    pub at: usize,
    /// Its key.
    pub key: ArticleKey,
    /// How many events it tells of.
    pub events: usize,
    /// How many remarks the reading made.
    pub remarks: usize,
    /// Whether nothing tells when it was published.
    pub undated: bool,
    /// How many expressions of time wait for a day of publication.
    pub waiting: usize,
    /// Where the words looked for stand.
    pub hit: Option<Hit>,
}

/// The rows and what they were made from.
#[derive(Default)]
pub struct ArticleRows {
    counts: Counts,
    made_for: Option<(u64, SortBy, bool, bool, String)>,
    rows: Vec<Row>,
}

/// What is counted once for all articles.
#[derive(Default)]
struct Counts {
    data_version: Option<u64>,
    events: Vec<usize>,
    undated: usize,
}

impl Counts {
    fn update(&mut self, session: &Session) {
        if self.data_version == Some(session.data_version()) {
            return;
        }
        self.data_version = Some(session.data_version());
        let dataset = session.dataset();
        self.events = vec![0; dataset.articles.len()];
        for event in &dataset.events {
            let mut articles: Vec<usize> = event.reports.iter().map(|at| at.article).collect();
            articles.sort_unstable();
            articles.dedup();
            for article in articles {
                if let Some(count) = self.events.get_mut(article) {
                    *count += 1;
                }
            }
        }
        self.undated = dataset.articles.iter().filter(|read| published(read).is_none()).count();
    }
}

impl ArticleRows {
    /// How many articles have no day of publication.
    pub fn undated(&self) -> usize {
        self.counts.undated
    }

    /// The rows, made anew when something about them changed.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Follows the session. Whether the rows are others than before.
    pub fn update(
        &mut self,
        session: &Session,
        found: &Found,
        (sort_by, reversed): (SortBy, bool),
        undated_only: bool,
    ) -> bool {
        self.counts.update(session);
        let words = session.filter().text().trim();
        let wanted = (session.data_version(), sort_by, reversed, undated_only, words.to_owned());
        if self.made_for.as_ref() == Some(&wanted) {
            return false;
        }
        self.made_for = Some(wanted);
        let mut articles: Vec<ArticleRow> = self.articles(session, found);
        if undated_only {
            articles.retain(|row| row.undated);
        }
        sort(&mut articles, session, sort_by);
        if reversed {
            articles.reverse();
        }
        self.rows = if undated_only { Vec::new() } else { tables(session) };
        self.rows.extend(articles.into_iter().map(Row::Article));
        true
    }

    fn articles(&self, session: &Session, found: &Found) -> Vec<ArticleRow> {
        let row = |at: usize, hit: Option<&Hit>| {
            let read = session.dataset().articles.get(at)?;
            let remarks = &read.reading.remarks;
            let undated = |kind| kind == RemarkKind::Undated;
            Some(ArticleRow {
                at,
                key: session.key_of(at)?,
                events: self.counts.events.get(at).copied().unwrap_or(0),
                remarks: remarks.len(),
                undated: published(read).is_none(),
                waiting: remarks.iter().filter(|remark| undated(remark.kind)).count(),
                hit: hit.cloned(),
            })
        };
        match found.hits() {
            Some(hits) => hits.iter().filter_map(|hit| row(hit.article, Some(hit))).collect(),
            None => (0..session.dataset().articles.len()).filter_map(|at| row(at, None)).collect(),
        }
    }
}

/// The tables that are open and have the words looked for in their names.
fn tables(session: &Session) -> Vec<Row> {
    let words = Words::of(session.filter().text());
    let has = |name: &str| words.as_ref().is_none_or(|words| words.are_in(&[name]));
    let tables = session.tables().filter(|(_, table)| has(&table.name));
    tables.map(|(number, _)| Row::Table(number)).collect()
}

/// The day of publication.
pub fn published(read: &ReadArticle) -> Option<Date> {
    read.reading.metadata.published.as_ref().map(|published| published.value)
}

/// The outlet; empty where it is not known.
pub fn outlet(read: &ReadArticle) -> &str {
    read.reading.metadata.source.as_ref().map_or("", |source| source.value.as_str())
}

fn sort(rows: &mut [ArticleRow], session: &Session, by: SortBy) {
    let read = |row: &ArticleRow| &session.dataset().articles[row.at];
    match by {
        SortBy::Date => rows.sort_by_key(|row| published(read(row))),
        SortBy::Outlet => {
            let names: HashMap<usize, (bool, String, String)> = rows
                .iter()
                .map(|row| {
                    let (outlet, title) = (outlet(read(row)), title_of(read(row)));
                    (row.at, (outlet.is_empty(), outlet.to_lowercase(), title.to_lowercase()))
                })
                .collect();
            rows.sort_by(|a, b| names.get(&a.at).cmp(&names.get(&b.at)));
        }
        SortBy::Events => rows.sort_by_key(|row| row.events),
        SortBy::Remarks => rows.sort_by_key(|row| row.remarks),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Dataset, Found as Given, Reading};

    fn article(title: &str, outlet: &str, day: Option<Date>) -> ReadArticle {
        let mut reading = Reading::default();
        reading.metadata.title = Some(Given::given(title.to_owned()));
        reading.metadata.source = Some(Given::given(outlet.to_owned()));
        reading.metadata.published = day.map(Given::given);
        ReadArticle { article: Article::new(title, title), reading }
    }

    fn session() -> Session {
        let day = |day| Some(jiff::civil::date(2022, 9, day));
        let articles = vec![
            article("late", "Meridian Wire", day(20)),
            article("none", "Caspian Courier", None),
            article("early", "caspian courier", day(13)),
        ];
        Session::of(Dataset { articles, ..Dataset::default() })
    }

    fn check(by: SortBy, reversed: bool, undated_only: bool, wanted: &[&str]) {
        let session = session();
        let mut rows = ArticleRows::default();
        rows.update(&session, &Found::default(), (by, reversed), undated_only);
        let titles: Vec<&str> = rows
            .rows()
            .iter()
            .filter_map(|row| match row {
                Row::Article(row) => Some(title_of(&session.dataset().articles[row.at])),
                Row::Table(_) => None,
            })
            .collect();
        assert_eq!(titles, wanted, "{by:?} {reversed} {undated_only}");
    }

    #[test]
    fn articles_are_sorted_and_those_without_a_date_come_first() {
        check(SortBy::Date, false, false, &["none", "early", "late"]);
        check(SortBy::Date, true, false, &["late", "early", "none"]);
        check(SortBy::Outlet, false, false, &["early", "none", "late"]);
        check(SortBy::Date, false, true, &["none"]);
    }
}
