//! What every OGC GeoPackage has, whatever it holds: its tables, geometries and indexes.

mod geometry;

use rusqlite::{Connection, Result};

pub use geometry::{circle, install, point, positions, positions_of_blob, wkb_points};

/// "GPKG", the mark of a GeoPackage.
pub const APPLICATION_ID: i32 = 0x4750_4B47;
/// Version 1.3 of the standard.
const VERSION: i32 = 10_300;

const TABLES: &str = include_str!("tables.sql");
const RTREE: &str = include_str!("rtree.sql");

/// Makes an empty database a GeoPackage.
///
/// # Errors
/// Those of the disk.
pub fn begin(to: &Connection) -> Result<()> {
    to.pragma_update(None, "application_id", APPLICATION_ID)?;
    to.pragma_update(None, "user_version", VERSION)?;
    to.execute_batch(TABLES)
}

/// Makes an R-tree for a layer with a column `geom`, which follows it from now on. Needs
/// the functions of [`install`].
///
/// # Errors
/// Those of the disk.
pub fn index(to: &Connection, layer: &str) -> Result<()> {
    to.execute_batch(&RTREE.replace("LAYER", layer))
}

/// Whether it is a project of this program rather than a layer of anybody's.
///
/// # Errors
/// Those of the disk, and where it is no database.
pub fn is_project(from: &Connection) -> Result<bool> {
    let tables =
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('settings', 'event_tables', 'articles')";
    let settings = "SELECT count(*) FROM settings WHERE key = 'schema_version'";
    let count = |sql: &str| from.query_row(sql, [], |row| row.get::<_, i64>(0));
    Ok(count(tables)? >= 2 && count(settings).is_ok_and(|count| count > 0))
}
