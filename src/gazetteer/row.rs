use crate::model::{CountryCode, Kind, LonLat, PlaceId};

use super::file::{self, File, Section, code_at, u16_at, u24_at, u32_at};

/// What the file says of a place beside its names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Where it is: the centre, or a point inside.
    pub position: LonLat,
    /// How exact `position` is, in metres: 100, 500, 1000 or 5000.
    pub grain_m: u16,
    /// What it is.
    pub kind: Kind,
    /// The country it lies in, where there is one; its own code for a country.
    pub country: Option<CountryCode>,
    /// The first-level division it lies in; none for countries and divisions.
    pub admin1: Option<PlaceId>,
    /// The second-level division it lies in.
    pub admin2: Option<PlaceId>,
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

/// Latitude and longitude within the cell in 1/100,000 degree (2 + 2), number of the key of
/// its main name (3), kind in the low four bits and grain above them (1).
pub const ROW_BYTES: usize = 8;
/// Population (4), number in GeoNames (4), both 0 where unknown, radius in 1/10 km (2), flags (1).
pub const DETAIL_BYTES: usize = 11;
/// First row (4), row and column of the cell (2 + 2), country (2), number of the first-level
/// division (2) and of the second-level one, counted from the first of them (2).
pub const GROUP_BYTES: usize = 14;
/// Stands for no division.
pub const NO_DIVISION: u16 = u16::MAX;
/// The side of a cell. In hundred-thousandths it must fit two bytes.
pub const CELL_DEGREES: f64 = 0.65;
/// What the two bits for the grain mean, in metres.
pub const GRAINS_M: [u16; 4] = [100, 500, 1000, 5000];

/// Bits of the flags.
pub const CAPITAL: u8 = 1;
/// See [`Row::is_admin_seat`].
pub const ADMIN_SEAT: u8 = 2;
/// See [`Row::is_quarter`].
pub const QUARTER: u8 = 4;
/// See [`Row::is_past`].
pub const PAST: u8 = 8;

/// How far a place reaches of which only the kind is known, in kilometres.
pub fn usual_radius_km(kind: Kind) -> f64 {
    match kind {
        Kind::Airport | Kind::Base => 2.0,
        _ => 1.0,
    }
}

/// The part of a row that needs no search: `position`, `country` and divisions are missing.
#[derive(Clone, Copy)]
pub struct Head {
    /// See [`Row`] for this and the others.
    pub kind: Kind,
    pub grain_m: u16,
    pub population: Option<u32>,
    pub geonameid: Option<u32>,
    pub radius_km: f64,
    pub flags: u8,
}

/// Reads the head of a row; `None` if there is no such place or its record makes no sense.
pub fn head(file: &File, id: PlaceId) -> Option<Head> {
    let number = usize::try_from(id.0).ok()?;
    let bits = *record(file, number)?.get(7)?;
    let kind = Kind::from_code(bits & 15)?;
    let grain_m = *GRAINS_M.get(usize::from(bits >> 4))?;
    let details = file.section(Section::Details);
    let Some(detail) = details.get(number.checked_mul(DETAIL_BYTES)?..) else {
        let radius_km = usual_radius_km(kind);
        return Some(Head {
            kind,
            grain_m,
            population: None,
            geonameid: None,
            radius_km,
            flags: 0,
        });
    };
    let known = |at| u32_at(detail, at).filter(|value| *value != 0);
    let radius_km = u16_at(detail, 8).map_or(usual_radius_km(kind), |km| f64::from(km) / 10.0);
    let flags = detail.get(10).copied().unwrap_or(0);
    Some(Head { kind, grain_m, population: known(0), geonameid: known(4), radius_km, flags })
}

/// The whole row of a place; `None` if there is no such place or its record makes no sense.
pub fn read(file: &File, id: PlaceId) -> Option<Row> {
    let head = head(file, id)?;
    let group = Group::of(file, id)?;
    let first_admin2 = file.first_admin2();
    Some(Row {
        position: group.position(record(file, usize::try_from(id.0).ok()?)?)?,
        grain_m: head.grain_m,
        kind: head.kind,
        country: group.country,
        admin1: group.admin1.map(|number| PlaceId(u32::from(number))),
        admin2: group.admin2.map(|number| PlaceId(first_admin2 + u32::from(number))),
        population: head.population,
        radius_km: head.radius_km,
        geonameid: head.geonameid,
        is_capital: head.flags & CAPITAL != 0,
        is_admin_seat: head.flags & ADMIN_SEAT != 0,
        is_quarter: head.flags & QUARTER != 0,
        is_past: head.flags & PAST != 0,
    })
}

/// The number of the key of the main name.
pub fn key_number(file: &File, id: PlaceId) -> Option<usize> {
    usize::try_from(u24_at(record(file, usize::try_from(id.0).ok()?)?, 4)?).ok()
}

fn record(file: &File, number: usize) -> Option<&[u8]> {
    let at = number.checked_mul(ROW_BYTES)?;
    file.section(Section::Rows).get(at..at.checked_add(ROW_BYTES)?)
}

/// The capital of a country.
pub fn capital_of(file: &File, country: CountryCode) -> Option<PlaceId> {
    let groups = file.section(Section::Groups);
    let rows = u32::try_from(file.section(Section::Rows).len() / ROW_BYTES).unwrap_or(0);
    (0..groups.len() / GROUP_BYTES).find_map(|number| {
        let group = Group::nth(file, number).filter(|group| group.country == Some(country))?;
        let next = file::u32_at(groups, (number + 1) * GROUP_BYTES).unwrap_or(rows);
        let is_capital = |id: &PlaceId| head(file, *id).is_some_and(|h| h.flags & CAPITAL != 0);
        (group.first..next.min(rows)).map(PlaceId).find(is_capital)
    })
}

/// Rows that lie in the same divisions and the same cell.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The first of its rows; they reach to the first of the next group.
    pub first: u32,
    /// The country of all its rows.
    pub country: Option<CountryCode>,
    cell: [u16; 2],
    admin1: Option<u16>,
    admin2: Option<u16>,
}

impl Group {
    /// The group with this number.
    pub fn nth(file: &File, number: usize) -> Option<Group> {
        let at = number.checked_mul(GROUP_BYTES)?;
        Self::parse(file.section(Section::Groups).get(at..at.checked_add(GROUP_BYTES)?)?)
    }

    fn parse(bytes: &[u8]) -> Option<Group> {
        let division = |at| u16_at(bytes, at).filter(|number| *number != NO_DIVISION);
        Some(Group {
            first: u32_at(bytes, 0)?,
            cell: [u16_at(bytes, 4)?, u16_at(bytes, 6)?],
            country: code_at(bytes, 8),
            admin1: division(10),
            admin2: division(12),
        })
    }

    /// The group that a place belongs to.
    pub fn of(file: &File, id: PlaceId) -> Option<Group> {
        let groups = file.section(Section::Groups);
        let (mut low, mut high) = (0, groups.len() / GROUP_BYTES);
        while low < high {
            let middle = low + (high - low) / 2;
            if u32_at(groups, middle * GROUP_BYTES)? <= id.0 {
                low = middle + 1
            } else {
                high = middle
            }
        }
        Self::nth(file, low.checked_sub(1)?)
    }

    /// South-western corner of its cell, in degrees.
    pub fn corner(&self) -> LonLat {
        let [row, column] = self.cell;
        LonLat::new(f64::from(column) * CELL_DEGREES - 180.0, f64::from(row) * CELL_DEGREES - 90.0)
    }

    fn position(&self, record: &[u8]) -> Option<LonLat> {
        let corner = self.corner();
        let degrees = |at| Some(f64::from(u16_at(record, at)?) / 1e5);
        // Rounded, or the sum would end in a ...0001.
        let rounded = |degrees: f64| (degrees * 1e5).round() / 1e5;
        Some(LonLat::new(rounded(corner.lon + degrees(2)?), rounded(corner.lat + degrees(0)?)))
    }
}

/// Row and column of the cell of a position, and latitude and longitude within it.
pub fn cell_of(position: LonLat) -> ([u16; 2], [u16; 2]) {
    let split = |degrees: f64, least: f64| {
        let metres = ((degrees - least) * 1e5).round().max(0.0) as u32;
        let side = (CELL_DEGREES * 1e5).round() as u32;
        ((metres / side) as u16, (metres % side) as u16)
    };
    let (row, north) = split(position.lat, -90.0);
    let (column, east) = split(position.lon, -180.0);
    ([row, column], [north, east])
}

/// All places of the groups whose cells touch a rectangle, in the order of the file.
pub fn in_cells(
    file: &File,
    south_west: LonLat,
    north_east: LonLat,
) -> impl Iterator<Item = (PlaceId, LonLat, Kind)> + '_ {
    let groups = file.section(Section::Groups);
    let rows = u32::try_from(file.section(Section::Rows).len() / ROW_BYTES).unwrap_or(0);
    let ([south, west], _) = cell_of(south_west);
    let ([north, east], _) = cell_of(north_east);
    groups
        .chunks_exact(GROUP_BYTES)
        .enumerate()
        .filter(move |(_, group)| {
            let within =
                |at, low, high| u16_at(group, at).is_some_and(|v| (low..=high).contains(&v));
            within(4, south, north) && within(6, west, east)
        })
        .filter_map(move |(number, group)| {
            let next = file::u32_at(groups, (number + 1) * GROUP_BYTES).unwrap_or(rows);
            Some((Group::parse(group)?, next))
        })
        .flat_map(move |(group, next)| {
            (group.first..next.min(rows)).filter_map(move |row| {
                let record = record(file, usize::try_from(row).ok()?)?;
                let kind = Kind::from_code(*record.get(7)? & 15)?;
                Some((PlaceId(row), group.position(record)?, kind))
            })
        })
}
