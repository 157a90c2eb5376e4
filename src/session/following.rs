//! What follows from what: opened and edits → dataset → filtered → shown.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    ArticleKey, Built, Focus, Histogram, ReportKey, SHORTEST, Session, Window, clock, left_out,
    tables::by_day,
};
use crate::{
    model::{
        Dataset, DateRange, Event, EventId, EventType, Found, Joins, ReadArticle, ReportAnchor,
        Span, text_hash,
    },
    pipeline,
};

impl Session {
    pub(super) fn rebuild(&mut self) {
        self.building = None;
        self.opened_when_built = self.opened.len();
        let (keys, articles) = self.edited_articles();
        self.built_with = self.readings_version;
        self.install(Built::new(keys, articles, &self.joins_in_force(), self.merge));
    }

    /// Shows another dataset, with the same event selected and the same article open.
    pub(super) fn install(&mut self, built: Built) {
        let selected = self.selected().and_then(|(_, event)| self.keys_of(event).next());
        let record = self.selected().and_then(|(_, event)| event.record);
        let reading = self.selection.focus.and_then(|focus| self.key_of(focus.article));

        self.keys = built.keys;
        let shown = std::mem::take(&mut self.dataset.events);
        let records = self.tables.events_now(shown, &self.edits);
        self.dataset = built.dataset;
        self.dataset.tables.clone_from(&self.tables.all);
        if !records.is_empty() {
            self.dataset.events.extend(records);
            by_day(&mut self.dataset.events);
        }
        self.apply_types();
        self.update_all();

        let now = selected.and_then(|key| self.event_with(key));
        self.selection.event = now.or(record.and_then(|at| self.event_of_record(at)));
        let article = reading.and_then(|key| self.keys.iter().position(|other| *other == key));
        self.selection.focus =
            self.selection.focus.zip(article).map(|(focus, article)| Focus { article, ..focus });
    }

    /// Everything that follows from the dataset.
    pub(super) fn update_all(&mut self) {
        self.left_out = left_out::gather(&self.dataset, &self.keys, &self.edits);
        self.search_texts = OnceCell::new();
        self.data_version += 1;
        self.update_extent();
        self.update_filtered();
    }

    /// The open articles with the person's dates, without the reports that the
    /// person rejected.
    pub(super) fn edited_articles(&self) -> (Vec<ArticleKey>, Vec<ReadArticle>) {
        let rejected: BTreeSet<ReportKey> =
            self.edits.rejected.iter().filter_map(|key| self.now_at(*key)).collect();
        let open = (0..self.opened.len()).map(ArticleKey);
        open.filter(|key| !self.edits.closed.contains(key))
            .map(|key| {
                let mut read = self.with_published(key);
                read.reading.reports.retain(|report| {
                    let report = ReportKey { article: key, trigger: report.trigger };
                    !rejected.contains(&report)
                });
                (key, read)
            })
            .unzip()
    }

    /// What a person said about which reports belong together, without the reports that
    /// the person rejected: nothing else may take their part.
    pub(super) fn joins_in_force(&self) -> Joins {
        let mut joins = self.edits.joins.clone();
        if joins.is_empty() || self.edits.rejected.is_empty() {
            return joins;
        }
        let rejected: BTreeSet<(&str, u64, Span)> = self
            .edits
            .rejected
            .iter()
            .filter_map(|key| {
                let article = &self.opened.get(key.article.0)?.article;
                Some((article.id.as_str(), text_hash(&article.text), key.trigger))
            })
            .collect();
        let stands = |anchor: &ReportAnchor| {
            !rejected.contains(&(anchor.article.as_str(), anchor.text_hash, anchor.trigger))
        };
        joins.together.retain(|(a, b)| stands(a) && stands(b));
        joins.apart.retain(|(a, b)| stands(a) && stands(b));
        joins
    }

    /// The article, read again where a person entered its date.
    pub(super) fn with_published(&self, key: ArticleKey) -> ReadArticle {
        let read = &self.opened[key.0];
        let Some(date) = self.edits.published.get(&key) else { return read.clone() };
        let mut article = read.article.clone();
        article.given.published = Some(Found::by_person(*date));
        let again = self.dataset.articles.iter().find(|read| read.article == article);
        match again {
            Some(again)
                if self.edits.rejected.is_empty() && self.built_with == self.readings_version =>
            {
                again.clone()
            }
            _ => {
                let reading = pipeline::read(&article, &self.gazetteer);
                ReadArticle { article, reading }
            }
        }
    }

    pub(super) fn apply_types(&mut self) {
        if self.edits.types.is_empty() {
            return;
        }
        let types: BTreeMap<ReportKey, EventType> = self
            .edits
            .types
            .iter()
            .filter_map(|(key, chosen)| Some((self.now_at(*key)?, *chosen)))
            .collect();
        let chosen: Vec<Option<EventType>> = self
            .dataset
            .events
            .iter()
            .map(|event| self.keys_of(event).find_map(|key| types.get(&key).copied()))
            .collect();
        for (event, chosen) in self.dataset.events.iter_mut().zip(chosen) {
            event.event_type = chosen.unwrap_or(event.event_type);
        }
    }

    pub(super) fn event_with(&self, key: ReportKey) -> Option<EventId> {
        let has = |event: &Event| self.keys_of(event).any(|other| other == key);
        self.dataset.events.iter().position(has).map(EventId)
    }

    pub(super) fn update_extent(&mut self) {
        let days: Vec<DateRange> = self
            .dataset
            .events
            .iter()
            .filter(|event| self.filter.background() || !event.background)
            .filter(|event| !event.locations.is_empty())
            .filter_map(|event| event.date)
            .collect();
        let extent = days.iter().copied().reduce(|a, b| a.hull(b)).map(Window::of_days);
        let core = clock::core_of(&days).or(extent).unwrap_or(Window::new(0.0, SHORTEST));
        self.clock.set_extent(extent, core);
    }

    pub(super) fn update_filtered(&mut self) {
        let words = self.filter.words();
        let passes = |(number, event): (usize, &Event)| {
            let mappable = event.date.is_some() && !event.locations.is_empty();
            let articles = event.reports.iter().filter_map(|at| self.key_of(at.article));
            let passes = mappable
                && self.filter.passes(event, articles)
                && (words.is_empty() || self.has_words(number, &words));
            passes.then_some(EventId(number))
        };
        self.filtered = self.dataset.events.iter().enumerate().filter_map(passes).collect();
        let days = self.clock.core().length() as i32;
        let events = self.filtered.iter().filter_map(|id| self.event(*id));
        self.histogram = Histogram::of(events, days);
        self.filter_version += 1;
        self.update_shown();
    }

    pub(super) fn update_shown(&mut self) {
        let window = self.clock.window();
        self.shown.clear();
        for &id in &self.filtered {
            let date = self.dataset.events.get(id.0).and_then(|event| event.date);
            if date.is_some_and(|date| window.touches(date)) {
                self.shown.push(id);
            }
        }
    }

    pub(super) fn has_words(&self, event: usize, words: &[String]) -> bool {
        let told = self.dataset.events.get(event);
        if let Some((_, record)) = told.and_then(|event| self.dataset.record_of(event)) {
            // Made anew each time: for a million rows they would fill the memory.
            let mut text = record.named().map(|(_, cell)| cell).collect::<Vec<_>>().join("\n");
            text.extend(told.map(|event| event.event_type.label()));
            let text = text.to_lowercase();
            return words.iter().all(|word| text.contains(word.as_str()));
        }
        let texts = self.search_texts.get_or_init(|| {
            self.dataset.events.iter().map(|event| search_text(&self.dataset, event)).collect()
        });
        texts.get(event).is_some_and(|text| words.iter().all(|word| text.contains(word.as_str())))
    }
}

/// Everything that a search may find an event by, in lower case.
fn search_text(dataset: &Dataset, event: &Event) -> String {
    if event.record.is_some() {
        return String::new();
    }
    let mut parts = vec![event.event_type.label()];
    parts.extend(event.locations.iter().map(|location| location.name.as_str()));
    for (_, read, report) in dataset.reports_of(event) {
        parts.push(report.quote.of(&read.article.text));
        parts.extend(report.actors.iter().map(|actor| actor.name.as_str()));
        parts.extend(report.claimed_by.iter().map(|claimant| claimant.name.as_str()));
        let metadata = &read.reading.metadata;
        parts.extend(metadata.title.iter().map(|title| title.value.as_str()));
        parts.extend(metadata.source.iter().map(|source| source.value.as_str()));
    }
    parts.join("\n").to_lowercase()
}
