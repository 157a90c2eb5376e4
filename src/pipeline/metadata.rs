//! Title, outlet, address and publication date, as the text gives them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates;
use super::plain::Plain;
use crate::model::{Article, DateRange, Found, Metadata, Origin, Remark, RemarkKind, Span};

/// How many of the first blocks may be a date line.
const HEADER_BLOCKS: usize = 14;
/// A date line has little beside its date.
const LONGEST_DATE_LINE: usize = 90;

/// Completes what was given with what the text says. What was given wins. Days of
/// publication that contradict the one taken leave remarks.
pub fn find(article: &Article, plain: &Plain, news: &[bool]) -> (Metadata, Vec<Remark>) {
    let given = article.given.clone();
    let url = given.url.or_else(|| url(article));
    let given_days: Vec<Found<Date>> =
        given.published.into_iter().chain(given.also_published).collect();
    let days = published(article, plain, url.as_ref(), &given_days);
    let remarks = conflicts(article, &days);
    let published = days.into_iter().next().map(|(found, _)| found);
    let title = given.title.or_else(|| title(plain, news));
    let source = given.source.or_else(|| source(article, plain, url.as_ref(), title.as_ref()));
    (Metadata { title, source, url, published, also_published: Vec::new() }, remarks)
}

/// The first heading, or the first line that is news.
fn title(plain: &Plain, news: &[bool]) -> Option<Found<String>> {
    let mut blocks =
        plain.blocks.iter().zip(news).filter(|(_, news)| **news).map(|(block, _)| block);
    let block = blocks.clone().find(|b| b.heading).or_else(|| blocks.next())?;
    let words = block.span.of(&plain.text).trim();
    let short = words.chars().count() <= 200;
    (short && !words.starts_with("http"))
        .then(|| Found::in_text(words.to_owned(), plain.to_original(block.span)))
}

/// The last address that stands in a line of its own, or after "url".
fn url(article: &Article) -> Option<Found<String>> {
    static URL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?im)^[ \t]*(?:(?:original |source )?(?:url|link|source):?[ \t]*)?<?(https?://[^\s<>)\]]+)>?[ \t]*$").ok()
    });
    let found = URL.as_ref()?.captures_iter(&article.text).last()?.get(1)?;
    Some(Found::in_text(found.as_str().to_owned(), Span::new(found.start(), found.end())))
}

/// The days that say when the article was published, each with its source in words, in
/// order of trust: a person's word, a field beside the text, a date line near the top, an
/// "Updated at" line, the metadata of a page, its JSON-LD, the address, the name of the file.
fn published(
    article: &Article,
    plain: &Plain,
    url: Option<&Found<String>>,
    given: &[Found<Date>],
) -> Vec<(Found<Date>, &'static str)> {
    let lines = plain.blocks.iter().take(HEADER_BLOCKS).map(|b| b.span);
    let short = |line: &Span| line.of(&plain.text).chars().count() <= LONGEST_DATE_LINE;
    let in_url = url.and_then(|found| date_in_url(found, article));
    let mut lines = lines.filter(short);
    let at_top = lines.find_map(|line| date_line(plain, line));
    let mut updates = plain.blocks.iter();
    let update = updates.find_map(|b| update_line(plain, b.span, in_url.as_ref()));
    let given = |wanted: Origin| given.iter().find(|found| found.origin == wanted).cloned();
    let found = [
        (given(Origin::Person), "a person's word"),
        (given(Origin::File), "the data that came with it"),
        (at_top, "its date line"),
        (update, "its line of updates"),
        (given(Origin::Page), "its page's metadata"),
        (given(Origin::LinkedData), "its page's JSON-LD"),
        (in_url, "its address"),
        (date_in_name(article), "the name of its file"),
    ];
    found.into_iter().filter_map(|(day, source)| Some((day?, source))).collect()
}

/// One remark for each source whose day lies more than a day from the one taken: time
/// zones and the work of a night make a day's difference, and no update is a conflict.
fn conflicts(article: &Article, days: &[(Found<Date>, &'static str)]) -> Vec<Remark> {
    let Some(((taken, source), others)) = days.split_first() else { return Vec::new() };
    let far = |day: Date| DateRange::day(day).gap_days(DateRange::day(taken.value)) > 1;
    let others = others.iter().filter(|(other, _)| far(other.value));
    let at = |found: &Found<Date>| match found.origin {
        Origin::Text(span) if span.end <= article.text.len() => span,
        _ => Span::new(0, 0),
    };
    others
        .map(|(other, other_source)| Remark {
            span: at(other),
            kind: RemarkKind::ConflictingDates,
            message: format!(
                "published {} by {source}, but {} by {other_source}",
                taken.value, other.value
            ),
        })
        .collect()
}

/// "2022-09-13-calm-returns", "calm_20220913": of the file, else of the id.
fn date_in_name(article: &Article) -> Option<Found<Date>> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[^0-9])((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[^0-9]|$)").ok()
    });
    let stem = article.path.as_ref().and_then(|path| path.file_stem());
    let name = stem.map_or_else(|| article.id.clone().into(), |stem| stem.to_string_lossy());
    let found = PATTERN.as_ref()?.captures(&name)?;
    let part = |n: usize| found.get(n).and_then(|m| m.as_str().parse::<i16>().ok());
    let (year, month, day) = (part(1)?, part(2)?, part(3)?);
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    Some(Found::given(date))
}

/// "September 13, 2022", "By A. Writer | 13 Sept 2022", "Published: 2022-09-13": a date
/// that stands apart from the words before and after it.
fn date_line(plain: &Plain, line: Span) -> Option<Found<Date>> {
    const LEADS: [&str; 9] =
        ["on", "published", "posted", "updated", "modified", "date", "filed", "issued", "at"];
    const MARKS: [char; 9] = ['|', '•', '·', '–', '—', ',', ':', '/', '('];
    let words = line.of(&plain.text);
    let (date, span) = dates::first_full_date(words, None)?;
    let before = words[..span.start].trim_end().to_lowercase();
    let after = words[span.end..].trim_start();
    let led = LEADS.iter().any(|lead| {
        before.strip_suffix(lead).is_some_and(|head| !head.ends_with(char::is_alphanumeric))
    });
    let starts_apart = before.is_empty() || before.ends_with(MARKS) || led && before.len() < 40;
    let ends_apart = after.is_empty()
        || after.starts_with(MARKS)
        || after.starts_with(['[', ')', '-'])
        || after.starts_with("at ")
        || after.starts_with(|c: char| c.is_ascii_digit());
    let sentence = words.ends_with('.') && !words.ends_with("m.");
    let apart = starts_apart && ends_apart && !sentence;
    let span = Span::new(line.start + span.start, line.start + span.end);
    apart.then(|| Found::in_text(date, plain.to_original(span)))
}

/// "Updated at 12:00 p.m. on Sept. 13": a day without a year takes it from the address.
fn update_line(plain: &Plain, line: Span, in_url: Option<&Found<Date>>) -> Option<Found<Date>> {
    static UPDATED: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)^(?:last )?(?:updated|published|posted)\b").ok());
    let words = line.of(&plain.text);
    if !UPDATED.as_ref()?.is_match(words) {
        return None;
    }
    let year = in_url.map(|found| found.value.year());
    let (date, span) = dates::first_full_date(words, year)?;
    let span = Span::new(line.start + span.start, line.start + span.end);
    Some(Found::in_text(date, plain.to_original(span)))
}

/// "/2022/09/13/", "/20220913-", "2022-09-13".
fn date_in_url(url: &Found<String>, article: &Article) -> Option<Found<Date>> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"[/-]((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:[/-]|$|\b)").ok()
    });
    let found = PATTERN.as_ref()?.captures(&url.value)?;
    let part = |n: usize| found.get(n).and_then(|m| m.as_str().parse::<i16>().ok());
    let (year, month, day) = (part(1)?, part(2)?, part(3)?);
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let Origin::Text(span) = url.origin else { return Some(Found::given(date)) };
    let (start, end) = (found.get(1)?.start(), found.get(3)?.end());
    let span = Span::new(span.start + start, span.start + end);
    (span.end <= article.text.len()).then(|| Found::in_text(date, span))
}

/// The outlet: words of the text that spell the host ("The Moscow Times" for
/// themoscowtimes.com), else a "Source:" line, else the host.
fn source(
    article: &Article,
    plain: &Plain,
    url: Option<&Found<String>>,
    title: Option<&Found<String>>,
) -> Option<Found<String>> {
    let host = url.and_then(|url| host(&url.value));
    if let Some(found) = host.and_then(|host| spelled_out(article, host)) {
        return Some(found);
    }
    if let Some(found) = source_line(article).or_else(|| masthead(plain, title)) {
        return Some(found);
    }
    let (host, url) = (host?, url?);
    Some(Found { value: host.to_owned(), origin: url.origin })
}

fn source_line(article: &Article) -> Option<Found<String>> {
    static LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?m)^[ \t*_]*(?:Source|Outlet|Via):[ \t*_]*(\p{Lu}[^\n<>*_]{1,60}?)[ \t*_]*$")
            .ok()
    });
    let name = LINE.as_ref()?.captures(&article.text)?.get(1)?;
    let span = Span::new(name.start(), name.end());
    Some(Found::in_text(name.as_str().to_owned(), span))
}

/// A short name of its own line under the title, or before the date: "The Ararat Post",
/// "Hill & Valley Review, 20 September 2022".
fn masthead(plain: &Plain, title: Option<&Found<String>>) -> Option<Found<String>> {
    const LINES: usize = 5;
    const SMALL_WORDS: [&str; 6] = ["of", "the", "and", "&", "for", "on"];
    let lines = plain.blocks.iter().take(LINES).map(|b| b.span);
    lines.filter(|line| title.is_none_or(|t| t.value != line.of(&plain.text).trim())).find_map(
        |line| {
            let words = line.of(&plain.text);
            let alone = words.len() < 50;
            let first = words.split(['|', ',', '•', '·', '–', '—', ':']).next()?.trim();
            let named = first
                .split(' ')
                .all(|w| w.starts_with(char::is_uppercase) || SMALL_WORDS.contains(&w));
            let byline =
                || first.starts_with("By ") || dates::first_full_date(first, None).is_some();
            let lead = ["Published", "Updated", "Posted", "Date", "Home"]
                .iter()
                .any(|w| first.starts_with(w));
            let length = (1..=6).contains(&first.split(' ').count()) && first.len() > 3;
            let dated = || words == first && alone || dates::first_full_date(words, None).is_some();
            let no_digit =
                !first.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '?' | '!'));
            let fits = named && !lead && length && no_digit && dated() && !byline();
            let span = Span::new(line.start, line.start + first.len());
            fits.then(|| Found::in_text(first.to_owned(), plain.to_original(span)))
        },
    )
}

/// "themoscowtimes.com" of an address.
fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| host.contains('.'))
}

/// Capitalised words whose letters, run together, are the host's first label.
fn spelled_out(article: &Article, host: &str) -> Option<Found<String>> {
    let label: String = host.split('.').next()?.chars().filter(|c| c.is_alphanumeric()).collect();
    let words: Vec<(usize, &str)> = words_of(&article.text).collect();
    for first in 0..words.len() {
        let mut run = String::new();
        for &(start, word) in words[first..].iter().take(6) {
            if !word.starts_with(char::is_uppercase) && !run.is_empty() && run.len() < 2 {
                break;
            }
            run.push_str(&word.to_lowercase());
            if !label.starts_with(&run) {
                break;
            }
            if run == label && words[first].1.starts_with(char::is_uppercase) {
                let span = Span::new(words[first].0, start + word.len());
                return Some(Found::in_text(span.of(&article.text).to_owned(), span));
            }
        }
    }
    None
}

fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at;
        at += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Metadata {
        let plain = Plain::new(text);
        let news = crate::pipeline::furniture::news_blocks(&plain);
        find(&Article::new("a", text), &plain, &news).0
    }

    fn remarks(id: &str, text: &str) -> Vec<String> {
        let plain = Plain::new(text);
        let news = crate::pipeline::furniture::news_blocks(&plain);
        let (_, remarks) = find(&Article::new(id, text), &plain, &news);
        remarks.into_iter().map(|remark| remark.message).collect()
    }

    fn check_date(text: &str, date: &str) {
        let published = found(text).published.map(|p| p.value.to_string());
        assert_eq!(published.as_deref().unwrap_or("none"), date);
    }

    #[test]
    fn a_date_line_under_the_title_is_the_publication_date() {
        check_date("# Calm returns\n\nSeptember 13, 2022\n\nThe town was quiet.", "2022-09-13");
        check_date("Calm returns\n\n13 Sept 2022\n\nThe town was quiet.", "2022-09-13");
        check_date(
            "Calm returns\nBy Ann Lee | 13 September 2022, 14:05 GMT\n\nText.",
            "2022-09-13",
        );
        check_date("Calm returns\n\nPublished: 2022-09-13\n\nText.", "2022-09-13");
        check_date(
            "Calm returns\n\nThe Hill Courier | Baku | 13 Sep 2022, 23:10\n\nText.",
            "2022-09-13",
        );
        check_date(
            "# Calm\n\n**The Hill** | *World* | **Date: 2022-09-13**\n\nText.",
            "2022-09-13",
        );
    }

    #[test]
    fn a_date_in_a_sentence_is_not() {
        check_date("Calm returns\n\nTroops left the town on September 13, 2022, he said.", "none");
    }

    #[test]
    fn an_update_line_takes_its_year_from_the_address() {
        let text = "Calm returns\n\nUpdated at 12:00 p.m. on Sept. 13 to add a reply.\n\nText.\n\nhttps://a.example/2022/09/12/calm";
        check_date(text, "2022-09-13");
    }

    #[test]
    fn a_date_in_the_address_is_used_when_there_is_no_line() {
        check_date("Calm returns\n\nText.\n\n<https://a.example/2022/09/13/calm>", "2022-09-13");
    }

    #[test]
    fn a_date_in_the_name_of_the_file_is_used_when_there_is_no_other() {
        let article = Article::new("2022-09-13-calm", "Calm returns\n\nText.");
        let plain = Plain::new(&article.text);
        let news = crate::pipeline::furniture::news_blocks(&plain);
        let published = find(&article, &plain, &news).0.published.map(|p| p.value.to_string());
        assert_eq!(published.as_deref(), Some("2022-09-13"));
    }

    #[test]
    fn days_of_publication_that_contradict_each_other_leave_a_remark() {
        let text =
            "Calm returns\n\nSeptember 13, 2022\n\nText.\n\n<https://a.example/2022/03/01/calm>";
        assert_eq!(
            remarks("a", text),
            ["published 2022-09-13 by its date line, but 2022-03-01 by its address"]
        );
        let a_day_later = "Calm returns\n\nSeptember 13, 2022\n\nText.";
        assert_eq!(remarks("20220914", a_day_later), [""; 0]);
    }

    #[test]
    fn days_are_trusted_in_order_and_each_that_contradicts_leaves_a_remark() {
        let text = "Calm\n\nSeptember 13, 2022\n\nText.\n\n<https://a.example/2022/03/01/calm>";
        let mut article = Article::new("2022-05-09-calm", text);
        let day = |month, origin| Found { value: jiff::civil::date(2022, month, 20), origin };
        article.given.published = Some(day(1, Origin::Page));
        article.given.also_published = vec![day(2, Origin::LinkedData)];
        let published = |article: &Article| {
            let plain = Plain::new(&article.text);
            let news = crate::pipeline::furniture::news_blocks(&plain);
            let (about, remarks) = find(article, &plain, &news);
            let others = remarks.into_iter().map(|r| r.message).collect::<Vec<String>>();
            (about.published.map(|found| found.value.to_string()), others)
        };
        let by = |day: &str, source: &str| {
            format!("published 2022-09-13 by its date line, but {day} by {source}")
        };
        let others = vec![
            by("2022-01-20", "its page's metadata"),
            by("2022-02-20", "its page's JSON-LD"),
            by("2022-03-01", "its address"),
            by("2022-05-09", "the name of its file"),
        ];
        assert_eq!(published(&article), (Some("2022-09-13".to_owned()), others));
        article.text = article.text.replace("September 13, 2022", "By A. Lee");
        assert_eq!(published(&article).0.as_deref(), Some("2022-01-20"));
        article.given.published = None;
        assert_eq!(published(&article).0.as_deref(), Some("2022-02-20"));
        article.given.also_published.clear();
        assert_eq!(published(&article).0.as_deref(), Some("2022-03-01"));
        article.text = "Calm\n\nText.".to_owned();
        assert_eq!(published(&article).0.as_deref(), Some("2022-05-09"));
        article.given.published = Some(day(7, Origin::Person));
        assert_eq!(published(&article).0.as_deref(), Some("2022-07-20"));
    }

    #[test]
    fn a_name_of_its_own_under_the_title_is_the_outlet() {
        let name = |text: &str| found(text).source.map(|s| s.value);
        assert_eq!(
            name("Calm returns\n\nThe Hill Courier\n\nText is here.").as_deref(),
            Some("The Hill Courier")
        );
        let dated = "Calm returns\n\nHill & Dale Review, 20 September 2022\n\nText is here.";
        assert_eq!(name(dated).as_deref(), Some("Hill & Dale Review"));
    }

    #[test]
    fn the_outlet_is_spelled_as_in_the_text() {
        let text = "Calm\n\nhe told The Hill Courier.\n\nhttps://www.thehillcourier.example/x";
        assert_eq!(found(text).source.map(|s| s.value).as_deref(), Some("The Hill Courier"));
    }
}
