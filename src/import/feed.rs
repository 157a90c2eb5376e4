//! Feeds: RSS (all versions) and Atom, an article an entry.

use std::path::Path;

use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::office::character;
use super::{At, ImportError, Outcome, html, published};
use crate::model::{Article, Found, Metadata};

/// An entry as it is being read.
#[derive(Default)]
struct Entry {
    title: String,
    link: String,
    day: String,
    /// The whole text, where the feed gives it.
    content: String,
    /// Else what it gives instead.
    summary: String,
}

/// The articles of a feed, numbered from 1. The feed's title is their outlet.
pub fn read(xml: &str, id: &str, path: &Path) -> Vec<Outcome> {
    let (outlet, entries) = match entries(xml) {
        Ok(found) => found,
        Err(reason) => return vec![Err(ImportError::Feed { reason, path: path.to_owned() })],
    };
    if entries.is_empty() {
        return vec![Err(ImportError::Empty { at: At::File, path: path.to_owned() })];
    }
    let articles = entries.into_iter().enumerate().map(|(index, entry)| {
        let number = index + 1;
        article(entry, &outlet, &format!("{id}-{number}"), At::Entry(number), path)
    });
    articles.collect()
}

fn article(entry: Entry, outlet: &str, id: &str, at: At, path: &Path) -> Outcome {
    let whole = if entry.content.trim().is_empty() { entry.summary } else { entry.content };
    let text = html::fragment(&whole);
    if text.is_empty() {
        return Err(ImportError::Empty { at, path: path.to_owned() });
    }
    let given = |words: &str| {
        let words = words.trim();
        (!words.is_empty()).then(|| Found::given(words.to_owned()))
    };
    let mut article = Article::new(id, text);
    article.path = Some(path.to_owned());
    article.given = Metadata {
        title: given(&html::fragment(&entry.title)),
        source: given(outlet),
        url: given(&entry.link),
        published: day(&entry.day).map(Found::given),
        ..Metadata::default()
    };
    Ok(article)
}

/// "Tue, 13 Sep 2022 09:12:00 GMT" of RSS, "2022-09-13T09:12:00Z" of Atom.
fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let rfc2822 = || jiff::fmt::rfc2822::parse(text).ok().map(|time| time.date());
    published::date(text).ok().or_else(rfc2822)
}

/// The title of the feed, and its entries.
fn entries(xml: &str) -> Result<(String, Vec<Entry>), String> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Vec<u8>> = Vec::new();
    let (mut outlet, mut entries) = (String::new(), Vec::new());
    let mut entry: Option<Entry> = None;
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Eof => break,
            Event::Start(element) => {
                let name = element.local_name().as_ref().to_vec();
                if open.is_empty() && !matches!(name.as_slice(), b"rss" | b"feed" | b"RDF") {
                    let name = String::from_utf8_lossy(&name).into_owned();
                    return Err(format!("it begins with <{name}>, not with <rss> or <feed>"));
                }
                begin(&element, &mut entry, &open);
                open.push(name);
            }
            Event::Empty(element) => begin(&element, &mut entry, &open),
            Event::End(_) => {
                if matches!(open.pop().as_deref(), Some(b"item" | b"entry")) {
                    entries.extend(entry.take());
                }
            }
            Event::Text(words) => {
                let words = words.decode().map_err(|error| error.to_string())?;
                add(&words, &open, &mut entry, &mut outlet);
            }
            Event::CData(words) => {
                let words = words.decode().map_err(|error| error.to_string())?;
                add(&words, &open, &mut entry, &mut outlet);
            }
            Event::GeneralRef(entity) => {
                add(&character(&entity), &open, &mut entry, &mut outlet);
            }
            _ => {}
        }
    }
    if open.is_empty() { Ok((outlet, entries)) } else { Err("it ends too early".to_owned()) }
}

/// An entry begins; Atom has its link in an attribute; and paragraphs of a page that stands
/// in the feed as it is stay apart.
fn begin(element: &BytesStart<'_>, entry: &mut Option<Entry>, open: &[Vec<u8>]) {
    let name = element.local_name();
    if matches!(name.as_ref(), b"item" | b"entry") {
        *entry = Some(Entry::default());
        return;
    }
    let Some(entry) = entry else { return };
    let attribute = |name: &str| {
        let found = element.try_get_attribute(name).ok().flatten()?;
        Some(String::from_utf8_lossy(&found.value).into_owned())
    };
    let within_content = open.iter().any(|name| name.as_slice() == b"content");
    if within_content && matches!(name.as_ref(), b"p" | b"div" | b"br" | b"li" | b"h1" | b"h2") {
        entry.content.push_str("<p>");
    }
    let alternate = attribute("rel").is_none_or(|rel| rel == "alternate");
    if name.as_ref() == b"link" && alternate && entry.link.is_empty() {
        entry.link = attribute("href").unwrap_or_default();
    }
}

/// Puts words where the element that holds them belongs.
fn add(words: &str, open: &[Vec<u8>], entry: &mut Option<Entry>, outlet: &mut String) {
    let Some(name) = open.last() else { return };
    let Some(entry) = entry else {
        let at_top = open.len() <= 3 && !open.iter().any(|name| name == b"image");
        if name == b"title" && at_top {
            outlet.push_str(words);
        }
        return;
    };
    if open.iter().any(|name| matches!(name.as_slice(), b"content" | b"encoded")) {
        entry.content.push_str(words);
        return;
    }
    let place = match name.as_slice() {
        b"title" => &mut entry.title,
        b"link" => &mut entry.link,
        b"pubDate" | b"published" | b"date" => &mut entry.day,
        b"updated" if entry.day.is_empty() => &mut entry.day,
        b"description" | b"summary" => &mut entry.summary,
        _ => return,
    };
    place.push_str(words);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const RSS: &str = r#"<?xml version="1.0"?><rss version="2.0"><channel>
        <title>The Border Post</title><image><title>Logo</title></image>
        <item><title>Shells &amp; fire</title><link>https://example.org/1</link>
        <pubDate>Tue, 13 Sep 2022 09:12:00 +0400</pubDate>
        <description>&lt;p&gt;Shells fell on Goris.&lt;/p&gt;&lt;p&gt;It burned.&lt;/p&gt;</description>
        </item><item><title>Empty</title></item></channel></rss>"#;

    const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>The Hill</title>
        <entry><title>Calm</title><link rel="self" href="x"/><link href="https://example.org/2"/>
        <updated>2022-09-14T01:00:00Z</updated><summary>No.</summary>
        <content type="html"><![CDATA[<p>Guns fell silent.</p>]]></content></entry></feed>"#;

    fn articles(xml: &str) -> Vec<Outcome> {
        read(xml, "f", Path::new("f.rss"))
    }

    #[test]
    fn an_entry_of_rss_is_an_article_with_title_day_and_address() {
        let mut found = articles(RSS);
        assert!(found.pop().unwrap().err().unwrap().to_string().contains("entry 2"));
        let article = found.pop().unwrap().unwrap();
        assert_eq!(article.text, "Shells fell on Goris.\n\nIt burned.");
        let about = article.given;
        assert_eq!(about.title, Some(Found::given("Shells & fire".to_owned())));
        assert_eq!(about.source, Some(Found::given("The Border Post".to_owned())));
        assert_eq!(about.url, Some(Found::given("https://example.org/1".to_owned())));
        assert_eq!(about.published, Some(Found::given(jiff::civil::date(2022, 9, 13))));
    }

    #[test]
    fn an_entry_of_atom_is_one_too_with_all_of_its_text() {
        let article = articles(ATOM).remove(0).unwrap();
        assert_eq!(article.text, "Guns fell silent.");
        assert_eq!(article.given.url, Some(Found::given("https://example.org/2".to_owned())));
        let day = jiff::civil::date(2022, 9, 14);
        assert_eq!(article.given.published, Some(Found::given(day)));
    }

    #[test]
    fn what_is_no_feed_says_so_and_a_broken_one_never_breaks_the_program() {
        let error = articles("<html></html>").remove(0).err().unwrap().to_string();
        assert!(error.contains("it begins with <html>"), "{error}");
        for end in 0..RSS.len() {
            let _ = articles(&RSS[..end]);
            let mut flipped = RSS.as_bytes().to_vec();
            flipped[end] ^= 0x15;
            let _ = articles(&String::from_utf8_lossy(&flipped));
        }
    }
}
