//! The time of day, what was hit and with what: what tells one happening from another of
//! the same day and place.

use crate::lexicon::{Hours, Lexicon};

/// What sentences tell of a happening beside place, day and numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Particulars {
    /// The hours of the day, where told.
    pub hours: Option<Hours>,
    /// A bit for each class of things hit.
    pub targets: u32,
    /// A bit for each class of weapons.
    pub weapons: u32,
}

impl Particulars {
    /// Those of a text in small letters.
    pub fn of(text: &str) -> Self {
        let rules = &Lexicon::bundled().merging;
        Self {
            hours: hours_of(text, &rules.hours),
            targets: rules.targets_of(text),
            weapons: rules.weapons.of(text),
        }
    }

    /// These; what they do not tell, from others.
    pub fn or(self, others: Self) -> Self {
        let first = self;
        let or = |first: u32, others: u32| if first == 0 { others } else { first };
        Self {
            hours: first.hours.or(others.hours),
            targets: or(first.targets, others.targets),
            weapons: or(first.weapons, others.weapons),
        }
    }

    /// Whether both tell hours, and share none.
    pub fn at_other_hours(&self, other: &Self) -> bool {
        self.hours.zip(other.hours).is_some_and(|(a, b)| !overlap(a, b))
    }

    /// Whether both tell what was hit, and nothing is the same.
    pub fn other_targets(&self, other: &Self) -> bool {
        self.targets != 0 && other.targets != 0 && self.targets & other.targets == 0
    }
}

/// The hours that a sentence in small letters tells. `None` where it tells none, or
/// hours that exclude each other.
fn hours_of(sentence: &str, phrases: &[(String, Hours)]) -> Option<Hours> {
    let mut left = sentence.to_owned();
    let mut found: Vec<Hours> = clock_times(sentence);
    for (phrase, hours) in phrases {
        if left.contains(phrase.as_str()) {
            left = left.replace(phrase.as_str(), "_");
            found.push(*hours);
        }
    }
    let first = *found.first()?;
    found.iter().all(|hours| overlap(first, *hours)).then_some(first)
}

/// "9 a.m.", "7 p.m.", "18:40", "11 am": each with an hour and a half before and after.
fn clock_times(sentence: &str) -> Vec<Hours> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut found = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let word = word.trim_matches(|c: char| matches!(c, ',' | ';' | '(' | ')' | '"'));
        let next = words.get(n + 1).map_or("", |next| *next);
        let half = if next.starts_with("p.m") || next == "pm" {
            Some(12.0)
        } else if next.starts_with("a.m") || next == "am" {
            Some(0.0)
        } else {
            None
        };
        let (hour, minute) = match word.split_once(':') {
            Some((hour, minute)) => (hour, minute.trim_end_matches('.').parse::<f32>().ok()),
            None if half.is_some() => (word, Some(0.0)),
            None => continue,
        };
        let (Ok(hour), Some(minute)) = (hour.parse::<f32>(), minute) else { continue };
        if hour <= 24.0 && minute < 60.0 {
            let hour = hour % 12.0 + half.unwrap_or(if hour >= 12.0 { 12.0 } else { 0.0 });
            let at = hour + minute / 60.0;
            found.push(((at + 22.5) % 24.0, (at + 1.5) % 24.0));
        }
    }
    found
}

/// Whether two stretches of the day share an hour.
pub fn overlap(a: Hours, b: Hours) -> bool {
    let holds = |(from, to): Hours, hour: f32| {
        if from <= to { from <= hour && hour < to } else { hour >= from || hour < to }
    };
    holds(a, b.0) || holds(b, a.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(sentence: &str) -> Option<Hours> {
        hours_of(sentence, &Lexicon::bundled().merging.hours)
    }

    #[test]
    fn hours_are_told_by_words_and_by_the_clock() {
        assert_eq!(hours("shells fell overnight"), Some((22.0, 7.0)));
        assert_eq!(hours("shortly after 9 a.m. a shell"), Some((7.5, 10.5)));
        assert_eq!(hours("at about 18:30."), Some((17.0, 20.0)));
        assert_eq!(hours("in the evening, after an attack in the morning"), None);
        assert_eq!(hours("nothing"), None);
    }

    #[test]
    fn hours_around_midnight_overlap() {
        assert!(overlap((20.0, 7.0), (23.0, 2.0)));
        assert!(overlap((0.0, 7.0), (20.0, 7.0)));
        assert!(!overlap((4.0, 12.0), (16.0, 23.0)));
    }
}
