//! How much of the capitals of ordinary text comes back after it was put in capitals:
//! `truecase_accuracy TEXTS… [--restored FILE]`.
//!
//! TEXTS are JSON lines with a `text`. `--restored` writes JSON lines with `text`, `upper` and `restored`, for
//! `assets/english/build/truecase_agreement.py`.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use clap::Parser;
use dateline::english::English;
use serde_json::{Value, json};

/// Puts texts in capitals, restores them and counts the words that are as before
#[derive(Debug, Parser)]
struct Arguments {
    /// Files of JSON lines, each with a `text`
    #[arg(required = true)]
    texts: Vec<PathBuf>,
    /// Where to write what was restored, as JSON lines
    #[arg(long)]
    restored: Option<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let english = English::bundled()?;
    let mut restored_file = arguments.restored.map(fs::File::create).transpose()?;
    println!(
        "| texts | words | as before | capitals found | capitals right |\n|---|---|---|---|---|"
    );
    let mut all = Counts::default();
    for path in &arguments.texts {
        let mut counts = Counts::default();
        for line in fs::read_to_string(path)?.lines() {
            let line: Value = serde_json::from_str(line)?;
            let text = line["text"].as_str().ok_or("a line without a text")?;
            let upper = in_capitals(text);
            let restored = english.in_ordinary_case(&upper).unwrap_or_else(|| upper.clone());
            counts.add(text, &restored);
            if let Some(file) = &mut restored_file {
                writeln!(
                    file,
                    "{}",
                    json!({ "text": text, "upper": upper, "restored": restored })
                )?;
            }
        }
        counts.print(&path.file_stem().unwrap_or_default().to_string_lossy());
        all = all.plus(&counts);
    }
    all.print("all");
    Ok(())
}

/// `text` in capitals, each letter as long as before.
fn in_capitals(text: &str) -> String {
    let upper = |char: char| {
        let mut upper = char.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(one), None) if one.len_utf8() == char.len_utf8() => one,
            _ => char,
        }
    };
    text.chars().map(upper).collect()
}

/// Words compared. "Within" is after a word and a space or comma, where no sentence begins.
#[derive(Default)]
struct Counts {
    words: usize,
    same: usize,
    capitals_within: usize,
    capitals_found: usize,
    capitals_given: usize,
    capitals_wrong: usize,
}

impl Counts {
    fn add(&mut self, text: &str, restored: &str) {
        let mut start = 0;
        let is_part = |char: char| char.is_alphabetic() || matches!(char, '\'' | '’');
        for word in text.split(|char: char| !is_part(char)) {
            let span = start..start + word.len();
            start = span.end + text[span.end..].chars().next().map_or(0, char::len_utf8);
            if !word.is_empty() {
                let mut before = text[..span.start].chars().rev();
                let is_within = before.next() == Some(' ')
                    && before
                        .next()
                        .is_some_and(|char| char.is_alphanumeric() || matches!(char, ',' | ';'));
                self.add_word(word, &restored[span], is_within);
            }
        }
    }

    fn add_word(&mut self, word: &str, restored: &str, is_within: bool) {
        self.words += 1;
        self.same += usize::from(word == restored);
        if is_within {
            let is_capital = word.contains(char::is_uppercase);
            let is_given = restored.contains(char::is_uppercase);
            self.capitals_within += usize::from(is_capital);
            self.capitals_found += usize::from(is_capital && word == restored);
            self.capitals_given += usize::from(is_given);
            self.capitals_wrong += usize::from(is_given && !is_capital);
        }
    }

    fn plus(&self, other: &Self) -> Self {
        Self {
            words: self.words + other.words,
            same: self.same + other.same,
            capitals_within: self.capitals_within + other.capitals_within,
            capitals_found: self.capitals_found + other.capitals_found,
            capitals_given: self.capitals_given + other.capitals_given,
            capitals_wrong: self.capitals_wrong + other.capitals_wrong,
        }
    }

    fn print(&self, name: &str) {
        let percent = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
        println!(
            "| {name} | {} | {:.2} % | {:.2} % | {:.2} % |",
            self.words,
            percent(self.same, self.words),
            percent(self.capitals_found, self.capitals_within),
            percent(self.capitals_given - self.capitals_wrong, self.capitals_given),
        );
    }
}
