//! `dateline analyse`: what the analysis of English finds in articles.

use std::io::{self, BufWriter, Write};
use std::ops::{ControlFlow, Range};

use serde::Serialize;

use super::args::{Analyse, AnalyseFormat, Args};
use super::inputs::Inputs;
use super::{Answer, CliError, terminal};
use crate::english::{Analysis, English, Wanted};
use crate::export::CodePoints;
use crate::model::{Article, Span};

pub fn run(args: &Analyse) -> Result<Answer, CliError> {
    let english = English::bundled().map_err(|error| CliError::English(error.to_string()))?;
    let is_stream = Args::wants_standard_input(&args.paths);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut written = Ok(());
    let mut each = |article: Article| {
        let analysis = english.analyse(&article.text, Wanted::All);
        written = match args.format {
            AnalyseFormat::Table => write_tables(&mut out, &article, &analysis),
            AnalyseFormat::Jsonl => write_line(&mut out, &article, &analysis),
        };
        if is_stream && written.is_ok() {
            // Who feeds us line by line waits for each answer.
            written = out.flush();
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let answer = Inputs { paths: &args.paths, published: None }.read(&mut each);
    written?;
    out.flush()?;
    Ok(answer)
}

/// An article on a line; all offsets are code points, all ends exclusive.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    /// Start, end, tag, part of speech, lemma, number of the head, relation.
    tokens: Vec<(usize, usize, &'a str, &'a str, String, usize, &'a str)>,
    /// First token and the token after the last.
    sents: Vec<[usize; 2]>,
    /// Start, end, label.
    ents: Vec<(usize, usize, &'a str)>,
}

fn write_line(out: &mut dyn Write, article: &Article, analysis: &Analysis<'_>) -> io::Result<()> {
    let points = CodePoints::new(&article.text);
    let place = |span: Range<usize>| points.of(Span::new(span.start, span.end));
    let token = |number: usize| {
        let [start, end] = place(analysis.tokens()[number].span());
        let lemma = analysis.lemma(number).into_owned();
        let (tag, pos) = (analysis.tag(number), analysis.pos(number).name());
        let head = analysis.head(number).unwrap_or(number);
        (start, end, tag, pos, lemma, head, analysis.relation(number))
    };
    let entity = |entity| {
        let [start, end] = place(analysis.span(entity));
        (start, end, entity.label.name())
    };
    let line = Line {
        id: &article.id,
        tokens: (0..analysis.tokens().len()).map(token).collect(),
        sents: analysis.sentences().map(|sentence| [sentence.start, sentence.end]).collect(),
        ents: analysis.entities().iter().map(entity).collect(),
    };
    serde_json::to_writer(&mut *out, &line)?;
    writeln!(out)
}

/// A table for each sentence.
fn write_tables(out: &mut dyn Write, article: &Article, analysis: &Analysis<'_>) -> io::Result<()> {
    writeln!(out, "{}", article.id)?;
    let entities = entities_of_tokens(analysis);
    for sentence in analysis.sentences() {
        let words = sentence.clone().filter(|&token| !analysis.tokens()[token].lexeme.is_space);
        let row = |token: usize| {
            let head = analysis.head(token).unwrap_or(token);
            [
                analysis.word(token).to_owned(),
                analysis.lemma(token).into_owned(),
                analysis.pos(token).name().to_owned(),
                analysis.tag(token).to_owned(),
                analysis.relation(token).to_owned(),
                if head == token { "–".to_owned() } else { analysis.word(head).to_owned() },
                entities[token].to_owned(),
            ]
        };
        let rows: Vec<_> = words.map(row).collect();
        if rows.is_empty() {
            continue;
        }
        let headings = ["Word", "Lemma", "Part", "Tag", "Relation", "Head", "Entity"];
        writeln!(out, "\n{}", terminal::table(&headings, rows.into_iter()))?;
    }
    writeln!(out)
}

/// The label of the entity in which each token is; empty for the others.
fn entities_of_tokens(analysis: &Analysis<'_>) -> Vec<&'static str> {
    let mut labels = vec![""; analysis.tokens().len()];
    for entity in analysis.entities() {
        labels[entity.first as usize..entity.end as usize].fill(entity.label.name());
    }
    labels
}
