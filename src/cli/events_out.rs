//! Events out of the program: which format, what is kept back, and what is said of it.

use std::io::{self, BufWriter, IsTerminal as _};
use std::path::Path;

use clap::CommandFactory as _;
use clap::error::ErrorKind;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::args::{self, Args, Coarsen, Sharing};
use super::{CliError, picture, say};
use crate::about::VERSION;
use crate::export::{self, Delay, Format, Options, Outcome};
use crate::gazetteer::Gazetteer;
use crate::model::Dataset;
use crate::session::divisions;

/// Writes the events of a dataset into a file or to standard output, and says what was left
/// out or changed.
pub fn write(
    dataset: &Dataset,
    format: Format,
    output: Option<&Path>,
    options: &Options,
) -> Result<(), CliError> {
    let outcome: Outcome = match output {
        Some(path) => export::write(path, dataset, options, format)?,
        None if format.is_binary() && io::stdout().is_terminal() => {
            return Err(CliError::Binary(format.key()));
        }
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            export::write_to(&mut out, dataset, options, format)?
        }
    };
    if !outcome.notes.is_empty() {
        say(&outcome.to_string());
    }
    Ok(())
}

/// Annotations are about the words of the articles, all of them.
pub fn refuse_to_keep_back(format: args::Format, sharing: &Sharing) {
    if format == args::Format::Annotations && sharing.keeps_back() {
        let why = "annotations hold the words of the articles: to keep something back, choose \
                   another --format";
        Args::command().error(ErrorKind::ArgumentConflict, why).exit();
    }
}

/// What the arguments say. Today is asked for here and nowhere below.
pub fn options(
    sharing: &Sharing,
    format: Format,
    dataset: &Dataset,
    gazetteer: &Gazetteer,
) -> Options {
    let coarsen = sharing.coarsen.map(|coarsen| match coarsen {
        Coarsen::Grid(km) => export::Coarsen::Grid(km),
        Coarsen::Admin1 => export::Coarsen::Divisions(divisions(dataset, gazetteer)),
    });
    let today = || Timestamp::now().to_zoned(TimeZone::UTC).date();
    let before = || sharing.before.unwrap_or_else(today);
    Options {
        coarsen,
        delay: sharing.delay.map(|days| Delay { days, before: before() }),
        leave_out_names: sharing.no_names,
        leave_out_quotes: sharing.no_quotes,
        reviewed_only: sharing.reviewed,
        picture: picture(format, sharing, dataset),
        versions: vec![
            ("dateline".to_owned(), VERSION.to_owned()),
            ("places_in_gazetteer".to_owned(), gazetteer.place_count().to_string()),
        ],
        ..Options::default()
    }
}

/// The map for an evidence pack. It shows all events where they are, so there is none where
/// anything is kept back.
fn picture(format: Format, sharing: &Sharing, dataset: &Dataset) -> Option<Vec<u8>> {
    if format != Format::EvidencePack || sharing.keeps_back() {
        return None;
    }
    picture::png(dataset).unwrap_or_else(|why| {
        say(&format!("the evidence pack has no picture of the map ({why})"));
        None
    })
}
