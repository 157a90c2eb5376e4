//! What people did to one event, step by step.

use super::edits::Part;
use super::{ReportKey, Session};
use crate::model::{EventId, RecordRef, ReportAnchor};
use crate::storage::LoggedEdit;

impl Session {
    /// The steps that were about an event, undoing included, the oldest first.
    pub fn history_of(&self, id: EventId) -> Vec<&LoggedEdit> {
        let Some(event) = self.event(id) else { return Vec::new() };
        let keys: Vec<ReportKey> = self.keys_of(event).collect();
        let anchors: Vec<ReportAnchor> = self.anchors_of(event);
        let is_its = |part: &Part| {
            let named = |key: ReportKey| keys.contains(&self.now_at(key).unwrap_or(key));
            let record = |at: RecordRef| event.record == Some(at);
            part.reports().any(named)
                || part.records().any(record)
                || part.joined().any(|anchor| anchors.contains(anchor))
        };
        let parts = |step: &&LoggedEdit| {
            [&step.before, &step.after]
                .into_iter()
                .filter_map(|json| serde_json::from_str::<Part>(json).ok())
                .any(|part| is_its(&part))
        };
        self.unkept.log.iter().filter(parts).collect()
    }
}
