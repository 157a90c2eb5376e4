//! The filter: which events may be shown, whatever the time.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ArticleKey;
use crate::model::{Area, Event, EventType, Precision};

/// Which events may be shown. The default lets everything pass but history
/// that articles tell as context.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    hidden_types: u32,
    hidden_precisions: u8,
    hidden_articles: BTreeSet<ArticleKey>,
    text: String,
    background: bool,
    area: Option<Area>,
}

impl Filter {
    /// Whether events of the type pass.
    pub fn shows_type(&self, event_type: EventType) -> bool {
        self.hidden_types & (1 << event_type.code()) == 0
    }

    /// One bit per type code: the types that pass.
    pub fn type_mask(&self) -> u32 {
        !self.hidden_types
    }

    /// Whether events known this well pass.
    pub fn shows_precision(&self, precision: Precision) -> bool {
        self.hidden_precisions & precision_bit(precision) == 0
    }

    /// Whether events that only this article reports pass.
    pub fn shows_article(&self, article: ArticleKey) -> bool {
        !self.hidden_articles.contains(&article)
    }

    /// The words looked for, as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether history told as context passes.
    pub fn background(&self) -> bool {
        self.background
    }

    /// The part of the map in which an event must have happened; none for everywhere.
    pub fn area(&self) -> Option<&Area> {
        self.area.as_ref()
    }

    /// Whether something is hidden that the default would show.
    pub fn is_active(&self) -> bool {
        self.hidden_types != 0
            || self.hidden_precisions != 0
            || !self.hidden_articles.is_empty()
            || !self.text.trim().is_empty()
            || self.area.is_some()
    }

    pub(super) fn toggle_type(&mut self, event_type: EventType) {
        self.hidden_types ^= 1 << event_type.code();
    }

    /// Only this type; all types if it was the only one.
    pub(super) fn only_type(&mut self, event_type: EventType) {
        let all = (1 << EventType::ALL.len()) - 1;
        let others = all & !(1 << event_type.code());
        self.hidden_types = if self.hidden_types == others { 0 } else { others };
    }

    pub(super) fn toggle_precision(&mut self, precision: Precision) {
        self.hidden_precisions ^= precision_bit(precision);
    }

    pub(super) fn toggle_article(&mut self, article: ArticleKey) {
        if !self.hidden_articles.remove(&article) {
            self.hidden_articles.insert(article);
        }
    }

    pub(super) fn set_text(&mut self, text: String) {
        self.text = text;
    }

    pub(super) fn set_background(&mut self, shown: bool) {
        self.background = shown;
    }

    pub(super) fn set_area(&mut self, area: Option<Area>) {
        self.area = area;
    }

    /// The words looked for, in lower case.
    pub(super) fn words(&self) -> Vec<String> {
        self.text.split_whitespace().map(str::to_lowercase).collect()
    }

    /// Whether the event passes all but the search for words. `articles` are
    /// those that report it.
    pub(super) fn passes(
        &self,
        event: &Event,
        mut articles: impl Iterator<Item = ArticleKey>,
    ) -> bool {
        let precise_enough =
            event.locations.first().is_none_or(|location| self.shows_precision(location.precision));
        self.shows_type(event.event_type)
            && precise_enough
            && (self.background || !event.background)
            && (self.hidden_articles.is_empty()
                || event.record.is_some()
                || articles.any(|key| self.shows_article(key)))
            && self.area.as_ref().is_none_or(|area| {
                event.best_locations().any(|location| area.contains(location.position))
            })
    }
}

fn precision_bit(precision: Precision) -> u8 {
    1 << precision as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_type_and_back() {
        let mut filter = Filter::default();
        filter.only_type(EventType::Battle);
        assert!(filter.shows_type(EventType::Battle));
        assert!(!filter.shows_type(EventType::Other));
        assert!(filter.is_active());
        filter.only_type(EventType::Battle);
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn a_toggle_is_its_own_inverse() {
        let mut filter = Filter::default();
        filter.toggle_article(ArticleKey(3));
        filter.toggle_precision(Precision::Admin1);
        assert!(!filter.shows_article(ArticleKey(3)));
        assert!(!filter.shows_precision(Precision::Admin1));
        filter.toggle_article(ArticleKey(3));
        filter.toggle_precision(Precision::Admin1);
        assert!(!filter.is_active());
    }
}
