//! Numbers in the shapes in which tables give them.

use std::borrow::Cow;
use std::str::FromStr;

/// What people put between thousands beside commas and points.
const GAPS: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\'', '’'];

/// A number. With `decimal_comma` unknown, one comma without a point is the decimal sign,
/// "39,5", and others part thousands, "1,234,567.8". With it known, the other sign parts
/// thousands, but only where three digits stand behind it each time.
pub fn number<N: FromStr>(cell: &str, decimal_comma: Option<bool>) -> Option<N> {
    let cell = cell.trim();
    let is_plain =
        |byte| matches!(byte, b'0'..=b'9' | b'-') || byte == b'.' && decimal_comma != Some(true);
    if cell.bytes().all(is_plain) {
        return cell.parse().ok();
    }
    let cell = without_gaps(cell);
    let commas = cell.matches(',').count();
    let is_comma = match decimal_comma {
        Some(true) if commas == 1 || (commas == 0 && parts_thousands(&cell, '.')) => true,
        Some(true) => false,
        Some(false) => commas == 1 && !cell.contains('.') && !parts_thousands(&cell, ','),
        None => commas == 1 && !cell.contains('.'),
    };
    if is_comma {
        cell.replace('.', "").replace(',', ".").parse().ok()
    } else if commas > 0 {
        cell.replace(',', "").parse().ok()
    } else {
        cell.parse().ok()
    }
}

/// What the decimal sign of a table is: by cells in degrees, which have no thousands, else by
/// other numbers. `None` where no cell tells, or where they contradict each other.
pub fn decimal_comma<'c>(
    degrees: impl IntoIterator<Item = &'c str>,
    others: impl IntoIterator<Item = &'c str>,
) -> Option<bool> {
    let of_degrees = |cell: &str| single(cell).map(|(sign, _)| sign == ',');
    agreed(degrees.into_iter().filter_map(of_degrees))
        .or_else(|| agreed(others.into_iter().filter_map(by_groups)))
}

/// Whether a cell has a sign that may be a decimal one.
pub fn has_sign(cell: &str) -> bool {
    is_number_like(cell) && cell.contains(['.', ','])
}

fn agreed(told: impl Iterator<Item = bool>) -> Option<bool> {
    let (mut comma, mut point) = (false, false);
    for is_comma in told {
        comma |= is_comma;
        point |= !is_comma;
    }
    (comma != point).then_some(comma)
}

/// The only sign in a number and how many digits are behind it.
fn single(cell: &str) -> Option<(char, usize)> {
    let cell = cell.trim();
    let mut signs = cell.match_indices(['.', ',']);
    let (at, sign) = signs.next()?;
    let is_single = signs.next().is_none() && is_number_like(cell);
    is_single.then(|| (if sign == "," { ',' } else { '.' }, cell.len() - at - 1))
}

/// Whether a comma is the decimal sign in a number with thousands, perhaps.
fn by_groups(cell: &str) -> Option<bool> {
    if !is_number_like(cell) {
        return None;
    }
    if let Some((sign, digits)) = single(cell) {
        // "1.234" may be either.
        return (digits != 3).then_some(sign == ',');
    }
    let last = cell.rfind(['.', ','])?;
    let sign = cell[last..].chars().next()?;
    let is_repeated = cell.matches(sign).count() > 1;
    Some((sign == ',') != is_repeated)
}

fn is_number_like(cell: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || ".,+-".contains(c) || GAPS.contains(&c);
    cell.contains(|c: char| c.is_ascii_digit()) && cell.chars().all(is_part)
}

/// Whether three digits stand behind each of these signs.
pub fn parts_thousands(cell: &str, sign: char) -> bool {
    let mut groups = cell.split(sign);
    let first = groups.next().unwrap_or_default();
    let is_short = (1..=3).contains(&first.trim_start_matches(['-', '+']).len());
    let (mut count, mut are_whole) = (0, true);
    for group in groups {
        count += 1;
        are_whole &= group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    }
    count > 0 && is_short && are_whole
}

fn without_gaps(cell: &str) -> Cow<'_, str> {
    if cell.contains(GAPS) && is_number_like(cell) {
        Cow::Owned(cell.replace(GAPS, ""))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, decimal_comma: Option<bool>, wanted: Option<f64>) {
        assert_eq!(number::<f64>(cell, decimal_comma), wanted, "{cell} {decimal_comma:?}");
    }

    #[test]
    fn numbers_are_read_with_either_sign() {
        check("39.5", None, Some(39.5));
        check("39,5", None, Some(39.5));
        check("1,234,567.8", None, Some(1_234_567.8));
        check("1 234", None, Some(1234.0));
        check("1,234", Some(false), Some(1234.0));
        check("39,5", Some(false), Some(39.5));
        check("1.234", Some(true), Some(1234.0));
        check("1.234,5", Some(true), Some(1234.5));
        check("39.84", Some(true), Some(39.84));
        check("-9", Some(true), Some(-9.0));
        check("a few", None, None);
        check("", None, None);
    }

    #[test]
    fn the_sign_is_told_by_degrees_and_by_groups_of_digits() {
        assert_eq!(decimal_comma(["39,842"], []), Some(true));
        assert_eq!(decimal_comma(["39.8", "40"], ["1,234"]), Some(false));
        assert_eq!(decimal_comma(["39.8", "40,1"], []), None);
        assert_eq!(decimal_comma([], ["1.234,5"]), Some(true));
        assert_eq!(decimal_comma([], ["1,234,567"]), Some(false));
        assert_eq!(decimal_comma([], ["1.234", "7"]), None);
    }
}
