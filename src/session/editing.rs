//! Edits: each remembers what was before, so that it can be undone.

use jiff::civil::Date;

use super::edits::{Part, Step};
use super::{ArticleKey, Edits, ReportKey, Session, Slot, Target, Value};
use crate::model::{
    Event, EventId, EventType, Location, ReadArticle, RecordRef, ReportAnchor, ReportRef, Span,
};
use crate::storage::StepKind;

impl Session {
    pub(super) fn edit(&mut self, label: impl Into<String>, change: impl FnOnce(&mut Edits)) {
        let before = self.edits.clone();
        change(&mut self.edits);
        if self.edits != before {
            let step = Step {
                label: label.into(),
                before: before.differing(&self.edits),
                after: self.edits.differing(&before),
            };
            self.log(StepKind::Edit, &step);
            let part = step.after.clone();
            self.history.remember(step);
            self.follow(&part);
        }
    }

    /// Shows what a step changed.
    fn follow(&mut self, part: &Part) {
        self.unkept.kept |= part.is_about_kept();
        if !(part.is_about_values() && self.patch(part)) {
            self.rebuild();
        }
    }

    /// Chooses a value for some events.
    pub(super) fn change(&mut self, ids: &[EventId], value: &Value) {
        let targets = self.targets(ids);
        let slot = value.slot();
        self.edit(slot.step(), |edits| {
            for target in targets {
                edits.values.insert((target, slot), value.clone());
            }
        });
    }

    /// Goes back to what was read.
    pub(super) fn revert(&mut self, id: EventId, slot: Slot) {
        let targets = self.targets(&[id]);
        self.edit("back to what was read", |edits| {
            edits.values.retain(|(target, of), _| *of != slot || !targets.contains(target));
        });
    }

    /// What tells these events again: all their reports, or their rows.
    fn targets(&self, ids: &[EventId]) -> Vec<Target> {
        let events = ids.iter().filter_map(|id| self.event(*id));
        let targets = events.flat_map(|event| {
            let reports = self.keys_of(event).map(Target::Report);
            reports.chain(event.record.map(Target::Record)).collect::<Vec<_>>()
        });
        targets.collect()
    }

    pub(super) fn reject_all(&mut self, ids: &[EventId]) {
        let targets = self.targets(ids);
        self.edit("not events", |edits| {
            for target in targets {
                match target {
                    Target::Report(key) => _ = edits.rejected.insert(key),
                    Target::Record(at) => _ = edits.rejected_records.insert(at),
                }
            }
        });
    }

    pub(super) fn restore_rows(&mut self, rows: &[RecordRef]) {
        self.edit("restore event", |edits| {
            edits.rejected_records.retain(|at| !rows.contains(at));
        });
    }

    /// Words of an article tell of an event, by a person's word.
    pub(super) fn add_event(&mut self, article: ArticleKey, words: Span, event_type: EventType) {
        let key = ReportKey { article, trigger: words };
        let text = self
            .opened
            .get(article.0)
            .and_then(|read| read.article.text.get(words.start..words.end));
        if text.is_none_or(|text| text.trim().is_empty()) {
            return;
        }
        self.edit("add event", |edits| {
            edits.rejected.remove(&key);
            edits.added.insert(key, event_type);
        });
        let added = self.event_with(key);
        if let Some(id) = added {
            self.select(id);
        }
    }

    /// All mentions of a name mean one place.
    pub(super) fn place_name(&mut self, name: &str, location: Option<Box<Location>>) {
        let name = name.trim().to_lowercase();
        self.edit("place name", |edits| match location {
            Some(location) => _ = edits.names.insert(name, *location),
            None => _ = edits.names.remove(&name),
        });
    }

    pub(super) fn close_all(&mut self) {
        self.cancel_reading();
        let open = self.keys.clone();
        let tables: Vec<u32> = (0..).take(self.tables.all.len()).collect();
        self.edit("new", |edits| {
            edits.closed.extend(open);
            edits.closed_tables.extend(tables);
        });
    }

    pub(super) fn close(&mut self, articles: &[ArticleKey]) {
        self.edit("close article", |edits| edits.closed.extend(articles));
    }

    /// Brings back articles that were closed, with what was edited in them.
    pub(super) fn reopen(&mut self, articles: &[ArticleKey]) {
        self.edit("open article again", |edits| {
            edits.closed.retain(|key| !articles.contains(key));
        });
    }

    /// The articles that were closed, in the order of opening.
    pub fn closed_articles(&self) -> impl Iterator<Item = (ArticleKey, &ReadArticle)> {
        let closed = self.edits.closed.iter();
        closed.filter_map(|key| Some((*key, self.opened.get(key.0)?)))
    }

    pub(super) fn set_published(&mut self, article: ArticleKey, date: Option<Date>) {
        self.edit("publication date", |edits| match date {
            Some(date) => {
                edits.published.insert(article, date);
            }
            None => {
                edits.published.remove(&article);
            }
        });
    }

    pub(super) fn reject(&mut self, id: EventId) {
        let Some(event) = self.event(id) else { return };
        let (keys, record): (Vec<ReportKey>, _) = (self.keys_of(event).collect(), event.record);
        self.edit("not an event", |edits| {
            edits.rejected.extend(keys);
            edits.rejected_records.extend(record);
        });
    }

    pub(super) fn restore(&mut self, reports: &[ReportKey]) {
        self.edit("restore event", |edits| {
            edits.rejected.retain(|key| !reports.contains(key));
        });
    }

    pub(super) fn set_types(&mut self, ids: &[EventId], event_type: EventType) {
        let targets = self.targets(ids);
        self.edit("change type", |edits| {
            for target in targets {
                match target {
                    Target::Report(key) => _ = edits.types.insert(key, event_type),
                    Target::Record(at) => _ = edits.record_types.insert(at, event_type),
                }
            }
        });
    }

    /// All reports of these events tell of one happening.
    pub(super) fn join_events(&mut self, ids: &[EventId]) {
        let events = ids.iter().filter_map(|id| self.event(*id));
        let anchors: Vec<ReportAnchor> = events.flat_map(|event| self.anchors_of(event)).collect();
        self.edit("join events", |edits| edits.joins.join(&anchors));
    }

    /// The report is not of the event that it was joined to.
    pub(super) fn part_report(&mut self, id: EventId, report: ReportRef) {
        let Some(event) = self.event(id) else { return };
        let anchor = self.anchor_of(report);
        let Some(anchor) = anchor.filter(|_| event.reports.contains(&report)) else { return };
        let others = event.reports.iter().filter(|other| **other != report);
        let others: Vec<ReportAnchor> = others.filter_map(|at| self.anchor_of(*at)).collect();
        self.edit("take report out", |edits| edits.joins.part(&anchor, &others));
    }

    pub(super) fn anchors_of(&self, event: &Event) -> Vec<ReportAnchor> {
        event.reports.iter().filter_map(|at| self.anchor_of(*at)).collect()
    }

    fn anchor_of(&self, at: ReportRef) -> Option<ReportAnchor> {
        let article = &self.dataset.articles.get(at.article)?.article;
        Some(ReportAnchor::new(article, self.dataset.report(at)?))
    }

    pub(super) fn undo(&mut self) {
        if let Some(step) = self.history.undo(&mut self.edits) {
            let back = Step { before: step.after, after: step.before, ..step };
            self.log(StepKind::Undo, &back);
            self.follow(&back.after);
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(step) = self.history.redo(&mut self.edits) {
            self.log(StepKind::Redo, &step);
            self.follow(&step.after);
        }
    }
}
