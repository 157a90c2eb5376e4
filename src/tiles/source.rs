use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::template::{host_of, is_url};
use super::{Archive, Cache, PmTilesError, TemplateError, TileKey, TileType, UrlTemplate, http};

/// Where tiles come from. Kept as the text that a person would type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// A server with an address for each tile.
    Xyz(UrlTemplate),
    /// An archive on a server.
    PmTilesUrl(String),
    /// An archive on this computer.
    PmTilesFile(PathBuf),
}

/// A layer of tiles as a person describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Who must be named beside the map: text, perhaps with a link in HTML.
    pub attribution: String,
    /// The largest scale that it has; an archive says so itself.
    pub max_zoom: u8,
    /// Where its tiles come from.
    pub place: Place,
}

/// Why a text names no place of tiles.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SourceError {
    /// An address that is none of tiles.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A path of nothing.
    #[error("no such file, check the path: {}", .0.display())]
    NoFile(PathBuf),
}

impl Source {
    /// The map that volunteers draw, as its own servers show it.
    pub fn openstreetmap() -> Self {
        let template = UrlTemplate::new("https://tile.openstreetmap.org/{z}/{x}/{y}.png");
        let place = template.map_or_else(|_| Place::PmTilesUrl(String::new()), Place::Xyz);
        let link = "https://www.openstreetmap.org/copyright";
        Self {
            name: "OpenStreetMap".to_owned(),
            attribution: format!("<a href=\"{link}\">© OpenStreetMap contributors</a>"),
            max_zoom: 19,
            place,
        }
    }

    /// The server that learns which areas are looked at; `None` for a file.
    pub fn host(&self) -> Option<&str> {
        match &self.place {
            Place::Xyz(template) => Some(template.host()),
            Place::PmTilesUrl(url) => Some(host_of(url)),
            Place::PmTilesFile(_) => None,
        }
    }
}

impl Place {
    /// A template, the address of an archive, or the path of one.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn parse(text: &str) -> Result<Self, SourceError> {
        match Self::try_from(text.trim().to_owned())? {
            Place::PmTilesFile(path) if !path.is_file() => Err(SourceError::NoFile(path)),
            place => Ok(place),
        }
    }

    /// A name for it until a person gives another: the file's or the server's.
    pub fn usual_name(&self) -> String {
        match self {
            Place::Xyz(template) => template.host().to_owned(),
            Place::PmTilesUrl(url) => {
                let path = url.split(['?', '#']).next().unwrap_or_default();
                let file = path.rsplit('/').next().unwrap_or_default();
                format!("{} at {}", file.trim_end_matches(".pmtiles"), host_of(url))
            }
            Place::PmTilesFile(path) => {
                path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
            }
        }
    }
}

impl TryFrom<String> for Place {
    type Error = SourceError;

    /// As [`Place::parse`], but a file need not be there now.
    fn try_from(text: String) -> Result<Self, SourceError> {
        let archive = text.split(['?', '#']).next().unwrap_or_default().ends_with(".pmtiles");
        if is_url(&text) && archive && !text.contains("{z}") {
            return Ok(Place::PmTilesUrl(text));
        }
        if is_url(&text) || text.contains("{z}") {
            return Ok(Place::Xyz(UrlTemplate::new(&text)?));
        }
        Ok(Place::PmTilesFile(text.into()))
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        match place {
            Place::Xyz(template) => template.as_str().to_owned(),
            Place::PmTilesUrl(url) => url,
            Place::PmTilesFile(path) => path.to_string_lossy().into_owned(),
        }
    }
}

/// Why there is no tile.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TileError {
    /// No network, no such server, or one that is silent.
    #[error("no answer from {host} ({why})")]
    NoAnswer {
        /// The server.
        host: String,
        /// What went wrong.
        why: String,
    },
    /// The server answers with an error.
    #[error("{host} refuses ({status}){}", hint(*status))]
    Refused {
        /// The server.
        host: String,
        /// The status of HTTP.
        status: u16,
    },
    /// An archive that cannot be read.
    #[error("{name}: {error}")]
    Archive {
        /// The file or the server.
        name: String,
        /// What is wrong with it.
        error: PmTilesError,
    },
    /// Bytes that are no tile.
    #[error("{name} sends something else than map tiles ({why})")]
    NoTile {
        /// The file or the server.
        name: String,
        /// What is wrong with them.
        why: String,
    },
}

impl TileError {
    /// Whether only this tile is missing, as beyond the edge of a map.
    pub fn is_gap(&self) -> bool {
        matches!(self, TileError::Refused { status: 404 | 410 | 204, .. })
    }
}

fn hint(status: u16) -> &'static str {
    match status {
        401 | 403 => ": it wants a key in the address, or does not serve this program",
        404 => ": check the address",
        429 => ": too many requests, wait a while",
        _ => "",
    }
}

/// Gets tiles of a source. Used by several threads at once.
pub struct Loader {
    source: Source,
    cache: Option<Arc<Cache>>,
    archive: Mutex<Option<Result<Arc<Archive>, TileError>>>,
}

impl Loader {
    /// Tiles of a server are kept in `cache`.
    pub fn new(source: Source, cache: Option<Arc<Cache>>) -> Self {
        Self { source, cache, archive: Mutex::new(None) }
    }

    /// What it gets tiles of.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Bytes of a tile: a picture or a vector tile; `None` where there is none.
    ///
    /// # Errors
    /// See [`TileError`].
    pub fn tile(&self, key: TileKey) -> Result<Option<Vec<u8>>, TileError> {
        match &self.source.place {
            Place::Xyz(template) => self.of_server(template, key).map(Some),
            _ => self.archive()?.tile(key).map_err(|error| self.of_archive(error)),
        }
    }

    /// The archive, opened at the first call; for other sources an error.
    ///
    /// # Errors
    /// When it cannot be opened; it is not tried again.
    pub fn archive(&self) -> Result<Arc<Archive>, TileError> {
        let mut archive = self.archive.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let opened = archive.get_or_insert_with(|| {
            let opened = Archive::open(self.reader()).map(Arc::new);
            opened.map_err(|error| self.of_archive(error))
        });
        opened.clone()
    }

    /// Whether its tiles are drawn here rather than pictures; `None` until that is known.
    pub fn is_vector(&self) -> Option<bool> {
        match &self.source.place {
            Place::Xyz(_) => Some(false),
            _ => {
                let archive = self.archive.try_lock().ok()?;
                let archive = archive.as_ref()?.as_ref().ok()?;
                Some(archive.header().tile_type == TileType::Mvt)
            }
        }
    }

    fn of_archive(&self, error: PmTilesError) -> TileError {
        TileError::Archive { name: self.source.name.clone(), error }
    }

    fn reader(&self) -> Box<super::pmtiles::ReadAt> {
        match &self.source.place {
            Place::PmTilesFile(path) => {
                let path = path.clone();
                Box::new(move |offset, length| read_file(&path, offset, length))
            }
            Place::PmTilesUrl(url) => {
                let url = url.clone();
                Box::new(move |offset, length| {
                    http::get(&url, Some((offset, length))).map_err(|error| error.to_string())
                })
            }
            Place::Xyz(_) => Box::new(|_, _| Ok(Vec::new())),
        }
    }

    /// From the disk if it is new enough, else from the server; from the disk after all if
    /// the server gives none.
    fn of_server(&self, template: &UrlTemplate, key: TileKey) -> Result<Vec<u8>, TileError> {
        let source = template.as_str();
        let kept = self.cache.as_ref().and_then(|cache| cache.get(source, key));
        let old = match kept {
            Some(kept) if kept.fresh => return Ok(kept.bytes),
            kept => kept.map(|kept| kept.bytes),
        };
        match (http::get(&template.url(key), None), old) {
            (Ok(bytes), _) => {
                if let Some(cache) = &self.cache {
                    // Without room on the disk, the tile is only asked for again.
                    let _ = cache.put(source, key, &bytes);
                }
                Ok(bytes)
            }
            (Err(_), Some(old)) => Ok(old),
            (Err(error), None) => Err(error),
        }
    }
}

/// So many bytes from an offset on, fewer at the end of the file.
fn read_file(path: &Path, offset: u64, length: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|mut file| {
        file.seek(SeekFrom::Start(offset))?;
        file.take(length as u64).read_to_end(&mut bytes)
    });
    read.map(|_| bytes).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_person_types_is_told_apart() {
        let xyz = Place::parse("https://a.org/{z}/{x}/{y}.png").unwrap();
        assert!(matches!(xyz, Place::Xyz(_)));
        let archive = Place::parse(" https://a.org/world.pmtiles?k=1 ").unwrap();
        assert_eq!(archive, Place::PmTilesUrl("https://a.org/world.pmtiles?k=1".to_owned()));
        assert_eq!(archive.usual_name(), "world at a.org");
        assert_eq!(
            Place::parse("https://a.org/map.png").unwrap_err().to_string(),
            "the address has no {z}, as in https://tiles.example.org/{z}/{x}/{y}.png"
        );
        assert_eq!(
            Place::parse("none.pmtiles").unwrap_err().to_string(),
            "no such file, check the path: none.pmtiles"
        );
    }

    #[test]
    fn tiles_come_from_an_archive_on_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.pmtiles");
        std::fs::write(&path, super::super::pmtiles::fixture::archive(2, 0, &[b"world"])).unwrap();
        let place = Place::parse(&path.display().to_string()).unwrap();
        let name = place.usual_name();
        let source = Source { name, attribution: String::new(), max_zoom: 19, place };
        let loader = Loader::new(source, None);
        assert_eq!(loader.is_vector(), None);
        let tile = loader.tile(TileKey { zoom: 0, x: 0, y: 0 }).unwrap();
        assert_eq!(tile.unwrap(), b"world");
        assert_eq!(loader.is_vector(), Some(false));
    }

    #[test]
    fn a_broken_archive_is_named_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("own.pmtiles");
        std::fs::write(&path, "no archive").unwrap();
        let place = Place::PmTilesFile(path);
        let name = place.usual_name();
        let source = Source { name, attribution: String::new(), max_zoom: 19, place };
        let error = Loader::new(source, None).tile(TileKey { zoom: 0, x: 0, y: 0 }).unwrap_err();
        assert_eq!(error.to_string(), "own: no PMTiles archive: it does not begin as one");
    }
}
