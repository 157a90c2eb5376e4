//! What a person adds to a reading: reports in words that the program passed over, and
//! places for names.

use super::{ArticleKey, ReportKey, Session};
use crate::model::{Dated, EventType, Location, ReadArticle, Report, Span, Usage, within};

impl Session {
    /// Adds the reports that a person found in this article. Where and when are what the
    /// sentence names, for the person to check.
    pub(super) fn add_reports(&self, article: ArticleKey, read: &mut ReadArticle) {
        let from = ReportKey { article, trigger: Span::new(0, 0) };
        let all = self.edits.added.range(from..).take_while(|(key, _)| key.article == article);
        for (key, event_type) in all {
            let is_there = read.reading.reports.iter().any(|r| r.trigger == key.trigger);
            if !is_there && key.trigger.end <= read.article.text.len() {
                let report = report(read, key.trigger, *event_type);
                read.reading.reports.push(report);
            }
        }
    }

    /// Puts names where a person said that they are.
    pub(super) fn place_names(&self, read: &mut ReadArticle) {
        if self.edits.names.is_empty() {
            return;
        }
        let text = &read.article.text;
        for report in &mut read.reading.reports {
            for location in &mut report.locations {
                let written = location.evidence.of(text).to_lowercase();
                let chosen = self.edits.names.get(&written);
                let chosen = chosen.or_else(|| self.edits.names.get(&location.name.to_lowercase()));
                if let Some(chosen) = chosen {
                    let evidence = location.evidence;
                    *location = Location { evidence, ..chosen.clone() };
                }
            }
        }
    }
}

fn report(read: &ReadArticle, trigger: Span, event_type: EventType) -> Report {
    let reading = &read.reading;
    let quote = sentence(&read.article.text, trigger);
    let places = within(&reading.toponyms, quote, |toponym| toponym.span);
    let place =
        places.iter().filter(|toponym| toponym.usage == Usage::Literal).find_map(|toponym| {
            let place = toponym.place.as_ref()?;
            Some(Location::of_place(place, toponym.span, "named in the sentence that you chose"))
        });
    let dates = within(&reading.timexes, quote, |timex| timex.span);
    let date = dates.iter().find_map(|timex| {
        let why = format!("named in the sentence that you chose; {}", timex.why);
        Some(Dated { range: timex.range?, evidence: Some(timex.span), why })
    });
    Report {
        event_type,
        trigger,
        quote,
        date,
        locations: place.into_iter().collect(),
        killed: None,
        wounded: None,
        captured: None,
        tolls: Vec::new(),
        actors: Vec::new(),
        weapons: Vec::new(),
        damage: Vec::new(),
        claimed_by: None,
        claims: Vec::new(),
        background: false,
        confidence: 1.0,
        also: Vec::new(),
    }
}

/// The sentence or line around words.
fn sentence(text: &str, words: Span) -> Span {
    let before = text.get(..words.start).unwrap_or_default();
    let after = text.get(words.end..).unwrap_or_default();
    let ends = [". ", "? ", "! ", "\n"];
    let start = ends.iter().filter_map(|end| before.rfind(end).map(|at| at + end.len())).max();
    let ends_with = text.get(words.start..words.end).is_some_and(|told| told.ends_with('.'));
    let end = ends.iter().filter_map(|end| after.find(end).map(|at| at + end.trim_end().len()));
    let end = end.min().unwrap_or(after.len());
    Span::new(start.unwrap_or(0), if ends_with { words.end } else { words.end + end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_reaches_around_its_words() {
        let check = |text: &str, words: &str, wanted: &str| {
            let start = text.find(words).unwrap_or(0);
            let span = Span::new(start, start + words.len());
            assert_eq!(sentence(text, span).of(text), wanted);
        };
        check("It came. Shells fell on Goris. More.", "fell", "Shells fell on Goris.");
        check("Headline\nShells fell", "fell", "Shells fell");
        check("Shells fell. More.", "Shells fell.", "Shells fell.");
    }
}
