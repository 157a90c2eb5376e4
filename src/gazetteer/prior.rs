use crate::model::Kind;

use super::{Matched, NameUse, Row};

/// How likely a place is meant when nothing but its name is known, 0 to 1.
///
/// A country outranks a capital, a capital a large city. A division lies level with a
/// city of 200,000: Aleppo is the city, Syunik the province and not the village.
pub fn of(row: &Row<'_>, name_use: NameUse, matched: Matched) -> f32 {
    let spelling = match matched {
        Matched::Exact => 1.0,
        Matched::Folded => 0.98,
    };
    by_kind(row) * by_use(row, name_use) * spelling
}

/// Smaller than the Gaza Strip, larger than Stepanakert.
const URBAN_DIVISION_KM: f64 = 9.0;

fn by_kind(row: &Row<'_>) -> f32 {
    let digits = (row.population.unwrap_or(0) as f32 + 1.0).log10();
    let quarter = if row.is_quarter { 0.1 } else { 0.0 };
    let seat = if row.is_admin_seat { 0.04 } else { 0.0 };
    match row.kind {
        Kind::Country if row.is_past => 0.8,
        Kind::Country => 0.9 + 0.01 * digits,
        _ if row.is_capital => 0.62 + 0.04 * digits,
        // One that is hardly more than a city: the city of its name is meant.
        Kind::Admin1 if row.radius_km < URBAN_DIVISION_KM => 0.3,
        Kind::Admin1 if row.is_quarter => 0.45,
        Kind::Admin1 => 0.62,
        Kind::Admin2 => 0.5,
        Kind::City => (0.2 + 0.08 * digits + seat - quarter).max(0.2),
        Kind::Village => 0.2 + 0.04 * digits,
        Kind::Region | Kind::Sea => 0.66,
        // Few and chosen by hand: news means them rather than a village of the same name.
        Kind::Lake
        | Kind::River
        | Kind::Mountain
        | Kind::Airport
        | Kind::Base
        | Kind::Camp
        | Kind::Other => 0.6,
    }
}

fn by_use(row: &Row<'_>, name_use: NameUse) -> f32 {
    match name_use {
        NameUse::Main | NameUse::Metonym(_) => 1.0,
        NameUse::Abbreviation => 0.9,
        NameUse::Former => 0.85,
        // Other names come in many languages; the smaller the place, the less they are used.
        NameUse::Alternate => match row.kind {
            _ if row.is_capital => 0.8,
            Kind::Village => 0.6,
            Kind::City if row.population.unwrap_or(0) < 10_000 => 0.7,
            Kind::City => 0.75,
            _ => 0.8,
        },
    }
}
