use std::io::{self, Write};
use std::path::Path;

use super::options::{Export, Options, Outcome};
use super::{
    ExportError, acled, csv, evidence_pack, geojson, geopackage, geoparquet, json_lines, kml,
    markdown, references, ucdp, write_atomically, xlsx,
};
use crate::model::Dataset;

/// A format that events go out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "`label` and `help` say it")]
pub enum Format {
    Csv,
    CsvAcled,
    CsvUcdp,
    Xlsx,
    GeoJson,
    Kml,
    Kmz,
    GeoPackage,
    GeoParquet,
    JsonLines,
    Markdown,
    BibTex,
    Ris,
    EvidencePack,
}

/// What is said of a format: key, label, extension, help.
struct Info(&'static str, &'static str, &'static str, &'static str);

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Format; 14] = [
        Format::Csv,
        Format::CsvAcled,
        Format::CsvUcdp,
        Format::Xlsx,
        Format::GeoJson,
        Format::Kml,
        Format::Kmz,
        Format::GeoPackage,
        Format::GeoParquet,
        Format::JsonLines,
        Format::Markdown,
        Format::BibTex,
        Format::Ris,
        Format::EvidencePack,
    ];

    fn info(self) -> Info {
        match self {
            Format::Csv => Info(
                "csv",
                "Table (CSV)",
                "csv",
                "A row an event, the words behind each field beside it",
            ),
            Format::CsvAcled => Info(
                "csv-acled",
                "Table with ACLED's columns (CSV)",
                "csv",
                "For what reads tables of ACLED",
            ),
            Format::CsvUcdp => Info(
                "csv-ucdp",
                "Table with UCDP's columns (CSV)",
                "csv",
                "Organised violence only, for what reads UCDP GED",
            ),
            Format::Xlsx => {
                Info("xlsx", "Workbook (Excel)", "xlsx", "Sheets of events, reports and sources")
            }
            Format::GeoJson => {
                Info("geojson", "GeoJSON", "geojson", "Points with all that is known, for maps")
            }
            Format::Kml => {
                Info("kml", "KML", "kml", "For Google Earth, with days for its time slider")
            }
            Format::Kmz => Info("kmz", "KMZ", "kmz", "KML with a symbol for each type"),
            Format::GeoPackage => Info(
                "gpkg",
                "GeoPackage",
                "gpkg",
                "Layers of points and areas, for QGIS and others",
            ),
            Format::GeoParquet => Info(
                "parquet",
                "GeoParquet",
                "parquet",
                "Typed columns for pandas, DuckDB and others",
            ),
            Format::JsonLines => {
                Info("jsonl", "JSON lines", "jsonl", "An object an event, for programs")
            }
            Format::Markdown => Info(
                "markdown",
                "Report (Markdown)",
                "md",
                "The events by day with their quotes, to read",
            ),
            Format::BibTex => {
                Info("bibtex", "Sources (BibTeX)", "bib", "The articles as references")
            }
            Format::Ris => Info(
                "ris",
                "Sources (RIS)",
                "ris",
                "The articles as references, for Zotero and others",
            ),
            Format::EvidencePack => Info(
                "evidence",
                "Evidence pack (ZIP)",
                "zip",
                "Tables, quotes, hashes of the articles, versions and the map, to be checked by others",
            ),
        }
    }

    /// The word for it on the command line.
    pub fn key(self) -> &'static str {
        self.info().0
    }

    /// The words for it on the screen.
    pub fn label(self) -> &'static str {
        self.info().1
    }

    /// What its files end with, without the dot.
    pub fn extension(self) -> &'static str {
        self.info().2
    }

    /// What it is good for, in a line.
    pub fn help(self) -> &'static str {
        self.info().3
    }

    /// Whether its bytes are nothing for a terminal.
    pub fn is_binary(self) -> bool {
        matches!(
            self,
            Format::Xlsx
                | Format::Kmz
                | Format::GeoPackage
                | Format::GeoParquet
                | Format::EvidencePack
        )
    }

    /// The format with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }

    /// The format of a file by what its name ends with; for `csv` it is our own table.
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        match extension.as_str() {
            "json" => Some(Format::GeoJson),
            "geoparquet" => Some(Format::GeoParquet),
            "markdown" => Some(Format::Markdown),
            "ndjson" => Some(Format::JsonLines),
            other => Self::ALL.into_iter().find(|format| format.extension() == other),
        }
    }
}

/// Writes events into a file as a whole or not at all: what stood there before stays unless
/// everything was written.
///
/// # Errors
/// Those of the disk, and where a format cannot hold so much.
pub fn write(
    path: &Path,
    dataset: &Dataset,
    options: &Options,
    format: Format,
) -> Result<Outcome, ExportError> {
    let mut outcome = Outcome::default();
    write_atomically(path, |out| {
        outcome = write_to(out, dataset, options, format)?;
        Ok(())
    })?;
    Ok(outcome)
}

/// Writes events to anything.
///
/// # Errors
/// Those of `out`, and where a format cannot hold so much.
pub fn write_to(
    out: &mut dyn Write,
    dataset: &Dataset,
    options: &Options,
    format: Format,
) -> io::Result<Outcome> {
    let mut export = Export::new(dataset, options);
    match format {
        Format::Csv => csv::write_export(out, &export),
        Format::CsvAcled => acled::write(out, &export),
        Format::CsvUcdp => ucdp::write(out, &mut export),
        Format::Xlsx => xlsx::write(out, &mut export),
        Format::GeoJson => geojson::write_export(out, &export),
        Format::Kml => kml::write(out, &export),
        Format::Kmz => kml::write_kmz(out, &export),
        Format::GeoPackage => geopackage::write(out, &export),
        Format::GeoParquet => geoparquet::write(out, &export),
        Format::JsonLines => json_lines::write(out, &export),
        Format::Markdown => markdown::write(out, &export),
        Format::BibTex => references::write_bibtex(out, &export),
        Format::Ris => references::write_ris(out, &export),
        Format::EvidencePack => evidence_pack::write(out, &export),
    }?;
    out.flush()?;
    Ok(export.outcome)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::super::fixture;
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_the_format() {
        let check = |name: &str, wanted: Option<Format>| {
            assert_eq!(Format::of_path(Path::new(name)), wanted, "{name}");
        };
        check("a.kml", Some(Format::Kml));
        check("a.KMZ", Some(Format::Kmz));
        check("a.csv", Some(Format::Csv));
        check("a.zip", Some(Format::EvidencePack));
        check("a.geoparquet", Some(Format::GeoParquet));
        check("a.txt", None);
        check("a", None);
        for format in Format::ALL {
            assert_eq!(Format::from_key(format.key()), Some(format));
        }
    }

    #[test]
    fn the_same_events_give_the_same_bytes_in_every_format() {
        let (dataset, options) = (fixture::dataset(), Options::default());
        for format in Format::ALL {
            let once = || {
                let mut out = Vec::new();
                write_to(&mut out, &dataset, &options, format).unwrap();
                out
            };
            let first = once();
            assert!(!first.is_empty() && first == once(), "{format:?}");
        }
    }

    /// Takes so many bytes, then the disk is full.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if bytes.len() > self.0 {
                return Err(io::Error::new(io::ErrorKind::StorageFull, "disk full"));
            }
            self.0 -= bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_an_error_in_every_format_and_the_old_file_stays() {
        let (dataset, options) = (fixture::dataset(), Options::default());
        let folder = tempfile::tempdir().unwrap();
        for format in Format::ALL {
            let path = folder.path().join(format.key());
            fs::write(&path, "old").unwrap();
            let failed = write_atomically(&path, |out| {
                out.write_all(b"half")?;
                write_to(&mut Full(100), &dataset, &options, format).map(|_| ())
            });
            let why = failed.unwrap_err().to_string();
            assert!(why.starts_with("cannot write the file (disk full)"), "{format:?}: {why}");
            assert_eq!(fs::read(&path).unwrap(), b"old", "{format:?}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), Format::ALL.len());
    }

    #[test]
    fn nothing_of_what_is_hidden_stands_in_any_format() {
        let dataset = fixture::dataset();
        let options = Options {
            coarsen: Some(super::super::Coarsen::Grid(50.0)),
            leave_out_names: true,
            ..Options::default()
        };
        for format in Format::ALL.into_iter().filter(|format| !format.is_binary()) {
            let mut out = Vec::new();
            write_to(&mut out, &dataset, &options, format).unwrap();
            let text = String::from_utf8(out).unwrap();
            for hidden in ["Goris", "Sotk", "ministry", "39.50797"] {
                assert!(!text.contains(hidden), "{format:?}: {hidden}\n{text}");
            }
        }
    }
}
