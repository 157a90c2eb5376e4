//! Map tiles from elsewhere: of a server by a URL template, or of a PMTiles archive,
//! which may be a file or lie on a server. Nothing here is used until a person asks
//! for such a layer.

mod cache;
#[cfg(feature = "http")]
mod http;
mod pmtiles;
mod source;
mod template;

pub use cache::Cache;
pub use pmtiles::{Archive, Compression, Header, PmTilesError, TileType};
pub use source::{Loader, Place, Source, SourceError, TileError};
pub use template::{TemplateError, UrlTemplate};

/// A tile of Web Mercator: `x` from the west, `y` from the north, `2^zoom` of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TileKey {
    /// 0 shows the world in one tile.
    pub zoom: u8,
    /// From the west.
    pub x: u32,
    /// From the north.
    pub y: u32,
}

/// A file on a server, in parts or as a whole.
#[cfg(not(feature = "http"))]
mod http {
    use super::TileError;

    /// Says that there is none.
    pub fn get(url: &str, _range: Option<(u64, usize)>) -> Result<Vec<u8>, TileError> {
        let why = "this program was built without the feature `http`".to_owned();
        Err(TileError::NoAnswer { host: super::template::host_of(url).to_owned(), why })
    }
}
