//! Edits: each remembers what was before, so that it can be undone.

use jiff::civil::Date;

use super::edits::Step;
use super::{ArticleKey, Edits, ReportKey, Session};
use crate::model::{Event, EventId, EventType, ReportAnchor, ReportRef};
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
            self.history.remember(step);
            self.rebuild();
        }
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

    pub(super) fn close(&mut self, article: ArticleKey) {
        self.edit("close article", |edits| {
            edits.closed.insert(article);
        });
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

    pub(super) fn set_type(&mut self, id: EventId, event_type: EventType) {
        let Some(event) = self.event(id) else { return };
        let (keys, record): (Vec<ReportKey>, _) = (self.keys_of(event).collect(), event.record);
        self.edit("change type", |edits| {
            edits.record_types.extend(record.map(|record| (record, event_type)));
            edits.types.extend(keys.into_iter().map(|key| (key, event_type)));
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

    fn anchors_of(&self, event: &Event) -> Vec<ReportAnchor> {
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
            self.rebuild();
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(step) = self.history.redo(&mut self.edits) {
            self.log(StepKind::Redo, &step);
            self.rebuild();
        }
    }
}
