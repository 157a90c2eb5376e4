//! Bytes to text.

use std::path::Path;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{At, Binary, ImportError};

/// The text, and the encoding where it had to be guessed.
pub struct Decoded {
    /// Without its byte order mark; line ends as they are.
    pub text: String,
    /// The guess, if there was one.
    pub guessed: Option<&'static str>,
}

/// Decodes a file: by its byte order mark, as UTF-8, as it says itself (`declared`,
/// the charset of a web page), or by a guess, in this order.
pub fn decode(
    bytes: Vec<u8>,
    declared: Option<&'static Encoding>,
    path: &Path,
) -> Result<Decoded, ImportError> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return by_mark(bytes, encoding, mark, path);
    }
    if let Some(kind) = binary(&bytes) {
        return Err(ImportError::Binary { kind, path: path.to_owned() });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, guessed: None }),
        Err(error) => error.into_bytes(),
    };
    if let Some(reason) = broken_utf8(&bytes) {
        return Err(refused(UTF_8, reason, path));
    }
    if let Some(encoding) = declared
        && let Some(text) = strictly(encoding, &bytes)
    {
        return Ok(Decoded { text, guessed: None });
    }
    guess(&bytes, path)
}

/// What the first bytes tell about a file that is not text. The first 8 KB are
/// enough to meet a zero byte in any format that has them.
pub fn binary(bytes: &[u8]) -> Option<Binary> {
    const MAGIC: &[(&[u8], Binary)] = &[
        (b"%PDF-", Binary::Pdf),
        (b"PK\x03\x04", Binary::Zip),
        (b"PK\x05\x06", Binary::Zip),
        (b"\x1f\x8b", Binary::Archive),
        (b"BZh", Binary::Archive),
        (b"\xfd7zXZ\0", Binary::Archive),
        (b"\x28\xb5\x2f\xfd", Binary::Archive),
        (b"7z\xbc\xaf\x27\x1c", Binary::Archive),
        (b"Rar!\x1a\x07", Binary::Archive),
        (b"\x89PNG\r\n\x1a\n", Binary::Picture),
        (b"\xff\xd8\xff", Binary::Picture),
        (b"GIF87a", Binary::Picture),
        (b"GIF89a", Binary::Picture),
        (b"II*\0", Binary::Picture),
        (b"MM\0*", Binary::Picture),
        (b"\xd0\xcf\x11\xe0", Binary::Office),
        (b"{\\rtf", Binary::Office),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*kind);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Binary::Picture);
    }
    let head = &bytes[..bytes.len().min(8192)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let one_sided = even.max(odd) > head.len() / 4 && even.min(odd) < head.len() / 50 + 1;
    match even + odd {
        0 => bytes.contains(&0).then_some(Binary::Other),
        _ if one_sided => Some(Binary::UnmarkedUtf16),
        _ => Some(Binary::Other),
    }
}

fn by_mark(
    mut bytes: Vec<u8>,
    encoding: &'static Encoding,
    mark: usize,
    path: &Path,
) -> Result<Decoded, ImportError> {
    bytes.drain(..mark);
    if encoding == UTF_8 {
        return match String::from_utf8(bytes) {
            Ok(text) => Ok(Decoded { text, guessed: None }),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Err(refused(UTF_8, reason_at(error.as_bytes(), at), path))
            }
        };
    }
    debug_assert!(encoding == UTF_16LE || encoding == UTF_16BE);
    match strictly(encoding, &bytes) {
        Some(text) => Ok(Decoded { text, guessed: None }),
        None => Err(refused(encoding, "half a character in it".to_owned(), path)),
    }
}

/// Where a text that is mostly good UTF-8 is broken. `None` where it is not UTF-8
/// at all: in older encodings, letters beyond ASCII hardly ever look like UTF-8.
fn broken_utf8(bytes: &[u8]) -> Option<String> {
    let good: usize = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count())
        .sum();
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let first = std::str::from_utf8(bytes).err()?.valid_up_to();
    (good > broken).then(|| reason_at(bytes, first))
}

/// "byte 0xFF in line 3".
fn reason_at(bytes: &[u8], at: usize) -> String {
    let line = bytes[..at].iter().filter(|&&b| b == b'\n').count() + 1;
    match bytes.get(at) {
        Some(byte) => format!("byte 0x{byte:02X} in line {line}"),
        None => format!("it breaks off in line {line}"),
    }
}

fn guess(bytes: &[u8], path: &Path) -> Result<Decoded, ImportError> {
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    let encoding = detector.guess(None, false);
    match strictly(encoding, bytes) {
        Some(text) => Ok(Decoded { text, guessed: Some(encoding.name()) }),
        None => Err(refused(encoding, "bytes that stand for no letter".to_owned(), path)),
    }
}

/// The text, if every byte stands for something that occurs in text.
fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_control =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
    (!text.contains(is_control)).then(|| text.into_owned())
}

fn refused(encoding: &'static Encoding, reason: String, path: &Path) -> ImportError {
    ImportError::Encoding { encoding: encoding.name(), reason, at: At::File, path: path.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = decode(bytes.to_vec(), None, Path::new("a.txt")).unwrap();
        (decoded.text, decoded.guessed)
    }

    fn error_of(bytes: &[u8]) -> String {
        decode(bytes.to_vec(), None, Path::new("a.txt")).err().unwrap().to_string()
    }

    #[test]
    fn byte_order_marks_are_obeyed_and_dropped() {
        assert_eq!(text_of(b"\xef\xbb\xbfGoris\r\n"), ("Goris\r\n".to_owned(), None));
        assert_eq!(text_of(b"\xff\xfeG\0o\0"), ("Go".to_owned(), None));
        assert_eq!(text_of(b"\xfe\xff\0G\0o"), ("Go".to_owned(), None));
    }

    #[test]
    fn older_encodings_are_guessed_and_said() {
        let words = "Азербайджанские войска обстреляли сёла на границе, сообщили в Ереване.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(words);
        assert_eq!(text_of(&bytes), (words.to_owned(), Some("windows-1251")));
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode("Fighting near the café in Orléans.");
        assert_eq!(text_of(&bytes).1, Some("windows-1252"));
    }

    #[test]
    fn broken_utf8_is_an_error_with_its_line() {
        let text = error_of("“Goris”\n“Sotk\u{201d}\n".replace("tk", "t\u{0}").as_bytes());
        assert!(text.contains("zero bytes"), "{text}");
        let mut bytes = "“Goris”\n“Sotk”\n".as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(
            error_of(&bytes),
            "not valid UTF-8 (byte 0xFF in line 3), save it as UTF-8: a.txt"
        );
    }

    #[test]
    fn half_a_character_of_utf16_is_an_error() {
        assert!(error_of(b"\xff\xfeG\0o").contains("UTF-16LE"));
    }

    #[test]
    fn files_that_are_not_text_are_named() {
        assert!(error_of(b"%PDF-1.7\n").starts_with("not text but a PDF, give it its ending back"));
        assert!(error_of(b"PK\x03\x04abc").starts_with("not text but a zip archive"));
        assert!(error_of(b"\x89PNG\r\n\x1a\n").starts_with("not text but a picture"));
        assert!(error_of(b"G\0o\0r\0i\0s\0").starts_with("UTF-16 text"));
        assert!(error_of(b"Goris\0\0\0and more").starts_with("not text, it has"));
    }
}
