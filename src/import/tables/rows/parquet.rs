//! Parquet and GeoParquet.

use std::panic::{AssertUnwindSafe, catch_unwind};

use csv::ByteRecord;
use parquet::basic::LogicalType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use serde::Deserialize;
use serde_json::Value;

use super::features::Layout;
use super::input::Input;
use super::shape::Shape;
use super::{Bad, Each, Rows, Source, TableError, TableFacts, Unit};
use crate::geopackage;
use crate::model::LonLat;

struct Parquet {
    input: Input,
    layout: Layout,
    /// The column of shapes, by its place in the file.
    geometry: Option<usize>,
}

/// The member `geo` of the metadata.
#[derive(Deserialize)]
struct Geo {
    primary_column: String,
    #[serde(default)]
    columns: std::collections::BTreeMap<String, GeoColumn>,
}

#[derive(Deserialize)]
struct GeoColumn {
    /// Missing for longitude and latitude on WGS 84, null for a system that nobody knows.
    #[serde(default = "missing")]
    crs: Option<Value>,
}

fn missing() -> Option<Value> {
    Some(Value::String("OGC:CRS84".to_owned()))
}

pub fn open(input: Input) -> Result<Rows, TableError> {
    let opened = guarded(&input, || reader(&input))?;
    let about = opened.metadata().file_metadata();
    let names: Vec<String> =
        about.schema().get_fields().iter().map(|field| field.name().to_owned()).collect();
    let geo = about.key_value_metadata().into_iter().flatten().find(|pair| pair.key == "geo");
    let geo = geo.and_then(|pair| pair.value.as_deref());
    let geo: Option<Geo> = geo.and_then(|json| serde_json::from_str(json).ok());
    let (geometry, srs) = match &geo {
        Some(geo) => {
            let column = geo.columns.get(&geo.primary_column);
            let srs = column.and_then(|column| other_system(column.crs.as_ref()));
            (names.iter().position(|name| *name == geo.primary_column), srs)
        }
        // Newer files may say it by the type of the column alone.
        None => by_type(about.schema()),
    };
    if let Some(srs) = srs {
        return Err(TableError::Srs { srs, path: input.path().to_owned() });
    }
    let mut properties = names;
    if let Some(at) = geometry {
        properties.remove(at);
    }
    let layout = Layout::of_columns(properties, geometry.is_some());
    let source = || Box::new(Parquet { input: input.clone(), layout: layout.clone(), geometry });
    Ok(Rows {
        head: super::head_of(source(), input.path())?,
        columns: layout.columns(),
        notes: Vec::new(),
        unit: Unit::Row,
        given: layout.given(),
        tagged: Vec::new(),
        facts: TableFacts::default(),
        has_short_names: false,
        has_shapes: layout.has_shapes(),
        may_be_articles: false,
        source: source(),
    })
}

/// The first column of shapes, and its reference system if that is not ours.
fn by_type(schema: &Type) -> (Option<usize>, Option<String>) {
    for (at, field) in schema.get_fields().iter().enumerate() {
        let crs = match field.get_basic_info().logical_type_ref() {
            Some(LogicalType::Geometry(sort)) => sort.crs.as_ref(),
            Some(LogicalType::Geography(sort)) => sort.crs.as_ref(),
            _ => continue,
        };
        let crs = crs.map(|crs| Value::String(crs.to_owned()));
        return (Some(at), crs.and_then(|crs| other_system(Some(&crs))));
    }
    (None, None)
}

/// The reader of Parquet breaks off on some broken files; that must not end the program.
fn guarded<T>(
    input: &Input,
    read: impl FnOnce() -> Result<T, TableError>,
) -> Result<T, TableError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(input.refuse(&"it is damaged")))
}

fn refuse(input: &Input, number: u32, error: &ParquetError) -> TableError {
    let error = error.to_string();
    match error.split_once("Disabled feature at compile time: ") {
        Some((_, codec)) => input
            .refuse(&format!("packed with {codec}, which is not read, but snappy and zstd are")),
        None => input.refuse(&format!("row {number}: {error}")),
    }
}

fn reader(input: &Input) -> Result<SerializedFileReader<std::fs::File>, TableError> {
    SerializedFileReader::new(input.file()?).map_err(|error| input.refuse(&error))
}

impl Source for Parquet {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        let Self { input, layout, geometry } = *self;
        let reader = guarded(&input, || reader(&input))?;
        let mut rows =
            guarded(&input, || reader.get_row_iter(None).map_err(|error| input.refuse(&error)))?;
        for number in 1.. {
            let Some(row) = guarded(&input, || Ok(rows.next()))? else { break };
            let row = row.map_err(|error| refuse(&input, number, &error))?;
            let flow = match cells(&row, &layout, geometry) {
                Some(mut cells) => each(number, Ok(&mut cells)),
                None => {
                    let cells = row.get_column_iter().map(|(_, field)| words(field)).collect();
                    let reason = "its shape cannot be read, correct it".to_owned();
                    each(number, Err(Bad { reason, cells }))
                }
            };
            if flow.is_break() {
                break;
            }
        }
        Ok(())
    }
}

fn cells(row: &Row, layout: &Layout, geometry: Option<usize>) -> Option<ByteRecord> {
    let fields = row.get_column_iter().enumerate().filter(|(at, _)| Some(*at) != geometry);
    let mut record: ByteRecord = fields.map(|(_, (_, field))| words(field)).collect();
    let geometry = geometry.and_then(|at| row.get_column_iter().nth(at)).map(|(_, field)| field);
    let shape = match geometry {
        None | Some(Field::Null) => None,
        Some(Field::Bytes(bytes)) => {
            let (positions, is_points) = geopackage::positions(bytes.data())?;
            Shape::new(positions, is_points)
        }
        // Points and lists of them, as GeoArrow has them.
        Some(nested) => {
            let mut positions = Vec::new();
            gather(nested, &mut positions);
            Shape::new(positions, matches!(nested, Field::Group(_)))
        }
    };
    layout.push_shape(&mut record, shape.as_ref());
    Some(record)
}

fn gather(field: &Field, into: &mut Vec<LonLat>) {
    match field {
        Field::Group(point) => {
            let side = |name: &str| {
                let (_, field) = point.get_column_iter().find(|(of, _)| *of == name)?;
                if let Field::Double(value) = field { Some(*value) } else { None }
            };
            into.extend(side("x").zip(side("y")).map(|(lon, lat)| LonLat::new(lon, lat)));
        }
        Field::ListInternal(list) => list.elements().iter().for_each(|field| gather(field, into)),
        _ => {}
    }
}

/// A value as it would stand in a table: days as 2022-09-13, lists parted by semicolons.
fn words(field: &Field) -> String {
    const A_DAY: i64 = 86_400;
    let day = |days: i64| {
        let epoch = jiff::civil::Date::constant(1970, 1, 1);
        let day =
            jiff::Span::new().try_days(days).ok().and_then(|span| epoch.checked_add(span).ok());
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        Field::Date(days) => day((*days).into()),
        Field::TimestampMillis(millis) => day(millis.div_euclid(A_DAY * 1000)),
        Field::TimestampMicros(micros) => day(micros.div_euclid(A_DAY * 1_000_000)),
        Field::Float(value) => value.to_string(),
        Field::Double(value) => value.to_string(),
        Field::ListInternal(list) => {
            list.elements().iter().map(words).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// The name of a reference system that is not longitude and latitude on WGS 84.
fn other_system(crs: Option<&Value>) -> Option<String> {
    let crs = match crs {
        None | Some(Value::Null) => return Some("a system that is not named".to_owned()),
        Some(crs) => crs,
    };
    let id = |name: &str| {
        crs.get("id").and_then(|id| id.get(name)).map(|part| match part {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    };
    let name = match (crs.as_str(), id("authority"), id("code")) {
        (Some(name), ..) => name.to_owned(),
        (_, Some(authority), Some(code)) => format!("{authority}:{code}"),
        _ => crs.get("name").and_then(Value::as_str).unwrap_or("unknown").to_owned(),
    };
    let known = ["OGC:CRS84", "EPSG:4326", "WGS 84", "WGS 84 (CRS84)"];
    (!known.contains(&name.as_str())).then_some(name)
}
