//! The search for words: which events have all of them, in what is told of them.

use rayon::prelude::*;
use regex::{Regex, RegexBuilder};

use super::Session;
use crate::model::{Dataset, Event, EventId, EventTable, EventType};

/// One bit for each word looked for.
type Hits = u64;

/// The text to search in for each event that articles tell of, in lower case.
pub type Texts = Vec<(EventId, String)>;

impl Session {
    /// The events that have all of these words, whatever the filter hides.
    pub fn events_with(&self, words: &str) -> Vec<EventId> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let found = self.with_words(&words).into_iter().enumerate();
        found.filter_map(|(number, has)| has.then_some(EventId(number))).collect()
    }

    /// Whether each event has all of the words, which are in lower case.
    pub(super) fn with_words(&self, words: &[String]) -> Vec<bool> {
        let words = &words[..words.len().min(Hits::BITS as usize)];
        let wanted: Hits = words.iter().enumerate().fold(0, |bits, (n, _)| bits | 1 << n);
        let mut found = vec![false; self.dataset.events.len()];
        let texts = self.search_texts.get_or_init(|| texts(&self.dataset));
        for (id, text) in texts {
            found[id.0] = words.iter().all(|word| text.contains(word.as_str()));
        }
        if self.dataset.tables.is_empty() {
            return found;
        }
        let tables: Vec<Vec<Hits>> =
            self.dataset.tables.iter().map(|table| rows_with(table, words)).collect();
        let of_types = EventType::ALL.map(|t| hits(&t.label().to_lowercase(), words));
        for (event, found) in self.dataset.events.iter().zip(&mut found) {
            let Some(at) = event.record else { continue };
            let row = tables.get(at.table as usize).and_then(|rows| rows.get(at.row as usize));
            let has = row.copied().unwrap_or(0) | of_types[usize::from(event.event_type.code())];
            *found = has & wanted == wanted;
        }
        found
    }
}

fn hits(text: &str, words: &[String]) -> Hits {
    let has = words.iter().enumerate().filter(|(_, word)| text.contains(word.as_str()));
    has.fold(0, |bits, (n, _)| bits | 1 << n)
}

/// The words that each row of a table has, whatever their capitals. The rows of a block are
/// gone through as one text: far fewer steps than one row at a time.
fn rows_with(table: &EventTable, words: &[String]) -> Vec<Hits> {
    let finders: Vec<Regex> = words
        .iter()
        .filter_map(|word| {
            RegexBuilder::new(&regex::escape(word)).case_insensitive(true).build().ok()
        })
        .collect();
    let blocks: Vec<(&str, &[u32])> = table.texts().collect();
    blocks.par_iter().flat_map_iter(|(text, ends)| block_with(text, ends, &finders)).collect()
}

fn block_with(text: &str, ends: &[u32], finders: &[Regex]) -> Vec<Hits> {
    let mut rows = vec![0; ends.len()];
    for (bit, finder) in finders.iter().enumerate() {
        let (mut row, mut from) = (0, 0);
        while let Some(found) = finder.find_at(text, from) {
            while ends.get(row).is_some_and(|end| (*end as usize) <= found.start()) {
                row += 1;
            }
            let Some(end) = ends.get(row).map(|end| *end as usize) else { break };
            if found.end() <= end {
                rows[row] |= 1 << bit;
                // One hit is enough for a row.
                from = end;
            } else {
                // Half of it is of the next row.
                from = text.ceil_char_boundary(found.start() + 1);
            }
        }
    }
    rows
}

fn texts(dataset: &Dataset) -> Texts {
    let told = dataset.events.iter().enumerate().filter(|(_, event)| event.record.is_none());
    told.map(|(number, event)| (EventId(number), search_text(dataset, event))).collect()
}

/// Everything that a search may find an event by, in lower case.
fn search_text(dataset: &Dataset, event: &Event) -> String {
    let mut parts = vec![event.event_type.label()];
    parts.extend(event.locations.iter().map(|location| location.name.as_str()));
    if let Some(person) = &event.person {
        parts.push(&person.note);
        parts.extend(person.actors.iter().flatten().map(|actor| actor.name.as_str()));
        parts.extend(person.claimant.as_deref());
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_whatever_the_capitals_and_never_across_two_of_them() {
        let mut table = EventTable::default();
        for (line, cells) in [["Gor", "İx"], ["is", "SHELL"], ["Goris", "şell"]].iter().enumerate()
        {
            table.push(u32::try_from(line).unwrap_or(0), cells.iter().copied());
        }
        let find = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            rows_with(&table, &words)
        };
        assert_eq!(find(&["goris", "shell"]), [0, 2, 1]);
        assert_eq!(find(&["xis"]), [0, 0, 0]);
        assert_eq!(find(&["ş"]), [0, 0, 1]);
    }
}
