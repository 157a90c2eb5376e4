//! Web pages: the article without the page around it.

use std::path::Path;

use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;
use jiff::civil::Date;

use super::{At, ImportError, published};
use crate::model::{Found, Metadata, Origin};

/// Pages with more elements than this are read as they are, since finding the
/// article in them would take minutes.
const MAX_ELEMENTS: usize = 200_000;

/// The article's text, paragraphs apart by a blank line, and what the page says
/// about it in its head.
pub fn read(page: &str, path: &Path) -> Result<(String, Metadata), ImportError> {
    let empty = || ImportError::Empty { at: At::File, path: path.to_owned() };
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MAX_ELEMENTS,
        ..Config::default()
    };
    let mut reader = Readability::new(page, None, Some(config)).map_err(|_| empty())?;
    keep_cells_apart(&reader);
    let about = metadata(&reader);
    let text = match reader.parse() {
        Ok(article) => article.text_content.trim().to_owned(),
        Err(_) => whole_body(page),
    };
    if text.is_empty() { Err(empty()) } else { Ok((text, about)) }
}

/// The text of a piece of a page, or of words with some marks of one.
pub fn fragment(piece: &str) -> String {
    whole_body(&format!("<html><body>{piece}</body></html>"))
}

/// The encoding that a page names for itself near its top.
pub fn declared_encoding(page: &[u8]) -> Option<&'static Encoding> {
    let head = &page[..page.len().min(2048)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
    Encoding::for_label(&label.as_bytes()[..end])
}

/// A bar between the cells of a table row, or their words would run together.
fn keep_cells_apart(reader: &Readability) {
    for cells in ["td + td", "th + th", "th + td"] {
        reader.doc.select(cells).prepend_html("| ");
    }
}

/// What the page says about itself.
fn metadata(reader: &Readability) -> Metadata {
    let said = reader.get_article_metadata(reader.parse_json_ld());
    let given = |value: Option<String>| {
        let value = value?.trim().to_owned();
        (!value.is_empty()).then(|| Found::given(value))
    };
    let mut days = days(reader).into_iter();
    Metadata {
        title: given(Some(without_outlet(&said.title, said.site_name.as_deref()))),
        source: given(said.site_name),
        url: given(said.url.or_else(|| address(reader))),
        published: days.next(),
        also_published: days.collect(),
    }
}

/// The days of publication of a page's metadata and of its JSON-LD.
fn days(reader: &Readability) -> Vec<Found<Date>> {
    let day = |time: Option<String>| published::date(time.as_deref()?).ok();
    let page = day(reader.get_article_metadata(None).published_time);
    let linked = reader.parse_json_ld().and_then(|said| day(said.published_time));
    let page = page.or_else(|| day_in_page(reader));
    let page = page.map(|value| Found { value, origin: Origin::Page });
    let linked = linked.map(|value| Found { value, origin: Origin::LinkedData });
    page.into_iter().chain(linked).collect()
}

/// The headline without the outlet's name that many pages put behind it.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let head = outlet.and_then(|outlet| title.trim().strip_suffix(outlet.trim()));
    let head = head.map(|head| head.trim_end_matches([' ', '-', '–', '—', '|', '·', ':', '»']));
    head.filter(|head| !head.is_empty()).unwrap_or(title).to_owned()
}

/// The page's own address.
fn address(reader: &Readability) -> Option<String> {
    const PLACES: &[(&str, &str)] =
        &[("link[rel=canonical]", "href"), ("meta[property=\"og:url\"]", "content")];
    PLACES.iter().find_map(|(element, attribute)| {
        let address = reader.doc.select(element).attr(attribute)?;
        address.starts_with("http").then(|| address.to_string())
    })
}

/// The day of publication, where pages without the usual field have it. A bare
/// `time` element counts only if all of them give one day, or it might be that
/// of another article.
fn day_in_page(reader: &Readability) -> Option<Date> {
    const PLACES: &[(&str, &str)] = &[
        ("[itemprop=datePublished]", "content"),
        ("[itemprop=datePublished]", "datetime"),
        ("time[pubdate]", "datetime"),
        ("meta[name=date]", "content"),
        ("meta[name=pubdate]", "content"),
        ("meta[name=\"DC.date.issued\"]", "content"),
    ];
    let marked = PLACES.iter().find_map(|(element, attribute)| {
        published::date(&reader.doc.select(element).attr(attribute)?).ok()
    });
    marked.or_else(|| {
        let times = reader.doc.select("time[datetime]");
        let mut days = times.iter().filter_map(|t| published::date(&t.attr("datetime")?).ok());
        let first = days.next()?;
        days.all(|day| day == first).then_some(first)
    })
}

/// All words of a page in which no article could be found.
fn whole_body(page: &str) -> String {
    let Ok(reader) = Readability::new(page, None, None) else { return String::new() };
    reader.doc.select("head, script, style, noscript, template, nav, form, iframe").remove();
    keep_cells_apart(&reader);
    reader.doc.formatted_text().trim().to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read_page(page: &str) -> (String, Metadata) {
        read(page, Path::new("page.html")).unwrap()
    }

    const PAGE: &str = r#"<html><head><title>Shells fall on Goris - The Border Post</title>
        <meta property="og:site_name" content="The Border Post">
        <link rel="canonical" href="https://example.org/shells-fall">
        <meta property="article:published_time" content="2022-09-13T09:12:00+04:00"></head>
        <body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
        <article><h1>Shells fall on Goris</h1>
        <p>Shells fell on the town of Goris early on Tuesday, its mayor told this newspaper, and
        people went down to their cellars, where they stayed until the morning came.</p>
        <p>Two houses burned, the fire brigade said. Nobody was hurt, but the school stays shut, and
        the road to the south is closed to all but the army, the ambulance and the baker.</p>
        <table><tr><th>Town</th><th>Houses</th></tr><tr><td>Goris</td><td>2</td></tr></table>
        </article><footer>Imprint</footer></body></html>"#;

    #[test]
    fn the_article_is_taken_out_of_its_page() {
        let (text, about) = read_page(PAGE);
        assert!(text.starts_with("Shells fell on the town of Goris early"), "{text}");
        assert!(text.contains("morning came.\n\nTwo houses burned"), "{text}");
        assert!(text.contains("Goris | 2"), "{text}");
        assert!(!text.contains("Imprint") && !text.contains("Home"), "{text}");
        assert_eq!(about.title, Some(Found::given("Shells fall on Goris".to_owned())));
        assert_eq!(about.source, Some(Found::given("The Border Post".to_owned())));
        assert_eq!(about.url, Some(Found::given("https://example.org/shells-fall".to_owned())));
        let day = jiff::civil::date(2022, 9, 13);
        assert_eq!(about.published, Some(Found { value: day, origin: Origin::Page }));
    }

    #[test]
    fn metadata_and_json_ld_are_told_apart() {
        let json = r#"<script type="application/ld+json">{"@context": "https://schema.org",
            "@type": "NewsArticle", "headline": "Shells fall on Goris",
            "datePublished": "2022-09-15T08:00:00Z"}</script></head>"#;
        let (_, about) = read_page(&PAGE.replace("</head>", json));
        let day = |day, origin| Found { value: jiff::civil::date(2022, 9, day), origin };
        assert_eq!(about.published, Some(day(13, Origin::Page)));
        assert_eq!(about.also_published, [day(15, Origin::LinkedData)]);
        let without = PAGE.replace("article:published_time", "article:section");
        let (_, about) = read_page(&without.replace("</head>", json));
        assert_eq!(about.published, Some(day(15, Origin::LinkedData)));
    }

    #[test]
    fn a_page_with_a_single_sentence_is_read_too() {
        let (text, about) = read_page("<p>Sotk was shelled.</p><script>no()</script>");
        assert_eq!((text.as_str(), about.published), ("Sotk was shelled.", None));
    }

    #[test]
    fn times_of_different_days_give_no_day() {
        let page = |second: &str| {
            format!(
                "<p>Sotk was shelled.</p><time datetime=\"2022-09-13\">Tuesday</time>
                 <time datetime=\"{second}\">then</time>"
            )
        };
        let day = |second| read_page(&page(second)).1.published.map(|found| found.value);
        assert_eq!(day("2022-09-13T10:00"), Some(jiff::civil::date(2022, 9, 13)));
        assert_eq!(day("2022-09-14"), None);
    }

    #[test]
    fn the_charset_is_read_from_either_form_of_meta() {
        let name = |page: &[u8]| declared_encoding(page).map(|e| e.name());
        assert_eq!(name(b"<meta charset=\"koi8-r\">"), Some("KOI8-R"));
        let long = b"<META http-equiv=Content-Type content='text/html; charset=windows-1251'>";
        assert_eq!(name(long), Some("windows-1251"));
        assert_eq!(name(b"<p>none</p>"), None);
    }
}
