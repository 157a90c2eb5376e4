//! `dateline render`: a picture of the map.

use clap::CommandFactory as _;
use clap::error::ErrorKind;

use super::args::{Args, Render};
use super::inputs::{self, Inputs};
use super::picture::{self, Picture};
use super::{Answer, CliError, own, say};

pub fn run(args: &Render) -> Result<Answer, CliError> {
    if let (Some(from), Some(to)) = (args.from, args.to)
        && to < from
    {
        let why = format!("--to {to} comes before --from {from}");
        Args::command().error(ErrorKind::ArgumentConflict, why).exit();
    }
    let (gazetteer, own) = own::gazetteer(&args.gazetteer);
    let (dataset, answer) = if args.paths.is_empty() {
        (inputs::sample(&gazetteer), Answer::Complete)
    } else {
        Inputs { paths: &args.paths, published: args.published }
            .dataset(inputs::all_threads(), &gazetteer)
    };
    let wanted = Picture { size: args.size, from: args.from, to: args.to, theme: args.theme };
    picture::write(&dataset, wanted, &args.output).map_err(CliError::Picture)?;
    say(&format!("wrote {}", args.output.display()));
    Ok(answer.and(own))
}
