//! A layer of tiles: threads get and decode them, the map draws what is there.

mod style;

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc},
    thread,
};

use eframe::egui::{Context, Rect, pos2};
use walkers::{Stats, Style, Tile, TileId, TilePiece, Tiles, sources::Attribution};

use super::base::MapTheme;
use crate::tiles::{Archive, Cache, Loader, Place, Source, TileError, TileKey, TileType};

/// So many threads ask a server at once: what those of OpenStreetMap allow.
const SERVER_THREADS: usize = 2;
/// So many read a file.
const FILE_THREADS: usize = 3;
/// Points to a side of tiles that are pictures, and of vector tiles.
const PICTURE_SIZE: u32 = 256;
/// See [`PICTURE_SIZE`].
const VECTOR_SIZE: u32 = 512;
/// So many tiles are kept ready; a full screen has less than a hundred.
const MOST_READY: usize = 400;
/// So many tiles may wait; older wishes are forgotten.
const MOST_WAITING: usize = 120;
/// While a tile is on its way, one that shows as much as so many levels farther away is
/// drawn in its place.
const LEVELS_UP: u8 = 5;

/// A layer of tiles, made anew for each source and theme.
pub struct TileLayer {
    loader: Arc<Loader>,
    wishes: Arc<Wishes>,
    news: mpsc::Receiver<(TileKey, Result<Option<Tile>, TileError>)>,
    tiles: HashMap<TileKey, State>,
    /// Counts frames, to know which tiles were not needed for longest.
    frame: u64,
    /// What went wrong first, until it was told.
    failure: Option<TileError>,
    told: bool,
    any: bool,
    /// The archive, once a thread has opened it.
    archive: Option<Arc<Archive>>,
}

enum State {
    Loading,
    Ready {
        tile: Tile,
        used: u64,
    },
    /// There is none, or it cannot be had.
    Missing,
}

/// What the threads are to get, the newest wish last, and whether they may go home.
#[derive(Default)]
struct Wishes {
    waiting: Mutex<(VecDeque<TileKey>, bool)>,
    changed: Condvar,
}

impl Wishes {
    /// Waits for a wish; `None` when there will be no more.
    fn next(&self) -> Option<TileKey> {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waiting = self
            .changed
            .wait_while(waiting, |(keys, over)| keys.is_empty() && !*over)
            .unwrap_or_else(PoisonError::into_inner);
        if waiting.1 { None } else { waiting.0.pop_back() }
    }

    /// Adds one; gives the oldest if there are too many.
    fn add(&self, key: TileKey) -> Option<TileKey> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.0.push_back(key);
        let dropped = if waiting.0.len() > MOST_WAITING { waiting.0.pop_front() } else { None };
        drop(waiting);
        self.changed.notify_one();
        dropped
    }

    fn end(&self) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.changed.notify_all();
    }
}

impl Drop for TileLayer {
    fn drop(&mut self) {
        self.wishes.end();
    }
}

impl TileLayer {
    /// Starts its threads; nothing is asked for before the map is drawn.
    pub fn new(
        source: Source,
        theme: MapTheme,
        cache: Option<Arc<Cache>>,
        context: &Context,
    ) -> Self {
        let threads = if source.host().is_some() { SERVER_THREADS } else { FILE_THREADS };
        let loader = Arc::new(Loader::new(source, cache));
        let (wishes, (tell, news)) = (Arc::<Wishes>::default(), mpsc::channel());
        for _ in 0..threads {
            let (loader, wishes) = (Arc::clone(&loader), Arc::clone(&wishes));
            let (tell, context) = (tell.clone(), context.clone());
            thread::spawn(move || {
                let mut styles = style::Styles::new(theme);
                while let Some(key) = wishes.next() {
                    let tile = get(&loader, key, &mut styles, &context);
                    if tell.send((key, tile)).is_err() {
                        return;
                    }
                    context.request_repaint();
                }
            });
        }
        Self {
            loader,
            wishes,
            news,
            tiles: HashMap::new(),
            frame: 0,
            failure: None,
            told: false,
            any: false,
            archive: None,
        }
    }

    /// What it shows.
    pub fn source(&self) -> &Source {
        self.loader.source()
    }

    /// Who must be named beside the map, as the source or the archive says it.
    pub fn attribution_text(&self) -> String {
        let own = &self.source().attribution;
        if !own.is_empty() {
            return own.clone();
        }
        let named = self.archive.as_ref().map(|archive| archive.attribution().to_owned());
        named.filter(|text| !text.is_empty()).unwrap_or_else(|| self.source().name.clone())
    }

    /// Whether a tile has been shown.
    pub fn has_tiles(&self) -> bool {
        self.any
    }

    /// Whether it is data to be seen over a map rather than a map.
    pub fn is_overlay(&self) -> bool {
        let archive = self.archive.as_ref();
        let vector = archive.filter(|archive| archive.header().tile_type == TileType::Mvt);
        vector.is_some_and(|archive| !style::is_basemap(archive.layers()))
    }

    /// Why tiles are missing, once.
    pub fn take_failure(&mut self) -> Option<TileError> {
        let failure = self.failure.take().filter(|_| !self.told);
        self.told |= failure.is_some();
        failure
    }

    /// Takes in what the threads have brought; call once a frame.
    pub fn update(&mut self) {
        self.frame += 1;
        let is_archive = !matches!(self.source().place, Place::Xyz(_));
        if is_archive && self.archive.is_none() && self.loader.is_vector().is_some() {
            self.archive = self.loader.archive().ok();
        }
        while let Ok((key, tile)) = self.news.try_recv() {
            let state = match tile {
                Ok(Some(tile)) => {
                    self.any = true;
                    State::Ready { tile, used: self.frame }
                }
                Ok(None) => State::Missing,
                Err(error) => {
                    // Beyond the edge of a map there are none, which is no failure.
                    if !(error.is_gap() && self.any) {
                        self.failure.get_or_insert(error);
                    }
                    State::Missing
                }
            };
            self.tiles.insert(key, state);
        }
        if self.tiles.len() > MOST_READY {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        let mut used: Vec<u64> = self.tiles.values().filter_map(State::used).collect();
        used.sort_unstable();
        let Some(&limit) = used.get(used.len() / 3) else { return };
        let now = self.frame;
        self.tiles.retain(|_, state| state.used().is_none_or(|used| used > limit || used == now));
    }

    /// The largest scale there is.
    fn max_zoom(&self) -> u8 {
        let archive = self.archive.as_ref().map(|archive| archive.header().max_zoom);
        archive.unwrap_or(self.source().max_zoom)
    }

    /// Asks for a tile unless that was done; gives it if it is there.
    fn ready(&mut self, key: TileKey) -> Option<Tile> {
        let frame = self.frame;
        match self.tiles.get_mut(&key) {
            Some(State::Ready { tile, used }) => {
                *used = frame;
                Some(tile.clone())
            }
            Some(_) => None,
            None => {
                self.tiles.insert(key, State::Loading);
                if let Some(dropped) = self.wishes.add(key) {
                    self.tiles.remove(&dropped);
                }
                None
            }
        }
    }

    /// A tile that is there already.
    fn there(&mut self, key: TileKey) -> Option<Tile> {
        match self.tiles.get_mut(&key)? {
            State::Ready { tile, used } => {
                *used = self.frame;
                Some(tile.clone())
            }
            _ => None,
        }
    }
}

impl State {
    fn used(&self) -> Option<u64> {
        match self {
            State::Ready { used, .. } => Some(*used),
            _ => None,
        }
    }
}

fn get(
    loader: &Loader,
    key: TileKey,
    styles: &mut style::Styles,
    context: &Context,
) -> Result<Option<Tile>, TileError> {
    let Some(bytes) = loader.tile(key)? else { return Ok(None) };
    let vector = loader.is_vector().unwrap_or(false);
    let none = Style::default();
    let style = if vector { styles.of(loader) } else { &none };
    let size = if vector { VECTOR_SIZE } else { PICTURE_SIZE };
    let name = || loader.source().name.clone();
    if !vector && !is_picture(&bytes) {
        let why = "not a picture of the kind PNG, JPEG or WebP".to_owned();
        return Err(TileError::NoTile { name: name(), why });
    }
    let tile = Tile::new(&bytes, style, key.zoom, size, context);
    tile.map(Some).map_err(|error| TileError::NoTile { name: name(), why: error.to_string() })
}

fn is_picture(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89PNG")
        || bytes.starts_with(b"\xff\xd8\xff")
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
}

/// The tile so many levels up that holds `key`, and the part of it that does.
fn part_of(key: TileKey, levels: u8) -> (TileKey, Rect) {
    let side = 1_u32 << levels;
    let above = TileKey { zoom: key.zoom - levels, x: key.x >> levels, y: key.y >> levels };
    let size = 1.0 / side as f32;
    let corner = pos2((key.x % side) as f32 * size, (key.y % side) as f32 * size);
    (above, Rect::from_min_max(corner, corner + eframe::egui::Vec2::splat(size)))
}

impl Tiles for TileLayer {
    fn at(&mut self, id: TileId) -> Option<TilePiece> {
        let wanted = TileKey { zoom: id.zoom, x: id.x, y: id.y };
        let up = wanted.zoom.saturating_sub(self.max_zoom());
        let (nearest, uv) = part_of(wanted, up);
        if let Some(tile) = self.ready(nearest) {
            return Some(TilePiece::new(tile, uv));
        }
        let levels = up + 1..=wanted.zoom.min(up + LEVELS_UP);
        levels
            .map(|levels| part_of(wanted, levels))
            .find_map(|(above, uv)| Some(TilePiece::new(self.there(above)?, uv)))
    }

    fn attribution(&self) -> Attribution {
        // The map names it itself, since walkers wants words that live for ever.
        Attribution { text: "", url: "", logo_light: None, logo_dark: None }
    }

    fn tile_size(&self) -> u32 {
        let kind = self.archive.as_ref().map(|archive| archive.header().tile_type);
        if kind == Some(TileType::Mvt) { VECTOR_SIZE } else { PICTURE_SIZE }
    }

    fn stats(&self) -> Stats {
        Stats::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_a_part_of_those_above_it() {
        let key = TileKey { zoom: 3, x: 5, y: 2 };
        let (above, uv) = part_of(key, 1);
        assert_eq!(above, TileKey { zoom: 2, x: 2, y: 1 });
        assert_eq!((uv.min, uv.max), (pos2(0.5, 0.0), pos2(1.0, 0.5)));
        assert_eq!(part_of(key, 3).0, TileKey { zoom: 0, x: 0, y: 0 });
        assert_eq!(part_of(key, 0).1, Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)));
    }
}
