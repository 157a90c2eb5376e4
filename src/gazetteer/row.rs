use crate::model::{CountryCode, Kind, LonLat, PlaceId};

use super::file::{File, Section, code_at, position_at, u16_at, u32_at};
use super::keys::number_at;

/// What the file says of a place, borrowed from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// The main name.
    pub name: &'a str,
    /// Where it is: the centre, or a point inside.
    pub position: LonLat,
    /// What it is.
    pub kind: Kind,
    /// The country it lies in, where there is one; its own code for a country.
    pub country: Option<CountryCode>,
    /// The first-level division it lies in; none for countries and divisions.
    pub admin1: Option<PlaceId>,
    /// Inhabitants, where known.
    pub population: Option<u32>,
    /// How far it reaches from `position`, roughly.
    pub radius_km: f64,
    /// The number in GeoNames, where known.
    pub geonameid: Option<u32>,
    /// Whether it is the capital of `country`.
    pub is_capital: bool,
    /// Whether it is the seat of a first-level division.
    pub is_admin_seat: bool,
    /// Whether it is a quarter of a larger city or a district around a town of its name.
    pub is_quarter: bool,
    /// Whether it is no more: the Soviet Union.
    pub is_past: bool,
}

/// Latitude and longitude (8), offset of the name (4), radius in tenths of a kilometre (2),
/// division (2), country (2), kind (1), flags (1).
pub const ROW_BYTES: usize = 20;
/// Population (4), number in GeoNames (4); 0 where unknown.
pub const DETAIL_BYTES: usize = 8;
/// Stands for no division. Divisions come early, so two bytes are enough for their ids.
pub const NO_DIVISION: u16 = u16::MAX;

/// Bits of the flags.
pub const CAPITAL: u8 = 1;
/// See [`Row::is_admin_seat`].
pub const ADMIN_SEAT: u8 = 2;
/// See [`Row::is_quarter`].
pub const QUARTER: u8 = 4;
/// See [`Row::is_past`].
pub const PAST: u8 = 8;

/// The row of a place; `None` if there is no such place or its record makes no sense.
pub fn read(file: &File, id: PlaceId) -> Option<Row<'_>> {
    let number = usize::try_from(id.0).ok()?;
    let at = number.checked_mul(ROW_BYTES)?;
    let row = file.section(Section::Rows).get(at..at.checked_add(ROW_BYTES)?)?;
    let details = file.section(Section::Details);
    let detail =
        |offset| u32_at(details, number * DETAIL_BYTES + offset).filter(|value| *value != 0);
    let division = u16_at(row, 14).filter(|division| *division != NO_DIVISION);
    let flags = *row.get(19)?;
    Some(Row {
        name: name_at(file, u32_at(row, 8)?)?,
        position: position_at(row, 0)?,
        kind: Kind::from_code(*row.get(18)?)?,
        country: code_at(row, 16),
        admin1: division.map(|division| PlaceId(u32::from(division))),
        population: detail(0),
        radius_km: f64::from(u16_at(row, 12)?) / 10.0,
        geonameid: detail(4),
        is_capital: flags & CAPITAL != 0,
        is_admin_seat: flags & ADMIN_SEAT != 0,
        is_quarter: flags & QUARTER != 0,
        is_past: flags & PAST != 0,
    })
}

fn name_at(file: &File, offset: u32) -> Option<&str> {
    let text = file.section(Section::Text).get(usize::try_from(offset).ok()?..)?;
    let (length, text) = number_at(text)?;
    std::str::from_utf8(text.get(..usize::try_from(length).ok()?)?).ok()
}
