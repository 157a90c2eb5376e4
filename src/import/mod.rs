//! Files and folders in, articles out. One bad file never stops the others: each
//! gets an error of its own that says what is wrong, where, and what to do.
//!
//! The text of an article is the text of its file, with line ends and Markdown
//! marks as they are, so that spans point into it; of a web page, it is the
//! article without the page around it.
//!
//! Beside articles, [`own_places`] reads a user's own places.

mod archive;
mod decode;
mod error;
mod feed;
mod files;
mod html;
mod ids;
mod json;
mod lines;
mod mail;
mod notice;
mod office;
mod own_places;
mod pasted;
mod pdf;
mod published;
mod sample;
mod tables;
mod warc;

pub use error::{At, Binary, ImportError};
pub use files::{KINDS, read};
pub use lines::read_lines;
pub use notice::Notice;
pub use own_places::{OWN_PLACES_KINDS, OwnPlaces, OwnPlacesError, is_own_places, own_places};
pub use pasted::pasted;
pub use published::date;
pub use sample::sample;
pub use tables::{
    Added, CodeColumn, CodeValue, Doubt, EVENT_TABLE_KINDS, How, ImportedTable, Mentions,
    PreviewRow, TableError, TableFacts, TablePreview, column_name, event_of, event_table,
    event_table_with, events_of, glance, has_mentions, is_event_table, is_mentions, is_table,
    preview,
};

use crate::model::Article;
pub use crate::model::TableOptions;

/// What `each` is called with: an article, or why there is none.
pub type Outcome = Result<Article, ImportError>;

/// The largest file, or line of JSON lines, that is read, in bytes. News articles
/// are a thousand times smaller; what is larger is something else.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
