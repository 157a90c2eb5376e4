//! GeoJSON: a feature a place.

use std::path::Path;

use serde_json::{Map, Value};

use super::columns::Column;
use super::{OwnPlacesError, Record, Row};
use crate::model::LonLat;

/// The features of a collection, of a list, or the only one.
pub fn rows(text: &str, path: &Path) -> Result<Vec<Row>, OwnPlacesError> {
    let value: Value = serde_json::from_str(text)
        .map_err(|source| OwnPlacesError::Json { source, path: path.to_owned() })?;
    let features = match value {
        Value::Array(features) => features,
        Value::Object(mut object) => match object.remove("features") {
            Some(Value::Array(features)) => features,
            _ if object.get("type").is_some_and(|t| t == "Feature") => vec![object.into()],
            _ => return Err(OwnPlacesError::NoFeatures { path: path.to_owned() }),
        },
        _ => return Err(OwnPlacesError::NoFeatures { path: path.to_owned() }),
    };
    let row = |(feature, number)| (format!("feature {number}"), record(&feature));
    Ok(features.into_iter().zip(1..).map(row).collect())
}

fn record(feature: &Value) -> Result<Record, String> {
    let nothing = Map::new();
    let properties = feature.get("properties").and_then(Value::as_object).unwrap_or(&nothing);
    let mut record = Record::default();
    for column in Column::ALL {
        let at = column.find(properties.keys().map(String::as_str));
        let words = at.and_then(|at| properties.values().nth(at)).map(words).unwrap_or_default();
        if !words.is_empty() {
            record.set(column, &words);
        }
    }
    let points = points(feature.get("geometry").and_then(|g| g.get("coordinates")));
    if let Some((middle, radius_km)) = middle(&points) {
        record.set(Column::Latitude, &middle.lat.to_string());
        record.set(Column::Longitude, &middle.lon.to_string());
        if radius_km > 0.0 {
            record.suggest_radius(radius_km);
        }
    }
    Ok(record)
}

/// A value as it would stand in a table.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values.iter().map(words).collect::<Vec<_>>().join("|"),
        Value::Null | Value::Bool(_) | Value::Object(_) => String::new(),
    }
}

/// All positions of a geometry, however deep its lists are.
fn points(coordinates: Option<&Value>) -> Vec<LonLat> {
    let Some(list) = coordinates.and_then(Value::as_array) else { return Vec::new() };
    match list.as_slice() {
        [Value::Number(lon), Value::Number(lat), ..] => {
            let point = lon.as_f64().zip(lat.as_f64());
            point.map(|(lon, lat)| LonLat::new(lon, lat)).into_iter().collect()
        }
        lists => lists.iter().flat_map(|list| points(Some(list))).collect(),
    }
}

/// The middle of the box around the points, and how far the farthest is from it.
fn middle(points: &[LonLat]) -> Option<(LonLat, f64)> {
    let first = *points.first()?;
    let (mut low, mut high) = (first, first);
    for point in points {
        low = LonLat::new(low.lon.min(point.lon), low.lat.min(point.lat));
        high = LonLat::new(high.lon.max(point.lon), high.lat.max(point.lat));
    }
    let middle = LonLat::new((low.lon + high.lon) / 2.0, (low.lat + high.lat) / 2.0);
    let radius_km = points.iter().map(|point| middle.distance_km(*point)).fold(0.0, f64::max);
    Some((middle, radius_km))
}
