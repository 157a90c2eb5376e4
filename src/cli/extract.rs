//! `dateline extract`: articles in, what they report out.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;

use clap::CommandFactory as _;
use clap::error::ErrorKind;

use super::args::{Args, Extract, Format};
use super::{Answer, CliError, inputs, own};
use crate::export::{annotations, csv, geojson, write_atomically};
use crate::gazetteer::Gazetteer;
use crate::model::Article;
use crate::pipeline;

pub fn run(args: &Extract) -> Result<Answer, CliError> {
    refuse_what_standard_input_cannot(args);
    let (gazetteer, own) = own::gazetteer(&args.gazetteer);
    let mut answer = Answer::Complete;
    let mut write = |out: &mut dyn Write| {
        answer = match args.format {
            Format::Annotations => annotate(args, &gazetteer, out)?,
            Format::Geojson | Format::Csv => gather(args, &gazetteer, out)?,
        };
        out.flush()
    };
    match &args.output {
        Some(path) => write_atomically(path, write)?,
        None => write(&mut BufWriter::new(io::stdout().lock()))?,
    }
    Ok(answer.and(own))
}

/// Events are joined over all articles, which a stream without end has not.
fn refuse_what_standard_input_cannot(args: &Extract) {
    if !Args::wants_standard_input(&args.paths) {
        return;
    }
    let refuse = |why| Args::command().error(ErrorKind::ArgumentConflict, why).exit();
    if args.paths.len() > 1 {
        refuse("`-` cannot be read together with files: read them apart");
    }
    if args.format != Format::Annotations {
        refuse("`-` gives annotations only: for events, put the lines into a .jsonl file");
    }
}

/// Writes each article's line as soon as it is read, and keeps none.
fn annotate(args: &Extract, gazetteer: &Gazetteer, out: &mut dyn Write) -> io::Result<Answer> {
    let is_stream = Args::wants_standard_input(&args.paths);
    let mut written = Ok(());
    let mut each = |article: Article| {
        written = annotations::write(out, &article, &pipeline::read(&article, gazetteer));
        if is_stream && written.is_ok() {
            // Who feeds us line by line waits for each answer.
            written = out.flush();
        }
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let answer = if is_stream {
        inputs::read_standard_input(args.published, &mut each)
    } else {
        inputs::read(&args.paths, args.published, &mut each)
    };
    written.map(|()| answer)
}

/// Reads all articles, joins their events and writes these.
fn gather(args: &Extract, gazetteer: &Gazetteer, out: &mut dyn Write) -> io::Result<Answer> {
    let (dataset, answer) = inputs::dataset(&args.paths, args.published, gazetteer);
    match args.format {
        Format::Csv => csv::write(out, &dataset)?,
        Format::Geojson | Format::Annotations => geojson::write(out, &dataset)?,
    }
    Ok(answer)
}
