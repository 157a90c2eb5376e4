//! The article's text without its markup, and the way back to the original.

use crate::model::Span;

/// Text to read: Markdown marks and soft line breaks are gone, quotes and spaces
/// are plain. Blocks are separated by one `\n`, or by two where no full stop ends them.
#[derive(Debug, Default)]
pub struct Plain {
    /// The text that all stages read. Their spans point into it.
    pub text: String,
    /// For each byte of `text`, the byte of the original at which its character starts.
    origins: Vec<u32>,
    /// For each byte of `text`, the byte of the original after its character.
    ends: Vec<u32>,
    /// Paragraphs, headings and list items, in text order.
    pub blocks: Vec<Block>,
}

/// A paragraph, a heading or a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// In the plain text, without the line break after it.
    pub span: Span,
    /// A Markdown heading, or a first line that stands alone.
    pub heading: bool,
}

impl Plain {
    /// Takes the markup out of `original`.
    pub fn new(original: &str) -> Self {
        let mut plain = Self::default();
        for group in blocks_of(original) {
            plain.push_block(original, group);
        }
        plain.mark_title_told_twice();
        plain
    }

    /// A span of the plain text, in the original.
    pub fn to_original(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.origins.get(span.start).copied().unwrap_or(0) as usize;
            return Span::new(at, at);
        }
        let start = self.origins.get(span.start).copied().unwrap_or(0);
        let end = self.ends.get(span.end - 1).copied().unwrap_or(start);
        Span::new(start as usize, end as usize)
    }

    fn push_block(&mut self, original: &str, group: Group) {
        if self.continues(original, &group)
            && let Some(cut) = self.blocks.pop()
        {
            while self.text.len() > cut.span.end {
                self.pop();
            }
            let at = group.lines.first().map_or(0, |line| line.start);
            self.push(" ", at, at);
            self.fill(original, &group, cut.span.start, cut.heading);
            return;
        }
        let start = self.text.len();
        self.fill(original, &group, start, group.heading);
    }

    fn fill(&mut self, original: &str, group: &Group, start: usize, heading: bool) {
        for (n, line) in group.lines.iter().enumerate() {
            if n > 0 && !self.text.ends_with(' ') {
                self.push(" ", line.start, line.start);
            }
            self.push_line(original, *line);
        }
        while self.text.len() > start && self.text.ends_with(' ') {
            self.pop();
        }
        let end = self.text.len();
        if end == start {
            return;
        }
        self.blocks.push(Block { span: Span::new(start, end), heading });
        let last = group.lines.last().map_or(0, |line| line.end);
        self.push("\n", last, last);
        if !self.ends_a_sentence(start..end) {
            self.push("\n", last, last);
        }
    }

    /// Pages often repeat their title above the text.
    fn mark_title_told_twice(&mut self) {
        let (title, rest) = match self.blocks.split_first_mut() {
            Some((first, rest)) if !rest.is_empty() => (first, rest),
            _ => return,
        };
        let words = title.span.of(&self.text);
        if rest.iter().any(|block| block.span.of(&self.text) == words) {
            title.heading = true;
            let same = rest.iter_mut().filter(|block| block.span.of(&self.text) == words);
            same.for_each(|block| block.heading = true);
        }
    }

    /// Whether a block ends as a sentence does: not a headline.
    fn ends_a_sentence(&self, block: std::ops::Range<usize>) -> bool {
        let words = self.text.get(block).unwrap_or("");
        let bare = words.trim_end_matches(['"', '\'', ')', ']', ' ']);
        bare.ends_with(['.', '!', '?', ':', ';', '…'])
    }

    /// The text with a full stop behind every block that has none, byte for byte as long,
    /// so that the grammar does not read a headline into the sentence below it. `None`
    /// where none is wanted.
    pub fn with_full_stops(&self) -> Option<String> {
        self.text.contains("\n\n").then(|| self.text.replace("\n\n", ".\n"))
    }

    /// Whether a paragraph was cut in two: it ends in the middle of a sentence, and
    /// this one goes on in lower case or with a number.
    fn continues(&self, original: &str, group: &Group) -> bool {
        const OPEN_ENDED: [&str; 14] = [
            "from", "to", "at", "in", "on", "of", "the", "a", "an", "and", "or", "by", "with",
            "for",
        ];
        let Some(last) = self.blocks.last() else { return false };
        let (Some(first_line), false) = (group.lines.first(), last.heading || group.heading) else {
            return false;
        };
        let last_word = last.span.of(&self.text).rsplit(' ').next().unwrap_or("");
        let starts_low =
            first_line.of(original).starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        starts_low && OPEN_ENDED.contains(&last_word)
    }

    /// Copies a line without its marks.
    fn push_line(&mut self, original: &str, line: Span) {
        let text = line.of(original);
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let next = at + c.len_utf8();
            let rest = &text[at..];
            if let Some(skip) = markup(rest, self.text.chars().next_back()) {
                at += skip;
                continue;
            }
            let plain = plain_char(c);
            let repeated_space =
                plain == " " && (self.text.ends_with([' ', '\n']) || self.text.is_empty());
            if !repeated_space {
                self.push(plain_or(plain, rest, c), line.start + at, line.start + next);
            }
            at = next;
        }
    }

    /// Takes the last character back, which must be one byte long.
    fn pop(&mut self) {
        self.text.pop();
        self.origins.pop();
        self.ends.pop();
    }

    fn push(&mut self, text: &str, start: usize, end: usize) {
        self.text.push_str(text);
        for _ in 0..text.len() {
            self.origins.push(start as u32);
            self.ends.push(end as u32);
        }
    }
}

/// The plain form of a character; empty where it stays as it is.
fn plain_char(c: char) -> &'static str {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => "'",
        '\u{201c}' | '\u{201d}' | '\u{201e}' => "\"",
        '\u{00a0}' | '\u{2009}' | '\u{202f}' | '\t' | ' ' => " ",
        '\u{2010}' | '\u{2011}' => "-",
        '\u{200b}' | '\u{feff}' | '\u{00ad}' => "\u{0}",
        _ => "",
    }
}

fn plain_or<'t>(plain: &'t str, rest: &'t str, c: char) -> &'t str {
    match plain {
        "" => &rest[..c.len_utf8()],
        "\u{0}" => "",
        plain => plain,
    }
}

/// How many bytes of Markdown stand at the start of `rest`; `before` is the last
/// character that was kept.
fn markup(rest: &str, before: Option<char>) -> Option<usize> {
    if rest.starts_with("**") || rest.starts_with("__") {
        return Some(2);
    }
    if rest.starts_with("](") {
        return rest.find(')').map(|close| close + 1);
    }
    if rest.starts_with("![") {
        return Some(2);
    }
    if rest.starts_with('[') && closes_as_link(rest) {
        return Some(1);
    }
    let at_word_edge = before.is_none_or(|c| !c.is_alphanumeric());
    if let Some(after) = rest.strip_prefix('*') {
        let after = after.chars().next();
        let opens = at_word_edge && after.is_some_and(|c| !c.is_whitespace());
        let closes = !at_word_edge || after.is_none_or(|c| !c.is_alphanumeric());
        return (opens || closes).then_some(1);
    }
    None
}

/// Whether the bracket at the start is a link's: `[words](address)`.
fn closes_as_link(rest: &str) -> bool {
    rest.find(']').is_some_and(|close| rest[close..].starts_with("]("))
}

struct Group {
    lines: Vec<Span>,
    heading: bool,
}

/// Lines that belong together. A blank line, a heading, a list item or a short line
/// without an end begin a new group.
fn blocks_of(original: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open = false;
    let mut start = 0;
    for raw in original.split_inclusive('\n') {
        let whole = Span::new(start, start + raw.len());
        start = whole.end;
        let line = trimmed(original, whole);
        if line.is_empty() {
            open = false;
            continue;
        }
        let text = line.of(original);
        let heading = text.starts_with('#');
        let line = if heading || starts_item(text) { without_mark(original, line) } else { line };
        if heading || starts_item(text) || !open {
            groups.push(Group { lines: vec![line], heading });
        } else if let Some(group) = groups.last_mut() {
            group.lines.push(line);
        }
        open = !heading && !stands_alone(text);
    }
    if let Some(first) = groups.first_mut() {
        let text = first.lines.first().map_or("", |line| line.of(original));
        first.heading |= first.lines.len() == 1 && text.len() < 200 && !text.ends_with('.');
    }
    groups
}

/// A line too short to have been wrapped, which ends without a full stop: a heading,
/// a date line, a signature.
fn stands_alone(line: &str) -> bool {
    const SHORTEST_WRAPPED_LINE: usize = 45;
    line.len() < SHORTEST_WRAPPED_LINE
}

fn starts_item(line: &str) -> bool {
    line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ")
}

fn trimmed(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let start = span.start + line.len() - line.trim_start().len();
    Span::new(start, start + line.trim().len())
}

fn without_mark(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let rest = line.trim_start_matches(['#', '-', '*', '>', ' ']);
    Span::new(span.end - rest.len(), span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(original: &str, plain: &str) {
        let read = Plain::new(original);
        assert_eq!(read.text.trim_end_matches('\n'), plain);
        for block in &read.blocks {
            let there = read.to_original(block.span);
            assert!(original.get(there.start..there.end).is_some(), "{there:?}");
        }
    }

    #[test]
    fn links_and_emphasis_leave_their_words() {
        check(
            "The group [said](#) **early** on *Wednesday*.",
            "The group said early on Wednesday.",
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        check(
            "The shelling went on through the whole night and\nstopped at dawn.",
            "The shelling went on through the whole night and stopped at dawn.",
        );
    }

    #[test]
    fn a_sentence_cut_by_a_blank_line_is_joined() {
        let original = "Calm returns.\n\nIt holds from\n\n9:00 a.m. on.";
        check(original, "Calm returns.\nIt holds from 9:00 a.m. on.");
    }

    #[test]
    fn curly_quotes_become_straight() {
        check("“It’s over”", "\"It's over\"");
    }

    #[test]
    fn a_heading_stands_alone() {
        check("# Calm returns\nThe town was quiet.", "Calm returns\n\nThe town was quiet.");
    }

    #[test]
    fn brackets_that_are_no_link_stay() {
        check("when [the area] was hit", "when [the area] was hit");
    }

    #[test]
    fn spans_lead_back_to_the_original() {
        let original = "He **said** “no”.";
        let plain = Plain::new(original);
        let at = plain.text.find("\"no\"").unwrap_or_default();
        assert_eq!(plain.to_original(Span::new(at, at + 4)).of(original), "“no”");
    }
}
