//! Events of ours as JSON: a line of JSON lines, and a feature of GeoJSON.

use serde_json::{Map, Value, json};

use super::is_sound;
use crate::row::Row;
use crate::row::columns::COLUMNS;

/// Headings and cells of a row.
type Cells = Vec<(String, String)>;

/// Whether an object with these members is a line of ours.
pub fn is_line(has: impl Fn(&str) -> bool) -> bool {
    ["event", "type", "date", "places", "reports", "confidence_parts"].into_iter().all(has)
}

/// Whether these are the properties of a feature of ours.
pub fn is_feature(properties: &Map<String, Value>) -> bool {
    let known = ["type", "date_start", "places", "reports", "confidence_parts", "roles", "tolls"];
    known.iter().all(|name| properties.contains_key(*name))
}

/// The cells of a line of ours.
///
/// # Errors
/// If it is not as the program writes it.
pub fn of_line(members: &[(String, Value)]) -> Result<Cells, String> {
    cells(members.iter().cloned().collect::<Map<String, Value>>().into())
}

/// The cells of a feature of ours.
///
/// # Errors
/// If it is not as the program writes it.
pub fn of_feature(id: Option<&Value>, properties: &Map<String, Value>) -> Result<Cells, String> {
    let get = |name: &str| loose(properties.get(name));
    let bounds = |low: &str, high: &str| json!({"low": get(low), "high": get(high)});
    let mut row = json!({
        "event": id.cloned().filter(Value::is_number).unwrap_or(json!(0)),
        "type": get("type"),
        "date": days(get("date_start"), get("date_end")),
        "places": each(get("places"), place),
        "killed": bounds("killed_low", "killed_high"),
        "wounded": bounds("wounded_low", "wounded_high"),
        "captured": bounds("captured_low", "captured_high"),
        "actors": get("roles"),
        "disputes": disputes(&get("disputes"), &get("disputed_fields")),
        "reports": each(get("reports"), report),
    });
    let same = [
        "weapons",
        "damage",
        "tolls",
        "claims",
        "background",
        "confidence",
        "confidence_parts",
        "why_joined",
        "words",
        "review",
        "changed",
    ];
    for name in same {
        let value = get(name);
        if !value.is_null() {
            row[name] = value;
        }
    }
    // Of the first place, which stands in the list too.
    for name in ["precision", "radius_km"] {
        if let (Some(first), Some(value)) = (row["places"].get_mut(0), properties.get(name)) {
            first[name] = value.clone();
        }
    }
    cells(row)
}

fn cells(row: Value) -> Result<Cells, String> {
    let row: Row = serde_json::from_value(row)
        .map_err(|error| format!("not as Dateline writes it ({error}), correct it"))?;
    if !is_sound(&row) {
        return Err("a day or a position in it cannot be, correct it".to_owned());
    }
    let cell = |column: &crate::row::columns::Column| {
        (column.name.to_owned(), column.cell(&row).into_text())
    };
    Ok(COLUMNS.iter().map(cell).collect())
}

/// A value; what some programs write as a text of JSON is taken for what it is.
fn loose(value: Option<&Value>) -> Value {
    match value {
        Some(Value::String(text)) if text.starts_with(['[', '{']) => {
            serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.clone()))
        }
        Some(value) => value.clone(),
        None => Value::Null,
    }
}

fn each(list: Value, change: fn(&mut Map<String, Value>)) -> Value {
    let Value::Array(mut values) = list else { return json!([]) };
    values.iter_mut().filter_map(Value::as_object_mut).for_each(change);
    values.into()
}

fn days(first: Value, last: Value) -> Value {
    let last = if last.is_null() { first.clone() } else { last };
    if first.is_null() { Value::Null } else { json!({"first": first, "last": last}) }
}

fn place(place: &mut Map<String, Value>) {
    let side = |place: &mut Map<String, Value>, name| place.remove(name).unwrap_or(Value::Null);
    let (lon, lat) = (side(place, "lon"), side(place, "lat"));
    let is_placed = !lon.is_null() && !lat.is_null();
    let position = if is_placed { json!({"lon": lon, "lat": lat}) } else { Value::Null };
    place.insert("position".to_owned(), position);
}

fn report(report: &mut Map<String, Value>) {
    let side = |report: &mut Map<String, Value>, name| report.remove(name).unwrap_or(Value::Null);
    let (first, last) = (side(report, "date_start"), side(report, "date_end"));
    report.insert("date".to_owned(), days(first, last));
    for name in ["killed", "wounded", "captured"] {
        let bounds = match report.get(name).and_then(Value::as_array).map(Vec::as_slice) {
            Some([low, high]) => json!({"low": low, "high": high}),
            _ => json!({"low": null, "high": null}),
        };
        report.insert(name.to_owned(), bounds);
    }
}

fn disputes(messages: &Value, fields: &Value) -> Value {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let pairs = list(messages).into_iter().zip(list(fields));
    pairs.map(|(message, field)| json!({"field": field, "message": message})).collect()
}
