//! What the program is, and whose data are part of it.

use std::fmt::Write as _;
use std::sync::LazyLock;

use serde::Deserialize;

/// What the program does, in a sentence.
pub const SUMMARY: &str =
    "Reads news about an armed conflict and shows what it reports, where and when";

/// The licence of the program itself.
pub const LICENCE: &str = "Free under the MIT licence or the Apache licence 2.0, at your choice";

/// The version of the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Whose work a part of the program is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribution {
    /// Whose it is.
    pub name: String,
    /// What is taken from it.
    pub what: String,
    /// The name of its licence.
    pub licence: String,
    /// Where the text of the licence is.
    pub licence_url: Option<String>,
    /// Where it comes from.
    pub url: String,
    /// The line that must be kept.
    pub copyright: Option<String>,
    /// Words that must be shown.
    pub notice: Option<String>,
}

/// All of `assets/attributions.toml`, in its order.
pub fn attributions() -> &'static [Attribution] {
    #[derive(Deserialize)]
    struct File {
        attribution: Vec<Attribution>,
    }
    static ALL: LazyLock<Vec<Attribution>> = LazyLock::new(|| {
        let file = toml::from_str(include_str!("../assets/attributions.toml"));
        // A test reads the very file.
        file.map_or_else(|_| Vec::new(), |file: File| file.attribution)
    });
    &ALL
}

/// Version, licence and attributions as plain text.
pub fn text() -> String {
    let mut text = format!("Dateline {VERSION}\n{SUMMARY}.\n{LICENCE}.\n");
    for part in attributions() {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{}\n  {}\n", part.name, part.what);
        let licence_url = part.licence_url.iter().map(|url| format!(" <{url}>"));
        let _ = writeln!(text, "  {}{}", part.licence, licence_url.collect::<String>());
        let _ = writeln!(text, "  {}", part.url);
        for line in part.copyright.iter().chain(&part.notice).flat_map(|words| words.lines()) {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_must_be_named_is_named() {
        let text = text();
        for words in [
            "CC BY 4.0 <https://creativecommons.org/licenses/by/4.0/>",
            "This product includes data created by MaxMind, available from http://www.maxmind.com/",
            "National Geospatial-Intelligence Agency",
            "geoBoundaries",
            "Natural Earth",
            "OpenStreetMap contributors",
            "SIL Open Font License 1.1",
        ] {
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(words), "{words}");
        }
    }
}
