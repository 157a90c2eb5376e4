//! JSON lines: an article a line, read one by one, so that a file of any length
//! needs no more memory than its longest line.

use std::io::{self, BufRead, Read as _};
use std::ops::ControlFlow;
use std::path::Path;

use super::json::{self, Origin};
use super::{At, ImportError, MAX_BYTES, Outcome};

/// The name of standard input in messages.
const STANDARD_INPUT: &str = "standard input";

/// Reads articles from JSON lines that come from no file, such as standard input.
/// Ids stay as they are given; an article without one is named after its line.
pub fn read_lines(input: &mut dyn BufRead, each: &mut dyn FnMut(Outcome) -> ControlFlow<()>) {
    let _stopped_or_done = read(input, Path::new(STANDARD_INPUT), false, each);
}

/// Reads JSON lines from `path` (`is_file`), or from what goes by that name.
pub fn read(
    input: &mut dyn BufRead,
    path: &Path,
    is_file: bool,
    each: &mut dyn FnMut(Outcome) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut line = Vec::new();
    let mut number = 0;
    let mut blank = true;
    loop {
        number += 1;
        let at = At::Line(number);
        match next_line(input, &mut line) {
            Ok(Length::End) => break,
            Ok(Length::TooLong) => {
                blank = false;
                each(Err(ImportError::TooLarge { at, path: path.to_owned() }))?;
            }
            Ok(Length::Fits) => {
                let json = without_mark(&line, number);
                if json.trim_ascii().is_empty() {
                    continue;
                }
                blank = false;
                each(article(json, Origin { path, is_file, at }))?;
            }
            Err(source) => {
                return each(Err(ImportError::Unreadable { path: path.to_owned(), source }));
            }
        }
    }
    if blank && is_file {
        return each(Err(ImportError::Empty { at: At::File, path: path.to_owned() }));
    }
    ControlFlow::Continue(())
}

fn article(json: &[u8], origin: Origin<'_>) -> Outcome {
    match std::str::from_utf8(json) {
        Ok(json) => json::object(json, origin),
        Err(error) => Err(ImportError::Encoding {
            encoding: "UTF-8",
            reason: format!("byte {} of the line", error.valid_up_to() + 1),
            at: origin.at,
            path: origin.path.to_owned(),
        }),
    }
}

/// The first line without its byte order mark.
fn without_mark(line: &[u8], number: usize) -> &[u8] {
    let marked = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf") } else { None };
    marked.unwrap_or(line)
}

enum Length {
    Fits,
    TooLong,
    End,
}

/// Puts the next line into `line`. Of a line over `MAX_BYTES` the rest is read
/// and dropped, so that the one after it is found.
fn next_line(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<Length> {
    line.clear();
    let limit = MAX_BYTES as u64 + 1;
    let length = (&mut *input).take(limit).read_until(b'\n', line)?;
    if length == 0 {
        return Ok(Length::End);
    }
    if length <= MAX_BYTES || line.ends_with(b"\n") {
        return Ok(Length::Fits);
    }
    line.clear();
    input.skip_until(b'\n')?;
    Ok(Length::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(mut input: &[u8]) -> Vec<String> {
        let mut seen = Vec::new();
        read_lines(&mut input, &mut |outcome| {
            seen.push(match outcome {
                Ok(article) => format!("{}: {}", article.id, article.text),
                Err(error) => error.to_string(),
            });
            ControlFlow::Continue(())
        });
        seen
    }

    #[test]
    fn bad_lines_have_their_number_and_the_others_are_read() {
        let input = b"\xef\xbb\xbf{\"id\":\"a\",\"text\":\"Goris\"}\r\n\n{nonsense\n{\"text\":\"Sotk\"}\n\xff\n";
        let seen = read_all(input);
        assert_eq!(seen[0], "a: Goris");
        assert!(seen[1].starts_with("not a JSON article in line 3 (key must"), "{}", seen[1]);
        assert_eq!(seen[2], "article-4: Sotk");
        assert!(seen[3].starts_with("not valid UTF-8 in line 5"), "{}", seen[3]);
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped() {
        let mut input = vec![b'x'; MAX_BYTES + 5];
        input.extend_from_slice(b"\n{\"text\":\"Sotk\"}");
        let seen = read_all(&input);
        assert!(seen[0].starts_with("more than 20 MB in line 1"), "{}", seen[0]);
        assert_eq!(seen[1], "article-2: Sotk");
    }

    #[test]
    fn reading_stops_when_it_is_told_to() {
        let mut calls = 0;
        let mut input: &[u8] = b"{}\n{}\n{}\n";
        read_lines(&mut input, &mut |_| {
            calls += 1;
            ControlFlow::Break(())
        });
        assert_eq!(calls, 1);
    }
}
