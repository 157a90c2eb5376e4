//! `dateline extract`: articles in, what they report out.

use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::ops::ControlFlow;

use clap::CommandFactory as _;
use clap::error::ErrorKind;

use super::args::{Args, Extract, Format};
use super::explain;
use super::inputs::{self, Inputs};
use super::{Answer, CliError, events_out, own, terminal};
use crate::export::{self, annotations, write_atomically};
use crate::gazetteer::Gazetteer;
use crate::model::Article;
use crate::pipeline;

pub fn run(args: &Extract) -> Result<Answer, CliError> {
    let format = format(args);
    refuse_what_cannot_be(args, format);
    let (gazetteer, own) = own::gazetteer(&args.gazetteer);
    if args.explain {
        return Ok(explain(args, &gazetteer)?.and(own));
    }
    let answer = match format {
        Format::Annotations => annotate_into(args, &gazetteer)?,
        Format::Events(format) => {
            let (dataset, answer) = inputs(args).dataset(threads(args), &gazetteer);
            let options = events_out::options(&args.sharing, format, &dataset, &gazetteer);
            events_out::write(&dataset, format, args.output.as_deref(), &options)?;
            answer
        }
    };
    Ok(answer.and(own))
}

/// What was asked for, or what the ending of the output's name says.
fn format(args: &Extract) -> Format {
    let by_name = || {
        let format = export::Format::of_path(args.output.as_deref()?)?;
        // JSON lines are what annotations are written in, and these come first here.
        (format != export::Format::JsonLines).then_some(Format::Events(format))
    };
    args.format.or_else(by_name).unwrap_or(Format::Annotations)
}

/// Events are joined over all articles, which a stream without end has not.
fn refuse_what_cannot_be(args: &Extract, format: Format) {
    events_out::refuse_to_keep_back(format, &args.sharing);
    let refuse = |why| Args::command().error(ErrorKind::ArgumentConflict, why).exit();
    if !Args::wants_standard_input(&args.paths) {
        return;
    }
    if args.paths.len() > 1 {
        refuse("`-` cannot be read together with files: read them apart");
    }
    if args.explain {
        refuse("`-` cannot be explained: put the lines into a .jsonl file");
    }
    if format != Format::Annotations {
        refuse("`-` gives annotations only: for events, put the lines into a .jsonl file");
    }
}

fn annotate_into(args: &Extract, gazetteer: &Gazetteer) -> Result<Answer, CliError> {
    let mut answer = Answer::Complete;
    let mut write = |out: &mut dyn Write| {
        answer = one_by_one(args, out, |article| annotation(article, gazetteer))?;
        out.flush()
    };
    match &args.output {
        Some(path) => write_atomically(path, write)?,
        None => write(&mut BufWriter::new(io::stdout().lock()))?,
    }
    Ok(answer)
}

/// Writes what is to be said of each article as soon as it is read, and keeps nothing.
fn one_by_one(
    args: &Extract,
    out: &mut dyn Write,
    words: impl Fn(&Article) -> io::Result<Vec<u8>> + Sync,
) -> io::Result<Answer> {
    let is_stream = Args::wants_standard_input(&args.paths);
    let mut written = Ok(());
    let mut write = |words: io::Result<Vec<u8>>| {
        written = words.and_then(|words| out.write_all(&words));
        if is_stream && written.is_ok() {
            // Who feeds us line by line waits for each answer.
            written = out.flush();
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let answer = inputs(args).read_on(threads(args), |article| words(&article), &mut write);
    written.map(|()| answer)
}

/// An article's line of annotations.
fn annotation(article: &Article, gazetteer: &Gazetteer) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    annotations::write(&mut line, article, &pipeline::read(article, gazetteer))?;
    Ok(line)
}

fn inputs(args: &Extract) -> Inputs<'_> {
    Inputs { paths: &args.paths, published: args.published }
}

fn threads(args: &Extract) -> NonZero<usize> {
    args.threads.unwrap_or_else(inputs::all_threads)
}

/// Prints what was found in each sentence, what was left out, and why.
fn explain(args: &Extract, gazetteer: &Gazetteer) -> Result<Answer, CliError> {
    let (dataset, answer) = inputs(args).dataset(threads(args), gazetteer);
    let lines = explain::lines(&dataset, gazetteer);
    match &args.output {
        Some(path) => write_atomically(path, |out| {
            out.write_all(explain::paint(&lines, explain::WIDTH_OF_FILES, false).as_bytes())
        })?,
        None => {
            let stdout = io::stdout();
            let colour = explain::wants_colour(args.color, &stdout);
            let painted = explain::paint(&lines, terminal::width().into(), colour);
            stdout.lock().write_all(painted.as_bytes())?;
        }
    }
    Ok(answer)
}
