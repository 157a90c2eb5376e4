//! Cells that hold several values, parted by semicolons.

use crate::row::columns::harmless;
use crate::row::one_line::on_one_line;

/// The values of a cell. Those that are `known` stay whole, also where they have semicolons
/// in them; empty ones keep their seat.
pub fn parts(cell: &str, known: &[String]) -> Vec<String> {
    let mut written: Vec<(String, &String)> = Vec::new();
    for value in known {
        let plain = on_one_line(value);
        written.push((harmless(&plain).into_owned(), value));
        written.push((plain, value));
    }
    // The longest first, or one would hide another that begins like it.
    written.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    let (mut parts, mut rest) = (Vec::new(), cell.trim());
    if rest.is_empty() {
        return parts;
    }
    loop {
        let ends_there = |text: &str| {
            let after = rest.strip_prefix(text)?.trim_start();
            (!text.is_empty() && (after.is_empty() || after.starts_with(';'))).then_some(after)
        };
        let found =
            written.iter().find_map(|(text, value)| Some(((*value).clone(), ends_there(text)?)));
        let (part, after) = found.unwrap_or_else(|| {
            let end = rest.find(';').unwrap_or(rest.len());
            (plain(rest[..end].trim()).to_owned(), &rest[end..])
        });
        parts.push(part);
        match after.strip_prefix(';') {
            Some(after) => rest = after.trim_start(),
            None => return parts,
        }
    }
}

/// A text without the apostrophe that keeps spreadsheets from running it.
pub fn plain(text: &str) -> &str {
    let rest = text.strip_prefix('\'');
    rest.filter(|rest| harmless(rest) == text).unwrap_or(text)
}

/// The values that a cell tells: those of before that it names, all of one text together,
/// and what `read` makes of the others.
pub fn changed<T: Clone>(
    cell: &str,
    before: &[T],
    text: impl Fn(&T) -> String,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let texts: Vec<String> = before.iter().map(text).collect();
    let mut values = Vec::new();
    for part in parts(cell, &texts).iter().filter(|part| !part.is_empty()) {
        let same = before.iter().zip(&texts).filter(|(_, text)| *text == part);
        let same: Vec<T> = same.map(|(value, _)| value.clone()).collect();
        if same.is_empty() {
            values.push(read(part)?);
        }
        values.extend(same);
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, known: &[&str], wanted: &[&str]) {
        let known: Vec<String> = known.iter().map(|value| (*value).to_owned()).collect();
        assert_eq!(parts(cell, &known), wanted, "{cell}");
    }

    #[test]
    fn values_are_parted_by_semicolons_and_keep_their_seat() {
        check("Goris; Sotk", &[], &["Goris", "Sotk"]);
        check("Goris; ; Sotk;", &[], &["Goris", "", "Sotk", ""]);
        check("", &[], &[]);
    }

    #[test]
    fn values_that_are_known_stay_whole() {
        check(
            "Shells fell; all fled; Sotk",
            &["Shells fell; all fled"],
            &["Shells fell; all fled", "Sotk"],
        );
        check("a; b c", &["a; b"], &["a", "b c"]);
        check("two\u{a0}words", &["two  words"], &["two\u{a0}words"]);
        check("two words; x", &["two\n words"], &["two\n words", "x"]);
    }

    #[test]
    fn an_apostrophe_before_a_formula_is_taken_away() {
        check("'=1+1; 'quoted'", &[], &["=1+1", "'quoted'"]);
        check("'=1+1", &["=1+1"], &["=1+1"]);
    }
}
