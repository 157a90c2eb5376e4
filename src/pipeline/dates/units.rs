//! Units of time and lengths in them.

use jiff::{Span as Length, ToSpan as _};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The unit that a word names: "weeks".
pub fn unit_of(word: &str) -> Option<Unit> {
    let low = word.to_lowercase();
    let units = [
        ("second", Unit::Second),
        ("minute", Unit::Minute),
        ("hour", Unit::Hour),
        ("day", Unit::Day),
        ("night", Unit::Day),
        ("weekend", Unit::Weekend),
        ("week", Unit::Week),
        ("fortnight", Unit::Week),
        ("month", Unit::Month),
        ("quarter", Unit::Quarter),
        ("year", Unit::Year),
        ("decade", Unit::Decade),
        ("centur", Unit::Century),
    ];
    units.into_iter().find(|(stem, _)| low.starts_with(stem)).map(|(_, unit)| unit)
}

impl Unit {
    /// "P6W", "PT24H"; decades as "P2DE".
    pub fn iso(self, count: f64) -> String {
        let (prefix, code) = self.code();
        let factor = if self == Unit::Quarter { 3.0 } else { 1.0 };
        let count = count * factor;
        if count.fract() == 0.0 {
            format!("{prefix}{count:.0}{code}")
        } else {
            format!("{prefix}{count}{code}")
        }
    }

    /// "PXY": so many that nobody says how many.
    pub fn iso_unknown(self) -> String {
        let (prefix, code) = self.code();
        format!("{prefix}X{code}")
    }

    fn code(self) -> (&'static str, &'static str) {
        match self {
            Unit::Second => ("PT", "S"),
            Unit::Minute => ("PT", "M"),
            Unit::Hour => ("PT", "H"),
            Unit::Day => ("P", "D"),
            Unit::Week => ("P", "W"),
            Unit::Weekend => ("P", "WE"),
            Unit::Month | Unit::Quarter => ("P", "M"),
            Unit::Year => ("P", "Y"),
            Unit::Decade => ("P", "DE"),
            Unit::Century => ("P", "CE"),
        }
    }

    /// As a length that can be taken from a day; hours round up to days.
    pub fn length(self, count: f64) -> Option<Length> {
        let whole = count.round() as i64;
        (whole.abs() < 10_000).then(|| match self {
            Unit::Second | Unit::Minute => 0.days(),
            Unit::Hour => ((count / 24.0).ceil() as i64).days(),
            Unit::Day => whole.days(),
            Unit::Week => (whole * 7).days(),
            Unit::Weekend => (whole * 7).days(),
            Unit::Month => whole.months(),
            Unit::Quarter => (whole * 3).months(),
            Unit::Year => whole.years(),
            Unit::Decade => (whole * 10).years(),
            Unit::Century => (whole * 100).years(),
        })
    }
}
