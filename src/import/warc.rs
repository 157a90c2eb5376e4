//! WARC (ISO 28500), what web archives keep: each page that was fetched is an article.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::{GzDecoder, MultiGzDecoder};

use super::{MAX_BYTES, decode, html};
use crate::model::{Article, Found};

/// The head of a record or of an answer may have so many bytes.
const MOST_HEAD_BYTES: usize = 256 * 1024;
/// More than this does not come out of a packed file.
const MOST_UNPACKED_BYTES: u64 = 20_000_000_000;

/// What a record gave.
pub enum Record {
    /// An article.
    Article(Box<Article>),
    /// Something else, by its kind: "image/png".
    Other(String),
}

/// Fields of a head, by their name in lower case.
type Fields = BTreeMap<String, String>;

/// Reads the records of a file, packed or not, and hands out what they gave.
///
/// # Errors
/// Where the file is no WARC, or breaks off; what came before was handed out.
pub fn read(
    file: impl Read,
    id: &str,
    path: &Path,
    each: &mut dyn FnMut(Record) -> std::ops::ControlFlow<()>,
) -> Result<(), String> {
    let mut packed = BufReader::new(file);
    let is_packed = packed.fill_buf().map_err(|e| e.to_string())?.starts_with(&[0x1f, 0x8b]);
    let mut input: Box<dyn BufRead> = if is_packed {
        Box::new(BufReader::new(MultiGzDecoder::new(packed).take(MOST_UNPACKED_BYTES)))
    } else {
        Box::new(packed)
    };
    let mut number = 0;
    while let Some(fields) = head(&mut input, "WARC/")? {
        let length = fields.get("content-length").and_then(|length| length.parse::<u64>().ok());
        let length = length.ok_or("a record does not say how long it is")?;
        let mut block = Vec::new();
        let kept = length.min(MAX_BYTES as u64 + 1);
        let read = (&mut input).take(kept).read_to_end(&mut block).map_err(|e| e.to_string())?;
        let rest = length - read as u64;
        let skipped = std::io::copy(&mut (&mut input).take(rest), &mut std::io::sink());
        if skipped.map_err(|e| e.to_string())? < rest {
            return Err("it ends within a record".to_owned());
        }
        number += 1;
        let found = if rest > 0 {
            Some(Record::Other("of more than 20 MB".to_owned()))
        } else {
            page(&fields, block, &format!("{id}-{number}"), path)
        };
        if found.is_some_and(|found| each(found).is_break()) {
            return Ok(());
        }
    }
    if number == 0 { Err("it holds no record".to_owned()) } else { Ok(()) }
}

/// The fields of a head that begins with a line of `mark`; `None` at the end of the file.
fn head(input: &mut dyn BufRead, mark: &str) -> Result<Option<Fields>, String> {
    let mut first = String::new();
    // Records are parted by empty lines.
    while first.trim().is_empty() {
        let Some(line) = line(input)? else { return Ok(None) };
        first = line;
    }
    if !first.starts_with(mark) {
        return Err(format!("a record does not begin with {mark}"));
    }
    let mut fields = Fields::from([("status".to_owned(), first.trim().to_owned())]);
    let mut bytes = 0;
    while let Some(line) = line(input)? {
        bytes += line.len();
        if line.trim().is_empty() {
            return Ok(Some(fields));
        }
        if bytes > MOST_HEAD_BYTES {
            return Err("the head of a record is too long".to_owned());
        }
        if let Some((name, value)) = line.split_once(':') {
            fields.insert(name.trim().to_lowercase(), value.trim().to_owned());
        }
    }
    Err("it ends within the head of a record".to_owned())
}

/// A line; `None` at the end.
fn line(input: &mut dyn BufRead) -> Result<Option<String>, String> {
    let mut line = Vec::new();
    let mut limited = input.take(MOST_HEAD_BYTES as u64);
    let read = limited.read_until(b'\n', &mut line).map_err(|error| error.to_string())?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// The page of a record that is an answer of a server, or a text of its own; nothing for
/// records about the archive itself.
fn page(fields: &Fields, block: Vec<u8>, id: &str, path: &Path) -> Option<Record> {
    let kind = |fields: &Fields| {
        let kind = fields.get("content-type").map_or("", String::as_str);
        kind.split(';').next().unwrap_or_default().trim().to_lowercase()
    };
    let (answer, body) = match fields.get("warc-type").map(String::as_str) {
        Some("response") => {
            let mut input = block.as_slice();
            let answer = head(&mut input, "HTTP/").ok().flatten()?;
            let body = unpacked(&answer, input)?;
            (answer, body)
        }
        Some("resource" | "conversion") => (fields.clone(), block),
        _ => return None,
    };
    let status = answer.get("status").map_or("", String::as_str);
    if status.starts_with("HTTP/") && !status.contains(" 200") {
        return Some(Record::Other("that is not an answer with a page".to_owned()));
    }
    let kind = kind(&answer);
    let is_page = matches!(kind.as_str(), "text/html" | "application/xhtml+xml");
    if !is_page && kind != "text/plain" {
        return Some(Record::Other(kind));
    }
    let declared = if is_page { html::declared_encoding(&body) } else { None };
    let text = decode::decode(body, declared, path).ok()?.text;
    let (text, mut given) =
        if is_page { html::read(&text, path).ok()? } else { (text, Default::default()) };
    if text.trim().is_empty() {
        return None;
    }
    if given.url.is_none() {
        let address = fields.get("warc-target-uri").map(|uri| uri.trim_matches(['<', '>']));
        given.url = address.map(|address| Found::given(address.to_owned()));
    }
    let mut article = Article::new(id, text);
    (article.path, article.given) = (Some(path.to_owned()), given);
    Some(Record::Article(Box::new(article)))
}

/// The body of an answer without the packing of its journey; `None` where it is broken.
fn unpacked(answer: &Fields, body: &[u8]) -> Option<Vec<u8>> {
    let has = |name: &str, value: &str| {
        answer.get(name).is_some_and(|found| found.to_lowercase().contains(value))
    };
    let body =
        if has("transfer-encoding", "chunked") { without_chunks(body) } else { body.to_vec() };
    if !has("content-encoding", "gzip") {
        return Some(body);
    }
    let mut plain = Vec::new();
    let mut unpacking = GzDecoder::new(body.as_slice()).take(MAX_BYTES as u64 + 1);
    unpacking.read_to_end(&mut plain).ok()?;
    (plain.len() <= MAX_BYTES).then_some(plain)
}

/// A body that came in pieces, each with its length before it. One that was kept without
/// its lengths stays as it is.
fn without_chunks(body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut rest = body;
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let length = String::from_utf8_lossy(&rest[..end]);
        let length = length.split(';').next().unwrap_or_default().trim();
        let Ok(length) = usize::from_str_radix(length, 16) else {
            return if whole.is_empty() { body.to_vec() } else { whole };
        };
        let from = end + 1;
        let to = from.saturating_add(length).min(rest.len());
        whole.extend_from_slice(&rest[from..to]);
        if length == 0 || to == rest.len() {
            break;
        }
        rest = rest.get(to + 2..).unwrap_or_default();
    }
    whole
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write as _;
    use std::ops::ControlFlow;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn record(kind: &str, block: &str) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/a\r\n\
             Content-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    }

    fn answer(kind: &str, body: &str) -> String {
        record("response", &format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}"))
    }

    fn archive() -> String {
        [
            record("warcinfo", "software: test"),
            answer("text/plain; charset=utf-8", "Shells fell on Goris."),
            answer("image/png", "x"),
            record(
                "response",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n\
                 7\r\nShells \r\n5\r\nfell.\r\n0\r\n\r\n",
            ),
        ]
        .concat()
    }

    fn told(bytes: &[u8]) -> (Vec<String>, Result<(), String>) {
        let mut told = Vec::new();
        let end = read(bytes, "w", Path::new("w.warc"), &mut |found| {
            told.push(match found {
                Record::Article(article) => {
                    let url = article.given.url.map(|url| url.value).unwrap_or_default();
                    format!("{}: {} ({url})", article.id, article.text)
                }
                Record::Other(kind) => kind,
            });
            ControlFlow::Continue(())
        });
        (told, end)
    }

    const TOLD: [&str; 3] = [
        "w-2: Shells fell on Goris. (https://example.org/a)",
        "image/png",
        "w-4: Shells fell. (https://example.org/a)",
    ];

    #[test]
    fn pages_are_articles_and_all_else_is_named() {
        let (found, end) = told(archive().as_bytes());
        assert_eq!((found.as_slice(), end), (TOLD.map(str::to_owned).as_slice(), Ok(())));
    }

    #[test]
    fn a_packed_archive_gives_the_same() {
        let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(archive().as_bytes()).unwrap();
        let (found, end) = told(&packed.finish().unwrap());
        assert_eq!((found.as_slice(), end), (TOLD.map(str::to_owned).as_slice(), Ok(())));
    }

    #[test]
    fn a_broken_archive_says_so_and_never_breaks_the_program() {
        assert!(told(b"Goris").1.is_err());
        assert!(told(b"").1.is_err());
        let whole = archive();
        assert!(told(&whole.as_bytes()[..whole.len() - 20]).1.is_err());
        for at in 0..whole.len() {
            let mut flipped = whole.clone().into_bytes();
            flipped[at] ^= 0x55;
            let _ = told(&flipped);
        }
    }
}
