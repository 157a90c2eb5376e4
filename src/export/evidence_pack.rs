//! An evidence pack: a ZIP with the table of events, their quotes, hashes of the articles,
//! versions, and a picture of the map, so that somebody else can check what was found.

use std::io::{self, Write};

use sha2::{Digest as _, Sha256};

use super::archive::Archive;
use super::options::{Export, PROGRAM};
use super::row::hexadecimal;
use super::{csv, geojson, markdown, references, tables};

/// A file of the pack: its name, what it is, and what writes it.
type Part = (&'static str, &'static str, fn(&mut dyn Write, &Export<'_>) -> io::Result<()>);

const PARTS: [Part; 7] = [
    ("events.csv", "the events, a row each", csv::write_export),
    ("events.geojson", "the events, for a map", geojson::write_export),
    (
        "reports.csv",
        "what each article says of each event, with the quote and where it stands",
        write_reports,
    ),
    ("articles.csv", "the articles, with the SHA-256 of the text of each in UTF-8", write_sources),
    ("report.md", "the events and quotes, to read", markdown::write),
    ("articles.bib", "the articles, as references", references::write_bibtex),
    (
        "versions.json",
        "the program and the data that were used, and what was left out",
        write_versions,
    ),
];

const PICTURE: &str = "map.png";
const SUMS: &str = "SHA256SUMS";

pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let mut archive = Archive::new()?;
    let mut sums = String::new();
    let mut add = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
        let mut file = Summed { to: archive.begin(name)?, sum: Sha256::new() };
        fill(&mut file)?;
        sums.push_str(&format!("{}  {name}\n", hexadecimal(&file.sum.finalize())));
        io::Result::Ok(())
    };
    for (name, _, fill) in PARTS {
        add(name, &|out| fill(out, export))?;
    }
    if let Some(picture) = &export.options.picture {
        add(PICTURE, &|out| out.write_all(picture))?;
    }
    add("README.txt", &|out| out.write_all(readme(export).as_bytes()))?;
    archive.begin(SUMS)?.write_all(sums.as_bytes())?;
    archive.write_to(out)
}

/// Adds up what is written.
struct Summed<'w> {
    to: &'w mut dyn Write,
    sum: Sha256,
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn readme(export: &Export<'_>) -> String {
    let mut text = format!("Evidence pack of {PROGRAM}\n\n{}\n\n", export.outcome);
    let picture = (PICTURE, "a picture of the map");
    let parts = PARTS.iter().map(|(name, what, _)| (*name, *what));
    for (name, what) in parts.chain(export.options.picture.as_ref().map(|_| picture)) {
        text.push_str(&format!("{name}: {what}\n"));
    }
    text.push_str(&format!(
        "{SUMS}: sums of these files; `sha256sum -c {SUMS}` checks them\n\n\
         quote_start and quote_end count Unicode code points of the text of the article, the \
         end not included. The texts of the articles are not part of the pack.\n"
    ));
    text
}

fn write_reports(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let rows = export.rows().flat_map(|row| tables::reports(&row));
    csv::write_table(out, tables::REPORTS.iter().map(|(name, _)| *name), rows)
}

fn write_sources(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let headings = tables::SOURCES.iter().map(|(name, _)| *name);
    csv::write_table(out, headings, tables::sources(export))
}

fn write_versions(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    let about: serde_json::Map<String, serde_json::Value> =
        export.about().into_iter().map(|(name, value)| (name, value.into())).collect();
    serde_json::to_writer_pretty(&mut *out, &about)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;
    use std::io::{Cursor, Read as _};

    use super::super::fixture;
    use super::super::options::Options;
    use super::super::row::sha256;
    use super::*;

    #[test]
    fn a_pack_has_all_parts_and_their_sums() {
        let options = Options {
            picture: Some(b"\x89PNG".to_vec()),
            versions: vec![("gazetteer".to_owned(), "1".to_owned())],
            ..Options::default()
        };
        let (dataset, mut out) = (fixture::dataset(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(out)).unwrap();
        let mut files = BTreeMap::new();
        for number in 0..zip.len() {
            let mut file = zip.by_index(number).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            files.insert(file.name().unwrap().into_owned(), bytes);
        }
        let sums = String::from_utf8(files[SUMS].clone()).unwrap();
        assert_eq!(sums.lines().count(), files.len() - 1);
        for line in sums.lines() {
            let (sum, name) = line.split_once("  ").unwrap();
            assert_eq!(sum, sha256(&files[name]), "{name}");
        }
        let versions: serde_json::Value = serde_json::from_slice(&files["versions.json"]).unwrap();
        assert_eq!(versions["gazetteer"], "1");
        let mut articles = ::csv::Reader::from_reader(files["articles.csv"].as_slice());
        let row = articles.records().next().unwrap().unwrap();
        assert_eq!((&row[0], &row[6]), ("border", sha256(fixture::TEXT).as_str()));
        assert!(files.contains_key("map.png"));
    }
}
