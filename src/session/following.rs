//! What follows from what: opened and edits → dataset → filtered → shown.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use rayon::prelude::*;

use super::{
    ArticleKey, Built, Filter, Focus, Histogram, ReportKey, SHORTEST, Session, Target, Window,
    clock,
    columns::{self, Facts},
    facets::{Facet, Facets, Values},
    filter::{self, Fails, facet_bit},
    left_out,
    shown::InTime,
};
use crate::{
    model::{
        self, Area, Event, EventId, EventType, Joins, ReadArticle, ReportAnchor, Review, Span,
        text_hash,
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

    /// Shows another dataset, with the same events selected and the same article open.
    pub(super) fn install(&mut self, built: Built) {
        self.keep_selection(|session| {
            session.keys = built.keys;
            let shown = std::mem::take(&mut session.dataset.events);
            let mut records = session.tables.events_now(shown, &session.edits);
            session.dataset = built.dataset;
            session.dataset.tables.clone_from(&session.tables.all);
            // The many take in the few.
            records.append(&mut session.dataset.events);
            session.dataset.events = records;
            session.as_read = built.as_read.then(BTreeMap::new);
            session.apply_values();
            session.update_all();
        });
    }

    /// Lets events change their numbers, and selects the same ones again.
    pub(super) fn keep_selection(&mut self, change: impl FnOnce(&mut Self)) {
        let target = |id: EventId| self.event(id).and_then(|event| self.target_of(event));
        let selected = self.selection.event.and_then(target);
        let others: Vec<Target> =
            self.selection.others.iter().copied().filter_map(target).collect();
        let reading = self.selection.focus.and_then(|focus| self.key_of(focus.article));
        change(self);
        self.selection.event = selected.and_then(|target| self.event_of_target(target));
        self.selection.others = self.events_of_targets(&others).into_iter().flatten().collect();
        let article = reading.and_then(|key| self.keys.iter().position(|other| *other == key));
        self.selection.focus =
            self.selection.focus.zip(article).map(|(focus, article)| Focus { article, ..focus });
    }

    /// Everything that follows from the dataset.
    pub(super) fn update_all(&mut self) {
        self.left_out = left_out::gather(&self.dataset, &self.keys, &self.edits);
        self.search_texts = OnceCell::new();
        self.sides = OnceCell::new();
        self.movements = OnceCell::new();
        self.facets = OnceCell::new();
        self.facts = columns::gather(&self.dataset);
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
                self.add_reports(key, &mut read);
                read.reading.reports.retain(|report| {
                    let report = ReportKey { article: key, trigger: report.trigger };
                    !rejected.contains(&report)
                });
                self.place_names(&mut read);
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
        article.given.published = Some(model::Found::by_person(*date));
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

    pub(super) fn event_with(&self, key: ReportKey) -> Option<EventId> {
        let has = |event: &Event| self.keys_of(event).any(|other| other == key);
        self.dataset.events.iter().position(has).map(EventId)
    }

    pub(super) fn update_extent(&mut self) {
        let background = self.filter.background();
        let counts = |facts: &&Facts| facts.is_mappable() && (background || !facts.background);
        let days: Vec<[i32; 2]> =
            self.facts.iter().filter(counts).map(|facts| facts.days).collect();
        let extent = clock::hull_of(&days);
        let core = clock::core_of(&days).or(extent).unwrap_or(Window::new(0.0, SHORTEST));
        self.clock.set_extent(extent, core);
    }

    pub(super) fn update_filtered(&mut self) {
        self.fails = self.fails_of_all();
        let passing = self.fails.par_iter().with_min_len(65_536).enumerate();
        let passing: Vec<EventId> =
            passing.filter(|(_, fails)| **fails == 0).map(|(number, _)| EventId(number)).collect();
        self.in_time = InTime::new(passing, &self.facts);
        self.tallies = Tallies::of(&self.facts, &self.fails);
        let days = self.clock.core().length() as i32;
        let events = self.filtered().iter().filter_map(|id| self.event(*id));
        self.histogram = Histogram::of(events, days);
        self.filter_version += 1;
        self.facet_counts = FacetCounts::default();
        self.update_shown();
    }

    /// The conditions of the filter that each event fails.
    fn fails_of_all(&mut self) -> Vec<Fails> {
        let words = self.filter.words();
        if words.is_empty() {
            self.found = None;
        } else if self
            .found
            .as_ref()
            .is_none_or(|found| found.of != (self.data_version, words.clone()))
        {
            let events = self.with_words(&words);
            self.found = Some(Found { of: (self.data_version, words), events });
        }
        let asked = Facet::ALL.into_iter().filter(|facet| self.filter.asks_for(*facet));
        let asked: Vec<(Fails, &Values, Vec<bool>)> = asked
            .filter_map(|facet| {
                let values = self.facets().values(facet)?;
                Some((facet_bit(facet), values, values.marked(self.filter.chosen(facet))))
            })
            .collect();
        let (filter, events, keys) = (&self.filter, &self.dataset.events, &self.keys);
        let found = self.found.as_ref().map(|found| &found.events);
        let hides_articles = filter.hides_articles();
        let area = filter.area();
        let fails = |(number, facts): (usize, &Facts)| {
            let mut fails = filter.fails(facts);
            if hides_articles && !articles_pass(filter, &events[number], keys) {
                fails |= filter::ARTICLE;
            }
            if found.is_some_and(|found| !found[number]) {
                fails |= filter::TEXT;
            }
            if area.is_some_and(|area| !is_in_area(area, &events[number])) {
                fails |= filter::AREA;
            }
            for (bit, values, wanted) in &asked {
                let has = values.of(number).iter().any(|name| wanted[*name as usize]);
                fails |= if has { 0 } else { *bit };
            }
            fails
        };
        self.facts.par_iter().with_min_len(65_536).enumerate().map(fails).collect()
    }

    /// The values of all facets.
    fn facets(&self) -> &Facets {
        self.facets.get_or_init(|| Facets::of(&self.dataset))
    }

    /// The values of a facet, each with the number of events that would be shown if the
    /// facet asked for nothing, the commonest first; those without any are left out, unless
    /// the filter asks for them.
    pub fn facet(&self, facet: Facet) -> &[FacetValue] {
        self.facet_counts[facet as usize].get_or_init(|| self.count_facet(facet))
    }

    fn count_facet(&self, facet: Facet) -> Vec<FacetValue> {
        let Some(values) = self.facets().values(facet) else { return Vec::new() };
        let mut counts = vec![0; values.names.len()];
        let others = !facet_bit(facet);
        for (number, fails) in self.fails.iter().enumerate() {
            if fails & others == 0 {
                values.of(number).iter().for_each(|name| counts[*name as usize] += 1);
            }
        }
        let wanted = values.marked(self.filter.chosen(facet));
        let mut found: Vec<FacetValue> = values
            .names
            .iter()
            .zip(counts)
            .zip(wanted)
            .filter(|((_, count), chosen)| *count > 0 || *chosen)
            .map(|((name, count), chosen)| FacetValue { name: name.clone(), count, chosen })
            .collect();
        found.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
        found
    }

    /// How many events there are of each sort.
    pub fn tallies(&self) -> &Tallies {
        &self.tallies
    }

    pub(super) fn update_shown(&mut self) {
        let mut early = std::mem::take(&mut self.shown_early);
        self.shown_rest = self.in_time.touched(self.clock.window(), &mut early);
        self.shown_early = early;
    }
}

/// Whether one of the articles that report an event is not hidden. A row of a table has none.
fn articles_pass(filter: &Filter, event: &Event, keys: &[ArticleKey]) -> bool {
    let mut articles = event.reports.iter().filter_map(|at| keys.get(at.article));
    event.record.is_some() || articles.any(|key| filter.shows_article(*key))
}

/// Whether one of the best places of an event lies in the area.
fn is_in_area(area: &Area, event: &Event) -> bool {
    event.best_locations().any(|location| area.contains(location.position))
}

/// Which events have the words looked for, and which words of which dataset these are.
pub struct Found {
    of: (u64, Vec<String>),
    events: Vec<bool>,
}

/// How many events there are of each sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// With a place and a day.
    pub mappable: usize,
    /// History told as context.
    pub background: usize,
    /// Whether there is any of a type, by type code.
    pub present: [bool; EventType::ALL.len()],
    /// Of each type those that would be shown if no type were hidden, by type code.
    pub types: [usize; EventType::ALL.len()],
    /// Of each review state those that would be shown if none were hidden, in their order.
    pub reviews: [usize; Review::ALL.len()],
}

impl Tallies {
    fn of(facts: &[Facts], fails: &[Fails]) -> Self {
        let mut all = Self::default();
        for (facts, fails) in facts.iter().zip(fails) {
            all.mappable += usize::from(facts.is_mappable());
            all.background += usize::from(facts.background);
            all.present[usize::from(facts.code)] |= facts.is_mappable();
            all.types[usize::from(facts.code)] += usize::from(fails & !filter::TYPE_BIT == 0);
            all.reviews[facts.review as usize] += usize::from(fails & !filter::REVIEW == 0);
        }
        all
    }
}

/// The values of each facet, in their order, once they were asked for.
pub type FacetCounts = [OnceCell<Vec<FacetValue>>; Facet::ALL.len()];

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The name.
    pub name: String,
    /// How many events have it.
    pub count: usize,
    /// Whether the filter asks for it.
    pub chosen: bool,
}
