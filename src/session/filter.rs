//! The filter: which events may be shown, whatever the time.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{ArticleKey, columns::Facts, facets::Facet};
use crate::model::{Area, EventType, Precision, Review};

/// Which events may be shown. The default lets everything pass but history
/// that articles tell as context.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    hidden_types: u32,
    hidden_precisions: u8,
    hidden_articles: BTreeSet<ArticleKey>,
    hidden_reviews: BTreeSet<Review>,
    /// What an event must have one of, in each facet that is named.
    chosen: BTreeMap<Facet, BTreeSet<String>>,
    text: String,
    background: bool,
    area: Option<Area>,
    disputed_only: bool,
    least_killed: u32,
}

/// A condition of the filter that an event fails, as a bit: so that each facet can count
/// what it would show if it asked for nothing.
pub type Fails = u16;

/// It has no place or no day.
pub const NOT_MAPPABLE: Fails = 1;
const TYPE: Fails = 1 << 1;
const PRECISION: Fails = 1 << 2;
/// Only hidden articles report it.
pub const ARTICLE: Fails = 1 << 3;
/// It is history told as context.
pub const BACKGROUND: Fails = 1 << 4;
/// It has not all words looked for.
pub const TEXT: Fails = 1 << 5;
/// What a person thinks of it is hidden.
pub const REVIEW: Fails = 1 << 6;
const DISPUTED: Fails = 1 << 7;
const KILLED: Fails = 1 << 8;
const FIRST_FACET: Fails = 1 << 9;
/// It happened outside of the part of the map that is wanted. The last bit, after the facets.
pub const AREA: Fails = 1 << 15;

/// The bit of a facet.
pub fn facet_bit(facet: Facet) -> Fails {
    FIRST_FACET << facet as u8
}

/// The bit of types.
pub const TYPE_BIT: Fails = TYPE;

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

    /// Whether any article is hidden.
    pub(super) fn hides_articles(&self) -> bool {
        !self.hidden_articles.is_empty()
    }

    /// Whether events of which a person thinks so pass.
    pub fn shows_review(&self, review: Review) -> bool {
        !self.hidden_reviews.contains(&review)
    }

    /// What an event must have one of in this facet; nothing where all pass.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &String> {
        self.chosen.get(&facet).into_iter().flatten()
    }

    /// Whether a facet asks for something.
    pub fn asks_for(&self, facet: Facet) -> bool {
        self.chosen.get(&facet).is_some_and(|names| !names.is_empty())
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

    /// Whether only events pass whose reports differ.
    pub fn disputed_only(&self) -> bool {
        self.disputed_only
    }

    /// So many deaths at least.
    pub fn least_killed(&self) -> u32 {
        self.least_killed
    }

    /// Whether something is hidden that the default would show.
    pub fn is_active(&self) -> bool {
        // Blanks look for nothing.
        let text = self.text.trim().to_owned();
        let usual = Self { background: self.background, ..Self::default() };
        Self { text, ..self.clone() } != usual
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
        toggle(&mut self.hidden_articles, article);
    }

    /// Other keys for the articles that are hidden; those without one are forgotten.
    pub(super) fn renumber_articles(&mut self, key: impl Fn(ArticleKey) -> Option<ArticleKey>) {
        self.hidden_articles = self.hidden_articles.iter().filter_map(|old| key(*old)).collect();
    }

    pub(super) fn toggle_review(&mut self, review: Review) {
        toggle(&mut self.hidden_reviews, review);
    }

    pub(super) fn toggle_chosen(&mut self, facet: Facet, name: String) {
        let names = self.chosen.entry(facet).or_default();
        toggle(names, name);
        if names.is_empty() {
            self.chosen.remove(&facet);
        }
    }

    /// Only this name; none if it was the only one.
    pub(super) fn only_chosen(&mut self, facet: Facet, name: String) {
        let only = BTreeSet::from([name]);
        if self.chosen.get(&facet) == Some(&only) {
            self.chosen.remove(&facet);
        } else {
            self.chosen.insert(facet, only);
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

    pub(super) fn set_disputed_only(&mut self, only: bool) {
        self.disputed_only = only;
    }

    pub(super) fn set_least_killed(&mut self, number: u32) {
        self.least_killed = number;
    }

    /// The words looked for, in lower case.
    pub(super) fn words(&self) -> Vec<String> {
        self.text.split_whitespace().map(str::to_lowercase).collect()
    }

    /// The conditions that an event fails, of those that its facts tell.
    pub(super) fn fails(&self, facts: &Facts) -> Fails {
        let fails = |failed: bool, bit: Fails| if failed { bit } else { 0 };
        fails(!facts.is_mappable(), NOT_MAPPABLE)
            | fails(self.hidden_types & (1 << facts.code) != 0, TYPE)
            | fails(self.hidden_precisions & facts.precision != 0, PRECISION)
            | fails(facts.background && !self.background, BACKGROUND)
            | fails(self.disputed_only && !facts.disputed, DISPUTED)
            | fails(facts.killed < self.least_killed, KILLED)
            | fails(self.hidden_reviews.contains(&facts.review), REVIEW)
    }
}

fn toggle<T: Ord>(all: &mut BTreeSet<T>, one: T) {
    if !all.remove(&one) {
        all.insert(one);
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
