//! A user's own places: CSV with a row a place, or GeoJSON with a feature a place.
//! A bad row never stops the others: it is left out and listed.

mod columns;
mod csv;
mod geojson;
mod record;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::{ImportError, decode, files};
use crate::model::OwnPlace;
use record::Record;

/// Files that are taken for a user's own places by their name, in lower case.
pub const OWN_PLACES_KINDS: &[&str] = &["csv", "tsv", "geojson"];

/// The largest file of places that is read, in bytes: some million rows.
const MAX_BYTES: usize = 100 * 1024 * 1024;

/// So much of a `.json` file tells whether it is GeoJSON.
const HEAD_BYTES: u64 = 4096;

/// The good rows of a file, and what was wrong with the others.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPlaces {
    /// The file.
    pub path: PathBuf,
    /// In the order of the file; at least one.
    pub places: Vec<OwnPlace>,
    /// A line for each row that was left out, and for each value that was: where, what
    /// is wrong, what to do.
    pub problems: Vec<String>,
}

/// Why a file gave no places at all.
#[derive(Debug, Error)]
pub enum OwnPlacesError {
    /// It could not be read as text.
    #[error(transparent)]
    File(#[from] ImportError),
    /// Over `MAX_BYTES`.
    #[error("more than 100 MB, split the file of places: {}", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// A column that every place needs is not there.
    #[error("no column for the {what} in line 1, call one of them {names}: {}", path.display())]
    Column {
        /// What is missing: "latitude".
        what: &'static str,
        /// The names that are understood.
        names: String,
        /// The file.
        path: PathBuf,
    },
    /// Not JSON.
    #[error("not JSON ({source}), correct it there: {}", path.display())]
    Json {
        /// What does not fit, with its line.
        source: serde_json::Error,
        /// The file.
        path: PathBuf,
    },
    /// JSON, but of something else.
    #[error("no GeoJSON features, save the places as a FeatureCollection: {}", path.display())]
    NoFeatures {
        /// The file.
        path: PathBuf,
    },
    /// Not one good row.
    #[error("no place could be read ({}), correct the rows: {}", why.as_deref().unwrap_or("there are no rows"), path.display())]
    Nothing {
        /// What is wrong with the first row.
        why: Option<String>,
        /// The file.
        path: PathBuf,
    },
}

/// Reads a file of places. A file that begins with a brace is GeoJSON, another one is CSV
/// with commas, semicolons or tabs and the names of the columns in its first line.
///
/// # Errors
/// If the file cannot be read, has no name or position for its places, or not one good row.
pub fn own_places(path: &Path) -> Result<OwnPlaces, OwnPlacesError> {
    let bytes = files::bytes_up_to(path, MAX_BYTES)?;
    let bytes = bytes.ok_or_else(|| OwnPlacesError::TooLarge { path: path.to_owned() })?;
    let text = decode::decode(bytes, None, path)?.text;
    let rows = if text.trim_start().starts_with(['{', '[']) {
        geojson::rows(&text, path)?
    } else {
        csv::rows(&text, path)?
    };
    let file: Arc<str> = path.file_name().unwrap_or_default().to_string_lossy().into();
    let (mut places, mut problems) = (Vec::new(), Vec::new());
    for (at, row) in rows {
        match row.and_then(|record| record.place(&file)) {
            Ok((place, doubts)) => {
                places.push(place);
                problems.extend(doubts.into_iter().map(|doubt| format!("{at}: {doubt}")));
            }
            Err(why) => problems.push(format!("{at}: {why}; left out")),
        }
    }
    if places.is_empty() {
        return Err(OwnPlacesError::Nothing {
            why: problems.into_iter().next(),
            path: path.to_owned(),
        });
    }
    Ok(OwnPlaces { path: path.to_owned(), places, problems })
}

/// Whether a file is one of places rather than an article: by its name, and for `.json`
/// by how it begins.
pub fn is_own_places(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if extension == "json" {
        return begins_as_geojson(path).unwrap_or(false);
    }
    OWN_PLACES_KINDS.contains(&extension.as_str())
}

fn begins_as_geojson(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    std::fs::File::open(path)?.take(HEAD_BYTES).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    Ok(head.contains("\"FeatureCollection\"") || head.contains("\"Feature\""))
}

/// A row with where it is: "line 3", "feature 2".
type Row = (String, Result<Record, String>);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Kind, LonLat};

    /// What a file of this name and text gives: its places, its problems, or the error.
    fn read(name: &str, text: &str) -> Result<OwnPlaces, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let root = format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR);
        own_places(&path).map_err(|error| error.to_string().replace(&root, ""))
    }

    fn check_error(name: &str, text: &str, wanted: &str) {
        assert_eq!(read(name, text).unwrap_err(), wanted);
    }

    fn check_problem(row: &str, wanted: &str) {
        let text = format!("name,lat,lon,kind\nRose Hill,39.5,46.3,hill\n{row}\n");
        assert_eq!(read("a.csv", &text).unwrap().problems, [wanted]);
    }

    #[test]
    fn all_columns_of_a_table_are_read() {
        let text = "name,aliases,lat,lon,kind,country,radius_km,population\n\
                    Rose Hill,Hill 1203|Height 1203; Rosenberg,39.5,46.3,Hill,AM,0.8,\n";
        let place = &read("hills.csv", text).unwrap().places[0];
        let wanted = OwnPlace {
            name: "Rose Hill".to_owned(),
            aliases: ["Hill 1203", "Height 1203", "Rosenberg"].map(str::to_owned).to_vec(),
            position: LonLat::new(46.3, 39.5),
            kind: Kind::Mountain,
            country: Some("AM".to_owned()),
            population: None,
            radius_km: Some(0.8),
            file: "hills.csv".into(),
        };
        assert_eq!(*place, wanted);
    }

    #[test]
    fn columns_may_go_by_other_names_and_be_parted_by_other_marks() {
        for text in [
            "Toponym;Y;X\nRose Hill;39,5;46,3\n",
            "place\tlatitude\tlongitude\nRose Hill\t39.5\t46.3\n",
            "\u{feff}\"Longitude\",\"Latitude\",\"Place name\"\r\n46.3,39.5,Rose Hill\r\n",
        ] {
            let found = read("a.csv", text).unwrap();
            assert_eq!(found.places[0].name, "Rose Hill");
            assert_eq!(found.places[0].position, LonLat::new(46.3, 39.5), "{text}");
        }
    }

    #[test]
    fn bad_rows_are_left_out_and_listed_with_their_line() {
        check_problem(",1,2,", "line 3: no name; left out");
        check_problem("A,,2,", "line 3: no latitude; left out");
        check_problem("A,north,2,", "line 3: latitude \"north\" is no number of degrees; left out");
        check_problem(
            "A,139.5,46.3,",
            "line 3: latitude 139.5 is not from -90 to 90, perhaps it changed places with the \
             longitude; left out",
        );
        check_problem("A,1,181,", "line 3: longitude 181 is not from -180 to 180; left out");
    }

    #[test]
    fn a_kind_that_is_not_known_keeps_the_place() {
        check_problem("A,1,2,volcano", "line 3: kind \"volcano\" is not known, taken as \"other\"");
    }

    #[test]
    fn a_file_without_a_place_is_an_error_that_says_what_to_do() {
        check_error(
            "a.csv",
            "name,lat\nA,1\n",
            "no column for the longitude in line 1, call one of them lon, lng, long, longitude, \
             or x: a.csv",
        );
        check_error(
            "a.csv",
            "name,lat,lon\n",
            "no place could be read (there are no rows), correct the rows: a.csv",
        );
        check_error(
            "a.csv",
            "name,lat,lon\n,1,2\n",
            "no place could be read (line 2: no name; left out), correct the rows: a.csv",
        );
        check_error(
            "a.geojson",
            "{\"type\": \"Point\"}",
            "no GeoJSON features, save the places as a FeatureCollection: a.geojson",
        );
        let broken = read("a.geojson", "{\n\"type\":").unwrap_err();
        assert!(broken.starts_with("not JSON (EOF while parsing a value at line 2"), "{broken}");
    }

    #[test]
    fn features_are_read_with_points_and_areas() {
        let text = r#"{"type": "FeatureCollection", "features": [
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [46.3, 39.5, 900]},
           "properties": {"name": "Rose Hill", "aliases": ["Hill 1203", "Rosenberg"], "population": 12}},
          {"type": "Feature", "geometry": {"type": "Polygon", "coordinates":
            [[[46.0, 39.0], [46.2, 39.0], [46.2, 39.2], [46.0, 39.2], [46.0, 39.0]]]},
           "properties": {"Name": "Rose Valley", "kind": "valley"}},
          {"type": "Feature", "geometry": null, "properties": {"name": "Nowhere"}},
          {"type": "Feature", "geometry": null, "properties": {"name": "There", "lat": "40", "lon": 45}}
        ]}"#;
        let found = read("a.geojson", text).unwrap();
        let [point, area, typed] = &found.places[..] else { unreachable!("{found:?}") };
        assert_eq!(point.position, LonLat::new(46.3, 39.5));
        assert_eq!((point.aliases.len(), point.population), (2, Some(12)));
        assert!(area.position.distance_km(LonLat::new(46.1, 39.1)) < 0.1);
        assert!(area.radius_km.is_some_and(|km| (13.0..15.0).contains(&km)), "{area:?}");
        assert_eq!(area.kind, Kind::Region);
        assert_eq!(typed.position, LonLat::new(45.0, 40.0));
        assert_eq!(found.problems, ["feature 3: no latitude; left out"]);
    }

    #[test]
    fn files_of_places_are_known_by_name_or_beginning() {
        let folder = tempfile::tempdir().unwrap();
        let check = |name: &str, text: &str, wanted: bool| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            assert_eq!(is_own_places(&path), wanted, "{name}");
        };
        check("a.CSV", "", true);
        check("a.geojson", "", true);
        check("a.json", "{\"type\": \"FeatureCollection\"}", true);
        check("b.json", "{\"text\": \"Goris\"}", false);
        check("a.txt", "", false);
    }
}
