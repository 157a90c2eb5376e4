//! Lines of inked words, and how a terminal shows them.

use std::fmt::Write as _;
use std::io::Stdout;

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};

/// How wide lines are in a file.
pub const WIDTH_OF_FILES: usize = 100;

/// What words are, and with it their colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    Trigger,
    Date,
    Place,
    Number,
    Actor,
    Means,
    Claim,
    LeftOut,
    Strong,
    Weak,
    Plain,
}

/// Words of one ink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub ink: Ink,
    pub words: String,
}

/// A line, broken where the terminal ends; what follows is set under its first word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    indent: usize,
    pieces: Vec<Piece>,
}

impl Ink {
    /// Words of this ink.
    pub fn piece(self, words: &str) -> Piece {
        Piece { ink: self, words: words.to_owned() }
    }

    fn style(self) -> Style {
        let colour = |colour: AnsiColor| colour.on_default();
        match self {
            Ink::Trigger => colour(AnsiColor::Red).bold(),
            Ink::Date => colour(AnsiColor::Blue),
            Ink::Place => colour(AnsiColor::Green),
            Ink::Number => colour(AnsiColor::Yellow),
            Ink::Actor => colour(AnsiColor::Magenta),
            Ink::Means | Ink::Claim => colour(AnsiColor::Cyan),
            Ink::LeftOut => colour(AnsiColor::BrightBlack).underline(),
            Ink::Strong => Style::new().bold(),
            Ink::Weak => colour(AnsiColor::BrightBlack),
            Ink::Plain => Style::new(),
        }
    }
}

pub fn plain(words: &str) -> Piece {
    Ink::Plain.piece(words)
}

pub fn weak(words: &str) -> Piece {
    Ink::Weak.piece(words)
}

pub fn strong(words: &str) -> Piece {
    Ink::Strong.piece(words)
}

impl Line {
    /// A line that is set in by so many columns.
    pub fn new(indent: usize, pieces: Vec<Piece>) -> Self {
        Self { indent, pieces }
    }

    /// A line without words.
    pub fn empty() -> Self {
        Self::default()
    }
}

/// Whether a terminal shall show colours: as asked for, and else where it is one that can
/// and nobody asked for none (`NO_COLOR`).
pub fn wants_colour(choice: clap::ColorChoice, out: &Stdout) -> bool {
    match choice {
        clap::ColorChoice::Always => true,
        clap::ColorChoice::Never => false,
        clap::ColorChoice::Auto => AutoStream::choice(out) != anstream::ColorChoice::Never,
    }
}

/// The lines as text, at most `width` columns wide where words allow.
pub fn paint(lines: &[Line], width: usize, colour: bool) -> String {
    let mut text = String::new();
    for line in lines {
        paint_line(line, width, colour, &mut text);
        text.push('\n');
    }
    text
}

fn paint_line(line: &Line, width: usize, colour: bool, text: &mut String) {
    if line.pieces.is_empty() {
        return;
    }
    text.extend(std::iter::repeat_n(' ', line.indent));
    let mut column = line.indent;
    for piece in &line.pieces {
        let style = if colour { piece.ink.style() } else { Style::new() };
        let _ = write!(text, "{style}");
        for word in piece.words.split_inclusive(' ') {
            let letters = word.trim_end().chars().count();
            if column + letters > width && column > line.indent {
                text.truncate(text.trim_end_matches(' ').len());
                let _ = write!(text, "{style:#}");
                text.push('\n');
                text.extend(std::iter::repeat_n(' ', line.indent + 2));
                let _ = write!(text, "{style}");
                column = line.indent + 2;
            }
            text.push_str(word);
            column += word.chars().count();
        }
        let _ = write!(text, "{style:#}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_set_under_their_first() {
        let line = Line::new(2, vec![plain("one two "), Ink::Place.piece("three four")]);
        assert_eq!(paint(&[line], 11, false), "  one two\n    three\n    four\n");
    }

    #[test]
    fn colours_are_there_only_where_they_are_wanted() {
        let line = [Line::new(0, vec![Ink::Place.piece("Goris")])];
        assert_eq!(paint(&line, 80, false), "Goris\n");
        assert_eq!(paint(&line, 80, true), "\u{1b}[32mGoris\u{1b}[0m\n");
    }
}
