//! A user's own places: files of them on top of the gazetteer, and the articles read
//! again with them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{ArticleKey, Session, Severity, Worker};
use crate::gazetteer::Gazetteer;
use crate::import::{self, OwnPlaces, OwnPlacesError};
use crate::model::{Article, ReadArticle};
use crate::tr;

/// Reads a file of places. Countries that the gazetteer does not know are listed.
///
/// # Errors
/// As for [`import::own_places`].
pub fn read_own_places(path: &Path) -> Result<OwnPlaces, OwnPlacesError> {
    let mut own = import::own_places(path)?;
    let gazetteer = Gazetteer::bundled();
    let unknown = own.places.iter().filter_map(|place| {
        let country = place.country.as_deref()?;
        let known = gazetteer.country_named(country).is_some();
        (!known).then(|| format!("{}: country {country:?} is not known, left open", place.name))
    });
    own.problems.extend(unknown.collect::<Vec<_>>());
    Ok(own)
}

/// The gazetteer with the places of these files on top. Where files have a place of the
/// same name, both are found.
pub fn gazetteer_with(files: &[OwnPlaces]) -> Gazetteer {
    Gazetteer::bundled_with(files.iter().flat_map(|file| file.places.clone()).collect())
}

/// A version of the places that nothing is ever read with.
const NEVER: u64 = u64::MAX;

impl Session {
    /// The files of the user's own places that are in use, in the order in which they came.
    pub fn own_places(&self) -> &[OwnPlaces] {
        &self.own_places
    }

    /// Names of places: those of the program, and the user's own.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// A file that is there already is read anew.
    pub(super) fn add_own_places(&mut self, paths: &[PathBuf]) {
        let mut any = false;
        for path in paths {
            match read_own_places(path) {
                Ok(own) => {
                    self.inform_of(&own);
                    self.own_places.retain(|other| other.path != own.path);
                    self.own_places.push(own);
                    any = true;
                }
                Err(error) => {
                    self.warn(tr!("notice-places-not-added"), vec![error.to_string()]);
                }
            }
        }
        if any {
            self.use_own_places();
        }
    }

    pub(super) fn remove_own_places(&mut self, path: &Path) {
        let before = self.own_places.len();
        self.own_places.retain(|own| own.path != path);
        if self.own_places.len() < before {
            self.use_own_places();
        }
    }

    fn inform_of(&mut self, own: &OwnPlaces) {
        let name = own.path.file_name().unwrap_or_default().to_string_lossy();
        let message = tr!("notice-places-added", n = own.places.len(), name = name);
        self.notices.add(Severity::Info, message, own.problems.clone());
    }

    pub(super) fn read_all_again(&mut self) {
        self.places_version += 1;
        self.readings_version += 1;
        if !self.read_stale_again() {
            self.inform(tr!("notice-nothing-to-read-again"));
        }
    }

    /// Reads these again in the background, though nothing has changed.
    pub(super) fn read_articles_again(&mut self, articles: &[ArticleKey]) {
        for key in articles {
            if let Some(with) = self.read_with.get_mut(key.0) {
                *with = NEVER;
            }
        }
        self.read_stale_again();
    }

    fn use_own_places(&mut self) {
        self.unkept.own_places = true;
        self.gazetteer = Arc::new(gazetteer_with(&self.own_places));
        self.places_version += 1;
        self.readings_version += 1;
        self.read_stale_again();
    }

    /// Reads in the background what was read with other places; whether there is any.
    pub(super) fn read_stale_again(&mut self) -> bool {
        let stale: Vec<(ArticleKey, Article)> = self
            .opened
            .iter()
            .enumerate()
            .filter(|(at, _)| self.read_with.get(*at) != Some(&self.places_version))
            .map(|(at, read)| (ArticleKey(at), read.article.clone()))
            .collect();
        if stale.is_empty() {
            return false;
        }
        let places = self.places();
        self.worker.get_or_insert_with(Worker::start).read_again(stale, places);
        true
    }

    /// Puts new readings in the place of the old ones, unless others were asked for since.
    pub(super) fn replace(&mut self, again: Vec<(ArticleKey, ReadArticle)>, version: u64) {
        if version != self.places_version {
            return;
        }
        self.readings_version += 1;
        for (key, read) in again {
            if let (Some(old), Some(with)) =
                (self.opened.get_mut(key.0), self.read_with.get_mut(key.0))
            {
                if *old != read {
                    self.reread.add(old, &read);
                    self.unkept.readings.insert(key);
                }
                *old = read;
                *with = version;
            }
        }
        self.reread.lost = self.lost_anchors();
    }
}
