//! What all reports of an event say together.

use crate::model::{Count, Dataset, Event, ReadArticle, Report, Span};

/// An event with its reports, each with its article, in the order of the dataset.
pub struct Summary<'d> {
    /// From 1, in the order of the dataset.
    pub number: usize,
    /// The event.
    pub event: &'d Event,
    /// Its reports.
    pub reports: Vec<(&'d ReadArticle, &'d Report)>,
}

/// All events of a dataset.
pub fn events(dataset: &Dataset) -> impl Iterator<Item = Summary<'_>> {
    dataset.events.iter().zip(1..).map(|(event, number)| Summary {
        number,
        event,
        reports: dataset.reports_of(event).map(|(_, read, report)| (read, report)).collect(),
    })
}

impl<'d> Summary<'d> {
    /// "Shelling or missile, Goris", or the type alone where no place is known.
    pub fn label(&self) -> String {
        let kind = self.event.event_type.label();
        match self.event.locations.first() {
            Some(location) => format!("{kind}, {}", location.name),
            None => kind.to_owned(),
        }
    }

    /// Who took part according to any report, each name once.
    pub fn actors(&self) -> Vec<&'d str> {
        distinct(self.reports.iter().flat_map(|(_, r)| r.actors.iter().map(|a| a.name.as_str())))
    }

    /// Who says so, each name once. Empty where the articles themselves do.
    pub fn claimants(&self) -> Vec<&'d str> {
        distinct(
            self.reports.iter().filter_map(|(_, r)| Some(r.claimed_by.as_ref()?.name.as_str())),
        )
    }

    /// The ids of the articles, each once.
    pub fn articles(&self) -> Vec<&'d str> {
        distinct(self.reports.iter().map(|(read, _)| read.article.id.as_str()))
    }

    /// The outlets, each once.
    pub fn sources(&self) -> Vec<&'d str> {
        distinct(
            self.reports.iter().filter_map(|(read, _)| {
                Some(read.reading.metadata.source.as_ref()?.value.as_str())
            }),
        )
    }

    /// The words that `spans` picks in each report, each once.
    pub fn quotes(&self, spans: impl Fn(&Report) -> Vec<Span>) -> Vec<&'d str> {
        let words = |&(read, report): &(&'d ReadArticle, &'d Report)| {
            spans(report).into_iter().map(move |span| span.of(&read.article.text))
        };
        distinct(self.reports.iter().flat_map(words))
    }
}

/// Each value once, in the order of the first.
fn distinct<'d>(values: impl Iterator<Item = &'d str>) -> Vec<&'d str> {
    let mut seen = Vec::new();
    for value in values.filter(|value| !value.is_empty()) {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}

/// The lower bound of a count.
pub fn low(count: Option<&Count>) -> Option<u32> {
    count.map(Count::low)
}

/// The upper bound of a count; none also where the text sets no limit.
pub fn high(count: Option<&Count>) -> Option<u32> {
    count.and_then(Count::high)
}

/// A text on one line: white space of any kind becomes a single space.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
