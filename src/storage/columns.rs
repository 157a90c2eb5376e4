//! Values as columns hold them.

use jiff::civil::Date;

use crate::model::DateRange;

/// The first and the last day, as a GeoPackage writes days.
pub fn days(range: Option<DateRange>) -> (Option<String>, Option<String>) {
    (range.map(|days| days.first().to_string()), range.map(|days| days.last().to_string()))
}

/// A day out of a column, quickly: there may be millions.
pub fn day(text: &str) -> Option<Date> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    if text.len() != 10 {
        return text.parse().ok();
    }
    let (month, day) = (number(5, 7)?, number(8, 10)?);
    Date::new(number(0, 4)?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Each value once, parted by "; "; none where there is none.
pub fn joined<'v>(values: impl Iterator<Item = &'v str>) -> Option<String> {
    let mut seen: Vec<&str> = Vec::new();
    for value in values.filter(|value| !value.is_empty()) {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    (!seen.is_empty()).then(|| seen.join("; "))
}

/// Where the characters of a text begin, to count offsets in Unicode code points.
pub struct CodePoints {
    starts: Vec<usize>,
}

impl CodePoints {
    pub fn of(text: &str) -> Self {
        Self { starts: text.char_indices().map(|(at, _)| at).collect() }
    }

    /// The number of characters before a byte.
    pub fn of_byte(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }
}
