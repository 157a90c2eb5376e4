use crate::model::Kind;

use super::names::Use;
use super::row::{ADMIN_SEAT, CAPITAL, Head, PAST, QUARTER};

/// How likely a place is meant when nothing but its name is known, 0 to 1.
///
/// A country outranks a capital, a capital a large city. A division lies level with a
/// city of 200,000: Aleppo is the city, Syunik the province and not the village.
pub fn of(head: &Head, name_use: Use) -> f32 {
    by_kind(head) * by_use(head, name_use)
}

/// A name that only agrees after both were folded counts this much less.
pub const FOLDED: f32 = 0.98;
/// Smaller than the Gaza Strip, larger than Stepanakert.
const URBAN_DIVISION_KM: f64 = 9.0;

fn by_kind(head: &Head) -> f32 {
    let has = |flag| head.flags & flag != 0;
    let digits = head.population.map_or(0.0, |people| (people as f32 + 1.0).log10());
    let quarter = if has(QUARTER) { 0.1 } else { 0.0 };
    let seat = if has(ADMIN_SEAT) { 0.04 } else { 0.0 };
    match head.kind {
        Kind::Country if has(PAST) => 0.8,
        Kind::Country => 0.9 + 0.01 * digits,
        _ if has(CAPITAL) => 0.62 + 0.04 * digits,
        // One that is hardly more than a city: the city of its name is meant.
        Kind::Admin1 if head.radius_km < URBAN_DIVISION_KM => 0.3,
        Kind::Admin1 if has(QUARTER) => 0.45,
        Kind::Admin1 => 0.62,
        // Most are named after their town, and the town is meant.
        Kind::Admin2 => 0.35,
        Kind::City => (0.2 + 0.08 * digits + seat - quarter).max(0.2),
        Kind::Village => 0.2 + 0.04 * digits,
        Kind::Airport => 0.3,
        Kind::Region | Kind::Sea => 0.66,
        // Few and chosen by hand: news means them rather than a village of the same name.
        Kind::Lake | Kind::River | Kind::Mountain | Kind::Base | Kind::Camp | Kind::Other => 0.6,
    }
}

fn by_use(head: &Head, name_use: Use) -> f32 {
    match name_use {
        Use::Main | Use::Metonym => 1.0,
        Use::Abbreviation => 0.9,
        Use::Former => 0.85,
        // Other names come in many languages; the smaller the place, the less they are used.
        Use::Alternate => match head.kind {
            _ if head.flags & CAPITAL != 0 => 0.8,
            Kind::Village => 0.6,
            Kind::City if head.population.unwrap_or(0) < 10_000 => 0.7,
            Kind::City => 0.75,
            _ => 0.8,
        },
    }
}
