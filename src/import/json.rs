//! Articles as JSON objects: alone, in a list, or a line each.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::{At, ImportError, Outcome, published};
use crate::model::{Article, Found, Metadata};

/// Where an object comes from.
#[derive(Clone, Copy)]
pub struct Origin<'p> {
    /// The file, or a name for what is none.
    pub path: &'p Path,
    /// Whether `path` is a file.
    pub is_file: bool,
    /// Where in it.
    pub at: At,
}

/// The fields that are read; others are ignored.
#[derive(Deserialize)]
struct Record {
    id: Option<Value>,
    text: Option<String>,
    title: Option<String>,
    source: Option<String>,
    url: Option<String>,
    published: Option<String>,
    date: Option<String>,
}

/// The article in one object, given as text.
pub fn object(json: &str, origin: Origin<'_>) -> Outcome {
    let record = serde_json::from_str(json).map_err(|error| refused(error, origin))?;
    article(record, origin)
}

/// The articles of a file: an object, a list of objects, or objects one after
/// the other.
pub fn file(json: &str, path: &Path) -> Vec<Outcome> {
    let mut articles = Vec::new();
    for value in serde_json::Deserializer::from_str(json).into_iter::<Value>() {
        let number = articles.len() + 1;
        let origin = |at| Origin { path, is_file: true, at };
        match value {
            Ok(Value::Array(values)) => articles.extend(
                values.into_iter().zip(number..).map(|(v, n)| value_of(v, origin(At::Object(n)))),
            ),
            Ok(value) => articles.push(value_of(value, origin(At::Object(number)))),
            Err(error) => {
                let at = At::Line(error.line());
                articles.push(Err(refused(error, origin(at))));
            }
        }
    }
    if articles.is_empty() {
        articles.push(Err(ImportError::Empty { at: At::File, path: path.to_owned() }));
    }
    articles
}

fn value_of(value: Value, origin: Origin<'_>) -> Outcome {
    let record = serde_json::from_value(value).map_err(|error| refused(error, origin))?;
    article(record, origin)
}

fn article(record: Record, origin: Origin<'_>) -> Outcome {
    let (at, path) = (origin.at, origin.path.to_owned());
    let Some(text) = record.text else { return Err(ImportError::TextMissing { at, path }) };
    if text.trim().is_empty() {
        return Err(ImportError::Empty { at, path });
    }
    let filled = |value: Option<String>| value.filter(|v| !v.trim().is_empty());
    let published = filled(record.published).or_else(|| filled(record.date));
    let published = match published.map(|value| published::date(&value).map_err(|_| value)) {
        None => None,
        Some(Ok(day)) => Some(Found::given(day)),
        Some(Err(value)) => return Err(ImportError::Published { value, at, path }),
    };
    let given = Metadata {
        title: filled(record.title).map(Found::given),
        source: filled(record.source).map(Found::given),
        url: filled(record.url).map(Found::given),
        published,
        also_published: Vec::new(),
    };
    let id = id_of(record.id).unwrap_or_else(|| id_from(origin));
    Ok(Article { id, path: origin.is_file.then_some(path), text, given })
}

/// The id as it was given, if it was.
fn id_of(id: Option<Value>) -> Option<String> {
    match id? {
        Value::String(id) if !id.is_empty() => Some(id),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// An id for an object without one: the file's stem and the object's number.
fn id_from(origin: Origin<'_>) -> String {
    let stem = origin.path.file_stem().map_or("article".into(), |stem| stem.to_string_lossy());
    let stem = if origin.is_file { &*stem } else { "article" };
    match origin.at {
        At::File | At::Object(1) => stem.to_owned(),
        At::Line(number) | At::Object(number) | At::Message(number) | At::Entry(number) => {
            format!("{stem}-{number}")
        }
    }
}

fn refused(source: serde_json::Error, origin: Origin<'_>) -> ImportError {
    ImportError::Json { at: origin.at, source, path: origin.path.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(json: &str) -> Vec<String> {
        file(json, Path::new("news.json"))
            .into_iter()
            .map(|outcome| match outcome {
                Ok(article) => format!("{}: {}", article.id, article.text),
                Err(error) => error.to_string(),
            })
            .collect()
    }

    #[test]
    fn an_object_a_list_and_a_row_of_objects_are_read() {
        assert_eq!(read(r#"{"id": "a", "text": "Goris"}"#), ["a: Goris"]);
        assert_eq!(
            read(r#"[{"id": 7, "text": "Goris"}, {"text": "Sotk"}]"#),
            ["7: Goris", "news-2: Sotk"]
        );
        assert_eq!(
            read("{\"text\": \"Goris\"}\n{\"text\": \"Sotk\"}"),
            ["news: Goris", "news-2: Sotk"]
        );
    }

    #[test]
    fn each_bad_object_has_its_error_and_the_others_are_read() {
        let list =
            r#"[{"title": "Goris"}, {"text": "Sotk", "published": "autumn"}, {"text": "Jermuk"}]"#;
        assert_eq!(
            read(list),
            [
                "no field \"text\" in object 1, put the article's text there: news.json",
                "publication date not understood in object 2 (\"autumn\"), write it as 2022-09-13: news.json",
                "news-3: Jermuk",
            ]
        );
        assert_eq!(read("[]"), ["no text to read: news.json"]);
        let broken = read("{\"text\": \"Goris\"}\n{\"text\": ");
        assert_eq!(broken[0], "news: Goris");
        assert!(broken[1].starts_with("not a JSON article in line 2 (EOF"), "{}", broken[1]);
    }

    #[test]
    fn the_fields_beside_the_text_are_given() {
        let json = r#"{"text": "Goris", "title": "T", "source": " ", "url": null, "date": "2022-09-13T08:00", "more": [1]}"#;
        let given = file(json, Path::new("a.json")).remove(0).unwrap().given;
        assert_eq!(given.title, Some(Found::given("T".to_owned())));
        assert_eq!((given.source, given.url), (None, None));
        assert_eq!(given.published, Some(Found::given(jiff::civil::date(2022, 9, 13))));
    }
}
