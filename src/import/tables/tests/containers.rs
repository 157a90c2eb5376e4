//! Tables that are no text.

use std::io::{Cursor, Write as _};
use std::path::Path;

use super::*;
use crate::geopackage;
use crate::model::LonLat;

/// What a file of these bytes gives: its events, one a line, or what is said of it.
fn read(name: &str, bytes: &[u8]) -> Vec<String> {
    match read_with(name, bytes, &TableOptions::default()) {
        Ok(imported) => lines(&imported),
        Err(error) => vec![without_folder(&error, name)],
    }
}

/// Events, rejected rows, and notes.
fn lines(imported: &ImportedTable) -> Vec<String> {
    let mut lines: Vec<String> = imported.events.iter().map(line).collect();
    let table = &imported.table;
    let rejected = table.rejected.iter();
    lines.extend(rejected.map(|row| format!("{}: {}", table.unit.at(row.line), row.reason)));
    lines.extend(table.notes.iter().map(|note| format!("note: {note}")));
    lines
}

fn is_table(name: &str, bytes: &[u8]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    is_event_table(&path)
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const FEATURES: &str = r#"{"type": "FeatureCollection", "name": "x", "features": [
  {"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [46.3, 39.5, 900]},
   "properties": {"date": "2022-09-13", "place": "Goris", "deaths": 3, "tags": ["a", "b"]}},
  {"type": "Feature", "geometry": {"type": "Polygon", "coordinates":
    [[[46.0, 39.0], [46.2, 39.0], [46.2, 39.2], [46.0, 39.2], [46.0, 39.0]]]},
   "properties": {"date": "2022-09", "place": null}},
  {"type": "Feature", "geometry": null, "properties": {"date": "2022-09-15", "place": "Sotk"}},
  null,
  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [46.3, 91]},
   "properties": {"date": "2022-09-16"}}
]}"#;

#[test]
fn features_of_geojson_are_events_with_points_and_areas() {
    assert_eq!(
        read("a.geojson", FEATURES.as_bytes()),
        [
            "other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris killed 3",
            "other 2022-09-01..2022-09-30 39.1,46.1 near 14.1 ",
            "other 2022-09-15..2022-09-15",
            "feature 4: null instead of an object, take it out",
            "feature 5: \"91\" is not a latitude in degrees, perhaps it is the longitude: swap the columns",
        ]
    );
    assert!(is_table("a.json", FEATURES.as_bytes()));
}

#[test]
fn days_beside_the_properties_are_those_of_the_feature() {
    let text = r#"{"type": "FeatureCollection", "features": [
      {"type": "Feature", "geometry": {"type": "MultiPoint", "coordinates": [[46, 39], [46, 39.2]]},
       "when": {"timespans": [{"start": {"in": "2022-09"}, "end": {"in": "2022-10"}},
                              {"start": {"earliest": "2022-08-30", "latest": "2022-09-02"}}]},
       "properties": {"title": "x", "date": "no day"}},
      {"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries":
         [{"type": "Point", "coordinates": [1, 2]}], "when": {"start": {"in": "2022"}}},
       "properties": {"title": "y"}}]}"#;
    assert_eq!(
        read("a.geojson", text.as_bytes()),
        [
            "other 2022-08-30..2022-10-31 39.1,46 near 11.2 ",
            "other 2022-01-01..2022-12-31 2,1 exact 0 ",
        ]
    );
}

#[test]
fn lists_of_objects_and_lines_of_them_are_tables_too() {
    let row = r#"{"event_date": "2022-09-13", "latitude": "39.5", "longitude": 46.3, "location": "Goris"}"#;
    let wanted = ["other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris"];
    assert_eq!(read("a.json", format!("[{row}]").as_bytes()), wanted);
    assert_eq!(
        read("a.json", format!("{{\"status\": 200, \"data\": [{row}]}}").as_bytes()),
        wanted
    );
    let lines = format!("{row}\n\n{{broken\n{row}\n");
    let read_lines = read("a.jsonl", lines.as_bytes());
    assert_eq!(read_lines.len(), 3);
    assert!(read_lines[2].starts_with("line 3: no JSON (key must be a string"), "{read_lines:?}");
    // Articles are no events, though they have days and places.
    let article = r#"{"id": "a", "text": "Shells fell.", "date": "2022-09-13", "place": "Goris"}"#;
    assert!(!is_table("a.jsonl", article.as_bytes()));
    assert!(!is_table("a.json", article.as_bytes()));
    assert!(is_table("a.jsonl", row.as_bytes()));
}

#[test]
fn a_list_of_places_is_no_event_table() {
    let places = r#"{"type": "FeatureCollection", "features": [
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": [46.3, 39.5]},
       "properties": {"name": "Rose Hill", "kind": "hill", "population": 12}}]}"#;
    assert!(!is_table("a.geojson", places.as_bytes()));
    let said = read("a.geojson", places.as_bytes());
    assert!(said[0].starts_with("no column tells when, name one as first_day=COLUMN"), "{said:?}");
}

#[test]
fn what_is_wrong_with_json_is_said() {
    let check = |text: &str, wanted: &str| {
        let said = read("a.geojson", text.as_bytes());
        assert!(said[0].starts_with(wanted), "{said:?}");
    };
    check("", "no rows in the table");
    check("{\"type\": \"FeatureCollection\", \"features\": [{\"type\":", "not JSON (EOF while");
    check("{\"type\": \"FeatureCollection\", \"features\": []}", "no features in it, save");
    check("<html>", "not JSON (expected value at line 1 column 1)");
    check("[1, 2]", "no row could be used (feature 1: 1 instead of an object");
    check(
        "{\"type\": \"FeatureCollection\", \"crs\": {\"type\": \"name\", \"properties\": \
         {\"name\": \"urn:ogc:def:crs:EPSG::3857\"}}, \"features\": []}",
        "positions in urn:ogc:def:crs:EPSG::3857, save the layer in longitude and latitude",
    );
    let deep = "[".repeat(100_000);
    check(&deep, "not JSON (");
    check(&format!("[{{\"a\": {deep}"), "not JSON (recursion limit exceeded");
}

const KML: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<name>Not this</name><Folder><name>battle</name>
<Placemark><name>Goris &amp; around</name><description><![CDATA[<p>Shells <b>fell</b>.</p>]]></description>
 <LookAt><gx:TimeSpan><begin>1999</begin><end>1999</end></gx:TimeSpan></LookAt>
 <TimeSpan><begin>2022-09-12</begin><end>2022-09-13T12:00:00Z</end></TimeSpan>
 <ExtendedData><Data name="deaths"><displayName>x</displayName><value>3</value></Data></ExtendedData>
 <Point><coordinates>46.3,39.5,0</coordinates></Point></Placemark>
<Placemark><TimeStamp><when>2022-09</when></TimeStamp>
 <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="deaths">1</SimpleData></SchemaData></ExtendedData>
 <LineString><coordinates>46.0,39.0 46.2,39.2</coordinates></LineString></Placemark>
<Placemark><TimeSpan><end>2022</end></TimeSpan><Point><coordinates>1,2</coordinates></Point></Placemark>
<Placemark><name>No day</name></Placemark>
</Folder></Document></kml>"##;

const PLACEMARKS: [&str; 4] = [
    "battle 2022-09-12..2022-09-13 39.5,46.3 exact 0 Goris & around killed 3",
    "battle 2022-09-01..2022-09-30 39.1,46.1 near 14.1  killed 1",
    "battle 2022-01-01..2022-12-31 2,1 exact 0 ",
    "feature 4: neither day nor place, fill in one of them",
];

#[test]
fn placemarks_are_events_with_the_days_they_have() {
    assert_eq!(read("a.kml", KML.as_bytes()), PLACEMARKS);
    let imported = read_with("a.kml", KML.as_bytes(), &TableOptions::default()).unwrap();
    let record = imported.table.record(0).unwrap();
    assert_eq!(record.get(RecordField::Notes), Some("Shells fell."));
    assert_eq!(read("a.kmz", &zip(&[("pin.png", b"x"), ("doc.kml", KML.as_bytes())])), PLACEMARKS);
    let link = b"<kml><NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink></kml>";
    let linked = read("a.kmz", &zip(&[("doc.kml", link), ("layers/a.kml", KML.as_bytes())]));
    assert_eq!(linked[..4], PLACEMARKS);
    assert_eq!(linked[4..], ["note: of 2 documents, layers/a.kml was read"]);
}

#[test]
fn kml_of_other_encodings_is_read_as_it_says() {
    let text = KML.replace("UTF-8", "windows-1251").replace("Goris &amp; around", "Горис");
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(&text);
    let said = read("a.kml", &bytes);
    assert_eq!(said[0], "battle 2022-09-12..2022-09-13 39.5,46.3 exact 0 Горис killed 3");
    assert_eq!(said[4], "note: read as windows-1251, as it says");
}

#[test]
fn what_is_wrong_with_kml_is_said() {
    let check = |name: &str, bytes: &[u8], wanted: &str| {
        let said = read(name, bytes);
        assert!(said[0].starts_with(wanted), "{said:?}");
    };
    let half = KML.split("<Placemark><TimeStamp>").next().unwrap();
    check(
        "a.kml",
        half.as_bytes(),
        "cannot read the table (broken KML, it ends within <Folder>, after 1 placemarks)",
    );
    check(
        "a.kml",
        b"<html><p>x</p></html>",
        "no KML in it, give the file the ending of what it is",
    );
    check("a.kml", b"<kml></kml>", "no features in it");
    check("a.kml", KML.replace("</Folder>", "").as_bytes(), "cannot read the table (broken KML");
    check("a.kmz", b"not a zip", "no ZIP in it");
    check("a.kmz", &zip(&[("a.txt", b"x")]), "cannot read the table (no table in the archive)");
    check("a.kmz", b"", "no rows in the table");
}

fn layer(path: &Path, srs: i64) {
    let connection = rusqlite::Connection::open(path).unwrap();
    geopackage::install(&connection).unwrap();
    geopackage::begin(&connection).unwrap();
    connection
        .execute_batch(&format!(
            "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES ('Pseudo', 3857, 'EPSG', 3857, 'x', '');
             CREATE TABLE \"my \"\"events\" (fid INTEGER PRIMARY KEY, shape BLOB, \"Event Date\" DATE, town TEXT, deaths INTEGER);
             INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
                 VALUES ('my \"events', 'features', 'my events', {srs});
             INSERT INTO gpkg_geometry_columns VALUES ('my \"events', 'shape', 'GEOMETRY', {srs}, 0, 0);"
        ))
        .unwrap();
    let insert =
        "INSERT INTO \"my \"\"events\" (shape, \"Event Date\", town, deaths) VALUES (?, ?, ?, ?)";
    let point = geopackage::point(LonLat::new(46.3, 39.5));
    let area = geopackage::circle(LonLat::new(46.3, 39.5), 10.0);
    for shape in [Some(point), area, None, Some(vec![1, 2, 3])] {
        connection.execute(insert, rusqlite::params![shape, "2022-09-13", "Goris", 3]).unwrap();
    }
}

#[test]
fn layers_of_geopackages_are_tables_and_projects_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gpkg");
    layer(&path, 4326);
    assert!(is_event_table(&path));
    let read = event_table(&path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(
        lines(&read.unwrap()),
        [
            "other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris killed 3",
            "other 2022-09-13..2022-09-13 39.5,46.3 near 14.2 Goris killed 3",
            "other 2022-09-13..2022-09-13 killed 3",
            "row 4: its shape cannot be read, correct it",
            "note: layer \"my \"events\"",
        ]
    );
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "CREATE TABLE settings (key, value); CREATE TABLE articles (fid);
             INSERT INTO settings VALUES ('schema_version', 2);",
        )
        .unwrap();
    drop(connection);
    assert!(!is_event_table(&path));
    let read = event_table(&path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    assert!(read.unwrap_err().to_string().starts_with("a project, not a layer: open it"));
}

#[test]
fn layers_in_other_reference_systems_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gpkg");
    layer(&path, 3857);
    assert!(is_event_table(&path));
    let read = event_table(&path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    let said = read.unwrap_err().to_string();
    assert!(said.starts_with("positions in EPSG:3857, save the layer in longitude"), "{said}");
}

#[test]
fn what_is_no_geopackage_is_said() {
    let said = read("a.gpkg", b"SQLite format 3\0 and no more");
    assert!(said[0].starts_with("cannot read the table (file is not a database)"), "{said:?}");
    assert!(read("a.gpkg", b"x")[0].starts_with("no GeoPackage in it"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gpkg");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE a (b)").unwrap();
    drop(other);
    let read = event_table(&path, &TableOptions::default(), &mut |_| ControlFlow::Continue(()));
    assert!(read.unwrap_err().to_string().starts_with("no GeoPackage in it"));
    assert!(!is_event_table(&path));
}

/// A table in Parquet: days as days and as moments, a list, and WKB. `geo` is its metadata.
fn parquet(geo: Option<&str>) -> Vec<u8> {
    use parquet::data_type::{ByteArray, ByteArrayType, Int32Type, Int64Type};
    let schema = "message m { REQUIRED INT32 day (DATE); OPTIONAL BYTE_ARRAY town (STRING);
                  REQUIRED INT64 seen (TIMESTAMP(MICROS,true)); OPTIONAL BYTE_ARRAY geometry; }";
    let schema = parquet::schema::parser::parse_message_type(schema).unwrap();
    let properties = parquet::file::properties::WriterProperties::builder().build();
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut writer = parquet::file::writer::SerializedFileWriter::new(
        file.reopen().unwrap(),
        schema.into(),
        properties.into(),
    )
    .unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<Int32Type>().write_batch(&[19_248, 19_249], None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let towns = [ByteArray::from("Goris")];
    column.typed::<ByteArrayType>().write_batch(&towns, Some(&[1, 0]), None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let micros = 1_663_027_200_000_000;
    column.typed::<Int64Type>().write_batch(&[micros, micros], None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let point = geopackage::wkb_points(&[LonLat::new(46.3, 39.5)]).unwrap();
    column.typed::<ByteArrayType>().write_batch(&[point.into()], Some(&[1, 0]), None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    let pair =
        |json: &str| parquet::file::metadata::KeyValue::new("geo".to_owned(), json.to_owned());
    geo.into_iter().for_each(|json| writer.append_key_value_metadata(pair(json)));
    writer.close().unwrap();
    std::fs::read(file.path()).unwrap()
}

#[test]
fn parquet_is_read_with_its_days_and_points() {
    let geo = r#"{"primary_column": "geometry", "columns": {"geometry": {"encoding": "WKB"}}}"#;
    assert_eq!(
        read("a.parquet", &parquet(Some(geo))),
        ["other 2022-09-13..2022-09-13 39.5,46.3 exact 0 Goris", "other 2022-09-14..2022-09-14",]
    );
    // Whatever its ending says.
    assert_eq!(read("a.csv", &parquet(Some(geo))).len(), 2);
    let said = read("a.parquet", &parquet(None));
    assert_eq!(said[0], "other 2022-09-13..2022-09-13");
    let other = geo.replace(
        "\"WKB\"",
        "\"WKB\", \"crs\": {\"id\": {\"authority\": \"EPSG\", \"code\": 3857}}",
    );
    let said = read("a.parquet", &parquet(Some(&other)));
    assert!(said[0].starts_with("positions in EPSG:3857, save"), "{said:?}");
}

#[test]
fn broken_parquet_is_said_and_never_ends_the_program() {
    let geo = r#"{"primary_column": "geometry", "columns": {"geometry": {"encoding": "WKB"}}}"#;
    let whole = parquet(Some(geo));
    assert!(read("a.parquet", b"x")[0].starts_with("no Parquet in it"));
    for end in (4..whole.len()).step_by(7) {
        let said = read("a.parquet", &whole[..end]);
        assert!(said[0].starts_with("cannot read the table ("), "{said:?}");
    }
    for at in 4..whole.len() {
        let mut bent = whole.clone();
        bent[at] ^= 0x55;
        assert!(!read("a.parquet", &bent).is_empty());
    }
}

/// A Shapefile of a point, nothing, and an area; and its table.
fn shapes() -> (Vec<u8>, Vec<u8>) {
    let mut shp = vec![0_u8; 100];
    let record = |content: &[u8], number: u32| {
        let mut bytes = number.to_be_bytes().to_vec();
        bytes.extend(u32::try_from(content.len() / 2).unwrap().to_be_bytes());
        bytes.extend(content);
        bytes
    };
    let numbers = |values: &[f64]| values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<_>>();
    let point = [1_u32.to_le_bytes().to_vec(), numbers(&[46.3, 39.5])].concat();
    let corners = [46.0, 39.0, 46.2, 39.0, 46.2, 39.2, 46.0, 39.0];
    let area = [
        5_u32.to_le_bytes().to_vec(),
        numbers(&[46.0, 39.0, 46.2, 39.2]),
        [1_u32, 4, 0].iter().flat_map(|n| n.to_le_bytes()).collect(),
        numbers(&corners),
    ]
    .concat();
    for (number, content) in (1..).zip([&point[..], &0_u32.to_le_bytes(), &area, &point]) {
        shp.extend(record(content, number));
    }
    shp[..4].copy_from_slice(&[0, 0, 0x27, 0x0a]);
    let words = u32::try_from(shp.len() / 2).unwrap();
    shp[24..28].copy_from_slice(&words.to_be_bytes());

    let fields: [(&str, u8, u8); 3] =
        [("event_date", b'D', 8), ("sub_event_", b'C', 12), ("fatalities", b'N', 4)];
    let width: u16 = 1 + fields.iter().map(|(.., length)| u16::from(*length)).sum::<u16>();
    let mut dbf = vec![3, 122, 9, 13];
    dbf.extend(4_u32.to_le_bytes());
    dbf.extend(u16::try_from(32 + 32 * fields.len() + 1).unwrap().to_le_bytes());
    dbf.extend(width.to_le_bytes());
    dbf.resize(32, 0);
    for (name, kind, length) in fields {
        let mut field = [0_u8; 32];
        field[..name.len()].copy_from_slice(name.as_bytes());
        (field[11], field[16]) = (kind, length);
        dbf.extend(field);
    }
    dbf.push(b'\r');
    for row in [
        " 20220913São João       3",
        " 20220914Goris       ****",
        " 20220915Sotk           0",
        "*20220916deleted        0",
    ] {
        // One byte a letter, as Windows has it.
        dbf.extend(row.chars().map(|c| u8::try_from(u32::from(c)).unwrap()));
    }
    dbf.push(0x1a);
    (shp, dbf)
}

const WGS_84: &[u8] = b"GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]";

#[test]
fn shapefiles_are_read_with_what_lies_beside_them() {
    let (shp, dbf) = shapes();
    let wanted = [
        "other 2022-09-13..2022-09-13 39.5,46.3 exact 0 São João killed 3",
        "other 2022-09-14..2022-09-14",
        "other 2022-09-15..2022-09-15 39.1,46.1 near 14.1 Sotk killed 0",
    ];
    let options = TableOptions {
        mapping: vec![(RecordField::Place, "sub_event_".to_owned())],
        ..TableOptions::default()
    };
    let files: [(&str, &[u8]); 4] =
        [("x/a.shp", &shp), ("x/a.dbf", &dbf), ("x/a.PRJ", WGS_84), ("x/a.cpg", b"1252")];
    let zipped = read_with("a.zip", &zip(&files), &options).unwrap();
    assert_eq!(lines(&zipped)[..3], wanted);
    assert_eq!(lines(&zipped)[3..], ["note: read as windows-1252, as its .cpg says"]);
    assert!(is_table("a.zip", &zip(&files)));

    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name.trim_start_matches("x/")), bytes).unwrap();
    }
    let path = folder.path().join("a.shp");
    let read = event_table(&path, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(lines(&read)[..3], wanted);
}

#[test]
fn what_is_wrong_with_a_shapefile_is_said() {
    let (shp, dbf) = shapes();
    let check = |files: &[(&str, &[u8])], wanted: &str| {
        let said = read("a.zip", &zip(files));
        assert!(said[0].starts_with(wanted), "{said:?}");
    };
    check(&[("a.shp", &shp)], "the .dbf of the Shapefile is missing");
    let mercator = b"PROJCS[\"WGS_1984_Web_Mercator\",GEOGCS[\"GCS_WGS_1984\"]]";
    check(
        &[("a.shp", &shp), ("a.dbf", &dbf), ("a.prj", mercator)],
        "positions in WGS_1984_Web_Mercator",
    );
    check(
        &[("a.shp", &shp[..130]), ("a.dbf", &dbf)],
        "cannot read the table (shape 2: the file ends too early)",
    );
    check(&[("a.shp", &shp), ("a.dbf", &dbf[..40])], "cannot read the table (its head is damaged)");
    check(
        &[("a.shp", &shp), ("a.dbf", &dbf[..160])],
        "cannot read the table (row 2: the file ends too early)",
    );
    assert!(read("a.shp", b"x")[0].starts_with("no Shapefile in it"));
    for at in 0..shp.len() {
        let mut bent = shp.clone();
        bent[at] ^= 0xff;
        assert!(!read("a.zip", &zip(&[("a.shp", &bent), ("a.dbf", &dbf)])).is_empty());
    }
    for at in 0..dbf.len() {
        let mut bent = dbf.clone();
        bent[at] ^= 0xff;
        assert!(!read("a.zip", &zip(&[("a.shp", &shp), ("a.dbf", &bent)])).is_empty());
    }
}

#[test]
fn a_single_table_in_an_archive_is_read_and_several_are_not() {
    let csv = b"date,lat,lon\n2022-09-13,1,2\n";
    let said =
        read("ged.zip", &zip(&[("ged.csv", csv), ("__MACOSX/ged.csv", csv), ("readme.pdf", b"x")]));
    assert_eq!(said[0], "other 2022-09-13..2022-09-13 1,2 exact 0 ");
    assert!(is_table("ged.zip", &zip(&[("ged.csv", csv)])));
    let said = read("two.zip", &zip(&[("a.csv", csv), ("b.csv", csv)]));
    assert!(said[0].contains("several tables in the archive, unpack it: a.csv, b.csv"), "{said:?}");
    assert!(!is_table("articles.zip", &zip(&[("a.txt", b"Shells fell.")])));
    // A table among articles is theirs.
    let articles = ["a.txt", "b.txt", "c.md"].map(|name| (name, &b"Shells fell."[..]));
    assert!(!is_table("articles.zip", &zip(&[&articles[..], &[("list.csv", csv)]].concat())));
}

#[test]
fn what_explodes_is_refused() {
    let mut big = b"date,lat,lon\n".to_vec();
    big.resize(30_000_000, b'\n');
    let said = read("bomb.zip", &zip(&[("bomb.csv", &big)]));
    assert!(said[0].contains("bomb.csv: it unpacks to more than 200 times its size"), "{said:?}");
    let said =
        read("bomb.xlsx", &zip(&[("xl/workbook.xml", b"<x/>"), ("xl/sharedStrings.xml", &big)]));
    assert!(said[0].contains("it unpacks to more than 200 times its size"), "{said:?}");
}

/// A workbook with these sheets, each cell a text.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn the_sheet_that_has_events_is_read_wherever_it_is() {
    let long: Vec<&[&str]> = vec![&["a", "b"]; 50];
    let events: &[&[&str]] =
        &[&["Events of September"], &["date", "lat", "lon"], &["2022-09-13", "1", "2"]];
    let said = read("a.xlsx", &workbook(&[("Notes", &long), ("Events", events)]));
    assert_eq!(
        said,
        [
            "other 2022-09-13..2022-09-13 1,2 exact 0 ",
            "note: of 2 sheets, \"Events\" was read: it is the first with days and places",
            "note: 1 row above the headings left out",
        ]
    );
    let said = read("a.xlsx", b"date,lat,lon\n2022-09-13,1,2\n");
    assert!(said[0].starts_with("no workbook in it, give the file the ending"), "{said:?}");
    let said = read("a.xlsx", &workbook(&[("Empty", &[])]));
    assert!(said[0].starts_with("no rows in the table"), "{said:?}");
}

#[test]
fn broken_workbooks_are_said_and_never_end_the_program() {
    let events: &[&[&str]] = &[&["date", "lat", "lon"], &["2022-09-13", "1", "2"]];
    let whole = workbook(&[("Events", events)]);
    for end in (4..whole.len()).step_by(101) {
        assert!(!read("a.xlsx", &whole[..end]).is_empty());
    }
    for at in (0..whole.len()).step_by(13) {
        let mut bent = whole.clone();
        bent[at] ^= 0x55;
        assert!(!read("a.xlsx", &bent).is_empty());
    }
    // A sheet that says it is as large as can be.
    let far = workbook(&[("Events", events)]);
    let mut archive = zip::ZipArchive::new(Cursor::new(far)).unwrap();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        let text = text.replace("A1:C2", "A1:XFD1048576").replace("\"C2\"", "\"XFD1048576\"");
        files.push((file.name().unwrap().into_owned(), text));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, t)| (n.as_str(), t.as_bytes())).collect();
    let said = read("a.xlsx", &zip(&files));
    assert!(said[0].contains("more than 10000 columns in row 1048576"), "{said:?}");
}

#[test]
fn bent_files_of_all_sorts_never_end_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gpkg");
    layer(&path, 4326);
    let gpkg = std::fs::read(&path).unwrap();
    let kmz = zip(&[("doc.kml", KML.as_bytes())]);
    for (name, whole, step) in [
        ("a.geojson", FEATURES.as_bytes(), 3),
        ("a.kml", KML.as_bytes(), 3),
        ("a.kmz", &kmz, 1),
        ("a.gpkg", &gpkg, 997),
    ] {
        for at in (0..whole.len()).step_by(step) {
            let mut bent = whole.to_vec();
            bent[at] ^= 0x55;
            assert!(!read(name, &bent).is_empty());
            assert!(!read(name, &whole[..at]).is_empty());
        }
    }
}
