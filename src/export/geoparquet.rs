//! Events as GeoParquet 1.1: typed columns, and the places of each event as WKB.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use serde::Serialize;

use super::columns::{COLUMNS, Cell, Sort, is_of_our_era};
use super::one_line::printable;
use super::options::{Export, PROGRAM};
use super::row::Row;
use crate::geopackage;
use crate::model::{LonLat, day_number};

/// So many events are in memory at once.
const GROUP: usize = 20_000;

pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    // The writer wants a file of its own.
    let mut file = tempfile::tempfile()?;
    fill(file.try_clone()?, export).map_err(io::Error::other)?;
    file.seek(SeekFrom::Start(0))?;
    io::copy(&mut file, out)?;
    Ok(())
}

fn fill(file: File, export: &Export<'_>) -> Result<(), ParquetError> {
    let schema = Arc::new(parse_message_type(&schema())?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(PROGRAM.to_owned())
        .build();
    let mut writer = SerializedFileWriter::new(file, schema, Arc::new(properties))?;
    let mut extent = Extent::default();
    let mut rows = export.rows().peekable();
    while rows.peek().is_some() {
        let group: Vec<Row> = rows.by_ref().take(GROUP).collect();
        group.iter().for_each(|row| extent.add(&row.positions()));
        let mut columns = writer.next_row_group()?;
        write_group(&mut columns, &group)?;
        columns.close()?;
    }
    let geo = serde_json::to_string(&extent.metadata())
        .map_err(|error| ParquetError::External(Box::new(error)))?;
    writer.append_key_value_metadata(KeyValue::new("geo".to_owned(), geo));
    for (name, value) in export.about() {
        writer.append_key_value_metadata(KeyValue::new(format!("dateline:{name}"), value));
    }
    writer.close()?;
    Ok(())
}

/// All columns may be empty.
fn schema() -> String {
    let column = |name: &str, sort: Sort| match sort {
        Sort::Text => format!("OPTIONAL BYTE_ARRAY {name} (STRING);\n"),
        Sort::Whole => format!("OPTIONAL INT64 {name};\n"),
        Sort::Number => format!("OPTIONAL DOUBLE {name};\n"),
        Sort::Flag => format!("OPTIONAL BOOLEAN {name};\n"),
        Sort::Day => format!("OPTIONAL INT32 {name} (DATE);\n"),
    };
    let columns: String = COLUMNS.iter().map(|c| column(c.name, c.sort)).collect();
    format!("message events {{\n{columns}OPTIONAL BYTE_ARRAY geometry;\n}}")
}

fn write_group(
    group: &mut SerializedRowGroupWriter<'_, File>,
    rows: &[Row],
) -> Result<(), ParquetError> {
    for column in COLUMNS {
        let cells = rows.iter().map(|row| column.cell(row));
        match column.sort {
            Sort::Text => write_column::<ByteArrayType>(group, cells.map(text))?,
            Sort::Whole => write_column::<Int64Type>(group, cells.map(whole))?,
            Sort::Number => write_column::<DoubleType>(group, cells.map(number))?,
            Sort::Flag => write_column::<BoolType>(group, cells.map(flag))?,
            Sort::Day => write_column::<Int32Type>(group, cells.map(day))?,
        }
    }
    let geometry =
        rows.iter().map(|row| geopackage::wkb_points(&row.positions()).map(ByteArray::from));
    write_column::<ByteArrayType>(group, geometry)
}

fn write_column<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, File>,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let Some(mut column) = group.next_column()? else {
        return Err(ParquetError::General("a column more than the schema has".to_owned()));
    };
    let (mut values, mut is_there) = (Vec::new(), Vec::new());
    for cell in cells {
        is_there.push(i16::from(cell.is_some()));
        values.extend(cell);
    }
    column.typed::<T>().write_batch(&values, Some(&is_there), None)?;
    column.close()
}

fn text(cell: Cell) -> Option<ByteArray> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(printable(&text).into_bytes().into()),
        other => Some(other.into_text().into_bytes().into()),
    }
}

fn whole(cell: Cell) -> Option<i64> {
    if let Cell::Whole(number) = cell { Some(number) } else { None }
}

fn number(cell: Cell) -> Option<f64> {
    if let Cell::Number(number) = cell { Some(number) } else { None }
}

fn flag(cell: Cell) -> Option<bool> {
    if let Cell::Flag(flag) = cell { Some(flag) } else { None }
}

/// Days since 1970-01-01.
fn day(cell: Cell) -> Option<i32> {
    match cell {
        Cell::Day(day) if is_of_our_era(day) => Some(day_number(day)),
        _ => None,
    }
}

/// Which geometries there are, and the box around them: west, south, east, north.
#[derive(Default)]
struct Extent {
    points: bool,
    several: bool,
    bounds: Option<[f64; 4]>,
}

impl Extent {
    fn add(&mut self, positions: &[LonLat]) {
        self.points |= positions.len() == 1;
        self.several |= positions.len() > 1;
        for at in positions {
            let [west, south, east, north] =
                self.bounds.unwrap_or([at.lon, at.lat, at.lon, at.lat]);
            self.bounds =
                Some([west.min(at.lon), south.min(at.lat), east.max(at.lon), north.max(at.lat)]);
        }
    }

    /// The member `geo` of the file. Without a `crs`, positions are longitude and latitude
    /// on WGS 84.
    fn metadata(&self) -> Geo {
        let types = [(self.points, "Point"), (self.several, "MultiPoint")];
        let geometry_types = types.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
        Geo {
            version: "1.1.0",
            primary_column: "geometry",
            columns: Columns {
                geometry: Geometry { encoding: "WKB", geometry_types, bbox: self.bounds },
            },
        }
    }
}

#[derive(Serialize)]
struct Geo {
    version: &'static str,
    primary_column: &'static str,
    columns: Columns,
}

#[derive(Serialize)]
struct Columns {
    geometry: Geometry,
}

#[derive(Serialize)]
struct Geometry {
    encoding: &'static str,
    geometry_types: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bbox: Option<[f64; 4]>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    use parquet::record::RowAccessor as _;

    use super::super::fixture;
    use super::super::options::Options;
    use super::*;

    #[test]
    fn columns_are_typed_and_the_file_says_where_it_is() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.parquet");
        std::fs::write(&path, out).unwrap();
        let file = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
        let rows: Vec<_> = file.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        let at = |name: &str| COLUMNS.iter().position(|column| column.name == name).unwrap();
        assert_eq!(rows[0].get_long(at("killed_low")).unwrap(), 49);
        assert_eq!(rows[0].get_double(at("latitude")).unwrap(), 39.50797);
        assert_eq!(rows[0].get_string(at("place")).unwrap(), "Goris");
        assert!(!rows[0].get_bool(at("disputed")).unwrap());
        // Two points: order, type and number, then both.
        assert_eq!(rows[0].get_bytes(COLUMNS.len()).unwrap().data().len(), 9 + 2 * 21);
        let about = file.metadata().file_metadata().key_value_metadata().unwrap();
        let geo = about.iter().find(|pair| pair.key == "geo").unwrap().value.clone().unwrap();
        let geo: serde_json::Value = serde_json::from_str(&geo).unwrap();
        let geometry = &geo["columns"]["geometry"];
        assert_eq!(geometry["geometry_types"], serde_json::json!(["MultiPoint"]));
        assert_eq!(geometry["bbox"], serde_json::json!([45.864, 39.50797, 46.33894, 40.2]));
    }

    #[test]
    fn no_events_are_a_file_without_rows() {
        let (dataset, options, mut out) =
            (crate::model::Dataset::default(), Options::default(), Vec::new());
        write(&mut out, &Export::new(&dataset, &options)).unwrap();
        assert!(out.starts_with(b"PAR1"));
    }
}
