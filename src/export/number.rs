//! Numbers as they are written: no digit that means nothing.

/// Degrees to five decimals, about a metre.
pub fn degrees(value: f64) -> f64 {
    (value * 1e5).round() / 1e5
}

/// Kilometres to one decimal.
pub fn km(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Two decimals.
pub fn confidence(value: f32) -> f64 {
    (f64::from(value) * 100.0).round() / 100.0
}
