//! Words, numbers and marks.

use crate::model::Span;

/// A word, a number, a mark or an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// In the plain text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space, or the start of the text, stands before it.
    pub spaced: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, and abbreviations with their full stops: "U.S.".
    Word,
    /// Starts with a digit: "6,500", "9:00", "29th".
    Number,
    /// One mark, or "'s".
    Mark,
    /// A web address or an e-mail.
    Address,
}

impl Token {
    /// The words.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// Whether it is a word that starts with a capital letter.
    pub fn is_capitalised(&self, text: &str) -> bool {
        self.kind == TokenKind::Word && self.of(text).starts_with(char::is_uppercase)
    }

    /// Whether all its letters are capitals, and there are at least two.
    pub fn is_upper(&self, text: &str) -> bool {
        let letters = || self.of(text).chars().filter(|c| c.is_alphabetic());
        self.kind == TokenKind::Word && letters().count() > 1 && letters().all(char::is_uppercase)
    }
}

/// Cuts the text into tokens, in text order.
pub fn find(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut spaced = true;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            spaced = true;
            continue;
        }
        let rest = &text[at..];
        let (kind, length) = if let Some(length) = address(rest) {
            (TokenKind::Address, length)
        } else if c.is_ascii_digit() {
            (TokenKind::Number, number(rest))
        } else if c.is_alphabetic() {
            (TokenKind::Word, word(rest))
        } else if rest.starts_with("'s") && !rest[2..].starts_with(char::is_alphanumeric) {
            (TokenKind::Mark, 2)
        } else {
            (TokenKind::Mark, c.len_utf8())
        };
        tokens.push(Token { span: Span::new(at, at + length), kind, spaced });
        at += length;
        spaced = false;
    }
    tokens
}

/// The words up to a byte of the text: no more than a phrase needs, so that looking back
/// costs the same in a long text.
pub fn last_words(text: &str, end: usize) -> &str {
    const LONGEST_PHRASE: usize = 80;
    let mut start = end.saturating_sub(LONGEST_PHRASE);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..end).unwrap_or("")
}

fn address(rest: &str) -> Option<usize> {
    let starts = ["http://", "https://", "www.", "pic.twitter.com"];
    starts.iter().any(|start| rest.starts_with(start)).then(|| {
        rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | ')' | ']' | '"'))
            .unwrap_or(rest.len())
    })
}

/// Digits, with inner commas, points and colons, and the letters glued to them.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit_at = |n: usize| bytes.get(n).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit_at(end) || (matches!(bytes.get(end), Some(b',' | b'.' | b':')) && digit_at(end + 1))
    {
        end += 1;
    }
    let letters = rest[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - end);
    end + letters
}

/// Letters and digits, inner apostrophes other than "'s", and the points of "U.S." and "a.m.".
fn word(rest: &str) -> usize {
    if let Some(length) = dotted(rest) {
        return length;
    }
    let mut end = 0;
    for (n, c) in rest.char_indices() {
        let inner_apostrophe = c == '\'' && {
            let after = &rest[n + 1..];
            let possessive =
                after.starts_with('s') && !after[1..].starts_with(|c: char| c.is_alphanumeric());
            after.starts_with(char::is_alphabetic) && !possessive
        };
        if !c.is_alphanumeric() && !inner_apostrophe && !is_mark(c) {
            break;
        }
        end = n + c.len_utf8();
    }
    end
}

/// Single letters, each with a full stop, at least two: "U.S.", "a.m.", "D.C.".
fn dotted(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    let mut letters = 0;
    while let Some((_, c)) = chars.next() {
        if !c.is_alphabetic() || chars.peek().is_none_or(|&(_, dot)| dot != '.') {
            break;
        }
        let (n, _) = chars.next()?;
        end = n + 1;
        letters += 1;
    }
    (letters >= 2).then_some(end)
}

/// A combining mark, which belongs to the letter before it.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, tokens: &str) {
        let found: Vec<&str> = find(text).iter().map(|t| t.of(text)).collect();
        assert_eq!(found.join(" | "), tokens);
    }

    #[test]
    fn hyphens_part_words() {
        check("Moscow-backed deal", "Moscow | - | backed | deal");
    }

    #[test]
    fn a_possessive_is_a_token_of_its_own() {
        check("Armenia's army didn't", "Armenia | 's | army | didn't");
    }

    #[test]
    fn abbreviations_keep_their_points() {
        check("the U.S. at 9:00 a.m.", "the | U.S. | at | 9:00 | a.m.");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("6,500 on the 29th.", "6,500 | on | the | 29th | .");
    }

    #[test]
    fn addresses_are_whole() {
        check("<https://a.example/b-c>", "< | https://a.example/b-c | >");
    }
}
