//! Plain data: what an article says and what became of it. Knows nothing of
//! files, gazetteers or windows.

mod anchor;
mod area;
mod article;
mod claim;
mod dataset;
/// Days and ranges of days.
pub mod date;
mod event;
mod joins;
mod own_place;
mod person;
mod place;
mod record;
mod remark;
mod report;
mod span;
mod table_options;
mod told;
mod toll;

pub use anchor::{ReportAnchor, text_hash};
pub use area::{Area, TooFewCorners};
pub use article::{
    Article, Demonym, Found, Metadata, Origin, OtherPlace, Reading, Timex, TimexType, Toponym,
    Usage,
};
pub use claim::{Claim, Claimant, SourceKind, Stance};
pub use dataset::{Dataset, ReadArticle};
pub use date::{DateRange, Stretch, day_number};
pub use event::{ConfidenceParts, Dispute, Event, EventId, EventType, Group, Join, ReportRef};
pub use joins::Joins;
pub use own_place::OwnPlace;
pub use person::{ByPerson, NamedActor, Review};
pub use place::{CountryCode, Kind, Location, LonLat, Place, PlaceId, Precision};
pub use record::{
    DETAILS, EventTable, OURS, Record, RecordField, RecordRef, Rejected, Unit, says_nothing,
};
pub use remark::{Remark, RemarkKind};
pub use report::{Actor, Count, Damage, Dated, Field, Report, Role, Weapon};
pub use span::{Span, within};
pub use table_options::TableOptions;
pub use told::Told;
pub use toll::{Fate, Standing, Toll};
