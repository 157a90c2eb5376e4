//! Tables in archives: workbooks, KMZ, evidence packs of ours, Shapefiles, and single tables
//! that were packed to be sent.

use std::path::Path;

use zip::ZipArchive;

use super::input::{Input, ReadSeek};
use super::shapefile::{self, Parts};
use super::sheet::Book;
use super::{Look, Rows, TableError, kml, open as open_input, sheet, tags};
use crate::import::archive;
use crate::model::TableOptions;

/// The table of an evidence pack.
const EVENTS: &str = "events.csv";
/// Another file of it, by which it is known.
const VERSIONS: &str = "versions.json";

/// Endings of tables that are read from archives.
const TABLES: [&str; 7] = ["csv", "tsv", "tab", "geojson", "kml", "xlsx", "ods"];

/// Endings of what may be a table or articles.
const TEXTS: [&str; 4] = ["txt", "json", "jsonl", "ndjson"];

/// Endings of what is read as an article.
const ARTICLES: [&str; 11] =
    ["txt", "md", "html", "htm", "json", "jsonl", "docx", "odt", "pdf", "eml", "rtf"];

/// So many of them may explain a table; more are no company for one.
const MOST_ARTICLES: usize = 2;

type Zip = ZipArchive<Box<dyn ReadSeek>>;

pub fn open(input: Input, options: &TableOptions, look: Look) -> Result<Rows, TableError> {
    let refuse = |error: zip::result::ZipError| input.refuse(&error);
    let mut zip = ZipArchive::new(input.open()?).map_err(|error| match error {
        zip::result::ZipError::InvalidArchive(_) => {
            input.refuse(&"the end of the archive is missing or damaged: fetch it again")
        }
        other => refuse(other),
    })?;
    if zip.len() > archive::MOST_FILES {
        return Err(input.refuse(&format!("{} files, at most {}", zip.len(), archive::MOST_FILES)));
    }
    let names = names(&mut zip);
    let has = |name: &str| names.iter().any(|other| other == name);
    if has("xl/workbook.xml") || names.iter().any(|name| name.starts_with("xl/worksheets/")) {
        check(&mut zip, &input)?;
        return sheet::open(&input, Book::Xlsx, options).map(tags::take);
    }
    if has("content.xml") && has("mimetype") {
        check(&mut zip, &input)?;
        return sheet::open(&input, Book::Ods, options).map(tags::take);
    }
    if matches!(input.extension().as_str(), "xlsx" | "xlsm" | "ods") {
        return Err(input.is_no("workbook"));
    }
    let of_ending = |ending: &str| {
        names.iter().filter(|name| extension(name) == ending).collect::<Vec<&String>>()
    };
    if input.extension() == "kmz" && !of_ending("kml").is_empty() {
        return first_document(&mut zip, &input, &of_ending("kml"), look);
    }
    if input.is_unpacked() {
        return Err(input.refuse(&"an archive within an archive"));
    }
    if has(EVENTS) && has(VERSIONS) {
        let events = unpack(&mut zip, &input, EVENTS)?;
        let rows = open_input(events, options, look)?;
        let notes = [vec!["an evidence pack".to_owned()], rows.notes].concat();
        return Ok(Rows { notes, ..rows });
    }
    let is_article = |name: &&String| ARTICLES.contains(&extension(name).as_str());
    if look == Look::Head && names.iter().filter(is_article).count() > MOST_ARTICLES {
        return Err(input.refuse(&"it holds articles"));
    }
    let shapes = of_ending("shp");
    let tables: Vec<&String> =
        names.iter().filter(|name| TABLES.contains(&extension(name).as_str())).collect();
    match (shapes.as_slice(), tables.as_slice()) {
        ([shp], _) => shapes_of(&mut zip, &input, shp, &names),
        ([], [table]) => {
            let rows = open_input(unpack(&mut zip, &input, table)?, options, look)?;
            let notes = [vec![format!("{table} in the archive")], rows.notes].concat();
            Ok(Rows { notes, ..rows })
        }
        ([], []) => {
            let single = single_text(&names).filter(|_| input.extension() == "zip");
            let single = single.ok_or_else(|| input.refuse(&"no table in the archive"))?;
            let rows = open_input(unpack(&mut zip, &input, single)?, options, look)?;
            let notes = [vec![format!("{single} in the archive")], rows.notes].concat();
            Ok(Rows { notes, ..rows })
        }
        _ => {
            let all: Vec<&str> = shapes.iter().chain(&tables).map(|name| name.as_str()).collect();
            Err(input
                .refuse(&format!("several tables in the archive, unpack it: {}", all.join(", "))))
        }
    }
}

/// The file that may be a table or an article, where there is only one such.
fn single_text(names: &[String]) -> Option<&String> {
    let mut texts = names.iter().filter(|name| TEXTS.contains(&extension(name).as_str()));
    texts.next().filter(|_| texts.next().is_none())
}

/// The first document that has placemarks. The first of all may only point to others.
fn first_document(
    zip: &mut Zip,
    input: &Input,
    names: &[&String],
    look: Look,
) -> Result<Rows, TableError> {
    let mut without = None;
    for name in names {
        match kml::open(unpack(zip, input, name)?, look) {
            Ok(mut rows) if names.len() > 1 => {
                rows.notes.push(format!("of {} documents, {name} was read", names.len()));
                return Ok(rows);
            }
            Err(error @ TableError::NoFeatures { .. }) => without = without.or(Some(error)),
            other => return other,
        }
    }
    Err(without.unwrap_or_else(|| TableError::NoFeatures { path: input.path().to_owned() }))
}

fn extension(name: &str) -> String {
    Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

/// The files in it that are not hidden, in its order.
fn names(zip: &mut Zip) -> Vec<String> {
    let is_hidden = |name: &str| {
        Path::new(name).iter().any(|part| {
            let part = part.to_string_lossy();
            part.starts_with('.') || part == "__MACOSX"
        })
    };
    let names = zip.file_names().filter_map(Result::ok).map(|name| name.into_owned());
    names.filter(|name| !name.ends_with('/') && !is_hidden(name)).collect()
}

/// Unpacks all once and throws it away: what explodes is refused before anybody reads it.
fn check(zip: &mut Zip, input: &Input) -> Result<(), TableError> {
    let mut unpacked = 0;
    for index in 0..zip.len() {
        let file = zip.by_index(index).map_err(|error| input.refuse(&error))?;
        let size = archive::unpack_into(file, &mut std::io::sink(), archive::MOST_BYTES - unpacked);
        unpacked += size.map_err(|reason| input.refuse(&reason))?;
    }
    Ok(())
}

fn unpack(zip: &mut Zip, input: &Input, name: &str) -> Result<Input, TableError> {
    let file = zip.by_name(name).map_err(|error| input.refuse(&error))?;
    let mut bytes = Vec::new();
    archive::unpack_into(file, &mut bytes, archive::MOST_BYTES)
        .map_err(|reason| input.refuse(&format!("{name}: {reason}")))?;
    Ok(input.unpacked(name, bytes))
}

fn shapes_of(
    zip: &mut Zip,
    input: &Input,
    shp: &str,
    names: &[String],
) -> Result<Rows, TableError> {
    let stem = shp.rsplit_once('.').map_or(shp, |(stem, _)| stem);
    let mut beside = |ending: &str| {
        let name = names.iter().find(|name| {
            let (of, other) = name.rsplit_once('.').unwrap_or_default();
            of == stem && other.eq_ignore_ascii_case(ending)
        });
        name.map(|name| unpack(zip, input, name)).transpose()
    };
    let (dbf, cpg, prj) = (beside("dbf")?, beside("cpg")?, beside("prj")?);
    let shp = unpack(zip, input, shp)?;
    shapefile::of_parts(Parts { shp, dbf, cpg, prj })
}
