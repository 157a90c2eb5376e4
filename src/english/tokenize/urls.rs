//! Whether a chunk is a web or mail address, which is not cut.
//!
//! The same language as spaCy's expression (after Diego Perini's), without going back:
//! `[scheme://][user[:password]@]host[:port][/path]`.

use crate::english::chars::{Chars, Class};

/// Whether all of `chunk` is an address. It holds no white space.
pub(super) fn is_url(chars: &Chars, chunk: &str) -> bool {
    if !chunk.contains('.') {
        return false;
    }
    // Anything may stand before an "@", so a host may begin after each.
    let after_user = chunk.match_indices('@').filter(|(at, _)| *at > 0);
    is_host_and_path(chars, chunk)
        || without_scheme(chars, chunk).is_some_and(|rest| is_host_and_path(chars, rest))
        || after_user.map(|(at, _)| &chunk[at + 1..]).any(|rest| is_host_and_path(chars, rest))
}

/// What follows "http://"; `None` if there is no scheme.
fn without_scheme<'a>(chars: &Chars, chunk: &'a str) -> Option<&'a str> {
    let (scheme, rest) = chunk.split_once("://")?;
    let in_scheme = |c| chars.is(c, Class::WORD) || matches!(c, '+' | '-' | '.');
    (scheme.chars().all(in_scheme) && scheme.chars().nth(1).is_some()).then_some(rest)
}

fn is_host_and_path(chars: &Chars, rest: &str) -> bool {
    let end = rest.find([':', '/', '?', '#', '@']).unwrap_or(rest.len());
    let (host, rest) = rest.split_at(end);
    is_port_and_path(chars, rest) && (is_domain(chars, host) || is_ip_address(host))
}

fn is_port_and_path(chars: &Chars, rest: &str) -> bool {
    let path = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?', '#']);
    let Some(port) = rest.strip_prefix(':') else { return path(rest) };
    let is_digit = |c: char| chars.is(c, Class::DECIMAL);
    let end = port.find(|c| !is_digit(c)).unwrap_or(port.len());
    (2..=5).contains(&port[..end].chars().count()) && path(&port[end..])
}

/// Names divided by dots, then a name of two or more small letters.
fn is_domain(chars: &Chars, host: &str) -> bool {
    let Some((names, top)) = host.rsplit_once('.') else { return false };
    (2..=63).contains(&top.chars().count())
        && top.chars().all(|c| chars.is(c, Class::LOWER))
        && names.split('.').all(is_name)
}

/// 1 to 64 letters and digits of any script; "-" and "_" inside.
fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&c);
    name.starts_with(plain)
        && name.ends_with(plain)
        && name.chars().all(|c| plain(c) || matches!(c, '-' | '_'))
        && name.chars().count() <= 64
}

/// Four numbers that are no private, loopback or group address. In ASCII digits only.
fn is_ip_address(host: &str) -> bool {
    let mut parts = host.split('.');
    let (Some(a), Some(b), Some(c), Some(d), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let (Some(first), Some(last)) = (octet(a), octet(d)) else { return false };
    let is_private = matches!(first, 10 | 127)
        || matches!((first, b), (169, "254") | (192, "168"))
        || (first == 172 && octet(b).is_some_and(|second| (16..=31).contains(&second)));
    first <= 223 && is_inner_octet(b) && is_inner_octet(c) && last <= 254 && !is_private
}

/// A number from 1 to 255, without a zero before it.
fn octet(part: &str) -> Option<u8> {
    let plain = part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0');
    plain.then(|| part.parse().ok()).flatten()
}

/// A number up to 255; with two digits it may begin with a zero.
fn is_inner_octet(part: &str) -> bool {
    let short = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    short || octet(part).is_some()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::english::test_section;

    fn check(chunk: &str, expected: bool) {
        let chars = Chars::from_bytes(test_section("chars")).unwrap();
        assert_eq!(is_url(&chars, chunk), expected, "{chunk}");
    }

    #[test]
    fn a_public_address_of_numbers_is_an_address() {
        check("http://8.12.0.44:80/map", true);
        check("10.0.0.1", false);
        check("172.20.1.1", false);
        check("172.40.1.1", true);
    }

    #[test]
    fn a_small_letter_must_begin_the_last_name() {
        check("end.next", true);
        check("end.Next", false);
    }

    #[test]
    fn anything_may_stand_before_the_at_sign() {
        check("a!b:c@example.org#top", true);
        check("@example.org/x", false);
    }

    #[test]
    fn a_name_has_at_most_64_characters() {
        check(&format!("{}.org", "a".repeat(64)), true);
        check(&format!("{}.org", "a".repeat(65)), false);
    }
}
