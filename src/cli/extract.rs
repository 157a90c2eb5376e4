//! `dateline extract`: articles in, what they report out.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;

use clap::CommandFactory as _;
use clap::error::ErrorKind;

use super::args::{Args, Extract, Format};
use super::{Answer, CliError, events_out, inputs, own};
use crate::export::{self, annotations, write_atomically};
use crate::gazetteer::Gazetteer;
use crate::model::Article;
use crate::pipeline;

pub fn run(args: &Extract) -> Result<Answer, CliError> {
    let format = format(args);
    refuse_what_cannot_be(args, format);
    let (gazetteer, own) = own::gazetteer(&args.gazetteer);
    let answer = match format {
        Format::Annotations => annotate_into(args, &gazetteer)?,
        Format::Events(format) => {
            let (dataset, answer) = inputs::dataset(&args.paths, args.published, &gazetteer);
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
    if format != Format::Annotations {
        refuse("`-` gives annotations only: for events, put the lines into a .jsonl file");
    }
}

fn annotate_into(args: &Extract, gazetteer: &Gazetteer) -> Result<Answer, CliError> {
    let mut answer = Answer::Complete;
    let mut write = |out: &mut dyn Write| {
        answer = annotate(args, gazetteer, out)?;
        out.flush()
    };
    match &args.output {
        Some(path) => write_atomically(path, write)?,
        None => write(&mut BufWriter::new(io::stdout().lock()))?,
    }
    Ok(answer)
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
