//! The command line: the same program without a window.
//!
//! What was asked for goes to standard output, everything else to standard error.
//! Exit codes: 0 all went well, 1 something could not be read or written, 2 the
//! command was not understood.

mod analyse;
mod args;
mod events;
mod events_out;
mod explain;
mod extract;
mod inputs;
mod own;
mod picture;
mod places;
mod project;
mod render;
mod table_options;
mod terminal;
mod window;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use thiserror::Error;

use crate::about;
use crate::export::ExportError;
use crate::storage::StorageError;
use args::{Args, Command};

/// Parses the arguments of the process and does what they say.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let answer = match &args.command {
        None => window::run(&args.paths, &args.gazetteer),
        Some(Command::About) => {
            print(&about::text()).map(|()| Answer::Complete).map_err(Into::into)
        }
        Some(Command::Analyse(analyse)) => analyse::run(analyse),
        Some(Command::Events(events)) => events::run(events),
        Some(Command::Extract(extract)) => extract::run(extract),
        Some(Command::Places(places)) => places::run(places),
        Some(Command::Project(project)) => project::run(&project.task),
        Some(Command::Render(render)) => render::run(render),
    };
    match answer {
        Ok(Answer::Complete) => ExitCode::SUCCESS,
        Ok(Answer::Incomplete) => ExitCode::FAILURE,
        // Whoever reads our output has seen enough.
        Err(CliError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Whether everything that was asked for was there. What was not has been said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Complete,
    Incomplete,
}

/// Why a command ended before its end.
#[derive(Debug, Error)]
enum CliError {
    #[error("cannot read the model of English inside this program ({0})")]
    English(String),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("cannot write to standard output ({0})")]
    Output(#[from] io::Error),
    #[error("{0} is no text to show here: name a file with -o, or send it on with |")]
    Binary(&'static str),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("cannot read how tables are read ({reason}), write it with --save-map: {}", path.display())]
    Mapping { reason: String, path: std::path::PathBuf },
    #[error("cannot draw the picture ({0})")]
    Picture(String),
}

/// A line for the person at the terminal.
fn say(line: &str) {
    eprintln!("dateline: {line}");
}

impl Answer {
    /// Complete only if both are.
    fn and(self, other: Answer) -> Answer {
        if self == Answer::Complete { other } else { self }
    }
}

/// What was asked for.
fn print(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}
