//! How many were killed and wounded, sentence by sentence.

use super::sentences::Sentence;
use super::tokens::{Token, TokenKind};
use crate::lexicon::{CasualtyWords, Lexicon, number_word};
use crate::model::{Count, Span, Timex, within};
use crate::pipeline::tokens::last_words;

/// A number of people and what became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Casualty {
    /// What became of them.
    pub fate: Fate,
    /// How many; its evidence reaches from the number to the people.
    pub count: Count,
    /// The word that tells: "killed".
    pub word: Span,
}

/// What became of the people counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// They died.
    Killed,
    /// They were hurt.
    Wounded,
}

/// The numbers of dead and hurt in a sentence, in text order of the words that tell.
/// Ages, years and what was counted in parts are no numbers of people.
pub fn find(
    text: &str,
    tokens: &[Token],
    sentence: &Sentence,
    timexes: &[Timex],
    lexicon: &Lexicon,
) -> Vec<Casualty> {
    let reader = Reader {
        text,
        tokens: &tokens[sentence.tokens.clone()],
        timexes: within(timexes, sentence.span, |t| t.span),
        words: &lexicon.casualties,
    };
    let mut found = Vec::new();
    for at in 0..reader.tokens.len() {
        let Some(fate) = reader.fate(at) else { continue };
        let count = reader.ahead(at).or_else(|| reader.back(at));
        let word = reader.tokens[at].span;
        found.extend(count.map(|count| Casualty { fate, count, word }));
    }
    found.extend(reader.lives_and_tolls());
    found
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    timexes: &'a [Timex],
    words: &'a CasualtyWords,
}

/// A number, where it stands, and how exact it is.
#[derive(Clone, Copy)]
struct Number {
    low: u32,
    high: Option<u32>,
    first: usize,
    last: usize,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> String {
        self.tokens.get(at).map_or(String::new(), |t| t.of(self.text).to_lowercase())
    }

    fn fate(&self, at: usize) -> Option<Fate> {
        let word = self.word(at);
        if self.words.killed.contains(&word) {
            return Some(Fate::Killed);
        }
        self.words.wounded.contains(&word).then_some(Fate::Wounded)
    }

    /// "killing at least 49 Armenian and 50 Azerbaijani troops", "killed a soldier".
    fn ahead(&self, at: usize) -> Option<Count> {
        if !self.words.looks_ahead.contains(&self.word(at)) || self.is_passive(at) {
            return None;
        }
        let start = (at + 1..at + 8).find(|&n| self.number_at(n).is_some())?;
        let only_lead = (at + 1..start).all(|n| self.is_hedge(n));
        let number = self.number_at(start).filter(|_| only_lead)?;
        let end = self.people_after(number.last)?;
        let (number, end) = self.with_coordinate(number, end);
        self.count(start, number, end)
    }

    /// "was killed", "have been killed", "were reported killed".
    fn is_passive(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or(String::new(), |n| self.word(n));
        (1..=3).any(|n| {
            matches!(
                back(n).as_str(),
                "was" | "were" | "been" | "being" | "are" | "is" | "be" | "got"
            )
        }) && !(1..=3).any(|n| matches!(back(n).as_str(), "who" | "and" | ","))
    }

    /// "at least 49 Armenian soldiers were killed", "left dozens dead", "two killed".
    fn back(&self, at: usize) -> Option<Count> {
        const WORDS_BACK: usize = 16;
        let from = at.saturating_sub(WORDS_BACK);
        let mut best: Option<(Number, usize)> = None;
        for n in (from..at).rev() {
            let ends_clause = matches!(self.word(n).as_str(), ";" | ":" | "—" | "." | "\"");
            let other_fate = self.fate(n).is_some() && self.word(n) != "wounded";
            if ends_clause || other_fate {
                break;
            }
            let Some(number) = self.number_at(n) else { continue };
            if number.last >= at || self.names_a_part(n) {
                continue;
            }
            if let Some(end) = self.people_between(number.last, at) {
                best = Some((number, end));
                break;
            }
        }
        let (number, end) = best?;
        let first = self.with_coordinate_before(number);
        self.count(first.first, first, end)
    }

    /// "claimed more than 6,500 lives", "death toll to 105", "lost a soldier".
    fn lives_and_tolls(&self) -> Vec<Casualty> {
        let mut found = Vec::new();
        for at in 0..self.tokens.len() {
            let word = self.word(at);
            let number_from =
                |from: usize, reach: usize| (from..from + reach).find_map(|n| self.number_at(n));
            let number = match word.as_str() {
                "lives" => (at.saturating_sub(4)..at)
                    .find_map(|n| self.number_at(n))
                    .filter(|_| (at.saturating_sub(9)..at).any(|n| self.takes_lives(n))),
                "toll" => number_from(at + 1, 9),
                "lost" => number_from(at + 1, 3)
                    .filter(|n| self.people_after(n.last).is_some_and(|end| self.is_fighter(end))),
                _ => None,
            };
            let count = number.and_then(|number| self.count(number.first, number, number.last));
            let word = self.tokens[at].span;
            found.extend(count.map(|count| Casualty { fate: Fate::Killed, count, word }));
        }
        found
    }

    fn takes_lives(&self, at: usize) -> bool {
        matches!(
            self.word(at).as_str(),
            "claimed" | "claiming" | "cost" | "costing" | "took" | "taken" | "claims" | "taking"
        )
    }

    fn is_fighter(&self, at: usize) -> bool {
        matches!(
            self.word(at).as_str(),
            "soldier"
                | "soldiers"
                | "troops"
                | "servicemen"
                | "serviceman"
                | "men"
                | "fighters"
                | "officers"
                | "officer"
                | "people"
                | "personnel"
                | "lives"
        )
    }

    /// The number that starts at this token, with "at least" and the like before it.
    fn number_at(&self, at: usize) -> Option<Number> {
        let token = self.tokens.get(at)?;
        let word = self.word(at);
        let article = matches!(word.as_str(), "a" | "an");
        if article && !self.article_counts(at) {
            return None;
        }
        let goes_on = (1..=2)
            .filter_map(|back| at.checked_sub(back))
            .any(|n| self.number_end(n).is_some_and(|end| end >= at));
        if goes_on || self.is_of_time(token.span) || self.is_no_count(at) {
            return None;
        }
        if let Some(&low) = self.words.vague.get(&word) {
            let of_number =
                self.word(at + 1) == "of" && self.words.vague.contains_key(&self.word(at + 2));
            return (!of_number).then_some(Number { low, high: None, first: at, last: at });
        }
        let last = self.number_end(at)?;
        let span = token.span.join(self.tokens.get(last)?.span);
        let value = number_word(span.of(self.text))?;
        if !(0.0..=20_000_000.0).contains(&value) || value.fract() != 0.0 {
            return None;
        }
        let value = value as u32;
        let before = last_words(self.text, token.span.start).trim_end().to_lowercase();
        let ends = |phrases: &[String]| phrases.iter().any(|p| before.ends_with(p.as_str()));
        let (low, high) = if ends(&self.words.at_least) {
            (value, None)
        } else if ends(&self.words.at_most) {
            (1.min(value), Some(value))
        } else {
            (value, Some(value))
        };
        Some(Number { low, high, first: at, last })
    }

    /// The last token of a number in several words: "two hundred and five".
    fn number_end(&self, at: usize) -> Option<usize> {
        let numeric = |n: usize| {
            let word = self.word(n);
            self.tokens.get(n).is_some_and(|t| {
                t.kind == TokenKind::Number && word.ends_with(|c: char| c.is_ascii_digit())
            }) || number_word(&word).is_some() && !matches!(word.as_str(), "a" | "an")
        };
        if matches!(self.word(at).as_str(), "a" | "an") {
            return Some(if self.word(at + 1) == "dozen" { at + 1 } else { at });
        }
        if !numeric(at) {
            return None;
        }
        let mut last = at;
        loop {
            let next = self.word(last + 1);
            let scale = matches!(next.as_str(), "hundred" | "thousand" | "million" | "dozen");
            let joined = next == "-"
                && numeric(last + 2)
                && self.tokens.get(last + 2).is_some_and(|t| !t.spaced);
            if scale {
                last += 1;
            } else if joined {
                last += 2;
            } else {
                return Some(last);
            }
        }
    }

    /// "a soldier", "an Armenian officer", "a dozen": one, or twelve.
    fn article_counts(&self, at: usize) -> bool {
        let phrase = (at + 1..at + 9)
            .take_while(|&n| !matches!(self.word(n).as_str(), "" | "of" | "in" | "," | "."));
        self.word(at + 1) == "dozen" || phrase.into_iter().any(|n| self.is_single_person(n))
    }

    fn is_single_person(&self, at: usize) -> bool {
        let word = self.word(at);
        self.words.people.contains(&word)
            && !word.ends_with('s')
            && !matches!(
                word.as_str(),
                "people"
                    | "police"
                    | "personnel"
                    | "men"
                    | "women"
                    | "children"
                    | "crew"
                    | "staff"
                    | "more"
                    | "family"
                    | "wounded"
                    | "youth"
            )
    }

    fn is_of_time(&self, span: Span) -> bool {
        self.timexes.iter().any(|t| t.span.overlaps(span))
    }

    /// Ages, distances, money, things: "19-year-old", "20 km", "$5", "aged 19".
    fn is_no_count(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(String::new(), |n| self.word(n));
        let next = self.word(at + 1);
        let glued = next == "-" && self.tokens.get(at + 1).is_some_and(|t| !t.spaced);
        let year_old = glued
            && matches!(
                self.word(at + 2).as_str(),
                "year" | "month" | "day" | "member" | "strong" | "hour"
            );
        matches!(before.as_str(), "$" | "€" | "£" | "aged" | "age" | "article" | "no")
            || year_old
            || matches!(
                next.as_str(),
                "%" | "percent"
                    | "per"
                    | "km"
                    | "kilometers"
                    | "kilometres"
                    | "miles"
                    | "meters"
                    | "metres"
                    | "years"
                    | "hours"
                    | "minutes"
                    | "days"
                    | "villages"
                    | "towns"
                    | "houses"
                    | "homes"
                    | "vehicles"
                    | "tanks"
            )
    }

    fn is_hedge(&self, at: usize) -> bool {
        matches!(
            self.word(at).as_str(),
            "at" | "least"
                | "more"
                | "than"
                | "over"
                | "up"
                | "to"
                | "as"
                | "many"
                | "some"
                | "about"
                | "around"
                | "nearly"
                | "almost"
                | "an"
                | "estimated"
                | "approximately"
                | "no"
                | "fewer"
                | "less"
                | "the"
                | "another"
                | "reportedly"
                | "possibly"
                | "of"
                | "other"
                | "and"
                | "or"
                | "wounding"
                | "injuring"
        )
    }

    /// Whether the number names only some of those counted already: "including three children".
    fn names_a_part(&self, at: usize) -> bool {
        (1..=3).any(|n| at.checked_sub(n).is_some_and(|n| self.words.parts.contains(&self.word(n))))
    }

    /// The people after a number, at most five words on: "49 Armenian troops", "two of its".
    fn people_after(&self, last: usize) -> Option<usize> {
        if self.word(last + 1) == "of" {
            return (last + 2..last + 7)
                .find(|&n| self.words.people.contains(&self.word(n)))
                .or(Some(last));
        }
        let found = (last + 1..last + 7)
            .take_while(|&n| {
                n < self.tokens.len()
                    && !matches!(self.word(n).as_str(), "." | ";" | "in" | "at" | "on")
            })
            .find(|&n| self.words.people.contains(&self.word(n)));
        found.or_else(|| {
            // "killed 12 in the market", "killing dozens."
            let next = self.word(last + 1);
            matches!(
                next.as_str(),
                "" | "."
                    | ","
                    | "in"
                    | "and"
                    | "on"
                    | "at"
                    | "near"
                    | "when"
                    | "overnight"
                    | "during"
            )
            .then_some(last)
        })
    }

    /// The people between a number and the word that tells; the number itself when
    /// nothing stands between: "two killed".
    fn people_between(&self, last: usize, at: usize) -> Option<usize> {
        let between = last + 1..at;
        let people = between.clone().find(|&n| self.words.people.contains(&self.word(n)));
        if between.is_empty() || self.word(last + 1) == "of" {
            return Some(people.unwrap_or(at.saturating_sub(1)).max(last));
        }
        let helpers = [
            "were",
            "was",
            "have",
            "had",
            "been",
            "are",
            "reported",
            "feared",
            "confirmed",
            "also",
            "being",
            "is",
            "be",
            "has",
        ];
        people.or_else(|| {
            between.clone().all(|n| helpers.contains(&self.word(n).as_str())).then_some(last)
        })
    }

    /// "49 Armenian and 50 Azerbaijani troops" counts 99.
    fn with_coordinate(&self, number: Number, end: usize) -> (Number, usize) {
        let Some(and) = (number.last + 1..number.last + 5).find(|&n| self.word(n) == "and") else {
            return (number, end);
        };
        let Some(second) = self.number_at(and + 1) else { return (number, end) };
        let fate_between = (number.last..and + 1).any(|n| self.fate(n).is_some());
        let Some(second_end) = self.people_after(second.last).filter(|&end| end > second.last)
        else {
            return (number, end);
        };
        let own_fate = (second_end + 1..second_end + 4).any(|n| self.fate(n).is_some());
        if fate_between || own_fate {
            return (number, end);
        }
        (add(number, second), second_end)
    }

    /// The same, read from the second number back.
    fn with_coordinate_before(&self, second: Number) -> Number {
        let Some(and) = second.first.checked_sub(1).filter(|&n| self.word(n) == "and") else {
            return second;
        };
        for n in (and.saturating_sub(4)..and).rev() {
            if self.fate(n).is_some() {
                return second;
            }
            if let Some(first) = self.number_at(n).filter(|first| first.last < and) {
                return add(first, second);
            }
        }
        second
    }

    fn count(&self, first: usize, number: Number, end: usize) -> Option<Count> {
        let start = self.hedge_start(first.min(number.first));
        let evidence =
            self.tokens.get(start)?.span.join(self.tokens.get(end.max(number.last))?.span);
        Count::new(number.low, number.high, evidence)
    }

    /// The first token of "at least" and the like before a number.
    fn hedge_start(&self, first: usize) -> usize {
        let before = |n: usize| first.checked_sub(n).map_or(String::new(), |n| self.word(n));
        let pair = format!("{} {}", before(2), before(1));
        let hedges = || self.words.at_least.iter().chain(&self.words.at_most);
        if hedges().any(|hedge| *hedge == pair) {
            return first - 2;
        }
        if hedges().any(|hedge| *hedge == before(1)) { first - 1 } else { first }
    }
}

fn add(a: Number, b: Number) -> Number {
    Number {
        low: a.low.saturating_add(b.low),
        high: a.high.zip(b.high).map(|(a, b)| a.saturating_add(b)),
        first: a.first.min(b.first),
        last: a.last.max(b.last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{dates, plain::Plain, sentences, tokens};

    /// Killed, then wounded, "-" where there is none.
    fn check(text: &str, killed: &str, wounded: &str) {
        let plain = Plain::new(&format!("Headline\n\n{text}"));
        let tokens = tokens::find(&plain.text);
        let lexicon = Lexicon::bundled();
        let sentences = sentences::find(&plain, &tokens, lexicon);
        let (timexes, _) = dates::find(&plain.text, &sentences, None);
        let found: Vec<Casualty> = sentences
            .iter()
            .flat_map(|s| find(&plain.text, &tokens, s, &timexes, lexicon))
            .collect();
        let first = |fate: Fate| {
            let count = found.iter().find(|c| c.fate == fate).map(|c| c.count.label());
            count.unwrap_or_else(|| "-".into())
        };
        assert_eq!(
            (first(Fate::Killed).as_str(), first(Fate::Wounded).as_str()),
            (killed, wounded),
            "{text}"
        );
    }

    #[test]
    fn numbers_after_the_verb_are_counted() {
        check("The clash ended with killing of at least 12 soldiers.", "12 or more", "-");
        check("The strike killed three people and wounded five others.", "3", "5");
        check(
            "It left the town after killing at least 49 Armenian and 50 Azerbaijani troops.",
            "99 or more",
            "-",
        );
        check("It accused them of killing one of its soldiers.", "1", "-");
    }

    #[test]
    fn numbers_before_the_verb_are_counted() {
        check("At least 49 soldiers were killed in the attacks.", "49 or more", "-");
        check("The clashes left at least 49 Armenian troops dead.", "49 or more", "-");
        check("Seventy-four civilians have been killed.", "74", "-");
        check(
            "Two of its troops had been killed and more than a dozen injured.",
            "2",
            "12 or more",
        );
        check("Ten people, including three children, were killed.", "10", "-");
    }

    #[test]
    fn tolls_and_lives_are_counted() {
        check("The war claimed more than 6,500 lives.", "6500 or more", "-");
        check("The death toll rose to 105 on Wednesday.", "105", "-");
        check("The army lost two soldiers.", "2", "-");
    }

    #[test]
    fn ages_and_years_are_no_counts() {
        check("A 19-year-old soldier was killed in 2020.", "1", "-");
        check("Nobody was killed in 2020.", "-", "-");
    }
}
