//! Reads articles. Pure: no file, no clock, no network; what it half understands
//! becomes a remark.

use crate::model::{Article, Event, Reading};

/// Reads one article.
pub fn read(article: &Article) -> Reading {
    Reading { metadata: article.given.clone(), ..Reading::default() }
}

/// Joins the reports of all readings that tell of one happening. The events come
/// by first day, then last day; undated ones last.
pub fn merge(_readings: &[&Reading]) -> Vec<Event> {
    Vec::new()
}
