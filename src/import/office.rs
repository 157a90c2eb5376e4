//! Documents of word processors, Office Open XML (.docx) and OpenDocument (.odt): their
//! text, with headings and lists as in Markdown, a table row a line, and notes at the end.

use std::io::{Cursor, Read as _};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{At, ImportError, MAX_BYTES};
use crate::model::{Found, Metadata};

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The text of a document and its title.
pub fn read(bytes: &[u8], path: &Path) -> Result<(String, Metadata), ImportError> {
    let broken = |reason: String| ImportError::Office { reason, path: path.to_owned() };
    let mut archive = Archive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    let is_word = archive.index_for_name("word/document.xml").is_some();
    let (body, notes, about): (&str, &[&str], &str) = if is_word {
        ("word/document.xml", &["word/footnotes.xml", "word/endnotes.xml"], "docProps/core.xml")
    } else {
        ("content.xml", &[], "meta.xml")
    };
    let Some(xml) = part(&mut archive, body, path)? else {
        return Err(broken("it holds no document".to_owned()));
    };
    let mut text = Text::of(&xml, is_word).map_err(&broken)?;
    for name in notes {
        if let Some(xml) = part(&mut archive, name, path)? {
            text.notes.extend(Text::of(&xml, is_word).map_err(&broken)?.lines);
        }
    }
    let title = part(&mut archive, about, path)?.and_then(|xml| title(&xml));
    let text = text.whole();
    if text.is_empty() {
        return Err(ImportError::Empty { at: At::File, path: path.to_owned() });
    }
    Ok((text, Metadata { title: title.map(Found::given), ..Metadata::default() }))
}

/// A part of the document; `None` where it has none of the name.
fn part(archive: &mut Archive, name: &str, path: &Path) -> Result<Option<String>, ImportError> {
    let Ok(part) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    part.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| {
        ImportError::Office { reason: error.to_string(), path: path.to_owned() }
    })?;
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { at: At::File, path: path.to_owned() });
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The title among the properties of a document.
fn title(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    let mut title = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => inside = element.local_name().as_ref() == b"title",
            Event::Text(words) if inside => title.push_str(&words.decode().ok()?),
            Event::GeneralRef(entity) if inside => title.push_str(&character(&entity)),
            Event::End(_) if inside => break,
            Event::Eof => break,
            _ => {}
        }
    }
    let title = title.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

/// What has been read of a document so far.
#[derive(Default)]
struct Text {
    /// Paragraphs and rows of tables, in order.
    lines: Vec<String>,
    /// Footnotes and endnotes.
    notes: Vec<String>,
    /// The paragraphs that are open: one within another stands in a text box.
    open: Vec<Paragraph>,
    /// The cells of the row that is open, of each table that is open.
    rows: Vec<Vec<String>>,
    /// How many notes are open.
    in_notes: usize,
    /// How many list items are open.
    in_items: usize,
    /// Whether words count here: in .docx only those of runs.
    in_run: bool,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    is_heading: bool,
    is_item: bool,
}

impl Text {
    fn of(xml: &str, only_runs: bool) -> Result<Self, String> {
        /// What is no text, or is there twice.
        const SKIPPED: [&[u8]; 8] = [
            b"annotation",
            b"tracked-changes",
            b"del",
            b"instrText",
            b"delText",
            b"Fallback",
            b"note-citation",
            b"forms",
        ];
        let mut reader = Reader::from_str(xml);
        let mut text = Text { in_run: !only_runs, ..Text::default() };
        let mut skipping = 0_usize;
        loop {
            let event = reader.read_event().map_err(|error| error.to_string())?;
            match event {
                Event::Eof => return Ok(text),
                Event::Start(_) if skipping > 0 => skipping += 1,
                Event::End(_) if skipping > 0 => skipping -= 1,
                _ if skipping > 0 => {}
                Event::Start(element) if SKIPPED.contains(&element.local_name().as_ref()) => {
                    skipping = 1;
                }
                Event::Start(element) => text.start(&element, only_runs),
                Event::Empty(element) => text.empty(&element, only_runs),
                Event::End(element) => text.end(element.local_name().as_ref(), only_runs),
                Event::Text(words) => {
                    text.push(&words.decode().map_err(|error| error.to_string())?);
                }
                Event::CData(words) => {
                    text.push(&words.decode().map_err(|error| error.to_string())?);
                }
                Event::GeneralRef(entity) => text.push(&character(&entity)),
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, only_runs: bool) {
        match element.local_name().as_ref() {
            b"p" => self.open.push(Paragraph::default()),
            b"h" => self.open.push(Paragraph { is_heading: true, ..Paragraph::default() }),
            b"t" if only_runs => self.in_run = true,
            b"tr" | b"table-row" => self.rows.push(Vec::new()),
            b"tc" | b"table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            b"list-item" => self.in_items += 1,
            b"note" => self.in_notes += 1,
            _ => self.empty(element, only_runs),
        }
    }

    /// Elements that stand for letters, or that say what a paragraph is.
    fn empty(&mut self, element: &BytesStart<'_>, only_runs: bool) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match element.local_name().as_ref() {
            b"tab" | b"s" if !only_runs || element.attributes().next().is_none() => {
                paragraph.words.push(' ');
            }
            b"br" | b"cr" | b"line-break" => paragraph.words.push('\n'),
            b"numPr" => paragraph.is_item = true,
            b"pStyle" => {
                let named = element.attributes().flatten().any(|attribute| {
                    attribute.value.starts_with(b"Heading") || attribute.value.starts_with(b"Title")
                });
                paragraph.is_heading |= named;
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], only_runs: bool) {
        match name {
            b"p" | b"h" => self.end_paragraph(),
            b"t" if only_runs => self.in_run = false,
            b"tr" | b"table-row" => {
                let cells = self.rows.pop().unwrap_or_default();
                let cells: Vec<String> =
                    cells.into_iter().filter(|cell| !cell.is_empty()).collect();
                self.keep(cells.join(" | "));
            }
            b"list-item" => self.in_items = self.in_items.saturating_sub(1),
            b"note" => self.in_notes = self.in_notes.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let words = paragraph.words.trim().to_owned();
        let is_item = paragraph.is_item || self.in_items > 0;
        self.keep(match (paragraph.is_heading, is_item) {
            _ if words.is_empty() || !self.rows.is_empty() => words,
            (true, _) => format!("# {words}"),
            (false, true) => format!("- {words}"),
            (false, false) => words,
        });
    }

    /// Puts a line where it belongs: into the open cell, among the notes, or to the rest.
    fn keep(&mut self, line: String) {
        if line.is_empty() {
            return;
        }
        if self.in_notes > 0 {
            self.notes.push(line);
        } else if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&line.replace('\n', " "));
        } else {
            self.lines.push(line);
        }
    }

    fn push(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut().filter(|_| self.in_run) {
            paragraph.words.push_str(words);
        }
    }

    fn whole(self) -> String {
        [self.lines, self.notes].concat().join("\n\n")
    }
}

/// The letter of "&amp;" or "&#8211;"; nothing for one that XML does not know.
pub fn character(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    let name = entity.decode().unwrap_or_default();
    quick_xml::escape::resolve_xml_entity(&name).unwrap_or_default().to_owned()
}

#[cfg(test)]
pub mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A ZIP archive of these files.
    pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    const WORD: &str = r#"<w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Calm &amp; quiet</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">Shells fell on </w:t></w:r><w:r><w:t>Goris.</w:t></w:r>
          <w:del><w:r><w:delText>No.</w:delText></w:r></w:del></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Two houses</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Goris</w:t></w:r></w:p></w:tc>
          <w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        </w:body></w:document>"#;

    const NOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>By phone.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

    const TITLE: &str = r#"<p xmlns:dc="d"><dc:title>Shells &#8211; Goris</dc:title></p>"#;

    #[test]
    fn a_word_document_keeps_headings_lists_tables_and_notes() {
        let bytes = zipped(&[
            ("word/document.xml", WORD.as_bytes()),
            ("word/footnotes.xml", NOTES.as_bytes()),
            ("docProps/core.xml", TITLE.as_bytes()),
        ]);
        let (text, about) = read(&bytes, Path::new("a.docx")).unwrap();
        let lines =
            ["# Calm & quiet", "Shells fell on Goris.", "- Two houses", "Goris | 2", "By phone."];
        assert_eq!(text.split("\n\n").collect::<Vec<_>>(), lines);
        assert_eq!(about.title, Some(Found::given("Shells – Goris".to_owned())));
    }

    #[test]
    fn an_open_document_keeps_them_too() {
        let content = r#"<office:text xmlns:office="o" xmlns:text="t" xmlns:table="b">
            <text:h>Calm</text:h>
            <text:p>Shells fell<text:s/>on <text:span>Goris</text:span>.<text:note>
            <text:note-citation>1</text:note-citation><text:note-body><text:p>By phone.</text:p>
            </text:note-body></text:note></text:p>
            <text:list><text:list-item><text:p>Two houses</text:p></text:list-item></text:list>
            <table:table-row><table:table-cell><text:p>Goris</text:p></table:table-cell>
            <table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>
            </office:text>"#;
        let bytes = zipped(&[("content.xml", content.as_bytes())]);
        let (text, _) = read(&bytes, Path::new("a.odt")).unwrap();
        let lines = ["# Calm", "Shells fell on Goris.", "- Two houses", "Goris | 2", "By phone."];
        let flat = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text.split("\n\n").map(flat).collect::<Vec<_>>(), lines);
    }

    #[test]
    fn a_broken_document_says_so_and_never_breaks_the_program() {
        let whole = zipped(&[("word/document.xml", WORD.as_bytes())]);
        for length in (0..whole.len()).step_by(whole.len() / 20 + 1) {
            let error = read(&whole[..length], Path::new("a.docx")).err().unwrap();
            assert!(error.to_string().contains("save its text as .txt"), "{error}");
        }
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x55;
            let _ = read(&flipped, Path::new("a.docx"));
        }
        let other = zipped(&[("a.txt", b"Goris")]);
        let error = read(&other, Path::new("a.docx")).err().unwrap().to_string();
        assert!(error.contains("it holds no document"), "{error}");
    }
}
