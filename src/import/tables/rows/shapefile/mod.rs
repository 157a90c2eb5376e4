//! Shapefiles: shapes in one file, and the table of their properties in another beside it.
//! Both are simple enough to be read here: two numbers a corner, and cells of fixed width.

mod dbf;

use std::io::Read;
use std::path::PathBuf;

use csv::ByteRecord;
use encoding_rs::Encoding;

use super::features::Layout;
use super::input::{Input, ReadSeek};
use super::shape::Shape;
use super::{Bad, Each, Rows, Source, TableError, TableFacts, Unit};
use crate::model::LonLat;
use dbf::Dbf;

const HEADER: usize = 100;
/// A shape of more bytes than this is none.
const MOST_BYTES: usize = 200_000_000;

/// The files that make a Shapefile together.
#[derive(Clone)]
pub struct Parts {
    /// The shapes.
    pub shp: Input,
    /// Their properties.
    pub dbf: Option<Input>,
    /// The encoding of these.
    pub cpg: Option<Input>,
    /// The reference system.
    pub prj: Option<Input>,
}

struct Shapes {
    parts: Parts,
    layout: Layout,
    encoding: &'static Encoding,
}

/// Opens a file and what lies beside it.
pub fn open(input: &Input) -> Result<Rows, TableError> {
    let beside = |ending: &str| {
        let names = [ending.to_owned(), ending.to_uppercase()];
        let paths = names.iter().map(|ending| input.path().with_extension(ending));
        let there: Option<PathBuf> = paths.into_iter().find(|path| path.is_file());
        there.map(|path| Input::of_file(&path))
    };
    let (dbf, cpg, prj) = (beside("dbf"), beside("cpg"), beside("prj"));
    of_parts(Parts { shp: input.clone(), dbf, cpg, prj })
}

pub fn of_parts(parts: Parts) -> Result<Rows, TableError> {
    let path = parts.shp.path();
    let mut notes = Vec::new();
    match &parts.prj {
        None => notes.push("no .prj beside it: taken for longitude and latitude".to_owned()),
        Some(prj) => {
            let text = String::from_utf8_lossy(&prj.head(64 * 1024)?).into_owned();
            if let Some(srs) = other_system(&text) {
                return Err(TableError::Srs { srs, path: path.to_owned() });
            }
        }
    }
    let Some(dbf) = &parts.dbf else {
        return Err(TableError::NoDbf { path: path.to_owned() });
    };
    let table = Dbf::open(dbf.open()?).map_err(|reason| dbf.refuse(&reason))?;
    let (encoding, how) = match &parts.cpg {
        Some(cpg) => dbf::encoding_of_label(&String::from_utf8_lossy(&cpg.head(100)?)),
        None => None,
    }
    .map_or_else(|| table.encoding(), |encoding| (encoding, "as its .cpg says"));
    let asked = parts.shp.encoding().map(|encoding| (encoding, "as asked for"));
    let (encoding, how) = asked.unwrap_or((encoding, how));
    if encoding != encoding_rs::UTF_8 {
        notes.push(format!("read as {}, {how}", encoding.name()));
    }
    let layout = Layout::of_columns(table.names(encoding), true);
    let source = || {
        let (parts, layout) = (parts.clone(), layout.clone());
        Box::new(Shapes { parts, layout, encoding })
    };
    Ok(Rows {
        head: super::head_of(source(), path)?,
        columns: layout.columns(),
        notes,
        unit: Unit::Feature,
        given: layout.given(),
        tagged: Vec::new(),
        facts: TableFacts::default(),
        has_short_names: true,
        has_shapes: true,
        may_be_articles: false,
        source: source(),
    })
}

/// The name of a reference system that is not longitude and latitude on WGS 84.
fn other_system(prj: &str) -> Option<String> {
    let name = prj.split('"').nth(1).unwrap_or("a system that is not named");
    let is_geographic = prj.trim_start().starts_with("GEOG");
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let known = ["GCSWGS1984", "WGS84", "WGS1984"].iter().any(|n| plain.eq_ignore_ascii_case(n));
    (!(is_geographic && known)).then(|| name.to_owned())
}

impl Source for Shapes {
    fn each(self: Box<Self>, each: &mut Each<'_>) -> Result<(), TableError> {
        let Self { parts, layout, encoding } = *self;
        let refuse = |reason: String| parts.shp.refuse(&reason);
        let Some(dbf) = &parts.dbf else { return Ok(()) };
        let mut table = Dbf::open(dbf.open()?).map_err(|reason| dbf.refuse(&reason))?;
        let mut shapes = Records::open(parts.shp.open()?).map_err(refuse)?;
        for number in 1.. {
            let shape =
                shapes.next().map_err(|reason| refuse(format!("shape {number}: {reason}")))?;
            let cells = table.next(encoding);
            let cells = cells.map_err(|reason| dbf.refuse(&format!("row {number}: {reason}")))?;
            let (cells, shape) = match (cells, shape) {
                (None, None) => break,
                (Some(row), shape) if row.is_deleted => {
                    _ = shape;
                    continue;
                }
                (Some(row), Some(shape)) => (row.cells, shape),
                (Some(row), None) => {
                    let reason = "it has properties but no shape".to_owned();
                    if each(number, Err(Bad { reason, cells: row.cells })).is_break() {
                        break;
                    }
                    continue;
                }
                (None, Some(_)) => {
                    let reason = "it has a shape but no properties".to_owned();
                    if each(number, Err(Bad { reason, cells: Vec::new() })).is_break() {
                        break;
                    }
                    continue;
                }
            };
            let mut record = ByteRecord::from(cells);
            layout.push_shape(&mut record, shape.as_ref());
            if each(number, Ok(&mut record)).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// The shapes of a file, one after the other.
struct Records {
    from: Box<dyn ReadSeek>,
    /// Bytes that are left, as the file says.
    left: u64,
}

impl Records {
    fn open(mut from: Box<dyn ReadSeek>) -> Result<Self, String> {
        let mut header = [0; HEADER];
        from.read_exact(&mut header).map_err(|_| "it ends in its head".to_owned())?;
        // It counts in words of two bytes.
        let length = u64::from(big(&header[24..])) * 2;
        Ok(Self { from, left: length.saturating_sub(HEADER as u64) })
    }

    /// The next shape, which may be nowhere; none at the end.
    fn next(&mut self) -> Result<Option<Option<Shape>>, String> {
        if self.left < 8 {
            return Ok(None);
        }
        let mut head = [0; 8];
        self.from.read_exact(&mut head).map_err(|_| "the file ends too early".to_owned())?;
        let length = u64::from(big(&head[4..])) * 2;
        self.left = self.left.saturating_sub(8 + length);
        if length > MOST_BYTES as u64 {
            return Err(format!("it has {length} bytes"));
        }
        let mut content = Vec::new();
        let read = self.from.by_ref().take(length).read_to_end(&mut content);
        read.map_err(|error| error.to_string())?;
        if (content.len() as u64) < length {
            return Err("the file ends too early".to_owned());
        }
        shape(&content).map(Some).ok_or_else(|| "it is damaged".to_owned())
    }
}

/// The shape that a record holds; none in `Some` for one that is nowhere.
fn shape(content: &[u8]) -> Option<Option<Shape>> {
    let number = |at: usize| Some(little(content.get(at..at + 4)?) as usize);
    let (is_points, start, count) = match number(0)? {
        0 => return Some(None),
        1 | 11 | 21 => (true, 4, 1),
        8 | 18 | 28 => (true, 40, number(36)?),
        3 | 5 | 13 | 15 | 23 | 25 => {
            (false, number(36)?.checked_mul(4)?.checked_add(44)?, number(40)?)
        }
        31 => (false, number(36)?.checked_mul(8)?.checked_add(44)?, number(40)?),
        _ => return None,
    };
    let points = content.get(start..)?.get(..count.checked_mul(16)?)?;
    let positions = points.as_chunks::<16>().0.iter().map(|pair| {
        let side = |at: usize| f64::from_le_bytes(std::array::from_fn(|n| pair[at + n]));
        LonLat::new(side(0), side(8))
    });
    Some(Shape::new(positions.collect(), is_points))
}

/// Big-endian; nothing where there are not four bytes.
fn big(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes))
}

/// Little-endian; nothing where there are not four bytes.
fn little(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes))
}
