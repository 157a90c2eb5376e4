//! The articles behind the events as references: BibTeX and RIS.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::one_line::on_one_line;
use super::options::{Export, PROGRAM};
use super::sources::{Source, sources};

/// The articles, each with a key of letters and digits that no other one has.
fn references<'e>(export: &'e Export<'_>) -> impl Iterator<Item = (String, Source<'e>)> {
    let mut taken = BTreeSet::new();
    sources(export).map(move |source| (key(&source.id, &mut taken), source))
}

fn key(id: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let stem: String = id.chars().map(plain).collect();
    let stem = if stem.is_empty() { "article".to_owned() } else { stem };
    let mut key = stem.clone();
    let mut number = 2;
    // Keys are the same in small and capital letters for many programs.
    while !taken.insert(key.to_lowercase()) {
        key = format!("{stem}-{number}");
        number += 1;
    }
    key
}

/// Writes BibTeX, a `misc` for each article.
pub(super) fn write_bibtex(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    writeln!(out, "% {PROGRAM}: {}\n", on_one_line(&export.outcome.to_string()))?;
    for (key, reference) in references(export) {
        writeln!(out, "@misc{{{key},")?;
        let mut field = |name: &str, value: Option<&str>| match value {
            Some(value) => writeln!(out, "  {name} = {{{}}},", tex(value)),
            None => Ok(()),
        };
        // In double braces, capitals stay.
        let title = reference.title.as_ref().unwrap_or(&reference.id);
        field("publisher", reference.source.as_deref())?;
        field("note", Some(&format!("Article {}, SHA-256 {}", reference.id, reference.sha256)))?;
        writeln!(out, "  title = {{{{{}}}}},", tex(title))?;
        if let Some(url) = reference.url {
            // In a url, only what would end the field may not stand.
            let url: String =
                url.chars().filter(|c| !matches!(c, '{' | '}' | '\\' | ' ')).collect();
            writeln!(out, "  url = {{{url}}},")?;
        }
        if let Some(day) = reference.published {
            writeln!(out, "  date = {{{day}}},")?;
            writeln!(
                out,
                "  year = {{{}}},\n  month = {}",
                day.year(),
                day.strftime("%b").to_string().to_lowercase()
            )?;
        }
        writeln!(out, "}}\n")?;
    }
    Ok(())
}

/// Text as TeX wants it.
fn tex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in on_one_line(text).chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Writes RIS, a `NEWS` for each article.
pub(super) fn write_ris(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    for (key, reference) in references(export) {
        // Lines end as the format's makers have it.
        let mut tag = |name: &str, value: Option<&str>| match value {
            Some(value) => write!(out, "{name}  - {}\r\n", on_one_line(value)),
            None => Ok(()),
        };
        tag("TY", Some("NEWS"))?;
        tag("ID", Some(&key))?;
        tag("TI", Some(reference.title.as_ref().unwrap_or(&reference.id)))?;
        tag("T2", reference.source.as_deref())?;
        let day = reference.published;
        tag("PY", day.map(|day| day.year().to_string()).as_deref())?;
        tag("DA", day.map(|day| day.strftime("%Y/%m/%d/").to_string()).as_deref())?;
        tag("UR", reference.url.as_deref())?;
        tag("N1", Some(&format!("Article {}, SHA-256 {}", reference.id, reference.sha256)))?;
        out.write_all(b"ER  - \r\n\r\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::options::Options;
    use super::*;
    use crate::model::{Dataset, Found};

    fn dataset() -> Dataset {
        let mut dataset = fixture::dataset();
        let known = &mut dataset.articles[0].reading.metadata;
        known.title = Some(Found::given("Shells & {rockets}: 100%".to_owned()));
        known.source = Some(Found::given("The Gazette".to_owned()));
        known.url = Some(Found::given("https://example.org/a_b?c=1&d=%20".to_owned()));
        dataset
    }

    fn written(write: fn(&mut dyn Write, &Export<'_>) -> io::Result<()>) -> String {
        let (dataset, options, mut out) = (dataset(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn bibtex_has_its_marks_escaped() {
        let text = written(write_bibtex);
        for words in [
            "@misc{border,\n",
            "title = {{Shells \\& \\{rockets\\}: 100\\%}},",
            "publisher = {The Gazette},",
            "url = {https://example.org/a_b?c=1&d=%20},",
            "date = {2022-09-13},\n  year = {2022},\n  month = sep\n}",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
    }

    #[test]
    fn ris_has_a_tag_a_line() {
        let text = written(write_ris);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[0], "TY  - NEWS");
        assert!(lines.contains(&"DA  - 2022/09/13/") && lines.contains(&"T2  - The Gazette"));
        assert!(lines.contains(&"ER  - "));
    }

    #[test]
    fn keys_are_of_letters_and_each_its_own() {
        let mut taken = BTreeSet::new();
        let keys: Vec<String> = ["a b", "A_b", "é"].map(|id| key(id, &mut taken)).to_vec();
        assert_eq!(keys, ["a_b", "A_b-2", "_"]);
    }
}
