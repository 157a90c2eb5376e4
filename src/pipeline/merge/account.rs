//! A report with all that comparing it needs, worked out once.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rayon::prelude::*;

use super::super::particulars::Particulars;
use crate::lexicon::Lexicon;
use crate::model::{
    DateRange, EventType, Kind, Location, LonLat, PlaceId, ReadArticle, Report, ReportRef, Span,
    Usage, within,
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
    /// The hours of the day, what was hit and with what.
    pub told: Particulars,
    /// The same, by the sentence of the trigger alone.
    pub quoted: Particulars,
    /// Places named in the sentences, wherever it happened, in order.
    pub named: Vec<PlaceId>,
    /// Where some of these are.
    pub named_at: Vec<LonLat>,
    /// The words of the names of its locations, as hashes in order.
    pub place_words: Vec<u64>,
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
        let accounts_of = |(rank, article): (usize, usize)| {
            let read = &articles[article];
            let reports = read.reading.reports.iter().enumerate();
            let account =
                |(n, report)| Account::new(read, report, ReportRef { article, report: n }, rank);
            reports.map(account).collect::<Vec<_>>()
        };
        let mut all: Vec<Account<'a>> =
            order.into_par_iter().enumerate().flat_map_iter(accounts_of).collect();
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
        let lower: Vec<String> =
            sentences.iter().map(|span| places.without_names(text, *span)).collect();
        let quoted = Particulars::of(&lower[0]);
        Self {
            at,
            rank,
            report,
            published: read.reading.metadata.published.as_ref().map(|found| found.value),
            days: report.date.as_ref().map(|dated| dated.range),
            by_publication: report.date.as_ref().is_some_and(|dated| dated.evidence.is_none()),
            quoted,
            told: quoted.or(Particulars::of(&lower[1..].join(" "))),
            place_words: place_words(report, lexicon),
            named: places.ids,
            named_at: places.spots,
            names: names.into_iter().collect(),
            words: words.into_iter().collect(),
            is_update: lexicon.merging.tells_a_rise(&lower[0])
                || report.tolls.iter().any(|toll| toll.cumulative),
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

/// Names in an account's article that are told elsewhere: of places and of sides.
struct Places {
    /// Sides, speakers, countries, provinces, and the places where it happened.
    sides: Vec<Span>,
    /// All names of places.
    toponyms: Vec<Span>,
    /// All places named, in order.
    ids: Vec<PlaceId>,
    /// Where the first towns and villages among them are.
    spots: Vec<LonLat>,
}

impl Places {
    fn of(read: &ReadArticle, report: &Report) -> Self {
        let reading = &read.reading;
        let sentences = std::iter::once(report.quote).chain(report.also.iter().copied());
        let named = report.actors.iter().filter(|actor| actor.is_named());
        let mut sides: Vec<Span> = named.map(|actor| actor.span).collect();
        sides.extend(report.claimed_by.iter().map(|claimant| claimant.span));
        sides.extend(report.claims.iter().map(|claim| claim.claimant.span));
        sides.extend(report.locations.iter().map(|location| location.evidence));
        const MOST_SPOTS: usize = 3;
        let (mut toponyms, mut ids, mut spots) = (Vec::new(), Vec::new(), Vec::new());
        for sentence in sentences {
            sides.extend(within(&reading.demonyms, sentence, |d| d.span).iter().map(|d| d.span));
            for toponym in within(&reading.toponyms, sentence, |t| t.span) {
                toponyms.push(toponym.span);
                ids.extend(toponym.place.as_ref().map(|place| place.id));
                let town = toponym.place.as_ref().filter(|place| {
                    matches!(place.kind, Kind::City | Kind::Village) && spots.len() < MOST_SPOTS
                });
                spots.extend(town.map(|place| place.position));
                let area = |kind| matches!(kind, Kind::Country | Kind::Admin1 | Kind::Region);
                let told = toponym.place.as_ref().is_some_and(|place| {
                    toponym.usage != Usage::Literal
                        || area(place.kind)
                        || report.locations.iter().any(|l| l.place == Some(place.id))
                });
                if told {
                    sides.push(toponym.span);
                }
            }
        }
        ids.sort_unstable();
        Self { sides, toponyms, ids, spots }
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
        let rules = &lexicon.merging;
        if number || lower.len() < 3 || rules.is_plain(&lower) {
            return None;
        }
        let capital = bare.starts_with(char::is_uppercase);
        let is_name = capital && !lexicon.is_ordinary_word(&lower);
        let stem = if is_name { lower.as_str() } else { stem(&lower) };
        Some(Telling { span: Span::new(start, start + word.len()), hash: hash(stem), is_name })
    })
}

fn place_words(report: &Report, lexicon: &'static Lexicon) -> Vec<u64> {
    let names = report.locations.iter().map(|location| location.name.as_str());
    let mut words: Vec<u64> = names.flat_map(|name| title_words(name, lexicon)).collect();
    words.sort_unstable();
    words
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
