//! GeoJSON, lists of objects, and JSON lines: a feature or an object a row.

use std::cell::Cell;
use std::fmt;
use std::io::{BufRead as _, BufReader, Read};
use std::ops::ControlFlow;

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use super::features::{Feature, Found, Layout, enough};
use super::input::{Input, Text};
use super::shape::Shape;
use super::{Bad, Each, Look, Rows, Source, TableError, TableFacts, Unit};
use crate::import::MAX_BYTES;
use crate::import::tables::ours;
use crate::model::LonLat;

/// Members that hold the list of rows: of GeoJSON, and of what servers of events answer.
const LISTS: [&str; 5] = ["features", "data", "Result", "results", "events"];

/// Reference systems that are longitude and latitude on WGS 84.
const WGS_84: [&str; 4] = ["CRS84", "EPSG:4326", "EPSG::4326", "OGC:1.3:CRS84"];

struct Json {
    input: Input,
    layout: Layout,
    is_lines: bool,
}

pub fn open(input: Input, look: Look) -> Result<Rows, TableError> {
    let mut layout = Layout::default();
    let is_lines = is_lines(&input)?;
    let (mut wrong, mut count, mut bad) = (None, 0, None);
    let notes = each_item(&input, is_lines, &mut |(number, found)| {
        match found {
            Ok(feature) => wrong = layout.add(&feature).err(),
            Err(reason) => bad = bad.take().or(Some((number, reason.reason))),
        }
        count += 1;
        if wrong.is_some() || count >= enough(look) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    if let Some(wrong) = wrong {
        return Err(input.refuse(&wrong));
    }
    layout.settle();
    let unit = if is_lines { Unit::Line } else { Unit::Feature };
    let path = input.path().to_owned();
    if layout.is_empty() {
        return Err(match bad {
            Some((line, reason)) => TableError::Nothing { at: unit.at(line), reason, path },
            None => TableError::NoRows { path },
        });
    }
    let columns = layout.columns();
    let may_be_articles = !layout.has_shapes() && columns.iter().any(|column| column == "text");
    let source = || Box::new(Json { input: input.clone(), layout: layout.clone(), is_lines });
    Ok(Rows {
        head: super::head_of(source(), &path)?,
        notes,
        unit,
        given: layout.given(),
        tagged: Vec::new(),
        facts: TableFacts::default(),
        has_short_names: false,
        has_shapes: layout.has_shapes(),
        may_be_articles,
        columns,
        source: source(),
    })
}

impl Source for Json {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        each_item(&self.input, self.is_lines, &mut |(number, found)| match found {
            Ok(feature) => each(number, Ok(&mut self.layout.cells(feature))),
            Err(bad) => each(number, Err(bad)),
        })
        .map(|_| ())
    }
}

type EachItem<'e> = dyn FnMut(Found) -> ControlFlow<()> + 'e;

/// Lines of JSON are those whose first line is a whole object and not all there is.
fn is_lines(input: &Input) -> Result<bool, TableError> {
    if matches!(input.extension().as_str(), "jsonl" | "ndjson" | "geojsonl" | "geojsons") {
        return Ok(true);
    }
    let head = input.head(64 * 1024)?;
    let mut lines = head.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let is_object =
        |line: &[u8]| line.starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok();
    Ok(lines.next().is_some_and(is_object)
        && lines.next().is_some_and(|line| line.starts_with(b"{")))
}

/// Calls `each` with every feature until it breaks off, and gives what was found out about
/// the file.
fn each_item(
    input: &Input,
    is_lines: bool,
    each: &mut EachItem<'_>,
) -> Result<Vec<String>, TableError> {
    let Text { reader, notes, .. } = input.text(None)?;
    if is_lines { each_line(input, reader, each) } else { each_of_list(input, reader, each) }?;
    Ok(notes)
}

fn each_line(
    input: &Input,
    text: Box<dyn Read + Send>,
    each: &mut EachItem<'_>,
) -> Result<(), TableError> {
    let mut text = BufReader::with_capacity(1 << 20, text);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = text.by_ref().take(MAX_BYTES as u64 + 1).read_until(b'\n', &mut line);
        if read.map_err(|error| input.refuse(&error))? == 0 {
            break;
        }
        if line.len() > MAX_BYTES {
            return Err(input.refuse(&format!("line {number} has more than 20 MB")));
        }
        // A record separator may stand before each: RFC 8142.
        let json = line.trim_ascii().trim_ascii_start();
        let json = json.strip_prefix(b"\x1e").unwrap_or(json);
        if json.is_empty() {
            continue;
        }
        let found = match serde_json::from_slice::<Item>(json) {
            Ok(item) => item.feature(),
            Err(error) => Err(Bad {
                reason: format!("no JSON ({error}), correct the line"),
                cells: vec![String::from_utf8_lossy(json).into_owned()],
            }),
        };
        if each((number, found)).is_break() {
            break;
        }
    }
    Ok(())
}

fn each_of_list(
    input: &Input,
    text: Box<dyn Read + Send>,
    each: &mut EachItem<'_>,
) -> Result<(), TableError> {
    let (stopped, wrong) = (Cell::new(false), Cell::new(None));
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(1 << 20, text));
    let whole = Whole { each, stopped: &stopped, wrong: &wrong, number: 0 };
    let read = whole.deserialize(&mut json);
    if let Some(srs) = wrong.take() {
        return Err(TableError::Srs { srs, path: input.path().to_owned() });
    }
    match read {
        _ if stopped.get() => Ok(()),
        Err(error) => Err(TableError::NotJson { source: error, path: input.path().to_owned() }),
        Ok(0) => Err(TableError::NoFeatures { path: input.path().to_owned() }),
        Ok(_) => Ok(()),
    }
}

/// All of a file that is no lines of JSON; gives how many features there are.
struct Whole<'w, 'e> {
    each: &'w mut EachItem<'e>,
    stopped: &'w Cell<bool>,
    /// A reference system that is not ours.
    wrong: &'w Cell<Option<String>>,
    number: u32,
}

impl Whole<'_, '_> {
    fn emit<E: serde::de::Error>(&mut self, item: Item) -> Result<(), E> {
        self.number += 1;
        if (self.each)((self.number, item.feature())).is_break() {
            self.stopped.set(true);
            return Err(E::custom("stopped"));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = u32;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<u32, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a FeatureCollection or a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<u32, A::Error> {
        while let Some(item) = list.next_element::<Item>()? {
            self.emit(item)?;
        }
        Ok(self.number)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<u32, A::Error> {
        // A feature alone is a file too.
        let mut alone = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if LISTS.contains(&key.as_str()) && alone.iter().all(|(name, _)| name != "properties") {
                let (each, stopped, wrong) = (&mut *self.each, self.stopped, self.wrong);
                self.number =
                    map.next_value_seed(Whole { each, stopped, wrong, number: self.number })?;
                continue;
            }
            let value: Value = map.next_value()?;
            if key == "crs"
                && let Some(srs) = other_system(&value)
            {
                self.wrong.set(Some(srs));
                return Err(A::Error::custom("another reference system"));
            }
            alone.push((key, value));
        }
        if alone.iter().any(|(key, value)| key == "type" && value == "Feature") {
            self.emit(Item(Ok(alone)))?;
        }
        Ok(self.number)
    }
}

/// The name of a reference system that is not longitude and latitude on WGS 84.
fn other_system(crs: &Value) -> Option<String> {
    let name = crs.pointer("/properties/name")?.as_str()?;
    (!WGS_84.iter().any(|known| name.ends_with(known))).then(|| name.to_owned())
}

/// A member of the list, or what it is instead of an object.
struct Item(Result<Vec<(String, Value)>, String>);

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Item;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<String, Value>()? {
                    members.push(member);
                }
                Ok(Item(Ok(members)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Item, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Item(Err("a list".to_owned())))
            }

            fn visit_str<E>(self, text: &str) -> Result<Item, E> {
                Ok(Item(Err(format!("{text:?}"))))
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Item, E> {
                Ok(Item(Err(flag.to_string())))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Item, E> {
                Ok(Item(Err(number.to_string())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Item, E> {
                Ok(Item(Err(number.to_string())))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Item, E> {
                Ok(Item(Err(number.to_string())))
            }

            fn visit_unit<E>(self) -> Result<Item, E> {
                Ok(Item(Err("null".to_owned())))
            }
        }
        from.deserialize_any(Members)
    }
}

impl Item {
    /// What it tells, or what is wrong with it.
    fn feature(self) -> Result<Feature, Bad> {
        let members = self.0.map_err(|found| Bad {
            reason: format!("{found} instead of an object, take it out"),
            cells: Vec::new(),
        })?;
        let get = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        if get("type").is_none_or(|kind| kind != "Feature") {
            if ours::is_line(|name| get(name).is_some()) {
                return ours_or_bad(ours::of_line(&members), &members);
            }
            let members = members.iter().map(|(name, value)| (name.clone(), words(value)));
            return Ok(Feature { members: members.collect(), ..Feature::default() });
        }
        let properties = get("properties").and_then(Value::as_object);
        let geometry = get("geometry");
        let shape = geometry.and_then(shape);
        if let Some(properties) = properties.filter(|all| ours::is_feature(all)) {
            let mut feature = ours_or_bad(ours::of_feature(get("id"), properties), &members)?;
            feature.shape = shape;
            return Ok(feature);
        }
        let mut named: Vec<(String, String)> = properties
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.clone(), words(value)))
            .collect();
        if let Some(id) = get("id").filter(|_| named.iter().all(|(name, _)| name != "id")) {
            named.push(("id".to_owned(), words(id)));
        }
        let when = get("when").or_else(|| geometry?.get("when"));
        Ok(Feature { members: named, shape, days: when.and_then(days) })
    }
}

fn ours_or_bad(
    found: Result<Vec<(String, String)>, String>,
    members: &[(String, Value)],
) -> Result<Feature, Bad> {
    match found {
        Ok(members) => Ok(Feature { members, ..Feature::default() }),
        Err(reason) => {
            let cells = members.iter().map(|(_, value)| words(value)).collect();
            Err(Bad { reason, cells })
        }
    }
}

/// A value as it would stand in a table.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(values) if !values.iter().any(|v| v.is_array() || v.is_object()) => {
            values.iter().map(words).collect::<Vec<_>>().join("; ")
        }
        Value::Array(values) => {
            let told: Option<Vec<String>> = values.iter().map(told).collect();
            told.map_or_else(|| value.to_string(), |told| told.join("; "))
        }
        Value::Object(_) => value.to_string(),
    }
}

/// What an object of a list says in a cell: its address, or its key and value. `None` for
/// other objects.
fn told(value: &Value) -> Option<String> {
    let get = |name: &str| value.get(name).map(words).filter(|words| !words.is_empty());
    let pair = || match (get("key"), get("value")) {
        (Some(key), Some(value)) => Some(format!("{key}: {value}")),
        _ => None,
    };
    ["url", "path", "href", "link"].into_iter().find_map(get).or_else(pair)
}

/// First and last day of `when`, as GeoJSON-T and Linked Places have it: those of all
/// spans of time together.
fn days(when: &Value) -> Option<(String, String)> {
    let side = |span: &Value, side: &str, best: [&str; 3]| {
        let told = span.get(side)?;
        let inner = best.iter().find_map(|name| told.get(*name)).unwrap_or(told);
        Some(words(inner)).filter(|words| !words.is_empty())
    };
    let spans = when.get("timespans").and_then(Value::as_array);
    let single = [when.clone()];
    let spans = spans.map_or(&single[..], Vec::as_slice);
    let firsts = spans.iter().filter_map(|span| side(span, "start", ["in", "earliest", "latest"]));
    let lasts = spans.iter().filter_map(|span| {
        let end = side(span, "end", ["in", "latest", "earliest"]);
        // A span without an end is no longer than its start.
        end.or_else(|| side(span, "start", ["in", "latest", "earliest"]))
    });
    Some((firsts.min()?, lasts.max().unwrap_or_default()))
}

/// All positions of a geometry, whatever it is.
fn shape(geometry: &Value) -> Option<Shape> {
    let mut positions = Vec::new();
    gather(geometry, &mut positions);
    let kind = geometry.get("type").and_then(Value::as_str);
    Shape::new(positions, matches!(kind, Some("Point" | "MultiPoint")))
}

fn gather(geometry: &Value, into: &mut Vec<LonLat>) {
    if let Some(parts) = geometry.get("geometries").and_then(Value::as_array) {
        parts.iter().for_each(|part| gather(part, into));
    }
    if let Some(coordinates) = geometry.get("coordinates") {
        gather_coordinates(coordinates, into);
    }
}

fn gather_coordinates(coordinates: &Value, into: &mut Vec<LonLat>) {
    let Some(list) = coordinates.as_array() else { return };
    match list.as_slice() {
        [Value::Number(lon), Value::Number(lat), ..] => {
            let point = lon.as_f64().zip(lat.as_f64());
            into.extend(point.map(|(lon, lat)| LonLat::new(lon, lat)));
        }
        lists => lists.iter().for_each(|list| gather_coordinates(list, into)),
    }
}
