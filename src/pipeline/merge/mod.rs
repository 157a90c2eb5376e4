//! Reports of one happening, from several articles, become one event.
//!
//! Reports of the same days and the same corner of the earth are compared (`blocks`,
//! `compare`); the pairs that belong together are joined, the surest first, as long as no
//! two members of a group contradict each other (`clusters`); what they say together is
//! the event (`event`). Neither the order of the articles nor their places in a list
//! matter: wherever two are equal, day of publication, id and text decide.

mod account;
mod blocks;
mod clusters;
mod compare;
mod event;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use self::account::Account;
use self::clusters::Said;
use crate::model::{DateRange, Event, Joins, ReadArticle, ReportAnchor, ReportRef, text_hash};

/// Gathers the reports of all articles into events, by first day, then last day; undated
/// ones come last. What a person said beats what the reports say; what was said of
/// reports that are not there any more is passed over.
pub fn merge(articles: &[ReadArticle], joins: &Joins) -> Vec<Event> {
    let accounts = Account::all(articles);
    let pairs = blocks::pairs(&accounts);
    let said = said(articles, &accounts, joins);
    let clusters = clusters::gather(&accounts, &pairs, &said);
    let mut events: Vec<(usize, Event)> = clusters
        .iter()
        .map(|cluster| (cluster.members[0], event::of(cluster, &accounts)))
        .collect();
    events.sort_by_key(|(first, event)| (time_key(event.date), *first));
    events.into_iter().map(|(_, event)| event).collect()
}

fn time_key(date: Option<DateRange>) -> (bool, Option<DateRange>) {
    (date.is_none(), date)
}

/// What a person said, by places in the list of accounts.
fn said(articles: &[ReadArticle], accounts: &[Account<'_>], joins: &Joins) -> Said {
    if joins.is_empty() {
        return Said::default();
    }
    let by_id: HashMap<(&str, u64), usize> = articles
        .iter()
        .enumerate()
        .rev()
        .map(|(n, read)| ((read.article.id.as_str(), text_hash(&read.article.text)), n))
        .collect();
    let place_of: HashMap<ReportRef, usize> =
        accounts.iter().enumerate().map(|(n, account)| (account.at, n)).collect();
    let find = |anchor: &ReportAnchor| {
        let article = *by_id.get(&(anchor.article.as_str(), anchor.text_hash))?;
        let report = anchor.among(&articles[article].reading.reports)?;
        place_of.get(&ReportRef { article, report }).copied()
    };
    let pair = |(a, b): &(ReportAnchor, ReportAnchor)| {
        let (a, b) = (find(a)?, find(b)?);
        (a != b).then_some((a.min(b), a.max(b)))
    };
    Said {
        together: joins.together.iter().filter_map(pair).collect(),
        apart: joins.apart.iter().filter_map(pair).collect(),
    }
}
