use std::sync::Arc;

use super::{Kind, LonLat};

/// A place of the user's own, as a file of theirs gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPlace {
    /// The name to show.
    pub name: String,
    /// Further names.
    pub aliases: Vec<String>,
    /// Where it is: the centre, or a point inside.
    pub position: LonLat,
    /// What it is.
    pub kind: Kind,
    /// The country as it is written there: a code or a name.
    pub country: Option<String>,
    /// Inhabitants.
    pub population: Option<u32>,
    /// How far it reaches from `position`; what is usual for its kind where none.
    pub radius_km: Option<f64>,
    /// The name of the file, without its folder.
    pub file: Arc<str>,
}
