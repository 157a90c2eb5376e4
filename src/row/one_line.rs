/// A text on one line: white space of any kind becomes a single space, and what
/// [`printable`] leaves out is left out.
pub fn on_one_line(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_whitespace() || !is_unprintable(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without control characters other than line feeds and tabulators, and without
/// noncharacters: many readers end a text at a null, and XML has no room for any of them.
pub fn printable(text: &str) -> String {
    text.chars().filter(|c| !is_unprintable(*c)).collect()
}

/// Whether [`printable`] leaves a character out.
pub fn is_unprintable(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_texts_elsewhere_is_left_out() {
        assert_eq!(on_one_line(" a\r\n\u{0} b\u{1}c "), "a bc");
        assert_eq!(printable("a\n\tb\u{0}\u{ffff}é"), "a\n\tbé");
    }
}
