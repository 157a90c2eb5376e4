//! Things with properties of their own, as they stand in JSON and KML: which columns they
//! make together, and the cells of each.

use std::collections::HashMap;

use csv::ByteRecord;

use super::shape::Shape;
use super::{Bad, Look, MOST_COLUMNS};
use crate::import::tables::presets::Presets;
use crate::model::RecordField;

/// A thing with properties.
#[derive(Default)]
pub struct Feature {
    /// Names and values, in the order of the file.
    pub members: Vec<(String, String)>,
    /// Where it is.
    pub shape: Option<Shape>,
    /// Its first and its last day, as they are written; the last may be empty.
    pub days: Option<(String, String)>,
}

/// The columns that features make together.
#[derive(Clone, Default)]
pub struct Layout {
    names: Vec<String>,
    at: HashMap<String, usize>,
    has_shapes: bool,
    has_days: bool,
    is_ours: bool,
}

/// The columns of shapes.
const SHAPE: [(RecordField, &str); 3] = [
    (RecordField::Latitude, "geometry_latitude"),
    (RecordField::Longitude, "geometry_longitude"),
    (RecordField::Radius, "geometry_radius_km"),
];

/// The columns of days beside the properties.
const DAYS: [(RecordField, &str); 2] =
    [(RecordField::FirstDay, "when_start"), (RecordField::LastDay, "when_end")];

impl Layout {
    /// Columns that are known, of a layer of shapes or of none.
    pub fn of_columns(names: Vec<String>, has_shapes: bool) -> Self {
        let at = names.iter().cloned().zip(0..).collect();
        let mut layout = Self { names, at, has_shapes, ..Self::default() };
        layout.settle();
        layout
    }

    /// Adds the columns of a feature.
    ///
    /// # Errors
    /// If these are too many for a table.
    pub fn add(&mut self, feature: &Feature) -> Result<(), String> {
        for (name, _) in &feature.members {
            if !self.at.contains_key(name) {
                if self.names.len() == MOST_COLUMNS {
                    return Err(format!("more than {MOST_COLUMNS} different properties"));
                }
                self.at.insert(name.clone(), self.names.len());
                self.names.push(name.clone());
            }
        }
        self.has_shapes |= feature.shape.is_some();
        self.has_days |= feature.days.is_some();
        Ok(())
    }

    /// Finds out whose columns they are, once all are there.
    pub fn settle(&mut self) {
        self.is_ours = Presets::bundled().is_ours(&self.names);
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && !self.has_shapes
    }

    /// Whether there are shapes.
    pub fn has_shapes(&self) -> bool {
        self.has_shapes
    }

    /// The headings: those of the properties, then those of shapes and days.
    pub fn columns(&self) -> Vec<String> {
        let mut columns = self.names.clone();
        columns.extend(self.extra().map(|(_, name)| name.to_owned()));
        columns
    }

    /// What the columns of shapes and days tell.
    pub fn given(&self) -> Vec<(RecordField, usize)> {
        self.extra().map(|(field, _)| field).zip(self.names.len()..).collect()
    }

    fn extra(&self) -> impl Iterator<Item = (RecordField, &'static str)> {
        let shape = SHAPE.into_iter().filter(|_| self.has_shapes);
        shape.chain(DAYS.into_iter().filter(|_| self.has_days))
    }

    /// The cells of a feature.
    pub fn cells(&self, feature: Feature) -> ByteRecord {
        let mut cells = vec![String::new(); self.names.len()];
        for (name, value) in feature.members {
            if let Some(&at) = self.at.get(&name) {
                cells[at] = value;
            }
        }
        let mut record: ByteRecord = cells.into();
        self.push_shape(&mut record, feature.shape.as_ref());
        if self.has_days {
            let (first, last) = feature.days.unwrap_or_default();
            record.push_field(first.as_bytes());
            record.push_field(last.as_bytes());
        }
        record
    }

    /// Adds the cells of a shape. Those of our tables have each point, others the middle.
    pub fn push_shape(&self, record: &mut ByteRecord, shape: Option<&Shape>) {
        if !self.has_shapes {
            return;
        }
        let cells = shape.map(|shape| if self.is_ours { shape.points() } else { shape.middle() });
        for cell in cells.flatten().unwrap_or_default() {
            record.push_field(cell.as_bytes());
        }
    }
}

/// A feature and its number, or what is wrong with it.
pub type Found = (u32, Result<Feature, Bad>);

/// How many features tell whether a file is a table of events.
pub fn enough(look: Look) -> usize {
    match look {
        Look::Head => 200,
        Look::Whole => usize::MAX,
    }
}
