//! PDF: the text that a page holds, as paragraphs.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use pdf_extract::{Document, Object};

use super::{At, ImportError};
use crate::model::{Found, Metadata};

/// A head or foot stands on so many pages at least.
const REPEATED_PAGES: usize = 3;
/// So many lines at the top and the bottom of a page may be its head or foot.
const HEAD_LINES: usize = 2;

/// The text of a document, without what repeats on its pages, and its title.
pub fn read(bytes: &[u8], path: &Path) -> Result<(String, Metadata), ImportError> {
    let broken =
        |reason: &str| ImportError::Pdf { reason: reason.to_owned(), path: path.to_owned() };
    // The reader of PDF breaks off on some broken files; that must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let document = Document::load_mem(bytes).map_err(|error| error.to_string())?;
        let title = title(&document);
        let is_locked = document.is_encrypted();
        let pages = pdf_extract::extract_text_from_mem_by_pages(bytes);
        match pages {
            Err(_) if is_locked => Err("it is locked by a password".to_owned()),
            Err(error) => Err(error.to_string()),
            Ok(pages) => Ok((pages, title)),
        }
    }));
    let (pages, title) = match read {
        Ok(Ok(found)) => found,
        Ok(Err(reason)) => return Err(broken(&reason)),
        Err(_) => return Err(broken("it is damaged")),
    };
    let text = paragraphs(&without_heads(&pages));
    if text.is_empty() {
        return Err(ImportError::Scanned { at: At::File, path: path.to_owned() });
    }
    Ok((text, Metadata { title: title.map(Found::given), ..Metadata::default() }))
}

/// The title of the document's own, unless it is only the name of a file.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get(b"Info").ok()?;
    let info = match info {
        Object::Reference(id) => document.get_dictionary(*id).ok()?,
        other => other.as_dict().ok()?,
    };
    let bytes = info.get(b"Title").ok()?.as_str().ok()?;
    let title = match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            String::from_utf16_lossy(&units.collect::<Vec<_>>())
        }
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let title = title.trim();
    let is_file = [".doc", ".docx", ".indd", ".pdf", ".odt", ".qxd"]
        .iter()
        .any(|ending| title.to_lowercase().ends_with(ending));
    (!title.is_empty() && !is_file).then(|| title.to_owned())
}

/// The lines of each page without heads, feet and page numbers.
fn without_heads(pages: &[String]) -> Vec<Vec<String>> {
    let pages: Vec<Vec<String>> = pages
        .iter()
        .map(|page| page.lines().map(|line| line.trim().to_owned()).collect())
        .collect();
    // Page numbers differ from page to page, all else is the same.
    let shape = |line: &str| {
        let shape: String =
            line.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
        shape.to_lowercase()
    };
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in &pages {
        for index in ends(page) {
            *seen.entry(shape(&page[index])).or_default() += 1;
        }
    }
    let repeats = |line: &str| {
        let times = seen.get(&shape(line)).copied().unwrap_or(0);
        times >= REPEATED_PAGES && times * 2 > pages.len()
    };
    let is_number = |line: &str| line.chars().all(|c| c.is_ascii_digit()) && line.len() <= 4;
    let cleaned = pages.iter().map(|page| {
        let ends = ends(page);
        let keeps = |index: &usize| {
            let line = &page[*index];
            !(ends.contains(index) && (repeats(line) || is_number(line)))
        };
        let kept = (0..page.len()).filter(|index| page[*index].is_empty() || keeps(index));
        kept.map(|index| page[index].clone()).collect()
    });
    cleaned.collect()
}

/// The first and the last lines of a page that are not empty.
fn ends(page: &[String]) -> Vec<usize> {
    let filled: Vec<usize> = (0..page.len()).filter(|index| !page[*index].is_empty()).collect();
    let first = filled.iter().take(HEAD_LINES);
    let last = filled.iter().rev().take(HEAD_LINES);
    let mut ends: Vec<usize> = first.chain(last).copied().collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Lines as paragraphs: broken words are whole again, and what goes on over the page stays
/// together.
fn paragraphs(pages: &[Vec<String>]) -> String {
    let mut text = String::new();
    let mut gap = false;
    for page in pages {
        for line in page {
            if line.is_empty() {
                gap = true;
                continue;
            }
            let goes_on = line.starts_with(char::is_lowercase)
                && !text.trim_end().ends_with(['.', '!', '?', ':', '”', '"']);
            let broken = text.ends_with('-')
                && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
                && line.starts_with(char::is_lowercase);
            if broken {
                text.pop();
            } else if !text.is_empty() {
                text.push_str(if gap && !goes_on { "\n\n" } else { " " });
            }
            text.push_str(line);
            gap = false;
        }
        gap = true;
    }
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use pdf_extract::{Dictionary, Stream};

    use super::*;

    fn dictionary(fields: Vec<(&str, Object)>) -> Dictionary {
        let mut dictionary = Dictionary::new();
        for (name, value) in fields {
            dictionary.set(name, value);
        }
        dictionary
    }

    fn name(text: &str) -> Object {
        Object::Name(text.as_bytes().to_vec())
    }

    /// A document with a page for each of these, a line of text for each line.
    fn document(pages: &[&str]) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let tree = document.new_object_id();
        let font = document.add_object(dictionary(vec![
            ("Type", name("Font")),
            ("Subtype", name("Type1")),
            ("BaseFont", name("Helvetica")),
            ("Encoding", name("WinAnsiEncoding")),
        ]));
        let fonts = dictionary(vec![("F1", font.into())]);
        let resources = document.add_object(dictionary(vec![("Font", Object::Dictionary(fonts))]));
        let mut kids: Vec<Object> = Vec::new();
        for page in pages {
            let mut content = "BT /F1 12 Tf 50 700 Td ".to_owned();
            for line in page.lines() {
                content += &format!("({line}) Tj 0 -14 Td ");
            }
            content += "ET";
            let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
            let size = [0, 0, 600, 800].map(Object::Integer).to_vec();
            let page = document.add_object(dictionary(vec![
                ("Type", name("Page")),
                ("Parent", tree.into()),
                ("Contents", content.into()),
                ("Resources", resources.into()),
                ("MediaBox", Object::Array(size)),
            ]));
            kids.push(page.into());
        }
        let count = i64::try_from(kids.len()).unwrap();
        let pages = dictionary(vec![
            ("Type", name("Pages")),
            ("Kids", Object::Array(kids)),
            ("Count", Object::Integer(count)),
        ]);
        document.objects.insert(tree, Object::Dictionary(pages));
        let catalog = document
            .add_object(dictionary(vec![("Type", name("Catalog")), ("Pages", tree.into())]));
        let info = document
            .add_object(dictionary(vec![("Title", Object::string_literal("Shells on Goris"))]));
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", info);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn the_text_of_a_page_is_read_with_the_title_and_broken_words_are_whole() {
        let bytes = document(&["Shells fell on Goris and bur-\nned two houses, the mayor said."]);
        let (text, about) = read(&bytes, Path::new("a.pdf")).unwrap();
        assert_eq!(text, "Shells fell on Goris and burned two houses, the mayor said.");
        assert_eq!(about.title, Some(Found::given("Shells on Goris".to_owned())));
    }

    #[test]
    fn heads_and_page_numbers_are_left_out_and_sentences_go_on_over_the_page() {
        let pages = ["one", "two", "three"].map(|word| {
            ["The Border Post".to_owned(), format!("Shells fell on {word},"), "7".to_owned()]
                .join("\n")
        });
        let text = paragraphs(&without_heads(&pages));
        assert_eq!(text, "Shells fell on one,\n\nShells fell on two,\n\nShells fell on three,");
        let pages = ["Shells fell on".to_owned(), "the town.".to_owned()];
        assert_eq!(paragraphs(&without_heads(&pages)), "Shells fell on the town.");
    }

    #[test]
    fn a_document_without_text_or_a_broken_one_says_so() {
        let error = read(&document(&[""]), Path::new("a.pdf")).err().unwrap().to_string();
        assert!(error.contains("only pictures"), "{error}");
        let whole = document(&["Shells fell."]);
        for end in (0..whole.len()).step_by(whole.len() / 20) {
            let _ = read(&whole[..end], Path::new("a.pdf"));
        }
        let error = read(b"Goris", Path::new("a.pdf")).err().unwrap().to_string();
        assert!(error.starts_with("not a PDF that can be read"), "{error}");
    }
}
