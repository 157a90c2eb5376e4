//! A report with all that comparing it needs, worked out once.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::lexicon::{Hours, Lexicon};
use crate::model::{
    DateRange, EventType, Kind, Location, ReadArticle, Report, ReportRef, Span, within,
};

/// A report, seen as one account of a happening.
pub struct Account<'a> {
    /// Where it stands in the dataset.
    pub at: ReportRef,
    /// The place of its article in an order that does not depend on that of the files.
    pub rank: usize,
    /// The report.
    pub report: &'a Report,
    /// When its article was published.
    pub published: Option<Date>,
    /// The days, where told.
    pub days: Option<DateRange>,
    /// Whether the text names no day, so that the days are those around publication.
    pub by_publication: bool,
    /// The hours of the day, where told.
    pub hours: Option<Hours>,
    /// A bit for each class of things hit.
    pub targets: u32,
    /// A bit for each class of weapons.
    pub weapons: u32,
    /// Names of places and of others who are not sides, as hashes in order.
    pub names: Vec<u64>,
    /// Other telling words of the sentences, as hashes in order.
    pub words: Vec<u64>,
    /// Whether its numbers are told as newer than others.
    pub is_update: bool,
    /// The outlet, or the article's id where that is not known.
    pub outlet: &'a str,
    /// Telling words of the headline, if this is what the article is about.
    pub title: Vec<u64>,
}

impl<'a> Account<'a> {
    /// All accounts, by day, then by article; the order does not depend on that of the files.
    pub fn all(articles: &'a [ReadArticle]) -> Vec<Account<'a>> {
        let mut order: Vec<usize> = (0..articles.len()).collect();
        let published =
            |a: &usize| articles[*a].reading.metadata.published.as_ref().map(|p| p.value);
        order.sort_by(|a, b| {
            let (x, y) = (&articles[*a].article, &articles[*b].article);
            let when =
                (published(a).is_none(), published(a)).cmp(&(published(b).is_none(), published(b)));
            when.then_with(|| x.id.cmp(&y.id)).then_with(|| x.text.cmp(&y.text))
        });
        let mut all: Vec<Account<'a>> = Vec::new();
        for (rank, article) in order.into_iter().enumerate() {
            let read = &articles[article];
            let reports = read.reading.reports.iter().enumerate();
            all.extend(reports.map(|(n, report)| {
                Account::new(read, report, ReportRef { article, report: n }, rank)
            }));
        }
        all.sort_by_key(Account::order);
        all
    }

    fn new(read: &'a ReadArticle, report: &'a Report, at: ReportRef, rank: usize) -> Self {
        let lexicon = Lexicon::bundled();
        let text = &read.article.text;
        let sentences: Vec<Span> =
            std::iter::once(report.quote).chain(report.also.iter().copied()).collect();
        let places = Places::of(read, report);
        let mut names = BTreeSet::new();
        let mut words = BTreeSet::new();
        for sentence in &sentences {
            for word in telling_words(text, *sentence, lexicon) {
                if places.sides.iter().any(|span| span.overlaps(word.span)) {
                    continue;
                }
                let set = if word.is_name { &mut names } else { &mut words };
                set.insert(word.hash);
            }
        }
        let first = read.reading.reports.iter().find(|r| !r.background);
        let is_subject = first.is_some_and(|first| std::ptr::eq(first, report));
        let title = read.reading.metadata.title.as_ref().filter(|_| is_subject);
        let title = title.map_or("", |title| title.value.as_str());
        let quote = places.without_names(text, report.quote);
        let rest: Vec<String> =
            sentences[1..].iter().map(|span| places.without_names(text, *span)).collect();
        let all = format!("{quote} {}", rest.join(" "));
        let classes = &lexicon.merging;
        Self {
            at,
            rank,
            report,
            published: read.reading.metadata.published.as_ref().map(|found| found.value),
            days: report.date.as_ref().map(|dated| dated.range),
            by_publication: report.date.as_ref().is_some_and(|dated| dated.evidence.is_none()),
            hours: hours_of(&quote, &classes.hours)
                .or_else(|| hours_of(&rest.join(" "), &classes.hours)),
            targets: first_known(&[&quote, &all], |text| classes.targets.of(text)),
            weapons: first_known(&[&quote, &all], |text| classes.weapons.of(text)),
            names: names.into_iter().collect(),
            words: words.into_iter().collect(),
            is_update: classes.tells_a_rise(&quote),
            outlet: read.reading.metadata.source.as_ref().map_or(&read.article.id, |s| &s.value),
            title: title_words(title, lexicon),
        }
    }

    /// Dated ones first, by their days, the narrowest first; then by article and text.
    fn order(&self) -> impl Ord + use<> {
        let days = self.days.map(|days| (days.first(), days.days()));
        (days.is_none(), days, self.rank, self.report.trigger, self.report.event_type)
    }

    /// What happened.
    pub fn event_type(&self) -> EventType {
        self.report.event_type
    }

    /// The locations, the most precise first.
    pub fn locations(&self) -> &'a [Location] {
        &self.report.locations
    }

    /// Whether it tells of more than a few days: its numbers may sum up what others tell
    /// one by one.
    pub fn sums_up(&self) -> bool {
        self.days.is_some_and(|days| days.days() > 3)
    }
}

/// The first set of classes that is not empty.
fn first_known(texts: &[&str], classes: impl Fn(&str) -> u32) -> u32 {
    texts.iter().map(|text| classes(text)).find(|bits| *bits != 0).unwrap_or(0)
}

/// Names in an account's article that are told elsewhere: of places and of sides.
struct Places {
    /// Sides, speakers, countries, provinces, and the places where it happened.
    sides: Vec<Span>,
    /// All names of places.
    toponyms: Vec<Span>,
}

impl Places {
    fn of(read: &ReadArticle, report: &Report) -> Self {
        let reading = &read.reading;
        let sentences = std::iter::once(report.quote).chain(report.also.iter().copied());
        let mut sides: Vec<Span> = report.actors.iter().map(|actor| actor.span).collect();
        sides.extend(report.claimed_by.iter().map(|claimant| claimant.span));
        sides.extend(report.locations.iter().map(|location| location.evidence));
        let mut toponyms = Vec::new();
        for sentence in sentences {
            for toponym in within(&reading.toponyms, sentence, |t| t.span) {
                toponyms.push(toponym.span);
                let area = |kind| matches!(kind, Kind::Country | Kind::Admin1 | Kind::Region);
                let told = toponym.place.as_ref().is_some_and(|place| {
                    area(place.kind) || report.locations.iter().any(|l| l.place == Some(place.id))
                });
                if told {
                    sides.push(toponym.span);
                }
            }
        }
        Self { sides, toponyms }
    }

    /// The sentence in small letters, without the names of places: "Port Sudan" is no port.
    fn without_names(&self, text: &str, sentence: Span) -> String {
        let mut out = String::with_capacity(sentence.len());
        let mut from = sentence.start;
        for name in self.toponyms.iter().filter(|span| sentence.contains(**span)) {
            out.push_str(Span::new(from, name.start).of(text));
            out.push('_');
            from = name.end;
        }
        out.push_str(Span::new(from, sentence.end).of(text));
        out.to_lowercase()
    }
}

struct Telling {
    span: Span,
    hash: u64,
    is_name: bool,
}

/// The words of a sentence that tell one happening from another. What begins the sentence
/// counts as a name only if it is no ordinary word.
fn telling_words<'t>(
    text: &'t str,
    sentence: Span,
    lexicon: &'static Lexicon,
) -> impl Iterator<Item = Telling> + 't {
    let words = sentence.of(text);
    let part = |c: char| !(c.is_alphanumeric() || c == '-' || c == '\'' || c == '’');
    words.split(part).filter(|word| word.len() > 2).filter_map(move |word| {
        let start = sentence.start + (word.as_ptr() as usize - words.as_ptr() as usize);
        let bare = word.trim_end_matches("'s").trim_end_matches("’s").trim_matches('-');
        let lower = bare.to_lowercase();
        let number = lower.chars().all(|c| c.is_ascii_digit());
        if number || lower.len() < 3 || lexicon.merging.is_plain(&lower) {
            return None;
        }
        let capital = bare.starts_with(char::is_uppercase);
        let is_name = capital && !lexicon.is_ordinary_word(&lower);
        let stem = if is_name { lower.as_str() } else { stem(&lower) };
        Some(Telling { span: Span::new(start, start + word.len()), hash: hash(stem), is_name })
    })
}

fn title_words(title: &str, lexicon: &'static Lexicon) -> Vec<u64> {
    let whole = Span::new(0, title.len());
    let words: BTreeSet<u64> = telling_words(title, whole, lexicon).map(|w| w.hash).collect();
    words.into_iter().collect()
}

/// Without the endings of English words, roughly: only compared with itself.
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 7] = ["ings", "ing", "ies", "ed", "es", "s", "e"];
    let long = |stem: &&str| stem.len() >= 3;
    ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(long)).unwrap_or(word)
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    crate::model::text_hash(word)
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
        assert_eq!(hours("shells fell overnight"), Some((20.0, 7.0)));
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
