use std::fmt;

use serde::{Deserialize, Serialize};

/// A point on WGS 84, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// East positive, -180 to 180.
    pub lon: f64,
    /// North positive, -90 to 90.
    pub lat: f64,
}

impl LonLat {
    /// Longitude first, as in GeoJSON.
    pub fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }

    /// Great-circle distance on a sphere of the mean earth radius (haversine).
    pub fn distance_km(&self, other: LonLat) -> f64 {
        const EARTH_RADIUS_KM: f64 = 6371.0088;
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((lat_b - lat_a) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let h = half_lat.powi(2) + lat_a.cos() * lat_b.cos() * half_lon.powi(2);
        2.0 * EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
    }
}

/// ISO 3166-1 alpha-2, upper case. `XK` is Kosovo.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// `None` unless it is two ASCII letters; lower case is raised.
    pub fn new(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::new(&code).ok_or_else(|| serde::de::Error::custom(format!("no country code: {code}")))
    }
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Kind {
    /// A sovereign or de facto state.
    Country = 0,
    /// A first-level division: province, state, oblast.
    Admin1 = 1,
    /// A second-level division: district, county, rayon.
    Admin2 = 2,
    /// A city or town.
    City = 3,
    /// A village or other small settlement.
    Village = 4,
    /// A region that no registry draws: Donbas, Darfur, Nagorno-Karabakh.
    Region = 5,
    /// A lake or reservoir.
    Lake = 6,
    /// A river or canal.
    River = 7,
    /// A sea, gulf or strait.
    Sea = 8,
    /// A mountain, range or pass.
    Mountain = 9,
    /// An airport or air base.
    Airport = 10,
    /// A military base.
    Base = 11,
    /// A camp of refugees or displaced people.
    Camp = 12,
    /// Anything else: a building, a crossing, a power plant.
    Other = 13,
}

impl Kind {
    /// All kinds, in the order of their codes.
    pub const ALL: [Kind; 14] = [
        Kind::Country,
        Kind::Admin1,
        Kind::Admin2,
        Kind::City,
        Kind::Village,
        Kind::Region,
        Kind::Lake,
        Kind::River,
        Kind::Sea,
        Kind::Mountain,
        Kind::Airport,
        Kind::Base,
        Kind::Camp,
        Kind::Other,
    ];

    /// The kind with this code, as the gazetteer file stores it.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }

    /// The word for it in data and on the screen.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Country => "country",
            Kind::Admin1 => "admin1",
            Kind::Admin2 => "admin2",
            Kind::City => "city",
            Kind::Village => "village",
            Kind::Region => "region",
            Kind::Lake => "lake",
            Kind::River => "river",
            Kind::Sea => "sea",
            Kind::Mountain => "mountain",
            Kind::Airport => "airport",
            Kind::Base => "base",
            Kind::Camp => "camp",
            Kind::Other => "other",
        }
    }
}

/// A row of the gazetteer: its number in the file that was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId(pub u32);

/// A row of the gazetteer, taken out of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its row.
    pub id: PlaceId,
    /// The main name, in Latin letters where there is one.
    pub name: String,
    /// Where it is: the centre, or a point inside.
    pub position: LonLat,
    /// What it is.
    pub kind: Kind,
    /// The country it lies in, where there is one.
    pub country: Option<CountryCode>,
    /// The name of the first-level division it lies in.
    pub admin1: Option<String>,
    /// Inhabitants, where known.
    pub population: Option<u32>,
    /// The number in GeoNames, where known.
    pub geonameid: Option<u32>,
    /// How far it reaches from `position`, roughly.
    pub radius_km: f64,
}

/// How well a location is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The place itself.
    Exact,
    /// Near a place, or a stretch of a border or road.
    Near,
    /// Somewhere in a district.
    Admin2,
    /// Somewhere in a province or region.
    Admin1,
    /// Somewhere in a country.
    Country,
}

impl Precision {
    /// From the best to the worst.
    pub const ALL: [Precision; 5] = [
        Precision::Exact,
        Precision::Near,
        Precision::Admin2,
        Precision::Admin1,
        Precision::Country,
    ];

    /// The word for it in data.
    pub fn key(self) -> &'static str {
        match self {
            Precision::Exact => "exact",
            Precision::Near => "near",
            Precision::Admin2 => "admin2",
            Precision::Admin1 => "admin1",
            Precision::Country => "country",
        }
    }

    /// The words for it on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Precision::Exact => "Exact place",
            Precision::Near => "Near a place",
            Precision::Admin2 => "District",
            Precision::Admin1 => "Province or region",
            Precision::Country => "Country",
        }
    }
}

/// Where an event is: a point with a radius.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Location {
    /// The name to show: "Goris", "Armenia–Azerbaijan border".
    pub name: String,
    /// The point, or the middle of the area.
    pub position: LonLat,
    /// The radius around `position` that holds it; 0 is not known better than the place itself.
    pub radius_km: f64,
    /// How well it is known.
    pub precision: Precision,
    /// The place it was taken from; none for a border between two countries.
    pub place: Option<PlaceId>,
    /// What the place is.
    pub kind: Kind,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// The name of the first-level division, for the area to draw.
    pub admin1: Option<String>,
    /// The words it comes from.
    pub evidence: super::Span,
    /// Why this place, in words.
    pub why: String,
}

impl Location {
    /// At a place of the gazetteer, as well known as the kind of place allows.
    pub fn of_place(place: &Place, evidence: super::Span, why: impl Into<String>) -> Self {
        let precision = match place.kind {
            Kind::Country => Precision::Country,
            Kind::Admin1 | Kind::Region | Kind::Sea => Precision::Admin1,
            Kind::Admin2 => Precision::Admin2,
            Kind::River | Kind::Mountain => Precision::Near,
            _ => Precision::Exact,
        };
        let is_settlement = matches!(place.kind, Kind::City | Kind::Village);
        let is_admin1 = place.kind == Kind::Admin1;
        Self {
            name: place.name.clone(),
            position: place.position,
            radius_km: if is_settlement { 0.0 } else { place.radius_km },
            precision,
            place: Some(place.id),
            kind: place.kind,
            country: place.country,
            admin1: if is_admin1 { Some(place.name.clone()) } else { place.admin1.clone() },
            evidence,
            why: why.into(),
        }
    }

    /// At a point that a person chose.
    pub fn at(name: impl Into<String>, position: LonLat, why: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            position,
            radius_km: 0.0,
            precision: Precision::Exact,
            place: None,
            kind: Kind::Other,
            country: None,
            admin1: None,
            evidence: super::Span::new(0, 0),
            why: why.into(),
        }
    }
}
